#include "web/period.h"

#include "base/day.h"

#include <string.h>
#include <time.h>

static void put_day(int32_t day, char out[AHD_PERIOD_DAY])
{
    ahd_day_iso(day, out);
    out[AHD_DAY_ISO] = '\0';
}

static int32_t day_of(ahd_str text)
{
    if (text.len > AHD_DAY_ISO)
        text.len = AHD_DAY_ISO;
    return ahd_day_from_iso(text);
}

void ahd_period_shift(const char day[AHD_PERIOD_DAY], int32_t days,
                      char out[AHD_PERIOD_DAY])
{
    put_day(ahd_day_from_iso(ahd_str_from(day)) + days, out);
}

void ahd_period_choose(ahd_period *period, ahd_str told, ahd_str today,
                       ahd_str since, ahd_str on)
{
    int32_t now = day_of(today), last = day_of(told);
    int32_t from = day_of(since), to = day_of(on);

    period->ended = last != INT32_MIN && last < now - 1;
    if (to == INT32_MIN)
        to = period->ended ? last : now;
    if (from == INT32_MIN || from > to)
        from = to - (AHD_PERIOD_WEEK - 1);
    put_day(from, period->since);
    put_day(to, period->on);
    period->days = to - from + 1;
}

/* The last page that came before `day`: they are numbered as they came. */
static ahd_status page_before(const ahd_view *view, const char *day,
                              int64_t last, int64_t *out, ahd_error *error)
{
    int64_t low = 0, high = last;

    while (low < high) {
        const ahd_overview ask = {.what = "added", .after = low, .limit = high};
        json_t *rows = NULL;
        AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
        const json_t *row = json_array_get(rows, 0);
        ahd_str came = ahd_field_text(row, "day");
        int64_t page = ahd_field_number(row, "page");
        bool before = came.len > 0 && ahd_str_cmp(came, ahd_str_from(day)) < 0;
        if (before)
            low = page;
        else
            high = (low + high) / 2;
        json_decref(rows);
    }
    *out = low;
    return AHD_OK;
}

static void put_text(ahd_str text, char out[AHD_PERIOD_DAY])
{
    size_t len = text.len < AHD_DAY_ISO ? text.len : AHD_DAY_ISO;

    memcpy(out, text.ptr, len);
    out[len] = '\0';
}

static void today(char out[AHD_PERIOD_DAY])
{
    time_t now = time(NULL);
    struct tm utc;

    gmtime_r(&now, &utc);
    strftime(out, AHD_PERIOD_DAY, "%Y-%m-%d", &utc);
}

ahd_status ahd_period_read(const ahd_view *view, int64_t mark, ahd_period *out,
                           ahd_error *error)
{
    ahd_str since = ahd_request_param(view->request, "since");
    ahd_str by = ahd_request_param(view->request, "by");
    char now[AHD_PERIOD_DAY];
    json_t *rows;

    today(now);
    *out = (ahd_period){.after = -1};
    AHD_TRY(ahd_inquiry(view, &(ahd_overview){.what = "record", .to = now},
                        &rows, error));
    const json_t *row = json_array_get(rows, 0);
    put_text(ahd_field_text(row, "told"), out->told);
    put_text(ahd_field_text(row, "seen"), out->added);
    out->last = ahd_field_number(row, "page");
    json_decref(rows);
    ahd_period_choose(out, ahd_str_from(out->told), ahd_str_from(now), since,
                      ahd_request_param(view->request, "on"));
    AHD_TRY(page_before(view, out->since, out->last, &out->refusing, error));
    if (ahd_str_eq(by, AHD_STR("added")))
        out->after = out->refusing;
    else if (mark >= 0 && since.len + by.len == 0)
        out->after = out->refusing = mark;
    return AHD_OK;
}
