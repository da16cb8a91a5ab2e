/* notices.h - what stands beside the agreements on the page of today, each a
 * section that is left out when it has nothing to say:
 *
 *     disputes that climbed, commitments due and missed, what could not be
 *     read, sources that are silent, feeds that cannot be reached */
#ifndef AHD_WEB_NOTICES_H
#define AHD_WEB_NOTICES_H

#include "web/follow.h"
#include "web/period.h"

/* Of the agreements followed; of all when none is. */
AHD_MUST_USE ahd_status ahd_notices_disputes(ahd_view *view,
                                             const ahd_period *period,
                                             const ahd_follow *follow,
                                             ahd_error *error);
AHD_MUST_USE ahd_status ahd_notices_deadlines(ahd_view *view,
                                              const ahd_period *period,
                                              const ahd_follow *follow,
                                              ahd_error *error);

AHD_MUST_USE ahd_status ahd_notices_refused(ahd_view *view,
                                            const ahd_period *period,
                                            ahd_error *error);
AHD_MUST_USE ahd_status ahd_notices_silent(ahd_view *view,
                                           const ahd_period *period,
                                           ahd_error *error);

#endif
