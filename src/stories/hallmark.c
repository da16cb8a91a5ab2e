#include "stories/hallmark.h"

#include "lang/fold.h"
#include "lang/skeleton.h"
#include "stories/shingle.h"
#include "stories/sorted.h"

/* A name of fewer consonants is too many names. */
#define NOWHERE UINT32_MAX
#define HOUR (1ull << 48)

enum { LEAST_CONSONANTS = 3, FIRST_YEAR = 1900, LAST_YEAR = 2100, FEW = 10 };

typedef struct list {
    const ahd_kb *kb;
    const ahd_doc *doc;
    ahd_arena *arena;
    ahd_hallmarks *out;
    AHD_VEC(uint64_t) told; /* where it stands, above; the trait, below */
} list;

uint32_t ahd_hallmark_weight(uint32_t trait)
{
    static const uint8_t weights[1 << AHD_HALLMARK_BITS] = {
#define X(name, weight, firm) [AHD_HALLMARK_##name] = (weight),
        AHD_HALLMARK_KINDS(X)
#undef X
    };

    return weights[ahd_hallmark_kind_of(trait)];
}

bool ahd_hallmark_is_firm(uint32_t trait)
{
    static const bool is_firm[1 << AHD_HALLMARK_BITS] = {
#define X(name, weight, firm) [AHD_HALLMARK_##name] = (firm),
        AHD_HALLMARK_KINDS(X)
#undef X
    };

    return is_firm[ahd_hallmark_kind_of(trait)];
}

static void put(list *l, ahd_hallmark_kind kind, uint64_t what, uint32_t start)
{
    uint64_t hash = ahd_shingle_mix(what ^ (uint64_t)kind << 56);
    uint32_t trait =
        (uint32_t)(hash >> 32) << AHD_HALLMARK_BITS | (uint32_t)kind;

    *ahd_vec_push(l->arena, l->out) = trait;
    if (start != NOWHERE)
        *ahd_vec_push(l->arena, &l->told) = (uint64_t)start << 32 | trait;
}

static uint64_t hash_of(ahd_str s)
{
    uint64_t hash = 0xCBF29CE484222325ull;

    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * 0x100000001B3ull;
    return hash;
}

/* --------------------------------------------------------------- numbers */

/* Is the number part of a time, which is a trait by itself? */
static bool is_of_time(const ahd_doc *doc, const ahd_number *n, uint32_t *at)
{
    while (*at < doc->times.count && doc->times.items[*at].end <= n->first)
        ++*at;
    return *at < doc->times.count && doc->times.items[*at].first <= n->first;
}

static void put_number(list *l, const ahd_number *n)
{
    double value = n->value;
    bool whole = value >= 0 && value < 1e15 && value == (double)(int64_t)value;
    ahd_hallmark_kind kind = AHD_HALLMARK_NUMBER;

    if (n->kind == AHD_NUMBER_ORDINAL || !(value > -1e15 && value < 1e15))
        return;
    if (whole && value < FEW)
        kind = AHD_HALLMARK_COUNT;
    else if (whole && value >= FIRST_YEAR && value <= LAST_YEAR)
        kind = AHD_HALLMARK_YEAR;
    put(l, kind, (uint64_t)(int64_t)(value * 1000), n->at.start);
}

/* A day, and an hour: that of a prayer, of a flight. */
static void put_time(list *l, const ahd_time *t)
{
    if (t->from != AHD_NO_DAY && t->from == t->to)
        put(l, AHD_HALLMARK_DATE, (uint32_t)t->from, t->at.start);
    if (t->second >= 0)
        put(l, AHD_HALLMARK_NUMBER, HOUR | (uint32_t)t->second, t->at.start);
}

/* ----------------------------------------------------------------- names */

static ahd_hallmark_kind kind_of_actor(const ahd_kb *kb, uint32_t id)
{
    static const uint8_t kinds[] = {
        [AHD_ACTOR_STATE] = AHD_HALLMARK_STATE,
        [AHD_ACTOR_GOVERNMENT] = AHD_HALLMARK_STATE,
        [AHD_ACTOR_OUTLET] = AHD_HALLMARK_OUTLET,
        [AHD_ACTOR_AGENCY] = AHD_HALLMARK_OUTLET,
        [AHD_ACTOR_PERSON] = AHD_HALLMARK_PERSON,
        [AHD_ACTOR_DELEGATION] = AHD_HALLMARK_BODY,
    };
    uint32_t type = ahd_kb_actor_at(kb, id)->type;

    if (type < sizeof kinds && kinds[type] != 0)
        return (ahd_hallmark_kind)kinds[type];
    return AHD_HALLMARK_BODY;
}

