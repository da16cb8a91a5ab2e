#include "agreements/agreements.h"

#include "doc/look.h"

/* A noun phrase longer than this is no longer how one cites an agreement. */
enum { LONGEST = 12, ADJECTIVES = 3 };

typedef struct phrase {
    const ahd_kb *kb;
    const ahd_doc *doc;
    uint32_t end, limit; /* tokens: what was taken so far; the sentence's end */
    bool definite, closed;
    bool fresh; /* indefinite, though words with the article follow */
} phrase;

static bool is_class(const phrase *p, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(p->doc, token, AHD_TERM_CLASS, class) != NULL;
}

static bool is_name_kind(uint8_t kind)
{
    return kind == AHD_MENTION_STATE || kind == AHD_MENTION_PLACE ||
           kind == AHD_MENTION_ORGANISATION || kind == AHD_MENTION_GROUP;
}

/* A finite verb that cannot be a noun of the phrase. */
static bool is_finite(const phrase *p, uint32_t token)
{
    const ahd_token *t = &p->doc->tokens.items[token];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &p->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_VERB && hit->end == token + 1 &&
            (hit->extra == AHD_FORM_MASDAR || hit->extra == AHD_FORM_PATIENT))
            return false;
    }
    const ahd_hit *verb = ahd_look_hit(p->doc, token, AHD_TERM_VERB);
    return verb && verb->extra <= AHD_FORM_PRESENT &&
           !(verb->pro & (AHD_PRO_BI | AHD_PRO_KA));
}

/* A name in the phrase, without preposition: "اتفاق الدوحة". */
static bool take_name(phrase *p)
{
    uint32_t m = ahd_look_mention_at(p->doc, p->end);

    if (m == AHD_NONE)
        return false;
    const ahd_mention *mention = &p->doc->mentions.items[m];
    if (mention->first != p->end || !is_name_kind(mention->kind) ||
        ahd_look_has_pro(p->doc, p->end,
                         AHD_PRO_BI | AHD_PRO_LI | AHD_PRO_WA | AHD_PRO_FA))
        return false;
    p->end = mention->end < p->limit ? mention->end : p->limit;
    p->definite = true;
    return true;
}

/* "بين قطر وحكومة الوفاق": names joined by "and" after a preposition. */
static bool take_between(phrase *p)
{
    if (!is_class(p, p->end, AHD_CLASS_BETWEEN) &&
        !is_class(p, p->end, AHD_CLASS_WITH))
        return false;
    uint32_t before = p->end++;
    uint32_t m = ahd_look_mention_at(p->doc, p->end);
    if (m == AHD_NONE || p->doc->mentions.items[m].first != p->end) {
        p->end = before;
        return false;
    }
    p->end = p->doc->mentions.items[m].end;
    m++;
    while (m < p->doc->mentions.count) {
        const ahd_mention *next = &p->doc->mentions.items[m];
        bool joined = next->first == p->end &&
                      ahd_look_has_pro(p->doc, next->first, AHD_PRO_WA);
        bool apart =
            next->first == p->end + 1 && is_class(p, p->end, AHD_CLASS_AND);
        if ((!joined && !apart) || next->end > p->limit)
            break;
        p->end = next->end;
        m++;
    }
    p->closed = true;
    return true;
}

/* "مذكرة تفاهم في مجال التعاون الأمني": its field is part of its name. */
static bool take_field(phrase *p)
{
    if (!ahd_look_is(p->doc, p->end, "في") ||
        !ahd_look_is(p->doc, p->end + 1, "مجال") || p->end + 3 > p->limit)
        return false;
    p->end += 2;
    p->fresh = !p->definite;
    p->definite = true;
    return true;
}

/* "2216", "رقم 2216". */
static bool take_number(phrase *p)
{
    uint32_t i = p->end;

    if (ahd_look_is(p->doc, i, "رقم") || ahd_look_is(p->doc, i, "no"))
        i++;
    if (i >= p->limit || p->doc->tokens.items[i].kind != AHD_TOKEN_NUMBER)
        return false;
    if (p->doc->tokens.items[i].form.len < 3)
        return false;
    p->end = i + 1;
    p->definite = true;
    return true;
}

static bool is_plain_word(const phrase *p, uint32_t token)
{
    return p->doc->tokens.items[token].kind == AHD_TOKEN_WORD &&
           !ahd_look_hit(p->doc, token, AHD_TERM_CLASS) &&
           !ahd_look_hit(p->doc, token, AHD_TERM_TIME) &&
           !ahd_look_hit(p->doc, token, AHD_TERM_CUE) && !is_finite(p, token);
}

/* An adjective or the next noun of an idafa. After a definite word both carry
 * the article; after an indefinite one, neither. */
static bool take_word(phrase *p)
{
    const uint16_t others = AHD_PRO_WA | AHD_PRO_FA | AHD_PRO_BI | AHD_PRO_LI;
    const ahd_token *t = &p->doc->tokens.items[p->end];

    if (!is_plain_word(p, p->end) || !(t->flags & AHD_TOKEN_ARABIC))
        return false;
    bool article = ahd_look_has_pro(p->doc, p->end, AHD_PRO_AL);
    if (!article && (p->definite || ahd_look_has_pro(p->doc, p->end, others)))
        return false;
    uint32_t m = ahd_look_mention_at(p->doc, p->end);
    if (m != AHD_NONE && p->doc->mentions.items[m].kind <= AHD_MENTION_PERSON)
        return false;
    p->end++;
    p->definite = p->definite || article;
    return true;
}

