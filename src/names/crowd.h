/* crowd.h - organisations that no registry has, and people together.
 *
 *     «النقابة العامة للأطباء»   a head of use `body` and its complement
 *     «حركة "نداء" السودانية»    and a name in quotation marks
 *     «مسلحون من القبيلة»        a head of use `crowd`, alone or with more
 *     "Kurdish units", "the rebels"
 *
 * A body whose words hold the name of a known one is that one. */
#ifndef AHD_NAMES_CROWD_H
#define AHD_NAMES_CROWD_H

#include "names/cursor.h"

/* The body or the people that start at `token` and end by `limit`. */
bool ahd_crowd_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out);

/* The same of a body alone, whose first word has no proclitic but `pro`. */
bool ahd_crowd_body(const ahd_reader *r, uint32_t token, uint32_t limit,
                    uint16_t pro, ahd_mention *out);

/* The end of a name in quotation marks, «"طالبان"», that opens at `at`; `at`
 * when none does. */
uint32_t ahd_crowd_quoted(const ahd_reader *r, uint32_t at, uint32_t limit);

#endif
