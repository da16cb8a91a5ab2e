#include "output/json_acts.h"

#include "base/day.h"
#include "doc/look.h"
#include "kb/names.h"
#include "output/codes.h"
#include "output/enums.h"
#include "output/json.h"

#include <stdio.h>

void ahd_printer_span(ahd_printer *p, ahd_span at)
{
    ahd_writer_open(&p->w, '[');
    ahd_writer_int(&p->w, ahd_offsets_of(&p->offsets, at.start));
    ahd_writer_int(&p->w, ahd_offsets_of(&p->offsets, ahd_span_end(at)));
    ahd_writer_close(&p->w, ']');
}

/* The name in English, else in Arabic. */
static ahd_str name_of(const ahd_kb *kb, ahd_ref en, ahd_ref ar)
{
    return en.len > 0 ? ahd_kb_str(kb, en) : ahd_kb_str(kb, ar);
}

/* "id", "name", and "name_ar" where the Arabic one is another. */
static void put_identity(ahd_printer *p, ahd_ref id, ahd_ref en, ahd_ref ar)
{
    ahd_writer_field(&p->w, "id", ahd_kb_str(p->kb, id));
    ahd_writer_field(&p->w, "name", name_of(p->kb, en, ar));
    if (en.len > 0 && ar.len > 0)
        ahd_writer_field(&p->w, "name_ar", ahd_kb_str(p->kb, ar));
}

void ahd_printer_identity(ahd_printer *p, uint32_t id, bool place)
{
    if (id == AHD_NONE) {
        ahd_writer_field(&p->w, "id", (ahd_str){0});
        ahd_writer_field(&p->w, "name", (ahd_str){0});
    } else if (place) {
        const ahd_place *row = ahd_kb_place_at(p->kb, id);
        put_identity(p, row->id, row->en, row->ar);
    } else {
        const ahd_actor *row = ahd_kb_actor_at(p->kb, id);
        put_identity(p, row->id, row->en, row->ar);
    }
}

void ahd_printer_bearer(ahd_printer *p, const ahd_mention *m)
{
    if (m->id != AHD_NONE || m->provisional.len == 0) {
        ahd_printer_identity(p, m->id, m->kind == AHD_MENTION_PLACE);
        return;
    }
    ahd_writer_field(&p->w, "id", m->provisional);
    ahd_writer_field(&p->w, "name", ahd_look_stranger_name(p->doc, m));
    ahd_writer_key(&p->w, "provisional");
    ahd_writer_bool(&p->w, true);
}

/* "post" with its words: the first of the role's, in each language. */
void ahd_printer_post(ahd_printer *p, uint32_t role)
{
    const ahd_role *row = ahd_kb_role_at(p->kb, role);
    ahd_str ar = ahd_kb_str(p->kb, row->ar), en = ahd_kb_str(p->kb, row->en);

    ahd_writer_field(&p->w, "post", ahd_kb_str(p->kb, row->id));
    ahd_writer_field(&p->w, "post_en", ahd_str_cut(&en, '|'));
    ahd_writer_field(&p->w, "post_ar", ahd_str_cut(&ar, '|'));
}

void ahd_printer_principal(ahd_printer *p, uint32_t actor)
{
    ahd_writer_key(&p->w, "for");
    ahd_writer_open(&p->w, '{');
    ahd_printer_identity(p, actor, false);
    ahd_writer_close(&p->w, '}');
}

void ahd_printer_candidate(ahd_printer *p, const ahd_candidate *c, bool place)
{
    ahd_writer_open(&p->w, '{');
    ahd_printer_identity(p, c->id, place);
    ahd_writer_key(&p->w, "score");
    ahd_writer_score(&p->w, c->score);
    ahd_writer_close(&p->w, '}');
}

ahd_str ahd_printer_how(uint8_t how)
{
    return ahd_str_from(ahd_enums_how[how]);
}

