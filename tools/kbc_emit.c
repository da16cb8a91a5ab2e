#include "kbc_emit.h"

#include "kb/names.h"

#include <string.h>

/* Each alternative of a `|` list. */
static void add_all(kbc *k, const kbc_line *line, ahd_str list, ahd_term term)
{
    while (list.len > 0) {
        ahd_str one = ahd_str_trim(ahd_str_cut(&list, '|'));
        if (one.len > 0 && !ahd_str_eq(one, AHD_STR("-")))
            kbc_add(k, line, one, term);
    }
}

static void add_cell(kbc *k, const kbc_table *t, const kbc_line *line,
                     const char *column, ahd_term term)
{
    add_all(k, line, kbc_cell(t, line, column), term);
}

static void add_both(kbc *k, const kbc_table *t, const kbc_line *line,
                     ahd_term term)
{
    add_cell(k, t, line, "ar", term);
    add_cell(k, t, line, "en", term);
}

/* The number of `name` in an enum's list; reports and returns 0 otherwise. */
static uint32_t value_of(kbc *k, const kbc_line *line,
                         const char *const *values, ahd_str name)
{
    for (uint32_t i = 0; values[i]; i++)
        if (ahd_str_eq(ahd_str_from(values[i]), name))
            return i;
    kbc_error(k, line, "unknown value '%.*s'", AHD_STR_ARG(name));
    return 0;
}

void kbc_emit_actor(kbc *k, const kbc_table *t, const kbc_line *line,
                    uint32_t row)
{
    ahd_term term = {AHD_TERM_ACTOR, row, AHD_NAME_OFFICIAL};

    add_both(k, t, line, term);
}

void kbc_emit_name(kbc *k, const kbc_table *t, const kbc_line *line,
                   uint32_t row)
{
    const ahd_name *name =
        (const void *)(k->rows[t->section].items + t->size * row);
    ahd_term term = {AHD_TERM_ACTOR, name->actor, name->kind};

    add_cell(k, t, line, "name", term);
}

void kbc_emit_demonym(kbc *k, const kbc_table *t, const kbc_line *line,
                      uint32_t row)
{
    const ahd_demonym *d =
        (const void *)(k->rows[t->section].items + t->size * row);
    kbc_forms forms = {0};

    kbc_inflect_adjective(k, kbc_cell(t, line, "lang"),
                          kbc_cell(t, line, "form"), &forms);
    for (uint32_t i = 0; i < forms.count; i++)
        kbc_add(k, line, forms.items[i].word,
                (ahd_term){AHD_TERM_DEMONYM, d->actor,
                           forms.items[i].form == AHD_FORM_AGENT});
}

void kbc_emit_role(kbc *k, const kbc_table *t, const kbc_line *line,
                   uint32_t row)
{
    ahd_term term = {AHD_TERM_ROLE, row, 0};

    add_both(k, t, line, term);
}

void kbc_emit_title(kbc *k, const kbc_table *t, const kbc_line *line,
                    uint32_t row)
{
    add_cell(k, t, line, "form", (ahd_term){AHD_TERM_TITLE, row, 0});
}

void kbc_emit_head(kbc *k, const kbc_table *t, const kbc_line *line,
                   uint32_t row)
{
    add_cell(k, t, line, "form", (ahd_term){AHD_TERM_HEAD, row, 0});
}

/* A country is named by its state. */
void kbc_emit_place(kbc *k, const kbc_table *t, const kbc_line *line,
                    uint32_t row)
{
    ahd_term term = {AHD_TERM_PLACE, row, 0};

    if (ahd_str_eq(kbc_cell(t, line, "type"), AHD_STR("country")))
        return;
    add_both(k, t, line, term);
    add_cell(k, t, line, "also", term);
}

void kbc_emit_agreement(kbc *k, const kbc_table *t, const kbc_line *line,
                        uint32_t row)
{
    ahd_term term = {AHD_TERM_AGREEMENT, row, 0};

    add_both(k, t, line, term);
}

void kbc_emit_agreement_name(kbc *k, const kbc_table *t, const kbc_line *line,
                             uint32_t row)
{
    const ahd_agreement_name *name =
        (const void *)(k->rows[t->section].items + t->size * row);

    add_cell(k, t, line, "name",
             (ahd_term){AHD_TERM_AGREEMENT, name->agreement, 0});
}

static uint32_t topic_number(kbc *k, const kbc_line *line, ahd_str topic)
{
    uint32_t *number = ahd_map_put(k->arena, &k->topics, topic);

    if (*number == 0)
        *number = k->topics.count;
    if (*number > 64)
        kbc_error(k, line, "more than 64 topics");
    return *number - 1;
}

