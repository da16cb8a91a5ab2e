#include "time/amounts.h"

#include "time/numerals.h"

enum { UNITS = 6 };

static uint32_t skip(ahd_telling *w, ahd_symbol symbol, uint32_t token)
{
    ahd_said none = ahd_said_none();
    uint32_t end = ahd_telling_word(w, symbol, token, &none);

    return end == AHD_MISS ? token : end;
}

static bool has_article(const ahd_hit *hit)
{
    return (hit->pro & AHD_PRO_AL) != 0;
}

/* "and a half", «ونصف»: its share of one; 0 when it is not there. */
static double and_part(ahd_telling *w, uint32_t *token)
{
    ahd_said none = ahd_said_none();
    uint32_t at = ahd_telling_word(w, AHD_SYM_AND, *token, &none);

    if (at == AHD_MISS)
        return 0;
    at = skip(w, AHD_SYM_A, at);
    const ahd_hit *part = ahd_telling_hit(w, at, AHD_TIME_WORD_FRACTION);
    if (part == NULL)
        return 0;
    *token = part->end;
    return (int32_t)part->extra / 60.0;
}

/* «نصف ساعة», "half an hour" */
static uint32_t part_of_unit(ahd_telling *w, uint32_t token, ahd_said *said)
{
    const ahd_hit *part = ahd_telling_hit(w, token, AHD_TIME_WORD_FRACTION);

    if (part == NULL)
        return AHD_MISS;
    const ahd_hit *unit =
        ahd_telling_hit(w, skip(w, AHD_SYM_A, part->end), AHD_TIME_WORD_UNIT);
    if (unit == NULL || has_article(unit) || ahd_amounts_number(unit) != 1)
        return AHD_MISS;
    said->unit = ahd_amounts_grain(unit);
    said->amount[said->unit] += (float)((int32_t)part->extra / 60.0);
    return unit->end;
}

/* "three", "a few", "a": how many. */
static uint32_t how_many(ahd_telling *w, uint32_t token, double *count)
{
    ahd_said none = ahd_said_none();
    const ahd_hit *few = ahd_telling_hit(w, token, AHD_TIME_WORD_FEW);
    uint32_t end = few ? few->end : ahd_numerals_count(w, token, count);

    if (few) {
        *count = (int32_t)few->extra;
    } else if (end == AHD_MISS) {
        end = ahd_telling_word(w, AHD_SYM_A, token, &none);
        *count = 1;
    }
    if (end != AHD_MISS && !few)
        *count += and_part(w, &end);
    return end;
}

/* «شهر», «ساعتين», «عام واحد»: one or two without their number. */
static uint32_t bare_unit(ahd_telling *w, uint32_t token, ahd_said *said)
{
    const ahd_hit *unit = ahd_telling_hit(w, token, AHD_TIME_WORD_UNIT);
    double one = 0;

    if (unit == NULL || !ahd_telling_is_arabic(w, token) || has_article(unit) ||
        ahd_amounts_number(unit) == 0)
        return AHD_MISS;
    uint32_t end = unit->end, after = ahd_numerals_count(w, end, &one);
    if (ahd_telling_hit(w, end, AHD_TIME_WORD_MONTH) ||
        ahd_telling_hit(w, end, AHD_TIME_WORD_HIJRI_MONTH))
        return AHD_MISS; /* «شهر رمضان» */
    if (after != AHD_MISS && one == ahd_amounts_number(unit) &&
        ahd_telling_token(w, end)->kind == AHD_TOKEN_WORD)
        end = after;
    said->unit = ahd_amounts_grain(unit);
    said->amount[said->unit] += (float)ahd_amounts_number(unit);
    return end;
}

static uint32_t counted_unit(ahd_telling *w, uint32_t token, ahd_said *said)
{
    double count = 0;
    uint32_t at = how_many(w, token, &count);
    const ahd_hit *unit =
        at == AHD_MISS ? NULL : ahd_telling_hit(w, at, AHD_TIME_WORD_UNIT);

    if (unit == NULL || count <= 0 || count > 9999 ||
        (has_article(unit) && !w->loose) ||
        ahd_amounts_grain(unit) == AHD_GRAIN_HALF)
        return AHD_MISS;
    said->unit = ahd_amounts_grain(unit);
    said->amount[said->unit] += (float)count;
    return unit->end;
}

static uint32_t one_amount(ahd_telling *w, uint32_t token, ahd_said *said)
{
    uint32_t end = counted_unit(w, token, said);

    if (end == AHD_MISS)
        end = part_of_unit(w, token, said);
    if (end == AHD_MISS)
        end = bare_unit(w, token, said);
    if (end != AHD_MISS)
        said->amount[said->unit] += (float)and_part(w, &end);
    return end;
}

uint32_t ahd_amounts_read(ahd_telling *w, uint32_t token, ahd_said *said)
{
    uint32_t end = one_amount(w, token, said);

    for (int i = 0; end != AHD_MISS && i < UNITS; i++) {
        uint32_t at = skip(w, AHD_SYM_COMMA, end);
        at = skip(w, AHD_SYM_AND, at);
        ahd_said more = *said;
        uint32_t next = one_amount(w, at, &more);
        if (next == AHD_MISS || more.unit == said->unit)
            break;
        *said = more;
        end = next;
    }
    return end;
}

/* «الأشهر الثلاثة», «الأيام القليلة», «اليومين» */
static uint32_t counted_after(ahd_telling *w, uint32_t token, ahd_said *said)
{
    const ahd_hit *unit = ahd_telling_hit(w, token, AHD_TIME_WORD_UNIT);
    double count = 0;

    if (unit == NULL || !ahd_telling_is_arabic(w, token) ||
        ahd_amounts_number(unit) == 1)
        return AHD_MISS;
    const ahd_hit *few = ahd_telling_hit(w, unit->end, AHD_TIME_WORD_FEW);
    uint32_t end = ahd_numerals_count(w, unit->end, &count);
    if (few) {
        count = (int32_t)few->extra;
        end = few->end;
    } else if (ahd_amounts_number(unit) == 2) {
        count = 2;
        end = unit->end;
    }
    if (end == AHD_MISS || count < 1 || count > 999)
        return AHD_MISS;
    said->unit = ahd_amounts_grain(unit);
    said->amount[said->unit] = (float)count;
    return end;
}

uint32_t ahd_amounts_counted(ahd_telling *w, uint32_t token, ahd_said *said)
{
    uint32_t end = counted_after(w, token, said);
    double count = 0;

    if (end != AHD_MISS)
        return end;
    end = how_many(w, token, &count);
    const ahd_hit *unit =
        end == AHD_MISS ? NULL : ahd_telling_hit(w, end, AHD_TIME_WORD_UNIT);
    if (unit == NULL || count < 1 || count > 999)
        return AHD_MISS;
    said->unit = ahd_amounts_grain(unit);
    said->amount[said->unit] = (float)count;
    return unit->end;
}
