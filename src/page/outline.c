#include "outline.h"

#include "doc/doc.h"
#include "draft.h"
#include "nesting.h"

#include <string.h>

enum { WORDS_BYTES = 240 }; /* of a line, enough to know furniture by */

void ahd_outline_init(ahd_outline *outline, ahd_arena *arena)
{
    memset(outline, 0, sizeof *outline);
    outline->arena = arena;
    *ahd_vec_push(arena, &outline->blocks) =
        (ahd_block){.parent = AHD_NONE, .element = AHD_ELEMENT_OTHER};
    outline->elements[0] = AHD_ELEMENT_OTHER;
    outline->depth = 1;
}

static uint32_t innermost(const ahd_outline *o)
{
    return o->stack[o->depth - 1];
}

/* ----------------------------------------------------------------- lines */

enum { /* what a byte can be */
       LETTER,
       BLANK,
       INNER, /* of a longer character */
       DIGIT,
       CAPITAL,
       COMMA,
       STOP,
       BAR,
       LEAD, /* begins a character that may be a blank or a mark */
       KINDS
};

/* The kind of each byte, as a digit. */
static const char bytes[] =
    "1111111111111111111111111111111116000080000050673333333333050076"
    "0444444444444444444444444440000000000000000000000000000000007001"
    "2222222222222222222222222222222222222222222222222222222222222222"
    "0080000000000000000000008808000000880000000000080000000000000000";

#define ROW(text, kind)                                                        \
    {                                                                          \
        {text, sizeof(text) - 1}, kind                                         \
    }
static const struct {
    ahd_str text;
    uint8_t kind;
} longer[] = {
    ROW("&nbsp;", BLANK),
    ROW("\xC2\xA0", BLANK),
    ROW("\xEF\xBB\xBF", BLANK),
    ROW("\xE2\x80\x8F", BLANK),
    ROW("\xE2\x80\x8E", BLANK),
    ROW("\xE2\x80\x8B", BLANK),
    ROW("\xC2\xAD", BLANK),
    ROW("،", COMMA),
    ROW("؛", COMMA),
    ROW("؟", STOP),
    ROW("۔", STOP),
    ROW("。", STOP),
    ROW("、", COMMA),
    ROW("•", BAR),
    ROW("»", BAR),
    ROW("«", LETTER),
};
#undef ROW

/* The character at `at`, whose first byte may be many things: its kind; *len
 * bytes. */
static uint8_t look_longer(ahd_str text, size_t at, size_t *len)
{
    ahd_str rest = {text.ptr + at, text.len - at};
    unsigned char lead = (unsigned char)rest.ptr[0];

    *len = 1;
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++) {
        ahd_str form = longer[i].text;
        if (rest.len > 1 && (unsigned char)form.ptr[0] == lead &&
            form.ptr[1] == rest.ptr[1] && ahd_str_starts(rest, form)) {
            *len = form.len;
            return longer[i].kind;
        }
    }
    if ((lead == 0xD9 || lead == 0xDB) && rest.len > 1) {
        unsigned char low = (unsigned char)rest.ptr[1];
        unsigned char zero = lead == 0xD9 ? 0xA0 : 0xB0;
        return low >= zero && low < zero + 10 ? DIGIT : LETTER;
    }
    return LETTER;
}

static uint8_t kind_at(ahd_str text, size_t at)
{
    return (uint8_t)(bytes[(unsigned char)text.ptr[at]] - '0');
}

/* Counts what `text` is made of; whether it has anything that shows. */
static void count(ahd_outline *o, ahd_str text, uint32_t n[KINDS])
{
    uint32_t words = 0;
    bool in_word = o->in_word;

    for (size_t i = 0; i < text.len;) {
        size_t len = 1;
        uint8_t kind = kind_at(text, i);
        if (kind == LEAD)
            kind = look_longer(text, i, &len);
        n[kind]++;
        words += kind != BLANK && !in_word;
        in_word = kind != BLANK;
        i += len;
    }
    n[LEAD] = words; /* the place is free */
    o->in_word = in_word;
}

static uint32_t shown(const uint32_t n[KINDS])
{
    return n[LETTER] + n[DIGIT] + n[CAPITAL] + n[COMMA] + n[STOP] + n[BAR];
}

static bool is_blank(ahd_outline *o, ahd_str text)
{
    uint32_t n[KINDS] = {0};
    bool in_word = o->in_word;

    count(o, text, n);
    o->in_word = in_word;
    return shown(n) == 0;
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
    while (last > o->line.first && is_blank(o, o->pieces.items[last].text))
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
    if (o->open[AHD_ELEMENT_FIGCAPTION] > 0 || e == AHD_ELEMENT_CAPTION)
        return AHD_LINE_CAPTION;
    if (o->open[AHD_ELEMENT_LI] > 0)
        return AHD_LINE_ITEM;
    return o->open[AHD_ELEMENT_BLOCKQUOTE] > 0 ? AHD_LINE_QUOTE : AHD_LINE_TEXT;
}

