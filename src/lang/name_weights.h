/* name_weights.h - what was learned of names in Arabic text: what speaks for
 * and against a word being a piece of one, and in whose company words stand.
 *
 * Made by tools/names_train.c from texts in which names are marked and from
 * unlabelled news, kept in models/names as text. A hint is a row number, a hash
 * of what it says (tagger/hints.h); a row has a score for each label
 * (tagger/labels.h), in sixteenths. Of the rows that share a slot the one that
 * says most is kept. */
#ifndef AHD_LANG_NAME_WEIGHTS_H
#define AHD_LANG_NAME_WEIGHTS_H

#include "lang/lang.h"

enum {
    AHD_NAME_LANES = 8,
    AHD_NAME_LABELS = 9,    /* tagger/labels.h, with the edge of the sentence */
    AHD_NAME_NEVER = -4096, /* what cannot follow */
    AHD_NAME_ROW_BITS = 20,
    AHD_NAME_SLOT_BITS = 17,           /* of the rows that are kept */
    AHD_NAME_TAG = AHD_NAME_LANES - 1, /* the lane that says which row it is */
    AHD_NAME_EXPS = 256,               /* exp(-i / 16) */
    AHD_NAME_LIKES = 3
};

/* A form of which news say more than the marked texts do. */
typedef struct ahd_name_word {
    uint32_t key;  /* 0: free */
    uint16_t fine; /* of the fine classes; 0: none */
    uint8_t coarse, often;
    uint8_t listed;               /* AHD_NAME_LISTED */
    uint8_t like[AHD_NAME_LIKES]; /* how it was read in news */
} ahd_name_word;

/* What lists of names say of the word. */
enum {
    AHD_NAME_LISTED_PERSON = 1,
    AHD_NAME_LISTED_PLACE = 2,
    AHD_NAME_LISTED_BODY = 4,
    AHD_NAME_LISTED_GIVEN = 8,  /* of a person, and whose gender is known */
    AHD_NAME_LISTED_TIME = 16,  /* a month, a weekday */
    AHD_NAME_LISTED_SPORT = 32, /* a word of sport, where lands are teams */
};

/* The last lane has the lower bits of the row's number; -1: no row. */
typedef struct ahd_name_row {
    int8_t lanes[AHD_NAME_LANES];
} ahd_name_row;

enum {
    AHD_NAME_TAG_BITS = AHD_NAME_ROW_BITS - AHD_NAME_SLOT_BITS,
    AHD_NAME_SLOTS = 1 << AHD_NAME_SLOT_BITS
};

/* At the start of the section; the rows follow, then the words. */
typedef struct ahd_name_head {
    int16_t after[AHD_NAME_LABELS][AHD_NAME_LABELS]; /* [before][label] */
    float exps[AHD_NAME_EXPS];
    uint32_t word_bits, words; /* slots are a power of 2; how many are used */
} ahd_name_head;

typedef struct ahd_name_weights {
    const ahd_name_head *head;
    const ahd_name_row *rows;
    const ahd_name_word *words;
} ahd_name_weights;

/* The weights of a language file; false when it was made without. */
bool ahd_name_weights_open(const ahd_lexica *lang, ahd_name_weights *out);

/* Up to 8 bytes of a word's start, of its end; where it is shorter, all of it.
 */
uint64_t ahd_name_first_bytes(ahd_str word);
uint64_t ahd_name_last_bytes(ahd_str word);

/* Words by their letters; the key by which a form is found. */
uint64_t ahd_name_hash(ahd_str word);

static inline uint32_t ahd_name_key_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32) | 1;
}

static inline uint32_t ahd_name_key(ahd_str host)
{
    return ahd_name_key_of(ahd_name_hash(host));
}

/* NULL when the form is not known. */
const ahd_name_word *ahd_name_word_find(const ahd_name_weights *weights,
                                        uint32_t key);

/* Says that the form will be wanted soon. */
static inline void ahd_name_word_fetch(const ahd_name_weights *weights,
                                       uint32_t key)
{
    uint32_t mask = (1u << weights->head->word_bits) - 1;

    __builtin_prefetch(&weights->words[key & mask]);
}

/* Adds up `count` rows, each named by its number. */
void ahd_name_weights_sum(const ahd_name_row *table, const uint32_t *rows,
                          uint32_t count, int16_t sums[AHD_NAME_LANES]);

/* Says that the row will be wanted soon. */
static inline void ahd_name_weights_fetch(const ahd_name_row *table,
                                          uint32_t row)
{
    __builtin_prefetch(&table[row >> AHD_NAME_TAG_BITS]);
}

#endif
