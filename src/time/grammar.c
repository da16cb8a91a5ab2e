#include "time/grammar.h"

#include "time/amounts.h"
#include "time/figures.h"
#include "time/rules.h"
#include "time/sound.h"

enum { DEEPEST = 5 };

static uint32_t read_part(ahd_scan *scan, ahd_symbol part, uint32_t token,
                          uint16_t *node);

/* ------------------------------------------------------------ one pattern */

static uint32_t take_part(ahd_scan *scan, ahd_symbol part, uint32_t token,
                          ahd_said *said)
{
    uint16_t node = 0;
    uint32_t end = read_part(scan, part, token, &node);

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

static uint32_t take(ahd_scan *scan, ahd_symbol symbol, uint32_t token,
                     ahd_said *said)
{
    if (token >= scan->limit)
        return AHD_MISS;
    if (symbol < AHD_SYM_WORDS)
        return ahd_scan_word(scan, symbol, token, said);
    if (symbol < AHD_SYM_FIGURES)
        return ahd_figures_read(scan, symbol, token, said);
    return take_part(scan, symbol, token, said);
}

static uint32_t match(ahd_scan *scan, const ahd_symbol *symbol, uint32_t token,
                      ahd_said *said)
{
    if (*symbol == AHD_SYM_END)
        return token;
    ahd_symbol plain = *symbol & (ahd_symbol)~AHD_SYM_OPTIONAL;
    ahd_said before = *said;
    uint32_t end = take(scan, plain, token, said);
    if (end != AHD_MISS)
        end = match(scan, symbol + 1, end, said);
    if (end != AHD_MISS || !(*symbol & AHD_SYM_OPTIONAL))
        return end;
    *said = before;
    return match(scan, symbol + 1, token, said);
}

/* -------------------------------------------------------- where it stands */

/* After a preposition, or with a head of its own: «في مارس», «عام 2020». */
static bool is_led(ahd_scan *scan, uint32_t token)
{
    static const char *const before[] = {
        "في",    "الي",   "من",      "منذ",     "حتي", "خلال", "بعد", "قبل",
        "بين",   "يوم",   "و",       "in",      "on",  "by",   "for", "since",
        "until", "till",  "during",  "from",    "to",  "of",   "the", "before",
        "after", "اوائل", "between", "through", NULL};
    const uint64_t heads =
        1ull << AHD_SYM_YEAR_HEAD | 1ull << AHD_SYM_MONTH_HEAD;
    const ahd_token *t = ahd_scan_token(scan, token);

    if (ahd_scan_mask(scan, token) & heads)
        return true;
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &scan->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_TIME && hit->pro & (AHD_PRO_BI | AHD_PRO_LI))
            return true;
    }
    return token > 0 && t->sentence == (t - 1)->sentence &&
           ahd_scan_is(scan, token - 1, before);
}

/* «بعد خمسة أيام من اللقاء» counts from an event, «الخميس 21 قتيلا» is no
 * 21st. */
static bool is_last(const ahd_scan *scan, const ahd_said *said, uint32_t end)
{
    static const char *const from[] = {"من", "علي", "of", "after", "عن", NULL};
    static const char *const only[] = {"فقط", "only", NULL};
    static const char *const more[] = {"من",   "في",      "of",  "in",  "at",
                                       "and",  "و",       "to",  "حتي", "until",
                                       "till", "through", "الي", NULL};

    if (end >= scan->limit)
        return true;
    if (said->form == AHD_SAID_AWAY)
        return !ahd_scan_is(scan, end + ahd_scan_is(scan, end, only), from);
    if (ahd_scan_token(scan, end)->kind == AHD_TOKEN_PUNCT)
        return ahd_scan_hit(scan, end + 1, AHD_TIME_WORD_MONTH) == NULL;
    return ahd_scan_is(scan, end, more);
}

