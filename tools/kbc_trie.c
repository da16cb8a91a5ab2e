/* kbc_trie.c - words become symbols, phrases become paths, terms hang on
 * their ends. */
#include "kbc.h"

#include "lang/fold.h"
#include "lang/word.h"

static uint32_t symbol_of(kbc *k, ahd_str folded)
{
    uint32_t *symbol = ahd_map_put(k->arena, &k->symbol_index, folded);

    if (*symbol == 0) {
        *symbol = k->symbols.count;
        *ahd_vec_push(k->arena, &k->symbols) = kbc_pool(k, folded);
    }
    return *symbol;
}

static uint32_t child_of(kbc *k, uint32_t node, uint32_t symbol)
{
    uint32_t pair[2] = {node, symbol};
    ahd_str key =
        ahd_arena_str(k->arena, (ahd_str){(const char *)pair, sizeof pair});
    uint32_t *child = ahd_map_put(k->arena, &k->edge_index, key);

    if (*child == 0) {
        *child = k->node_terms.count;
        *ahd_vec_push(k->arena, &k->edges) =
            (ahd_kb_edge){node, symbol, *child};
        *ahd_vec_push(k->arena, &k->node_terms) = 0;
    }
    return *child;
}

/* A word means a rule once, but twice where it is a finite verb and a masdar
 * alike: «توصل», «رفض»; as a verb it takes no article («التوصل»). */
static void hang(kbc *k, uint32_t node, ahd_term term)
{
    bool masdar = term.kind == AHD_TERM_RULE && term.extra == AHD_FORM_MASDAR;
    uint32_t after = 0;

    for (uint32_t i = k->node_terms.items[node]; i;
         i = k->terms.items[i - 1].next) {
        const ahd_term *other = &k->terms.items[i - 1].term;
        if (other->kind != term.kind || other->id != term.id)
            continue;
        if (!masdar || other->extra > AHD_FORM_PRESENT)
            return;
        after = i;
    }
    uint32_t *link = after ? &k->terms.items[after - 1].next
                           : &k->node_terms.items[node];
    uint32_t next = *link;
    *link = k->terms.count + 1;
    *ahd_vec_push(k->arena, &k->terms) = (kbc_phrase_term){term, next};
}

/* Punctuation inside names is not matched, but for the + of 5+5. */
static bool counts(ahd_str word, ahd_word_kind kind)
{
    return kind != AHD_WORD_PUNCT || ahd_str_eq(word, AHD_STR("+"));
}

void kbc_add(kbc *k, const kbc_line *line, ahd_str phrase, ahd_term term)
{
    uint32_t node = 0;
    ahd_word word;

    for (size_t at = 0; ahd_word_next(phrase, &at, &word);) {
        ahd_str text = ahd_str_span(phrase, word.at);
        if (counts(text, word.kind))
            node = child_of(k, node, symbol_of(k, ahd_fold(k->arena, text)));
    }
    if (node == 0)
        kbc_error(k, line, "no word in '%.*s'", AHD_STR_ARG(phrase));
    else
        hang(k, node, term);
}
