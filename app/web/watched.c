#include "web/watched.h"

#include "base/day.h"
#include "web/act_brief.h"
#include "web/baseline.h"
#include "web/sparkline.h"

#include <inttypes.h>
#include <stdio.h>

/* Likelier than this, a count is no news of its own; below, it is rare. */
static const double unusual = .1, rare = .01;

/* The weeks of an agreement. Weeks before the first that was told are not
 * counted: that nobody read about it then is not that nothing was done. */
struct weeks {
    int64_t acts[AHD_WATCHED_WEEKS + 1], claims[AHD_WATCHED_WEEKS + 1];
    size_t known;                /* whole ones before the period */
    int64_t fresh, fresh_claims; /* new ones */
    int64_t retold;              /* known ones that were told again */
    bool cut;                    /* there may be more that are new */
};

/* ---------------------------------------------------------------- counting */

/* 0 when one of them is no day. */
static int32_t days_between(ahd_str from, ahd_str to)
{
    int32_t first = ahd_day_from_iso(from), last = ahd_day_from_iso(to);

    return first == INT32_MIN || last == INT32_MIN ? 0 : last - first;
}

static void take_week(struct weeks *w, const json_t *row, ahd_str *told)
{
    int64_t week = ahd_field_number(row, "week");
    ahd_str first = ahd_field_text(row, "told");
    bool dated = json_is_integer(json_object_get(row, "week"));

    if (first.len > 0 && (told->len == 0 || ahd_str_cmp(first, *told) < 0))
        *told = first;
    if (!dated || week < -1 || week >= AHD_WATCHED_WEEKS)
        return;
    size_t at = (size_t)(AHD_WATCHED_WEEKS - 1 - week);
    w->acts[at] = ahd_field_number(row, "acts");
    w->claims[at] = ahd_field_number(row, "claims");
}

static void count(const ahd_period *period, const json_t *rows,
                  struct weeks *out)
{
    ahd_str told = AHD_STR("");
    const json_t *row;
    size_t i;

    *out = (struct weeks){.known = 0};
    ahd_field_each(rows, i, row) take_week(out, row, &told);
    out->fresh = out->acts[AHD_WATCHED_WEEKS];
    out->fresh_claims = out->claims[AHD_WATCHED_WEEKS];
    int32_t days = days_between(told, ahd_str_from(period->since));
    if (days > 0)
        out->known = (size_t)days / AHD_PERIOD_WEEK;
    if (out->known > AHD_WATCHED_WEEKS)
        out->known = AHD_WATCHED_WEEKS;
}

/* What is new by when it came: acts that were first told by pages since then.
 */
static ahd_status count_kept(const ahd_view *view, const ahd_overview *weeks,
                             struct weeks *w, ahd_error *error)
{
    ahd_overview ask = *weeks;
    json_t *rows;

    ask.what = "kept";
    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    const json_t *row = json_array_get(rows, 0);
    w->fresh = ahd_field_number(row, "new");
    w->fresh_claims = ahd_field_number(row, "new_claims");
    w->retold = ahd_field_number(row, "retold");
    w->cut = ahd_field_number(row, "cut") > 0;
    json_decref(rows);
    return AHD_OK;
}

/* ----------------------------------------------------------------- writing */

static void write_number(ahd_buf *out, int64_t n)
{
    ahd_buf_printf(out, "%" PRId64, n);
}

/* "usual 1–2 a week": the range runs from left to right in every language. */
static void write_usual(ahd_view *view, const ahd_baseline *usual)
{
    ahd_html(view->out, "<span class=\"usual\">$t <bdi dir=\"ltr\">",
             ahd_wording_get(view->tongue, "today.usual"));
    write_number(view->out, usual->low);
    if (usual->high > usual->low) {
        ahd_html_raw(view->out, "–");
        write_number(view->out, usual->high);
    }
    ahd_html(view->out, "</bdi> $t</span> ",
             ahd_wording_get(view->tongue, "today.aweek"));
}

static void write_brief_history(ahd_view *view, const ahd_baseline *usual)
{
    ahd_html_raw(view->out, "<span class=\"usual\">");
    if (usual->weeks == 0) {
        ahd_view_word(view, "today.nohistory");
    } else {
        ahd_view_word(view, "today.brief");
        ahd_html_raw(view->out, " ");
        ahd_view_count(view, "count.weeks", (int64_t)usual->weeks);
        ahd_html_raw(view->out, "<span class=\"dot\"> · </span>");
        ahd_view_count(view, "count.claims", usual->all);
    }
    ahd_html_raw(view->out, "</span> ");
}

static void write_verdict(ahd_view *view, const ahd_baseline *usual,
                          int64_t claims, double days)
{
    double chance = ahd_baseline_chance(usual, claims, days);

    if (chance > unusual)
        return;
    ahd_html(view->out, "<span class=\"tag\" title=\"$a\">$t</span>",
             ahd_wording_get(view->tongue, "today.more.why"),
             ahd_wording_get(view->tongue,
                             chance > rare ? "today.more" : "today.far"));
}

/* "in 20 days"; Arabic counts in four ways. */
static void write_days(ahd_view *view, int32_t n)
{
    int32_t rest = n % 100;
    const char *unit = n == 1                   ? "unit.d.1"
                       : n == 2                 ? "unit.d.2"
                       : rest > 2 && rest <= 10 ? "unit.d.few"
                                                : "unit.d.many";

    ahd_html(view->out, " <span class=\"days\">$t ",
             ahd_wording_get(view->tongue, "today.in"));
    if (n > 2 || view->tongue == AHD_EN)
        write_number(view->out, n);
    ahd_html(view->out, " $t</span><span class=\"dot\"> · </span>",
             ahd_wording_get(view->tongue, unit));
}

