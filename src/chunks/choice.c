#include "chunks/choice.h"

#include "lang/affinity.h"

enum { CHAIN = 8, INNER = 3, AHEAD = 6 };

typedef struct listing {
    const ahd_weave *w;
    const ahd_strand *s;
    const ahd_chunk *c;
    ahd_choice *out;
    uint32_t is, last; /* the governor that was listed last */
    uint8_t rank;
    bool prep, verb, mark, name;
    uint32_t outlook, looks; /* of the chunk */
    uint32_t word_of_prep, word_of_head;
    int likes[AHD_CHOICE_OPTIONS], most; /* its preposition, by the governor */
} listing;

/* Its place in the list; the list's length when it is not there. */
static uint32_t place_of(const ahd_choice *choice, uint32_t link, uint32_t word)
{
    uint32_t i = 0;

    while (i < choice->count &&
           (choice->option[i].word != word || choice->option[i].link != link))
        i++;
    return i;
}

static void list_word(listing *l, uint32_t link, uint32_t of, uint32_t word)
{
    ahd_choice *out = l->out;

    if (out->count == AHD_CHOICE_OPTIONS ||
        place_of(out, link, word) < out->count)
        return;
    if (out->count > 0 && l->last != of)
        l->rank++;
    l->last = of;
    out->option[out->count].of = of;
    out->option[out->count].word = word;
    out->option[out->count].link = (uint8_t)link;
    out->option[out->count++].rank = l->rank;
}

static void list(listing *l, uint32_t link, uint32_t of)
{
    list_word(l, link, of,
              of == AHD_NONE ? AHD_NONE : ahd_strand_chunk(l->s, of)->head);
}

static bool is_predicate(const ahd_strand *s, uint32_t k)
{
    const ahd_chunk *c = ahd_strand_chunk(s, k);

    return c->clause != AHD_NONE &&
           s->doc->clauses.items[c->clause].predicate == k;
}

/* «رئيس اللجنة المكلفة | بـ»: the last words of the chunk before it. */
static void list_inner(listing *l, uint32_t of, const ahd_chunk *c,
                       ahd_chunk_link link)
{
    uint32_t listed = 0;

    for (uint32_t i = c->end; --i > c->head && listed < INNER;) {
        uint8_t kind = l->s->duty[i].kind;
        if (kind != AHD_DUTY_NOUN && kind != AHD_DUTY_ADJECTIVE)
            continue;
        list_word(l, link, of, i);
        listed++;
    }
}

static void list_of_verb(listing *l, uint32_t of, bool noun, bool predicate)
{
    const ahd_chunk *c = ahd_strand_chunk(l->s, of);
    bool outer = l->w->depth > 1 && ahd_weave_waits(l->w, l->w->depth - 2);

    /* «الوزير الذي وقع الاتفاق | استقال» */
    if (noun && !l->mark && outer && l->s->joints[of].is & AHD_JOINT_DEFINITE)
        return;

    if (noun && of + 1 == l->out->k && c->end > c->head + 1)
        list_inner(l, of, c, AHD_LINK_RELATIVE);
    if (noun)
        list(l, AHD_LINK_RELATIVE, of);
    if (!predicate || l->mark)
        return;
    list(l, AHD_LINK_CONJUNCT, of);
    list(l, AHD_LINK_COMPLEMENT, of);
    list(l, AHD_LINK_ADVERBIAL, of);
}

/* «وقعوا», «نوقع» have theirs in them; a noun after them is none, nor is one
 * where it is known. */
static bool takes_subject(const listing *l, uint32_t of)
{
    const ahd_chunk *verb = ahd_strand_chunk(l->s, of);
    const ahd_open *o = ahd_weave_open_of(l->w, of);
    uint32_t feats = ahd_strand_segment(l->s, verb->head)->feats;
    uint32_t person = AHD_FEAT(feats, PERSON);

    if (o->predicate == of && o->subject != AHD_NONE && o->subject != o->noun)
        return false;
    return verb->kind != AHD_CHUNK_VERB ||
           ((person == 0 || person == 3) &&
            AHD_FEAT(feats, NUMBER) <= AHD_SINGULAR);
}

/* Do they agree in gender: 0 not known, 1 yes, 2 no. */
static uint32_t agreement(uint32_t a, uint32_t b)
{
    uint32_t one = AHD_FEAT(a, GENDER), other = AHD_FEAT(b, GENDER);

    return one == 0 || other == 0 ? 0 : one == other ? 1 : 2;
}

