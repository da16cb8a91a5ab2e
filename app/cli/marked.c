#include "cli/marked.h"

enum {
    USUAL = 80,
    LEAST_ROOM = 20,
    MARGIN = 2, /* for "…" */
    A_LINE = 64
};

typedef struct filler {
    ahd_buf *out;
    ahd_str text;
    const ahd_span *marks;
    size_t count;
    ahd_marked_layout layout;
    int room;
    size_t first; /* where the text begins */
    bool begun;   /* a line stands already */
} filler;

static bool is_space(char c)
{
    return (unsigned char)c <= ' ';
}

static size_t skip(ahd_str text, size_t at, bool spaces)
{
    while (at < text.len && is_space(text.ptr[at]) == spaces)
        at++;
    return at;
}

static int width(const filler *f, size_t from, size_t to)
{
    return ahd_terminal_width((ahd_str){f->text.ptr + from, to - from});
}

/* Where the line from `start` ends: after the last word that fits. */
static size_t line_end(const filler *f, size_t start)
{
    size_t end = skip(f->text, start, false);

    for (;;) {
        size_t from = skip(f->text, end, true);
        size_t next = skip(f->text, from, false);
        if (next == from || width(f, start, next) > f->room)
            return end;
        end = next;
    }
}

/* The beginning of the text, or when the first mark would not be seen then, of
 * the words that leave it in the middle of the first line. */
static size_t begin(const filler *f)
{
    size_t at = skip(f->text, 0, true);
    int most = f->room * f->layout.lines * 3 / 4;

    if (f->count == 0 || width(f, at, f->marks[0].start) <= most)
        return at;
    while (width(f, at, f->marks[0].start) > f->room / 2) {
        size_t next = skip(f->text, skip(f->text, at, false), true);
        if (next > f->marks[0].start)
            break;
        at = next;
    }
    return at;
}

/* The marks of bytes [from, to), as bytes of that line. */
static size_t marks_of(const filler *f, size_t from, size_t to, ahd_span *out)
{
    size_t n = 0;

    for (size_t i = 0; i < f->count && n < A_LINE; i++) {
        size_t start = f->marks[i].start, end = ahd_span_end(f->marks[i]);
        start = start < from ? from : start;
        end = end > to ? to : end;
        if (start < end)
            out[n++] =
                (ahd_span){(uint32_t)(start - from), (uint32_t)(end - start)};
    }
    return n;
}

static void put_line(const filler *f, size_t from, size_t to, bool last)
{
    ahd_span marks[A_LINE];
    ahd_str line = {f->text.ptr + from, to - from};
    size_t count = marks_of(f, from, to, marks);

    ahd_buf_printf(f->out, "%*s%s", f->layout.indent, "",
                   from > f->first && !f->begun ? "… " : "");
    ahd_terminal_marked(f->out, line, marks, count, f->layout.style);
    ahd_buf_add(f->out, last && skip(f->text, to, true) < f->text.len
                            ? AHD_STR(" …\n")
                            : AHD_STR("\n"));
}

void ahd_marked_fill(ahd_buf *out, ahd_str text, const ahd_span *marks,
                     size_t count, ahd_marked_layout layout)
{
    filler f = {.out = out,
                .text = text,
                .marks = marks,
                .count = count,
                .layout = layout,
                .first = skip(text, 0, true)};

    f.room = (layout.style.width ? layout.style.width : USUAL) - layout.indent -
             MARGIN;
    if (f.room < LEAST_ROOM)
        f.room = LEAST_ROOM;
    size_t at = begin(&f);
    for (int line = 1; at < text.len && line <= layout.lines; line++) {
        size_t end = line_end(&f, at);
        put_line(&f, at, end, line == layout.lines);
        f.begun = true;
        at = skip(text, end, true);
    }
}
