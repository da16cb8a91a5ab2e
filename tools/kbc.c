/* kbc.c - reads every table of data/, then writes the compiled file. */
#include "kbc.h"

#include "base/utf8.h"
#include "compiled.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void kbc_error(kbc *k, const kbc_line *line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    compiled_complain(line->file, line->number, format, args);
    va_end(args);
    k->errors++;
}

ahd_ref kbc_pool(kbc *k, ahd_str text)
{
    uint32_t *at = ahd_map_put(k->arena, &k->pool_index, text);

    if (*at == 0 && text.len > 0) {
        *at = k->pool.count;
        for (size_t i = 0; i < text.len; i++)
            *ahd_vec_push(k->arena, &k->pool) = text.ptr[i];
    }
    return (ahd_ref){*at, (uint32_t)text.len};
}

ahd_str kbc_cell(const kbc_table *t, const kbc_line *line, const char *name)
{
    for (int i = 0; i < KBC_CELLS && t->columns[i].name; i++)
        if (strcmp(t->columns[i].name, name) == 0)
            return line->cells[i];
    return AHD_STR("");
}

uint32_t kbc_find(const kbc *k, int section, ahd_str key)
{
    const uint32_t *row = ahd_map_find(&k->keys[section], key);

    return row ? *row : AHD_KB_NONE;
}

static bool is_none(ahd_str cell)
{
    return cell.len == 0 || ahd_str_eq(cell, AHD_STR("-"));
}

/* ------------------------------------------------------------ cell types */

static int32_t days_before(int32_t y, int32_t m, int32_t d)
{
    /* Days since 1970-01-01: the year begins in March, so that the leap day
     * is its last. */
    y -= m <= 2;
    int32_t era = y / 400, of_era = y - era * 400;
    int32_t of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    int32_t day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146097 + day - 719468;
}

static bool parse_day(ahd_str cell, bool partial, int32_t *out)
{
    uint32_t part[3] = {0, 1, 1};
    int parts = 0;

    for (ahd_str rest = cell; rest.len > 0; parts++)
        if (parts == 3 ||
            !ahd_str_number(ahd_str_cut(&rest, '-'), &part[parts]))
            return false;
    if (parts != 3 && !partial)
        return false;
    if (part[0] < 1000 || part[0] > 2100 || part[1] < 1 || part[1] > 12 ||
        part[2] < 1 || part[2] > 31)
        return false;
    *out = days_before((int32_t)part[0], (int32_t)part[1], (int32_t)part[2]);
    return true;
}

static int section_of(const char *folder)
{
    for (const kbc_table *t = kbc_tables; t->folder; t++)
        if (strcmp(t->folder, folder) == 0)
            return t->section;
    abort(); /* kbc_schema.c names a table that it does not have */
}

static void put_ref(kbc *k, const kbc_line *line, const kbc_column *c,
                    ahd_str cell, void *out)
{
    uint32_t row = AHD_KB_NONE;

    if (!is_none(cell)) {
        row = kbc_find(k, section_of(c->target), cell);
        if (row == AHD_KB_NONE)
            kbc_error(k, line, "no row '%.*s' in %s", AHD_STR_ARG(cell),
                      c->target);
    } else if (c->type == KBC_NEED_REF)
        kbc_error(k, line, "column %s must name a row of %s", c->name,
                  c->target);
    memcpy(out, &row, sizeof row);
}

static void put_enum(kbc *k, const kbc_line *line, const kbc_column *c,
                     ahd_str cell, void *out)
{
    for (uint32_t i = 0; c->values[i]; i++)
        if (ahd_str_eq(ahd_str_from(c->values[i]), cell)) {
            memcpy(out, &i, sizeof i);
            return;
        }
    kbc_error(k, line, "unknown %s '%.*s'", c->name, AHD_STR_ARG(cell));
}

static void put_day(kbc *k, const kbc_line *line, const kbc_column *c,
                    ahd_str cell, void *out)
{
    int32_t day = AHD_KB_NO_DAY;

    if (!is_none(cell) && !parse_day(cell, c->type == KBC_PARTIAL_DAY, &day))
        kbc_error(k, line, "column %s: '%.*s' is no date (YYYY-MM-DD)", c->name,
                  AHD_STR_ARG(cell));
    memcpy(out, &day, sizeof day);
}

