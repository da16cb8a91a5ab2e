/* dispute_chain.h - a dispute as a chain: the act that is called a breach, the
 * claims, and under each what answers it.
 *
 *     Army spokesman (Haftar's forces) accuses             rung 1, speaker
 *       calls this a breach: signed · «…»
 *       «…»                        said by … via … · Outlet · 26 October 2020
 *       └ denied by the accused · Qatar's ministry · «…»
 *
 * What is inferred is marked: who is accused, which clause, and that a denial
 * answers a claim only by agreement and day. */
#ifndef AHD_WEB_DISPUTE_CHAIN_H
#define AHD_WEB_DISPUTE_CHAIN_H

#include "web/field.h"
#include "web/view.h"

/* `links` are those of ahd_record_links_json; the page has a pane. */
AHD_MUST_USE ahd_status ahd_dispute_chain(ahd_view *view, const json_t *dispute,
                                          const json_t *links,
                                          ahd_error *error);

/* The claim that a reply answers without saying so: the last before it. */
const json_t *ahd_dispute_answered(const json_t *dispute, const json_t *reply);

/* One dispute in a list, as <li>: who is accused, days, rung, counts. */
void ahd_dispute_item(ahd_view *view, const json_t *dispute);

/* Who, as a link; and whose side he is on when that is not himself. */
void ahd_dispute_who(ahd_view *view, const json_t *who);
void ahd_dispute_side(ahd_view *view, const json_t *row, const char *who);
/* Of {"name":{"ar","en"}}. */
ahd_str ahd_dispute_name(ahd_view *view, const json_t *who);

#endif
