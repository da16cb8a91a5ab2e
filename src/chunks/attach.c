#include "chunks/attach.h"

#include "chunks/choice.h"
#include "chunks/sure.h"

enum { NEAR = AHD_NOUN_NEAR, AHEAD = 6 };

uint32_t ahd_attach_last_noun(const ahd_weave *w, uint32_t k)
{
    uint32_t stop = k > w->s->base + NEAR ? k - NEAR : w->s->base;

    while (k-- > stop)
        if (ahd_noun_at(w, k))
            return k;
    return AHD_NONE;
}

/* ------------------------------------------------------------ coordination */

static uint32_t first_member(const ahd_weave *w, uint32_t k)
{
    const ahd_chunk *c = ahd_strand_chunk(w->s, k);

    return c->link == AHD_LINK_CONJUNCT && c->of != AHD_NONE ? c->of : k;
}

/* «مع الحكومة ومع المعارضة»: the nearest with the same preposition. */
static uint32_t same_preposition(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t stop = n->k > s->base + NEAR ? n->k - NEAR : s->base;

    for (uint32_t i = n->k; i-- > stop;) {
        const ahd_chunk *c = ahd_strand_chunk(s, i);
        if (c->kind == AHD_CHUNK_VERB)
            break;
        if (c->kind == AHD_CHUNK_NOUN && c->prep != AHD_NONE &&
            ahd_str_eq(ahd_noun_words(s, c->prep),
                       ahd_noun_words(s, n->c->prep)))
            return i;
    }
    return AHD_NONE;
}

/* The noun that this one is most like, from the last one outwards. */
static uint32_t likest(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t last = ahd_attach_last_noun(n->w, n->k), at = last;

    for (int i = 0; i < NEAR && ahd_noun_at(n->w, at); i++) {
        bool definite = (s->joints[at].is ^ n->is) & AHD_JOINT_DEFINITE;
        if (!definite &&
            ahd_noun_is_name(n->w, at) == ahd_noun_is_name(n->w, n->k))
            return at;
        if (ahd_strand_chunk(s, at)->link < AHD_LINK_ATTRIBUTE)
            break;
        at = ahd_strand_chunk(s, at)->of;
    }
    return last;
}

/* Does a verb follow before anything else opens? */
static bool has_verb_ahead(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t end = n->k + AHEAD;

    for (uint32_t i = n->k + 1; i < s->doc->chunks.count && i < end; i++) {
        uint8_t kind = ahd_strand_chunk(s, i)->kind;
        if (s->joints[i].is & (AHD_JOINT_AND | AHD_JOINT_COMMA) ||
            kind == AHD_CHUNK_MARK)
            return false;
        if (kind == AHD_CHUNK_VERB && !(s->joints[i].is & AHD_JOINT_BARE))
            return true;
    }
    return false;
}

/* "Shoukry said the deal was dead" */
static bool says_clause(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;

    return !s->arabic && n->o->predicate != AHD_NONE &&
           n->before == n->o->predicate &&
           s->joints[n->before].classes & AHD_GRAMMAR_SAY &&
           (has_verb_ahead(n) || /* "said he and a group ..." */
            (n->head.kind == AHD_DUTY_PRONOUN &&
             AHD_FEAT(ahd_strand_segment(s, n->c->head)->feats, CASE) ==
                 AHD_NOMINATIVE &&
             n->o->subject != AHD_NONE));
}

/* «..., والحكومة أعلنت» */
static bool opens_clause(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;

    bool english = !s->arabic && n->is & (AHD_JOINT_COMMA | AHD_JOINT_QUOTE) &&
                   n->o->be != AHD_NONE;

    if (says_clause(n))
        return true;
    /* "the deal signed by Qatar and the UN was": what waits comes first */
    if (!s->arabic && n->w->depth > 1 && !(n->is & AHD_JOINT_COMMA) &&
        ahd_weave_waits(n->w, n->w->depth - 2))
        return false;
    if ((n->o->predicate == AHD_NONE && !english) ||
        !(n->is &
          (s->arabic ? AHD_JOINT_AND
                     : AHD_JOINT_AND | AHD_JOINT_COMMA | AHD_JOINT_QUOTE)))
        return false;
    if (n->c->prep != AHD_NONE)
        return n->k + 1 < s->doc->chunks.count && n->c[1].clause == AHD_NONE &&
               n->c[1].kind == AHD_CHUNK_VERB &&
               !(s->joints[n->k + 1].is & AHD_JOINT_AND);
    if (n->head.kind == AHD_DUTY_PRONOUN && n->c->head + 1 == n->c->end &&
        !(n->head.is & AHD_DUTY_ENCLITIC))
        return true;
    return n->is & AHD_JOINT_DEFINITE && has_verb_ahead(n);
}

