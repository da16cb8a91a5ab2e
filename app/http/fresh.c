#include "http/fresh.h"

#include <inttypes.h>
#include <stdio.h>

/* FNV-1a of 64 bits: who reads a list may not change it, so nobody gains by
 * two bodies of one tag. */
void ahd_fresh_tag(ahd_str body, char out[AHD_FRESH_TAG])
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < body.len; i++)
        hash = (hash ^ (unsigned char)body.ptr[i]) * 1099511628211u;
    snprintf(out, AHD_FRESH_TAG, "\"%016" PRIx64 "\"", hash);
}

bool ahd_fresh_is(ahd_str if_none_match, ahd_str tag)
{
    while (if_none_match.len > 0) {
        ahd_str one = ahd_str_trim(ahd_str_cut(&if_none_match, ','));
        if (ahd_str_starts(one, AHD_STR("W/")))
            one = (ahd_str){one.ptr + 2, one.len - 2};
        if (ahd_str_eq(one, tag) || ahd_str_eq(one, AHD_STR("*")))
            return true;
    }
    return false;
}

/* ------------------------------------------------------------------ dates */

typedef struct moment {
    int year, month, day, hour, minute, second;
} moment;

/* Digits where the shape has them, and its signs. */
static bool has_shape(ahd_str s, const char *shape)
{
    for (size_t i = 0; i < s.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        if (shape[i] == '0' ? !digit : s.ptr[i] != shape[i])
            return false;
    }
    return true;
}

static int number(ahd_str s, size_t at, size_t len)
{
    int out = 0;

    for (size_t i = at; i < at + len && i < s.len; i++)
        out = out * 10 + (s.ptr[i] - '0');
    return out;
}

static bool read_moment(ahd_str s, moment *out)
{
    static const char shape[] = "0000-00-00T00:00:00Z";
    enum { DAY = 10 };

    if ((s.len != DAY && s.len != sizeof shape - 1) || !has_shape(s, shape))
        return false;
    *out = (moment){number(s, 0, 4),  number(s, 5, 2),  number(s, 8, 2),
                    number(s, 11, 2), number(s, 14, 2), number(s, 17, 2)};
    return out->month >= 1 && out->month <= 12 && out->day >= 1 &&
           out->day <= 31;
}

/* Sakamoto's: the day of the week, 0 for Sunday. */
static int weekday(const moment *m)
{
    static const int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = m->year - (m->month < 3);

    return (year + year / 4 - year / 100 + year / 400 + shift[m->month - 1] +
            m->day) %
           7;
}

void ahd_fresh_date(ahd_str iso, char out[AHD_FRESH_DATE])
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed",
                                   "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    moment m;

    out[0] = '\0';
    if (read_moment(iso, &m))
        snprintf(out, AHD_FRESH_DATE, "%s, %02u %s %04u %02u:%02u:%02u GMT",
                 days[weekday(&m)], (unsigned)m.day % 100, months[m.month - 1],
                 (unsigned)m.year % 10000, (unsigned)m.hour % 100,
                 (unsigned)m.minute % 100, (unsigned)m.second % 100);
}
