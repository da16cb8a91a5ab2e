#include "target.h"
#include "test.h"

static void check(const char *text, const char *base, const char *url,
                  const char *host)
{
    ahd_target t;

    CHECK(ahd_target_init(&t, ahd_str_from(text), base) == NULL);
    if (t.url == NULL || strcmp(t.url, url) != 0 || strcmp(t.host, host) != 0)
        printf("%s: got %s of %s\n", text, t.url ? t.url : "nothing",
               t.host ? t.host : "nobody");
    CHECK(t.url && strcmp(t.url, url) == 0 && strcmp(t.host, host) == 0);
    ahd_target_finish(&t);
}

static void addresses_have_one_spelling(void)
{
    check("HTTP://News.Example:80/a b?x=1#top", NULL,
          "http://news.example/a%20b?x=1", "news.example");
    check("https://news.example", NULL, "https://news.example/",
          "news.example");
    check("https://news.example..:443/", NULL, "https://news.example/",
          "news.example");
    check("https://news.example:8443/a", NULL, "https://news.example:8443/a",
          "news.example:8443");
    check("http://x.example/خبر", NULL, "http://x.example/%d8%ae%d8%a8%d8%b1",
          "x.example");
    check("http://2130706433/", NULL, "http://127.0.0.1/", "127.0.0.1");
    check("http://0x7f.1/", NULL, "http://127.0.0.1/", "127.0.0.1");
    check("http://[::1]:8080/", NULL, "http://[::1]:8080/", "[::1]:8080");
}

static void redirects_start_where_they_are(void)
{
    check("../b?y", "http://x.example/a/c/", "http://x.example/a/b?y",
          "x.example");
    check("//y.example/b", "https://x.example/a", "https://y.example/b",
          "y.example");
    check("/b", "http://x.example:8080/a?q", "http://x.example:8080/b",
          "x.example:8080");
}

static bool refused(const char *text)
{
    ahd_target t;
    bool no = ahd_target_init(&t, ahd_str_from(text), NULL) != NULL;

    ahd_target_finish(&t);
    return no;
}

static void only_the_web_is_asked(void)
{
    static char endless[AHD_TARGET_LONGEST + 32] = "http://x.example/";

    CHECK(refused("ftp://x.example/"));
    CHECK(refused("file:///etc/passwd"));
    CHECK(refused("gopher://x.example/"));
    CHECK(refused("javascript:alert(1)"));
    CHECK(refused("http://me@x.example/"));
    CHECK(refused("http://me:secret@x.example/"));
    CHECK(refused("http://x%2536.example/"));
    CHECK(refused("http://%302/"));
    CHECK(refused("http://"));
    CHECK(refused("http://x.example/\r\nHost: y"));
    CHECK(refused("x.example/feed"));
    CHECK(refused(""));
    memset(endless + strlen(endless), 'a', AHD_TARGET_LONGEST);
    CHECK(refused(endless));
}

int main(void)
{
    RUN(addresses_have_one_spelling);
    RUN(redirects_start_where_they_are);
    RUN(only_the_web_is_asked);
    return test_failures != 0;
}
