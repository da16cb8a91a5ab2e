#include "time/scan.h"

#include "doc/look.h"

#include <string.h>

/* ---------------------------------------------------------- connectives */

static const char *const of[] = {"من", "في", "of", "in", NULL};
static const char *const from[] = {"من", "from", NULL};
static const char *const to[] = {"الي",     "حتي", "to", "until", "till",
                                 "through", "-",   "–",  NULL};
static const char *const between[] = {"بين", "between", NULL};
static const char *const and[] = {"و", "and", "&", NULL};
static const char *const in[] = {"في",     "عند", "حوالي",  "in",
                                 "on",     "at",  "around", "about",
                                 "during", "by",  "نحو",    NULL};
static const char *const the[] = {"the", NULL};
static const char *const a[] = {"a", "an", NULL};
static const char *const comma[] = {"،", ",", NULL};
static const char *const mark[] = {".", "-", "–", "/", NULL};
static const char *const dash[] = {"-", "–", NULL};
static const char *const day_head[] = {"يوم",    "ليوم", "بيوم",
                                       "بتاريخ", "on",   NULL};
static const char *const year_head[] = {"عام",  "سنه",  "العام",
                                        "لعام", "year", NULL};
static const char *const month_head[] = {"شهر", "بشهر", "لشهر", NULL};
static const char *const before[] = {"قبل", "قبيل", "before", NULL};
static const char *const after[] = {"بعد", "after", "from", NULL};
static const char *const duration[] = {"لمده", "مده", "for", NULL};
static const char *const open[] = {"(", "[", NULL};

static const struct {
    ahd_symbol symbol;
    const char *const *words;
} connectives[] = {
    {AHD_SYM_OF, of},
    {AHD_SYM_FROM, from},
    {AHD_SYM_TO, to},
    {AHD_SYM_BETWEEN, between},
    {AHD_SYM_AND, and},
    {AHD_SYM_IN, in},
    {AHD_SYM_THE, the},
    {AHD_SYM_A, a},
    {AHD_SYM_COMMA, comma},
    {AHD_SYM_MARK, mark},
    {AHD_SYM_DASH, dash},
    {AHD_SYM_DAY_HEAD, day_head},
    {AHD_SYM_YEAR_HEAD, year_head},
    {AHD_SYM_MONTH_HEAD, month_head},
    {AHD_SYM_BEFORE, before},
    {AHD_SYM_AFTER, after},
    {AHD_SYM_FOR, duration},
    {AHD_SYM_OPEN, open},
};

enum { LONGEST_CONNECTIVE = 12 };

ahd_said ahd_said_none(void)
{
    ahd_said s = {0};

    s.unit = s.weekday = s.month = s.mday = s.shift = s.nth = s.part =
        AHD_UNSAID;
    s.hour = s.minute = s.second = s.day_part = AHD_UNSAID;
    s.year = AHD_UNSAID;
    return s;
}

void ahd_scan_init(ahd_scan *scan, const ahd_doc *doc, bool loose)
{
    memset(scan, 0, sizeof *scan);
    memset(scan->masked, 0xff, sizeof scan->masked);
    scan->doc = doc;
    scan->loose = loose;
    scan->node[0] = ahd_said_none();
}

bool ahd_scan_is(const ahd_scan *scan, uint32_t token, const char *const *list)
{
    if (token >= scan->limit)
        return false;
    for (; *list; list++)
        if (ahd_look_is(scan->doc, token, *list))
            return true;
    return false;
}

bool ahd_scan_is_arabic(const ahd_scan *scan, uint32_t token)
{
    const ahd_token *t = ahd_scan_token(scan, token);

    if (token >= scan->limit)
        return false;
    if (t->kind != AHD_TOKEN_NUMBER || t->flags & AHD_TOKEN_ARABIC)
        return t->flags & AHD_TOKEN_ARABIC;
    return (token + 1 < scan->limit && t[1].flags & AHD_TOKEN_ARABIC) ||
           (token > 0 && t[-1].flags & AHD_TOKEN_ARABIC);
}

static uint64_t connectives_at(const ahd_scan *scan, uint32_t token)
{
    uint64_t mask = 0;

    if (ahd_scan_token(scan, token)->form.len > LONGEST_CONNECTIVE)
        return 0;
    for (size_t i = 0; i < sizeof connectives / sizeof *connectives; i++)
        if (ahd_scan_is(scan, token, connectives[i].words))
            mask |= 1ull << connectives[i].symbol;
    return mask;
}

static uint64_t mask_of(const ahd_scan *scan, uint32_t token)
{
    const ahd_token *t = ahd_scan_token(scan, token);
    uint64_t mask = connectives_at(scan, token);

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &scan->doc->hits.items[t->first_hit + i];
        if (hit->kind != AHD_TERM_TIME || hit->suffix)
            continue;
        mask |= 1ull << hit->id;
        if (hit->pro & AHD_PRO_WA)
            mask |= 1ull << AHD_SYM_AND;
    }
    return mask;
}

uint64_t ahd_scan_mask(ahd_scan *scan, uint32_t token)
{
    uint32_t slot = token % AHD_SCAN_CACHE;

    if (token >= scan->limit)
        return 0;
    if (scan->masked[slot] != token) {
        scan->masked[slot] = token;
        scan->mask[slot] = mask_of(scan, token);
    }
    return scan->mask[slot];
}

/* ---------------------------------------------------------------- words */

/* و may be joined to the first word, and to one after which "and" was asked
 * for. */
