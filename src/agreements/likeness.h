/* likeness.h - how well an agreement of the registry fits a mention.
 *
 *     "الهدنة", a page of July 2015 about Yemen
 *       ye-truce-2015-07-26  0.75: its country, days old, a truce
 *       ye-truce-2015-05-12  0.58: months old
 *
 * Country, parties, day, age, kind and place speak for it; so do the phrase's
 * own words that its names have. What nothing but its country speaks for is
 * not told. The weights were chosen on the dev articles of ../shared/gold. */
#ifndef AHD_AGREEMENTS_LIKENESS_H
#define AHD_AGREEMENTS_LIKENESS_H

#include "agreements/evidence.h"

/* What speaks for one agreement. */
typedef struct ahd_likeness {
    float score; /* about 0..1 */
    bool told;   /* something tells it from the others of its country */
    bool plain;  /* the mention has no words of its own to deny it */
    bool told_by_what_follows; /* «الذي تم التوصل إليه في أوفا» */
} ahd_likeness;

ahd_likeness ahd_likeness_of(const ahd_evidence *e, uint32_t ref, uint32_t id);

/* Its score alone. */
float ahd_likeness_score(const ahd_evidence *e, uint32_t ref, uint32_t id);

/* «الاتفاق الأخير بين تركيا وواشنطن»: are those whom the mention names with it
 * others than the agreement's parties? */
bool ahd_likeness_is_denied(const ahd_evidence *e, uint32_t ref, uint32_t id);

/* Whether a noun («هدنة») can name an agreement of this registry kind. */
bool ahd_likeness_fits(ahd_str kind, uint32_t noun);

/* The same of an entry, unless it is hidden. */
bool ahd_likeness_may_be(const ahd_evidence *e, uint32_t id, uint32_t noun);

#endif
