#include "events/told.h"

#include "doc/look.h"

/* How far before the trigger each kind of word governs it. */
static const struct reach {
    ahd_class class;
    uint32_t words;
} reaches[] = {
    {AHD_CLASS_CONDITION, 8},
    {AHD_CLASS_NEGATION, 2},
    {AHD_CLASS_FUTURE, 4},
    {AHD_CLASS_POSSIBLE, 3},
};

static bool is_past(const ahd_episode *e)
{
    const ahd_segment *s = &e->doc->segments.items[e->segment];

    return e->trigger->extra == AHD_FORM_PAST ||
           (s->pos == AHD_POS_VERB &&
            (AHD_FEAT(s->feats, ASPECT) == AHD_PERFECT ||
             AHD_FEAT(s->feats, TENSE) == AHD_PAST));
}

/* A term of the kb at most `words` before the trigger, no mark between. */
static bool is_before(const ahd_episode *e, ahd_term_kind kind, uint32_t id,
                      uint32_t words)
{
    uint32_t first = e->trigger->first;

    for (uint32_t back = 1; back <= words; back++) {
        if (first < e->sentence.first + back)
            return false;
        if (ahd_look_is_punct(e->doc, first - back))
            return false;
        if (ahd_look_hit_id(e->doc, first - back, kind, id))
            return true;
    }
    return false;
}

/* «قد» before a past verb stresses that it happened; what is possible or to
 * come is not past. */
static bool is_governed(const ahd_episode *e)
{
    bool past = is_past(e);
    bool noun = e->doc->segments.items[e->segment].pos != AHD_POS_VERB;

    for (size_t i = 0; i < sizeof reaches / sizeof *reaches; i++) {
        ahd_class class = reaches[i].class;
        if (past && (class == AHD_CLASS_POSSIBLE || class == AHD_CLASS_FUTURE))
            continue;
        /* «طائرة بدون طيار أطلقت»: of a noun only the word before it. */
        if (is_before(e, AHD_TERM_CLASS, class,
                      noun && class == AHD_CLASS_NEGATION ? 1
                                                          : reaches[i].words))
            return true;
    }
    return is_before(e, AHD_TERM_EVENT_WORD, AHD_EVENT_WORD_UNDONE, 3);
}

/* «أن يقتل», «لاغتيال»: what is wanted has not happened. */
static bool is_wanted(const ahd_episode *e)
{
    const ahd_hit *trigger = e->trigger;

    if (trigger->extra == AHD_FORM_PRESENT && trigger->first > 0 &&
        (trigger->pro & AHD_PRO_LI ||
         ahd_episode_is_class(e, trigger->first - 1, AHD_CLASS_THAT)))
        return true;
    /* "has decided to ease": that is done. */
    const ahd_chunk *own = ahd_episode_chunk(e, e->chunk);
    if (own->of != AHD_NONE && own->link == AHD_LINK_COMPLEMENT &&
        ahd_episode_chunk_is(e, own->of, AHD_EVENT_WORD_HAPPEN))
        return false;
    return trigger->extra == AHD_FORM_BASE && trigger->first > 0 &&
           (ahd_look_is(e->doc, trigger->first - 1, "to") ||
            ahd_episode_is_class(e, trigger->first - 1, AHD_CLASS_FUTURE));
}

/* A chunk that governs it says that it was not done: «أحبط الجيش هجوما». */
static bool is_undone(const ahd_episode *e)
{
    enum { DEPTH = 2 };
    uint32_t chunk = e->chunk;

    for (int depth = 0; depth < DEPTH; depth++) {
        const ahd_chunk *c = ahd_episode_chunk(e, chunk);
        if (c->negated)
            return true;
        if (c->of == AHD_NONE || c->link == AHD_LINK_CONJUNCT ||
            c->link == AHD_LINK_RELATIVE || c->link == AHD_LINK_ADVERBIAL)
            return false;
        chunk = c->of;
        if (ahd_episode_chunk_is(e, chunk, AHD_EVENT_WORD_UNDONE))
            return true;
    }
    return false;
}

/* «الذي اغتالته إسرائيل», «منذ اغتيال بوتو», «عام 1998»: history that is older
 * than what the sentence tells. */
static bool is_backdrop(const ahd_episode *e)
{
    enum { NEAR = 20 };
    const ahd_doc *doc = e->doc;
    uint32_t first = e->trigger->first;
    uint8_t pos = doc->segments.items[e->segment].pos;

    /* «سائحتين اختطفتا في وقت سابق»: of those whom the sentence is about. */
    if (e->rule->slots[AHD_PLACE_ALONE] && is_past(e) &&
        ahd_episode_chunk(e, e->chunk)->link == AHD_LINK_RELATIVE)
        return true;
    if (first > e->sentence.first) {
        if (is_past(e) &&
            ahd_episode_is_class(e, first - 1, AHD_CLASS_RELATIVE))
            return true;
        if (pos != AHD_POS_VERB &&
            (ahd_episode_is_class(e, first - 1, AHD_CLASS_AFTER) ||
             ahd_look_hit_id(doc, first - 1, AHD_TERM_TIME,
                             AHD_TIME_WORD_SINCE)))
            return true;
    }
    if (e->rule->type != AHD_EVENT_ASSAULT &&
        e->rule->type != AHD_EVENT_PROTEST)
        return false;
    for (uint32_t i = ahd_look_time_from(doc, first > NEAR ? first - NEAR
                                                           : e->sentence.first);
         i < doc->times.count && doc->times.items[i].first < first + NEAR; i++)
        if (doc->times.items[i].sentence == doc->tokens.items[first].sentence &&
            (doc->times.items[i].grain == AHD_GRAIN_YEAR ||
             doc->times.items[i].grain == AHD_GRAIN_DECADE) &&
            doc->times.items[i].kind != AHD_TIME_DURATION)
            return true;
    return false;
}

static bool is_asked(const ahd_episode *e)
{
    uint32_t last = e->sentence.end;

    return last > 0 && (ahd_look_is(e->doc, last - 1, "؟") ||
                        ahd_look_is(e->doc, last - 1, "?"));
}

static bool is_done(const ahd_episode *e)
{
    return !(e->trigger->pro & AHD_PRO_SA) && !is_wanted(e) &&
           !is_governed(e) && !is_undone(e);
}

/* "has agreed to release", "will not lift": what is not done is planned or
 * refused, where the words before it say so. */
static bool is_meant(const ahd_episode *e, ahd_modality *out)
{
    enum { WORDS = 7 };

    if (is_before(e, AHD_TERM_EVENT_WORD, AHD_EVENT_WORD_REFUSE, WORDS))
        *out = AHD_NEGATED;
    else if (e->trigger->pro & AHD_PRO_SA ||
             is_before(e, AHD_TERM_EVENT_WORD, AHD_EVENT_WORD_INTEND, WORDS))
        *out = AHD_PLANNED;
    else
        return false;
    return true;
}

bool ahd_told_how(const ahd_episode *e, ahd_modality *out)
{
    *out = AHD_ACTUAL;
    if (is_asked(e) || is_backdrop(e))
        return false;
    if (e->trigger->extra == AHD_FORM_BASE && is_meant(e, out))
        return true;
    return is_done(e) || is_meant(e, out);
}
