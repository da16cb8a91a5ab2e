/* file.h - the compiled file: what kbc writes and kb.c reads.
 *
 * A header, then one section after another, each 8-byte aligned, in the order
 * of AHD_KB_TABLES followed by those of AHD_KB_INDEXES, two each, then symbols,
 * symbol_slots, nodes, edges, spelling_slots, pool. It is read in place, so it
 * is native to the machine that compiled it. */
#ifndef AHD_KB_FILE_H
#define AHD_KB_FILE_H

#include "kb/kb.h"

#define AHD_KB_MAGIC 0x414B4407u /* "AKD" and the version of this layout */

enum {
#define X(table, row) AHD_KB_SECTION_##table,
    AHD_KB_TABLES(X)
#undef X
#define X(index) AHD_KB_SECTION_##index##_starts, AHD_KB_SECTION_##index,
        AHD_KB_INDEXES(X)
#undef X
            AHD_KB_SECTION_symbols,
    AHD_KB_SECTION_symbol_slots,
    AHD_KB_SECTION_nodes,
    AHD_KB_SECTION_edges,
    AHD_KB_SECTION_spelling_slots,
    AHD_KB_SECTION_pool,
    AHD_KB_SECTIONS
};

typedef struct ahd_kb_section {
    uint32_t at, count, size; /* bytes from the start; rows; bytes a row */
} ahd_kb_section;

typedef struct ahd_kb_header {
    uint32_t magic, bytes; /* bytes of the whole file */
    char version[16];
    ahd_kb_section sections[AHD_KB_SECTIONS];
} ahd_kb_header;

/* Symbol s is row s; row 0 is no word. symbol_slots is an open hash by
 * ahd_str_hash, its count a power of two; symbol 0: free. */
typedef struct ahd_kb_symbol_row {
    ahd_ref word;
} ahd_kb_symbol_row;

typedef struct ahd_kb_symbol_slot {
    uint32_t hash, symbol;
} ahd_kb_symbol_slot;

/* Among how many rows there are, where those of an id are looked for. */
static inline uint32_t ahd_kb_id_key(ahd_str id, uint32_t rows)
{
    return ahd_str_hash(id) % rows;
}

/* spelling_slots is an open hash by ahd_skeleton_hash of rows + 1. */

/* Terms [first, first + count) of the phrase that ends here. */
typedef struct ahd_kb_node {
    uint32_t first, count;
} ahd_kb_node;

/* An open hash by ahd_kb_edge_hash; child 0: free. Count a power of two. */
typedef struct ahd_kb_edge {
    uint32_t node, symbol, child;
} ahd_kb_edge;

static inline uint32_t ahd_kb_edge_hash(uint32_t node, uint32_t symbol)
{
    uint32_t h = node * 2654435761u ^ symbol * 2246822519u;
    return h ^ h >> 15;
}

#endif
