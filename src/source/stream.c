/* Two buffers: `raw`, bytes as they lie in the file (intake.h), and `out`, the
 * window that the reader of the stream sees. */
#include "stream.h"

#include "base/buf.h"
#include "intake.h"
#include "refusal.h"
#include "unpack.h"

#include <stdlib.h>
#include <string.h>

enum {
    AHEAD = 1 << 18, /* raw bytes to have before a member is tried whole */
    PIECE = 1 << 16, /* to unpack at once */
    ROOM = 1 << 20,  /* for a whole member, at first */
    MOST_ROOM = 4 << 20,
    DICTIONARY = 8 << 20,
    RATIO = 200,
    MEMBER_FREE = 1 << 20, /* bytes that a member, a file may unpack to */
    FILE_FREE = 16 << 20,  /* before their ratio is looked at */
};

struct ahd_stream {
    ahd_intake raw;
    uint64_t searched; /* raw bytes gone through again after damage */
    bool started;

    ahd_coding coding;
    ahd_unpacker *unpacker;
    bool inside; /* a member has begun and not ended */
    uint64_t member_raw, member_out;
    size_t room;

    ahd_buf out;
    size_t at;      /* of the first byte at hand, in out */
    uint64_t taken; /* bytes that were taken before it */
    bool end;
    bool dead; /* cannot be mended */
    ahd_error broken;
};

/* ------------------------------------------------------------ the window */

static size_t at_hand(const ahd_stream *s)
{
    return s->out.len - s->at;
}

static uint64_t unpacked(const ahd_stream *s)
{
    return s->taken + at_hand(s);
}

/* Room for `want` bytes more; what was taken makes way when it pays. */
static ahd_status make_room(ahd_stream *s, size_t want, ahd_error *error)
{
    size_t left = at_hand(s);

    if (left == 0 || s->at > left || s->out.len + want > s->out.max) {
        if (left > 0 && s->at > 0)
            memmove(s->out.ptr, s->out.ptr + s->at, left);
        s->out.len = left;
        s->at = 0;
    }
    if (ahd_buf_reserve(&s->out, want))
        return AHD_OK;
    s->out.failed = false;
    return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, s->raw.path,
                            "no memory to read it");
}

static ahd_status fill_plain(ahd_stream *s, ahd_error *error)
{
    size_t got = ahd_intake_str(&s->raw).len < PIECE
                     ? ahd_intake_str(&s->raw).len
                     : PIECE;

    AHD_TRY(make_room(s, PIECE, error));
    char *to = s->out.ptr + s->out.len;
    if (got > 0) {
        memcpy(to, s->raw.ptr + s->raw.at, got);
        s->raw.at += got;
    } else {
        AHD_TRY(ahd_intake_read(&s->raw, to, PIECE, &got, error));
    }
    s->out.len += got;
    s->out.ptr[s->out.len] = 0;
    s->end = got == 0;
    return AHD_OK;
}

/* --------------------------------------------------------------- members */

static ahd_status fail_damaged(ahd_stream *s, ahd_error *error)
{
    return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, s->raw.path,
                            "its %s data is damaged or cut off; fetch it again",
                            ahd_unpack_name(s->coding));
}

static ahd_status fail_bomb(ahd_stream *s, ahd_error *error)
{
    return ahd_refusal_fail(error, AHD_REFUSAL_BOMB, s->raw.path,
                            "unpacks to more than %d times its size; if you "
                            "trust it, unpack it first",
                            RATIO);
}

static ahd_status check_member(ahd_stream *s, ahd_error *error)
{
    uint64_t out = unpacked(s) - s->member_out;
    uint64_t raw = ahd_intake_place(&s->raw) - s->member_raw;

    return out > MEMBER_FREE && out / RATIO > raw ? fail_bomb(s, error)
                                                  : AHD_OK;
}

/* Many small bombs in a row are a bomb as well. */
static ahd_status check_file(ahd_stream *s, ahd_error *error)
{
    uint64_t out = unpacked(s), raw = ahd_intake_place(&s->raw);

    if (out <= FILE_FREE || out / RATIO <= raw)
        return AHD_OK;
    s->dead = true;
    return fail_bomb(s, error);
}

