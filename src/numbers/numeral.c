#include "numbers/numeral.h"

#include "base/utf8.h"
#include "lang/letter.h"

enum {
    GROUP = 3,
    MOST_POWER = 300,
    MOST_EXPONENT = 9999,
    MOST_BELOW = 3,
    MOST_WHOLE = 999
};

/* Where reading stands. */
typedef struct scan {
    ahd_str text;
    size_t at;
    bool spaced; /* «2015 300 000»: a run and a space before; which group? */
} scan;

typedef struct run {
    double value;
    uint32_t digits;
    bool zero;       /* it begins with 0 */
    uint32_t script; /* 0 of its last digit */
} run;

/* ---------------------------------------------------------- single letters */

static bool is_digit(uint32_t c)
{
    return ahd_letter_of(c)->kind == AHD_LETTER_DIGIT;
}

static bool is_wordly(uint32_t c)
{
    return ahd_letter_in(ahd_letter_of(c),
                         AHD_LETTER_WORDS | AHD_LETTER_SET(MARK));
}

static bool is_minus(uint32_t c)
{
    return c == '-' || c == 0x2212;
}

/* The next character that is seen, and the place after it; 0 at the end. */
static uint32_t peek(const scan *s, size_t *after)
{
    size_t at = s->at;

    while (at < s->text.len) {
        uint32_t c = ahd_utf8_next(s->text, &at);
        if (ahd_letter_of(c)->kind != AHD_LETTER_INVISIBLE) {
            *after = at;
            return c;
        }
    }
    *after = s->text.len;
    return 0;
}

static bool take(scan *s, uint32_t is)
{
    size_t after;
    bool found = peek(s, &after) == is;

    s->at = found ? after : s->at;
    return found;
}

/* The character before byte `at`, which moves to its start; 0 at the start. */
static uint32_t before(ahd_str text, size_t *at)
{
    while (*at > 0) {
        uint32_t c = ahd_utf8_previous(text, at);
        if (ahd_letter_of(c)->kind != AHD_LETTER_INVISIBLE)
            return c;
    }
    return 0;
}

/* -------------------------------------------------------------------- runs */

static run take_run(scan *s)
{
    run r = {0};
    size_t after;
    uint32_t c;

    while (is_digit(c = peek(s, &after))) {
        uint32_t digit = ahd_letter_clean(ahd_letter_of(c), c) - '0';
        r.zero = r.digits == 0 ? digit == 0 : r.zero;
        r.value = r.value * 10 + (digit <= 9 ? digit : 0);
        r.script = c - digit;
        r.digits++;
        s->at = after;
    }
    return r;
}

/* What may stand between digits: a class, so that NBSP is a space. */
static uint32_t mark_class(uint32_t c)
{
    static const struct {
        uint32_t is, class;
    } marks[] = {{',', ','},    {0x60C, 0x60C}, {0x66C, 0x66C}, {'.', '.'},
                 {0x66B, '.'},  {' ', ' '},     {0xA0, ' '},    {0x202F, ' '},
                 {0x2009, ' '}, {0x2019, '\''}, {'\'', '\''}};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].is == c)
            return marks[i].class;
    return 0;
}

/* A mark and the run after it; false, and nothing taken, when none follows. */
static bool take_marked(scan *s, uint32_t *class, run *r)
{
    scan next = *s;
    size_t after;

    *class = mark_class(peek(s, &after));
    if (*class == 0)
        return false;
    next.at = after;
    *r = take_run(&next);
    if (r->digits == 0)
        return false;
    *s = next;
    return true;
}

/* Does a mark and a digit follow, so that there is a list of runs? */
static bool has_more(const scan *s)
{
    scan next = *s;
    uint32_t class;
    run r;

    return take_marked(&next, &class, &r) && class != ' ';
}

/* ------------------------------------------------------ groups and decimals */

/* Groups of three after the first run, all behind the same mark. */
static uint32_t take_groups(scan *s, uint32_t script, uint32_t *mark,
                            double *value)
{
    uint32_t count = 0;

    for (;;) {
        scan next = *s;
        uint32_t class;
        run r;
        if (!take_marked(&next, &class, &r) || r.digits != GROUP ||
            r.script != script || (count > 0 && class != *mark) ||
            (s->spaced && class == ' '))
            return count;
        *mark = class;
        *value = *value * 1000 + r.value;
        *s = next;
        count++;
    }
}

double ahd_numeral_power(double base, uint32_t power)
{
    double all = 1;

    for (; power > 0; power >>= 1, base *= base)
        all *= power & 1 ? base : 1;
    return all;
}

static double power_of_ten(double power)
{
    return ahd_numeral_power(10, (uint32_t)power);
}

