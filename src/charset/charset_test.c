#include "charset/charset.h"

#include "test.h"

#include <string.h>

static ahd_arena *arena;
static ahd_decoded decoded;

static ahd_str decode(ahd_str page, ahd_format format, const char *header)
{
    ahd_page_in in = {
        .bytes = page, .format = format, .charset = ahd_str_from(header)};

    ahd_charset_decode(&in, arena, &decoded);
    return decoded.text;
}

static ahd_str text(ahd_str page)
{
    return decode(page, AHD_FORMAT_TEXT, "");
}

static ahd_str html(ahd_str page)
{
    return decode(page, AHD_FORMAT_HTML, "");
}

/* «اتفاق هدنة وقعه» in either charset; a sentence longer than a doubt. */
#define IN_1256 "\xC7\xCA\xDD\xC7\xDE \xE5\xCF\xE4\xC9 \xE6\xDE\xDA\xE5"
#define IN_8859_6 "\xC7\xCA\xE1\xC7\xE2 \xE7\xCF\xE6\xC9 \xE8\xE2\xD9\xE7"
#define LONG_1256 IN_1256 " " IN_1256
#define ARABIC "اتفاق هدنة وقعه"

static void utf8_is_not_copied(void)
{
    ahd_str page = AHD_STR("هدنة");

    CHECK(text(page).ptr == page.ptr);
    CHECK_STR(decoded.charset, "utf-8");
    CHECK_STR(text(AHD_STR("\xEF\xBB\xBFهدنة")), "هدنة");
    CHECK(ahd_decoded_page(&decoded, 0, 2).start == 3);
    CHECK_STR(text(AHD_STR("")), "");
}

static void arabic_charsets_are_told_apart_by_their_letters(void)
{
    CHECK_STR(text(AHD_STR(IN_1256)), ARABIC);
    CHECK_STR(decoded.charset, "windows-1256");
    CHECK_STR(text(AHD_STR(IN_8859_6)), ARABIC);
    CHECK_STR(decoded.charset, "iso-8859-6");
}

static void other_charsets_are_told_by_their_letters(void)
{
    CHECK_STR(text(AHD_STR("caf\xE9 fran\xE7"
                           "ais \xE0 l'\xE9t\xE9")),
              "café français à l'été");
    CHECK_STR(text(AHD_STR("\xD1\xEE\xE3\xEB\xE0\xF8\xE5\xED\xE8\xE5 "
                           "\xEF\xEE\xE4\xEF\xE8\xF1\xE0\xED\xEE")),
              "Соглашение подписано");
    CHECK_STR(text(AHD_STR("\xF3\xCF\xC7\xCC\xC1\xDB\xC5\xCE\xC9\xC5 "
                           "\xD0\xCF\xC4\xD0\xC9\xD3\xC1\xCE\xCF")),
              "Соглашение подписано");
}

static void a_declaration_is_believed(void)
{
    CHECK_STR(html(AHD_STR("<meta charset=\"windows-1252\">caf\xE9")),
              "<meta charset=\"windows-1252\">café");
    CHECK_STR(html(AHD_STR("<meta charset=iso-8859-6>\xC7")),
              "<meta charset=iso-8859-6>ا");
    CHECK_STR(html(AHD_STR("<?xml version='1.0' encoding='cp1256'?>\xC7")),
              "<?xml version='1.0' encoding='cp1256'?>ا");
    CHECK_STR(html(AHD_STR("<meta http-equiv=content-type "
                           "content='text/html;charset=koi8-r'>\xC1")),
              "<meta http-equiv=content-type "
              "content='text/html;charset=koi8-r'>а");
    CHECK_STR(text(AHD_STR("<meta charset=koi8-r>" IN_1256)),
              "<meta charset=koi8-r>" ARABIC);
}

static void the_header_stands_above_the_page(void)
{
    CHECK_STR(decode(AHD_STR("<meta charset=windows-1252>\xC7"),
                     AHD_FORMAT_HTML, " CP1256 "),
              "<meta charset=windows-1252>ا");
    CHECK_STR(decode(AHD_STR("\xEF\xBB\xBFهدنة"), AHD_FORMAT_HTML, "cp1256"),
              "هدنة");
    CHECK_STR(decode(AHD_STR("<meta charset=cp1256>\xC7"), AHD_FORMAT_HTML,
                     "no-such-charset"),
              "<meta charset=cp1256>ا");
}

