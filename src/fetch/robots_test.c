#include "robots.h"
#include "test.h"

#include <stdlib.h>
#include <time.h>

static bool allows(const char *text, const char *path)
{
    ahd_robots *robots = ahd_robots_new(ahd_str_from(text));

    CHECK(robots != NULL);
    bool yes = robots && ahd_robots_allows(robots, ahd_str_from(path));
    ahd_robots_free(robots);
    return yes;
}

static double delay(const char *text)
{
    ahd_robots *robots = ahd_robots_new(ahd_str_from(text));
    double seconds = ahd_robots_delay(robots);

    ahd_robots_free(robots);
    return seconds;
}

static void the_longest_rule_decides(void)
{
    const char *text = "User-agent: *\nDisallow: /p\nAllow: /p/news\n"
                       "Disallow: /p/news/old\n";

    CHECK(allows(text, "/"));
    CHECK(!allows(text, "/p"));
    CHECK(!allows(text, "/private"));
    CHECK(allows(text, "/p/news/1"));
    CHECK(!allows(text, "/p/news/old/1"));
    CHECK(allows(text, "/P"));
    CHECK(allows("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"));
    CHECK(allows("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a"));
    CHECK(allows("User-agent: *\nDisallow:\n", "/a"));
    CHECK(!allows("User-agent: *\nDisallow: /\n", "/a"));
    CHECK(allows("User-agent: *\nDisallow: /\n", "/robots.txt"));
    CHECK(allows("", "/a"));
}

static void our_group_before_that_for_all(void)
{
    const char *text = "User-agent: *\nDisallow: /\n\n"
                       "User-agent: other\nUser-agent: AHD/2.0 bot\n"
                       "Disallow: /x\n\nUser-agent: ahdbot\nDisallow: /y\n"
                       "User-agent: ahd\nDisallow: /z\n";

    CHECK(allows(text, "/a"));
    CHECK(!allows(text, "/x"));
    CHECK(allows(text, "/y"));
    CHECK(!allows(text, "/z")); /* groups of one name are one */
    CHECK(!allows("User-agent: ahd\nDisallow: /\nUser-agent: *\nAllow: /\n",
                  "/a"));
    CHECK(allows("User-agent: other\nDisallow: /\n", "/a"));
    CHECK(!allows("User-agent: other\nUser-agent: *\nDisallow: /\n", "/a"));
}

static void stars_and_ends(void)
{
    const char *text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /a*b*c\n"
                       "Disallow: /*?print=\nDisallow: /exact$\n"
                       "Disallow: *end*$\n";

    CHECK(!allows(text, "/x/y.pdf"));
    CHECK(allows(text, "/x/y.pdf?x"));
    CHECK(!allows(text, "/a1b2c3"));
    CHECK(!allows(text, "/abc"));
    CHECK(allows(text, "/acb"));
    CHECK(!allows(text, "/n?print=1"));
    CHECK(!allows(text, "/exact"));
    CHECK(allows(text, "/exactly"));
    CHECK(!allows(text, "/the-end-of"));
    CHECK(!allows("User-agent: *\nDisallow: /*x*x$\n", "/xx"));
    CHECK(allows("User-agent: *\nDisallow: /*xx*xx$\n", "/xxx"));
}

static void one_spelling_of_escapes(void)
{
    CHECK(!allows("User-agent: *\nDisallow: /~joe/\n", "/%7Ejoe/a"));
    CHECK(!allows("User-agent: *\nDisallow: /%7ejoe/\n", "/~joe/a"));
    CHECK(!allows("User-agent: *\nDisallow: /خبر\n", "/%d8%ae%D8%A8%D8%B1/1"));
    CHECK(allows("User-agent: *\nDisallow: /a%2Fb\n", "/a/b"));
    CHECK(!allows("User-agent: *\nDisallow: /a%2fb\n", "/a%2Fb"));
}

static void odd_files_are_read(void)
{
    CHECK(
        !allows("\xEF\xBB\xBFUSER-AGENT : *\r\nDISALLOW :/a # why\r\n", "/a"));
    CHECK(!allows("user-agent:*\rdisallow:/a\r", "/a"));
    CHECK(!allows("User-agent: *\nSitemap: x\n\nDisallow: /a\n", "/a"));
    CHECK(allows("Disallow: /a\n", "/a")); /* of no group */
    CHECK(allows("<html>Disallow: /a</html>", "/a"));
}

static void delays(void)
{
    CHECK(delay("User-agent: *\nCrawl-delay: 2.5\n") == 2.5);
    CHECK(delay("User-agent: *\nCrawl-delay: 99999999999999\n") ==
          AHD_ROBOTS_SLOWEST);
    CHECK(delay("User-agent: *\nCrawl-delay: -1\n") == 0);
    CHECK(delay("User-agent: *\nCrawl-delay: 5\nUser-agent: ahd\nAllow: /\n") ==
          0);
}

/* Half a megabyte of rules that nearly fit: the product would be minutes. */
static void hostile_rules_take_no_time(void)
{
    static char text[AHD_ROBOTS_BYTES + 4096];
    static char path[AHD_ROBOTS_PATH];
    size_t len = (size_t)snprintf(text, sizeof text, "User-agent: *\n");

    memset(path, 'a', sizeof path);
    path[0] = '/';
    while (len < AHD_ROBOTS_BYTES - 1100) {
        len += (size_t)snprintf(text + len, sizeof text - len, "Disallow: *");
        memset(text + len, 'a', 1000);
        len += 1000;
        text[len++] = 'b';
        text[len++] = '\n';
    }
    ahd_robots *robots = ahd_robots_new((ahd_str){text, len});
    clock_t began = clock();
    CHECK(ahd_robots_allows(robots, (ahd_str){path, sizeof path}));
    CHECK((double)(clock() - began) / CLOCKS_PER_SEC < 0.5);
    ahd_robots_free(robots);
}

int main(void)
{
    RUN(the_longest_rule_decides);
    RUN(our_group_before_that_for_all);
    RUN(stars_and_ends);
    RUN(one_spelling_of_escapes);
    RUN(odd_files_are_read);
    RUN(delays);
    RUN(hostile_rules_take_no_time);
    return test_failures != 0;
}
