#include "page/judge.h"

#include "base/utf8.h"
#include "page/furniture.h"
#include "test.h"

static const ahd_furniture phrases[] = {
    {{"line", 4}, {"share", 5}, 0},
    {{"byline", 6}, {"by", 2}, 0},
    {{"byline", 6}, {"written by", 10}, 0},
    {{"byline_mark", 11}, {"written by", 10}, 0},
    {{"more_from", 9}, {"more from", 9}, 0},
    {{"related", 7}, {"read more", 9}, 0},
    {{"end", 3}, {"leave a comment", 15}, 0},
    {{"error", 5}, {"page not found", 14}, 0},
    {{"nonsense", 8}, {"a phrase of no kind", 19}, 0},
};

static const ahd_page_in in = {
    .furniture = phrases,
    .furniture_count = sizeof phrases / sizeof *phrases,
};

#define PROSE                                                                  \
    "The two delegations agreed on Sunday to extend the truce by a month."

/* The lines of a text; which are kept, as a row of 1 and 0. */
static ahd_str judge(const char *text, ahd_str *byline)
{
    static char row[40];
    static ahd_line lines[40];
    ahd_str rest = ahd_str_from(text);
    uint32_t count = 0;

    for (; rest.len > 0 && count < 40; count++) {
        ahd_str words = ahd_str_cut(&rest, '\n');
        lines[count] = (ahd_line){.words = words,
                                  .letters = (uint32_t)words.len,
                                  .ends = ahd_judge_ends(words)};
    }
    *byline = ahd_judge_lines(&in, lines, count);
    for (uint32_t i = 0; i < count; i++)
        row[i] = lines[i].keep ? '1' : '0';
    return (ahd_str){row, count};
}

static void phrases_match_whole_words_of_any_size(void)
{
    ahd_str rest;

    CHECK(ahd_furniture_of(&in, AHD_STR("SHARE:"), &rest) ==
          AHD_FURNITURE_LINE);
    CHECK(ahd_furniture_of(&in, AHD_STR("Share prices"), &rest) ==
          AHD_FURNITURE_NONE);
    CHECK(ahd_furniture_of(&in, AHD_STR("Bystanders fled"), &rest) ==
          AHD_FURNITURE_NONE);
    CHECK(ahd_furniture_of(&in, AHD_STR("By: Huda Salem"), &rest) ==
          AHD_FURNITURE_BYLINE);
    CHECK_STR(rest, "Huda Salem");
    CHECK(ahd_furniture_of(&in, AHD_STR("a phrase of no kind"), &rest) ==
          AHD_FURNITURE_NONE);
    CHECK(ahd_furniture_within(&in, AHD_STR("Oops! Page not found - Daily")) ==
          1U << AHD_FURNITURE_ERROR);
    CHECK(ahd_furniture_within(&in, AHD_STR("A subpage not found")) == 0);
}

static void a_sentence_ends_before_its_closing_marks(void)
{
    CHECK(ahd_judge_ends(AHD_STR("It is over.")));
    CHECK(ahd_judge_ends(AHD_STR("قالوا «انتهت الحرب.»")));
    CHECK(ahd_judge_ends(AHD_STR("هل انتهت؟”")));
    CHECK(!ahd_judge_ends(AHD_STR("It could turn...")));
    CHECK(!ahd_judge_ends(AHD_STR("Truce extended")));
    CHECK(!ahd_judge_ends(AHD_STR("")));
}

static void what_follows_the_end_marks_is_dropped(void)
{
    ahd_str byline;

    CHECK_STR(judge(PROSE
                    "\nA short line\n" PROSE "\nWritten By\n"
                    "More from Huda Salem\nTen phones that surprised us\n"
                    "You will not believe what the cheapest of them can...\n"
                    "Read More\nLeave a comment\n" PROSE,
                    &byline),
              "1110000000");
    CHECK_STR(byline, "Huda Salem");
}

static void an_article_goes_on_after_a_teaser(void)
{
    ahd_str byline;

    CHECK_STR(judge(PROSE "\nRead more: Floods in the north\n" PROSE "\n" PROSE,
                    &byline),
              "1011");
}

static void a_byline_above_the_article_ends_nothing(void)
{
    ahd_str byline;

    CHECK_STR(judge("Written by\nHuda Salem\n" PROSE "\n" PROSE, &byline),
              "0011");
    CHECK_STR(byline, "Huda Salem");
    CHECK_STR(judge("By Omar Farid\n" PROSE, &byline), "01");
    CHECK_STR(byline, "Omar Farid");
    CHECK_STR(judge("By noon the guns were silent.\n" PROSE, &byline), "11");
    CHECK_STR(byline, "");
}

int main(void)
{
    RUN(phrases_match_whole_words_of_any_size);
    RUN(a_sentence_ends_before_its_closing_marks);
    RUN(what_follows_the_end_marks_is_dropped);
    RUN(an_article_goes_on_after_a_teaser);
    RUN(a_byline_above_the_article_ends_nothing);
    return test_failures != 0;
}
