#include "text/sentence.h"

#include "base/utf8.h"
#include "text/pair.h"

enum { A_SENTENCE = 8 }; /* words before points that may end it */

#define IS(token, kind) ((token)->first == AHD_LETTER_##kind)

/* Tokens [start, end): the paragraph from where its next sentence starts. */
typedef struct splitter {
    const ahd_ident_table *table;
    const ahd_doc *doc;
    const ahd_token *tokens;
    uint32_t start, end;
} splitter;

static bool is_number(const splitter *s, uint32_t token)
{
    return token < s->end && s->tokens[token].kind == AHD_TOKEN_NUMBER;
}

/* "etc., Corp.:" goes on. */
static bool is_pause(const splitter *s, uint32_t token)
{
    static const char *const pauses[] = {",", ";", ":", "،", "؛"};

    for (size_t i = 0; token < s->end && i < sizeof pauses / sizeof *pauses;
         i++)
        if (ahd_str_is(s->tokens[token].form, pauses[i]))
            return true;
    return false;
}

static bool has_capital(const splitter *s, uint32_t token)
{
    return token < s->end && s->tokens[token].flags & AHD_TOKEN_CAPITAL;
}

/* "they": a word that goes on what the sentence says. */
static bool is_small(const splitter *s, uint32_t token)
{
    return token < s->end && IS(&s->tokens[token], PLAIN) &&
           !(s->tokens[token].flags &
             (AHD_TOKEN_CAPITAL | AHD_TOKEN_LINE_BEFORE));
}

/* "The", "He": with a capital only because a sentence starts here. */
static bool is_starter(const splitter *s, uint32_t token)
{
    if (!has_capital(s, token))
        return false;
    ahd_str word = ahd_str_span(s->doc->text, s->tokens[token].at);
    return word.len > 1 && !(word.ptr[1] >= 'A' && word.ptr[1] <= 'Z') &&
           ahd_ident_word(s->table, word)->languages != 0;
}

/* What is short, without و: "وأ." is one as "أ." is. */
static ahd_str short_word(const splitter *s, uint32_t token)
{
    ahd_str word = ahd_str_span(s->doc->text, s->tokens[token].at);
    ahd_str wa = AHD_STR("و");

    if (ahd_str_starts(word, wa) && ahd_utf8_count(word) == 2)
        return (ahd_str){word.ptr + wa.len, word.len - wa.len};
    return word;
}

/* Is the word before the stop short for something? `next` follows. */
static bool is_abbreviation(const splitter *s, uint32_t stop, uint32_t next)
{
    if (stop == s->start || s->tokens[stop].flags & AHD_TOKEN_SPACE_BEFORE ||
        s->tokens[stop - 1].kind != AHD_TOKEN_WORD)
        return false;
    bool arabic = s->tokens[stop - 1].flags & AHD_TOKEN_ARABIC;
    if (arabic && stop - 1 > s->start && is_number(s, stop - 2))
        return false; /* "1954م." */
    ahd_str word = short_word(s, stop - 1);
    uint16_t signs = ahd_ident_word(s->table, word)->signs;
    if (signs & AHD_IDENT_BEFORE)
        return true;
    if (signs & AHD_IDENT_COUNT && is_number(s, next))
        return true;
    if (signs & AHD_IDENT_EITHER)
        return !arabic && !is_starter(s, next);
    return word.len <= 2 && ahd_utf8_count(word) == 1 && !is_starter(s, next);
}

/* "1. ", "أ. " where an item of a list begins. */
static bool is_item(const splitter *s, uint32_t stop, uint32_t next)
{
    return stop == s->start + 1 && next < s->end && is_number(s, s->start) &&
           s->tokens[s->start].at.len <= 4;
}

/* Points in a row: in Latin letters a pause, unless a capital follows; in
 * Arabic they often stand for a stop, but in headlines for a colon. */
static bool points_end(const splitter *s, uint32_t points, uint32_t next)
{
    bool title = s->start == 0 && s->doc->title_len > 0;

    if (next < s->end && s->tokens[next].flags & AHD_TOKEN_ARABIC)
        return !title && points - s->start >= A_SENTENCE;
    return next >= s->end || has_capital(s, next);
}