/* «الرئيس ترامب», but not «زار الوزير بغداد», whose genders differ, nor
 * «التقى الوزير الرئيس». */
static bool may_name(const listing *l, const ahd_chunk *noun)
{
    uint32_t one = ahd_strand_segment(l->s, noun->head)->feats;
    uint32_t other = ahd_strand_segment(l->s, l->c->head)->feats;

    if (l->is & (AHD_JOINT_COMMA | AHD_JOINT_QUOTE))
        return true;
    /* «أعلن مبعوث ليبيا | استقالته»: a name has titles alone after it */
    if (l->s->duty[noun->head].is & AHD_DUTY_NAME && !l->name &&
        !(l->s->duty[l->c->head].is & AHD_DUTY_ARTICLE) &&
        !(l->s->duty[l->c->head].classes & AHD_GRAMMAR_TITLE))
        return false;
    if (l->name)
        return agreement(one, other) != 2;
    /* «التقى الوزير | نظيره» */
    if (l->c->genitive != AHD_NONE &&
        ahd_strand_duty(l->s, l->c->genitive).is & AHD_DUTY_ENCLITIC)
        return false;
    return !(l->s->duty[noun->head].is & l->s->duty[l->c->head].is &
             AHD_DUTY_ARTICLE);
}

/* A pronoun has no attributes, a name hardly any. */
static bool is_closed(ahd_duty head)
{
    return head.kind == AHD_DUTY_PRONOUN ||
           (head.is & (AHD_DUTY_NAME | AHD_DUTY_ARTICLE)) == AHD_DUTY_NAME;
}

/* «أمس»: nothing belongs to a time that stands for itself but «من» and times.
 */
static bool is_idle(const listing *l, const ahd_chunk *c, uint32_t of)
{
    ahd_str prep = {0};

    if (c->link != AHD_LINK_ADVERBIAL || c->prep != AHD_NONE ||
        !(l->s->joints[of].classes & AHD_GRAMMAR_TIME) || !l->s->arabic)
        return false;
    if (l->prep)
        prep =
            ahd_doc_words(l->s->doc, ahd_strand_segment(l->s, l->c->prep)->at);
    return l->prep ? !ahd_str_eq(prep, AHD_STR("من"))
                   : !(l->s->joints[l->out->k].classes & AHD_GRAMMAR_TIME) &&
                         !(l->is & AHD_JOINT_AND);
}

/* What it may be to chunk `of`, that stands before it. */
static void list_of(listing *l, uint32_t of)
{
    const ahd_chunk *c = ahd_strand_chunk(l->s, of);
    bool noun = c->kind == AHD_CHUNK_NOUN;
    bool predicate = !noun || is_predicate(l->s, of);

    if (c->kind == AHD_CHUNK_MARK ||
        (noun && l->prep && !(l->is & AHD_JOINT_AND) &&
         is_closed(l->s->duty[c->head])))
        return;
    if (!l->verb && noun && !predicate && is_idle(l, c, of))
        return;
    if (l->verb) {
        list_of_verb(l, of, noun, predicate);
        return;
    }
    if (noun && l->is & AHD_JOINT_AND) {
        if (!l->prep && of + 1 == l->out->k && c->end > c->head + 1)
            list_inner(l, of, c, AHD_LINK_CONJUNCT);
        list(l, AHD_LINK_CONJUNCT, of);
    }
    if (l->prep) {
        if (noun && of + 1 == l->out->k && c->end > c->head + 1)
            list_inner(l, of, c, AHD_LINK_ATTRIBUTE);
        list(l, predicate ? AHD_LINK_OBLIQUE : AHD_LINK_ATTRIBUTE, of);
        return;
    }
    if (noun && may_name(l, c))
        list(l, AHD_LINK_APPOSITION, of);
    if (!predicate)
        return;
    if (takes_subject(l, of))
        list(l, AHD_LINK_SUBJECT, of);
    list(l, AHD_LINK_OBJECT, of);
    if (l->s->duty[l->c->head].kind != AHD_DUTY_PRONOUN ||
        l->s->joints[of].classes & (AHD_GRAMMAR_BE | AHD_GRAMMAR_BECOME))
        list(l, AHD_LINK_COMPLEMENT, of);
    list(l, AHD_LINK_ADVERBIAL, of);
}

