#include "page/page.h"

#include "charset/charset.h"

#include "base/day.h"
#include "test.h"

#include <string.h>

static ahd_arena *arena, *scratch;

static const ahd_furniture phrases[] = {
    {{"byline_mark", 11}, {"written by", 10}, 0},
    {{"more_from", 9}, {"more from", 9}, 0},
    {{"related", 7}, {"read more", 9}, 0},
    {{"end", 3}, {"leave a comment", 15}, 0},
    {{"end", 3}, {"لن يتم نشر عنوان بريدك", 41}, 0},
    {{"error", 5}, {"page not found", 14}, 0},
    {{"byline", 6}, {"by", 2}, 0},
};

static ahd_doc *read(ahd_str page, ahd_format format)
{
    ahd_page_in in = {.bytes = page,
                      .format = format,
                      .path = {"test", 4},
                      .line = 3,
                      .furniture = phrases,
                      .furniture_count = sizeof phrases / sizeof *phrases};
    ahd_arena_clear(arena);
    ahd_doc *doc = ahd_doc_new(arena);

    ahd_mark mark = ahd_arena_mark(scratch);
    ahd_decoded decoded;
    ahd_charset_decode(&in, scratch, &decoded);
    size_t used = ahd_arena_used(scratch);
    ahd_page_read(&in, &decoded, doc, scratch);
    CHECK(ahd_arena_used(scratch) == used);
    ahd_arena_rewind(scratch, mark);
    CHECK(ahd_doc_check(doc) == NULL);
    return doc;
}

/* Every stretch of equal lengths is the same bytes, or a space for one of white
 * space; stretches do not overlap; only newlines are in none. */
static void check_map(const ahd_doc *doc)
{
    size_t at = 0;

    for (uint32_t i = 0; i < doc->map.count; i++) {
        const ahd_stretch *s = &doc->map.items[i];
        CHECK(s->text >= at && s->page + s->page_len <= doc->page.len);
        CHECK(s->len != s->page_len ||
              memcmp(doc->text.ptr + s->text, doc->page.ptr + s->page,
                     s->len) == 0 ||
              (s->len == 1 && doc->text.ptr[s->text] == ' '));
        for (; at < s->text; at++)
            CHECK(doc->text.ptr[at] == '\n');
        at = s->text + s->len;
    }
    for (; at < doc->text.len; at++)
        CHECK(doc->text.ptr[at] == '\n');
}

/* The bytes of the page that the words were read from. */
static ahd_str origin(const ahd_doc *doc, const char *words)
{
    size_t at = ahd_str_find(doc->text, ahd_str_from(words));
    size_t len = strlen(words);

    for (uint32_t i = 0; i < doc->map.count; i++) {
        const ahd_stretch *s = &doc->map.items[i];
        if (at < s->text || at + len > s->text + s->len)
            continue;
        size_t from = (at - s->text) * s->page_len / s->len;
        return (ahd_str){doc->page.ptr + s->page + from,
                         len * s->page_len / s->len};
    }
    return AHD_STR("");
}

#define AR_ONE                                                                                                                        \
    "قالت لجنة المراقبة ، في بيان لها صباح الأحد ، إن الطرفين مددا الهدنة ، " \
    "وإن المعابر ستفتح .. خلال يومين."
#define AR_TWO                                                                 \
    "وأضافت ، بعد لقاء مع الوسطاء ، أن تبادل الأسرى يبدأ مطلع الأسبوع المقبل."

static void scraped_text_loses_the_furniture_of_its_site(void)
{
    ahd_doc *doc =
        read(AHD_STR("تمديد الهدنة شهرا\n\n" AR_ONE "\r\n\n\n  " AR_TWO
                     "\n\nWritten By\nMore from Huda Salem\n"
                     "عشرة هواتف لا تعرفها\nRead More\n"
                     "Leave a comment\n\n"
                     "لن يتم نشر عنوان بريدك الإلكتروني."),
             AHD_FORMAT_TEXT);

    CHECK_STR(doc->text, "تمديد الهدنة شهرا\n" AR_ONE "\n" AR_TWO);
    CHECK_STR(ahd_doc_title(doc), "تمديد الهدنة شهرا");
    CHECK_STR(doc->byline, "Huda Salem");
    CHECK(doc->paragraphs.count == 3 && doc->lang == AHD_LANG_AR);
    CHECK(doc->published == AHD_NO_DAY && doc->dated == AHD_DATED_NOT);
    check_map(doc);
}

