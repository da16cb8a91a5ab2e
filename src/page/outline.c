#include "outline.h"

#include "doc/doc.h"
#include "draft.h"
#include "hint.h"

#include <string.h>

enum { WORDS_BYTES = 240 }; /* of a line, enough to know furniture by */

void ahd_outline_init(ahd_outline *outline, ahd_arena *arena)
{
    memset(outline, 0, sizeof *outline);
    outline->arena = arena;
    *ahd_vec_push(arena, &outline->blocks) =
        (ahd_block){.parent = AHD_NONE, .element = AHD_ELEMENT_OTHER};
    outline->depth = 1;
}

static uint32_t innermost(const ahd_outline *o)
{
    return o->stack[o->depth - 1];
}

/* ----------------------------------------------------------------- lines */

/* Bytes of a no-break space or a mark that shows nothing, at `at`; 0: none. */
static size_t blank_at(ahd_str text, size_t at)
{
    static const char *const blanks[] = {"&nbsp;", "\xC2\xA0", "\xEF\xBB\xBF",
                                         "\xE2\x80\x8F", "\xE2\x80\x8B"};
    ahd_str rest = {text.ptr + at, text.len - at};

    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (ahd_str_starts(rest, ahd_str_from(blanks[i])))
            return strlen(blanks[i]);
    return 0;
}

/* Characters that show; a reference counts as what it is written with. */
static uint32_t letters_of(ahd_str text)
{
    uint32_t n = 0;

    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool maybe = c == '&' || c == 0xC2 || c == 0xE2 || c == 0xEF;
        size_t blank = maybe ? blank_at(text, i) : 0;
        if (blank > 0)
            i += blank - 1;
        else
            n += c > ' ' && (c & 0xC0) != 0x80;
    }
    return n;
}

static void end_line(ahd_outline *o)
{
    if (!o->in_line)
        return;
    o->in_line = false;
    o->line.end = o->pieces.count;
    if (o->line.letters == 0)
        return;
    uint32_t last = o->line.end - 1;
    while (letters_of(o->pieces.items[last].text) == 0)
        last--;
    o->line.ends = ahd_judge_ends(o->pieces.items[last].text);
    *ahd_vec_push(o->arena, &o->lines) = o->line;
    *ahd_vec_push(o->arena, &o->line_blocks) = innermost(o);
}

static ahd_line_kind kind_in(const ahd_outline *o)
{
    ahd_element e = o->blocks.items[innermost(o)].element;

    if (ahd_element_flags(e) & AHD_HTML_HEADING)
        return AHD_LINE_HEADING;
    if (o->open[AHD_ELEMENT_LI] > 0)
        return AHD_LINE_ITEM;
    return o->open[AHD_ELEMENT_BLOCKQUOTE] > 0 ? AHD_LINE_QUOTE : AHD_LINE_TEXT;
}

static void take_text(ahd_outline *o, const ahd_markup_token *token)
{
    if (token->element != AHD_ELEMENT_OTHER ||
        (o->blocks.items[innermost(o)].skip & AHD_SKIP_HARD) ||
        o->pieces.count >= 4 * AHD_OUTLINE_MOST)
        return;
    uint32_t letters = letters_of(token->text);
    if (!o->in_line) {
        if (letters == 0)
            return;
        o->line = (ahd_line){.first = o->pieces.count, .kind = kind_in(o)};
        o->in_line = true;
    }
    o->line.letters += letters;
    o->line.link_letters += o->links > 0 ? letters : 0;
    *ahd_vec_push(o->arena, &o->pieces) = (ahd_piece){token->text};
}

ahd_str ahd_outline_words(const ahd_outline *outline, const ahd_line *line)
{
    char joined[WORDS_BYTES];
    size_t len = 0;

    for (uint32_t i = line->first; i < line->end && len < WORDS_BYTES; i++) {
        ahd_str piece = outline->pieces.items[i].text;
        size_t n =
            piece.len < WORDS_BYTES - len ? piece.len : WORDS_BYTES - len;
        memcpy(joined + len, piece.ptr, n);
        len += n;
    }
    return ahd_draft_plain(outline->arena, (ahd_str){joined, len});
}

/* ---------------------------------------------------------------- blocks */

static void pop(ahd_outline *o)
{
    ahd_block *block = &o->blocks.items[innermost(o)];

    block->end_line = o->lines.count;
    o->open[block->element]--;
    o->depth--;
}

/* Elements whose start tag ends an open one of the same row, if innermost:
 * their end tags may be left out. */
