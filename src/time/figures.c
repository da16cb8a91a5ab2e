#include "time/figures.h"

#include "base/day.h"
#include "time/amounts.h"

enum {
    FIRST_YEAR = 1000,
    LAST_YEAR = 2200,
    HIJRI_FIRST = 1200,
    HIJRI_LAST = 1600,
    THIS_CENTURY = 50, /* two digits of a year below it are of 20.. */
    TERMS = 8,         /* words of one number */
};

/* --------------------------------------------------------------- numbers */

/* A number word; with its و where one came before. */
static const ahd_hit *number_at(const ahd_scan *scan, uint32_t token,
                                bool joined)
{
    uint16_t pro = AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_LI;

    if (token >= scan->limit)
        return NULL;
    if (joined || token == scan->start || token == scan->joined)
        pro |= AHD_PRO_WA;
    const ahd_token *t = ahd_scan_token(scan, token);
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &scan->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_TIME && hit->id == AHD_TIME_WORD_NUMBER &&
            (hit->pro & ~pro) == 0 && !hit->suffix && hit->end <= scan->limit)
            return hit;
    }
    return NULL;
}

/* Does a term of `value` go on after what is counted so far? 0 when not. */
static bool add_term(double value, double *group, double *total)
{
    if (value >= 1000) {
        *total += (*group > 0 ? *group : 1) * value;
        *group = 0;
        return true;
    }
    if (value == 100 && *group > 0 && *group < 10) {
        *group *= 100;
        return true;
    }
    double unit = value >= 100 ? 1000 : value >= 10 ? 100 : 10;
    if (*group > 0 && (*group < unit || (int64_t)*group % (int64_t)unit != 0))
        return false;
    *group += value;
    return true;
}

/* "two thousand and eighteen", «ألفان وثمانية عشر» */
static uint32_t number_words(const ahd_scan *scan, uint32_t token,
                             double *value)
{
    static const char *const and[] = {"and", "و", NULL};
    double group = 0, total = 0;
    uint32_t at = token, end = AHD_MISS;

    for (int i = 0; i < TERMS; i++) {
        uint32_t next = at + (i > 0 && ahd_scan_is(scan, at, and));
        const ahd_hit *hit = number_at(scan, next, i > 0);
        if (hit == NULL)
            break;
        bool arabic = ahd_scan_is_arabic(scan, next);
        bool tied = !arabic || next > at || hit->pro & AHD_PRO_WA;
        if (i > 0 && !tied && (int32_t)hit->extra < 1000)
            break;
        if (!add_term((int32_t)hit->extra, &group, &total))
            break;
        at = end = hit->end;
    }
    *value = total + group;
    return end;
}

/* "3", "3.5"; no dates, no hours. */
static uint32_t number_digits(const ahd_scan *scan, uint32_t token,
                              double *value)
{
    if (token >= scan->limit ||
        ahd_scan_token(scan, token)->kind != AHD_TOKEN_NUMBER)
        return AHD_MISS;
    ahd_str rest = ahd_scan_token(scan, token)->form;
    ahd_str whole = ahd_str_cut(&rest, '.');
    uint32_t number, part = 0;
    double scale = 1;

    if (!ahd_str_number(whole, &number) ||
        (rest.len > 0 && !ahd_str_number(rest, &part)))
        return AHD_MISS;
    for (size_t i = 0; i < rest.len; i++)
        scale *= 10;
    *value = number + part / scale;
    return token + 1;
}

uint32_t ahd_figures_count(const ahd_scan *scan, uint32_t token, double *value)
{
    uint32_t end = number_digits(scan, token, value);

    return end != AHD_MISS ? end : number_words(scan, token, value);
}

/* A number in digits between low and high, as one token. */
static uint32_t digits(const ahd_scan *scan, uint32_t token, int32_t low,
                       int32_t high, int32_t *value)
{
    uint32_t number;

    if (token >= scan->limit ||
        ahd_scan_token(scan, token)->kind != AHD_TOKEN_NUMBER ||
        !ahd_str_number(ahd_scan_token(scan, token)->form, &number) ||
        number < (uint32_t)low || number > (uint32_t)high)
        return AHD_MISS;
    *value = (int32_t)number;
    return token + 1;
}

