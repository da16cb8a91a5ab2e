#include "time/feasts.h"

#include "base/day.h"
#include "base/hijri.h"

#include <stdbool.h>

typedef enum rule { FIXED, NTH_WEEKDAY, HIJRI, EASTER, NO_RULE } rule;

/* By their number in data/times. */
static const struct {
    uint8_t rule;
    int16_t month, mday; /* of NTH_WEEKDAY: which; of EASTER: days after it */
    int16_t weekday;
} feasts[] = {
    {EASTER, 0, 0, 0},  {FIXED, 12, 25, 0},      {FIXED, 12, 31, 0},
    {FIXED, 1, 1, 0},   {NTH_WEEKDAY, 11, 4, 3}, {NTH_WEEKDAY, 6, 3, 6},
    {HIJRI, 10, 1, 0},  {HIJRI, 12, 10, 0},      {HIJRI, 1, 1, 0},
    {HIJRI, 1, 10, 0},  {HIJRI, 3, 12, 0},       {HIJRI, 12, 9, 0},
    {FIXED, 5, 1, 0},   {FIXED, 3, 8, 0},        {FIXED, 2, 14, 0},
    {FIXED, 3, 21, 0},  {FIXED, 3, 21, 0},       {HIJRI, 9, 27, 0},
    {FIXED, 5, 15, 0},  {FIXED, 3, 30, 0},       {EASTER, 0, -2, 0},
    {FIXED, 12, 24, 0},
};

/* The anonymous Gregorian computus. */
static ahd_day easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 19 * l) / 433;
    int month = (h + l - 7 * m + 90) / 25;

    return ahd_day_of(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/* The Hijri year is the shorter: one of three turns in the Gregorian one. */
static ahd_day hijri_in(int year, int month, int mday)
{
    ahd_day from = ahd_day_of(year, 1, 1), to = ahd_day_of(year, 12, 31);
    int guess = ahd_hijri_year(from);

    for (int y = guess - 1; y <= guess + 2; y++) {
        ahd_day day = ahd_hijri_day(y, month, mday);
        if (day != AHD_NO_DAY && day >= from && day <= to)
            return day;
    }
    return AHD_NO_DAY;
}

ahd_day ahd_feasts_day(int id, int year)
{
    if (id < 0 || id >= (int)(sizeof feasts / sizeof *feasts) || year < 1 ||
        year > 9998)
        return AHD_NO_DAY;
    int month = feasts[id].month, mday = feasts[id].mday;
    switch ((rule)feasts[id].rule) {
    case FIXED:
        return ahd_day_of(year, month, mday);
    case HIJRI:
        return hijri_in(year, month, mday);
    case EASTER:
        return easter(year) + mday;
    case NO_RULE: /* every country has its own */
        return AHD_NO_DAY;
    case NTH_WEEKDAY:
        break;
    }
    ahd_day first = ahd_day_of(year, month, 1);
    int ahead = (feasts[id].weekday - ahd_day_weekday(first) + 7) % 7;
    return first + ahead + 7 * (mday - 1);
}
