#include "http/gzip.h"

#include "test.h"

#include <libdeflate.h>

static bool may(const char *header)
{
    return ahd_gzip_may(ahd_str_from(header));
}

static void gzip_is_for_those_who_take_it(void)
{
    CHECK(may("gzip"));
    CHECK(may("br, gzip;q=0.5"));
    CHECK(may("gzip; q=1, br"));
    CHECK(!may(""));
    CHECK(!may("br"));
    CHECK(!may("gzip;q=0"));
    CHECK(!may("gzip; q=0.00"));
    CHECK(!may("xgzip"));
}

static void long_text_is_packed_whole(void)
{
    ahd_reply reply = ahd_reply_start(200);
    char back[8000];
    size_t len = 0;

    for (int i = 0; i < 1000; i++)
        ahd_buf_printf(&reply.body, "%d. ", i);
    size_t before = reply.body.len;
    CHECK(ahd_gzip(&reply));
    CHECK(reply.body.len < before);
    struct libdeflate_decompressor *opener = libdeflate_alloc_decompressor();
    CHECK(libdeflate_gzip_decompress(opener, reply.body.ptr, reply.body.len,
                                     back, sizeof back, &len) == 0);
    CHECK(len == before);
    CHECK(ahd_str_starts((ahd_str){back, len}, AHD_STR("0. 1. 2. ")));
    libdeflate_free_decompressor(opener);
    ahd_buf_finish(&reply.body);
}

static void a_face_of_type_and_a_line_stay(void)
{
    ahd_reply reply = ahd_reply_start(200);

    ahd_buf_add(&reply.body, AHD_STR("nothing"));
    CHECK(!ahd_gzip(&reply));
    for (int i = 0; i < 5000; i++)
        ahd_buf_byte(&reply.body, 'x');
    reply.type = "font/woff2";
    CHECK(!ahd_gzip(&reply));
    CHECK(reply.body.len == 5007);
    ahd_buf_finish(&reply.body);
}

int main(void)
{
    RUN(gzip_is_for_those_who_take_it);
    RUN(long_text_is_packed_whole);
    RUN(a_face_of_type_and_a_line_stay);
    return test_failures != 0;
}
