#include "time/dates.h"

#include "base/day.h"
#include "doc/look.h"
#include "time/words.h"

static const char *const separators[] = {"/", "-", "–", NULL};
static const char *const commas[] = {"،", ",", NULL};
static const char *const hijri_marks[] = {"هـ",   "ه",  "هجريه",
                                          "هجري", "ah", NULL};

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, HIJRI_LAST = 1600 };

void ahd_dates_settle(ahd_time *t)
{
    int month = t->month, last;

    if (t->year == 0)
        return;
    if (month == 0) {
        t->from = ahd_day_of(t->year, 1, 1);
        t->to = ahd_day_of(t->year, 12, 31);
        return;
    }
    last = t->mday ? t->mday : ahd_day_month_length(t->year, month);
    t->from = ahd_day_of(t->year, month, t->mday ? t->mday : 1);
    t->to = ahd_day_of(t->year, month, last);
}

/* ------------------------------------------------------------- in digits */

static bool set_date(ahd_time *t, int32_t year, int32_t month, int32_t mday)
{
    if (ahd_day_of(year, month, mday) == AHD_NO_DAY)
        return false;
    t->grain = AHD_GRAIN_DAY;
    t->year = (int16_t)year;
    t->month = (int8_t)month;
    t->mday = (int8_t)mday;
    ahd_dates_settle(t);
    return true;
}

/* Day first, as Arabic and most English outlets write; month first where
 * the day could not be a month. */
static bool set_numbers(ahd_time *t, const int32_t part[3])
{
    if (part[0] >= FIRST_YEAR && part[0] <= LAST_YEAR)
        return set_date(t, part[0], part[1], part[2]);
    if (part[2] < FIRST_YEAR || part[2] > LAST_YEAR)
        return false;
    return set_date(t, part[2], part[1], part[0]) ||
           set_date(t, part[2], part[0], part[1]);
}

/* 26/10/2020, 26-10-2020, 2020-10-26 */
static uint32_t read_numeric(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    int32_t part[3];
    uint32_t at = token;

    for (int i = 0; i < 3; i++) {
        if (i > 0 && !ahd_words_is(doc, at++, separators))
            return 0;
        at = ahd_words_digits(doc, at, 1, LAST_YEAR, &part[i]);
        if (at == 0)
            return 0;
    }
    if (ahd_words_is(doc, at, separators))
        return 0; /* a longer row of numbers */
    return set_numbers(t, part) ? at : 0;
}

/* 26.10.2020 is one token. */
static uint32_t read_dotted(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    int32_t part[3];
    ahd_str rest = doc->tokens.items[token].form;
    int i = 0;

    for (; i < 3 && rest.len > 0; i++) {
        uint32_t number;
        if (!ahd_str_number(ahd_str_cut(&rest, '.'), &number) ||
            number > LAST_YEAR)
            return 0;
        part[i] = (int32_t)number;
    }
    return i == 3 && rest.len == 0 && set_numbers(t, part) ? token + 1 : 0;
}

/* ------------------------------------------------------ with a month's name */

/* «تشرين الأول/أكتوبر», «مارس آذار», «أكتوبر (تشرين الأول)»: said twice. */
static uint32_t read_month(const ahd_doc *doc, uint32_t token, bool joined,
                           int8_t *month)
{
    static const char *const between[] = {"/", "(", "-", NULL};
    static const char *const closing[] = {")", NULL};
    const ahd_hit *hit = ahd_words_at(doc, token, AHD_TIME_WORD_MONTH, joined);

    if (hit == NULL)
        return 0;
    *month = (int8_t)ahd_words_value(hit);
    uint32_t end = hit->end;
    hit = ahd_words_at(doc, end + ahd_words_is(doc, end, between),
                       AHD_TIME_WORD_MONTH, false);
    if (hit == NULL || ahd_words_value(hit) != *month)
        return end;
    return hit->end + ahd_words_is(doc, hit->end, closing);
}

static uint32_t read_year(const ahd_doc *doc, uint32_t token, int16_t *year)
{
    static const char *const before[] = {"،",   ",",     "من", "عام",
                                         "سنه", "العام", "of", NULL};
    uint32_t at = token;
    int32_t value;

    for (int i = 0; i < 2 && ahd_words_is(doc, at, before); i++)
        at++;
    at = ahd_words_digits(doc, at, FIRST_YEAR, LAST_YEAR, &value);
    if (at)
        *year = (int16_t)value;
    return at;
}

