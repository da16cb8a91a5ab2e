#include "nonarticle.h"

#include "charset/charset.h"
#include "page.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static ahd_arena *arena, *scratch;

static const ahd_furniture phrases[] = {
    {{"error", 5}, {"page not found", 14}, 0},
    {{"login", 5}, {"sign in", 7}, 0},
    {{"paywall", 7}, {"subscribers only", 16}, 0},
    {{"consent", 7}, {"use cookies", 11}, 0},
};

static char written[16 << 10];

/* `head`, `row` so many times, `tail`. */
static const char *page(const char *head, const char *row, int rows,
                        const char *tail)
{
    size_t len = (size_t)snprintf(written, sizeof written, "%s", head);

    for (int i = 0; i < rows; i++)
        len += (size_t)snprintf(written + len, sizeof written - len, "%s", row);
    snprintf(written + len, sizeof written - len, "%s", tail);
    return written;
}

/* Every paragraph gets a number: of a page's copies of a text one is kept. */
static ahd_str numbered(const char *html)
{
    static char out[32 << 10];
    size_t len = 0;

    for (int n = 1; *html != '\0' && len + 24 < sizeof out; html++) {
        out[len++] = *html;
        if (*html == '>' && html[-1] == 'p' && html[-2] == '<')
            len += (size_t)snprintf(out + len, sizeof out - len, "In %d. ",
                                    1900 + n++);
    }
    return (ahd_str){out, len};
}

static bool is(const char *html, ahd_kind kind, const char *why)
{
    ahd_page_in in = {.bytes = numbered(html),
                      .format = AHD_FORMAT_HTML,
                      .furniture = phrases,
                      .furniture_count = sizeof phrases / sizeof *phrases};
    ahd_decoded decoded;

    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_charset_decode(&in, scratch, &decoded);
    ahd_page_read(&in, &decoded, doc, scratch);
    bool same = doc->kind == kind &&
                ahd_str_starts(doc->refused, ahd_str_from(why)) &&
                (kind == AHD_KIND_ARTICLE) == (doc->refused.len == 0);
    if (!same)
        printf("kind %d, %.*s\n", (int)doc->kind, AHD_STR_ARG(doc->refused));
    return same;
}

#define P                                                                      \
    "<p>Negotiators from both sides signed the accord on Monday after a week " \
    "of talks in the capital, the mediators said.</p>"
#define P2                                                                     \
    "<p>It takes effect at midnight and opens two crossings to aid convoys, "  \
    "according to a copy of the text seen by reporters.</p>"
#define TEXT P P2 P P2 P P2 P P2
#define HEADLINE                                                               \
    "<h3><a href=/1>Both sides agree to open the crossings</a></h3>"
#define TEASER "<div class=post>" HEADLINE P "</div>"
#define DATED                                                                  \
    "<meta property=article:published_time content=2021-03-01T10:00:00Z>"

static void an_error_is_told_by_title_heading_class_or_number(void)
{
    const ahd_kind error = AHD_KIND_ERROR;

    CHECK(is("<title>Page not found</title>" P, error,
             "an error page: Page not found"));
    CHECK(is("<title>Daily</title><h1>Oops, page not found!</h1>" P, error,
             "an error page: Oops, page not found!"));
    CHECK(
        is("<title>Daily</title><h1>404</h1>" P, error, "an error page: 404"));
    CHECK(is("<title>Daily</title><body class=error404>" P, error,
             "an error page: Daily"));
    CHECK(is("<title>404 tonnes of aid arrive</title><h1>404 tonnes of aid "
             "arrive</h1>" P,
             AHD_KIND_ARTICLE, ""));
    CHECK(is("<title>Page not found: a novel</title>" TEXT, AHD_KIND_ARTICLE,
             ""));
}

static void walls_are_told_by_what_they_ask(void)
{
    const ahd_kind none = AHD_KIND_NOT_NEWS;

    CHECK(is("<title>Sign in</title><form><input type=password></form>" P, none,
             "the page asks for a password"));
    CHECK(is("<title>Accord</title><form><input type=password></form>" P,
             AHD_KIND_ARTICLE, ""));
    CHECK(is("<title>Daily</title><p>We use cookies and data to run our "
             "services, to measure how they are used and to make them "
             "better.</p>",
             none, "the page asks to accept cookies"));
    CHECK(is("<title>Accord</title>" TEXT "<p>We use cookies to run our "
             "services.</p>",
             AHD_KIND_ARTICLE, ""));
    CHECK(is("<title>Accord</title>" DATED P "<h3>For subscribers only</h3>",
             none, "the text is for subscribers"));
    CHECK(is("<title>Accord</title>" DATED TEXT "<h3>For subscribers "
             "only</h3>",
             AHD_KIND_ARTICLE, ""));
}

