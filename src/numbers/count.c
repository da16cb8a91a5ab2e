#include "numbers/count.h"

#include "doc/look.h"
#include "numbers/numeral.h"
#include "numbers/spoken.h"

/* How small the last word was, and so what may follow: a unit follows
 * hundreds; nothing follows what is CLOSED. */
enum { CLOSED = 0, UNITS = 1, TENS = 10, HUNDREDS = 100, EMPTY = 1000 };

static const double LARGEST = 1e24;

/* A number is terms, each a group below a thousand times its scale. */
typedef struct reader {
    const ahd_doc *doc;
    uint32_t at, limit; /* tokens: where reading stands, end of sentence */
    double total;       /* of the terms before this one */
    double top;         /* the scale of the term before; the next is below it */
    double term, scale; /* this term, once its scale is read; else 0 */
    double group;
    int low;     /* of the group */
    bool open;   /* the group ends with a unit that ten or tens may follow */
    bool arabic; /* the word that is read */
    bool done;   /* nothing can follow */
    ahd_count count;
} reader;

/* --------------------------------------------------------------- the rules */

/* A new summand begins: what has its scale is summed up. */
static void sum_up(reader *r)
{
    if (r->low != EMPTY || r->scale == 0)
        return;
    r->total += r->term;
    r->top = r->scale;
    r->term = r->scale = 0;
}

/* Summands of Arabic are joined with و. */
static bool is_free(const reader *r, bool joined)
{
    return r->count.words == 0 || joined || !r->arabic;
}

static bool add(reader *r, double value, int low)
{
    sum_up(r);
    r->group += value;
    r->low = low;
    r->open = false;
    return true;
}

static bool take_unit(reader *r, int32_t value, bool joined)
{
    bool after_tens = !r->arabic && r->low == TENS && !joined;

    if (!(r->low >= HUNDREDS && is_free(r, joined)) && !after_tens)
        return false;
    add(r, value, UNITS);
    r->open = r->arabic;
    r->count.unit = value;
    return true;
}

static bool take_small(reader *r, int32_t value, bool joined)
{
    return r->low >= HUNDREDS && is_free(r, joined) && add(r, value, UNITS);
}

/* «خمسة عشر», or ten alone. */
static bool take_ten(reader *r, int32_t value, bool joined)
{
    if (r->open && !joined)
        return add(r, value, UNITS);
    if (!take_small(r, value, joined))
        return false;
    r->count.unit = value;
    return true;
}

/* «خمسة وعشرون», or twenty alone. */
static bool take_tens(reader *r, int32_t value, bool joined)
{
    if (r->open && joined)
        return add(r, value, UNITS);
    if (r->low < HUNDREDS || !is_free(r, joined))
        return false;
    r->count.round = true;
    return add(r, value, TENS);
}

/* أحد is a number only as part of one: «أحد عشر», «إحدى وعشرين». */
static bool take_bound(reader *r, int32_t value, bool joined)
{
    uint32_t next = r->at + 1;
    const ahd_hit *ten = ahd_spoken_at(r->doc, next, AHD_NUMBER_WORD_TEN);
    uint32_t after = next + ahd_count_is_and(r->doc, next);
    const ahd_hit *tens = ahd_spoken_at(r->doc, after, AHD_NUMBER_WORD_TENS);
    bool is_part = (ten && ten->pro == 0) ||
                   (tens && (after > next || tens->pro & AHD_PRO_WA));

    return is_part && take_unit(r, value, joined);
}

static bool can_multiply(const reader *r, bool joined)
{
    return !joined && r->low <= TENS && r->low != CLOSED && r->group > 0 &&
           !r->count.ordinal;
}

static bool take_hundred(reader *r, int32_t value, bool joined)
{
    (void)value;
    if (can_multiply(r, joined) && (r->group < 100 || r->count.digits)) {
        r->group *= 100;
        r->low = HUNDREDS;
        r->open = false;
        return true;
    }
    r->count.round = true;
    return r->low == EMPTY && is_free(r, joined) && add(r, 100, HUNDREDS);
}

static bool take_hundreds(reader *r, int32_t value, bool joined)
{
    r->count.round = true;
    return r->low == EMPTY && is_free(r, joined) &&
           add(r, value * 100, HUNDREDS);
}

static bool take_dozens(reader *r, int32_t value, bool joined)
{
    if (!can_multiply(r, joined))
        return false;
    r->group *= value;
    r->low = CLOSED;
    return true;
}

static bool take_dozen(reader *r, int32_t value, bool joined)
{
    return take_dozens(r, value, joined) || take_small(r, value, joined);
}

