#include "payload.h"

#include "base/ascii.h"

#include "header.h"
#include "sniff.h"
#include "source.h"

#include <string.h>

enum {
    CODINGS_MOST = 4,
    PIECE = 1 << 16,
    FREE = 1 << 20,
    RATIO = 200,
    SNIFF_BYTES = 4096,
};

static const struct {
    const char *name;
    ahd_coding coding;
} codings[] = {{"gzip", AHD_CODING_GZIP},      {"x-gzip", AHD_CODING_GZIP},
               {"deflate", AHD_CODING_ZLIB},   {"br", AHD_CODING_BROTLI},
               {"zstd", AHD_CODING_ZSTD},      {"identity", AHD_CODING_PLAIN},
               {"none", AHD_CODING_PLAIN},     {"utf-8", AHD_CODING_PLAIN},
               {"x-zstd", AHD_CODING_ZSTD},    {"", AHD_CODING_PLAIN},
               {"binary", AHD_CODING_PLAIN},   {"8bit", AHD_CODING_PLAIN},
               {"text/html", AHD_CODING_PLAIN}};

void ahd_payload_init(ahd_payload *body)
{
    *body = (ahd_payload){.bufs = {AHD_BUF(AHD_SOURCE_LARGEST + 2 * PIECE),
                                   AHD_BUF(AHD_SOURCE_LARGEST + 2 * PIECE)}};
}

void ahd_payload_finish(ahd_payload *body)
{
    for (int i = 0; i < AHD_CODINGS; i++)
        ahd_unpacker_free(body->unpackers[i]);
    ahd_buf_finish(&body->bufs[0]);
    ahd_buf_finish(&body->bufs[1]);
}

/* The buffer that what is at hand does not lie in, empty. */
static ahd_buf *other(ahd_payload *body)
{
    body->used = !body->used;
    ahd_buf_clear(&body->bufs[body->used]);
    return &body->bufs[body->used];
}

/* ---------------------------------------------------------------- chunks */

/* "1a;name=value\r\n" -> 26, and the rest after it; false when it is no such
 * line. */
static bool chunk_size(ahd_str *rest, size_t *size)
{
    ahd_str line = ahd_header_main(ahd_str_cut(rest, '\n'));

    *size = 0;
    if (line.len == 0 || line.len > 8)
        return false;
    for (size_t i = 0; i < line.len; i++) {
        const char *digits = "0123456789abcdef", *at;
        char c = line.ptr[i];
        at = strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c);
        if (at == NULL || c == 0)
            return false;
        *size = *size * 16 + (size_t)(at - digits);
    }
    return true;
}

/* The end may be missing, but no part of a chunk. */
static ahd_refusal join(ahd_str rest, ahd_buf *out)
{
    size_t size;

    while (rest.len > 0) {
        if (!chunk_size(&rest, &size))
            return AHD_REFUSAL_DAMAGED;
        if (size == 0)
            break;
        if (size > rest.len)
            return AHD_REFUSAL_DAMAGED;
        ahd_buf_add(out, (ahd_str){rest.ptr, size});
        if (out->failed || out->len > AHD_SOURCE_LARGEST)
            return AHD_REFUSAL_LARGE;
        rest = (ahd_str){rest.ptr + size, rest.len - size};
        ahd_str_cut(&rest, '\n');
    }
    return AHD_REFUSAL_NONE;
}

ahd_refusal ahd_payload_join(ahd_payload *body, const ahd_http *http,
                             ahd_str raw, ahd_str *out)
{
    ahd_str first = raw;
    size_t size;

    *out = raw;
    if (!ahd_ascii_same(http->transfer, AHD_STR("chunked")) ||
        !chunk_size(&first, &size))
        return AHD_REFUSAL_NONE;
    ahd_buf *to = other(body);
    ahd_refusal why = join(raw, to);
    *out = ahd_buf_str(to);
    return why;
}

/* -------------------------------------------------------------- unpacking */

static bool is_zlib(ahd_str s)
{
    const unsigned char *b = (const unsigned char *)s.ptr;

    return s.len >= 2 && (b[0] & 0x0F) == 8 && (b[0] * 256 + b[1]) % 31 == 0;
}

/* What it is in truth, by its first bytes where they tell. */
static ahd_coding true_coding(ahd_coding claimed, ahd_str bytes)
{
    ahd_coding seen = ahd_unpack_sniff(bytes);

    if (seen != AHD_CODING_PLAIN)
        return seen;
    if (claimed == AHD_CODING_ZLIB)
        return is_zlib(bytes) ? AHD_CODING_ZLIB : AHD_CODING_DEFLATE;
    return claimed == AHD_CODING_BROTLI ? claimed : AHD_CODING_PLAIN;
}