/* -------------------------------------------------------------- ordinals */

static uint32_t ordinal_digits(const ahd_scan *scan, uint32_t token,
                               int32_t *value)
{
    static const char *const tails[] = {"st", "nd", "rd", "th", NULL};
    uint32_t at = digits(scan, token, 1, 99, value);

    return at != AHD_MISS && ahd_scan_is(scan, at, tails) ? at + 1 : AHD_MISS;
}

/* «الحادي والعشرين»: what stands after the ones. */
static uint32_t tens_after(const ahd_scan *scan, uint32_t end, int32_t *value)
{
    const ahd_hit *tens = number_at(scan, end, true);

    if (*value < 1 || *value > 9 || tens == NULL || !(tens->pro & AHD_PRO_WA) ||
        (int32_t)tens->extra % 10 != 0 || (int32_t)tens->extra > 90)
        return end;
    *value += (int32_t)tens->extra;
    return tens->end;
}

uint32_t ahd_figures_ordinal(const ahd_scan *scan, uint32_t token,
                             int32_t *value)
{
    uint32_t end = ordinal_digits(scan, token, value);
    const ahd_hit *hit = ahd_scan_hit(scan, token, AHD_TIME_WORD_ORDINAL);
    const ahd_hit *tens = number_at(scan, token, false);

    if (end != AHD_MISS)
        return end;
    if (hit) {
        *value = (int32_t)hit->extra;
        return tens_after(scan, hit->end, value);
    }
    if (tens == NULL || ahd_scan_is_arabic(scan, token))
        return AHD_MISS;
    hit = ahd_scan_hit(scan, tens->end, AHD_TIME_WORD_ORDINAL);
    int32_t ten = (int32_t)tens->extra;
    if (hit == NULL || ten % 10 != 0 || ten > 90 || (int32_t)hit->extra > 9)
        return AHD_MISS;
    *value = ten + (int32_t)hit->extra;
    return hit->end;
}

/* ------------------------------------------------------- days and years */

static uint32_t read_mday(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    double words = 0;
    uint32_t end = ahd_figures_ordinal(scan, token, &value);

    if (end == AHD_MISS)
        end = digits(scan, token, 1, 31, &value);
    if (end == AHD_MISS) {
        const ahd_hit *hit = number_at(scan, token, false);
        if (hit && hit->pro & AHD_PRO_AL &&
            ahd_scan_hit(scan, token, AHD_TIME_WORD_WEEKDAY))
            hit = NULL; /* «الأحد» is a Sunday */
        end = hit ? hit->end : AHD_MISS;
        words = hit ? (int32_t)hit->extra : 0;
        value = (int32_t)words;
    }
    if (end == AHD_MISS || value < 1 || value > 31)
        return AHD_MISS;
    said->mday = (int8_t)value;
    return end;
}

/* "nineteen seventy eight", "nineteen zero one" */
static uint32_t year_pair(const ahd_scan *scan, uint32_t token, double *value)
{
    static const char *const zero[] = {"zero", "oh", "o", NULL};
    double tail = 0;
    uint32_t at = number_words(scan, token, value);

    if (at == AHD_MISS || *value < 10 || *value > 21)
        return AHD_MISS;
    uint32_t skip = at + ahd_scan_is(scan, at, zero);
    const ahd_hit *hit = number_at(scan, skip, true);
    tail = hit ? (int32_t)hit->extra : 0;
    if (hit == NULL || tail > 99 || (skip == at && tail < 10) ||
        (skip > at && tail > 9))
        return AHD_MISS;
    *value = *value * 100 + tail;
    return hit->end;
}

