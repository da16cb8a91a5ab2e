#include "stamp.h"

#include "base/day.h"
#include "base/hijri.h"
#include "base/utf8.h"

enum {
    PARTS = 3,
    FIRST_YEAR = 1990,
    LAST_YEAR = 2099,
    SHORT_WORD = 4, /* bytes of a word that may stand in a date: "EET" */
};

/* A run of digits or a month's name. */
typedef struct part {
    uint32_t value;
    uint8_t digits;      /* 0: a month's name, */
    ahd_creditword kind; /* of this calendar */
    uint8_t gap;         /* words before it that belong to no date */
    char mark;           /* the last mark before it, ' ' when there is none */
    size_t first, end;
} part;

/* The walk over a text: the last three parts, and what stood since. */
typedef struct walk {
    const ahd_page_in *in;
    ahd_str text;
    size_t at;
    part parts[PARTS];
    uint32_t count;
    ahd_creditword cue;
    uint8_t gap;
    char mark;
} walk;

/* ------------------------------------------------------------- the parts */

/* The value of the digit at *at, which moves past it: 7, ٧ or ۷; else -1. */
static int take_digit(ahd_str s, size_t *at)
{
    if (*at < s.len && s.ptr[*at] >= '0' && s.ptr[*at] <= '9')
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

static bool is_digit_at(ahd_str s, size_t at)
{
    return take_digit(s, &at) >= 0;
}

/* English months by three letters, which machines write, need no data. */
static uint32_t machine_month(ahd_str word)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

    for (uint32_t m = 0; word.len == 3 && m < 12; m++)
        if (ahd_str_eq((ahd_str){months + 3 * m, 3},
                       (ahd_str){(char[]){(char)(word.ptr[0] | 32),
                                          (char)(word.ptr[1] | 32),
                                          (char)(word.ptr[2] | 32)},
                                 3}))
            return m + 1;
    return 0;
}

static void push(walk *w, part one)
{
    if (w->count == PARTS) {
        w->parts[0] = w->parts[1];
        w->parts[1] = w->parts[2];
        w->count--;
    }
    one.gap = w->gap;
    one.mark = w->mark;
    w->parts[w->count++] = one;
    w->gap = 0;
    w->mark = ' ';
}

/* Digits are a part unless a ':' on either side tells that they are a time. */
static bool take_number(walk *w)
{
    part one = {.first = w->at};
    size_t at = w->at;

    for (int d = take_digit(w->text, &at); d >= 0; d = take_digit(w->text, &at))
        if (one.digits < 99 && one.digits++ < 8)
            one.value = one.value * 10 + (uint32_t)d;
    bool time =
        (w->at > 0 && w->text.ptr[w->at - 1] == ':' && one.digits == 2 &&
         w->at > 1 && is_digit_at(w->text, w->at - 2)) ||
        (at + 1 < w->text.len && w->text.ptr[at] == ':' && one.digits <= 2 &&
         is_digit_at(w->text, at + 1));
    one.end = w->at = at;
    if (!time)
        push(w, one);
    return !time;
}

/* Letters right after digits: "1st", "3er", the T of a machine's stamp. */
static bool is_glued(const walk *w, size_t first)
{
    return first > 0 && w->count > 0 && w->parts[w->count - 1].end == first &&
           w->at - first <= 2;
}

/* A month is a part; a cue is remembered. True when it is a part. */
static bool take_word(walk *w)
{
    part one = {.first = w->at};
    ahd_creditword kind = ahd_creditword_at(w->in, w->text, &w->at, &one.value);
    ahd_str word = {w->text.ptr + one.first, w->at - one.first};
    uint32_t month = kind == AHD_CREDITWORD_NONE ? machine_month(word) : 0;

    if (month > 0) {
        kind = AHD_CREDITWORD_MONTH;
        one.value = month;
    }
    one.kind = kind;
    one.end = w->at;
    switch (kind) {
    case AHD_CREDITWORD_MONTH:
    case AHD_CREDITWORD_HIJRI:
    case AHD_CREDITWORD_SOLAR:
        /* «تشرين الثاني/نوفمبر»: one month by two names. */
        if (w->count > 0 && w->parts[w->count - 1].digits == 0)
            w->count--;
        push(w, one);
        return true;
    case AHD_CREDITWORD_PUBLISHED:
    case AHD_CREDITWORD_UPDATED:
    case AHD_CREDITWORD_NEVER:
        w->cue = kind;
        w->count = 0;
        return false;
    case AHD_CREDITWORD_LINK:
        w->mark = '/';
        return false;
    case AHD_CREDITWORD_BY:
    case AHD_CREDITWORD_NOBODY:
    case AHD_CREDITWORD_NONE:
        break;
    }
    if (!is_glued(w, one.first) && w->gap < 9)
        w->gap = (uint8_t)(w->gap + (word.len <= SHORT_WORD ? 1 : 2));
    return false;
}

