#include "web/notices.h"

#include "base/day.h"
#include "web/baseline.h"

#include <inttypes.h>

enum {
    SOON = 30,         /* days ahead that a deadline is told of */
    LOOK_BACK = 42,    /* days of which outlets are looked at */
    LEAST_SILENT = 2,  /* days without a document */
    LEAST_TOLD = 10,   /* documents, to know how often an outlet tells */
    MOST = 12,         /* rows of a section */
    MOST_LOOKED = 200, /* of which that many are looked at */
};
static const double by_chance = .01;

static void open_section(ahd_view *view, const char *id, const char *title)
{
    ahd_html(view->out,
             "<section id=\"$a\"><h2>$t</h2>\n"
             "<ul class=\"plain noted\">\n",
             ahd_str_from(id), ahd_wording_get(view->tongue, title));
}

static void close_section(ahd_view *view)
{
    ahd_html_raw(view->out, "</ul></section>\n");
}

static bool is_watched(const ahd_follow *follow, ahd_str agreement)
{
    return follow->count == 0 || ahd_follow_has(follow, agreement);
}

/* --------------------------------------------------------------- disputes */

/* The highest rung that was reached before `since`; -1 when none was. */
static int64_t rung_before(const json_t *card, ahd_str since, ahd_str *reached)
{
    const json_t *list = ahd_field_list(card, "climbed"), *step;
    int64_t rung = -1, top = -1;
    size_t i;

    ahd_field_each(list, i, step)
    {
        ahd_str day = ahd_field_text(step, "day");
        int64_t n = ahd_field_number(step, "n");
        if (ahd_str_cmp(day, since) < 0)
            rung = n > rung ? n : rung;
        if (n >= top) {
            top = n;
            *reached = day;
        }
    }
    return rung;
}

static void write_rung(ahd_view *view, int64_t rung)
{
    char digit[] = {(char)('0' + rung), '\0'};

    ahd_view_value(view, "rung", ahd_str_from(digit));
}

static ahd_str names_of(const ahd_view *view, const json_t *thing)
{
    const json_t *name = json_object_get(thing, "name");

    return ahd_view_pick(view, ahd_field_text(name, "ar"),
                         ahd_field_text(name, "en"));
}

/* An agreement that only documents have is named by them. */
static void write_dispute(ahd_view *view, ahd_str id, const json_t *agreement)
{
    ahd_str name = names_of(view, agreement);
    ahd_str known = ahd_field_text(agreement, "id");
    ahd_buf names[2] = {AHD_BUF(1 << 12), AHD_BUF(1 << 12)};
    ahd_error error;

    if (name.len == 0 && ahd_record_names(view->record, AHD_FACET_AGREEMENT,
                                          known.ptr, names, &error) == AHD_OK)
        name =
            ahd_view_pick(view, ahd_buf_str(&names[0]), ahd_buf_str(&names[1]));
    ahd_view_link(view, "/disputes/", id, name.len > 0 ? name : known);
    ahd_buf_finish(&names[0]);
    ahd_buf_finish(&names[1]);
}

static void write_climbed(ahd_view *view, const json_t *card, int64_t before,
                          ahd_str reached)
{
    const json_t *agreement = json_object_get(card, "agreement");
    ahd_str accused = names_of(view, json_object_get(card, "accused"));

    ahd_html_raw(view->out, "<li><p>");
    write_dispute(view, ahd_field_text(card, "id"), agreement);
    if (accused.len > 0) {
        ahd_html(view->out, " <span class=\"item\">$t ",
                 ahd_wording_get(view->tongue, "dispute.accused"));
        ahd_view_text(view, accused);
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</p><p class=\"meta\">");
    if (before >= 0) {
        ahd_html_raw(view->out, "<s>");
        write_rung(view, before);
        ahd_html(view->out, "</s> <span class=\"arrow\">$t</span> ",
                 view->tongue == AHD_AR ? AHD_STR("←") : AHD_STR("→"));
    } else {
        ahd_html(view->out, "<span class=\"tag\">$t</span> ",
                 ahd_wording_get(view->tongue, "today.newdispute"));
    }
    ahd_html_raw(view->out, "<b>");
    write_rung(view, ahd_field_number(json_object_get(card, "rung"), "n"));
    ahd_html_raw(view->out, "</b> ");
    ahd_view_date(view, reached, "date.none");
    ahd_html_raw(view->out, "</p></li>\n");
}

/* Is it one that stands higher than it did before the period? */
static bool take_dispute(ahd_view *view, const ahd_period *period,
                         const ahd_follow *follow, const json_t *card,
                         size_t written)
{
    ahd_str since = ahd_str_from(period->since), reached = AHD_STR("");
    int64_t before = rung_before(card, since, &reached);
    int64_t now = ahd_field_number(json_object_get(card, "rung"), "n");
    ahd_str id = ahd_field_text(json_object_get(card, "agreement"), "id");

    if (before >= now || reached.len == 0 || !is_watched(follow, id) ||
        ahd_str_cmp(reached, ahd_str_from(period->on)) > 0)
        return false;
    if (written == 0)
        open_section(view, "climbed", "today.disputes");
    write_climbed(view, card, before, reached);
    return true;
}

