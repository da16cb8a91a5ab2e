#include "numbers/numbers.h"

#include "doc/look.h"
#include "numbers/numeral.h"
#include "numbers/ratio.h"
#include "numbers/spoken.h"

enum { MOST_RATE = 1000 };

/* Reads what starts at `token` into `out`; its first and end are tokens. */
typedef bool read_fn(const ahd_doc *doc, uint32_t token, ahd_number *out);

static void cover(const ahd_doc *doc, uint32_t start, uint32_t end,
                  ahd_number *out)
{
    uint32_t stop = ahd_span_end(doc->tokens.items[end - 1].at);

    out->at = (ahd_span){start, stop - start};
    out->end = end;
}

/* -------------------------------------------------------------- ordinals */

/* «الدول العشرين» counts, «القرن العشرين» orders. */
static bool is_after_singular(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = token > 0 ? ahd_look_host(doc, token - 1) : NULL;

    return host && AHD_FEAT(host->feats, ARTICLE) &&
           (host->pos == AHD_POS_NOUN || host->pos == AHD_POS_PROPN) &&
           AHD_FEAT(host->feats, NUMBER) != AHD_PLURAL;
}

static bool is_after_plural(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = token > 0 ? ahd_look_host(doc, token - 1) : NULL;

    return host && AHD_FEAT(host->feats, NUMBER) == AHD_PLURAL;
}

/* A definite number is an ordinal behind what it orders. */
static bool is_ordering(const ahd_doc *doc, const ahd_count *c)
{
    if (c->ordinal)
        return true;
    if (!c->definite || c->digits || is_after_plural(doc, c->first))
        return false;
    bool is_tens = c->words == 1 && c->value < 100 && c->round;
    return c->words > 1 || is_tens || is_after_singular(doc, c->first);
}

static bool is_after_number(const ahd_doc *doc, uint32_t token)
{
    ahd_count before;

    return token > 0 && ahd_count_read(doc, token - 1, &before) &&
           before.end == token;
}

/* «ثانية»: a second of time. «أولي»: preliminary, not «أولى». */
static bool is_no_ordinal(const ahd_doc *doc, const ahd_count *c)
{
    static const char *const seconds[] = {"ثانيه", "second", NULL};
    static const char *const initial[] = {"اولي", "الاولي", NULL};
    const ahd_segment *host = ahd_look_host(doc, c->first);
    ahd_str word = ahd_doc_words(doc, doc->tokens.items[c->first].at);

    if (c->words > 1 || host == NULL)
        return false;
    if (ahd_spoken_is(doc, c->first, seconds))
        return host->pos == AHD_POS_NOUN || is_after_number(doc, c->first);
    return ahd_spoken_is(doc, c->first, initial) &&
           ahd_str_ends(word, AHD_STR("ي")) &&
           !(doc->writing.typing & AHD_TYPING_DOTTED_ALEF);
}

/* «من الثاني إلى الأخير» is a range, «الثاني إلى الأخير» counts backwards. */
static void turn_around(const ahd_doc *doc, ahd_number *out)
{
    static const char *const to[] = {"الي", "to", NULL};
    const ahd_hit *last =
        ahd_spoken_is(doc, out->end, to)
            ? ahd_spoken_at(doc, out->end + 1, AHD_NUMBER_WORD_END)
            : NULL;

    if (last == NULL || last->extra != 0 || out->value < 2 ||
        (out->first > 0 && ahd_look_is(doc, out->first - 1, "من")))
        return;
    out->value = 1 - out->value;
    out->from = AHD_FROM_END;
    cover(doc, out->at.start, last->end, out);
}

/* «آخر معاقل» is the last, «مصدر آخر» another. */
static bool is_last_of(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *next = ahd_look_host(doc, token + 1);
    const ahd_segment *before =
        token > 0 ? ahd_look_host(doc, token - 1) : NULL;
    bool is_noun =
        next && (next->pos == AHD_POS_NOUN || next->pos == AHD_POS_NUM);
    bool is_after_noun =
        before && (before->pos == AHD_POS_NOUN || before->pos == AHD_POS_ADJ) &&
        !AHD_FEAT(before->feats, ARTICLE);

    return is_noun && !is_after_noun;
}

static bool is_relative(const ahd_doc *doc, const ahd_hit *hit)
{
    if (hit->end > hit->first + 1 || !ahd_spoken_is_arabic(doc, hit->first))
        return true;
    bool is_other =
        ahd_str_ends(doc->tokens.items[hit->first].form, AHD_STR("اخر"));
    bool article = hit->pro & AHD_PRO_AL;
    return is_other ? !article && is_last_of(doc, hit->first) : article;
}

