/* delivery.h - a list on its way out, as a file.
 *
 *     ahd_delivery_send(&view, table, AHD_AS_CSV, &asked)
 *
 * What fits into one piece is sent at once, and not again to who has it; what
 * is longer is read from the record piece by piece while it is sent, so that it
 * takes the memory of one. Rows come in the order of ahd_find or of their
 * keys. */
#ifndef AHD_WEB_DELIVERY_H
#define AHD_WEB_DELIVERY_H

#include "web/asked.h"
#include "web/column.h"

typedef enum ahd_as {
    AHD_AS_CSV,
    AHD_AS_JSONL,
    AHD_AS_GEOJSON, /* of acts */
    AHD_AS_ALL
} ahd_as;

enum { AHD_DELIVERY_FOUND = 5000 }; /* documents of a search, at most */

/* The page of an error when it cannot be done. */
void ahd_delivery_send(ahd_view *view, const ahd_table *table, ahd_as as,
                       const ahd_asked *asked);

#endif