/* The next part; false at the end of the text. */
static bool take_part(walk *w)
{
    while (w->at < w->text.len) {
        size_t next = w->at;
        if (is_digit_at(w->text, w->at)) {
            if (take_number(w))
                return true;
            continue;
        }
        uint32_t c = ahd_utf8_next(w->text, &next);
        if (ahd_creditword_letter(c)) {
            if (take_word(w))
                return true;
            continue;
        }
        if (c < 0x80 && c > ' ')
            w->mark = (char)c;
        else if (c >= 0x80 && c != 0xA0 && c < 0x2000)
            w->mark = '?';
        else if (c >= 0x2010 && c <= 0x2015)
            w->mark = '-';
        else if (c > 0x3000) /* the sign of a year, a month, a day */
            w->mark = '/';
        w->at = next;
    }
    return false;
}

/* -------------------------------------------------------------- the days */

/* Years of the Iranian calendar begin at the equinox; leap years as in the
 * cycle of 33 that holds from 1178 to 1633. 1 Farvardin 1399 is 2020-03-20. */
static ahd_day of_solar(int year, int month, int mday)
{
    int days = (month - 1) * 31 - (month > 7 ? month - 7 : 0) + mday - 1;

    for (int y = 1399; y < year; y++)
        days += 365 + ((25 * y + 11) % 33 < 8);
    for (int y = year; y < 1399; y++)
        days -= 365 + ((25 * y + 11) % 33 < 8);
    return ahd_day_of(2020, 3, 20) + days;
}

/* A four-digit year of any calendar, by its month's name or its size. */
static ahd_day day_of(uint32_t year, const part *month, uint32_t mday)
{
    if (month->value < 1 || month->value > 12 || mday < 1 || mday > 31)
        return AHD_NO_DAY;
    bool named = month->digits == 0;
    bool lunar = named ? month->kind == AHD_CREDITWORD_HIJRI : year > 1420;
    if (named && lunar && (year < 1410 || year > 1520))
        return AHD_NO_DAY;
    if (named && month->kind == AHD_CREDITWORD_SOLAR && year > 1478)
        return AHD_NO_DAY;
    if (year >= 1369 && year <= 1520 &&
        (!named || month->kind != AHD_CREDITWORD_MONTH))
        return lunar ? ahd_hijri_day((int)year, (int)month->value, (int)mday)
                     : of_solar((int)year, (int)month->value, (int)mday);
    if (year >= FIRST_YEAR + 543 && year <= LAST_YEAR + 543)
        year -= 543;
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return AHD_NO_DAY;
    return ahd_day_of((int)year, (int)month->value, (int)mday);
}

/* Marks of a date in digits are the same twice: 1.3.2021, 2021/3/1. */
static bool is_joined(const part *p)
{
    bool named = p[0].digits == 0 || p[1].digits == 0;
    bool marked = p[1].mark == '.' || p[1].mark == '/' || p[1].mark == '-';

    if (named)
        return p[1].gap + p[2].gap <= 1;
    return p[1].gap + p[2].gap == 0 && marked &&
           (p[2].mark == p[1].mark || p[2].mark == ' ');
}

static void of_year_last(const part *p, uint32_t year, ahd_stamp *out)
{
    bool month_first = p[0].digits == 0 || (p[1].digits > 0 && p[1].value > 12);
    const part *month = month_first ? &p[0] : &p[1];
    const part *mday = month_first ? &p[1] : &p[0];

    out->day = day_of(year, month, mday->value);
    out->counted = month->kind == AHD_CREDITWORD_HIJRI;
    if (!month_first && month->digits > 0 && p[0].value != p[1].value)
        out->other = day_of(year, &p[0], p[1].value);
}

