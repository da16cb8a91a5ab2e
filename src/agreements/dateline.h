/* dateline.h - the day of a page that does not say it.
 *
 * A page that tells, as news, an agreement of the registry signed on a
 * weekday, and says which weekday is today, was written on the first such day
 * from the signing on. */
#ifndef AHD_AGREEMENTS_DATELINE_H
#define AHD_AGREEMENTS_DATELINE_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes published, dated, dated_because; true when it did. */
bool ahd_dateline_infer(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
