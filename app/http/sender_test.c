#include "http/sender.h"

#include "test.h"

static bool ours(const char *origin, const char *site)
{
    return ahd_sender_is_ours(ahd_str_from(origin), ahd_str_from(site),
                              AHD_STR("127.0.0.1:8320"));
}

static void a_page_of_ours_may_send(void)
{
    CHECK(ours("http://127.0.0.1:8320", "same-origin"));
    CHECK(ours("http://127.0.0.1:8320", ""));
    CHECK(ours("https://127.0.0.1:8320", ""));
    CHECK(ours("", "same-origin"));
}

static void a_page_of_others_may_not(void)
{
    CHECK(!ours("http://evil.example", ""));
    CHECK(!ours("http://evil.example", "same-origin"));
    CHECK(!ours("http://127.0.0.1:8320", "cross-site"));
    CHECK(!ours("http://127.0.0.1:8320", "same-site"));
    CHECK(!ours("http://127.0.0.1:8320", "none"));
    CHECK(!ours("http://127.0.0.1:9999", ""));
    CHECK(!ours("http://127.0.0.1", ""));
    CHECK(!ours("http://127.0.0.1:8320.evil.example", ""));
    CHECK(!ours("http://evil.example/127.0.0.1:8320", ""));
    CHECK(!ours("127.0.0.1:8320", ""));
    CHECK(!ours("null", ""));
}

static void who_says_nothing_may_not(void)
{
    CHECK(!ours("", ""));
    CHECK(!ahd_sender_is_ours(AHD_STR("http://"), AHD_STR(""), AHD_STR("")));
}

int main(void)
{
    RUN(a_page_of_ours_may_send);
    RUN(a_page_of_others_may_not);
    RUN(who_says_nothing_may_not);
    return test_failures != 0;
}
