#include "time/numerals.h"

#include "doc/look.h"

enum { TERMS = 8 }; /* words of one number */

/* A number word; with its و where one came before. */
const ahd_hit *ahd_numerals_word(const ahd_telling *w, uint32_t token,
                                 bool joined)
{
    uint16_t pro = AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_LI;

    if (token >= w->limit)
        return NULL;
    if (joined || token == w->start || token == w->joined)
        pro |= AHD_PRO_WA;
    const ahd_token *t = ahd_telling_token(w, token);
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &w->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_TIME && hit->id == AHD_TIME_WORD_NUMBER &&
            (hit->pro & ~pro) == 0 && !hit->suffix && hit->end <= w->limit)
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
static uint32_t by_table(const ahd_telling *w, uint32_t token, double *value)
{
    static const char *const and[] = {"and", "و", NULL};
    double group = 0, total = 0;
    uint32_t at = token, end = AHD_MISS;

    for (int i = 0; i < TERMS; i++) {
        uint32_t next = at + (i > 0 && ahd_telling_is(w, at, and));
        const ahd_hit *hit = ahd_numerals_word(w, next, i > 0);
        if (hit == NULL)
            break;
        bool arabic = ahd_telling_is_arabic(w, next);
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

/* The layer of numbers knows more of them than the words of times do. */
uint32_t ahd_numerals_words(const ahd_telling *w, uint32_t token, double *value)
{
    uint32_t end = by_table(w, token, value);
    const ahd_number *n =
        end == AHD_MISS ? NULL : ahd_look_number(w->doc, token);

    if (n == NULL || n->kind != AHD_NUMBER_CARDINAL || n->end <= end ||
        n->end > w->limit)
        return end;
    *value = n->value;
    return n->end;
}

/* "3", "3.5"; no dates, no hours. */
static uint32_t number_digits(const ahd_telling *w, uint32_t token,
                              double *value)
{
    if (token >= w->limit ||
        ahd_telling_token(w, token)->kind != AHD_TOKEN_NUMBER)
        return AHD_MISS;
    ahd_str rest = ahd_telling_token(w, token)->form;
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

uint32_t ahd_numerals_count(const ahd_telling *w, uint32_t token, double *value)
{
    uint32_t end = number_digits(w, token, value);

    return end != AHD_MISS ? end : ahd_numerals_words(w, token, value);
}

/* A number in digits between low and high, as one token. */
uint32_t ahd_numerals_digits(const ahd_telling *w, uint32_t token, int32_t low,
                             int32_t high, int32_t *value)
{
    uint32_t number;

    if (token >= w->limit ||
        ahd_telling_token(w, token)->kind != AHD_TOKEN_NUMBER ||
        !ahd_str_number(ahd_telling_token(w, token)->form, &number) ||
        number < (uint32_t)low || number > (uint32_t)high)
        return AHD_MISS;
    *value = (int32_t)number;
    return token + 1;
}

/* -------------------------------------------------------------- ordinals */

static uint32_t ordinal_digits(const ahd_telling *w, uint32_t token,
                               int32_t *value)
{
    static const char *const tails[] = {"st", "nd", "rd", "th", NULL};
    uint32_t at = ahd_numerals_digits(w, token, 1, 99, value);

    return at != AHD_MISS && ahd_telling_is(w, at, tails) ? at + 1 : AHD_MISS;
}

/* «الحادي والعشرين»: what stands after the ones. */
static uint32_t tens_after(const ahd_telling *w, uint32_t end, int32_t *value)
{
    const ahd_hit *tens = ahd_numerals_word(w, end, true);

    if (*value < 1 || *value > 9 || tens == NULL || !(tens->pro & AHD_PRO_WA) ||
        (int32_t)tens->extra % 10 != 0 || (int32_t)tens->extra > 90)
        return end;
    *value += (int32_t)tens->extra;
    return tens->end;
}

uint32_t ahd_numerals_ordinal(const ahd_telling *w, uint32_t token,
                              int32_t *value)
{
    uint32_t end = ordinal_digits(w, token, value);
    const ahd_hit *hit = ahd_telling_hit(w, token, AHD_TIME_WORD_ORDINAL);
    const ahd_hit *tens = ahd_numerals_word(w, token, false);

    if (end != AHD_MISS)
        return end;
    if (hit) {
        *value = (int32_t)hit->extra;
        return tens_after(w, hit->end, value);
    }
    if (tens == NULL || ahd_telling_is_arabic(w, token))
        return AHD_MISS;
    hit = ahd_telling_hit(w, tens->end, AHD_TIME_WORD_ORDINAL);
    int32_t ten = (int32_t)tens->extra;
    if (hit == NULL || ten % 10 != 0 || ten > 90 || (int32_t)hit->extra > 9)
        return AHD_MISS;
    *value = ten + (int32_t)hit->extra;
    return hit->end;
}
