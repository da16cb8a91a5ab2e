#include "names/holder.h"

#include "doc/look.h"
#include "names/head.h"
#include "names/office.h"

/* Of all that the text says of countries, most must be of one. */
static const float MOST = 0.6f;

/* «الوزير», «وزير الداخلية», "the minister": not just any. */
static bool is_definite(const ahd_reader *r, const ahd_mention *m)
{
    if (ahd_reader_is_arabic(r, m->first))
        return ahd_look_has_pro(r->doc, m->first, AHD_PRO_AL) ||
               (m->end > m->first + 1 &&
                ahd_str_starts(r->doc->tokens.items[m->end - 1].form,
                               AHD_STR("ال")));
    return m->first > 0 && ahd_look_is(r->doc, m->first - 1, "the");
}

static bool is_role(const ahd_reader *r, uint32_t role, const char *const *list)
{
    ahd_str id = ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->id);

    for (; *list; list++)
        if (ahd_str_is(id, *list))
            return true;
    return false;
}

/* Offices that few countries have: they need not be of the main one. */
static bool is_rare(const ahd_reader *r, uint32_t role)
{
    static const char *const rare[] = {"king", "crown-prince",
                                       "deputy-crown-prince", NULL};

    return is_role(r, role, rare);
}

/* «خادم الحرمين», «المبعوث الأممي إلى اليمن»: its words say where. */
static bool is_only(const ahd_reader *r, uint32_t role)
{
    static const char *const only[] = {"custodian", "envoy-yemen",
                                       "envoy-syria", "envoy-sahara", NULL};

    return is_role(r, role, only);
}

/* «قائد الجيش»: of commanders the first. */
static bool is_first(const ahd_reader *r, uint32_t role)
{
    static const char *const first[] = {"army-chief", NULL};

    return is_role(r, role, first) || is_only(r, role);
}

/* Offices of which a country has one, or one of each portfolio. «الرئيسة» of a
 * country whose president is a man is another one. */
static bool is_one_of_its_kind(const ahd_reader *r, const ahd_mention *m)
{
    static const uint32_t high =
        1u << AHD_ROLE_HEAD_OF_STATE | 1u << AHD_ROLE_HEAD_OF_GOVERNMENT |
        1u << AHD_ROLE_MINISTER | 1u << AHD_ROLE_SPEAKER;

    if (ahd_str_ends(r->doc->tokens.items[m->first].form, AHD_STR("ه")))
        return false;
    const ahd_role *role = ahd_kb_role_at(r->kb, m->post);
    return role->held == AHD_HELD_BY_ONE &&
           ((high & 1u << role->kind) != 0 || is_rare(r, m->post) ||
            is_first(r, m->post));
}

/* «المعبر الرئيس»: an adjective. */
static bool is_adjective(const ahd_reader *r, const ahd_mention *m)
{
    return m->end == m->first + 1 && m->first > 0 &&
           ahd_look_has_pro(r->doc, m->first - 1, AHD_PRO_AL) &&
           !ahd_look_is_punct(r->doc, m->first - 1);
}

static bool is_open(const ahd_reader *r, const ahd_mention *m)
{
    return m->kind == AHD_MENTION_ROLE && m->id == AHD_NONE &&
           m->same_as == AHD_NONE && !ahd_office_is_past(r, m->end) &&
           !ahd_office_is_history(r, m->first) && m->post != AHD_NONE &&
           m->of == AHD_NONE && m->others == 0 && is_definite(r, m) &&
           !is_adjective(r, m) && !ahd_head_is_dedicated(r, m->first) &&
           is_one_of_its_kind(r, m) &&
           ahd_office_is_definite(r, m->first, m->end) &&
           !ahd_office_is_former(r, m->first, m->end);
}

/* Is the office one of the country that the text is about? */
static bool is_of_text(const ahd_reader *r, const ahd_post *post)
{
    uint32_t country = ahd_context_country_of(&r->context, post->of);

    if (is_only(r, post->role))
        return true;
    if (country == AHD_NONE || r->context.main == AHD_NONE)
        return false;
    /* «ملك», in a text about him; "The King's Speech" names no king. */
    return is_rare(r, post->role)
               ? r->context.country[country] * 4 >=
                     r->context.country[r->context.main]
               : country == r->context.main && r->context.share >= MOST;
}

/* The post of the only one who held it there on the document's day. */
static uint32_t only_post(const ahd_reader *r, uint32_t role)
{
    uint32_t count, kind = ahd_kb_role_at(r->kb, role)->office, only = AHD_NONE;
    const uint32_t *holders = ahd_kb_rows(&r->kb->holders, kind, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, holders[i]);
        if (post->role != role || !is_of_text(r, post) ||
            !ahd_context_is_on(&r->context, post->since, post->until))
            continue;
        if (only != AHD_NONE &&
            ahd_kb_post_at(r->kb, only)->person != post->person)
            return AHD_NONE;
        only = holders[i];
    }
    return only;
}

void ahd_holder_find(const ahd_reader *r)
{
    if (r->doc->published == AHD_NO_DAY)
        return;
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        ahd_mention *m = &r->doc->mentions.items[i];
        uint32_t at = is_open(r, m) ? only_post(r, m->post) : AHD_NONE;
        if (at == AHD_NONE)
            continue;
        const ahd_post *post = ahd_kb_post_at(r->kb, at);
        m->id = post->person;
        m->of = ahd_office_seat(r, post->role, post->of);
        m->how = AHD_HOW_POST;
        m->score = 0.7f;
    }
}
