/* The words of English lines, a line each, as word/TAG/lemma; ~ before what is
 * in no lexicon, and the features of a form after it:
 *     They/PRON/they{Case=Nom|Number=Plur|Person=3} ... */
#include "doc/tags.h"
#include "lines.h"
#include "morph/english_segment.h"

static void print_feats(uint32_t feats)
{
    char before = '{';

    for (const ahd_tag *tag = ahd_tags_feats; tag->name; tag++) {
        const char *value = ahd_tags_value(tag, feats);
        if (value == NULL)
            continue;
        printf("%c%s=%s", before, tag->name, value);
        before = '|';
    }
    if (before == '|')
        printf("}");
}

static void print_line(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->segments.count; i++) {
        const ahd_segment *s = &doc->segments.items[i];
        printf("%s%s%.*s/%s/%.*s", i > 0 ? " " : "", s->known ? "" : "~",
               AHD_STR_ARG(ahd_doc_words(doc, s->at)), ahd_tags_pos[s->pos],
               AHD_STR_ARG(s->lemma));
        print_feats(s->feats);
    }
    printf("\n");
}

static void read_line(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)scratch;
    ahd_english_segment(kb->lang, doc, 0, doc->tokens.count);
    print_line(doc);
}

int main(void)
{
    return each_line(read_line);
}
