#include "time/telling.h"

#include "doc/look.h"

#include <string.h>

/* ---------------------------------------------------------- connectives */

#define IS(symbol) (1ull << AHD_SYM_##symbol)

/* By length, so that few are compared. */
static const struct {
    const char *form;
    uint8_t len;
    uint64_t symbols;
} connectives[] = {
    {"&", 1, IS(AND)},
    {"(", 1, IS(OPEN)},
    {",", 1, IS(COMMA)},
    {"-", 1, IS(TO) | IS(MARK) | IS(DASH)},
    {".", 1, IS(MARK)},
    {"/", 1, IS(MARK)},
    {"[", 1, IS(OPEN)},
    {"a", 1, IS(A)},
    {"an", 2, IS(A)},
    {"at", 2, IS(IN)},
    {"by", 2, IS(IN)},
    {"in", 2, IS(OF) | IS(IN)},
    {"of", 2, IS(OF)},
    {"on", 2, IS(IN) | IS(DAY_HEAD)},
    {"to", 2, IS(TO)},
    {"،", 2, IS(COMMA)},
    {"و", 2, IS(AND)},
    {"and", 3, IS(AND)},
    {"for", 3, IS(FOR)},
    {"the", 3, IS(THE)},
    {"–", 3, IS(TO) | IS(MARK) | IS(DASH)},
    {"from", 4, IS(FROM) | IS(AFTER)},
    {"till", 4, IS(TO)},
    {"year", 4, IS(YEAR_HEAD)},
    {"في", 4, IS(OF) | IS(IN)},
    {"من", 4, IS(OF) | IS(FROM)},
    {"about", 5, IS(IN)},
    {"after", 5, IS(AFTER)},
    {"until", 5, IS(TO)},
    {"around", 6, IS(IN)},
    {"before", 6, IS(BEFORE)},
    {"during", 6, IS(IN)},
    {"الي", 6, IS(TO)},
    {"بعد", 6, IS(AFTER)},
    {"بين", 6, IS(BETWEEN)},
    {"حتي", 6, IS(TO)},
    {"سنه", 6, IS(YEAR_HEAD)},
    {"شهر", 6, IS(MONTH_HEAD)},
    {"عام", 6, IS(YEAR_HEAD)},
    {"عند", 6, IS(IN)},
    {"قبل", 6, IS(BEFORE)},
    {"مده", 6, IS(FOR)},
    {"نحو", 6, IS(IN)},
    {"يوم", 6, IS(DAY_HEAD)},
    {"between", 7, IS(BETWEEN)},
    {"through", 7, IS(TO)},
    {"بشهر", 8, IS(MONTH_HEAD)},
    {"بيوم", 8, IS(DAY_HEAD)},
    {"قبيل", 8, IS(BEFORE)},
    {"لشهر", 8, IS(MONTH_HEAD)},
    {"لعام", 8, IS(YEAR_HEAD)},
    {"لمده", 8, IS(FOR)},
    {"ليوم", 8, IS(DAY_HEAD)},
    {"العام", 10, IS(YEAR_HEAD)},
    {"حوالي", 10, IS(IN)},
    {"بتاريخ", 12, IS(DAY_HEAD)},
    {"الموافق", 14, IS(COMMA)},
    {"المصادف", 14, IS(COMMA)},
};

enum {
    CONNECTIVES = sizeof connectives / sizeof *connectives,
    LONGEST_CONNECTIVE = 16
};

ahd_said ahd_said_none(void)
{
    ahd_said s = {0};

    s.unit = s.weekday = s.month = s.mday = s.shift = s.nth = s.part =
        AHD_UNSAID;
    s.hour = s.minute = s.second = s.day_part = AHD_UNSAID;
    s.year = AHD_UNSAID;
    return s;
}

void ahd_telling_init(ahd_telling *w, const ahd_doc *doc, bool loose)
{
    memset(w, 0, sizeof *w);
    memset(w->masked, 0xff, sizeof w->masked);
    w->doc = doc;
    w->loose = loose;
    w->node[0] = ahd_said_none();
    ahd_starts_make(&w->starts);
    for (size_t i = CONNECTIVES; i-- > 0;)
        w->by_length[connectives[i].len] = (uint8_t)i;
    for (int n = AHD_TELLING_LENGTHS - 2; n >= 0; n--)
        if (connectives[w->by_length[n]].len != n)
            w->by_length[n] = w->by_length[n + 1];
}

