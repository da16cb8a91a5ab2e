#include "names/incumbent.h"

#include "doc/look.h"
#include "names/office.h"

/* How many mentions back and ahead a reference may reach. */
enum { REACH = 80 };

/* -------------------------------------------------------------- in the text */

static bool same_office(const ahd_reader *r, const ahd_mention *a,
                        const ahd_mention *b)
{
    ahd_office office = {.role = a->post, .of = a->of};
    ahd_post post = {.role = b->post, .of = b->of};

    if (a->post == AHD_NONE || b->post == AHD_NONE)
        return false;
    if (a->of == AHD_NONE)
        office.of = b->of;
    if (a->of == AHD_NONE && a->post != b->post &&
        ahd_kb_role_at(r->kb, a->post)->kind == AHD_ROLE_HEAD_OF_STATE)
        return false; /* «الملك» is not «رئيس الديوان» */
    return b->of != AHD_NONE && ahd_office_is_post(r, &office, &post);
}

static const ahd_mention *holder_in_text(const ahd_reader *r, uint32_t at)
{
    const ahd_doc *doc = r->doc;
    const ahd_mention *m = &doc->mentions.items[at];

    for (uint32_t back = 1; back <= at && back <= REACH; back++) {
        const ahd_mention *other = &doc->mentions.items[at - back];
        if (other->kind == AHD_MENTION_PERSON && same_office(r, m, other))
            return other;
    }
    for (uint32_t i = at + 1;
         m->of != AHD_NONE && i < doc->mentions.count && i <= at + REACH; i++) {
        const ahd_mention *other = &doc->mentions.items[i];
        if (other->kind == AHD_MENTION_PERSON && same_office(r, m, other))
            return other;
    }
    return NULL;
}

/* "the Russian leader": its head of state, however he is called there. */
static bool is_leader(const ahd_reader *r, uint32_t role)
{
    return ahd_str_eq(ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->id),
                      AHD_STR("leader-of-state"));
}

static bool is_chief(const ahd_reader *r, uint32_t role)
{
    static const char *const chiefs[] = {"party-leader", "group-leader",
                                         "president", NULL};
    ahd_str id = ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->id);

    for (const char *const *one = chiefs; *one; one++)
        if (ahd_str_is(id, *one))
            return true;
    return false;
}

/* «زعيم حزب الله», «رئيس حركة النهضة»: who leads it, whatever his office is
 * called there. */
static bool is_of_party(const ahd_reader *r, const ahd_mention *m)
{
    uint32_t type = ahd_kb_actor_at(r->kb, m->of)->type;

    if ((type != AHD_ACTOR_PARTY && type != AHD_ACTOR_GROUP) ||
        !is_chief(r, m->post))
        return false;
    /* Not «رئيس كتلة حزب النهضة», «المعقل الرئيس لداعش». */
    return ahd_kb_role_at(r->kb, m->post)->kind == AHD_ROLE_LEADER ||
           (!ahd_look_has_pro(r->doc, m->first, AHD_PRO_AL) &&
            ahd_look_hit_id(r->doc, m->first + 1, AHD_TERM_ACTOR, m->of));
}

/* A presidency, a court: not that of a region. */
static bool is_of_state(const ahd_reader *r, uint32_t actor)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);

    return a->type == AHD_ACTOR_STATE ||
           ahd_str_eq(ahd_kb_str(r->kb, a->portfolio), AHD_STR("presidency"));
}

/* Does the mention's office say that it is this post's holder? */
static bool tells(const ahd_reader *r, const ahd_mention *m,
                  const ahd_post *post)
{
    ahd_office office = {.role = m->post, .of = m->of};

    if (!ahd_context_is_on(&r->context, post->since, post->until))
        return false;
    if (is_of_party(r, m))
        return post->of == m->of && is_chief(r, post->role);
    if (is_leader(r, m->post))
        return post->of != AHD_KB_NONE && is_of_state(r, post->of) &&
               ahd_context_country_of(&r->context, m->of) ==
                   ahd_context_country_of(&r->context, post->of);
    return post->role == m->post && ahd_office_tells(r, &office, post);
}