/* Three parts as a date, in the orders that are written. Of 03/04/2021 the day
 * comes first, as everywhere but in America; 04/13/2021 can only be theirs. */
static bool read_three(const part *p, ahd_stamp *out)
{
    int names = (p[0].digits == 0) + (p[1].digits == 0) + (p[2].digits == 0);

    out->day = out->other = AHD_NO_DAY;
    if (names > 1 || p[2].digits == 0 || !is_joined(p))
        return false;
    if (p[0].digits == 4 && p[1].digits <= 2 && p[2].digits <= 2) {
        out->day = day_of(p[0].value, &p[1], p[2].value);
        out->counted = p[0].value > 1420 && p[0].value < 1530;
    } else if (p[0].digits <= 2 && p[1].digits <= 2 && p[2].digits == 4) {
        of_year_last(p, p[2].value, out);
    } else if (names == 0 && p[0].digits <= 2 && p[1].digits <= 2 &&
               p[2].digits == 2 && p[2].mark == p[1].mark) {
        of_year_last(p, 2000 + p[2].value, out);
        out->brief = true;
    }
    return out->day != AHD_NO_DAY;
}

static bool read_one(const part *p, ahd_stamp *out)
{
    part month = {.value = p->value / 100 % 100, .digits = 2};

    bool stamp = p->digits == 8 || p->digits == 12 || p->digits == 14;

    if (!stamp || p->value / 10000 < FIRST_YEAR)
        return false;
    out->day = day_of(p->value / 10000, &month, p->value % 100);
    out->alone = true;
    return out->day != AHD_NO_DAY;
}

/* A time of day and UTC behind the date: "T18:23:38.627Z". */
static bool is_zulu(ahd_str text, size_t at)
{
    static const char *const marks[] = {"Z", "+00:00", "+0000", "GMT", "UTC"};
    ahd_str rest = ahd_str_trim((ahd_str){text.ptr + at, text.len - at});

    if (rest.len > 40 || ahd_str_find(rest, AHD_STR(":")) == rest.len)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ahd_str_ends(rest, ahd_str_from(marks[i])))
            return true;
    return false;
}

bool ahd_stamp_next(const ahd_page_in *in, ahd_str text, size_t *at,
                    ahd_stamp *out)
{
    walk w = {.in = in, .text = text, .at = *at, .mark = ' '};

    while (take_part(&w)) {
        const part *last = &w.parts[w.count - 1];
        *out = (ahd_stamp){.other = AHD_NO_DAY};
        bool one = read_one(last, out);
        if (!one && (w.count < PARTS || !read_three(w.parts, out)))
            continue;
        out->first = one ? last->first : w.parts[0].first;
        out->end = *at = w.at;
        out->letters = ahd_utf8_count(
            (ahd_str){text.ptr + out->first, out->end - out->first});
        out->cue = w.cue;
        out->zulu = is_zulu(text, w.at);
        return true;
    }
    *at = text.len;
    return false;
}

ahd_day ahd_stamp_day(const ahd_page_in *in, ahd_str text)
{
    ahd_stamp stamp;
    size_t at = 0;

    return ahd_stamp_next(in, text, &at, &stamp) ? stamp.day : AHD_NO_DAY;
}

/* -------------------------------------------------------------- addresses */

/* 2021/3/1 and 2021-03-01 are dates anywhere; 1-3-2021 and 20210301 only when
 * nothing else is in their part of the path. */
ahd_day ahd_stamp_of_url(const ahd_page_in *in, ahd_str url)
{
    ahd_str path = url;
    ahd_stamp stamp;
    size_t at = 0;

    /* An archive's address ends with that of the page. */
    for (size_t i = ahd_str_find(path, AHD_STR("://")); i < path.len;
         i = ahd_str_find(path, AHD_STR("://")))
        path = (ahd_str){path.ptr + i + 3, path.len - i - 3};
    path.len = ahd_str_find(path, AHD_STR("?"));
    path.len = ahd_str_find(path, AHD_STR("#"));
    while (ahd_stamp_next(in, path, &at, &stamp))
        if (!stamp.brief && !stamp.counted && stamp.other == AHD_NO_DAY)
            return stamp.day;
    return AHD_NO_DAY;
}
