#include "html/markup.h"

#include "test.h"

#include <string.h>

/* The tokens of a page as "<name>text</name>", to compare in one go. */
static ahd_str shape(const char *page)
{
    static char out[500];
    size_t len = 0;
    ahd_markup markup;
    ahd_markup_token token;

    ahd_markup_init(&markup, ahd_str_from(page));
    while (ahd_markup_next(&markup, &token) && len + 50 < sizeof out) {
        const char *before = token.kind == AHD_MARKUP_TEXT    ? "["
                             : token.kind == AHD_MARKUP_START ? "<"
                                                              : "</";
        const char *after = token.kind == AHD_MARKUP_TEXT ? "]" : ">";
        len += (size_t)snprintf(out + len, sizeof out - len, "%s%.*s%s", before,
                                AHD_STR_ARG(token.text), after);
    }
    return (ahd_str){out, len};
}

static void a_page_is_tags_and_text(void)
{
    CHECK_STR(shape("<p class=a>Hi <b>you</b></p>"),
              "<p>[Hi ]<b>[you]</b></p>");
    CHECK_STR(shape("x < y, 1<2 and a <3"), "[x < y, 1<2 and a <3]");
    CHECK_STR(shape("<"), "[<]");
    CHECK_STR(shape("a<<b>c"), "[a<]<b>[c]");
}

static void comments_and_declarations_are_passed_over(void)
{
    CHECK_STR(shape("<!DOCTYPE html>a<!-- <p> -->b<!-->c<!--->d<!--x--!>e"),
              "[a][b][c][d][e]");
    CHECK_STR(shape("<?xml version='1.0'?>a<![CDATA[x]]>b</ >c"), "[a][b][c]");
    CHECK_STR(shape("a<!-- no end <p>"), "[a]");
}

static void scripts_and_titles_are_one_text(void)
{
    CHECK_STR(shape("<script>if (a<b) '<p>'</script>x"),
              "<script>[if (a<b) '<p>']</script>[x]");
    CHECK_STR(shape("<TITLE>a <b> c</Title>"), "<TITLE>[a <b> c]</Title>");
    CHECK_STR(shape("<style></style>a"), "<style></style>[a]");
    CHECK_STR(shape("<script>no end </scripty>"),
              "<script>[no end </scripty>]");
}

static void a_script_may_hold_its_own_end_in_a_comment(void)
{
    CHECK_STR(shape("<script><!-- <script>a</script> --></script>b"),
              "<script>[<!-- <script>a</script> -->]</script>[b]");
    CHECK_STR(shape("<script><!-- a</script>b"),
              "<script>[<!-- a]</script>[b]");
    CHECK_STR(shape("<script><!--><script>a</script>b"),
              "<script>[<!--><script>a]</script>[b]");
    CHECK_STR(shape("<script><!--<script>--></script>b"),
              "<script>[<!--<script>-->]</script>[b]");
    CHECK_STR(shape("<script><!--<script></script></script>b"),
              "<script>[<!--<script></script>]</script>[b]");
    CHECK_STR(shape("<script><!--<scripts></script>b"),
              "<script>[<!--<scripts>]</script>[b]");
    CHECK_STR(shape("<script><!--"), "<script>[<!--]");
    CHECK_STR(shape("<style><!-- <style></style>b"),
              "<style>[<!-- <style>]</style>[b]");
}

static void what_stands_in_svg_is_read_by_its_own_rules(void)
{
    CHECK_STR(shape("<svg><title>a<b>c</b></title><style>d<e>f</style></svg>"
                    "<title>g<b>h</title>"),
              "<svg><title>[a]<b>[c]</b></title><style>[d]<e>[f]</style></svg>"
              "<title>[g<b>h]</title>");
    CHECK_STR(shape("<svg><![CDATA[a<b>]]]>c]]></svg><![CDATA[d]]>e"),
              "<svg>[a<b>]][c]]>]</svg>[e]");
    CHECK_STR(shape("<svg><![CDATA[]]><![CDATA[a]]"), "<svg>[a]]]");
    CHECK_STR(shape("<svg/><![CDATA[a]]>b"), "<svg>[b]");
    CHECK_STR(shape("<svg><foreignObject><![CDATA[a]]>b<svg><![CDATA[c]]>"),
              "<svg><foreignObject>[b]<svg>[c]");
    CHECK_STR(shape("<math><mi><![CDATA[a]]>b</mi><![CDATA[c]]>"),
              "<math><mi>[b]</mi>[c]");
}

