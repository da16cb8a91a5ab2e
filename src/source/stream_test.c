#include "source/stream.h"

#include "base/buf.h"
#include "test.h"

#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum { LARGEST = 64 << 20 };

/* The file that a stream is fed from, `step` bytes at a time. */
typedef struct made {
    ahd_buf bytes;
    size_t at, step;
} made;

static ahd_status feed(void *context, char *to, size_t size, size_t *got,
                       ahd_error *error)
{
    made *m = context;
    size_t left = m->bytes.len - m->at;

    (void)error;
    *got = left < size ? left : size;
    *got = *got < m->step ? *got : m->step;
    if (*got > 0)
        memcpy(to, m->bytes.ptr + m->at, *got);
    m->at += *got;
    return AHD_OK;
}

static made new_made(size_t step)
{
    return (made){.bytes = AHD_BUF(LARGEST), .step = step};
}

static void add_gzip(made *m, ahd_str bytes)
{
    static unsigned char out[1 << 20];
    z_stream z = {0};

    CHECK(deflateInit2(&z, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    z.next_in = (Bytef *)(uintptr_t)bytes.ptr;
    z.avail_in = (uInt)bytes.len;
    z.next_out = out;
    z.avail_out = sizeof out;
    CHECK(deflate(&z, Z_FINISH) == Z_STREAM_END);
    ahd_buf_add(&m->bytes, (ahd_str){(char *)out, sizeof out - z.avail_out});
    deflateEnd(&z);
}

static void add_zstd(made *m, ahd_str bytes)
{
    static char out[1 << 16];
    size_t len = ZSTD_compress(out, sizeof out, bytes.ptr, bytes.len, 3);

    CHECK(!ZSTD_isError(len));
    ahd_buf_add(&m->bytes, (ahd_str){out, len});
}

static ahd_stream *open_made(made *m)
{
    ahd_stream *stream = NULL;

    CHECK(ahd_stream_open_feed("made", (ahd_stream_feed){m, feed}, &stream,
                               NULL) == AHD_OK);
    return stream;
}

/* All of it, with "!" for every damage that was mended. */
static ahd_str all(made *m)
{
    static char out[4096];
    size_t len = 0;
    ahd_stream *stream = open_made(m);

    for (bool more = true; more && len + 100 < sizeof out;) {
        ahd_status status = ahd_stream_need(stream, 1, NULL);
        ahd_str have = ahd_stream_have(stream);
        size_t n = have.len < 100 ? have.len : 100;
        memcpy(out + len, have.ptr, n);
        len += n;
        ahd_stream_take(stream, have.len);
        more = have.len > 0;
        if (status != AHD_OK) {
            out[len++] = '!';
            more = ahd_stream_mend(stream);
        }
    }
    ahd_stream_close(stream);
    m->at = 0;
    return (ahd_str){out, len};
}

static void plain_bytes_pass_as_they_are(void)
{
    made m = new_made(3);

    CHECK_STR(all(&m), "");
    ahd_buf_add(&m.bytes, AHD_STR("They met\nin Doha"));
    CHECK_STR(all(&m), "They met\nin Doha");
    ahd_buf_finish(&m.bytes);
}

static void members_are_joined_whatever_the_pieces(void)
{
    for (size_t step = 1; step < 100; step += 7) {
        made m = new_made(step);
        add_gzip(&m, AHD_STR("one "));
        add_gzip(&m, AHD_STR(""));
        ahd_buf_add(&m.bytes, (ahd_str){"\0\0\0\0\0", 5});
        add_gzip(&m, AHD_STR("two"));
        CHECK_STR(all(&m), "one two");
        ahd_buf_finish(&m.bytes);
        m = new_made(step);
        add_zstd(&m, AHD_STR("three "));
        add_zstd(&m, AHD_STR("four"));
        CHECK_STR(all(&m), "three four");
        ahd_buf_finish(&m.bytes);
    }
}

static void after_damage_the_next_member_is_found(void)
{
    made m = new_made(1000);

    add_gzip(&m, AHD_STR("one "));
    size_t second = m.bytes.len;
    add_gzip(&m, AHD_STR("two two two "));
    m.bytes.len -= 6; /* cut: the third begins in its middle */
    add_gzip(&m, AHD_STR("three "));
    ahd_buf_add(&m.bytes, AHD_STR("garbage"));
    add_gzip(&m, AHD_STR("four"));
    CHECK_STR(all(&m), "one two two two !three !four");
    m.bytes.ptr[second + 1] ^= 1;
    CHECK_STR(all(&m), "one !three !four");
    ahd_buf_finish(&m.bytes);
}

static void a_cut_end_fails_once_and_then_is_the_end(void)
{
    made m = new_made(1000);
    ahd_error error = {0};

    add_gzip(&m, AHD_STR("one "));
    add_gzip(&m, AHD_STR("two"));
    m.bytes.len -= 1;
    CHECK_STR(all(&m), "one two!");
    ahd_stream *stream = open_made(&m);
    CHECK(ahd_stream_need(stream, 100, &error) == AHD_EFORMAT);
    CHECK(strcmp(error.reason, "damaged") == 0);
    CHECK(strcmp(error.file, "made") == 0);
    CHECK(ahd_stream_need(stream, 100, NULL) == AHD_EFORMAT);
    CHECK_STR(ahd_stream_have(stream), "one two");
    ahd_stream_close(stream);
    ahd_buf_finish(&m.bytes);
}

static void a_bomb_is_refused_and_mended(void)
{
    static char zeroes[4 << 20];
    made m = new_made(LARGEST);
    ahd_error error = {0};

    add_gzip(&m, (ahd_str){zeroes, sizeof zeroes});
    add_gzip(&m, AHD_STR("after"));
    ahd_stream *stream = open_made(&m);
    CHECK(ahd_stream_need(stream, sizeof zeroes, &error) == AHD_ELIMIT);
    CHECK(ahd_stream_have(stream).len <= (2 << 20));
    CHECK(strstr(error.message, "200 times") != NULL);
    CHECK(ahd_stream_mend(stream));
    CHECK(ahd_stream_need(stream, 5, &error) == AHD_OK);
    CHECK_STR(ahd_stream_have(stream), "after");
    ahd_stream_close(stream);
    ahd_buf_finish(&m.bytes);
}

/* Each is below what a member may be, all together are not. */
static void many_small_bombs_are_one(void)
{
    static char zeroes[1 << 20];
    made m = new_made(LARGEST);
    ahd_error error = {0};
    uint64_t len = (uint64_t)100 << 20;

    for (int i = 0; i < 100; i++)
        add_gzip(&m, (ahd_str){zeroes, sizeof zeroes});
    ahd_stream *stream = open_made(&m);
    CHECK(ahd_stream_skip(stream, &len, &error) == AHD_ELIMIT);
    CHECK(!ahd_stream_mend(stream));
    ahd_stream_close(stream);
    ahd_buf_finish(&m.bytes);
}

static void a_member_is_known_by_where_it_lies(void)
{
    made m = new_made(1000);
    uint64_t len = 100;

    add_gzip(&m, AHD_STR("one"));
    uint64_t second = m.bytes.len;
    add_gzip(&m, AHD_STR("second"));
    ahd_stream *stream = open_made(&m);
    CHECK(ahd_stream_need(stream, 1, NULL) == AHD_OK);
    CHECK(ahd_stream_at_member(stream) && ahd_stream_place(stream) == 0);
    CHECK_STR(ahd_stream_have(stream), "one");
    ahd_stream_take(stream, 1);
    CHECK(!ahd_stream_at_member(stream) && ahd_stream_place(stream) == 1);
    CHECK(ahd_stream_skip_inside(stream, &len, NULL) == AHD_OK && len == 98);
    CHECK(ahd_stream_need(stream, 1, NULL) == AHD_OK);
    CHECK_STR(ahd_stream_have(stream), "second");
    CHECK(ahd_stream_place(stream) == second);
    ahd_stream_close(stream);
    ahd_buf_finish(&m.bytes);
}

int main(void)
{
    RUN(plain_bytes_pass_as_they_are);
    RUN(members_are_joined_whatever_the_pieces);
    RUN(after_damage_the_next_member_is_found);
    RUN(a_cut_end_fails_once_and_then_is_the_end);
    RUN(a_bomb_is_refused_and_mended);
    RUN(many_small_bombs_are_one);
    RUN(a_member_is_known_by_where_it_lies);
    return test_failures != 0;
}
