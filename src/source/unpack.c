#include "unpack.h"

#define ZLIB_CONST /* zlib promises not to write to its input */

#include <brotli/decode.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum { DICTIONARY_BYTES = 8 << 20 };

struct ahd_unpacker {
    ahd_coding coding;
    z_stream zlib;
    struct libdeflate_decompressor *fast;
    BrotliDecoderState *brotli;
    ZSTD_DCtx *zstd;
};

/* ------------------------------------------------------------------ zlib */

/* The window bits, by which zlib knows the wrapping. */
static int window_of(ahd_coding coding)
{
    if (coding == AHD_CODING_GZIP)
        return 15 + 16;
    return coding == AHD_CODING_ZLIB ? 15 : -15;
}

static bool open_zlib(ahd_unpacker *u)
{
    return inflateInit2(&u->zlib, window_of(u->coding)) == Z_OK;
}

static unsigned at_most(size_t len)
{
    return len < (1u << 30) ? (unsigned)len : 1u << 30;
}

static ahd_unpacked step_zlib(ahd_unpacker *u, ahd_str *in, ahd_room *out)
{
    z_stream *z = &u->zlib;
    unsigned given = at_most(in->len), room = at_most(out->len);
    static char nowhere[1]; /* zlib wants a place even for nothing */

    z->next_in = (const Bytef *)(in->len > 0 ? in->ptr : nowhere);
    z->avail_in = given;
    z->next_out = (Bytef *)(out->len > 0 ? out->ptr : nowhere);
    z->avail_out = room;
    int code = inflate(z, Z_NO_FLUSH);
    in->ptr += given - z->avail_in;
    in->len -= given - z->avail_in;
    out->ptr += room - z->avail_out;
    out->len -= room - z->avail_out;
    if (code == Z_STREAM_END)
        return AHD_UNPACKED_END;
    if (code == Z_OK || code == Z_BUF_ERROR)
        return AHD_UNPACKED_MORE;
    return code == Z_MEM_ERROR ? AHD_UNPACKED_MEMORY : AHD_UNPACKED_DAMAGED;
}

static bool reset_zlib(ahd_unpacker *u)
{
    return inflateReset(&u->zlib) == Z_OK;
}

static void close_zlib(ahd_unpacker *u)
{
    inflateEnd(&u->zlib);
}

/* ---------------------------------------------------------------- brotli */

static bool open_brotli(ahd_unpacker *u)
{
    u->brotli = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    return u->brotli != NULL;
}

static ahd_unpacked step_brotli(ahd_unpacker *u, ahd_str *in, ahd_room *out)
{
    const uint8_t *from = (const uint8_t *)in->ptr;
    uint8_t *to = (uint8_t *)out->ptr;
    size_t given = in->len, room = out->len;
    BrotliDecoderResult code = BrotliDecoderDecompressStream(
        u->brotli, &given, &from, &room, &to, NULL);

    *in = (ahd_str){(const char *)from, given};
    *out = (ahd_room){(char *)to, room};
    if (code == BROTLI_DECODER_RESULT_SUCCESS)
        return AHD_UNPACKED_END;
    return code == BROTLI_DECODER_RESULT_ERROR ? AHD_UNPACKED_DAMAGED
                                               : AHD_UNPACKED_MORE;
}

static void close_brotli(ahd_unpacker *u)
{
    BrotliDecoderDestroyInstance(u->brotli);
}

static bool reset_brotli(ahd_unpacker *u)
{
    close_brotli(u);
    return open_brotli(u);
}

/* ------------------------------------------------------------------ zstd */

static bool open_zstd(ahd_unpacker *u)
{
    u->zstd = ZSTD_createDCtx();
    return u->zstd != NULL;
}

static ahd_unpacked step_zstd(ahd_unpacker *u, ahd_str *in, ahd_room *out)
{
    ZSTD_inBuffer from = {in->ptr, in->len, 0};
    ZSTD_outBuffer to = {out->ptr, out->len, 0};
    size_t code = ZSTD_decompressStream(u->zstd, &to, &from);

    *in = (ahd_str){in->ptr + from.pos, in->len - from.pos};
    *out = (ahd_room){out->ptr + to.pos, out->len - to.pos};
    if (code == 0)
        return AHD_UNPACKED_END;
    return ZSTD_isError(code) ? AHD_UNPACKED_DAMAGED : AHD_UNPACKED_MORE;
}

static bool reset_zstd(ahd_unpacker *u)
{
    return !ZSTD_isError(ZSTD_DCtx_reset(u->zstd, ZSTD_reset_session_only));
}

