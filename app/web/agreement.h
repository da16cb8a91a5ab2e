/* agreement.h - the parts of an agreement's page. Each writes its sections into
 * the view, from the JSON of ahd_agreement_json unless said, and nothing where
 * there is nothing to say. */
#ifndef AHD_WEB_AGREEMENT_H
#define AHD_WEB_AGREEMENT_H

#include "web/field.h"
#include "web/view.h"

/* Facts, parties, what documents say, where sources differ, relations, texts,
 * names: each with its source (agreement_facts.c). */
void ahd_agreement_facts(ahd_view *view, const json_t *agreement);

/* Where a fact comes from: its sources, each a link when it is an address. */
void ahd_agreement_source(ahd_view *view, const json_t *fact);

/* Of a thing with "ar" and "en", else "name". */
ahd_str ahd_agreement_name(ahd_view *view, const json_t *thing);

/* Commitments with deadline and status; `standing` is the list of
 * ahd_record_commitments (agreement_commitments.c). */
void ahd_agreement_commitments(ahd_view *view, const json_t *agreement,
                               const json_t *standing);

/* The same in a line: each a chip with its deadline and status. */
void ahd_agreement_chips(ahd_view *view, const json_t *agreement,
                         const json_t *standing);

/* The disputes about it as a list of the JSON of each, for the two below; to be
 * given to json_decref (agreement_claims.c). */
AHD_MUST_USE ahd_status ahd_agreement_disputes(ahd_view *view, json_t **out,
                                               ahd_error *error);

/* The disputes, and who claims how often: by claimant and story. */
void ahd_agreement_claims(ahd_view *view, const json_t *disputes);

/* Which reply answers which claim, added to `links` as the timeline wants them:
 * {"from":TELLING,"to":TELLING,"role":"denied_claim","inferred":true}. */
void ahd_agreement_replies(const json_t *disputes, json_t *links);

#endif
