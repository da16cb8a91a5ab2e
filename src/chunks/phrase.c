#include "chunks/phrase.h"

/* An Arabic phrase as far as it is read. After «ثلاثة», «كل», «هذا» it awaits
 * the noun that will be its head; after a noun without article or ending it is
 * open for a genitive. */
typedef struct phrase {
    const ahd_strand *s;
    ahd_chunk *chunk;
    uint32_t last; /* the last segment taken */
    bool awaits, open;
    bool definite;      /* some word of it is */
    bool ends_definite; /* its last noun is */
    bool pointed;       /* what it awaits needs an article: هذا */
} phrase;

static bool is_bare(ahd_duty u)
{
    return (u.is & (AHD_DUTY_ARTICLE | AHD_DUTY_ACCUSATIVE | AHD_DUTY_NUN)) ==
           0;
}

/* «أمس» has no genitive. */
static bool is_yesterday(const ahd_strand *s, uint32_t at)
{
    return s->duty[at].classes & AHD_GRAMMAR_DAY &&
           (ahd_strand_is(s, at, "أمس") || ahd_strand_is(s, at, "امس") ||
            ahd_strand_is(s, at, "غدا"));
}

static bool take(phrase *p, uint32_t at)
{
    p->last = at;
    p->chunk->end = at + 1;
    return true;
}

static void become_head(phrase *p, uint32_t at)
{
    p->chunk->head = at;
    p->awaits = p->pointed = false;
}

static void be_genitive(phrase *p, uint32_t at)
{
    if (p->chunk->genitive == AHD_NONE)
        p->chunk->genitive = at;
}

/* «اليوم الاثنين», «أمس السبت» */
static bool are_times(ahd_duty last, ahd_duty u)
{
    return last.classes & AHD_GRAMMAR_TIME && u.classes & AHD_GRAMMAR_DAY &&
           u.is & AHD_DUTY_ARTICLE;
}

/* «الرأي العام», but «الوزير العام الماضي»: public, not a year. */
static bool is_public(const ahd_strand *s, uint32_t at)
{
    static const char *const years[] = {"الماضي", "المقبل",  "الجاري", "الحالي",
                                        "القادم", "المنصرم", "الفائت", "نفسه"};

    if (!(s->duty[at].classes & AHD_GRAMMAR_TIME) ||
        !(s->duty[at - 1].is & AHD_DUTY_ARTICLE) ||
        !ahd_strand_is(s, at, "العام"))
        return false;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        if (ahd_strand_is(s, at + 1, years[i]))
            return false;
    return true;
}

/* «باراك أوباما», «أبو مرزوق», «السلطان قابوس»; «رفيعة المستوى» */
static bool goes_on(const phrase *p, ahd_duty last, ahd_duty u, uint32_t at)
{
    bool proper = ahd_strand_segment(p->s, at)->pos == AHD_POS_PROPN;
    bool name = u.is & AHD_DUTY_NAME, article = u.is & AHD_DUTY_ARTICLE;

    if (last.is & AHD_DUTY_NAME)
        return name || proper || last.classes & AHD_GRAMMAR_KUNYA;
    return (last.kind == AHD_DUTY_ADJECTIVE && is_bare(last) && article &&
            u.classes & AHD_GRAMMAR_MEASURE) ||
           are_times(last, u);
}

static bool take_noun(phrase *p, uint32_t at)
{
    ahd_duty u = p->s->duty[at], last = p->s->duty[p->last];
    bool name = u.is & AHD_DUTY_NAME, article = u.is & AHD_DUTY_ARTICLE;

    bool counted = last.kind == AHD_DUTY_NUMBER && u.is & AHD_DUTY_ACCUSATIVE;

    if (p->awaits && p->pointed && !article && !name)
        return false;
    if (u.classes & AHD_GRAMMAR_DAY && article && !p->awaits &&
        !(last.classes & AHD_GRAMMAR_TIME)) /* «جنود | اليوم» */
        return false;
    if (p->awaits)
        become_head(p, at);
    else if (counted || (p->open && !(u.is & AHD_DUTY_ACCUSATIVE)))
        be_genitive(p, at);
    else if (!goes_on(p, last, u, at) && !is_public(p->s, at))
        return false;
    p->open = is_bare(u) && !name && !is_yesterday(p->s, at);
    p->ends_definite = article || name;
    p->definite |= p->ends_definite;
    return take(p, at);
}