static void readers_among_themselves_are_no_article(void)
{
    CHECK(is("<link rel=canonical href=https://forum.a.example/t/accord/7>"
             "<title>Accord</title>" TEXT,
             AHD_KIND_NOT_NEWS, "a discussion among readers"));
    CHECK(is("<link rel=canonical href=https://a.example/topic/accord>"
             "<title>Accord</title>" TEXT,
             AHD_KIND_ARTICLE, ""));
    CHECK(is("<title>On: Accord</title><div id=comments>" P P2 "</div>",
             AHD_KIND_NOT_NEWS, "comments of readers"));
}

static void lists_are_told_by_their_rows(void)
{
    CHECK(is(page("<title>World</title>", TEASER, 6, ""), AHD_KIND_LIST,
             "a list of links to other pages, each"));
    CHECK(is(page("<title>World</title>", HEADLINE, 12, ""), AHD_KIND_LIST,
             "a list of links to other pages, with"));
    CHECK(is(page("<title>Accord</title>" TEXT, HEADLINE, 12, ""),
             AHD_KIND_ARTICLE, ""));
}

static void lists_are_told_by_what_they_say(void)
{
    CHECK(is("<title>World</title><body class='archive category'>" TEASER P2,
             AHD_KIND_LIST, "a list: its mark-up or address"));
    CHECK(
        is("<title>World</title><body class='archive category'><script "
           "type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>" TEXT,
           AHD_KIND_ARTICLE, ""));
    CHECK(is(page("<link rel=canonical href=https://a.example/>" DATED
                  "<title>Daily</title>",
                  HEADLINE P P2 P P2, 7, ""),
             AHD_KIND_LIST, "the first page of a site"));
    CHECK(is(page("<link rel=canonical href=https://a.example/7>" DATED
                  "<title>Daily</title>",
                  HEADLINE P P2 P P2, 7, ""),
             AHD_KIND_ARTICLE, ""));
    CHECK(is("<meta property=og:type content=product.group><title>Chairs"
             "</title>" TEXT,
             AHD_KIND_LIST, "a list of goods"));
    CHECK(is(
        page("<title>Chairs</title>" TEXT, HEADLINE "<div>$40</div>", 20, TEXT),
        AHD_KIND_LIST, "a list of goods"));
    CHECK(is(
        page("<title>Chairs</title>" TEXT, HEADLINE "<div>$40</div>", 8, TEXT),
        AHD_KIND_ARTICLE, ""));
}

static void what_has_hardly_any_text_is_told_by_what_it_has(void)
{
    const ahd_kind none = AHD_KIND_NOT_NEWS;

    CHECK(is("<title>Talks</title><video></video>" P, none, "a video"));
    CHECK(is("<title>Talks</title><video></video>" TEXT, AHD_KIND_ARTICLE, ""));
    CHECK(is(page("<title>Talks</title>",
                  "<figure><img><figcaption>The hall of the talks</figcaption>"
                  "</figure>",
                  4, ""),
             none, "pictures with captions"));
    CHECK(is(page("<title>Rates</title><h1>Rates</h1><p>",
                  "Dollar 15.61 15.71, ", 5, "that is all.</p>"),
             none, "numbers: scores"));
    CHECK(is("<title>Hi</title><p>Hello.", none, "too little text"));
    CHECK(is("<title>Flash</title>" P, AHD_KIND_ARTICLE, ""));
}

int main(void)
{
    arena = ahd_arena_new(16 << 20);
    scratch = ahd_arena_new(64 << 20);
    RUN(an_error_is_told_by_title_heading_class_or_number);
    RUN(walls_are_told_by_what_they_ask);
    RUN(readers_among_themselves_are_no_article);
    RUN(lists_are_told_by_their_rows);
    RUN(lists_are_told_by_what_they_say);
    RUN(what_has_hardly_any_text_is_told_by_what_it_has);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