static void take_text(ahd_outline *o, const ahd_markup_token *token)
{
    uint32_t n[KINDS] = {0};

    if (token->element != AHD_ELEMENT_OTHER ||
        (o->blocks.items[innermost(o)].skip & AHD_SKIP_DEAD) ||
        o->pieces.count >= 4 * AHD_OUTLINE_MOST)
        return;
    o->in_word = o->in_word && o->in_line;
    count(o, token->text, n);
    uint32_t letters = shown(n);
    if (!o->in_line) {
        if (letters == 0)
            return;
        o->line = (ahd_line){.first = o->pieces.count, .kind = kind_in(o)};
        o->in_line = true;
    }
    o->line.letters += letters;
    o->line.link_letters += o->links > 0 ? letters : 0;
    o->line.n.words += n[LEAD];
    o->line.n.digits += n[DIGIT];
    o->line.n.capitals += n[CAPITAL];
    o->line.n.commas += n[COMMA];
    o->line.n.stops += n[STOP];
    o->line.n.bars += n[BAR];
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

/* The page's own boxes are named after their layout: no name counts. */
static bool is_frame(ahd_element e)
{
    return e == AHD_ELEMENT_HTML || e == AHD_ELEMENT_BODY ||
           e == AHD_ELEMENT_MAIN || e == AHD_ELEMENT_ARTICLE;
}

static uint8_t skip_of(ahd_element element, uint32_t hint)
{
    uint8_t skip = 0;

    if (hint & AHD_HINT_HARD)
        skip |= AHD_SKIP_HARD;
    if (hint & AHD_HINT_SOFT)
        skip |= AHD_SKIP_SOFT;
    return is_frame(element) ? 0 : skip;
}

static bool is_dead(ahd_element element)
{
    return (ahd_element_flags(element) & AHD_HTML_SKIP) && !is_frame(element);
}

/* What its names say is read in _settle, if it has any lines. */
static void push(ahd_outline *o, const ahd_markup_token *token)
{
    ahd_block block = {.parent = innermost(o),
                       .first_line = o->lines.count,
                       .element = token->element,
                       .attributes = token->attributes};

    block.skip = o->blocks.items[block.parent].skip;
    if (is_dead(token->element))
        block.skip |= AHD_SKIP_DEAD;
    o->elements[o->depth] = token->element;
    o->stack[o->depth++] = o->blocks.count;
    o->open[token->element]++;
    *ahd_vec_push(o->arena, &o->blocks) = block;
}

static void read_names(ahd_outline *o, ahd_block *block)
{
    ahd_markup_token start = {.kind = AHD_MARKUP_START,
                              .element = block->element,
                              .attributes = block->attributes};

    block->hint = ahd_hint_of(&start, &o->hints, &block->look);
    if (is_frame(block->element))
        block->hint &= ~(uint32_t)((1 << AHD_HINT_NAMED) - 1);
    block->skip |= skip_of(block->element, block->hint);
}

static void close_to(ahd_outline *o, uint32_t depth)
{
    while (o->depth > depth && o->depth > 1)
        pop(o);
}

/* Out of the outermost <svg> or <math>. */
static void leave_foreign(ahd_outline *o)
{
    for (uint32_t i = 1; i < o->depth; i++)
        if (o->elements[i] == AHD_ELEMENT_SVG ||
            o->elements[i] == AHD_ELEMENT_MATH)
            close_to(o, i);
}

static void take_start(ahd_outline *o, const ahd_markup_token *token)
{
    unsigned flags = ahd_element_flags(token->element);

    if (token->element == AHD_ELEMENT_A)
        o->links = 1;
    if (token->element == AHD_ELEMENT_BR || token->element == AHD_ELEMENT_HR)
        end_line(o);
    if (!(flags & AHD_HTML_BLOCK) || (token->foreign && token->closed))
        return;
    end_line(o);
    close_to(o, ahd_nesting_start(o->elements, o->depth, token->element));
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
    if (o->beyond > 0)
        o->beyond--;
    else if (o->open[token->element] > 0 ||
             (ahd_element_flags(token->element) & AHD_HTML_HEADING))
        close_to(o, ahd_nesting_end(o->elements, o->depth, token->element));
}

void ahd_outline_take(ahd_outline *outline, const ahd_markup_token *token)
{
    if (token->leaves)
        leave_foreign(outline);
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
        if (block->end_line > block->first_line)
            read_names(outline, block);
        uint32_t own = prose[block->end_line] - prose[block->first_line];
        if (own > 0 && own >= prose[count] / 2)
            block->skip = 0;
        block->skip |= outline->blocks.items[block->parent].skip;
    }
}