static ahd_status begin_member(ahd_stream *s, ahd_error *error)
{
    s->raw.kept = false;
    for (;;) { /* writers pad with zeroes */
        AHD_TRY(ahd_intake_have(&s->raw, 4, error));
        if (ahd_intake_str(&s->raw).len == 0 || s->raw.ptr[s->raw.at] != 0)
            break;
        s->raw.at++;
    }
    s->end = ahd_intake_str(&s->raw).len == 0;
    if (s->end)
        return AHD_OK;
    s->member_raw = ahd_intake_place(&s->raw);
    s->member_out = unpacked(s);
    s->raw.keep = s->raw.at;
    s->raw.kept = true;
    ahd_str head = {s->raw.ptr + s->raw.at, ahd_intake_str(&s->raw).len};
    if (ahd_unpack_sniff(head) != s->coding)
        return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, s->raw.path,
                                "has something else after its %s data; fetch "
                                "it again, or unpack it first",
                                ahd_unpack_name(s->coding));
    s->inside = true;
    if (ahd_unpacker_reset(s->unpacker))
        return AHD_OK;
    return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, s->raw.path,
                            "no memory to unpack it");
}

static ahd_status end_member(ahd_stream *s, ahd_error *error)
{
    s->inside = s->raw.kept = false;
    AHD_TRY(check_member(s, error));
    return check_file(s, error);
}

/* A member that is small enough is unpacked at once. */
static ahd_status try_whole(ahd_stream *s, bool *done, ahd_error *error)
{
    *done = false;
    if (s->coding != AHD_CODING_GZIP)
        return AHD_OK;
    AHD_TRY(ahd_intake_have(&s->raw, AHEAD, error));
    AHD_TRY(make_room(s, s->room, error));
    ahd_str in = {s->raw.ptr + s->raw.at, ahd_intake_str(&s->raw).len};
    ahd_room out = {s->out.ptr + s->out.len, s->room};
    *done = ahd_unpacker_whole(s->unpacker, &in, &out);
    if (!*done) {
        s->room = s->room < MOST_ROOM ? 2 * s->room : MOST_ROOM;
        return AHD_OK;
    }
    s->raw.at = s->raw.len - in.len;
    s->out.len += s->room - out.len;
    s->out.ptr[s->out.len] = 0;
    return end_member(s, error);
}

static ahd_status unpack_piece(ahd_stream *s, ahd_error *error)
{
    AHD_TRY(ahd_intake_have(&s->raw, 1, error));
    AHD_TRY(make_room(s, PIECE, error));
    ahd_str in = {s->raw.ptr + s->raw.at, ahd_intake_str(&s->raw).len};
    ahd_room out = {s->out.ptr + s->out.len, PIECE};
    bool cut = in.len == 0;
    ahd_unpacked got = ahd_unpacker_step(s->unpacker, &in, &out);
    s->raw.at = s->raw.len - in.len;
    s->out.len += PIECE - out.len;
    s->out.ptr[s->out.len] = 0;
    if (got == AHD_UNPACKED_END)
        return end_member(s, error);
    if (got == AHD_UNPACKED_MEMORY)
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, s->raw.path,
                                "no memory to unpack it");
    if (got == AHD_UNPACKED_DAMAGED || (cut && out.len == PIECE))
        return fail_damaged(s, error);
    return check_member(s, error);
}

/* Some bytes more, or the end; at most to the end of a member. */
static ahd_status fill_packed(ahd_stream *s, ahd_error *error)
{
    size_t before = at_hand(s);
    bool done = false;

    while (at_hand(s) == before && !s->end) {
        bool fresh = !s->inside;
        if (fresh)
            AHD_TRY(begin_member(s, error));
        if (fresh && !s->end)
            AHD_TRY(try_whole(s, &done, error));
        if (!done && !s->end)
            AHD_TRY(unpack_piece(s, error));
        done = false;
    }
    return AHD_OK;
}

/* ---------------------------------------------------------------- starting
 *
 * A zstd file may begin with a frame that is passed over and holds the
 * dictionary of all others (IIPC, Zstandard in WARC). */

static bool has_dictionary(const ahd_stream *s)
{
    return ahd_intake_str(&s->raw).len >= 8 &&
           memcmp(s->raw.ptr + s->raw.at, "\x5d\x2a\x4d\x18", 4) == 0;
}

static ahd_status take_dictionary(ahd_stream *s, ahd_buf *bytes, size_t len,
                                  ahd_error *error)
{
    s->raw.at += 8;
    while (bytes->len < len) {
        AHD_TRY(ahd_intake_have(&s->raw, 1, error));
        size_t n = ahd_intake_str(&s->raw).len < len - bytes->len
                       ? ahd_intake_str(&s->raw).len
                       : len - bytes->len;
        ahd_buf_add(bytes, (ahd_str){s->raw.ptr + s->raw.at, n});
        s->raw.at += n;
        if (n == 0 || bytes->failed)
            return fail_damaged(s, error);
    }
    return ahd_unpacker_learn(s->unpacker, ahd_buf_str(bytes))
               ? AHD_OK
               : fail_damaged(s, error);
}