static void the_marks_of_a_machine_are_noted_with_their_counts(void)
{
    ahd_doc *doc = read(
        AHD_STR("عنوان\n" AR_ONE "\n" AR_TWO "\nوقال: “هذا يوم فرح “ثم مضى."),
        AHD_FORMAT_TEXT);

    CHECK(doc->conditions.count == 1);
    CHECK_STR(doc->conditions.items[0].is, "machine_translated");
    CHECK(ahd_str_starts(doc->conditions.items[0].because,
                         AHD_STR("5 of 5 Arabic commas")));
    doc = read(AHD_STR("عنوان\n" AR_ONE "\n" AR_TWO), AHD_FORMAT_TEXT);
    CHECK(doc->conditions.count == 0); /* a typist's habit */
    doc = read(AHD_STR("عنوان\nقال، وكتب، وأعلن، ثم أكد، أنهم وقعوا."),
               AHD_FORMAT_TEXT);
    CHECK(doc->conditions.count == 0);
}

static void one_sentence_is_a_text_without_a_title(void)
{
    ahd_doc *doc = read(AHD_STR("They signed.\n"), AHD_FORMAT_TEXT);

    CHECK_STR(doc->text, "\nThey signed.");
    CHECK(doc->title_len == 0 && doc->paragraphs.count == 1);
    CHECK(doc->lang == AHD_LANG_EN);
    CHECK(doc->id.len == 16 && ahd_str_starts(doc->sha256, doc->id));
    check_map(doc);
}

static void a_record_keeps_its_text_as_it_is(void)
{
    ahd_doc *doc = read(
        AHD_STR("{\"id\":\"r-1\",\"url\":\"http:\\/\\/a.b\\/c\",\"outlet\":"
                "\"Daily\",\"title\":\"A \\u0627 title\",\"date\":\"2015-07-21 "
                "02:51:32\",\"text\":\" One.\\n\\nRead More\\nTwo. \"}"),
        AHD_FORMAT_JSONL);

    CHECK_STR(doc->text, "A ا title\n One.\n\nRead More\nTwo. ");
    CHECK_STR(doc->id, "r-1");
    CHECK_STR(doc->url, "http://a.b/c");
    CHECK_STR(doc->outlet, "Daily");
    CHECK(doc->published == ahd_day_from_iso(AHD_STR("2015-07-21")));
    CHECK(doc->dated == AHD_DATED_METADATA && doc->paragraphs.count == 4);
    check_map(doc);
    CHECK_STR(origin(doc, "Two"), "Two");
    CHECK_STR(origin(doc, "ا"), "\\u0627");
}

static void a_line_that_is_no_record_is_refused_by_its_number(void)
{
    ahd_doc *doc = read(AHD_STR("[1, 2]"), AHD_FORMAT_JSONL);

    CHECK(doc->kind == AHD_KIND_ERROR && doc->text.len == 0);
    CHECK(ahd_str_starts(doc->refused, AHD_STR("line 3 is not a JSON object")));
    doc = read(AHD_STR("{\"title\":\"only\"}"), AHD_FORMAT_JSONL);
    CHECK(ahd_str_starts(doc->refused, AHD_STR("line 3 has no \"text\"")));
    doc = read(AHD_STR("{\"text\":\"cut of"), AHD_FORMAT_JSONL);
    CHECK(doc->kind == AHD_KIND_ERROR);
}

#define EN_ONE                                                                 \
    "Negotiators from both sides signed the accord on Monday after a week of " \
    "talks in the capital, the mediators said."
#define EN_TWO                                                                 \
    "It takes effect at midnight and opens two crossings to aid convoys, "     \
    "according to a copy of the text."

#define HTML_HEAD                                                              \
    "<!doctype html><html><head><title>Accord signed | Daily</title>"          \
    "<meta property=og:site_name content=Daily>"                               \
    "<meta property=og:title content='Accord signed'>"                         \
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","           \
    "\"datePublished\":\"2021-03-01T23:50:00+03:00\",\"author\":[{\"name\":"   \
    "\"By Huda Salem\"}]}</script></head><body class='has-sidebar'>"           \
    "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"

#define HTML_TAIL                                                              \
    "<div class='related-posts'><ul><li><a href=/1>Ports open again after "    \
    "talks in the north</a><li><a href=/2>What the two sides agreed on "       \
    "prisoners</a></ul></div>"                                                 \
    "<footer><p>All rights reserved, Daily, since the year nineteen "          \
    "hundred.</p></footer></body></html>"

