#include "events/cast.h"

#include "doc/look.h"
#include "events/occasion.h"

typedef struct caster {
    const ahd_episode *e;
    ahd_event *event;
} caster;

/* ------------------------------------------------------------- arguments */

/* «نحو مائة متظاهر مساء», «الآلاف احتجاجا»: a time or an event ends the
 * phrase. */
static uint32_t end_of_phrase(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t t = ahd_look_time_from(doc, doc->segments.items[first].token + 1);
    uint32_t time = t < doc->times.count ? doc->times.items[t].first : AHD_NONE;

    for (uint32_t i = first + 1; i < end; i++) {
        uint32_t token = doc->segments.items[i].token;
        if (token >= time || (token > doc->segments.items[first].token &&
                              ahd_look_hit(doc, token, AHD_TERM_EVENT)))
            return i;
    }
    return end;
}

static ahd_arg phrase_arg(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    ahd_arg arg = ahd_arg_none();
    uint32_t start = doc->segments.items[first].at.start;

    end = end_of_phrase(doc, first, end);

    arg.at = (ahd_span){start,
                        ahd_span_end(doc->segments.items[end - 1].at) - start};
    return arg;
}

/* Segments [first, end) as an argument: the mention of their head if there is
 * one, for it has an id; of people nobody knows («خمسة جنود») all the words. */
static ahd_arg arg_of(const caster *c, uint32_t first, uint32_t end,
                      uint32_t head)
{
    const ahd_doc *doc = c->e->doc;
    uint32_t m = ahd_look_mention_at(doc, doc->segments.items[head].token);
    ahd_arg phrase = phrase_arg(doc, first, end);

    if (m == AHD_NONE)
        return phrase;
    ahd_arg arg = ahd_look_arg(doc, m);
    ahd_span at = doc->mentions.items[m].at;
    if (arg.id == AHD_NONE && phrase.at.start <= at.start &&
        ahd_span_end(at) <= ahd_span_end(phrase.at))
        arg.at = phrase.at;
    return arg;
}

static bool overlaps(ahd_span a, ahd_span b)
{
    return a.start < ahd_span_end(b) && b.start < ahd_span_end(a);
}

static bool holds(const ahd_args *args, ahd_span at)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (overlaps(args->items[i].at, at))
            return true;
    return false;
}

static void put(caster *c, uint8_t place, ahd_arg arg)
{
    uint8_t slot = c->e->rule->slots[place];
    ahd_args *args =
        slot == AHD_SLOT_TARGET ? &c->event->target : &c->event->source;

    if (slot != AHD_SLOT_SOURCE && slot != AHD_SLOT_TARGET)
        return;
    if (arg.at.len == 0 || holds(&c->event->source, arg.at) ||
        holds(&c->event->target, arg.at) || overlaps(arg.at, c->event->trigger))
        return;
    *ahd_vec_push(c->e->doc->arena, args) = arg;
}

static bool is_time_at(const caster *c, uint32_t segment)
{
    const ahd_doc *doc = c->e->doc;
    uint32_t token = doc->segments.items[segment].token;
    uint32_t t = ahd_look_time_from(doc, token);

    return (t < doc->times.count && doc->times.items[t].first == token) ||
           (t > 0 && doc->times.items[t - 1].end > token);
}

/* «مئات من المتظاهرين»: the words of whom there are some belong to it. */
static uint32_t end_of(const caster *c, uint32_t chunk)
{
    const ahd_chunk *own = ahd_episode_chunk(c->e, chunk);
    const ahd_chunk *next = own + 1;

    if (chunk + 1 >= c->e->high || next->prep == AHD_NONE ||
        next->of != chunk ||
        (!ahd_episode_chunk_is(c->e, chunk, AHD_EVENT_WORD_SOME) &&
         c->e->doc->segments.items[own->head].pos != AHD_POS_NUM))
        return own->end;
    uint32_t prep = c->e->doc->segments.items[next->prep].token;
    return ahd_episode_is_class(c->e, prep, AHD_CLASS_FROM) ? next->end
                                                            : own->end;
}

static bool is_no_party(const caster *c, uint32_t chunk)
{
    const ahd_chunk *own = ahd_episode_chunk(c->e, chunk);
    const ahd_doc *doc = c->e->doc;
    uint32_t first = doc->segments.items[own->first].token;

    return ahd_episode_chunk_is(c->e, chunk, AHD_EVENT_WORD_NOBODY) ||
           (AHD_FEAT(doc->segments.items[own->first].feats, VERBAL) ==
                AHD_MASDAR &&
            ahd_look_hit(doc, first, AHD_TERM_EVENT) != NULL);
}

