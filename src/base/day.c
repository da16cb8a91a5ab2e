#include "base/day.h"

enum {
    DAYS_OF_ERA = 146097,  /* days of 400 years */
    ERA_TO_1970 = 719468,  /* days from 0000-03-01 to 1970-01-01 */
    HIJRI_START = -492148, /* 1 Muharram 1: 19 July 622 Gregorian */
    HIJRI_CYCLE = 30 * 354 + 11,
};

int ahd_day_month_length(int year, int month)
{
    static const int length[] = {31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    if (month < 1 || month > 12)
        return 0;
    return month == 2 && leap ? 29 : length[month - 1];
}

/* The year begins in March, so that the leap day is its last: the algorithm
 * of Howard Hinnant, "chrono-compatible low-level date algorithms". */
int32_t ahd_day_of(int year, int month, int mday)
{
    if (year < 1 || year > 9999 || mday < 1 ||
        mday > ahd_day_month_length(year, month))
        return INT32_MIN;
    int y = year - (month <= 2);
    int era = y / 400, of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;
    int day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * DAYS_OF_ERA + day - ERA_TO_1970;
}

int32_t ahd_day_of_hijri(int year, int month, int mday)
{
    if (year < 1 || year > 9000 || month < 1 || month > 12 || mday < 1 ||
        mday > 30)
        return INT32_MIN;
    int before = year - 1, cycles = before / 30, rest = before % 30;
    int leaps = (11 * rest + 14) / 30;
    int months = 29 * (month - 1) + month / 2; /* 30, 29, 30, 29 … */
    return HIJRI_START + cycles * HIJRI_CYCLE + rest * 354 + leaps + months +
           mday - 1;
}

void ahd_day_split(int32_t day, int *year, int *month, int *mday)
{
    int64_t z = (int64_t)day + ERA_TO_1970;
    int64_t era = (z >= 0 ? z : z - DAYS_OF_ERA + 1) / DAYS_OF_ERA;
    int of_era = (int)(z - era * DAYS_OF_ERA);
    int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * y + y / 4 - y / 100);
    int m = (5 * of_year + 2) / 153;

    *mday = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = (int)(era * 400) + y + (*month <= 2);
}

int ahd_day_weekday(int32_t day)
{
    int since_monday = (int)(((int64_t)day + 3) % 7); /* 1970-01-01: Thursday */

    return since_monday < 0 ? since_monday + 7 : since_monday;
}

void ahd_day_iso(int32_t day, char out[AHD_DAY_ISO])
{
    int part[3];
    static const int start[] = {0, 5, 8}, width[] = {4, 2, 2};

    ahd_day_split(day, &part[0], &part[1], &part[2]);
    out[4] = out[7] = '-';
    for (int i = 0; i < 3; i++) {
        int value = part[i];
        for (int at = start[i] + width[i] - 1; at >= start[i]; at--) {
            out[at] = (char)('0' + value % 10);
            value /= 10;
        }
    }
}

int32_t ahd_day_from_iso(ahd_str text)
{
    static const size_t start[] = {0, 5, 8}, width[] = {4, 2, 2};
    uint32_t part[3];

    if (text.len != AHD_DAY_ISO || text.ptr[4] != '-' || text.ptr[7] != '-')
        return INT32_MIN;
    for (int i = 0; i < 3; i++)
        if (!ahd_str_number((ahd_str){text.ptr + start[i], width[i]}, &part[i]))
            return INT32_MIN;
    return ahd_day_of((int)part[0], (int)part[1], (int)part[2]);
}
