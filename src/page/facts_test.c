#include "page/page.h"

#include "base/day.h"
#include "charset/charset.h"
#include "kb/kb.h"
#include "test.h"

#include <stdlib.h>

#define BODY                                                                   \
    "<p>Negotiators from both sides signed the accord on Monday after a week " \
    "of talks in the capital, the mediators said, and went home.</p><p>It "    \
    "takes effect at midnight and opens two crossings to aid convoys.</p>"
#define H1 "<h1>The accord is signed</h1>"
#define LD(json) "<script type='application/ld+json'>" json "</script>"

static ahd_arena *arena, *scratch;
static ahd_credit_word *words;
static ahd_furniture *furniture;

static int by_form(const void *a, const void *b)
{
    const ahd_credit_word *x = a, *y = b;

    return ahd_str_cmp(x->form, y->form);
}

/* The tables as the engine lays them. */
static void lay_words(const ahd_kb *kb)
{
    words = calloc(kb->creditings.count + 1, sizeof *words);
    furniture = calloc(kb->furnishings.count + 1, sizeof *furniture);
    if (words == NULL || furniture == NULL)
        exit(1);
    for (uint32_t i = 0; i < kb->creditings.count; i++) {
        const ahd_crediting *row = ahd_kb_crediting_at(kb, i);
        words[i] = (ahd_credit_word){ahd_kb_str(kb, row->kind),
                                     ahd_kb_str(kb, row->form), 0};
        (void)ahd_str_number(ahd_kb_str(kb, row->value), &words[i].value);
    }
    qsort(words, kb->creditings.count, sizeof *words, by_form);
    for (uint32_t i = 0; i < kb->furnishings.count; i++) {
        const ahd_furnishing *row = ahd_kb_furnishing_at(kb, i);
        furniture[i].kind = ahd_kb_str(kb, row->kind);
        furniture[i].form = ahd_kb_str(kb, row->form);
    }
}

static ahd_doc *read_at(const char *page, const char *url)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_page_in in = {.bytes = ahd_str_from(page),
                      .format = AHD_FORMAT_HTML,
                      .path = {"test", 4},
                      .url = ahd_str_from(url),
                      .furniture = furniture,
                      .furniture_count = kb->furnishings.count,
                      .credit_words = words,
                      .credit_word_count = kb->creditings.count};
    ahd_decoded decoded;

    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_charset_decode(&in, scratch, &decoded);
    ahd_page_read(&in, &decoded, doc, scratch);
    CHECK(ahd_doc_check(doc) == NULL);
    return doc;
}

static ahd_doc *read(const char *page)
{
    return read_at(page, "");
}

static bool is_on(const ahd_doc *doc, const char *iso)
{
    return doc->published == ahd_day_from_iso(ahd_str_from(iso));
}

static ahd_reason reason(const ahd_doc *doc, const char *field)
{
    for (uint32_t i = 0; i < doc->reasons.count; i++)
        if (ahd_str_eq(doc->reasons.items[i].field, ahd_str_from(field)))
            return doc->reasons.items[i];
    return (ahd_reason){{"", 0}, {"", 0}, {"", 0}};
}

/* --------------------------------------------------------------- JSON-LD */

static void an_article_tells_more_than_its_page(void)
{
    ahd_doc *doc = read(LD(
        "{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2021-03-09\""
        "},{\"@type\":\"NewsArticle\",\"headline\":\"The accord is signed\","
        "\"datePublished\":\"2021-03-01\",\"dateModified\":\"2021-03-02\","
        "\"author\":[{\"@id\":\"#huda\"},{\"name\":\"By Omar Aziz\"}],"
        "\"articleSection\":\"World\",\"keywords\":[\"a b\",\"c\"],"
        "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Daily\"},"
        "\"comment\":[{\"@type\":\"Comment\",\"author\":{\"name\":\"Troll\"},"
        "\"datePublished\":\"2021-03-05\"}]},"
        "{\"@type\":\"Person\",\"@id\":\"#huda\",\"name\":\"Huda Salem\"}]}")
                            H1 BODY);

    CHECK(is_on(doc, "2021-03-01"));
    CHECK(doc->updated == ahd_day_from_iso(AHD_STR("2021-03-02")));
    CHECK_STR(doc->byline, "Huda Salem, Omar Aziz");
    CHECK_STR(doc->outlet, "Daily");
    CHECK_STR(doc->section, "World");
    CHECK(doc->tags.count == 2);
    CHECK_STR(doc->tags.items[0], "a b");
    CHECK_STR(reason(doc, "byline").from, "JSON-LD author");
    CHECK_STR(doc->dated_because, "JSON-LD datePublished says 2021-03-01");
}