static ahd_status learn(ahd_stream *s, ahd_error *error)
{
    ahd_buf bytes = AHD_BUF(DICTIONARY);
    size_t len = 0;

    for (size_t i = 0; i < 4; i++)
        len |= (size_t)(unsigned char)s->raw.ptr[s->raw.at + 4 + i] << 8 * i;
    if (len > DICTIONARY) {
        s->dead = true;
        return ahd_refusal_fail(error, AHD_REFUSAL_LARGE, s->raw.path,
                                "has a dictionary of %zu MiB, above the limit "
                                "of %d MiB; unpack it first",
                                len >> 20, DICTIONARY >> 20);
    }
    ahd_status status = take_dictionary(s, &bytes, len, error);
    s->dead = status != AHD_OK;
    ahd_buf_finish(&bytes);
    return status;
}

static ahd_status start(ahd_stream *s, ahd_error *error)
{
    AHD_TRY(ahd_intake_have(&s->raw, 8, error));
    s->started = true;
    s->coding = ahd_unpack_sniff(
        (ahd_str){s->raw.ptr + s->raw.at, ahd_intake_str(&s->raw).len});
    if (s->coding == AHD_CODING_PLAIN)
        return AHD_OK;
    s->unpacker = ahd_unpacker_new(s->coding);
    if (s->unpacker == NULL) {
        s->dead = true;
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, s->raw.path,
                                "no memory to unpack it");
    }
    return has_dictionary(s) ? learn(s, error) : AHD_OK;
}

static ahd_status fill(ahd_stream *s, ahd_error *error)
{
    ahd_status status = s->started ? AHD_OK : start(s, &s->broken);

    if (status == AHD_OK && s->broken.status == AHD_OK)
        status = s->coding == AHD_CODING_PLAIN ? fill_plain(s, &s->broken)
                                               : fill_packed(s, &s->broken);
    if (s->broken.status == AHD_OK)
        return status;
    if (error != NULL)
        *error = s->broken;
    return s->broken.status;
}

/* --------------------------------------------------------------- reading */

ahd_status ahd_stream_need(ahd_stream *s, size_t want, ahd_error *error)
{
    while (at_hand(s) < want && !s->end)
        AHD_TRY(fill(s, error));
    return AHD_OK;
}

ahd_status ahd_stream_peek(ahd_stream *s, size_t want, ahd_error *error)
{
    ahd_status status = AHD_OK;

    do
        status = at_hand(s) < want && !s->end ? fill(s, error) : AHD_OK;
    while (status == AHD_OK && at_hand(s) < want && !s->end &&
           (s->inside || s->coding == AHD_CODING_PLAIN));
    return at_hand(s) > 0 ? AHD_OK : status;
}

ahd_str ahd_stream_have(const ahd_stream *s)
{
    return (ahd_str){s->out.ptr ? s->out.ptr + s->at : "", at_hand(s)};
}

void ahd_stream_take(ahd_stream *s, size_t len)
{
    s->at += len;
    s->taken += len;
}

bool ahd_stream_seek(ahd_stream *s, uint64_t at)
{
    if (!s->started || s->coding != AHD_CODING_PLAIN ||
        !ahd_intake_seek(&s->raw, at))
        return false;
    ahd_buf_clear(&s->out);
    s->at = 0;
    s->taken = at;
    s->end = false;
    return true;
}

/* Up to `*len` bytes of what is at hand. */
static void take_some(ahd_stream *s, uint64_t *len)
{
    size_t n = *len < at_hand(s) ? (size_t)*len : at_hand(s);

    ahd_stream_take(s, n);
    *len -= n;
}

ahd_status ahd_stream_skip(ahd_stream *s, uint64_t *len, ahd_error *error)
{
    uint64_t to = s->taken + *len;

    if (*len > at_hand(s) + (uint64_t)AHD_INTAKE_BYTES && to <= s->raw.size &&
        ahd_stream_seek(s, to)) {
        *len = 0;
        return AHD_OK;
    }
    for (take_some(s, len); *len > 0 && !s->end; take_some(s, len))
        AHD_TRY(fill(s, error));
    return AHD_OK;
}

