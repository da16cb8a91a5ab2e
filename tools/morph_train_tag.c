/* morph_train_tag.c - text read with given weights, as CoNLL-U or as
 * tests/tagged.h has it. */
#include "morph_train.h"

#include "morph/segment.h"

#include <stdlib.h>
#include <string.h>

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
           ahd_tags_pos[s->pos]);
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

/* ------------------------------------------------------------------ pieces */

/* A slash, a plus and a space stand between things. */
static void print_plain(ahd_str s)
{
    for (size_t i = 0; i < s.len; i++)
        putchar(strchr("/+ \t", s.ptr[i]) ? '_' : s.ptr[i]);
}

static void print_letters(const ahd_segment *s)
{
    uint32_t feats = s->feats;
    static const struct letters {
        uint8_t at, bits;
        const char *letters; /* of the values from 0 */
    } all[] = {{AHD_FEAT_GENDER, AHD_FEAT_BITS_GENDER, "-mf"},
               {AHD_FEAT_NUMBER, AHD_FEAT_BITS_NUMBER, "-sdp"},
               {AHD_FEAT_PERSON, AHD_FEAT_BITS_PERSON, "-123"},
               {AHD_FEAT_CASE, AHD_FEAT_BITS_CASE, "-naG"}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        uint32_t value = feats >> all[i].at & ((1u << all[i].bits) - 1);
        if (value > 0 && value < strlen(all[i].letters))
            putchar(all[i].letters[value]);
    }
    if (AHD_FEAT(feats, VOICE) == AHD_PASSIVE)
        putchar('V');
    if (AHD_FEAT(feats, VERBAL) == AHD_MASDAR)
        putchar('N');
    if (AHD_FEAT(feats, VERBAL) == AHD_PARTICIPLE)
        putchar('P');
    if (AHD_FEAT(feats, VERBAL) == AHD_PASSIVE_PARTICIPLE)
        putchar('E');
    if (AHD_FEAT(feats, ARTICLE))
        putchar('A');
    if (s->common)
        putchar('C');
    if (!s->known)
        putchar('U');
}

static void print_piece(printer *p, const ahd_segment *s, bool joined)
{
    if (p->number++ > 0)
        putchar(joined ? '+' : ' ');
    print_plain(ahd_doc_words(p->doc, s->at));
    printf("/%s/", ahd_tags_pos[s->pos]);
    print_plain(s->lemma);
    putchar('/');
    print_letters(s);
}

static void print_pieces(printer *p, const ahd_sentence *sentence)
{
    const ahd_doc *doc = p->doc;

    p->number = 0;
    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        for (uint32_t k = 0; k < t->segments; k++)
            print_piece(p, &doc->segments.items[t->segment + k], k > 0);
    }
    putchar('\n');
}

void tag_text(treebank *bank, const ahd_lexica *lang, bool pieces)
{
    void (*print)(printer *, const ahd_sentence *) =
        pieces ? print_pieces : print_sentence;
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
            print(&p, &doc->sentences.items[i]);
        if (pieces)
            putchar('\n');
        ahd_arena_rewind(bank->arena, mark);
    }
    free(line);
}
