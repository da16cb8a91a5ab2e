/* sniff.h - what a file is, by its name and its first bytes.
 *
 *     "a.html.gz" -> HTML      "page" "<!DOCTYPE html>…" -> HTML
 *     "a.txt" "%PDF-1.5…" -> not text: "PDF" */
#ifndef AHD_SOURCE_SNIFF_H
#define AHD_SOURCE_SNIFF_H

#include "doc/page_in.h"

/* `head` is the start of the content, decompressed. */
ahd_format ahd_sniff_format(const char *path, ahd_str head);

ahd_format ahd_sniff_content(ahd_str head); /* by the bytes alone */

/* What the bytes are when they are neither text nor HTML: "PDF", "an image",
 * "binary data"; NULL when they may be text. */
const char *ahd_sniff_binary(ahd_str head);

#endif
