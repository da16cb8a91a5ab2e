#include "disputes/occurrence.h"

#include "base/map.h"

enum {
    MOST_LOOKED_AT = 64, /* occurrences of one actor and week that are tried */
    WEEK = 7,
    KEY_BYTES = 160,
};

/* How types are held against each other. */
static const struct manner {
    uint8_t days; /* that may lie between tellings of the same */
    bool mutual;  /* source and target are one set: sign, meet */
    bool counted; /* other numbers are another act */
} manners[AHD_ACT_TYPES] = {
    [AHD_ACT_SIGN] = {1, true, true},
    [AHD_ACT_NEGOTIATE] = {1, true, false},
    [AHD_ACT_MEET] = {1, true, false},
    [AHD_ACT_MEDIATE] = {1, false, false},
    [AHD_ACT_COMMIT] = {1, false, true},
    [AHD_ACT_DEMAND] = {1, false, false},
    [AHD_ACT_IMPLEMENT] = {1, false, true},
    [AHD_ACT_ACCUSE] = {1, false, false},
    [AHD_ACT_BREACH] = {1, false, false},
    [AHD_ACT_DENY] = {1, false, false},
    [AHD_ACT_REJECT] = {1, false, false},
    [AHD_ACT_SUSPEND] = {1, false, false},
    [AHD_ACT_EXTEND] = {2, false, true},
    [AHD_ACT_SUPPORT] = {1, false, false},
    [AHD_ACT_CONDEMN] = {1, false, false},
    [AHD_ACT_THREATEN] = {1, false, false},
};

typedef AHD_VEC(uint32_t) numbers;

typedef struct merger {
    ahd_arena *arena;
    const ahd_reports *all;
    ahd_occurrences *out;
    ahd_map told;           /* of occurrence and page: is it told there? */
    ahd_map keys;           /* of actor and week: index into `lists` + 1 */
    AHD_VEC(numbers) lists; /* occurrences by key */
    ahd_parting *said;      /* by people; or NULL */
    uint32_t *placed;       /* by leader of `said`: its occurrence, from 1 */
} merger;

/* -------------------------------------------------------------- evidence */

/* A telling says the day, or is known to have been told on one. */
static ahd_day last_day(const ahd_report *t)
{
    if (t->from == AHD_NO_DAY)
        return t->told;
    return t->to == AHD_NO_DAY ? t->from : t->to;
}

/* A day of telling is that of the act or the day after. */
static ahd_day first_day(const ahd_report *t)
{
    if (t->from == AHD_NO_DAY && t->told != AHD_NO_DAY)
        return t->told - 1;
    return ahd_report_day(t);
}

static bool days_fit(const ahd_occurrence *o, const ahd_report *t)
{
    ahd_day from = first_day(t), to = last_day(t);
    int32_t most = manners[t->type].days;

    if (from == AHD_NO_DAY || o->from == AHD_NO_DAY)
        return false;
    return from <= o->to + most && o->from <= to + most;
}

static bool any_bond(const ahd_report *a, const ahd_report *b)
{
    for (uint32_t i = 0; i < a->bonds.count; i++)
        if (ahd_report_bond(b, a->bonds.items[i].agreement))
            return true;
    return false;
}

/* How many of the actors of `a` are in `b` as well; `size`: of how many. */
static uint32_t among(const ahd_report *a, const ahd_report *b, uint32_t *size)
{
    const ahd_whos *const mine[] = {&a->source, &a->target};
    uint32_t both = 0;

    *size = 0;
    for (uint32_t set = 0; set < 2; set++)
        for (uint32_t i = 0; i < mine[set]->count; i++) {
            const ahd_whos one = {&mine[set]->items[i], 1, 1};
            (*size)++;
            both += ahd_report_share(&one, &b->source) ||
                    ahd_report_share(&one, &b->target);
        }
    return both;
}

/* Meetings and signings: all of the shorter list, two at least; or the only
 * one that is named, when place or agreement are the same. */
static bool parties_fit(const ahd_report *a, const ahd_report *b)
{
    uint32_t of_a, of_b;
    uint32_t both = among(a, b, &of_a), back = among(b, a, &of_b);
    uint32_t least = of_a < of_b ? of_a : of_b;

    both = both < back ? both : back;
    if (least == 0 || both < (least < 2 ? least : 2))
        return false;
    return both >= 2 || any_bond(a, b) ||
           (a->place.len > 0 && ahd_str_eq(a->place, b->place));
}

/* Who did it to whom, about what. Of one who says much on one day, the same
 * target or the same agreement is wanted besides. */
static bool roles_fit(const ahd_report *a, const ahd_report *b)
{
    bool agreement = any_bond(a, b);
    bool target = ahd_report_share(&a->target, &b->target);

    if (a->target.count > 0 && b->target.count > 0 && !target)
        return false;
    if (a->source.count == 0 && b->source.count == 0)
        return agreement && target;
    return ahd_report_share(&a->source, &b->source) && (agreement || target);
}