static void write_claims(ahd_view *view, const ahd_period *period,
                         const struct weeks *w)
{
    ahd_baseline usual =
        ahd_baseline_of(w->claims + AHD_WATCHED_WEEKS - w->known, w->known);
    int64_t claims = w->claims[AHD_WATCHED_WEEKS];

    ahd_html_raw(view->out, "<p class=\"baseline\">");
    ahd_view_count(view, "count.claims", claims);
    write_days(view, period->days);
    if (usual.known)
        write_usual(view, &usual);
    else
        write_brief_history(view, &usual);
    write_verdict(view, &usual, claims, period->days);
    ahd_html_raw(view->out, "</p>\n");
}

static void write_fresh(ahd_view *view, const struct weeks *w)
{
    ahd_html_raw(view->out, "<p class=\"counts\">");
    ahd_view_count_cut(view, "count.fresh", w->fresh, w->cut);
    if (w->fresh_claims > 0)
        ahd_view_count(view, "count.freshclaims", w->fresh_claims);
    if (w->retold > 0)
        ahd_view_count(view, "count.retold", w->retold);
    ahd_html_raw(view->out, "</p>\n");
}

/* With what a reader hears instead; one bar alone says nothing. */
static void write_bars(ahd_view *view, const struct weeks *w)
{
    ahd_buf label = AHD_BUF(4000);
    const ahd_sparkline bars = {.acts = w->acts,
                                .claims = w->claims,
                                .count = AHD_WATCHED_WEEKS + 1,
                                .known = w->known + 1};
    ahd_str title = ahd_wording_get(view->tongue, "today.bars");

    if (w->known == 0)
        return;
    ahd_buf_add(&label, title);
    for (size_t i = AHD_WATCHED_WEEKS - w->known; i <= AHD_WATCHED_WEEKS; i++)
        ahd_buf_printf(&label, " %" PRId64, w->acts[i]);
    ahd_sparkline_write(view, &bars, ahd_buf_str(&label));
    ahd_buf_finish(&label);
}

static void write_acts(ahd_view *view, ahd_str id, const json_t *rows,
                       const struct weeks *w)
{
    const json_t *row;
    size_t i;

    ahd_html_raw(view->out, "<ol class=\"acts\">\n");
    ahd_field_each(rows, i, row)
    {
        ahd_html_raw(view->out, "<li>");
        ahd_act_brief_write(view, row);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ol>\n");
    if (w->fresh <= (int64_t)json_array_size(rows))
        return;
    ahd_html_raw(view->out, "<p class=\"more\"><a");
    ahd_view_href(view, "/agreements/", id, AHD_STR("acts"));
    ahd_html(view->out, ">$t</a></p>\n",
             ahd_wording_get(view->tongue, "today.all"));
}

/* A found agreement has the name that its document gives it. */
static ahd_status write_name(ahd_view *view, ahd_str id, ahd_error *error)
{
    ahd_str name = ahd_inquiry_name(view, "agreement", id, AHD_STR(""));
    json_t *rows = NULL;

    if (name.len == 0) {
        AHD_TRY(ahd_inquiry(view,
                            &(ahd_overview){.what = "found", .id = id.ptr},
                            &rows, error));
        const json_t *row = json_array_get(rows, 0);
        name = ahd_view_pick(view, ahd_field_text(row, "ar"),
                             ahd_field_text(row, "en"));
    }
    ahd_html_raw(view->out, "<h2>");
    ahd_view_link(view, "/agreements/", id, name);
    ahd_html_raw(view->out, "</h2>\n");
    json_decref(rows);
    return AHD_OK;
}

static ahd_overview ask_of(const char *what, const ahd_period *period,
                           ahd_str id)
{
    return (ahd_overview){.what = what,
                          .id = id.ptr,
                          .from = period->since,
                          .to = period->on,
                          .after = period->after,
                          .limit = AHD_WATCHED_WEEKS};
}

static ahd_status write_body(ahd_view *view, const ahd_period *period,
                             ahd_str id, const struct weeks *w,
                             ahd_error *error)
{
    const ahd_overview ask = ask_of("fresh", period, id);
    json_t *rows = NULL;

    write_claims(view, period, w);
    write_fresh(view, w);
    if (w->fresh == 0)
        return AHD_OK;
    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    write_acts(view, id, rows, w);
    json_decref(rows);
    return AHD_OK;
}

ahd_status ahd_watched_write(ahd_view *view, const ahd_period *period,
                             const ahd_follow *follow, ahd_str id,
                             ahd_error *error)
{
    const ahd_overview ask = ask_of("weeks", period, id);
    json_t *rows = NULL;
    struct weeks w;

    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    count(period, rows, &w);
    json_decref(rows);
    if (period->after >= 0)
        AHD_TRY(count_kept(view, &ask, &w, error));
    ahd_html_raw(view->out, "<section class=\"watched\"><div class=\"head\">");
    AHD_TRY(write_name(view, id, error));
    write_bars(view, &w);
    ahd_follow_button(view, follow, id, "today");
    ahd_html_raw(view->out, "</div>\n");
    AHD_TRY(write_body(view, period, id, &w, error));
    ahd_html_raw(view->out, "</section>\n");
    return AHD_OK;
}
