#include "base/scan.h"

#include "test.h"

enum { ROOM = 70 };

static char page[ROOM];

/* A page of `len` dots. */
static ahd_str dots(size_t len)
{
    memset(page, '.', ROOM);
    return (ahd_str){page, len};
}

static void a_byte_is_found_wherever_it_stands(void)
{
    for (size_t len = 0; len < ROOM; len++)
        for (size_t i = 0; i < ROOM; i++) {
            ahd_str s = dots(len);
            page[i] = '<';
            size_t want = i < len ? i : len;
            CHECK(ahd_scan_byte(s, 0, '<') == want);
            CHECK(ahd_scan_either(s, 0, '>', '<') == want);
            CHECK(ahd_scan_byte(s, want < len ? want + 1 : len, '<') == len);
        }
}

static void a_pair_is_found_whole_or_not_at_all(void)
{
    for (size_t len = 2; len < ROOM; len++)
        for (size_t i = 0; i + 1 < ROOM; i++) {
            ahd_str s = dots(len);
            page[i] = '<';
            page[i + 1] = i % 2 ? '/' : '!';
            size_t want = i + 1 < len ? i : len;
            CHECK(ahd_scan_pair(s, 0, "<</!") == want);
            page[i + 1] = '<';
            CHECK(ahd_scan_pair(s, 0, "<</!") == len);
        }
    CHECK(ahd_scan_pair(AHD_STR("a->"), 0, "-!>>") == 1);
    CHECK(ahd_scan_pair(AHD_STR(""), 0, "-!>>") == 0);
}

int main(void)
{
    RUN(a_byte_is_found_wherever_it_stands);
    RUN(a_pair_is_found_whole_or_not_at_all);
    return test_failures != 0;
}
