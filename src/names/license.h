/* license.h - what lets an actor be meant by a name that is not quite his.
 *
 *     "وزير الداخلية فتحي بشاغا"   an office that he held on that day
 *     "فتحي بشاغا", in a text about his ministry, or at least his country
 *
 * Most near spellings are other people, so one without a license is never
 * taken; who left an office is not its holder of a later day. */
#ifndef AHD_NAMES_LICENSE_H
#define AHD_NAMES_LICENSE_H

#include "names/cursor.h"

typedef enum ahd_license {
    AHD_LICENSE_NEVER,   /* he cannot be meant */
    AHD_LICENSE_COUNTRY, /* the text is about his country */
    AHD_LICENSE_COMPANY, /* it names the organisation he is of */
    AHD_LICENSE_OFFICE,  /* it states an office that he held then */
} ahd_license;

/* What a name must fit. */
typedef struct ahd_gate {
    uint8_t kind;      /* ahd_mention_kind: a person's name, or a body's */
    bool former;       /* the office is said to be held no more */
    bool surname;      /* the words are a last name alone */
    uint32_t role, of; /* the office that the text states, or AHD_NONE */
} ahd_gate;

ahd_license ahd_license_of(const ahd_reader *r, const ahd_gate *gate,
                           uint32_t actor);

#endif