/* «مدى أربعة شهور», but «عام 2015» */
static bool is_word(const ahd_strand *s, uint32_t at)
{
    ahd_str form = ahd_doc_words(s->doc, ahd_strand_segment(s, at)->at);

    return form.len > 0 && (unsigned char)form.ptr[0] >> 2 == 0xD8 >> 2 &&
           ahd_strand_segment(s, at)->pos == AHD_POS_NUM &&
           !((unsigned char)form.ptr[0] == 0xD9 &&
             (unsigned char)form.ptr[1] >= 0xA0 &&
             (unsigned char)form.ptr[1] <= 0xA9);
}

static bool take_number(phrase *p, uint32_t at)
{
    ahd_duty last = p->s->duty[p->last];
    ahd_duty next = ahd_strand_duty(p->s, at + 1);

    /* «القرار 1701», but «أطلقت الحركة | 50 أسيرا» */
    if (last.is & AHD_DUTY_ARTICLE && !(next.is & AHD_DUTY_ARTICLE) &&
        (next.kind == AHD_DUTY_NOUN || next.is & AHD_DUTY_ACCUSATIVE))
        return false;
    if (last.kind != AHD_DUTY_NOUN && last.kind != AHD_DUTY_NUMBER &&
        !p->open && !p->awaits)
        return false;
    if (p->awaits && last.kind == AHD_DUTY_DETERMINER)
        p->chunk->head = at;
    if (p->open && last.kind == AHD_DUTY_NOUN)
        be_genitive(p, at);
    p->open = p->open && (last.kind == AHD_DUTY_NUMBER || is_word(p->s, at));
    return take(p, at);
}

/* «رفضت الجماعة ذلك»: it follows its noun more seldom than «هذا» does. */
static bool is_far(const ahd_strand *s, uint32_t at)
{
    ahd_str form = ahd_doc_words(s->doc, ahd_strand_segment(s, at)->at);

    return ahd_str_eq(form, AHD_STR("ذلك")) || ahd_str_eq(form, AHD_STR("تلك"));
}

/* «هذا الاتفاق», «توقيع هذا الاتفاق», «الاتفاق هذا»; هو joins nothing. */
static bool take_pronoun(phrase *p, uint32_t at)
{
    ahd_duty u = p->s->duty[at], last = p->s->duty[p->last];

    if (u.is & AHD_DUTY_ENCLITIC) {
        if (last.kind != AHD_DUTY_NOUN && last.kind != AHD_DUTY_ADJECTIVE &&
            last.kind != AHD_DUTY_DETERMINER)
            return false;
        be_genitive(p, at);
        p->open = p->awaits = false;
        p->definite = p->ends_definite = true;
        return take(p, at);
    }
    if (!(u.classes & AHD_GRAMMAR_THIS))
        return false;
    if (p->open || (p->awaits && !p->pointed)) {
        /* «توقيع هذا» may end here, else the genitive is its noun. */
        bool goes_on = ahd_strand_duty(p->s, at + 1).is & AHD_DUTY_ARTICLE;
        if (!goes_on)
            be_genitive(p, at);
        p->open = goes_on;
        p->awaits &= goes_on;
        p->definite = p->ends_definite = true;
        return take(p, at);
    }
    return last.is & AHD_DUTY_ARTICLE && last.kind == AHD_DUTY_NOUN &&
           !is_far(p->s, at) &&
           !(ahd_strand_duty(p->s, at + 1).is & AHD_DUTY_ARTICLE) &&
           take(p, at);
}

static bool take_determiner(phrase *p, uint32_t at)
{
    if (!p->open && !p->awaits)
        return false;
    p->open = true;
    return take(p, at);
}

/* «أكبر دولة», «ثاني أكبر مدينة»: an adjective that a noun follows is a noun
 * itself. */
static bool is_nominal(const ahd_strand *s, uint32_t at)
{
    ahd_duty u = s->duty[at], next = ahd_strand_duty(s, at + 1);

    return is_bare(u) && next.kind == AHD_DUTY_NOUN &&
           !(next.is & (AHD_DUTY_ACCUSATIVE | AHD_DUTY_NAME)) &&
           AHD_FEAT(ahd_strand_segment(s, at)->feats, GENDER) != AHD_FEMININE;
}

