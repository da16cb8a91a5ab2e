#include "names/joint.h"

#include "doc/look.h"
#include "names/head.h"
#include "names/office.h"

/* The office that each of them holds: «وزراء خارجية» by «وزير خارجية». */
static uint32_t read_role(const ahd_reader *r, const ahd_heading *h,
                          uint32_t *end)
{
    ahd_str singular = ahd_kb_str(r->kb, h->row->portfolio);
    uint32_t node = singular.len > 0 ? ahd_kb_symbol(r->kb, singular) : 0;

    node = node ? ahd_kb_step(r->kb, 0, node) : 0;
    return node ? ahd_reader_role_from(r, node, h->end, end) : AHD_NONE;
}

static uint32_t state_at(const ahd_reader *r, uint32_t token, uint16_t pro,
                         uint32_t *end)
{
    uint32_t after;

    if (token >= r->doc->tokens.count ||
        ahd_reader_demonym(r, token, &after) != AHD_NONE)
        return AHD_NONE;
    return ahd_reader_state(r, token, pro, end);
}

static bool is_joint(const ahd_reader *r, uint32_t token)
{
    uint32_t end;

    return ahd_look_has_pro(r->doc, token, AHD_PRO_WA) &&
           state_at(r, token, AHD_PRO_WA | AHD_READER_NOUN, &end) != AHD_NONE;
}

static void set_office(const ahd_reader *r, uint32_t role, uint32_t state,
                       ahd_mention *m)
{
    m->kind = AHD_MENTION_ROLE;
    m->name = (ahd_span){m->at.start, 0};
    m->post = role;
    m->of = ahd_office_seat(r, role, state);
    m->id = AHD_NONE;
    m->how = AHD_HOW_NONE;
    m->score = 0;
    m->others = 0;
}

bool ahd_joint_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out)
{
    ahd_heading h = ahd_head_find(r, token, AHD_READER_ANY, AHD_HEADS_CROWD);
    uint32_t end = h.end;
    uint32_t role = h.row ? read_role(r, &h, &end) : AHD_NONE;
    uint32_t state =
        role == AHD_NONE ? AHD_NONE : state_at(r, end, AHD_READER_NOUN, &end);

    if (state == AHD_NONE || end >= limit || !is_joint(r, end))
        return false;
    *out = ahd_reader_mention(r, token, end, h.pro);
    set_office(r, role, state, out);
    return true;
}

/* Is it read by ahd_joint_read or ahd_joint_follow? */
static bool is_of_list(const ahd_reader *r, const ahd_mention *m)
{
    ahd_heading h = ahd_head_find(r, m->first, AHD_READER_ANY, AHD_HEADS_CROWD);

    return m->kind == AHD_MENTION_ROLE && m->post != AHD_NONE &&
           ((h.row && h.row->portfolio.len > 0) || is_joint(r, m->first));
}

void ahd_joint_follow(const ahd_reader *r, ahd_mention *m)
{
    const ahd_doc *doc = r->doc;

    if (m->kind != AHD_MENTION_STATE || doc->mentions.count == 0 ||
        !is_joint(r, m->first))
        return;
    const ahd_mention *before = &doc->mentions.items[doc->mentions.count - 1];
    if (before->end == m->first && is_of_list(r, before))
        set_office(r, before->post, m->id, m);
}