static void put_real(kbc *k, const kbc_line *line, const kbc_column *c,
                     ahd_str cell, void *out)
{
    char digits[32] = "0";
    double number;
    char *end;

    if (!is_none(cell) && cell.len < sizeof digits)
        memcpy(digits, cell.ptr, cell.len);
    number = strtod(digits, &end);
    if (*end != '\0' || cell.len >= sizeof digits)
        kbc_error(k, line, "column %s: '%.*s' is no number", c->name,
                  AHD_STR_ARG(cell));
    memcpy(out, &number, sizeof number);
}

static void put_text(kbc *k, ahd_str cell, void *out)
{
    ahd_ref ref = kbc_pool(k, is_none(cell) ? AHD_STR("") : cell);

    memcpy(out, &ref, sizeof ref);
}

static void put_key(kbc *k, const kbc_table *t, const kbc_line *line,
                    ahd_str cell, uint32_t row)
{
    if (is_none(cell)) {
        kbc_error(k, line, "a row needs its id");
        return;
    }
    if (kbc_find(k, t->section, cell) != AHD_KB_NONE)
        kbc_error(k, line, "'%.*s' is in %s already", AHD_STR_ARG(cell),
                  t->folder);
    *ahd_map_put(k->arena, &k->keys[t->section], cell) = row;
}

static void put_cell(kbc *k, const kbc_line *line, const kbc_column *c,
                     ahd_str cell, char *row)
{
    switch (c->type) {
    case KBC_TEXT:
    case KBC_KEY:
        put_text(k, cell, row + c->at);
        break;
    case KBC_REF:
    case KBC_NEED_REF:
        put_ref(k, line, c, cell, row + c->at);
        break;
    case KBC_ENUM:
        put_enum(k, line, c, cell, row + c->at);
        break;
    case KBC_DAY:
    case KBC_PARTIAL_DAY:
        put_day(k, line, c, cell, row + c->at);
        break;
    case KBC_REAL:
        put_real(k, line, c, cell, row + c->at);
        break;
    case KBC_CELL:
        break;
    }
}

/* ------------------------------------------------------------------ lines */

/* Keys are known before any row is read whole, so that tables and rows may
 * refer to each other in any order: pass 0 takes keys, pass 1 the rest. */
typedef struct reader {
    kbc *k;
    const kbc_table *table;
    int pass;
    int order[KBC_CELLS]; /* file column → table column */
    int columns;
    uint32_t next_row;
} reader;

static bool read_header(reader *r, kbc_line *line, ahd_str text)
{
    const kbc_column *columns = r->table->columns;

    r->columns = 0;
    while (text.len > 0) {
        ahd_str name = ahd_str_cut(&text, '\t');
        int i = 0;
        while (i < KBC_CELLS && columns[i].name &&
               !ahd_str_eq(ahd_str_from(columns[i].name), name))
            i++;
        if (i == KBC_CELLS || !columns[i].name || r->columns == KBC_CELLS) {
            kbc_error(r->k, line, "%s has no column '%.*s'", r->table->folder,
                      AHD_STR_ARG(name));
            return false;
        }
        r->order[r->columns++] = i;
    }
    return true;
}

static bool read_cells(reader *r, kbc_line *line, ahd_str text)
{
    int n = 0;

    memset(line->cells, 0, sizeof line->cells);
    for (; text.len > 0; n++) {
        ahd_str cell = ahd_str_trim(ahd_str_cut(&text, '\t'));
        if (n < r->columns)
            line->cells[r->order[n]] = cell;
    }
    if (n == r->columns)
        return true;
    if (r->pass == 0)
        kbc_error(r->k, line, "%d columns, %d expected", n, r->columns);
    return false;
}

