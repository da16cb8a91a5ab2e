/* registry_detail.c - what the card of an agreement tells beside its facts: the
 * processes it belongs to, its texts, what its commitments except, and further
 * values where sources differ. */
#include "kb/names.h"
#include "output/registry_card.h"

static void put_process(ahd_registry_card *c, const ahd_membership *m)
{
    const ahd_process *process = ahd_kb_process_at(c->kb, m->process);

    ahd_writer_open(&c->w, '{');
    ahd_registry_card_ref(c, "id", process->id);
    ahd_registry_card_ref(c, "ar", process->ar);
    ahd_registry_card_ref(c, "en", process->en);
    ahd_registry_card_ref(c, "source", m->source);
    ahd_writer_close(&c->w, '}');
}

static void put_processes(ahd_registry_card *c, uint32_t agreement)
{
    ahd_registry_card_list(c, "processes");
    for (uint32_t i = 0; i < c->kb->memberships.count; i++) {
        const ahd_membership *m = ahd_kb_membership_at(c->kb, i);
        if (m->agreement == agreement)
            put_process(c, m);
    }
    ahd_writer_close(&c->w, ']');
}

static void put_text(ahd_registry_card *c, const ahd_version *text)
{
    ahd_writer_open(&c->w, '{');
    ahd_registry_card_ref(c, "version", text->version);
    ahd_writer_field(&c->w, "is", ahd_str_from(ahd_names_text_is[text->is]));
    ahd_registry_card_ref(c, "lang", text->lang);
    ahd_writer_day(&c->w, "date", text->date);
    ahd_registry_card_ref(c, "at", text->at);
    ahd_registry_card_ref(c, "source", text->source);
    ahd_writer_close(&c->w, '}');
}

static void put_texts(ahd_registry_card *c, uint32_t agreement)
{
    ahd_registry_card_list(c, "texts");
    for (uint32_t i = 0; i < c->kb->versions.count; i++) {
        const ahd_version *text = ahd_kb_version_at(c->kb, i);
        if (text->agreement == agreement)
            put_text(c, text);
    }
    ahd_writer_close(&c->w, ']');
}

static void put_value(ahd_registry_card *c, const ahd_differing *value)
{
    ahd_writer_open(&c->w, '{');
    ahd_registry_card_ref(c, "field", value->field);
    ahd_registry_card_ref(c, "value", value->value);
    ahd_registry_card_ref(c, "ar", value->ar);
    ahd_registry_card_ref(c, "source", value->source);
    ahd_writer_close(&c->w, '}');
}

static void put_values(ahd_registry_card *c, uint32_t agreement)
{
    ahd_registry_card_list(c, "values");
    for (uint32_t i = 0; i < c->kb->differings.count; i++) {
        const ahd_differing *value = ahd_kb_differing_at(c->kb, i);
        if (value->agreement == agreement)
            put_value(c, value);
    }
    ahd_writer_close(&c->w, ']');
}

void ahd_registry_card_details(ahd_registry_card *c, uint32_t agreement)
{
    put_processes(c, agreement);
    put_texts(c, agreement);
    put_values(c, agreement);
}

static bool is_of(const ahd_kb *kb, const ahd_exemption *e,
                  const ahd_commitment *commitment)
{
    return e->agreement == commitment->agreement &&
           ahd_str_eq(ahd_kb_str(kb, e->n), ahd_kb_str(kb, commitment->n));
}

void ahd_registry_card_exceptions(ahd_registry_card *c,
                                  const ahd_commitment *commitment)
{
    ahd_registry_card_list(c, "exceptions");
    for (uint32_t i = 0; i < c->kb->exemptions.count; i++) {
        const ahd_exemption *e = ahd_kb_exemption_at(c->kb, i);
        if (!is_of(c->kb, e, commitment))
            continue;
        ahd_writer_open(&c->w, '{');
        ahd_registry_card_ref(c, "en", e->en);
        ahd_registry_card_ref(c, "ar", e->ar);
        ahd_registry_card_ref(c, "source", e->source);
        ahd_writer_close(&c->w, '}');
    }
    ahd_writer_close(&c->w, ']');
}
