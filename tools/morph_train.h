/* morph_train.h - learns how Arabic words are read in their sentence.
 *
 *     morph_train train FOLDS k CONLLU OUT.tsv [NAMES [LABELS CORPUS]]
 *     morph_train tag WEIGHTS.tsv < text > conllu
 *     morph_train pieces WEIGHTS.tsv < text > pieces
 *     morph_train forms < text > forms.tsv
 *     morph_train frequent < text > frequent.tsv
 *
 * Training takes the documents whose place among the sorted ids is not k
 * modulo FOLDS; k = -1 takes all. Of texts with marked names (a folder)
 * and of labelled words of news (models/morph/labels.tsv; the corpus has their
 * text) it takes the like. What was seen of a word in training is
 * told to a sentence without what its own document says, so that the weights
 * learn how far to trust it. Runs on building machines only, and never frees.
 */
#ifndef AHD_MORPH_TRAIN_H
#define AHD_MORPH_TRAIN_H

#include "doc/doc.h"
#include "doc/tags.h"
#include "gold_file.h"
#include "kb/kb.h"
#include "morph/rank.h"
#include "morph/refine.h"
#include "weights_pack.h"

enum { GOLD_ANY = AHD_POS_COUNT }; /* a part of speech that is not told */

/* A word of the treebank; `at` in the text of its sentence. Labelled words have
 * neither lemma nor feats. */
typedef struct gold_word {
    ahd_str form, lemma;
    ahd_span at;
    uint32_t pos, feats;
} gold_word;

/* What the treebank says of a token: words [first, first + count). */
typedef struct gold_token {
    uint32_t first, count;
    uint32_t pros;  /* its words before the host; */
    uint32_t sound; /* 0 when it is no proclitics, host, pronoun */
} gold_token;

/* What texts with marked names say of a token. */
typedef enum names_kind {
    NAMES_ANY,   /* nothing */
    NAMES_NAME,  /* its host is a name */
    NAMES_OTHER, /* it is none */
} names_kind;

typedef struct names_want {
    uint8_t kind;
    uint8_t from; /* bytes before the name, NAMES_ANYWHERE */
    uint8_t and;  /* how it begins, names_and */
} names_want;

enum { NAMES_ANYWHERE = 255 };

typedef enum names_and {
    NAMES_AND_ANY,
    NAMES_AND,     /* with و or ف as words of their own */
    NAMES_AND_NOT, /* with none of them */
} names_and;

typedef struct gold_sentence {
    ahd_str document, text;
    ahd_doc *doc;       /* its text, split */
    gold_token *tokens; /* of doc->tokens */
    names_want *wants;  /* the same; NULL in a treebank */
    AHD_VEC(gold_word) words;
    uint32_t group; /* documents that are told nothing of each other */
} gold_sentence;

typedef struct treebank {
    ahd_arena *arena;
    const ahd_kb *kb;
    AHD_VEC(gold_sentence) sentences;
    AHD_VEC(gold_sentence) labelled; /* news: cuts and parts of speech alone */
    AHD_VEC(gold_sentence) named;    /* names alone are known of them */
} treebank;

/* Sentences of the CoNLL-U file but those of fold `k`. */
void gold_read(treebank *bank, const char *path, uint32_t folds, int k);

/* What the words of the sentence say of its tokens. */
void gold_align(treebank *bank, gold_sentence *s);

/* The labelled sentences of the file, whose text the corpus has. */
void labels_read(treebank *bank, const char *path, const char *corpus);

/* All of them but those of fold `k`. */
void labels_keep(treebank *bank, uint32_t folds, int k);

/* Texts with marked names in the folder, but those of fold `k`. */
void names_read(treebank *bank, const char *folder, uint32_t folds, int k);

/* Has a sentence of the text names that are known? */
bool names_inside(const gold_sentence *s, const ahd_sentence *at);

/* May the option be right? */
bool names_allow(const names_want *want, const ahd_choices *choices,
                 const ahd_option *option);

/* The document of one text, split into sentences and tokens. */
ahd_doc *gold_split(treebank *bank, ahd_str text);

enum { GROUPS = 40 };

/* Words seen in all groups but `without` (GROUPS: in all). */
void words_seen(treebank *bank, uint32_t without, pack *out);

/* Learns the scores of clues and of tags after tags. */
void rank_learn(treebank *bank, pack *out);

/* Asks what the features of the words of a sentence are, by what is decided. */
void refine_note(treebank *bank, const gold_sentence *s, uint32_t first,
                 const ahd_decided *decided, uint32_t count);

/* Learns the answers to all that was asked, after rank_learn. */
void refine_learn(treebank *bank, pack *out);

/* Learns to make lemmas of words. */
void vowel_learn(treebank *bank, pack *out);

/* Counts and classes of the forms of the text on stdin: models/morph/forms.tsv.
 */
void forms_count(treebank *bank);

/* The most frequent words of the text on stdin: models/morph/frequent.tsv. */
void frequent_count(treebank *bank);

/* Reads text from stdin, a paragraph a line; prints CoNLL-U, or `pieces`: lines
 * that tests/tagged.h reads, and an empty one after each paragraph. */
void tag_text(treebank *bank, const ahd_lexica *lang, bool pieces);

/* Feats as the treebank would have them, in CoNLL-U. */
void feats_print(uint32_t feats, uint32_t pos);

#endif
