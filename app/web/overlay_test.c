#include "web/overlay.h"

#include "base/buf.h"
#include "test.h"

static ahd_buf out;

static void write_piece(void *context, const ahd_piece *piece)
{
    ahd_buf *to = context;

    ahd_buf_printf(to, "%u:%.*s|", piece->layers, AHD_STR_ARG(piece->words));
}

static ahd_str walked(const char *text, const ahd_overlay_span *spans,
                      size_t count, ahd_range at)
{
    ahd_overlay marks;

    ahd_buf_clear(&out);
    CHECK(ahd_overlay_init(&marks, ahd_str_from(text), NULL) == AHD_OK);
    for (size_t i = 0; i < count; i++)
        CHECK(ahd_overlay_add(&marks, spans[i], NULL) == AHD_OK);
    CHECK(ahd_overlay_settle(&marks, NULL) == AHD_OK);
    ahd_overlay_walk(&marks, at, write_piece, &out);
    ahd_overlay_finish(&marks);
    return ahd_buf_str(&out);
}

static void text_without_marks_is_one_piece(void)
{
    CHECK_STR(walked("قال نعم", NULL, 0, (ahd_range){0, 7}), "0:قال نعم|");
    CHECK_STR(walked("", NULL, 0, (ahd_range){0, 7}), "");
}

static void a_mark_inside_another_has_both_layers(void)
{
    ahd_overlay_span spans[] = {
        {.at = {2, 8}, .layer = AHD_LAYER_QUOTE, .act = 0},
        {.at = {4, 6}, .layer = AHD_LAYER_TRIGGER, .act = 1}};

    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){0, 10}),
              "0:01|1:23|9:45|1:67|0:89|");
}

static void marks_that_cross_are_cut_at_every_edge(void)
{
    ahd_overlay_span spans[] = {
        {.at = {1, 5}, .layer = AHD_LAYER_QUOTE, .act = 0},
        {.at = {3, 7}, .layer = AHD_LAYER_TRIGGER, .act = 1}};

    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){0, 10}),
              "0:0|1:12|9:34|8:56|0:789|");
}

static void a_walk_is_clipped_to_its_range_and_the_text(void)
{
    ahd_overlay_span spans[] = {
        {.at = {0, 99}, .layer = AHD_LAYER_QUOTE, .act = 0},
        {.at = {50, 60}, .layer = AHD_LAYER_TRIGGER, .act = 1}};

    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){4, 40}), "1:456789|");
    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){30, 40}), "");
}

/* All ends must be seen, whatever the order they came in. */
static void many_marks_of_one_layer_are_one_where_they_overlap(void)
{
    ahd_overlay_span spans[] = {
        {.at = {3, 9}, .layer = AHD_LAYER_NAME, .note = AHD_STR("late")},
        {.at = {1, 4}, .layer = AHD_LAYER_NAME, .note = AHD_STR("early")},
        {.at = {1, 2}, .layer = AHD_LAYER_NAME, .note = AHD_STR("inner")},
    };

    CHECK_STR(walked("0123456789", spans, 3, (ahd_range){0, 10}),
              "0:0|16:1|16:2|16:3|16:45678|0:9|");
}

static void note_piece(void *context, const ahd_piece *piece)
{
    const ahd_overlay_span *span = ahd_piece_span(piece, AHD_LAYER_NAME);

    ahd_buf_printf(context, "%.*s|",
                   AHD_STR_ARG(span ? span->note : AHD_STR("")));
}

static void a_piece_knows_the_span_that_began_first(void)
{
    ahd_overlay marks;
    ahd_overlay_span late = {
        .at = {1, 3}, .layer = AHD_LAYER_NAME, .note = AHD_STR("late")};
    ahd_overlay_span early = {
        .at = {0, 2}, .layer = AHD_LAYER_NAME, .note = AHD_STR("early")};

    ahd_buf_clear(&out);
    CHECK(ahd_overlay_init(&marks, AHD_STR("0123"), NULL) == AHD_OK);
    CHECK(ahd_overlay_add(&marks, late, NULL) == AHD_OK);
    CHECK(ahd_overlay_add(&marks, early, NULL) == AHD_OK);
    CHECK(ahd_overlay_settle(&marks, NULL) == AHD_OK);
    ahd_overlay_walk(&marks, (ahd_range){0, 4}, note_piece, &out);
    ahd_overlay_finish(&marks);
    CHECK_STR(ahd_buf_str(&out), "early|early|late||");
}

static void positions_are_code_points(void)
{
    ahd_overlay_span span = {
        .at = {1, 2}, .layer = AHD_LAYER_TRIGGER, .act = 7};

    CHECK_STR(walked("قال", &span, 1, (ahd_range){0, 3}), "0:ق|8:ا|0:ل|");
}

int main(void)
{
    out = AHD_BUF(10000);
    RUN(text_without_marks_is_one_piece);
    RUN(a_mark_inside_another_has_both_layers);
    RUN(marks_that_cross_are_cut_at_every_edge);
    RUN(a_walk_is_clipped_to_its_range_and_the_text);
    RUN(many_marks_of_one_layer_are_one_where_they_overlap);
    RUN(a_piece_knows_the_span_that_began_first);
    RUN(positions_are_code_points);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