static bool is_bare(const ahd_noun *n)
{
    return n->o->predicate != AHD_NONE &&
           n->w->s->joints[n->o->predicate].is & AHD_JOINT_BARE;
}

/* "..., and France said": beside the main clause; beside what was said, not
 * what somebody was to do, when no word of saying follows. */
static void close_asides(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t verb = n->k + 1;

    while (verb < s->doc->chunks.count && verb < n->k + AHEAD &&
           ahd_strand_chunk(s, verb)->kind != AHD_CHUNK_VERB)
        verb++;
    bool says = verb < s->doc->chunks.count &&
                s->joints[verb].classes & AHD_GRAMMAR_SAY;
    bool comma = n->is & AHD_JOINT_COMMA;
    while (n->w->depth > 1 &&
           (is_bare(n) ||
            (comma && (says || n->o->kind != AHD_CLAUSE_COMPLEMENT)))) {
        ahd_weave_close(n->w, n->k);
        n->o = ahd_weave_top(n->w);
    }
}

static void open_clause(ahd_noun *n)
{
    uint32_t predicate;
    bool said = says_clause(n);

    if (!said && !n->w->s->arabic)
        close_asides(n);
    if (!said)
        ahd_weave_close(n->w, n->k);
    predicate = n->w->s->doc->clauses.items[n->o->clause].predicate;
    n->o = ahd_weave_open(n->w, said ? AHD_CLAUSE_COMPLEMENT : AHD_CLAUSE_MAIN,
                          n->k);
    n->o->link = said ? AHD_LINK_COMPLEMENT : AHD_LINK_CONJUNCT;
    n->o->governor = predicate;
    if (n->c->prep == AHD_NONE && !(n->classes & AHD_GRAMMAR_TIME))
        n->o->topic = n->k;
    n->c->clause = n->o->clause;
}

static bool coordinate(ahd_noun *n)
{
    uint32_t with;

    if (!(n->is & AHD_JOINT_AND))
        return false;
    with = n->c->prep != AHD_NONE ? same_preposition(n) : likest(n);
    return with != AHD_NONE &&
           ahd_noun_say(n, AHD_LINK_CONJUNCT, first_member(n->w, with));
}

/* ------------------------------------------------------------- without prep */

static bool take_object_pronoun(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;

    if (!(n->head.is & AHD_DUTY_ENCLITIC) || n->before == AHD_NONE ||
        ahd_strand_chunk(s, n->before)->kind != AHD_CHUNK_VERB)
        return false;
    ahd_strand_link(n->w->s, n->k, AHD_LINK_OBJECT, n->before);
    if (n->o->predicate == n->before)
        n->o->object = n->k;
    return true;
}

static void before_predicate(ahd_noun *n)
{
    ahd_strand *s = n->w->s;
    ahd_open *o = n->o;
    uint32_t last = ahd_attach_last_noun(n->w, n->k);
    bool pronoun;

    if (o->topic == AHD_NONE) {
        o->topic = n->k;
        return;
    }
    pronoun =
        s->duty[ahd_strand_chunk(s, o->topic)->head].kind == AHD_DUTY_PRONOUN;
    if (n->head.kind == AHD_DUTY_PRONOUN && o->be == AHD_NONE && !pronoun &&
        n->c->end == n->c->first + 1) {
        o->be = n->k; /* «الهدف هو ...» */
        return;
    }
    if (n->is & AHD_JOINT_COMMA && last != AHD_NONE && o->be == AHD_NONE)
        ahd_strand_link(s, n->k, AHD_LINK_APPOSITION, last);
    else if (o->be != AHD_NONE || pronoun || !(n->is & AHD_JOINT_DEFINITE))
        ahd_weave_predicate(n->w, n->k);
    else if (n->before == o->topic && n->head.kind != AHD_DUTY_PRONOUN)
        ahd_strand_link(s, n->k, AHD_LINK_APPOSITION, o->topic);
}

