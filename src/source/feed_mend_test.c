#include "source/feed_mend.h"

#include "test.h"

#include <string.h>

static ahd_buf out;
static const char *refused;
static int depth;

static ahd_status lend(void *context, char *to, size_t size, size_t *got,
                       ahd_error *error)
{
    ahd_str *rest = context;

    (void)error;
    *got = rest->len < size ? rest->len : size;
    if (*got > 0)
        memcpy(to, rest->ptr, *got);
    *rest = (ahd_str){rest->ptr + *got, rest->len - *got};
    return AHD_OK;
}

static ahd_str mended(ahd_str xml)
{
    ahd_stream *stream = NULL;
    ahd_feed_text text;
    ahd_feed_mend mend;
    char piece[7];
    size_t got;

    ahd_buf_clear(&out);
    CHECK(ahd_stream_open_feed("test", (ahd_stream_feed){&xml, lend}, &stream,
                               NULL) == AHD_OK);
    ahd_feed_text_init(&text, stream, AHD_STR(""));
    ahd_feed_mend_init(&mend, &text);
    while ((got = ahd_feed_mend_read(&mend, piece, sizeof piece)) > 0)
        ahd_buf_add(&out, (ahd_str){piece, got});
    refused = mend.refused;
    depth = mend.depth;
    ahd_feed_mend_finish(&mend);
    ahd_feed_text_finish(&text);
    ahd_stream_close(stream);
    return ahd_buf_str(&out);
}

#define MENDS(xml, want) CHECK_STR(mended(AHD_STR(xml)), want)

static void what_means_something_is_a_number(void)
{
    MENDS("<a>R&D &nbsp;&lt;b&gt; &#1605;&amp;&copy;</a>",
          "<a>R&#38;D \u00a0&#60;b&#62; م&#38;©</a>");
    MENDS("<a><![CDATA[<i>x & y</i>]]]]></a>",
          "<a>&#60;i&#62;x &#38; y&#60;/i&#62;]]</a>");
    MENDS("<a>?a=1&copy=2</a>", "<a>?a=1&#38;copy=2</a>");
    MENDS("<a>3 < 4 > 2 &unknown; \"q\"</a>",
          "<a>3 &#60; 4 &#62; 2 &#38;unknown; &#34;q&#34;</a>");
}

static void what_no_reader_needs_goes(void)
{
    MENDS("\xEF\xBB\xBF<?xml version='1.0'?>\n<!DOCTYPE a [<!ELEMENT a ANY>]>"
          "<!-- a > b --><a>\001x\uFFFE</a>",
          "\n<a>x</a>");
    MENDS("<a>\xFFx</a>", "<a>\uFFFDx</a>");
}

static void attributes_have_quotes(void)
{
    MENDS("<a b=c d='e\"f' g h = \"i&amp;&j\" k=l/>",
          "<a b=\"c\" d=\"e&#34;f\" g=\"\" h=\"i&#38;&#38;j\" k=\"l/\">");
    MENDS("<a b=c /><d e=\"f></d>", "<a b=\"c\"></a><d e=\"f&#62;\"></d>");
    MENDS("<a:b:c x:=1></a:b:c>", "<a:bc x=\"1\"></a:bc>");
}

static void every_end_has_its_start(void)
{
    MENDS("<a><b>x</a>", "<a><b>x</b></a>");
    MENDS("<a>x</b></a>", "<a>x</a>");
    MENDS("<a><d>one<br>two</d></a>", "<a><d>one<br>two</br></d></a>");
    MENDS("<a <b>x</b", "<a><b>x</b>");
    CHECK(depth == 1);
    MENDS("<a", "<a");
}

static void entities_of_its_own_are_refused(void)
{
    MENDS("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
          "");
    CHECK(refused != NULL && strstr(refused, "declares entities") != NULL);
    MENDS("<!DOCTYPE a SYSTEM \"http://x.example/a.dtd\"><a>&c;</a>",
          "<a>&#38;c;</a>");
    CHECK(refused == NULL);
}

static void depth_and_attributes_have_a_limit(void)
{
    char deep[101 * 3 + 1] = "", many[4000] = "<a";
    size_t count = 0;

    for (int i = 0; i < 101; i++)
        strcat(deep, "<a>");
    mended(ahd_str_from(deep));
    CHECK(refused != NULL && strstr(refused, "100 deep") != NULL);
    for (int i = 0; i < 200; i++)
        snprintf(many + strlen(many), 20, " b%d=c", i);
    strcat(many, ">x</a>");
    ahd_str got = mended(ahd_str_from(many));
    for (size_t i = 0; i < got.len; i++)
        count += got.ptr[i] == '=';
    CHECK(count == 64);
    CHECK(ahd_str_ends(got, AHD_STR(" b63=\"c\">x</a>")));
}

static void a_value_has_a_limit(void)
{
    static char value[20000] = "<a b=\"";

    memset(value + 6, 'x', 10000);
    strcat(value, "\" c=\"d\"></a>");
    ahd_str got = mended(ahd_str_from(value));
    CHECK(got.len > 4000 && got.len < 4200);
    CHECK(ahd_str_ends(got, AHD_STR("x\" c=\"d\"></a>")));
}

static void names_have_a_limit(void)
{
    static char many[20000] = "<a>";

    for (int i = 0; i < 600; i++)
        snprintf(many + strlen(many), 40, "<b%d xmlns=\"c%d\"/>", i, i);
    ahd_str got = mended(ahd_str_from(many));
    CHECK(ahd_str_find(got, AHD_STR("<b200 xmlns=\"c200\"></b200>")) < got.len);
    CHECK(ahd_str_ends(got, AHD_STR("<other xmlns=\"other\"></other>")));
}

int main(void)
{
    out = AHD_BUF(100000);
    RUN(what_means_something_is_a_number);
    RUN(what_no_reader_needs_goes);
    RUN(attributes_have_quotes);
    RUN(every_end_has_its_start);
    RUN(entities_of_its_own_are_refused);
    RUN(depth_and_attributes_have_a_limit);
    RUN(a_value_has_a_limit);
    RUN(names_have_a_limit);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