static uint32_t year_words(const ahd_scan *scan, uint32_t token, double *value)
{
    uint32_t end = number_words(scan, token, value);

    if (end != AHD_MISS && *value >= FIRST_YEAR && *value <= LAST_YEAR)
        return end;
    return year_pair(scan, token, value);
}

static uint32_t read_year(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    static const char *const hijri[] = {"هـ", "ه", "هجري", "هجريه", NULL};
    int32_t value = 0;
    double words = 0;
    ahd_said none = ahd_said_none();
    uint32_t head = ahd_scan_word(scan, AHD_SYM_YEAR_HEAD, token, &none);
    uint32_t at = head == AHD_MISS ? token : head;
    uint32_t end =
        digits(scan, at, head == AHD_MISS ? FIRST_YEAR : 1, LAST_YEAR, &value);

    if (end == AHD_MISS) {
        bool asked = scan->loose || head != AHD_MISS;
        end = asked ? year_words(scan, at, &words) : AHD_MISS;
        if (end == AHD_MISS && head != AHD_MISS)
            end = number_words(scan, at, &words);
        value = (int32_t)words;
    }
    if (end == AHD_MISS || value < 1 || value > LAST_YEAR ||
        (head != AHD_MISS && value < 100 && !scan->loose) ||
        ahd_scan_is(scan, end, hijri))
        return AHD_MISS;
    said->year = (int16_t)value;
    return end;
}

static uint32_t read_year2(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    uint32_t end = digits(scan, token, 32, 99, &value);

    if (end == AHD_MISS || !scan->loose)
        return AHD_MISS;
    said->year = (int16_t)(value + (value < THIS_CENTURY ? 2000 : 1900));
    return end;
}

static uint32_t read_hijri_year(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    static const char *const marks[] = {"هـ", "ه", "هجريه", "هجري", "ah", NULL};
    int32_t value = 0;
    ahd_said none = ahd_said_none();
    uint32_t head = ahd_scan_word(scan, AHD_SYM_YEAR_HEAD, token, &none);
    uint32_t end = digits(scan, head == AHD_MISS ? token : head, HIJRI_FIRST,
                          HIJRI_LAST, &value);

    if (end == AHD_MISS)
        return AHD_MISS;
    said->year = (int16_t)value;
    said->hijri = 1;
    return end + ahd_scan_is(scan, end, marks);
}

/* ------------------------------------------------------------ the clock */

static uint32_t read_hour(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    const ahd_hit *hit = ahd_scan_hit(scan, token, AHD_TIME_WORD_ORDINAL);
    uint32_t end = digits(scan, token, 0, 2459, &value);

    if (end == AHD_MISS && hit) {
        value = (int32_t)hit->extra;
        end = hit->end;
    } else if (end == AHD_MISS) {
        hit = number_at(scan, token, false);
        end = hit ? hit->end : AHD_MISS;
        value = hit ? (int32_t)hit->extra : 0;
        if (value > 24 && value < 60 && value % 10) /* «ثمانية وأربعين» */
            value = value % 10 * 100 + value / 10 * 10;
    }
    int32_t hour = value > 99 ? value / 100 : value;
    int32_t minute = value > 99 ? value % 100 : 0;
    if (end == AHD_MISS || hour < 0 || hour > 24 || minute > 59 ||
        (value > 99 && !scan->loose))
        return AHD_MISS;
    said->hour = (int8_t)hour;
    if (value > 99)
        said->minute = (int8_t)minute;
    return end;
}

/* 8:00, 7:56:30 */
static uint32_t read_hours(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    static const char *const colon[] = {":", NULL};
    int32_t second = 0;
    uint32_t hour, minute;

    if (token >= scan->limit ||
        ahd_scan_token(scan, token)->kind != AHD_TOKEN_NUMBER)
        return AHD_MISS;
    ahd_str rest = ahd_scan_token(scan, token)->form;
    ahd_str first = ahd_str_cut(&rest, ':');
    if (!ahd_str_number(first, &hour) || !ahd_str_number(rest, &minute) ||
        hour > 24 || minute > 59 || rest.len != 2)
        return AHD_MISS;
    said->hour = (int8_t)hour;
    said->minute = (int8_t)minute;
    if (!ahd_scan_is(scan, token + 1, colon) ||
        digits(scan, token + 2, 0, 59, &second) == AHD_MISS)
        return token + 1;
    said->second = (int8_t)second;
    return token + 3;
}

