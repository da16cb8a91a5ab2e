#include "from_bytes.h"
#include "test.h"

#define RSS(items)                                                             \
    AHD_STR("<?xml version=\"1.0\"?><rss version=\"2.0\" "                     \
            "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "      \
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"          \
            "<title>The Outlet</title>" items "</channel></rss>")
#define PAGE(head, body)                                                       \
    "<!doctype html><html><head><meta charset=\"utf-8\">" head                 \
    "</head><body><article>" body "</article></body></html>\n"
#define SITE "<meta property=\"og:site_name\" content=\"The Outlet\">"

/* Fifty letters, ten times: as long as a description must be. */
#define FIFTY "ThetwosidesmetinDohaandspokeoftheprisonersthatareh "
#define LONG FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY "."

static void an_entry_of_rss_is_a_page(void)
{
    CHECK_STR(
        from_bytes(
            "a.xml",
            RSS("<language>en</language><image><title>Logo</title></image>"
                "<item><title>Truce &amp;amp; &lt;b&gt;talks&lt;/b&gt;</title>"
                "<link> http://x.example/1?a=1&amp;b=2 </link>"
                "<dc:creator>Jane Doe</dc:creator>"
                "<pubDate>Fri, 23 Oct 2020 10:00:00 GMT</pubDate>"
                "<description>short</description>"
                "<content:encoded><![CDATA[<p>They met &amp; "
                "left.</p>]]></content:encoded></item>")),
        "http://x.example/1?a=1&b=2|utf-8|<!doctype html><html lang=\"en\">"
        "<head><meta charset=\"utf-8\"><title>Truce &amp; talks</title>"
        "<link rel=\"canonical\" href=\"http://x.example/1?a=1&amp;b=2\">" SITE
        "<meta property=\"article:published_time\" content=\"Fri, 23 Oct 2020 "
        "10:00:00 GMT\"><meta name=\"author\" content=\"Jane Doe\"></head>"
        "<body><article><h1>Truce &amp; talks</h1><p>They met &amp; left.</p>"
        "</article></body></html>\n");
}

static void a_long_description_is_enough_and_a_teaser_is_not(void)
{
    CHECK_STR(
        from_bytes("a", RSS("<item><description>They "
                            "met.</description></item>"
                            "<item><description>" LONG "</description></item>"
                            "<item><title>no text</title></item>")),
        "passed: only a teaser in the feed\n"
        "|utf-8|" PAGE(SITE, LONG) "passed: only a teaser in the feed\n");
    /* marks and addresses are no letters */
    CHECK(ahd_str_starts(
        from_bytes("a", RSS("<item><description>&lt;img src=\"" LONG
                            "\"&gt;They met.</description></item>")),
        AHD_STR("passed: only a teaser")));
}

static void an_author_of_rss_is_no_address(void)
{
    ahd_str got =
        from_bytes("a", RSS("<item><author>a@x.example (Jane Doe)</author>"
                            "<content:encoded>x</content:encoded></item>"
                            "<item><author>a@x.example</author>"
                            "<content:encoded>x</content:encoded></item>"));

    CHECK(ahd_str_find(got, AHD_STR("content=\"Jane Doe\"")) < got.len);
    CHECK(ahd_str_find(got, AHD_STR("@")) == got.len);
}

static void atom_has_content_of_three_kinds(void)
{
    CHECK_STR(
        from_bytes(
            "a.atom",
            AHD_STR("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\" "
                    "xml:lang=\"ar\"><a:title>The Outlet</a:title>"
                    "<a:entry><a:link rel=\"self\" href=\"http://no\"/>"
                    "<a:link href=\"http://x.example/1\"/>"
                    "<a:author><a:name>Jane Doe</a:name><a:email>a@b</a:email>"
                    "</a:author><a:author><a:name>John Roe</a:name></a:author>"
                    "<a:updated>2020-10-23T10:00:00Z</a:updated>"
                    "<a:content type=\"xhtml\"><div "
                    "xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a\">one "
                    "&lt; two<br/></p></div></a:content></a:entry>"
                    "<a:entry><a:title type=\"text\">a &lt;b></a:title>"
                    "<a:content>one\n\ntwo &amp;\nthree</a:content></a:entry>"
                    "<a:entry><a:content type=\"html\">&lt;p&gt;x"
                    "</a:content></a:entry>"
                    "<a:entry><a:content type=\"image/png\">eHh4"
                    "</a:content></a:entry></a:feed>")),
        "http://x.example/1|utf-8|<!doctype html><html lang=\"ar\"><head>"
        "<meta charset=\"utf-8\"><link rel=\"canonical\" "
        "href=\"http://x.example/1\">" SITE
        "<meta property=\"article:published_time\" "
        "content=\"2020-10-23T10:00:00Z\"><meta name=\"author\" "
        "content=\"Jane Doe, John Roe\"></head><body><article><div><p "
        "class=\"a\">one &#60; two<br></p></div></article></body></html>\n"
        "|utf-8|<!doctype html><html lang=\"ar\"><head><meta "
        "charset=\"utf-8\"><title>a &lt;b&gt;</title>" SITE
        "</head><body><article><h1>a &lt;b&gt;</h1><p>one</p><p>two "
        "&amp;<br>three</p></article></body></html>\n"
        "|utf-8|<!doctype html><html lang=\"ar\"><head><meta "
        "charset=\"utf-8\">" SITE
        "</head><body><article><p>x</article></body></html>\n"
        "passed: only a teaser in the feed\n");
}

static void rss_of_rdf_has_its_items_beside_the_channel(void)
{
    CHECK_STR(
        from_bytes("a.rdf",
                   AHD_STR("<rdf:RDF "
                           "xmlns:rdf=\"http://www.w3.org/1999/02/"
                           "22-rdf-syntax-ns#\" "
                           "xmlns=\"http://purl.org/rss/1.0/\" "
                           "xmlns:c=\"http://purl.org/rss/1.0/modules/"
                           "content/\"><channel><title>The Outlet</title>"
                           "</channel><item><c:encoded>x</c:encoded></item>"
                           "</rdf:RDF>")),
        "|utf-8|" PAGE(SITE, "x"));
}

static void a_json_feed_is_read_entry_by_entry(void)
{
    CHECK_STR(
        from_bytes(
            "a.json",
            AHD_STR("{ \"version\" : \"https://jsonfeed.org/version/1.1\",\n"
                    "\"title\": \"The \\u004futlet\", \"x\": [1, {\"items\": "
                    "\"]\"}], \"items\": [\n"
                    "{\"url\": \"http://x.example/1\", \"content_html\": "
                    "\"<p>\\\"a\\\"\\u0000\", \"authors\": [{\"name\": \"J\"},"
                    " {\"name\": \"K\"}], \"tags\": [\"}\"]},\n"
                    "{\"content_text\": \"a <b\", \"date_published\": "
                    "\"2020-10-23\"}, 5,\n"
                    "{\"summary\": \"short\", \"content_html\": null}]}")),
        "http://x.example/1|utf-8|" PAGE(
            "<link rel=\"canonical\" href=\"http://x.example/1\">" SITE
            "<meta name=\"author\" content=\"J, K\">",
            "<p>\"a\"") "|utf-8|" PAGE(SITE "<meta "
                                            "property=\"article:published_"
                                            "time\" content=\"2020-10-23\">",
                                       "<p>a &lt;b</p>") "! a.json:4: has an "
                                                         "entry that is no "
                                                         "object; the others "
                                                         "are read\n"
                                                         "passed: only a "
                                                         "teaser in the "
                                                         "feed\n");
}

static void a_feed_in_an_old_charset_is_read(void)
{
    CHECK_STR(from_bytes("a", AHD_STR("\n<?xml version=\"1.0\" "
                                      "encoding=\"windows-1256\"?><rss>"
                                      "<channel><item><description/>"
                                      "<content>\xE3\xD5\xD1</content></item>"
                                      "</channel></rss>")),
              "|utf-8|" PAGE("", "<p>مصر</p>"));
    CHECK_STR(from_bytes("a", AHD_STR("\xFF\xFE<\0r\0s\0s\0>\0<\0i\0t\0e\0m\0"
                                      ">\0<\0c\0o\0n\0t\0e\0n\0t\0>\0E\6"
                                      "<\0/\0c\0o\0n\0t\0e\0n\0t\0>\0<\0/\0"
                                      "i\0t\0e\0m\0>\0<\0/\0r\0s\0s\0>\0")),
              "|utf-8|" PAGE("", "<p>م</p>"));
}

static void mistakes_that_feeds_make_cost_nothing(void)
{
    CHECK_STR(from_bytes("a", RSS("<item><title>R&D&nbsp;</title>"
                                  "<foo:bar>no such prefix</foo:bar>"
                                  "<description>one<br>two</description>"
                                  "<content:encoded>&lt;p&gt;a &amp; "
                                  "b</content:encoded></item>")),
              "|utf-8|" PAGE("<title>R&amp;D\u00a0</title>" SITE,
                             "<h1>R&amp;D\u00a0</h1><p>a & b"));
}

static void what_is_damaged_is_told_and_what_came_before_is_read(void)
{
    CHECK_STR(from_bytes("a", AHD_STR("<rss><item><content>x</content></item>\n"
                                      "<item><content>y")),
              "|utf-8|" PAGE("", "<p>x</p>") "! a:2: is cut off; get it again; "
                                             "what came before is read\n");
    CHECK_STR(from_bytes("a", AHD_STR("<rss></rss>")),
              "! a:1: is a feed without entries; leave it out\n");
    CHECK_STR(from_bytes("a.json",
                         AHD_STR("{\"version\": \"https://jsonfeed.org/"
                                 "version/1\", \"items\": [{\"content_text\": "
                                 "\"x\"},\n{\"content_text\"")),
              "|utf-8|" PAGE("", "<p>x</p>") "! a.json:2: is cut off; get it "
                                             "again; what came before is "
                                             "read\n");
    CHECK_STR(from_bytes("a.json", AHD_STR("{\"version\": \"https://jsonfeed."
                                           "org/version/1\", \"items\": []]")),
              "! a.json:1: is no JSON; get it again\n");
}

static void a_bomb_is_refused(void)
{
    ahd_str got = from_bytes(
        "a", AHD_STR("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"lol\">"
                     "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                     "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                     "<rss><item><content>&c;</content></item></rss>"));

    CHECK_STR(got, "! a:1: declares entities of its own, as no feed needs; "
                   "leave it out\n");
}

static void what_only_looks_like_a_feed_is_a_page(void)
{
    CHECK(ahd_str_starts(from_bytes("a", AHD_STR("<?xml version='1.0'?><html>"
                                                 "<rss></rss></html>")),
                         AHD_STR("||<?xml")));
    CHECK(ahd_str_starts(from_bytes("a", AHD_STR("<rssx><item/></rssx>")),
                         AHD_STR("||<rssx>")));
    CHECK(ahd_str_starts(from_bytes("a", AHD_STR("{\"version\": \"1\"}")),
                         AHD_STR("||{\"version\"")));
}

/* An entry of more than the limit is told, and the next one is read. */
static void an_entry_above_the_limit_is_told(void)
{
    size_t size = (size_t)34 << 20, at = 0;
    char *json = malloc(size + 1000);

    if (json == NULL)
        return;
    at = (size_t)sprintf(json, "{\"version\": \"https://jsonfeed.org/version/"
                               "1\", \"items\": [{\"content_text\": \"");
    memset(json + at, 'x', size);
    at += size;
    at += (size_t)sprintf(json + at, "\"}, {\"content_text\": \"y\"}]}");
    CHECK_STR(from_bytes("a.json", (ahd_str){json, at}),
              "! a.json:1: has an entry above the limit of 32 MiB; the others "
              "are read\n|utf-8|" PAGE("", "<p>y</p>"));
    free(json);
}

int main(void)
{
    RUN(an_entry_of_rss_is_a_page);
    RUN(a_long_description_is_enough_and_a_teaser_is_not);
    RUN(an_author_of_rss_is_no_address);
    RUN(atom_has_content_of_three_kinds);
    RUN(rss_of_rdf_has_its_items_beside_the_channel);
    RUN(a_json_feed_is_read_entry_by_entry);
    RUN(a_feed_in_an_old_charset_is_read);
    RUN(mistakes_that_feeds_make_cost_nothing);
    RUN(what_is_damaged_is_told_and_what_came_before_is_read);
    RUN(a_bomb_is_refused);
    RUN(what_only_looks_like_a_feed_is_a_page);
    RUN(an_entry_above_the_limit_is_told);
    ahd_buf_finish(&from_bytes_out);
    return test_failures != 0;
}