static void add_holders(const ahd_reader *r, uint32_t role, ahd_mention *m)
{
    uint32_t count, kind = ahd_kb_role_at(r->kb, role)->office;
    const uint32_t *holders = ahd_kb_rows(&r->kb->holders, kind, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, holders[i]);
        if (tells(r, m, post))
            ahd_reader_add_other(m, post->person, 0.5f);
    }
}

/* Those of all offices of a kind. */
static void add_heads(const ahd_reader *r, uint32_t kind, ahd_mention *m)
{
    for (uint32_t role = 0; role < r->kb->roles.count; role++) {
        const ahd_role *row = ahd_kb_role_at(r->kb, role);
        if (row->kind == kind && row->office == role)
            add_holders(r, role, m);
    }
}

/* Who held it on the document's day, when only one did. */
static void resolve_by_day(const ahd_reader *r, ahd_mention *m)
{
    if (r->doc->published == AHD_NO_DAY || m->of == AHD_NONE ||
        ahd_office_is_past(r, m->end) || ahd_office_is_history(r, m->first))
        return;
    if (is_of_party(r, m))
        add_heads(r, AHD_ROLE_LEADER, m);
    else if (!is_leader(r, m->post))
        add_holders(r, m->post, m);
    else if (ahd_context_country_of(&r->context, m->of) != AHD_NONE)
        add_heads(r, AHD_ROLE_HEAD_OF_STATE, m);
    if (m->others != 1)
        return;
    m->id = m->other[0].id;
    m->how = AHD_HOW_POST;
    m->score = 0.85f;
    m->others = 0;
}

/* «الوزير», "the minister", "Minister": not just any. */
static bool is_definite(const ahd_reader *r, const ahd_mention *m)
{
    if (ahd_reader_is_arabic(r, m->first))
        return ahd_look_has_pro(r->doc, m->first, AHD_PRO_AL);
    return (r->doc->tokens.items[m->first].flags & AHD_TOKEN_CAPITAL) ||
           (m->first > 0 && ahd_look_is(r->doc, m->first - 1, "the"));
}

/* «مسؤول عراقي» is another one than the last; «المسؤول العراقي» is not. */
static bool is_one_of_many(const ahd_reader *r, const ahd_mention *m)
{
    return ahd_kb_role_at(r->kb, m->post)->held == AHD_HELD_BY_MANY;
}

/* «وزير الخارجية، فلان», «رئيس السلطة آنذاك، فلان»: the name follows. */
static const ahd_mention *name_after(const ahd_reader *r, uint32_t at)
{
    static const char *const commas[] = {"،", ",", NULL};
    const ahd_doc *doc = r->doc;
    const ahd_mention *m = &doc->mentions.items[at], *next = m + 1;

    if (at + 1 == doc->mentions.count || next->kind != AHD_MENTION_PERSON ||
        next->sentence != m->sentence)
        return NULL;
    uint32_t comma = m->end + ahd_office_is_past(r, m->end);
    return next->first == comma + 1 && ahd_reader_is_one(r, comma, commas) &&
                   !ahd_look_has_pro(doc, next->first, AHD_PRO_WA)
               ? next
               : NULL;
}

static bool is_in_brackets(const ahd_reader *r, const ahd_mention *m)
{
    return m->first > 0 && ahd_look_is(r->doc, m->first - 1, "(");
}

/* «فلان وزير الداخلية [نائب رئيس الوزراء]»: one more office of his. */
static const ahd_mention *name_before(const ahd_reader *r, uint32_t at)
{
    static const uint16_t joins = AHD_PRO_WA | AHD_PRO_LI | AHD_PRO_BI;
    const ahd_mention *m = &r->doc->mentions.items[at], *last = m - 1;

    return at > 0 && last->end + is_in_brackets(r, m) == m->first &&
                   ahd_reader_is_arabic(r, m->first) &&
                   !ahd_look_has_pro(r->doc, m->first, joins) &&
                   (last->kind == AHD_MENTION_PERSON ||
                    last->kind == AHD_MENTION_ROLE)
               ? last
               : NULL;
}

