#include "web/retold.h"

#include "test.h"

static ahd_str numbers_of(const char *text)
{
    static char out[200];
    json_t *has = json_object(), *words;
    const char *key;
    size_t len = 0;

    ahd_retold_numbers(ahd_str_from(text), has);
    json_object_foreach(has, key, words) len += (size_t)snprintf(
        out + len, sizeof out - len, "%s ", json_string_value(words));
    json_decref(has);
    return (ahd_str){out, len};
}

static void digits_of_both_worlds_are_the_same_number(void)
{
    CHECK_STR(numbers_of("قُتل ٣ جنود وأصيب 12"), "3 12 ");
    CHECK_STR(numbers_of("ثلاثة"), "");
    CHECK_STR(numbers_of(""), "");
}

static void a_mark_inside_a_number_is_of_it(void)
{
    CHECK_STR(numbers_of("12.5 مليون"), "12.5 ");
    CHECK_STR(numbers_of("1,250 قتيل، 3."), "1250 3 ");
    CHECK_STR(numbers_of("١٬٢٥٠٫٥"), "1250.5 ");
}

static void a_mark_after_a_number_is_not(void)
{
    CHECK_STR(numbers_of("في 2015. ثم 7, 8"), "2015 7 8 ");
    CHECK_STR(numbers_of("5+5"), "5 ");
}

static void a_number_of_any_length_is_cut_and_harmless(void)
{
    char many[400];

    memset(many, '7', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    CHECK(numbers_of(many).len < 60);
}

int main(void)
{
    RUN(digits_of_both_worlds_are_the_same_number);
    RUN(a_mark_inside_a_number_is_of_it);
    RUN(a_mark_after_a_number_is_not);
    RUN(a_number_of_any_length_is_cut_and_harmless);
    return test_failures != 0;
}
