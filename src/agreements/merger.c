#include "agreements/merger.h"

#include "agreements/registered.h"
#include "agreements/subject.h"
#include "base/map.h"

#include <assert.h>

/* Tellings of many parties: so many pairs are looked up, no more. Of those that
 * have a pair in common, so many of the last ones. */
enum { MOST_SIDES = 6, MOST_LOOKS = 64 };

/* Days that a telling may follow the agreement, and two tellings be apart: far
 * when their sentences have many words in common. */
enum { AFTER = 5, APART = 3, FAR_APART = 10 };
enum { SOME_WORDS = 2, MANY_WORDS = 4 };

typedef AHD_VEC(ahd_str) sides;

/* What is one agreement so far. */
typedef struct cluster {
    uint32_t first; /* the discovery that stands for it */
    uint32_t noun;  /* the most telling one */
    ahd_day day, told_from, told_to;
    ahd_str place;
    sides sides;
    AHD_VEC(uint32_t) members;
} cluster;

/* Clusters with a pair of sides, or a sentence, in common: the last first. */
typedef struct shelf {
    uint32_t cluster, next; /* next: + 1 */
} shelf;

typedef struct merger {
    const ahd_kb *kb;
    ahd_arena *arena;
    ahd_discoveries *all;
    sides *sides; /* by discovery */
    AHD_VEC(cluster) clusters;
    AHD_VEC(shelf) shelves;
    ahd_map shelf_of; /* "ly-gna qa" -> shelf + 1 */
    ahd_map places;   /* id -> kb place */
} merger;

/* ------------------------------------------------------------------ order */

static ahd_day key_day(const ahd_discovery *d)
{
    if (d->day != AHD_NO_DAY)
        return d->day;
    return d->told == AHD_NO_DAY ? INT32_MAX : d->told;
}

int ahd_merger_order(const void *a, const void *b)
{
    const ahd_discovery *one = a, *other = b;
    ahd_day x = key_day(one), y = key_day(other);

    if (x != y)
        return x < y ? -1 : 1;
    if (one->parties.count != other->parties.count)
        return one->parties.count > other->parties.count ? -1 : 1;
    return ahd_str_cmp(one->id, other->id);
}

static bool holds(const sides *all, ahd_str side)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (ahd_str_eq(all->items[i], side))
            return true;
    return false;
}

static void add_side(merger *m, sides *to, ahd_str side)
{
    if (side.len > 0 && !holds(to, side))
        *ahd_vec_push(m->arena, to) = side;
}

/* «أوباما» is no side beside «الولايات المتحدة». */
static bool is_within(const merger *m, const sides *all, ahd_str side)
{
    uint32_t part = ahd_kb_find_actor(m->kb, side);

    for (uint32_t i = 0; i < all->count; i++) {
        uint32_t whole = ahd_kb_find_actor(m->kb, all->items[i]);
        if (part != whole && part != AHD_KB_NONE && whole != AHD_KB_NONE &&
            ahd_kb_is_of(m->kb, part, whole))
            return true;
    }
    return false;
}

static void drop_parts(const merger *m, sides *all)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < all->count; i++)
        if (!is_within(m, all, all->items[i]))
            all->items[kept++] = all->items[i];
    all->count = kept;
}

static void find_sides(merger *m)
{
    m->sides = ahd_new(m->arena, sides, m->all->count + 1);
    for (uint32_t i = 0; i < m->all->count; i++) {
        const ahd_discovery *d = &m->all->items[i];
        for (uint32_t k = 0; k < d->parties.count; k++)
            add_side(m, &m->sides[i],
                     ahd_registered_side(m->kb, d->parties.items[k]));
        drop_parts(m, &m->sides[i]);
    }
}

static void find_places(merger *m)
{
    for (uint32_t i = 0; i < m->kb->places.count; i++)
        *ahd_map_put(m->arena, &m->places,
                     ahd_kb_str(m->kb, ahd_kb_place_at(m->kb, i)->id)) = i;
}

/* ------------------------------------------------------------ may be one */

static bool is_truce(uint32_t noun)
{
    return noun == AHD_NOUN_TRUCE || noun == AHD_NOUN_CEASEFIRE;
}

/* «اتفاق» may be any; «هدنة» and «وقف إطلاق النار» are one kind. */
static bool says_little(uint32_t noun)
{
    return noun == AHD_NONE || noun == AHD_NOUN_AGREEMENT ||
           noun == AHD_NOUN_CONTRACT;
}

static bool kinds_fit(uint32_t a, uint32_t b)
{
    return says_little(a) || says_little(b) || a == b ||
           (is_truce(a) && is_truce(b));
}

static bool is_between(int32_t apart, int32_t least, int32_t most)
{
    return apart >= least && apart <= most;
}