static void html_gives_its_article(void)
{
    ahd_doc *doc = read(
        AHD_STR(HTML_HEAD "<main><h1>Accord  signed</h1><span>1 Mar</span>"
                          "<div><p>" EN_ONE "<p>Caf&eacute; owners\n <b>were"
                          "</b>&nbsp;glad: &ldquo;at last&rdquo;, they said in "
                          "the market.</p><h2>What comes next</h2><p>" EN_TWO
                          "</p><h2>Most read</h2></div></main>" HTML_TAIL),
        AHD_FORMAT_HTML);

    CHECK_STR(doc->text,
              "Accord signed\n" EN_ONE
              "\nCafé owners were glad: “at last”, they said in the market.\n"
              "What comes next\n" EN_TWO);
    CHECK_STR(doc->byline, "Huda Salem");
    CHECK_STR(doc->outlet, "Daily");
    CHECK(doc->published == ahd_day_from_iso(AHD_STR("2021-03-01")));
    CHECK_STR(doc->dated_because, "JSON-LD datePublished says "
                                  "2021-03-01T23:50:00+03:00");
    CHECK(doc->paragraphs.count == 5 && doc->kind == AHD_KIND_ARTICLE);
    check_map(doc);
    CHECK_STR(origin(doc, "é"), "&eacute;");
    CHECK_STR(origin(doc, "opens two crossings"), "opens two crossings");
}

static void windows_1256_html_leads_back_to_its_bytes(void)
{
    ahd_doc *doc = read(
        AHD_STR(
            "<html><meta charset=windows-1256><title>\xE5\xCF\xE4\xC9 "
            "\xCC\xCF\xED\xCF\xC9</title><body><p>"
            "\xDE\xC7\xE1 \xC7\xE1\xE3\xCA\xCD\xCF\xCB "
            "\xC5\xE4 \xC7\xE1\xE5\xCF\xE4\xC9 \xCA\xC8\xCF\xC3 "
            "\xDB\xCF\xC7 \xDD\xED \xC7\xE1\xE3\xCF\xED\xE4\xC9 "
            "\xE6\xC3\xE4 \xC7\xE1\xE3\xDA\xC7\xC8\xD1 \xD3\xCA\xDD\xCA\xCD "
            "\xE3\xE4 \xC7\xE1\xD5\xC8\xC7\xCD \xCD\xCA\xEC "
            "\xC7\xE1\xE3\xD3\xC7\xC1 \xDF\xE1 \xED\xE6\xE3.</p></body>"),
        AHD_FORMAT_HTML);

    CHECK(ahd_str_starts(doc->text, AHD_STR("هدنة جديدة\nقال المتحدث إن")));
    CHECK_STR(origin(doc, "الهدنة"), "\xC7\xE1\xE5\xCF\xE4\xC9");
    CHECK(doc->lang == AHD_LANG_AR);
}

static void what_is_no_article_is_refused_with_a_reason(void)
{
    char page[4000] = "<title>Daily</title><body>";

    for (int i = 0; i < 20; i++)
        strcat(page,
               "<p><a href=/x>The headline of another story here</a></p>");
    ahd_doc *doc = read(ahd_str_from(page), AHD_FORMAT_HTML);
    CHECK(doc->kind == AHD_KIND_LIST);
    CHECK_STR(doc->text, "Daily\n"); /* the title, and nothing more */
    CHECK(ahd_str_starts(doc->refused, AHD_STR("a list of links")));
    doc = read(AHD_STR("<title>Page not found</title><h1>Page not found</h1>"
                       "<p>" EN_ONE),
               AHD_FORMAT_HTML);
    CHECK(doc->kind == AHD_KIND_ERROR);
    CHECK_STR(doc->refused, "an error page: Page not found");
    doc = read(AHD_STR("<title>Hi</title><p>Hello."), AHD_FORMAT_HTML);
    CHECK(doc->kind == AHD_KIND_NOT_NEWS);
    doc = read(AHD_STR(" \n \n"), AHD_FORMAT_TEXT);
    CHECK_STR(doc->refused, "the page has no text");
}

int main(void)
{
    arena = ahd_arena_new(16 << 20);
    scratch = ahd_arena_new(64 << 20);
    RUN(scraped_text_loses_the_furniture_of_its_site);
    RUN(the_marks_of_a_machine_are_noted_with_their_counts);
    RUN(one_sentence_is_a_text_without_a_title);
    RUN(a_record_keeps_its_text_as_it_is);
    RUN(a_line_that_is_no_record_is_refused_by_its_number);
    RUN(html_gives_its_article);
    RUN(windows_1256_html_leads_back_to_its_bytes);
    RUN(what_is_no_article_is_refused_with_a_reason);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
