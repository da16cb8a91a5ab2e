#include "web/sparkline.h"

#include <inttypes.h>

enum { STEP = 5, BAR = 4, HEIGHT = 28 };

/* From the ground up; what is not nothing is seen. */
static int64_t height_of(int64_t n, int64_t most)
{
    return n > 0 ? 1 + n * (HEIGHT - 2) / most : 0;
}

static void write_bar(ahd_buf *out, const char *class, size_t at,
                      int64_t height)
{
    if (height > 0)
        ahd_buf_printf(out,
                       "<rect class=\"%s\" x=\"%zu\" y=\"%" PRId64
                       "\" width=\"%d\" height=\"%" PRId64 "\"/>",
                       class, at * STEP, HEIGHT - height, BAR, height);
}

static int64_t most_of(const ahd_sparkline *weeks)
{
    int64_t most = 1;

    for (size_t i = 0; i < weeks->count; i++)
        most = weeks->acts[i] > most ? weeks->acts[i] : most;
    return most;
}

void ahd_sparkline_write(ahd_view *view, const ahd_sparkline *weeks,
                         ahd_str label)
{
    size_t first = weeks->count - weeks->known;
    int64_t most = most_of(weeks);
    ahd_buf *out = view->out;

    ahd_buf_printf(out,
                   "<svg class=\"spark\" width=\"%zu\" height=\"%d\" "
                   "viewBox=\"0 0 %zu %d\" role=\"img\"",
                   weeks->count * STEP, HEIGHT, weeks->count * STEP, HEIGHT);
    ahd_html(out, " aria-label=\"$a\">", label);
    ahd_buf_printf(out, "<path class=\"ground\" d=\"M%zu %d.5H%zu\"/>",
                   first * STEP, HEIGHT - 1, weeks->count * STEP);
    if (weeks->count > 0)
        ahd_buf_printf(out,
                       "<rect class=\"now\" x=\"%zu\" y=\"0\" width=\"%d\" "
                       "height=\"%d\"/>",
                       (weeks->count - 1) * STEP, BAR, HEIGHT);
    for (size_t i = first; i < weeks->count; i++) {
        write_bar(out, "all", i, height_of(weeks->acts[i], most));
        write_bar(out, "claims", i, height_of(weeks->claims[i], most));
    }
    ahd_html_raw(out, "</svg>\n");
}
