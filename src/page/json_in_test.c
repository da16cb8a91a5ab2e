#include "page/json_in.h"

#include "test.h"

#include <string.h>

/* The events of a text as letters: ( ) k s o . and ! for broken. */
static ahd_str events(const char *json)
{
    static char out[100];
    size_t len = 0;
    ahd_json_in in;

    ahd_json_in_init(&in, ahd_str_from(json));
    while (len < sizeof out) {
        ahd_json_event event = ahd_json_in_next(&in);
        out[len++] = "()kso.!"[event];
        if (event == AHD_JSON_END || event == AHD_JSON_BROKEN)
            break;
    }
    return (ahd_str){out, len};
}

static void json_is_a_row_of_events(void)
{
    CHECK_STR(events("{\"a\": [1, \"b\", null], \"c\": {}}"), "(k(oso)k()).");
    CHECK_STR(events(" \"a\" "), "s.");
    CHECK_STR(events("[-0.5e+3,true]"), "(oo).");
    CHECK_STR(events("[]"), "().");
}

static void what_is_no_json_is_broken(void)
{
    static const char *const bad[] = {
        "",        "{",  "[1,]",      "{\"a\"}", "{\"a\":}",   "{a:1}",
        "[1 2]",   "01", "1.",        "tru",     "\"a",        "\"\\x\"",
        "\"\\u12", "[}", "{\"a\":1]", "[] x",    "{\"a\":1,}", "+1",
    };

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ahd_str got = events(bad[i]);
        CHECK(got.len > 0 && got.ptr[got.len - 1] == '!');
    }
}

static void nesting_is_bounded(void)
{
    char deep[200];

    memset(deep, '[', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    ahd_str got = events(deep);
    CHECK(got.len == AHD_JSON_DEEPEST + 1 && got.ptr[got.len - 1] == '!');
}

static ahd_str character(const char *s, size_t *taken)
{
    static char out[4];
    size_t len = 0;

    *taken = ahd_json_in_char(ahd_str_from(s), 0, out, &len);
    return (ahd_str){out, len};
}

static void escapes_are_characters(void)
{
    size_t taken;

    CHECK_STR(character("\\n", &taken), "\n");
    CHECK_STR(character("\\\"", &taken), "\"");
    CHECK_STR(character("\\u0627x", &taken), "ا");
    CHECK(taken == 6);
    CHECK_STR(character("\\ud83d\\ude00", &taken), "😀");
    CHECK(taken == 12);
    CHECK_STR(character("\\ud83dx", &taken), "\xEF\xBF\xBD");
    CHECK_STR(character("ب", &taken), "ب");
    CHECK_STR(character("\\بx", &taken), "ب"); /* no such escape */
    CHECK(taken == 3);
}

static void the_lenient_go_on_over_small_faults(void)
{
    ahd_json_in in;
    static const char json[] = "{\"a\": [1, 2,], \"b\": \"\\x\\u12\",}";
    ahd_json_event last = AHD_JSON_KEY;

    ahd_json_in_init(&in, ahd_str_from(json));
    in.lenient = true;
    for (int i = 0; i < 20 && last != AHD_JSON_END && last != AHD_JSON_BROKEN;
         i++)
        last = ahd_json_in_next(&in);
    CHECK(last == AHD_JSON_END);
}

int main(void)
{
    RUN(json_is_a_row_of_events);
    RUN(what_is_no_json_is_broken);
    RUN(nesting_is_bounded);
    RUN(escapes_are_characters);
    RUN(the_lenient_go_on_over_small_faults);
    return test_failures != 0;
}