static uint16_t allowed(const ahd_scan *scan, uint32_t token)
{
    uint16_t pro = AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_LI;

    if (token == scan->start || token == scan->joined)
        pro |= AHD_PRO_WA | AHD_PRO_FA;
    return pro;
}

const ahd_hit *ahd_scan_hit(const ahd_scan *scan, uint32_t token, uint32_t kind)
{
    if (token >= scan->limit)
        return NULL;
    const ahd_token *t = ahd_scan_token(scan, token);
    uint16_t pro = allowed(scan, token);
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &scan->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_TIME && hit->id == kind &&
            (hit->pro & ~pro) == 0 && !hit->suffix && hit->end <= scan->limit)
            return hit;
    }
    return NULL;
}

/* «أحد الوزراء» is no Sunday, «الأحد» is; and "sun" is none, "Sun." is. */
static bool is_weekday(const ahd_scan *scan, const ahd_hit *hit)
{
    static const char *const heads[] = {"يوم", "ايام", "كل",   "ليوم",
                                        "بين", "نهار", "ليله", NULL};
    const ahd_token *t = ahd_scan_token(scan, hit->first);

    if (!(t->flags & AHD_TOKEN_ARABIC)) {
        bool marked = ahd_scan_is(scan, hit->end, mark) ||
                      ahd_scan_is(scan, hit->end, comma);
        return scan->loose ||
               (t->flags & AHD_TOKEN_CAPITAL && (t->form.len > 4 || marked));
    }
    if (hit->pro & AHD_PRO_AL)
        return true;
    for (int i = 0; i < t->readings; i++)
        if (ahd_str_starts(t->reading[i].host, AHD_STR("ال")))
            return true;
    return hit->first > 0 && ahd_scan_is(scan, hit->first - 1, heads);
}

static bool is_meant(const ahd_scan *scan, const ahd_hit *hit)
{
    const ahd_token *t = ahd_scan_token(scan, hit->first);
    bool latin = !(t->flags & AHD_TOKEN_ARABIC);

    if (hit->id == AHD_TIME_WORD_WEEKDAY)
        return is_weekday(scan, hit);
    if (hit->id == AHD_TIME_WORD_MONTH)
        return !latin || scan->loose || t->flags & AHD_TOKEN_CAPITAL;
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
    case AHD_TIME_WORD_DAY_PART:
        return &said->day_part;
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
    said->amount[said->unit] = (float)(value / 100);
}

/* Words whose meaning is more than their value. */
static void note(ahd_said *said, ahd_symbol symbol, int32_t value)
{
    int8_t *field = field_of(said, symbol);

    if (field)
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
    said->hijri |= symbol == AHD_TIME_WORD_HIJRI_MONTH;
}

/* «تشرين الأول/أكتوبر», «مارس آذار», «أكتوبر (تشرين الأول)»: said twice. */
static uint32_t after_month(const ahd_scan *scan, const ahd_hit *hit)
{
    static const char *const joints[] = {"/", "(", "-", NULL};
    static const char *const closing[] = {")", NULL};
    uint32_t at = hit->end + ahd_scan_is(scan, hit->end, joints);
    const ahd_hit *again = ahd_scan_hit(scan, at, AHD_TIME_WORD_MONTH);

    if (again == NULL || again->extra != hit->extra)
        return hit->end;
    return again->end + ahd_scan_is(scan, again->end, closing);
}

static uint32_t word(ahd_scan *scan, ahd_symbol symbol, uint32_t token,
                     ahd_said *said)
{
    const ahd_hit *hit = ahd_scan_hit(scan, token, symbol);

    if (hit == NULL || !is_meant(scan, hit))
        return AHD_MISS;
    note(said, symbol, (int32_t)hit->extra);
    return symbol == AHD_TIME_WORD_MONTH ? after_month(scan, hit) : hit->end;
}

uint32_t ahd_scan_word(ahd_scan *scan, ahd_symbol symbol, uint32_t token,
                       ahd_said *said)
{
    if (!(ahd_scan_mask(scan, token) >> symbol & 1))
        return AHD_MISS;
    if (symbol < AHD_SYM_OF)
        return word(scan, symbol, token, said);
    if (symbol == AHD_SYM_AND && !ahd_scan_is(scan, token, and)) {
        scan->joined = token;
        return token;
    }
    return token + 1;
}

/* Bytes of what is joined to the word that `hit` is. */
static uint32_t joined_to(const ahd_scan *scan, const ahd_hit *hit)
{
    enum { LETTER = 2 };
    const ahd_token *t = ahd_scan_token(scan, hit->first);
    uint32_t bytes = 0;

    for (uint16_t pro = hit->pro & ~AHD_PRO_AL; pro; pro &= pro - 1)
        bytes += LETTER;
    bool swallowed =
        hit->pro & AHD_PRO_LI && ahd_str_starts(t->form, AHD_STR("لل"));
    return swallowed || bytes >= t->at.len ? 0 : bytes;
}

ahd_span ahd_scan_span(const ahd_scan *scan, uint32_t end)
{
    ahd_span span = ahd_look_span(scan->doc, scan->start, end);
    const ahd_token *t = ahd_scan_token(scan, scan->start);
    uint32_t least = UINT32_MAX;

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &scan->doc->hits.items[t->first_hit + i];
        uint32_t cut = joined_to(scan, hit);
        if (hit->kind == AHD_TERM_TIME && cut < least)
            least = cut;
    }
    if (least == UINT32_MAX)
        least = 0;
    return (ahd_span){span.start + least, span.len - least};
}