/* Does the stop at `stop` end a sentence before the token `next`? */
static bool ends(const splitter *s, uint32_t stop, uint32_t next)
{
    const ahd_token *t = &s->tokens[stop];
    bool glued =
        next < s->end && !(s->tokens[next].flags & AHD_TOKEN_SPACE_BEFORE);

    if (is_small(s, next) || is_pause(s, next))
        return false;
    ahd_str mark = ahd_str_span(s->doc->text, t->at);
    if (ahd_str_eq(mark, AHD_STR("…")) || ahd_str_starts(mark, AHD_STR("..")))
        return points_end(s, stop, next);
    if (!ahd_str_eq(mark, AHD_STR(".")))
        return true;
    return !(glued && is_number(s, next)) && !is_item(s, stop, next) &&
           !is_abbreviation(s, stop, next);
}

/* "the U.S. The": initials that end with the stop of the sentence. */
static bool ends_with_initials(const splitter *s, uint32_t token)
{
    const ahd_token *t = &s->tokens[token];

    return t->kind == AHD_TOKEN_WORD && IS(t, PLAIN) && t->at.len > 2 &&
           s->doc->text.ptr[ahd_span_end(t->at) - 1] == '.' &&
           is_starter(s, token + 1);
}

/* Marks that still belong to the sentence that just ended: ." .) !! */
static uint32_t past_closing(const splitter *s, uint32_t i)
{
    for (; i < s->end; i++) {
        const ahd_token *t = &s->tokens[i];
        bool leans = !(t->flags & AHD_TOKEN_SPACE_BEFORE);
        if (t->flags & AHD_TOKEN_LINE_BEFORE ||
            !(IS(t, STOP) || IS(t, CLOSING) || IS(t, CLOSE) ||
              IS(t, CLOSE_ONE) ||
              (leans && (IS(t, STRAIGHT) || IS(t, APOSTROPHE)))))
            break;
    }
    return i;
}

/* The sentence ends with `"We agreed." He`, the stop inside the marks. */
static bool ends_with_quotation(const splitter *s, uint32_t closer)
{
    return closer > s->start && IS(&s->tokens[closer - 1], STOP) &&
           s->doc->text.ptr[s->tokens[closer - 1].at.start] == '.' &&
           has_capital(s, closer + 1);
}

/* Where the sentence ends whose last word may be `i`, 0 when it goes on;
 * `inside`: a quotation is open, which `i` closes when `closing`. */
static uint32_t end_at(const splitter *s, uint32_t i, bool inside, bool closing)
{
    if (i + 1 < s->end && s->tokens[i + 1].flags & AHD_TOKEN_LINE_BEFORE)
        return i + 1;
    if (closing && ends_with_quotation(s, i))
        return i + 1;
    if (inside)
        return 0;
    if (ends_with_initials(s, i))
        return i + 1;
    if (!IS(&s->tokens[i], STOP))
        return 0;
    uint32_t next = past_closing(s, i + 1);
    return ends(s, i, next) ? next : 0;
}

static void add_sentence(ahd_doc *doc, uint32_t first, uint32_t end,
                         uint32_t paragraph)
{
    uint32_t index = doc->sentences.count;
    ahd_sentence *s = ahd_vec_push(doc->arena, &doc->sentences);
    uint32_t start = doc->tokens.items[first].at.start;

    s->first = first;
    s->end = end;
    s->paragraph = paragraph;
    s->at =
        (ahd_span){start, ahd_span_end(doc->tokens.items[end - 1].at) - start};
    for (uint32_t i = first; i < end; i++)
        doc->tokens.items[i].sentence = index;
}

void ahd_sentence_split(const ahd_ident_table *table, ahd_doc *doc,
                        ahd_arena *scratch, uint32_t first, uint32_t paragraph)
{
    splitter s = {table, doc, doc->tokens.items, first, doc->tokens.count};
    uint32_t *closer = ahd_new(scratch, uint32_t, s.end - first + 1);
    uint32_t until = 0; /* the end of the quotation we are in */

    ahd_pair_find(doc, first, s.end, closer);
    for (uint32_t i = first; i < s.end; i++) {
        if (closer[i - first] > until)
            until = closer[i - first];
        uint32_t next = end_at(&s, i, i < until, i == until && until > 0);
        if (next == 0)
            continue;
        add_sentence(doc, s.start, next, paragraph);
        s.start = next;
        i = next - 1;
    }
    if (s.start < s.end)
        add_sentence(doc, s.start, s.end, paragraph);
}
