/* kbc_write.c - the compiled file, by sections, then the hash of it all. */
#include "kbc.h"

#include "base/buf.h"
#include "compiled.h"
#include "lang/fold.h"

#include <string.h>

typedef kbc_section section;

/* The smallest power of two that leaves a hash at most half full. */
static uint32_t slots_for(uint32_t count)
{
    uint32_t slots = 16;

    while (slots < count * 2)
        slots *= 2;
    return slots;
}

static section hash_symbols(kbc *k)
{
    uint32_t count = slots_for(k->symbols.count);
    ahd_kb_symbol_slot *slots = ahd_new(k->arena, ahd_kb_symbol_slot, count);

    for (uint32_t s = 1; s < k->symbols.count; s++) {
        ahd_ref ref = k->symbols.items[s];
        ahd_str word = {k->pool.items + ref.at, ref.len};
        uint32_t hash = ahd_str_hash(word), i = hash & (count - 1);
        while (slots[i].symbol)
            i = (i + 1) & (count - 1);
        slots[i] = (ahd_kb_symbol_slot){hash, s};
    }
    return (section){slots, count, sizeof *slots};
}

static section hash_edges(kbc *k)
{
    uint32_t count = slots_for(k->edges.count);
    ahd_kb_edge *slots = ahd_new(k->arena, ahd_kb_edge, count);

    for (uint32_t e = 0; e < k->edges.count; e++) {
        const ahd_kb_edge *edge = &k->edges.items[e];
        uint32_t i = ahd_kb_edge_hash(edge->node, edge->symbol) & (count - 1);
        while (slots[i].child)
            i = (i + 1) & (count - 1);
        slots[i] = *edge;
    }
    return (section){slots, count, sizeof *slots};
}

/* The terms of each node side by side, in the order they were added. */
static section gather_terms(kbc *k, section *nodes)
{
    ahd_term *terms = ahd_new(k->arena, ahd_term, k->terms.count + 1);
    ahd_kb_node *out = ahd_new(k->arena, ahd_kb_node, k->node_terms.count);
    uint32_t used = 0;

    for (uint32_t n = 0; n < k->node_terms.count; n++) {
        uint32_t count = 0;
        for (uint32_t i = k->node_terms.items[n]; i;
             i = k->terms.items[i - 1].next)
            count++;
        out[n] = (ahd_kb_node){used, count};
        used += count;
        uint32_t back = used;
        for (uint32_t i = k->node_terms.items[n]; i;
             i = k->terms.items[i - 1].next)
            terms[--back] = k->terms.items[i - 1].term;
    }
    *nodes = (section){out, k->node_terms.count, sizeof *out};
    return (section){terms, used, sizeof *terms};
}

/* Rows of one agreement stand together: note where. */
static void index_agreements(kbc *k)
{
    ahd_agreement *all = (void *)k->rows[AHD_KB_SECTION_agreements].items;
    const ahd_commitment *c = (void *)k->rows[AHD_KB_SECTION_commitments].items;
    const ahd_party *p = (void *)k->rows[AHD_KB_SECTION_parties].items;

    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_commitments].count; i++) {
        ahd_agreement *a = &all[c[i].agreement];
        if (a->commitments++ == 0)
            a->first_commitment = i;
    }
    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_parties].count; i++) {
        ahd_agreement *a = &all[p[i].agreement];
        if (a->parties++ == 0)
            a->first_party = i;
    }
}

/* In force since the first day that the data gives it. */
static void date_agreements(kbc *k)
{
    ahd_agreement *all = (void *)k->rows[AHD_KB_SECTION_agreements].items;
    const ahd_effect *e = (void *)k->rows[AHD_KB_SECTION_effects].items;

    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_agreements].count; i++)
        all[i].effective = AHD_KB_NO_DAY;
    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_effects].count; i++) {
        ahd_agreement *a = &all[e[i].agreement];
        if (a->effective != AHD_KB_NO_DAY)
            continue;
        a->effective = e[i].date;
        a->effective_source = e[i].source;
    }
}

static void add_name(const kbc *k, ahd_ref name, ahd_buf *out)
{
    ahd_buf_add(out, (ahd_str){k->pool.items + name.at, name.len});
    ahd_buf_byte(out, ' ');
}

static void fold_names(kbc *k)
{
    ahd_agreement *all = (void *)k->rows[AHD_KB_SECTION_agreements].items;
    const ahd_agreement_name *names =
        (void *)k->rows[AHD_KB_SECTION_agreement_names].items;
    ahd_buf text = AHD_BUF(1 << 20);

    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_agreements].count; i++) {
        ahd_buf_clear(&text);
        add_name(k, all[i].ar, &text);
        add_name(k, all[i].en, &text);
        for (uint32_t n = 0; n < k->rows[AHD_KB_SECTION_agreement_names].count;
             n++)
            if (names[n].agreement == i)
                add_name(k, names[n].name, &text);
        all[i].folded = kbc_pool(k, ahd_fold(k->arena, ahd_buf_str(&text)));
    }
    ahd_buf_finish(&text);
}

