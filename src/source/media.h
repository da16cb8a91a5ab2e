/* media.h - which media types are pages, and what the others are.
 *
 *     "text/html" -> a page      "image/png" -> an image */
#ifndef AHD_SOURCE_MEDIA_H
#define AHD_SOURCE_MEDIA_H

#include "base/str.h"
#include "refusal.h"

/* `type` in small letters, without parameters. Without a type, the ending of
 * `path` tells. AHD_REFUSAL_NONE: it may be a page. */
ahd_refusal ahd_media_judge(ahd_str type, const char *path);

/* Is it one that means HTML? */
bool ahd_media_is_html(ahd_str type);

#endif
