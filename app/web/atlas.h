/* atlas.h - acts on a map: a point a place, as large as there are acts, in the
 * colours of what is done there.
 *
 *     {.agreement = "ly-x"}  → points for Geneva (5 acts), Doha (2), …
 *
 * The outline of the world is a file of its own (ui/land.svg), so that a page
 * carries its points alone. Without it nothing is drawn: see ahd_atlas_drawn.
 * Of a country as a whole only its middle can be shown, as a ring. */
#ifndef AHD_WEB_ATLAS_H
#define AHD_WEB_ATLAS_H

#include "web/globe.h"
#include "web/inquiry.h"

/* What people do about an agreement, in the six colours of the pages. */
typedef enum ahd_family {
    AHD_FAMILY_MAKE,   /* sign commit implement extend */
    AHD_FAMILY_TALK,   /* meet negotiate mediate */
    AHD_FAMILY_CLAIM,  /* accuse breach condemn threaten */
    AHD_FAMILY_REFUSE, /* deny reject suspend */
    AHD_FAMILY_ASK,    /* demand */
    AHD_FAMILY_SIDE,   /* support */
    AHD_FAMILIES
} ahd_family;
extern const char *const ahd_family_names[AHD_FAMILIES]; /* "make" … */

typedef struct ahd_spot {
    ahd_str id;
    ahd_known known;
    ahd_globe_point at;
    int64_t acts[AHD_FAMILIES], all;
} ahd_spot;

enum { AHD_ATLAS_NAME = sizeof "places-agreement" };

/* Which acts: any where a field is empty. All are followed by a NUL. */
typedef struct ahd_atlas_filter {
    ahd_str agreement, actor, act, from, to;
} ahd_atlas_filter;

typedef struct ahd_atlas {
    ahd_atlas_filter filter;
    ahd_spot *spots; /* most acts first */
    size_t count;
    json_t *rows; /* what the spots borrow from */
} ahd_atlas;

/* The question `what` ("places") as it is asked of such a filter. */
ahd_overview ahd_atlas_ask(const ahd_atlas_filter *filter, const char *what,
                           char name[AHD_ATLAS_NAME]);

/* Finish also what could not be read. */
AHD_MUST_USE ahd_status ahd_atlas_read(const ahd_view *view,
                                       const ahd_atlas_filter *filter,
                                       ahd_atlas *out, ahd_error *error);
void ahd_atlas_finish(ahd_atlas *atlas);

/* Can maps be drawn by this build? */
bool ahd_atlas_drawn(void);

/* The map; `whole`: of all the world, else as much as the points need. */
void ahd_atlas_draw(ahd_view *view, const ahd_atlas *atlas, bool whole);

/* The address of the map with this filter and, unless empty, a place; `whole`:
 * of all the world. */
void ahd_atlas_href(ahd_view *view, const ahd_atlas_filter *filter,
                    ahd_str place, bool whole);

/* How many acts of each family, those there are none of left out. */
void ahd_atlas_families(ahd_view *view, const int64_t acts[AHD_FAMILIES]);

/* A small map in a section of its own, leading to the map; nothing when no act
 * of the filter has a place. */
AHD_MUST_USE ahd_status ahd_atlas_inset(ahd_view *view,
                                        const ahd_atlas_filter *filter,
                                        ahd_error *error);

#endif
