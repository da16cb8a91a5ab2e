/* review_alias.h - two ids that are one are one in the whole record.
 *
 *     a review of this page: "~p-x" and "ly-x" are one
 *       -> every page that names "~p-x" is listed with "ly-x" */
#ifndef AHD_ENGINE_REVIEW_ALIAS_H
#define AHD_ENGINE_REVIEW_ALIAS_H

#include "engine/current.h"

/* What follows from the page's reviews, when they say anything of ids: other
 * pages are refreshed; this one is decided again, and left to the caller. */
AHD_MUST_USE ahd_status ahd_review_alias_settle(ahd_store *store,
                                                ahd_current *page,
                                                ahd_error *error);

#endif
