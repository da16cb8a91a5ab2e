#include "output/writer.h"
#include "test.h"

#include "base/day.h"

#include <jansson.h>

static void commas_stand_between_values_only(void)
{
    ahd_buf out = AHD_BUF(1000);
    ahd_writer w = {.out = &out};

    ahd_writer_open(&w, '{');
    ahd_writer_key(&w, "list");
    ahd_writer_open(&w, '[');
    ahd_writer_int(&w, 1);
    ahd_writer_bool(&w, false);
    ahd_writer_null(&w);
    ahd_writer_open(&w, '[');
    ahd_writer_close(&w, ']');
    ahd_writer_close(&w, ']');
    ahd_writer_field(&w, "name", AHD_STR("x"));
    ahd_writer_field(&w, "none", AHD_STR(""));
    ahd_writer_close(&w, '}');
    CHECK_STR(ahd_buf_str(&out),
              "{\"list\":[1,false,null,[]],\"name\":\"x\",\"none\":null}");
    ahd_buf_finish(&out);
}

static void what_lines_cannot_hold_is_escaped(void)
{
    ahd_buf out = AHD_BUF(1000);
    ahd_writer w = {.out = &out};

    ahd_writer_str(&w,
                   AHD_STR("a\"\\\n\t\x01\x7f\xE2\x80\xA8\xE2\x80\xA9 عهد"));
    CHECK_STR(ahd_buf_str(&out),
              "\"a\\\"\\\\\\n\\t\\u0001\\u007f\\u2028\\u2029 عهد\"");
    ahd_buf_finish(&out);
}

static void numbers_and_days_do_not_depend_on_the_locale(void)
{
    ahd_buf out = AHD_BUF(1000);
    ahd_writer w = {.out = &out};

    ahd_writer_open(&w, '{');
    ahd_writer_key(&w, "score");
    ahd_writer_score(&w, 0.005);
    ahd_writer_key(&w, "one");
    ahd_writer_score(&w, 1.0);
    ahd_writer_key(&w, "less");
    ahd_writer_score(&w, -0.02);
    ahd_writer_day(&w, "day", ahd_day_of(2020, 10, 26));
    ahd_writer_day(&w, "none", INT32_MIN);
    ahd_writer_close(&w, '}');
    CHECK_STR(ahd_buf_str(&out), "{\"score\":0.01,\"one\":1.00,\"less\":0.00,"
                                 "\"day\":\"2020-10-26\",\"none\":null}");
    ahd_buf_finish(&out);
}

/* Every code point below U+0800, and some beyond, through a strict reader. */
static void every_text_comes_back_from_a_strict_reader(void)
{
    ahd_buf text = AHD_BUF(1 << 16), out = AHD_BUF(1 << 16);
    ahd_writer w = {.out = &out};

    for (uint32_t c = 0; c < 0x800; c++)
        ahd_buf_code_point(&text, c);
    for (uint32_t c = 0x1F600; c < 0x1F640; c++)
        ahd_buf_code_point(&text, c);
    ahd_writer_open(&w, '[');
    ahd_writer_str(&w, ahd_buf_str(&text));
    ahd_writer_close(&w, ']');
    json_t *read = json_loadb(out.ptr, out.len, JSON_ALLOW_NUL, NULL);
    const json_t *back = json_array_get(read, 0);
    CHECK(back != NULL);
    if (back)
        CHECK(ahd_str_eq(
            (ahd_str){json_string_value(back), json_string_length(back)},
            ahd_buf_str(&text)));
    json_decref(read);
    ahd_buf_finish(&text);
    ahd_buf_finish(&out);
}

int main(void)
{
    RUN(commas_stand_between_values_only);
    RUN(what_lines_cannot_hold_is_escaped);
    RUN(numbers_and_days_do_not_depend_on_the_locale);
    RUN(every_text_comes_back_from_a_strict_reader);
    return test_failures != 0;
}
