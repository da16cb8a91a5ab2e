#include "http/gzip.h"

#include <libdeflate.h>

enum {
    WORTH = 1024, /* bytes; less is one packet anyway */
    LEVEL = 6     /* some 100 MB/s: a page costs a millisecond */
};

/* "q=0", "q=0.0" and the like: by no means. */
static bool is_never(ahd_str parameters)
{
    ahd_str q = ahd_str_trim(parameters);

    if (!ahd_str_starts(q, AHD_STR("q=0")))
        return false;
    for (size_t i = 3; i < q.len; i++) {
        if (q.ptr[i] != '.' && q.ptr[i] != '0')
            return false;
    }
    return true;
}

bool ahd_gzip_may(ahd_str accept_encoding)
{
    while (accept_encoding.len > 0) {
        ahd_str rest = ahd_str_cut(&accept_encoding, ',');
        ahd_str name = ahd_str_trim(ahd_str_cut(&rest, ';'));
        if (ahd_str_eq(name, AHD_STR("gzip")))
            return !is_never(rest);
    }
    return false;
}

static bool is_text(const ahd_reply *reply)
{
    static const ahd_str kinds[] = {
        {"text/", 5},
        {"image/svg", 9},
        {"application/", 12},
    };
    ahd_str type = ahd_str_from(reply->type);

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (ahd_str_starts(type, kinds[i]))
            return true;
    }
    return false;
}

/* Into `out`, which must hold as much as the body; its length, or 0. */
static size_t squeeze(const ahd_buf *body, char *out)
{
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);

    if (packer == NULL)
        return 0;
    size_t len =
        libdeflate_gzip_compress(packer, body->ptr, body->len, out, body->len);
    libdeflate_free_compressor(packer);
    return len;
}

bool ahd_gzip(ahd_reply *reply)
{
    ahd_buf packed = AHD_BUF(AHD_REPLY_BYTES);

    if (reply->body.failed || reply->body.len < WORTH || !is_text(reply))
        return false;
    if (ahd_buf_reserve(&packed, reply->body.len))
        packed.len = squeeze(&reply->body, packed.ptr);
    if (packed.len == 0) {
        ahd_buf_finish(&packed);
        return false;
    }
    packed.ptr[packed.len] = '\0';
    ahd_buf_finish(&reply->body);
    reply->body = packed;
    return true;
}
