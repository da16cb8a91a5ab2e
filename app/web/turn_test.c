#include "web/turn.h"

#include "test.h"

static ahd_request request_of(const ahd_param *params, size_t count)
{
    ahd_request out = {.path = AHD_STR("/review")};

    for (size_t i = 0; i < count; i++)
        out.params[out.param_count++] = params[i];
    return out;
}

static bool read(const char *name, const char *value, ahd_turn *out)
{
    const ahd_param params[] = {{ahd_str_from(name), ahd_str_from(value)}};
    const ahd_request request = request_of(params, 1);

    return ahd_turn_read(&request, out);
}

static void a_place_is_cut_at_the_last_colon(void)
{
    ahd_turn turn = {.n = 0};

    CHECK(ahd_turn_place(AHD_STR("found:a:1:3"), &turn));
    CHECK_STR(turn.document, "found:a:1");
    CHECK(turn.n == 3);
    CHECK(!ahd_turn_place(AHD_STR("snn-1"), &turn));
    CHECK(!ahd_turn_place(AHD_STR(":3"), &turn));
    CHECK(!ahd_turn_place(AHD_STR("a:0"), &turn));
    CHECK(!ahd_turn_place(AHD_STR("a:"), &turn));
    CHECK(!ahd_turn_place(AHD_STR("a:-1"), &turn));
    CHECK(!ahd_turn_place(AHD_STR("a:99999999999"), &turn));
    CHECK(!ahd_turn_place(AHD_STR(""), &turn));
}

static void an_address_that_makes_no_sense_is_none(void)
{
    ahd_turn turn;

    CHECK(read("state", "disagreeing", &turn));
    CHECK(!read("state", "tomorrow", &turn));
    CHECK(read("below", "0.5", &turn));
    CHECK(read("below", ".5", &turn));
    CHECK(!read("below", "1e9", &turn));
    CHECK(!read("below", "-1", &turn));
    CHECK(!read("below", ".", &turn));
    CHECK(!read("below", "0.5.5", &turn));
    CHECK(!read("at", "nowhere", &turn));
    CHECK(read("lang", "ar", &turn));
    CHECK_STR(turn.state, "open");
}

static void an_address_is_read_as_it_was_written(void)
{
    const ahd_param params[] = {
        {AHD_STR("state"), AHD_STR("reviewed")},
        {AHD_STR("agreement"), AHD_STR("ly-x&act=y")},
        {AHD_STR("by"), AHD_STR("هدى <b>")},
        {AHD_STR("below"), AHD_STR("0.75")},
        {AHD_STR("at"), AHD_STR("a b:c:7")},
    };
    const ahd_request request = request_of(params, 5);
    const ahd_view view = {.tongue = AHD_EN};
    ahd_buf url = AHD_BUF(1000);
    ahd_turn turn;

    CHECK(ahd_turn_read(&request, &turn));
    ahd_turn_url(&view, &turn, "/review", &url);
    CHECK_STR(ahd_buf_str(&url),
              "/review?lang=en&state=reviewed&agreement=ly-x%26act%3Dy"
              "&below=0.75&by=%D9%87%D8%AF%D9%89%20%3Cb%3E&at=a%20b%3Ac%3A7");
    ahd_buf_finish(&url);
}

int main(void)
{
    RUN(a_place_is_cut_at_the_last_colon);
    RUN(an_address_that_makes_no_sense_is_none);
    RUN(an_address_is_read_as_it_was_written);
    return test_failures != 0;
}
