/* langc_lexicon.c - all forms, sorted, numbered, packed. */
#include "langc_lexicon.h"

#include "base/utf8.h"
#include "langc_automaton.h"
#include "langc_spelling.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char counted[] = "models/words/ar.tsv";

uint32_t langc_lemma(langc_words *w, ahd_str lemma, uint32_t feats)
{
    char *key = ahd_arena_alloc(w->l->arena, 1, lemma.len + sizeof feats);
    memcpy(key, &feats, sizeof feats);
    memcpy(key + sizeof feats, lemma.ptr, lemma.len);
    uint32_t *number = ahd_map_put(w->l->arena, &w->lemma,
                                   (ahd_str){key, lemma.len + sizeof feats});

    if (*number == 0) {
        *ahd_vec_push(w->l->arena, &w->lemmas) =
            (langc_lemma_row){lemma, feats};
        *number = w->lemmas.count;
    }
    return *number - 1;
}

static ahd_str bare_key(ahd_arena *arena, ahd_str letters, bool verb)
{
    char *key = ahd_arena_alloc(arena, 1, letters.len + 1);

    key[0] = verb ? 'v' : 'n';
    memcpy(key + 1, letters.ptr, letters.len);
    return (ahd_str){key, letters.len + 1};
}

bool langc_has_bare(const langc_words *w, ahd_str letters, bool verb)
{
    return ahd_map_find(&w->bare, bare_key(w->l->arena, letters, verb)) != NULL;
}

void langc_add_bare(langc_words *w, ahd_str letters, bool verb)
{
    *ahd_map_put(w->l->arena, &w->bare, bare_key(w->l->arena, letters, verb)) =
        1;
}

static uint32_t tag_number(langc_words *w, ahd_lexicon_tag tag)
{
    char *bytes = ahd_arena_alloc(w->l->arena, 1, sizeof tag);
    memcpy(bytes, &tag, sizeof tag);
    uint32_t *number =
        ahd_map_put(w->l->arena, &w->tag, (ahd_str){bytes, sizeof tag});

    if (*number == 0) {
        *ahd_vec_push(w->l->arena, &w->tags) = tag;
        *number = w->tags.count;
    }
    return *number - 1;
}

/* The letters into entry->key, and the check of their spelling; false when it
 * is no word of Arabic letters or too long. */
static bool pack(ahd_str form, langc_entry *entry, uint32_t *check)
{
    int len = 0;

    *check = 0;
    for (size_t at = 0; at < form.len;) {
        ahd_code letter = ahd_lexicon_letter(ahd_utf8_next(form, &at));
        if (letter.code == AHD_CODE_MARK)
            continue;
        if (letter.code == AHD_CODE_NONE || len == AHD_LEXICON_LONGEST)
            return false;
        entry->key[len / 12] |= (uint64_t)letter.code << (55 - len % 12 * 5);
        *check = ahd_lexicon_check(*check, letter);
        len++;
    }
    return len > 0;
}

static uint32_t pack_row(uint32_t check, uint32_t tag, uint32_t lemma)
{
    return check << (AHD_LEXICON_LEMMA_BITS + AHD_LEXICON_TAG_BITS) |
           tag << AHD_LEXICON_LEMMA_BITS | lemma;
}

void langc_form(langc_words *w, ahd_str form, uint32_t lemma,
                ahd_lexicon_tag tag)
{
    langc_entry e = {.order = w->entries.count};
    uint32_t check;

    if (!pack(form, &e, &check))
        return;
    e.row = pack_row(check, tag_number(w, tag), lemma);
    *ahd_vec_push(w->l->arena, &w->entries) = e;
}

static ahd_str key_bytes(ahd_arena *arena, const langc_entry *e)
{
    char *bytes = ahd_arena_alloc(arena, 1, sizeof e->key);

    memcpy(bytes, e->key, sizeof e->key);
    return (ahd_str){bytes, sizeof e->key};
}

/* "folded form, log2 of its count" of models/words. */
static void add_count(langc *l, const langc_line *line, void *user)
{
    langc_words *w = user;
    langc_entry e = {.order = w->entries.count};
    uint32_t weight, check;

    if (!ahd_str_number(line->cells[1], &weight)) {
        langc_error(l, line, "no number");
        return;
    }
    if (!pack(line->cells[0], &e, &check))
        return;
    e.row = weight < 15 ? weight : 15;
    *ahd_vec_push(l->arena, &w->entries) = e;
    *ahd_map_put(l->arena, &w->attested, key_bytes(l->arena, &e)) = 1;
}

