#include "http/form.h"

#include "test.h"

static ahd_param fields[8];
static char body[256];

static size_t read(const char *text)
{
    size_t len = strlen(text);

    memcpy(body, text, len + 1);
    return ahd_form_read(body, len, fields, 8);
}

static void fields_are_decoded(void)
{
    CHECK(read("act=3&note=%D8%AE%D8%B1%D9%82+a%26b") == 2);
    CHECK_STR(fields[0].name, "act");
    CHECK_STR(fields[0].value, "3");
    CHECK_STR(fields[1].value, "خرق a&b");
    CHECK(fields[1].value.ptr[fields[1].value.len] == '\0');
}

static void what_is_no_percent_code_stays(void)
{
    CHECK(read("a=100%&b=%4&c=%zz&d=%41%") == 4);
    CHECK_STR(fields[0].value, "100%");
    CHECK_STR(fields[1].value, "%4");
    CHECK_STR(fields[2].value, "%zz");
    CHECK_STR(fields[3].value, "A%");
}

static void empty_pieces_are_none(void)
{
    CHECK(read("") == 0);
    CHECK(read("&&") == 0);
    CHECK(read("=&a&b==") == 3);
    CHECK_STR(fields[0].name, "");
    CHECK_STR(fields[1].name, "a");
    CHECK_STR(fields[1].value, "");
    CHECK_STR(fields[2].value, "=");
}

static void a_code_does_not_reach_into_the_next_field(void)
{
    CHECK(read("a=%4&1=x") == 2);
    CHECK_STR(fields[0].value, "%4");
    CHECK_STR(fields[1].name, "1");
}

static void later_fields_are_ignored(void)
{
    CHECK(read("a=1&a=2&a=3&a=4&a=5&a=6&a=7&a=8&a=9") == 8);
    CHECK_STR(fields[7].value, "8");
}

static void bytes_of_no_charset_are_kept(void)
{
    CHECK(read("a=%00%ff") == 1);
    CHECK(fields[0].value.len == 2);
}

static void the_type_may_name_a_charset(void)
{
    CHECK(ahd_form_is_type(AHD_STR("application/x-www-form-urlencoded")));
    CHECK(ahd_form_is_type(
        AHD_STR("Application/X-WWW-Form-Urlencoded; charset=UTF-8")));
    CHECK(!ahd_form_is_type(AHD_STR("text/plain")));
    CHECK(!ahd_form_is_type(AHD_STR("application/x-www-form-urlencodedx")));
    CHECK(!ahd_form_is_type(AHD_STR("")));
}

int main(void)
{
    RUN(fields_are_decoded);
    RUN(what_is_no_percent_code_stays);
    RUN(empty_pieces_are_none);
    RUN(a_code_does_not_reach_into_the_next_field);
    RUN(later_fields_are_ignored);
    RUN(bytes_of_no_charset_are_kept);
    RUN(the_type_may_name_a_charset);
    return test_failures != 0;
}
