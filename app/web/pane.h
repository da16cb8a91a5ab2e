/* pane.h - the sentence of an act beside the page that leads to it.
 *
 *     /agreements/ly-x?lang=ar&act=DOCUMENT.3         the page, and the pane
 *     /agreements/ly-x?lang=ar&act=DOCUMENT.3&part=pane     the pane alone
 *
 * A page that has one starts with ahd_pane_only, writes the pane at the head of
 * its side, and leads to it by ahd_pane_href. */
#ifndef AHD_WEB_PANE_H
#define AHD_WEB_PANE_H

#include "web/view.h"

/* Answers a request for the pane alone; false when it is for the page. */
AHD_MUST_USE bool ahd_pane_only(ahd_view *view);

/* Empty when no act was asked for; an act that is not there is told. */
AHD_MUST_USE ahd_status ahd_pane_write(ahd_view *view, ahd_error *error);

/* ` href="…&act=DOCUMENT.3#pane"` of this page. */
void ahd_pane_href(ahd_view *view, ahd_str document, int64_t n);

#endif
