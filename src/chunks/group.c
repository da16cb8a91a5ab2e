#include "chunks/group.h"

#include "chunks/phrase.h"

/* Particles and auxiliaries before a verb, at most. */
enum { GROUP = 8 };

typedef struct grouping {
    ahd_strand *s;
    uint32_t at;
    uint32_t prep;    /* a preposition that waits for its noun */
    uint32_t before;  /* AHD_JOINT_... since the last chunk */
    uint32_t classes; /* of the preposition */
    bool negated;     /* لا, ليس, غير before what is no verb */
} grouping;

static ahd_chunk blank(uint32_t at)
{
    return (ahd_chunk){.first = at,
                       .end = at + 1,
                       .head = at,
                       .prep = AHD_NONE,
                       .genitive = AHD_NONE,
                       .of = AHD_NONE,
                       .word = AHD_NONE,
                       .clause = AHD_NONE};
}

/* Appends `chunk`; what stood before it is used up. */
static void put(grouping *g, ahd_chunk chunk, uint32_t is, uint32_t classes)
{
    ahd_doc *doc = g->s->doc;
    ahd_joint *joint = &g->s->joints[doc->chunks.count];

    joint->is = g->before | is;
    joint->classes = classes;
    chunk.negated |= g->negated;
    *ahd_vec_push(doc->arena, &doc->chunks) = chunk;
    g->at = chunk.end;
    g->prep = AHD_NONE;
    g->before = 0;
    g->negated = false;
}

static void put_noun(grouping *g)
{
    ahd_chunk chunk = blank(g->at);
    uint32_t is = ahd_phrase_read(g->s, g->at, &chunk);

    chunk.kind = AHD_CHUNK_NOUN;
    chunk.prep = g->prep;
    put(g, chunk, is,
        g->s->duty[chunk.head].classes |
            (chunk.prep == AHD_NONE ? 0 : g->s->duty[chunk.prep].classes));
}

static void read_preposition(grouping *g);
static void put_mark(grouping *g, uint32_t first, uint32_t end);

/* «عقب توقيع»: a noun of place or time that stands as a preposition does. */
static bool is_side(const grouping *g)
{
    ahd_duty u = g->s->duty[g->at], next = ahd_strand_duty(g->s, g->at + 1);

    return u.classes & AHD_GRAMMAR_SIDE && g->s->arabic &&
           g->prep == AHD_NONE && g->s->doc->chunks.count > g->s->base &&
           !(u.is & (AHD_DUTY_ARTICLE | AHD_DUTY_ACCUSATIVE)) &&
           (next.kind == AHD_DUTY_NOUN || next.kind == AHD_DUTY_PRONOUN);
}

/* «إلا أن», «غير أن» */
static bool is_but(const grouping *g)
{
    const ahd_strand *s = g->s;
    ahd_duty next = ahd_strand_duty(s, g->at + 1);

    return next.kind == AHD_DUTY_MARK && next.classes & AHD_GRAMMAR_THAT &&
           (ahd_strand_is(s, g->at, "إلا") || ahd_strand_is(s, g->at, "الا") ||
            ahd_strand_is(s, g->at, "غير"));
}

/* "more than 100 people", "at least two": 100 people, two */
static bool is_more(const grouping *g)
{
    ahd_duty after = ahd_strand_duty(g->s, g->at + 2);

    if (g->s->arabic ||
        (after.kind != AHD_DUTY_NUMBER && after.kind != AHD_DUTY_DETERMINER))
        return false;
    bool least =
        ahd_strand_is(g->s, g->at + 1, "least") &&
        (ahd_strand_is(g->s, g->at, "at") || ahd_strand_is(g->s, g->at, "At"));

    return (least || ahd_strand_is(g->s, g->at + 1, "than")) &&
           (least || ahd_strand_is(g->s, g->at, "more") ||
            ahd_strand_is(g->s, g->at, "More") ||
            ahd_strand_is(g->s, g->at, "less") ||
            ahd_strand_is(g->s, g->at, "fewer"));
}

