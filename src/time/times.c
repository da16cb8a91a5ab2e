#include "time/times.h"

#include "doc/look.h"
#include "time/reckon.h"
#include "time/sound.h"
#include "time/syntax.h"

#include <string.h>

/* The kinds of expression; of two equally long the first is taken. */
static const struct {
    ahd_symbol part;
    ahd_time_kind kind;
} parts[] = {
    {AHD_SYM_MOMENT, AHD_TIME_MOMENT},    {AHD_SYM_POINT, AHD_TIME_POINT},
    {AHD_SYM_RANGE, AHD_TIME_PERIOD},     {AHD_SYM_SPAN, AHD_TIME_PERIOD},
    {AHD_SYM_LIMIT, AHD_TIME_LIMIT},      {AHD_SYM_ONE_END, AHD_TIME_OPEN},
    {AHD_SYM_CLOCK_TIME, AHD_TIME_CLOCK}, {AHD_SYM_RECURRING, AHD_TIME_SET},
    {AHD_SYM_INEXACT, AHD_TIME_VAGUE},    {AHD_SYM_LENGTH, AHD_TIME_DURATION},
};

/* ------------------------------------------------------ what is no time */

/* «صلاة الجمعة», «سوق السبت» */
static bool is_of_rite(const ahd_telling *w, uint32_t token)
{
    static const char *const rites[] = {"صلاه", "خطبه", "جمعه", "سوق",
                                        "منبر", "كلا",  NULL};

    return token > 0 && ahd_telling_is(w, token - 1, rites);
}

/* «في اليوم التالي», «اليوم العالمي»: a day, but not today. */
static bool is_other_day(const ahd_telling *w, uint32_t token, uint32_t end)
{
    static const char *const before[] = {"في", "وفي", "منذ", NULL};
    static const char *const after[] = {
        "الاول",   "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع",
        "الثامن",  "التاسع", "العاشر", "التالي", "الاخير", "الواحد", "الوطني",
        "العالمي", "الدولي", "نفسه",   "ذاته",   "السابق", "الذي",   NULL};

    if (!ahd_look_is(w->doc, end - 1, "اليوم"))
        return false;
    return (end == token + 1 && token > 0 &&
            ahd_telling_is(w, token - 1, before)) ||
           ahd_telling_is(w, end, after);
}

/* «في أمس الحاجة» */
static bool is_dire(const ahd_telling *w, uint32_t end)
{
    static const char *const need[] = {"الحاجه", NULL};

    return ahd_look_is(w->doc, end - 1, "امس") && ahd_telling_is(w, end, need);
}

/* «قبل أيام من الانتخابات»: before an event. */
static bool is_of_event(const ahd_telling *w, uint32_t token, uint32_t end)
{
    static const char *const from[] = {"من", "علي", "of", "after", NULL};

    return end > token + 1 && ahd_telling_is(w, end, from);
}

/* One of these words, with و, ب or ل or without. */
static bool is_joined(const ahd_telling *w, uint32_t token,
                      const char *const *list)
{
    static const char *const joined[] = {"و", "ب", "ل", NULL};
    ahd_str form = ahd_telling_token(w, token)->form;

    for (; *list; list++) {
        ahd_str word = ahd_str_from(*list);
        if (ahd_str_eq(form, word))
            return true;
        for (const char *const *pro = joined; *pro; pro++)
            if (ahd_str_starts(form, ahd_str_from(*pro)) &&
                form.len == strlen(*pro) + word.len && ahd_str_ends(form, word))
                return true;
    }
    return false;
}

/* «ثورة 23 يوليو», «قوى 14 آذار», «هجمات 11 سبتمبر»: names, unless the year is
 * said. */
static bool is_name(const ahd_telling *w, const ahd_said *said, uint32_t token,
                    uint32_t end)
{
    static const char *const before[] = {
        "ثوره",    "قوي",     "فريق",       "تحالف",    "وزراء",
        "انقلاب",  "حركه",    "هجمات",      "اعتداءات", "احداث",
        "تفجيرات", "انتفاضه", "revolution", NULL};
    static const char *const after[] = {"attacks", "movement", "revolution",
                                        NULL};

    if (said->form != AHD_SAID_DATE || said->year != AHD_UNSAID)
        return false;
    return (token > 0 && is_joined(w, token - 1, before)) ||
           ahd_telling_is(w, end, after);
}