/* "26", "26th", «السادس والعشرين» is left to later. */
static uint32_t read_mday(const ahd_doc *doc, uint32_t token, int32_t *mday)
{
    static const char *const tails[] = {"st", "nd", "rd",  "th",
                                        "من", "of", "شهر", NULL};
    uint32_t at = ahd_words_digits(doc, token, 1, 31, mday);

    for (int i = 0; at && i < 2 && ahd_words_is(doc, at, tails); i++)
        at++;
    return at;
}

/* «أحد الوزراء» is no Sunday, «الأحد» is. */
static bool has_article(const ahd_token *t)
{
    for (int i = 0; i < t->readings; i++)
        if (ahd_str_starts(t->reading[i].host, AHD_STR("ال")))
            return true;
    return false;
}

/* «26 مارس الماضي»: the direction, kept in `offset`. */
static uint32_t read_direction(const ahd_doc *doc, uint32_t at, ahd_time *t)
{
    const ahd_hit *last = ahd_words_at(doc, at, AHD_TIME_WORD_LAST, false);
    const ahd_hit *next = ahd_words_at(doc, at, AHD_TIME_WORD_NEXT, false);
    const ahd_hit *this = ahd_words_at(doc, at, AHD_TIME_WORD_THIS, false);

    if (!(doc->tokens.items[at - 1].flags & AHD_TOKEN_ARABIC))
        return at;
    t->offset = last ? -1 : next ? 1 : 0;
    if (last || next)
        return last ? last->end : next->end;
    return this && has_article(&doc->tokens.items[at]) ? this->end : at;
}

static void set_month(ahd_time *t, int8_t month, int32_t mday, int16_t year)
{
    t->month = month;
    t->mday = (int8_t)mday;
    t->year = year;
    t->grain = mday ? AHD_GRAIN_DAY : AHD_GRAIN_MONTH;
    ahd_dates_settle(t);
}

/* "26 أكتوبر 2020", "23 October", "الأول من أكتوبر" without its word. */
static uint32_t read_day_month(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    int32_t mday;
    int8_t month;
    int16_t year = 0;
    uint32_t at = read_mday(doc, token, &mday);

    at = at ? read_month(doc, at, false, &month) : 0;
    if (at == 0 || ahd_day_of(2020, month, mday) == AHD_NO_DAY)
        return 0;
    uint32_t end = read_year(doc, at, &year);
    set_month(t, month, mday, year);
    return end ? end : read_direction(doc, at, t);
}

/* "October 23, 2020", "October 2020", «أكتوبر 2020» */
static uint32_t read_month_day(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    int32_t mday = 0;
    int8_t month;
    int16_t year = 0;
    uint32_t at = read_month(doc, token, true, &month);

    if (at == 0)
        return 0;
    bool arabic = doc->tokens.items[token].flags & AHD_TOKEN_ARABIC;
    uint32_t day_end = arabic ? 0 : read_mday(doc, at, &mday);
    if (day_end && ahd_day_of(2020, month, mday) == AHD_NO_DAY)
        return 0;
    at = day_end ? day_end : at;
    uint32_t end = read_year(doc, at, &year);
    if (end == 0 && day_end == 0)
        return 0;
    set_month(t, month, day_end ? mday : 0, year);
    return end ? end : at;
}

/* A month alone is a time only where a preposition or a word for month says
 * so: «في مارس», but not "مارس" (he practised). */
static uint32_t read_bare_month(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    static const char *const before[] = {
        "في",    "شهر",   "بشهر",  "منذ",  "حتي",   "خلال",  "مطلع", "نهايه",
        "اوائل", "اواخر", "منتصف", "in",   "since", "until", "by",   "last",
        "early", "late",  "mid",   "this", "next",  NULL};
    int8_t month;
    uint32_t at = read_month(doc, token, false, &month);

    if (at == 0 || token == 0 || !ahd_words_is(doc, token - 1, before))
        return 0;
    bool latin = !(doc->tokens.items[token].flags & AHD_TOKEN_ARABIC);
    if (latin && !(doc->tokens.items[token].flags & AHD_TOKEN_CAPITAL))
        return 0;
    set_month(t, month, 0, 0);
    return read_direction(doc, at, t);
}

