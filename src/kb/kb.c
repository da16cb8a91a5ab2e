#include "kb/kb.h"

#include "kb/file.h"
#include "lang/skeleton.h"

static ahd_str symbol_word(const ahd_kb *kb, uint32_t symbol)
{
    const ahd_kb_symbol_row *rows = kb->symbols.rows;
    return ahd_kb_str(kb, rows[symbol].word);
}

uint32_t ahd_kb_symbol(const ahd_kb *kb, ahd_str folded)
{
    const ahd_kb_symbol_slot *slots = kb->symbol_slots.rows;
    uint32_t mask = kb->symbol_slots.count - 1, hash = ahd_str_hash(folded);

    for (uint32_t i = hash & mask; slots[i].symbol; i = (i + 1) & mask)
        if (slots[i].hash == hash &&
            ahd_str_eq(symbol_word(kb, slots[i].symbol), folded))
            return slots[i].symbol;
    return 0;
}

uint32_t ahd_kb_step(const ahd_kb *kb, uint32_t node, uint32_t symbol)
{
    const ahd_kb_edge *edges = kb->edges.rows;
    uint32_t mask = kb->edges.count - 1;
    uint32_t i = ahd_kb_edge_hash(node, symbol) & mask;

    for (; edges[i].child; i = (i + 1) & mask)
        if (edges[i].node == node && edges[i].symbol == symbol)
            return edges[i].child;
    return 0;
}

uint32_t ahd_kb_terms(const ahd_kb *kb, uint32_t node, uint32_t *count)
{
    const ahd_kb_node *nodes = kb->nodes.rows;

    *count = nodes[node].count;
    return nodes[node].first;
}

static const ahd_kb_header *header_of(ahd_str file, ahd_error *error)
{
    const ahd_kb_header *header = (const void *)file.ptr;

    if (file.len < sizeof *header || header->magic != AHD_KB_MAGIC ||
        header->bytes != file.len) {
        (void)ahd_fail(error, AHD_EFORMAT,
                       "not a knowledge base of this version; run kbc again");
        return NULL;
    }
    return header;
}

static bool section_fits(ahd_str file, const ahd_kb_section *s)
{
    return s->at <= file.len &&
           (uint64_t)s->count * s->size <= file.len - s->at;
}

