#include "cli/terminal.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL = 80, NARROWEST = 40 };

bool ahd_terminal_at(int fd)
{
    const char *term = getenv("TERM");

    return isatty(fd) &&
           !(term && ahd_str_eq(ahd_str_from(term), AHD_STR("dumb")));
}

int ahd_terminal_columns(int fd)
{
    struct winsize size;

    return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col
                                                            : USUAL;
}

ahd_style ahd_terminal_style(int fd)
{
    const char *no_colour = getenv("NO_COLOR");
    ahd_style style = {.width = ahd_terminal_columns(fd)};

    style.colour = ahd_terminal_at(fd) && !(no_colour && no_colour[0]);
    if (style.width < NARROWEST)
        style.width = NARROWEST;
    return style;
}

/* ----------------------------------------------------------------- width */

typedef struct range {
    uint32_t first, last;
} range;

/* Marks that sit on the letter before them, and invisible signs: the ones
 * that occur in Arabic, Latin and Hebrew text (Unicode: Mn, Me, Cf). */
static const range no_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x0610, 0x061A}, {0x061C, 0x061C},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DD}, {0x06DF, 0x06E4},
    {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x08D3, 0x08FF}, {0x200B, 0x200F},
    {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

/* East Asian wide letters and most emoji. */
static const range two_wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static bool among(uint32_t c, const range *ranges, size_t count)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c < ranges[middle].first)
            high = middle;
        else if (c > ranges[middle].last)
            low = middle + 1;
        else
            return true;
    }
    return false;
}

static int columns_of(uint32_t c)
{
    if (among(c, no_width, sizeof no_width / sizeof *no_width))
        return 0;
    return among(c, two_wide, sizeof two_wide / sizeof *two_wide) ? 2 : 1;
}

int ahd_terminal_width(ahd_str text)
{
    int width = 0;

    for (size_t at = 0; at < text.len;)
        width += columns_of(ahd_utf8_next(text, &at));
    return width;
}

/* ---------------------------------------------------------------- adding */

static bool is_right_to_left(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC);
}

static bool holds_arabic(ahd_str text)
{
    for (size_t at = 0; at < text.len;) {
        if (is_right_to_left(ahd_utf8_next(text, &at)))
            return true;
    }
    return false;
}

/* Controls would let a page write on the terminal; a text's own direction
 * signs would leave their line. */
static bool is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

int ahd_terminal_add(ahd_buf *out, ahd_str text, int most)
{
    bool arabic = holds_arabic(text);
    bool cut = most > 0 && ahd_terminal_width(text) > most;
    int width = 0, room = cut ? most - 1 : most;

    if (arabic)
        ahd_buf_code_point(out, 0x2068);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = ahd_utf8_next(text, &at);
        c = is_unsafe(c) ? ' ' : c;
        if (cut && width + columns_of(c) > room)
            break;
        width += columns_of(c);
        ahd_buf_code_point(out, c);
    }
    if (cut) {
        ahd_buf_code_point(out, 0x2026);
        width++;
    }
    if (arabic)
        ahd_buf_code_point(out, 0x2069);
    return width;
}

/* The next run of visible characters; empty at the end. Controls count as
 * space here. */
static ahd_str next_word(ahd_str *rest)
{
    size_t start = 0, end;

    while (start < rest->len && (unsigned char)rest->ptr[start] <= ' ')
        start++;
    for (end = start; end < rest->len; end++) {
        if ((unsigned char)rest->ptr[end] <= ' ')
            break;
    }
    ahd_str word = {rest->ptr + start, end - start};
    *rest = (ahd_str){rest->ptr + end, rest->len - end};
    return word;
}

static void add_line(ahd_buf *out, ahd_str line, int indent)
{
    if (line.len == 0)
        return;
    ahd_buf_printf(out, "%*s", indent, "");
    ahd_terminal_add(out, line, 0);
    ahd_buf_byte(out, '\n');
}

void ahd_terminal_wrap(ahd_buf *out, ahd_str text, int indent, ahd_style style)
{
    int room = (style.width ? style.width : USUAL) - indent;
    ahd_str rest = text, line = {text.ptr, 0}, word;

    while ((word = next_word(&rest)).len > 0) {
        const char *start = line.len > 0 ? line.ptr : word.ptr;
        ahd_str longer = {start, (size_t)(word.ptr + word.len - start)};
        if (line.len > 0 && ahd_terminal_width(longer) > room) {
            add_line(out, line, indent);
            longer = word;
        }
        line = longer;
    }
    add_line(out, line, indent);
}

/* ------------------------------------------------------------------- ink */

void ahd_terminal_ink(ahd_buf *out, ahd_style style, ahd_ink ink)
{
    static const char *const codes[] = {
        [AHD_INK_PLAIN] = "0",   [AHD_INK_BOLD] = "1",    [AHD_INK_SOFT] = "2",
        [AHD_INK_GREEN] = "32",  [AHD_INK_BLUE] = "34",   [AHD_INK_RED] = "31",
        [AHD_INK_PURPLE] = "35", [AHD_INK_YELLOW] = "33",
    };

    if (style.colour)
        ahd_buf_printf(out, "\033[%sm", codes[ink]);
}

static const struct {
    const char *act;
    ahd_ink ink;
} inks[] = {
    {"sign", AHD_INK_GREEN},      {"commit", AHD_INK_GREEN},
    {"implement", AHD_INK_GREEN}, {"extend", AHD_INK_GREEN},
    {"meet", AHD_INK_BLUE},       {"negotiate", AHD_INK_BLUE},
    {"mediate", AHD_INK_BLUE},    {"support", AHD_INK_BLUE},
    {"accuse", AHD_INK_RED},      {"breach", AHD_INK_RED},
    {"condemn", AHD_INK_RED},     {"threaten", AHD_INK_RED},
    {"deny", AHD_INK_PURPLE},     {"reject", AHD_INK_PURPLE},
    {"suspend", AHD_INK_PURPLE},  {"demand", AHD_INK_YELLOW},
};

ahd_ink ahd_terminal_act(ahd_str act)
{
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++) {
        if (ahd_str_eq(ahd_str_from(inks[i].act), act))
            return inks[i].ink;
    }
    return AHD_INK_PLAIN;
}

/* Ink is put between the characters, so that the whole is set apart at once. */
void ahd_terminal_marked(ahd_buf *out, ahd_str text, const ahd_span *marks,
                         size_t count, ahd_style style)
{
    bool arabic = holds_arabic(text), bold = false;
    size_t mark = 0;

    if (arabic)
        ahd_buf_code_point(out, 0x2068);
    for (size_t at = 0; at < text.len;) {
        while (mark < count && ahd_span_end(marks[mark]) <= at)
            mark++;
        bool in = mark < count && marks[mark].start <= at;
        if (in != bold)
            ahd_terminal_ink(out, style, in ? AHD_INK_BOLD : AHD_INK_PLAIN);
        bold = in;
        uint32_t c = ahd_utf8_next(text, &at);
        ahd_buf_code_point(out, is_unsafe(c) ? ' ' : c);
    }
    if (bold)
        ahd_terminal_ink(out, style, AHD_INK_PLAIN);
    if (arabic)
        ahd_buf_code_point(out, 0x2069);
}
