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
    ahd_overlay_span spans[] = {{{2, 8}, AHD_LAYER_QUOTE, 0},
                                {{4, 6}, AHD_LAYER_TRIGGER, 1}};

    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){0, 10}),
              "0:01|1:23|9:45|1:67|0:89|");
}

static void marks_that_cross_are_cut_at_every_edge(void)
{
    ahd_overlay_span spans[] = {{{1, 5}, AHD_LAYER_QUOTE, 0},
                                {{3, 7}, AHD_LAYER_TRIGGER, 1}};

    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){0, 10}),
              "0:0|1:12|9:34|8:56|0:789|");
}

static void a_walk_is_clipped_to_its_range_and_the_text(void)
{
    ahd_overlay_span spans[] = {{{0, 99}, AHD_LAYER_QUOTE, 0},
                                {{50, 60}, AHD_LAYER_TRIGGER, 1}};

    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){4, 40}), "1:456789|");
    CHECK_STR(walked("0123456789", spans, 2, (ahd_range){30, 40}), "");
}

static void positions_are_code_points(void)
{
    ahd_overlay_span span = {{1, 2}, AHD_LAYER_TRIGGER, 7};

    CHECK_STR(walked("قال", &span, 1, (ahd_range){0, 3}), "0:ق|8:ا|0:ل|");
}

int main(void)
{
    out = AHD_BUF(10000);
    RUN(text_without_marks_is_one_piece);
    RUN(a_mark_inside_another_has_both_layers);
    RUN(marks_that_cross_are_cut_at_every_edge);
    RUN(a_walk_is_clipped_to_its_range_and_the_text);
    RUN(positions_are_code_points);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
