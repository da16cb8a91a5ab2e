/* resolve.h - the registry's candidates for one mention, best first. */
#ifndef AHD_AGREEMENTS_RESOLVE_H
#define AHD_AGREEMENTS_RESOLVE_H

#include "agreements/evidence.h"

/* Sets ref's id, how, score and other[]; leaves id AHD_NONE when undecided. */
void ahd_resolve_ref(ahd_evidence *e, uint32_t ref);

/* How well agreement `id` fits the mention: about 0..1. */
float ahd_resolve_score(ahd_evidence *e, uint32_t ref, uint32_t id);

/* Puts `id` among the ranked candidates. */
void ahd_resolve_rank(ahd_agreement_ref *r, uint32_t id, float points);

/* Whether a noun («هدنة») can name an agreement of this registry kind. */
bool ahd_resolve_fits(ahd_str kind, uint32_t noun);

#endif