static void put_but(grouping *g)
{
    put_mark(g, g->at, g->at + 2);
    g->s->joints[g->s->doc->chunks.count - 1].classes = AHD_GRAMMAR_BUT;
}

static void read_noun(grouping *g)
{
    if (is_side(g))
        read_preposition(g);
    else
        put_noun(g);
}

static void put_mark(grouping *g, uint32_t first, uint32_t end)
{
    ahd_chunk chunk = blank(first);
    uint32_t classes = 0;

    for (uint32_t i = first; i < end; i++)
        classes |= g->s->duty[i].classes;
    chunk.end = end;
    chunk.head = end - 1;
    chunk.kind = AHD_CHUNK_MARK;
    if (classes & AHD_GRAMMAR_RELATIVE && end > first + 1) {
        chunk.prep = first; /* «مما», "in which" */
        chunk.first = end - 1;
    }
    put(g, chunk, 0, classes);
}

static bool is_auxiliary(const ahd_strand *s, uint32_t at)
{
    return ahd_strand_segment(s, at)->pos == AHD_POS_AUX;
}

/* The verb of a group that starts at g->at: the last of its auxiliaries or the
 * first verb that is none. AHD_NONE when there are particles alone. */
static uint32_t find_verb(const grouping *g)
{
    uint32_t verb = AHD_NONE, at = g->at;

    for (; at < g->s->end && at < g->at + GROUP; at++) {
        uint8_t kind = g->s->duty[at].kind;
        if (kind == AHD_DUTY_VERB)
            verb = at;
        else if (kind != AHD_DUTY_PARTICLE && kind != AHD_DUTY_ADVERB)
            break;
        if (kind == AHD_DUTY_VERB && !is_auxiliary(g->s, at))
            break;
    }
    return verb;
}

static bool ends_in_ing(const ahd_strand *s, uint32_t at)
{
    return ahd_str_ends(ahd_doc_words(s->doc, ahd_strand_segment(s, at)->at),
                        AHD_STR("ing"));
}

/* English "signed": said as a participle of the past, or a passive one. */
static bool is_past_participle(uint32_t feats)
{
    uint32_t verbal = AHD_FEAT(feats, VERBAL);

    return verbal == AHD_PASSIVE_PARTICIPLE ||
           (verbal == AHD_PARTICIPLE && AHD_FEAT(feats, TENSE) == AHD_PAST);
}

/* "has been signed", "got arrested", and "the deal signed by": the last
 * auxiliary decides, without any the form. */
static bool is_passive(const ahd_strand *s, const ahd_chunk *c)
{
    uint32_t feats = ahd_strand_segment(s, c->head)->feats;
    uint32_t last = AHD_NONE;

    if (s->arabic)
        return AHD_FEAT(feats, VOICE) == AHD_PASSIVE;
    for (uint32_t i = c->first; i < c->head; i++)
        if (s->duty[i].kind == AHD_DUTY_VERB)
            last = i;
    if (last == AHD_NONE)
        return is_past_participle(feats);
    return s->duty[last].classes & AHD_GRAMMAR_PASSIVE &&
           !ends_in_ing(s, c->head);
}

/* What a verb without auxiliary is: "to sign", "signing", "signed by". */
static uint32_t bareness(const ahd_strand *s, const ahd_chunk *c)
{
    uint32_t feats = ahd_strand_segment(s, c->head)->feats;
    uint32_t is = 0;

    for (uint32_t i = c->first; i < c->head; i++) {
        if (s->duty[i].classes & AHD_GRAMMAR_TO)
            return AHD_JOINT_TO | AHD_JOINT_BARE;
        if (s->duty[i].kind == AHD_DUTY_VERB)
            return 0;
    }
    if (!s->arabic && (is_past_participle(feats) || ends_in_ing(s, c->head)))
        is |= AHD_JOINT_BARE;
    return is;
}

