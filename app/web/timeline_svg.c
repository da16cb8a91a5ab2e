#include "web/timeline_draw.h"

#include "base/day.h"
#include "web/pane.h"

#include <inttypes.h>
#include <stdio.h>

enum { RADIUS = 5 };

static double mark_x(const ahd_drawing *d, const ahd_mark *m)
{
    double width = (double)AHD_DRAW_PLOT / (d->t->places * d->t->slots);

    return ahd_draw_across(d, AHD_DRAW_GUTTER + (m->slot + 1) * width / 2);
}

static double mark_y(const ahd_drawing *d, const ahd_mark *m)
{
    return d->lane[m->lane] + AHD_DRAW_PAD + (m->row + 0.5) * AHD_DRAW_ROW;
}

/* ------------------------------------------------------------------- words */

static void put_iso(char iso[AHD_DAY_ISO + 1], int32_t day)
{
    ahd_day_iso(day, iso);
    iso[AHD_DAY_ISO] = '\0';
}

/* Set apart from the words around, whatever their direction. */
static void say_apart(ahd_view *view, ahd_str words)
{
    ahd_html(view->out, "\u2068$t\u2069", words);
}

static void say_names(ahd_view *view, ahd_str names)
{
    bool first = true;

    while (names.len > 0) {
        ahd_str name = ahd_str_trim(ahd_str_cut(&names, '|'));
        if (!first)
            ahd_html_raw(view->out, " + ");
        say_apart(view, name);
        first = false;
    }
}

/* "accused of breach: A → B · 27 July 2015 · 3 tellings · “…”". */
static void say_mark(const ahd_drawing *d, const ahd_mark *m)
{
    ahd_view *view = d->view;
    ahd_str source = ahd_timeline_str(d->t, m->source);
    ahd_str target = ahd_timeline_str(d->t, m->target);
    ahd_str act = ahd_timeline_str(d->t, m->act);

    ahd_html_text(view->out, ahd_wording_of(view->tongue, "act", act));
    ahd_html_raw(view->out, ": ");
    say_names(view, source);
    if (target.len > 0)
        ahd_html_text(view->out,
                      view->tongue == AHD_AR ? AHD_STR(" ← ") : AHD_STR(" → "));
    say_names(view, target);
    ahd_html_raw(view->out, " · ");
    ahd_draw_day(view, m->day);
    if (m->tellings > 1) {
        ahd_html_raw(view->out, " · ");
        ahd_view_counted(view, "count.tellings", m->tellings);
    }
    ahd_html_raw(view->out, " · ");
    say_apart(view, ahd_timeline_str(d->t, m->sentence));
}

static void put_href(const ahd_drawing *d, const ahd_mark *m)
{
    ahd_pane_href(d->view, ahd_timeline_str(d->t, m->document), m->n);
}

/* -------------------------------------------------------------------- arcs */

/* From what points to what it points at. */
static void put_arc(const ahd_drawing *d, const ahd_joint *joint)
{
    double x1 = mark_x(d, joint->from), y1 = mark_y(d, joint->from);
    double x2 = mark_x(d, joint->to), y2 = mark_y(d, joint->to);
    double bow = x1 == x2 ? 26 : 0; /* one above the other */

    ahd_html(d->view->out, "<path class=\"arc arc-$u$t\" data-ends=\"$a $a\"",
             ahd_field_text(joint->link, "role"),
             ahd_field_true(joint->link, "inferred") ? AHD_STR(" inferred")
                                                     : AHD_STR(""),
             ahd_timeline_str(d->t, joint->from->id),
             ahd_timeline_str(d->t, joint->to->id));
    ahd_buf_printf(
        d->view->out, " d=\"M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f\"/>\n",
        x1, y1, x1 + bow, (y1 + y2) / 2, x2 + bow, (y1 + y2) / 2, x2, y2);
}

static void put_arcs(const ahd_drawing *d)
{
    for (size_t i = 0; i < d->joint_count; i++)
        put_arc(d, &d->joints[i]);
}

/* ------------------------------------------------------------------- marks */

static void put_mark(const ahd_drawing *d, const ahd_mark *m, bool first)
{
    ahd_view *view = d->view;

    ahd_html(view->out, "<a class=\"dot-mark ref-$u$t\" data-id=\"$a\"$t",
             ahd_timeline_str(d->t, m->act),
             m->actual ? AHD_STR("") : AHD_STR(" planned"),
             ahd_timeline_str(d->t, m->id),
             first ? AHD_STR("") : AHD_STR(" tabindex=-1"));
    put_href(d, m);
    ahd_html_raw(view->out, "><title>");
    say_mark(d, m);
    ahd_buf_printf(
        view->out, "</title><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/></a>\n",
        mark_x(d, m), mark_y(d, m), m->tellings > 1 ? RADIUS + 1 : RADIUS);
}

