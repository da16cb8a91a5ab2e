#include "web/tenure.h"

#include "base/day.h"

#include <stdlib.h>

enum {
    WIDTH = 200, /* of a bar, in its own units */
    SHOWN = 10,  /* rows before the others are folded away */
    OPEN = 5,    /* years that a bar without an end or beginning is drawn */
    YEAR = 365,
};

typedef struct bar {
    const json_t *row;
    int32_t since, until; /* INT32_MIN: not known */
} bar;

typedef struct chart {
    bar *bars;
    size_t count;
    int32_t first, last; /* days that are drawn */
} chart;

void ahd_tenure_days(ahd_view *view, const json_t *row)
{
    static const struct {
        const char *key, *word;
    } ends[] = {{"since", "fact.since"}, {"until", "fact.until"}};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        ahd_str day = ahd_field_text(row, ends[i].key);
        if (day.len == 0)
            continue;
        ahd_html(view->out, "<span class=\"item\">$t ",
                 ahd_wording_get(view->tongue, ends[i].word));
        ahd_view_date(view, day, "date.none");
        ahd_html_raw(view->out, "</span> ");
    }
}

/* ------------------------------------------------------------------- days */

/* Known only from one side, it is drawn for some years to the other. */
static int32_t begin_of(const bar *b)
{
    return b->since != INT32_MIN   ? b->since
           : b->until != INT32_MIN ? b->until - OPEN * YEAR
                                   : INT32_MIN;
}

static int32_t end_of(const bar *b)
{
    return b->until != INT32_MIN   ? b->until
           : b->since != INT32_MIN ? b->since + OPEN * YEAR
                                   : INT32_MIN;
}

/* The latest first; without any day last. */
static int by_day(const void *left, const void *right)
{
    int32_t a = begin_of(left), b = begin_of(right);

    return (a < b) - (a > b);
}

static bool measure(chart *c, const json_t *rows)
{
    const json_t *row;
    size_t i;

    *c = (chart){.first = INT32_MAX, .last = INT32_MIN};
    c->bars = calloc(json_array_size(rows) + 1, sizeof *c->bars);
    if (c->bars == NULL)
        return false;
    ahd_field_each(rows, i, row)
    {
        bar *b = &c->bars[c->count++];
        *b = (bar){row, ahd_day_from_iso(ahd_field_text(row, "since")),
                   ahd_day_from_iso(ahd_field_text(row, "until"))};
        if (begin_of(b) == INT32_MIN)
            continue;
        c->first = begin_of(b) < c->first ? begin_of(b) : c->first;
        c->last = end_of(b) > c->last ? end_of(b) : c->last;
    }
    if (c->count > 1)
        qsort(c->bars, c->count, sizeof *c->bars, by_day);
    return true;
}

/* ---------------------------------------------------------------- writing */

static double place_of(const chart *c, int32_t day)
{
    return (double)(day - c->first) * WIDTH / (double)(c->last - c->first);
}

static void write_bar(ahd_buf *out, const chart *c, const bar *b)
{
    if (begin_of(b) == INT32_MIN || c->last <= c->first)
        return;
    double from = place_of(c, begin_of(b)), to = place_of(c, end_of(b));
    bool open = b->since == INT32_MIN || b->until == INT32_MIN;

    ahd_buf_printf(out,
                   "<svg class=\"bar\" viewBox=\"0 0 %d 8\" "
                   "preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                   "<path class=\"ground\" d=\"M0 4H%d\"/>"
                   "<rect class=\"%s\" x=\"%.1f\" y=\"1\" width=\"%.1f\" "
                   "height=\"6\"/></svg>\n",
                   WIDTH, WIDTH, open ? "open" : "held", from,
                   to - from < 1 ? 1 : to - from);
}

static void write_rows(ahd_view *view, const chart *c, size_t from, size_t to,
                       ahd_tenure_fn *write)
{
    ahd_html_raw(view->out, "<ul class=\"plain tenure\">\n");
    for (size_t i = from; i < to; i++) {
        ahd_html_raw(view->out, "<li>");
        write(view, c->bars[i].row);
        ahd_html_raw(view->out, "\n");
        write_bar(view->out, c, &c->bars[i]);
        ahd_html_raw(view->out, "<p class=\"meta\">");
        ahd_tenure_days(view, c->bars[i].row);
        ahd_html_raw(view->out, "</p></li>\n");
    }
    ahd_html_raw(view->out, "</ul>\n");
}

static void write_axis(ahd_view *view, const chart *c)
{
    int years[2], month, day;

    if (c->last <= c->first)
        return;
    ahd_day_split(c->first, &years[0], &month, &day);
    ahd_day_split(c->last, &years[1], &month, &day);
    ahd_buf_printf(view->out,
                   "<p class=\"axis\" aria-hidden=\"true\"><span>%d</span>"
                   "<span>%d</span></p>\n",
                   years[0], years[1]);
}

void ahd_tenure_write(ahd_view *view, const json_t *rows, const char *heading,
                      ahd_tenure_fn *write)
{
    chart c;

    if (json_array_size(rows) == 0 || !measure(&c, rows))
        return;
    size_t shown = c.count < SHOWN ? c.count : SHOWN;
    ahd_html(view->out, "<section><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, heading));
    write_axis(view, &c);
    write_rows(view, &c, 0, shown, write);
    if (shown < c.count) {
        ahd_html_raw(view->out, "<details><summary>");
        ahd_view_count(view, "count.more", (int64_t)(c.count - shown));
        ahd_html_raw(view->out, "</summary>\n");
        write_rows(view, &c, shown, c.count, write);
        ahd_html_raw(view->out, "</details>\n");
    }
    ahd_html_raw(view->out, "</section>\n");
    free(c.bars);
}
