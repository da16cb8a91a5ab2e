#include "page/weigh.h"

#include "doc/doc.h"
#include "page/lines.h"
#include "test.h"

static const ahd_furniture phrases[] = {
    {{"line", 4}, {"facebook", 8}, 0}, {{"line", 4}, {"twitter", 7}, 0},
    {{"line", 4}, {"فيسبوك", 12}, 0},  {{"end", 3}, {"follow us", 9}, 0},
    {{"end", 3}, {"تابعونا", 14}, 0},
};
static const ahd_page_in in = {
    .furniture = phrases,
    .furniture_count = sizeof phrases / sizeof *phrases,
};

static ahd_arena *arena;

/* Which lines are kept, as a row of 1 and 0, T for the title. */
static const char *weigh(const char *text)
{
    static char row[200];
    ahd_line_list lines = {0};

    ahd_arena_clear(arena);
    ahd_lines_split(ahd_str_from(text), arena, &lines);
    uint32_t title = ahd_weigh_lines(&in, lines.items, lines.count, arena);
    for (uint32_t i = 0; i < lines.count; i++)
        row[i] = i == title ? 'T' : lines.items[i].keep ? '1' : '0';
    row[lines.count] = '\0';
    return row;
}

#define MENU                                                                        \
    "Skip to content\n• Home\n• World\n• Politics\n• Business\n• Sport\n" \
    "• Culture\n• Opinion\n• Video\n• Podcasts\n• About us\n• Log in\n"
#define BODY                                                                   \
    "Two rival councils agreed on Sunday to open the coast road, their "       \
    "spokesmen said after three days of talks in the port.\n\n"                \
    "The road has been closed since fighting broke out in the spring, and "    \
    "both towns depend on it for flour and for fuel.\n\n"                      \
    "Engineers will clear mines from the verges first, the statement said, "   \
    "before the first lorries are let through under escort.\n\n"               \
    "Neither side would say who is to man the checkpoints, a question that "   \
    "ended an earlier attempt.\n\n"
#define FOOT                                                                           \
    "Follow us\n• Facebook\n• Twitter\n• Terms of use\n• Privacy policy\n• " \
    "Contact\n"                                                                        \
    "• Advertise\n• Careers\n• RSS\n© 2021 The Paper. All rights reserved.\n"

static void a_clean_text_stays_whole(void)
{
    CHECK_STR(ahd_str_from(weigh("Councils open the coast road\n\n" BODY)),
              "T1111");
}

static void menus_and_feet_are_dropped(void)
{
    CHECK_STR(ahd_str_from(
                  weigh(MENU "\nCouncils open the coast road\n\n" BODY FOOT)),
              "000000000000T11110000000000");
}

static void no_capitals_are_needed(void)
{
    CHECK_STR(
        ahd_str_from(weigh(
            "الرئيسية\nالأخبار\nالسياسة\nالاقتصاد\nالرياضة\nالثقافة\nالمنوعات\n"
            "الفيديو\nالصور\nمن نحن\nاتصل بنا\nتسجيل الدخول\n\n"
            "مجلسان متنافسان يتفقان على فتح الطريق الساحلي\n\n"
            "اتفق مجلسان متنافسان يوم الأحد على فتح الطريق الساحلي المغلق، "
            "بحسب ما أعلنه المتحدثان بعد محادثات استمرت ثلاثة أيام.\n\n"
            "وأغلق الطريق منذ اندلاع القتال في الربيع، وتعتمد عليه المدينتان "
            "في نقل الدقيق والوقود من الميناء.\n\n"
            "وقال البيان إن المهندسين سيزيلون الألغام أولا قبل السماح بمرور "
            "الشاحنات الأولى تحت الحراسة.\n\n"
            "تابعونا\nفيسبوك\nتويتر\nيوتيوب\nسياسة الخصوصية\nشروط "
            "الاستخدام\n")),
        "000000000000T111000000");
}

static void a_sentence_is_no_title(void)
{
    CHECK_STR(ahd_str_from(weigh(BODY)), "1111");
}

static void nothing_is_judged_too(void)
{
    CHECK_STR(ahd_str_from(weigh("")), "");
    CHECK_STR(ahd_str_from(weigh("x")), "1");
}

int main(void)
{
    arena = ahd_arena_new((size_t)16 << 20);
    RUN(a_clean_text_stays_whole);
    RUN(menus_and_feet_are_dropped);
    RUN(no_capitals_are_needed);
    RUN(a_sentence_is_no_title);
    RUN(nothing_is_judged_too);
    ahd_arena_free(arena);
    return test_failures != 0;
}