/* The group gets its scale; «مئة ألف مليون»: so does what has one. */
static bool take_scales(reader *r, int32_t power, bool joined)
{
    double scale = ahd_numeral_power(10, (uint32_t)power);
    bool again = r->low == EMPTY && r->scale > 0 && !joined;

    if (joined || r->count.ordinal || (!again && r->group == 0) ||
        (again ? r->scale * scale : scale) >= r->top || r->done)
        return false;
    r->term = (again ? r->term : r->group) * scale;
    r->scale = (again ? r->scale : 1) * scale;
    r->group = 0;
    r->low = EMPTY;
    r->open = false;
    return true;
}

static bool take_times(reader *r, int32_t power, bool joined, int times)
{
    double scale = ahd_numeral_power(10, (uint32_t)power);

    if (take_scales(r, power, joined))
        return true;
    if (r->low != EMPTY || !is_free(r, joined) ||
        scale >= (r->scale > 0 ? r->scale : r->top))
        return false;
    sum_up(r);
    r->term = times * scale;
    r->scale = scale;
    r->count.round = true;
    return true;
}

static bool take_scale(reader *r, int32_t power, bool joined)
{
    return take_times(r, power, joined, 1);
}

static bool take_twice(reader *r, int32_t power, bool joined)
{
    return take_times(r, power, joined, 2);
}

static bool take_zero(reader *r, int32_t value, bool joined)
{
    (void)joined;
    r->done = true;
    return r->count.words == 0 && add(r, value, CLOSED);
}

/* Of English an ordinal is the last word, by its size what that would be. */
static bool take_ordinal_english(reader *r, int32_t value, bool joined)
{
    bool multiplies = value >= 100 && r->group > 0 && !joined;

    if (multiplies)
        r->group *= value;
    else if (!(value < 10 && take_unit(r, value, joined)) &&
             !take_small(r, value, joined))
        return false;
    r->done = true;
    r->count.ordinal = true;
    return true;
}

static bool take_ordinal(reader *r, int32_t value, bool joined)
{
    if (!r->arabic)
        return take_ordinal_english(r, value, joined);
    if (r->count.ordinal || !take_unit(r, value, joined))
        return false;
    r->open = value < 10;
    r->count.ordinal = true;
    return true;
}

/* ------------------------------------------------------------------- words */

typedef bool take_fn(reader *r, int32_t value, bool joined);

static const struct step {
    ahd_number_word word;
    take_fn *take;
} steps[] = {{AHD_NUMBER_WORD_TEN, take_ten},
             {AHD_NUMBER_WORD_UNIT, take_unit},
             {AHD_NUMBER_WORD_BOUND, take_bound},
             {AHD_NUMBER_WORD_TEEN, take_small},
             {AHD_NUMBER_WORD_TENS, take_tens},
             {AHD_NUMBER_WORD_HUNDRED, take_hundred},
             {AHD_NUMBER_WORD_HUNDREDS, take_hundreds},
             {AHD_NUMBER_WORD_DOZEN, take_dozen},
             {AHD_NUMBER_WORD_DOZENS, take_dozens},
             {AHD_NUMBER_WORD_SCALE, take_scale},
             {AHD_NUMBER_WORD_SCALES, take_scales},
             {AHD_NUMBER_WORD_TWICE, take_twice},
             {AHD_NUMBER_WORD_ZERO, take_zero},
             {AHD_NUMBER_WORD_ORDINAL, take_ordinal}};

/* Proclitics and article that a word may have where it stands. */
static bool may_stand(const reader *r, const ahd_hit *hit)
{
    const uint16_t inside = AHD_PRO_WA | AHD_PRO_AL;

    if (r->count.words == 0)
        return true;
    if (ahd_spoken_pro(r->doc, hit) & ~inside)
        return false;
    bool article = ahd_spoken_pro(r->doc, hit) & AHD_PRO_AL;
    return r->count.definite ? true : !article;
}

static bool try_word(reader *r, const struct step *step, bool joined)
{
    const ahd_hit *hit = ahd_spoken_at(r->doc, r->at, step->word);

    if (hit == NULL || !may_stand(r, hit))
        return false;
    reader saved = *r;
    r->count.unit = 0;
    if (!step->take(r, ahd_spoken_value(hit),
                    joined || (r->count.words > 0 && hit->pro & AHD_PRO_WA))) {
        *r = saved;
        return false;
    }
    if (r->count.words == 0) {
        r->count.pro = ahd_spoken_pro(r->doc, hit);
        r->count.definite = r->count.pro & AHD_PRO_AL;
        r->count.at.start = ahd_spoken_start(r->doc, hit);
    } else {
        r->count.round = false;
    }
    r->at = hit->end;
    r->count.words++;
    return true;
}

static bool take_word(reader *r, bool joined)
{
    r->arabic = ahd_spoken_is_arabic(r->doc, r->at);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (try_word(r, &steps[i], joined))
            return true;
    return false;
}

/* ------------------------------------------------------------------ digits */

static bool is_digits(const reader *r, uint32_t token)
{
    return token < r->limit &&
           r->doc->tokens.items[token].kind == AHD_TOKEN_NUMBER;
}

