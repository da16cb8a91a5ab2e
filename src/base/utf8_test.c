#include "base/utf8.h"

#include "test.h"

#include <string.h>

static void every_code_point_survives_writing_and_reading(void)
{
    int wrong = 0;

    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        ahd_str s = {bytes, ahd_utf8_write(c, bytes)};
        uint32_t want = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
        size_t at = 0, back = s.len;
        wrong += ahd_utf8_next(s, &at) != want || at != s.len;
        wrong += ahd_utf8_previous(s, &back) != want || back != 0;
        wrong += !ahd_utf8_valid(s);
    }
    CHECK(wrong == 0);
}

static void what_is_no_scalar_value_is_written_as_replacement(void)
{
    char bytes[4];

    CHECK(ahd_utf8_write(0x110000, bytes) == 3);
    CHECK_STR(((ahd_str){bytes, 3}), "\xEF\xBF\xBD");
    CHECK(ahd_utf8_write(0xD800, bytes) == 3);
}

static void a_broken_sequence_is_one_byte_of_replacement(void)
{
    ahd_str s = AHD_STR("\xD8"
                        "a\xE2\x80");
    size_t at = 0;

    CHECK(ahd_utf8_next(s, &at) == 0xFFFD && at == 1);
    CHECK(ahd_utf8_next(s, &at) == 'a' && at == 2);
    CHECK(ahd_utf8_next(s, &at) == 0xFFFD && at == 3);
    CHECK(ahd_utf8_next(s, &at) == 0xFFFD && at == 4);
}

static void backwards_finds_the_same_starts(void)
{
    ahd_str s = AHD_STR("aع\x80\xF0\x9F\x98\x80\xE2\x80");
    size_t starts[16], count = 0;

    for (size_t at = 0; at < s.len;) {
        starts[count++] = at;
        ahd_utf8_next(s, &at);
    }
    size_t at = s.len;
    while (count > 0) {
        ahd_utf8_previous(s, &at);
        CHECK(at == starts[--count]);
    }
    CHECK(at == 0);
}

static void overlong_forms_surrogates_and_the_beyond_are_invalid(void)
{
    CHECK(ahd_utf8_valid(AHD_STR("")));
    CHECK(ahd_utf8_valid(AHD_STR("a\0b عهد 😀")));
    CHECK(!ahd_utf8_valid(AHD_STR("\xC0\x80")));
    CHECK(!ahd_utf8_valid(AHD_STR("\xE0\x80\xAF")));
    CHECK(!ahd_utf8_valid(AHD_STR("\xF0\x80\x80\xAF")));
    CHECK(!ahd_utf8_valid(AHD_STR("\xED\xA0\x80")));
    CHECK(!ahd_utf8_valid(AHD_STR("\xF4\x90\x80\x80")));
    CHECK(!ahd_utf8_valid(AHD_STR("\xF8\x88\x80\x80\x80")));
    CHECK(!ahd_utf8_valid(AHD_STR("\x80")));
    CHECK(!ahd_utf8_valid(AHD_STR("a\xD8")));
}

/* A character, whole or cut, in every place of a long Arabic line. */
static void the_first_broken_byte_is_found_wherever_it_stands(void)
{
    static const char *const letters[] = {"a", "ع", "—", "😀"};
    char line[60];

    for (size_t pad = 0; pad < 40; pad++)
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            size_t before = pad / 2 * 2, size = strlen(letters[i]);
            for (size_t at = 0; at < before; at += 2)
                memcpy(line + at, "ه", 2);
            if (pad % 2)
                line[before++] = ' ';
            memcpy(line + before, letters[i], size);
            memcpy(line + before + size, "ab", 2);
            ahd_str whole = {line, before + size + 2};
            CHECK(ahd_utf8_broken(whole, 0) == whole.len);
            whole.len = before + size - 1;
            CHECK(ahd_utf8_broken(whole, 0) == before);
            line[before + size - 1] = '\xE0';
            whole.len = before + size + 2;
            CHECK(ahd_utf8_broken(whole, 0) == before);
        }
}

static void counting_counts_code_points(void)
{
    CHECK(ahd_utf8_count(AHD_STR("")) == 0);
    CHECK(ahd_utf8_count(AHD_STR("عهد a😀")) == 6);
    CHECK(ahd_utf8_count(AHD_STR("\xE2\x80"
                                 "a")) == 3);
}

int main(void)
{
    RUN(every_code_point_survives_writing_and_reading);
    RUN(what_is_no_scalar_value_is_written_as_replacement);
    RUN(a_broken_sequence_is_one_byte_of_replacement);
    RUN(backwards_finds_the_same_starts);
    RUN(overlong_forms_surrogates_and_the_beyond_are_invalid);
    RUN(the_first_broken_byte_is_found_wherever_it_stands);
    RUN(counting_counts_code_points);
    return test_failures != 0;
}