static void broken_json_gives_what_stood_before_the_break(void)
{
    ahd_doc *doc = read(LD(
        "/*<![CDATA[*/ {\"@type\":\"Article\",\"datePublished\":"
        "\"2021-03-01\",\"author\":\"Huda Salem\",\"x\":\"a \"b\" c\"} //]]>")
                            H1 BODY);

    CHECK(is_on(doc, "2021-03-01"));
    CHECK_STR(doc->byline, "Huda Salem");
}

static void nesting_beyond_reason_is_survived(void)
{
    static char page[20000];
    size_t len = 0;

    for (const char *c = "<script type=application/ld+json>"; *c; c++)
        page[len++] = *c;
    for (; len < 9000; len++)
        page[len] = len % 2 ? '{' : '[';
    CHECK(read(page)->published == AHD_NO_DAY);
}

/* ----------------------------------------------------------------- dates */

static void a_date_by_the_title_is_the_pages(void)
{
    static const char *const pages[] = {
        H1 "<p class=date>Published 1 March 2021</p>" BODY,
        H1 "<div>By Huda Salem | 01.03.2021, 14:05</div>" BODY,
        H1 "<time datetime='2021-03-01T10:00:00+02:00'>Monday</time>" BODY,
        "<span class=d>1</span><span class=m>Mar</span><span>2021</span>" H1
            BODY,
        H1 "<meta itemprop=datePublished content=2021-03-01>" BODY,
        H1 BODY "<abbr class=published title='2021-03-01T21:05:00-07:00'>9:05"
                "</abbr>",
        "<meta name=vr:published_time content=2021-03-01>" H1 BODY,
        H1 "<p>تاريخ النشر: ١ آذار/مارس ٢٠٢١</p>" BODY,
        H1 "<p>الاثنين 17 رجب 1442 هـ الموافق 1 مارس 2021 م</p>" BODY,
    };

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        CHECK(is_on(read(pages[i]), "2021-03-01"));
}

static void dates_of_other_things_are_not(void)
{
    static const char *const pages[] = {
        H1 BODY "<footer>&copy; 1.1.2019 Daily</footer>",
        H1 BODY "<footer><p>Copyright 1 January 2019</footer>",
        H1 BODY "<ul><li><a href=/x>Another story of the same town here</a>"
                "<small>1 January 2019</small></ul>",
        H1 BODY "<script>var day = '2019-01-01';</script>",
    };

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        CHECK(read(pages[i])->published == AHD_NO_DAY);
}

static void published_is_preferred_to_updated(void)
{
    ahd_doc *doc = read(H1 "<p>Updated 4 March 2021</p>"
                           "<p>Published 1 March 2021</p>" BODY);

    CHECK(is_on(doc, "2021-03-01"));
    CHECK(doc->updated == ahd_day_from_iso(AHD_STR("2021-03-04")));
    doc = read(H1 "<p>آخر تحديث: 4 مارس 2021</p>" BODY);
    CHECK(is_on(doc, "2021-03-04"));
}

static void the_day_is_the_one_that_the_site_writes(void)
{
    ahd_doc *doc = read("<meta property=article:published_time "
                        "content='2021-03-02T01:10:00Z'>" H1
                        "<p class=date>Monday, 1 March 2021, 8:10 PM</p>" BODY);

    CHECK(is_on(doc, "2021-03-01"));
    doc = read("<meta property=article:published_time "
               "content='2021-03-02T01:10:00+05:00'>" H1 BODY);
    CHECK(is_on(doc, "2021-03-02"));
    doc = read_at("<meta property=article:published_time "
                  "content='2021-03-02T01:10:00Z'>" H1 BODY,
                  "https://a.example/2021/03/01/accord");
    CHECK(is_on(doc, "2021-03-01"));
}

static void other_parts_settle_an_ambiguous_date(void)
{
    CHECK(is_on(read_at(H1 "<p class=date>03/01/2021</p>" BODY,
                        "https://a.example/2021/03/01/accord"),
                "2021-03-01"));
    CHECK(is_on(read(H1 "<p class=date><time datetime=2021-03-01>03/01/2021"
                        "</time></p>" BODY),
                "2021-03-01"));
}

static void scripts_and_titles_are_the_last_resort(void)
{
    CHECK(is_on(read(H1 BODY "<script>x={\"publishedAt\":\"2021-03-01T1:0\"}"
                             "</script>"),
                "2021-03-01"));
    CHECK(is_on(read("<title>01.03.2021: The accord is signed</title>" BODY),
                "2021-03-01"));
}

/* --------------------------------------------------------------- authors */

