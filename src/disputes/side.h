/* side.h - on whose side somebody is, seen from an agreement.
 *
 *     a spokesman of the Libyan army, of the ceasefire of 2020-10-23
 *       -> ly-lna, a party of it
 *     okaz, of the Yemen truce of 2015  -> ye-coalition: its state is of it
 *     unsmil                            -> itself, the monitor
 *
 * A side is the chain of posts, `of` links and dated ties up to a party of
 * the agreement (DESIGN.md section 5); without one, up to a state. An outlet
 * is on its owner's side and its state's, so that it never counts as
 * unaffiliated where its own country is a party. */
#ifndef AHD_DISPUTES_SIDE_H
#define AHD_DISPUTES_SIDE_H

#include "disputes/report.h"
#include "kb/kb.h"

typedef enum ahd_side_kind {
    AHD_SIDE_UNKNOWN, /* nobody known: «مصادر» */
    AHD_SIDE_PARTY,   /* of the agreement */
    AHD_SIDE_MONITOR, /* named by it to find breaches */
    AHD_SIDE_OTHER,   /* a state or a body that is no party */
} ahd_side_kind;

typedef struct ahd_side {
    ahd_side_kind kind;
    ahd_str id; /* of the party, monitor, state or actor; else its words */
} ahd_side;

/* `agreement` is a kb row, or AHD_NONE for one that is in no registry. */
ahd_side ahd_side_of(const ahd_kb *kb, uint32_t agreement, const ahd_who *who,
                     ahd_day day);

#endif
