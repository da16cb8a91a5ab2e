/* pages.h - the pages of the site, a file each, and the site itself. */
#ifndef AHD_WEB_PAGES_H
#define AHD_WEB_PAGES_H

#include "ahd.h"
#include "http/route.h"

ahd_route_fn ahd_pages_agreements, ahd_pages_agreement, ahd_pages_documents,
    ahd_pages_document, ahd_pages_actors, ahd_pages_actor, ahd_pages_disputes,
    ahd_pages_dispute, ahd_pages_about, ahd_pages_passage;

/* The site over an open record, which must outlive it. */
ahd_site ahd_pages_site(ahd_record *record);

#endif
