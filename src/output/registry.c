#include "output/registry.h"

#include "kb/names.h"
#include "output/due.h"
#include "output/writer.h"

/* ---------------------------------------------------------------- pieces */

struct card {
    const ahd_kb *kb;
    ahd_writer w;
};

static void put_ref(struct card *c, const char *key, ahd_ref ref)
{
    ahd_writer_field(&c->w, key, ahd_kb_str(c->kb, ref));
}

static void put_true(struct card *c, const char *key)
{
    ahd_writer_key(&c->w, key);
    ahd_writer_bool(&c->w, true);
}

static void open_list(struct card *c, const char *key)
{
    ahd_writer_key(&c->w, key);
    ahd_writer_open(&c->w, '[');
}

static void put_actor_names(struct card *c, uint32_t row)
{
    const ahd_actor *actor = ahd_kb_actor_at(c->kb, row);

    put_ref(c, "ar", actor->ar);
    put_ref(c, "en", actor->en);
}

/* {"id","ar","en"}, or null. */
static void put_actor(struct card *c, const char *key, uint32_t row)
{
    if (key)
        ahd_writer_key(&c->w, key);
    if (row == AHD_KB_NONE) {
        ahd_writer_null(&c->w);
        return;
    }
    ahd_writer_open(&c->w, '{');
    put_ref(c, "id", ahd_kb_actor_at(c->kb, row)->id);
    put_actor_names(c, row);
    ahd_writer_close(&c->w, '}');
}

/* ------------------------------------------------------------ agreements */

/* The registry names places in English, the gazetteer knows them in both. A
 * name with more in it than one place stays as it is. */
uint32_t ahd_registry_place(const ahd_kb *kb, ahd_str name)
{
    for (uint32_t i = 0; name.len > 0 && i < kb->places.count; i++) {
        const ahd_place *place = ahd_kb_place_at(kb, i);
        if (ahd_str_eq(ahd_kb_str(kb, place->en), name) ||
            ahd_str_eq(ahd_kb_str(kb, place->ar), name))
            return i;
    }
    return AHD_KB_NONE;
}

static void put_place(struct card *c, ahd_str name)
{
    uint32_t row = ahd_registry_place(c->kb, name);

    if (row == AHD_KB_NONE) {
        ahd_writer_field(&c->w, "place", name);
        return;
    }
    const ahd_place *place = ahd_kb_place_at(c->kb, row);
    ahd_writer_key(&c->w, "place");
    ahd_writer_open(&c->w, '{');
    put_ref(c, "id", place->id);
    put_ref(c, "ar", place->ar);
    put_ref(c, "en", place->en);
    ahd_writer_close(&c->w, '}');
}

static bool is_to_be_checked(const struct card *c, const ahd_agreement *a)
{
    return !ahd_str_eq(ahd_kb_str(c->kb, a->confidence), AHD_STR("checked"));
}

static void put_facts(struct card *c, const ahd_agreement *a)
{
    put_ref(c, "id", a->id);
    put_ref(c, "kind", a->kind);
    put_ref(c, "country", a->country);
    ahd_writer_day(&c->w, "date", a->date);
    put_ref(c, "precision", a->precision);
    put_place(c, ahd_kb_str(c->kb, a->place));
    put_ref(c, "ar", a->ar);
    put_ref(c, "en", a->en);
    put_ref(c, "confidence", a->confidence);
    if (is_to_be_checked(c, a))
        put_true(c, "to_be_checked");
    put_ref(c, "status", a->status);
    put_ref(c, "source", a->source);
}

static void put_agreement_names(struct card *c, uint32_t row)
{
    open_list(c, "names");
    for (uint32_t i = 0; i < c->kb->agreement_names.count; i++) {
        const ahd_agreement_name *name = ahd_kb_agreement_name_at(c->kb, i);
        if (name->agreement != row)
            continue;
        ahd_writer_open(&c->w, '{');
        put_ref(c, "name", name->name);
        ahd_writer_field(&c->w, "lang",
                         ahd_str_from(ahd_names_lang[name->lang]));
        put_ref(c, "source", name->source);
        ahd_writer_close(&c->w, '}');
    }
    ahd_writer_close(&c->w, ']');
}

static void put_party(struct card *c, const ahd_party *party)
{
    ahd_str id = {0};

    if (party->actor != AHD_KB_NONE)
        id = ahd_kb_str(c->kb, ahd_kb_actor_at(c->kb, party->actor)->id);
    ahd_writer_open(&c->w, '{');
    ahd_writer_field(&c->w, "role",
                     ahd_str_from(ahd_names_party_role[party->role]));
    ahd_writer_field(&c->w, "actor", id);
    if (party->actor != AHD_KB_NONE)
        put_actor_names(c, party->actor);
    put_ref(c, "name", party->name);
    put_ref(c, "state", party->state);
    put_ref(c, "source", party->source);
    ahd_writer_close(&c->w, '}');
}

/* By role; within one, in the order of the data. */
static void put_parties(struct card *c, const ahd_agreement *a)
{
    open_list(c, "parties");
    for (uint32_t role = 0; role <= AHD_PARTY_SIGNATORY; role++)
        for (uint32_t i = 0; i < a->parties; i++) {
            const ahd_party *party = ahd_kb_party_at(c->kb, a->first_party + i);
            if (party->role == role)
                put_party(c, party);
        }
    ahd_writer_close(&c->w, ']');
}