/* May the office be one of his? Not «فلان [الرئيس السوداني]» of an Egyptian. */
static bool is_of_his_country(const ahd_reader *r, const ahd_mention *m,
                              const ahd_mention *who)
{
    uint32_t his = ahd_context_country_of(&r->context, who->id);
    uint32_t of = ahd_context_country_of(&r->context, m->of);

    return his == AHD_NONE || of == AHD_NONE || his == of;
}

/* Of an office beside a name or another office: the same person, if known. */
static bool resolve_apposed(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];
    const ahd_mention *who = name_after(r, at);

    if (who == NULL) {
        who = name_before(r, at);
        if (who && !is_of_his_country(r, m, who))
            who = NULL;
    }
    if (who == NULL)
        return is_in_brackets(r, m); /* whose name is not known for one */
    m->id = who->id;
    if (m->id != AHD_NONE) {
        m->how = AHD_HOW_ANAPHOR;
        m->score = 0.8f;
    } else if (who->kind == AHD_MENTION_PERSON) {
        m->same_as = who->same_as != AHD_NONE
                         ? who->same_as
                         : (uint32_t)(who - r->doc->mentions.items);
    }
    return true;
}

/* Did the person hold the office once, and no more on the document's day? */
static bool is_former_holder(const ahd_reader *r, const ahd_mention *m,
                             uint32_t person)
{
    ahd_office office = {.role = m->post, .of = m->of};
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&r->kb->posts_of, person, &count);
    bool held = false;

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, posts[i]);
        if (!ahd_office_is_post(r, &office, post))
            continue;
        if (post->until != r->doc->published && /* his last day: it is told */
            ahd_context_is_on(&r->context, post->since, post->until))
            return false;
        held = true;
    }
    return held;
}

/* «الرئيس الباكستاني السابق»: the last one before who held it, and no other. */
static const ahd_mention *former_in_text(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *items = r->doc->mentions.items, *only = NULL;
    const ahd_mention *m = &items[at];

    if (m->of == AHD_NONE)
        return NULL;
    for (uint32_t back = 1; back <= at && back <= REACH; back++) {
        const ahd_mention *other = &items[at - back];
        if (other->kind != AHD_MENTION_PERSON || other->id == AHD_NONE ||
            (only && other->id == only->id) ||
            !is_former_holder(r, m, other->id))
            continue;
        if (only)
            return NULL;
        only = other;
    }
    return only;
}

/* «الملك يهنئ …» above a text: the first king that it names. */
static const ahd_mention *holder_below(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *items = r->doc->mentions.items;
    const ahd_mention *m = &items[at];

    if (m->at.start >= r->doc->title_len || m->of != AHD_NONE)
        return NULL;
    for (uint32_t i = at + 1; i < r->doc->mentions.count && i <= at + REACH;
         i++)
        if (items[i].kind == AHD_MENTION_PERSON && items[i].post == m->post &&
            items[i].at.len > items[i].name.len)
            return items[i].id != AHD_NONE ? &items[i] : NULL;
    return NULL;
}

static const ahd_mention *holder_of(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *m = &r->doc->mentions.items[at];
    const ahd_mention *holder;

    if (ahd_office_is_former(r, m->first, m->end))
        return former_in_text(r, at);
    holder = holder_in_text(r, at);
    return holder ? holder : holder_below(r, at);
}

void ahd_incumbent_resolve(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];

    if (resolve_apposed(r, at))
        return;
    if (m->post == AHD_NONE || !ahd_office_is_definite(r, m->first, m->end) ||
        ((m->of == AHD_NONE || is_one_of_many(r, m)) && !is_definite(r, m)))
        return;
    const ahd_mention *holder = holder_of(r, at);
    if ((holder == NULL || holder->id == AHD_NONE) &&
        !ahd_office_is_former(r, m->first, m->end))
        resolve_by_day(r, m);
    if (holder == NULL || m->id != AHD_NONE)
        return;
    m->id = holder->id;
    m->of = m->of == AHD_NONE ? holder->of : m->of;
    m->how = AHD_HOW_ANAPHOR;
    m->score = 0.8f;
}