static void close_zstd(ahd_unpacker *u)
{
    ZSTD_freeDCtx(u->zstd);
}

/* Unpacks a packed dictionary into `out`; its bytes, or none. */
static ahd_str unpack_dictionary(ahd_str packed, char *out)
{
    size_t len = ZSTD_decompress(out, DICTIONARY_BYTES, packed.ptr, packed.len);

    return ZSTD_isError(len) ? AHD_STR("") : (ahd_str){out, len};
}

bool ahd_unpacker_learn(ahd_unpacker *u, ahd_str dictionary)
{
    char *plain = NULL;

    if (ahd_unpack_sniff(dictionary) == AHD_CODING_ZSTD) {
        plain = malloc(DICTIONARY_BYTES);
        if (plain == NULL)
            return false;
        dictionary = unpack_dictionary(dictionary, plain);
    }
    bool fine = dictionary.len > 0 &&
                !ZSTD_isError(ZSTD_DCtx_loadDictionary(u->zstd, dictionary.ptr,
                                                       dictionary.len));
    free(plain);
    return fine;
}

/* ------------------------------------------------------------ all of them */

static const struct {
    const char *name;
    bool (*open)(ahd_unpacker *u);
    ahd_unpacked (*step)(ahd_unpacker *u, ahd_str *in, ahd_room *out);
    bool (*reset)(ahd_unpacker *u);
    void (*close)(ahd_unpacker *u);
} codings[AHD_CODINGS] = {
    [AHD_CODING_PLAIN] = {.name = "plain"},
    [AHD_CODING_GZIP] = {"gzip", open_zlib, step_zlib, reset_zlib, close_zlib},
    [AHD_CODING_ZLIB] = {"deflate", open_zlib, step_zlib, reset_zlib,
                         close_zlib},
    [AHD_CODING_DEFLATE] = {"deflate", open_zlib, step_zlib, reset_zlib,
                            close_zlib},
    [AHD_CODING_BROTLI] = {"br", open_brotli, step_brotli, reset_brotli,
                           close_brotli},
    [AHD_CODING_ZSTD] = {"zstd", open_zstd, step_zstd, reset_zstd, close_zstd},
};

const char *ahd_unpack_name(ahd_coding coding)
{
    return codings[coding].name;
}

ahd_coding ahd_unpack_sniff(ahd_str head)
{
    if (ahd_str_starts(head, AHD_STR("\x1f\x8b")))
        return AHD_CODING_GZIP;
    if (ahd_str_starts(head, AHD_STR("\x28\xb5\x2f\xfd")))
        return AHD_CODING_ZSTD;
    /* A frame to be passed over, which may hold a dictionary. */
    bool aside = head.len >= 4 && ((unsigned char)head.ptr[0] & 0xF0) == 0x50 &&
                 memcmp(head.ptr + 1, "\x2a\x4d\x18", 3) == 0;
    return aside ? AHD_CODING_ZSTD : AHD_CODING_PLAIN;
}

ahd_unpacker *ahd_unpacker_new(ahd_coding coding)
{
    ahd_unpacker *u = calloc(1, sizeof *u);

    if (u == NULL)
        return NULL;
    u->coding = coding;
    if (coding == AHD_CODING_GZIP)
        u->fast = libdeflate_alloc_decompressor();
    if (codings[coding].open(u))
        return u;
    libdeflate_free_decompressor(u->fast);
    free(u);
    return NULL;
}

void ahd_unpacker_free(ahd_unpacker *u)
{
    if (u == NULL)
        return;
    codings[u->coding].close(u);
    libdeflate_free_decompressor(u->fast);
    free(u);
}

ahd_unpacked ahd_unpacker_step(ahd_unpacker *u, ahd_str *in, ahd_room *out)
{
    return codings[u->coding].step(u, in, out);
}

bool ahd_unpacker_reset(ahd_unpacker *u)
{
    return codings[u->coding].reset(u);
}

bool ahd_unpacker_whole(ahd_unpacker *u, ahd_str *in, ahd_room *out)
{
    size_t read = 0, written = 0;

    if (u->fast == NULL || libdeflate_gzip_decompress_ex(
                               u->fast, in->ptr, in->len, out->ptr, out->len,
                               &read, &written) != LIBDEFLATE_SUCCESS)
        return false;
    *in = (ahd_str){in->ptr + read, in->len - read};
    *out = (ahd_room){out->ptr + written, out->len - written};
    return true;
}
