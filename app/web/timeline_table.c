#include "web/pane.h"
#include "web/timeline_draw.h"

#include <inttypes.h>

/* ------------------------------------------------------- the days that show */

static void put_way(const ahd_drawing *d, int64_t from, int64_t to,
                    const char *word)
{
    ahd_html_raw(d->view->out, "<li><a");
    ahd_draw_days(d, (int32_t)from, (int32_t)to);
    ahd_html(d->view->out, ">$t</a></li>\n",
             ahd_wording_get(d->view->tongue, word));
}

/* To other days: a half earlier or later, half as many, twice as many, all. */
void ahd_draw_ways(const ahd_drawing *d)
{
    const ahd_timeline *t = d->t;
    int64_t from = t->from, to = t->to, span = to - from + 1;

    ahd_html(d->view->out, "<ul class=\"ways\" aria-label=\"$a\">\n",
             ahd_wording_get(d->view->tongue, "timeline.days"));
    if (from > t->first)
        put_way(d, from - (span + 1) / 2, to - (span + 1) / 2,
                "timeline.earlier");
    if (to < t->last)
        put_way(d, from + (span + 1) / 2, to + (span + 1) / 2,
                "timeline.later");
    if (span > 2)
        put_way(d, from + span / 4, to - span / 4, "timeline.closer");
    if (from > t->first || to < t->last) {
        put_way(d, from - (span + 1) / 2, to + (span + 1) / 2,
                "timeline.wider");
        put_way(d, t->first, t->last, "timeline.all");
    }
    ahd_html_raw(d->view->out, "</ul>\n");
}

void ahd_draw_shown(const ahd_drawing *d)
{
    const ahd_timeline *t = d->t;

    ahd_html_raw(d->view->out, "<p class=\"meta\">");
    ahd_draw_day(d->view, t->from);
    ahd_html_raw(d->view->out, " – ");
    ahd_draw_day(d->view, t->to);
    ahd_html_raw(d->view->out, " <span class=\"dot\">·</span> ");
    ahd_view_count(d->view, "count.acts", (int64_t)(t->end - t->start));
    if (t->start > 0)
        ahd_view_count(d->view, "timeline.before", (int64_t)t->start);
    if (t->end < t->count)
        ahd_view_count(d->view, "timeline.after", (int64_t)(t->count - t->end));
    if (t->cut)
        ahd_html(d->view->out, "<span class=\"tag\">$t</span>",
                 ahd_wording_get(d->view->tongue, "timeline.cut"));
    ahd_html_raw(d->view->out, "</p>\n");
}

/* ---------------------------------------------------------- as a table */

static void put_names(ahd_view *view, ahd_str names)
{
    bool first = true;

    while (names.len > 0) {
        ahd_str name = ahd_str_trim(ahd_str_cut(&names, '|'));
        if (!first)
            ahd_html_raw(view->out, " + ");
        ahd_view_text(view, name);
        first = false;
    }
}

/* What it points at, by the number of the row; `joint` is the first that may
 * be its own, and is moved past them. */
static void put_pointers(const ahd_drawing *d, const ahd_mark *m, size_t *joint)
{
    for (; *joint < d->joint_count && d->joints[*joint].from <= m; ++*joint) {
        const ahd_joint *j = &d->joints[*joint];
        ahd_html_raw(d->view->out, "<div>");
        ahd_view_value(d->view, "about.role", ahd_field_text(j->link, "role"));
        ahd_buf_printf(d->view->out, ": %zu",
                       (size_t)(j->to - d->t->marks) - d->t->start + 1);
        if (ahd_field_true(j->link, "inferred"))
            ahd_html(d->view->out, " <span class=\"how-inferred\">$t</span>",
                     ahd_wording_get(d->view->tongue, "how.inferred"));
        ahd_html_raw(d->view->out, "</div>");
    }
}

static void put_row(const ahd_drawing *d, const ahd_mark *m, size_t *joint)
{
    ahd_view *view = d->view;
    ahd_str target = ahd_timeline_str(d->t, m->target);

    ahd_buf_printf(view->out, "<tr><td>%zu</td><td>",
                   (size_t)(m - d->t->marks) - d->t->start + 1);
    ahd_view_date(view, ahd_timeline_str(d->t, m->day_words), "date.none");
    ahd_html_raw(view->out, "</td><td><a");
    ahd_pane_href(view, ahd_timeline_str(d->t, m->document), m->n);
    ahd_html_raw(view->out, ">");
    ahd_view_value(view, "act", ahd_timeline_str(d->t, m->act));
    ahd_html_raw(view->out, "</a></td><td>");
    put_names(view, ahd_timeline_str(d->t, m->source));
    if (target.len > 0)
        ahd_html(view->out, " <span class=\"arrow\">$t</span> ",
                 view->tongue == AHD_AR ? AHD_STR("←") : AHD_STR("→"));
    put_names(view, target);
    ahd_html_raw(view->out, "</td><td>");
    put_pointers(d, m, joint);
    ahd_buf_printf(view->out, "</td><td>%" PRId64 "</td></tr>\n", m->tellings);
}

void ahd_draw_table(const ahd_drawing *d)
{
    static const char *const heads[] = {
        "timeline.n", "act.date",          "act.one",
        "act.who",    "timeline.pointers", "count.tellings",
    };
    ahd_view *view = d->view;
    size_t joint = 0;

    ahd_html(view->out,
             "<details class=\"table\"><summary>$t</summary>\n"
             "<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
             "aria-label=\"$a\"><table><thead><tr>",
             ahd_wording_get(view->tongue, "timeline.table"),
             ahd_wording_get(view->tongue, "timeline.table"));
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        ahd_html(view->out, "<th scope=\"col\">$t</th>",
                 ahd_wording_get(view->tongue, heads[i]));
    ahd_html_raw(view->out, "</tr></thead><tbody>\n");
    for (size_t i = d->t->start; i < d->t->end; i++)
        put_row(d, &d->t->marks[i], &joint);
    ahd_html_raw(view->out, "</tbody></table></div></details>\n");
}
