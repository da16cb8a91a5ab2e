/* credit_line.h - the agencies that a document says it comes from.
 *
 *     byline "رويترز"; "... (وكالات)" at the end; outlet "reuters"
 *         ->  {"reuters", whole}, {"agencies", whole}
 *     «... نقلا عن وكالة تسنيم ...» inside of the text
 *         ->  {"tasnim", part}
 *
 * Whole: the document as such is credited to it. "agencies" is what stands for
 * agencies without a name. */
#ifndef AHD_STORIES_CREDIT_LINE_H
#define AHD_STORIES_CREDIT_LINE_H

#include "doc/doc.h"
#include "kb/kb.h"

enum { AHD_CREDITS = 4 };

typedef struct ahd_credited {
    ahd_str agency; /* id of the registry, or "agencies" */
    bool whole;
} ahd_credited;

typedef struct ahd_credits {
    ahd_credited items[AHD_CREDITS];
    uint32_t count; /* by their ids, no two the same */
    ahd_str outlet; /* id of the agency that published it; or empty */
} ahd_credits;

void ahd_credit_line_read(const ahd_kb *kb, const ahd_doc *doc,
                          ahd_arena *arena, ahd_credits *out);

#endif