/* A chunk and those that are joined to it. */
static void put_chunk(caster *c, uint8_t place, uint32_t chunk)
{
    const ahd_chunk *own;

    /* «أسفر عن مقتل ثلاثة» tells the killing, not the killed. */
    if (chunk == AHD_NONE || is_no_party(c, chunk) ||
        is_time_at(c, ahd_episode_chunk(c->e, chunk)->head))
        return;
    own = ahd_episode_chunk(c->e, chunk);
    put(c, place, arg_of(c, own->first, end_of(c, chunk), own->head));
    for (uint32_t i = chunk + 1; i < c->e->high; i++) {
        const ahd_chunk *other = ahd_episode_chunk(c->e, i);
        if (other->of == chunk && other->link == AHD_LINK_CONJUNCT &&
            other->kind == AHD_CHUNK_NOUN && other->prep == own->prep)
            put(c, place, arg_of(c, other->first, other->end, other->head));
    }
}

/* ---------------------------------------------------------- prepositions */

/* Prepositions that stand apart, by their class in data/classes. */
static const struct preposition {
    ahd_class class;
    ahd_event_place place;
} prepositions[] = {
    {AHD_CLASS_BY, AHD_PLACE_BY},           {AHD_CLASS_ON, AHD_PLACE_ON},
    {AHD_CLASS_TO, AHD_PLACE_TO},           {AHD_CLASS_IN, AHD_PLACE_IN},
    {AHD_CLASS_AGAINST, AHD_PLACE_AGAINST}, {AHD_CLASS_WITH, AHD_PLACE_WITH},
    {AHD_CLASS_BETWEEN, AHD_PLACE_BETWEEN}, {AHD_CLASS_ABOUT, AHD_PLACE_ABOUT},
    {AHD_CLASS_FROM, AHD_PLACE_FROM},
};

/* ب and ل are a segment of the noun's token. */
static ahd_event_place clitic_place(const ahd_doc *doc, const ahd_segment *s)
{
    ahd_str word = ahd_str_span(doc->text, s->at);

    if (ahd_str_eq(word, AHD_STR("ب")))
        return AHD_PLACE_BI;
    return ahd_str_eq(word, AHD_STR("ل")) ? AHD_PLACE_TO : AHD_PLACES;
}

static ahd_event_place place_of(const caster *c, const ahd_chunk *chunk)
{
    const ahd_doc *doc = c->e->doc;
    const ahd_segment *s;

    if (chunk->prep == AHD_NONE)
        return AHD_PLACES;
    s = &doc->segments.items[chunk->prep];
    if (s->kind == AHD_SEGMENT_PROCLITIC)
        return clitic_place(doc, s);
    if (ahd_look_is(doc, s->token, "of"))
        return AHD_PLACE_OF;
    if (ahd_look_is(doc, s->token, "for"))
        return AHD_PLACE_FOR;
    if (ahd_look_is(doc, s->token, "into"))
        return AHD_PLACE_IN;
    if (ahd_episode_is_word(c->e, s->token, AHD_EVENT_WORD_BESIDE))
        return AHD_PLACE_AT;
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (ahd_episode_is_class(c->e, s->token, prepositions[i].class))
            return prepositions[i].place;
    return AHD_PLACES;
}

/* What a preposition ties to `chunk`: a verb's obliques, a noun's attributes.
 */
static void put_obliques(caster *c, uint32_t chunk)
{
    for (uint32_t i = c->e->low; i < c->e->high; i++) {
        const ahd_chunk *other = ahd_episode_chunk(c->e, i);
        ahd_event_place place = place_of(c, other);
        if (other->of == chunk && place != AHD_PLACES && i != c->e->chunk &&
            other->kind == AHD_CHUNK_NOUN &&
            (other->link == AHD_LINK_OBLIQUE ||
             other->link == AHD_LINK_ATTRIBUTE))
            put_chunk(c, place, i);
    }
}

/* ----------------------------------------------------------------- verbs */

static bool has_plural_ending(const caster *c)
{
    const ahd_segment *s = &c->e->doc->segments.items[c->e->segment];

    return AHD_FEAT(s->feats, NUMBER) == AHD_PLURAL;
}

static bool is_arabic(const caster *c)
{
    return c->e->doc->tokens.items[c->e->trigger->first].flags &
           AHD_TOKEN_ARABIC;
}

/* «خطفه مسلحون»: its object is the pronoun. */
static bool is_cliticised(const caster *c)
{
    return c->e->trigger->suffix && is_arabic(c) && !has_plural_ending(c);
}

