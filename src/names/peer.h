/* peer.h - "his counterpart": an office by reference to the one before.
 *
 *     "التقى وزير الدفاع نظيره التونسي فلانا الفلاني"
 *     the Tunisian minister of defence, by name or, without one, by office */
#ifndef AHD_NAMES_PEER_H
#define AHD_NAMES_PEER_H

#include "names/cursor.h"

/* The counterpart that starts at `token`; looks back at doc->mentions. */
bool ahd_peer_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                   ahd_mention *out);

#endif