bool ahd_telling_is(const ahd_telling *w, uint32_t token,
                    const char *const *list)
{
    if (token >= w->limit)
        return false;
    for (; *list; list++)
        if (ahd_str_is(w->doc->tokens.items[token].form, *list))
            return true;
    return false;
}

bool ahd_telling_is_hijri(const ahd_telling *w, uint32_t token)
{
    static const char *const marks[] = {"هـ", "ه", "هجريه", "هجري", "ah", NULL};

    return ahd_telling_is(w, token, marks);
}

bool ahd_telling_is_arabic(const ahd_telling *w, uint32_t token)
{
    const ahd_token *t = ahd_telling_token(w, token);

    if (token >= w->limit)
        return false;
    if (t->kind != AHD_TOKEN_NUMBER || t->flags & AHD_TOKEN_ARABIC)
        return t->flags & AHD_TOKEN_ARABIC;
    return (token + 1 < w->limit && t[1].flags & AHD_TOKEN_ARABIC) ||
           (token > 0 && t[-1].flags & AHD_TOKEN_ARABIC);
}

static uint64_t connective(const ahd_telling *w, ahd_str form)
{
    if (form.len > LONGEST_CONNECTIVE)
        return 0;
    for (size_t i = w->by_length[form.len]; i < CONNECTIVES; i++) {
        if (connectives[i].len > form.len)
            break;
        if (connectives[i].len == form.len &&
            memcmp(connectives[i].form, form.ptr, form.len) == 0)
            return connectives[i].symbols;
    }
    return 0;
}

/* «وبين», «ومن»: an expression may begin with them. */
static uint64_t joined_connective(const ahd_telling *w, ahd_str form)
{
    const uint64_t leads = IS(FROM) | IS(BETWEEN) | IS(BEFORE) | IS(AFTER) |
                           IS(DAY_HEAD) | IS(YEAR_HEAD) | IS(MONTH_HEAD);
    const ahd_str wa = AHD_STR("و");

    if (form.len <= wa.len || !ahd_str_starts(form, wa))
        return 0;
    return leads &
           connective(w, (ahd_str){form.ptr + wa.len, form.len - wa.len});
}

static uint64_t connectives_at(const ahd_telling *w, uint32_t token)
{
    ahd_str form = ahd_telling_token(w, token)->form;
    uint64_t mask = connective(w, form);

    return mask ? mask : joined_connective(w, form);
}

/* Words that a figure may begin with. */
static uint64_t figure_at(const ahd_token *t, uint64_t mask)
{
    const uint64_t words =
        1ull << AHD_TIME_WORD_NUMBER | 1ull << AHD_TIME_WORD_ORDINAL |
        1ull << AHD_TIME_WORD_NEXT | 1ull << AHD_TIME_WORD_LAST |
        1ull << AHD_TIME_WORD_THIS | 1ull << AHD_TIME_WORD_FRACTION |
        1ull << AHD_TIME_WORD_FEW | 1ull << AHD_TIME_WORD_UNIT |
        1ull << AHD_TIME_WORD_DECADE | 1ull << AHD_TIME_WORD_MINUS | IS(A) |
        IS(YEAR_HEAD) | IS(AND);
    bool figure =
        t->kind == AHD_TOKEN_NUMBER || t->form.len <= 2 || mask & words;

    return figure ? 1ull << AHD_STARTS_FIGURE : 0;
}

static uint64_t mask_of(const ahd_telling *w, uint32_t token)
{
    const ahd_token *t = ahd_telling_token(w, token);
    uint64_t mask = connectives_at(w, token);

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &w->doc->hits.items[t->first_hit + i];
        if (hit->kind != AHD_TERM_TIME || hit->suffix)
            continue;
        mask |= 1ull << hit->id;
        if (hit->pro & AHD_PRO_WA)
            mask |= 1ull << AHD_SYM_AND;
    }
    return mask | figure_at(t, mask);
}

