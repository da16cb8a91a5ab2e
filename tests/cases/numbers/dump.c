/* The numbers of lines of text, between bars: their words, kind and value.
 *     ثلاثة وعشرون = 23 | الثالث = ordinal 3 | ثلث = fraction 0.333333 */
#include "kb/kb.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "numbers/numbers.h"
#include "text/split.h"

#include <stdio.h>
#include <string.h>

enum { MOST = 1 << 12, ARENA = 64 << 20 };

static void print(const ahd_doc *doc)
{
    static const char *const kinds[] = {"", "ordinal ", "fraction ",
                                        "percent "};
    static const char *const froms[] = {"", "current ", "end "};

    for (uint32_t i = 0; i < doc->numbers.count; i++) {
        const ahd_number *n = &doc->numbers.items[i];
        printf("%s%.*s = %s%s%.15g", i > 0 ? " | " : "",
               AHD_STR_ARG(ahd_doc_words(doc, n->at)), kinds[n->kind],
               froms[n->from], n->value);
    }
    printf("%s\n", doc->numbers.count > 0 ? "" : "-");
}

int main(void)
{
    static char line[MOST];
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);

    while (fgets(line, sizeof line, stdin)) {
        ahd_doc *doc = ahd_doc_new(arena);
        doc->text = ahd_str_trim(ahd_str_from(line));
        *ahd_vec_push(arena, &doc->paragraphs) =
            (ahd_span){0, (uint32_t)doc->text.len};
        ahd_text_split(kb, doc, scratch);
        ahd_morph_segment(kb, doc, scratch);
        ahd_morph_tag(kb, doc, scratch);
        ahd_numbers_find(kb, doc, scratch);
        const char *wrong = ahd_doc_check(doc);
        if (wrong)
            printf("%s: ", wrong);
        print(doc);
    }
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
