#include "cli/terminal.h"

#include "test.h"

static ahd_buf out;

static void arabic_marks_take_no_column(void)
{
    CHECK(ahd_terminal_width(AHD_STR("abc")) == 3);
    CHECK(ahd_terminal_width(AHD_STR("وقّع")) == 3);
    CHECK(ahd_terminal_width(AHD_STR("اتُّفق")) == 4);
    CHECK(ahd_terminal_width(AHD_STR("條約")) == 4);
}

static void arabic_is_set_apart_and_latin_is_not(void)
{
    ahd_buf_clear(&out);
    CHECK(ahd_terminal_add(&out, AHD_STR("هدنة 5+5"), 0) == 8);
    CHECK(ahd_terminal_add(&out, AHD_STR(" truce"), 0) == 6);
    CHECK_STR(ahd_buf_str(&out), "\u2068هدنة 5+5\u2069 truce");
}

static void a_page_cannot_write_on_the_terminal(void)
{
    ahd_buf_clear(&out);
    ahd_terminal_add(&out, AHD_STR("a\033[31mb\u202Ec\xC2\x85"), 0);
    CHECK_STR(ahd_buf_str(&out), "a [31mb c ");
}

static void long_text_is_cut_to_its_columns(void)
{
    ahd_buf_clear(&out);
    CHECK(ahd_terminal_add(&out, AHD_STR("abcdef"), 4) == 4);
    CHECK(ahd_terminal_add(&out, AHD_STR("abcd"), 4) == 4);
    CHECK_STR(ahd_buf_str(&out), "abc…abcd");
}

static void words_are_filled_into_lines(void)
{
    ahd_buf_clear(&out);
    ahd_terminal_wrap(&out, AHD_STR("one two \n three abcdefghijklmnop z"), 2,
                      (ahd_style){.width = 12});
    CHECK_STR(ahd_buf_str(&out),
              "  one two\n  three\n  abcdefghijklmnop\n  z\n");
}

static void nothing_wraps_to_nothing(void)
{
    ahd_buf_clear(&out);
    ahd_terminal_wrap(&out, AHD_STR(" \001 \n"), 2, (ahd_style){.width = 12});
    CHECK_STR(ahd_buf_str(&out), "");
}

int main(void)
{
    out = AHD_BUF(1000);
    RUN(arabic_marks_take_no_column);
    RUN(arabic_is_set_apart_and_latin_is_not);
    RUN(a_page_cannot_write_on_the_terminal);
    RUN(long_text_is_cut_to_its_columns);
    RUN(words_are_filled_into_lines);
    RUN(nothing_wraps_to_nothing);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