static ahd_status read_card(const json_t *row, json_t **out, ahd_error *error)
{
    ahd_str text = ahd_field_text(row, "json");
    ahd_buf buf = AHD_BUF(AHD_REPLY_BYTES);

    ahd_buf_add(&buf, text);
    ahd_status status = ahd_field_parse(&buf, out, error);
    ahd_buf_finish(&buf);
    return status;
}

ahd_status ahd_notices_disputes(ahd_view *view, const ahd_period *period,
                                const ahd_follow *follow, ahd_error *error)
{
    const ahd_overview ask = {.what = "claimed",
                              .from = period->since,
                              .to = period->on,
                              .limit = MOST_LOOKED};
    ahd_status status = AHD_OK;
    size_t i, written = 0;
    const json_t *row;
    json_t *rows;

    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    ahd_field_each(rows, i, row)
    {
        json_t *card = NULL;
        status = read_card(row, &card, error);
        if (status != AHD_OK || written == MOST)
            break;
        written += take_dispute(view, period, follow, card, written);
        json_decref(card);
    }
    if (written > 0)
        close_section(view);
    json_decref(rows);
    return status;
}

/* --------------------------------------------------------------- deadlines */

/* Which deadlines are told of: those to come, and those that have passed with
 * nothing read of it, or as missed or met. */
static const char *state_of(const json_t *row, ahd_str on)
{
    ahd_str status = ahd_field_text(row, "status");
    bool to_come = ahd_str_cmp(ahd_field_text(row, "deadline"), on) >= 0;

    if (ahd_str_eq(status, AHD_STR("met")))
        return "met";
    if (ahd_str_eq(status, AHD_STR("missed")))
        return "missed";
    return to_come ? "due" : "unknown";
}

static void write_deadline(ahd_view *view, const json_t *row, const char *state)
{
    ahd_str agreement = ahd_field_text(row, "agreement");
    ahd_str n = ahd_field_text(row, "n");
    ahd_buf id = AHD_BUF(1 << 10);

    ahd_buf_add(&id, agreement);
    ahd_buf_byte(&id, ' ');
    ahd_buf_add(&id, n);
    ahd_html(
        view->out, "<li><p><span class=\"standing standing-$u\">$t</span> ",
        ahd_str_from(state),
        ahd_wording_of(view->tongue, "commitment.status", ahd_str_from(state)));
    ahd_view_date(view, ahd_field_text(row, "deadline"), "date.none");
    ahd_html_raw(view->out, "</p><p>");
    ahd_view_text(view,
                  ahd_inquiry_name(view, "commitment", ahd_buf_str(&id), n));
    ahd_html_raw(view->out, "</p><p class=\"meta\">");
    ahd_view_link(view, "/agreements/", agreement,
                  ahd_inquiry_name(view, "agreement", agreement, agreement));
    ahd_html_raw(view->out, "</p></li>\n");
    ahd_buf_finish(&id);
}

ahd_status ahd_notices_deadlines(ahd_view *view, const ahd_period *period,
                                 const ahd_follow *follow, ahd_error *error)
{
    char until[AHD_PERIOD_DAY];
    const ahd_overview ask = {.what = "deadlines",
                              .from = period->since,
                              .to = until,
                              .limit = MOST_LOOKED};
    size_t i, written = 0;
    const json_t *row;
    json_t *rows;

    ahd_period_shift(period->on, SOON, until);
    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    ahd_field_each(rows, i, row)
    {
        if (!is_watched(follow, ahd_field_text(row, "agreement")) ||
            written == MOST)
            continue;
        if (written++ == 0)
            open_section(view, "deadlines", "today.deadlines");
        write_deadline(view, row, state_of(row, ahd_str_from(period->on)));
    }
    if (written > 0)
        close_section(view);
    json_decref(rows);
    return AHD_OK;
}

/* ------------------------------------------------------ what was not read */

/* "not news: a video with hardly any text". */
static void write_reason(ahd_view *view, const json_t *row)
{
    ahd_view_value(view, "document.kinds", ahd_field_text(row, "kind"));
    ahd_html_raw(view->out, ": ");
    ahd_view_text(view, ahd_field_text(row, "reason"));
}

static void write_refusal(ahd_view *view, const json_t *row)
{
    ahd_str title = ahd_field_text(row, "title");
    ahd_str url = ahd_field_text(row, "url"), id = ahd_field_text(row, "id");

    ahd_html_raw(view->out, "<li>");
    ahd_view_link(view, "/documents/", id,
                  title.len ? title
                  : url.len ? url
                            : id);
    ahd_html_raw(view->out, " <span class=\"role\">");
    write_reason(view, row);
    ahd_html_raw(view->out, "</span></li>\n");
}

