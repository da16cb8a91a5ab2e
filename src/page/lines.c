/* A page of plain text: one line is the title, if one looks like it, and every
 * other line is a paragraph or furniture. */
#include "lines.h"

#include "reader.h"
#include "weigh.h"

#include "base/utf8.h"

enum {
    TITLE_LETTERS = 200,
    MOST_LINES = 1 << 17, /* what follows is no news, and not read */
};

/* Without white space at either end, U+00A0 and direction marks too. */
static ahd_str trim(ahd_str s)
{
    for (;;) {
        s = ahd_str_trim(s);
        size_t first = 0, last = s.len;
        if (s.len == 0)
            return s;
        uint32_t head = ahd_utf8_next(s, &first);
        uint32_t tail = ahd_utf8_previous(s, &last);
        if (head == 0xA0 || head == 0xFEFF || head == 0x200F)
            s = (ahd_str){s.ptr + first, s.len - first};
        else if (tail == 0xA0 || tail == 0xFEFF || tail == 0x200F)
            s.len = last;
        else
            return s;
    }
}

static uint8_t indent_of(ahd_str raw, ahd_str words)
{
    size_t n = words.len > 0 ? (size_t)(words.ptr - raw.ptr) : 0;

    return n > 255 ? 255 : (uint8_t)n;
}

void ahd_lines_split(ahd_str text, ahd_arena *arena, ahd_line_list *lines)
{
    bool gap = true;

    while (text.len > 0 && lines->count < MOST_LINES) {
        ahd_str raw = ahd_str_cut(&text, '\n');
        ahd_str words = trim(raw);
        if (words.len > 0)
            *ahd_vec_push(arena, lines) = (ahd_line){
                .words = words,
                .letters = (uint32_t)ahd_utf8_count(words),
                .indent = indent_of(raw, words),
                .gap = gap,
                .ends = ahd_judge_ends(words),
            };
        gap = words.len == 0;
    }
}

/* What looks like a title though nothing tells that it is one. A single line is
 * a text without a title; so is what begins with a sentence. */
static bool begins_with_title(const ahd_line_list *lines)
{
    return lines->count > 1 && !lines->items[0].ends &&
           lines->items[0].letters <= TITLE_LETTERS;
}

/* Dropped lines of nothing but ASCII: "Read More" under an Arabic text. */
static uint32_t count_english(const ahd_line_list *lines, uint32_t title)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < lines->count; i++)
        n += i != title && !lines->items[i].keep &&
             lines->items[i].letters == lines->items[i].words.len;
    return n;
}

/* What both judges keep: by its looks, and by the phrases of furniture. The
 * title parts the page: an end mark above it ends nothing below. */
static ahd_str judge(const ahd_reader *reader, ahd_line_list *lines,
                     uint32_t *title)
{
    bool *looks = ahd_new(reader->scratch, bool, lines->count);
    uint32_t at = ahd_weigh_lines(reader->in, lines->items, lines->count,
                                  reader->scratch);

    if (at == AHD_NONE && begins_with_title(lines))
        at = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        looks[i] = lines->items[i].keep;
    uint32_t above = at == AHD_NONE ? 0 : at,
             under = at == AHD_NONE ? 0 : at + 1;
    ahd_str over = ahd_judge_lines(reader->in, lines->items, above);
    ahd_str byline =
        ahd_judge_lines(reader->in, lines->items + under, lines->count - under);
    for (uint32_t i = 0; i < lines->count; i++)
        lines->items[i].keep = lines->items[i].keep && looks[i] && i != at;
    *title = at;
    return byline.len > 0 ? byline : over;
}

static void write_body(const ahd_reader *reader, const ahd_line_list *lines,
                       ahd_draft *draft)
{
    bool any = false;

    for (uint32_t i = 0; i < lines->count; i++) {
        if (!lines->items[i].keep)
            continue;
        if (any)
            ahd_draft_newline(draft);
        size_t start = draft->len;
        ahd_draft_as_is(draft, lines->items[i].words);
        ahd_reader_end_paragraph(reader, draft, start);
        any = true;
    }
}

void ahd_lines_read(const ahd_reader *reader)
{
    ahd_line_list lines = {0};
    ahd_draft draft;
    uint32_t title;

    ahd_lines_split(reader->decoded->text, reader->scratch, &lines);
    if (lines.count == 0) {
        ahd_reader_refuse(reader, AHD_KIND_ERROR,
                          AHD_STR("the page has no text"), AHD_STR(""));
        return;
    }
    ahd_str byline = judge(reader, &lines, &title);
    *reader->english_lines = count_english(&lines, title);
    ahd_draft_init(&draft, reader->doc, reader->decoded,
                   reader->decoded->text.len + lines.count + 1);
    if (title != AHD_NONE)
        ahd_draft_as_is(&draft, lines.items[title].words);
    ahd_reader_end_title(reader, &draft);
    write_body(reader, &lines, &draft);
    ahd_draft_finish(&draft);
    reader->doc->byline = ahd_arena_str(reader->doc->arena, byline);
}