static bool take_adjective(phrase *p, uint32_t at)
{
    ahd_duty u = p->s->duty[at];
    bool article = u.is & AHD_DUTY_ARTICLE;

    if (p->awaits || (p->open && is_nominal(p->s, at))) {
        if (p->awaits)
            become_head(p, at);
        else
            be_genitive(p, at);
        p->open = is_bare(u);
        p->ends_definite |= article;
        return take(p, at);
    }
    if (p->open && article && !p->ends_definite) {
        /* «وزير الخارجية»: no adjective of a noun without article */
        be_genitive(p, at);
        p->open = false;
        p->definite = p->ends_definite = true;
        return take(p, at);
    }
    if (article ? !p->definite : p->ends_definite)
        return false;
    p->open = false;
    return take(p, at);
}

/* «وزيرا سابقا»: an adjective in spite of its tag */
static bool take_adverb(phrase *p, uint32_t at)
{
    ahd_duty last = p->s->duty[p->last];

    return last.kind == AHD_DUTY_NOUN && last.is & AHD_DUTY_ACCUSATIVE &&
           p->s->duty[at].is & AHD_DUTY_ACCUSATIVE && take(p, at);
}

/* «هذه "العملية"» */
static bool take_quote(phrase *p, uint32_t at)
{
    return p->awaits && p->pointed && p->s->duty[at].is & AHD_DUTY_QUOTE &&
           ahd_strand_duty(p->s, at + 1).is & AHD_DUTY_ARTICLE && take(p, at);
}

/* «الزراعية والصناعية», «خمسة وعشرون» */
static bool take_and(phrase *p, uint32_t at)
{
    ahd_duty last = p->s->duty[p->last];
    ahd_duty next = ahd_strand_duty(p->s, at + 1);
    bool both = last.kind == next.kind && (last.kind == AHD_DUTY_ADJECTIVE ||
                                           last.kind == AHD_DUTY_NUMBER);

    if (!both || (last.is ^ next.is) & AHD_DUTY_ARTICLE)
        return false;
    take(p, at);
    return take(p, at + 1);
}

typedef bool taker(phrase *p, uint32_t at);

static taker *const arabic[AHD_DUTY_KINDS] = {
    [AHD_DUTY_NOUN] = take_noun,       [AHD_DUTY_NUMBER] = take_number,
    [AHD_DUTY_PRONOUN] = take_pronoun, [AHD_DUTY_DETERMINER] = take_determiner,
    [AHD_DUTY_PUNCT] = take_quote,     [AHD_DUTY_ADJECTIVE] = take_adjective,
    [AHD_DUTY_ADVERB] = take_adverb,   [AHD_DUTY_AND] = take_and,
};

static uint32_t read_arabic(const ahd_strand *s, uint32_t at, ahd_chunk *chunk)
{
    ahd_duty u = s->duty[at];
    bool noun = u.kind == AHD_DUTY_NOUN;
    bool article = u.is & AHD_DUTY_ARTICLE, name = u.is & AHD_DUTY_NAME;
    uint32_t next =
        at + 1 + (ahd_strand_duty(s, at + 1).is & AHD_DUTY_QUOTE ? 1 : 0);
    bool this = u.kind == AHD_DUTY_PRONOUN && u.classes & AHD_GRAMMAR_THIS &&
                ahd_strand_duty(s, next).is & AHD_DUTY_ARTICLE;
    phrase p = {.s = s,
                .chunk = chunk,
                .last = at,
                .pointed = this,
                .awaits = this || u.kind == AHD_DUTY_NUMBER ||
                          u.kind == AHD_DUTY_DETERMINER ||
                          u.kind == AHD_DUTY_ADVERB};

    p.open = p.awaits ? u.kind == AHD_DUTY_NUMBER
                      : (noun && is_bare(u) && !name && !is_yesterday(s, at)) ||
                            (u.kind == AHD_DUTY_ADJECTIVE && is_nominal(s, at));
    p.definite = p.ends_definite =
        article || name || u.kind == AHD_DUTY_PRONOUN;
    while (p.last + 1 < s->end) {
        taker *take_next = arabic[s->duty[p.last + 1].kind];
        if (take_next == NULL || !take_next(&p, p.last + 1))
            break;
    }
    return p.ends_definite ? AHD_JOINT_DEFINITE : 0;
}

/* English: the last noun of the run is the head; "'s" makes what stands before
 * it a genitive. "the signed deal": a participle between article and noun. */
