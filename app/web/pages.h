/* pages.h - the pages of the site, a file each, and the site itself. */
#ifndef AHD_WEB_PAGES_H
#define AHD_WEB_PAGES_H

#include "ahd.h"
#include "http/route.h"
#include "web/desk.h"

ahd_route_fn ahd_pages_agreements, ahd_pages_agreement, ahd_pages_documents,
    ahd_pages_document, ahd_pages_actors, ahd_pages_actor, ahd_pages_disputes,
    ahd_pages_dispute, ahd_pages_about, ahd_pages_passage;

/* The review queue: its page; one act of it; forms; names while typing. */
ahd_route_fn ahd_pages_review, ahd_pages_review_item, ahd_pages_review_keep,
    ahd_pages_suggest;

/* An act or document beside others; its forms. */
ahd_route_fn ahd_pages_two, ahd_pages_two_keep;

/* What is new; its forms: an agreement followed, all of it seen. */
ahd_route_fn ahd_pages_today, ahd_pages_follow, ahd_pages_seen;

/* Searches, stories, and what leaves the program. */
ahd_route_fn ahd_pages_search, ahd_pages_download, ahd_pages_feed,
    ahd_pages_codebook, ahd_pages_codebook_csv, ahd_pages_stories,
    ahd_pages_story;

/* Acts by place; one act as all who tell it tell it. */
ahd_route_fn ahd_pages_map, ahd_pages_occurrence;

/* The site over a desk, which must outlive it. */
ahd_site ahd_pages_site(ahd_desk *desk);

#endif
