/* partial.h - persons by part of their name, or with one part misspelled.
 *
 *     "خليفة بلقاسم حفتر"         all of خليفة حفتر, and more: when his army is
 *                                named too
 *     "علي صالح"                 part of علي عبد الله صالح: his party, likewise
 *     "وزير الداخلية فتحي باشافا"   one of his names, the other nearly: when
 * the office is his
 *
 * Found by the first or the last name (the keys of lang/skeleton.h), so that
 * what a text adds, leaves out or slips in the rest does not hide it. */
#ifndef AHD_NAMES_PARTIAL_H
#define AHD_NAMES_PARTIAL_H

#include "names/license.h"

/* The only person whose name `words` (folded, two or more) may be. Sets id,
 * how and score. */
bool ahd_partial_find(const ahd_reader *r, ahd_str words, const ahd_gate *gate,
                      ahd_mention *out);

#endif