static void put_verb(grouping *g, uint32_t verb)
{
    ahd_strand *s = g->s;
    ahd_chunk chunk = blank(g->at);
    uint32_t is = 0;

    chunk.head = verb;
    chunk.end = verb + 1;
    chunk.kind = AHD_CHUNK_VERB;
    chunk.prep = g->prep;
    for (uint32_t i = chunk.first; i < chunk.end; i++)
        chunk.negated |= (s->duty[i].classes & AHD_GRAMMAR_NEGATION) != 0 &&
                         !ahd_strand_is(s, i + 1, "only");
    chunk.passive = is_passive(s, &chunk);
    if (is_auxiliary(s, verb) && s->duty[verb].classes & AHD_GRAMMAR_BE)
        is |= AHD_JOINT_AUXILIARY;
    put(g, chunk, is | bareness(s, &chunk), s->duty[verb].classes);
}

/* "a memorandum of understanding on": a noun, for it has no object. */
static bool is_gerund(const grouping *g)
{
    ahd_duty next = ahd_strand_duty(g->s, g->at + 1);

    return !g->s->arabic && g->prep != AHD_NONE &&
           g->s->duty[g->at].kind == AHD_DUTY_VERB &&
           ends_in_ing(g->s, g->at) &&
           (next.kind == AHD_DUTY_PREPOSITION || next.kind == AHD_DUTY_PUNCT ||
            next.kind == AHD_DUTY_AND);
}

/* Particles and verbs; "n't" after a verb is of that verb. */
static void read_verb(grouping *g)
{
    uint32_t verb = find_verb(g);
    ahd_duty u = g->s->duty[g->at];
    uint32_t count = g->s->doc->chunks.count;

    if (is_gerund(g)) {
        put_noun(g);
        return;
    }
    if (verb != AHD_NONE) {
        put_verb(g, verb);
        return;
    }
    if (u.classes & AHD_GRAMMAR_NEGATION && count > g->s->base && !g->before &&
        !g->s->arabic)
        ahd_strand_chunk(g->s, count - 1)->negated = true;
    else if (u.classes & AHD_GRAMMAR_NEGATION)
        g->negated = true;
    g->at++;
}

/* Adjectives in a row: «أكثر صعوبة», "very important". */
static void read_adjective(grouping *g)
{
    ahd_chunk chunk = blank(g->at);

    if (ahd_phrase_starts(g->s, g->at) || g->prep != AHD_NONE) {
        put_noun(g);
        return;
    }
    while (ahd_strand_duty(g->s, chunk.end).kind == AHD_DUTY_ADJECTIVE)
        chunk.end++;
    chunk.kind = AHD_CHUNK_ADJECTIVE;
    put(g, chunk, 0, g->s->duty[chunk.head].classes);
}

static void read_adverb(grouping *g)
{
    ahd_chunk chunk = blank(g->at);
    ahd_duty next = ahd_strand_duty(g->s, g->at + 1);

    if (ahd_phrase_starts(g->s, g->at) ||
        (g->prep != AHD_NONE && next.kind != AHD_DUTY_ADJECTIVE)) {
        put_noun(g);
        return;
    }
    if (!g->s->arabic && next.kind == AHD_DUTY_ADJECTIVE) {
        g->at++;
        return;
    }
    chunk.kind = AHD_CHUNK_ADVERB;
    put(g, chunk, 0, g->s->duty[chunk.head].classes);
}

/* "carried out an attack", "hook up with": of the verb, not of the noun. */
static bool is_particle(const ahd_strand *s, uint32_t at)
{
    static const char *const particles[] = {"up", "out", "off", "down"};

    if (s->arabic || at == s->first || s->duty[at - 1].kind != AHD_DUTY_VERB ||
        ahd_strand_duty(s, at + 1).classes & AHD_GRAMMAR_OF)
        return false;
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (ahd_strand_is(s, at, particles[i]))
            return true;
    return false;
}

