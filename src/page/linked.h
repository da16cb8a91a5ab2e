/* linked.h - what the JSON-LD of a page says of it.
 *
 *     {"@graph":[{"@type":"WebPage","datePublished":"2021-03-02"},
 *                {"@type":"NewsArticle","datePublished":"2021-03-01",
 *                 "author":{"@id":"#jane"}},
 *                {"@type":"Person","@id":"#jane","name":"Jane Doe"}]}
 *         ->  published 2021-03-01, author "Jane Doe"
 *
 * An article tells more than a page, and both more than what they hold: items
 * of a list, comments and images are passed over. Broken JSON gives what stood
 * before the break. */
#ifndef AHD_PAGE_LINKED_H
#define AHD_PAGE_LINKED_H

#include "meta.h"

/* `json`: the text of a script of type application/ld+json. */
void ahd_linked_take(ahd_meta *meta, ahd_str json);

/* Names the authors that were only referred to. What nobody names stays a
 * reference, and is no value. */
void ahd_linked_finish(ahd_meta *meta);

#endif
