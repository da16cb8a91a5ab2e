#include "lang/letter.h"

#include "test.h"

static uint32_t clean(uint32_t c)
{
    return ahd_letter_clean(ahd_letter_of(c), c);
}

static uint32_t fold(uint32_t c)
{
    return ahd_letter_fold(ahd_letter_of(c), c);
}

static void every_character_has_a_kind(void)
{
    static const struct {
        uint32_t letter;
        uint8_t kind;
    } rows[] = {
        {'a', AHD_LETTER_PLAIN},         {0x628, AHD_LETTER_ARABIC},
        {0xFE8E, AHD_LETTER_ARABIC},     {0x64B, AHD_LETTER_MARK},
        {0x640, AHD_LETTER_MARK},        {0xFC60, AHD_LETTER_MARK},
        {0x200F, AHD_LETTER_INVISIBLE},  {0, AHD_LETTER_INVISIBLE},
        {0xA0, AHD_LETTER_SPACE},        {0x661, AHD_LETTER_DIGIT},
        {0x61F, AHD_LETTER_STOP},        {0x201C, AHD_LETTER_OPENING},
        {0x60C, AHD_LETTER_PUNCT},       {0xFD3F, AHD_LETTER_OPEN},
        {'+', AHD_LETTER_SYMBOL},        {0x1F54A, AHD_LETTER_SYMBOL},
        {0x915, AHD_LETTER_PLAIN},       {0x93F, AHD_LETTER_PLAIN},
        {0xFFFD, AHD_LETTER_SYMBOL},     {0x10FFFF, AHD_LETTER_SYMBOL},
        {UINT32_MAX, AHD_LETTER_SYMBOL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK(ahd_letter_of(rows[i].letter)->kind == rows[i].kind);
}

static void scripts_are_told_apart(void)
{
    CHECK(ahd_letter_of('a')->script == AHD_SCRIPT_LATIN);
    CHECK(ahd_letter_of(0x5D0)->script == AHD_SCRIPT_HEBREW);
    CHECK(ahd_letter_of(0x67E)->script == AHD_SCRIPT_ARABIC);
    CHECK(ahd_letter_of(0x434)->script == AHD_SCRIPT_CYRILLIC);
    CHECK(ahd_letter_of(0x1200)->script == AHD_SCRIPT_OTHER);
    CHECK(ahd_letter_of('1')->script == AHD_SCRIPT_NONE);
}

static void forms_are_their_letters(void)
{
    CHECK(clean(0xFE8E) == 0x627);
    CHECK(clean(0xFB57) == 0x67E); /* presentation forms A: peh */
    CHECK(clean(0xFF21) == 'A');
    CHECK(clean(0x1D5D5) == 'B'); /* mathematical bold */
    CHECK(clean(0x6F7) == '7' && clean(0x967) == '1');
    CHECK(clean(0x66A) == '%' && clean(0x66B) == '.');
    CHECK(clean(0x629) == 0x629 && clean('A') == 'A');
}

static void folding_goes_further(void)
{
    CHECK(fold(0x629) == 0x647 && fold(0x6D2) == 0x64A);
    CHECK(fold(0xFE94) == 0x647); /* a form of ta marbuta */
    CHECK(fold('A') == 'a' && fold(0x410) == 0x430);
    CHECK(fold(0x2BF) == '\'');
    CHECK(fold(0x10400) == 0x10400);
}

static void several_letters_in_one_are_taken_apart(void)
{
    CHECK_STR(ahd_letter_expand(0xFEFB), "لا");
    CHECK_STR(ahd_letter_expand(0xFEF7), "لأ");
    CHECK_STR(ahd_letter_expand(0xFDF2), "الله");
    CHECK_STR(ahd_letter_expand(0xFDFA), "صلى الله عليه وسلم");
    CHECK_STR(ahd_letter_expand(0xFB01), "fi");
    CHECK_STR(ahd_letter_expand('x'), "");
    for (uint32_t c = 0; c < 0x110000; c++)
        if (ahd_letter_of(c)->flags & AHD_LETTER_EXPANDS) {
            size_t len = ahd_letter_expand(c).len;
            CHECK(len > 1 && len <= AHD_LETTER_EXPANSION);
        }
}

static void marks_join_letters(void)
{
    CHECK(ahd_letter_compose(0x627, 0x654) == 0x623);
    CHECK(ahd_letter_compose(0x627, 0x653) == 0x622);
    CHECK(ahd_letter_compose('e', 0x301) == 0xE9);
    CHECK(ahd_letter_compose(0x628, 0x654) == 0);
    CHECK(ahd_letter_compose(0, 0) == 0);
}

static void a_spelling_is_final(void)
{
    for (uint32_t c = 0; c < 0x110000; c++) {
        const ahd_letter *l = ahd_letter_of(c);
        if (l->flags & (AHD_LETTER_DROPPED | AHD_LETTER_EXPANDS))
            continue;
        CHECK(clean(clean(c)) == clean(c));
        CHECK(fold(fold(c)) == fold(c));
        CHECK(fold(clean(c)) == fold(c));
        CHECK(!(ahd_letter_of(fold(c))->flags & AHD_LETTER_DROPPED));
    }
}

int main(void)
{
    RUN(every_character_has_a_kind);
    RUN(scripts_are_told_apart);
    RUN(forms_are_their_letters);
    RUN(folding_goes_further);
    RUN(several_letters_in_one_are_taken_apart);
    RUN(marks_join_letters);
    RUN(a_spelling_is_final);
    return test_failures != 0;
}
