/* langc_known.c - the frequent words of news, worked out (morph/known.h). */
#include "langc.h"
#include "morph/known.h"

#include <stdio.h>
#include <string.h>

typedef struct works {
    ahd_sources sources;
    ahd_known_slot *slots;
    char *records;
    uint32_t slot_mask, used, words;
} works;

enum { SLOT_BITS = 15, WORDS = 1 << (SLOT_BITS - 1) };

static void add_known(langc *l, const langc_line *line, void *user)
{
    works *w = user;
    ahd_known *word = ahd_new(l->arena, ahd_known, 1);
    ahd_str written = line->cells[0];
    uint64_t key = ahd_known_key(written);
    uint32_t slot = (uint32_t)key & w->slot_mask,
             tag = (uint32_t)(key >> 32) | 1;

    while (w->slots[slot].key != 0 && w->slots[slot].key != tag)
        slot = (slot + 1) & w->slot_mask;
    if (w->slots[slot].key != 0 || w->words == WORDS) {
        langc_error(l, line, "a frequent word comes twice, or one too many");
        return;
    }
    ahd_known_make(&w->sources, written, AHD_TOKEN_WORD, word);
    w->slots[slot] = (ahd_known_slot){tag, w->used};
    w->used += ahd_known_store(&w->sources, word, w->records + w->used);
    w->words++;
}

ahd_str langc_known(langc *l)
{
    char path[4096];
    works w = {.slot_mask = (1u << SLOT_BITS) - 1};
    ahd_known_head head = {.slot_bits = SLOT_BITS, .slots = sizeof head};

    snprintf(path, sizeof path, "%s/frequent.tsv", l->weights);
    if (!ahd_weights_open(&l->made, &w.sources.weights))
        return AHD_STR("");
    w.sources.lexicon = ahd_lexicon_open(&l->made);
    w.sources.lang = &l->made;
    w.slots = ahd_new(l->arena, ahd_known_slot, 1u << SLOT_BITS);
    w.records = ahd_arena_alloc(l->arena, AHD_KNOWN_BYTES, WORDS);
    langc_rows(l, path, add_known, &w);
    size_t slots = sizeof *w.slots << SLOT_BITS;
    head.records = (uint32_t)(sizeof head + slots);
    head.words = w.words;
    char *out = ahd_arena_alloc(l->arena, 1, head.records + w.used);
    memcpy(out, &head, sizeof head);
    memcpy(out + head.slots, w.slots, slots);
    memcpy(out + head.records, w.records, w.used);
    return (ahd_str){out, head.records + w.used};
}
