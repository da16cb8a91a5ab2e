#include "keep.h"

#include "test.h"

static ahd_arena *arena;

#define MENU                                                                   \
    "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a "           \
    "href=/s>Sport</a></ul></nav><div class=menu><a href=/a>About us</a> "     \
    "<a href=/c>Contact</a></div>"
#define FIRST                                                                  \
    "The foreign ministers of the two countries signed a memorandum on "       \
    "the river crossing in the capital on Monday, their offices said."
#define SECOND                                                                 \
    "Under the memorandum, which runs for three years, a joint committee "     \
    "meets every second month and reports to both governments."
#define THIRD                                                                  \
    "A spokesman said that the text would be published once both "             \
    "parliaments had approved it, which is expected before the summer."
#define ASIDE                                                                  \
    "<div class=related><h3>Related</h3><ul><li><a href=/1>Ports to reopen "   \
    "after talks</a><li><a href=/2>Ministers meet again in March</a></ul>"     \
    "</div><div class=comments><h3>Comments</h3><p>A reader says that he has " \
    "seen many such papers and that none of them was kept for long.</p></div>" \
    "<footer><p>Copyright 2021 The Harbour Gate. All rights "                  \
    "reserved.</footer>"

/* The kept lines of `page`, a '|' between. */
static ahd_str kept(const char *page, ahd_str *author)
{
    static char out[4000];
    size_t len = 0;
    uint32_t english = 0;
    ahd_page_in in = {.bytes = ahd_str_from(page), .format = AHD_FORMAT_HTML};
    ahd_decoded decoded = {.text = in.bytes, .charset = AHD_STR("utf-8")};
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_reader reader = {&in, doc, &decoded, arena, &english};

    *ahd_vec_push(arena, &decoded.map) =
        (ahd_stretch){0, (uint32_t)in.bytes.len, 0, (uint32_t)in.bytes.len};
    ahd_folio *folio = ahd_folio_read(&reader);
    *author = ahd_keep_judge(folio);
    for (uint32_t i = 0; i < folio->outline.lines.count; i++) {
        const ahd_line *line = &folio->outline.lines.items[i];
        if (line->keep && len + line->words.len + 2 < sizeof out)
            len += (size_t)snprintf(out + len, sizeof out - len, "%s%.*s",
                                    len ? "|" : "", AHD_STR_ARG(line->words));
    }
    return (ahd_str){out, len};
}

static void the_paragraphs_stay_and_the_site_goes(void)
{
    ahd_str author;

    CHECK_STR(
        kept("<html><head><title>Crossing agreed</title></head><body>" MENU
             "<article><h1>Crossing agreed</h1><p>" FIRST "</p><p>" SECOND
             "</p><p>" THIRD "</p></article>" ASIDE "</body>",
             &author),
        FIRST "|" SECOND "|" THIRD);
}

static void class_names_do_not_have_to_help(void)
{
    ahd_str author;

    CHECK_STR(
        kept("<html><head><title>Crossing agreed</title></head><body>" MENU
             "<div><div class=x1><h1>Crossing agreed</h1><div>"
             "<p>" FIRST "<p>" SECOND "<p>" THIRD "</div></div></div>" ASIDE
             "</body>",
             &author),
        FIRST "|" SECOND "|" THIRD);
}

static void the_first_look_is_sure_of_prose_and_of_menus(void)
{
    uint32_t english = 0;
    ahd_page_in in = {.bytes = AHD_STR("<body>" MENU "<article><p>" FIRST
                                       "<p>" SECOND "<p>" THIRD "</article>"),
                      .format = AHD_FORMAT_HTML};
    ahd_decoded decoded = {.text = in.bytes};
    ahd_reader reader = {&in, ahd_doc_new(arena), &decoded, arena, &english};
    ahd_folio *folio = ahd_folio_read(&reader);
    const uint8_t *sure = ahd_keep_first(folio);
    uint32_t count = folio->outline.lines.count;

    CHECK(count == 4);
    CHECK(sure[0] < 64);
    for (uint32_t i = 1; i < count; i++)
        CHECK(sure[i] > 192);
}

static void a_page_without_lines_is_no_trouble(void)
{
    ahd_str author;

    CHECK_STR(kept("<html><script>x</script>", &author), "");
    CHECK(author.len == 0);
}

int main(void)
{
    arena = ahd_arena_new((size_t)64 << 20);
    RUN(the_paragraphs_stay_and_the_site_goes);
    RUN(class_names_do_not_have_to_help);
    RUN(the_first_look_is_sure_of_prose_and_of_menus);
    RUN(a_page_without_lines_is_no_trouble);
    ahd_arena_free(arena);
    return test_failures != 0;
}
