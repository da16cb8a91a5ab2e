/* english_forms.h - all that an English word may be by itself.
 *
 *     "talks" -> NOUN plural of talk, VERB present of talk
 *     "left"  -> VERB past or participle of leave, ADJ, NOUN, ADV
 *
 * The lexicon has words and irregular forms (lang/english.h); endings are taken
 * off by rule and what is left must be a word that takes them. A word of no
 * lexicon is guessed by its ending. */
#ifndef AHD_MORPH_ENGLISH_FORMS_H
#define AHD_MORPH_ENGLISH_FORMS_H

#include "doc/doc.h"
#include "lang/english.h"

/* Tags: ahd_pos, and the forms of verbs apart; VERB itself is the base. */
enum {
    AHD_TAG_VERB_PRESENT = AHD_POS_COUNT, /* talks, (they) talk */
    AHD_TAG_VERB_PAST,
    AHD_TAG_VERB_PARTICIPLE, /* talked, as in "was talked" */
    AHD_TAG_VERB_ING,
    AHD_TAG_VERB_LIMIT,
};

enum { AHD_ENGLISH_READINGS = 12 };

typedef struct ahd_english_reading {
    uint32_t feats;
    uint32_t lemma; /* a word of the lexicon; NONE: the form without its end */
    uint8_t cut;    /* bytes of that end */
    uint8_t tag;
    uint8_t usual; /* 0..15 */
    uint8_t known; /* 0 when it is a guess */
} ahd_english_reading;

/* The part of speech of a tag. */
static inline uint8_t ahd_english_forms_pos(uint32_t tag)
{
    return tag < AHD_POS_COUNT ? (uint8_t)tag : (uint8_t)AHD_POS_VERB;
}

/* Writes at most AHD_ENGLISH_READINGS, each tag once; at least one. `form` is
 * in small letters; `capital`: its first one was not. */
uint32_t ahd_english_forms_find(const ahd_english *e, ahd_str form,
                                bool capital, ahd_english_reading *out);

/* The lemma: of the lexicon, or a part of `form`. */
ahd_str ahd_english_forms_lemma(const ahd_english *e, ahd_str form,
                                const ahd_english_reading *reading);

#endif
