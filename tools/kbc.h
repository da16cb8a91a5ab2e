/* kbc.h - the knowledge compiler: data/ (TSV) into one file (kb/file.h).
 *
 *     kbc build/release/kb.bin data build/release/gazetteer
 *
 * kbc.c reads the tables, kbc_schema.c says what their columns are,
 * kbc_emit.c which phrases a row adds, kbc_inflect.c derives the forms of
 * verbs and adjectives, kbc_trie.c holds words and phrases, kbc_index.c which
 * rows belong to which, kbc_spelling.c names by their consonants, kbc_write.c
 * writes the file. It runs on the building machine only and never frees. */
#ifndef AHD_KBC_H
#define AHD_KBC_H

#include "base/map.h"
#include "base/vec.h"
#include "kb/file.h"

enum { KBC_CELLS = 16 };

typedef struct kbc kbc;

/* Where a mistake is. */
typedef struct kbc_line {
    const char *file;
    size_t number;
    ahd_str cells[KBC_CELLS]; /* in the order of the table's columns */
} kbc_line;

typedef enum kbc_type {
    KBC_TEXT,        /* as it is; "-" becomes empty */
    KBC_KEY,         /* a text, unique in the table: what others refer to */
    KBC_REF,         /* a key of `target`, or "-" */
    KBC_NEED_REF,    /* a key of `target` */
    KBC_ENUM,        /* one of `values` */
    KBC_DAY,         /* YYYY-MM-DD, or "-" */
    KBC_PARTIAL_DAY, /* also YYYY-MM and YYYY: their first day */
    KBC_REAL,
    KBC_CELL, /* only for emit: the row does not keep it */
} kbc_type;

typedef struct kbc_column {
    const char *name;
    kbc_type type;
    size_t at; /* offsetof in the row */
    const char *target;
    const char *const *values;
} kbc_column;

typedef struct kbc_table {
    const char *folder;
    int section; /* AHD_KB_SECTION_..., or -1: its rows are only phrases */
    size_t size; /* of a row */
    kbc_column columns[KBC_CELLS];
    /* Adds the phrases of a row; may be NULL. */
    void (*emit)(kbc *k, const struct kbc_table *t, const kbc_line *line,
                 uint32_t row);
} kbc_table;

extern const kbc_table kbc_tables[]; /* ends with folder NULL */

typedef AHD_VEC(char) kbc_rows;

typedef struct kbc_form {
    ahd_str word;
    ahd_form form;
} kbc_form;
typedef AHD_VEC(kbc_form) kbc_forms;

typedef struct kbc_phrase_term {
    ahd_term term;
    uint32_t next; /* of the same node, + 1 */
} kbc_phrase_term;

struct kbc {
    ahd_arena *arena;
    int errors;
    ahd_map pool_index; /* text → offset */
    AHD_VEC(char) pool;
    struct {
        char *items;
        uint32_t count, capacity; /* rows */
    } rows[AHD_KB_SECTIONS];
    ahd_map keys[AHD_KB_SECTIONS]; /* key → row */
    AHD_VEC(ahd_ref) symbols;
    ahd_map symbol_index;
    AHD_VEC(ahd_kb_edge) edges;
    ahd_map edge_index;           /* (node, symbol) bytes → edge */
    AHD_VEC(uint32_t) node_terms; /* first of the node's list, + 1 */
    AHD_VEC(kbc_phrase_term) terms;
    AHD_VEC(kbc_forms) verb_forms; /* by row of verbs */
    ahd_map topics;                /* topic name → number */
};

/* Report a mistake at `line` and go on; the compiler will fail at the end. */
void kbc_error(kbc *k, const kbc_line *line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

ahd_ref kbc_pool(kbc *k, ahd_str text);

/* The cell of column `name`; empty when the table has no such column. */
ahd_str kbc_cell(const kbc_table *t, const kbc_line *line, const char *name);

/* Row of `key` in the table of `section`; AHD_KB_NONE when there is none. */
uint32_t kbc_find(const kbc *k, int section, ahd_str key);

/* kbc_trie.c: `phrase` (unfolded, any number of words) means `term`. */
void kbc_add(kbc *k, const kbc_line *line, ahd_str phrase, ahd_term term);

/* kbc_inflect.c: every written form of a verb row; of an adjective. */
void kbc_inflect_verb(kbc *k, const kbc_table *t, const kbc_line *line,
                      kbc_forms *out);
void kbc_inflect_adjective(kbc *k, ahd_str lang, ahd_str form, kbc_forms *out);

/* A section of the file that no table is. */
typedef struct kbc_section {
    const void *data;
    uint32_t count, size;
} kbc_section;

/* kbc_index.c: rows by a key; the two sections of each of AHD_KB_INDEXES. */
void kbc_index(kbc *k, kbc_section *sections);

/* kbc_spelling.c: full names by their skeletons. */
void kbc_spellings(kbc *k, kbc_section *rows, kbc_section *slots);

/* kbc_write.c: 0, or an exit status after a message. */
int kbc_write(kbc *k, const char *path);

#endif
