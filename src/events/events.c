#include "events/events.h"

#include "doc/look.h"
#include "events/cast.h"
#include "events/told.h"

/* A rule that is right less often than this is no event alone. */
#define SURE 0.3

/* The last event of its type in its sentence; NULL when there is none. */
static ahd_event *earlier(const ahd_doc *doc, const ahd_event *event)
{
    enum { LOOK_BACK = 16 };
    uint32_t count = doc->events.count;

    for (uint32_t i = count; i-- > 0 && i + LOOK_BACK >= count;) {
        ahd_event *other = &doc->events.items[i];
        if (other->sentence != event->sentence)
            return NULL;
        if (other->type == event->type && other->modality == event->modality)
            return other;
    }
    return NULL;
}

/* ------------------------------------------------------------------ wants */

/* «هجوم» is news, «الهجوم» is known already, but «هجوم أمس», «تعرض للهجوم»
 * are told. */
static bool is_news(const ahd_episode *e, const ahd_event *event)
{
    const ahd_chunk *own = ahd_episode_chunk(e, e->chunk);

    if (own->of != AHD_NONE &&
        ahd_episode_chunk_is(e, own->of, AHD_EVENT_WORD_SUFFER))
        return true;
    return !(e->trigger->pro & AHD_PRO_AL) || event->time != AHD_NONE;
}

static bool is_past(const ahd_doc *doc, const ahd_chunk *c)
{
    uint32_t feats = doc->segments.items[c->head].feats;

    return c->kind == AHD_CHUNK_VERB &&
           (AHD_FEAT(feats, ASPECT) == AHD_PERFECT ||
            AHD_FEAT(feats, TENSE) == AHD_PAST);
}

/* A past verb that says that its noun was done, or told as an event itself. */
static bool says_done(const ahd_episode *e, uint32_t chunk)
{
    static const ahd_event_word words[] = {
        AHD_EVENT_WORD_WAGE, AHD_EVENT_WORD_SUFFER, AHD_EVENT_WORD_HIT,
        AHD_EVENT_WORD_HAPPEN};
    uint32_t head = ahd_episode_head(e, chunk);

    if (ahd_look_hit(e->doc, head, AHD_TERM_EVENT) && chunk != e->chunk)
        return true;
    if (!is_past(e->doc, ahd_episode_chunk(e, chunk)))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (ahd_episode_chunk_is(e, chunk, words[i]))
            return true;
    return false;
}

/* «خرجت مظاهرات», «نظموا مسيرة». */
static bool is_staged(const ahd_episode *e)
{
    const ahd_chunk *c = ahd_episode_chunk(e, ahd_episode_lead(e, e->chunk));

    /* "staged a protest": a light verb leans on it. */
    for (uint32_t i = e->low; i < e->high; i++) {
        const ahd_chunk *other = ahd_episode_chunk(e, i);
        if (other->of == e->chunk && other->link == AHD_LINK_SUPPORT &&
            e->doc->segments.items[other->head].pos == AHD_POS_VERB &&
            is_past(e->doc, other))
            return true;
    }
    return c->of != AHD_NONE && c->prep == AHD_NONE &&
           is_past(e->doc, ahd_episode_chunk(e, c->of)) &&
           (ahd_episode_chunk_is(e, c->of, AHD_EVENT_WORD_WAGE) ||
            ahd_episode_chunk_is(e, c->of, AHD_EVENT_WORD_HAPPEN));
}

/* «وقع هجوم», «قتل ثلاثة في هجوم», «هجوم أسفر عن مقتل ثلاثة». */
static bool is_done(const ahd_episode *e)
{
    const ahd_chunk *c = ahd_episode_chunk(e, ahd_episode_lead(e, e->chunk));

    if (c->of != AHD_NONE && says_done(e, c->of))
        return true;
    for (uint32_t i = e->low; i < e->high; i++) {
        const ahd_chunk *other = ahd_episode_chunk(e, i);
        if (other->of == e->chunk && says_done(e, i) &&
            (other->link == AHD_LINK_RELATIVE ||
             other->link == AHD_LINK_SUPPORT))
            return true;
    }
    return false;
}

/* Wants that a word of some class near the trigger meets. */
static const struct near {
    ahd_want want;
    ahd_event_word word;
} nears[] = {
    {AHD_WANT_WEAPON, AHD_EVENT_WORD_WEAPON},
    {AHD_WANT_MEASURE, AHD_EVENT_WORD_MEASURE},
    {AHD_WANT_RELIEF, AHD_EVENT_WORD_RELIEF},
    {AHD_WANT_FORCE, AHD_EVENT_WORD_FORCE},
    {AHD_WANT_BARRIER, AHD_EVENT_WORD_BARRIER},
    {AHD_WANT_PEACEKEEPER, AHD_EVENT_WORD_PEACEKEEPER},
    {AHD_WANT_REFUGEE, AHD_EVENT_WORD_REFUGEE},
    {AHD_WANT_GUILTY, AHD_EVENT_WORD_GUILTY},
    {AHD_WANT_PERMISSION, AHD_EVENT_WORD_PERMISSION},
};

