/* The keys of words:  keys < PHRASES. A line a phrase; its words with \v
 * between, of each the word, its exact key and its stems with tabs between. */
#include "morph/keys.h"

#include "lang/word.h"

#include <stdio.h>

enum { LONGEST = 1 << 20, ARENA = 256 << 20 };

static void print_keys(ahd_str word, const ahd_keys *keys)
{
    printf("%.*s\t%.*s", AHD_STR_ARG(word), AHD_STR_ARG(keys->exact));
    for (uint32_t i = 0; i < keys->count; i++)
        printf("\t%.*s", AHD_STR_ARG(keys->stems[i]));
    putchar('\v');
}

static void print_phrase(ahd_str phrase, ahd_arena *arena)
{
    size_t at = 0;
    ahd_word word;
    ahd_keys keys;

    while (ahd_word_next(phrase, &at, &word)) {
        if (word.kind == AHD_WORD_PUNCT)
            continue;
        ahd_keys_make(ahd_kb_embedded(), ahd_str_span(phrase, word.at), arena,
                      &keys);
        print_keys(ahd_str_span(phrase, word.at), &keys);
    }
    putchar('\n');
}

int main(void)
{
    static char line[LONGEST];
    ahd_arena *arena = ahd_arena_new(ARENA);

    while (arena != NULL && fgets(line, sizeof line, stdin) != NULL) {
        print_phrase(ahd_str_trim(ahd_str_from(line)), arena);
        ahd_arena_clear(arena);
    }
    ahd_arena_free(arena);
    return arena == NULL;
}
