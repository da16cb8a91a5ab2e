#include "output/codes.h"

#include "kb/names.h"
#include "test.h"

/* A row of data/codes that holds for any act or event of that name. */
static bool has_row(const ahd_kb *kb, const char *what)
{
    for (uint32_t i = 0; i < kb->codings.count; i++) {
        const ahd_coding *row = ahd_kb_coding_at(kb, i);
        if (ahd_str_eq(ahd_kb_str(kb, row->what), ahd_str_from(what)) &&
            row->mode.len + row->modality.len + row->about.len == 0)
            return true;
    }
    return false;
}

static void every_act_and_event_type_has_codes(void)
{
    const ahd_kb *kb = ahd_kb_embedded();

    for (int i = 0; ahd_names_act[i]; i++)
        CHECK(has_row(kb, ahd_names_act[i]));
    for (int i = 0; ahd_names_event[i]; i++)
        CHECK(has_row(kb, ahd_names_event[i]));
}

static bool codes_are(ahd_codes codes, const char *plover, const char *cameo)
{
    return ahd_str_eq(codes.plover, ahd_str_from(plover)) &&
           ahd_str_eq(codes.cameo, ahd_str_from(cameo));
}

static void the_row_that_says_most_counts(void)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_act act = {.type = AHD_ACT_SIGN};

    CHECK(codes_are(ahd_codes_of_act(kb, doc, &act), "SUPPORT", "057"));
    act.modality = AHD_PLANNED;
    CHECK(codes_are(ahd_codes_of_act(kb, doc, &act), "AGREE", "030"));
    act.type = AHD_ACT_DENY;
    CHECK(codes_are(ahd_codes_of_act(kb, doc, &act), "", "016"));
    ahd_arena_free(arena);
}

static void what_it_is_about_counts(void)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_act act = {.type = AHD_ACT_BREACH};
    ahd_agreement_ref *ref = ahd_vec_push(arena, &doc->agreements);

    *ref = (ahd_agreement_ref){.id = AHD_NONE, .noun = AHD_NOUN_TREATY};
    *ahd_vec_push(arena, &act.agreements) = 0;
    CHECK(codes_are(ahd_codes_of_act(kb, doc, &act), "REJECT/yield", "128"));
    ref->noun = AHD_NOUN_CEASEFIRE;
    CHECK(codes_are(ahd_codes_of_act(kb, doc, &act), "ASSAULT", "196"));
    ahd_arena_free(arena);
}

static void every_mode_of_an_event_rule_has_a_row(void)
{
    const ahd_kb *kb = ahd_kb_embedded();

    for (uint32_t i = 0; i < kb->event_rules.count; i++) {
        ahd_event event = {.rule = i,
                           .type = (uint8_t)ahd_kb_event_rule_at(kb, i)->type};
        ahd_str mode = ahd_kb_str(kb, ahd_kb_event_rule_at(kb, i)->mode);
        CHECK(ahd_str_ends(ahd_codes_of_event(kb, &event).plover, mode));
    }
}

int main(void)
{
    every_act_and_event_type_has_codes();
    the_row_that_says_most_counts();
    what_it_is_about_counts();
    every_mode_of_an_event_rule_has_a_row();
    return test_failures != 0;
}