/* ------------------------------------------------------------ other dates */

/* «9 ربيع الأول 1442 هـ»: becomes its Gregorian day. */
static uint32_t read_hijri(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    int32_t mday, year, y, m, d;
    uint32_t at = read_mday(doc, token, &mday);
    const ahd_hit *month =
        at ? ahd_words_at(doc, at, AHD_TIME_WORD_HIJRI_MONTH, false) : NULL;

    if (month == NULL)
        return 0;
    at = ahd_words_digits(doc, month->end, 1300, HIJRI_LAST, &year);
    if (at == 0)
        return 0;
    ahd_day_split(ahd_day_of_hijri(year, ahd_words_value(month), mday), &y, &m,
                  &d);
    if (!set_date(t, y, m, d))
        return 0;
    return at + ahd_words_is(doc, at, hijri_marks);
}

/* «عام 2020», "in 2020" */
static uint32_t read_bare_year(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    static const char *const heads[] = {"عام", "سنه", "العام", "year", NULL};
    static const char *const before[] = {"in", "since", "until", "by",
                                         "في", "منذ",   "حتي",   NULL};
    bool head = ahd_words_is(doc, token, heads);
    int32_t year;
    uint32_t at =
        ahd_words_digits(doc, token + head, FIRST_YEAR, LAST_YEAR, &year);

    if (at == 0 || ahd_words_is(doc, at, hijri_marks) ||
        (!head && (token == 0 || !ahd_words_is(doc, token - 1, before))))
        return 0;
    if (!head && ahd_look_hit(doc, at, AHD_TERM_VERB) == NULL &&
        at < doc->tokens.count && !ahd_look_is_punct(doc, at) &&
        year % 100 == 0)
        return 0; /* "in 2000 cases" */
    t->grain = AHD_GRAIN_YEAR;
    t->year = (int16_t)year;
    ahd_dates_settle(t);
    return at;
}

uint32_t ahd_dates_weekday(const ahd_doc *doc, uint32_t token, int8_t *out)
{
    static const char *const day[] = {"يوم", "ليوم", "on", NULL};
    static const char *const rites[] = {"صلاه", "خطبه", "جمعه", "بين",
                                        "سوق",  "منبر", "كلا",  NULL};
    uint32_t at = token + (ahd_words_is(doc, token, day) &&
                           (doc->tokens.items[token].flags & AHD_TOKEN_ARABIC));
    const ahd_hit *hit =
        ahd_words_at(doc, at, AHD_TIME_WORD_WEEKDAY, at == token);

    if (hit == NULL || (token > 0 && ahd_words_is(doc, token - 1, rites)))
        return 0;
    bool arabic = doc->tokens.items[at].flags & AHD_TOKEN_ARABIC;
    if (arabic ? !has_article(&doc->tokens.items[at])
               : !(doc->tokens.items[at].flags & AHD_TOKEN_CAPITAL))
        return 0;
    *out = (int8_t)ahd_words_value(hit);
    return hit->end;
}

uint32_t ahd_dates_read(const ahd_doc *doc, uint32_t token, ahd_time *out)
{
    typedef uint32_t reading(const ahd_doc *, uint32_t, ahd_time *);
    static reading *const readings[] = {
        read_numeric,   read_dotted,     read_hijri,    read_day_month,
        read_month_day, read_bare_month, read_bare_year};
    int8_t weekday = -1;
    uint32_t at = ahd_dates_weekday(doc, token, &weekday);
    bool after_weekday = at != 0;

    at = after_weekday ? at + ahd_words_is(doc, at, commas) : token;
    if (at >= doc->tokens.count)
        return 0;
    size_t count = sizeof readings / sizeof *readings - 2 * after_weekday;
    for (size_t i = 0; i < count; i++) {
        uint32_t end = readings[i](doc, at, out);
        if (end == 0)
            continue;
        out->form = AHD_TIME_DATE;
        out->weekday = weekday;
        return end;
    }
    return 0;
}
