#include "output/registry.h"

#include "base/day.h"
#include "doc/look.h"
#include "kb/names.h"
#include "output/due.h"
#include "output/json.h"
#include "output/registry_card.h"

/* A day no more precise than it is known: "2020-10" for a month. */
static void put_date(ahd_registry_card *c, int32_t day, ahd_str precision)
{
    char iso[AHD_DAY_ISO];
    size_t len = 0;

    if (day != AHD_KB_NO_DAY) {
        ahd_day_iso(day, iso);
        len = sizeof iso;
        if (ahd_str_eq(precision, AHD_STR("month")))
            len = sizeof "2020-10" - 1;
        else if (ahd_str_eq(precision, AHD_STR("year")))
            len = sizeof "2020" - 1;
    }
    ahd_writer_field(&c->w, "date", (ahd_str){iso, len});
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

static void put_place(ahd_registry_card *c, ahd_str name)
{
    uint32_t row = ahd_registry_place(c->kb, name);

    if (row == AHD_KB_NONE) {
        ahd_writer_field(&c->w, "place", name);
        return;
    }
    const ahd_place *place = ahd_kb_place_at(c->kb, row);
    ahd_writer_key(&c->w, "place");
    ahd_writer_open(&c->w, '{');
    ahd_registry_card_ref(c, "id", place->id);
    ahd_registry_card_ref(c, "ar", place->ar);
    ahd_registry_card_ref(c, "en", place->en);
    ahd_writer_close(&c->w, '}');
}

/* General knowledge: nobody has yet held it against a source. */
static bool is_to_be_checked(const ahd_registry_card *c, const ahd_agreement *a)
{
    return !ahd_str_eq(ahd_kb_str(c->kb, a->confidence), AHD_STR("checked"));
}

/* In force since: {"date","source"}, or null. */
static void put_effective(ahd_registry_card *c, const ahd_agreement *a)
{
    ahd_writer_key(&c->w, "effective");
    if (a->effective == AHD_KB_NO_DAY) {
        ahd_writer_null(&c->w);
        return;
    }
    ahd_writer_open(&c->w, '{');
    ahd_writer_day(&c->w, "date", a->effective);
    ahd_registry_card_ref(c, "source", a->effective_source);
    ahd_writer_close(&c->w, '}');
}

static void put_facts(ahd_registry_card *c, const ahd_agreement *a)
{
    ahd_registry_card_ref(c, "id", a->id);
    ahd_registry_card_ref(c, "kind", a->kind);
    ahd_registry_card_ref(c, "country", a->country);
    put_date(c, a->date, ahd_kb_str(c->kb, a->precision));
    ahd_registry_card_ref(c, "precision", a->precision);
    put_effective(c, a);
    put_place(c, ahd_kb_str(c->kb, a->place));
    ahd_registry_card_ref(c, "ar", a->ar);
    ahd_registry_card_ref(c, "en", a->en);
    ahd_registry_card_ref(c, "confidence", a->confidence);
    if (is_to_be_checked(c, a))
        ahd_registry_card_true(c, "to_be_checked");
    ahd_registry_card_ref(c, "status", a->status);
    ahd_registry_card_ref(c, "source", a->source);
}

static void put_agreement_names(ahd_registry_card *c, uint32_t row)
{
    ahd_registry_card_list(c, "names");
    for (uint32_t i = 0; i < c->kb->agreement_names.count; i++) {
        const ahd_agreement_name *name = ahd_kb_agreement_name_at(c->kb, i);
        if (name->agreement != row)
            continue;
        ahd_writer_open(&c->w, '{');
        ahd_registry_card_ref(c, "name", name->name);
        ahd_writer_field(&c->w, "lang",
                         ahd_str_from(ahd_names_lang[name->lang]));
        ahd_registry_card_ref(c, "source", name->source);
        ahd_writer_close(&c->w, '}');
    }
    ahd_writer_close(&c->w, ']');
}

/* `name` is how the agreement itself calls the party. */
static void put_party(ahd_registry_card *c, const ahd_party *party)
{
    ahd_writer_open(&c->w, '{');
    ahd_writer_field(&c->w, "role",
                     ahd_str_from(ahd_names_party_role[party->role]));
    if (party->actor != AHD_KB_NONE)
        ahd_registry_card_actor(c, "actor", party->actor);
    else
        ahd_writer_field(&c->w, "actor", (ahd_str){0});
    ahd_registry_card_ref(c, "name", party->name);
    ahd_registry_card_ref(c, "state", party->state);
    ahd_registry_card_ref(c, "source", party->source);
    ahd_writer_close(&c->w, '}');
}

/* By role; within one, in the order of the data. */
static void put_parties(ahd_registry_card *c, const ahd_agreement *a)
{
    ahd_registry_card_list(c, "parties");
    for (uint32_t role = 0; ahd_names_party_role[role]; role++)
        for (uint32_t i = 0; i < a->parties; i++) {
            const ahd_party *party = ahd_kb_party_at(c->kb, a->first_party + i);
            if (party->role == role)
                put_party(c, party);
        }
    ahd_writer_close(&c->w, ']');
}

/* Actors by id; an empty list is all parties. */
static void put_bound(ahd_registry_card *c, ahd_str bound)
{
    if (ahd_str_eq(bound, AHD_STR("parties")))
        bound.len = 0;
    ahd_registry_card_list(c, "bound");
    while (bound.len > 0) {
        ahd_str id = ahd_str_trim(ahd_str_cut(&bound, '|'));
        uint32_t actor = ahd_kb_find_actor(c->kb, id);
        ahd_writer_open(&c->w, '{');
        if (actor != AHD_KB_NONE)
            ahd_registry_card_actor(c, "id", actor);
        else
            ahd_writer_field(&c->w, "name", id);
        ahd_writer_close(&c->w, '}');
    }
    ahd_writer_close(&c->w, ']');
}

static void put_topics(ahd_registry_card *c, ahd_str topics)
{
    ahd_registry_card_list(c, "topics");
    while (topics.len > 0)
        ahd_writer_str(&c->w, ahd_str_cut(&topics, '|'));
    ahd_writer_close(&c->w, ']');
}

static void put_commitment(ahd_registry_card *c, const ahd_agreement *a,
                           const ahd_commitment *one)
{
    ahd_writer_open(&c->w, '{');
    ahd_registry_card_ref(c, "n", one->n);
    put_bound(c, ahd_kb_str(c->kb, one->bound));
    ahd_registry_card_ref(c, "ar", one->ar);
    ahd_registry_card_ref(c, "en", one->en);
    ahd_registry_card_ref(c, "rule", one->deadline);
    ahd_writer_day(&c->w, "deadline", ahd_due_commitment(c->kb, a, one));
    ahd_registry_card_exceptions(c, one);
    put_topics(c, ahd_kb_str(c->kb, one->topics));
    ahd_registry_card_ref(c, "source", one->source);
    ahd_writer_close(&c->w, '}');
}

static void put_commitments(ahd_registry_card *c, const ahd_agreement *a)
{
    ahd_registry_card_list(c, "commitments");
    for (uint32_t i = 0; i < a->commitments; i++)
        put_commitment(c, a,
                       ahd_kb_commitment_at(c->kb, a->first_commitment + i));
    ahd_writer_close(&c->w, ']');
}

/* ------------------------------------------------------------- relations */

/* What a relation is called at its other end. A type that is not here reads
 * the same from both. */
static const struct opposite {
    const char *one, *other;
} opposites[] = {
    {"amends", "amended_by"},           {"annex_of", "has_annex"},
    {"based_on", "basis_of"},           {"endorses", "endorsed_by"},
    {"extends", "extended_by"},         {"follows", "precedes"},
    {"implements", "implemented_by"},   {"monitored_under", "monitors"},
    {"opposes", "opposed_by"},          {"part_of", "has_part"},
    {"reaffirms", "reaffirmed_by"},     {"refers_to", "referred_to_by"},
    {"replaces", "replaced_by"},        {"supersedes", "superseded_by"},
    {"supplements", "supplemented_by"}, {"supports", "supported_by"},
};

static ahd_str turned(ahd_str type)
{
    for (size_t i = 0; i < sizeof opposites / sizeof *opposites; i++) {
        ahd_str one = ahd_str_from(opposites[i].one);
        ahd_str other = ahd_str_from(opposites[i].other);
        if (ahd_str_eq(type, one))
            return other;
        if (ahd_str_eq(type, other))
            return one;
    }
    return type;
}

static bool is_same(const ahd_registry_card *c, const ahd_relation *a,
                    ahd_str type, uint32_t from, uint32_t to)
{
    return a->agreement == from && a->other == to &&
           ahd_str_eq(ahd_kb_str(c->kb, a->type), type);
}

/* Does the data also say it from this end? */
static bool is_said(const ahd_registry_card *c, ahd_str type, uint32_t from,
                    uint32_t to)
{
    for (uint32_t i = 0; i < c->kb->relations.count; i++)
        if (is_same(c, ahd_kb_relation_at(c->kb, i), type, from, to))
            return true;
    return false;
}

static void put_relation(ahd_registry_card *c, ahd_str type, uint32_t other,
                         ahd_ref source)
{
    const ahd_agreement *a = ahd_kb_agreement_at(c->kb, other);

    ahd_writer_open(&c->w, '{');
    ahd_writer_field(&c->w, "type", type);
    ahd_registry_card_ref(c, "id", a->id);
    ahd_registry_card_ref(c, "ar", a->ar);
    ahd_registry_card_ref(c, "en", a->en);
    ahd_registry_card_ref(c, "source", source);
    ahd_writer_close(&c->w, '}');
}

static void put_relations(ahd_registry_card *c, uint32_t row)
{
    ahd_registry_card_list(c, "relations");
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
    ahd_registry_card c = {kb, {.out = out}};

    ahd_writer_open(&c.w, '{');
    put_facts(&c, a);
    put_agreement_names(&c, row);
    put_parties(&c, a);
    put_commitments(&c, a);
    put_relations(&c, row);
    ahd_registry_card_details(&c, row);
    ahd_writer_close(&c.w, '}');
}

/* --------------------------------------------------------- discoveries */

/* The noun of its first mention says what kind it is. */
ahd_str ahd_registry_kind(const ahd_doc *doc, uint32_t found)
{
    for (uint32_t i = 0; i < doc->agreements.count; i++) {
        const ahd_agreement_ref *ref = &doc->agreements.items[i];
        if (ref->found == found && ref->noun != AHD_NONE)
            return ahd_str_from(ahd_kb_noun_kind_name(ref->noun));
    }
    return AHD_STR("");
}

ahd_day ahd_registry_day(const ahd_doc *doc, uint32_t found)
{
    const ahd_found *f = &doc->found.items[found];
    const ahd_act *act = &doc->acts.items[f->act];

    if (f->day != AHD_NO_DAY)
        return f->day;
    return act->from == act->to ? act->from : AHD_NO_DAY;
}

/* Function words, names, days and the noun itself tell nothing of it. */
static bool tells_subject(const ahd_doc *doc, uint32_t token)
{
    static const uint32_t others[] = {
        AHD_TERM_AGREEMENT_NOUN, AHD_TERM_AGREEMENT, AHD_TERM_CLASS,
        AHD_TERM_TIME,           AHD_TERM_NUMBER,    AHD_TERM_DEMONYM,
        AHD_TERM_PLACE,          AHD_TERM_SIGNATURE, AHD_TERM_RULE};
    enum { SHORTEST = 3 };

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (ahd_look_hit(doc, token, others[i]))
            return false;
    return doc->tokens.items[token].kind == AHD_TOKEN_WORD &&
           doc->tokens.items[token].form.len >= SHORTEST &&
           ahd_look_mention_at(doc, token) == AHD_NONE;
}

static void put_subject(const ahd_doc *doc, uint32_t first, uint32_t end,
                        ahd_buf *out)
{
    for (uint32_t i = first; i < end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        ahd_str word = t->readings > 0 ? t->reading[0].host : t->form;
        if (!tells_subject(doc, i))
            continue;
        if (ahd_str_starts(word, AHD_STR("ال")))
            word = (ahd_str){word.ptr + 4, word.len - 4};
        ahd_buf_printf(out, "%s%.*s", out->len ? " " : "", AHD_STR_ARG(word));
    }
}

void ahd_registry_subject(const ahd_doc *doc, uint32_t found, ahd_buf *out)
{
    for (uint32_t i = 0; i < doc->agreements.count; i++) {
        const ahd_agreement_ref *ref = &doc->agreements.items[i];
        if (ref->found != found)
            continue;
        put_subject(doc, ref->first, ref->end, out);
        return;
    }
}

void ahd_registry_words(const ahd_doc *doc, uint32_t found, ahd_buf *out)
{
    enum { MOST_WORDS = 60 };
    const ahd_act *act = &doc->acts.items[doc->found.items[found].act];
    const ahd_sentence *s = &doc->sentences.items[act->sentence];
    uint32_t end =
        s->end - s->first > MOST_WORDS ? s->first + MOST_WORDS : s->end;

    put_subject(doc, s->first, end, out);
}

static void put_found_facts(ahd_registry_card *c, const ahd_doc *doc,
                            uint32_t found)
{
    const ahd_found *f = &doc->found.items[found];
    ahd_buf id = AHD_BUF(1 << 20);

    ahd_json_found_id(doc, found, &id);
    ahd_writer_field(&c->w, "id", ahd_buf_str(&id));
    ahd_buf_finish(&id);
    ahd_registry_card_true(c, "found");
    ahd_writer_field(&c->w, "kind", ahd_registry_kind(doc, found));
    ahd_writer_day(&c->w, "date", ahd_registry_day(doc, found));
    ahd_writer_field(&c->w, doc->lang == AHD_LANG_AR ? "ar" : "en", f->name);
    ahd_writer_field(&c->w, "confidence", AHD_STR("found"));
    ahd_writer_field(&c->w, "document", doc->id);
    ahd_writer_field(&c->w, "source", doc->url.len ? doc->url : doc->outlet);
}

/* A place the gazetteer has not is the words of the text. */
static void put_found_place(ahd_registry_card *c, const ahd_doc *doc,
                            const ahd_arg *at)
{
    if (at->id == AHD_NONE)
        ahd_writer_field(&c->w, "place", ahd_doc_words(doc, at->at));
    else
        put_place(c, ahd_kb_str(c->kb, ahd_kb_place_at(c->kb, at->id)->en));
}

static void put_found_party(ahd_registry_card *c, const ahd_doc *doc,
                            const ahd_arg *arg, bool signs_only)
{
    /* A person binds whom it acts for; itself it only signs. */
    uint32_t actor =
        !signs_only && arg->principal != AHD_NONE ? arg->principal : arg->id;

    ahd_writer_open(&c->w, '{');
    ahd_writer_field(&c->w, "role",
                     signs_only ? AHD_STR("signatory") : AHD_STR("party"));
    if (actor != AHD_NONE)
        ahd_registry_card_actor(c, "actor", actor);
    else {
        ahd_writer_field(&c->w, "actor", (ahd_str){0});
        ahd_writer_field(&c->w, "name", ahd_doc_words(doc, arg->at));
    }
    if (signs_only)
        ahd_writer_field(&c->w, "state", (ahd_str){0});
    else
        ahd_writer_field(&c->w, "state", AHD_STR("signed"));
    ahd_writer_close(&c->w, '}');
}

static void put_found_parties(ahd_registry_card *c, const ahd_doc *doc,
                              const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++) {
        put_found_party(c, doc, &args->items[i], false);
        if (args->items[i].principal != AHD_NONE)
            put_found_party(c, doc, &args->items[i], true);
    }
}

void ahd_registry_found(const ahd_kb *kb, const ahd_doc *doc, uint32_t found,
                        ahd_buf *out)
{
    const ahd_act *act = &doc->acts.items[doc->found.items[found].act];
    ahd_registry_card c = {kb, {.out = out}};

    ahd_writer_open(&c.w, '{');
    put_found_facts(&c, doc, found);
    if (act->has_place)
        put_found_place(&c, doc, &act->place);
    ahd_writer_field(
        &c.w, "sentence",
        ahd_doc_words(doc, doc->sentences.items[act->sentence].at));
    ahd_registry_card_list(&c, "parties");
    put_found_parties(&c, doc, &act->source);
    put_found_parties(&c, doc, &act->target);
    ahd_writer_close(&c.w, ']');
    ahd_writer_close(&c.w, '}');
}
