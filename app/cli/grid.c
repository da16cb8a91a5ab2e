#include "cli/grid.h"

#include "cli/print.h"
#include "cli/terminal.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum { WIDEST = 44 }; /* columns of a cell that is not the last */

ahd_grid ahd_grid_new(size_t columns)
{
    return (ahd_grid){
        .columns = columns,
        .text = AHD_BUF(AHD_GRID_BYTES),
        .layout = AHD_BUF(AHD_GRID_BYTES),
    };
}

void ahd_grid_cell(ahd_grid *grid, ahd_str cell)
{
    /* A line break inside a cell would end it. */
    while (cell.len > 0) {
        ahd_str line = ahd_str_cut(&cell, '\n');
        ahd_buf_add(&grid->text, line);
        if (cell.len > 0)
            ahd_buf_byte(&grid->text, ' ');
    }
    ahd_buf_byte(&grid->text, '\n');
}

void ahd_grid_number(ahd_grid *grid, int64_t n)
{
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%" PRId64, n);

    ahd_grid_cell(grid, (ahd_str){digits, (size_t)len});
}

static void measure(const ahd_grid *grid, int *widths)
{
    ahd_str rest = ahd_buf_str(&grid->text);

    for (size_t i = 0; rest.len > 0; i++) {
        int width = ahd_terminal_width(ahd_str_cut(&rest, '\n'));
        int *widest = &widths[i % grid->columns];
        if (width > *widest)
            *widest = width < WIDEST ? width : WIDEST;
    }
}

/* The first row is the heading. */
static void lay_out(ahd_grid *grid, const int *widths, ahd_style style)
{
    ahd_str rest = ahd_buf_str(&grid->text);
    ahd_buf *out = &grid->layout;

    for (size_t i = 0; rest.len > 0; i++) {
        size_t column = i % grid->columns;
        bool last = column + 1 == grid->columns;
        ahd_str cell = ahd_str_cut(&rest, '\n');
        if (i == 0)
            ahd_terminal_ink(out, style, AHD_INK_SOFT);
        int width = ahd_terminal_add(out, cell, last ? 0 : WIDEST);
        if (!last)
            ahd_buf_printf(out, "%*s", widths[column] - width + 2, "");
        if (last && i + 1 == grid->columns)
            ahd_terminal_ink(out, style, AHD_INK_PLAIN);
        if (last)
            ahd_buf_byte(out, '\n');
    }
}

void ahd_grid_print(ahd_grid *grid)
{
    int widths[AHD_GRID_COLUMNS] = {0};

    measure(grid, widths);
    lay_out(grid, widths, ahd_terminal_style(STDOUT_FILENO));
    ahd_print_buf(&grid->layout);
    ahd_buf_finish(&grid->text);
    ahd_buf_finish(&grid->layout);
}
