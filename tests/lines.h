/* lines.h - a program that says of each line of its input what is found in it.
 *
 *     int main(void)
 *     {
 *         return each_line(print_numbers);
 *     } */
#ifndef AHD_TESTS_LINES_H
#define AHD_TESTS_LINES_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "text/split.h"

#include <stdio.h>

/* Reads further, and prints; the document is split into tokens. */
typedef void show_line(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static inline int each_line(show_line *show)
{
    enum { MOST = 1 << 12, ARENA = 64 << 20 };
    static char line[MOST];
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);

    while (fgets(line, sizeof line, stdin)) {
        ahd_doc *doc = ahd_doc_new(arena);
        doc->text = ahd_str_trim(ahd_str_from(line));
        *ahd_vec_push(arena, &doc->paragraphs) =
            (ahd_span){0, (uint32_t)doc->text.len};
        ahd_text_split(kb, doc, scratch);
        show(kb, doc, scratch);
    }
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}

#endif
