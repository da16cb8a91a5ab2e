#include "engine/derive.h"

#include "test.h"

static ahd_arena *arena;

static bool holds(ahd_format format, const char *charset, ahd_str text,
                  ahd_str page)
{
    const ahd_page_in in = {.bytes = page, .format = format};
    ahd_derive d;

    ahd_derive_init(&d, &in, ahd_encoding_get(charset), arena);
    ahd_span all = {0, (uint32_t)page.len};
    return ahd_derive_holds(&d, text, ahd_derive_decode(&d, all));
}

static void bytes_are_decoded_by_themselves(void)
{
    CHECK(holds(AHD_FORMAT_TEXT, "windows-1256", AHD_STR("هدنة"),
                AHD_STR("\xE5\xCF\xE4\xC9")));
    CHECK(holds(AHD_FORMAT_TEXT, "utf-16le", AHD_STR("a😀"),
                AHD_STR("a\0\x3D\xD8\0\xDE")));
    CHECK(holds(AHD_FORMAT_TEXT, "gbk", AHD_STR("和平"),
                AHD_STR("\xBA\xCD\xC6\xBD")));
    CHECK(holds(AHD_FORMAT_TEXT, "utf-8", AHD_STR("a\xEF\xBF\xBD"),
                AHD_STR("a\xFF")));
    CHECK(!holds(AHD_FORMAT_TEXT, "utf-8", AHD_STR("b"), AHD_STR("a")));
}

static void references_and_escapes_belong_to_their_format(void)
{
    CHECK(holds(AHD_FORMAT_HTML, "utf-8", AHD_STR("&"), AHD_STR("&amp;")));
    CHECK(holds(AHD_FORMAT_HTML, "utf-8", AHD_STR(" "), AHD_STR("\n &nbsp;")));
    CHECK(!holds(AHD_FORMAT_HTML, "utf-8", AHD_STR("&"), AHD_STR("&amp;a")));
    CHECK(!holds(AHD_FORMAT_HTML, "utf-8", AHD_STR(" "), AHD_STR(" a ")));
    CHECK(!holds(AHD_FORMAT_HTML, "utf-8", AHD_STR(" "), AHD_STR("")));
    CHECK(!holds(AHD_FORMAT_TEXT, "utf-8", AHD_STR("&"), AHD_STR("&amp;")));
    CHECK(holds(AHD_FORMAT_JSONL, "utf-8", AHD_STR("ه"), AHD_STR("\\u0647")));
    CHECK(!holds(AHD_FORMAT_HTML, "utf-8", AHD_STR("ه"), AHD_STR("\\u0647")));
}

/* 平 and 和 after an escape, then bytes that are none, a line and a letter. */
static void the_escape_before_says_what_bytes_mean(void)
{
    const ahd_page_in in = {.bytes = AHD_STR("\x1B$BJ?OB\xFFOB\nJ?\x1B(B.")};
    ahd_derive d;

    ahd_derive_init(&d, &in, ahd_encoding_get("iso-2022-jp"), arena);
    CHECK_STR(ahd_derive_decode(&d, (ahd_span){0, 5}), "平");
    CHECK_STR(ahd_derive_decode(&d, (ahd_span){5, 2}), "和");
    CHECK_STR(ahd_derive_decode(&d, (ahd_span){8, 2}), "和");
    CHECK_STR(ahd_derive_decode(&d, (ahd_span){11, 2}), "J?");
    CHECK_STR(ahd_derive_decode(&d, (ahd_span){13, 4}), ".");
}

static void what_is_shown_is_the_text_between_the_tags(void)
{
    const ahd_page_in in = {.format = AHD_FORMAT_HTML};
    ahd_str html = AHD_STR(" A <b>&lt;b</b>c<script>d</script>\n\n e ");
    ahd_derive d;

    ahd_derive_init(&d, &in, ahd_encoding_get("utf-8"), arena);
    CHECK(ahd_derive_shows(&d, AHD_STR("A <bc e"), html));
    CHECK(!ahd_derive_shows(&d, AHD_STR("A <bc"), html));
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(bytes_are_decoded_by_themselves);
    RUN(references_and_escapes_belong_to_their_format);
    RUN(the_escape_before_says_what_bytes_mean);
    RUN(what_is_shown_is_the_text_between_the_tags);
    ahd_arena_free(arena);
    return test_failures != 0;
}
