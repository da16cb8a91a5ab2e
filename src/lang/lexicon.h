/* lexicon.h - the written forms of Arabic words: which words a form may be.
 *
 *     "اتفاقات" -> اِتِّفَاق NOUN, plural, takes ال, ب and pronouns
 *     "يقولون"  -> قَال VERB, imperfect, 3 plural masculine, takes س
 *
 * All forms, inflected by tools/langc from data/lang/ar and from the lexicon of
 * hunspell-ar, stand in one minimal automaton over folded letters: walking it
 * letter by letter finds every form that a text begins with, and counts the
 * forms it passes, which numbers the form it ends at; arrays hang on the
 * number. Folded: أ إ آ are ا, ى ئ are ي, ة is ه, ؤ is و (lang/fold.h), so that
 * careless typing finds its words; each row keeps a check of the right
 * spelling. No clitic is in a form, no article either.
 *
 * Parts of speech and features are numbers here; doc/doc.h names them. */
#ifndef AHD_LANG_LEXICON_H
#define AHD_LANG_LEXICON_H

#include "lang/lang.h"

/* ----------------------------------------------------------------- letters */

enum {
    AHD_CODE_NONE = 0, /* no letter of Arabic: ends a form */
    AHD_CODE_ALEF = 1, /* codes are 1..29 in the order of the alphabet */
    AHD_CODE_BA = 2,
    AHD_CODE_TA = 3,
    AHD_CODE_SIN = 12,
    AHD_CODE_FA = 20,
    AHD_CODE_KAF = 22,
    AHD_CODE_LAM = 23,
    AHD_CODE_MIM = 24,
    AHD_CODE_NUN = 25,
    AHD_CODE_HA = 26,
    AHD_CODE_WAW = 27,
    AHD_CODE_YA = 28,
    AHD_CODE_HAMZA = 29,
    AHD_CODE_MARK = 31, /* a vowel or tatweel: not there at all */
    AHD_LEXICON_LONGEST = 24
};

/* A folded letter, and which of the spellings folded into it: 0 for ا, 1 for
 * أ, 2 for إ, 3 for آ; 0 for ي, 1 for ى, 2 for ئ; 0 for ه, 1 for ة ... */
typedef struct ahd_code {
    uint8_t code, spelling;
} ahd_code;

ahd_code ahd_lexicon_letter(uint32_t code_point);

/* The check of a spelling, letter by letter from 0; 4 bits. */
static inline uint32_t ahd_lexicon_check(uint32_t check, ahd_code letter)
{
    return (check * 5 + letter.spelling) & 15;
}

/* -------------------------------------------------------------------- rows */

enum { /* ahd_lexicon_tag.takes: what may stand before and after a form */
       AHD_TAKES_END = 1,      /* it may end its token */
       AHD_TAKES_PRONOUN = 2,  /* ه ها هم هما هن ك كم كن نا */
       AHD_TAKES_YA = 4,       /* the pronoun ي: كتابي */
       AHD_TAKES_NI = 8,       /* the pronoun ني: يدعوني */
       AHD_TAKES_ARTICLE = 16, /* ال */
       AHD_TAKES_PREP = 32,    /* ب ك ل */
       AHD_TAKES_SA = 64,      /* س */
       AHD_TAKES_LA = 128,     /* ل of verbs: ليكتب */
};

typedef struct ahd_lexicon_tag {
    uint32_t feats;
    uint8_t pos, takes;
    uint8_t also; /* another part of speech it may as well be, 0 none */
    uint8_t unused;
} ahd_lexicon_tag;

/* One word that a form may be. */
typedef struct ahd_lexicon_row {
    const ahd_lexicon_tag *tag;
    uint32_t lemma, check;
} ahd_lexicon_row;

/* Eight forms: the first row of the first of them, four bits of weight each. */
typedef struct ahd_lexicon_block {
    uint32_t row, weights;
} ahd_lexicon_block;

typedef struct ahd_lexicon_lemma_row {
    uint32_t name; /* where it begins in `names`; it ends where the next does */
    uint32_t feats; /* of all its forms */
} ahd_lexicon_lemma_row;

typedef struct ahd_lexicon {
    const uint32_t *nodes, *rows;
    const ahd_lexicon_block *blocks;
    const ahd_lexicon_tag *tags;
    const ahd_lexicon_lemma_row *lemmas; /* words + 1 of them */
    const char *names;
    uint32_t root, forms, ours, words; /* lemmas < ours are of data/lang/ar */
} ahd_lexicon;

/* Where a walk stands. It begins at {lexicon.root, 0}. */
typedef struct ahd_lexicon_at {
    uint32_t node, form;
} ahd_lexicon_at;

