#include "network.h"
#include "test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

static ahd_network judged(const char *text)
{
    const char *what = NULL;
    ahd_net net;

    CHECK(ahd_network_read(ahd_str_from(text), &net));
    return ahd_network_judge(net.bytes, net.len, &what);
}

static void public_addresses_are_public(void)
{
    static const char *const list[] = {
        "8.8.8.8",        "1.1.1.1",          "100.63.255.255",
        "100.128.0.0",    "172.15.255.255",   "172.32.0.0",
        "11.0.0.0",       "126.255.255.255",  "128.0.0.1",
        "169.253.0.1",    "192.167.1.1",      "223.255.255.255",
        "2a00:1450::8a",  "2606:4700::111",   "2001:4860::1",
        "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
    };

    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (judged(list[i]) != AHD_NETWORK_PUBLIC)
            printf("%s\n", list[i]);
        CHECK(judged(list[i]) == AHD_NETWORK_PUBLIC);
    }
}

static void what_only_we_reach_is_private(void)
{
    static const char *const list[] = {
        "127.0.0.1",        "127.255.255.254", "10.1.2.3",
        "172.16.0.1",       "172.31.255.255",  "192.168.1.1",
        "100.64.0.1",       "100.127.9.9",     "::1",
        "fc00::1",          "fdff:1::1",       "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",  "64:ff9b::a00:1",  "2002:7f00:1::",
        "2002:c0a8:101::5",
    };

    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (judged(list[i]) != AHD_NETWORK_PRIVATE)
            printf("%s\n", list[i]);
        CHECK(judged(list[i]) == AHD_NETWORK_PRIVATE);
    }
}

static void nobodys_article_is_there(void)
{
    static const char *const list[] = {
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.9",
        "::",
        "::127.0.0.1",
        "::ffff:169.254.169.254",
        "fe80::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a9fe:a9fe::",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "fec0::1",
        "4000::1",
    };

    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (judged(list[i]) != AHD_NETWORK_NEVER)
            printf("%s\n", list[i]);
        CHECK(judged(list[i]) == AHD_NETWORK_NEVER);
    }
}

static const char *refused(const ahd_allowance *allowed, const char *text,
                           unsigned port)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port)};
    struct sockaddr_in6 to6 = {.sin6_family = AF_INET6,
                               .sin6_port = htons((uint16_t)port)};
    struct sockaddr_storage any = {0};

    if (inet_pton(AF_INET, text, &to.sin_addr) == 1)
        memcpy(&any, &to, sizeof to);
    else if (inet_pton(AF_INET6, text, &to6.sin6_addr) == 1)
        memcpy(&any, &to6, sizeof to6);
    return ahd_network_refuses(allowed, (const struct sockaddr *)&any);
}

static void ports_of_the_web_only(void)
{
    const ahd_allowance none = {.all = false};

    CHECK(refused(&none, "8.8.8.8", 443) == NULL);
    CHECK(refused(&none, "2606:4700::111", 80) == NULL);
    CHECK(refused(&none, "8.8.8.8", 8443) == NULL);
    CHECK(refused(&none, "8.8.8.8", 22) != NULL);
    CHECK(refused(&none, "2606:4700::111", 6379) != NULL);
    CHECK(refused(&none, "127.0.0.1", 80) != NULL);
    CHECK(refused(&none, "::1", 80) != NULL);
    CHECK(refused(&none, "", 80) != NULL); /* another family */
}

static void what_is_allowed_and_no_more(void)
{
    ahd_allowance some = {.count = 1};
    const ahd_allowance all = {.all = true};

    CHECK(ahd_network_read(AHD_STR("127.0.0.2/31"), &some.nets[0]));
    CHECK(refused(&some, "127.0.0.3", 9) == NULL);
    CHECK(refused(&some, "127.0.0.1", 9) != NULL);
    CHECK(refused(&some, "127.0.0.4", 9) != NULL);
    CHECK(refused(&all, "127.0.0.4", 9) == NULL);
    CHECK(refused(&all, "fd00::1", 9) == NULL);
    CHECK(refused(&all, "169.254.169.254", 80) != NULL);
    CHECK(refused(&all, "8.8.8.8", 22) != NULL);
}

static void networks_are_read(void)
{
    ahd_net net;

    CHECK(ahd_network_read(AHD_STR("10.0.0.0/8"), &net) && net.bits == 8);
    CHECK(ahd_network_read(AHD_STR("fd00::/8"), &net) && net.len == 16);
    CHECK(!ahd_network_read(AHD_STR("10.0.0.0/33"), &net));
    CHECK(!ahd_network_read(AHD_STR("10.0.0.0/"), &net));
    CHECK(!ahd_network_read(AHD_STR("10.0.0"), &net));
    CHECK(!ahd_network_read(AHD_STR("feeds.txt"), &net));
    CHECK(!ahd_network_read(AHD_STR(""), &net));
}

int main(void)
{
    RUN(public_addresses_are_public);
    RUN(what_only_we_reach_is_private);
    RUN(nobodys_article_is_there);
    RUN(ports_of_the_web_only);
    RUN(what_is_allowed_and_no_more);
    RUN(networks_are_read);
    return test_failures != 0;
}
