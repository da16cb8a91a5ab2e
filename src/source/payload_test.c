#include "source/payload.h"

#include "test.h"

#include <string.h>
#include <zlib.h>

static ahd_payload payload;

/* A body with these headers, its codings undone; "!reason" when refused. */
static ahd_str undone(const char *fields, ahd_str body)
{
    static char message[1 << 16];
    size_t len = (size_t)snprintf(message, sizeof message,
                                  "HTTP/1.1 200 OK\r\n%s\r\n", fields);
    ahd_http http;
    ahd_str joined, out;

    memcpy(message + len, body.ptr, body.len);
    CHECK(ahd_http_read((ahd_str){message, len + body.len}, &http));
    ahd_refusal why = ahd_payload_join(&payload, &http, http.body, &joined);
    if (why == AHD_REFUSAL_NONE)
        why = ahd_payload_unpack(&payload, &http, joined, joined.len, &out);
    return why == AHD_REFUSAL_NONE ? out : ahd_str_from(ahd_refusal_name(why));
}

/* `window`: as zlib's deflateInit2 wants it. */
static ahd_str packed(ahd_str bytes, int window)
{
    static unsigned char out[1 << 15];
    z_stream z = {0};

    CHECK(deflateInit2(&z, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) ==
          Z_OK);
    z.next_in = (Bytef *)(uintptr_t)bytes.ptr;
    z.avail_in = (uInt)bytes.len;
    z.next_out = out;
    z.avail_out = sizeof out;
    CHECK(deflate(&z, Z_FINISH) == Z_STREAM_END);
    size_t len = sizeof out - z.avail_out;
    deflateEnd(&z);
    return (ahd_str){(char *)out, len};
}

#define CHUNKED "Transfer-Encoding: chunked\r\n"
#define GZIP "Content-Encoding: gzip\r\n"
#define DEFLATE "Content-Encoding: deflate\r\n"

static void chunks_are_joined(void)
{
    CHECK_STR(undone(CHUNKED, AHD_STR("3;a=b\r\nabc\r\n1\nd\n0\r\n\r\n")),
              "abcd");
    CHECK_STR(undone(CHUNKED, AHD_STR("A\r\n0123456789\r\n")), "0123456789");
    CHECK_STR(undone(CHUNKED, AHD_STR("<p>joined already")),
              "<p>joined already");
    CHECK_STR(undone(CHUNKED, AHD_STR("5\r\nabc")), "damaged");
    CHECK_STR(undone(CHUNKED, AHD_STR("1\r\na\r\nz\r\n")), "damaged");
    CHECK_STR(undone(CHUNKED, AHD_STR("ffffffff\r\na")), "damaged");
}

static void packed_bodies_are_unpacked(void)
{
    CHECK_STR(undone(GZIP, packed(AHD_STR("signed"), 31)), "signed");
    CHECK_STR(undone(DEFLATE, packed(AHD_STR("signed"), 15)), "signed");
    CHECK_STR(undone(DEFLATE, packed(AHD_STR("signed"), -15)), "signed");
    CHECK_STR(undone(DEFLATE, packed(AHD_STR("signed"), 31)), "signed");
    CHECK_STR(undone(GZIP, AHD_STR("signed")), "signed");
    CHECK_STR(undone(GZIP, AHD_STR("")), "");
    CHECK_STR(undone("Content-Encoding: br\r\n", AHD_STR("signed")), "signed");
}

static void damage_and_unknown_codings_are_refused(void)
{
    ahd_str whole = packed(AHD_STR("signed in Geneva"), 31);

    CHECK_STR(undone(GZIP, (ahd_str){whole.ptr, whole.len - 1}), "damaged");
    CHECK_STR(undone(GZIP, (ahd_str){whole.ptr, 5}), "damaged");
    CHECK_STR(undone("Content-Encoding: odd\r\n", AHD_STR("a")),
              "in an unknown coding");
    CHECK_STR(undone("Content-Encoding: br,br,br,br,br\r\n", AHD_STR("a")),
              "in an unknown coding");
}

static void a_bomb_is_refused_even_when_it_lies_about_its_size(void)
{
    static char zeroes[4 << 20];
    static char bytes[1 << 15];
    ahd_str bomb = packed((ahd_str){zeroes, sizeof zeroes}, 31);

    CHECK_STR(undone(GZIP, bomb), "unpacks to far too much");
    memcpy(bytes, bomb.ptr, bomb.len);
    memset(bytes + bomb.len - 4, 1, 1); /* "1 byte" */
    memset(bytes + bomb.len - 3, 0, 3);
    CHECK_STR(undone(GZIP, (ahd_str){bytes, bomb.len}),
              "unpacks to far too much");
}

int main(void)
{
    ahd_payload_init(&payload);
    RUN(chunks_are_joined);
    RUN(packed_bodies_are_unpacked);
    RUN(damage_and_unknown_codings_are_refused);
    RUN(a_bomb_is_refused_even_when_it_lies_about_its_size);
    ahd_payload_finish(&payload);
    return test_failures != 0;
}
