#include "numbers/numeral.h"

#include "base/buf.h"
#include "test.h"

#include <math.h>

/* The value of the numeral at the first digit; NAN when there is none. */
static double value_of(const char *text)
{
    ahd_str all = ahd_str_from(text);
    ahd_numeral n;
    size_t at = ahd_numeral_find(all, 0, all.len);

    return at < all.len && ahd_numeral_read(all, at, &n) ? n.value : NAN;
}

static bool is_value(const char *text, double value)
{
    return fabs(value_of(text) - value) <= fabs(value) * 1e-12;
}

static void digits_of_any_script_are_numbers(void)
{
    CHECK(is_value("١٢٣", 123));
    CHECK(is_value("۱۲۳", 123));
    CHECK(is_value("123", 123));
}

static void both_conventions_are_read(void)
{
    CHECK(is_value("1,234.5", 1234.5));
    CHECK(is_value("1.234,5", 1234.5));
    CHECK(is_value("١٬٢٣٤٫٥", 1234.5));
    CHECK(is_value("1.234", 1.234));
    CHECK(is_value("1.000", 1000));
    CHECK(is_value("0,25", 0.25));
}

static void letters_make_it_a_name(void)
{
    CHECK(isnan(value_of("G20")));
    CHECK(isnan(value_of("5km")));
    CHECK(isnan(value_of("F-16")));
    CHECK(is_value("و20", 20));
}

static void what_is_no_number_is_refused(void)
{
    CHECK(isnan(value_of("")));
    CHECK(isnan(value_of("1e5x")));
    CHECK(isnan(value_of("9^9999")));
    CHECK(isnan(value_of("1x\xFF")));
}

/* Each numeral of a list looks a few runs ahead, never to its end. */
static void a_long_list_is_read_in_linear_time(void)
{
    ahd_buf list = AHD_BUF(1 << 24);
    size_t at = 0, count = 0;

    for (int i = 0; i < 1 << 18; i++)
        ahd_buf_add(&list, AHD_STR("123,456.7/8 "));
    ahd_str text = ahd_buf_str(&list);
    while ((at = ahd_numeral_find(text, at, text.len)) < text.len) {
        ahd_numeral n;
        count += ahd_numeral_read(text, at, &n);
        at = ahd_span_end(n.at);
    }
    CHECK(count > 1 << 18);
    ahd_buf_finish(&list);
}

int main(void)
{
    RUN(digits_of_any_script_are_numbers);
    RUN(both_conventions_are_read);
    RUN(letters_make_it_a_name);
    RUN(what_is_no_number_is_refused);
    RUN(a_long_list_is_read_in_linear_time);
    return test_failures != 0;
}
