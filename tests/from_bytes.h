/* from_bytes.h - what a source makes of a file with these bytes.
 *
 *     from_bytes("a.xml", bytes)  ->  "url|charset|page bytes\n" a page,
 *     "passed: why\n" what was passed over, "! message\n" what failed */
#ifndef FROM_BYTES_H
#define FROM_BYTES_H

#include "base/buf.h"
#include "source/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static ahd_buf from_bytes_out;

static inline void from_bytes_tell_(const ahd_page *page)
{
    ahd_buf *out = &from_bytes_out;

    if (page->passed != NULL) {
        ahd_buf_printf(out, "passed: %s\n", page->passed);
        return;
    }
    ahd_buf_printf(out, "%.*s|%.*s|", AHD_STR_ARG(page->url),
                   AHD_STR_ARG(page->charset));
    ahd_buf_add(out, ahd_str_trim(page->bytes));
    ahd_buf_printf(out, "%s%s\n", page->odd ? " odd: " : "",
                   page->odd ? page->odd : "");
}

static inline ahd_str from_bytes(const char *name, ahd_str bytes)
{
    char folder[] = "/tmp/ahd_from_bytes_XXXXXX", path[100];
    ahd_source *source = NULL;
    ahd_error error = {0};
    ahd_page page;
    bool end = false;

    from_bytes_out.max = (size_t)256 << 20;
    ahd_buf_clear(&from_bytes_out);
    if (mkdtemp(folder) == NULL)
        return AHD_STR("no folder");
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes.ptr, 1, bytes.len, file) != bytes.len ||
        fclose(file) != 0 || ahd_source_open(path, &source, NULL) != AHD_OK)
        return AHD_STR("no file");
    while (!end) {
        ahd_status status = ahd_source_next(source, &page, &end, &error);
        if (status != AHD_OK)
            ahd_buf_printf(&from_bytes_out, "! %s:%zu: %s\n",
                           strrchr(error.file, '/') + 1, error.line,
                           error.message);
        else if (!end)
            from_bytes_tell_(&page);
    }
    ahd_source_close(source);
    remove(path);
    rmdir(folder);
    return ahd_buf_str(&from_bytes_out);
}

#endif