/* Actors by id; an empty list is all parties. */
static void put_bound(struct card *c, ahd_str bound)
{
    if (ahd_str_eq(bound, AHD_STR("parties")))
        bound.len = 0;
    open_list(c, "bound");
    while (bound.len > 0) {
        ahd_str id = ahd_str_trim(ahd_str_cut(&bound, '|'));
        uint32_t actor = ahd_kb_find_actor(c->kb, id);
        if (actor != AHD_KB_NONE)
            put_actor(c, NULL, actor);
    }
    ahd_writer_close(&c->w, ']');
}

static void put_commitment(struct card *c, const ahd_agreement *a,
                           const ahd_commitment *one)
{
    bool exact = ahd_str_eq(ahd_kb_str(c->kb, a->precision), AHD_STR("day"));
    ahd_str rule = ahd_kb_str(c->kb, one->deadline);

    ahd_writer_open(&c->w, '{');
    put_ref(c, "n", one->n);
    put_bound(c, ahd_kb_str(c->kb, one->bound));
    put_ref(c, "ar", one->ar);
    put_ref(c, "en", one->en);
    ahd_writer_field(&c->w, "rule", rule);
    ahd_writer_day(&c->w, "deadline",
                   ahd_due_day(rule, exact ? a->date : AHD_KB_NO_DAY));
    put_ref(c, "source", one->source);
    ahd_writer_close(&c->w, '}');
}

static void put_commitments(struct card *c, const ahd_agreement *a)
{
    open_list(c, "commitments");
    for (uint32_t i = 0; i < a->commitments; i++)
        put_commitment(c, a,
                       ahd_kb_commitment_at(c->kb, a->first_commitment + i));
    ahd_writer_close(&c->w, ']');
}

/* ------------------------------------------------------------- relations */

/* A relation read from its other end. One that is missing reads the same. */
static const struct opposite {
    ahd_str type, from_other;
} opposites[] = {
    {{"endorsed_by", 11}, {"endorses", 8}},
    {{"endorses", 8}, {"endorsed_by", 11}},
    {{"part_of", 7}, {"has_part", 8}},
    {{"has_part", 8}, {"part_of", 7}},
    {{"follows", 7}, {"followed_by", 11}},
    {{"followed_by", 11}, {"follows", 7}},
    {{"amends", 6}, {"amended_by", 10}},
    {{"amended_by", 10}, {"amends", 6}},
    {{"implements", 10}, {"implemented_by", 14}},
    {{"implemented_by", 14}, {"implements", 10}},
    {{"replaces", 8}, {"replaced_by", 11}},
    {{"replaced_by", 11}, {"replaces", 8}},
    {{"extends", 7}, {"extended_by", 11}},
    {{"extended_by", 11}, {"extends", 7}},
};

static ahd_str turned(ahd_str type)
{
    for (size_t i = 0; i < sizeof opposites / sizeof *opposites; i++)
        if (ahd_str_eq(opposites[i].type, type))
            return opposites[i].from_other;
    return type;
}

static bool is_same(const struct card *c, const ahd_relation *a, ahd_str type,
                    uint32_t from, uint32_t to)
{
    return a->agreement == from && a->other == to &&
           ahd_str_eq(ahd_kb_str(c->kb, a->type), type);
}

/* Does the data also say it from this end? */
static bool is_said(const struct card *c, ahd_str type, uint32_t from,
                    uint32_t to)
{
    for (uint32_t i = 0; i < c->kb->relations.count; i++)
        if (is_same(c, ahd_kb_relation_at(c->kb, i), type, from, to))
            return true;
    return false;
}

static void put_relation(struct card *c, ahd_str type, uint32_t other,
                         ahd_ref source)
{
    const ahd_agreement *a = ahd_kb_agreement_at(c->kb, other);

    ahd_writer_open(&c->w, '{');
    ahd_writer_field(&c->w, "type", type);
    put_ref(c, "id", a->id);
    put_ref(c, "ar", a->ar);
    put_ref(c, "en", a->en);
    put_ref(c, "source", source);
    ahd_writer_close(&c->w, '}');
}

static void put_relations(struct card *c, uint32_t row)
{
    open_list(c, "relations");
    for (uint32_t i = 0; i < c->kb->relations.count; i++) {
        const ahd_relation *r = ahd_kb_relation_at(c->kb, i);
        ahd_str type = ahd_kb_str(c->kb, r->type);
        if (r->agreement == row)
            put_relation(c, type, r->other, r->source);
        else if (r->other == row &&
                 !is_said(c, turned(type), row, r->agreement))
            put_relation(c, turned(type), r->agreement, r->source);
    }
    ahd_writer_close(&c->w, ']');
}

void ahd_registry_agreement(const ahd_kb *kb, uint32_t row, ahd_buf *out)
{
    const ahd_agreement *a = ahd_kb_agreement_at(kb, row);
    struct card c = {kb, {.out = out}};

    ahd_writer_open(&c.w, '{');
    put_facts(&c, a);
    put_agreement_names(&c, row);
    put_parties(&c, a);
    put_commitments(&c, a);
    put_relations(&c, row);
    ahd_writer_close(&c.w, '}');
}