bool langc_is_attested(const langc_words *w, ahd_str form)
{
    langc_entry e = {.order = 0};
    uint32_t check;

    return pack(form, &e, &check) &&
           ahd_map_find(&w->attested, key_bytes(w->l->arena, &e)) != NULL;
}

typedef struct packed {
    langc_nodes nodes;
    AHD_VEC(uint32_t) rows;
    AHD_VEC(ahd_lexicon_block) blocks;
    uint32_t root, forms;
} packed;

static int compare(const void *a, const void *b)
{
    const langc_entry *x = a, *y = b;

    for (int i = 0; i < 2; i++)
        if (x->key[i] != y->key[i])
            return x->key[i] < y->key[i] ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static bool same_key(const langc_entry *a, const langc_entry *b)
{
    return a->key[0] == b->key[0] && a->key[1] == b->key[1];
}

static bool is_count(const langc_entry *e)
{
    return e->row >> AHD_LEXICON_LEMMA_BITS == AHD_LEXICON_NO_ROW;
}

static bool is_verb(unsigned pos)
{
    return pos == AHD_POS_VERB || pos == AHD_POS_AUX;
}

/* The parts of a row. */
static uint32_t lemma_of(uint32_t row)
{
    return row & ((1u << AHD_LEXICON_LEMMA_BITS) - 1);
}

static const ahd_lexicon_tag *tag_of(const langc_words *w, uint32_t row)
{
    row >>= AHD_LEXICON_LEMMA_BITS;
    return &w->tags.items[row & ((1u << AHD_LEXICON_TAG_BITS) - 1)];
}

static uint32_t check_of(uint32_t row)
{
    return row >> (AHD_LEXICON_LEMMA_BITS + AHD_LEXICON_TAG_BITS);
}

/* Words of hunspell-ar are mostly rare: where data/lang/ar has a word of that
 * form and kind, or any word for a verb, they would only make it ambiguous. */
static bool is_covered(const langc_words *w, uint32_t other, uint32_t row)
{
    bool verb = is_verb(tag_of(w, row)->pos);

    return lemma_of(row) >= w->ours && lemma_of(other) < w->ours &&
           check_of(row) == check_of(other) &&
           (verb || !is_verb(tag_of(w, other)->pos));
}

/* The same word, but that one is active and the other passive: دعوا. */
static bool is_of_both_voices(const langc_words *w, uint32_t a, uint32_t b)
{
    const ahd_lexicon_tag *x = tag_of(w, a), *y = tag_of(w, b);
    uint32_t differ = x->feats ^ y->feats;

    return lemma_of(a) == lemma_of(b) && check_of(a) == check_of(b) &&
           x->takes == y->takes && x->pos == y->pos && x->also == y->also &&
           (differ & ~AHD_FEAT_SET(VOICE, 3)) == 0;
}

/* Is `row` in the rows from `from` on already, or not to be there? */
static bool merge_row(langc_words *w, packed *p, uint32_t from, uint32_t row)
{
    uint32_t *rows = p->rows.items;

    for (uint32_t i = from; i < p->rows.count; i++) {
        if (rows[i] == row || is_covered(w, rows[i], row))
            return true;
        if (is_of_both_voices(w, rows[i], row)) {
            ahd_lexicon_tag tag = *tag_of(w, row);
            tag.feats &= ~AHD_FEAT_SET(VOICE, 3);
            rows[i] =
                pack_row(check_of(row), tag_number(w, tag), lemma_of(row));
            return true;
        }
    }
    return false;
}

/* The rows of one form, entries [at, end), without repeats. */
static void pack_form(langc_words *w, uint32_t at, uint32_t end, packed *p)
{
    ahd_arena *arena = w->l->arena;
    uint32_t from = p->rows.count, weight = 0;

    if (p->forms % AHD_LEXICON_BLOCK == 0)
        ahd_vec_push(arena, &p->blocks)->row = from;
    for (uint32_t i = at; i < end; i++) {
        uint32_t row = w->entries.items[i].row;
        if (is_count(&w->entries.items[i]))
            weight = row;
        else if (!merge_row(w, p, from, row))
            *ahd_vec_push(arena, &p->rows) = row;
    }
    if (p->rows.count == from)
        *ahd_vec_push(arena, &p->rows) = 0;
    for (uint32_t i = from; i + 1 < p->rows.count; i++)
        p->rows.items[i] |= AHD_LEXICON_MORE;
    p->blocks.items[p->blocks.count - 1].weights |=
        weight << p->forms % AHD_LEXICON_BLOCK * 4;
    p->forms++;
}

static void pack_all(langc_words *w, packed *p)
{
    langc_entry *e = w->entries.items;
    uint32_t count = w->entries.count;

    qsort(e, count, sizeof *e, compare);
    for (uint32_t at = 0, end; at < count; at = end) {
        for (end = at + 1; end < count && same_key(&e[at], &e[end]);)
            end++;
        pack_form(w, at, end, p);
    }
    p->root = langc_automaton(w->l, e, count, &p->nodes);
}

/* Lemmas one after another, and where each begins. */
static ahd_str lay_out_names(langc_words *w, ahd_lexicon_lemma_row *rows)
{
    uint32_t len = 0;

    for (uint32_t i = 0; i < w->lemmas.count; i++) {
        rows[i] = (ahd_lexicon_lemma_row){len, w->lemmas.items[i].feats};
        len += (uint32_t)w->lemmas.items[i].name.len;
    }
    rows[w->lemmas.count].name = len;
    char *names = ahd_arena_alloc(w->l->arena, 1, (size_t)len + 1);
    for (uint32_t i = 0; i < w->lemmas.count; i++)
        memcpy(names + rows[i].name, w->lemmas.items[i].name.ptr,
               w->lemmas.items[i].name.len);
    return (ahd_str){names, len};
}

typedef struct piece {
    uint32_t *at;
    const void *bytes;
    size_t size;
} piece;

static ahd_str lay_out(langc *l, ahd_lexicon_header *h, const piece *pieces,
                       size_t count)
{
    size_t at = sizeof *h, total = at;

    for (size_t i = 0; i < count; i++)
        total += (pieces[i].size + 7) & ~(size_t)7;
    char *out = ahd_arena_alloc(l->arena, 1, total);
    for (size_t i = 0; i < count; i++) {
        *pieces[i].at = (uint32_t)at;
        memcpy(out + at, pieces[i].bytes, pieces[i].size);
        at += (pieces[i].size + 7) & ~(size_t)7;
    }
    memcpy(out, h, sizeof *h);
    return (ahd_str){out, total};
}

/* Do the numbers fit into the bits that the reader has for them? */
static void check_sizes(langc_words *w, const packed *p)
{
    if (w->lemmas.count < 1u << AHD_LEXICON_LEMMA_BITS &&
        w->tags.count < 1u << AHD_LEXICON_TAG_BITS &&
        p->nodes.count < 1u << AHD_LEXICON_NODE_BITS)
        return;
    fprintf(stderr, "langc: %u lemmas, %u tags, %u words of nodes: too many\n",
            w->lemmas.count, w->tags.count, p->nodes.count);
    w->l->errors++;
}

static ahd_str pack_section(langc_words *w)
{
    packed p = {.forms = 0};
    ahd_lexicon_lemma_row *lemmas = ahd_new(w->l->arena, ahd_lexicon_lemma_row,
                                            (size_t)w->lemmas.count + 1);
    ahd_str names = lay_out_names(w, lemmas);

    pack_all(w, &p);
    check_sizes(w, &p);
    ahd_lexicon_header h = {.root = p.root,
                            .forms = p.forms,
                            .ours = w->ours,
                            .words = w->lemmas.count};
    const piece pieces[] = {
        {&h.nodes_at, p.nodes.items, sizeof(uint32_t) * p.nodes.count},
        {&h.blocks_at, p.blocks.items, sizeof *p.blocks.items * p.blocks.count},
        {&h.rows_at, p.rows.items, sizeof(uint32_t) * p.rows.count},
        {&h.tags_at, w->tags.items, sizeof *w->tags.items * w->tags.count},
        {&h.lemmas_at, lemmas, sizeof *lemmas * (w->lemmas.count + 1)},
        {&h.names_at, names.ptr, names.len},
    };
    if (getenv("LANGC_SIZES") != NULL)
        fprintf(stderr,
                "forms %u rows %u nodes %u bytes lemmas %u (ours %u) names %zu "
                "tags %u\n",
                p.forms, p.rows.count, p.nodes.count * 4, w->lemmas.count,
                w->ours, names.len, w->tags.count);
    return lay_out(w->l, &h, pieces, sizeof pieces / sizeof *pieces);
}

ahd_str langc_lexicon_make(langc *l)
{
    langc_words *w = ahd_new(l->arena, langc_words, 1);

    w->l = l;
    tag_number(w, (ahd_lexicon_tag){.pos = 0}); /* AHD_LEXICON_NO_ROW */
    langc_rows(l, counted, add_count, w);
    langc_particles(w);
    langc_verbs(w);
    langc_nouns(w);
    w->ours = w->lemmas.count;
    langc_hunspell(w);
    return pack_section(w);
}
