/* assets.h - the files of ui/, embedded in the program by ui_embed.S.
 *
 *     /ui/1f3a9c02/ahd.css     the version, which is one of all files together
 *
 * A file names its neighbours without a version ("serif.woff2", "./pane.js"),
 * and a browser keeps an address of the present version for good. A new file is
 * a line of ui/assets.inc. */
#ifndef AHD_WEB_ASSETS_H
#define AHD_WEB_ASSETS_H

#include "http/route.h"

/* Changes whenever any of the files does. */
ahd_str ahd_assets_version(void);

/* Is there a file of that name? One that comes from npm need not be. */
bool ahd_assets_has(const char *name);

/* Answers "VERSION/NAME". */
ahd_route_fn ahd_assets_send;

#endif
