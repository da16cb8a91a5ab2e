/* The times of news lines published on Monday 2021-03-01, a line a time:
 *     أمس الأحد = 2021-02-28 (point) */
#include "base/day.h"
#include "kb/kb.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "numbers/numbers.h"
#include "output/enums.h"
#include "text/split.h"
#include "time/days.h"
#include "time/times.h"

#include <stdio.h>

enum { MOST = 1 << 12, ARENA = 64 << 20 };

static void print_times(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->times.count; i++) {
        const ahd_time *t = &doc->times.items[i];
        printf("%.*s = %.*s (%s)\n", AHD_STR_ARG(ahd_doc_words(doc, t->at)),
               AHD_STR_ARG(t->value), ahd_enums_time[t->kind]);
    }
}

int main(void)
{
    static char line[MOST];
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);

    while (fgets(line, sizeof line, stdin)) {
        ahd_doc *doc = ahd_doc_new(arena);
        doc->text = ahd_str_trim(ahd_str_from(line));
        doc->published = ahd_day_of(2021, 3, 1);
        *ahd_vec_push(arena, &doc->paragraphs) =
            (ahd_span){0, (uint32_t)doc->text.len};
        ahd_text_split(kb, doc, scratch);
        ahd_morph_segment(kb, doc, scratch);
        ahd_morph_tag(kb, doc, scratch);
        ahd_numbers_find(kb, doc, scratch);
        ahd_time_find(kb, doc, scratch);
        ahd_time_settle(kb, doc, scratch);
        print_times(doc);
    }
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