static void write_reasons(ahd_view *view, const json_t *reasons)
{
    const json_t *row;
    size_t i;

    ahd_field_each(reasons, i, row)
    {
        ahd_html_raw(view->out, "<li>");
        write_reason(view, row);
        ahd_html_raw(view->out, " ");
        ahd_view_count(view, "count.documents",
                       ahd_field_number(row, "documents"));
        ahd_html_raw(view->out, "</li>\n");
    }
}

ahd_status ahd_notices_refused(ahd_view *view, const ahd_period *period,
                               ahd_error *error)
{
    ahd_overview ask = {
        .what = "refused", .after = period->refusing, .limit = MOST};
    json_t *reasons = NULL, *latest = NULL;
    const json_t *row;
    size_t i;

    AHD_TRY(ahd_inquiry(view, &ask, &reasons, error));
    ask.what = "refusals";
    ahd_status status = ahd_inquiry(view, &ask, &latest, error);
    if (status == AHD_OK && json_array_size(reasons) > 0) {
        open_section(view, "refused", "today.refused");
        write_reasons(view, reasons);
        ahd_html(view->out,
                 "<li><details><summary>$t</summary><ul class=\"plain\">\n",
                 ahd_wording_get(view->tongue, "today.which"));
        ahd_field_each(latest, i, row) write_refusal(view, row);
        ahd_html_raw(view->out, "</ul></details></li>\n");
        close_section(view);
    }
    json_decref(reasons);
    json_decref(latest);
    return status;
}

/* ------------------------------------------------------------- who is silent
 */

/* Documents a day while the outlet told, 0 when it is not silent: it brought
 * none for longer than an outlet that tells so often would by chance. */
static double silent_rate(const json_t *row, int32_t on)
{
    int32_t first = ahd_day_from_iso(ahd_field_text(row, "first"));
    int32_t last = ahd_day_from_iso(ahd_field_text(row, "last"));
    int64_t documents = ahd_field_number(row, "documents");

    if (first == INT32_MIN || last == INT32_MIN || documents < LEAST_TOLD ||
        on - last < LEAST_SILENT)
        return 0;
    double a_day = (double)documents / (last - first + 1);
    return ahd_baseline_silence(a_day, on - last) < by_chance ? a_day : 0;
}

static void write_silent(ahd_view *view, const json_t *row, double a_day)
{
    ahd_html_raw(view->out, "<li><b>");
    ahd_view_text(view, ahd_field_text(row, "outlet"));
    ahd_html_raw(view->out, "</b> <span class=\"meta\">");
    ahd_view_word(view, "today.usual");
    ahd_buf_printf(view->out, " %.*f ", a_day < 9.5 ? 1 : 0, a_day);
    ahd_view_word(view, "today.aday");
    ahd_html_raw(view->out, "<span class=\"dot\"> · </span>");
    ahd_view_word(view, "today.last");
    ahd_html_raw(view->out, " ");
    ahd_view_date(view, ahd_field_text(row, "last"), "date.none");
    ahd_html_raw(view->out, "</span></li>\n");
}

static void write_feed(ahd_view *view, const json_t *row)
{
    ahd_html(view->out, "<li><bdi dir=\"ltr\">$t</bdi> <span class=\"meta\">",
             ahd_field_text(row, "url"));
    ahd_view_text(view, ahd_field_text(row, "why"));
    ahd_html_raw(view->out, " ");
    ahd_view_count(view, "count.failures", ahd_field_number(row, "failures"));
    ahd_html_raw(view->out, " ");
    ahd_view_date(view, ahd_field_text(row, "polled"), "date.none");
    ahd_html_raw(view->out, "</span></li>\n");
}

static ahd_status write_feeds(ahd_view *view, ahd_error *error)
{
    const ahd_overview ask = {.what = "feeds", .limit = MOST};
    const json_t *row;
    json_t *rows;
    size_t i;

    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    if (json_array_size(rows) > 0)
        open_section(view, "feeds", "today.feeds");
    ahd_field_each(rows, i, row) write_feed(view, row);
    if (json_array_size(rows) > 0)
        close_section(view);
    json_decref(rows);
    return AHD_OK;
}

ahd_status ahd_notices_silent(ahd_view *view, const ahd_period *period,
                              ahd_error *error)
{
    char from[AHD_PERIOD_DAY];
    const ahd_overview ask = {.what = "outlets",
                              .from = from,
                              .to = period->on,
                              .limit = MOST_LOOKED};
    int32_t on = ahd_day_from_iso(ahd_str_from(period->on));
    size_t i, written = 0;
    const json_t *row;
    json_t *rows;

    ahd_period_shift(period->on, -LOOK_BACK, from);
    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    ahd_field_each(rows, i, row)
    {
        double a_day = silent_rate(row, on);
        if (a_day == 0 || written == MOST)
            continue;
        if (written++ == 0)
            open_section(view, "silent", "today.silent");
        write_silent(view, row, a_day);
    }
    if (written > 0)
        close_section(view);
    json_decref(rows);
    return write_feeds(view, error);
}
