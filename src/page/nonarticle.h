/* nonarticle.h - why an HTML page is no article.
 *
 *     <title>Page not found</title>, one sentence
 *         ->  AHD_KIND_ERROR, "an error page: Page not found" */
#ifndef AHD_PAGE_NONARTICLE_H
#define AHD_PAGE_NONARTICLE_H

#include "folio.h"

/* True when the page is refused: its document then says what it is instead, and
 * why. Asked when `keep` of its lines is set (keep.h). */
bool ahd_nonarticle_refuse(const ahd_folio *folio);

#endif
