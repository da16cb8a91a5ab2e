/* langc_automaton.c - sorted keys to nodes. */
#include "langc_automaton.h"

#include <string.h>

enum { CODES = 31 };

/* A node of the path that the last key runs along. */
typedef struct open_node {
    uint32_t mask, words; /* letters and FINAL; forms under it so far */
    uint32_t target[CODES], before[CODES]; /* of its letters, in order */
    uint32_t edges;
} open_node;

typedef struct builder {
    langc *l;
    langc_nodes *out;
    ahd_map written; /* bytes of a node -> its place + 1 */
    open_node path[AHD_LEXICON_LONGEST + 1];
} builder;

static unsigned letter_at(const langc_entry *e, int at)
{
    return e->key[at / 12] >> (55 - at % 12 * 5) & 31;
}

/* As words: edges of two when a number does not fit beside its node. */
static ahd_str encode(langc *l, const open_node *node)
{
    uint32_t *words = ahd_new(l->arena, uint32_t, 1 + 2 * (size_t)node->edges);
    uint32_t most = node->edges > 0 ? node->before[node->edges - 1] : 0;
    uint32_t count = 1;
    bool wide = most >> (32 - AHD_LEXICON_NODE_BITS) != 0;

    words[0] = node->mask | (wide ? AHD_LEXICON_WIDE : 0);
    for (uint32_t i = 0; i < node->edges; i++) {
        words[count++] = node->target[i];
        if (wide)
            words[count++] = node->before[i];
        else
            words[count - 1] |= node->before[i] << AHD_LEXICON_NODE_BITS;
    }
    return (ahd_str){(const char *)words, sizeof *words * count};
}

static uint32_t write_node(builder *b, const open_node *node)
{
    ahd_str key = encode(b->l, node);
    const uint32_t *words = (const void *)key.ptr;
    uint32_t *place = ahd_map_put(b->l->arena, &b->written, key);

    if (*place == 0) {
        *place = b->out->count + 1;
        for (size_t i = 0; i < key.len / sizeof *words; i++)
            *ahd_vec_push(b->l->arena, b->out) = words[i];
    }
    return *place - 1;
}

/* Writes the nodes below `depth`; `len` is where the path ends. */
static void close_path(builder *b, int depth, int len)
{
    for (int d = len; d > depth; d--) {
        open_node *parent = &b->path[d - 1];
        parent->target[parent->edges - 1] = write_node(b, &b->path[d]);
        parent->words += b->path[d].words;
    }
}

static void open_path(builder *b, const langc_entry *e, int from, int len)
{
    for (int d = from; d < len; d++) {
        open_node *node = &b->path[d];
        node->mask |= 1u << letter_at(e, d);
        node->before[node->edges++] = node->words;
        memset(&b->path[d + 1], 0, sizeof b->path[d + 1]);
    }
    b->path[len].mask |= AHD_LEXICON_FINAL;
    b->path[len].words++;
}

static int length_of(const langc_entry *e)
{
    int len = 0;

    while (len < AHD_LEXICON_LONGEST && letter_at(e, len) != 0)
        len++;
    return len;
}

uint32_t langc_automaton(langc *l, const langc_entry *entries, uint32_t count,
                         langc_nodes *out)
{
    builder *b = ahd_new(l->arena, builder, 1);
    int len = 0;

    b->l = l;
    b->out = out;
    for (uint32_t i = 0; i < count; i++) {
        const langc_entry *e = &entries[i];
        int common = 0, next = length_of(e);
        while (i > 0 && common < next && common < len &&
               letter_at(e, common) == letter_at(e - 1, common))
            common++;
        if (i > 0 && common == next && common == len)
            continue;
        close_path(b, common, len);
        open_path(b, e, common, next);
        len = next;
    }
    close_path(b, 0, len);
    return write_node(b, &b->path[0]);
}