/* «قتل أمس سبعة من عناصر الشرطة»: a time stands before whoever it is, in one
 * chunk. */
static void put_after_time(caster *c)
{
    uint32_t chunk = c->e->chunk + 1;

    if (chunk >= c->e->high)
        return;
    const ahd_chunk *own = ahd_episode_chunk(c->e, chunk);
    if (own->of != c->e->chunk || own->link != AHD_LINK_ADVERBIAL ||
        own->kind != AHD_CHUNK_NOUN || !is_time_at(c, own->first))
        return;
    for (uint32_t i = own->first + 1; i < own->end; i++)
        if (!is_time_at(c, i)) {
            put(c,
                c->e->rule->slots[AHD_PLACE_ALONE] ? AHD_PLACE_ALONE
                                                   : AHD_PLACE_SUBJ,
                arg_of(c, i, end_of(c, chunk), i));
            break;
        }
}

/* "returned a head that was stolen in 2003 to the museum": a late "to". */
static void put_recipient(caster *c)
{
    const ahd_episode *e = c->e;

    if (e->rule->slots[AHD_PLACE_TO] != AHD_SLOT_TARGET ||
        c->event->target.count > 0)
        return;
    for (uint32_t i = e->chunk + 1;
         i < e->high && ahd_episode_head(e, i) < e->sentence.end; i++)
        if (place_of(c, ahd_episode_chunk(e, i)) == AHD_PLACE_TO &&
            ahd_episode_chunk(e, i)->kind == AHD_CHUNK_NOUN) {
            put_chunk(c, AHD_PLACE_TO, i);
            return;
        }
}

/* Whoever arrests is named first: «اعتقلت قوات الاحتلال خمسة». Of the dead it
 * is a state or a body. */
static bool is_force(const caster *c, uint32_t chunk)
{
    uint32_t token = ahd_episode_head(c->e, chunk);
    uint32_t m = ahd_look_mention_at(c->e->doc, token);
    uint8_t kind =
        m == AHD_NONE ? AHD_MENTION_PLACE : c->e->doc->mentions.items[m].kind;

    return kind == AHD_MENTION_ORGANISATION || kind == AHD_MENTION_STATE ||
           (c->e->rule->type == AHD_EVENT_COERCE &&
            ahd_episode_is_word(c->e, token, AHD_EVENT_WORD_ARMED));
}

/* «اعتقلت حماس أمس خمسة منهم»: people soon after it are whom it was done to,
 * though the chunks do not say so. */
static void put_people_after(caster *c, uint32_t subject)
{
    enum { SOON = 4 };
    const ahd_episode *e = c->e;

    for (uint32_t i = subject + 1; i < subject + SOON && i < e->high; i++) {
        const ahd_chunk *other = ahd_episode_chunk(e, i);
        if (other->kind != AHD_CHUNK_NOUN)
            return;
        if (other->prep == AHD_NONE &&
            (e->doc->segments.items[other->head].pos == AHD_POS_NUM ||
             ahd_episode_chunk_is(e, i, AHD_EVENT_WORD_PEOPLE))) {
            put_chunk(c, AHD_PLACE_OBJ, i);
            return;
        }
    }
}

static void cast_verb(caster *c)
{
    const ahd_episode *e = c->e;
    const uint8_t *slots = e->rule->slots;
    uint32_t subject = ahd_episode_subject(e, e->chunk);
    uint32_t object = ahd_episode_linked(e, e->chunk, AHD_LINK_OBJECT);
    const ahd_chunk *own = ahd_episode_chunk(e, e->chunk);
    /* "were holding three workers": a light verb leans on its object. */
    if (own->link == AHD_LINK_SUPPORT && object == AHD_NONE) {
        object = own->of;
        subject = ahd_episode_linked(e, object, AHD_LINK_SUBJECT);
    }
    bool follows = object != AHD_NONE && object > e->chunk;

    if (own->passive) {
        put_chunk(c, AHD_PLACE_OBJ, subject != AHD_NONE ? subject : object);
    } else if (subject != AHD_NONE && object != AHD_NONE) {
        put_chunk(c, AHD_PLACE_SUBJ, subject);
        put_chunk(c, AHD_PLACE_OBJ, object);
    } else if (subject != AHD_NONE) {
        bool force = is_force(c, subject);
        bool alone = slots[AHD_PLACE_ALONE] && !e->trigger->suffix && !force;
        put_chunk(c, alone ? AHD_PLACE_ALONE : AHD_PLACE_SUBJ, subject);
        if (force && is_arabic(c))
            put_people_after(c, subject);
    } else if (follows &&
               (slots[AHD_PLACE_OBJ] == AHD_SLOT_NONE || is_cliticised(c))) {
        put_chunk(c, AHD_PLACE_SUBJ, object);
    } else {
        put_chunk(c, AHD_PLACE_OBJ, object);
    }
    if (subject == AHD_NONE && object == AHD_NONE)
        put_after_time(c);
    put_obliques(c, e->chunk);
    if (is_arabic(c))
        return;
    /* "lifted sanctions on the bank": its object has them. */
    if (object != AHD_NONE)
        put_obliques(c, object);
    put_recipient(c);
}

