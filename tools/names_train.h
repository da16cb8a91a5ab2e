/* names_train.h - learns how names are known in Arabic text (models/names).
 *
 *     names_train train NAMES MORPH WORDS > weights.tsv
 *     names_train folds NAMES MORPH WORDS > rows   each tenth by the other nine
 *     names_train hosts < TEXT > HOSTS             what classes are made of
 *
 * NAMES is a folder of texts with marked names, MORPH names ten weights of
 * morphology, "morph-%d.tsv", each of which has not seen the tenth of its
 * number: a block is read by those that do not know it, in training as in
 * scoring. WORDS is words.tsv, or "-". `folds` prints a row a word: its set,
 * the tenth, the word, its label, the label it was given; an empty row after a
 * sentence. Runs on building machines only, and never frees. */
#ifndef AHD_NAMES_TRAIN_H
#define AHD_NAMES_TRAIN_H

#include "kb/kb.h"
#include "names_pack.h"
#include "tagger/hints.h"
#include "tagger/labels.h"

enum { FOLDS = 10, SETS = 3 };

/* What a name is: ahd_named_kind, and another one. */
enum { GOLD_OTHER = AHD_NAMED_KINDS, GOLD_NONE };

typedef struct gold_row {
    ahd_str word, marks;
    uint32_t from, len;  /* in the text of its block; len 0: not in it */
    uint8_t gold, said;  /* GOLD_NONE when of no name */
    uint8_t first, told; /* the name begins here: as marked, as said */
    uint8_t ends;        /* the sentence */
} gold_row;

/* Twenty sentences of a text, that are held out together. */
typedef struct gold_block {
    uint32_t set, fold;
    bool cut; /* clitics are rows of their own */
    ahd_doc *doc;
    AHD_VEC(gold_row) rows;
} gold_block;

/* A sentence of a block, or a part of it, as it is learned. */
typedef struct lesson {
    uint32_t block, first, count; /* tokens */
    uint32_t *rows;               /* asked of each token */
    uint8_t *labels;
} lesson;

typedef struct school {
    ahd_arena *arena, *scratch;
    const ahd_kb *kb;
    ahd_lexica lang[FOLDS]; /* by which the blocks of a tenth are read */
    ahd_kb kbs[FOLDS];
    ahd_name_weights words; /* the forms alone count */
    AHD_VEC(gold_block) blocks;
    AHD_VEC(lesson) lessons;
    uint32_t asked; /* rows of a token */
    bool posts;     /* learn posts, not names */
} school;

extern const char *const gold_sets[SETS];

/* Stops the program when it cannot be read. */
ahd_str gold_slurp(ahd_arena *arena, const char *path);
void gold_read(school *s, const char *folder);
void gold_morphs(school *s, const char *pattern);

/* A document of the paragraphs of `text`, up to its chunks. */
ahd_doc *gold_doc(school *s, const ahd_kb *kb, ahd_str text);

/* What the blocks are asked, and what is right. */
void learn_ask(school *s);

/* Learns from the lessons of all tenths but `fold`; FOLDS: of all. */
void learn(const school *s, uint32_t fold, names_pack *out);

#endif
