#include "names/mentions.h"

#include "doc/look.h"
#include "names/anaphor.h"
#include "names/bearer.h"
#include "names/body.h"
#include "names/both.h"
#include "names/crowd.h"
#include "names/holder.h"
#include "names/joint.h"
#include "names/named.h"
#include "names/namesake.h"
#include "names/origin.h"
#include "names/peer.h"
#include "names/person.h"
#include "names/place.h"
#include "names/provisional.h"
#include "names/reach.h"
#include "names/recall.h"
#include "names/spelled.h"
#include "names/standin.h"
#include "names/variant.h"

enum { SHORT_TITLE = 4 }; /* bytes: two letters */

static const char *const commas[] = {"،", ",", NULL};

/* ------------------------------------------------- offices and their holders
 */

static void join(const ahd_reader *r, uint32_t first, uint32_t end,
                 uint16_t pro, ahd_mention *m)
{
    m->first = first;
    m->end = end;
    m->at = ahd_reader_span(r, first, end, pro);
}

static bool is_of_kind(const ahd_reader *r, uint32_t role, uint32_t kind)
{
    return role != AHD_NONE && ahd_kb_role_at(r->kb, role)->kind == kind;
}

/* A name of the kb, else one near to a holder's, else an unknown one. */
static bool read_holder(const ahd_reader *r, const ahd_office *office,
                        uint32_t token, bool short_name, ahd_mention *out)
{
    uint32_t limit =
        r->doc->sentences.items[r->doc->tokens.items[token].sentence].end;

    if (ahd_person_read(r, token, AHD_READER_NOUN, AHD_PERSON_KNOWN, out) &&
        out->end > token + 1)
        return true;
    return ahd_variant_person(r, office, token, limit, out) ||
           ahd_person_read(r, token, 0,
                           short_name ? AHD_PERSON_SHORT : AHD_PERSON_FULL,
                           out);
}

/* «… الرئيس الحالي للمجلس وسفير المكسيك»: the end of an office joined to it. */
static uint32_t read_joined(const ahd_reader *r, uint32_t limit,
                            const ahd_office *office)
{
    ahd_office next;
    uint16_t pro = AHD_READER_NOUN;

    if (office->end >= limit ||
        !ahd_look_has_pro(r->doc, office->end, AHD_PRO_WA) ||
        !ahd_office_read(r, office->end, limit, AHD_READER_NOUN | AHD_PRO_WA,
                         &next) ||
        !(next.pro & AHD_PRO_WA) ||
        ahd_person_starts(r, ahd_person_titles(r, next.end, &pro)))
        return office->end;
    return next.end;
}

/* A name and then its office: "فلان، وزير …" after a comma, or at once, if
 * that person is known to hold it or nothing is known of the name. */
static void read_office_after(const ahd_reader *r, uint32_t limit,
                              ahd_mention *m)
{
    bool comma = ahd_reader_is_one(r, m->end, commas);
    uint32_t at = m->end + comma;
    ahd_office office;

    static const char *const the[] = {"the", NULL};
    at += comma && ahd_reader_is_one(r, at, the);
    if (at >= limit || !ahd_office_read(r, at, limit, AHD_READER_NOUN, &office))
        return;
    bool holds = m->id != AHD_NONE && ahd_person_holds(r, m->id, &office);
    bool apposed = comma && !office.alone && office.end < limit &&
                   !ahd_look_has_pro(r->doc, office.end, AHD_PRO_WA);
    if (!holds && !apposed && (m->id != AHD_NONE || (!comma && office.alone)))
        return;
    uint16_t pro = 0;
    uint32_t titles = ahd_person_titles(r, office.end, &pro);
    ahd_mention name;
    bool other =
        ahd_person_read(r, titles, AHD_READER_NOUN, AHD_PERSON_KNOWN, &name);
    if (other && (!comma || name.end > titles + 1))
        return; /* the office is that of the next name */
    ahd_span at_span = m->at;
    m->end = read_joined(r, limit, &office);
    m->at.len =
        ahd_span_end(ahd_look_span(r->doc, m->first, m->end)) - at_span.start;
    ahd_person_set_office(r, &office, m);
}

/* «رئيس حزب … النائب فلان»: a second office before the name, of a kind that
 * goes with another; two ministers are two. */
static void read_second(const ahd_reader *r, uint32_t limit, ahd_office *office)
{
    ahd_office second;

    if (office->end >= limit || ahd_person_starts(r, office->end) ||
        !ahd_office_read(r, office->end, limit, AHD_READER_NOUN | AHD_PRO_WA,
                         &second))
        return;
    bool goes_with =
        second.pro & AHD_PRO_WA
            ? is_of_kind(r, second.role, AHD_ROLE_LEADER) || second.of_unknown
            : office->of_unknown || second.alone ||
                  is_of_kind(r, office->role, AHD_ROLE_SPOKESMAN) ||
                  is_of_kind(r, second.role, AHD_ROLE_MEMBER);
    if (!goes_with || !ahd_person_starts(r, second.end))
        return;
    office->end = second.end;
    if (office->role == AHD_NONE) {
        office->role = second.role;
        office->of = second.of;
    }
}