uint64_t ahd_telling_mask(ahd_telling *w, uint32_t token)
{
    uint32_t slot = token % AHD_TELLING_CACHE;

    if (token >= w->limit)
        return 0;
    if (w->masked[slot] != token) {
        w->masked[slot] = token;
        w->mask[slot] = mask_of(w, token);
    }
    return w->mask[slot];
}

/* ---------------------------------------------------------------- words */

/* و may be joined to the first word, and to one after which "and" was asked
 * for. */
static uint16_t allowed(const ahd_telling *w, uint32_t token)
{
    uint16_t pro = AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_LI;

    if (token == w->start || token == w->joined)
        pro |= AHD_PRO_WA | AHD_PRO_FA;
    return pro;
}

const ahd_hit *ahd_telling_hit(const ahd_telling *w, uint32_t token,
                               uint32_t kind)
{
    if (token >= w->limit)
        return NULL;
    const ahd_token *t = ahd_telling_token(w, token);
    uint16_t pro = allowed(w, token);
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &w->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_TIME && hit->id == kind &&
            (hit->pro & ~pro) == 0 && !hit->suffix && hit->end <= w->limit)
            return hit;
    }
    return NULL;
}

/* «أحد الوزراء» is no Sunday, «الأحد» is; and "sun" is none, "Sun." is. */
static bool is_weekday(const ahd_telling *w, const ahd_hit *hit)
{
    static const char *const heads[] = {"يوم", "ايام", "كل",   "ليوم",
                                        "بين", "نهار", "ليله", NULL};
    const ahd_token *t = ahd_telling_token(w, hit->first);

    if (!(t->flags & AHD_TOKEN_ARABIC)) {
        static const char *const marks[] = {".", ",", "-", "/", NULL};
        bool marked = ahd_telling_is(w, hit->end, marks);
        return w->loose ||
               (t->flags & AHD_TOKEN_CAPITAL && (t->form.len > 4 || marked));
    }
    if (hit->pro & AHD_PRO_AL)
        return true;
    for (int i = 0; i < t->readings; i++)
        if (ahd_str_starts(t->reading[i].host, AHD_STR("ال")))
            return true;
    return hit->first > 0 && ahd_telling_is(w, hit->first - 1, heads);
}

static bool is_meant(const ahd_telling *w, const ahd_hit *hit)
{
    const ahd_token *t = ahd_telling_token(w, hit->first);
    bool latin = !(t->flags & AHD_TOKEN_ARABIC);

    if (hit->id == AHD_TIME_WORD_WEEKDAY)
        return is_weekday(w, hit);
    if (hit->id == AHD_TIME_WORD_MONTH)
        return !latin || w->loose || t->flags & AHD_TOKEN_CAPITAL;
    if (hit->id == AHD_TIME_WORD_RATE) /* "China Daily" */
        return !latin || !(t->flags & AHD_TOKEN_CAPITAL);
    return true;
}

/* Where the value of a word goes. */
static int8_t *field_of(ahd_said *said, ahd_symbol symbol)
{
    switch (symbol) {
    case AHD_TIME_WORD_WEEKDAY:
        return &said->weekday;
    case AHD_TIME_WORD_MONTH:
    case AHD_TIME_WORD_HIJRI_MONTH:
        return &said->month;
    case AHD_TIME_WORD_DAY_OFFSET:
    case AHD_TIME_WORD_VAGUE:
    case AHD_TIME_WORD_LATER:
        return &said->shift;
    case AHD_TIME_WORD_PART:
        return &said->part;
    case AHD_TIME_WORD_ORDINAL:
    case AHD_TIME_WORD_SEASON:
    case AHD_TIME_WORD_HOLIDAY:
        return &said->nth;
    case AHD_TIME_WORD_RATE:
    case AHD_TIME_WORD_MINE:
    case AHD_TIME_WORD_WEEK_OF:
        return &said->unit;
    default:
        return NULL;
    }
}