/* ----------------------------------------------------------------- nouns */

static bool is_nominal(const ahd_segment *s)
{
    return s->pos == AHD_POS_NOUN || s->pos == AHD_POS_PROPN ||
           s->pos == AHD_POS_NUM || s->pos == AHD_POS_X;
}

/* «مقتل ستة مدنيين»: the words after the noun in its chunk. */
static void put_genitive(caster *c)
{
    const ahd_episode *e = c->e;
    const ahd_doc *doc = e->doc;
    const ahd_chunk *own = ahd_episode_chunk(e, e->chunk);
    uint32_t next = e->segment + 1;

    while (next < own->end && doc->segments.items[next].token < e->trigger->end)
        next++;
    /* «مقتل نحو ستة»: a chunk of its own. */
    if (next == own->end && e->chunk + 1 < e->high && own[1].of == e->chunk &&
        ahd_episode_chunk_is(e, e->chunk + 1, AHD_EVENT_WORD_APPROX))
        put_chunk(c, AHD_PLACE_OF, e->chunk + 1);
    if (next >= own->end || !is_nominal(&doc->segments.items[next]) ||
        AHD_FEAT(doc->segments.items[next].feats, VERBAL) == AHD_MASDAR ||
        !is_arabic(c))
        return;
    put(c, AHD_PLACE_OF, arg_of(c, next, own->end, next));
}

/* The verb of «هجوم نفذه مسلحون», «هجوم استهدف دورية». */
static void put_relative(caster *c, uint32_t verb)
{
    const ahd_episode *e = c->e;
    uint32_t subject = ahd_episode_linked(e, verb, AHD_LINK_SUBJECT);
    uint32_t object = ahd_episode_linked(e, verb, AHD_LINK_OBJECT);

    if (ahd_episode_chunk_is(e, verb, AHD_EVENT_WORD_WAGE))
        put_chunk(c, AHD_PLACE_CARRIER,
                  subject != AHD_NONE && subject > verb ? subject : object);
    else if (ahd_episode_chunk_is(e, verb, AHD_EVENT_WORD_HIT))
        put_chunk(c, AHD_PLACE_ON, object);
}

/* The verb that the noun is object or subject of. */
static void put_governor(caster *c)
{
    const ahd_episode *e = c->e;
    uint32_t lead = ahd_episode_lead(e, e->chunk);
    const ahd_chunk *own = ahd_episode_chunk(e, lead);
    uint32_t verb = own->of;

    if (verb == AHD_NONE)
        return;
    if (own->link == AHD_LINK_SUBJECT) {
        put_relative(c, verb);
        return;
    }
    uint32_t subject = ahd_episode_subject(e, verb);
    if (c->e->rule->slots[AHD_PLACE_SUBJ]) {
        put_chunk(c, AHD_PLACE_SUBJ, subject); /* "went on strike" */
        put_obliques(c, verb);
    } else if (ahd_episode_chunk_is(e, verb, AHD_EVENT_WORD_WAGE) ||
               ahd_episode_chunk_is(e, verb, AHD_EVENT_WORD_INTEND) ||
               ahd_episode_chunk_is(e, verb, AHD_EVENT_WORD_REFUSE)) {
        put_chunk(c, AHD_PLACE_CARRIER, subject);
        put_obliques(c, verb);
    } else if (ahd_episode_chunk_is(e, verb, AHD_EVENT_WORD_SUFFER)) {
        put_chunk(c, AHD_PLACE_SUFFERER, subject);
    }
}

/* "a Taliban attack on a base". */
static void put_name_before(caster *c)
{
    const ahd_episode *e = c->e;
    uint32_t token = e->trigger->first;
    uint32_t m = token > 0 ? ahd_look_mention_at(e->doc, token - 1) : AHD_NONE;

    if (m != AHD_NONE && !is_arabic(c))
        put(c, AHD_PLACE_BEFORE, ahd_look_arg(e->doc, m));
}

