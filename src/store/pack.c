#include "store/pack.h"

#include <libdeflate.h>

/* As small as zlib makes it at its best, in a third of the time. */
enum { LEVEL = 7 };

static size_t shrink(ahd_str bytes, ahd_buf *out)
{
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);
    size_t most, len = 0;

    if (packer == NULL)
        return 0;
    most = libdeflate_zlib_compress_bound(packer, bytes.len);
    if (ahd_buf_reserve(out, most + 1))
        len = libdeflate_zlib_compress(packer, bytes.ptr, bytes.len, out->ptr,
                                       most);
    libdeflate_free_compressor(packer);
    return len;
}

bool ahd_pack_shrink(ahd_str bytes, ahd_buf *out)
{
    ahd_buf_clear(out);
    size_t len = shrink(bytes, out);
    if (len == 0)
        return false;
    out->len = len;
    out->ptr[len] = '\0';
    return true;
}

/* Nothing may follow what is unpacked. */
static bool restore(ahd_str packed, size_t size, char *out)
{
    struct libdeflate_decompressor *unpacker = libdeflate_alloc_decompressor();
    size_t taken = 0;

    if (unpacker == NULL)
        return false;
    bool whole =
        libdeflate_zlib_decompress_ex(unpacker, packed.ptr, packed.len, out,
                                      size, &taken, NULL) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(unpacker);
    return whole && taken == packed.len;
}

bool ahd_pack_restore(ahd_str packed, size_t size, ahd_buf *out)
{
    ahd_buf_clear(out);
    if (!ahd_buf_reserve(out, size + 1) || !restore(packed, size, out->ptr))
        return false;
    out->len = size;
    out->ptr[size] = '\0';
    return true;
}
