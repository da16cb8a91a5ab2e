/* The times of news lines published on Monday 2021-03-01, a line a time:
 *     أمس الأحد = 2021-02-28 (point) */
#include "base/day.h"
#include "lines.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "numbers/numbers.h"
#include "output/enums.h"
#include "time/days.h"
#include "time/times.h"

static void print_times(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->times.count; i++) {
        const ahd_time *t = &doc->times.items[i];
        printf("%.*s = %.*s (%s)\n", AHD_STR_ARG(ahd_doc_words(doc, t->at)),
               AHD_STR_ARG(t->value), ahd_enums_time[t->kind]);
    }
}

static void read_line(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    doc->published = ahd_day_of(2021, 3, 1);
    ahd_morph_segment(kb, doc, scratch);
    ahd_morph_tag(kb, doc, scratch);
    ahd_numbers_find(kb, doc, scratch);
    ahd_time_find(kb, doc, scratch);
    ahd_time_settle(kb, doc, scratch);
    print_times(doc);
}

int main(void)
{
    return each_line(read_line);
}