/* «ل» before a verb and «بعد» before أن open a clause. */
static void read_preposition(grouping *g)
{
    const ahd_strand *s = g->s;
    uint32_t at = g->at + 1;
    uint8_t kind;

    if (is_particle(s, g->at)) {
        g->at++;
        return;
    }
    while (ahd_strand_duty(s, at).kind == AHD_DUTY_PREPOSITION)
        at++;
    /* "of violating" keeps its preposition */
    kind = ahd_strand_duty(s, at).kind;
    if (kind == AHD_DUTY_MARK &&
        s->duty[at].classes &
            (AHD_GRAMMAR_THAT | AHD_GRAMMAR_CLAUSE | AHD_GRAMMAR_RELATIVE)) {
        put_mark(g, g->at, at + 1);
    } else if (s->arabic &&
               (kind == AHD_DUTY_VERB || kind == AHD_DUTY_PARTICLE)) {
        put_mark(g, g->at, at);
        s->joints[s->doc->chunks.count - 1].classes |= AHD_GRAMMAR_CLAUSE;
    } else {
        g->prep = g->at;
        g->at = at;
    }
}

/* «كما أن», «إلا أن», "as if": marks in a row are one. */
static void read_mark(grouping *g)
{
    uint32_t end = g->at + 1;

    while (ahd_strand_duty(g->s, end).kind == AHD_DUTY_MARK &&
           !(g->s->duty[end].classes & AHD_GRAMMAR_RELATIVE))
        end++;
    put_mark(g, g->at, end);
}

/* " - ", "--": no hyphen of a word. */
static bool is_dash(const ahd_strand *s, uint32_t at)
{
    ahd_span span = ahd_strand_segment(s, at)->at;
    bool again = at > s->first && ahd_strand_is(s, at - 1, "-");

    return ahd_strand_is(s, at, "-") && span.start > 0 &&
           (again || s->doc->text.ptr[span.start - 1] == ' ');
}

/* A quotation mark leaves a preposition waiting: «في "كامب ديفيد"». */
static void read_punctuation(grouping *g)
{
    static const struct sign {
        uint8_t duty, joint;
    } signs[] = {{AHD_DUTY_COMMA, AHD_JOINT_COMMA},
                 {AHD_DUTY_COLON, AHD_JOINT_COLON},
                 {AHD_DUTY_QUOTE, AHD_JOINT_QUOTE}};
    uint16_t is = g->s->duty[g->at].is;

    if (is_dash(g->s, g->at))
        is |= AHD_DUTY_COMMA;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (is & signs[i].duty)
            g->before |= signs[i].joint;
    if (!(is & AHD_DUTY_QUOTE))
        g->prep = AHD_NONE;
    g->at++;
}

static void read_and(grouping *g)
{
    g->before |= AHD_JOINT_AND;
    g->prep = AHD_NONE;
    g->at++;
}

static void read_other(grouping *g)
{
    g->at++;
}

void ahd_group_find(ahd_strand *s)
{
    static void (*const readers[AHD_DUTY_KINDS])(grouping *) = {
        [AHD_DUTY_OTHER] = read_other,
        [AHD_DUTY_PUNCT] = read_punctuation,
        [AHD_DUTY_NOUN] = read_noun,
        [AHD_DUTY_NUMBER] = put_noun,
        [AHD_DUTY_PRONOUN] = put_noun,
        [AHD_DUTY_DETERMINER] = put_noun,
        [AHD_DUTY_ADJECTIVE] = read_adjective,
        [AHD_DUTY_ADVERB] = read_adverb,
        [AHD_DUTY_VERB] = read_verb,
        [AHD_DUTY_PARTICLE] = read_verb,
        [AHD_DUTY_PREPOSITION] = read_preposition,
        [AHD_DUTY_MARK] = read_mark,
        [AHD_DUTY_AND] = read_and,
    };
    grouping g = {.s = s, .at = s->first, .prep = AHD_NONE};

    while (g.at < s->end)
        if (is_more(&g))
            g.at += 2;
        else if (s->arabic && is_but(&g))
            put_but(&g);
        else
            readers[s->duty[g.at].kind](&g);
}
