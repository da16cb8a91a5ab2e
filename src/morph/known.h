/* known.h - a written word with its options, scored by themselves.
 *
 * To find the ways to read a word takes longer than all the rest. The frequent
 * words of news are therefore looked into when the language file is compiled;
 * others when they come, once a document (morph/segment.c).
 *
 *     "الاتفاق"  ->  NOUN 312, PROPN 120      from the table
 *     "وللمتقاتلين"  ->  the same, worked out
 *
 * The table is the section KNOWN: a head, slots, then a record for each word:
 * its kin, its splits, options and analyses. Lemmas and what was seen are named
 * by their place in the sections LEXICON and WEIGHTS of the same file. */
#ifndef AHD_MORPH_KNOWN_H
#define AHD_MORPH_KNOWN_H

#include "morph/rank.h"

typedef struct ahd_known {
    ahd_choices choices;
    ahd_option options[AHD_OPTIONS]; /* the best by themselves, best first */
    uint32_t count;                  /* of options */
    uint32_t hash;                   /* of the cache of a document */
} ahd_known;

/* ------------------------------------------------------------- the section */

typedef struct ahd_known_head {
    uint32_t slot_bits, slots, records; /* places are bytes of the section */
    uint32_t words;
} ahd_known_head;

typedef struct ahd_known_slot {
    uint32_t key; /* upper half of the hash of the word as written; 0: free */
    uint32_t record; /* byte of the records */
} ahd_known_slot;

typedef struct ahd_known_record {
    uint64_t kin;
    uint32_t look;
    uint8_t splits, options, analyses, unused;
} ahd_known_record;

typedef struct ahd_known_split {
    uint32_t recalled; /* the first of its readings in WEIGHTS */
    uint8_t pros, end, article, recalls, recalled_as, class, unused[2];
} ahd_known_split;

typedef struct ahd_known_option {
    int16_t score;
    uint8_t split, pos;
} ahd_known_option;

typedef struct ahd_known_analysis {
    uint32_t lemma, feats;
    uint8_t split, pos, spelled, source;
} ahd_known_analysis;

typedef struct ahd_known_table {
    const ahd_known_slot *slots; /* NULL when there is none */
    const char *records;
    uint32_t slot_bits;
} ahd_known_table;

ahd_known_table ahd_known_open(const ahd_lexica *lang);

/* The record of a word in `out`, which has room for AHD_KNOWN_BYTES; its
 * length, 0 when it does not fit. */
enum { AHD_KNOWN_BYTES = 1024 };
uint32_t ahd_known_store(const ahd_sources *sources, const ahd_known *word,
                         char *out);

uint64_t ahd_known_key(ahd_str written);

/* ---------------------------------------------------------------- the words */

/* Works the word out. */
void ahd_known_make(const ahd_sources *sources, ahd_str written, uint32_t kind,
                    ahd_known *out);

/* An Arabic word out of the table; false when it is not in it. */
bool ahd_known_find(const ahd_known_table *table, const ahd_sources *sources,
                    ahd_str written, ahd_known *out);

#endif