/* ROLE [of whom] [titles] [name]. */
static bool read_official(const ahd_reader *r, uint32_t token, uint32_t limit,
                          ahd_mention *out)
{
    ahd_office office;
    uint16_t pro = AHD_READER_NOUN;

    if (!ahd_office_read(r, token, limit, AHD_READER_ANY, &office))
        return false;
    read_second(r, limit, &office);
    uint32_t after = office.end + ahd_person_is_apposed(r, office.end);
    uint32_t name = ahd_person_is_full(r, after)
                        ? after /* «الحبيب الصيد»: no title */
                        : ahd_person_titles(r, after, &pro);
    bool titled = name > after;
    /* «الرئيس فلان», "President So-and-so": a role with nothing between. */
    bool latin = !ahd_reader_is_arabic(r, token);
    bool short_name = titled || latin || (office.definite && office.alone);
    uint32_t marks = ahd_crowd_quoted(r, name, limit);
    bool quoted = marks > name; /* «وزيرة الدفاع "فلانة"» */
    name += quoted;
    if (name < limit && read_holder(r, &office, name, short_name, out) &&
        (!quoted || out->end + 1 == marks)) {
        join(r, token, out->end + quoted, office.pro, out);
        ahd_person_set_office(r, &office, out);
        if (office.alone || office.of_unknown)
            read_office_after(r, limit, out);
        return true;
    }
    if (office.role == AHD_NONE && office.alone)
        return false; /* «خبير»: anybody */
    *out = ahd_reader_mention(r, token, office.end, office.pro);
    out->kind = AHD_MENTION_ROLE;
    out->post = office.role;
    out->of = office.of;
    return true;
}

/* Titles, then a name, known or not. «دولة», «سعادة» are words as well: only
 * with an article, or short as «د.», does a title license any name. */
static bool read_titled(const ahd_reader *r, uint32_t token, uint32_t limit,
                        ahd_mention *out)
{
    uint16_t pro = AHD_READER_ANY;
    uint32_t name = ahd_person_titles(r, token, &pro);

    bool loose = ahd_reader_is_arabic(r, token) && name == token + 1 &&
                 !(pro & AHD_PRO_AL) &&
                 r->doc->tokens.items[token].form.len > SHORT_TITLE;

    if (name == token || name >= limit ||
        !ahd_person_read(r, name, AHD_READER_NOUN,
                         loose ? AHD_PERSON_KNOWN : AHD_PERSON_SHORT, out))
        return false;
    join(r, token, out->end, pro, out);
    read_office_after(r, limit, out);
    return true;
}

static bool read_person(const ahd_reader *r, uint32_t token, uint32_t limit,
                        ahd_mention *out)
{
    if (!ahd_person_read(r, token, AHD_READER_ANY, AHD_PERSON_KNOWN, out))
        return false;
    read_office_after(r, limit, out);
    return true;
}

static bool is_cue(const ahd_reader *r, uint32_t token)
{
    return token < r->doc->tokens.count &&
           ahd_look_hit(r->doc, token, AHD_TERM_CUE) != NULL;
}

/* «قال سالم الفلاني إن …», "Joe Bloggins said": who says something. */
static bool is_said_by(const ahd_reader *r, const ahd_mention *m)
{
    static const char *const colon[] = {":", NULL};

    if (!ahd_reader_is_arabic(r, m->first))
        return is_cue(r, m->end);
    return m->first > 0 && is_cue(r, m->first - 1) &&
           (ahd_reader_class(r, m->end, AHD_CLASS_THAT) ||
            ahd_reader_is_one(r, m->end, colon));
}

/* «صلاح فلان، مبعوث الجامعة العربية»: an unknown name whose office says that
 * it is one. */
static bool read_introduced(const ahd_reader *r, uint32_t token, uint32_t limit,
                            ahd_mention *out)
{
    const ahd_segment *s = ahd_look_host(r->doc, token);

    if (s == NULL || s->pos != AHD_POS_PROPN || s->common ||
        !ahd_person_read(r, token, AHD_READER_NOUN, AHD_PERSON_FULL, out) ||
        out->id != AHD_NONE)
        return false;
    uint32_t end = out->end;
    read_office_after(r, limit, out);
    return out->end > end || is_said_by(r, out);
}

/* A name by the tagger alone, and then its office. */
static bool read_named(const ahd_reader *r, uint32_t token, uint32_t limit,
                       ahd_mention *out)
{
    if (!ahd_named_read(r, token, limit, out))
        return false;
    if (out->kind == AHD_MENTION_PERSON)
        read_office_after(r, limit, out);
    return true;
}

/* ------------------------------------------------ bodies, places and sides */

