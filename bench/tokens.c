/* tokens.c - how fast pages are cut into tokens:  tokens ROUNDS FILE...
 *
 * The pages are read into memory first. Prints pages, bytes, tokens and the CPU
 * seconds of the best round. bench/tokens.py runs it beside lexbor. */
#include "html/markup.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct total {
    uint64_t bytes, tokens, values;
} total;

static ahd_str read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    long size = -1;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    char *bytes = size >= 0 ? malloc((size_t)size + 1) : NULL;
    if (bytes == NULL || fseek(file, 0, SEEK_SET) != 0 ||
        fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        fprintf(stderr, "tokens: %s cannot be read\n", path);
        exit(1);
    }
    fclose(file);
    return (ahd_str){bytes, (size_t)size};
}

static void take(ahd_str page, total *all)
{
    ahd_markup markup;
    ahd_markup_token token;

    ahd_markup_init(&markup, page);
    while (ahd_markup_next(&markup, &token)) {
        all->tokens++;
        all->values += token.text.len;
    }
    all->bytes += page.len;
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? atoi(argv[1]) : 0, count = argc - 2;
    double best = 0;
    total all = {0};

    if (rounds < 1) {
        fprintf(stderr, "usage: tokens ROUNDS FILE...\n");
        return 2;
    }
    ahd_str *pages = calloc((size_t)count, sizeof *pages);
    for (int i = 0; pages != NULL && i < count; i++)
        pages[i] = read_file(argv[i + 2]);
    for (int round = 0; pages != NULL && round < rounds; round++) {
        clock_t began = clock();
        all = (total){0};
        for (int i = 0; i < count; i++)
            take(pages[i], &all);
        double took = (double)(clock() - began) / CLOCKS_PER_SEC;
        best = round == 0 || took < best ? took : best;
    }
    printf("%d %llu %llu %.6f\n", count, (unsigned long long)all.bytes,
           (unsigned long long)all.tokens, best);
    return 0;
}
