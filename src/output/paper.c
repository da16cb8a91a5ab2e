#include "output/paper.h"

#include "base/utf8.h"

enum { LEAST_WIDTH = 20 };

static const char isolate[] = "\xE2\x81\xA8", pop[] = "\xE2\x81\xA9";
static const char standing_out[] = "1;4";

void ahd_paper_ink(ahd_paper *p, const char *sgr)
{
    if (p->colour)
        ahd_buf_printf(p->out, "\x1B[%sm", sgr);
}

static bool is_arabic(uint32_t c)
{
    return (c >= 0x600 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) ||
           (c >= 0xFB50 && c <= 0xFEFC);
}

/* Arabic vowels, combining marks, and what is never seen. */
static bool is_mark(uint32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x610 && c <= 0x61A) ||
           (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

static bool has_arabic(ahd_str text)
{
    for (size_t at = 0; at < text.len;)
        if (is_arabic(ahd_utf8_next(text, &at)))
            return true;
    return false;
}

int ahd_paper_width(ahd_str text)
{
    int width = 0;

    for (size_t at = 0; at < text.len;)
        width += !is_mark(ahd_utf8_next(text, &at));
    return width;
}

/* The text without controls: a page must not steer the terminal, nor leave a
 * direction open. */
static void put_plain(ahd_buf *out, ahd_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = ahd_utf8_next(text, &at);
        bool steers = c < 0x20 || (c >= 0x7F && c <= 0x9F) ||
                      (c >= 0x202A && c <= 0x202E) ||
                      (c >= 0x2066 && c <= 0x2069);
        if (!steers)
            ahd_buf_code_point(out, c);
        else if (c == '\n' || c == '\t')
            ahd_buf_byte(out, ' ');
    }
}

void ahd_paper_text(ahd_paper *p, ahd_str text, const char *sgr)
{
    bool apart = has_arabic(text);

    ahd_paper_ink(p, sgr);
    if (apart)
        ahd_buf_add(p->out, AHD_STR(isolate));
    put_plain(p->out, text);
    if (apart)
        ahd_buf_add(p->out, AHD_STR(pop));
    ahd_paper_ink(p, "0");
}

/* ------------------------------------------------------------------ filling */

static size_t word_end(ahd_str text, size_t at)
{
    while (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '\n')
        at++;
    return at;
}

static size_t skip_spaces(ahd_str text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\n'))
        at++;
    return at;
}

/* Where the line that starts at `start` ends: after the last word that fits. */
static size_t line_end(ahd_str text, size_t start, int room)
{
    size_t end = word_end(text, start);

    for (;;) {
        size_t next = word_end(text, skip_spaces(text, end));
        ahd_str line = {text.ptr + start, next - start};
        if (next == end || ahd_paper_width(line) > room)
            return end;
        end = next;
    }
}

static void put_piece(ahd_paper *p, ahd_str text, size_t from, size_t to)
{
    if (to > from)
        put_plain(p->out, (ahd_str){text.ptr + from, to - from});
}

/* A part of the text, its marked part standing out. */
static void put_marked(ahd_paper *p, ahd_str text, ahd_span line, ahd_span mark)
{
    size_t start = line.start, end = ahd_span_end(line);
    size_t from = mark.start < start ? start : mark.start;
    size_t to = ahd_span_end(mark) > end ? end : ahd_span_end(mark);

    if (mark.len == 0 || from >= to)
        put_piece(p, text, start, end);
    else {
        put_piece(p, text, start, from);
        ahd_paper_ink(p, standing_out);
        put_piece(p, text, from, to);
        ahd_paper_ink(p, "0");
        put_piece(p, text, to, end);
    }
}

static void put_line(ahd_paper *p, ahd_str text, ahd_span line, ahd_span mark)
{
    ahd_buf_add(p->out, AHD_STR(isolate));
    put_marked(p, text, line, mark);
    ahd_buf_add(p->out, AHD_STR(pop));
}

void ahd_paper_fill(ahd_paper *p, ahd_str text, int indent, ahd_span mark)
{
    int room = p->width - indent;
    size_t at = skip_spaces(text, 0);

    room = room < LEAST_WIDTH ? LEAST_WIDTH : room;
    while (at < text.len) {
        size_t end = line_end(text, at, room);
        ahd_buf_printf(p->out, "%*s", indent, "");
        put_line(p, text, (ahd_span){(uint32_t)at, (uint32_t)(end - at)}, mark);
        ahd_buf_byte(p->out, '\n');
        at = skip_spaces(text, end);
    }
}

/* ----------------------------------------------------------------- excerpts */

static size_t word_start(ahd_str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != ' ' && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

static size_t back_spaces(ahd_str text, size_t at)
{
    while (at > 0 && (text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\n'))
        at--;
    return at;
}

/* Takes bytes [from, to) if they have room; else no more is wanted there. */
static bool takes(ahd_str text, size_t from, size_t to, int *room)
{
    int width = ahd_paper_width((ahd_str){text.ptr + from, to - from});

    if (from == to || width > *room)
        return false;
    *room -= width;
    return true;
}

/* The words around the mark, one before and one behind in turn. */
static ahd_span around(ahd_str text, ahd_span mark, int room)
{
    size_t start = word_start(text, mark.start);
    size_t end = word_end(text, ahd_span_end(mark));
    bool before = true, behind = true;

    room -= ahd_paper_width((ahd_str){text.ptr + start, end - start});
    while (before || behind) {
        size_t to = behind ? word_end(text, skip_spaces(text, end)) : end;
        behind = takes(text, end, to, &room);
        end = behind ? to : end;
        size_t from =
            before ? word_start(text, back_spaces(text, start)) : start;
        before = takes(text, from, start, &room);
        start = before ? from : start;
    }
    start = skip_spaces(text, start);
    end = end > start ? back_spaces(text, end) : start;
    return (ahd_span){(uint32_t)start, (uint32_t)(end - start)};
}

void ahd_paper_excerpt(ahd_paper *p, ahd_str text, int indent, ahd_span mark)
{
    enum { ELLIPSES = 4 };
    uint32_t len = (uint32_t)text.len;
    uint32_t start = mark.start < len ? mark.start : len;
    uint32_t end = ahd_span_end(mark) < len ? ahd_span_end(mark) : len;
    int room = p->width - indent - ELLIPSES;

    mark = (ahd_span){start, end - start};
    ahd_span shown =
        around(text, mark, room < LEAST_WIDTH ? LEAST_WIDTH : room);

    ahd_buf_printf(p->out, "%*s", indent, "");
    ahd_buf_add(p->out, AHD_STR(isolate));
    if (back_spaces(text, shown.start) > 0)
        ahd_buf_add(p->out, AHD_STR("\xE2\x80\xA6 "));
    put_marked(p, text, shown, mark);
    if (skip_spaces(text, ahd_span_end(shown)) < text.len)
        ahd_buf_add(p->out, AHD_STR(" \xE2\x80\xA6"));
    ahd_buf_add(p->out, AHD_STR(pop));
    ahd_buf_byte(p->out, '\n');
}
