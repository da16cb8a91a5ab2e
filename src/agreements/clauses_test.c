#include "agreements/clauses.h"

#include "agreements/agreements.h"
#include "reading.h"

/* Stages before; the module itself knows nothing of them. */
void ahd_time_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_numbers_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static stage *const through_agreements[] = {
    ahd_text_split,  ahd_morph_segment,   ahd_morph_tag,
    ahd_chunks_find, ahd_numbers_find,    ahd_names_find,
    ahd_time_find,   ahd_agreements_find, NULL};

/* An act of that type about the first agreement of the text, which is `id`. */
static const ahd_act *act_about(const char *text, uint8_t type, const char *id)
{
    read_text(text);
    ahd_act *act = ahd_vec_push(arena, &doc.acts);
    act->type = type;
    act->quote = AHD_NONE;
    *ahd_vec_push(arena, &act->agreements) = 0;
    CHECK(doc.agreements.count > 0);
    if (doc.agreements.count > 0)
        doc.agreements.items[0].id =
            id ? ahd_kb_find_agreement(kb, ahd_str_from(id)) : AHD_NONE;
    ahd_clauses_find(kb, &doc);
    return act;
}

static const char *const ceasefire = "ly-ceasefire-2020-10-23";

static void an_article_is_named_by_its_ordinal(void)
{
    const ahd_act *act = act_about("خرقوا المادة الثانية من اتفاق وقف إطلاق "
                                   "النار.",
                                   AHD_ACT_BREACH, ceasefire);
    CHECK(act->clauses.count == 1 && act->clauses.items[0].number == 2);
    CHECK(act->clauses.items[0].how == AHD_HOW_NAMED);
}

static void an_article_is_named_by_its_figure(void)
{
    const ahd_act *act =
        act_about("They violated Article 5 of the ceasefire agreement.",
                  AHD_ACT_BREACH, ceasefire);
    CHECK(act->clauses.count == 1 && act->clauses.items[0].number == 5);
}

static void of_an_open_agreement_the_number_is_told(void)
{
    const ahd_act *act =
        act_about("طالب بتنفيذ البند (4) من الاتفاق.", AHD_ACT_DEMAND, NULL);
    CHECK(act->clauses.count == 1 && act->clauses.items[0].number == 4);
    CHECK(act->clauses.items[0].commitment == AHD_NONE);
}

static void an_article_of_something_else_is_none(void)
{
    const ahd_act *act = act_about("خرقوا الاتفاق والمادة الثانية من الدستور.",
                                   AHD_ACT_DEMAND, ceasefire);
    CHECK(act->clauses.count == 0);
}

static void what_was_done_points_at_clauses(void)
{
    const ahd_act *act =
        act_about("خرقوا الاتفاق بجلب المرتزقة.", AHD_ACT_BREACH, ceasefire);
    CHECK(act->clauses.count > 0);
    CHECK(act->clauses.count > 0 &&
          act->clauses.items[0].how == AHD_HOW_INFERRED &&
          act->clauses.items[0].commitment != AHD_NONE);
}

static void a_number_without_a_clause_is_none(void)
{
    const ahd_act *act =
        act_about("قتل 5 في خرق الاتفاق الثاني.", AHD_ACT_DEMAND, NULL);
    CHECK(act->clauses.count == 0);
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    stages = through_agreements;
    today = ahd_day_of(2020, 11, 5);
    RUN(an_article_is_named_by_its_ordinal);
    RUN(an_article_is_named_by_its_figure);
    RUN(of_an_open_agreement_the_number_is_told);
    RUN(an_article_of_something_else_is_none);
    RUN(what_was_done_points_at_clauses);
    RUN(a_number_without_a_clause_is_none);
    ahd_arena_free(arena);
    return test_failures != 0;
}