ahd_status ahd_kb_load(ahd_str file, ahd_kb *out, ahd_error *error)
{
    static const uint32_t sizes[AHD_KB_SECTIONS] = {
#define X(table, row) sizeof(ahd_##row),
        AHD_KB_TABLES(X)
#undef X
#define X(index) sizeof(uint32_t), sizeof(uint32_t),
            AHD_KB_INDEXES(X)
#undef X
                sizeof(ahd_kb_symbol_row),
        sizeof(ahd_kb_symbol_slot),
        sizeof(ahd_kb_node),
        sizeof(ahd_kb_edge),
        sizeof(uint32_t),
        1,
    };
    const ahd_kb_header *header = header_of(file, error);
    ahd_table tables[AHD_KB_SECTIONS];

    if (header == NULL)
        return AHD_EFORMAT;
    for (int i = 0; i < AHD_KB_SECTIONS; i++) {
        const ahd_kb_section *s = &header->sections[i];
        if (s->size != sizes[i] || !section_fits(file, s))
            return ahd_fail(error, AHD_EFORMAT,
                            "section %d of the knowledge base is damaged", i);
        tables[i] = (ahd_table){file.ptr + s->at, s->count};
    }
    *out = (ahd_kb){
#define X(table, row) .table = tables[AHD_KB_SECTION_##table],
        AHD_KB_TABLES(X)
#undef X
#define X(index)                                                               \
    .index = {tables[AHD_KB_SECTION_##index##_starts],                         \
              tables[AHD_KB_SECTION_##index]},
            AHD_KB_INDEXES(X)
#undef X
                .symbols = tables[AHD_KB_SECTION_symbols],
        .symbol_slots = tables[AHD_KB_SECTION_symbol_slots],
        .nodes = tables[AHD_KB_SECTION_nodes],
        .edges = tables[AHD_KB_SECTION_edges],
        .spelling_slots = tables[AHD_KB_SECTION_spelling_slots],
        .pool = {tables[AHD_KB_SECTION_pool].rows,
                 tables[AHD_KB_SECTION_pool].count},
        .version = {header->version, sizeof header->version},
    };
    return AHD_OK;
}

uint32_t ahd_kb_find_spelling(const ahd_kb *kb, uint64_t skeleton)
{
    const uint32_t *slots = kb->spelling_slots.rows;
    uint32_t mask = kb->spelling_slots.count - 1;
    uint32_t i = ahd_skeleton_hash(skeleton) & mask;

    for (; slots[i]; i = (i + 1) & mask)
        if (ahd_kb_spelling_at(kb, slots[i] - 1)->skeleton == skeleton)
            return slots[i] - 1;
    return AHD_KB_NONE;
}

uint32_t ahd_kb_country(ahd_str code)
{
    if (code.len != 2 || code.ptr[0] < 'a' || code.ptr[0] > 'z' ||
        code.ptr[1] < 'a' || code.ptr[1] > 'z')
        return AHD_KB_NONE;
    return (uint32_t)((code.ptr[0] - 'a') * 26 + (code.ptr[1] - 'a'));
}

const uint32_t *ahd_kb_rows(const ahd_kb_index *index, uint32_t key,
                            uint32_t *count)
{
    const uint32_t *starts = index->starts.rows, *rows = index->rows.rows;

    *count = 0;
    if (key >= index->starts.count - 1)
        return rows;
    *count = starts[key + 1] - starts[key];
    return rows + starts[key];
}

/* Of rows that have the key of `id`, as data orders them, the first with it. */
#define FIND(name, table)                                                      \
    uint32_t ahd_kb_find_##name(const ahd_kb *kb, ahd_str id)                  \
    {                                                                          \
        uint32_t all = kb->table.count, count = 0;                             \
        const uint32_t *rows = NULL;                                           \
                                                                               \
        if (all > 0)                                                           \
            rows = ahd_kb_rows(&kb->table##_by_id, ahd_kb_id_key(id, all),     \
                               &count);                                        \
        for (uint32_t i = 0; i < count; i++)                                   \
            if (ahd_str_eq(                                                    \
                    ahd_kb_str(kb, ahd_kb_##name##_at(kb, rows[i])->id), id))  \
                return rows[i];                                                \
        return AHD_KB_NONE;                                                    \
    }
FIND(actor, actors)
FIND(agreement, agreements)
FIND(place, places)
#undef FIND

bool ahd_kb_is_of(const ahd_kb *kb, uint32_t part, uint32_t whole)
{
    /* Chains are short; the bound keeps a cycle in the data harmless. */
    for (int i = 0; i < 8 && part != AHD_KB_NONE; i++) {
        if (part == whole)
            return true;
        part = ahd_kb_actor_at(kb, part)->of;
    }
    return false;
}

bool ahd_kb_is_on(int32_t since, int32_t until, int32_t day)
{
    return day == AHD_KB_NO_DAY || ((since == AHD_KB_NO_DAY || since <= day) &&
                                    (until == AHD_KB_NO_DAY || day <= until));
}

enum { SIDE = 24 }; /* actors that a chain of ties may lead through */

typedef struct side {
    uint32_t at[SIDE], count;
} side;

static void add_side(side *s, uint32_t actor)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (s->at[i] == actor)
            return;
    if (actor != AHD_KB_NONE && s->count < SIDE)
        s->at[s->count++] = actor;
}

bool ahd_kb_is_side(const ahd_kb *kb, uint32_t part, uint32_t whole,
                    int32_t day)
{
    side s = {.count = 0};

    add_side(&s, part);
    for (uint32_t i = 0; i < s.count; i++) {
        uint32_t count;
        const uint32_t *ties = ahd_kb_rows(&kb->ties_of, s.at[i], &count);
        if (s.at[i] == whole)
            return true;
        add_side(&s, ahd_kb_actor_at(kb, s.at[i])->of);
        for (uint32_t t = 0; t < count; t++) {
            const ahd_tie *tie = ahd_kb_tie_at(kb, ties[t]);
            if (tie->kind != AHD_TIE_OWNED_BY &&
                ahd_kb_is_on(tie->since, tie->until, day))
                add_side(&s, tie->of);
        }
    }
    return false;
}
