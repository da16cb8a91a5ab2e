#include "names/standin.h"

#include "doc/look.h"

/* How many mentions back a noun, and a pair of sides, may reach. */
enum { REACH = 30, SIDES_REACH = 24 };

/* ------------------------------------------------------------------ bodies */

/* «حركة» begins one of the names: of حماس too. */
static bool is_called(const ahd_reader *r, ahd_ref names, ahd_str noun)
{
    ahd_str rest = ahd_kb_str(r->kb, names);

    while (rest.len > 0) {
        ahd_str name = ahd_str_trim(ahd_str_cut(&rest, '|'));
        if (ahd_str_starts(name, noun) && name.len > noun.len &&
            name.ptr[noun.len] == ' ')
            return true;
    }
    return false;
}

/* «النظام» is no state, though its foes call one «نظام آل فلان». */
static bool may_be_called(const ahd_reader *r, uint32_t actor, ahd_str noun)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);
    uint32_t count;
    const uint32_t *names = ahd_kb_rows(&r->kb->names_of, actor, &count);

    if (is_called(r, a->ar, noun))
        return true;
    for (uint32_t i = 0; i < count; i++) {
        const ahd_name *name = ahd_kb_name_at(r->kb, names[i]);
        bool by_foes =
            name->kind == AHD_NAME_HOSTILE && a->type == AHD_ACTOR_STATE;
        if (!by_foes && is_called(r, name->name, noun))
            return true;
    }
    return false;
}

static bool is_body(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_ORGANISATION || m->kind == AHD_MENTION_GROUP;
}

/* The same noun heads it, or it heads one of its actor's names. */
static bool stands_for(const ahd_reader *r, const ahd_head *row,
                       const ahd_mention *m)
{
    ahd_heading h = ahd_head_find(r, m->first, AHD_READER_ANY, AHD_HEADS_ALONE);

    if (!is_body(m) && m->kind != AHD_MENTION_STATE)
        return false;
    return h.row == row ||
           (m->id != AHD_NONE &&
            may_be_called(r, m->id, ahd_kb_str(r->kb, row->form)));
}

uint32_t ahd_standin_find(const ahd_reader *r, const ahd_head *row,
                          uint32_t before)
{
    const ahd_mention *items = r->doc->mentions.items;

    for (uint32_t back = 1; back <= before && back <= REACH; back++)
        if (stands_for(r, row, &items[before - back]))
            return before - back;
    return AHD_NONE;
}

static void link_body(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];
    ahd_heading h = ahd_head_find(r, m->first, AHD_READER_ANY, AHD_HEADS_ALONE);
    uint32_t found = h.row ? ahd_standin_find(r, h.row, at) : AHD_NONE;

    if (found == AHD_NONE)
        return;
    const ahd_mention *other = &r->doc->mentions.items[found];
    m->id = other->id;
    m->of = other->of;
    if (m->id == AHD_NONE)
        m->same_as = other->same_as != AHD_NONE ? other->same_as : found;
}

/* ------------------------------------------------------------------- sides */

static bool is_side(const ahd_mention *m)
{
    return m->id != AHD_NONE && (m->kind == AHD_MENTION_STATE || is_body(m));
}

/* «السودان وتشاد»: the nearest two that are named together. */
static uint32_t pair_before(const ahd_reader *r, uint32_t at)
{
    const ahd_doc *doc = r->doc;
    uint32_t stop = at > SIDES_REACH ? at - SIDES_REACH : 0;

    for (uint32_t i = at; i-- > stop + 1;) {
        const ahd_mention *first = &doc->mentions.items[i - 1];
        const ahd_mention *second = &doc->mentions.items[i];
        bool joined = first->end == second->first &&
                      ahd_look_has_pro(doc, second->first, AHD_PRO_WA);
        bool apart =
            first->end + 1 == second->first &&
            ahd_look_hit_id(doc, first->end, AHD_TERM_CLASS, AHD_CLASS_AND);
        if ((joined || apart) && is_side(first) && is_side(second) &&
            first->id != second->id)
            return i - 1;
    }
    return AHD_NONE;
}

/* «الطرفان», «البلدين»: two of them, by their form. */
static bool is_dual(const ahd_reader *r, const ahd_mention *m)
{
    ahd_str form = r->doc->tokens.items[m->first].form;

    return m->kind == AHD_MENTION_GROUP && m->others == 0 &&
           ahd_look_hit_id(r->doc, m->first, AHD_TERM_CLASS, AHD_CLASS_SIDES) &&
           (ahd_str_ends(form, AHD_STR("ان")) ||
            ahd_str_ends(form, AHD_STR("ين")) ||
            ahd_str_ends(form, AHD_STR("sides")));
}

static void link_sides(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];
    uint32_t pair = is_dual(r, m) ? pair_before(r, at) : AHD_NONE;

    if (pair == AHD_NONE)
        return;
    ahd_reader_add_other(m, r->doc->mentions.items[pair].id, 0.5f);
    ahd_reader_add_other(m, r->doc->mentions.items[pair + 1].id, 0.5f);
}

void ahd_standin_link(const ahd_reader *r)
{
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        const ahd_mention *m = &r->doc->mentions.items[i];
        if (m->id != AHD_NONE)
            continue;
        if (m->how == AHD_HOW_ANAPHOR && is_body(m))
            link_body(r, i);
        else
            link_sides(r, i);
    }
}
