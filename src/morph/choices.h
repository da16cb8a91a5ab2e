/* choices.h - every way to read a written word, before its sentence is asked.
 *
 *     "وبلدهم"  ->  و+بلد+هم NOUN, و+ب+لد+هم NOUN, وبلدهم PROPN, ...
 *
 * A split says which letters are words of their own; an option is a split and
 * a part of speech of its host. Which splits there are comes from the rules of
 * the spelling, from the lexicon, and from what was seen in training. */
#ifndef AHD_MORPH_CHOICES_H
#define AHD_MORPH_CHOICES_H

#include "doc/doc.h"
#include "lang/weights.h"
#include "morph/analyse.h"
#include "morph/letters.h"

enum { AHD_SPLITS = 16, AHD_OPTIONS = 12, AHD_OPTIONS_MOST = 160 };

enum { AHD_NAMED = 1, AHD_NAMED_GIVEN = 2 }; /* a name; one of persons */

/* Letters [0, pros) are a proclitic each, [pros, end) are the host, what
 * follows is a pronoun. */
typedef struct ahd_split {
    uint8_t pros, end;
    uint8_t article;     /* letters of ال at the start of the host: 0, 1, 2 */
    uint8_t recalls;     /* readings of the host in training, */
    uint8_t recalled_as; /* of it as it stands, or as which other form */
    uint8_t weight;      /* how frequent a lexicon says it is */
    uint8_t spelled;     /* ahd_spelled, of its best analysis */
    uint8_t named;       /* data/lang/ar has it as a name; AHD_NAMED */
    uint32_t lexical;    /* parts of speech that a lexicon knows: 1 << pos, */
    uint32_t ours;       /* that data/lang/ar knows */
    uint32_t allowed;    /* those to choose from */
    const ahd_recalled *recalled;
    ahd_frequency usage; /* of the host as it stands alone */
} ahd_split;

/* What words are looked up in. */
typedef struct ahd_sources {
    ahd_weights weights;
    ahd_lexicon lexicon;
    const ahd_lexica *lang;
} ahd_sources;

typedef struct ahd_choices {
    ahd_str written;
    ahd_letters letters;
    ahd_split splits[AHD_SPLITS];
    uint8_t count, kind; /* kind: ahd_token_kind */
    uint64_t id, begins; /* for its neighbours: itself, first letters */
    uint64_t kin;  /* letters; and what parts of speech it had, or may have */
    uint32_t look; /* may it be a piece of a name, or stand before one */
    ahd_analysis analyses[AHD_ANALYSES]; /* of the lexicon, */
    uint8_t split_of[AHD_ANALYSES];      /* and the split of each */
    uint32_t analysed;
} ahd_choices;

/* Keys of what was seen: hosts as written, hosts folded, ... */
typedef enum ahd_seen {
    AHD_SEEN_HOST,
    AHD_SEEN_FOLDED,
    AHD_SEEN_CLITIC,
    AHD_SEEN_LEMMA,
} ahd_seen;

/* A host as it is written when it stands alone: "لسلطة" of للسلطة is السلطة,
 * "اتفاقيت" of اتفاقيتهم is اتفاقية. */
typedef struct ahd_host {
    uint16_t bare[AHD_LETTERS + 2], fold[AHD_LETTERS + 2];
    uint32_t count;
} ahd_host;

/* Letters [pros, end) of the word as a host. */
void ahd_choices_host(const ahd_letters *l, uint32_t pros, uint32_t end,
                      ahd_host *out);

/* The key of `count` letters for ahd_weights_recall. */
uint64_t ahd_choices_key(ahd_seen what, const uint16_t *letters,
                         uint32_t count);

/* The key of a lemma with its vowels, as AHD_SEEN_LEMMA. */
uint64_t ahd_choices_lemma_key(ahd_str lemma);

/* Sets id and begins, by the letters. */
void ahd_choices_describe(ahd_choices *c);

/* All splits of a token. */
void ahd_choices_make(const ahd_sources *sources, ahd_str written,
                      uint32_t kind, ahd_choices *out);

#endif
