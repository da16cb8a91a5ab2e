#include "http/host.h"

#include "test.h"

static bool local(const char *host)
{
    ahd_host_address address;

    return ahd_host_parse(host, 8320, &address, NULL) == AHD_OK &&
           ahd_host_is_local(&address);
}

static void only_loopback_is_local(void)
{
    CHECK(local("127.0.0.1"));
    CHECK(local("127.8.9.1"));
    CHECK(local("::1"));
    CHECK(local("localhost"));
    CHECK(!local("0.0.0.0"));
    CHECK(!local("::"));
    CHECK(!local("192.168.1.7"));
}

static void a_name_is_no_address_and_the_error_says_so(void)
{
    ahd_host_address address;
    ahd_error error = {0};

    CHECK(ahd_host_parse("example.org", 1, &address, &error) == AHD_EUSAGE);
    CHECK(ahd_str_find(ahd_str_from(error.message), AHD_STR("127.0.0.1")) <
          sizeof error.message);
}

static void names_of_others_may_not_ask(void)
{
    CHECK(ahd_host_may_ask(AHD_STR("127.0.0.1:8320"), "127.0.0.1"));
    CHECK(ahd_host_may_ask(AHD_STR("localhost"), "127.0.0.1"));
    CHECK(ahd_host_may_ask(AHD_STR("[::1]:8320"), "127.0.0.1"));
    CHECK(ahd_host_may_ask(AHD_STR("10.0.0.4:8320"), "10.0.0.4"));
    CHECK(!ahd_host_may_ask(AHD_STR("evil.example:8320"), "127.0.0.1"));
    CHECK(!ahd_host_may_ask(AHD_STR("127.0.0.1.evil.example"), "127.0.0.1"));
    CHECK(!ahd_host_may_ask(AHD_STR(""), "127.0.0.1"));
    CHECK(!ahd_host_may_ask(AHD_STR(":80"), "127.0.0.1"));
    CHECK(!ahd_host_may_ask(AHD_STR("["), "127.0.0.1"));
}

int main(void)
{
    RUN(only_loopback_is_local);
    RUN(a_name_is_no_address_and_the_error_says_so);
    RUN(names_of_others_may_not_ask);
    return test_failures != 0;
}
