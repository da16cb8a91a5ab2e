#include "time/sound.h"

#include "time/amounts.h"

#define BIT(grain) (1u << AHD_GRAIN_##grain)

enum {
    CLOCKED = BIT(HOUR) | BIT(MINUTE) | BIT(SECOND),
    LONG = BIT(WEEK) | BIT(MONTH) | BIT(YEAR) | BIT(DECADE) | BIT(CENTURY) |
           BIT(QUARTER) | BIT(HALF) | BIT(WEEKEND) | BIT(FORTNIGHT) |
           BIT(SEASON),
};

static bool is_of(int grain, unsigned grains)
{
    return grain >= 0 && grain < AHD_GRAINS && 1u << grain & grains;
}

int ahd_sound_grain(const ahd_said *said)
{
    switch (said->form) {
    case AHD_SAID_DATE:
        return said->mday != AHD_UNSAID    ? AHD_GRAIN_DAY
               : said->month != AHD_UNSAID ? AHD_GRAIN_MONTH
                                           : AHD_GRAIN_YEAR;
    case AHD_SAID_UNIT:
    case AHD_SAID_NTH:
    case AHD_SAID_AROUND:
    case AHD_SAID_COUNTED:
        return said->unit;
    default:
        return AHD_GRAIN_DAY;
    }
}

static int grain_of_child(const ahd_telling *w, uint16_t node)
{
    return node ? ahd_sound_grain(&w->node[node]) : -1;
}

static bool is_clocked(const ahd_said *said)
{
    for (int i = 0; i < AHD_GRAINS; i++)
        if (said->amount[i] > 0 && is_of(i, CLOCKED))
            return true;
    return false;
}

/* "the third week of May", "the third quarter", "15th century" */
static bool is_sound_nth(const ahd_telling *w, const ahd_said *said)
{
    int of = grain_of_child(w, said->a);

    if (said->nth == 0 || said->nth == AHD_UNSAID)
        return false;
    if (said->year != AHD_UNSAID)
        of = AHD_GRAIN_YEAR;
    switch (said->unit) {
    case AHD_GRAIN_WEEK:
    case AHD_GRAIN_WEEKEND:
        return is_of(of, BIT(MONTH) | BIT(YEAR) | BIT(QUARTER));
    case AHD_GRAIN_MONTH:
        return of == AHD_GRAIN_YEAR;
    case AHD_GRAIN_QUARTER:
        return of == AHD_GRAIN_YEAR || (of < 0 && said->nth > 0);
    case AHD_GRAIN_HALF:
        return of == AHD_GRAIN_YEAR || of == AHD_GRAIN_MONTH;
    case AHD_GRAIN_CENTURY:
        return of < 0 && said->nth > 0;
    case AHD_GRAIN_DECADE:
        return of == AHD_GRAIN_CENTURY;
    default:
        return false;
    }
}

static bool starts_with_the(const ahd_telling *w, uint32_t token)
{
    static const char *const the[] = {"the", NULL};
    const ahd_hit *hit = ahd_telling_hit(w, token, AHD_TIME_WORD_UNIT);

    return ahd_telling_is(w, token, the) ||
           (hit && ahd_telling_is_arabic(w, token) && hit->pro & AHD_PRO_AL);
}

/* "tens of thousands"; "the seventies" are years. */
static bool is_tens(const ahd_telling *w, uint32_t token, uint32_t end)
{
    static const char *const of[] = {"of", NULL};

    return !ahd_telling_is_arabic(w, token) &&
           (ahd_telling_hit(w, token, AHD_TIME_WORD_DECADE) ||
            (ahd_telling_is(w, end, of) &&
             ahd_telling_hit(w, end - 1, AHD_TIME_WORD_DECADE)));
}

/* One unit of its kind, and said which. */
static bool is_sound_unit(const ahd_telling *w, const ahd_time_rule *rule,
                          uint32_t token, uint32_t end, const ahd_said *said)
{
    bool by_word = said->amount[said->unit] != 0;
    bool counted = said->nth != AHD_UNSAID;

    if (said->unit == AHD_GRAIN_DECADE && is_tens(w, token, end))
        return false;
    if (said->unit == AHD_GRAIN_DECADE && said->a)
        return said->year < 100;
    if (said->unit == AHD_GRAIN_SEASON || said->unit == AHD_GRAIN_DECADE)
        return said->unit == AHD_GRAIN_SEASON || by_word ||
               said->year != AHD_UNSAID;
    if (rule->part == AHD_SYM_BARE || !is_of(said->unit, LONG))
        return rule->part == AHD_SYM_BARE && is_of(said->unit, LONG);
    if (counted)
        return said->unit == AHD_GRAIN_WEEK && said->shift == AHD_UNSAID;
    bool mine = ahd_telling_hit(w, token, AHD_TIME_WORD_MINE) != NULL;
    if (mine)
        return true;
    if (said->amount[said->unit] != 1)
        return false;
    return !(rule->flags & AHD_RULE_NOW) || said->unit == AHD_GRAIN_WEEKEND ||
           starts_with_the(w, token);
}

