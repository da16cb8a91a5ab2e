#include "store/entry.h"

#include "base/day.h"
#include "doc/look.h"
#include "kb/names.h"
#include "output/enums.h"
#include "output/json.h"
#include "output/offsets.h"
#include "output/registry.h"
#include "output/signature.h"

#define SEPARATOR " | "

enum { MOST_JSON = 256 << 20, MOST_NAMES = 1 << 20 };

typedef struct maker {
    const ahd_kb *kb;
    const ahd_doc *doc;
    ahd_arena *arena;
    ahd_offsets offsets;
    ahd_buf text; /* what is being put together */
    bool failed;
    bool arabic; /* the language that names are wanted in */
} maker;

/* ---------------------------------------------------------------- pieces */

/* What was put together, kept; the next piece starts empty. */
static ahd_str take(maker *m)
{
    ahd_str kept = ahd_arena_str(m->arena, ahd_buf_str(&m->text));

    m->failed |= m->text.failed;
    ahd_buf_clear(&m->text);
    return kept;
}

static ahd_str day(maker *m, ahd_day day)
{
    char iso[AHD_DAY_ISO];

    if (day == AHD_NO_DAY)
        return AHD_STR("");
    ahd_day_iso(day, iso);
    return ahd_arena_str(m->arena, (ahd_str){iso, sizeof iso});
}

static ahd_str name_of(const maker *m, ahd_ref en, ahd_ref ar)
{
    ahd_ref first = m->arabic ? ar : en, second = m->arabic ? en : ar;

    return ahd_kb_str(m->kb, first.len > 0 ? first : second);
}

/* The known name, else the words of the text. */
static ahd_str arg_name(const maker *m, const ahd_arg *arg, bool place)
{
    if (arg->id == AHD_NONE)
        return ahd_doc_words(m->doc, arg->at);
    if (place) {
        const ahd_place *row = ahd_kb_place_at(m->kb, arg->id);
        return name_of(m, row->en, row->ar);
    }
    const ahd_actor *row = ahd_kb_actor_at(m->kb, arg->id);
    return name_of(m, row->en, row->ar);
}

static ahd_str names(maker *m, const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++) {
        if (i > 0)
            ahd_buf_add(&m->text, AHD_STR(SEPARATOR));
        ahd_buf_add(&m->text, arg_name(m, &args->items[i], false));
    }
    return take(m);
}

static ahd_str optional(const maker *m, bool has, const ahd_arg *arg,
                        bool place)
{
    return has ? arg_name(m, arg, place) : AHD_STR("");
}

/* ---------------------------------------------------------------- actors */

static ahd_str actor_id(const maker *m, uint32_t actor)
{
    if (actor == AHD_NONE)
        return AHD_STR("");
    return ahd_kb_str(m->kb, ahd_kb_actor_at(m->kb, actor)->id);
}

static void add_actor(maker *m, ahd_entry_act *to, ahd_entry_actor actor)
{
    if (actor.actor.len > 0)
        *ahd_vec_push(m->arena, &to->actors) = actor;
}

static void add_arg(maker *m, ahd_entry_act *to, const char *slot,
                    const ahd_arg *arg)
{
    const ahd_mention *stranger = ahd_look_stranger(m->doc, arg);
    ahd_str principal = actor_id(m, arg->principal);
    ahd_entry_actor one = {.slot = ahd_str_from(slot), .principal = principal};

    if (stranger) {
        one.actor = stranger->provisional;
        one.name = ahd_look_stranger_name(m->doc, stranger);
    } else {
        one.actor = actor_id(m, arg->id);
    }
    add_actor(m, to, one);
    add_actor(m, to,
              (ahd_entry_actor){.slot = AHD_STR("for"), .actor = principal});
}

