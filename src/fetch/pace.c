#include "pace.h"

#include <curl/curl.h>

enum { DATE_BYTES = 64, MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

static int64_t within(int64_t value, int64_t least, int64_t most)
{
    if (value < least)
        return least;
    return value > most ? most : value;
}

int64_t ahd_pace_interval(int64_t interval, bool changed)
{
    int64_t next = changed ? interval * 2 / 3 : interval * 3 / 2;

    return within(next, AHD_PACE_LEAST, AHD_PACE_MOST);
}

/* Knuth's multiplier spreads seeds that are near each other. */
static int64_t jitter(int64_t wait, uint32_t seed)
{
    uint32_t dice = (seed * 2654435761u) >> 16; /* 0 .. 65535 */

    return wait * 3 / 4 + wait / 2 * (int64_t)dice / 65536;
}

int64_t ahd_pace_back_off(int64_t base, uint32_t failures, uint32_t seed)
{
    int64_t wait = base;

    for (uint32_t i = 1; i < failures && wait < AHD_PACE_LONGEST; i++)
        wait *= 2;
    wait = jitter(within(wait, 1, AHD_PACE_LONGEST), seed + failures);
    return within(wait, 1, AHD_PACE_LONGEST);
}

int64_t ahd_pace_retry_after(ahd_str value, int64_t now)
{
    char date[DATE_BYTES];
    uint32_t seconds;

    value = ahd_str_trim(value);
    if (ahd_str_number(value, &seconds))
        return within(seconds, 0, AHD_PACE_LONGEST);
    if (value.len == 0 || value.len >= sizeof date)
        return -1;
    memcpy(date, value.ptr, value.len);
    date[value.len] = '\0';
    time_t at = curl_getdate(date, NULL);
    return at < 0 ? -1 : within((int64_t)at - now, 0, AHD_PACE_LONGEST);
}

int64_t ahd_pace_read(ahd_str text)
{
    static const struct {
        char letter;
        int64_t seconds;
    } units[] = {{'m', MINUTE}, {'h', HOUR}, {'d', DAY}};
    uint32_t count;

    if (text.len < 2 ||
        !ahd_str_number((ahd_str){text.ptr, text.len - 1}, &count))
        return 0;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        int64_t seconds = count * units[i].seconds;
        if (units[i].letter == text.ptr[text.len - 1])
            return count > 0 && seconds <= (int64_t)30 * DAY ? seconds : 0;
    }
    return 0;
}
