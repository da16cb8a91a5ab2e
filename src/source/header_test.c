#include "source/header.h"

#include "source/http.h"
#include "source/warc_head.h"
#include "test.h"

static void a_block_ends_with_its_first_empty_line(void)
{
    CHECK(ahd_header_end(AHD_STR("A: b\r\n\r\nbody\n\n")) == 8);
    CHECK(ahd_header_end(AHD_STR("A: b\n\nbody")) == 6);
    CHECK(ahd_header_end(AHD_STR("A: b\r\nC: d\r\n")) == 0);
    CHECK(ahd_header_end(AHD_STR("\r\n")) == 2);
    CHECK(ahd_header_end(AHD_STR("")) == 0);
}

static void fields_are_found_by_name_in_any_letters(void)
{
    ahd_str block =
        AHD_STR("HTTP/1.1 200 OK\r\nX-Odd\r\ncontent-TYPE:  a/b \r\n"
                "Long: one\r\n two\r\nLong: three\r\n");

    CHECK_STR(ahd_header_find(block, AHD_STR("Content-Type")), "a/b");
    CHECK_STR(ahd_header_find(block, AHD_STR("long")), "one\r\n two");
    CHECK_STR(ahd_header_find(block, AHD_STR("Type")), "");
}

static void parameters_are_found_with_and_without_quotes(void)
{
    ahd_str value = AHD_STR("Text/HTML ; q=1; Charset=\"UTF-8\" ;x='y z'");

    CHECK_STR(ahd_header_main(value), "Text/HTML");
    CHECK_STR(ahd_header_parameter(value, AHD_STR("charset")), "UTF-8");
    CHECK_STR(ahd_header_parameter(value, AHD_STR("x")), "y z");
    CHECK_STR(ahd_header_parameter(value, AHD_STR("html")), "");
}

static void a_response_tells_status_type_and_charset(void)
{
    ahd_http http;

    CHECK(ahd_http_read(AHD_STR("HTTP/2 404\r\nContent-Type: Text/HTML;"
                                "charset=cp1256\r\nContent-Encoding: br\r\n"
                                "\r\nbody"),
                        &http));
    CHECK(http.status == 404);
    CHECK_STR(ahd_http_type(&http), "text/html");
    CHECK_STR(http.charset, "cp1256");
    CHECK_STR(http.coding, "br");
    CHECK_STR(http.body, "body");
    CHECK_STR(ahd_http_charset(http.head), "cp1256");
}

static void what_is_no_response_is_seen(void)
{
    ahd_http http;

    CHECK(!ahd_http_read(AHD_STR("GET / HTTP/1.1\r\n\r\n"), &http));
    CHECK(!ahd_http_read(AHD_STR("HTTP/1.1 2x0 OK\r\n\r\n"), &http));
    CHECK(!ahd_http_read(AHD_STR("HTTP/1.1 200 OK\r\n"), &http));
    CHECK(!ahd_http_read(AHD_STR(""), &http));
}

static void a_type_that_is_too_long_is_cut(void)
{
    char value[3 * AHD_HTTP_TYPE];
    ahd_http http = {0};

    for (size_t i = 0; i < sizeof value; i++)
        value[i] = 'A';
    ahd_http_set_type(&http, (ahd_str){value, sizeof value});
    CHECK(http.type_len == AHD_HTTP_TYPE && http.type[0] == 'a');
}

static void the_head_of_a_record_is_read(void)
{
    ahd_warc_head head;

    CHECK(ahd_warc_head_read(
        AHD_STR("WARC/1.1\r\nwarc-type: Response\r\nContent-Length: 12\r\n"
                "WARC-Target-URI: <http://a/>\r\n"
                "WARC-Date: 2020-10-26T08:30:00.5Z\r\n\r\n"),
        &head));
    CHECK(head.type == AHD_WARC_RESPONSE && head.length == 12);
    CHECK(head.passed == AHD_REFUSAL_NONE);
    CHECK_STR(ahd_warc_head_uri(&head), "http://a/");
    CHECK_STR(ahd_warc_head_date(&head), "2020-10-26T08:30:00.5Z");
    CHECK(ahd_warc_head_read(AHD_STR("WARC/1.0\nContent-Length: 0\n"
                                     "WARC-Date: today\n\n"),
                             &head));
    CHECK(head.type == AHD_WARC_OTHER && head.passed == AHD_REFUSAL_ABOUT);
    CHECK_STR(ahd_warc_head_date(&head), "");
}

static void a_length_that_is_no_number_is_no_length(void)
{
    ahd_warc_head head;

    CHECK(!ahd_warc_head_read(AHD_STR("WARC/1.0\nContent-Length: -1\n\n"),
                              &head));
    CHECK(!ahd_warc_head_read(AHD_STR("WARC/1.0\nContent-Length: 1e3\n\n"),
                              &head));
    CHECK(!ahd_warc_head_read(
        AHD_STR("WARC/1.0\nContent-Length: 9999999999999999999\n\n"), &head));
    CHECK(!ahd_warc_head_read(AHD_STR("WARC/1.0\n\n"), &head));
}

static void the_next_record_begins_a_line(void)
{
    ahd_str s = AHD_STR("xWARC/1.0 WARC/x\nWARC/1.0\r\n");

    CHECK(ahd_warc_head_find(s, 0) == 17);
    CHECK(ahd_warc_head_find(AHD_STR("WARC/1"), 0) == 0);
    CHECK(ahd_warc_head_find(AHD_STR("WARC/1"), 1) == 6);
    CHECK(ahd_warc_head_find(AHD_STR("WARC/"), 0) == 5);
    CHECK(ahd_warc_head_find(AHD_STR(""), 0) == 0);
}

int main(void)
{
    RUN(a_block_ends_with_its_first_empty_line);
    RUN(fields_are_found_by_name_in_any_letters);
    RUN(parameters_are_found_with_and_without_quotes);
    RUN(a_response_tells_status_type_and_charset);
    RUN(what_is_no_response_is_seen);
    RUN(a_type_that_is_too_long_is_cut);
    RUN(the_head_of_a_record_is_read);
    RUN(a_length_that_is_no_number_is_no_length);
    RUN(the_next_record_begins_a_line);
    return test_failures != 0;
}