/* A part of an hour: «النصف», «ثلاث دقائق», "20"; its minutes. */
static uint32_t minutes_at(ahd_scan *scan, uint32_t token, int32_t *minutes)
{
    const ahd_hit *part = ahd_scan_hit(scan, token, AHD_TIME_WORD_FRACTION);
    double count = 0;

    if (part) {
        *minutes = (int32_t)part->extra;
        return part->end;
    }
    uint32_t end = ahd_figures_count(scan, token, &count);
    if (end == AHD_MISS || count < 1 || count > 59)
        return AHD_MISS;
    const ahd_hit *unit = ahd_scan_hit(scan, end, AHD_TIME_WORD_UNIT);
    *minutes = (int32_t)count;
    if (unit == NULL)
        return scan->loose ? end : AHD_MISS;
    return unit->extra % 100 == AHD_GRAIN_MINUTE ? unit->end : AHD_MISS;
}

/* «والنصف», «إلا ربعا», «و20 دقيقة», and one after the other. */
static uint32_t read_minutes(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    uint32_t at = token, end = AHD_MISS;
    int32_t total = said->minute == AHD_UNSAID ? 0 : said->minute, one = 0;

    for (int i = 0; i < 3; i++) {
        ahd_said none = ahd_said_none();
        const ahd_hit *minus = ahd_scan_hit(scan, at, AHD_TIME_WORD_MINUS);
        uint32_t next =
            minus ? minus->end : ahd_scan_word(scan, AHD_SYM_AND, at, &none);
        if (next == AHD_MISS && scan->loose && i == 0)
            next = at; /* «عشرة عشرة» */
        next = next == AHD_MISS ? next : minutes_at(scan, next, &one);
        if (next == AHD_MISS)
            break;
        total += minus ? -one : one;
        at = end = next;
    }
    if (end == AHD_MISS || said->hour == AHD_UNSAID || total > 59)
        return AHD_MISS;
    said->hour = (int8_t)(said->hour - (total < 0));
    said->minute = (int8_t)(total < 0 ? total + 60 : total);
    return end;
}

/* ------------------------------------------------------ dates in figures */

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

