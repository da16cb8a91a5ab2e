/* lent.h - the bytes of an item as a stream, whichever way it has them.
 *
 *     ahd_lent_open(&lent, item, &error);   ... lent.stream ...
 *     ahd_lent_close(&lent); */
#ifndef AHD_SOURCE_LENT_H
#define AHD_SOURCE_LENT_H

#include "container.h"

typedef struct ahd_lent {
    ahd_stream *stream;
    bool own;      /* made here, of `bytes` */
    ahd_str bytes; /* not yet read */
} ahd_lent;

/* Both item and `lent` must stay where they are. */
AHD_MUST_USE ahd_status ahd_lent_open(ahd_lent *lent, const ahd_item *item,
                                      ahd_error *error);
void ahd_lent_close(ahd_lent *lent);

#endif
