#include "base/buf.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void ahd_buf_finish(ahd_buf *buf)
{
    free(buf->ptr);
    *buf = AHD_BUF(buf->max);
}

void ahd_buf_clear(ahd_buf *buf)
{
    buf->len = 0;
    buf->failed = false;
}

/* Nearly always; a writer of JSON adds byte by byte. */
static inline bool has_room(const ahd_buf *buf, size_t more)
{
    return !buf->failed && buf->len + more < buf->capacity &&
           more <= buf->max - buf->len;
}

bool ahd_buf_reserve(ahd_buf *buf, size_t more)
{
    if (buf->failed || more > buf->max - buf->len) {
        buf->failed = true;
        return false;
    }
    size_t need = buf->len + more + 1;
    if (need <= buf->capacity)
        return true;
    size_t wider = buf->capacity ? buf->capacity : 256;
    while (wider < need)
        wider *= 2;
    char *ptr = realloc(buf->ptr, wider);
    if (ptr == NULL) {
        buf->failed = true;
        return false;
    }
    buf->ptr = ptr;
    buf->capacity = wider;
    return true;
}

void ahd_buf_add(ahd_buf *buf, ahd_str s)
{
    if (s.len == 0 || !(has_room(buf, s.len) || ahd_buf_reserve(buf, s.len)))
        return;
    memcpy(buf->ptr + buf->len, s.ptr, s.len);
    buf->len += s.len;
    buf->ptr[buf->len] = '\0';
}

void ahd_buf_byte(ahd_buf *buf, char c)
{
    if (!has_room(buf, 1) && !ahd_buf_reserve(buf, 1))
        return;
    buf->ptr[buf->len++] = c;
    buf->ptr[buf->len] = '\0';
}

void ahd_buf_code_point(ahd_buf *buf, uint32_t c)
{
    char bytes[4];

    ahd_buf_add(buf, (ahd_str){bytes, ahd_utf8_write(c, bytes)});
}

void ahd_buf_printf(ahd_buf *buf, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        buf->failed = true;
    else if (ahd_buf_reserve(buf, (size_t)len)) {
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}
