/* deadline.h - the rule of a deadline in words.
 *
 *     "signature+90d"    → "90 days after signature", «90 يومًا من التوقيع»
 *     "effective+0d"     → "when it takes effect"
 *     "date:2021-12-24"  → nothing: the computed day says it all */
#ifndef AHD_WEB_DEADLINE_H
#define AHD_WEB_DEADLINE_H

#include "base/buf.h"
#include "web/wording.h"

/* A rule that is not understood is written as it is. */
void ahd_deadline_write(ahd_buf *out, ahd_tongue tongue, ahd_str rule);

#endif
