/* body.h - organisations and states.
 *
 *     "حكومة الوفاق الوطني"   a name of the kb
 *     "الخارجية القطرية"      a head noun and whose it is: Qatar's ministry
 *     "الجيش"                 a head noun alone: the document's country's
 *
 * Names that several actors bear are decided by what the document is about,
 * or left open with all of them ranked in `other`. */
#ifndef AHD_NAMES_BODY_H
#define AHD_NAMES_BODY_H

#include "names/cursor.h"

enum { AHD_BODY_CHOICES = 16 };

typedef struct ahd_choices {
    uint32_t id[AHD_BODY_CHOICES];
    uint32_t count;
} ahd_choices;

/* The organisation or state that starts at `token`, whose first word carries
 * no proclitic outside `pro`. */
bool ahd_body_read(const ahd_reader *r, uint32_t token, uint16_t pro,
                   ahd_mention *out);

/* Is there a head noun (حكومة، جيش) at `token`, and of which actor type? Sets
 * the proclitics and article it carries. */
bool ahd_body_head(const ahd_reader *r, uint32_t token, uint16_t pro,
                   uint32_t *type, uint16_t *had);

/* The actors of a country with that portfolio or, where it is empty, type. */
void ahd_body_of_country(const ahd_reader *r, uint32_t country, uint32_t type,
                         ahd_str portfolio, ahd_choices *out);

/* Sets id, how, score and others from one or several choices. */
void ahd_body_choose(const ahd_reader *r, const ahd_choices *choices,
                     ahd_mention *m);

/* The registry's own words, or but for spelling (FOLDED)? */
uint8_t ahd_body_how(const ahd_reader *r, uint32_t actor, ahd_span name);

#endif