/* A verb before its subject is singular, and its subject is of its gender. */
static bool may_be_subject(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    const ahd_chunk *verb = ahd_strand_chunk(s, n->o->predicate);
    uint32_t feats = ahd_strand_segment(s, verb->head)->feats;
    uint32_t person = AHD_FEAT(feats, PERSON);

    if (!s->arabic) /* "..., said the envoy" */
        return n->o->topic == AHD_NONE && n->before == n->o->predicate &&
               s->joints[n->before].classes & AHD_GRAMMAR_SAY &&
               s->joints[n->before].is & (AHD_JOINT_COMMA | AHD_JOINT_QUOTE);
    return (verb->kind == AHD_CHUNK_VERB || verb->kind == AHD_CHUNK_ADVERB) &&
           (person == 0 || person == 3) &&
           AHD_FEAT(feats, NUMBER) <= AHD_SINGULAR &&
           !(n->head.is & AHD_DUTY_ACCUSATIVE) &&
           ahd_weave_agrees(n->w, n->o->predicate, n->k);
}

/* What a bare noun after a predicate is: an apposition of the noun `last`, or
 * something to the predicate. */
static ahd_chunk_link after_predicate(const ahd_noun *n, uint32_t last)
{
    const ahd_open *o = n->o;
    const ahd_chunk *p = ahd_strand_chunk(n->w->s, o->predicate);
    bool become = n->w->s->joints[o->predicate].classes &
                  (AHD_GRAMMAR_BECOME | AHD_GRAMMAR_BE);
    bool comma = n->is & AHD_JOINT_COMMA;

    if (n->classes & AHD_GRAMMAR_TIME ||
        (comma && n->head.is & AHD_DUTY_ACCUSATIVE &&
         !(n->is & AHD_JOINT_DEFINITE)))
        return AHD_LINK_ADVERBIAL;
    if (o->subject == AHD_NONE && may_be_subject(n))
        return AHD_LINK_SUBJECT;
    if (become && p->kind == AHD_CHUNK_VERB)
        return AHD_LINK_COMPLEMENT;
    if (comma && last != AHD_NONE)
        return AHD_LINK_APPOSITION;
    if (o->object == AHD_NONE &&
        (!p->passive || (n->before == o->subject && n->w->s->arabic)))
        return AHD_LINK_OBJECT;
    return last != AHD_NONE && n->before == last && ahd_noun_is_name(n->w, n->k)
               ? AHD_LINK_APPOSITION
               : AHD_LINK_ADVERBIAL;
}

static void attach_after_predicate(ahd_noun *n)
{
    uint32_t last = ahd_attach_last_noun(n->w, n->k);
    ahd_chunk_link link = after_predicate(n, last);

    ahd_noun_say(n, link, link == AHD_LINK_APPOSITION ? last : n->o->predicate);
}

/* --------------------------------------------------------------- with prep */

static bool is_masdar(const ahd_strand *s, uint32_t k)
{
    return AHD_FEAT(ahd_strand_segment(s, ahd_strand_chunk(s, k)->head)->feats,
                    VERBAL) == AHD_MASDAR;
}

/* «اتفاق بين», «جزء من», "talks of": prepositions that nouns have. */
static bool loves_nouns(const ahd_strand *s, uint32_t prep)
{
    static const char *const list[] = {"من",  "ل",    "بين", "مثل",    "ضد",
                                       "حول", "تجاه", "of",  "between"};

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (ahd_strand_is(s, prep, list[i]))
            return true;
    return false;
}

static bool belongs_to_noun(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    const ahd_chunk *before = ahd_strand_chunk(s, n->before);

    if (before->kind != AHD_CHUNK_NOUN || n->before == n->o->predicate ||
        before->link == AHD_LINK_ADVERBIAL ||
        s->duty[before->head].kind == AHD_DUTY_PRONOUN)
        return false;
    if (n->o->predicate == AHD_NONE)
        return n->o->be == AHD_NONE || n->before != n->o->topic;
    if (ahd_noun_is_name(n->w, n->before))
        return (n->classes & AHD_GRAMMAR_OF) != 0;
    return loves_nouns(s, n->c->prep) ||
           (is_masdar(s, n->before) && before->link != AHD_LINK_SUBJECT);
}

static bool is_light(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;

    return n->o->predicate != AHD_NONE &&
           s->joints[n->o->predicate].classes & AHD_GRAMMAR_LIGHT_BI &&
           ahd_strand_chunk(s, n->o->predicate)->kind == AHD_CHUNK_VERB &&
           n->head.kind == AHD_DUTY_NOUN && !(n->head.is & AHD_DUTY_NAME) &&
           ahd_str_eq(ahd_noun_words(s, n->c->prep), AHD_STR("ب"));
}

