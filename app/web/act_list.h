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

/* Under a heading of level 2; `none` is the word for an empty list. */
AHD_MUST_USE ahd_status ahd_act_list_write(ahd_view *view,
                                           const ahd_filter *filter,
                                           const char *none, ahd_error *error);

#endif