/* Each word by how it sounds, so that another script is no other name. */
static void put_sounds(list *l, ahd_span at)
{
    ahd_str rest = ahd_fold(l->arena, ahd_doc_words(l->doc, at));

    while (rest.len > 0) {
        ahd_str word = ahd_str_cut(&rest, ' ');
        ahd_skeleton s = ahd_skeleton_add(0, word);
        if (ahd_skeleton_length(s) >= LEAST_CONSONANTS)
            put(l, AHD_HALLMARK_NAME, s, at.start);
    }
}

static void put_mention(list *l, const ahd_mention *m)
{
    const ahd_kb *kb = l->kb;

    if (m->kind == AHD_MENTION_AGREEMENT)
        return;
    if (m->id == AHD_NONE) {
        if (m->name.len > 0 && m->kind == AHD_MENTION_PERSON)
            put_sounds(l, m->name);
    } else if (m->kind == AHD_MENTION_PLACE) {
        put(l, AHD_HALLMARK_PLACE,
            hash_of(ahd_kb_str(kb, ahd_kb_place_at(kb, m->id)->id)),
            m->at.start);
    } else {
        put(l, kind_of_actor(kb, m->id),
            hash_of(ahd_kb_str(kb, ahd_kb_actor_at(kb, m->id)->id)),
            m->at.start);
    }
}

static void put_agreement(list *l, const ahd_agreement_ref *a)
{
    if (a->id != AHD_NONE)
        put(l, AHD_HALLMARK_AGREEMENT,
            hash_of(ahd_kb_str(l->kb, ahd_kb_agreement_at(l->kb, a->id)->id)),
            a->at.start);
    else if (a->resolution != 0)
        put(l, AHD_HALLMARK_AGREEMENT, a->resolution, a->at.start);
}

/* A name that the tagger sees and no mention holds. */
static void put_named(list *l)
{
    const ahd_doc *doc = l->doc;
    uint32_t m = 0;

    for (uint32_t i = 0; i < doc->named.count; i++) {
        const ahd_named *n = &doc->named.items[i];
        while (m < doc->mentions.count &&
               doc->mentions.items[m].end <= n->first)
            m++;
        if (m == doc->mentions.count || doc->mentions.items[m].first >= n->end)
            put_sounds(l, n->at);
    }
}

/* In which order it is told: who retells a story mostly keeps it, who tells of
 * the same by himself does not. */
static void put_pairs(list *l)
{
    uint64_t *told = l->told.items;
    uint32_t last = 0, before = 0;

    ahd_sorted_numbers(told, ahd_new(l->arena, uint64_t, l->told.count),
                       l->told.count);
    for (uint32_t i = 0; i < l->told.count; i++) {
        uint32_t trait = (uint32_t)told[i];
        if (trait == last)
            continue;
        if (last != 0)
            put(l, AHD_HALLMARK_PAIR, (uint64_t)last << 32 | trait, NOWHERE);
        if (before != 0)
            put(l, AHD_HALLMARK_PAIR, (uint64_t)before << 32 | trait, NOWHERE);
        before = last;
        last = trait;
    }
}

void ahd_hallmark_list(const ahd_kb *kb, const ahd_doc *doc, ahd_arena *arena,
                       ahd_hallmarks *out)
{
    list l = {.kb = kb, .doc = doc, .arena = arena, .out = out};

    for (uint32_t i = 0, at = 0; i < doc->numbers.count; i++)
        if (!is_of_time(doc, &doc->numbers.items[i], &at))
            put_number(&l, &doc->numbers.items[i]);
    for (uint32_t i = 0; i < doc->times.count; i++)
        put_time(&l, &doc->times.items[i]);
    for (uint32_t i = 0; i < doc->mentions.count; i++)
        put_mention(&l, &doc->mentions.items[i]);
    put_named(&l);
    for (uint32_t i = 0; i < doc->agreements.count; i++)
        put_agreement(&l, &doc->agreements.items[i]);
    for (uint32_t i = 0; i < doc->acts.count; i++)
        put(&l, AHD_HALLMARK_ACT, doc->acts.items[i].type, NOWHERE);
    for (uint32_t i = 0; i < doc->events.count; i++)
        put(&l, AHD_HALLMARK_EVENT, doc->events.items[i].type, NOWHERE);
    put_pairs(&l);
}
