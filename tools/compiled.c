#include "compiled.h"

#include <stdio.h>
#include <string.h>

void compiled_complain(const char *file, size_t line, const char *format,
                       va_list args)
{
    fprintf(stderr, "%s:%zu: ", file, line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void compiled_stamp(const char *bytes, uint32_t count, char version[16])
{
    uint64_t hash = 14695981039346656037ull;
    char hex[17];

    for (uint32_t i = 0; i < count; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211ull;
    snprintf(hex, sizeof hex, "%016llx", (unsigned long long)hash);
    memcpy(version, hex, 16);
}

int compiled_write(const char *path, const char *bytes, uint32_t count)
{
    FILE *out = fopen(path, "wb");

    if (out == NULL || fwrite(bytes, 1, count, out) != count ||
        fclose(out) != 0) {
        perror(path);
        return 1;
    }
    return 0;
}
