#include "stamp.h"

#include "base/day.h"

enum { PARTS = 8 };

/* The months as they are written from Morocco to Iraq: Gregorian names of the
 * Nile and the Gulf, of the Levant, and of the Maghreb; hamza left out at will.
 */
static const struct {
    const char *name;
    uint8_t month;
} arabic_months[] = {
    {"يناير", 1},        {"كانون الثاني", 1},  {"جانفي", 1},
    {"فبراير", 2},       {"شباط", 2},          {"فيفري", 2},
    {"مارس", 3},         {"آذار", 3},          {"اذار", 3},
    {"أبريل", 4},        {"ابريل", 4},         {"إبريل", 4},
    {"نيسان", 4},        {"أفريل", 4},         {"افريل", 4},
    {"مايو", 5},         {"أيار", 5},          {"ايار", 5},
    {"ماي", 5},          {"يونيو", 6},         {"يونيه", 6},
    {"حزيران", 6},       {"جوان", 6},          {"يوليو", 7},
    {"يوليوز", 7},       {"يوليه", 7},         {"تموز", 7},
    {"جويلية", 7},       {"أغسطس", 8},         {"اغسطس", 8},
    {"آب", 8},           {"غشت", 8},           {"أوت", 8},
    {"سبتمبر", 9},       {"شتنبر", 9},         {"أيلول", 9},
    {"ايلول", 9},        {"أكتوبر", 10},       {"اكتوبر", 10},
    {"تشرين الأول", 10}, {"تشرين الاول", 10},  {"نوفمبر", 11},
    {"نونبر", 11},       {"تشرين الثاني", 11}, {"ديسمبر", 12},
    {"دجنبر", 12},       {"كانون الأول", 12},  {"كانون الاول", 12},
};

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

/* Past an Arabic month at *at, the longest that fits: يوليوز before يوليو. */
static uint32_t arabic_month(ahd_str s, size_t *at)
{
    ahd_str rest = {s.ptr + *at, s.len - *at};
    size_t longest = 0;
    uint32_t month = 0;

    for (size_t i = 0; i < sizeof arabic_months / sizeof *arabic_months; i++) {
        ahd_str name = ahd_str_from(arabic_months[i].name);
        if (name.len > longest && ahd_str_starts(rest, name)) {
            longest = name.len;
            month = arabic_months[i].month;
        }
    }
    *at += longest;
    return month;
}

/* The value of the digit at *at, which moves past it: 7, ٧ or ۷; else -1. */
static int take_digit(ahd_str s, size_t *at)
{
    if (*at < s.len && is_digit(s.ptr[*at]))
        return s.ptr[(*at)++] - '0';
    if (*at + 1 >= s.len)
        return -1;
    unsigned char lead = (unsigned char)s.ptr[*at];
    int value = (unsigned char)s.ptr[*at + 1] - (lead == 0xD9 ? 0xA0 : 0xB0);
    if ((lead != 0xD9 && lead != 0xDB) || value < 0 || value > 9)
        return -1;
    *at += 2;
    return value;
}

/* Digits, unless a ':' on either side tells that they are a time of day. */
static bool take_digits(ahd_str s, size_t *at, part *out)
{
    size_t first = *at;

    for (int d = take_digit(s, at); d >= 0; d = take_digit(s, at))
        if (out->digits < 9)
            out->value = out->value * 10 + (uint32_t)d, out->digits++;
    bool time = (first > 0 && s.ptr[first - 1] == ':') ||
                (*at < s.len && s.ptr[*at] == ':');
    return out->digits > 0 && !time;
}

/* The run at *at, which moves past it; false for what is no part. */
static bool take_part(ahd_str s, size_t *at, part *out)
{
    size_t first = *at;

    *out = (part){0, 0};
    if (take_digits(s, at, out))
        return true;
    if (*at > first)
        return false;
    if ((unsigned char)s.ptr[first] >= 0xC0)
        out->value = arabic_month(s, at);
    while (*at < s.len && out->value == 0 && is_letter(s.ptr[*at]))
        ++*at;
    if (*at == first) {
        ++*at;
        return false;
    }
    if (out->value == 0)
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

    for (size_t at = 0; at < text.len && count < PARTS;) {
        if (!take_part(text, &at, &parts[count]))
            continue;
        /* «تشرين الثاني/نوفمبر»: one month by two names. */
        bool again = count > 0 && parts[count].digits == 0 &&
                     parts[count - 1].digits == 0;
        count += !again;
    }
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
