/* duty.h - what each segment may do in a sentence, before any is joined.
 *
 *     لن/PART -> PARTICLE, negation    أن/ADP -> MARK, that    ،/PUNCT -> PUNCT
 *
 * A tagger's part of speech, corrected by what the word is known for: taggers
 * do not agree whether أن is a preposition, a conjunction or a particle. */
#ifndef AHD_CHUNKS_DUTY_H
#define AHD_CHUNKS_DUTY_H

#include "doc/doc.h"
#include "lang/grammar.h"

typedef enum ahd_duty_kind {
    AHD_DUTY_OTHER, /* belongs to no chunk */
    AHD_DUTY_PUNCT,
    AHD_DUTY_NOUN, /* names, numbers and words of other scripts too */
    AHD_DUTY_NUMBER,
    AHD_DUTY_PRONOUN,
    AHD_DUTY_DETERMINER,
    AHD_DUTY_ADJECTIVE,
    AHD_DUTY_ADVERB,
    AHD_DUTY_VERB,
    AHD_DUTY_PARTICLE, /* before a verb */
    AHD_DUTY_PREPOSITION,
    AHD_DUTY_MARK, /* opens a clause */
    AHD_DUTY_AND,
    AHD_DUTY_KINDS
} ahd_duty_kind;

enum {                          /* ahd_duty.is */
       AHD_DUTY_ARTICLE = 1,    /* with ال */
       AHD_DUTY_ACCUSATIVE = 2, /* spelled so: اتفاقاً، اتفاقا */
       AHD_DUTY_ENCLITIC = 4,   /* ه, ها, هم */
       AHD_DUTY_COMMA = 8,      /* or a dash, a bracket */
       AHD_DUTY_COLON = 16,
       AHD_DUTY_QUOTE = 32,
       AHD_DUTY_GENITIVE = 64,    /* 's */
       AHD_DUTY_NAME = 128,       /* PROPN */
       AHD_DUTY_NOMINATIVE = 256, /* مسؤولون، مسؤولان */
       AHD_DUTY_OBLIQUE = 512,    /* مسؤولين */
       AHD_DUTY_NUN = 1024,       /* either, whole: no genitive can follow */
};

typedef struct ahd_duty {
    uint32_t classes;  /* AHD_GRAMMAR_... */
    uint32_t word;     /* a hash of its lemma, of a particle its form */
    uint16_t kind, is; /* ahd_duty_kind, AHD_DUTY_... */
} ahd_duty;

ahd_duty ahd_duty_of(const ahd_lexica *lang, const ahd_doc *doc,
                     const ahd_segment *s);

#endif