/* The lexicon in `lang`; one without words when it was compiled without. */
ahd_lexicon ahd_lexicon_open(const ahd_lexica *lang);

#define AHD_LEXICON_FINAL (1u << 31) /* of a node: a form ends here */
#define AHD_LEXICON_WIDE (1u << 30)  /* of a node: edges of two words */
#define AHD_LEXICON_MORE (1u << 31)  /* of a row: another follows */
enum {
    AHD_LEXICON_NODE_BITS = 20,  /* of an edge; 12 for the forms before it */
    AHD_LEXICON_LEMMA_BITS = 17, /* a row: lemma, tag, check, more */
    AHD_LEXICON_TAG_BITS = 10,
    AHD_LEXICON_BLOCK = 8,
    AHD_LEXICON_NO_ROW = 0 /* the tag of a form that is only counted */
};

/* How many bits are set; branches would cost more than the sums do. */
static inline unsigned ahd_lexicon_bits(uint32_t x)
{
    x -= x >> 1 & 0x55555555u;
    x = (x & 0x33333333u) + (x >> 2 & 0x33333333u);
    x = (x + (x >> 4)) & 0x0F0F0F0Fu;
    return x * 0x01010101u >> 24;
}

/* On by a letter; false when no form goes on so. A node is a word with a bit
 * for each letter, then an edge for each in order: the node it leads to and
 * the number of forms before it, in one word or, of a wide node, in two. */
static inline bool ahd_lexicon_step(const ahd_lexicon *l, ahd_lexicon_at *at,
                                    unsigned code)
{
    const uint32_t *node = l->nodes + at->node;
    uint32_t mask = node[0], bit = 1u << code;
    unsigned before = ahd_lexicon_bits(mask & (bit - 1));

    if (!(mask & bit))
        return false;
    if (mask & AHD_LEXICON_WIDE) {
        at->node = node[1 + 2 * before];
        at->form += node[2 + 2 * before];
        return true;
    }
    uint32_t edge = node[1 + before];
    at->node = edge & ((1u << AHD_LEXICON_NODE_BITS) - 1);
    at->form += edge >> AHD_LEXICON_NODE_BITS;
    return true;
}

static inline bool ahd_lexicon_ends(const ahd_lexicon *l, ahd_lexicon_at at)
{
    return (l->nodes[at.node] & AHD_LEXICON_FINAL) != 0;
}

/* log2 of how often the form is a token of news, 1 and up; 0 when it is not
 * in models/words. */
static inline unsigned ahd_lexicon_weight(const ahd_lexicon *l,
                                          ahd_lexicon_at at)
{
    return l->blocks[at.form / AHD_LEXICON_BLOCK].weights >>
               at.form % AHD_LEXICON_BLOCK * 4 &
           15;
}

/* The words of the form that ends at `at`: the first of `*row`, which moves
 * past it. Begin with ahd_lexicon_rows; false after the last. */
uint32_t ahd_lexicon_rows(const ahd_lexicon *l, ahd_lexicon_at at);

static inline bool ahd_lexicon_next(const ahd_lexicon *l, uint32_t *row,
                                    ahd_lexicon_row *out)
{
    if (*row == UINT32_MAX)
        return false;
    uint32_t packed = l->rows[*row], tag = packed >> AHD_LEXICON_LEMMA_BITS;
    *row = packed & AHD_LEXICON_MORE ? *row + 1 : UINT32_MAX;
    tag &= (1u << AHD_LEXICON_TAG_BITS) - 1;
    out->tag = &l->tags[tag];
    out->lemma = packed & ((1u << AHD_LEXICON_LEMMA_BITS) - 1);
    out->check = packed >> (AHD_LEXICON_LEMMA_BITS + AHD_LEXICON_TAG_BITS) & 15;
    return tag != AHD_LEXICON_NO_ROW;
}

/* What all forms of a lemma have in common: the form of a verb. */
static inline uint32_t ahd_lexicon_feats(const ahd_lexicon *l, uint32_t lemma)
{
    return l->lemmas[lemma].feats;
}

/* As data/lang/ar spells it, with its vowels where known: "اِتِّفَاق". */
ahd_str ahd_lexicon_lemma(const ahd_lexicon *l, uint32_t lemma);

/* Opens the section; places are bytes from its start. */
typedef struct ahd_lexicon_header {
    uint32_t root, forms, ours, words;
    uint32_t nodes_at, blocks_at, rows_at, tags_at, lemmas_at, names_at;
} ahd_lexicon_header;

#endif
