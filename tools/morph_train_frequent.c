/* morph_train_frequent.c - the words of news that come most, as written. */
#include "morph_train.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS = 14000 };

static int by_times(const void *a, const void *b)
{
    const ahd_map_slot *x = a, *y = b;

    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return ahd_str_cmp(x->key, y->key);
}

static void count_words(treebank *bank, const ahd_doc *doc, ahd_map *times)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        ahd_str word = ahd_doc_words(doc, t->at);
        if (t->kind != AHD_TOKEN_WORD || !(t->flags & AHD_TOKEN_ARABIC))
            continue;
        uint32_t *count = ahd_map_put(bank->arena, times, word);
        ++*count;
    }
}

void frequent_count(treebank *bank)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    ahd_map times = {0};

    while ((len = getline(&line, &room, stdin)) > 0) {
        ahd_str text = ahd_str_trim((ahd_str){line, (size_t)len});
        char *kept = ahd_arena_alloc(bank->arena, 1, text.len + 1);
        memcpy(kept, text.ptr, text.len);
        count_words(bank, gold_split(bank, (ahd_str){kept, text.len}), &times);
    }
    qsort(times.slots, times.capacity, sizeof *times.slots, by_times);
    for (uint32_t i = 0; i < WORDS && i < times.count; i++)
        printf("%.*s\n", AHD_STR_ARG(times.slots[i].key));
    free(line);
}