static void with_preposition(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;

    if (opens_clause(n)) {
        ahd_noun_say(n, AHD_LINK_NONE, AHD_NONE);
        return;
    }
    if (coordinate(n))
        return;
    if (n->before != AHD_NONE && belongs_to_noun(n))
        ahd_noun_say(n, AHD_LINK_ATTRIBUTE, n->before);
    else if (n->before != AHD_NONE && n->before != n->o->predicate &&
             ahd_strand_chunk(s, n->before)->kind == AHD_CHUNK_ADJECTIVE)
        ahd_noun_say(n, AHD_LINK_OBLIQUE, n->before);
    else if (n->o->predicate != AHD_NONE)
        ahd_noun_say(n, AHD_LINK_OBLIQUE, n->o->predicate);
    else
        ahd_noun_say(n, AHD_LINK_NONE, AHD_NONE);
}

/* ----------------------------------------------------------------- to link */

/* A noun of an outer clause ends the inner ones. */
static void close_to(ahd_noun *n, uint32_t of)
{
    uint32_t clause = ahd_strand_chunk(n->w->s, of)->clause,
             depth = n->w->depth;

    while (depth > 1 && n->w->open[depth - 1].clause != clause)
        depth--;
    if (n->w->open[depth - 1].clause != clause)
        return;
    while (n->w->depth > depth)
        ahd_weave_close(n->w, n->k);
    n->o = ahd_weave_top(n->w);
    n->c->clause = n->o->clause;
}

static bool is_masdar_of_light(const ahd_noun *n, uint32_t link)
{
    const ahd_strand *s = n->w->s;
    uint32_t light = s->joints[n->o->predicate].classes;
    uint32_t verbal =
        AHD_FEAT(ahd_strand_segment(s, n->c->head)->feats, VERBAL);

    /* "held talks", but "held the city" */
    if (!s->arabic && !ahd_strand_is(s, n->c->first, "the") &&
        n->c->genitive == AHD_NONE && n->head.kind == AHD_DUTY_NOUN &&
        !(n->head.is & AHD_DUTY_NAME))
        verbal = AHD_MASDAR;
    return (link == AHD_LINK_SUBJECT && light & AHD_GRAMMAR_LIGHT_SUBJECT) ||
           (link == AHD_LINK_OBJECT && light & AHD_GRAMMAR_LIGHT_OBJECT &&
            verbal == AHD_MASDAR);
}

/* Links the noun, and what its clause is to know of it. */
static void apply(ahd_noun *n, const ahd_option *option)
{
    ahd_strand *s = n->w->s;
    uint32_t link = option->link, of = option->of;

    if (of == AHD_NONE &&
        (n->o->predicate != AHD_NONE ||
         (!s->arabic && n->o->be != AHD_NONE && n->c->prep == AHD_NONE))) {
        open_clause(n);
        return;
    }
    if (of != AHD_NONE && link != AHD_LINK_CONJUNCT &&
        link != AHD_LINK_APPOSITION && link != AHD_LINK_ATTRIBUTE)
        close_to(n, of);
    if (link == AHD_LINK_CONJUNCT &&
        option->word == ahd_strand_chunk(s, of)->head)
        of = first_member(n->w, of);
    ahd_strand_link(s, n->k, (int)link, of);
    if (of == option->of)
        n->c->word = option->word;
    if (of == AHD_NONE || of != n->o->predicate)
        return;
    if (link == AHD_LINK_SUBJECT) {
        n->o->subject = n->k;
        s->doc->clauses.items[n->o->clause].subject = n->k;
    } else if (link == AHD_LINK_OBJECT) {
        n->o->object = n->k;
        /* «شهدت العاصمة تظاهرات»: who does it and to what is no passive */
        if (s->arabic && n->o->subject != AHD_NONE &&
            ahd_strand_chunk(s, n->o->subject)->link == AHD_LINK_SUBJECT &&
            ahd_strand_chunk(s, n->o->subject)->of == of)
            ahd_strand_chunk(s, of)->passive = 0;
    }
    if (ahd_strand_chunk(s, of)->kind == AHD_CHUNK_VERB &&
        is_masdar_of_light(n, link)) {
        if (n->o->subject == n->k)
            n->o->subject = s->doc->clauses.items[n->o->clause].subject =
                AHD_NONE;
        ahd_weave_shift(n->w, n->k);
        n->c->passive |= link == AHD_LINK_SUBJECT;
    }
}

static void choose(ahd_noun *n)
{
    ahd_option option = ahd_choice_take(n->w, n->k, n->rule);

    apply(n, &option);
}

