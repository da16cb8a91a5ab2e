/* bundle.h - a record, or some pages of it, as one file that proves itself.
 *
 *     evidence.tar
 *         AHD-BUNDLE.txt                 what this is, and how to check it by
 * hand head.txt                       the head of the log log.txt line n of the
 * log is line n of the file pages/<sha256>/page.html       the bytes as
 * published pages/<sha256>/kept.json       the body of the page's line of the
 * log pages/<sha256>/captures.jsonl  of each capture's
 *         pages/<sha256>/reviews.jsonl   of each review's
 *         pages/<sha256>/reading.json    what was understood
 *         pages/<sha256>/rows.jsonl      the rows that were made of it
 *         MANIFEST.sha256                of all files above, as sha256sum has
 * it
 *
 * Of some pages only, there is no log.txt; pages/<sha256>/proofs.jsonl has the
 * lines that tell of the page with what leads from each to the root of the
 * head. The same record and head make the same bytes. */
#ifndef AHD_ENGINE_BUNDLE_H
#define AHD_ENGINE_BUNDLE_H

#include "ahd.h"
#include "audit/log_head.h"
#include "store/store.h"

#define AHD_BUNDLE_TITLE "AHD-BUNDLE.txt"
#define AHD_BUNDLE_HEAD "head.txt"
#define AHD_BUNDLE_LOG "log.txt"
#define AHD_BUNDLE_MANIFEST "MANIFEST.sha256"
#define AHD_BUNDLE_PAGES "pages/"

/* To be read with libarchive; NULL when it cannot be opened. */
struct archive *ahd_bundle_open(const char *path);

#endif
