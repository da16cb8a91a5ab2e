#include "web/timeline_draw.h"

#include "base/day.h"

enum {
    TOP = 4,
    FLAGS = 24, /* where deadlines stand, when there are any */
    TICKS = 8
};

/* ------------------------------------------------------------------ places */

static double day_x(const ahd_drawing *d, double day)
{
    double days = (double)d->t->to - d->t->from + 1;

    return ahd_draw_across(d, AHD_DRAW_GUTTER +
                                  (day - d->t->from) / days * AHD_DRAW_PLOT);
}

static int32_t deadline_of(const ahd_drawing *d, const json_t *commitment)
{
    int32_t day = ahd_day_from_iso(ahd_field_text(commitment, "deadline"));

    return day < d->t->from || day > d->t->to ? INT32_MIN : day;
}

void ahd_draw_lanes_set(ahd_drawing *d, const json_t *commitments)
{
    const json_t *one;
    size_t i;

    d->top = TOP;
    ahd_field_each(commitments, i, one)
    {
        if (deadline_of(d, one) != INT32_MIN)
            d->top = FLAGS;
    }
    d->height = d->top;
    for (i = 0; i < AHD_TIMELINE_LANES; i++) {
        uint8_t rows = d->t->rows[i] ? d->t->rows[i] : 1;
        d->lane[i] = d->height;
        d->height += rows * AHD_DRAW_ROW + 2 * AHD_DRAW_PAD;
    }
    d->height += AHD_DRAW_AXIS;
}

/* -------------------------------------------------------------------- days */

static void put_iso(char iso[AHD_DAY_ISO + 1], int32_t day)
{
    ahd_day_iso(day, iso);
    iso[AHD_DAY_ISO] = '\0';
}

static ahd_str month_word(const ahd_view *view, const char iso[])
{
    return ahd_wording_of(view->tongue, "month", (ahd_str){iso + 5, 2});
}

/* "27 July 2015", without markup. */
void ahd_draw_day(ahd_view *view, int32_t day)
{
    char iso[AHD_DAY_ISO + 1];

    put_iso(iso, day);
    ahd_str number =
        iso[8] == '0' ? (ahd_str){iso + 9, 1} : (ahd_str){iso + 8, 2};
    ahd_html(view->out, "$t $t $t", number, month_word(view, iso),
             (ahd_str){iso, 4});
}

/* -------------------------------------------------------------------- axis */

static void put_line(const ahd_drawing *d, const char *name, double x,
                     double from)
{
    ahd_buf_printf(d->view->out,
                   "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" "
                   "y2=\"%.1f\"/>",
                   name, x, x, from, d->height - AHD_DRAW_AXIS);
}

/* A tick at the beginning of a day, a month or a year. */
static void put_tick(const ahd_drawing *d, int32_t day, int months)
{
    ahd_view *view = d->view;
    double x = day_x(d, months ? day : day + 0.5);
    char iso[AHD_DAY_ISO + 1];

    put_iso(iso, day);
    put_line(d, "tick", x, d->top);
    ahd_buf_printf(view->out, "<text class=\"when\" x=\"%.1f\" y=\"%.1f\">", x,
                   d->height - 7);
    ahd_str number =
        iso[8] == '0' ? (ahd_str){iso + 9, 1} : (ahd_str){iso + 8, 2};
    if (months == 0)
        ahd_html(view->out, "$t ", number);
    if (months < 12)
        ahd_html_text(view->out, month_word(view, iso));
    if (months > 0)
        ahd_html(view->out, " $t", (ahd_str){iso, 4});
    ahd_html_raw(view->out, "</text>\n");
}

static void put_month_ticks(const ahd_drawing *d, int step)
{
    int year, month, mday;

    ahd_day_split(d->t->from, &year, &month, &mday);
    int at = year * 12 + month - 1;
    if (mday > 1)
        at++;
    at = (at + step - 1) / step * step;
    for (;; at += step) {
        int32_t day = ahd_day_of(at / 12, at % 12 + 1, 1);
        if (day == INT32_MIN || day > d->t->to)
            return;
        put_tick(d, day, step);
    }
}

/* The finest of these that makes no more than TICKS. */
static void put_ticks(const ahd_drawing *d)
{
    static const int days[] = {1, 2, 3, 7, 14};
    static const int months[] = {1, 2, 3, 6, 12, 24, 60, 120};
    int64_t span = (int64_t)d->t->to - d->t->from + 1;

    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        if (span > (int64_t)days[i] * TICKS)
            continue;
        for (int32_t day = d->t->from; day <= d->t->to; day += days[i])
            put_tick(d, day, 0);
        return;
    }
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        if (span > (int64_t)months[i] * 31 * TICKS &&
            i + 1 < sizeof months / sizeof *months)
            continue;
        put_month_ticks(d, months[i]);
        return;
    }
}

static void put_lanes(const ahd_drawing *d)
{
    char key[] = "timeline.lane.0";

    for (size_t i = 0; i < AHD_TIMELINE_LANES; i++) {
        bool empty = d->t->rows[i] == 0;
        double y = d->lane[i];
        key[sizeof key - 2] = (char)('0' + i);
        ahd_buf_printf(d->view->out,
                       "<line class=\"lane\" x1=\"0\" x2=\"%d\" y1=\"%.1f\" "
                       "y2=\"%.1f\"/><text class=\"name%s\" x=\"%.1f\" "
                       "y=\"%.1f\">",
                       AHD_DRAW_WIDTH, y, y, empty ? " empty" : "",
                       ahd_draw_across(d, 0),
                       y + AHD_DRAW_PAD + 0.5 * AHD_DRAW_ROW + 4);
        ahd_view_word(d->view, key);
        ahd_html_raw(d->view->out, "</text>\n");
    }
}

/* A commitment's deadline, which leads to it. */
static void put_deadline(const ahd_drawing *d, const json_t *commitment)
{
    ahd_view *view = d->view;
    ahd_str n = ahd_field_text(commitment, "n");
    int32_t day = deadline_of(d, commitment);

    if (day == INT32_MIN)
        return;
    double x = day_x(d, day + 0.5);
    put_line(d, "deadline", x, FLAGS - 8);
    ahd_html(view->out,
             "<a class=\"deadline\" tabindex=\"-1\" href=\"#c$u\" "
             "aria-label=\"$a $a: ",
             n, ahd_wording_get(view->tongue, "commitment.one"), n);
    ahd_view_word(view, "commitment.deadline");
    ahd_html_raw(view->out, " ");
    ahd_draw_day(view, day);
    ahd_buf_printf(view->out, "\"><path d=\"M%.1f %d l6 6 l-6 6 l-6 -6 z\"/>",
                   x, FLAGS - 20);
    ahd_html_raw(view->out, "</a>\n");
}

void ahd_draw_axis(const ahd_drawing *d, const json_t *commitments)
{
    const json_t *one;
    size_t i;

    put_lanes(d);
    put_ticks(d);
    ahd_field_each(commitments, i, one) put_deadline(d, one);
}