/* A noun may wait for the predicate of its clause, or of a new one that begins
 * with it: «..., والحكومة ترفض». */
static bool may_wait(const listing *l)
{
    if (l->w->open[l->w->depth - 1].predicate == AHD_NONE)
        return l->prep;
    return (l->is & (AHD_JOINT_AND | AHD_JOINT_COMMA | AHD_JOINT_COLON |
                     AHD_JOINT_QUOTE)) != 0;
}

/* What follows chunk `k`: the next chunk, and whether a verb comes before
 * anything else opens. */
static uint32_t outlook(const ahd_strand *s, uint32_t k)
{
    uint32_t count = s->doc->chunks.count, i = k + 1, end = k + AHEAD;
    uint32_t next;

    if (i >= count)
        return 0;
    next = 1u + ahd_strand_chunk(s, i)->kind + (s->joints[i].is & 15) * 8 +
           (ahd_strand_chunk(s, i)->prep != AHD_NONE) * 128;
    while (i < count && i < end &&
           !(s->joints[i].is & (AHD_JOINT_AND | AHD_JOINT_COMMA)) &&
           ahd_strand_chunk(s, i)->kind != AHD_CHUNK_MARK) {
        if (ahd_strand_chunk(s, i)->kind == AHD_CHUNK_VERB)
            return next | 256;
        i++;
    }
    return next;
}

/* ---------------------------------------------------------------- features */

typedef struct view {
    const listing *l;
    uint32_t base; /* hash of what the option is */
    uint16_t *seen;
    uint32_t count;
} view;

static void see(view *v, uint32_t a, uint32_t b)
{
    uint32_t hash = v->base + (v->count + 1) * 0x9E3779B1u;

    hash = (hash ^ a) * 0x85EBCA6Bu;
    hash = (hash ^ (hash >> 13) ^ b) * 0xC2B2AE35u;
    v->seen[v->count++] = (uint16_t)((hash >> 16 ^ hash) % AHD_CHOICE_WEIGHTS);
}

static uint32_t word_of(const ahd_strand *s, uint32_t segment)
{
    return segment == AHD_NONE ? 0 : s->duty[segment].word;
}

static uint32_t distance(uint32_t chunks)
{
    return chunks < 4 ? chunks : chunks < 7 ? 4 : 5;
}

/* Of chunk `k` and its word at `at`. */
static uint32_t looks(const ahd_strand *s, uint32_t k, uint32_t at)
{
    const ahd_chunk *c = ahd_strand_chunk(s, k);
    const ahd_segment *head = ahd_strand_segment(s, at);

    return head->pos | AHD_FEAT(head->feats, VERBAL) << 5 |
           (s->joints[k].is & AHD_JOINT_DEFINITE) << 8 |
           (uint32_t)(s->duty[at].is & (AHD_DUTY_ACCUSATIVE | AHD_DUTY_ARTICLE |
                                        AHD_DUTY_NOMINATIVE | AHD_DUTY_OBLIQUE))
               << 14 |
           (uint32_t)(at != c->head) << 18 |
           (s->joints[k].classes & AHD_GRAMMAR_TIME ? 1u << 16 : 0) |
           (uint32_t)(c->genitive != AHD_NONE) << 17 |
           AHD_FEAT(head->feats, CASE) << 19;
}

static void see_words(view *v, const ahd_option *option, uint32_t rank)
{
    const ahd_strand *s = v->l->s;
    uint32_t k = v->l->out->k;
    uint32_t prep = v->l->word_of_prep, own = v->l->word_of_head;
    uint32_t governor = word_of(s, option->word);
    uint32_t before = k > s->base ? ahd_strand_chunk(s, k - 1)->head : AHD_NONE;

    see(v, prep, rank);
    see(v, prep, governor);
    see(v, governor, 0);
    see(v, own, 0);
    see(v, own, prep);
    see(v, own, governor);
    see(v, prep, word_of(s, before));
    see(v, prep, v->l->looks);
}

