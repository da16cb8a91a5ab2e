#include "quotes/marks.h"

#include "doc/look.h"

/* Tokens of a quotation at most: one that is never closed stays affordable. */
enum { LONGEST = 1500 };

static bool is_any(const ahd_doc *doc, uint32_t token, const char *const *list)
{
    if (!ahd_look_is_punct(doc, token))
        return false;
    for (; *list; list++)
        if (ahd_look_is(doc, token, *list))
            return true;
    return false;
}

static const char *const openers[] = {"«", "“", "„", NULL};
static const char *const closers[] = {"»", "”", NULL};

static bool is_straight(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_is(doc, token, "\"");
}

/* White space on the right of the token, or the end of the text. */
static bool space_after(const ahd_doc *doc, uint32_t token)
{
    return token + 1 >= doc->tokens.count ||
           doc->tokens.items[token + 1].flags & AHD_TOKEN_SPACE_BEFORE;
}

static bool space_before(const ahd_doc *doc, uint32_t token)
{
    return doc->tokens.items[token].flags & AHD_TOKEN_SPACE_BEFORE;
}

/* «لـ"سبق"», «و"الوطن"»: a letter that belongs to the word in marks. */
static bool is_clitic(const ahd_doc *doc, uint32_t mark)
{
    static const char *const letters[] = {"ل", "ب", "و", "ك", "ف"};

    for (size_t i = 0; mark > 0 && i < sizeof letters / sizeof *letters; i++)
        if (ahd_look_is(doc, mark - 1, letters[i]))
            return true;
    return false;
}

bool ahd_marks_opens(const ahd_doc *doc, uint32_t token)
{
    if (is_any(doc, token, openers))
        return true;
    return is_straight(doc, token) && !space_after(doc, token) &&
           (space_before(doc, token) || ahd_look_is(doc, token - 1, ":") ||
            is_clitic(doc, token));
}

/* An opening mark after a word, with no word after it, was meant to close:
 * machine translation turns ” into “. */
static bool is_wrong_closer(const ahd_doc *doc, uint32_t token)
{
    return is_any(doc, token, openers) &&
           (space_after(doc, token) || ahd_look_is_punct(doc, token + 1));
}

static bool closes(const ahd_doc *doc, uint32_t token, bool straight)
{
    if (straight)
        return is_straight(doc, token);
    return is_any(doc, token, closers);
}

uint32_t ahd_marks_close(const ahd_doc *doc, uint32_t open)
{
    bool straight = is_straight(doc, open);
    uint32_t sentence = doc->tokens.items[open].sentence;
    uint32_t paragraph = doc->sentences.items[sentence].paragraph;
    uint32_t wrong = AHD_NONE, i = open + 1, limit = open + LONGEST;
    int depth = 1;

    limit = limit < doc->tokens.count ? limit : doc->tokens.count;
    for (; i < limit; i++) {
        sentence = doc->tokens.items[i].sentence;
        if (doc->sentences.items[sentence].paragraph != paragraph) {
            paragraph = doc->sentences.items[sentence].paragraph;
            if (!ahd_marks_opens(doc, i))
                break;
            continue; /* each paragraph of a long quotation opens anew */
        }
        if (closes(doc, i, straight) && --depth == 0)
            return i;
        if (is_wrong_closer(doc, i) && wrong == AHD_NONE)
            wrong = i;
        else if (!straight && is_any(doc, i, openers))
            depth++;
    }
    if (wrong != AHD_NONE || i == limit)
        return wrong != AHD_NONE ? wrong : i;
    /* Never closed: no more than its sentence is sure. */
    return doc->sentences.items[doc->tokens.items[open].sentence].end;
}

bool ahd_marks_closes(const ahd_doc *doc, uint32_t token)
{
    if (token >= doc->tokens.count)
        return false;
    return is_any(doc, token, closers) ||
           (is_straight(doc, token) && !ahd_marks_opens(doc, token)) ||
           is_wrong_closer(doc, token);
}