void kbc_emit_topic(kbc *k, const kbc_table *t, const kbc_line *line,
                    uint32_t row)
{
    uint32_t number = topic_number(k, line, kbc_cell(t, line, "topic"));

    (void)row;
    add_cell(k, t, line, "form", (ahd_term){AHD_TERM_TOPIC, number, 0});
}

void kbc_emit_commitment(kbc *k, const kbc_table *t, const kbc_line *line,
                         uint32_t row)
{
    ahd_commitment *c = (void *)(k->rows[t->section].items + t->size * row);
    ahd_str list = kbc_cell(t, line, "topics");

    while (list.len > 0) {
        ahd_str topic = ahd_str_trim(ahd_str_cut(&list, '|'));
        if (topic.len == 0 || ahd_str_eq(topic, AHD_STR("-")))
            continue;
        if (ahd_map_find(&k->topics, topic) == NULL)
            kbc_error(k, line, "no topic '%.*s' in topics", AHD_STR_ARG(topic));
        else
            c->topic_mask |= 1ull << topic_number(k, line, topic);
    }
}

void kbc_emit_agreement_noun(kbc *k, const kbc_table *t, const kbc_line *line,
                             uint32_t row)
{
    uint32_t kind =
        value_of(k, line, ahd_names_noun_kind, kbc_cell(t, line, "kind"));

    bool vague = ahd_str_eq(kbc_cell(t, line, "use"), AHD_STR("vague"));

    (void)row;
    add_cell(k, t, line, "form",
             (ahd_term){AHD_TERM_AGREEMENT_NOUN, kind, vague});
}

void kbc_emit_verb(kbc *k, const kbc_table *t, const kbc_line *line,
                   uint32_t row)
{
    kbc_forms *forms = ahd_vec_push(k->arena, &k->verb_forms);

    kbc_inflect_verb(k, t, line, forms);
    for (uint32_t i = 0; i < forms->count; i++)
        kbc_add(k, line, forms->items[i].word,
                (ahd_term){AHD_TERM_VERB, row, forms->items[i].form});
}

/* ---------------------------------------------- words that name a verb */

static const char *const form_names[] = {
    "past", "present", "masdar", "agent", "patient", "base", NULL};

/* "past.masdar" as a set of bits; all forms when empty. */
static uint32_t form_set(kbc *k, const kbc_line *line, ahd_str list)
{
    uint32_t set = 0;

    while (list.len > 0)
        set |= 1u << value_of(k, line, form_names, ahd_str_cut(&list, '.'));
    return set ? set : ~0u;
}

/* `spec` is "lemma" or "lemma.past.masdar": each such form means `term`, with
 * the form as its extra. */
static void add_verb_forms(kbc *k, const kbc_line *line, ahd_str spec,
                           ahd_term term)
{
    ahd_str lemma = ahd_str_cut(&spec, '.');
    uint32_t verb = kbc_find(k, AHD_KB_SECTION_verbs, lemma);

    if (verb == AHD_KB_NONE) {
        kbc_error(k, line, "no verb '%.*s' in verbs", AHD_STR_ARG(lemma));
        return;
    }
    uint32_t set = form_set(k, line, spec);
    const kbc_forms *forms = &k->verb_forms.items[verb];
    for (uint32_t i = 0; i < forms->count; i++) {
        if (!(set & 1u << forms->items[i].form))
            continue;
        term.extra = forms->items[i].form;
        kbc_add(k, line, forms->items[i].word, term);
    }
}

/* "v:lemma" or "v:lemma.past" is a verb of verbs, all else a phrase. */
static void add_spec(kbc *k, const kbc_line *line, ahd_str list, ahd_term term)
{
    while (list.len > 0) {
        ahd_str one = ahd_str_trim(ahd_str_cut(&list, '|'));
        term.extra = AHD_FORM_NONE;
        if (ahd_str_starts(one, AHD_STR("v:")))
            add_verb_forms(k, line, (ahd_str){one.ptr + 2, one.len - 2}, term);
        else if (one.len > 0)
            kbc_add(k, line, one, term);
    }
}

/* Words of which the cell in `column` says which of `names` they are. */
typedef struct told {
    uint32_t layer;
    const char *column;
    const char *const *names;
} told;

static void add_told(kbc *k, const kbc_table *t, const kbc_line *line, told of)
{
    uint32_t value = value_of(k, line, of.names, kbc_cell(t, line, of.column));

    add_spec(k, line, kbc_cell(t, line, "form"),
             (ahd_term){of.layer, value, 0});
}

void kbc_emit_class(kbc *k, const kbc_table *t, const kbc_line *line,
                    uint32_t row)
{
    (void)row;
    add_told(k, t, line, (told){AHD_TERM_CLASS, "class", ahd_names_class});
}