static void add_actors(maker *m, ahd_entry_act *to, const ahd_act *act)
{
    for (uint32_t i = 0; i < act->source.count; i++)
        add_arg(m, to, "source", &act->source.items[i]);
    for (uint32_t i = 0; i < act->target.count; i++)
        add_arg(m, to, "target", &act->target.items[i]);
    if (act->has_speaker)
        add_arg(m, to, "speaker", &act->speaker);
    if (act->has_via)
        add_arg(m, to, "via", &act->via);
}

/* ------------------------------------------------------------ agreements */

static ahd_str found_id(maker *m, uint32_t found)
{
    ahd_json_found_id(m->doc, found, &m->text);
    return take(m);
}

static ahd_entry_agreement agreement(maker *m, const ahd_agreement_ref *ref)
{
    const ahd_agreement_ref *full =
        ref->fullest == AHD_NONE ? ref
                                 : &m->doc->agreements.items[ref->fullest];
    ahd_entry_agreement out = {.name = ahd_doc_words(m->doc, full->at),
                               .how = ahd_str_from(ahd_enums_how[ref->how])};

    if (ref->id != AHD_NONE) {
        const ahd_agreement *row = ahd_kb_agreement_at(m->kb, ref->id);
        out.id = ahd_kb_str(m->kb, row->id);
        out.name = ahd_kb_str(m->kb, row->en.len ? row->en : row->ar);
        out.name_ar = ahd_kb_str(m->kb, row->ar);
    } else if (ref->found != AHD_NONE) {
        out.id = found_id(m, ref->found);
        out.name = m->doc->found.items[ref->found].name;
    }
    return out;
}

static void add_found(maker *m, ahd_entry *entry, uint32_t i)
{
    const ahd_found *f = &m->doc->found.items[i];
    const ahd_act *act = &m->doc->acts.items[f->act];
    ahd_entry_found *out = ahd_vec_push(m->arena, &entry->found);

    out->id = found_id(m, i);
    if (m->doc->lang == AHD_LANG_AR)
        out->name_ar = f->name;
    else
        out->name_en = f->name;
    out->kind = ahd_registry_kind(m->doc, i);
    out->date = day(m, ahd_registry_day(m->doc, i));
    out->place = optional(m, act->has_place, &act->place, true);
    if (act->has_place && act->place.id != AHD_NONE)
        out->place_id =
            ahd_kb_str(m->kb, ahd_kb_place_at(m->kb, act->place.id)->id);
    out->sentence =
        ahd_doc_words(m->doc, m->doc->sentences.items[act->sentence].at);
    ahd_registry_subject(m->doc, i, &m->text);
    out->subject = take(m);
    ahd_registry_words(m->doc, i, &m->text);
    out->words = take(m);
    ahd_registry_found(m->kb, m->doc, i, &m->text);
    out->json = take(m);
}

/* ------------------------------------------------------------------ acts */

static ahd_str interval(maker *m, const ahd_act *act)
{
    ahd_buf_add(&m->text, day(m, act->from));
    if (act->from != AHD_NO_DAY && act->to != AHD_NO_DAY &&
        act->from != act->to) {
        ahd_buf_byte(&m->text, '/');
        ahd_buf_add(&m->text, day(m, act->to));
    }
    return take(m);
}

static void put_what(maker *m, ahd_entry_act *out, const ahd_act *act)
{
    ahd_span at = m->doc->sentences.items[act->sentence].at;

    out->act = ahd_str_from(ahd_names_act[act->type]);
    if (act->mode)
        out->mode = ahd_str_from(ahd_names_mode[act->mode]);
    out->modality = ahd_str_from(ahd_enums_modality[act->modality]);
    out->rule = ahd_kb_str(m->kb, ahd_kb_rule_at(m->kb, act->rule)->id);
    out->confidence = act->confidence;
    out->sentence = ahd_doc_words(m->doc, at);
    out->sentence_start = ahd_offsets_of(&m->offsets, at.start);
    out->sentence_end = ahd_offsets_of(&m->offsets, ahd_span_end(at));
    out->date = interval(m, act);
    out->first_day = day(m, act->from);
    out->last_day = day(m, act->to == AHD_NO_DAY ? act->from : act->to);
}

