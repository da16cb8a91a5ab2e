/* names_train.h - learns how names are known in Arabic text (models/names).
 *
 *     names_train train NAMES MORPH WORDS NEWS weights.tsv words.tsv
 *     names_train folds NAMES MORPH WORDS NEWS [FEW] > rows
 *     names_train posts ...                        the same, of posts alone
 *     names_train hosts < TEXT > HOSTS             what classes are made of
 *     names_train keys < WORDS > KEYS              what lists are made of
 *     names_train names < TEXT                     names, and how fast
 *
 * NAMES is a folder of texts with marked names, MORPH names ten weights of
 * morphology, "morph-%d.tsv", each of which has not seen the tenth of its
 * number: a block is read by those that do not know it, in training as in
 * scoring. WORDS is words.tsv, NEWS a text without marks. `folds` reads each
 * tenth (those of FEW) by what the other nine teach, and prints a row a word:
 * its set, the tenth, the word, its label, the label it was given and how
 * surely; an empty row after a sentence. Runs on building machines only, and
 * never frees. */
#ifndef AHD_NAMES_TRAIN_H
#define AHD_NAMES_TRAIN_H

#include "gold_file.h"
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
    float score;         /* of what is said */
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
    uint32_t *rows;               /* asked of each token; */
    uint32_t *told; /* AHD_HINTS_TOLD of each, NOT_TOLD, NULL: of none */
    uint8_t *labels;
} lesson;

enum { NOT_TOLD = UINT32_MAX, GROUPS = 3 };

/* Blocks of a tenth and of a group are held out: FOLDS, GROUPS for none. */
typedef struct held {
    uint32_t fold, group;
} held;

typedef struct school {
    ahd_arena *arena, *scratch;
    const ahd_kb *kb;
    ahd_lexica lang[FOLDS]; /* by which the blocks of a tenth are read */
    ahd_kb kbs[FOLDS];
    names_pack words; /* classes and lists */
    AHD_VEC(ahd_doc *) news;
    AHD_VEC(gold_block) blocks;
    AHD_VEC(lesson) lessons;
    uint32_t asked; /* rows of a token */
    bool posts;     /* learn posts, not names */
} school;

extern const char *const gold_sets[SETS];

void gold_read(school *s, const char *folder);
void gold_morphs(school *s, const char *pattern);

/* A document of the paragraphs of `text`, up to its chunks. */
ahd_doc *gold_doc(school *s, const ahd_kb *kb, ahd_str text);

/* The weights in `pack`. */
ahd_name_weights names_open(const names_pack *pack);

/* Are blocks held out? */
static inline bool is_held(const held *out, uint32_t fold, uint32_t block)
{
    return fold == out->fold || block % GROUPS == out->group;
}

/* What the words of a block are asked, and what is right, by the forms of
 * `weights`; `told`: and what its document tells by a first reading. */
void ask_block(school *s, uint32_t block, const ahd_name_weights *weights,
               bool told);

/* Learns from the lessons; `out` has the forms that they were asked by. */
void learn(const school *s, names_pack *out);

/* Learns from all blocks that are not of the tenth: first in groups, so that
 * lessons are told what somebody would tell who has not seen them. */
void learn_twice(school *s, uint32_t fold, names_pack *out);

/* The documents of `path`, a paragraph a line. */
void news_read(school *s, const char *path);

/* Sets how often the forms of `pack` are read as names in the news. */
void news_count(school *s, names_pack *pack);

#endif
