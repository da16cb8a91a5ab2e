/* paragraphs.h - a text as a document, a paragraph a line. */
#ifndef AHD_FUZZ_PARAGRAPHS_H
#define AHD_FUZZ_PARAGRAPHS_H

#include "doc/doc.h"

#include <string.h>

static ahd_doc *paragraphs_of(ahd_arena *arena, ahd_str text)
{
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = text;
    for (uint32_t start = 0; start < text.len;) {
        const char *end = memchr(text.ptr + start, '\n', text.len - start);
        uint32_t len =
            (uint32_t)((end ? end : text.ptr + text.len) - (text.ptr + start));
        *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){start, len};
        start += len + 1;
    }
    return doc;
}

#endif
