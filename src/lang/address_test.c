#include "lang/address.h"

#include "test.h"

/* The address at the start of `text`, whose first word is `first` bytes. */
static ahd_str address(const char *text, size_t first)
{
    ahd_str s = ahd_str_from(text);
    size_t end = ahd_address_end(s, 0, first);

    return (ahd_str){text, end > first ? end : 0};
}

static void addresses_of_the_web(void)
{
    CHECK_STR(address("http://un.org/a?b=1,2. He", 4), "http://un.org/a?b=1,2");
    CHECK_STR(address("www.un.org/ar، ثم", 3), "www.un.org/ar");
    CHECK_STR(address("un.org.", 2), "un.org");
    CHECK_STR(address("news.un.org/x", 4), "news.un.org/x");
    CHECK_STR(address("talks.He", 5), "");
    CHECK_STR(address("end.it", 3), "");
    CHECK_STR(address("http://", 4), "");
    CHECK_STR(address("www.", 3), "");
}

static void addresses_of_mail(void)
{
    CHECK_STR(address("a.b+c@un.org,", 1), "a.b+c@un.org");
    CHECK_STR(address("press@un", 5), "");
    CHECK_STR(address("press@", 5), "");
}

static void handles(void)
{
    CHECK(ahd_address_handle(AHD_STR("@UN_News: x"), 0) == 8);
    CHECK(ahd_address_handle(AHD_STR("@ x"), 0) == 0);
    CHECK(ahd_address_handle(AHD_STR("@"), 0) == 0);
}

int main(void)
{
    RUN(addresses_of_the_web);
    RUN(addresses_of_mail);
    RUN(handles);
    return test_failures != 0;
}