static bool implies_end(ahd_element open, ahd_element starting)
{
    switch ((int)open) {
    case AHD_ELEMENT_P:
    case AHD_ELEMENT_OPTION:
        return true;
    case AHD_ELEMENT_LI:
        return starting == AHD_ELEMENT_LI;
    case AHD_ELEMENT_DT:
    case AHD_ELEMENT_DD:
        return starting == AHD_ELEMENT_DT || starting == AHD_ELEMENT_DD;
    case AHD_ELEMENT_TD:
    case AHD_ELEMENT_TH:
        return starting == AHD_ELEMENT_TD || starting == AHD_ELEMENT_TH ||
               starting == AHD_ELEMENT_TR;
    case AHD_ELEMENT_TR:
        return starting == AHD_ELEMENT_TR;
    case AHD_ELEMENT_HEAD:
        return starting == AHD_ELEMENT_BODY;
    default:
        return false;
    }
}

static uint8_t skip_of(const ahd_markup_token *token, unsigned hint)
{
    unsigned flags = ahd_element_flags(token->element);
    uint8_t skip = 0;

    if ((flags & AHD_HTML_SKIP) || (hint & AHD_HINT_HARD))
        skip |= AHD_SKIP_HARD;
    if ((flags & AHD_HTML_SOFT) || (hint & AHD_HINT_SOFT))
        skip |= AHD_SKIP_SOFT;
    return skip;
}

/* The page's own boxes are named after their layout: no hint counts. */
static bool is_frame(ahd_element e)
{
    return e == AHD_ELEMENT_HTML || e == AHD_ELEMENT_BODY ||
           e == AHD_ELEMENT_MAIN || e == AHD_ELEMENT_ARTICLE;
}

static void push(ahd_outline *o, const ahd_markup_token *token)
{
    unsigned hint = is_frame(token->element) ? 0 : ahd_hint_of(token);
    ahd_block block = {.parent = innermost(o),
                       .first_line = o->lines.count,
                       .element = token->element};

    block.body = (hint & AHD_HINT_BODY) != 0;
    block.skip = (o->blocks.items[block.parent].skip & AHD_SKIP_HARD) |
                 skip_of(token, hint);
    o->stack[o->depth++] = o->blocks.count;
    o->open[token->element]++;
    *ahd_vec_push(o->arena, &o->blocks) = block;
}

static void take_start(ahd_outline *o, const ahd_markup_token *token)
{
    unsigned flags = ahd_element_flags(token->element);

    if (token->element == AHD_ELEMENT_A)
        o->links = 1;
    if (token->element == AHD_ELEMENT_BR || token->element == AHD_ELEMENT_HR)
        end_line(o);
    if (!(flags & AHD_HTML_BLOCK))
        return;
    end_line(o);
    while (o->depth > 1 &&
           implies_end(o->blocks.items[innermost(o)].element, token->element))
        pop(o);
    if (o->depth == AHD_OUTLINE_DEEPEST || o->blocks.count >= AHD_OUTLINE_MOST)
        o->beyond++;
    else
        push(o, token);
}

static void take_end(ahd_outline *o, const ahd_markup_token *token)
{
    if (token->element == AHD_ELEMENT_A)
        o->links = 0;
    if (!(ahd_element_flags(token->element) & AHD_HTML_BLOCK))
        return;
    end_line(o);
    if (o->beyond > 0) {
        o->beyond--;
        return;
    }
    if (o->open[token->element] == 0)
        return;
    while (o->blocks.items[innermost(o)].element != token->element)
        pop(o);
    pop(o);
}

void ahd_outline_take(ahd_outline *outline, const ahd_markup_token *token)
{
    if (token->kind == AHD_MARKUP_TEXT)
        take_text(outline, token);
    else if (token->kind == AHD_MARKUP_START)
        take_start(outline, token);
    else
        take_end(outline, token);
}

void ahd_outline_finish(ahd_outline *outline)
{
    end_line(outline);
    while (outline->depth > 1)
        pop(outline);
    outline->blocks.items[0].end_line = outline->lines.count;
}

void ahd_outline_settle(ahd_outline *outline)
{
    uint32_t count = outline->lines.count;
    uint32_t *prose = ahd_new(outline->arena, uint32_t, count + 1);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_line *line = &outline->lines.items[i];
        prose[i + 1] =
            prose[i] + (ahd_judge_is_prose(line) ? line->letters : 0);
    }
    for (uint32_t i = 1; i < outline->blocks.count; i++) {
        ahd_block *block = &outline->blocks.items[i];
        uint32_t own = prose[block->end_line] - prose[block->first_line];
        if (own > 0 && own >= prose[count] / 2)
            block->skip &= (uint8_t)~AHD_SKIP_SOFT;
        block->skip |= outline->blocks.items[block->parent].skip;
    }
}