static void take_row(reader *r, const kbc_line *line)
{
    const kbc_table *t = r->table;
    uint32_t row = r->next_row++;

    for (int i = 0; i < KBC_CELLS && t->columns[i].name; i++)
        if (r->pass == 0 && t->columns[i].type == KBC_KEY)
            put_key(r->k, t, line, line->cells[i], row);
    if (r->pass == 0)
        return;
    if (t->section >= 0) {
        char *data = r->k->rows[t->section].items + t->size * row;
        for (int i = 0; i < KBC_CELLS && t->columns[i].name; i++)
            put_cell(r->k, line, &t->columns[i], line->cells[i], data);
    }
    if (t->emit)
        t->emit(r->k, t, line, row);
}

static void read_file(reader *r, const char *path, ahd_str text)
{
    kbc_line line = {.file = path};
    bool header = false;

    while (text.len > 0) {
        ahd_str row = ahd_str_cut(&text, '\n');
        line.number++;
        if (row.len > 0 && row.ptr[row.len - 1] == '\r')
            row.len--;
        if (ahd_str_trim(row).len == 0 || row.ptr[0] == '#')
            continue;
        if (!ahd_utf8_valid(row))
            kbc_error(r->k, &line, "broken UTF-8");
        else if (!header) {
            if (!read_header(r, &line, row))
                return;
            header = true;
        } else if (read_cells(r, &line, row))
            take_row(r, &line);
    }
}

/* ------------------------------------------------------------------ files */

static ahd_str slurp(kbc *k, const char *path)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    size_t size = (size_t)ftell(file);
    char *bytes = ahd_arena_alloc(k->arena, 1, size + 1);
    rewind(file);
    if (fread(bytes, 1, size, file) != size) {
        perror(path);
        exit(1);
    }
    fclose(file);
    return (ahd_str){bytes, size};
}

/* Tables, and folders of tables. */
static int is_knowledge(const struct dirent *entry)
{
    return ahd_str_ends(ahd_str_from(entry->d_name), AHD_STR(".tsv")) ||
           strchr(entry->d_name, '.') == NULL;
}

static void read_folder(reader *r, const char *folder)
{
    struct dirent **files;
    char path[2048];
    kbc *k = r->k;

    int count = scandir(folder, &files, is_knowledge, alphasort);
    for (int i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]->d_name);
        char *name = ahd_arena_alloc(k->arena, 1, strlen(path) + 1);
        memcpy(name, path, strlen(path));
        if (strchr(files[i]->d_name, '.') == NULL)
            read_folder(r, name);
        else
            read_file(r, name, slurp(k, name));
    }
}

/* The rows of a table are those of its folder in all of `data`. */
static void read_table(kbc *k, const kbc_table *t, char **data, int pass)
{
    reader r = {.k = k, .table = t, .pass = pass};
    char folder[1024];

    for (; *data; data++) {
        snprintf(folder, sizeof folder, "%s/%s", *data, t->folder);
        read_folder(&r, folder);
    }
    if (pass == 0 && t->section >= 0) {
        k->rows[t->section].items =
            ahd_arena_alloc(k->arena, t->size ? t->size : 1, r.next_row + 1);
        k->rows[t->section].count = r.next_row;
    }
}

int main(int argc, char **argv)
{
    kbc k = {0};

    if (argc < 3) {
        fprintf(stderr, "usage: kbc OUT.bin DATA_FOLDER...\n");
        return 2;
    }
    k.arena = ahd_arena_new((size_t)4 << 30);
    if (k.arena == NULL)
        return 1;
    *ahd_vec_push(k.arena, &k.pool) = '\0'; /* offset 0: the empty text */
    *ahd_vec_push(k.arena, &k.symbols) = (ahd_ref){0, 0};
    *ahd_vec_push(k.arena, &k.node_terms) = 0;
    for (int pass = 0; pass < 2; pass++)
        for (const kbc_table *t = kbc_tables; t->folder; t++)
            read_table(&k, t, argv + 2, pass);
    if (k.errors > 0) {
        fprintf(stderr, "kbc: %d mistakes, nothing written\n", k.errors);
        return 1;
    }
    return kbc_write(&k, argv[1]);
}
