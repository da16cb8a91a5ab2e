/* cells.h - the rows of a table as text: CSV (RFC 4180), and JSON a line.
 *
 *     ahd_cells_csv(table, row, &made, out)   1,"he said ""no""",'=1+1\r\n
 *     ahd_cells_json(table, row, &made, out)  {"n":1,"words":"he said …"}
 *
 * One value a cell, an empty one where there is none (in JSON null), UTF-8
 * without a mark. A spreadsheet would take a text that begins with = + - @, a
 * tab or a line break for a formula: in CSV an apostrophe stands before it. */
#ifndef AHD_WEB_CELLS_H
#define AHD_WEB_CELLS_H

#include "web/column.h"

/* Text that may hold anything, as one cell. */
void ahd_cells_text(ahd_buf *out, ahd_str text);

/* `made` is for values that are made (column.h). */
void ahd_cells_head(const ahd_table *table, ahd_buf *out);
void ahd_cells_csv(const ahd_table *table, const void *row, ahd_buf *made,
                   ahd_buf *out);

/* An object, without a line break. */
void ahd_cells_json(const ahd_table *table, const void *row, ahd_buf *made,
                    ahd_buf *out);

/* Text in quotation marks, as JSON has it. */
void ahd_cells_quoted(ahd_buf *out, ahd_str text);

#endif
