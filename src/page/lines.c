/* A page of plain text: its first line is the title, if it looks like one, and
 * every other line is a paragraph or furniture. */
#include "judge.h"
#include "reader.h"

#include "base/utf8.h"

enum {
    TITLE_LETTERS = 200,
    MOST_LINES = 1 << 17, /* what follows is no news, and not read */
};

typedef AHD_VEC(ahd_line) line_list;

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

static void split(ahd_str text, ahd_arena *arena, line_list *lines)
{
    while (text.len > 0 && lines->count < MOST_LINES) {
        ahd_str words = trim(ahd_str_cut(&text, '\n'));
        if (words.len == 0)
            continue;
        *ahd_vec_push(arena, lines) = (ahd_line){
            .words = words,
            .letters = (uint32_t)ahd_utf8_count(words),
            .ends = ahd_judge_ends(words),
        };
    }
}

/* A single line is a text without a title; so is what begins with a sentence.
 */
static bool has_title(const line_list *lines)
{
    return lines->count > 1 && !lines->items[0].ends &&
           lines->items[0].letters <= TITLE_LETTERS;
}

/* Dropped lines of nothing but ASCII: "Read More" under an Arabic text. */
static uint32_t count_english(const line_list *lines, uint32_t first)
{
    uint32_t n = 0;

    for (uint32_t i = first; i < lines->count; i++)
        n += !lines->items[i].keep &&
             lines->items[i].letters == lines->items[i].words.len;
    return n;
}

static void write_body(const ahd_reader *reader, const line_list *lines,
                       uint32_t first, ahd_draft *draft)
{
    bool any = false;

    for (uint32_t i = first; i < lines->count; i++) {
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
    line_list lines = {0};
    ahd_draft draft;

    split(reader->decoded->text, reader->scratch, &lines);
    if (lines.count == 0) {
        ahd_reader_refuse(reader, AHD_KIND_ERROR,
                          AHD_STR("the page has no text"), AHD_STR(""));
        return;
    }
    uint32_t first = has_title(&lines);
    ahd_str byline = ahd_judge_lines(reader->in, lines.items + first,
                                     lines.count - first, false);
    *reader->english_lines = count_english(&lines, first);
    ahd_draft_init(&draft, reader->doc, reader->decoded,
                   reader->decoded->text.len + lines.count + 1);
    if (first == 1)
        ahd_draft_as_is(&draft, lines.items[0].words);
    ahd_reader_end_title(reader, &draft);
    write_body(reader, &lines, first, &draft);
    ahd_draft_finish(&draft);
    reader->doc->byline = ahd_arena_str(reader->doc->arena, byline);
}