static void bylines_are_found_where_they_stand(void)
{
    static const char *const pages[] = {
        H1 "<p>By <a href=/h>Huda Salem</a></p>" BODY,
        H1 "<p>By Huda Salem | 1 March 2021</p>" BODY,
        H1 "<p>March 1, 2021 by Huda Salem</p>" BODY,
        H1 "<p>01.03.2021 - Huda Salem</p>" BODY,
        H1 "<a rel=author href=/h>Huda Salem</a><a href=/s>Share</a>" BODY,
        H1 "<span itemprop=author><b itemprop=name>Huda Salem</b></span>" BODY,
        H1 "<a href=/author/huda>Huda Salem</a>" BODY,
        H1 "<span class=byline>Huda Salem</span>" BODY,
        H1 "<p>Von Huda Salem</p>" BODY,
        "<meta name=author content='Huda Salem, Daily'>"
        "<meta property=og:site_name content=Daily>" H1 BODY,
        "<meta name=author content='huda@a.example (Huda Salem)'>" H1 BODY,
    };

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        CHECK_STR(read(pages[i])->byline, "Huda Salem");
}

static void arabic_bylines_too(void)
{
    static const char *const pages[] = {
        H1 "<p>بقلم: هدى سالم</p>" BODY,
        H1 "<p>كتب هدى سالم</p>" BODY,
        H1 "<p>إعداد: هدى سالم</p>" BODY,
        H1 "<p>أرسلت بواسطة هدى سالم في الاثنين 1 مارس 2021</p>" BODY,
        H1 "<p>هدى سالم</p><p>الاثنين، 1 مارس 2021</p>" BODY,
    };

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        CHECK_STR(read(pages[i])->byline, "هدى سالم");
}

static void what_is_no_author_is_passed_over(void)
{
    static const char *const pages[] = {
        "<meta name=author content=admin>" H1 BODY,
        "<meta name=author content='https://a.example/huda'>" H1 BODY,
        "<meta name=author content=Daily>"
        "<meta property=og:site_name content=Daily>" H1 BODY,
        "<title>The accord is signed - The Paper</title>"
        "<meta name=author content='The Paper'>" H1 BODY,
        "<meta name=author content='photo.jpg'>" H1 BODY,
        H1 "<span class=author>Share</span>" BODY,
        H1 "<p>Dec 17, 2023 1:35 PM EST</p>" BODY,
        H1 "<p>جانب من الاجتماع</p><p>1 مارس 2021</p>" BODY,
    };

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        CHECK_STR(read(pages[i])->byline, "");
}

/* --------------------------------------------------- title, address, rest */

static void a_title_has_no_site_and_no_kicker(void)
{
    static const char *const pages[] = {
        "<title>The accord is signed | Daily</title>" BODY,
        "<title>Daily - The accord is signed</title>"
        "<meta property=og:site_name content=Daily>" BODY,
        "<meta property=og:title content='The accord is signed'>"
        "<h1><span>Talks</span> <b>The accord is signed</b></h1>" BODY,
        "<title>Daily: The accord is signed</title><h1>Daily</h1>"
        "<h3>The accord is signed</h3>" BODY,
        "<title>Daily » The accord is signed</title>"
        "<nav><h1>Daily</h1></nav><h2>The accord is signed</h2>" BODY,
        "<title>x</title><h1></h1>" H1 BODY,
    };

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        CHECK_STR(reason(read(pages[i]), "title").value,
                  "The accord is signed");
}

static void addresses_are_made_absolute(void)
{
    static const char page[] = "<link rel=canonical href='%s'>" H1 BODY;
    static const char *const rows[][3] = {
        {"/b?c", "https://a.example/x/y", "https://a.example/b?c"},
        {"b", "https://a.example/x/y", "https://a.example/x/b"},
        {"b", "https://a.example", "https://a.example/b"},
        {"//b.example/c", "http://a.example/x", "http://b.example/c"},
        {"https://b.example/", "", "https://b.example/"},
        {"/b", "", ""},
        {"", "https://a.example/x", "https://a.example/x"},
    };
    char text[2000];

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        snprintf(text, sizeof text, page, rows[i][0]);
        ahd_doc *doc = read_at(text, rows[i][1]);
        CHECK(ahd_str_eq(doc->url, ahd_str_from(rows[i][2])));
    }
}

int main(void)
{
    arena = ahd_arena_new(16 << 20);
    scratch = ahd_arena_new(64 << 20);
    lay_words(ahd_kb_embedded());
    RUN(an_article_tells_more_than_its_page);
    RUN(broken_json_gives_what_stood_before_the_break);
    RUN(nesting_beyond_reason_is_survived);
    RUN(a_date_by_the_title_is_the_pages);
    RUN(dates_of_other_things_are_not);
    RUN(published_is_preferred_to_updated);
    RUN(the_day_is_the_one_that_the_site_writes);
    RUN(other_parts_settle_an_ambiguous_date);
    RUN(scripts_and_titles_are_the_last_resort);
    RUN(bylines_are_found_where_they_stand);
    RUN(arabic_bylines_too);
    RUN(what_is_no_author_is_passed_over);
    RUN(a_title_has_no_site_and_no_kicker);
    RUN(addresses_are_made_absolute);
    free(words);
    free(furniture);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
