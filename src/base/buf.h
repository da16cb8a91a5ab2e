/* buf.h - text that is being written: grows up to a maximum given at birth.
 *
 *     ahd_buf out = AHD_BUF(1 << 20);
 *     ahd_buf_add(&out, AHD_STR("hello"));
 *     ahd_buf_printf(&out, " %d", 5);
 *     use(ahd_buf_str(&out));
 *     ahd_buf_finish(&out);
 *
 * A write past the maximum, or without memory, changes nothing but sets
 * `failed`, and so do all later ones: check it once at the end. */
#ifndef AHD_BASE_BUF_H
#define AHD_BASE_BUF_H

#include "base/str.h"

typedef struct ahd_buf {
    char *ptr; /* followed by a NUL whenever it is not NULL */
    size_t len, capacity, max;
    bool failed;
} ahd_buf;

#define AHD_BUF(most) ((ahd_buf){.max = (most)})

/* Frees; the buffer is empty again. */
AHD_API void ahd_buf_finish(ahd_buf *buf);
AHD_API void ahd_buf_clear(ahd_buf *buf); /* empties; keeps the memory */
AHD_API void ahd_buf_add(ahd_buf *buf, ahd_str s);
AHD_API void ahd_buf_byte(ahd_buf *buf, char c);
AHD_API void ahd_buf_code_point(ahd_buf *buf, uint32_t c);
AHD_API void ahd_buf_printf(ahd_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Room for `more` bytes. */
AHD_API bool ahd_buf_reserve(ahd_buf *buf, size_t more);

static inline ahd_str ahd_buf_str(const ahd_buf *buf)
{
    return (ahd_str){buf->ptr ? buf->ptr : "", buf->len};
}

#endif