/* "fired a dozen rockets", «أطلقت طائرة صاروخا»: a few words after it. */
static bool has_near(const ahd_episode *e, ahd_want want)
{
    enum { NEAR = 8 };
    uint32_t end = e->trigger->end;

    for (size_t n = 0; n < sizeof nears / sizeof *nears; n++)
        for (uint32_t i = end;
             nears[n].want == want && i < end + NEAR && i < e->sentence.end;
             i++)
            if (ahd_episode_is_word(e, i, nears[n].word))
                return true;
    return false;
}

static bool is_met(const ahd_episode *e, const ahd_event *event, ahd_want want)
{
    switch (want) {
    case AHD_WANT_SOURCE:
        return event->source.count > 0;
    case AHD_WANT_TARGET:
        return event->target.count > 0;
    case AHD_WANT_EITHER:
        return event->source.count > 0 || event->target.count > 0;
    case AHD_WANT_ACTOR:
        return ahd_cast_is_people(e, &event->source);
    case AHD_WANT_VICTIM:
        return ahd_cast_is_people(e, &event->target);
    case AHD_WANT_TOLL:
        return ahd_cast_is_counted(e, &event->target);
    case AHD_WANT_NEWS:
        return is_news(e, event);
    case AHD_WANT_PROTESTER:
        return ahd_cast_is_of(e, &event->source, AHD_EVENT_WORD_PROTESTER);
    case AHD_WANT_AMID:
        return earlier(e->doc, event) != NULL;
    case AHD_WANT_WEAPON:
    case AHD_WANT_MEASURE:
    case AHD_WANT_RELIEF:
    case AHD_WANT_FORCE:
    case AHD_WANT_BARRIER:
    case AHD_WANT_PEACEKEEPER:
    case AHD_WANT_REFUGEE:
    case AHD_WANT_GUILTY:
    case AHD_WANT_PERMISSION:
        return has_near(e, want);
    case AHD_WANT_ARMED:
        return ahd_cast_is_of(e, &event->source, AHD_EVENT_WORD_ARMED);
    case AHD_WANT_STAGED:
        return is_staged(e);
    case AHD_WANT_JOINS:
        return true;
    case AHD_WANT_DONE:
        return is_done(e);
    case AHD_WANTS:
        break;
    }
    return false;
}

static bool meets_wants(const ahd_episode *e, const ahd_event *event)
{
    for (unsigned want = 0; want < AHD_WANTS; want++)
        if (e->rule->wants & 1u << want && !is_met(e, event, (ahd_want)want))
            return false;
    return true;
}

/* --------------------------------------------------------------- triggers */

/* The form that a hit takes the word for must be the one that morph reads. */
static bool is_possible_form(const ahd_episode *e)
{
    uint8_t pos = e->doc->segments.items[e->segment].pos;

    switch (e->trigger->extra) {
    case AHD_FORM_PAST:
    case AHD_FORM_PRESENT:
    case AHD_FORM_BASE:
        return pos == AHD_POS_VERB && !(e->trigger->pro & AHD_PRO_AL);
    case AHD_FORM_MASDAR:
    case AHD_FORM_AGENT:
        return pos != AHD_POS_PROPN;
    default:
        return true;
    }
}

/* «استشهد بالشيخ محمد»: somebody is cited, and nobody was killed. */
static bool cites(const ahd_doc *doc, const ahd_hit *hit)
{
    uint32_t m = ahd_look_mention_at(doc, hit->end);

    return m != AHD_NONE && doc->mentions.items[m].first == hit->end &&
           doc->mentions.items[m].kind == AHD_MENTION_PERSON &&
           hit->extra == AHD_FORM_PAST &&
           ahd_look_has_pro(doc, hit->end, AHD_PRO_BI);
}

/* "March" is a month. */
static bool is_inside_time(const ahd_doc *doc, const ahd_hit *hit)
{
    uint32_t t = ahd_look_time_from(doc, hit->first + 1);

    return t > 0 && doc->times.items[t - 1].end > hit->first;
}

static bool is_inside_name(const ahd_doc *doc, const ahd_hit *hit)
{
    uint32_t m = ahd_look_mention_at(doc, hit->first);

    return m != AHD_NONE && doc->mentions.items[m].end > hit->first;
}

