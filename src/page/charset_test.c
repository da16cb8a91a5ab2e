#include "page/charset.h"

#include "test.h"

static ahd_arena *arena;
static ahd_decoded decoded;

static ahd_str decode(ahd_str page, bool html)
{
    ahd_charset_decode(page, html, arena, &decoded);
    return decoded.text;
}

/* «اتفاق هدنة وقعه الطرفان» in either charset. */
#define IN_1256 "\xC7\xCA\xDD\xC7\xDE \xE5\xCF\xE4\xC9 \xE6\xDE\xDA\xE5"
#define IN_8859_6 "\xC7\xCA\xE1\xC7\xE2 \xE7\xCF\xE6\xC9 \xE8\xE2\xD9\xE7"

static void utf8_is_not_copied(void)
{
    ahd_str page = AHD_STR("هدنة");

    CHECK(decode(page, false).ptr == page.ptr);
    CHECK_STR(decode(AHD_STR("\xEF\xBB\xBFهدنة"), false), "هدنة");
    CHECK(ahd_charset_page(&decoded, 0, 2).start == 3);
    CHECK_STR(decode(AHD_STR(""), false), "");
}

static void arabic_charsets_are_told_apart_by_their_letters(void)
{
    CHECK_STR(decode(AHD_STR(IN_1256), false), "اتفاق هدنة وقعه");
    CHECK(decoded.charset == AHD_CHARSET_WINDOWS_1256);
    CHECK_STR(decode(AHD_STR(IN_8859_6), false), "اتفاق هدنة وقعه");
    CHECK(decoded.charset == AHD_CHARSET_ISO_8859_6);
}

static void a_declaration_is_believed_unless_the_page_is_utf8(void)
{
    CHECK_STR(decode(AHD_STR("<meta charset=\"windows-1252\">caf\xE9"), true),
              "<meta charset=\"windows-1252\">café");
    CHECK_STR(decode(AHD_STR("<meta charset=windows-1256>هدنة"), true),
              "<meta charset=windows-1256>هدنة");
    CHECK_STR(decode(AHD_STR("<meta charset=iso-8859-6>\xC7"), true),
              "<meta charset=iso-8859-6>ا");
}

static void utf16_is_known_by_its_mark(void)
{
    CHECK_STR(decode(AHD_STR("\xFF\xFE\x47\x06h\0i\0"), false), "هhi");
    CHECK_STR(decode(AHD_STR("\xFE\xFF\x06\x47\0h"), false), "هh");
    CHECK_STR(decode(AHD_STR("\xFF\xFE\x3D\xD8\x00\xDE"), false), "😀");
    CHECK_STR(decode(AHD_STR("\xFF\xFE\x3D\xD8h"), false),
              "\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void a_broken_byte_is_one_replacement_that_leads_back(void)
{
    CHECK_STR(decode(AHD_STR("هدنة\xFFهدنة"), false), "هدنة\xEF\xBF\xBDهدنة");
    ahd_span at = ahd_charset_page(&decoded, 8, 3);
    CHECK(at.start == 8 && at.len == 1);
    at = ahd_charset_page(&decoded, 13, 2);
    CHECK(at.start == 11 && at.len == 2);
    CHECK_STR(decode(AHD_STR("a\0b"), false), "a\xEF\xBF\xBD"
                                              "b");
}

static void a_word_of_another_charset_leads_back_to_its_bytes(void)
{
    decode(AHD_STR(IN_1256), false);
    ahd_span second = ahd_charset_page(&decoded, 11, 8); /* هدنة */
    CHECK(second.start == 6 && second.len == 4);
    CHECK(decoded.map.count == 5); /* three words, two spaces */
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(utf8_is_not_copied);
    RUN(arabic_charsets_are_told_apart_by_their_letters);
    RUN(a_declaration_is_believed_unless_the_page_is_utf8);
    RUN(utf16_is_known_by_its_mark);
    RUN(a_broken_byte_is_one_replacement_that_leads_back);
    RUN(a_word_of_another_charset_leads_back_to_its_bytes);
    ahd_arena_free(arena);
    return test_failures != 0;
}
