#include "time/syntax.h"

#include "time/amounts.h"
#include "time/figures.h"
#include "time/rules.h"
#include "time/sound.h"

enum { DEEPEST = 5 };

static uint32_t read_part(ahd_telling *w, ahd_symbol part, uint32_t token,
                          uint16_t *node);

/* ------------------------------------------------------------ one pattern */

static uint32_t take_part(ahd_telling *w, ahd_symbol part, uint32_t token,
                          ahd_said *said)
{
    uint16_t node = 0;
    uint32_t end = read_part(w, part, token, &node);

    if (end == AHD_MISS || said->c)
        return AHD_MISS;
    if (said->a == 0)
        said->a = node;
    else if (said->b == 0)
        said->b = node;
    else
        said->c = node;
    return end;
}

static uint32_t take(ahd_telling *w, ahd_symbol symbol, uint32_t token,
                     ahd_said *said)
{
    if (token >= w->limit)
        return AHD_MISS;
    if (symbol < AHD_SYM_WORDS)
        return ahd_telling_word(w, symbol, token, said);
    if (symbol < AHD_SYM_FIGURES)
        return ahd_figures_read(w, symbol, token, said);
    return take_part(w, symbol, token, said);
}

static uint32_t match(ahd_telling *w, const ahd_symbol *symbol, uint32_t token,
                      ahd_said *said);

static uint32_t match_optional(ahd_telling *w, const ahd_symbol *symbol,
                               uint32_t token, ahd_said *said)
{
    ahd_said before = *said;
    uint32_t end =
        take(w, *symbol & (ahd_symbol)~AHD_SYM_OPTIONAL, token, said);

    if (end != AHD_MISS)
        end = match(w, symbol + 1, end, said);
    if (end != AHD_MISS)
        return end;
    *said = before;
    return match(w, symbol + 1, token, said);
}

static uint32_t match(ahd_telling *w, const ahd_symbol *symbol, uint32_t token,
                      ahd_said *said)
{
    for (; *symbol != AHD_SYM_END; symbol++) {
        if (*symbol & AHD_SYM_OPTIONAL)
            return match_optional(w, symbol, token, said);
        token = take(w, *symbol, token, said);
        if (token == AHD_MISS)
            return AHD_MISS;
    }
    return token;
}

/* -------------------------------------------------------- where it stands */

/* After a preposition, or with a head of its own: «في مارس», «عام 2020». */
static bool is_led(ahd_telling *w, uint32_t token)
{
    static const char *const before[] = {
        "في",    "الي",   "من",      "منذ",     "حتي", "خلال", "بعد", "قبل",
        "بين",   "يوم",   "و",       "in",      "on",  "by",   "for", "since",
        "until", "till",  "during",  "from",    "to",  "of",   "the", "before",
        "after", "اوائل", "between", "through", NULL};
    const uint64_t heads =
        1ull << AHD_SYM_YEAR_HEAD | 1ull << AHD_SYM_MONTH_HEAD;
    const ahd_token *t = ahd_telling_token(w, token);

    if (ahd_telling_mask(w, token) & heads)
        return true;
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &w->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_TIME && hit->pro & (AHD_PRO_BI | AHD_PRO_LI))
            return true;
    }
    return token > 0 && t->sentence == (t - 1)->sentence &&
           ahd_telling_is(w, token - 1, before);
}

/* «بعد خمسة أيام من اللقاء» counts from an event, «الخميس 21 قتيلا» is no
 * 21st. */
static bool is_last(const ahd_telling *w, const ahd_said *said, uint32_t end)
{
    static const char *const from[] = {"من", "علي", "of", "after", "عن", NULL};
    static const char *const only[] = {"فقط", "only", NULL};
    static const char *const more[] = {"من",   "في",      "of",  "in",  "at",
                                       "and",  "و",       "to",  "حتي", "until",
                                       "till", "through", "الي", NULL};

    if (end >= w->limit)
        return true;
    if (said->form == AHD_SAID_AWAY)
        return !ahd_telling_is(w, end + ahd_telling_is(w, end, only), from);
    if (ahd_telling_token(w, end)->kind == AHD_TOKEN_PUNCT)
        return ahd_telling_hit(w, end + 1, AHD_TIME_WORD_MONTH) == NULL;
    return ahd_telling_is(w, end, more);
}

/* The flags that keep a pattern from being tried at `token`. */
static uint16_t barred(const ahd_telling *w, uint32_t token)
{
    uint16_t flags =
        ahd_telling_is_arabic(w, token) ? AHD_RULE_LATIN : AHD_RULE_ARABIC;

    if (!w->loose)
        flags |= AHD_RULE_LOOSE;
    if (!w->loose && w->depth == 1)
        flags |= AHD_RULE_NESTED;
    return flags;
}