static bool is_time(const ahd_telling *w, const ahd_said *said, uint32_t token,
                    uint32_t end)
{
    if (is_name(w, said, token, end))
        return false;
    if (said->form == AHD_SAID_WEEKDAY)
        return !is_of_rite(w, token);
    if (said->form == AHD_SAID_DAY || said->form == AHD_SAID_MOMENT)
        return !is_other_day(w, token, end) && !is_dire(w, end);
    if (said->form == AHD_SAID_VAGUE)
        return !is_of_event(w, token, end);
    return true;
}

/* ----------------------------------------------------------- one expression */

typedef struct found {
    uint32_t end;
    uint16_t node;
    ahd_time_kind kind;
} found;

static found read_at(ahd_telling *w, uint32_t token, uint32_t limit)
{
    found best = {0, 0, AHD_TIME_KINDS};

    ahd_syntax_start(w, token, limit);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        uint16_t node;
        uint32_t end = ahd_syntax_read(w, parts[i].part, token, &node);
        if (end != AHD_MISS && end > best.end &&
            is_time(w, &w->node[node], token, end))
            best = (found){end, node, parts[i].kind};
    }
    return best;
}

/* The parts of an expression, one after the other; where `node` came to. */
static uint16_t copy_parts(ahd_doc *doc, const ahd_telling *w, uint16_t node,
                           uint32_t row)
{
    if (node == 0)
        return 0;
    uint32_t at = doc->said.count;
    *ahd_vec_push(doc->arena, &doc->said) = w->node[node];
    uint16_t a = copy_parts(doc, w, w->node[node].a, row);
    uint16_t b = copy_parts(doc, w, w->node[node].b, row);
    uint16_t c = copy_parts(doc, w, w->node[node].c, row);
    doc->said.items[at].a = a;
    doc->said.items[at].b = b;
    doc->said.items[at].c = c;
    return (uint16_t)(at - row);
}

/* The part that says which day a moment or the half of a month is of. */
static const ahd_said *core(const ahd_said *row)
{
    const ahd_said *s = &row[1];

    for (int i = 0; i < 3; i++) {
        bool wraps = s->form == AHD_SAID_MOMENT || s->form == AHD_SAID_PART ||
                     s->form == AHD_SAID_REST || s->form == AHD_SAID_RANGE;
        uint16_t next = row[s->a].form == AHD_SAID_CLOCK ? s->b : s->a;
        if (!wraps || next == 0)
            break;
        s = &row[next];
    }
    return s;
}

static void describe(ahd_time *t, const ahd_said *row)
{
    const ahd_said *s = core(row);
    bool counted = s->form == AHD_SAID_DAY || s->form == AHD_SAID_UNIT ||
                   s->form == AHD_SAID_COUNTED || s->form == AHD_SAID_AWAY ||
                   s->form == AHD_SAID_MOMENT;
    int8_t shift = s->shift == AHD_UNSAID ? 0 : s->shift;

    t->weekday = s->weekday == AHD_UNSAID ? -1 : s->weekday;
    t->relative = counted;
    t->ahead = counted ? (int8_t)((shift > 0) - (shift < 0)) : 0;
    if (s->form == AHD_SAID_AWAY && shift > 0)
        t->ahead = 0; /* after an event, perhaps */
    t->vague = t->kind == AHD_TIME_VAGUE ? shift : 0;
    int grain = ahd_sound_grain(s);
    t->grain = (uint8_t)(grain >= 0 ? grain : AHD_GRAIN_DAY);
}

