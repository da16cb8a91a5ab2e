#include "time/rows.h"

#include "base/day.h"
#include "base/hijri.h"

enum { GROUPS = 4 };

/* 26/10/2020, 2015.3, 08/12,2015: numbers and what is between them. */
typedef struct row {
    int32_t value[GROUPS], width[GROUPS];
    char mark[GROUPS]; /* after each */
    uint32_t end[GROUPS];
    int count;
} row;

static bool add_digits(row *r, ahd_str text)
{
    uint32_t value;

    if (r->count == GROUPS || text.len > 4 || !ahd_str_number(text, &value))
        return false;
    r->value[r->count] = (int32_t)value;
    r->width[r->count] = (int32_t)text.len;
    r->mark[r->count] = 0;
    r->end[r->count] = AHD_MISS;
    r->count++;
    return true;
}

/* The numbers of one token. */
static bool add_token(row *r, ahd_str form)
{
    while (form.len > 0) {
        size_t n = 0;
        while (n < form.len && form.ptr[n] >= '0' && form.ptr[n] <= '9')
            n++;
        if (!add_digits(r, (ahd_str){form.ptr, n}))
            return false;
        if (n < form.len) {
            r->mark[r->count - 1] = form.ptr[n];
            n++;
        }
        form = (ahd_str){form.ptr + n, form.len - n};
    }
    return true;
}

/* 2/2020 of 31/2/2020 is no date by itself. */
static bool is_inside(const ahd_telling *w, uint32_t token)
{
    static const char *const marks[] = {"/", "-", NULL};

    if (ahd_telling_token(w, token)->flags & AHD_TOKEN_SPACE_BEFORE)
        return false;
    return token > 1 && ahd_telling_is(w, token - 1, marks) &&
           ahd_telling_token(w, token - 2)->kind == AHD_TOKEN_NUMBER;
}

static bool read_row(const ahd_telling *w, uint32_t token, row *r)
{
    static const char *const marks[] = {"/", "-", "–", ".", ",", "،", NULL};
    uint32_t at = token;

    r->count = 0;
    if (is_inside(w, token))
        return false;
    while (at < w->limit &&
           ahd_telling_token(w, at)->kind == AHD_TOKEN_NUMBER) {
        if (!add_token(r, ahd_telling_token(w, at)->form))
            return r->count > 0;
        r->end[r->count - 1] = at + 1;
        if (!ahd_telling_is(w, at + 1, marks) || at + 2 >= w->limit)
            return true;
        char mark = ahd_telling_token(w, at + 1)->form.ptr[0];
        r->mark[r->count - 1] = mark == '/' || mark == '.' || mark == ',' ? mark
                                : mark == '-'                             ? '-'
                                : ahd_telling_is(w, at + 1, marks)        ? ','
                                                                          : '-';
        at += 2;
    }
    return r->count > 0;
}

static bool set_date(ahd_said *said, int32_t year, int32_t month, int32_t mday)
{
    if (month < 1 || month > 12 || mday < 1 || mday > 31)
        return false;
    said->year = (int16_t)year;
    said->month = (int8_t)month;
    said->mday = (int8_t)mday;
    return true;
}

static int32_t full_year(const row *r, int i)
{
    if (r->width[i] == 4)
        return r->value[i];
    return ahd_telling_full_year(r->value[i]);
}

static bool is_day(const ahd_said *said)
{
    return (said->hijri ? ahd_hijri_day(said->year, said->month, said->mday)
                        : ahd_day_of(said->year, said->month, said->mday)) !=
           AHD_NO_DAY;
}

/* Day first, as Arabic and most English outlets write; 28/7/1433 is Hijri;
 * questions are asked month first. The other way where that is no date. */
uint32_t ahd_rows_full(ahd_telling *w, uint32_t token, ahd_said *said)
{
    row r;

    if (!read_row(w, token, &r) || r.count < 3 || r.end[2] == AHD_MISS)
        return AHD_MISS;
    bool longer = r.count > 3 && r.mark[2] != ',' && r.mark[2] != '.';
    bool alike = r.mark[0] == r.mark[1] ||
                 (w->loose && r.mark[1] == ',' && r.mark[0] != ',');
    if (longer || !alike || r.mark[0] == ',')
        return AHD_MISS;
    bool set;
    if (r.width[0] == 4 && r.value[0] >= AHD_YEAR_FIRST) {
        set = set_date(said, r.value[0], r.value[1], r.value[2]);
    } else {
        int32_t year = full_year(&r, 2), a = r.value[0], b = r.value[1];
        bool known = r.width[2] == 4
                         ? year >= AHD_YEAR_FIRST && year <= AHD_YEAR_LAST
                         : r.width[2] == 2 && w->loose;
        int month_first = w->loose ? 1 : 0;
        set = known &&
              (month_first
                   ? set_date(said, year, a, b) || set_date(said, year, b, a)
                   : set_date(said, year, b, a) || set_date(said, year, a, b));
    }
    said->hijri = set && said->year >= AHD_YEAR_HIJRI_FIRST &&
                  said->year <= AHD_YEAR_HIJRI_LAST;
    if (!set || (!w->loose && !is_day(said)))
        return AHD_MISS;
    return r.end[2] + (said->hijri && ahd_telling_is_hijri(w, r.end[2]));
}

/* 4/22, 22-4 */
uint32_t ahd_rows_half(ahd_telling *w, uint32_t token, ahd_said *said)
{
    static const char *const at[] = {"at", NULL};
    row r;

    if (!w->loose || (token > 0 && ahd_telling_is(w, token - 1, at)) ||
        !read_row(w, token, &r) || r.count != 2 || r.width[0] > 2 ||
        r.width[1] > 2 || r.mark[0] == ',' || r.end[1] == AHD_MISS)
        return AHD_MISS;
    int32_t a = r.value[0], b = r.value[1];
    bool set = a > 12 ? set_date(said, AHD_UNSAID, b, a)
                      : set_date(said, AHD_UNSAID, a, b);
    return set ? r.end[1] : AHD_MISS;
}

uint32_t ahd_rows_year_month(ahd_telling *w, uint32_t token, ahd_said *said)
{
    row r;

    if (!read_row(w, token, &r) || r.count != 2 || r.mark[0] == ',' ||
        r.end[1] == AHD_MISS || (!w->loose && r.mark[0] != '/'))
        return AHD_MISS;
    int y = r.width[0] == 4 ? 0 : 1;
    if (r.width[y] != 4 || r.width[1 - y] > 2 || r.value[y] < AHD_YEAR_FIRST ||
        r.value[y] > AHD_YEAR_LAST || r.value[1 - y] < 1 || r.value[1 - y] > 12)
        return AHD_MISS;
    said->year = (int16_t)r.value[y];
    said->month = (int8_t)r.value[1 - y];
    return r.end[1];
}
