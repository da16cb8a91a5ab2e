#include "morph/letters.h"

#include "test.h"

static void marks_go_with_the_letter_before_them(void)
{
    ahd_letters l;

    CHECK(ahd_letters_read(AHD_STR("ثمّ"), &l));
    CHECK(l.count == 2 && l.at[1] == 2 && l.at[2] == 6);
    CHECK(l.marks == AHD_MARK_SHADDA);
}

static void letters_are_kept_and_folded(void)
{
    ahd_letters l;

    CHECK(ahd_letters_read(AHD_STR("أمّةً"), &l));
    CHECK(l.count == 3 && l.bare[0] == 0x623 && l.fold[0] == 0x627);
    CHECK(l.bare[2] == 0x629 && l.fold[2] == 0x647);
    CHECK(l.marks == (AHD_MARK_SHADDA | AHD_MARK_TANWIN_A));
}

static void what_has_no_letters_or_too_many_is_no_word(void)
{
    char long_word[AHD_LETTERS + 1];
    ahd_letters l;

    for (size_t i = 0; i < sizeof long_word; i++)
        long_word[i] = 'a';
    CHECK(!ahd_letters_read(AHD_STR(""), &l));
    CHECK(!ahd_letters_read(AHD_STR("ّ"), &l));
    CHECK(!ahd_letters_read((ahd_str){long_word, sizeof long_word}, &l));
    CHECK(ahd_letters_read((ahd_str){long_word, AHD_LETTERS}, &l));
}

static void any_bytes_may_come(void)
{
    ahd_letters l;

    CHECK(ahd_letters_read(AHD_STR("\xff\xd8\xd9\x80\xd8"), &l));
    CHECK(l.at[l.count] == 5);
}

int main(void)
{
    RUN(marks_go_with_the_letter_before_them);
    RUN(letters_are_kept_and_folded);
    RUN(what_has_no_letters_or_too_many_is_no_word);
    RUN(any_bytes_may_come);
    return test_failures != 0;
}