/* «كان العام صعبا», «الثلاثاء هو»: a time that is spoken of; others wait. */
static bool is_topic_time(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    const ahd_chunk *next = n->c + 1;
    bool last = n->k + 1 == s->doc->chunks.count;

    return (n->before != AHD_NONE && n->before == n->o->be) ||
           (!last && next->kind == AHD_CHUNK_NOUN &&
            s->duty[next->head].kind == AHD_DUTY_PRONOUN &&
            ahd_weave_before(n->w, n->k + 1) == n->k);
}

/* «انسحبت القوات»: a definite noun right after a verb that agrees with it, in a
 * clause that can have its subject from nowhere else. */
static bool is_plain_subject(ahd_noun *n)
{
    const ahd_open *o = n->o;

    return o->predicate != AHD_NONE && n->before == o->predicate &&
           o->subject == AHD_NONE && o->kind != AHD_CLAUSE_RELATIVE &&
           o->link != AHD_LINK_CONJUNCT && n->is & AHD_JOINT_DEFINITE &&
           n->head.kind == AHD_DUTY_NOUN && may_be_subject(n) &&
           ahd_strand_chunk(n->w->s, o->predicate)->kind == AHD_CHUNK_VERB &&
           ahd_noun_say(n, AHD_LINK_SUBJECT, o->predicate);
}

static bool is_relative(const ahd_noun *n, uint32_t k)
{
    const ahd_strand *s = n->w->s;

    return k < s->doc->chunks.count &&
           ahd_strand_chunk(s, k)->kind == AHD_CHUNK_MARK &&
           s->joints[k].classes & AHD_GRAMMAR_RELATIVE;
}

/* «يوم الجمعة», «عام 2015», «أمس», «الاثنين» after a predicate; «يوما» may be
 * anything. */
static bool is_day(ahd_noun *n)
{
    bool alone = n->c->end == n->c->first + 1;
    bool day = n->classes & AHD_GRAMMAR_DAY &&
               (n->head.is & AHD_DUTY_ARTICLE ||
                ahd_strand_segment(n->w->s, n->c->head)->pos != AHD_POS_NOUN ||
                ahd_strand_is(n->w->s, n->c->head, "أمس"));
    ahd_pos pos = ahd_strand_segment(n->w->s, n->c->head)->pos;

    return n->classes & AHD_GRAMMAR_TIME && n->o->predicate != AHD_NONE &&
           !(n->is & AHD_JOINT_AND) && !is_relative(n, n->k + 1) &&
           (!alone || day || pos == AHD_POS_ADV) &&
           ahd_noun_say(n, AHD_LINK_ADVERBIAL, n->o->predicate);
}

/* «نظرا لـ», «وفقا لـ»: an accusative in front is no topic. */
static bool waits(const ahd_noun *n)
{
    if (n->head.is & AHD_DUTY_ACCUSATIVE && n->o->be == AHD_NONE &&
        n->o->topic == AHD_NONE && !(n->is & AHD_JOINT_DEFINITE) &&
        !ahd_noun_is_mark(n->w, n->before))
        return true;
    return n->classes & AHD_GRAMMAR_TIME && !is_topic_time(n);
}

static void attach_bare(ahd_noun *n)
{
    if (take_object_pronoun(n))
        return;
    if ((!(n->is & AHD_JOINT_COMMA) && is_day(n)) || ahd_sure_bare(n)) {
        apply(n, &n->rule);
        return;
    }
    if (opens_clause(n)) {
        ahd_noun_say(n, AHD_LINK_NONE, AHD_NONE);
        choose(n);
        return;
    }
    if (is_day(n) || is_plain_subject(n))
        apply(n, &n->rule);
    else if (coordinate(n))
        choose(n);
    else if (n->o->predicate != AHD_NONE)
        attach_after_predicate(n), choose(n);
    else if (!waits(n))
        before_predicate(n);
}

static void attach_preposition(ahd_noun *n)
{
    if (ahd_sure_preposition(n)) {
        apply(n, &n->rule);
        return;
    }
    with_preposition(n);
    if (!(n->is & AHD_JOINT_AND) && is_light(n))
        ahd_weave_shift(n->w, n->k);
    else
        choose(n);
}

void ahd_attach_noun(ahd_weave *w, uint32_t k)
{
    ahd_chunk *c = ahd_strand_chunk(w->s, k);
    ahd_noun n = {.w = w,
                  .o = ahd_weave_top(w),
                  .c = c,
                  .k = k,
                  .before = ahd_weave_before(w, k),
                  .is = w->s->joints[k].is,
                  .classes = w->s->joints[k].classes,
                  .head = w->s->duty[c->head]};

    if (c->prep != AHD_NONE)
        attach_preposition(&n);
    else
        attach_bare(&n);
}