/* How many of it the word itself says: 0 for a plural. */
static void note_unit(ahd_said *said, int32_t value)
{
    said->unit = (int8_t)(value % 100);
    int32_t number = value / 100;
    said->amount[said->unit] = (float)number;
}

/* Words whose meaning is more than their value. */
static void note(ahd_said *said, ahd_symbol symbol, int32_t value)
{
    int8_t *field = field_of(said, symbol);

    said->hijri |= symbol == AHD_TIME_WORD_HIJRI_MONTH;
    if (symbol == AHD_TIME_WORD_DAY_PART)
        said->day_part = (int16_t)value;
    else if (field)
        *field = (int8_t)value;
    else if (symbol == AHD_TIME_WORD_NEXT)
        said->shift = value ? (int8_t)value : 1;
    else if (symbol == AHD_TIME_WORD_LAST)
        said->shift = -1;
    else if (symbol == AHD_TIME_WORD_THIS)
        said->shift = 0;
    else if (symbol == AHD_TIME_WORD_UNIT)
        note_unit(said, value);
    else if (symbol == AHD_TIME_WORD_DECADE)
        said->year = (int16_t)value;
    else if (symbol == AHD_TIME_WORD_MERIDIEM)
        said->day_part = value ? 12 : 0;
}

/* «تشرين الأول/أكتوبر», «مارس آذار», «أكتوبر (تشرين الأول)»: said twice. */
static uint32_t after_month(const ahd_telling *w, const ahd_hit *hit)
{
    static const char *const joints[] = {"/", "(", "-", NULL};
    static const char *const closing[] = {")", NULL};
    uint32_t at = hit->end + ahd_telling_is(w, hit->end, joints);
    const ahd_hit *again = ahd_telling_hit(w, at, AHD_TIME_WORD_MONTH);

    if (again == NULL || again->extra != hit->extra)
        return hit->end;
    return again->end + ahd_telling_is(w, again->end, closing);
}

static uint32_t word(ahd_telling *w, ahd_symbol symbol, uint32_t token,
                     ahd_said *said)
{
    const ahd_hit *hit = ahd_telling_hit(w, token, symbol);

    if (hit == NULL || !is_meant(w, hit))
        return AHD_MISS;
    note(said, symbol, (int32_t)hit->extra);
    return symbol == AHD_TIME_WORD_MONTH ? after_month(w, hit) : hit->end;
}

uint32_t ahd_telling_word(ahd_telling *w, ahd_symbol symbol, uint32_t token,
                          ahd_said *said)
{
    if (!(ahd_telling_mask(w, token) >> symbol & 1))
        return AHD_MISS;
    if (symbol < AHD_SYM_OF)
        return word(w, symbol, token, said);
    bool apart = connectives_at(w, token) & IS(AND);
    if (symbol == AHD_SYM_AND && !apart) {
        w->joined = token;
        return token;
    }
    return token + 1;
}

/* Bytes of what is joined to the word that `hit` is. */
static uint32_t joined_to(const ahd_telling *w, const ahd_hit *hit)
{
    enum { LETTER = 2 };
    const ahd_token *t = ahd_telling_token(w, hit->first);
    uint32_t bytes = 0;

    for (uint16_t pro = hit->pro & ~AHD_PRO_AL; pro; pro &= pro - 1)
        bytes += LETTER;
    bool swallowed =
        hit->pro & AHD_PRO_LI && ahd_str_starts(t->form, AHD_STR("لل"));
    return swallowed || bytes >= t->at.len ? 0 : bytes;
}

ahd_span ahd_telling_span(const ahd_telling *w, uint32_t end)
{
    ahd_span span = ahd_look_span(w->doc, w->start, end);
    const ahd_token *t = ahd_telling_token(w, w->start);
    uint32_t least = UINT32_MAX;

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &w->doc->hits.items[t->first_hit + i];
        uint32_t cut = joined_to(w, hit);
        if (hit->kind == AHD_TERM_TIME && cut < least)
            least = cut;
    }
    if (least == UINT32_MAX)
        least = joined_connective(w, t->form) ? (uint32_t)strlen("و") : 0;
    return (ahd_span){span.start + least, span.len - least};
}
