/* grid.h - rows in aligned columns.
 *
 *     ahd_grid grid = ahd_grid_new(3);
 *     ahd_grid_cell(&grid, AHD_STR("DATE")); ...
 *     ahd_grid_print(&grid);      prints, and empties the grid
 *
 * A column is as wide as its widest cell, up to a share of the terminal. The
 * last one is not padded. */
#ifndef AHD_CLI_GRID_H
#define AHD_CLI_GRID_H

#include "ahd.h"

enum { AHD_GRID_COLUMNS = 8, AHD_GRID_BYTES = 256 << 20 };

typedef struct ahd_grid {
    size_t columns;
    ahd_buf text;   /* the cells, a '\n' after each */
    ahd_buf layout; /* what is printed */
} ahd_grid;

ahd_grid ahd_grid_new(size_t columns);
void ahd_grid_cell(ahd_grid *grid, ahd_str cell);
void ahd_grid_number(ahd_grid *grid, int64_t n);
void ahd_grid_print(ahd_grid *grid);

#endif
