#include "web/follow.h"
#include "web/notices.h"
#include "web/pages.h"
#include "web/period.h"
#include "web/watched.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN = 5 }; /* agreements, when none is followed */

/* What the page is about, and how it is asked for. */
typedef struct today {
    ahd_view *view;
    ahd_period period;
    ahd_follow follow;
} today;

/* ---------------------------------------------------------------- addresses */

/* This page since `day`, by `by`, with what the address follows. */
static void write_address(today *t, const char *day, const char *by)
{
    ahd_view *view = t->view;

    ahd_html(view->out, " href=\"/?lang=$u&amp;since=$u&amp;by=$u",
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"),
             ahd_str_from(day), ahd_str_from(by));
    if (t->follow.asked)
        ahd_html(view->out, "&amp;follow=$u",
                 ahd_request_param(view->request, "follow"));
    if (ahd_request_param(view->request, "on").len > 0)
        ahd_html(view->out, "&amp;on=$u",
                 ahd_request_param(view->request, "on"));
    ahd_html_raw(view->out, "\"");
}

static void write_choice(today *t, const char *day, const char *by,
                         const char *word, bool current)
{
    ahd_html_raw(t->view->out, "<li><a");
    write_address(t, day, by);
    if (current)
        ahd_html_raw(t->view->out, " aria-current=\"true\"");
    ahd_html(t->view->out, ">$t</a></li>\n",
             ahd_wording_get(t->view->tongue, word));
}

static void write_choices(today *t)
{
    static const struct {
        int days;
        const char *word;
    } spans[] = {{1, "today.day"}, {7, "today.week"}, {30, "today.month"}};
    const ahd_period *p = &t->period;
    const char *by = p->after < 0 ? "day" : "added";
    char day[AHD_PERIOD_DAY];

    ahd_html(t->view->out, "<ul class=\"choices\" aria-label=\"$a\">\n",
             ahd_wording_get(t->view->tongue, "today.choices"));
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        ahd_period_shift(p->on, 1 - spans[i].days, day);
        write_choice(t, day, by, spans[i].word, p->days == spans[i].days);
    }
    write_choice(t, p->since, "day", "today.byday", p->after < 0);
    write_choice(t, p->since, "added", "today.byadded", p->after >= 0);
    ahd_html_raw(t->view->out, "</ul>\n");
}

/* What the address says stays as it is. */
static void write_kept(ahd_view *view, const char *name)
{
    ahd_str value = ahd_request_param(view->request, name);

    if (value.len > 0)
        ahd_html(view->out, "<input type=\"hidden\" name=\"$a\" value=\"$a\">",
                 ahd_str_from(name), value);
}

/* A day of one's own, without a script. */
static void write_since(today *t)
{
    ahd_view *view = t->view;
    ahd_str code = view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en");

    ahd_html(view->out,
             "<form class=\"since\" action=\"/\"><input type=\"hidden\" "
             "name=\"lang\" value=\"$a\"><input type=\"hidden\" name=\"by\" "
             "value=\"$a\">",
             code, t->period.after < 0 ? AHD_STR("day") : AHD_STR("added"));
    write_kept(view, "follow");
    write_kept(view, "on");
    ahd_html(view->out,
             "<label>$t <input type=\"date\" name=\"since\" value=\"$a\">"
             "</label><button>$t</button></form>\n",
             ahd_wording_get(view->tongue, "today.since"),
             ahd_str_from(t->period.since),
             ahd_wording_get(view->tongue, "today.show"));
}

static void write_mark(today *t)
{
    char page[24];

    snprintf(page, sizeof page, "%" PRId64, t->period.last);
    ahd_follow_form(t->view, "/seen");
    ahd_html(t->view->out,
             "<input type=\"hidden\" name=\"page\" value=\"$a\">"
             "<button title=\"$a\">$t</button></form>\n",
             ahd_str_from(page),
             ahd_wording_get(t->view->tongue, "today.seen.why"),
             ahd_wording_get(t->view->tongue, "today.seen"));
}

/* --------------------------------------------------------------- the page */