static void keep(ahd_doc *doc, const ahd_telling *w, const found *f,
                 uint32_t sentence)
{
    const ahd_anchor nowhere = {AHD_NO_DAY, 0, AHD_TOWARD_NEAR_PAST, false};
    ahd_time t = {.kind = (uint8_t)f->kind, .sentence = sentence, .second = -1};

    t.first = w->start;
    t.end = f->end;
    t.at = ahd_telling_span(w, t.end);
    t.said = doc->said.count;
    *ahd_vec_push(doc->arena, &doc->said) = w->node[0];
    copy_parts(doc, w, f->node, t.said);
    const ahd_said *row = &doc->said.items[t.said];
    describe(&t, row);
    ahd_reckoned r = ahd_reckon(row, 1, &nowhere);
    t.from = r.from;
    t.to = r.to;
    t.full = r.from != AHD_NO_DAY;
    *ahd_vec_push(doc->arena, &doc->times) = t;
}

/* ------------------------------------------------------------- all of them */

static bool is_timely(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];

    if (t->kind == AHD_TOKEN_NUMBER)
        return true;
    for (uint32_t i = 0; i < t->hits; i++)
        if (doc->hits.items[t->first_hit + i].kind == AHD_TERM_TIME)
            return true;
    return false;
}

/* Words that may be an expression by themselves. */
static bool is_alone(uint64_t mask)
{
    const uint64_t words =
        1ull << AHD_TIME_WORD_WEEKDAY | 1ull << AHD_TIME_WORD_MONTH |
        1ull << AHD_TIME_WORD_DAY_OFFSET | 1ull << AHD_TIME_WORD_NOW |
        1ull << AHD_TIME_WORD_VAGUE | 1ull << AHD_TIME_WORD_RATE |
        1ull << AHD_TIME_WORD_HOLIDAY | 1ull << AHD_TIME_WORD_DECADE |
        1ull << AHD_TIME_WORD_UNIT | 1ull << AHD_TIME_WORD_HIJRI_MONTH;

    return (mask & words) != 0;
}

/* 2020, 4.5.2020, 12:30 */
static bool is_long_number(const ahd_token *t)
{
    return t->kind == AHD_TOKEN_NUMBER && t->form.len >= 4;
}

/* Every expression begins with a word of time or a number; most with two, or
 * with a preposition between them. */
static bool may_begin(ahd_telling *w, uint32_t token, uint32_t limit)
{
    const ahd_doc *doc = w->doc;
    const ahd_token *t = &doc->tokens.items[token];
    bool timely = is_timely(doc, token);
    bool soon = (token + 1 < limit && is_timely(doc, token + 1)) ||
                (timely && token + 2 < limit && is_timely(doc, token + 2));

    if (!timely && (!soon || t->form.len > 10))
        return false;
    w->limit = limit;
    return soon || is_long_number(t) || is_alone(ahd_telling_mask(w, token));
}

/* A full stop after a number or an abbreviated month may end no sentence:
 * "16. Nov. 2016". Then the next may be read as well. */
static uint32_t limit_of(const ahd_doc *doc, uint32_t sentence)
{
    const ahd_sentence *s = &doc->sentences.items[sentence];

    if (sentence + 1 >= doc->sentences.count || s->end < s->first + 2 ||
        s[1].first != s->end || !ahd_look_is(doc, s->end - 1, "."))
        return s->end;
    const ahd_token *t = &doc->tokens.items[s->end - 2];
    bool open =
        (t->kind == AHD_TOKEN_NUMBER && t->form.len <= 2) ||
        ahd_look_hit_id(doc, s->end - 2, AHD_TERM_TIME, AHD_TIME_WORD_MONTH);
    const ahd_token *next = &doc->tokens.items[s->end];
    return open && !(next->flags & AHD_TOKEN_LINE_BEFORE) ? s[1].end : s->end;
}

void ahd_time_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_telling *w = ahd_new(scratch, ahd_telling, 1);
    uint32_t token = 0;

    (void)kb;
    ahd_telling_init(w, doc, false);
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *s = &doc->sentences.items[i];
        uint32_t limit = limit_of(doc, i);
        token = token > s->first ? token : s->first;
        while (token < s->end) {
            found f = {0, 0, AHD_TIME_KINDS};
            if (may_begin(w, token, limit))
                f = read_at(w, token, limit);
            if (f.end)
                keep(doc, w, &f, i);
            token = f.end ? f.end : token + 1;
        }
    }
}