/* «التالي», «قبل الأخير» */
static bool read_relative(const ahd_doc *doc, uint32_t token, ahd_number *out)
{
    const ahd_hit *hit = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_END);

    out->from = hit ? AHD_FROM_END : AHD_FROM_CURRENT;
    if (hit == NULL)
        hit = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_CURRENT);
    if (hit == NULL || !is_relative(doc, hit))
        return false;
    out->kind = AHD_NUMBER_ORDINAL;
    out->value = ahd_spoken_value(hit);
    cover(doc, ahd_spoken_start(doc, hit), hit->end, out);
    return true;
}

/* --------------------------------------------------------------- numbers */

/* واحد من الوزراء, «كلا الاثنين»: a pronoun, a weekday. */
static bool is_no_count(const ahd_doc *doc, const ahd_ratio *r)
{
    static const char *const of[] = {"من",  "منهم", "منها", "منهما", "منهن",
                                     "منه", "منا",  "منكم", "of",    NULL};
    static const char *const which[] = {"this",  "that", "which", "any",
                                        "every", "each", "the",   NULL};
    bool alone = r->count.words == 1 && !r->count.digits && !r->fraction;

    if (!alone || r->count.value > 2 || r->count.ordinal)
        return false;
    if (r->count.definite)
        return true;
    return r->count.value == 1 &&
           (ahd_spoken_is(doc, r->end, of) ||
            (r->count.first > 0 &&
             ahd_spoken_is(doc, r->count.first - 1, which)));
}

static bool read_number(const ahd_doc *doc, uint32_t token, ahd_number *out)
{
    ahd_ratio r;

    if (!ahd_ratio_read(doc, token, &r) || is_no_count(doc, &r))
        return false;
    bool ordinal = r.count.words > 0 && is_ordering(doc, &r.count);
    if (ordinal && is_no_ordinal(doc, &r.count))
        return false;
    out->kind = ordinal      ? AHD_NUMBER_ORDINAL
                : r.fraction ? AHD_NUMBER_FRACTION
                             : AHD_NUMBER_CARDINAL;
    out->value = r.value;
    cover(doc, r.start, r.end, out);
    if (r.count.digits && r.count.words == 1 && r.end == r.count.end)
        out->at = r.count.at;
    if (ordinal)
        turn_around(doc, out);
    return true;
}

/* «سالب خمسة» */
static bool read_minus(const ahd_doc *doc, uint32_t token, ahd_number *out)
{
    const ahd_hit *minus = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_MINUS);

    if (minus == NULL || !read_number(doc, minus->end, out) ||
        out->kind == AHD_NUMBER_ORDINAL)
        return false;
    out->value = -out->value;
    cover(doc, ahd_spoken_start(doc, minus), out->end, out);
    return true;
}

/* ------------------------------------------------------------ percentages */

/* The end of a sign or words of percent at `token`, or 0. */
static uint32_t percent_end(const ahd_doc *doc, uint32_t token)
{
    static const char *const signs[] = {"%", "٪", "％", NULL};
    const ahd_hit *words = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_PERCENT);
    const ahd_hit *hundred = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_HUNDRED);

    if (ahd_spoken_is(doc, token, signs))
        return token + 1;
    if (words && words->pro == 0)
        return words->end;
    return hundred && hundred->pro == (AHD_PRO_BI | AHD_PRO_AL) ? hundred->end
                                                                : 0;
}

static void add_percent(const ahd_doc *doc, ahd_number *out)
{
    uint32_t end =
        out->kind == AHD_NUMBER_ORDINAL ? 0 : percent_end(doc, out->end);

    if (end == 0)
        return;
    out->kind = AHD_NUMBER_PERCENT;
    cover(doc, out->at.start, end, out);
}

/* «بالمئة 10», "%10": typed from right to left. */
static bool read_percent_first(const ahd_doc *doc, uint32_t token,
                               ahd_number *out)
{
    uint32_t at = percent_end(doc, token);

    if (at == 0 || at >= doc->tokens.count ||
        doc->tokens.items[at].kind != AHD_TOKEN_NUMBER ||
        !read_number(doc, at, out) || percent_end(doc, out->end))
        return false;
    bool is_word = doc->tokens.items[token].kind == AHD_TOKEN_WORD;
    if ((doc->tokens.items[at].flags & AHD_TOKEN_SPACE_BEFORE) && !is_word)
        return false;
    out->kind = AHD_NUMBER_PERCENT;
    cover(doc, doc->tokens.items[token].at.start, out->end, out);
    return true;
}

