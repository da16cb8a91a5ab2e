/* A text of paragraphs, one a line (\n in one ends a line inside it): what
 * language it is in and how it is typed, then its sentences, one a line. With a
 * first line "words", its words between bars instead:
 *     ar dotless-ya
 *     وقال د. سالم نعم. */
#include "doc/tags.h"
#include "kb/kb.h"
#include "text/split.h"

#include <stdio.h>

enum { MOST = 1 << 16, ARENA = 64 << 20 };

/* The input, "\n" made a line's end, its paragraphs noted. */
static void read_input(ahd_doc *doc)
{
    static char text[MOST];
    uint32_t len = 0, start = 0;

    for (int c; (c = getchar()) != EOF && len < MOST - 2;) {
        if (c == '\n') {
            *ahd_vec_push(doc->arena, &doc->paragraphs) =
                (ahd_span){start, len - start};
            start = len + 1;
        } else if (c == 'n' && len > start && text[len - 1] == '\\') {
            text[len - 1] = '\n';
            continue;
        }
        text[len++] = (char)c;
    }
    doc->text = (ahd_str){text, len};
}

static void print_writing(const ahd_writing *w)
{
    printf("%.4s", w->code[0] ? w->code : "-");
    for (uint32_t i = 0; ahd_tags_typing[i]; i++)
        if (w->typing >> i & 1)
            printf(" %s", ahd_tags_typing[i]);
    printf("\n");
}

static void print_words(const ahd_doc *doc)
{
    for (uint32_t i = 1; i < doc->tokens.count; i++) {
        ahd_str word = ahd_doc_words(doc, doc->tokens.items[i].at);
        bool starts =
            doc->tokens.items[i].sentence != doc->tokens.items[i - 1].sentence;
        printf("%s%.*s", i == 1 ? "" : starts ? "\n" : "|", AHD_STR_ARG(word));
    }
    printf("\n");
}

int main(void)
{
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);
    ahd_doc *doc = ahd_doc_new(arena);

    read_input(doc);
    ahd_text_split(ahd_kb_embedded(), doc, scratch);
    if (ahd_str_starts(doc->text, AHD_STR("words\n")))
        print_words(doc);
    else
        for (uint32_t i = 0, p = AHD_NONE; i < doc->sentences.count; i++) {
            const ahd_sentence *s = &doc->sentences.items[i];
            if (s->paragraph != p)
                print_writing(&doc->writings.items[s->paragraph]);
            p = s->paragraph;
            printf("%.*s\n", AHD_STR_ARG(ahd_doc_words(doc, s->at)));
        }
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return 0;
}