static bool read_numeral(const reader *r, ahd_numeral *out)
{
    return is_digits(r, r->at) &&
           ahd_numeral_read(r->doc->text, r->doc->tokens.items[r->at].at.start,
                            out);
}

static uint32_t token_after(const reader *r, uint32_t byte)
{
    uint32_t token = r->at + 1;

    while (token < r->limit && r->doc->tokens.items[token].at.start < byte)
        token++;
    return token;
}

/* Digits go on after words that leave room for them: «٣ مئة و ٢١», «٤ آلاف ٣
 * مئة». */
static bool has_room(const reader *r, const ahd_numeral *n, bool joined)
{
    double room = r->low == HUNDREDS ? 100 : r->low == EMPTY ? r->scale : 0;
    uint32_t next = token_after(r, ahd_span_end(n->at));
    bool multiplied = ahd_spoken_at(r->doc, next, AHD_NUMBER_WORD_HUNDRED) ||
                      ahd_spoken_at(r->doc, next, AHD_NUMBER_WORD_SCALE) ||
                      ahd_spoken_at(r->doc, next, AHD_NUMBER_WORD_SCALES);

    return n->is_whole && n->value > 0 && n->value < room &&
           (joined || multiplied) && !r->count.ordinal;
}

static bool take_first_digits(reader *r, const ahd_numeral *n)
{
    r->count.at = n->at;
    r->count.digits = true;
    r->count.plain = n->is_whole;
    r->count.fraction = n->is_fraction;
    r->count.ordinal = n->is_ordinal;
    r->group = n->value < 0 ? -n->value : n->value;
    r->low = n->value == 0 ? CLOSED : UNITS;
    return true;
}

static bool take_digits(reader *r, bool joined)
{
    ahd_numeral n;

    if (!read_numeral(r, &n) ||
        (r->count.words > 0 && !has_room(r, &n, joined)))
        return false;
    if (r->count.words == 0)
        take_first_digits(r, &n);
    else
        add(r, n.value, UNITS);
    r->at = token_after(r, ahd_span_end(n.at));
    const ahd_token *last = &r->doc->tokens.items[r->at - 1];
    r->done = n.is_fraction || n.is_ordinal ||
              ahd_span_end(last->at) > ahd_span_end(n.at);
    r->count.unit = 0;
    r->count.words++;
    return true;
}

/* ------------------------------------------------------------------ reading */

bool ahd_count_is_and(const ahd_doc *doc, uint32_t token)
{
    static const char *const ands[] = {"و", "and", NULL};

    return ahd_spoken_is(doc, token, ands);
}

static bool step(reader *r)
{
    reader next = *r;
    bool joined = r->count.words > 0 && ahd_count_is_and(r->doc, r->at);

    next.at += joined;
    if (next.at >= r->limit || r->done ||
        (!take_word(&next, joined) && !take_digits(&next, joined)))
        return false;
    *r = next;
    return true;
}

/* «ألف ومئتي ألف»: the last group belongs to the number that follows. */
static bool is_too_big(const reader *r)
{
    const ahd_hit *scale = ahd_spoken_at(r->doc, r->at, AHD_NUMBER_WORD_SCALE);

    if (scale == NULL)
        scale = ahd_spoken_at(r->doc, r->at, AHD_NUMBER_WORD_SCALES);
    return scale && ahd_spoken_pro(r->doc, scale) == 0 && r->low != EMPTY &&
           !r->done && r->total > 0;
}

static void conclude(const reader *r, uint32_t first, ahd_count *out)
{
    uint32_t end = ahd_span_end(r->doc->tokens.items[r->at - 1].at);

    *out = r->count;
    out->first = first;
    out->end = r->at;
    out->value = r->total + r->term + r->group;
    out->scale = r->low == EMPTY && r->scale > 0 ? r->scale : 1;
    if (!(out->digits && out->words == 1))
        out->at.len = end - out->at.start;
}

/* A sign, or digits inside a token, as the numeral has them. */
static void set_sign(const ahd_doc *doc, uint32_t token, ahd_count *out)
{
    ahd_numeral n;

    if (out->digits &&
        ahd_numeral_read(doc->text, doc->tokens.items[token].at.start, &n) &&
        n.value < 0)
        out->value = -out->value;
}

bool ahd_count_read(const ahd_doc *doc, uint32_t token, ahd_count *out)
{
    if (token >= doc->tokens.count)
        return false;
    uint32_t sentence = doc->tokens.items[token].sentence;
    reader r = {.doc = doc,
                .at = token,
                .limit = doc->sentences.items[sentence].end,
                .top = LARGEST,
                .low = EMPTY};
    reader undo = r;

    while (step(&r))
        if (r.low == EMPTY)
            undo = r;
    if (r.count.words > 0 && is_too_big(&r))
        r = undo;
    if (r.count.words == 0)
        return false;
    conclude(&r, token, out);
    set_sign(doc, token, out);
    return true;
}