/* «نسبة ٢١٠» */
static bool read_rate(const ahd_doc *doc, uint32_t token, ahd_number *out)
{
    const ahd_hit *rate = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_RATE);

    if (rate == NULL || !read_number(doc, rate->end, out) ||
        out->kind != AHD_NUMBER_CARDINAL || out->value > MOST_RATE ||
        percent_end(doc, out->end) || ahd_look_is(doc, out->end, "الي"))
        return false;
    out->kind = AHD_NUMBER_PERCENT;
    cover(doc, ahd_spoken_start(doc, rate), out->end, out);
    return true;
}

/* ----------------------------------------------------------------- the stage
 */

static bool read_any(const ahd_doc *doc, uint32_t token, ahd_number *out)
{
    static read_fn *const all[] = {read_relative, read_percent_first, read_rate,
                                   read_minus, read_number};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        *out = (ahd_number){.first = token,
                            .sentence = doc->tokens.items[token].sentence};
        if (all[i](doc, token, out)) {
            add_percent(doc, out);
            return true;
        }
    }
    return false;
}

/* More runs of digits in `token`, from byte `from` on: 192.168.1.2. Where they
 * end: what was refused is passed over whole. */
static size_t find_inside(ahd_doc *doc, uint32_t token, size_t from)
{
    const ahd_token *t = &doc->tokens.items[token];
    size_t end = ahd_span_end(t->at);
    ahd_numeral n;

    for (;;) {
        size_t at = ahd_numeral_find(doc->text, from, end);
        if (at == end)
            return from;
        bool is_number = ahd_numeral_read(doc->text, at, &n);
        from = ahd_span_end(n.at);
        if (is_number)
            *ahd_vec_push(doc->arena, &doc->numbers) =
                (ahd_number){.at = n.at,
                             .first = token,
                             .end = token + 1,
                             .sentence = t->sentence,
                             .value = n.value};
    }
}

/* «تشرين الثاني»: the month whose name `token` stands in, of two words. */
static bool is_in_month(const ahd_doc *doc, uint32_t token)
{
    static const ahd_time_word months[] = {AHD_TIME_WORD_MONTH,
                                           AHD_TIME_WORD_HIJRI_MONTH};

    for (size_t i = 0; token > 0 && i < sizeof months / sizeof *months; i++) {
        const ahd_hit *hit =
            ahd_look_hit_id(doc, token - 1, AHD_TERM_TIME, months[i]);
        if (hit && hit->end > token)
            return true;
    }
    return false;
}

/* The end of words at `token` that are no number; 0 when they may be one. */
static uint32_t skip(const ahd_doc *doc, uint32_t token)
{
    const ahd_hit *none = ahd_spoken_at(doc, token, AHD_NUMBER_WORD_NONE);

    if (none)
        return none->end;
    return is_in_month(doc, token) ? token + 1 : 0;
}

/* Nearly every token is none: only digits, signs of percent and words of the
 * table are looked at; none that digits are glued to: «5ملايين». */
static bool may_start(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];

    if (t->kind == AHD_TOKEN_NUMBER)
        return true;
    if (t->kind == AHD_TOKEN_PUNCT)
        return t->at.len <= 3 && percent_end(doc, token) != 0;
    bool is_glued = token > 0 && !(t->flags & AHD_TOKEN_SPACE_BEFORE) &&
                    t[-1].kind == AHD_TOKEN_NUMBER;
    return t->hits > 0 && !is_glued && !(t->flags & AHD_TOKEN_LINK) &&
           ahd_spoken_is_any(doc, token);
}

/* What starts at `token`, into the layer; the token after it. */
static uint32_t find_at(ahd_doc *doc, uint32_t token)
{
    uint32_t past = skip(doc, token);
    size_t from = doc->tokens.items[token].at.start;
    ahd_number number = {0};

    if (past)
        return past;
    past = token + 1;
    if (read_any(doc, token, &number)) {
        *ahd_vec_push(doc->arena, &doc->numbers) = number;
        past = number.end;
        from = ahd_span_end(number.at);
    }
    if (doc->tokens.items[past - 1].kind != AHD_TOKEN_NUMBER)
        return past;
    from = find_inside(doc, past - 1, from);
    while (past < doc->tokens.count && doc->tokens.items[past].at.start < from)
        past++;
    return past;
}

void ahd_numbers_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)kb;
    (void)scratch;
    for (uint32_t i = 0; i < doc->tokens.count;)
        i = may_start(doc, i) ? find_at(doc, i) : i + 1;
}
