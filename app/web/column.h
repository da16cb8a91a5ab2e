/* column.h - what is in a list that leaves the program: one table of columns
 * that the headers, the values and the codebook are all made of.
 *
 *     date        day     when it was done …      acts.csv:  date,…\r\n
 *     lat         number  degrees north …                    2020-10-23,…\r\n
 *
 * A cell has one value: where there are several, the first stands here with how
 * many there are, and all of them are rows of a table beside (part.h). A column
 * keeps its name and meaning for ever; new ones come at the end. A table's rows
 * are structs of ahd.h or part.h, and a column knows where in them its value
 * is. To add a column is to add a row to column.c. */
#ifndef AHD_WEB_COLUMN_H
#define AHD_WEB_COLUMN_H

#include "ahd.h"

typedef enum ahd_column_type {
    AHD_COLUMN_TEXT,
    AHD_COLUMN_ID,
    AHD_COLUMN_ROWS, /* rows of another table, in lines of JSON only */
    AHD_COLUMN_DAY,  /* 2020-10-23, or two with / between; may be shorter */
    AHD_COLUMN_TIME, /* 2020-10-26T08:30:00Z */
    AHD_COLUMN_URL,
    AHD_COLUMN_CODE, /* a word of a closed list */
    AHD_COLUMN_COUNT,
    AHD_COLUMN_NUMBER,
    AHD_COLUMN_FLAG, /* 0 or 1 */
    AHD_COLUMN_TYPES
} ahd_column_type;

typedef struct ahd_column {
    const char *name;
    ahd_column_type type;
    size_t at; /* of the member, when nothing makes it */
    void (*make)(const void *row, ahd_buf *out);
    const char *en, *ar; /* what it means */
} ahd_column;

typedef struct ahd_table {
    const char *name;
    const ahd_column *columns;
    size_t count;
    const char *en, *ar; /* what a row is */
} ahd_table;

enum { AHD_TABLES = 10 };
extern const ahd_table ahd_tables[AHD_TABLES];

/* NULL when there is none of that name. */
const ahd_table *ahd_table_find(ahd_str name);

/* As the codebook names it. */
ahd_str ahd_column_type_name(ahd_column_type type);

/* A value, as text or number: one of them is there, or the cell is empty. */
typedef struct ahd_value {
    enum { AHD_VALUE_NONE, AHD_VALUE_TEXT, AHD_VALUE_INT, AHD_VALUE_REAL } is;
    ahd_str text; /* valid until `made` or the row changes */
    int64_t number;
    double real;
} ahd_value;

/* `made` is emptied first, and written to by columns that are made. */
ahd_value ahd_column_value(const ahd_column *column, const void *row,
                           ahd_buf *made);

/* The types of acts; NULL behind the last. */
const char *ahd_column_act(size_t i);

/* The stable id of an act, "DOCUMENT:s120.1": the sentence it is told in, and
 * which of that sentence's acts it is. */
void ahd_column_act_id(const ahd_act_row *row, ahd_buf *out);

#endif
