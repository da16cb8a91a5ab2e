#include "judge.h"

#include "base/utf8.h"
#include "furniture.h"

enum {
    PROSE_LETTERS = 80,    /* of a paragraph; */
    SENTENCE_LETTERS = 40, /* of one that ends as a sentence does */
    NAME_WORDS = 6,        /* of an author's name, at most */
    NAME_BYTES = 80,
};

bool ahd_judge_is_prose(const ahd_line *line)
{
    if (line->kind == AHD_LINE_HEADING ||
        line->link_letters * 2 > line->letters)
        return false;
    return line->letters >= PROSE_LETTERS ||
           (line->ends && line->letters >= SENTENCE_LETTERS);
}

static bool is_closing(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB ||
           c == 0x201C || c == 0x201D || c == 0x2019 || c == 0xA0;
}

bool ahd_judge_ends(ahd_str text)
{
    text = ahd_str_trim(text);
    while (text.len > 0) {
        size_t at = text.len;
        uint32_t c = ahd_utf8_previous(text, &at);
        if (!is_closing(c)) {
            bool trails = at > 0 && text.ptr[at - 1] == '.';
            return (c == '.' && !trails) || c == '!' || c == '?' ||
                   c == 0x61F || c == 0x6D4;
        }
        text = ahd_str_trim((ahd_str){text.ptr, at});
    }
    return false;
}

static bool is_name(ahd_str words)
{
    size_t spaces = 0;

    if (words.len == 0 || words.len > NAME_BYTES || ahd_judge_ends(words))
        return false;
    for (size_t i = 0; i < words.len; i++)
        spaces += words.ptr[i] == ' ';
    return spaces < NAME_WORDS;
}

/* How the walk over the lines stands. After a mark that may end the article,
 * `needed` sentences in a row show that it goes on; UINT32_MAX: none will. */
typedef struct walk {
    const ahd_page_in *in;
    ahd_line *lines;
    uint32_t count, at;
    uint64_t prose_before, prose_all; /* letters */
    uint32_t needed;
    ahd_str byline;
} walk;

static bool goes_on(const walk *w)
{
    uint32_t i = w->at, n = 0;

    while (i < w->count && n < w->needed && w->lines[i].ends &&
           ahd_judge_is_prose(&w->lines[i]))
        i++, n++;
    return n >= w->needed;
}

static void take_name(walk *w, ahd_str name)
{
    if (w->byline.len == 0 && is_name(name))
        w->byline = name;
}

/* The name under a line that says only "Written By". */
static void take_next_line(walk *w)
{
    ahd_str rest;

    if (w->at + 1 == w->count)
        return;
    ahd_line *next = &w->lines[w->at + 1];
    if (ahd_furniture_of(w->in, next->words, &rest) == AHD_FURNITURE_NONE &&
        w->prose_before == 0 && is_name(next->words)) {
        take_name(w, next->words);
        w->at++;
    }
}

/* A mark before the article has said much does not end it. */
static void end_article(walk *w, uint32_t needed)
{
    if (w->prose_before * 3 >= w->prose_all && w->prose_before > 0 &&
        needed > w->needed)
        w->needed = needed;
}

/* What a line of furniture does to the walk. False when it is none. */
static bool take_furniture(walk *w, const ahd_line *line)
{
    ahd_str rest;

    switch (ahd_furniture_of(w->in, line->words, &rest)) {
    case AHD_FURNITURE_LINE:
        return true;
    case AHD_FURNITURE_START:
        return !(line->ends && line->letters > 2 * PROSE_LETTERS);
    case AHD_FURNITURE_BYLINE:
        if (line->ends || !is_name(rest)) /* "By noon all was silent." */
            return false;
        take_name(w, rest);
        return true;
    case AHD_FURNITURE_BYLINE_MARK:
        end_article(w, 2);
        take_next_line(w);
        return true;
    case AHD_FURNITURE_MORE_FROM:
        if (!is_name(rest))
            return false;
        take_name(w, rest);
        end_article(w, 2);
        return true;
    case AHD_FURNITURE_RELATED:
        end_article(w, 1);
        return true;
    case AHD_FURNITURE_END:
        end_article(w, UINT32_MAX);
        return true;
    case AHD_FURNITURE_NONE:
    case AHD_FURNITURE_ERROR:
    case AHD_FURNITURE_NO_AUTHOR:
    case AHD_FURNITURE_LOGIN:
    case AHD_FURNITURE_PAYWALL:
    case AHD_FURNITURE_CONSENT:
        return false;
    }
    return false;
}

static void walk_lines(walk *w)
{
    for (w->at = 0; w->at < w->count; w->at++) {
        ahd_line *line = &w->lines[w->at];
        line->keep = false;
        if (take_furniture(w, line))
            continue;
        if (w->needed > 0 && !goes_on(w))
            continue;
        w->needed = 0;
        line->keep = true;
        if (ahd_judge_is_prose(line))
            w->prose_before += line->letters;
    }
}

ahd_str ahd_judge_lines(const ahd_page_in *in, ahd_line *lines, uint32_t count)
{
    walk w = {.in = in, .lines = lines, .count = count};

    for (uint32_t i = 0; i < count; i++)
        if (ahd_judge_is_prose(&lines[i]))
            w.prose_all += lines[i].letters;
    walk_lines(&w);
    return w.byline;
}
