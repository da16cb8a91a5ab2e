/* timeline_draw.h - what the files that draw a timeline share: places in units
 * of the drawing, and how days and links are said.
 *
 *     timeline_svg.c     the section and the drawing: marks and arcs
 *     timeline_axis.c    lanes, ticks and deadlines
 *     timeline_joints.c  which links join which marks
 *     timeline_table.c   the same as a table, and the ways to other days */
#ifndef AHD_WEB_TIMELINE_DRAW_H
#define AHD_WEB_TIMELINE_DRAW_H

#include "web/timeline.h"

/* WIDTH wide: of its beginning GUTTER is for the names of the lanes. */
enum {
    AHD_DRAW_WIDTH = 960,
    AHD_DRAW_GUTTER = 118,
    AHD_DRAW_PLOT = 828,
    AHD_DRAW_ROW = 15,
    AHD_DRAW_PAD = 8,
    AHD_DRAW_AXIS = 24
};

typedef struct ahd_drawn {
    ahd_str id;
    const ahd_mark *mark;
} ahd_drawn;

/* A link between two marks that are drawn. */
typedef struct ahd_joint {
    const ahd_mark *from, *to;
    const json_t *link;
} ahd_joint;

typedef struct ahd_drawing {
    const ahd_timeline *t;
    ahd_view *view;
    double lane[AHD_TIMELINE_LANES]; /* its upper edge */
    double top, height;
    ahd_drawn *by_id;      /* the marks that are drawn, sorted */
    ahd_drawn *by_telling; /* by document and act */
    size_t count;
    ahd_joint *joints; /* by mark, as they are in time */
    size_t joint_count;
} ahd_drawing;

/* Time runs in the direction of the page. */
static inline double ahd_draw_across(const ahd_drawing *d, double x)
{
    return d->view->tongue == AHD_AR ? AHD_DRAW_WIDTH - x : x;
}

/* timeline_axis.c */
void ahd_draw_lanes_set(ahd_drawing *d, const json_t *commitments);
void ahd_draw_axis(const ahd_drawing *d, const json_t *commitments);
/* "27 July 2015", without markup. */
void ahd_draw_day(ahd_view *view, int32_t day);

/* timeline_joints.c: finds the marks and the links between them. Undone by
 * ahd_draw_join_finish, also when it failed. */
AHD_MUST_USE bool ahd_draw_join(ahd_drawing *d, const json_t *links);
void ahd_draw_join_finish(ahd_drawing *d);

/* timeline_svg.c */
/* The address of other days: ` href="/agreements/ID?…&from=…&to=…"`. */
void ahd_draw_days(const ahd_drawing *d, int32_t from, int32_t to);

/* timeline_table.c */
void ahd_draw_shown(const ahd_drawing *d); /* which days, how many acts */
void ahd_draw_ways(const ahd_drawing *d);
void ahd_draw_table(const ahd_drawing *d);

#endif