/* Bring the rows of one agreement together, each group in the order of the
 * files. Both tables begin with the agreement's number. */
static void group(kbc *k, int table, size_t size)
{
    uint32_t count = k->rows[table].count;
    const char *rows = k->rows[table].items;
    char *out = ahd_arena_alloc(k->arena, size, count + 1);
    size_t used = 0;

    for (uint32_t a = 0; a < k->rows[AHD_KB_SECTION_agreements].count; a++)
        for (uint32_t i = 0; i < count; i++)
            if (memcmp(rows + i * size, &a, sizeof a) == 0)
                memcpy(out + size * used++, rows + i * size, size);
    k->rows[table].items = out;
}

/* Up the `of` links to a state, else the state of the actor's country. */
static uint32_t state_of(const kbc *k, const ahd_actor *all, uint32_t actor)
{
    for (int i = 0; i < 8 && actor != AHD_KB_NONE; i++) {
        const ahd_actor *a = &all[actor];
        if (a->type == AHD_ACTOR_STATE)
            return actor;
        if (a->of == AHD_KB_NONE)
            return kbc_find(
                k, AHD_KB_SECTION_actors,
                (ahd_str){k->pool.items + a->country.at, a->country.len});
        actor = a->of;
    }
    return AHD_KB_NONE;
}

static void find_states(kbc *k)
{
    ahd_actor *actors = (void *)k->rows[AHD_KB_SECTION_actors].items;
    ahd_agreement *all = (void *)k->rows[AHD_KB_SECTION_agreements].items;

    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_actors].count; i++)
        actors[i].state = state_of(k, actors, i);
    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_agreements].count; i++) {
        ahd_ref list = all[i].country;
        ahd_str rest = {k->pool.items + list.at, list.len};
        for (int n = 0; n < AHD_KB_STATES; n++)
            all[i].states[n] = rest.len > 0 ? kbc_find(k, AHD_KB_SECTION_actors,
                                                       ahd_str_cut(&rest, '|'))
                                            : AHD_KB_NONE;
    }
}

static void collect(kbc *k, section *out)
{
    static const uint32_t sizes[] = {
#define X(table, row) sizeof(ahd_##row),
        AHD_KB_TABLES(X)
#undef X
    };
    kbc_index(k, out);
    for (int i = 0; i < AHD_KB_SECTION_terms; i++)
        out[i] = (section){k->rows[i].items, k->rows[i].count, sizes[i]};
    out[AHD_KB_SECTION_terms] = gather_terms(k, &out[AHD_KB_SECTION_nodes]);
    out[AHD_KB_SECTION_symbols] =
        (section){k->symbols.items, k->symbols.count, sizeof(ahd_ref)};
    out[AHD_KB_SECTION_symbol_slots] = hash_symbols(k);
    out[AHD_KB_SECTION_edges] = hash_edges(k);
    kbc_spellings(k, &out[AHD_KB_SECTION_spellings],
                  &out[AHD_KB_SECTION_spelling_slots]);
    out[AHD_KB_SECTION_pool] = (section){k->pool.items, k->pool.count, 1};
}

static char *lay_out(kbc *k, const section *sections, uint32_t *bytes)
{
    ahd_kb_header header = {.magic = AHD_KB_MAGIC};
    size_t at = (sizeof header + 7) & ~(size_t)7;

    for (int i = 0; i < AHD_KB_SECTIONS; i++) {
        const section *s = &sections[i];
        header.sections[i] = (ahd_kb_section){(uint32_t)at, s->count, s->size};
        at = (at + (size_t)s->count * s->size + 7) & ~(size_t)7;
    }
    char *file = ahd_arena_alloc(k->arena, 1, at);
    for (int i = 0; i < AHD_KB_SECTIONS; i++)
        if (sections[i].count > 0)
            memcpy(file + header.sections[i].at, sections[i].data,
                   (size_t)sections[i].count * sections[i].size);
    header.bytes = (uint32_t)at;
    memcpy(file, &header, sizeof header);
    *bytes = (uint32_t)at;
    return file;
}

int kbc_write(kbc *k, const char *path)
{
    section sections[AHD_KB_SECTIONS] = {{NULL, 0, 0}};
    uint32_t bytes;

    group(k, AHD_KB_SECTION_commitments, sizeof(ahd_commitment));
    group(k, AHD_KB_SECTION_parties, sizeof(ahd_party));
    index_agreements(k);
    date_agreements(k);
    find_states(k);
    fold_names(k);
    collect(k, sections);
    char *file = lay_out(k, sections, &bytes);
    compiled_stamp(file, bytes, ((ahd_kb_header *)(void *)file)->version);
    return compiled_write(path, file, bytes);
}