/* The same words in copies of one story. */
static bool is_copied(const ahd_report *a, const ahd_report *b)
{
    return a->story.len > 0 && ahd_str_eq(a->story, b->story) &&
           ahd_str_eq(a->sentence, b->sentence);
}

/* ---------------------------------------------------------------- vetoes */

static bool has_number(ahd_str list, ahd_str number)
{
    while (list.len > 0)
        if (ahd_str_eq(ahd_str_cut(&list, ' '), number))
            return true;
    return false;
}

static bool numbers_conflict(ahd_str a, ahd_str b)
{
    if (a.len == 0 || b.len == 0)
        return false;
    while (a.len > 0)
        if (has_number(b, ahd_str_cut(&a, ' ')))
            return false;
    return true;
}

static bool agreements_conflict(const ahd_report *a, const ahd_report *b)
{
    return a->bonds.count > 0 && b->bonds.count > 0 && !any_bond(a, b);
}

static bool vetoed(const ahd_report *a, const ahd_report *b)
{
    const struct manner *how = &manners[a->type];

    return agreements_conflict(a, b) ||
           (how->mutual && a->place.len > 0 && b->place.len > 0 &&
            !ahd_str_eq(a->place, b->place)) ||
           (how->counted && numbers_conflict(a->numbers, b->numbers));
}

typedef struct place_told {
    int64_t page;
    uint32_t occurrence, zero; /* no padding: it is a key */
} place_told;

static bool tells(const merger *m, uint32_t occurrence, int64_t page)
{
    const place_told key = {page, occurrence, 0};

    return ahd_map_find(&m->told, (ahd_str){(const char *)&key, sizeof key});
}

static void mark_told(merger *m, uint32_t occurrence, int64_t page)
{
    const place_told key = {page, occurrence, 0};
    ahd_str kept =
        ahd_arena_str(m->arena, (ahd_str){(const char *)&key, sizeof key});

    *ahd_map_put(m->arena, &m->told, kept) = 1;
}

/* --------------------------------------------------------- what was said */

static uint32_t number_of(const merger *m, const ahd_report *t)
{
    return (uint32_t)(t - m->all->items);
}

static bool said_apart(const merger *m, uint32_t first, const ahd_report *t)
{
    return m->said && ahd_parting_are_apart(m->said, first, number_of(m, t));
}

/* Where another telling is that people said is the same. */
static uint32_t said_place(const merger *m, uint32_t telling)
{
    uint32_t at = m->said ? m->placed[ahd_parting_leader(m->said, telling)] : 0;

    return at > 0 ? at - 1 : AHD_NONE;
}

static void place(merger *m, uint32_t occurrence, uint32_t telling)
{
    const ahd_occurrence *o = &m->out->items[occurrence];

    if (m->said == NULL)
        return;
    (void)ahd_parting_join(m->said, o->tellings.items[0], telling);
    m->placed[ahd_parting_leader(m->said, telling)] = occurrence + 1;
}

/* ------------------------------------------------------------- assigning */

static bool fits(const merger *m, uint32_t occurrence, const ahd_report *t)
{
    const ahd_occurrence *o = &m->out->items[occurrence];
    const ahd_report *first = &m->all->items[o->first];
    bool mutual = manners[t->type].mutual;

    if (first->type != t->type || first->modality != t->modality ||
        !days_fit(o, t) || vetoed(first, t) || said_apart(m, o->first, t))
        return false;
    if (!is_copied(first, t) &&
        !(mutual ? parties_fit(first, t) : roles_fit(first, t)))
        return false;
    return !tells(m, occurrence, t->page);
}

static void lead(const merger *m, ahd_occurrence *o, uint32_t telling)
{
    const ahd_report *t = &m->all->items[telling];

    o->first = telling;
    o->from = first_day(t);
    o->to = last_day(t);
    o->vague = t->from == AHD_NO_DAY;
}

/* Days that are said narrow those that are only told on; one without any day
 * leads nobody that has one. */
static void join(merger *m, ahd_occurrence *o, uint32_t telling)
{
    const ahd_report *t = &m->all->items[telling];

    *ahd_vec_push(m->arena, &o->tellings) = telling;
    if (ahd_report_day(&m->all->items[o->first]) == AHD_NO_DAY)
        lead(m, o, telling);
    if (t->from == AHD_NO_DAY || !o->vague)
        return;
    o->from = first_day(t);
    o->to = last_day(t);
    o->vague = false;
}

static uint32_t found_one(merger *m, uint32_t telling)
{
    ahd_occurrence *o = ahd_vec_push(m->arena, m->out);

    lead(m, o, telling);
    *ahd_vec_push(m->arena, &o->tellings) = telling;
    return m->out->count - 1;
}

/* ------------------------------------------------------------------ keys */