static bool days_fit(const cluster *c, const ahd_discovery *d, int32_t most)
{
    int32_t near = most == FAR_APART ? APART : 1;

    if (c->day != AHD_NO_DAY && d->day != AHD_NO_DAY)
        return is_between(d->day - c->day, -near, near);
    if (c->day != AHD_NO_DAY && d->told != AHD_NO_DAY)
        return is_between(d->told - c->day, -1, AFTER);
    if (d->day != AHD_NO_DAY && c->told_from != AHD_NO_DAY)
        return is_between(c->told_from - d->day, -1, AFTER);
    return c->told_from != AHD_NO_DAY && d->told != AHD_NO_DAY &&
           is_between(d->told - c->told_from, -most, most);
}

static ahd_str country_of(const merger *m, ahd_str place)
{
    const uint32_t *row = ahd_map_find(&m->places, place);

    return row ? ahd_kb_str(m->kb, ahd_kb_place_at(m->kb, *row)->country)
               : AHD_STR("");
}

/* The same, or one is the other's country. */
static bool places_fit(const merger *m, ahd_str a, ahd_str b)
{
    return a.len == 0 || b.len == 0 || ahd_str_eq(a, b) ||
           ahd_str_eq(a, country_of(m, b)) || ahd_str_eq(b, country_of(m, a));
}

static uint32_t shared(const sides *a, const sides *b)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < a->count; i++)
        count += holds(b, a->items[i]);
    return count;
}

/* One names all that the other does, and two of them are the same. */
static bool sides_fit(const sides *a, const sides *b)
{
    uint32_t same = shared(a, b);

    return same >= 2 && (same == a->count || same == b->count);
}

/* What one document tells twice is two, what it is about is one thing. */
static bool members_fit(const merger *m, const cluster *c,
                        const ahd_discovery *d)
{
    for (uint32_t i = 0; i < c->members.count; i++) {
        const ahd_discovery *one = &m->all->items[c->members.items[i]];
        if (ahd_str_eq(one->document, d->document))
            return false;
        if (one->arabic == d->arabic &&
            !ahd_subject_fit(one->subject, d->subject))
            return false;
    }
    return true;
}

static bool is_copy(const merger *m, const cluster *c, const ahd_discovery *d)
{
    const ahd_discovery *one = &m->all->items[c->first];

    return ahd_str_eq(one->sentence, d->sentence) && d->sentence.len > 0 &&
           !ahd_str_eq(one->document, d->document) &&
           kinds_fit(c->noun, d->noun);
}

/* What two tellings have in common beside parties and days. */
typedef struct likenesses {
    uint32_t words; /* of their sentences */
    bool subject, language;
} likenesses;

static likenesses common_of(const merger *m, const cluster *c,
                            const ahd_discovery *d)
{
    likenesses out = {0};

    for (uint32_t i = 0; i < c->members.count && i < MOST_LOOKS; i++) {
        const ahd_discovery *one = &m->all->items[c->members.items[i]];
        if (one->arabic != d->arabic)
            continue;
        uint32_t words = ahd_subject_shared(one->words, d->words);
        out.words = words > out.words ? words : out.words;
        out.subject |= ahd_subject_shared(one->subject, d->subject) > 0;
        out.language = true;
    }
    return out;
}

/* Two states may agree on much in a week: something must speak for one. Between
 * languages it is the parties, and the day or the place. */
static bool is_plain(const cluster *c, const ahd_discovery *d, bool equal,
                     const likenesses *common)
{
    bool day = c->day != AHD_NO_DAY && c->day == d->day;
    bool place = c->place.len > 0 && ahd_str_eq(c->place, d->place);

    if (!common->language)
        return equal && (day || place || c->noun == d->noun);
    if (common->words >= SOME_WORDS || (common->subject && equal))
        return true;
    return day && (equal || place);
}

/* How well a discovery fits: 0 not at all. */
static uint32_t fit(const merger *m, const cluster *c, uint32_t i)
{
    const ahd_discovery *d = &m->all->items[i];

    if (is_copy(m, c, d))
        return UINT32_MAX;
    if (!sides_fit(&c->sides, &m->sides[i]) || !kinds_fit(c->noun, d->noun) ||
        !places_fit(m, c->place, d->place) || !members_fit(m, c, d))
        return 0;
    likenesses common = common_of(m, c, d);
    bool equal = c->sides.count == m->sides[i].count;
    if (!days_fit(c, d, common.words >= MANY_WORDS ? FAR_APART : APART) ||
        !is_plain(c, d, equal, &common))
        return 0;
    return 1 + common.words + 4 * shared(&c->sides, &m->sides[i]) +
           2 * (d->place.len > 0 && ahd_str_eq(c->place, d->place)) +
           (d->day != AHD_NO_DAY && c->day == d->day);
}

/* --------------------------------------------------------------- shelves */

static ahd_str pair_key(merger *m, ahd_str a, ahd_str b)
{
    ahd_str first = ahd_str_cmp(a, b) < 0 ? a : b;
    ahd_str second = first.ptr == a.ptr ? b : a;
    char *key = ahd_arena_alloc(m->arena, 1, a.len + b.len + 1);

    for (size_t i = 0; i < first.len; i++)
        key[i] = first.ptr[i];
    key[first.len] = ' ';
    for (size_t i = 0; i < second.len; i++)
        key[first.len + 1 + i] = second.ptr[i];
    return (ahd_str){key, a.len + b.len + 1};
}

