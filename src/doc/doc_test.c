#include "doc/doc.h"
#include "test.h"

/* "Ceasefire\nThey signed." as two sentences of one and three tokens. */
static ahd_doc *small_doc(ahd_arena *arena)
{
    static const ahd_span tokens[] = {{0, 9}, {10, 4}, {15, 6}, {21, 1}};
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = AHD_STR("Ceasefire\nThey signed.");
    doc->title_len = 9;
    *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){0, 9};
    *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){10, 12};
    for (uint32_t i = 0; i < 4; i++)
        ahd_vec_push(arena, &doc->tokens)->at = tokens[i];
    *ahd_vec_push(arena, &doc->sentences) =
        (ahd_sentence){.at = {0, 9}, .first = 0, .end = 1};
    *ahd_vec_push(arena, &doc->sentences) =
        (ahd_sentence){.at = {10, 12}, .first = 1, .end = 4};
    return doc;
}

static ahd_act *add_act(ahd_doc *doc)
{
    ahd_act *act = ahd_vec_push(doc->arena, &doc->acts);

    *act = (ahd_act){.type = AHD_ACT_SIGN,
                     .sentence = 1,
                     .trigger = {15, 6},
                     .time = AHD_NONE,
                     .quote = AHD_NONE};
    act->speaker = act->via = act->place = ahd_arg_none();
    return act;
}

static void a_new_document_is_empty_and_right(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = ahd_doc_new(arena);

    CHECK(doc->published == AHD_NO_DAY && doc->updated == AHD_NO_DAY);
    CHECK(doc->outlet_actor == AHD_NONE);
    CHECK(ahd_doc_check(doc) == NULL);
    ahd_arena_free(arena);
}

static void a_right_document_passes(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_doc *doc = small_doc(arena);

    add_act(doc);
    *ahd_vec_push(arena, &doc->doubts) =
        (ahd_doubt){.sentence = 1,
                    .trigger = {10, 4},
                    .trigger_first = 1,
                    .trigger_end = 2,
                    .grounds = 1,
                    .ground = {{"words beside it", -3}}};
    CHECK(ahd_doc_check(doc) == NULL);
    CHECK_STR(ahd_doc_title(doc), "Ceasefire");
    CHECK_STR(ahd_doc_words(doc, doc->acts.items[0].trigger), "signed");
    ahd_arena_free(arena);
}

/* Each breaks one thing in a document that was right. */
static void long_title(ahd_doc *doc)
{
    doc->title_len = 100;
}
static void loose_paragraph(ahd_doc *doc)
{
    doc->paragraphs.items[1].len = 13;
}
static void uncovered_token(ahd_doc *doc)
{
    doc->sentences.items[1].end = 3;
}
static void overlapping_tokens(ahd_doc *doc)
{
    doc->tokens.items[2].at.start = 12;
}
static void absent_hits(ahd_doc *doc)
{
    doc->tokens.items[0].hits = 1;
}
static void long_mention(ahd_doc *doc)
{
    ahd_vec_push(doc->arena, &doc->mentions)->end = 5;
}
static void loose_trigger(ahd_doc *doc)
{
    add_act(doc)->trigger.start = 40;
}
static void absent_sentence(ahd_doc *doc)
{
    add_act(doc)->sentence = 2;
}
static void absent_agreement(ahd_doc *doc)
{
    ahd_act *act = add_act(doc);

    *ahd_vec_push(doc->arena, &act->agreements) = 0;
}
static void absent_speaker(ahd_doc *doc)
{
    add_act(doc)->speaker.mention = 3;
}
static void about_no_act(ahd_doc *doc)
{
    ahd_act *act = add_act(doc);

    ahd_vec_push(doc->arena, &act->about)->act = 7;
}
static void unsigned_discovery(ahd_doc *doc)
{
    ahd_vec_push(doc->arena, &doc->found)->act = 0;
}
static void loose_flag(ahd_doc *doc)
{
    ahd_vec_push(doc->arena, &doc->flags)->at = (ahd_span){20, 9};
}
static void map_out_of_order(ahd_doc *doc)
{
    *ahd_vec_push(doc->arena, &doc->map) = (ahd_stretch){10, 5, 0, 5};
    *ahd_vec_push(doc->arena, &doc->map) = (ahd_stretch){12, 5, 5, 5};
}
static ahd_doubt *add_doubt(ahd_doc *doc, uint32_t first, uint32_t end)
{
    ahd_doubt *doubt = ahd_vec_push(doc->arena, &doc->doubts);

    *doubt = (ahd_doubt){.type = AHD_ACT_SIGN,
                         .sentence = 1,
                         .trigger = {15, 6},
                         .trigger_first = first,
                         .trigger_end = end};
    return doubt;
}
static void loose_doubt(ahd_doc *doc)
{
    add_doubt(doc, 2, 5);
}
static void doubts_that_overlap(ahd_doc *doc)
{
    add_doubt(doc, 1, 3);
    add_doubt(doc, 2, 3);
}
static void silent_grounds(ahd_doc *doc)
{
    add_doubt(doc, 2, 3)->grounds = 1;
}
static void too_many_grounds(ahd_doc *doc)
{
    add_act(doc)->grounds = AHD_GROUNDS + 1;
}

static void whatever_is_broken_is_found(void)
{
    static void (*const breaks[])(ahd_doc *) = {
        long_title,          loose_paragraph,  uncovered_token,
        overlapping_tokens,  absent_hits,      long_mention,
        loose_trigger,       absent_sentence,  absent_agreement,
        absent_speaker,      about_no_act,     unsigned_discovery,
        loose_flag,          map_out_of_order, loose_doubt,
        doubts_that_overlap, silent_grounds,   too_many_grounds};

    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        ahd_arena *arena = ahd_arena_new(1 << 20);
        ahd_doc *doc = small_doc(arena);
        breaks[i](doc);
        if (ahd_doc_check(doc) == NULL)
            printf("break %zu was not found\n", i);
        CHECK(ahd_doc_check(doc) != NULL);
        ahd_arena_free(arena);
    }
}

int main(void)
{
    RUN(a_new_document_is_empty_and_right);
    RUN(a_right_document_passes);
    RUN(whatever_is_broken_is_found);
    return test_failures != 0;
}
