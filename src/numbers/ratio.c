#include "numbers/ratio.h"

#include "doc/look.h"
#include "numbers/numeral.h"
#include "numbers/spoken.h"

enum {
    PRICE = 8, /* ثمن: an eighth, but nearly always a price */
    MOST_CHAIN = 4,
    SURE_TENS = 100, /* «مئة وثلاثون وخمسين»: two fifths, after tens */
    MOST_IN = 1000,
};

/* The word of that kind at `token` behind exactly these proclitics. */
static const ahd_hit *word(const ahd_doc *doc, uint32_t token,
                           ahd_number_word kind, uint16_t pro)
{
    const ahd_hit *hit = ahd_spoken_at(doc, token, kind);

    return hit && ahd_spoken_pro(doc, hit) == pro ? hit : NULL;
}

static bool is_english(const ahd_doc *doc, uint32_t token)
{
    return !ahd_spoken_is_arabic(doc, token);
}

static bool is_a(const ahd_doc *doc, uint32_t token)
{
    static const char *const articles[] = {"a", "an", NULL};

    return ahd_spoken_is(doc, token, articles);
}

/* --------------------------------------------------- is it a part at all? */

/* Vowels tell «خُمس» from «خَمس», «ثُمن» from «ثَمن». */
static bool has_damma(const ahd_doc *doc, const ahd_hit *hit)
{
    uint32_t start = ahd_spoken_start(doc, hit) + 2;
    ahd_str rest = {doc->text.ptr + start, doc->text.len - start};

    return ahd_str_starts(rest, AHD_STR("\xD9\x8F"));
}

static bool is_alone(const ahd_doc *doc, uint32_t token)
{
    const ahd_sentence *s =
        &doc->sentences.items[doc->tokens.items[token].sentence];

    return s->first == token &&
           (s->end == token + 1 ||
            (s->end == token + 2 && ahd_look_is_punct(doc, token + 1)));
}

/* «خمس الفطيرة» is a fifth, «خمس دول» are five. */
static bool is_part_arabic(const ahd_doc *doc, const ahd_hit *part)
{
    bool is_unit = ahd_spoken_at(doc, part->first, AHD_NUMBER_WORD_UNIT) ||
                   ahd_spoken_at(doc, part->first, AHD_NUMBER_WORD_TEN);

    if (has_damma(doc, part) || is_alone(doc, part->first))
        return true;
    if (ahd_spoken_value(part) == PRICE)
        return false;
    return !is_unit || ahd_spoken_is_definite(doc, part->end) ||
           word(doc, part->end, AHD_NUMBER_WORD_PART, 0);
}

/* "a quarter", "quarter of"; not "the first quarter". */
static bool is_part_english(const ahd_doc *doc, const ahd_hit *part)
{
    static const char *const of[] = {"of", NULL};

    if (part->first > 0 &&
        ahd_spoken_at(doc, part->first - 1, AHD_NUMBER_WORD_ORDINAL))
        return false;
    return ahd_spoken_value(part) == 2 || ahd_spoken_is(doc, part->end, of) ||
           is_alone(doc, part->first) ||
           (part->first > 0 && is_a(doc, part->first - 1));
}

static bool is_part(const ahd_doc *doc, const ahd_hit *part)
{
    return is_english(doc, part->first) ? is_part_english(doc, part)
                                        : is_part_arabic(doc, part);
}

/* ------------------------------------------------------------ fractions */

/* «ثلاثة أرباع» */
static double read_parts(const ahd_doc *doc, uint32_t at, uint16_t pro,
                         uint32_t *end)
{
    const ahd_hit *unit = word(doc, at, AHD_NUMBER_WORD_UNIT, pro);

    if (unit == NULL)
        unit = word(doc, at, AHD_NUMBER_WORD_TEN, pro);
    const ahd_hit *parts =
        unit ? word(doc, unit->end, AHD_NUMBER_WORD_PARTS, 0) : NULL;
    if (parts == NULL)
        return 0;
    *end = parts->end;
    return (double)ahd_spoken_value(unit) / ahd_spoken_value(parts);
}

/* «نصف», «ثلثين», "a third" */
static double read_part(const ahd_doc *doc, uint32_t at, uint16_t pro,
                        uint32_t *end)
{
    bool article = is_a(doc, at);
    const ahd_hit *pair = word(doc, at, AHD_NUMBER_WORD_PAIR, pro);
    const ahd_hit *part = word(doc, at + article, AHD_NUMBER_WORD_PART, pro);

    if (part == NULL && article)
        part = word(doc, at + 1, AHD_NUMBER_WORD_ORDINAL, 0);
    const ahd_hit *found = pair ? pair : part;
    if (found == NULL || ahd_spoken_value(found) < 2)
        return 0;
    *end = found->end;
    return (pair ? 2.0 : 1.0) / ahd_spoken_value(found);
}

