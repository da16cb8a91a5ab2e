#include "web/html.h"

#include "test.h"

static void text_cannot_become_markup(void)
{
    ahd_buf out = AHD_BUF(1000);

    ahd_html_text(&out, AHD_STR("<b a='1' c=\"2\">&"));
    CHECK_STR(ahd_buf_str(&out),
              "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
    ahd_buf_finish(&out);
}

static void broken_utf8_and_controls_become_replacements(void)
{
    ahd_buf out = AHD_BUF(1000);

    ahd_html_text(&out, AHD_STR("a\xFF\x01\x7F"
                                "b\n"));
    CHECK_STR(ahd_buf_str(&out), "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                                 "b\n");
    ahd_buf_finish(&out);
}

static void a_url_piece_cannot_leave_its_place(void)
{
    ahd_buf out = AHD_BUF(1000);

    ahd_html_url(&out, AHD_STR("a/b?c&d#e ع"));
    CHECK_STR(ahd_buf_str(&out), "a%2Fb%3Fc%26d%23e%20%D8%B9");
    ahd_buf_finish(&out);
}

static void a_template_takes_each_argument_its_way(void)
{
    ahd_buf out = AHD_BUF(1000);

    ahd_html(&out, "<a href=\"/$u\" title=\"$a\">$t</a>", AHD_STR("x/y"),
             AHD_STR("\""), AHD_STR("<"));
    CHECK_STR(ahd_buf_str(&out),
              "<a href=\"/x%2Fy\" title=\"&quot;\">&lt;</a>");
    ahd_buf_finish(&out);
}

static void a_wrong_number_of_arguments_is_noticed(void)
{
    ahd_buf few = AHD_BUF(1000), many = AHD_BUF(1000);

    ahd_html(&few, "$t$t", AHD_STR("x"));
    ahd_html(&many, "$t", AHD_STR("x"), AHD_STR("y"));
    CHECK(few.failed);
    CHECK(many.failed);
    ahd_buf_finish(&few);
    ahd_buf_finish(&many);
}

static void only_web_addresses_are_links(void)
{
    CHECK(ahd_html_is_link(AHD_STR("https://a.example/")));
    CHECK(!ahd_html_is_link(AHD_STR("javascript:alert(1)")));
    CHECK(!ahd_html_is_link(AHD_STR(" http://a.example/")));
    CHECK(!ahd_html_is_link(AHD_STR("data:text/html,x")));
}

int main(void)
{
    RUN(text_cannot_become_markup);
    RUN(broken_utf8_and_controls_become_replacements);
    RUN(a_url_piece_cannot_leave_its_place);
    RUN(a_template_takes_each_argument_its_way);
    RUN(a_wrong_number_of_arguments_is_noticed);
    RUN(only_web_addresses_are_links);
    return test_failures != 0;
}