void ahd_printer_interval(ahd_printer *p, const char *key, ahd_day from,
                          ahd_day to)
{
    char text[2 * AHD_DAY_ISO + 1];

    if (from == AHD_NO_DAY || to == AHD_NO_DAY || from == to) {
        ahd_writer_day(&p->w, key, from);
        return;
    }
    ahd_day_iso(from, text);
    text[AHD_DAY_ISO] = '/';
    ahd_day_iso(to, text + AHD_DAY_ISO + 1);
    ahd_writer_key(&p->w, key);
    ahd_writer_str(&p->w, (ahd_str){text, sizeof text});
}

void ahd_printer_medium(ahd_printer *p, uint8_t medium)
{
    ahd_str name =
        medium ? ahd_str_from(ahd_names_medium[medium]) : (ahd_str){0};

    ahd_writer_field(&p->w, "medium", name);
}

/* ------------------------------------------------------------------ ARG */

static void put_match(ahd_printer *p, uint8_t how, float score)
{
    ahd_writer_key(&p->w, "match");
    ahd_writer_open(&p->w, '{');
    ahd_writer_field(&p->w, "how", ahd_printer_how(how));
    ahd_writer_key(&p->w, "score");
    ahd_writer_score(&p->w, score);
    ahd_writer_close(&p->w, '}');
}

static void put_arg(ahd_printer *p, const ahd_arg *arg, bool place)
{
    ahd_writer *w = &p->w;

    ahd_writer_open(w, '{');
    ahd_writer_field(w, "text", ahd_doc_words(p->doc, arg->at));
    ahd_writer_key(w, "at");
    ahd_printer_span(p, arg->at);
    const ahd_mention *stranger = ahd_look_stranger(p->doc, arg);
    if (stranger)
        ahd_printer_bearer(p, stranger);
    else
        ahd_printer_identity(p, arg->id, place);
    if (arg->post != AHD_NONE)
        ahd_printer_post(p, arg->post);
    if (arg->principal != AHD_NONE)
        ahd_printer_principal(p, arg->principal);
    put_match(p, arg->how, arg->score);
    ahd_writer_close(w, '}');
}

void ahd_printer_optional_arg(ahd_printer *p, const char *key, bool has,
                              const ahd_arg *arg)
{
    ahd_writer_key(&p->w, key);
    if (has)
        put_arg(p, arg, false);
    else
        ahd_writer_null(&p->w);
}

void ahd_printer_place(ahd_printer *p, bool has, const ahd_arg *place)
{
    ahd_writer_key(&p->w, "place");
    if (has)
        put_arg(p, place, true);
    else
        ahd_writer_null(&p->w);
}

void ahd_printer_args(ahd_printer *p, const char *key, const ahd_args *args)
{
    ahd_writer_key(&p->w, key);
    ahd_writer_open(&p->w, '[');
    for (uint32_t i = 0; i < args->count; i++)
        put_arg(p, &args->items[i], false);
    ahd_writer_close(&p->w, ']');
}

/* ----------------------------------------------------------- agreements */

void ahd_json_found_id(const ahd_doc *doc, uint32_t found, ahd_buf *out)
{
    ahd_buf_printf(out, "found:%.*s:%u", AHD_STR_ARG(doc->id),
                   (unsigned)found + 1);
}

static void put_found_identity(ahd_printer *p, uint32_t found)
{
    ahd_buf id = AHD_BUF(512);

    ahd_json_found_id(p->doc, found, &id);
    ahd_writer_field(&p->w, "id", ahd_buf_str(&id));
    ahd_writer_field(&p->w, "name", p->doc->found.items[found].name);
    ahd_buf_finish(&id);
}

/* A resolution that no registry has: its id is the one it would have. */
static void put_resolution_identity(ahd_printer *p, uint32_t number)
{
    char text[64];
    int len = snprintf(text, sizeof text, "unscr-%u", (unsigned)number);

    ahd_writer_field(&p->w, "id", (ahd_str){text, (size_t)len});
    len = snprintf(text, sizeof text, "UN Security Council resolution %u",
                   (unsigned)number);
    ahd_writer_field(&p->w, "name", (ahd_str){text, (size_t)len});
}

