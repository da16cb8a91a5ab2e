/* watched.h - one agreement on the page of today: what is new, beside what is
 * usual.
 *
 *     Ceasefire in Libya                 ▁▁▂▁█   follow
 *     4 claims · usual 1–2 a week · more than usual
 *     12 new acts, of which the latest … */
#ifndef AHD_WEB_WATCHED_H
#define AHD_WEB_WATCHED_H

#include "web/follow.h"
#include "web/period.h"

enum { AHD_WATCHED_WEEKS = 26 };

/* The agreement `id`, which has its NUL. */
AHD_MUST_USE ahd_status ahd_watched_write(ahd_view *view,
                                          const ahd_period *period,
                                          const ahd_follow *follow, ahd_str id,
                                          ahd_error *error);

#endif
