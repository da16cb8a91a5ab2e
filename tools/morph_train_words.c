/* morph_train_words.c - what was seen of words, by their keys. */
#include "morph_train.h"

#include <stdlib.h>

typedef struct record {
    uint64_t key;
    ahd_str lemma;
    uint32_t pos, feats, group;
} record;

typedef AHD_VEC(record) records;

static void add(treebank *bank, records *all, ahd_seen what, uint32_t group,
                const gold_word *word)
{
    ahd_letters l;
    uint64_t key;

    if (!ahd_letters_read(word->form, &l))
        return;
    key = ahd_choices_key(what, what == AHD_SEEN_FOLDED ? l.fold : l.bare,
                          l.count);
    *ahd_vec_push(bank->arena, all) =
        (record){key, word->lemma, word->pos, word->feats, group};
}

static void add_token(treebank *bank, records *all, const gold_sentence *s,
                      const gold_token *t)
{
    const gold_word *w = &s->words.items[t->first];

    if (!t->sound)
        return;
    for (uint32_t i = 0; i < t->count; i++) {
        if (w[i].pos == GOLD_ANY)
            continue;
        if (i == t->pros) {
            add(bank, all, AHD_SEEN_HOST, s->group, &w[i]);
            add(bank, all, AHD_SEEN_FOLDED, s->group, &w[i]);
            if (w[i].lemma.len > 0)
                *ahd_vec_push(bank->arena, all) =
                    (record){ahd_choices_lemma_key(w[i].lemma), AHD_STR(""),
                             w[i].pos, 0, s->group};
        } else if (w[i].lemma.len > 0) {
            add(bank, all, AHD_SEEN_CLITIC, s->group, &w[i]);
        }
    }
}

static int by_key(const void *a, const void *b)
{
    const record *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->pos != y->pos)
        return x->pos < y->pos ? -1 : 1;
    int lemma = ahd_str_cmp(x->lemma, y->lemma);
    if (lemma != 0)
        return lemma;
    return (x->feats > y->feats) - (x->feats < y->feats);
}

/* Of one key and part of speech: its most frequent lemma and feats. Words of
 * which these are not told stand first. */
static pack_word sum_up(const record *r, uint32_t count, uint32_t without)
{
    pack_word word = {.key = r->key, .pos = r->pos, .feats = r->feats};
    uint32_t lemma_best = 0, lemma_now = 0, feats_best = 0, feats_now = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && !ahd_str_eq(r[i].lemma, r[i - 1].lemma))
            lemma_now = feats_now = 0;
        if (i > 0 && r[i].feats != r[i - 1].feats)
            feats_now = 0;
        if (r[i].group == without)
            continue;
        word.times++;
        if (r[i].feats == AHD_RECALLED_UNTOLD)
            continue;
        if (++lemma_now > lemma_best) {
            lemma_best = lemma_now;
            word.lemma = r[i].lemma;
        }
        if (++feats_now > feats_best) {
            feats_best = feats_now;
            word.feats = r[i].feats;
        }
    }
    return word;
}

static void sort_words(pack_word *words, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        pack_word word = words[i];
        uint32_t k = i;
        for (; k > 0 && words[k - 1].times < word.times; k--)
            words[k] = words[k - 1];
        words[k] = word;
    }
}

static void sum_key(treebank *bank, const record *r, uint32_t count,
                    uint32_t without, pack *out)
{
    uint32_t before = out->words.count, end;

    for (uint32_t i = 0; i < count; i = end) {
        for (end = i + 1; end < count && r[end].pos == r[i].pos; end++)
            ;
        pack_word word = sum_up(r + i, end - i, without);
        if (word.times > 0)
            *ahd_vec_push(bank->arena, &out->words) = word;
    }
    sort_words(out->words.items + before, out->words.count - before);
    if (out->words.count > before + AHD_WEIGHTS_READINGS)
        out->words.count = before + AHD_WEIGHTS_READINGS;
}

static void add_tokens(treebank *bank, records *all, const gold_sentence *list,
                       uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < list[i].doc->tokens.count; k++)
            add_token(bank, all, &list[i], &list[i].tokens[k]);
}

void words_seen(treebank *bank, uint32_t without, pack *out)
{
    static records all; /* the same for every group */
    uint32_t end;

    if (all.count == 0) {
        add_tokens(bank, &all, bank->sentences.items, bank->sentences.count);
        add_tokens(bank, &all, bank->labelled.items, bank->labelled.count);
        qsort(all.items, all.count, sizeof *all.items, by_key);
    }
    out->words.count = 0;
    for (uint32_t i = 0; i < all.count; i = end) {
        for (end = i + 1;
             end < all.count && all.items[end].key == all.items[i].key; end++)
            ;
        sum_key(bank, all.items + i, end - i, without, out);
    }
}