static void put_agreement_identity(ahd_printer *p, uint32_t id)
{
    const ahd_agreement *a = ahd_kb_agreement_at(p->kb, id);

    put_identity(p, a->id, a->en, a->ar);
    if (ahd_str_eq(ahd_kb_str(p->kb, a->confidence), AHD_STR("known"))) {
        ahd_writer_key(&p->w, "to_be_checked");
        ahd_writer_bool(&p->w, true);
    }
}

static void put_reference(ahd_printer *p, const ahd_agreement_ref *r)
{
    if (r->id != AHD_NONE)
        put_agreement_identity(p, r->id);
    else if (r->resolution)
        put_resolution_identity(p, r->resolution);
    else if (r->found != AHD_NONE)
        put_found_identity(p, r->found);
    else {
        ahd_writer_field(&p->w, "id", (ahd_str){0});
        ahd_writer_field(&p->w, "name", (ahd_str){0});
    }
}

static void put_candidates(ahd_printer *p, const ahd_agreement_ref *r)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "others");
    ahd_writer_open(w, '[');
    for (int i = 0; i < r->others; i++) {
        if (r->other[i].id == r->id)
            continue;
        ahd_writer_open(w, '{');
        put_agreement_identity(p, r->other[i].id);
        ahd_writer_key(w, "score");
        ahd_writer_score(w, r->other[i].score);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_agreement_match(ahd_printer *p, const ahd_agreement_ref *r)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "match");
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "how", ahd_printer_how(r->how));
    ahd_writer_key(w, "score");
    ahd_writer_score(w, r->score);
    put_candidates(p, r);
    if (r->because.len > 0)
        ahd_writer_field(w, "because", r->because);
    ahd_writer_close(w, '}');
}

void ahd_printer_agreement_mention(ahd_printer *p, const ahd_agreement_ref *r)
{
    ahd_writer *w = &p->w;

    ahd_writer_open(w, '{');
    ahd_writer_key(w, "at");
    ahd_printer_span(p, r->at);
    ahd_writer_field(w, "kind", AHD_STR("agreement"));
    put_reference(p, r);
    put_agreement_match(p, r);
    ahd_writer_close(w, '}');
}

/* «المادة الثانية» of the act's first agreement, whatever the registry has. */
static void put_number(ahd_printer *p, const ahd_provision *clause)
{
    char text[16];
    int len = snprintf(text, sizeof text, "%u", (unsigned)clause->number);

    ahd_writer_field(&p->w, "n", (ahd_str){text, (size_t)len});
}

static bool is_of(const ahd_printer *p, const ahd_provision *clause,
                  uint32_t id, bool first)
{
    if (clause->commitment == AHD_NONE)
        return first;
    return ahd_kb_commitment_at(p->kb, clause->commitment)->agreement == id;
}

