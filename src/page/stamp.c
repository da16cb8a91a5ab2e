#include "stamp.h"

#include "base/day.h"

enum { PARTS = 8 };

/* A run of digits, or the month that a run of letters begins like. */
typedef struct part {
    uint32_t value;
    uint8_t digits; /* 0: a month's name */
} part;

static const char months[12][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                   "jul", "aug", "sep", "oct", "nov", "dec"};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_letter(char c)
{
    return small(c) >= 'a' && small(c) <= 'z';
}

static uint32_t month_of(ahd_str name)
{
    for (uint32_t m = 0; name.len >= 3 && m < 12; m++)
        if (small(name.ptr[0]) == months[m][0] &&
            small(name.ptr[1]) == months[m][1] &&
            small(name.ptr[2]) == months[m][2])
            return m + 1;
    return 0;
}

/* The run at *at, which moves past it; false for what is no part. */
static bool take_part(ahd_str s, size_t *at, part *out)
{
    size_t first = *at;

    *out = (part){0, 0};
    if (is_digit(s.ptr[first])) {
        for (; *at < s.len && is_digit(s.ptr[*at]); ++*at)
            if (out->digits < 9)
                out->value = out->value * 10 + (uint32_t)(s.ptr[*at] - '0'),
                out->digits++;
        return true;
    }
    while (*at < s.len && is_letter(s.ptr[*at]))
        ++*at;
    if (*at == first) {
        ++*at;
        return false;
    }
    out->value = month_of((ahd_str){s.ptr + first, *at - first});
    return out->value > 0;
}

static ahd_day day_of(uint32_t year, uint32_t month, uint32_t mday)
{
    if (year < 1990 || year > 2099 || month > 12 || mday > 31)
        return AHD_NO_DAY;
    return ahd_day_of((int)year, (int)month, (int)mday);
}

/* Three parts as a date, in the orders that are written. Of 03/04/2021 the day
 * comes first, as everywhere but in America; 04/13/2021 can only be theirs. */
static ahd_day read_three(const part *p)
{
    if (p[0].digits == 4)
        return day_of(p[0].value, p[1].value, p[2].value);
    if (p[2].digits != 4)
        return AHD_NO_DAY;
    if (p[0].digits == 0 || (p[1].digits > 0 && p[1].value > 12))
        return day_of(p[2].value, p[0].value, p[1].value);
    return day_of(p[2].value, p[1].value, p[0].value);
}

static ahd_day read_one(part p)
{
    if (p.digits == 8)
        return day_of(p.value / 10000, p.value / 100 % 100, p.value % 100);
    return AHD_NO_DAY;
}

ahd_day ahd_stamp_day(ahd_str text)
{
    part parts[PARTS];
    int count = 0;

    for (size_t at = 0; at < text.len && count < PARTS;)
        count += take_part(text, &at, &parts[count]);
    for (int i = 0; i < count; i++) {
        ahd_day day = read_one(parts[i]);
        if (day == AHD_NO_DAY && i + 2 < count)
            day = read_three(&parts[i]);
        if (day != AHD_NO_DAY)
            return day;
    }
    return AHD_NO_DAY;
}

/* `want` digits at `at`, then '/' or '-'. */
static bool read_digits(ahd_str s, size_t at, size_t want, uint32_t *out)
{
    if (at + want >= s.len ||
        (s.ptr[at + want] != '/' && s.ptr[at + want] != '-'))
        return false;
    return ahd_str_number((ahd_str){s.ptr + at, want}, out);
}

ahd_day ahd_stamp_of_url(ahd_str url)
{
    for (size_t i = 0; i + 11 <= url.len; i++) {
        uint32_t year, month, mday;
        size_t at = i + 6;
        if (url.ptr[i] != '/' || !read_digits(url, i + 1, 4, &year))
            continue;
        size_t wide = read_digits(url, at, 2, &month) ? 2 : 1;
        if (!read_digits(url, at, wide, &month))
            continue;
        at += wide + 1;
        wide = read_digits(url, at, 2, &mday) ? 2 : 1;
        if (!read_digits(url, at, wide, &mday))
            continue;
        ahd_day day = day_of(year, month, mday);
        if (day != AHD_NO_DAY)
            return day;
    }
    return AHD_NO_DAY;
}