static void write_days(today *t)
{
    ahd_view *view = t->view;
    const ahd_period *p = &t->period;
    bool marked = p->after >= 0 &&
                  ahd_request_param(view->request, "since").len == 0 &&
                  ahd_request_param(view->request, "by").len == 0;

    ahd_html_raw(view->out, "<p class=\"motto\">");
    if (marked)
        ahd_view_word(view, "today.sincemark");
    else
        ahd_view_word(view,
                      p->after < 0 ? "today.sinceday" : "today.sinceadded");
    ahd_html_raw(view->out, " ");
    if (!marked) {
        ahd_view_date(view, ahd_str_from(p->since), "date.none");
        ahd_html(view->out, " $t ", ahd_wording_get(view->tongue, "today.to"));
        ahd_view_date(view, ahd_str_from(p->on), "date.none");
    }
    ahd_html_raw(view->out, "</p>\n");
    if (!p->ended || strcmp(p->on, p->told) != 0)
        return;
    ahd_html(view->out, "<p class=\"note\">$t ",
             ahd_wording_get(view->tongue, "today.ended"));
    ahd_view_date(view, ahd_str_from(p->told), "date.none");
    ahd_html(view->out, "$t ", ahd_wording_get(view->tongue, "today.ended2"));
    ahd_view_date(view, ahd_str_from(p->added), "date.none");
    ahd_html_raw(view->out, "</p>\n");
}

static void write_head(today *t)
{
    ahd_view *view = t->view;

    ahd_html(view->out, "<header class=\"title today\"><h1>$t</h1>\n",
             ahd_wording_get(view->tongue, "today.title"));
    write_days(t);
    ahd_html_raw(view->out, "<div class=\"tools\">\n");
    write_choices(t);
    write_since(t);
    write_mark(t);
    ahd_html_raw(view->out, "</div></header>\n");
}

/* Those with most that is new, in order. */
static ahd_status write_busiest(today *t, size_t *written, ahd_error *error)
{
    const ahd_period *p = &t->period;
    const ahd_overview ask = {.what =
                                  p->after < 0 ? "fresh-told" : "fresh-kept",
                              .from = p->since,
                              .to = p->on,
                              .after = p->after,
                              .limit = SHOWN};
    ahd_status status = AHD_OK;
    const json_t *row;
    json_t *rows;
    size_t i;

    AHD_TRY(ahd_inquiry(t->view, &ask, &rows, error));
    ahd_field_each(rows, i, row)
    {
        status = ahd_watched_write(t->view, p, &t->follow,
                                   ahd_field_text(row, "id"), error);
        if (status != AHD_OK)
            break;
    }
    *written = json_array_size(rows);
    json_decref(rows);
    return status;
}

static ahd_status write_agreements(today *t, ahd_error *error)
{
    size_t written = t->follow.count;

    if (t->follow.count == 0)
        ahd_html(t->view->out, "<p class=\"note\">$t</p>\n",
                 ahd_wording_get(t->view->tongue, "today.nofollow"));
    for (size_t i = 0; i < t->follow.count; i++)
        AHD_TRY(ahd_watched_write(t->view, &t->period, &t->follow,
                                  t->follow.ids[i], error));
    if (t->follow.count == 0)
        AHD_TRY(write_busiest(t, &written, error));
    if (written == 0)
        ahd_html(t->view->out, "<p>$t</p>\n",
                 ahd_wording_get(t->view->tongue, "today.nothing"));
    ahd_html_raw(t->view->out, "<p class=\"more\"><a");
    ahd_view_href(t->view, "/agreements", AHD_STR(""), AHD_STR(""));
    ahd_html(t->view->out, ">$t</a></p>\n",
             ahd_wording_get(t->view->tongue, "today.agreements"));
    return AHD_OK;
}

static ahd_status write_page(today *t, ahd_error *error)
{
    ahd_view *view = t->view;

    ahd_follow_of(view->request, &t->follow);
    AHD_TRY(ahd_period_read(view, ahd_follow_seen(view->request), &t->period,
                            error));
    ahd_view_open(view, ahd_wording_get(view->tongue, "today.title"), "today");
    write_head(t);
    ahd_html_raw(view->out, "<div class=\"columns\"><div class=\"main\">\n");
    AHD_TRY(write_agreements(t, error));
    ahd_html_raw(view->out, "</div>\n<aside class=\"side\">\n");
    AHD_TRY(ahd_notices_disputes(view, &t->period, &t->follow, error));
    AHD_TRY(ahd_notices_deadlines(view, &t->period, &t->follow, error));
    AHD_TRY(ahd_notices_refused(view, &t->period, error));
    AHD_TRY(ahd_notices_silent(view, &t->period, error));
    ahd_html_raw(view->out, "</aside></div>\n");
    ahd_view_close(view);
    return AHD_OK;
}

void ahd_pages_today(void *context, const ahd_request *request,
                     ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    today t = {.view = &view};
    ahd_error error;

    if (write_page(&t, &error) != AHD_OK)
        ahd_view_fail(&view, &error);
}