/* Days of months: the last has the month. */
static bool is_sound_range(const ahd_telling *w, const ahd_time_rule *rule,
                           const ahd_said *said)
{
    const ahd_said *a = &w->node[said->a], *b = &w->node[said->b];
    bool number_first = false, number_last = false;

    for (const ahd_symbol *s = rule->symbol; *s != AHD_SYM_END; s++) {
        number_last = *s == AHD_SYM_DAY_NUMBER;
        number_first |= number_last && s < rule->symbol + 2;
    }
    if (said->month != AHD_UNSAID)
        return true;
    if (said->c)
        return grain_of_child(w, said->a) != AHD_GRAIN_DAY;
    if (number_first)
        return b->form == AHD_SAID_DAY_OF ||
               (b->form == AHD_SAID_DATE && b->month != AHD_UNSAID &&
                b->weekday == AHD_UNSAID);
    if (number_last && rule->symbol[2] == AHD_SYM_DAY_NUMBER)
        return a->form == AHD_SAID_DATE && a->month != AHD_UNSAID;
    return true;
}

static bool is_sound_point(const ahd_telling *w, const ahd_said *said)
{
    int of = grain_of_child(w, said->a);

    switch (said->form) {
    case AHD_SAID_DAY_OF:
        return of == AHD_GRAIN_MONTH && w->node[said->a].form == AHD_SAID_UNIT;
    case AHD_SAID_UNIT:
        return said->unit == AHD_GRAIN_DAY && said->amount[0] <= 1;
    case AHD_SAID_WEEKDAY:
        return of < 0 || of == AHD_GRAIN_WEEK;
    case AHD_SAID_NTH_DAY:
        return said->nth <= 5 &&
               (of < 0 || of == AHD_GRAIN_MONTH || of == AHD_GRAIN_YEAR);
    case AHD_SAID_AWAY:
        return !is_clocked(said);
    case AHD_SAID_HOLIDAY:
        return of < 0 || of == AHD_GRAIN_YEAR;
    default:
        return true;
    }
}

static bool is_sound_span(const ahd_telling *w, const ahd_time_rule *rule,
                          uint32_t token, uint32_t end, const ahd_said *said)
{
    int of = grain_of_child(w, said->a);

    switch (said->form) {
    case AHD_SAID_UNIT:
        return is_sound_unit(w, rule, token, end, said) &&
               (said->a == 0 || of == AHD_GRAIN_YEAR ||
                (of == AHD_GRAIN_CENTURY && said->unit == AHD_GRAIN_DECADE));
    case AHD_SAID_DATE:
        return said->a == 0 || of == AHD_GRAIN_YEAR;
    case AHD_SAID_NTH:
        return is_sound_nth(w, said);
    case AHD_SAID_COUNTED:
        return !is_clocked(said) && said->shift != 0;
    case AHD_SAID_AROUND:
        return (said->unit == AHD_GRAIN_WEEK ||
                said->unit == AHD_GRAIN_MONTH) &&
               w->node[said->a].form == AHD_SAID_DATE;
    default:
        return true;
    }
}

/* «يوم» alone is no length of time, «ثلاثة أيام» is. */
static bool is_sound_length(const ahd_telling *w, uint32_t token, uint32_t end,
                            const ahd_said *said)
{
    const ahd_hit *unit = ahd_telling_hit(w, token, AHD_TIME_WORD_UNIT);

    static const char *const a[] = {"a", "an", NULL};

    if (said->unit != AHD_UNSAID && said->amount[said->unit] == 0)
        return false;
    if (!w->loose && ahd_telling_is(w, token, a)) /* "5 dollars a year" */
        return false;

    return w->loose || unit == NULL || ahd_amounts_number(unit) == 2 ||
           end > unit->end;
}

static bool is_plural(const ahd_said *said)
{
    return said->unit == AHD_UNSAID || said->amount[said->unit] == 0;
}

static bool is_sound_set(const ahd_telling *w, const ahd_time_rule *rule,
                         const ahd_said *said)
{
    (void)w;
    bool by_days = said->unit != AHD_UNSAID && said->weekday != AHD_UNSAID;

    (void)rule;
    return !by_days || (said->unit == AHD_GRAIN_DAY && is_plural(said));
}

static bool is_sound_clock(const ahd_telling *w, const ahd_said *said)
{
    int8_t minutes = said->hour;

    (void)w;
    if (said->shift != AHD_UNSAID)
        return said->amount[AHD_GRAIN_MINUTE] > 0;
    return minutes != AHD_UNSAID || said->day_part != AHD_UNSAID;
}

bool ahd_sound_is(const ahd_telling *w, const ahd_time_rule *rule,
                  uint32_t token, uint32_t end, const ahd_said *said)
{
    switch (rule->part) {
    case AHD_SYM_POINT:
        return is_sound_point(w, said);
    case AHD_SYM_SPAN:
    case AHD_SYM_BARE:
        return is_sound_span(w, rule, token, end, said);
    case AHD_SYM_RANGE:
        return said->form != AHD_SAID_RANGE || is_sound_range(w, rule, said);
    case AHD_SYM_MOMENT:
        return said->form != AHD_SAID_AWAY || is_clocked(said);
    case AHD_SYM_LENGTH:
        return is_sound_length(w, token, end, said);
    case AHD_SYM_RECURRING:
        return is_sound_set(w, rule, said);
    case AHD_SYM_CLOCK_TIME:
        return is_sound_clock(w, said);
    case AHD_SYM_INEXACT:
        return is_plural(said);
    default:
        return true;
    }
}