static bool read_row(const ahd_scan *scan, uint32_t token, row *r)
{
    static const char *const marks[] = {"/", "-", "–", ".", ",", "،", NULL};
    uint32_t at = token;

    r->count = 0;
    while (at < scan->limit &&
           ahd_scan_token(scan, at)->kind == AHD_TOKEN_NUMBER) {
        if (!add_token(r, ahd_scan_token(scan, at)->form))
            return r->count > 0;
        r->end[r->count - 1] = at + 1;
        if (!ahd_scan_is(scan, at + 1, marks) || at + 2 >= scan->limit)
            return true;
        char mark = ahd_scan_token(scan, at + 1)->form.ptr[0];
        r->mark[r->count - 1] = mark == '/' || mark == '.' || mark == ',' ? mark
                                : mark == '-'                             ? '-'
                                : ahd_scan_is(scan, at + 1, marks)        ? ','
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
    return r->value[i] + (r->value[i] < THIS_CENTURY ? 2000 : 1900);
}

/* Day first, as Arabic and most English outlets write; questions are asked
 * month first. The other way where that is no date. */
static uint32_t read_full(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    row r;

    if (!read_row(scan, token, &r) || r.count < 3 || r.end[2] == AHD_MISS)
        return AHD_MISS;
    bool longer = r.count > 3 && r.mark[2] != ',' && r.mark[2] != '.';
    bool alike = r.mark[0] == r.mark[1] ||
                 (scan->loose && r.mark[1] == ',' && r.mark[0] != ',');
    if (longer || !alike || r.mark[0] == ',')
        return AHD_MISS;
    bool set;
    if (r.width[0] == 4 && r.value[0] >= FIRST_YEAR) {
        set = set_date(said, r.value[0], r.value[1], r.value[2]);
    } else {
        int32_t year = full_year(&r, 2), a = r.value[0], b = r.value[1];
        bool known = r.width[2] == 4 ? year >= FIRST_YEAR && year <= LAST_YEAR
                                     : r.width[2] == 2 && scan->loose;
        int month_first = scan->loose ? 1 : 0;
        set = known &&
              (month_first
                   ? set_date(said, year, a, b) || set_date(said, year, b, a)
                   : set_date(said, year, b, a) || set_date(said, year, a, b));
    }
    if (!set || (!scan->loose &&
                 ahd_day_of(said->year, said->month, said->mday) == AHD_NO_DAY))
        return AHD_MISS;
    return r.end[2];
}

/* 4/22, 22-4 */
static uint32_t read_half(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    static const char *const at[] = {"at", NULL};
    row r;

    if (!scan->loose || (token > 0 && ahd_scan_is(scan, token - 1, at)) ||
        !read_row(scan, token, &r) || r.count != 2 || r.width[0] > 2 ||
        r.width[1] > 2 || r.mark[0] == ',' || r.end[1] == AHD_MISS)
        return AHD_MISS;
    int32_t a = r.value[0], b = r.value[1];
    bool set = a > 12 ? set_date(said, AHD_UNSAID, b, a)
                      : set_date(said, AHD_UNSAID, a, b);
    return set ? r.end[1] : AHD_MISS;
}

static uint32_t read_year_month(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    row r;

    if (!read_row(scan, token, &r) || r.count != 2 || r.mark[0] == ',' ||
        r.end[1] == AHD_MISS || (!scan->loose && r.mark[0] != '/'))
        return AHD_MISS;
    int y = r.width[0] == 4 ? 0 : 1;
    if (r.width[y] != 4 || r.width[1 - y] > 2 || r.value[y] < FIRST_YEAR ||
        r.value[y] > LAST_YEAR || r.value[1 - y] < 1 || r.value[1 - y] > 12)
        return AHD_MISS;
    said->year = (int16_t)r.value[y];
    said->month = (int8_t)r.value[1 - y];
    return r.end[1];
}

/* --------------------------------------------------------------- by name */

static uint32_t read_count(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    double value = 0;
    uint32_t end = ahd_figures_count(scan, token, &value);

    if (end == AHD_MISS || value < 1 || value > 100)
        return AHD_MISS;
    said->nth = (int8_t)value;
    return end;
}

static uint32_t read_ordinal(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    uint32_t end = ahd_figures_ordinal(scan, token, &value);

    if (end != AHD_MISS)
        said->nth = (int8_t)value;
    return end;
}

/* Q3, H1 */
static uint32_t read_quarter(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    if (token >= scan->limit)
        return AHD_MISS;
    ahd_str form = ahd_scan_token(scan, token)->form;
    if (form.len != 2 || (form.ptr[0] != 'q' && form.ptr[0] != 'h') ||
        form.ptr[1] < '1' || form.ptr[1] > (form.ptr[0] == 'q' ? '4' : '2'))
        return AHD_MISS;
    said->unit = form.ptr[0] == 'q' ? AHD_GRAIN_QUARTER : AHD_GRAIN_HALF;
    said->nth = (int8_t)(form.ptr[1] - '0');
    return token + 1;
}

/* "1970s", "'40s", "seventies", "nineteen seventies", «السبعينيات» */
static uint32_t read_decade(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    static const char *const tails[] = {"s", "'s", "’s", NULL};
    static const char *const apostrophes[] = {"'", "’", "‘", NULL};
    int32_t value = 0;
    double century = 0;
    uint32_t at = token + ahd_scan_is(scan, token, apostrophes);
    uint32_t end = digits(scan, at, 20, LAST_YEAR, &value);

    if (end != AHD_MISS && value % 10 == 0 && ahd_scan_is(scan, end, tails)) {
        said->year = (int16_t)value;
        return end + 1;
    }
    end = number_words(scan, token, &century);
    bool hundreds =
        end != AHD_MISS && (century == 2000 || (century > 9 && century < 22));
    static const char *const and[] = {"and", NULL};
    at = hundreds ? end + ahd_scan_is(scan, end, and) : token;
    const ahd_hit *hit = ahd_scan_hit(scan, at, AHD_TIME_WORD_DECADE);
    if (hit == NULL)
        return AHD_MISS;
    value = (int32_t)hit->extra;
    said->year = (int16_t)(value + (hundreds ? (int32_t)century *
                                                   (century < 100 ? 100 : 1)
                                             : 0));
    if (!hundreds && value < 20) /* the tens, the noughties */
        said->year = (int16_t)(said->year + 2000);
    return hit->end;
}

/* "next", "last", «هذا»; «آخر» as well. */
static uint32_t read_shift(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    static const ahd_symbol words[] = {AHD_TIME_WORD_NEXT, AHD_TIME_WORD_LAST,
                                       AHD_TIME_WORD_THIS};

    for (size_t i = 0; i < sizeof words; i++) {
        uint32_t end = ahd_scan_word(scan, words[i], token, said);
        if (end != AHD_MISS)
            return end;
    }
    return AHD_MISS;
}

/* Of Arabic, only «هذا» and «آخر» stand before their noun. */
static uint32_t read_shift_before(ahd_scan *scan, uint32_t token,
                                  ahd_said *said)
{
    static const char *const before[] = {"هذا", "هذه", "نفس",
                                         "ذات", "اخر", NULL};

    if (ahd_scan_is_arabic(scan, token) && !ahd_scan_is(scan, token, before))
        return AHD_MISS;
    return read_shift(scan, token, said);
}

/* «المقبل»; «يوم آخر» is another day, and «26 مارس هذا» no such March. */
static uint32_t read_shift_after(ahd_scan *scan, uint32_t token, ahd_said *said)
{
    static const char *const others[] = {"اخر",   "هذا",  "هذه",   "نفسه",
                                         "نفسها", "ذاته", "ذاتها", NULL};
    uint32_t end = read_shift(scan, token, said);

    if (end == AHD_MISS || ahd_scan_is(scan, token, others))
        return AHD_MISS;
    bool arabic = ahd_scan_is_arabic(scan, token);
    return arabic || said->shift == 2 ? end : AHD_MISS;
}

uint32_t ahd_figures_read(ahd_scan *scan, ahd_symbol symbol, uint32_t token,
                          ahd_said *said)
{
    typedef uint32_t reading(ahd_scan *, uint32_t, ahd_said *);
    static reading *const readings[] = {
        [AHD_SYM_MDAY] = read_mday,
        [AHD_SYM_YEAR] = read_year,
        [AHD_SYM_YEAR2] = read_year2,
        [AHD_SYM_HIJRI_YEAR] = read_hijri_year,
        [AHD_SYM_COUNT] = read_count,
        [AHD_SYM_ORDINAL] = read_ordinal,
        [AHD_SYM_HOUR] = read_hour,
        [AHD_SYM_MINUTES] = read_minutes,
        [AHD_SYM_HOURS] = read_hours,
        [AHD_SYM_FULL] = read_full,
        [AHD_SYM_HALF] = read_half,
        [AHD_SYM_YEAR_MONTH] = read_year_month,
        [AHD_SYM_QUARTER] = read_quarter,
        [AHD_SYM_DECADE] = read_decade,
        [AHD_SYM_SHIFT] = read_shift_before,
        [AHD_SYM_SHIFT_AFTER] = read_shift_after,
        [AHD_SYM_AMOUNT] = ahd_amounts_read,
        [AHD_SYM_COUNTED] = ahd_amounts_counted,
    };

    return readings[symbol](scan, token, said);
}