static void grow(phrase *p, uint32_t first)
{
    int words = 0;

    while (p->end < p->limit && p->end - first < LONGEST && !p->closed) {
        if (take_number(p) || take_name(p) || take_between(p) || take_field(p))
            continue;
        if (words++ == ADJECTIVES || !take_word(p))
            break;
    }
}

/* English puts its adjectives and names before: "the Geneva ceasefire
 * agreement". Takes capitalised words to the left. */
static uint32_t grow_left(const phrase *p, uint32_t first, uint32_t start)
{
    while (first > start) {
        const ahd_token *t = &p->doc->tokens.items[first - 1];
        if (!(t->flags & AHD_TOKEN_CAPITAL) || t->kind != AHD_TOKEN_WORD ||
            ahd_look_hit(p->doc, first - 1, AHD_TERM_CLASS))
            break;
        first--;
    }
    return first;
}

static void add_candidates(ahd_doc *doc, ahd_agreement_ref *ref,
                           const ahd_hit *name)
{
    const ahd_token *t = &doc->tokens.items[name->first];

    for (uint32_t i = 0; i < t->hits && ref->others < AHD_OTHERS; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_AGREEMENT && hit->end == name->end)
            ref->other[ref->others++] = (ahd_candidate){hit->id, 0.0f};
    }
}

static ahd_agreement_ref *add_ref(ahd_doc *doc, uint32_t first, uint32_t end)
{
    ahd_agreement_ref *ref = ahd_vec_push(doc->arena, &doc->agreements);

    ref->first = first;
    ref->end = end;
    ref->head = first;
    ref->sentence = doc->tokens.items[first].sentence;
    ref->at = ahd_look_span(doc, first, end);
    ref->noun = ref->id = ref->found = ref->fullest = AHD_NONE;
    return ref;
}

static uint32_t add_named(ahd_doc *doc, const ahd_hit *name,
                          const ahd_hit *noun)
{
    ahd_agreement_ref *ref = add_ref(doc, name->first, name->end);

    ref->noun = noun ? noun->id : AHD_NONE;
    ref->how = AHD_HOW_NAMED;
    ref->definite = 1;
    add_candidates(doc, ref, name);
    return name->end;
}

/* «اتفاقات», «قرارات»: no one agreement. */
static bool is_plural(const ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_token *t = &doc->tokens.items[noun->first];

    if (t->flags & AHD_TOKEN_ARABIC)
        return ahd_str_ends(t->form, AHD_STR("ات")) &&
               noun->id != AHD_NOUN_TALKS;
    return ahd_str_ends(doc->tokens.items[noun->end - 1].form, AHD_STR("s"));
}

static uint32_t add_noun(const ahd_kb *kb, ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_sentence *s =
        &doc->sentences.items[doc->tokens.items[noun->first].sentence];
    phrase p = {.kb = kb, .doc = doc, .end = noun->end, .limit = s->end};
    uint32_t first = noun->first;

    p.definite = noun->pro & AHD_PRO_AL || noun->suffix;
    if (doc->tokens.items[first].flags & AHD_TOKEN_ARABIC)
        grow(&p, first);
    else {
        uint32_t start = s->first;
        if (doc->agreements.count > 0 &&
            doc->agreements.items[doc->agreements.count - 1].end > start)
            start = doc->agreements.items[doc->agreements.count - 1].end;
        first = grow_left(&p, first, start);
        p.definite = first < noun->first || ahd_look_is(doc, first - 1, "the");
        take_number(&p);
        take_between(&p);
    }
    ahd_agreement_ref *ref = add_ref(doc, first, p.end);
    ref->head = noun->first;
    ref->noun = noun->id;
    ref->definite = p.definite && !p.fresh;
    ref->plural = is_plural(doc, noun);
    ref->how = p.end - first > noun->end - noun->first ? AHD_HOW_DESCRIBED
                                                       : AHD_HOW_ANAPHOR;
    return p.end;
}

/* «تم الاتفاق على …» tells that they agreed; it names no agreement. */
static bool is_light_masdar(const ahd_doc *doc, uint32_t token)
{
    if (token == 0 ||
        !ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_LIGHT))
        return false;
    const ahd_hit *trigger = ahd_look_hit(doc, token - 1, AHD_TERM_RULE);
    return trigger && trigger->end > token;
}

/* The end of the mention that begins or is added at `token`; token + 1 when
 * there is none. */
static uint32_t look_at(const ahd_kb *kb, ahd_doc *doc, uint32_t token)
{
    const ahd_hit *name = ahd_look_hit(doc, token, AHD_TERM_AGREEMENT);
    const ahd_hit *noun = ahd_look_hit(doc, token, AHD_TERM_AGREEMENT_NOUN);

    if (name && (noun == NULL || name->end >= noun->end))
        return add_named(doc, name, noun);
    if (noun == NULL || is_light_masdar(doc, token))
        return token + 1;
    uint32_t m = ahd_look_mention_at(doc, token);
    if (m != AHD_NONE && (doc->mentions.items[m].first < token ||
                          doc->mentions.items[m].end > noun->end))
        return token + 1; /* inside a name: «حكومة المصالحة» */
    return add_noun(kb, doc, noun);
}

void ahd_agreements_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)scratch;
    for (uint32_t i = 0; i < doc->tokens.count;)
        i = look_at(kb, doc, i);
}
