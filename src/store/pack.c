#include "store/pack.h"

#include <zlib.h>

bool ahd_pack_shrink(ahd_str bytes, ahd_buf *out)
{
    uLongf len = compressBound((uLong)bytes.len);

    ahd_buf_clear(out);
    if (!ahd_buf_reserve(out, len + 1) ||
        compress2((Bytef *)out->ptr, &len, (const Bytef *)bytes.ptr,
                  (uLong)bytes.len, Z_DEFAULT_COMPRESSION) != Z_OK)
        return false;
    out->len = len;
    out->ptr[len] = '\0';
    return true;
}

bool ahd_pack_restore(ahd_str packed, size_t size, ahd_buf *out)
{
    uLongf len = (uLongf)size;
    uLong taken = (uLong)packed.len; /* nothing may follow */

    ahd_buf_clear(out);
    if (!ahd_buf_reserve(out, size + 1) ||
        uncompress2((Bytef *)out->ptr, &len, (const Bytef *)packed.ptr,
                    &taken) != Z_OK ||
        len != size || taken != packed.len)
        return false;
    out->len = len;
    out->ptr[len] = '\0';
    return true;
}