static bool take_decimals(scan *s, uint32_t grouped_by, double *value)
{
    scan next = *s;
    uint32_t class;
    run r;

    if (!take_marked(&next, &class, &r) || class == grouped_by ||
        (class != '.' && class != ',') || has_more(&next) ||
        r.digits > MOST_POWER)
        return false;
    double ten = power_of_ten(r.digits);
    *value = (*value * ten + r.value) / ten;
    *s = next;
    return true;
}

/* One group behind a point is decimals: 4.800; unless decimals follow, or it
 * is all zeros: 20.000. */
static bool is_grouped(const scan *s, uint32_t count, uint32_t mark,
                       double grouped)
{
    scan next = *s;
    double value = 0;

    if (count == 0 || (has_more(s) && !take_decimals(&next, mark, &value)))
        return false;
    return mark != '.' || count > 1 || next.at != s->at ||
           grouped / 1000 == (uint32_t)(grouped / 1000);
}

/* Digits with their groups and decimals; whole when there are no decimals. */
static double take_number(scan *s, bool *whole)
{
    run first = take_run(s);
    double value = first.value, grouped = first.value;
    uint32_t mark = 0;
    scan next = *s;

    if (first.digits <= GROUP && !first.zero) {
        uint32_t count = take_groups(&next, first.script, &mark, &grouped);
        if (is_grouped(&next, count, mark, grouped)) {
            *s = next;
            value = grouped;
        } else {
            mark = 0;
        }
    }
    *whole = !take_decimals(s, mark, &value);
    return value;
}

/* ------------------------------------------------------ powers, fractions */

static bool take_signs(scan *s)
{
    bool negative = false;

    for (;;) {
        size_t after;
        uint32_t c = peek(s, &after);
        if (!is_minus(c) && c != '+')
            return negative;
        negative ^= is_minus(c);
        s->at = after;
    }
}

/* e+14 */
static bool take_exponent(scan *s, double *value)
{
    scan next = *s;

    if (!take(&next, 'e') && !take(&next, 'E'))
        return false;
    bool negative = take_signs(&next);
    run r = take_run(&next);
    if (r.digits == 0 || r.value > MOST_POWER)
        return false;
    *value = negative ? *value / power_of_ten(r.value)
                      : *value * power_of_ten(r.value);
    *s = next;
    return true;
}

/* Is it a number at all? A power may be too large for one. */
static bool is_finite(double value)
{
    return value - value == 0;
}

/* ^-1. A sign before the ^, or a fraction behind it, was typed from right to
 * left: ٢٣^١,١ is 1.1 to the 23rd. */
static bool take_power(scan *s, double *value)
{
    scan next = *s;
    bool negative = take_signs(&next), whole;
    size_t after;

    if (!take(&next, '^'))
        return false;
    negative ^= take_signs(&next);
    if (!is_digit(peek(&next, &after)))
        return false;
    double base = *value, power = take_number(&next, &whole);
    if (!whole && base <= MOST_EXPONENT && base == (uint32_t)base) {
        base = power;
        power = *value;
    } else if (!whole) {
        return false;
    }
    if (power > MOST_EXPONENT)
        return false;
    double all = ahd_numeral_power(base, (uint32_t)power);
    *value = negative ? 1 / all : all;
    *s = next;
    return is_finite(*value);
}

static bool has_slash(const scan *s)
{
    scan next = *s;
    size_t after;

    return take(&next, '/') && is_digit(peek(&next, &after));
}

/* /5 of "4/5"; not of a day (11/9, 24/7), a year or a list. */
static bool take_below(scan *s, double *value)
{
    scan next = *s;

    if (!take(&next, '/'))
        return false;
    run below = take_run(&next);
    if (below.digits == 0 || below.digits > MOST_BELOW ||
        below.value <= *value || has_slash(&next) || has_more(&next))
        return false;
    *value /= below.value;
    *s = next;
    return true;
}

/* " 1/4" after a whole number. */
static bool take_rest(scan *s, double *value)
{
    scan next = *s;
    size_t after;

    if (*value > MOST_WHOLE || mark_class(peek(&next, &after)) != ' ')
        return false;
    next.at = after;
    run above = take_run(&next);
    double rest = above.value;
    if (above.digits == 0 || !take_below(&next, &rest) || rest >= 1)
        return false;
    *value += rest;
    *s = next;
    return true;
}

/* « ٢» after «١/٤»: two and a quarter, typed from right to left. */
static bool take_whole_after(scan *s, double *value)
{
    scan next = *s;
    size_t after;

    if (*value >= 1 || mark_class(peek(&next, &after)) != ' ')
        return false;
    next.at = after;
    run whole = take_run(&next);
    if (whole.digits != 1 || whole.script == '0' || has_more(&next) ||
        is_wordly(peek(&next, &after)))
        return false;
    *value += whole.value;
    *s = next;
    return true;
}

