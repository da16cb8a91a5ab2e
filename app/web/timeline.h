/* timeline.h - what was done about an agreement, over time, in lanes.
 *
 *     deadlines      ◆
 *     signings     ●
 *     carrying out          ●
 *     claims            ● ●●  ●
 *     denials             ╰●        ← a denial, with an arc to its claim
 *     meetings     ●●
 *
 * A mark is an occurrence: one act, however many documents tell it. Marks that
 * fall into one place are heaped; what does not fit is a number that leads to
 * those days alone. The days shown are ?from= and ?to=; without them all, or
 * where nine tenths of the marks are when a few lie far off. Time runs in the
 * direction of the page.
 *
 * Here is where what goes (timeline.c); timeline_svg.c draws it. */
#ifndef AHD_WEB_TIMELINE_H
#define AHD_WEB_TIMELINE_H

#include "web/field.h"
#include "web/view.h"

enum {
    AHD_TIMELINE_LANES = 6,
    AHD_TIMELINE_PLACES = 58, /* beside each other */
    AHD_TIMELINE_HEAP = 6,    /* rows of marks in a lane */
};

/* A piece of ahd_timeline.words. */
typedef ahd_span ahd_timeline_words;

typedef struct ahd_mark {
    ahd_timeline_words id, act, document, day_words, sentence;
    ahd_timeline_words source, target, speaker;
    int64_t n, tellings;
    int32_t day;
    bool actual;       /* neither planned nor negated */
    uint8_t lane, row; /* row AHD_TIMELINE_HEAP: not shown but counted */
    uint16_t slot;     /* in halves of a mark's width, from the first day */
} ahd_mark;

typedef struct ahd_timeline {
    ahd_buf words;
    ahd_mark *marks; /* by day */
    size_t count, capacity;
    bool cut;            /* there are more than could be taken */
    int32_t from, to;    /* the days shown */
    int32_t first, last; /* of all marks */
    size_t start, end;   /* the marks shown: [start, end) */
    uint32_t slots;      /* of a place */
    uint32_t places;
    uint8_t rows[AHD_TIMELINE_LANES]; /* of each lane that are used */
} ahd_timeline;

/* Finish also what could not be read. */
AHD_MUST_USE ahd_status ahd_timeline_read(ahd_timeline *t, ahd_view *view,
                                          const char *agreement,
                                          ahd_error *error);
void ahd_timeline_finish(ahd_timeline *t);

/* Puts the marks, which have days and acts, into places. `from` and `to` are
 * what was asked for; AHD_DAY_NONE: nothing. */
void ahd_timeline_lay(ahd_timeline *t, int32_t from, int32_t to);

static inline ahd_str ahd_timeline_str(const ahd_timeline *t,
                                       ahd_timeline_words words)
{
    return ahd_str_span(ahd_buf_str(&t->words), words);
}

/* The section of the page: the drawing, and the same as a table. `links` are
 * those of ahd_record_links_json, `commitments` of the agreement. */
void ahd_timeline_write(const ahd_timeline *t, ahd_view *view,
                        const json_t *links, const json_t *commitments);

#endif
