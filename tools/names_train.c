#include "names_train.h"

#include "lang/fold.h"
#include "tagger/tagger.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ------------------------------------------------------------------ scoring */

/* Rows may have clitics, which are no part of the name. */
static void say(gold_block *b, const ahd_named *name)
{
    uint32_t end = ahd_span_end(name->at);
    bool first = true;

    for (uint32_t i = 0; i < b->rows.count; i++) {
        gold_row *r = &b->rows.items[i];
        if (r->len == 0 || r->from >= end || r->from + r->len <= name->at.start)
            continue;
        r->said = name->kind;
        r->told = first;
        r->score = name->score;
        first = false;
    }
}

static const char *const kinds[] = {"PER", "LOC", "ORG"};

static void print_label(uint8_t kind, uint8_t first)
{
    if (kind == GOLD_NONE)
        printf("\tO");
    else
        printf("\t%c-%s", first ? 'B' : 'I', kinds[kind]);
}

static void print_block(const gold_block *b)
{
    for (uint32_t i = 0; i < b->rows.count; i++) {
        const gold_row *r = &b->rows.items[i];
        printf("%s\t%u\t%.*s", gold_sets[b->set], (unsigned)b->fold,
               AHD_STR_ARG(r->word));
        if (r->gold == GOLD_OTHER)
            printf("\tO");
        else
            print_label(r->gold, r->first);
        print_label(r->said, r->told);
        printf("\t%.2f%s", (double)r->score, r->ends ? "\n\n" : "\n");
    }
}

static void print_fold(const school *s, uint32_t fold)
{
    for (uint32_t i = 0; i < s->blocks.count; i++)
        if (s->blocks.items[i].fold == fold)
            print_block(&s->blocks.items[i]);
}

static void score_fold(school *s, uint32_t fold, const names_pack *learned)
{
    ahd_name_weights weights = names_open(learned);

    for (uint32_t i = 0; i < s->blocks.count; i++) {
        gold_block *b = &s->blocks.items[i];
        if (b->fold != fold)
            continue;
        ahd_tagger_read(&s->kbs[fold], &weights, b->doc, s->scratch);
        for (uint32_t k = 0; k < b->doc->named.count; k++)
            say(b, &b->doc->named.items[k]);
    }
    print_fold(s, fold);
}

/* Those of `few` are read; of others what is marked is printed. */
static void folds(school *s, const char *few)
{
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        names_pack learned;
        if (few != NULL && strchr(few, (int)('0' + fold)) == NULL) {
            print_fold(s, fold);
            continue;
        }
        learn_twice(s, fold, &learned);
        score_fold(s, fold, &learned);
        fflush(stdout);
    }
}

/* -------------------------------------------------------------------- hosts */

/* The next line of the standard input, read; NULL at its end. */
static ahd_doc *next_doc(school *s, char **line, size_t *room)
{
    ssize_t len = getline(line, room, stdin);

    return len > 0
               ? gold_doc(s, s->kb, ahd_str_trim((ahd_str){*line, (size_t)len}))
               : NULL;
}

static void print_hosts(school *s)
{
    char *line = NULL;
    size_t room = 0;
    ahd_mark mark = ahd_arena_mark(s->arena);
    const ahd_doc *doc;

    while ((doc = next_doc(s, &line, &room))) {
        for (uint32_t i = 0; i < doc->tokens.count; i++) {
            const ahd_token *t = &doc->tokens.items[i];
            ahd_str host = t->readings > 0 ? t->reading[0].host : t->form;
            for (uint32_t k = 0; k < t->host; k++)
                printf("%.*s+ ",
                       AHD_STR_ARG(ahd_doc_words(
                           doc, doc->segments.items[t->segment + k].at)));
            printf("%.*s/%08x ", AHD_STR_ARG(host), ahd_name_key(host));
            if (i + 1 == doc->tokens.count ||
                doc->tokens.items[i + 1].sentence != t->sentence)
                putchar('\n');
        }
        ahd_arena_rewind(s->arena, mark);
    }
    free(line);
}

