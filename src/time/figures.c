#include "time/figures.h"

#include "time/amounts.h"
#include "time/numerals.h"
#include "time/rows.h"

/* ------------------------------------------------------- days and years */

static uint32_t read_mday(ahd_telling *w, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    double words = 0;
    uint32_t end = ahd_numerals_ordinal(w, token, &value);

    if (end == AHD_MISS)
        end = ahd_numerals_digits(w, token, 1, 31, &value);
    if (end == AHD_MISS) {
        const ahd_hit *hit = ahd_numerals_word(w, token, false);
        if (hit && hit->pro & AHD_PRO_AL &&
            ahd_telling_hit(w, token, AHD_TIME_WORD_WEEKDAY))
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
static uint32_t year_pair(const ahd_telling *w, uint32_t token, double *value)
{
    static const char *const zero[] = {"zero", "oh", "o", NULL};
    double tail = 0;
    uint32_t at = ahd_numerals_words(w, token, value);

    if (at == AHD_MISS || *value < 10 || *value > 21)
        return AHD_MISS;
    uint32_t skip = at + ahd_telling_is(w, at, zero);
    const ahd_hit *hit = ahd_numerals_word(w, skip, true);
    tail = hit ? (int32_t)hit->extra : 0;
    if (hit == NULL || tail > 99 || (skip == at && tail < 10) ||
        (skip > at && tail > 9))
        return AHD_MISS;
    *value = *value * 100 + tail;
    return hit->end;
}

static uint32_t year_words(const ahd_telling *w, uint32_t token, double *value)
{
    uint32_t end = ahd_numerals_words(w, token, value);

    if (end != AHD_MISS && *value >= AHD_YEAR_FIRST && *value <= AHD_YEAR_LAST)
        return end;
    return year_pair(w, token, value);
}

static uint32_t read_year(ahd_telling *w, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    double words = 0;
    ahd_said none = ahd_said_none();
    uint32_t head = ahd_telling_word(w, AHD_SYM_YEAR_HEAD, token, &none);
    uint32_t at = head == AHD_MISS ? token : head;
    uint32_t end = ahd_numerals_digits(
        w, at, head == AHD_MISS ? AHD_YEAR_FIRST : 1, AHD_YEAR_LAST, &value);

    if (end == AHD_MISS) {
        bool asked = w->loose || head != AHD_MISS;
        end = asked ? year_words(w, at, &words) : AHD_MISS;
        if (end == AHD_MISS && head != AHD_MISS)
            end = ahd_numerals_words(w, at, &words);
        value = (int32_t)words;
    }
    if (end == AHD_MISS || value < 1 || value > AHD_YEAR_LAST ||
        (head != AHD_MISS && value < 100 && !w->loose) ||
        ahd_telling_is_hijri(w, end))
        return AHD_MISS;
    said->year = (int16_t)value;
    return end;
}

static uint32_t read_year2(ahd_telling *w, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    uint32_t end = ahd_numerals_digits(w, token, 32, 99, &value);

    if (end == AHD_MISS || !w->loose)
        return AHD_MISS;
    said->year = (int16_t)ahd_telling_full_year(value);
    return end;
}

static uint32_t read_hijri_year(ahd_telling *w, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    ahd_said none = ahd_said_none();
    uint32_t head = ahd_telling_word(w, AHD_SYM_YEAR_HEAD, token, &none);
    uint32_t end =
        ahd_numerals_digits(w, head == AHD_MISS ? token : head,
                            AHD_YEAR_HIJRI_FIRST, AHD_YEAR_HIJRI_LAST, &value);

    if (end == AHD_MISS)
        return AHD_MISS;
    said->year = (int16_t)value;
    said->hijri = 1;
    return end + ahd_telling_is_hijri(w, end);
}

/* The solar years of Iran are counted from the Hijra too. */
static uint32_t read_hijri_era(ahd_telling *w, uint32_t token, ahd_said *said)
{
    static const char *const solar[] = {"شمسي", "شمسيه", NULL};
    uint32_t end = read_hijri_year(w, token, said);

    if (end == AHD_MISS || !ahd_telling_is_hijri(w, end - 1) ||
        ahd_telling_is(w, end, solar))
        return AHD_MISS;
    return end;
}

/* ------------------------------------------------------------ the clock */

static uint32_t read_hour(ahd_telling *w, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    const ahd_hit *hit = ahd_telling_hit(w, token, AHD_TIME_WORD_ORDINAL);
    uint32_t end = ahd_numerals_digits(w, token, 0, 2459, &value);

    if (end == AHD_MISS && hit) {
        value = (int32_t)hit->extra;
        end = hit->end;
    } else if (end == AHD_MISS) {
        hit = ahd_numerals_word(w, token, false);
        end = hit ? hit->end : AHD_MISS;
        value = hit ? (int32_t)hit->extra : 0;
        if (value > 24 && value < 60 && value % 10) /* «ثمانية وأربعين» */
            value = value % 10 * 100 + value / 10 * 10;
    }
    int32_t hour = value > 99 ? value / 100 : value;
    int32_t minute = value > 99 ? value % 100 : 0;
    if (end == AHD_MISS || hour < 0 || hour > 24 || minute > 59 ||
        (value > 99 && !w->loose))
        return AHD_MISS;
    said->hour = (int16_t)hour;
    if (value > 99)
        said->minute = (int16_t)minute;
    return end;
}

/* 8:00, 7:56:30 */
static uint32_t read_hours(ahd_telling *w, uint32_t token, ahd_said *said)
{
    static const char *const colon[] = {":", NULL};
    int32_t second = 0;
    uint32_t hour, minute;

    if (token >= w->limit ||
        ahd_telling_token(w, token)->kind != AHD_TOKEN_NUMBER)
        return AHD_MISS;
    ahd_str rest = ahd_telling_token(w, token)->form;
    ahd_str first = ahd_str_cut(&rest, ':');
    if (!ahd_str_number(first, &hour) || !ahd_str_number(rest, &minute) ||
        hour > 24 || minute > 59 || rest.len != 2)
        return AHD_MISS;
    said->hour = (int16_t)hour;
    said->minute = (int16_t)minute;
    if (!ahd_telling_is(w, token + 1, colon) ||
        ahd_numerals_digits(w, token + 2, 0, 59, &second) == AHD_MISS)
        return token + 1;
    said->second = (int16_t)second;
    return token + 3;
}

/* A part of an hour: «النصف», «ثلاث دقائق», "20"; its minutes. */
static uint32_t minutes_at(ahd_telling *w, uint32_t token, int32_t *minutes)
{
    const ahd_hit *part = ahd_telling_hit(w, token, AHD_TIME_WORD_FRACTION);
    double count = 0;

    if (part) {
        *minutes = (int32_t)part->extra;
        return part->end;
    }
    uint32_t end = ahd_numerals_count(w, token, &count);
    if (end == AHD_MISS || count < 1 || count > 59)
        return AHD_MISS;
    const ahd_hit *unit = ahd_telling_hit(w, end, AHD_TIME_WORD_UNIT);
    *minutes = (int32_t)count;
    if (unit == NULL)
        return w->loose ? end : AHD_MISS;
    return unit->extra % 100 == AHD_GRAIN_MINUTE ? unit->end : AHD_MISS;
}

/* «والنصف», «إلا ربعا», «و20 دقيقة», and one after the other. */
static uint32_t read_minutes(ahd_telling *w, uint32_t token, ahd_said *said)
{
    uint32_t at = token, end = AHD_MISS;
    int32_t total = said->minute == AHD_UNSAID ? 0 : said->minute, one = 0;

    for (int i = 0; i < 3; i++) {
        ahd_said none = ahd_said_none();
        const ahd_hit *minus = ahd_telling_hit(w, at, AHD_TIME_WORD_MINUS);
        uint32_t next =
            minus ? minus->end : ahd_telling_word(w, AHD_SYM_AND, at, &none);
        if (next == AHD_MISS && w->loose && i == 0)
            next = at; /* «عشرة عشرة» */
        next = next == AHD_MISS ? next : minutes_at(w, next, &one);
        if (next == AHD_MISS)
            break;
        total += minus ? -one : one;
        at = end = next;
    }
    if (end == AHD_MISS || said->hour == AHD_UNSAID || total > 59)
        return AHD_MISS;
    said->hour = (int16_t)(said->hour - (total < 0));
    said->minute = (int16_t)(total < 0 ? total + 60 : total);
    return end;
}

/* --------------------------------------------------------------- by name */

static uint32_t read_count(ahd_telling *w, uint32_t token, ahd_said *said)
{
    double value = 0;
    uint32_t end = ahd_numerals_count(w, token, &value);

    if (end == AHD_MISS || value < 1 || value > 100)
        return AHD_MISS;
    said->nth = (int8_t)value;
    return end;
}

static uint32_t read_ordinal(ahd_telling *w, uint32_t token, ahd_said *said)
{
    int32_t value = 0;
    uint32_t end = ahd_numerals_ordinal(w, token, &value);

    if (end != AHD_MISS)
        said->nth = (int8_t)value;
    return end;
}

/* Q3, H1 */
static uint32_t read_quarter(ahd_telling *w, uint32_t token, ahd_said *said)
{
    if (token >= w->limit)
        return AHD_MISS;
    ahd_str form = ahd_telling_token(w, token)->form;
    if (form.len != 2 || (form.ptr[0] != 'q' && form.ptr[0] != 'h') ||
        form.ptr[1] < '1' || form.ptr[1] > (form.ptr[0] == 'q' ? '4' : '2'))
        return AHD_MISS;
    said->unit = form.ptr[0] == 'q' ? AHD_GRAIN_QUARTER : AHD_GRAIN_HALF;
    said->nth = (int8_t)(form.ptr[1] - '0');
    return token + 1;
}

/* "1970s", "'40s", "seventies", "nineteen seventies", «السبعينيات» */
static uint32_t read_decade(ahd_telling *w, uint32_t token, ahd_said *said)
{
    static const char *const tails[] = {"s", "'s", "’s", NULL};
    static const char *const apostrophes[] = {"'", "’", "‘", NULL};
    int32_t value = 0;
    double century = 0;
    uint32_t at = token + ahd_telling_is(w, token, apostrophes);
    uint32_t end = ahd_numerals_digits(w, at, 20, AHD_YEAR_LAST, &value);

    if (end != AHD_MISS && value % 10 == 0 && ahd_telling_is(w, end, tails)) {
        said->year = (int16_t)value;
        return end + 1;
    }
    end = ahd_numerals_words(w, token, &century);
    bool hundreds =
        end != AHD_MISS && (century == 2000 || (century > 9 && century < 22));
    static const char *const and[] = {"and", NULL};
    at = hundreds ? end + ahd_telling_is(w, end, and) : token;
    const ahd_hit *hit = ahd_telling_hit(w, at, AHD_TIME_WORD_DECADE);
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
static uint32_t read_shift(ahd_telling *w, uint32_t token, ahd_said *said)
{
    static const ahd_symbol words[] = {AHD_TIME_WORD_NEXT, AHD_TIME_WORD_LAST,
                                       AHD_TIME_WORD_THIS};

    for (size_t i = 0; i < sizeof words; i++) {
        uint32_t end = ahd_telling_word(w, words[i], token, said);
        if (end != AHD_MISS)
            return end;
    }
    return AHD_MISS;
}

/* Of Arabic, only «هذا» and «آخر» stand before their noun. */
static uint32_t read_shift_before(ahd_telling *w, uint32_t token,
                                  ahd_said *said)
{
    static const char *const before[] = {"هذا", "هذه", "نفس",
                                         "ذات", "اخر", NULL};

    if (ahd_telling_is_arabic(w, token) && !ahd_telling_is(w, token, before))
        return AHD_MISS;
    return read_shift(w, token, said);
}

/* «المقبل»; «يوم آخر» is another day, and «26 مارس هذا» no such March. */
static uint32_t read_shift_after(ahd_telling *w, uint32_t token, ahd_said *said)
{
    static const char *const others[] = {"اخر",   "هذا",  "هذه",   "نفسه",
                                         "نفسها", "ذاته", "ذاتها", NULL};
    uint32_t end = read_shift(w, token, said);

    if (end == AHD_MISS || ahd_telling_is(w, token, others))
        return AHD_MISS;
    bool arabic = ahd_telling_is_arabic(w, token);
    return arabic || said->shift == 2 ? end : AHD_MISS;
}

uint32_t ahd_figures_read(ahd_telling *w, ahd_symbol symbol, uint32_t token,
                          ahd_said *said)
{
    typedef uint32_t reading(ahd_telling *, uint32_t, ahd_said *);
    static reading *const readings[] = {
        [AHD_SYM_MDAY] = read_mday,
        [AHD_SYM_YEAR] = read_year,
        [AHD_SYM_YEAR2] = read_year2,
        [AHD_SYM_HIJRI_YEAR] = read_hijri_year,
        [AHD_SYM_HIJRI_ERA] = read_hijri_era,
        [AHD_SYM_COUNT] = read_count,
        [AHD_SYM_ORDINAL] = read_ordinal,
        [AHD_SYM_HOUR] = read_hour,
        [AHD_SYM_MINUTES] = read_minutes,
        [AHD_SYM_HOURS] = read_hours,
        [AHD_SYM_FULL] = ahd_rows_full,
        [AHD_SYM_HALF] = ahd_rows_half,
        [AHD_SYM_YEAR_MONTH] = ahd_rows_year_month,
        [AHD_SYM_QUARTER] = read_quarter,
        [AHD_SYM_DECADE] = read_decade,
        [AHD_SYM_SHIFT] = read_shift_before,
        [AHD_SYM_SHIFT_AFTER] = read_shift_after,
        [AHD_SYM_AMOUNT] = ahd_amounts_read,
        [AHD_SYM_COUNTED] = ahd_amounts_counted,
    };

    return readings[symbol](w, token, said);
}
