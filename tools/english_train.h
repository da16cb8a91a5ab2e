/* english_train.h - learns how English sentences are read (models/english).
 *
 *     english_train draft COUNT SEED CORPUS... > LABELS   sentences to label
 *     english_train train LABELS CORPUS... > WEIGHTS
 *     english_train score LABELS CORPUS...      10 folds, by sentence
 *     english_train tag < TEXT                  one sentence a line
 *
 * A corpus is a file of JSON records, a line each, gzipped or not; a label is
 * a row of models/english/labels.tsv. english_train_gold.c reads both,
 * english_train_learn.c is the averaged perceptron. Never frees. */
#ifndef AHD_ENGLISH_TRAIN_H
#define AHD_ENGLISH_TRAIN_H

#include "base/map.h"
#include "kb/kb.h"
#include "morph/english_pieces.h"

enum { NO_TAG = 255 };

typedef struct sentence {
    ahd_english_piece *words;
    uint32_t (*rows)[AHD_ENGLISH_CLUES];
    uint32_t asked; /* rows of each word */
    uint8_t *gold;  /* tags; NO_TAG where the labels have another word */
    ahd_str *lemmas;
    uint32_t count, missed; /* labels that no word has */
} sentence;

typedef struct school {
    ahd_arena *arena, *scratch;
    const ahd_kb *kb;
    ahd_english lexicon;
    ahd_map records; /* id: index of texts plus one */
    AHD_VEC(ahd_str) texts;
    AHD_VEC(ahd_str) ids;
    AHD_VEC(sentence) sentences;
    AHD_VEC(sentence) own; /* learned from in every fold */
} school;

extern const char *const train_tags[AHD_TAG_VERB_LIMIT];

/* Stops the program when it cannot be read. */
void gold_corpus(school *s, const char *path);
void gold_labels(school *s, const char *path);
void gold_own(school *s, const char *path); /* own.txt */

/* A document of `text`, with its tokens and sentences. */
ahd_doc *gold_doc(school *s, ahd_str text);

/* Reads tokens [first, end) of the document: words without gold. */
void gold_words(school *s, ahd_doc *doc, uint32_t first, uint32_t end,
                sentence *out);

/* Learns from the sentences whose number mod `folds` is not `fold`, and from
 * our own. */
void learn(const school *s, uint32_t folds, uint32_t fold,
           ahd_english_weights *out);

#endif
