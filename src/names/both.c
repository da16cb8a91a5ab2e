#include "names/both.h"

#include "doc/look.h"

/* How many mentions back the two may stand, and how many sentences, when they
 * are not named together. */
enum { REACH = 24, SENTENCES = 2 };

static bool is_body(const ahd_reader *r, const ahd_mention *m)
{
    if (m->kind != AHD_MENTION_ORGANISATION && m->kind != AHD_MENTION_GROUP)
        return false;
    uint32_t type = ahd_kb_actor_at(r->kb, m->id)->type;
    return type != AHD_ACTOR_OUTLET && type != AHD_ACTOR_AGENCY;
}

static bool is_state(const ahd_reader *r, const ahd_mention *m)
{
    (void)r;
    return m->kind == AHD_MENTION_STATE;
}

static bool is_person(const ahd_reader *r, const ahd_mention *m)
{
    (void)r;
    return m->kind == AHD_MENTION_PERSON;
}

static bool is_side(const ahd_reader *r, const ahd_mention *m)
{
    return is_state(r, m) || is_body(r, m);
}

typedef bool fits(const ahd_reader *, const ahd_mention *);

/* «البلدان» are states, «الوزيران» are people; «الطرفان» may be either's. */
static fits *sort_of(const ahd_reader *r, const ahd_mention *m)
{
    static const struct {
        ahd_class class;
        fits *is_fit;
    } sorts[] = {{AHD_CLASS_TWO_STATES, is_state},
                 {AHD_CLASS_TWO_PERSONS, is_person},
                 {AHD_CLASS_TWO_SIDES, is_side}};

    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        if (ahd_look_hit_id(r->doc, m->first, AHD_TERM_CLASS, sorts[i].class))
            return sorts[i].is_fit;
    return NULL;
}

static bool is_one(const ahd_reader *r, fits *is_fit, uint32_t mention)
{
    const ahd_mention *m = &r->doc->mentions.items[mention];

    return m->id != AHD_NONE && is_fit(r, m);
}

/* «السودان وتشاد», "Sudan and Chad". */
static bool are_joined(const ahd_doc *doc, uint32_t first)
{
    const ahd_mention *a = &doc->mentions.items[first], *b = a + 1;

    return (a->end == b->first &&
            ahd_look_has_pro(doc, b->first, AHD_PRO_WA)) ||
           (a->end + 1 == b->first &&
            ahd_look_hit_id(doc, a->end, AHD_TERM_CLASS, AHD_CLASS_AND));
}

/* «قطر، السودان وتشاد»: another is named before the two. */
static bool follows_another(const ahd_reader *r, fits *is_fit, uint32_t first)
{
    const ahd_doc *doc = r->doc;

    if (first == 0 || !is_one(r, is_fit, first - 1))
        return false;
    uint32_t end = doc->mentions.items[first - 1].end;
    bool comma = ahd_look_is(doc, end, "،") || ahd_look_is(doc, end, ",");
    return are_joined(doc, first - 1) ||
           (comma && doc->mentions.items[first].first == end + 1);
}

/* «برعاية السعودية والولايات المتحدة»: who hosts is no side. */
static bool are_hosts(const ahd_doc *doc, uint32_t first)
{
    enum { LONGEST = 2 }; /* «تحت رعاية» */
    uint32_t at = doc->mentions.items[first].first;

    for (uint32_t back = 1; back <= LONGEST && back <= at; back++)
        if (ahd_look_hit_id(doc, at - back, AHD_TERM_CLASS, AHD_CLASS_SPONSOR))
            return true;
    return false;
}

static void give(ahd_mention *m, uint32_t first, uint32_t second)
{
    ahd_reader_add_other(m, first, 0.5f);
    ahd_reader_add_other(m, second, 0.5f);
}

/* The nearest two that are named together; true when they were found, or when
 * they are of three. */
static bool link_joined(const ahd_reader *r, fits *is_fit, uint32_t at)
{
    ahd_mention *items = r->doc->mentions.items;
    uint32_t stop = at > REACH ? at - REACH : 0;

    for (uint32_t i = at; i-- > stop + 1;) {
        const ahd_mention *first = &items[i - 1], *second = &items[i];
        if (!is_one(r, is_fit, i - 1) || !is_one(r, is_fit, i) ||
            first->id == second->id || !are_joined(r->doc, i - 1) ||
            are_hosts(r->doc, i - 1))
            continue;
        if (!follows_another(r, is_fit, i - 1))
            give(&items[at], first->id, second->id);
        return true;
    }
    return false;
}

/* The only two in the sentences just before. */
static void link_only(const ahd_reader *r, fits *is_fit, uint32_t at)
{
    ahd_mention *items = r->doc->mentions.items;
    uint32_t two[2] = {AHD_NONE, AHD_NONE}, found = 0;

    for (uint32_t i = at; i-- > 0 && at - i <= REACH;) {
        if (items[i].sentence + SENTENCES < items[at].sentence)
            break;
        if (!is_one(r, is_fit, i) || items[i].id == two[0] ||
            items[i].id == two[1])
            continue;
        if (found == 2)
            return; /* three */
        two[found++] = items[i].id;
    }
    if (found == 2)
        give(&items[at], two[1], two[0]);
}

void ahd_both_link(const ahd_reader *r)
{
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        const ahd_mention *m = &r->doc->mentions.items[i];
        if (m->id != AHD_NONE || m->others > 0 || m->kind != AHD_MENTION_GROUP)
            continue;
        fits *is_fit = sort_of(r, m);
        if (is_fit && !link_joined(r, is_fit, i))
            link_only(r, is_fit, i);
    }
}
