/* pairing_decide.h - a form of two as the reviews that it says.
 *
 *     decision=split, one=a:1, together="o-a-1 3"
 *         → act 1 of a is not act 2 of b; and not act 4 of c
 *     decision=merge, other=b:2     → act=b:2
 *     decision=link, role=denied_claim, typed=o-c-4
 *         → its links of that role, and act 4 of c */
#ifndef AHD_WEB_PAIRING_DECIDE_H
#define AHD_WEB_PAIRING_DECIDE_H

#include "web/pairing.h"

typedef struct ahd_pairing_decision {
    ahd_review reviews[AHD_DESK_MANY];
    size_t count;
    ahd_buf document; /* of the act at hand, or of the one that is chosen */
    int64_t n;
    ahd_buf next; /* "DOCUMENT:3": what is looked at then */
    ahd_buf texts[AHD_DESK_MANY];
    size_t text_count;
    const char *links[AHD_DESK_MANY];
    const char *sets[1];
} ahd_pairing_decision;

/* False when the form is wrong, which p->wrong tells. Finish it in any case. */
bool ahd_pairing_decide(ahd_pairing *p, ahd_pairing_decision *out);
void ahd_pairing_decision_finish(ahd_pairing_decision *decision);

/* For others that decide of two (review_decide.c): a decision about the act at
 * hand. Then the reviews that set it apart from all that it is told with; */
void ahd_pairing_start(const ahd_pairing *p, ahd_pairing_decision *out);
bool ahd_pairing_apart(ahd_pairing *p, ahd_pairing_decision *out);
/* those that take back the reviews which the form names; */
bool ahd_pairing_undo(ahd_pairing *p, ahd_pairing_decision *out);
/* its links of a role and one more, or one less. */
bool ahd_pairing_relink(ahd_pairing *p, ahd_str role, ahd_str other, bool more,
                        ahd_pairing_decision *out);

#endif