static bool is_bomb(size_t len, uint64_t packed)
{
    return len > FREE && len / RATIO > packed;
}

/* gzip tells its size at its end; a lie costs no more than a second try. */
static bool unpack_whole(ahd_unpacker *u, ahd_str in, uint64_t packed,
                         ahd_buf *out)
{
    size_t size = 0;

    for (size_t i = 0; in.len > 18 && i < 4; i++)
        size |= (size_t)(unsigned char)in.ptr[in.len - 4 + i] << 8 * i;
    if (size == 0 || size > AHD_SOURCE_LARGEST || is_bomb(size, packed) ||
        !ahd_buf_reserve(out, size))
        return false;
    ahd_room room = {out->ptr, size};
    if (!ahd_unpacker_whole(u, &in, &room))
        return false;
    out->len = size - room.len;
    out->ptr[out->len] = 0;
    return true;
}

static ahd_refusal unpack_pieces(ahd_unpacker *u, ahd_str in, uint64_t packed,
                                 ahd_buf *out)
{
    ahd_unpacked state = AHD_UNPACKED_MORE;

    while (state == AHD_UNPACKED_MORE) {
        if (!ahd_buf_reserve(out, PIECE))
            return AHD_REFUSAL_MEMORY;
        ahd_room room = {out->ptr + out->len, PIECE};
        bool cut = in.len == 0;
        state = ahd_unpacker_step(u, &in, &room);
        out->len += PIECE - room.len;
        out->ptr[out->len] = 0;
        if (cut && room.len == PIECE && state == AHD_UNPACKED_MORE)
            return AHD_REFUSAL_DAMAGED;
        if (is_bomb(out->len, packed))
            return AHD_REFUSAL_BOMB;
        if (out->len > AHD_SOURCE_LARGEST)
            return AHD_REFUSAL_LARGE;
    }
    if (state == AHD_UNPACKED_MEMORY)
        return AHD_REFUSAL_MEMORY;
    return state == AHD_UNPACKED_END ? AHD_REFUSAL_NONE : AHD_REFUSAL_DAMAGED;
}

static ahd_refusal unpack(ahd_payload *body, ahd_coding coding, ahd_str in,
                          uint64_t packed, ahd_buf *out)
{
    ahd_unpacker **u = &body->unpackers[coding];

    if (*u == NULL)
        *u = ahd_unpacker_new(coding);
    if (*u == NULL || !ahd_unpacker_reset(*u))
        return AHD_REFUSAL_MEMORY;
    if (coding == AHD_CODING_GZIP && unpack_whole(*u, in, packed, out))
        return AHD_REFUSAL_NONE;
    ahd_buf_clear(out);
    return unpack_pieces(*u, in, packed, out);
}

static bool is_text(ahd_str bytes)
{
    bytes.len = bytes.len < SNIFF_BYTES ? bytes.len : SNIFF_BYTES;
    return ahd_sniff_binary(bytes) == NULL;
}

/* One coding undone; *bytes is what comes of it. */
static ahd_refusal undo(ahd_payload *body, ahd_coding claimed, uint64_t packed,
                        ahd_str *bytes)
{
    ahd_coding coding = true_coding(claimed, *bytes);

    if (claimed == AHD_CODING_PLAIN || coding == AHD_CODING_PLAIN ||
        bytes->len == 0)
        return AHD_REFUSAL_NONE;
    ahd_buf *out = other(body);
    ahd_refusal why = unpack(body, coding, *bytes, packed, out);
    bool marked = ahd_unpack_sniff(*bytes) != AHD_CODING_PLAIN;
    if (why == AHD_REFUSAL_DAMAGED && !marked && is_text(*bytes)) {
        body->used = !body->used; /* it lies there still */
        return AHD_REFUSAL_NONE;
    }
    *bytes = ahd_buf_str(out);
    return why;
}

static bool coding_of(ahd_str name, ahd_coding *out)
{
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        if (ahd_ascii_same(name, ahd_str_from(codings[i].name))) {
            *out = codings[i].coding;
            return true;
        }
    return false;
}

ahd_refusal ahd_payload_unpack(ahd_payload *body, const ahd_http *http,
                               ahd_str joined, uint64_t packed, ahd_str *out)
{
    ahd_coding order[CODINGS_MOST];
    ahd_str rest = http->coding;
    int count = 0;

    *out = joined;
    while (rest.len > 0) {
        ahd_str name = ahd_str_trim(ahd_str_cut(&rest, ','));
        if (count == CODINGS_MOST || !coding_of(name, &order[count++]))
            return AHD_REFUSAL_CODING;
    }
    while (count > 0) { /* the last was put on last */
        ahd_refusal why = undo(body, order[--count], packed, out);
        if (why != AHD_REFUSAL_NONE)
            return why;
    }
    return AHD_REFUSAL_NONE;
}