/* ----------------------------------------------- what it is about, counts */

static void add_commitments(maker *m, ahd_entry_act *to, const ahd_act *act)
{
    for (uint32_t i = 0; i < act->clauses.count; i++) {
        const ahd_provision *p = &act->clauses.items[i];
        if (p->commitment == AHD_NONE)
            continue;
        const ahd_commitment *c = ahd_kb_commitment_at(m->kb, p->commitment);
        *ahd_vec_push(m->arena, &to->commitments) = (ahd_entry_commitment){
            ahd_kb_str(m->kb, ahd_kb_agreement_at(m->kb, c->agreement)->id),
            ahd_kb_str(m->kb, c->n), ahd_str_from(ahd_enums_how[p->how])};
    }
}

static void add_links(maker *m, ahd_entry_act *to, const ahd_act *act)
{
    for (uint32_t i = 0; i < act->about.count; i++)
        if (act->about.items[i].act != AHD_NONE)
            *ahd_vec_push(m->arena, &to->links) =
                (ahd_entry_link){act->about.items[i].act + 1,
                                 ahd_str_from(act->about.items[i].role)};
}

/* A number in an expression of time is no count. */
static bool is_count(const ahd_doc *doc, const ahd_number *n)
{
    if (n->kind == AHD_NUMBER_ORDINAL)
        return false;
    for (uint32_t i = 0; i < doc->times.count; i++) {
        ahd_span at = doc->times.items[i].at;
        if (at.start <= n->at.start && ahd_span_end(n->at) <= ahd_span_end(at))
            return false;
    }
    return true;
}

static ahd_str numbers(maker *m, const ahd_act *act)
{
    enum { MOST_NUMBERS = 8 };
    uint32_t count = 0;

    for (uint32_t i = 0; i < m->doc->numbers.count && count < MOST_NUMBERS;
         i++) {
        const ahd_number *n = &m->doc->numbers.items[i];
        if (n->sentence != act->sentence || !is_count(m->doc, n))
            continue;
        ahd_buf_printf(&m->text, "%s%g", count++ ? " " : "", n->value);
    }
    return take(m);
}

static bool says_scope(const ahd_doc *doc, const ahd_act *act)
{
    const ahd_sentence *s = &doc->sentences.items[act->sentence];

    for (uint32_t i = s->first; i < s->end; i++)
        if (ahd_look_hit_id(doc, i, AHD_TERM_CLASS, AHD_CLASS_SCOPE))
            return true;
    return false;
}

static void put_matter(maker *m, ahd_entry_act *out, const ahd_act *act)
{
    add_commitments(m, out, act);
    add_links(m, out, act);
    out->numbers = numbers(m, act);
    out->scope = says_scope(m->doc, act);
    if (act->has_place && act->place.id != AHD_NONE)
        out->place_id =
            ahd_kb_str(m->kb, ahd_kb_place_at(m->kb, act->place.id)->id);
}

/* Whom one binds: the one he acts for, else himself. */
static ahd_entry_signature signatory(const maker *m, const ahd_arg *arg)
{
    const ahd_mention *stranger = ahd_look_stranger(m->doc, arg);
    uint32_t side = arg->principal != AHD_NONE ? arg->principal : arg->id;
    ahd_entry_signature one = {.actor = actor_id(m, side)};

    if (one.actor.len == 0 && stranger)
        one.actor = stranger->provisional;
    if (side == AHD_NONE)
        one.name = stranger ? ahd_look_stranger_name(m->doc, stranger)
                            : ahd_doc_words(m->doc, arg->at);
    return one;
}