/* The last token of a page. */
static ahd_markup_token last(const char *page)
{
    ahd_markup markup;
    ahd_markup_token token = {0};

    ahd_markup_init(&markup, ahd_str_from(page));
    while (ahd_markup_next(&markup, &token))
        continue;
    return token;
}

static void html_in_svg_ends_it(void)
{
    CHECK(last("<svg><path>").foreign && !last("<svg><path>").leaves);
    CHECK(!last("<svg><g><div>").foreign && last("<svg><g><div>").leaves);
    CHECK(!last("<svg><g></div>").foreign && last("<svg><g></div>").leaves);
    CHECK(last("<svg><font>").foreign);
    CHECK(!last("<svg><font color=red>").foreign);
    CHECK(last("<svg><a></a>").foreign && !last("<svg></svg><a>").foreign);
    CHECK(!last("<svg><desc><div>").leaves);
    CHECK(last("<svg><desc><div></svg>").foreign);
    CHECK(last("<math><annotation-xml><title>a<b>").leaves);
    CHECK(!last("<math><annotation-xml encoding=text/html><b>").leaves);
}

static void text_says_how_it_is_read(void)
{
    CHECK(!last("a").literal && !last("<title>a").literal);
    CHECK(last("<title>a").element == AHD_ELEMENT_TITLE);
    CHECK(last("<script>a").literal && last("<svg><![CDATA[a]]>").literal);
    CHECK(last("<br/>").closed && last("<br a=b />").closed);
    CHECK(!last("<br a=b/>").closed && !last("<br / >").closed);
}

static void the_end_of_a_page_may_come_anywhere(void)
{
    CHECK_STR(shape("a</"), "[a</]");
    CHECK_STR(shape("a<!"), "[a]");
    CHECK_STR(shape("a</b"), "[a]");
    CHECK_STR(shape("a<b c"), "[a]");
    CHECK_STR(shape("a<b c="), "[a]");
    CHECK_STR(shape("a<b c='"), "[a]");
    CHECK_STR(shape("a<!--b--"), "[a]");
    CHECK_STR(shape("a</>b"), "[a][b]");
    CHECK_STR(shape("<plaintext>a</plaintext>"), "<plaintext>[a</plaintext>]");
    CHECK_STR(shape("<title>a</title"), "<title>[a</title]");
    CHECK_STR(shape("<title>a</title "), "<title>[a]");
}

static void quotes_hide_what_looks_like_the_end_of_a_tag(void)
{
    CHECK_STR(shape("<a title=\"x > y\" href='a>b'>c"), "<a>[c]");
    CHECK_STR(shape("<a title=it's>c"), "<a>[c]");
    CHECK_STR(shape("a<b title=\"no end>c"), "[a]");
}

static ahd_markup_token first(const char *page)
{
    ahd_markup markup;
    ahd_markup_token token = {0};

    ahd_markup_init(&markup, ahd_str_from(page));
    CHECK(ahd_markup_next(&markup, &token));
    return token;
}

static void attributes_are_found_however_written(void)
{
    ahd_markup_token token =
        first("<meta NAME=author content = 'A \"B\"' itemprop hidden/>");

    CHECK(token.element == AHD_ELEMENT_META);
    CHECK_STR(ahd_markup_value(&token, "name"), "author");
    CHECK_STR(ahd_markup_value(&token, "content"), "A \"B\"");
    CHECK_STR(ahd_markup_value(&token, "itemprop"), "");
    CHECK_STR(ahd_markup_value(&token, "none"), "");
}

static void every_element_is_found_by_its_name(void)
{
    for (int e = 0; e < AHD_ELEMENT_OTHER; e++)
        CHECK(ahd_element_find(ahd_element_name((ahd_element)e)) ==
              (ahd_element)e);
    CHECK(ahd_element_find(AHD_STR("DIV")) == AHD_ELEMENT_DIV);
    CHECK(ahd_element_find(AHD_STR("blink")) == AHD_ELEMENT_OTHER);
    CHECK(ahd_element_find(AHD_STR("")) == AHD_ELEMENT_OTHER);
}

int main(void)
{
    RUN(a_page_is_tags_and_text);
    RUN(comments_and_declarations_are_passed_over);
    RUN(scripts_and_titles_are_one_text);
    RUN(a_script_may_hold_its_own_end_in_a_comment);
    RUN(what_stands_in_svg_is_read_by_its_own_rules);
    RUN(html_in_svg_ends_it);
    RUN(text_says_how_it_is_read);
    RUN(the_end_of_a_page_may_come_anywhere);
    RUN(quotes_hide_what_looks_like_the_end_of_a_tag);
    RUN(attributes_are_found_however_written);
    RUN(every_element_is_found_by_its_name);
    return test_failures != 0;
}