/* «حركة المقاومة الإسلامية (حماس)»: its other name. */
static void read_alias(const ahd_reader *r, uint32_t limit, ahd_mention *m)
{
    uint32_t end = ahd_crowd_quoted(r, m->end, limit);

    if (end == m->end || m->id == AHD_NONE ||
        !ahd_look_hit_id(r->doc, m->end + 1, AHD_TERM_ACTOR, m->id))
        return;
    m->end = end;
    m->at.len =
        ahd_span_end(ahd_look_span(r->doc, m->first, end)) - m->at.start;
    m->name = m->at;
}

static bool read_body(const ahd_reader *r, uint32_t token, uint32_t limit,
                      ahd_mention *out)
{
    if (!ahd_body_read(r, token, AHD_READER_ANY, out) || out->end > limit)
        return false;
    read_alias(r, limit, out);
    return true;
}

/* «والباكستاني نواز شريف»: a person and his country, after another. */
static bool read_national(const ahd_reader *r, uint32_t token, uint32_t limit,
                          ahd_mention *out)
{
    const ahd_hit *hit = ahd_reader_hit(r, token, AHD_TERM_DEMONYM,
                                        AHD_READER_NOUN | AHD_PRO_WA);

    if (hit == NULL || !(hit->pro & AHD_PRO_AL) || hit->end >= limit ||
        !ahd_person_read(r, hit->end, 0, AHD_PERSON_KNOWN, out) ||
        out->id == AHD_NONE ||
        ahd_context_country_of(&r->context, out->id) !=
            ahd_context_country_of(&r->context, hit->id))
        return false;
    join(r, token, out->end, hit->pro, out);
    return true;
}

/* «طرفا الصراع الليبي»: a construct takes a noun; both take an adjective. */
static bool read_sides(const ahd_reader *r, uint32_t token, uint32_t limit,
                       ahd_mention *out)
{
    const ahd_hit *hit =
        ahd_look_hit_id(r->doc, token, AHD_TERM_CLASS, AHD_CLASS_SIDES);
    uint32_t end;

    if (hit == NULL || (hit->pro & ~AHD_READER_ANY))
        return false;
    uint32_t at = hit->end;
    bool construct = !(hit->pro & AHD_PRO_AL) && hit->end == hit->first + 1 &&
                     ahd_reader_is_arabic(r, token);
    if (construct && at < limit && ahd_look_has_pro(r->doc, at, AHD_PRO_AL) &&
        !ahd_look_is_punct(r->doc, at))
        at++;
    if (construct && at == hit->end &&
        ahd_str_ends(r->doc->tokens.items[token].form, AHD_STR("ا")))
        return false; /* «كان طرفا في النزاع» */
    uint32_t state = at < limit ? ahd_reader_demonym(r, at, &end) : AHD_NONE;
    if (state != AHD_NONE && !ahd_person_is_full(r, end))
        at = end; /* «الرئيسين الأفغاني فلان والباكستاني فلان»: one of them */
    *out = ahd_reader_mention(r, token, at, hit->pro);
    out->name = out->at;
    out->kind = AHD_MENTION_GROUP;
    out->of = state;
    return true;
}

/* ------------------------------------------------------------ the sentence */

typedef bool reading(const ahd_reader *, uint32_t, uint32_t, ahd_mention *);

/* The longest wins; of equals, the first. */
static reading *const readings[] = {
    read_official,  read_national,   ahd_joint_read, read_titled,
    read_person,    read_introduced, ahd_peer_read,  read_body,
    ahd_place_read, read_sides,      ahd_crowd_read, read_named};

static bool read_at(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *best)
{
    bool found = false;
    ahd_mention m;

    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        if (readings[i](r, token, limit, &m) && (!found || m.end > best->end)) {
            *best = m;
            found = true;
        }
    return found;
}

static void read_sentence(const ahd_reader *r, const ahd_sentence *s)
{
    uint32_t token = s->first;
    ahd_mention m;

    while (token < s->end) {
        const ahd_token *t = &r->doc->tokens.items[token];
        if (t->kind != AHD_TOKEN_WORD || !read_at(r, token, s->end, &m)) {
            token++;
            continue;
        }
        if (ahd_namesake_is(r, &m)) {
            token = m.end;
            continue;
        }
        ahd_joint_follow(r, &m);
        if (m.kind == AHD_MENTION_PERSON)
            ahd_person_fill_post(r, &m);
        *ahd_vec_push(r->doc->arena, &r->doc->mentions) = m;
        token = m.end;
    }
}

void ahd_names_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_reader r;

    ahd_reader_init(&r, kb, doc, scratch);
    for (uint32_t i = 0; i < doc->sentences.count; i++)
        read_sentence(&r, &doc->sentences.items[i]);
    ahd_variant_bodies(&r);
    ahd_bearer_settle(&r);
    ahd_spelled_find(&r);
    ahd_recall_surnames(&r);
    ahd_recall_link(&r);
    ahd_bearer_titled(&r);
    ahd_holder_find(&r);
    ahd_standin_link(&r);
    ahd_both_link(&r);
    ahd_provisional_give(&r);
    ahd_anaphor_find(&r);
    ahd_variant_note(&r);
    ahd_origin_find(&r);
}
