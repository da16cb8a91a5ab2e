#include "web/act_feed.h"

#include "test.h"

#include <jansson.h>
#include <math.h>

static ahd_buf out = {.max = 1 << 16}, room = {.max = 1 << 12};

static ahd_str xml(ahd_str text)
{
    ahd_buf_clear(&out);
    ahd_act_feed_xml(&out, text);
    return ahd_buf_str(&out);
}

static ahd_act_row row(void)
{
    ahd_act_row act = {.document = AHD_STR("a/b c"),
                       .act = AHD_STR("deny"),
                       .source = AHD_STR("A & <B>"),
                       .sentence = AHD_STR("نفى \"ذلك\" ]]> \x01"),
                       .published = AHD_STR("2020-10-26"),
                       .seen = AHD_STR("2026-01-02T03:04:05Z"),
                       .url = AHD_STR("javascript:alert(1)"),
                       .sentence_start = 12,
                       .nth = 1};

    act.lat = act.lon = (double)NAN;
    return act;
}

static ahd_str feed_of(int as)
{
    ahd_act_feed feed = {.as = as,
                         .tongue = AHD_EN,
                         .title = AHD_STR("Ahd: <acts>"),
                         .base = AHD_STR("http://127.0.0.1:1"),
                         .query = AHD_STR("?lang=en&act=deny"),
                         .updated = AHD_STR("2026-01-02T03:04:05Z"),
                         .out = &out,
                         .made = &room};
    const ahd_act_row act = row();

    ahd_buf_clear(&out);
    ahd_act_feed_open(&feed);
    ahd_act_feed_entry(&feed, &act);
    ahd_act_feed_entry(&feed, &act);
    ahd_act_feed_close(&feed);
    return ahd_buf_str(&out);
}

static bool has(ahd_str s, const char *part)
{
    return ahd_str_find(s, ahd_str_from(part)) < s.len;
}

static void xml_holds_what_it_can(void)
{
    CHECK_STR(xml(AHD_STR("<a href=\"x\">&'")),
              "&lt;a href=&quot;x&quot;&gt;&amp;'");
    CHECK_STR(xml(AHD_STR("a\tb\nc")), "a\tb\nc");
    CHECK_STR(xml(AHD_STR("\x01\x1f\xff")),
              "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    CHECK_STR(xml(AHD_STR("\xef\xbf\xbe\xef\xbf\xbf")),
              "\xef\xbf\xbd\xef\xbf\xbd");
    CHECK_STR(xml(AHD_STR("\xf0\x9f\x95\x8a")), "\xf0\x9f\x95\x8a");
}

static void an_entry_of_atom_has_what_it_must(void)
{
    ahd_str feed = feed_of(AHD_FEED_ATOM);

    CHECK(has(feed, "<title>Ahd: &lt;acts&gt;</title>"));
    CHECK(has(feed, "<id>tag:ahd.invalid,2026:acts?lang=en&amp;act=deny</id>"));
    CHECK(has(feed, "<id>tag:ahd.invalid,2026:act/a%2Fb%20c/s12.1</id>"));
    CHECK(has(feed, "<updated>2026-01-02T03:04:05Z</updated>"));
    CHECK(has(feed, "<published>2020-10-26T00:00:00Z</published>"));
    CHECK(
        has(feed, "href=\"http://127.0.0.1:1/documents/a%2Fb%20c?lang=en#s12"));
    CHECK(has(feed, "<summary type=\"text\" xml:lang=\"ar\">نفى"));
    CHECK(has(feed, "A &amp; &lt;B&gt;"));
    CHECK(!has(feed, "javascript"));
    CHECK(ahd_str_ends(feed, AHD_STR("</feed>\n")));
}

static void a_json_feed_is_json(void)
{
    ahd_str feed = feed_of(AHD_FEED_JSON);
    json_t *json = json_loadb(feed.ptr, feed.len, 0, NULL);
    const json_t *items = json_object_get(json, "items");
    const json_t *item = json_array_get(items, 1);

    CHECK(json_array_size(items) == 2);
    CHECK_STR(ahd_str_from(json_string_value(json_object_get(item, "id"))),
              "tag:ahd.invalid,2026:act/a%2Fb%20c/s12.1");
    CHECK(json_object_get(item, "external_url") == NULL);
    CHECK_STR(ahd_str_from(json_string_value(
                  json_object_get(json_object_get(item, "_ahd"), "act"))),
              "deny");
    json_decref(json);
}

int main(void)
{
    RUN(xml_holds_what_it_can);
    RUN(an_entry_of_atom_has_what_it_must);
    RUN(a_json_feed_is_json);
    ahd_buf_finish(&out);
    ahd_buf_finish(&room);
    return test_failures != 0;
}