static bool take_fraction(scan *s, double *value)
{
    if (take_rest(s, value))
        return true;
    if (!take_below(s, value))
        return false;
    take_whole_after(s, value);
    return true;
}

/* ------------------------------------------------------------ what is around
 */

typedef struct edge {
    size_t start;           /* of the numeral, with its sign */
    bool plain;             /* one of several runs: 192.168.1.2 */
    bool negative, leading; /* -5; .08 */
    bool named;             /* G20, F-16 */
    bool spaced;            /* digits and a space before it */
} edge;

static bool is_letter(uint32_t c)
{
    return ahd_letter_in(ahd_letter_of(c), AHD_LETTER_SET(ARABIC) |
                                               AHD_LETTER_SET(PLAIN) |
                                               AHD_LETTER_SET(MARK));
}

/* Nothing, white space, or an opening mark. */
static bool is_open(uint32_t c)
{
    return c == 0 ||
           ahd_letter_in(ahd_letter_of(c), AHD_LETTER_SET(SPACE) |
                                               AHD_LETTER_SET(OPEN) |
                                               AHD_LETTER_SET(OPENING) |
                                               AHD_LETTER_SET(STRAIGHT));
}

/* «ال-15» has an article, "F-16" is a name: is there one before the hyphen? */
static bool is_hyphened(ahd_str text, size_t hyphen)
{
    uint32_t last = before(text, &hyphen);

    return is_letter(last) &&
           !(last == 0x644 && before(text, &hyphen) == 0x627);
}

static edge look_before(ahd_str text, size_t at)
{
    edge e = {.start = at};
    size_t mark = at;
    uint32_t c = before(text, &mark);
    size_t more = mark;
    uint32_t d = before(text, &more);

    e.named = ahd_letter_of(c)->kind == AHD_LETTER_PLAIN ||
              (is_minus(c) && is_hyphened(text, mark));
    e.plain = is_digit(d) && (mark_class(c) || c == '/' || c == ':') &&
              mark_class(c) != ' ';
    e.spaced = is_digit(d) && mark_class(c) == ' ';
    e.leading = c == '.' && is_open(d);
    e.negative = is_minus(c) && is_open(d);
    if (e.leading || e.negative)
        e.start = mark;
    return e;
}

/* "rd" of 3rd; its end, or 0. */
static size_t ordinal_end(const scan *s)
{
    static const char *const ends[] = {"st", "nd", "rd", "th"};
    ahd_str rest = {s->text.ptr + s->at, s->text.len - s->at};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        scan next = {s->text, s->at + 2, false};
        size_t after;
        if (ahd_str_starts(rest, ahd_str_from(ends[i])) &&
            !is_wordly(peek(&next, &after)))
            return next.at;
    }
    return 0;
}

static bool is_tangled(const scan *s)
{
    size_t after;

    return is_wordly(peek(s, &after));
}

static void finish(const edge *e, const scan *s, ahd_numeral *out)
{
    out->at = (ahd_span){(uint32_t)e->start, (uint32_t)(s->at - e->start)};
    out->value = e->negative ? -out->value : out->value;
}

/* "08" of ".08" */
static bool read_leading(const edge *e, scan *s, ahd_numeral *out)
{
    run r = take_run(s);

    out->value = r.digits < MOST_POWER ? r.value / power_of_ten(r.digits) : 0;
    finish(e, s, out);
    return !is_tangled(s);
}

static bool read_plain(const edge *e, scan *s, ahd_numeral *out)
{
    out->value = take_run(s).value;
    out->is_whole = true;
    finish(e, s, out);
    return !is_tangled(s) && is_finite(out->value);
}

bool ahd_numeral_read(ahd_str text, size_t at, ahd_numeral *out)
{
    edge e = look_before(text, at);
    scan s = {text, at, e.spaced};
    bool whole;

    *out = (ahd_numeral){0};
    if (e.leading)
        return read_leading(&e, &s, out);
    if (e.plain)
        return read_plain(&e, &s, out);
    out->value = take_number(&s, &whole);
    bool power = take_exponent(&s, &out->value) || take_power(&s, &out->value);
    out->is_fraction = whole && !power && take_fraction(&s, &out->value);
    out->is_whole = whole && !power && !out->is_fraction;
    size_t ordinal = out->is_whole ? ordinal_end(&s) : 0;
    out->is_ordinal = ordinal != 0;
    s.at = ordinal ? ordinal : s.at;
    finish(&e, &s, out);
    return !is_tangled(&s) && !e.named && is_finite(out->value);
}

size_t ahd_numeral_find(ahd_str text, size_t from, size_t end)
{
    while (from < end) {
        size_t at = from;
        if (is_digit(ahd_utf8_next(text, &from)))
            return at;
    }
    return end;
}
