#include "cli/marked.h"

#include "test.h"

static ahd_buf out;

/* The word `mark` of the text, in lines of so many columns. */
static ahd_str fill(const char *text, const char *mark, int width, int lines)
{
    ahd_str all = ahd_str_from(text), word = ahd_str_from(mark);
    ahd_span at = {(uint32_t)ahd_str_find(all, word), (uint32_t)word.len};

    ahd_buf_clear(&out);
    ahd_marked_fill(&out, all, &at, word.len > 0,
                    (ahd_marked_layout){{.colour = true, .width = width},
                                        .indent = 2,
                                        .lines = lines});
    return ahd_buf_str(&out);
}

static void the_marked_word_is_bold(void)
{
    CHECK_STR(fill("The truce holds.", "truce", 80, 3),
              "  The \033[1mtruce\033[0m holds.\n");
}

static void arabic_is_set_apart_with_its_marks_inside(void)
{
    CHECK_STR(fill("خرق الاتفاق", "الاتفاق", 80, 3),
              "  \u2068خرق \033[1mالاتفاق\033[0m\u2069\n");
}

static void a_mark_over_two_lines_is_bold_on_both(void)
{
    CHECK_STR(fill("aaaaaaaaaaaa bbbbbbbb cccccccccccc dd",
                   "bbbbbbbb cccccccccccc", 26, 3),
              "  aaaaaaaaaaaa \033[1mbbbbbbbb\033[0m\n"
              "  \033[1mcccccccccccc\033[0m dd\n");
}

static void what_does_not_fit_is_told(void)
{
    CHECK_STR(fill("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd", "aaaaaaaaaa",
                   26, 1),
              "  \033[1maaaaaaaaaa\033[0m bbbbbbbbbb …\n");
}

static void it_begins_near_the_first_mark(void)
{
    CHECK_STR(fill("aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd ee",
                   "dddddddddd", 26, 1),
              "  … cccccccccc \033[1mdddddddddd\033[0m …\n");
}

static void a_page_cannot_write_on_the_terminal(void)
{
    CHECK_STR(fill("a\033[2Jb\u202Ec", "", 80, 1), "  a [2Jb c\n");
}

int main(void)
{
    out = AHD_BUF(1 << 16);
    RUN(the_marked_word_is_bold);
    RUN(arabic_is_set_apart_with_its_marks_inside);
    RUN(a_mark_over_two_lines_is_bold_on_both);
    RUN(what_does_not_fit_is_told);
    RUN(it_begins_near_the_first_mark);
    RUN(a_page_cannot_write_on_the_terminal);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