static void see_place(view *v, const ahd_option *option, uint32_t rank)
{
    const ahd_strand *s = v->l->s;
    const ahd_open *o = ahd_weave_open_of(v->l->w, option->of);
    uint32_t k = v->l->out->k, of = option->of;
    uint32_t state = (o->subject != AHD_NONE) | (o->object != AHD_NONE) << 1 |
                     (uint32_t)o->kind << 2 | (of == o->predicate) << 5 |
                     (o->predicate == AHD_NONE) << 6 |
                     (o->topic != AHD_NONE) << 7 |
                     (o != &v->l->w->open[v->l->w->depth - 1]) << 8 |
                     (o->link == AHD_LINK_CONJUNCT) << 9 |
                     (o > v->l->w->open && o[-1].subject != AHD_NONE) << 10;
    const ahd_chunk *last = k > s->base ? ahd_strand_chunk(s, k - 1) : v->l->c;
    uint32_t before = last->kind | last->link << 4 |
                      (last->prep != AHD_NONE) << 8 | (last->of == of) << 9 |
                      (k - 1 == of) << 10;
    uint32_t prep = v->l->word_of_prep;
    uint32_t is = v->l->is & (AHD_JOINT_AND | AHD_JOINT_COMMA |
                              AHD_JOINT_COLON | AHD_JOINT_QUOTE);

    see(v, rank, is);
    see(v, distance(k - (of == AHD_NONE ? k : of)), is);
    see(v, before, prep);
    see(v, before, state);
    see(v, state, v->l->looks);
    see(v, v->l->outlook, is);
}

/* The segments around the chunk and before the governor. */
static void see_neighbours(view *v, const ahd_option *option)
{
    const ahd_strand *s = v->l->s;
    const ahd_chunk *c = v->l->c;
    uint32_t first = c->prep != AHD_NONE ? c->prep : c->first;
    uint32_t left =
        first > s->first ? s->duty[first - 1].word ^ s->duty[first - 1].is : 0;
    uint32_t next = ahd_strand_duty(s, c->end).kind;
    uint32_t after = ahd_strand_duty(s, c->end + 1).kind;
    uint32_t word = option->word;
    uint32_t lead =
        word == AHD_NONE || word == s->first ? 0 : s->duty[word - 1].word;

    see(v, left, word == AHD_NONE);
    see(v, next, after);
    see(v, lead, v->l->word_of_prep);
    see(v, word == AHD_NONE ? 0 : ahd_strand_duty(s, word + 1).kind,
        c->prep != AHD_NONE);
}

static void see_governor(view *v, const ahd_option *option, bool is_rule)
{
    const ahd_strand *s = v->l->s;
    uint32_t k = v->l->out->k, of = option->of, prep, shape, agree = 3;
    const ahd_chunk *c = v->l->c, *g;
    uint32_t passive = 0, link = 0, feats;

    prep = v->l->word_of_prep;
    shape = of == AHD_NONE ? 0 : looks(s, of, option->word);
    if (of != AHD_NONE) {
        g = ahd_strand_chunk(s, of);
        feats = ahd_strand_segment(s, option->word)->feats;
        agree = agreement(feats, ahd_strand_segment(s, c->head)->feats) |
                AHD_FEAT(feats, NUMBER) << 2 | AHD_FEAT(feats, PERSON) << 4 |
                AHD_FEAT(ahd_strand_segment(s, c->head)->feats, NUMBER) << 6;
        passive = g->passive;
        link = g->link | (g->prep != AHD_NONE) << 5;
    }
    see(v, is_rule, 0);
    see(v, is_rule, prep);
    see(v, shape, prep);
    see(v, link, prep);
    see(v, agree, (k - 1 == of) | passive << 1);
    see(v, of == AHD_NONE ? 0 : s->joints[of].classes, shape);
}

/* How much the governor likes the preposition, and whether another likes it
 * more. */
static void see_affinity(view *v, const ahd_option *option)
{
    const listing *l = v->l;
    int likes = l->likes[option - l->out->option];
    int less = l->most - likes < 6 ? l->most - likes : 6;
    uint32_t word = option->word;
    uint32_t pos = word == AHD_NONE ? 0 : ahd_strand_segment(l->s, word)->pos;

    see(v, (uint32_t)likes, pos);
    see(v, (uint32_t)less, pos);
    see(v, (uint32_t)less, option->rank);
}

static void ask_affinity(listing *l)
{
    const ahd_strand *s = l->s;

    l->most = AHD_AFFINITY_UNKNOWN;
    for (uint32_t i = 0; i < l->out->count; i++) {
        uint32_t word = l->out->option[i].word;
        l->likes[i] =
            l->prep && word != AHD_NONE
                ? ahd_affinity_of(s->lang, word_of(s, word), l->word_of_prep)
                : AHD_AFFINITY_UNKNOWN;
        if (l->likes[i] > l->most)
            l->most = l->likes[i];
    }
}

