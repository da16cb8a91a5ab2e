/* dispute_card.h - a dispute, a commitment's state and an occurrence as JSON.
 *
 *     {"id":"ye-truce-2015-07-26:ye-houthis:2015-07-26","agreement":{…},
 *      "accused":{…},"rung":{"n":3,"name":"speakers of several sides"},
 *      "claims":[{"claimant":{…},"kind":"speaker","tellings":[…]}],
 *      "replies":[…],"no_reply":null}
 *
 * What the record keeps of them, and what people and pages are shown. A name
 * is {"ar","en"}; a telling points at its document and act, where the sentence
 * stands. */
#ifndef AHD_DISPUTES_DISPUTE_CARD_H
#define AHD_DISPUTES_DISPUTE_CARD_H

#include "base/buf.h"
#include "disputes/fulfilment.h"

/* "ye-truce-2015-07-26:ye-houthis:2015-07-26"; nobody known is "-". */
void ahd_dispute_card_id(const ahd_dispute *dispute, ahd_buf *out);

void ahd_dispute_card_write(const ahd_standing *s, const ahd_dispute *dispute,
                            ahd_buf *out);

/* Without its status, which depends on the day it is asked for. */
void ahd_dispute_card_commitment(const ahd_standing *s,
                                 const ahd_fulfilment *one, ahd_buf *out);

/* The id of an occurrence: its first telling's, "o-3f2a…-2". */
void ahd_dispute_card_occurrence(const ahd_standing *s, uint32_t occurrence,
                                 ahd_buf *out);

#endif
