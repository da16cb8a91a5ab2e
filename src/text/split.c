#include "text/split.h"

#include "base/utf8.h"
#include "lang/fold.h"
#include "lang/word.h"

/* A sentence longer than this is cut at the next full stop in any case: a
 * quotation that is never closed must not swallow the page. */
enum { LONGEST_QUOTE = 400 };

static void add_token(ahd_doc *doc, const ahd_word *word)
{
    ahd_token *t = ahd_vec_push(doc->arena, &doc->tokens);
    ahd_str text = ahd_str_span(doc->text, word->at);

    t->at = word->at;
    t->kind = (uint8_t)word->kind;
    t->form = ahd_fold(doc->arena, text);
    t->flags = (uint8_t)((word->arabic ? AHD_TOKEN_ARABIC : 0) |
                         (word->capital ? AHD_TOKEN_CAPITAL : 0));
    if (word->at.start == 0 ||
        ahd_fold_is_space((unsigned char)doc->text.ptr[word->at.start - 1]))
        t->flags |= AHD_TOKEN_SPACE_BEFORE;
}

/* Words of one paragraph, appended to doc->tokens. */
static void split_words(ahd_doc *doc, ahd_span paragraph)
{
    ahd_str upto = {doc->text.ptr, ahd_span_end(paragraph)};
    size_t at = paragraph.start;
    ahd_word word;

    while (ahd_word_next(upto, &at, &word))
        add_token(doc, &word);
}

static bool is_char(const ahd_doc *doc, uint32_t token, const char *c)
{
    return token < doc->tokens.count &&
           ahd_str_eq(doc->tokens.items[token].form, ahd_str_from(c));
}

/* One of these marks; words are passed over without a look. */
static bool is_mark(const ahd_doc *doc, uint32_t token, const char *const *list)
{
    if (token >= doc->tokens.count ||
        doc->tokens.items[token].kind != AHD_TOKEN_PUNCT)
        return false;
    for (; *list; list++)
        if (is_char(doc, token, *list))
            return true;
    return false;
}

static const char *const stops[] = {".", "!", "?", "؟", "…", "。", NULL};
static const char *const opening[] = {"«", "“", "„", NULL};
static const char *const closing[] = {"»", "”", NULL};
static const char *const straight[] = {"\"", NULL};

/* "د. علي", "J. Smith", "Gen. Haftar", "U.S.": a stop that ends nothing. */
static bool is_abbreviation(const ahd_doc *doc, uint32_t stop, uint32_t first)
{
    static const char *const short_words[] = {
        "dr",   "mr",  "mrs", "ms",  "gen", "col", "lt",  "maj", "sgt",
        "st",   "gov", "sen", "rep", "no",  "vs",  "jan", "feb", "aug",
        "sept", "oct", "nov", "dec", "inc", "u",   "أد",  NULL};

    if (stop == first || !is_char(doc, stop, "."))
        return false;
    const ahd_token *before = &doc->tokens.items[stop - 1];
    if (before->kind != AHD_TOKEN_WORD ||
        doc->tokens.items[stop].flags & AHD_TOKEN_SPACE_BEFORE)
        return false;
    if (ahd_utf8_count(before->form) == 1)
        return true;
    for (const char *const *word = short_words; *word; word++)
        if (is_char(doc, stop - 1, *word))
            return true;
    return false;
}

/* Does a quotation that opens at `open` close before `end`? */
static bool closes(const ahd_doc *doc, uint32_t open, uint32_t end)
{
    bool same = is_mark(doc, open, straight);

    end = end < open + LONGEST_QUOTE ? end : open + LONGEST_QUOTE;
    for (uint32_t i = open + 1; i < end; i++)
        if (is_mark(doc, i, same ? straight : closing))
            return true;
    return false;
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

/* Marks that still belong to the sentence that just ended: ." .) .. */
static uint32_t past_closing(const ahd_doc *doc, uint32_t i, uint32_t end)
{
    while (i < end &&
           (is_mark(doc, i, closing) || is_mark(doc, i, stops) ||
            is_char(doc, i, ")") ||
            (is_mark(doc, i, straight) &&
             !(doc->tokens.items[i].flags & AHD_TOKEN_SPACE_BEFORE))))
        i++;
    return i;
}

/* How the quotation marks at token `i` change what is open. */
static int quote_depth(const ahd_doc *doc, uint32_t i, uint32_t end, int depth)
{
    if (is_mark(doc, i, straight))
        return depth > 0 ? 0 : closes(doc, i, end);
    if (is_mark(doc, i, opening))
        return depth > 0 ? depth : closes(doc, i, end);
    return is_mark(doc, i, closing) ? 0 : depth;
}

static void split_sentences(ahd_doc *doc, uint32_t first, uint32_t end,
                            uint32_t paragraph)
{
    uint32_t start = first;
    int depth = 0;

    for (uint32_t i = first; i < end; i++) {
        depth = quote_depth(doc, i, end, depth);
        bool stop = is_mark(doc, i, stops) && depth == 0 &&
                    !is_abbreviation(doc, i, start);
        if (!stop)
            continue;
        uint32_t next = past_closing(doc, i + 1, end);
        add_sentence(doc, start, next, paragraph);
        start = next;
        i = next - 1;
    }
    if (start < end)
        add_sentence(doc, start, end, paragraph);
}

void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)kb;
    (void)scratch;
    for (uint32_t p = 0; p < doc->paragraphs.count; p++) {
        uint32_t first = doc->tokens.count;
        split_words(doc, doc->paragraphs.items[p]);
        if (doc->tokens.count > first)
            split_sentences(doc, first, doc->tokens.count, p);
    }
}