static void look(const listing *l, ahd_option *option, bool is_rule)
{
    view v = {.l = l, .seen = option->seen};
    uint32_t kind = option->of == AHD_NONE
                        ? AHD_CHUNK_KINDS
                        : ahd_strand_chunk(l->s, option->of)->kind;

    uint32_t rank = option->rank < 5 ? option->rank : 5;

    v.base =
        (uint32_t)(option->link << 4 | kind | l->c->kind << 8) * 0x27D4EB2Fu;
    see_words(&v, option, rank);
    see_place(&v, option, rank);
    see_governor(&v, option, is_rule);
    see_neighbours(&v, option);
    see_affinity(&v, option);
}

void ahd_choice_list(const ahd_weave *w, uint32_t k, ahd_option rule,
                     ahd_choice *out)
{
    const ahd_strand *s = w->s;
    listing l = {.w = w,
                 .s = s,
                 .c = ahd_strand_chunk(s, k),
                 .out = out,
                 .is = s->joints[k].is};
    uint32_t at = k > s->base ? k - 1 : AHD_NONE;

    l.prep = l.c->prep != AHD_NONE;
    l.outlook = outlook(s, k);
    out->k = k;
    out->count = 0;
    l.name = s->duty[l.c->head].is & AHD_DUTY_NAME;
    l.mark = l.c->kind == AHD_CHUNK_MARK;
    l.verb = l.c->kind == AHD_CHUNK_VERB || l.mark;
    for (uint32_t i = w->depth; l.verb && !l.mark && i-- > 0;)
        if (ahd_weave_waits(w, i)) {
            list(&l, AHD_LINK_PREDICATE, w->open[i].governor);
            break;
        }
    if (!l.verb && may_wait(&l))
        list(&l, AHD_LINK_NONE, AHD_NONE);
    for (int i = 0; i < CHAIN && at != AHD_NONE; i++) {
        list_of(&l, at);
        at = ahd_strand_chunk(s, at)->of;
    }
    for (uint32_t i = w->depth; i-- > 0;)
        if (w->open[i].predicate != AHD_NONE)
            list_of(&l, w->open[i].predicate);
    if (place_of(out, rule.link, rule.word) == out->count) {
        out->count -= out->count == AHD_CHOICE_OPTIONS;
        list_word(&l, rule.link, rule.of, rule.word);
    }
    out->rule = place_of(out, rule.link, rule.word);
    if (out->count < 2)
        return;
    l.looks = looks(s, k, l.c->head);
    l.word_of_prep = word_of(s, l.c->prep);
    l.word_of_head = word_of(s, l.c->head);
    ask_affinity(&l);
    for (uint32_t i = 0; i < out->count; i++)
        look(&l, &out->option[i], i == out->rule);
}

const int16_t *ahd_choice_weights(const ahd_lexica *lang)
{
    ahd_lang_table table = lang->tables[AHD_LANG_ATTACH];

    return table.bytes == AHD_CHOICE_WEIGHTS * sizeof(int16_t) ? table.rows
                                                               : NULL;
}

uint32_t ahd_choice_best(const ahd_strand *s, const ahd_choice *choice)
{
    const int16_t *weights = s->weights;
    int32_t most = INT32_MIN;
    uint32_t best = choice->rule;

    if (weights == NULL || choice->count < 2)
        return best;
    for (uint32_t i = 0; i < choice->count; i++) {
        int32_t sum = 0;
        for (int j = 0; j < AHD_CHOICE_FEATURES; j++)
            sum += weights[choice->option[i].seen[j]];
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

ahd_option ahd_choice_take(const ahd_weave *w, uint32_t k, ahd_option rule)
{
    const ahd_strand *s = w->s;
    ahd_choice choice;
    uint32_t best;

    if (!s->arabic || (s->weights == NULL && s->teacher == NULL))
        return rule;
    ahd_choice_list(w, k, rule, &choice);
    best = s->teacher != NULL
               ? s->teacher->choose(s->teacher->user, s->doc, &choice)
               : ahd_choice_best(s, &choice);
    return choice.option[best];
}
