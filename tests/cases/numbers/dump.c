/* The numbers of lines of text, between bars: their words, kind and value.
 *     ثلاثة وعشرون = 23 | الثالث = ordinal 3 | ثلث = fraction 0.333333 */
#include "lines.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "numbers/numbers.h"

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

static void read_line(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_morph_segment(kb, doc, scratch);
    ahd_morph_tag(kb, doc, scratch);
    ahd_numbers_find(kb, doc, scratch);
    const char *wrong = ahd_doc_check(doc);
    if (wrong)
        printf("%s: ", wrong);
    print(doc);
}

int main(void)
{
    return each_line(read_line);
}
