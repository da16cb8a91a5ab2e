/* morph_train_tag.c - text read with given weights, as CoNLL-U. */
#include "morph_train.h"

#include "morph/segment.h"

#include <stdlib.h>

typedef struct printer {
    const ahd_doc *doc;
    uint32_t number; /* of the last word of the sentence */
    uint32_t end;    /* byte after the last word */
} printer;

/* What stands between tokens but is no space, as the treebank has it: a
 * tatweel between a word and a quotation mark is a word. */
static void print_gap(printer *p, uint32_t until)
{
    ahd_span at = {p->end, until - p->end};
    ahd_str gap = ahd_str_trim(ahd_doc_words(p->doc, at));

    if (p->end >= until || gap.len == 0)
        return;
    printf("%u\t%.*s\t%.*s\tSYM\t_\t_\t_\t_\t_\tSpaceAfter=No\n", ++p->number,
           AHD_STR_ARG(gap), AHD_STR_ARG(gap));
}

static void print_segment(printer *p, const ahd_segment *s, bool joined)
{
    print_gap(p, s->at.start);
    printf("%u\t%.*s\t%.*s\t%s\t_\t", ++p->number,
           AHD_STR_ARG(ahd_doc_words(p->doc, s->at)), AHD_STR_ARG(s->lemma),
           pos_names[s->pos]);
    feats_print(s->feats, s->pos);
    printf("\t_\t_\t_\t%s\n", joined ? "SpaceAfter=No" : "_");
    p->end = ahd_span_end(s->at);
}

static void print_sentence(printer *p, const ahd_sentence *sentence)
{
    const ahd_doc *doc = p->doc;

    p->number = 0;
    printf("# text = %.*s\n", AHD_STR_ARG(ahd_doc_words(doc, sentence->at)));
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        for (uint32_t k = 0; k < t->segments; k++) {
            const ahd_segment *s = &doc->segments.items[t->segment + k];
            bool last = t->segment + k + 1 == doc->segments.count;
            print_segment(p, s, !last && s[1].at.start == ahd_span_end(s->at));
        }
    }
    putchar('\n');
}

void tag_text(treebank *bank, const ahd_lexica *lang)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    ahd_kb kb = *bank->kb;

    kb.lang = lang;
    while ((len = getline(&line, &room, stdin)) > 0) {
        ahd_mark mark = ahd_arena_mark(bank->arena);
        ahd_str text = ahd_str_trim((ahd_str){line, (size_t)len});
        ahd_doc *doc = gold_split(bank, text);
        ahd_morph_segment(&kb, doc, bank->arena);
        printer p = {.doc = doc};
        for (uint32_t i = 0; i < doc->sentences.count; i++)
            print_sentence(&p, &doc->sentences.items[i]);
        ahd_arena_rewind(bank->arena, mark);
    }
    free(line);
}
