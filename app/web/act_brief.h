/* act_brief.h - an act in a few lines, where a page shows some of many.
 *
 *     accused of a breach   A → B                      26 October 2020
 *     «the sentence»  ← opens the document there
 *     said by C · via D · Outlet · told 3 times */
#ifndef AHD_WEB_ACT_BRIEF_H
#define AHD_WEB_ACT_BRIEF_H

#include "web/inquiry.h"

/* `row` is one of the lists "fresh", "placed" or "tellings" of
 * store/overview.h; inside an <li>. */
void ahd_act_brief_write(ahd_view *view, const json_t *row);

/* Its first line, as all lists of acts have it. */
void ahd_act_brief_who(ahd_view *view, ahd_str act, ahd_str source,
                       ahd_str target, ahd_str modality);

/* "A + B" of "A | B", each set apart. */
void ahd_act_brief_names(ahd_view *view, ahd_str names);

#endif