static bool is_fit(ahd_telling *w, const ahd_time_rule *rule, uint32_t token,
                   const ahd_said *said, uint32_t end)
{
    bool must_be_led =
        rule->flags & AHD_RULE_LED &&
        (rule->flags & AHD_RULE_LOOSE || (!w->loose && w->depth == 1));

    return (!must_be_led || is_led(w, token)) &&
           (!(rule->flags & AHD_RULE_LAST) || is_last(w, said, end)) &&
           ahd_sound_is(w, rule, token, end, said);
}

/* --------------------------------------------------------------- one part */

static ahd_said begin(const ahd_time_rule *rule)
{
    ahd_said said = ahd_said_none();

    said.form = rule->form;
    said.unit = rule->unit;
    if (rule->flags & (AHD_RULE_PAST | AHD_RULE_FUTURE | AHD_RULE_NOW))
        said.shift = (int8_t)((rule->flags & AHD_RULE_FUTURE ? 1 : 0) -
                              (rule->flags & AHD_RULE_PAST ? 1 : 0));
    return said;
}

/* The week that both days are of was said first. */
static void arrange(ahd_said *said)
{
    if (said->form != AHD_SAID_RANGE || said->c == 0)
        return;
    uint16_t whole = said->a;
    said->a = said->b;
    said->b = said->c;
    said->c = whole;
}

static uint16_t keep(ahd_telling *w, const ahd_said *said)
{
    if (w->nodes == AHD_TELLING_NODES)
        return 0;
    w->node[w->nodes] = *said;
    return w->nodes++;
}

static uint32_t by_rules(ahd_telling *w, ahd_symbol part, uint32_t token,
                         uint16_t *node)
{
    uint32_t best = AHD_MISS;
    ahd_said best_said = ahd_said_none();

    const ahd_starts *starts = &w->starts;
    uint64_t mask = ahd_telling_mask(w, token);
    uint16_t bars = barred(w, token);

    for (uint32_t n = starts->first[part]; n < starts->first[part + 1]; n++) {
        const ahd_time_rule *rule = &ahd_rules_all[starts->order[n]];
        if (!(starts->rule[starts->order[n]] & mask) || rule->flags & bars)
            continue;
        ahd_said said = begin(rule);
        uint32_t end = match(w, rule->symbol, token, &said);
        if (end == AHD_MISS || end == token ||
            (best != AHD_MISS && end <= best) ||
            !is_fit(w, rule, token, &said, end))
            continue;
        arrange(&said);
        best = end;
        best_said = said;
    }
    *node = best == AHD_MISS ? 0 : keep(w, &best_said);
    return *node ? best : AHD_MISS;
}

/* Day or longer: whichever reads on further. */
static uint32_t read_any(ahd_telling *w, uint32_t token, uint16_t *node)
{
    uint16_t point = 0, span = 0;
    uint32_t point_end = read_part(w, AHD_SYM_POINT, token, &point);
    uint32_t span_end = read_part(w, AHD_SYM_SPAN, token, &span);
    bool longer =
        point_end == AHD_MISS || (span_end != AHD_MISS && span_end > point_end);

    *node = longer ? span : point;
    return longer ? span_end : point_end;
}

static uint32_t read_part(ahd_telling *w, ahd_symbol part, uint32_t token,
                          uint16_t *node)
{
    ahd_telling_memo *memo = &w->memo[(token * 7 + part) % AHD_TELLING_MEMO];

    if (token >= w->limit || w->depth >= DEEPEST ||
        !(w->starts.part[part] & ahd_telling_mask(w, token)))
        return AHD_MISS;
    bool nested = w->depth > 0;
    if (memo->stamp == w->stamp && memo->token == token && memo->part == part &&
        memo->nested == nested) {
        *node = memo->node;
        return memo->end;
    }
    w->depth++;
    uint32_t end = part == AHD_SYM_ANY ? read_any(w, token, node)
                                       : by_rules(w, part, token, node);
    w->depth--;
    *memo = (ahd_telling_memo){token, end, *node, w->stamp, part, nested};
    return end;
}

uint32_t ahd_syntax_read(ahd_telling *w, ahd_symbol part, uint32_t token,
                         uint16_t *node)
{
    *node = 0;
    return read_part(w, part, token, node);
}

void ahd_syntax_start(ahd_telling *w, uint32_t token, uint32_t limit)
{
    w->start = token;
    w->joined = AHD_MISS;
    w->limit = limit;
    w->depth = 0;
    w->nodes = 1;
    w->stamp++;
}