typedef AHD_VEC(ahd_str) key_list;

/* Where a discovery is looked for, and put. */
static key_list keys_of(merger *m, uint32_t i)
{
    const sides *s = &m->sides[i];
    key_list out = {0};

    if (m->all->items[i].sentence.len > 0)
        *ahd_vec_push(m->arena, &out) = m->all->items[i].sentence;
    for (uint32_t a = 0; a < s->count && a < MOST_SIDES; a++)
        for (uint32_t b = a + 1; b < s->count && b < MOST_SIDES; b++)
            *ahd_vec_push(m->arena, &out) =
                pair_key(m, s->items[a], s->items[b]);
    return out;
}

static void put_on_shelf(merger *m, ahd_str key, uint32_t into)
{
    uint32_t *last = ahd_map_put(m->arena, &m->shelf_of, key);

    if (*last && m->shelves.items[*last - 1].cluster == into)
        return;
    *ahd_vec_push(m->arena, &m->shelves) = (shelf){into, *last};
    *last = m->shelves.count;
}

/* The best, while it is the only best: of two that fit as well none is. */
typedef struct choice {
    uint32_t cluster, points;
    bool open;
} choice;

static void weigh(const merger *m, uint32_t i, uint32_t into, choice *best)
{
    uint32_t points = fit(m, &m->clusters.items[into], i);

    if (points == 0 || (best->points > 0 && into == best->cluster))
        return;
    if (points > best->points)
        *best = (choice){into, points, false};
    else if (points == best->points)
        best->open = true;
}

static choice choose(const merger *m, uint32_t i, const key_list *keys)
{
    choice best = {AHD_NONE, 0, false};

    for (uint32_t k = 0; k < keys->count; k++) {
        const uint32_t *last = ahd_map_find(&m->shelf_of, keys->items[k]);
        uint32_t at = last ? *last : 0;
        for (int looks = 0; at && looks < MOST_LOOKS; looks++) {
            assert(at <= m->shelves.count);
            weigh(m, i, m->shelves.items[at - 1].cluster, &best);
            at = m->shelves.items[at - 1].next;
        }
    }
    return best;
}

/* ---------------------------------------------------------------- merging */

static uint32_t new_cluster(merger *m, uint32_t i)
{
    *ahd_vec_push(m->arena, &m->clusters) = (cluster){.first = i,
                                                      .noun = AHD_NONE,
                                                      .day = AHD_NO_DAY,
                                                      .told_from = AHD_NO_DAY,
                                                      .told_to = AHD_NO_DAY};
    return m->clusters.count - 1;
}

static void join(merger *m, uint32_t into, uint32_t i)
{
    assert(into < m->clusters.count);
    cluster *c = &m->clusters.items[into];
    ahd_discovery *d = &m->all->items[i];

    d->entry = c->first;
    *ahd_vec_push(m->arena, &c->members) = i;
    for (uint32_t k = 0; k < m->sides[i].count; k++)
        add_side(m, &c->sides, m->sides[i].items[k]);
    if (says_little(c->noun) && d->noun != AHD_NONE)
        c->noun = d->noun;
    if (c->day == AHD_NO_DAY)
        c->day = d->day;
    if (c->place.len == 0)
        c->place = d->place;
    if (d->told == AHD_NO_DAY)
        return;
    if (c->told_from == AHD_NO_DAY || d->told < c->told_from)
        c->told_from = d->told;
    if (c->told_to == AHD_NO_DAY || d->told > c->told_to)
        c->told_to = d->told;
}

static void place_one(merger *m, uint32_t i)
{
    key_list keys = keys_of(m, i);
    choice best = choose(m, i, &keys);
    uint32_t into =
        best.points > 0 && !best.open ? best.cluster : new_cluster(m, i);

    join(m, into, i);
    for (uint32_t k = 0; k < keys.count; k++)
        put_on_shelf(m, keys.items[k], into);
}

static void find_registered(merger *m, const cluster *c)
{
    ahd_registered asked = {.day = c->day,
                            .told = c->told_from,
                            .noun = c->noun,
                            .sides = c->sides.items,
                            .side_count = c->sides.count};
    const uint32_t *place = ahd_map_find(&m->places, c->place);

    asked.place = place ? *place : AHD_KB_NONE;
    for (uint32_t i = 0; i < c->members.count; i++) {
        asked.subject = m->all->items[c->members.items[i]].subject;
        if (asked.subject.len > 0)
            break;
    }
    uint32_t row = ahd_registered_find(m->kb, &asked);
    for (uint32_t i = 0; i < c->members.count; i++)
        m->all->items[c->members.items[i]].same_as = row;
}

void ahd_merger_run(const ahd_kb *kb, ahd_arena *arena, ahd_discoveries *all)
{
    merger m = {.kb = kb, .arena = arena, .all = all};

    if (all->count == 0)
        return;
    find_sides(&m);
    find_places(&m);
    for (uint32_t i = 0; i < all->count; i++)
        place_one(&m, i);
    for (uint32_t i = 0; i < m.clusters.count; i++)
        find_registered(&m, &m.clusters.items[i]);
}
