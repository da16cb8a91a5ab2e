#include "web/cells.h"

#include "base/utf8.h"
#include "web/part.h"

#include <inttypes.h>

/* ------------------------------------------------------------------- CSV */

static bool is_formula(ahd_str text)
{
    return text.len > 0 && memchr("=+-@\t\r\n", text.ptr[0], 7) != NULL;
}

static bool needs_quotes(ahd_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (memchr(",\"\r\n", text.ptr[i], 4) != NULL)
            return true;
    return false;
}

/* Bytes that are no UTF-8 become U+FFFD. */
static void add_text(ahd_buf *out, ahd_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = ahd_utf8_next(text, &at);
        if (c == '"')
            ahd_buf_byte(out, '"');
        if (c == 0)
            c = 0xFFFD;
        ahd_buf_code_point(out, c);
    }
}

void ahd_cells_text(ahd_buf *out, ahd_str text)
{
    bool quotes = needs_quotes(text);

    if (quotes)
        ahd_buf_byte(out, '"');
    if (is_formula(text))
        ahd_buf_byte(out, '\'');
    add_text(out, text);
    if (quotes)
        ahd_buf_byte(out, '"');
}

/* The columns of CSV: rows of another table are no value of a cell. */
static bool is_cell(const ahd_column *column)
{
    return column->type != AHD_COLUMN_ROWS;
}

void ahd_cells_head(const ahd_table *table, ahd_buf *out)
{
    for (size_t i = 0; i < table->count; i++) {
        if (!is_cell(&table->columns[i]))
            continue;
        if (i > 0)
            ahd_buf_byte(out, ',');
        ahd_cells_text(out, ahd_str_from(table->columns[i].name));
    }
    ahd_buf_add(out, AHD_STR("\r\n"));
}

static void add_cell(ahd_buf *out, const ahd_value *value)
{
    switch (value->is) {
    case AHD_VALUE_TEXT:
        ahd_cells_text(out, value->text);
        break;
    case AHD_VALUE_INT:
        ahd_buf_printf(out, "%" PRId64, value->number);
        break;
    case AHD_VALUE_REAL:
        ahd_buf_printf(out, "%.6g", value->real);
        break;
    case AHD_VALUE_NONE:
        break;
    }
}

void ahd_cells_csv(const ahd_table *table, const void *row, ahd_buf *made,
                   ahd_buf *out)
{
    for (size_t i = 0; i < table->count; i++) {
        if (!is_cell(&table->columns[i]))
            continue;
        ahd_value value = ahd_column_value(&table->columns[i], row, made);
        if (i > 0)
            ahd_buf_byte(out, ',');
        add_cell(out, &value);
    }
    ahd_buf_add(out, AHD_STR("\r\n"));
}

/* ------------------------------------------------------------------- JSON */

static void add_escaped(ahd_buf *out, uint32_t c)
{
    static const char short_forms[] = "\bb\tt\nn\ff\rr\"\"\\\\";

    for (size_t i = 0; short_forms[i] != '\0'; i += 2) {
        if (c == (unsigned char)short_forms[i]) {
            ahd_buf_byte(out, '\\');
            ahd_buf_byte(out, short_forms[i + 1]);
            return;
        }
    }
    if (c < ' ')
        ahd_buf_printf(out, "\\u%04x", (unsigned)c);
    else
        ahd_buf_code_point(out, c);
}

void ahd_cells_quoted(ahd_buf *out, ahd_str text)
{
    ahd_buf_byte(out, '"');
    for (size_t at = 0; at < text.len;)
        add_escaped(out, ahd_utf8_next(text, &at));
    ahd_buf_byte(out, '"');
}

static void add_json(ahd_buf *out, const ahd_value *value)
{
    if (value->is == AHD_VALUE_TEXT)
        ahd_cells_quoted(out, value->text);
    else if (value->is == AHD_VALUE_NONE)
        ahd_buf_add(out, AHD_STR("null"));
    else
        add_cell(out, value);
}

/* Those of its columns from `first`. */
static void add_object(const ahd_table *table, size_t first, const void *row,
                       ahd_buf *made, ahd_buf *out);

typedef struct rows {
    ahd_buf *made, *out;
    bool begun;
} rows;

/* Without the first column, which says whose they are. */
static bool add_part(void *context, const ahd_part *part)
{
    rows *r = context;

    ahd_buf_byte(r->out, r->begun ? ',' : '[');
    r->begun = true;
    add_object(ahd_table_find(AHD_STR("participants")), 1, part, r->made,
               r->out);
    return true;
}

static void add_parts(const ahd_act_row *act, ahd_buf *made, ahd_buf *out)
{
    rows r = {made, out, false};

    ahd_part_of_act(act, add_part, &r);
    ahd_buf_add(out, r.begun ? AHD_STR("]") : AHD_STR("[]"));
}

static void add_object(const ahd_table *table, size_t first, const void *row,
                       ahd_buf *made, ahd_buf *out)
{
    for (size_t i = first; i < table->count; i++) {
        const ahd_column *column = &table->columns[i];
        ahd_value value = ahd_column_value(column, row, made);
        ahd_buf_byte(out, i > first ? ',' : '{');
        ahd_cells_quoted(out, ahd_str_from(column->name));
        ahd_buf_byte(out, ':');
        if (column->type == AHD_COLUMN_ROWS)
            add_parts(row, made, out);
        else
            add_json(out, &value);
    }
    ahd_buf_byte(out, '}');
}

void ahd_cells_json(const ahd_table *table, const void *row, ahd_buf *made,
                    ahd_buf *out)
{
    add_object(table, 0, row, made, out);
}
