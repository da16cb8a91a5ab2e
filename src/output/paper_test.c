#include "output/paper.h"
#include "test.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static ahd_str excerpt(ahd_buf *out, ahd_str text, ahd_span mark, int width)
{
    ahd_paper paper = {.out = out, .width = width};

    ahd_buf_clear(out);
    ahd_paper_excerpt(&paper, text, 2, mark);
    return ahd_buf_str(out);
}

static void an_excerpt_has_the_words_around_its_mark(void)
{
    ahd_buf out = AHD_BUF(1 << 12);
    ahd_str text = AHD_STR("one two three four five six seven eight nine");

    CHECK_STR(excerpt(&out, text, (ahd_span){19, 4}, 80),
              "  " FSI "one two three four five six seven eight nine" PDI "\n");
    CHECK_STR(excerpt(&out, text, (ahd_span){19, 4}, 26),
              "  " FSI "… four five six seven …" PDI "\n");
    ahd_buf_finish(&out);
}

static void an_excerpt_is_cut_on_either_side_alone(void)
{
    ahd_buf out = AHD_BUF(1 << 12);
    ahd_str text = AHD_STR("one two three four five six seven eight nine");

    CHECK_STR(excerpt(&out, text, (ahd_span){0, 3}, 26),
              "  " FSI "one two three four …" PDI "\n");
    CHECK_STR(excerpt(&out, text, (ahd_span){40, 4}, 26),
              "  " FSI "… six seven eight nine" PDI "\n");
    ahd_buf_finish(&out);
}

static void odd_texts_have_an_excerpt(void)
{
    ahd_buf out = AHD_BUF(1 << 12);

    CHECK_STR(excerpt(&out, AHD_STR(""), (ahd_span){0, 0}, 1),
              "  " FSI PDI "\n");
    CHECK_STR(excerpt(&out, AHD_STR("a b"), (ahd_span){2, 9}, 80),
              "  " FSI "a b" PDI "\n");
    CHECK_STR(excerpt(&out, AHD_STR("a b"), (ahd_span){7, 9}, 80),
              "  " FSI "a b" PDI "\n");
    CHECK_STR(excerpt(&out, AHD_STR("  \n a\x01\n b  "), (ahd_span){4, 1}, 0),
              "  " FSI "a  b" PDI "\n");
    CHECK_STR(excerpt(&out, AHD_STR("نص-بلا-فراغ-طويل-جدا-جدا-جدا ب"),
                      (ahd_span){5, 6}, 9),
              "  " FSI "نص-بلا-فراغ-طويل-جدا-جدا-جدا …" PDI "\n");
    ahd_buf_finish(&out);
}

static void the_mark_stands_out_in_colour(void)
{
    ahd_buf out = AHD_BUF(1 << 12);
    ahd_paper paper = {.out = &out, .colour = true, .width = 60};

    ahd_paper_excerpt(&paper, AHD_STR("they broke it"), 0, (ahd_span){5, 5});
    CHECK_STR(ahd_buf_str(&out), FSI "they \x1B[1;4mbroke\x1B[0m it" PDI "\n");
    ahd_buf_finish(&out);
}

int main(void)
{
    RUN(an_excerpt_has_the_words_around_its_mark);
    RUN(an_excerpt_is_cut_on_either_side_alone);
    RUN(odd_texts_have_an_excerpt);
    RUN(the_mark_stands_out_in_colour);
    return test_failures != 0;
}
