/* act_list.h - the acts of an agreement or actor, by date.
 *
 *     23 October 2020
 *       signed   A; B          said by C · via D · Outlet
 *                «the sentence»     ← opens the document there
 *
 * Fifty of them, from ?offset= on. Of one agreement the sentences open in the
 * pane (pane.h), which its page must have. */
#ifndef AHD_WEB_ACT_LIST_H
#define AHD_WEB_ACT_LIST_H

#include "web/view.h"

/* A list that is written row by row: start it with `view`, then each row (an
 * ahd_act_fn), then its end; `none` is the word for an empty list. */
enum { AHD_ACT_LIST_DAY = 64 };

typedef struct ahd_act_list {
    ahd_view *view;
    bool with_agreement; /* the acts are of several agreements */
    size_t most;         /* rows that are shown; 0: all that come */
    size_t rows;
    bool more;                  /* one row more than that came */
    char day[AHD_ACT_LIST_DAY]; /* of the rows under the last heading */
    size_t day_len;
} ahd_act_list;

bool ahd_act_list_row(void *list, const ahd_act_row *row);
void ahd_act_list_end(const ahd_act_list *list, const char *none);

/* Under a heading of level 2; `none` is the word for an empty list. */
AHD_MUST_USE ahd_status ahd_act_list_write(ahd_view *view,
                                           const ahd_filter *filter,
                                           const char *none, ahd_error *error);

/* The word before who or what relays an act; NULL where its own words have one:
 * «في بيان». */
const char *ahd_act_list_via(ahd_str via);

#endif