static void a_charset_that_the_bytes_deny_is_not_believed(void)
{
    CHECK_STR(html(AHD_STR("<meta charset=windows-1256>هدنة")),
              "<meta charset=windows-1256>هدنة");
    CHECK_STR(html(AHD_STR("<meta charset=utf-8>" IN_1256)),
              "<meta charset=utf-8>" ARABIC);
    CHECK_STR(html(AHD_STR("<meta charset=latin1>" LONG_1256)),
              "<meta charset=latin1>" ARABIC " " ARABIC);
    CHECK_STR(html(AHD_STR("<meta charset=cp1256>" IN_8859_6 IN_8859_6)),
              "<meta charset=cp1256>" ARABIC ARABIC);
    CHECK_STR(html(AHD_STR("<meta charset=utf-8>هدنة هدنة\xFF")),
              "<meta charset=utf-8>هدنة هدنة\xEF\xBF\xBD");
    CHECK_STR(html(AHD_STR("<meta charset=gbk>" IN_1256 IN_1256)),
              "<meta charset=gbk>" ARABIC ARABIC);
}

static void utf16_is_known_by_its_mark_or_its_nuls(void)
{
    CHECK_STR(text(AHD_STR("\xFF\xFE\x47\x06h\0i\0")), "هhi");
    CHECK_STR(text(AHD_STR("\xFE\xFF\x06\x47\0h")), "هh");
    CHECK_STR(text(AHD_STR("\xFF\xFE\x3D\xD8\x00\xDE")), "😀");
    CHECK_STR(text(AHD_STR("\xFF\xFE\x3D\xD8h")), "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK_STR(text(AHD_STR("<\0p\0>\0\x47\x06 \0\x47\x06")), "<p>ه ه");
    CHECK_STR(text(AHD_STR("\0<\0p\0>\x06\x47\0 \x06\x47")), "<p>ه ه");
}

static void charsets_of_several_bytes_are_read_by_icu(void)
{
    CHECK_STR(html(AHD_STR("<meta charset=sjis>\x93\xFA\x96{!\xB1")),
              "<meta charset=sjis>日本!ｱ");
    ahd_span at = ahd_decoded_page(&decoded, 22, 3);
    CHECK(at.start == 21 && at.len == 2);
    CHECK_STR(html(AHD_STR("<meta charset=gb2312>\xBA\xCD\xC6\xBD a")),
              "<meta charset=gb2312>和平 a");
    CHECK_STR(html(AHD_STR("<meta charset=euc-kr>\xC6\xF2\xC8\xAD")),
              "<meta charset=euc-kr>평화");
    CHECK_STR(html(AHD_STR("<meta charset=big5>\xA9M\xA5\xAD<b>")),
              "<meta charset=big5>和平<b>");
    CHECK_STR(html(AHD_STR("<meta charset=iso-2022-jp>\x1B$BJ?\x1B(Ba")),
              "<meta charset=iso-2022-jp>平a");
}

static void what_is_no_character_leaves_the_state_as_it_was(void)
{
    CHECK_STR(
        html(AHD_STR("<meta charset=iso-2022-jp>\x1B$BJ?\xFFJ?\xFE\x1B(Ba")),
        "<meta charset=iso-2022-jp>平\xEF\xBF\xBD平\xEF\xBF\xBD"
        "a");
    CHECK_STR(html(AHD_STR("<meta charset=iso-2022-jp>\x1B$BJ?\n\xFFJ?")),
              "<meta charset=iso-2022-jp>平\n\xEF\xBF\xBDJ?");
}

static void a_broken_byte_is_one_replacement_that_leads_back(void)
{
    CHECK_STR(text(AHD_STR("هدنة\xFFهدنة")), "هدنة\xEF\xBF\xBDهدنة");
    ahd_span at = ahd_decoded_page(&decoded, 8, 3);
    CHECK(at.start == 8 && at.len == 1);
    at = ahd_decoded_page(&decoded, 13, 2);
    CHECK(at.start == 11 && at.len == 2);
    CHECK_STR(text(AHD_STR("a\0bc\0")), "a\xEF\xBF\xBD"
                                        "bc\xEF\xBF\xBD");
    CHECK_STR(html(AHD_STR("<meta charset=sjis>\x93\xFA\x93")),
              "<meta charset=sjis>日\xEF\xBF\xBD");
}

static void a_word_of_another_charset_leads_back_to_its_bytes(void)
{
    text(AHD_STR(IN_1256));
    ahd_span second = ahd_decoded_page(&decoded, 11, 8); /* هدنة */
    CHECK(second.start == 6 && second.len == 4);
    CHECK(decoded.map.count == 5); /* three words, two spaces */
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(utf8_is_not_copied);
    RUN(arabic_charsets_are_told_apart_by_their_letters);
    RUN(other_charsets_are_told_by_their_letters);
    RUN(a_declaration_is_believed);
    RUN(the_header_stands_above_the_page);
    RUN(a_charset_that_the_bytes_deny_is_not_believed);
    RUN(utf16_is_known_by_its_mark_or_its_nuls);
    RUN(charsets_of_several_bytes_are_read_by_icu);
    RUN(what_is_no_character_leaves_the_state_as_it_was);
    RUN(a_broken_byte_is_one_replacement_that_leads_back);
    RUN(a_word_of_another_charset_leads_back_to_its_bytes);
    ahd_arena_free(arena);
    return test_failures != 0;
}