/* "suspension of aid to the region": of a chunk inside the trigger. */
static void put_obliques_inside(caster *c)
{
    const ahd_episode *e = c->e;

    for (uint32_t i = e->chunk + 1;
         i < e->high && ahd_episode_head(e, i) < e->trigger->end; i++)
        put_obliques(c, i);
}

static void cast_noun(caster *c)
{
    const ahd_episode *e = c->e;
    uint32_t support = AHD_NONE;

    put_genitive(c);
    put_name_before(c);
    put_obliques(c, e->chunk);
    put_obliques_inside(c);
    put_governor(c);
    for (uint32_t i = e->chunk + 1; i < e->high; i++) {
        const ahd_chunk *other = ahd_episode_chunk(e, i);
        if (other->of == e->chunk && other->link == AHD_LINK_RELATIVE)
            put_relative(c, i);
    }
    /* «قامت طائرة بقصف …»: its subject is the noun's. */
    support = ahd_episode_linked(e, e->chunk, AHD_LINK_SUBJECT);
    put_chunk(c, AHD_PLACE_CARRIER, support);
}

/* ---------------------------------------------------- whom it addresses */

/* «مطالبين برحيل الرئيس فلان»: whom the words after the trigger name is meant,
 * more than what is demanded of him. */
static void find_addressee(caster *c)
{
    enum { AHEAD = 8 };
    const ahd_doc *doc = c->e->doc;
    uint32_t end = c->e->trigger->end;
    uint32_t i = ahd_look_mention_from(doc, end);

    if (c->e->rule->type != AHD_EVENT_PROTEST ||
        !(c->e->rule->wants & (1u << AHD_WANT_AMID | 1u << AHD_WANT_JOINS)) ||
        i == doc->mentions.count || c->event->target.count == 0)
        return;
    const ahd_mention *m = &doc->mentions.items[i];
    if (m->first > end + AHEAD || m->end > c->e->sentence.end ||
        m->kind == AHD_MENTION_PLACE)
        return;
    ahd_arg named = ahd_look_arg(doc, i);
    for (uint32_t a = 0; a < c->event->target.count; a++)
        if (overlaps(c->event->target.items[a].at, named.at)) {
            c->event->target.items[a] = named;
            return;
        }
    *ahd_vec_push(doc->arena, &c->event->target) = named;
}

void ahd_cast_event(const ahd_episode *e, ahd_event *event)
{
    caster c = {e, event};
    uint8_t kind = ahd_episode_chunk(e, e->chunk)->kind;

    if (kind == AHD_CHUNK_VERB)
        cast_verb(&c);
    else
        cast_noun(&c);
    find_addressee(&c);
    ahd_occasion_find(e, event);
}

/* ------------------------------------------------------------- questions */

typedef bool test_fn(const ahd_episode *e, uint32_t token, ahd_event_word word);

static bool is_person_word(const ahd_episode *e, uint32_t token,
                           ahd_event_word word)
{
    const ahd_segment *host = ahd_look_host(e->doc, token);

    return ahd_look_hit(e->doc, token, AHD_TERM_HEAD) != NULL ||
           ahd_episode_is_word(e, token, word) ||
           (host && (host->pos == AHD_POS_PROPN || host->pos == AHD_POS_NUM));
}

static bool is_number_word(const ahd_episode *e, uint32_t token,
                           ahd_event_word word)
{
    (void)word;
    return e->doc->tokens.items[token].kind == AHD_TOKEN_NUMBER ||
           ahd_look_hit(e->doc, token, AHD_TERM_NUMBER) != NULL;
}

static bool any_word(const ahd_episode *e, const ahd_args *args, test_fn *test,
                     ahd_event_word word)
{
    const ahd_doc *doc = e->doc;

    for (uint32_t i = 0; i < args->count; i++) {
        ahd_span at = args->items[i].at;
        for (uint32_t token = ahd_look_token_at(doc, at.start);
             token < doc->tokens.count &&
             doc->tokens.items[token].at.start < ahd_span_end(at);
             token++)
            if (test(e, token, word))
                return true;
    }
    return false;
}

bool ahd_cast_is_people(const ahd_episode *e, const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].mention != AHD_NONE)
            return true;
    return any_word(e, args, is_person_word, AHD_EVENT_WORD_PEOPLE);
}

bool ahd_cast_is_of(const ahd_episode *e, const ahd_args *args,
                    ahd_event_word word)
{
    return any_word(e, args, ahd_episode_is_word, word);
}

bool ahd_cast_is_counted(const ahd_episode *e, const ahd_args *args)
{
    return any_word(e, args, is_number_word, AHD_EVENT_WORD_PEOPLE);
}