static bool is_asked(ahd_scan *scan, const ahd_time_rule *rule, uint32_t token)
{
    bool arabic = ahd_scan_is_arabic(scan, token);

    if (rule->flags & AHD_RULE_LOOSE && !scan->loose)
        return false;
    if (rule->flags & AHD_RULE_NESTED && !scan->loose && scan->depth == 1)
        return false;
    if (rule->flags & AHD_RULE_LATIN && arabic)
        return false;
    return !(rule->flags & AHD_RULE_ARABIC) || arabic;
}

static bool is_fit(ahd_scan *scan, const ahd_time_rule *rule, uint32_t token,
                   const ahd_said *said, uint32_t end)
{
    bool must_be_led =
        rule->flags & AHD_RULE_LED &&
        (rule->flags & AHD_RULE_LOOSE || (!scan->loose && scan->depth == 1));

    return (!must_be_led || is_led(scan, token)) &&
           (!(rule->flags & AHD_RULE_LAST) || is_last(scan, said, end)) &&
           ahd_sound_is(scan, rule, token, end, said);
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

static uint16_t keep(ahd_scan *scan, const ahd_said *said)
{
    if (scan->nodes == AHD_SCAN_NODES)
        return 0;
    scan->node[scan->nodes] = *said;
    return scan->nodes++;
}

static uint32_t by_rules(ahd_scan *scan, ahd_symbol part, uint32_t token,
                         uint16_t *node)
{
    uint32_t best = AHD_MISS;
    ahd_said best_said = ahd_said_none();

    const ahd_starts *starts = &scan->starts;
    uint64_t mask = ahd_scan_mask(scan, token);

    for (uint32_t n = starts->first[part]; n < starts->first[part + 1]; n++) {
        const ahd_time_rule *rule = &ahd_rules_all[starts->order[n]];
        if (!(starts->rule[starts->order[n]] & mask) ||
            !is_asked(scan, rule, token))
            continue;
        ahd_said said = begin(rule);
        uint32_t end = match(scan, rule->symbol, token, &said);
        if (end == AHD_MISS || end == token ||
            (best != AHD_MISS && end <= best) ||
            !is_fit(scan, rule, token, &said, end))
            continue;
        arrange(&said);
        best = end;
        best_said = said;
    }
    *node = best == AHD_MISS ? 0 : keep(scan, &best_said);
    return *node ? best : AHD_MISS;
}

/* Day or longer: whichever reads on further. */
static uint32_t read_any(ahd_scan *scan, uint32_t token, uint16_t *node)
{
    uint16_t point = 0, span = 0;
    uint32_t point_end = read_part(scan, AHD_SYM_POINT, token, &point);
    uint32_t span_end = read_part(scan, AHD_SYM_SPAN, token, &span);
    bool longer =
        point_end == AHD_MISS || (span_end != AHD_MISS && span_end > point_end);

    *node = longer ? span : point;
    return longer ? span_end : point_end;
}

static uint32_t read_part(ahd_scan *scan, ahd_symbol part, uint32_t token,
                          uint16_t *node)
{
    ahd_scan_memo *memo = &scan->memo[(token * 7 + part) % AHD_SCAN_MEMO];

    if (token >= scan->limit || scan->depth >= DEEPEST ||
        !(scan->starts.part[part] & ahd_scan_mask(scan, token)))
        return AHD_MISS;
    bool nested = scan->depth > 0;
    if (memo->stamp == scan->stamp && memo->token == token &&
        memo->part == part && memo->nested == nested) {
        *node = memo->node;
        return memo->end;
    }
    scan->depth++;
    uint32_t end = part == AHD_SYM_ANY ? read_any(scan, token, node)
                                       : by_rules(scan, part, token, node);
    scan->depth--;
    *memo = (ahd_scan_memo){token, end, *node, scan->stamp, part, nested};
    return end;
}

uint32_t ahd_grammar_read(ahd_scan *scan, ahd_symbol part, uint32_t token,
                          uint16_t *node)
{
    *node = 0;
    return read_part(scan, part, token, node);
}

void ahd_grammar_start(ahd_scan *scan, uint32_t token, uint32_t limit)
{
    scan->start = token;
    scan->joined = AHD_MISS;
    scan->limit = limit;
    scan->depth = 0;
    scan->nodes = 1;
    scan->stamp++;
}