static bool try_rule(const ahd_kb *kb, ahd_doc *doc, const ahd_hit *hit,
                     ahd_event *out)
{
    ahd_episode e;
    ahd_modality modality;

    if (!ahd_episode_read(&e, kb, doc, hit) || !is_possible_form(&e) ||
        !ahd_told_how(&e, &modality))
        return false;
    *out = (ahd_event){.type = (uint8_t)e.rule->type,
                       .modality = (uint8_t)modality,
                       .sentence = doc->tokens.items[hit->first].sentence,
                       .trigger = ahd_look_span(doc, hit->first, hit->end),
                       .trigger_first = hit->first,
                       .trigger_end = hit->end,
                       .place = ahd_arg_none(),
                       .time = AHD_NONE,
                       .rule = hit->id,
                       .confidence = (float)e.rule->confidence};
    ahd_cast_event(&e, out);
    /* Nobody's plan is no event. */
    return meets_wants(&e, out) &&
           (modality == AHD_ACTUAL || out->source.count > 0);
}

/* ------------------------------------------------------------------- merge */

static bool overlaps(ahd_span a, ahd_span b)
{
    return a.start < ahd_span_end(b) && b.start < ahd_span_end(a);
}

enum { MOST = 16 }; /* arguments of an event */

static void add_args(ahd_doc *doc, ahd_args *to, const ahd_args *from,
                     ahd_span trigger)
{
    for (uint32_t i = 0; i < from->count; i++) {
        bool held = overlaps(from->items[i].at, trigger) || to->count == MOST;
        for (uint32_t j = 0; j < to->count; j++)
            held = held || overlaps(from->items[i].at, to->items[j].at);
        if (!held)
            *ahd_vec_push(doc->arena, to) = from->items[i];
    }
}

/* The chunk of a word, and whether `chunk` belongs to it in a few steps. */
static bool belongs(const ahd_doc *doc, uint32_t token, uint32_t to)
{
    enum { DEPTH = 4 };
    uint32_t chunk =
        ahd_look_chunk_after(doc, doc->tokens.items[token].segment);
    uint32_t goal = ahd_look_chunk_after(doc, doc->tokens.items[to].segment);

    for (int depth = 0; depth < DEPTH && chunk < doc->chunks.count; depth++) {
        if (chunk == goal)
            return true;
        if (doc->chunks.items[chunk].link == AHD_LINK_CONJUNCT)
            return false;
        chunk = doc->chunks.items[chunk].of;
    }
    return false;
}

/* «قتل ثلاثة في هجوم», «تظاهر المئات احتجاجا على القرار»: the second word adds
 * to the first what that lacks. An attack with victims of its own is apart. */
static bool merge(const ahd_kb *kb, ahd_doc *doc, const ahd_event *event)
{
    ahd_event *first = earlier(doc, event);

    if (first == NULL)
        return false;
    bool amid = ahd_kb_event_rule_at(kb, event->rule)->wants &
                (1u << AHD_WANT_AMID | 1u << AHD_WANT_JOINS);
    bool part =
        belongs(doc, event->trigger_first, first->trigger_first) &&
        (event->type == AHD_EVENT_PROTEST || event->target.count == 0 ||
         (first->target.count > 0 &&
          overlaps(event->target.items[0].at, first->target.items[0].at)));
    if (!amid && !part)
        return false;
    if (first->source.count == 0)
        add_args(doc, &first->source, &event->source, first->trigger);
    if (first->target.count == 0 || amid)
        add_args(doc, &first->target, &event->target, first->trigger);
    if (first->confidence < event->confidence)
        first->confidence = event->confidence;
    return true;
}

/* All rules of the phrases that start at `token`; the surest wins. */
static uint32_t read_trigger(const ahd_kb *kb, ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];
    const ahd_hit *first = ahd_look_hit(doc, token, AHD_TERM_EVENT);
    ahd_event best = {.confidence = 0};

    if (first == NULL || is_inside_name(doc, first) ||
        is_inside_time(doc, first) || cites(doc, first))
        return token + 1;
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        ahd_event event;
        if (hit->kind == AHD_TERM_EVENT && try_rule(kb, doc, hit, &event) &&
            event.confidence > best.confidence)
            best = event;
    }
    if (best.confidence < (float)SURE)
        return token + 1;
    if (!merge(kb, doc, &best))
        *ahd_vec_push(doc->arena, &doc->events) = best;
    return best.trigger_end;
}

void ahd_events_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)scratch;
    for (uint32_t token = 0; token < doc->tokens.count;)
        token = read_trigger(kb, doc, token);
}