void kbc_emit_signature_word(kbc *k, const kbc_table *t, const kbc_line *line,
                             uint32_t row)
{
    (void)row;
    add_told(k, t, line,
             (told){AHD_TERM_SIGNATURE, "state", ahd_names_signature_state});
}

void kbc_emit_cue(kbc *k, const kbc_table *t, const kbc_line *line,
                  uint32_t row)
{
    (void)row;
    add_told(k, t, line, (told){AHD_TERM_CUE, "class", ahd_names_cue_class});
}

void kbc_emit_medium(kbc *k, const kbc_table *t, const kbc_line *line,
                     uint32_t row)
{
    uint32_t medium =
        value_of(k, line, ahd_names_medium, kbc_cell(t, line, "medium"));

    (void)row;
    add_cell(k, t, line, "form", (ahd_term){AHD_TERM_MEDIUM, medium, 0});
}

/* A word with a value, which may be negative, of the kinds that `kinds` name.
 */
static void add_valued(kbc *k, const kbc_table *t, const kbc_line *line,
                       uint32_t layer, const char *const *kinds)
{
    uint32_t kind = value_of(k, line, kinds, kbc_cell(t, line, "kind"));
    ahd_term term = {layer, kind, 0};
    ahd_str value = kbc_cell(t, line, "value");
    bool negative = ahd_str_starts(value, AHD_STR("-")) && value.len > 1;
    uint32_t number = 0;

    if (negative)
        value = (ahd_str){value.ptr + 1, value.len - 1};
    if (!ahd_str_number(value, &number) && !ahd_str_eq(value, AHD_STR("-")))
        kbc_error(k, line, "value '%.*s' is no number", AHD_STR_ARG(value));
    term.extra = negative ? 0u - number : number;
    add_cell(k, t, line, "form", term);
}

void kbc_emit_time(kbc *k, const kbc_table *t, const kbc_line *line,
                   uint32_t row)
{
    (void)row;
    add_valued(k, t, line, AHD_TERM_TIME, ahd_names_time_word);
}

void kbc_emit_number(kbc *k, const kbc_table *t, const kbc_line *line,
                     uint32_t row)
{
    (void)row;
    add_valued(k, t, line, AHD_TERM_NUMBER, ahd_names_number_word);
}

/* "subj=source with=source": the slot of each place. */
static void read_frame(kbc *k, const kbc_line *line, ahd_str frame,
                       const char *const *places, uint8_t *slots)
{
    while (frame.len > 0) {
        ahd_str slot = ahd_str_cut(&frame, ' ');
        if (slot.len == 0 || ahd_str_eq(slot, AHD_STR("-")))
            continue;
        ahd_str place = ahd_str_cut(&slot, '=');
        slots[value_of(k, line, places, place)] =
            (uint8_t)value_of(k, line, ahd_names_slot, slot);
    }
}

static uint32_t read_needs(kbc *k, const kbc_line *line, ahd_str needs,
                           const char *const *names)
{
    uint32_t set = 0;

    while (needs.len > 0) {
        ahd_str need = ahd_str_cut(&needs, ' ');
        if (need.len > 0 && !ahd_str_eq(need, AHD_STR("-")))
            set |= 1u << value_of(k, line, names, need);
    }
    return set;
}

void kbc_emit_rule(kbc *k, const kbc_table *t, const kbc_line *line,
                   uint32_t row)
{
    ahd_rule *rule = (void *)(k->rows[t->section].items + t->size * row);

    read_frame(k, line, kbc_cell(t, line, "frame"), ahd_names_fn, rule->slots);
    rule->needs =
        read_needs(k, line, kbc_cell(t, line, "need"), ahd_names_need);
    add_spec(k, line, kbc_cell(t, line, "trigger"),
             (ahd_term){AHD_TERM_RULE, row, AHD_FORM_NONE});
}

void kbc_emit_event_word(kbc *k, const kbc_table *t, const kbc_line *line,
                         uint32_t row)
{
    (void)row;
    add_told(k, t, line,
             (told){AHD_TERM_EVENT_WORD, "class", ahd_names_event_word});
}

void kbc_emit_event(kbc *k, const kbc_table *t, const kbc_line *line,
                    uint32_t row)
{
    ahd_event_rule *rule = (void *)(k->rows[t->section].items + t->size * row);

    read_frame(k, line, kbc_cell(t, line, "frame"), ahd_names_event_place,
               rule->slots);
    rule->wants =
        read_needs(k, line, kbc_cell(t, line, "need"), ahd_names_want);
    add_spec(k, line, kbc_cell(t, line, "trigger"),
             (ahd_term){AHD_TERM_EVENT, row, AHD_FORM_NONE});
}