static void put_commitments(ahd_printer *p, const ahd_act *act, uint32_t id,
                            bool first)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "commitments");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < act->clauses.count; i++) {
        const ahd_provision *clause = &act->clauses.items[i];
        if (!is_of(p, clause, id, first))
            continue;
        ahd_writer_open(w, '{');
        if (clause->commitment == AHD_NONE)
            put_number(p, clause);
        else
            ahd_writer_field(
                w, "n",
                ahd_kb_str(p->kb,
                           ahd_kb_commitment_at(p->kb, clause->commitment)->n));
        ahd_writer_field(w, "how", ahd_printer_how(clause->how));
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_agreements(ahd_printer *p, const ahd_act *act)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "agreement");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < act->agreements.count; i++) {
        const ahd_agreement_ref *r =
            &p->doc->agreements.items[act->agreements.items[i]];
        ahd_span words = r->fullest == AHD_NONE
                             ? r->at
                             : p->doc->agreements.items[r->fullest].at;
        ahd_writer_open(w, '{');
        ahd_writer_field(w, "text", ahd_doc_words(p->doc, words));
        ahd_writer_key(w, "at");
        ahd_printer_span(p, words);
        put_reference(p, r);
        ahd_writer_field(w, "how", ahd_printer_how(r->how));
        put_agreement_match(p, r);
        put_commitments(p, act, r->id, i == 0);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

/* ----------------------------------------------------------------- acts */

static void put_tellings(ahd_printer *p, const ahd_act *act)
{
    ahd_writer_key(&p->w, "tellings");
    ahd_writer_open(&p->w, '[');
    for (uint32_t i = 0; i < act->tellings.count; i++)
        ahd_printer_span(p, act->tellings.items[i]);
    ahd_writer_close(&p->w, ']');
}

static void put_about(ahd_printer *p, const ahd_act *act)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "about");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < act->about.count; i++) {
        const ahd_about *about = &act->about.items[i];
        bool event = about->event != AHD_NONE;
        ahd_writer_open(w, '{');
        ahd_writer_key(w, event ? "event" : "act");
        ahd_writer_int(w, (int64_t)(event ? about->event : about->act) + 1);
        ahd_writer_field(w, "role", ahd_str_from(about->role));
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_what(ahd_printer *p, const ahd_act *act, uint32_t n)
{
    ahd_writer *w = &p->w;
    ahd_str mode =
        act->mode ? ahd_str_from(ahd_names_mode[act->mode]) : (ahd_str){0};

    ahd_writer_key(w, "id");
    ahd_writer_int(w, (int64_t)n + 1);
    ahd_writer_field(w, "act", ahd_str_from(ahd_names_act[act->type]));
    ahd_writer_field(w, "mode", mode);
    ahd_writer_key(w, "sentence");
    ahd_printer_span(p, p->doc->sentences.items[act->sentence].at);
    ahd_writer_key(w, "trigger");
    ahd_printer_span(p, act->trigger);
    put_tellings(p, act);
}

static void put_who(ahd_printer *p, const ahd_act *act)
{
    ahd_printer_args(p, "source", &act->source);
    ahd_printer_args(p, "target", &act->target);
    ahd_printer_optional_arg(p, "speaker", act->has_speaker, &act->speaker);
    ahd_printer_optional_arg(p, "via", act->has_via, &act->via);
    ahd_printer_medium(p, act->medium);
}

static void put_where(ahd_printer *p, const ahd_act *act)
{
    ahd_writer *w = &p->w;

    ahd_printer_interval(p, "date", act->from, act->to);
    ahd_printer_place(p, act->has_place, &act->place);
    ahd_writer_field(w, "modality",
                     ahd_str_from(ahd_enums_modality[act->modality]));
    ahd_writer_field(w, "rule",
                     ahd_kb_str(p->kb, ahd_kb_rule_at(p->kb, act->rule)->id));
    ahd_writer_key(w, "confidence");
    ahd_writer_score(w, act->confidence);
}

static void put_act(ahd_printer *p, uint32_t n)
{
    const ahd_act *act = &p->doc->acts.items[n];
    ahd_writer *w = &p->w;

    ahd_writer_open(w, '{');
    put_what(p, act, n);
    put_who(p, act);
    ahd_writer_key(w, "content");
    if (act->content.len > 0)
        ahd_printer_span(p, act->content);
    else
        ahd_writer_null(w);
    put_about(p, act);
    put_agreements(p, act);
    put_where(p, act);
    ahd_codes_put(w, ahd_codes_of_act(p->kb, p->doc, act));
    ahd_writer_close(w, '}');
}

void ahd_printer_acts(ahd_printer *p)
{
    ahd_writer_key(&p->w, "acts");
    ahd_writer_open(&p->w, '[');
    for (uint32_t i = 0; i < p->doc->acts.count; i++)
        put_act(p, i);
    ahd_writer_close(&p->w, ']');
}