static bool is_run(const ahd_strand *s, uint32_t first, uint32_t at)
{
    ahd_duty u = s->duty[at], next = ahd_strand_duty(s, at + 1);
    bool noun_next =
        next.kind == AHD_DUTY_NOUN || next.kind == AHD_DUTY_ADJECTIVE;

    switch (u.kind) {
    case AHD_DUTY_NOUN:
    case AHD_DUTY_NUMBER:
    case AHD_DUTY_ADJECTIVE:
        return true;
    case AHD_DUTY_DETERMINER:
        return at == first || s->duty[at - 1].kind == AHD_DUTY_DETERMINER;
    case AHD_DUTY_ADVERB: /* "the very first", "the only way" */
        return at > first &&
               (next.kind == AHD_DUTY_ADJECTIVE ||
                (noun_next && s->duty[at - 1].kind == AHD_DUTY_DETERMINER));
    case AHD_DUTY_PUNCT: /* 'the "new" deal' */
        return at > first && u.is & AHD_DUTY_QUOTE && noun_next &&
               s->duty[at - 1].kind == AHD_DUTY_DETERMINER;
    case AHD_DUTY_VERB:
        return at > first && noun_next &&
               (s->duty[at - 1].kind == AHD_DUTY_DETERMINER ||
                s->duty[at - 1].kind == AHD_DUTY_ADJECTIVE ||
                s->duty[at - 1].is & AHD_DUTY_GENITIVE);
    case AHD_DUTY_AND:
        return at > first && s->duty[at - 1].kind == AHD_DUTY_ADJECTIVE &&
               next.kind == AHD_DUTY_ADJECTIVE;
    default:
        return (u.is & AHD_DUTY_GENITIVE) != 0;
    }
}

static bool is_noun(ahd_duty u)
{
    return u.kind == AHD_DUTY_NOUN || u.kind == AHD_DUTY_NUMBER;
}

/* A new phrase begins at a determiner, and at a time: "a deal | Monday". */
static bool is_broken(const ahd_strand *s, const ahd_chunk *c)
{
    ahd_duty u = s->duty[c->end];

    return is_noun(s->duty[c->end - 1]) && u.classes & AHD_GRAMMAR_TIME &&
           !(s->duty[c->end - 1].classes & AHD_GRAMMAR_TIME) &&
           !is_noun(ahd_strand_duty(s, c->end + 1)) &&
           s->duty[c->end - 1].kind != AHD_DUTY_NUMBER;
}

static uint32_t read_english(const ahd_strand *s, uint32_t at, ahd_chunk *c)
{
    if (s->duty[at].kind == AHD_DUTY_PRONOUN &&
        AHD_FEAT(ahd_strand_segment(s, at)->feats, CASE) != AHD_GENITIVE)
        return AHD_JOINT_DEFINITE;
    while (c->end < s->end && is_run(s, at, c->end) && !is_broken(s, c)) {
        ahd_duty u = s->duty[c->end];
        if (u.is & AHD_DUTY_GENITIVE)
            c->genitive = c->head;
        else if (is_noun(u))
            c->head = c->end;
        c->end++;
    }
    if (s->duty[at].kind == AHD_DUTY_PRONOUN && c->head != at)
        c->genitive = at;
    return AHD_JOINT_DEFINITE;
}

bool ahd_phrase_starts(const ahd_strand *s, uint32_t at)
{
    ahd_duty u = s->duty[at];

    switch (u.kind) {
    case AHD_DUTY_NOUN:
    case AHD_DUTY_NUMBER:
    case AHD_DUTY_PRONOUN:
    case AHD_DUTY_DETERMINER:
        return true;
    case AHD_DUTY_ADVERB: /* «نحو أربعين» */
        return ahd_strand_duty(s, at + 1).kind == AHD_DUTY_NUMBER;
    case AHD_DUTY_ADJECTIVE:
        return s->arabic ? u.is & AHD_DUTY_ARTICLE || is_nominal(s, at)
                         : is_noun(ahd_strand_duty(s, at + 1)) ||
                               ahd_strand_duty(s, at + 1).kind ==
                                   AHD_DUTY_ADJECTIVE || /* "many who know" */
                               ahd_strand_duty(s, at + 1).classes &
                                   AHD_GRAMMAR_RELATIVE;
    default:
        return false;
    }
}

uint32_t ahd_phrase_read(const ahd_strand *s, uint32_t at, ahd_chunk *out)
{
    out->first = out->head = at;
    out->end = at + 1;
    out->genitive = AHD_NONE;
    return s->arabic ? read_arabic(s, at, out) : read_english(s, at, out);
}