/* A scale, with or without article: «نصف مليون», «ونصف المليون»; or 1. */
static double read_scale(const ahd_doc *doc, uint32_t at, uint32_t *end)
{
    const ahd_hit *hit = ahd_spoken_at(doc, at, AHD_NUMBER_WORD_SCALE);

    if (hit == NULL || hit->pro & ~AHD_PRO_AL)
        return 1;
    *end = hit->end;
    return ahd_numeral_power(10, hit->extra);
}

/* ----------------------------------------------------- after a number */

typedef bool extend_fn(const ahd_doc *doc, ahd_ratio *r);

/* The last unit alone is divided, when it is joined: «مئة وثلاثة أرباع» is
 * 100.75, but «مئة وثلاثون خمس» is 26. */
static bool divide(ahd_ratio *r, double by, uint32_t end)
{
    double unit = r->count.unit > 0 ? r->count.unit : r->value;

    if (by == 0)
        return false;
    r->value = r->value - unit + unit / by;
    r->end = end;
    r->fraction = true;
    return true;
}

/* «خمسة أثمان», «ثلاثة أرباع المليون», «ثلاثة وعشرون خمسا», "one third" */
static bool extend_parts(const ahd_doc *doc, ahd_ratio *r)
{
    const ahd_hit *parts = word(doc, r->end, AHD_NUMBER_WORD_PARTS, 0);

    if (parts == NULL && r->value > 10 && !is_english(doc, r->end))
        parts = word(doc, r->end, AHD_NUMBER_WORD_PART, 0);
    if (parts == NULL && r->value == 1 && is_english(doc, r->end)) {
        parts = word(doc, r->end, AHD_NUMBER_WORD_PART, 0);
        if (parts == NULL)
            parts = word(doc, r->end, AHD_NUMBER_WORD_ORDINAL, 0);
    }
    if (parts == NULL || r->count.definite ||
        ahd_spoken_at(doc, r->end, AHD_NUMBER_WORD_NONE))
        return false;
    divide(r, ahd_spoken_value(parts), parts->end);
    if (r->value < 1) {
        double scale = read_scale(doc, r->end, &r->end);
        r->value *= scale;
        r->fraction = scale == 1;
    }
    return true;
}

/* Is what was read as a part after و rather a number of its own? */
static bool is_next_number(const ahd_doc *doc, uint32_t at, double value)
{
    const ahd_hit *part = ahd_spoken_at(doc, at, AHD_NUMBER_WORD_PART);
    bool is_tens = ahd_spoken_at(doc, at, AHD_NUMBER_WORD_TENS);

    return (is_tens && value < SURE_TENS) ||
           (part && ahd_spoken_value(part) == PRICE && !has_damma(doc, part)) ||
           ahd_spoken_at(doc, at, AHD_NUMBER_WORD_NONE);
}

/* «وثلثان», «ونصف المليون», "and a half million" */
static bool extend_and(const ahd_doc *doc, ahd_ratio *r)
{
    bool apart = ahd_count_is_and(doc, r->end);
    uint32_t at = r->end + apart, end = 0, after = 0;
    uint16_t pro = apart ? 0 : AHD_PRO_WA;
    double part = read_parts(doc, at, pro, &end);

    if (part == 0 && !is_next_number(doc, at, r->value))
        part = read_part(doc, at, pro, &end);
    if (part == 0)
        return false;
    double own = r->count.scale, scale = read_scale(doc, end, &after);
    if (own > 1 && scale > own)
        return false; /* «ألف وربع مليون» are two */
    if (own > 1)
        r->value += part * (scale > 1 ? scale : own);
    else
        r->value = (r->value + part) * scale;
    r->end = after ? after : end;
    r->fraction = own == 1 && scale == 1;
    return true;
}

/* A number that others are divided by. */
static bool read_below(const ahd_doc *doc, uint32_t at, ahd_count *out)
{
    return ahd_count_read(doc, at, out) && out->pro == 0 && !out->ordinal &&
           !out->fraction && out->value > 0;
}

/* «جزء من مئة» */
static bool extend_share(const ahd_doc *doc, ahd_ratio *r)
{
    const ahd_hit *share = word(doc, r->end, AHD_NUMBER_WORD_SHARE, 0);
    ahd_count below;

    return share && read_below(doc, share->end, &below) &&
           divide(r, below.value, below.end);
}

/* «ثلاثة على أربعة», «واحد من عشرين», "one in five", "two out of three" */
static bool extend_over(const ahd_doc *doc, ahd_ratio *r)
{
    static const char *const over[] = {"علي", NULL};
    static const char *const of[] = {"من", NULL};
    static const char *const in[] = {"في", "in", NULL};
    static const char *const out[] = {"out", NULL};
    bool english = is_english(doc, r->end);
    bool is_over = ahd_spoken_is(doc, r->end, over);
    bool is_of = ahd_spoken_is(doc, r->end, of) && !r->count.digits;
    bool is_in = ahd_spoken_is(doc, r->end, in) && r->value == 1;
    bool is_out =
        ahd_spoken_is(doc, r->end, out) && ahd_look_is(doc, r->end + 1, "of");
    ahd_count below;

    if (!(is_over || is_of || is_in || is_out) || r->fraction ||
        !read_below(doc, r->end + 1 + is_out, &below))
        return false;
    if (!is_over && below.value <= r->value)
        return false;
    if (is_in && (below.value > MOST_IN || (!english && below.value <= 10)))
        return false;
    r->count.unit = 0;
    return divide(r, below.value, below.end);
}