static void add_signature(maker *m, ahd_entry_act *to, const ahd_arg *arg,
                          uint32_t rank, ahd_signature_state state)
{
    const ahd_act *act = &m->doc->acts.items[to->n - 1];
    ahd_entry_signature one = signatory(m, arg);

    if (!ahd_signature_is_of(m->doc, act, arg, state))
        return;
    one.agreement = to->agreements.items[rank].id;
    one.state = ahd_str_from(ahd_names_signature_state[state]);
    *ahd_vec_push(m->arena, &to->signatures) = one;
}

/* Of those who sign, «وقعت مع» too; only sources leave or do not sign. */
static void add_signatures(maker *m, ahd_entry_act *to, uint32_t n)
{
    const ahd_act *act = &m->doc->acts.items[n];

    for (uint32_t k = 0; k < to->agreements.count; k++) {
        ahd_signature_state state = ahd_signature_of(m->doc, n, k);
        if (state == AHD_SIGNATURE_NONE || to->agreements.items[k].id.len == 0)
            continue;
        for (uint32_t i = 0; i < act->source.count; i++)
            add_signature(m, to, &act->source.items[i], k, state);
        for (uint32_t i = 0; i < act->target.count; i++)
            if (state < AHD_SIGNATURE_ABSENT)
                add_signature(m, to, &act->target.items[i], k, state);
    }
}

static ahd_entry_names names_in(maker *m, const ahd_act *act, bool arabic)
{
    ahd_entry_names out;

    m->arabic = arabic;
    out.source = names(m, &act->source);
    out.target = names(m, &act->target);
    out.speaker = optional(m, act->has_speaker, &act->speaker, false);
    out.via = optional(m, act->has_via, &act->via, false);
    out.place = optional(m, act->has_place, &act->place, true);
    m->arabic = false;
    return out;
}

static void add_act(maker *m, ahd_entry *entry, uint32_t i)
{
    const ahd_act *act = &m->doc->acts.items[i];
    ahd_entry_act *out = ahd_vec_push(m->arena, &entry->acts);

    out->n = i + 1;
    put_what(m, out, act);
    out->en = names_in(m, act, false);
    out->ar = names_in(m, act, true);
    add_actors(m, out, act);
    put_matter(m, out, act);
    for (uint32_t k = 0; k < act->agreements.count; k++)
        *ahd_vec_push(m->arena, &out->agreements) =
            agreement(m, &m->doc->agreements.items[act->agreements.items[k]]);
    add_signatures(m, out, i);
}

/* -------------------------------------------------------------- document */

static void make(maker *m, ahd_entry *e)
{
    const ahd_doc *doc = m->doc;

    e->id = doc->id;
    e->title = ahd_doc_title(doc);
    e->outlet = doc->outlet;
    e->outlet_actor = actor_id(m, doc->outlet_actor);
    e->url = doc->url;
    e->published = day(m, doc->published);
    e->lang = ahd_str_from(ahd_enums_lang[doc->lang]);
    e->kind = ahd_str_from(ahd_enums_kind[doc->kind]);
    e->refused = doc->refused;
    for (uint32_t i = 0; i < doc->acts.count; i++)
        add_act(m, e, i);
    for (uint32_t i = 0; i < doc->found.count; i++)
        add_found(m, e, i);
    ahd_json_doc(m->kb, doc, &m->text);
    e->json = take(m);
}

const ahd_entry *ahd_entry_make(const ahd_kb *kb, const ahd_doc *doc,
                                ahd_arena *arena)
{
    maker m = {
        .kb = kb, .doc = doc, .arena = arena, .text = AHD_BUF(MOST_JSON)};
    ahd_entry *entry = ahd_new(arena, ahd_entry, 1);

    if (ahd_offsets_init(&m.offsets, doc->text))
        make(&m, entry);
    else
        m.failed = true;
    ahd_offsets_finish(&m.offsets);
    ahd_buf_finish(&m.text);
    return m.failed ? NULL : entry;
}