/* The address of other days: ` href="/agreements/ID?lang=…&from=…&to=…"`. */
void ahd_draw_days(const ahd_drawing *d, int32_t from, int32_t to)
{
    char first[AHD_DAY_ISO + 1], last[AHD_DAY_ISO + 1];

    put_iso(first, from);
    put_iso(last, to);
    ahd_html(d->view->out,
             " href=\"/agreements/$u?lang=$u&amp;from=$u&amp;to=$u#timeline\"",
             d->view->request->rest,
             d->view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"),
             ahd_str_from(first), ahd_str_from(last));
}

/* What a heap has no room for. */
typedef struct rest {
    const ahd_mark *first, *last;
    size_t count;
} rest;

/* How many, and where they are shown. */
static void put_rest(const ahd_drawing *d, rest *r)
{
    if (r->count == 0)
        return;
    ahd_html_raw(d->view->out, "<a class=\"rest\" tabindex=\"-1\"");
    ahd_draw_days(d, r->first->day, r->last->day);
    ahd_buf_printf(d->view->out,
                   "><text x=\"%.1f\" y=\"%.1f\">+%zu</text></a>\n",
                   mark_x(d, r->first),
                   d->lane[r->first->lane] + AHD_DRAW_PAD - 1, r->count);
    *r = (rest){0};
}

static void put_marks(const ahd_drawing *d)
{
    rest rests[AHD_TIMELINE_LANES] = {{0}};
    bool first = true;

    for (size_t i = d->t->start; i < d->t->end; i++) {
        const ahd_mark *m = &d->t->marks[i];
        rest *r = &rests[m->lane];
        if (m->row < AHD_TIMELINE_HEAP) {
            put_mark(d, m, first);
            first = false;
            continue;
        }
        if (r->count > 0 &&
            r->first->slot / 2 / d->t->slots != m->slot / 2 / d->t->slots)
            put_rest(d, r);
        if (r->count++ == 0)
            r->first = m;
        r->last = m;
    }
    for (size_t lane = 0; lane < AHD_TIMELINE_LANES; lane++)
        put_rest(d, &rests[lane]);
}

static void draw(const ahd_drawing *d, const json_t *commitments)
{
    ahd_buf_printf(d->view->out,
                   "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
                   "aria-labelledby=\"timeline-title\">"
                   "<svg viewBox=\"0 0 %d %.0f\" role=\"group\" "
                   "data-gutter=\"%d\" data-plot=\"%d\" aria-label=\"",
                   AHD_DRAW_WIDTH, d->height, AHD_DRAW_GUTTER, AHD_DRAW_PLOT);
    ahd_html(d->view->out, "$a\">\n",
             ahd_wording_get(d->view->tongue, "timeline.title"));
    ahd_draw_axis(d, commitments);
    put_arcs(d);
    put_marks(d);
    ahd_html_raw(d->view->out, "</svg></div>\n");
}

/* ----------------------------------------------------------------- section */

/* As scripts have what is not there. */
static ahd_str asked(const ahd_view *view, const char *name)
{
    ahd_str value = ahd_request_param(view->request, name);

    return value.len ? value : AHD_STR("null");
}

void ahd_timeline_write(const ahd_timeline *t, ahd_view *view,
                        const json_t *links, const json_t *commitments)
{
    ahd_drawing d = {.t = t, .view = view};
    char from[AHD_DAY_ISO + 1], to[AHD_DAY_ISO + 1];

    if (t->count == 0)
        return;
    if (!ahd_draw_join(&d, links)) {
        ahd_draw_join_finish(&d);
        view->out->failed = true;
        return;
    }
    ahd_draw_lanes_set(&d, commitments);
    put_iso(from, t->from);
    put_iso(to, t->to);
    ahd_html(view->out,
             "<section id=\"timeline\" class=\"timeline\" "
             "data-with=\"timeline\" data-from=\"$a\" data-to=\"$a\" "
             "data-asked=\"$a $a\"><h2 id=\"timeline-title\">$t</h2>\n",
             ahd_str_from(from), ahd_str_from(to), asked(view, "from"),
             asked(view, "to"),
             ahd_wording_get(view->tongue, "timeline.title"));
    ahd_draw_shown(&d);
    ahd_draw_ways(&d);
    draw(&d, commitments);
    ahd_draw_table(&d);
    ahd_html_raw(view->out, "</section>\n");
    ahd_draw_join_finish(&d);
}
