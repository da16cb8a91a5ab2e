/* fulfilment.h - what became of each commitment, by what the record has.
 *
 *     2b of the ceasefire of 2020-10-23, all foreign fighters to leave in
 *     three months; a party says on 2021-02-01 that the other has not
 *       -> unknown: said to be broken, by one speaker of an adversary
 *
 * A status is never higher than its evidence: `met` wants somebody besides the
 * side that is bound, `missed` wants an outlet of no party, the bound side
 * itself or the monitor, and the deadline past. Otherwise it is `unknown`, with
 * what is said. Whether a deadline is still to come is for those who know what
 * day it is. */
#ifndef AHD_DISPUTES_FULFILMENT_H
#define AHD_DISPUTES_FULFILMENT_H

#include "disputes/dispute.h"

typedef enum ahd_fulfilled {
    AHD_FULFILLED_UNKNOWN,
    AHD_FULFILLED_MET,
    AHD_FULFILLED_MISSED,
} ahd_fulfilled;
extern const char *const ahd_fulfilled_names[];

/* What an act is to a commitment. */
typedef enum ahd_evidence_role {
    AHD_EVIDENCE_IMPLEMENTED,
    AHD_EVIDENCE_BROKEN,
    AHD_EVIDENCE_DENIED,    /* that it was broken */
    AHD_EVIDENCE_EXTENDED,  /* the agreement was */
    AHD_EVIDENCE_SUSPENDED, /* the agreement was */
} ahd_evidence_role;
extern const char *const ahd_evidence_names[];

typedef struct ahd_evidence {
    uint32_t occurrence;
    ahd_evidence_role role;
    ahd_who who; /* who says or does it */
    ahd_side side;
    ahd_claimant_kind kind; /* ACCUSED: of the side that is bound */
    ahd_day day;
    bool named; /* the commitment is named; else inferred from what was done */
} ahd_evidence;

typedef struct ahd_fulfilment {
    uint32_t agreement, commitment; /* kb rows */
    ahd_fulfilled status;
    ahd_day deadline;    /* AHD_NO_DAY: none, or not computable */
    const char *because; /* what the status stands on, for people */
    bool extended, suspended;
    AHD_VEC(ahd_evidence) evidence; /* by day */
} ahd_fulfilment;

typedef AHD_VEC(ahd_fulfilment) ahd_fulfilments;

/* Those of each registry agreement that any telling is about. */
void ahd_fulfilment_find(const ahd_standing *s, ahd_fulfilments *out);

#endif