ahd_status ahd_stream_skip_inside(ahd_stream *s, uint64_t *len,
                                  ahd_error *error)
{
    if (s->taken < s->member_out) { /* the next has begun already */
        uint64_t left = s->member_out - s->taken;
        uint64_t n = *len < left ? *len : left;
        ahd_stream_take(s, (size_t)n);
        *len -= n;
        return AHD_OK;
    }
    for (take_some(s, len); *len > 0 && s->inside; take_some(s, len))
        AHD_TRY(fill(s, error));
    return AHD_OK;
}

/* ---------------------------------------------------------------- mending */

/* Where a member may start in the raw bytes at hand; their length, less a
 * beginning of one at their end, when nowhere. */
static size_t find_member(const ahd_stream *s)
{
    const char *raw = s->raw.ptr;
    size_t at = s->raw.at;

    for (; s->raw.len - at >= 4; at++) {
        const char *first =
            memchr(raw + at, s->coding == AHD_CODING_GZIP ? 0x1f : 0x28,
                   s->raw.len - at - 3);
        if (first == NULL)
            return s->raw.len - 3;
        at = (size_t)(first - raw);
        bool fits = s->coding == AHD_CODING_GZIP
                        ? memcmp(first, "\x1f\x8b\x08", 3) == 0 &&
                              ((unsigned char)first[3] & 0xE0) == 0
                        : memcmp(first, "\x28\xb5\x2f\xfd", 4) == 0;
        if (fits)
            return at;
    }
    return at;
}

/* From just after the start of what failed when that is still there, so that
 * a member which follows a cut one is not missed; but no bytes are gone through
 * again and again. */
static void step_back(ahd_stream *s)
{
    size_t back = s->raw.kept ? s->raw.at - s->raw.keep : 0;

    if (back == 0 ||
        s->searched + back > ahd_intake_place(&s->raw) + AHD_INTAKE_BYTES) {
        s->raw.at += back == 0 && ahd_intake_str(&s->raw).len > 0;
        return;
    }
    s->searched += back;
    s->raw.at = s->raw.keep + 1;
}

bool ahd_stream_mend(ahd_stream *s)
{
    ahd_stream_take(s, at_hand(s));
    s->broken = (ahd_error){0};
    s->inside = false;
    s->end = s->dead || !s->started || s->coding == AHD_CODING_PLAIN;
    if (s->end)
        return false;
    step_back(s);
    s->raw.kept = false;
    for (;;) {
        s->raw.at = find_member(s);
        if (ahd_intake_str(&s->raw).len >= 4)
            return true;
        if (ahd_intake_more(&s->raw, NULL) != AHD_OK || s->raw.end)
            break;
    }
    s->end = true;
    return false;
}

/* ---------------------------------------------------------------- places */

bool ahd_stream_at_member(const ahd_stream *s)
{
    return s->taken == s->member_out;
}

bool ahd_stream_is_packed(const ahd_stream *s)
{
    return s->coding != AHD_CODING_PLAIN;
}

uint64_t ahd_stream_place(const ahd_stream *s)
{
    return ahd_stream_is_packed(s) && ahd_stream_at_member(s) ? s->member_raw
                                                              : s->taken;
}

uint64_t ahd_stream_raw(const ahd_stream *s)
{
    return ahd_intake_place(&s->raw);
}

uint64_t ahd_stream_size(const ahd_stream *s)
{
    return s->raw.size;
}

/* ---------------------------------------------------------------- opening */

static ahd_status new_stream(const char *path, ahd_stream **out,
                             ahd_error *error)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL)
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, path,
                                "no memory to open it");
    (*out)->room = ROOM;
    (*out)->raw.file = -1;
    (*out)->out = AHD_BUF(AHD_STREAM_MOST + MOST_ROOM);
    return AHD_OK;
}

static ahd_status opened(ahd_stream **stream, ahd_status status)
{
    if (status != AHD_OK) {
        ahd_stream_close(*stream);
        *stream = NULL;
    }
    return status;
}

ahd_status ahd_stream_open_feed(const char *path, ahd_stream_feed feed,
                                ahd_stream **out, ahd_error *error)
{
    AHD_TRY(new_stream(path, out, error));
    return opened(out, ahd_intake_open_feed(&(*out)->raw, path, feed, error));
}

ahd_status ahd_stream_open_file(const char *path, ahd_stream **out,
                                ahd_error *error)
{
    AHD_TRY(new_stream(path, out, error));
    return opened(out, ahd_intake_open_file(&(*out)->raw, path, error));
}

void ahd_stream_close(ahd_stream *s)
{
    if (s == NULL)
        return;
    ahd_unpacker_free(s->unpacker);
    ahd_buf_finish(&s->out);
    ahd_intake_close(&s->raw);
    free(s);
}