/* "8 0 ye-houthis 2379" */
static ahd_str write_key(const ahd_report *t, ahd_str who, int32_t week,
                         char out[KEY_BYTES])
{
    ahd_str parts =
        who.len > KEY_BYTES / 2 ? (ahd_str){who.ptr, KEY_BYTES / 2} : who;
    size_t len = 0;

    out[len++] = (char)('a' + t->type);
    out[len++] = (char)('0' + t->modality);
    for (int shift = 0; shift < 32; shift += 8)
        out[len++] = (char)((uint32_t)week >> shift & 0xFF);
    memcpy(out + len, parts.ptr, parts.len);
    return (ahd_str){out, len + parts.len};
}

static ahd_str key_of(const ahd_who *who)
{
    return who->id.len > 0 ? who->id : who->name;
}

static numbers *list_of(merger *m, ahd_str key, bool make)
{
    const uint32_t *found = ahd_map_find(&m->keys, key);

    if (found != NULL)
        return &m->lists.items[*found - 1];
    if (!make)
        return NULL;
    ahd_vec_push(m->arena, &m->lists);
    *ahd_map_put(m->arena, &m->keys, ahd_arena_str(m->arena, key)) =
        m->lists.count;
    return &m->lists.items[m->lists.count - 1];
}

static int32_t week_of(ahd_day day)
{
    return day / WEEK;
}

/* Actors by whom it is found again; of nobody, the agreement. */
static ahd_str handle(const ahd_report *t, uint32_t i)
{
    const ahd_whos *sets[] = {&t->source, &t->target};

    for (uint32_t set = 0; set < 2; set++) {
        if (i < sets[set]->count)
            return key_of(&sets[set]->items[i]);
        i -= sets[set]->count;
    }
    return t->bonds.count > 0 && i == 0 ? t->bonds.items[0].agreement
                                        : (ahd_str){0};
}

static void enter(merger *m, uint32_t occurrence, const ahd_report *t)
{
    char key[KEY_BYTES];
    ahd_str who;

    for (uint32_t i = 0; (who = handle(t, i)).len > 0; i++) {
        numbers *list = list_of(
            m, write_key(t, who, week_of(ahd_report_day(t)), key), true);
        if (list->count == 0 || list->items[list->count - 1] != occurrence)
            *ahd_vec_push(m->arena, list) = occurrence;
    }
}

static uint32_t look_in(const merger *m, const numbers *list,
                        const ahd_report *t)
{
    uint32_t last = list ? list->count : 0;

    for (uint32_t i = last; i-- > 0 && last - i <= MOST_LOOKED_AT;)
        if (fits(m, list->items[i], t))
            return list->items[i];
    return AHD_NONE;
}

static uint32_t look(merger *m, const ahd_report *t)
{
    char key[KEY_BYTES];
    ahd_str who;

    for (uint32_t i = 0; (who = handle(t, i)).len > 0; i++)
        for (int32_t back = 0; back < 2; back++) {
            int32_t week = week_of(ahd_report_day(t)) - back;
            uint32_t found =
                look_in(m, list_of(m, write_key(t, who, week, key), false), t);
            if (found != AHD_NONE)
                return found;
        }
    return AHD_NONE;
}

/* --------------------------------------------------------------- counting */

uint32_t ahd_occurrence_stories(ahd_arena *scratch, const ahd_reports *reports,
                                const uint32_t *items, uint32_t count)
{
    ahd_mark mark = ahd_arena_mark(scratch);
    ahd_map seen = {0};

    for (uint32_t i = 0; i < count; i++) {
        const ahd_report *t = &reports->items[items[i]];
        *ahd_map_put(scratch, &seen, t->story.len > 0 ? t->story : t->sha256) =
            1;
    }
    ahd_arena_rewind(scratch, mark);
    return seen.count;
}

static void take(merger *m, uint32_t telling)
{
    const ahd_report *t = &m->all->items[telling];
    bool dated = ahd_report_day(t) != AHD_NO_DAY;
    uint32_t found = said_place(m, telling);

    if (found == AHD_NONE && dated)
        found = look(m, t);
    if (found != AHD_NONE)
        join(m, &m->out->items[found], telling);
    else
        found = found_one(m, telling);
    place(m, found, telling);
    mark_told(m, found, t->page);
    if (dated)
        enter(m, found, t);
}

void ahd_occurrence_merge(ahd_arena *arena, const ahd_reports *reports,
                          ahd_parting *said, ahd_occurrences *out)
{
    merger m = {.arena = arena, .all = reports, .out = out, .said = said};

    if (said)
        m.placed = ahd_new(arena, uint32_t, (size_t)reports->count + 1);
    for (uint32_t i = 0; i < reports->count; i++)
        take(&m, i);
    for (uint32_t i = 0; i < out->count; i++) {
        ahd_occurrence *o = &out->items[i];
        o->stories = ahd_occurrence_stories(arena, reports, o->tellings.items,
                                            o->tellings.count);
    }
}
