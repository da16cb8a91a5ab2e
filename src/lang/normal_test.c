#include "lang/normal.h"

#include "test.h"

static ahd_arena *arena;

static ahd_str spell(const char *text, unsigned how)
{
    ahd_normal normal;

    ahd_normal_make(arena, ahd_str_from(text), how, &normal);
    return normal.text;
}

static ahd_str clean(const char *text)
{
    return spell(text, AHD_NORMAL_CLEAN);
}

static ahd_str fold(const char *text)
{
    return spell(text, AHD_NORMAL_FOLD);
}

static void clean_keeps_the_word(void)
{
    CHECK_STR(clean("الإتّفـاقيّةُ"), "الإتفاقية");
    CHECK_STR(clean("على إلى فى"), "على إلى فى");
    CHECK_STR(clean("١٧٠١ ۱۷۰۱ ٣٫٥٪"), "1701 1701 3.5%");
    CHECK_STR(clean("\u202Bقطر\u202C \u200fعمان\ufeff"), "قطر عمان");
    CHECK_STR(clean("UNIFIL É"), "UNIFIL É");
}

static void forms_and_ligatures_are_letters(void)
{
    CHECK_STR(clean("\ufe97\ufeee\ufed7\ufef4\ufeca"), "توقيع");
    CHECK_STR(clean("\ufefb \ufef7 \ufef9 \ufef5"), "لا لأ لإ لآ");
    CHECK_STR(clean("\ufdf2 \ufdfa"), "الله صلى الله عليه وسلم");
    CHECK_STR(clean("ﬁnal ＵＮ"), "final UN");
    CHECK_STR(fold("\ufef7"), "لا");
}

static void marks_join_their_letters(void)
{
    CHECK_STR(clean("ا\u0654من"), "أمن");
    CHECK_STR(clean("ا\u0655طلاق ا\u0653ن"), "إطلاق آن");
    CHECK_STR(clean("مسو\u0654ول شي\u0654"), "مسؤول شئ");
    CHECK_STR(clean("ا\u064E\u0654من"), "أمن");
    CHECK_STR(clean("e\u0301te\u0301"), "été");
    CHECK_STR(clean("\u0301x"), "x");
}

static void quotation_marks_are_one(void)
{
    CHECK_STR(clean("«a» “b” „c“ ‘d’ ‹e› ＂f＂"),
              "\"a\" \"b\" \"c\" 'd' 'e' \"f\"");
    CHECK_STR(spell("«a» ’", AHD_NORMAL_LETTERS), "«a» '");
}

static void fold_joins_what_people_write_alike(void)
{
    CHECK_STR(fold("إتفاقية أمن آخر ٱلى"), "اتفاقيه امن اخر الي");
    CHECK_STR(fold("مسؤول رئيس على"), "مسوول رييس علي");
    CHECK_STR(fold("کتاب یک ہے"), "كتاب يك هي");
    CHECK_STR(fold("Ṣanʿāʾ ДОГОВОР"), "ṣan'ā' договор");
}

/* The input that output bytes [start, start + len) were made of. */
static ahd_str back(const char *text, unsigned how, uint32_t start,
                    uint32_t len)
{
    ahd_normal normal;

    ahd_normal_make(arena, ahd_str_from(text), how, &normal);
    return ahd_str_span(ahd_str_from(text),
                        ahd_normal_back(&normal, (ahd_span){start, len}));
}

static void output_leads_back_to_input(void)
{
    CHECK_STR(back("\u200fالإتّفاق تم", AHD_NORMAL_FOLD, 0, 14), "الإتّفاق");
    CHECK_STR(back("الإتّفاق", AHD_NORMAL_FOLD, 6, 2), "تّ");
    CHECK_STR(back("الإتّفاق", AHD_NORMAL_FOLD, 8, 2), "ف");
    CHECK_STR(back("ا\u0654من", AHD_NORMAL_CLEAN, 0, 2), "ا\u0654");
    CHECK_STR(back("قا\ufefb", AHD_NORMAL_CLEAN, 4, 2), "\ufefb");
    CHECK_STR(back("«نعم»", AHD_NORMAL_CLEAN, 0, 8), "«نعم»");
    CHECK_STR(back("١٧٠١", AHD_NORMAL_CLEAN, 1, 2), "٧٠");
    CHECK_STR(back("قال", AHD_NORMAL_CLEAN, 3, 1), "ا"); /* half a letter */
}

static void broken_bytes_are_marked(void)
{
    CHECK_STR(clean("a\xff"
                    "b"),
              "a\ufffd"
              "b");
    CHECK_STR(clean("\xd8"), "\ufffd");
    CHECK_STR(back("a\xff"
                   "b",
                   AHD_NORMAL_CLEAN, 1, 3),
              "\xff");
}

static void spelling_twice_is_spelling_once(void)
{
    static const char text[] = "«الإتّفاقيّة» ا\u0654 \ufef7 E\u0301 ١٧ ی";

    ahd_str once = fold(text), plain = clean(text);
    ahd_normal twice;
    ahd_normal_make(arena, once, AHD_NORMAL_FOLD, &twice);
    CHECK(ahd_str_eq(twice.text, once));
    ahd_normal_make(arena, plain, AHD_NORMAL_FOLD, &twice);
    CHECK(ahd_str_eq(twice.text, once));
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(clean_keeps_the_word);
    RUN(forms_and_ligatures_are_letters);
    RUN(marks_join_their_letters);
    RUN(quotation_marks_are_one);
    RUN(fold_joins_what_people_write_alike);
    RUN(output_leads_back_to_input);
    RUN(broken_bytes_are_marked);
    RUN(spelling_twice_is_spelling_once);
    ahd_arena_free(arena);
    return test_failures != 0;
}
