/* assets.h - the files of ui/, embedded in the program by ui_embed.S. */
#ifndef AHD_WEB_ASSETS_H
#define AHD_WEB_ASSETS_H

#include "http/route.h"

/* Changes whenever the style does, so that it may be cached for good. */
ahd_str ahd_assets_version(void);

ahd_route_fn ahd_assets_style, ahd_assets_icon;

#endif
