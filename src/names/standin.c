#include "names/standin.h"

#include "doc/look.h"

/* How many mentions back a noun may reach. */
enum { REACH = 30 };

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

void ahd_standin_link(const ahd_reader *r)
{
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        const ahd_mention *m = &r->doc->mentions.items[i];
        if (m->id == AHD_NONE && m->how == AHD_HOW_ANAPHOR && is_body(m))
            link_body(r, i);
    }
}
