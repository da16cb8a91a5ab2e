/* overview.h - what pages about the whole record ask of a store.
 *
 *     {.what = "weeks", .id = "ly-x", .from = "2020-10-20",
 *      .to = "2020-10-27", .after = -1, .limit = 26}
 *     → [{"week":0,"acts":4,"claims":1}, …]
 *
 * A question is a statement; its answer a list of objects, one a row, whose
 * names are the statement's columns, without those that have no value.
 *
 *     record       the day last told up to `to`, the last page and its day
 *     added        the page in the middle of `after` and `limit`, and its day
 *     fresh-told   agreements by acts of the days `from` to `to`
 *     fresh-kept   … by acts of pages above `after`
 *     weeks        of agreement `id` the acts of `limit` weeks before `from`;
 *                  week -1 is since then, up to `to`; `told`: since when what
 *                  happened then was told
 *     kept         of agreement `id` the new acts of pages above `after`, and
 *                  those that were told before
 *     fresh        of agreement `id` the new acts, the latest first
 *     refused      pages above `after` that are no article, by reason
 *     refusals     … the latest of them
 *     outlets      documents of the days `from` to `to` by outlet
 *     feeds        feeds that could not be polled
 *     claimed      disputes with claims of these days, as their cards
 *     deadlines    commitments with a deadline in these days
 *     found        the names of the found agreement `id`
 *     places       acts by place and type; "places-agreement": of agreement
 * `id` and, if any, actor `other`; "places-actor": of actor `other` placed …
 * the acts themselves at `place`, likewise roles        acts of actor `id` by
 * slot and type company      who is in acts with actor `id`, by type tellings
 * of occurrence `id` copies       documents of the same story as document `id`
 *     shared       acts of document `id` that others tell too
 *
 *     act-told     act `after` of document `id`, and its occurrence
 *     together     what is told as one with it; "near": acts of the same type
 *                  about the same and of these days, elsewhere; "near-links":
 *                  acts that it may be about, in the role `other`;
 *                  "near-agreements": what others of its page, and of its
 *                  actors those days, are about
 *     links        acts that it is linked to, by role; "links-to": to it
 *     paired       what people said of tellings of occurrence `id` and others
 *     paired-document   the same of all acts of document `id`
 *     document-told, story-told, near-documents, paired-stories
 *                  the same of document `id`, its story, and documents of acts
 *                  of the same day; the first takes the id of a story as well
 *     many-acts    how many acts there are, up to `limit`
 *
 * `after` is a page's number; what is new came after it, or, when it is below
 * 0, is of the days `from` to `to`. Counts are of the latest 8,000 to 20,000 rows,
 * those that look into every act of the latest 1,500 to 4,000, so that no answer waits for a
 * million. Part of store.h. */
#ifndef AHD_STORE_OVERVIEW_H
#define AHD_STORE_OVERVIEW_H

#include "store/store.h"

/* The answer as a list, added to `out`. AHD_EUSAGE: no such question. */
AHD_MUST_USE ahd_status ahd_store_ask(ahd_store *store, const ahd_overview *ask,
                                      ahd_buf *out, ahd_error *error);

#endif