/* The names of a text, with the CPU time that finding them took. */
static void print_names(school *s)
{
    char *line = NULL;
    size_t room = 0, tokens = 0;
    double took = 0;
    ahd_mark mark = ahd_arena_mark(s->arena);
    ahd_doc *doc;

    while ((doc = next_doc(s, &line, &room))) {
        clock_t began = clock();
        ahd_tagger_find(s->kb, doc, s->scratch);
        took += (double)(clock() - began) / CLOCKS_PER_SEC;
        ahd_arena_clear(s->scratch);
        tokens += doc->tokens.count;
        for (uint32_t i = 0; i < doc->named.count; i++) {
            const ahd_named *n = &doc->named.items[i];
            printf("%s\t%.2f\t%u\t%u\t%.*s\n", kinds[n->kind], (double)n->score,
                   (unsigned)n->at.start, (unsigned)n->at.len,
                   AHD_STR_ARG(ahd_doc_words(doc, n->at)));
        }
        printf("\n");
        ahd_arena_rewind(s->arena, mark);
    }
    fprintf(stderr, "%zu tokens, %.3f s, %.2f M tokens/s\n", tokens, took,
            (double)tokens / took / 1e6);
    free(line);
}

/* Words, one a line: their keys, with what stands behind a tab. */
static void print_keys(school *s)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;

    while ((len = getline(&line, &room, stdin)) > 0) {
        ahd_str rest = ahd_str_trim((ahd_str){line, (size_t)len});
        ahd_str word = ahd_fold(s->arena, ahd_str_cut(&rest, '\t'));
        printf("%08x\t%.*s\n", ahd_name_key(word), AHD_STR_ARG(rest));
    }
    free(line);
}

/* --------------------------------------------------------------------- main */

static void read_words(school *s, const char *path)
{
    names_pack_init(&s->words, s->arena);
    if (!names_pack_read_words(&s->words, gold_slurp(s->arena, path))) {
        fprintf(stderr, "names_train: %s is no table of words\n", path);
        exit(1);
    }
    for (uint32_t i = 0; i < s->words.words.count; i++)
        memset(s->words.words.items[i].like, 0, AHD_NAME_LIKES);
}

static bool write_file(const char *path, const names_pack *learned,
                       void (*write)(const names_pack *p, FILE *out))
{
    FILE *out = fopen(path, "w");

    if (out == NULL) {
        perror(path);
        return false;
    }
    write(learned, out);
    return fclose(out) == 0;
}

static int train(school *s, const char *weights, const char *words)
{
    names_pack learned;

    learn_twice(s, FOLDS, &learned);
    return !write_file(weights, &learned, names_pack_write) ||
           !write_file(words, &learned, names_pack_write_words);
}

static int usage(void)
{
    fprintf(stderr,
            "usage: names_train folds|posts NAMES MORPH WORDS NEWS [FOLDS]\n"
            "       names_train train NAMES MORPH WORDS NEWS OUT OUT-WORDS\n"
            "       names_train hosts|keys|names < TEXT\n");
    return 2;
}

static const struct filter {
    const char *name;
    void (*run)(school *s);
} filters[] = {
    {"hosts", print_hosts}, {"keys", print_keys}, {"names", print_names}};

int main(int argc, char **argv)
{
    school s = {.arena = ahd_arena_new((size_t)1 << 34),
                .scratch = ahd_arena_new((size_t)1 << 34),
                .kb = ahd_kb_embedded()};

    for (size_t i = 0; argc == 2 && i < sizeof filters / sizeof *filters; i++)
        if (strcmp(argv[1], filters[i].name) == 0) {
            filters[i].run(&s);
            return 0;
        }
    if (argc < 6 || (strcmp(argv[1], "train") == 0 && argc < 8))
        return usage();
    s.posts = strcmp(argv[1], "posts") == 0;
    gold_morphs(&s, argv[3]);
    gold_read(&s, argv[2]);
    read_words(&s, argv[4]);
    news_read(&s, argv[5]);
    if (strcmp(argv[1], "train") == 0)
        return train(&s, argv[6], argv[7]);
    folds(&s, argc > 6 ? argv[6] : NULL);
    return 0;
}