/* «خمسة فاصلة خمسة», «مئتان فاصلة ثلاثة من مئة» */
static bool extend_point(const ahd_doc *doc, ahd_ratio *r)
{
    const ahd_hit *point = word(doc, r->end, AHD_NUMBER_WORD_POINT, 0);
    ahd_ratio after = {0};

    if (point == NULL || !read_below(doc, point->end, &after.count))
        return false;
    after.value = after.count.value;
    after.end = after.count.end;
    if (!extend_over(doc, &after))
        while (after.value >= 1)
            after.value /= 10;
    r->value += after.value;
    r->end = after.end;
    return true;
}

static void extend(const ahd_doc *doc, ahd_ratio *r)
{
    static extend_fn *const all[] = {extend_point, extend_share, extend_parts,
                                     extend_and, extend_over};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i](doc, r))
            return;
}

/* ------------------------------------------------------- fractions alone */

/* What a fraction is of: «نصف مليون», «نصف دزينة», «خمس العشرين». */
static double read_whole(const ahd_doc *doc, uint32_t at, uint32_t *end)
{
    static const ahd_number_word wholes[] = {
        AHD_NUMBER_WORD_SCALE, AHD_NUMBER_WORD_HUNDRED, AHD_NUMBER_WORD_TENS};
    uint32_t from = at + is_a(doc, at);
    ahd_count whole;

    if (word(doc, from, AHD_NUMBER_WORD_SCALE, 0))
        return read_scale(doc, from, end);
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        const ahd_hit *hit = ahd_spoken_at(doc, from, wholes[i]);
        if (hit && ahd_spoken_pro(doc, hit) == AHD_PRO_AL &&
            ahd_count_read(doc, from, &whole)) {
            *end = whole.end;
            return whole.value;
        }
    }
    const ahd_hit *dozen = word(doc, from, AHD_NUMBER_WORD_DOZEN, 0);
    *end = dozen ? dozen->end : *end;
    return dozen ? ahd_spoken_value(dozen) : 1;
}

/* "third" of "a third of": a part in the words of an ordinal. */
static const ahd_hit *ordinal_part(const ahd_doc *doc, uint32_t token)
{
    const ahd_hit *hit = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_ORDINAL);

    return hit && ahd_spoken_value(hit) > 2 && token > 0 &&
                   is_a(doc, token - 1) && ahd_look_is(doc, hit->end, "of")
               ? hit
               : NULL;
}

/* «نصف», «ثلثي», «خمس خمس العشرين», "half a million" */
static bool read_fraction(const ahd_doc *doc, uint32_t token, ahd_ratio *out)
{
    const ahd_hit *pair = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_PAIR);
    const ahd_hit *part = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_PART);

    part = part ? part : ordinal_part(doc, token);
    const ahd_hit *first = pair ? pair : part;

    if (first == NULL || first->pro & AHD_PRO_AL ||
        (!pair && !is_part(doc, part)) ||
        (pair && ahd_spoken_at(doc, token, AHD_NUMBER_WORD_TENS)))
        return false;
    *out = (ahd_ratio){.start = ahd_spoken_start(doc, first),
                       .end = first->end,
                       .value = (pair ? 2.0 : 1.0) / ahd_spoken_value(first)};
    for (int i = 0; i < MOST_CHAIN && !pair; i++) {
        const ahd_hit *next = word(doc, out->end, AHD_NUMBER_WORD_PART, 0);
        if (next == NULL || is_english(doc, token))
            break;
        out->value /= ahd_spoken_value(next);
        out->end = next->end;
    }
    double whole = read_whole(doc, out->end, &out->end);
    out->value *= whole;
    out->fraction = whole == 1;
    return true;
}

/* "a third of", «جزء من ألف» */
static bool read_share(const ahd_doc *doc, uint32_t token, ahd_ratio *out)
{
    const ahd_hit *share = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_SHARE);
    ahd_count below;

    if (share == NULL || !read_below(doc, share->end, &below))
        return false;
    *out = (ahd_ratio){.start = ahd_spoken_start(doc, share),
                       .end = below.end,
                       .value = 1 / below.value,
                       .fraction = true};
    return true;
}

static bool read_count(const ahd_doc *doc, uint32_t token, ahd_ratio *out)
{
    *out = (ahd_ratio){0};
    if (!ahd_count_read(doc, token, &out->count))
        return false;
    out->start = out->count.at.start;
    out->end = out->count.end;
    out->value = out->count.value;
    out->fraction = out->count.fraction;
    if (!out->count.ordinal)
        extend(doc, out);
    return true;
}

bool ahd_ratio_read(const ahd_doc *doc, uint32_t token, ahd_ratio *out)
{
    return read_fraction(doc, token, out) || read_share(doc, token, out) ||
           read_count(doc, token, out);
}
