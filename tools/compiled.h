/* compiled.h - what the compilers of tables, kbc and langc, share: telling of a
 * mistake at its line, and the compiled file. */
#ifndef AHD_COMPILED_H
#define AHD_COMPILED_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* "file:line: message" on standard error. */
void compiled_complain(const char *file, size_t line, const char *format,
                       va_list args) __attribute__((format(printf, 3, 0)));

/* Names the bytes: their 64-bit FNV-1a in hex, without a NUL. */
void compiled_stamp(const char *bytes, uint32_t count, char version[16]);

/* 0, or an exit status after a message. */
int compiled_write(const char *path, const char *bytes, uint32_t count);

#endif
