/* summary.h - what a run did, as a small table on standard error.
 *
 *      540 pages       2.3 s, 235/s
 *      505 articles
 *       35 refused
 *        3 skipped
 *
 *       23 a list page
 *       12 too little text for an article */
#ifndef AHD_CLI_SUMMARY_H
#define AHD_CLI_SUMMARY_H

#include "cli/meter.h"

#define AHD_SUMMARY_HELP "a table of what was done, on standard error"

typedef struct ahd_summary {
    ahd_standing standing;
    const ahd_added *added; /* what the record made of it; may be NULL */
    size_t paths;           /* so many were named */
} ahd_summary;

/* Whether it is worth a table: of a folder or container; of several pages,
 * some of which were refused or which took a while. */
bool ahd_summary_matters(const ahd_summary *summary);

void ahd_summary_lay(ahd_buf *out, const ahd_summary *summary, ahd_style style);

/* Lay it on standard error: when asked for, or when it matters and somebody
 * looks. False when it was not. */
bool ahd_summary_print(const ahd_summary *summary, bool asked);

#endif
