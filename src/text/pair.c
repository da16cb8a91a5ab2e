#include "text/pair.h"

#include "lang/letter.h"

enum { LONGEST = 400, LONGEST_ONE = 60, DEEPEST = 8 };

#define IS(token, kind) ((token)->first == AHD_LETTER_##kind)

typedef struct pairing {
    const ahd_token *tokens;
    uint32_t first, end;
    uint32_t *closer;
    struct {
        uint32_t token;
        uint8_t kind; /* ahd_letter_kind */
    } open[DEEPEST];
    int depth;
    bool even; /* as many " open as close, as far as their number tells */
} pairing;

static bool has_space_before(const pairing *p, uint32_t i)
{
    return i == p->first || p->tokens[i].flags & AHD_TOKEN_SPACE_BEFORE;
}

static bool has_space_after(const pairing *p, uint32_t i)
{
    return i + 1 >= p->end || p->tokens[i + 1].flags & AHD_TOKEN_SPACE_BEFORE;
}

/* Does the mark lean on what follows it: after white space, or after another
 * mark that opens? */
static bool leans_forward(const pairing *p, uint32_t i)
{
    const ahd_token *before = &p->tokens[i ? i - 1 : 0];

    return !has_space_after(p, i) &&
           (has_space_before(p, i) || IS(before, OPEN) || IS(before, OPENING) ||
            IS(before, OPEN_ONE));
}

/* On what stands before it: a comma may follow. */
static bool leans_back(const pairing *p, uint32_t i)
{
    return !has_space_before(p, i) &&
           (has_space_after(p, i) || p->tokens[i + 1].kind == AHD_TOKEN_PUNCT);
}

static void open_at(pairing *p, uint32_t i, uint8_t kind)
{
    if (p->depth == DEEPEST) {
        for (int k = 1; k < DEEPEST; k++)
            p->open[k - 1] = p->open[k];
        p->depth--;
    }
    p->open[p->depth].token = i;
    p->open[p->depth].kind = kind;
    p->depth++;
}

/* The innermost quotation of that kind that is open, -1 when there is none. */
static int open_of(const pairing *p, uint32_t i, uint8_t kind)
{
    uint32_t longest = kind == AHD_LETTER_OPEN_ONE ? LONGEST_ONE : LONGEST;

    for (int k = p->depth; k-- > 0;)
        if (p->open[k].kind == kind && i - p->open[k].token <= longest)
            return k;
    return -1;
}

/* Closes the innermost of that kind, and forgets what is open inside it. */
static bool close_at(pairing *p, uint32_t i, uint8_t kind)
{
    int k = open_of(p, i, kind);

    if (k < 0)
        return false;
    p->closer[p->open[k].token - p->first] = i;
    p->depth = k;
    return true;
}

/* Is the next " one that closes? Then a " before it that may open does. */
static bool next_closes(const pairing *p, uint32_t i)
{
    for (uint32_t k = i + 1; k < p->end && k - i <= LONGEST; k++)
        if (IS(&p->tokens[k], STRAIGHT))
            return leans_back(p, k);
    return false;
}

/* An even number of " alternates, however they are spaced. Else one was left
 * open or never opened: how they lean tells which. */
static void straight(pairing *p, uint32_t i)
{
    bool is_open = open_of(p, i, AHD_LETTER_STRAIGHT) >= 0;

    if (is_open && (p->even || !leans_forward(p, i) || !next_closes(p, i)))
        close_at(p, i, AHD_LETTER_STRAIGHT);
    else if (p->even || !leans_back(p, i))
        open_at(p, i, AHD_LETTER_STRAIGHT);
}

static bool is_even(const ahd_token *tokens, uint32_t first, uint32_t end)
{
    bool even = true;

    for (uint32_t i = first; i < end; i++)
        even ^= IS(&tokens[i], STRAIGHT);
    return even;
}

/* „ is closed by “. */
static void opening(pairing *p, uint32_t i)
{
    int k = open_of(p, i, AHD_LETTER_OPENING);

    if (k >= 0 && leans_back(p, i))
        close_at(p, i, AHD_LETTER_OPENING);
    else
        open_at(p, i, AHD_LETTER_OPENING);
}

/* ' and ’ as words of their own, not in "Sana'a" nor "'s". */
static void apostrophe(pairing *p, uint32_t i)
{
    if (p->tokens[i].form.len > 1)
        return;
    if (leans_forward(p, i))
        open_at(p, i, AHD_LETTER_OPEN_ONE);
    else
        close_at(p, i, AHD_LETTER_OPEN_ONE);
}

void ahd_pair_find(const ahd_doc *doc, uint32_t first, uint32_t end,
                   uint32_t *closer)
{
    pairing p = {
        .tokens = doc->tokens.items,
        .first = first,
        .end = end,
        .closer = closer,
        .even = is_even(doc->tokens.items, first, end),
    };

    for (uint32_t i = first; i < end; i++) {
        const ahd_token *t = &p.tokens[i];
        if (IS(t, OPENING))
            opening(&p, i);
        else if (IS(t, CLOSING))
            close_at(&p, i, AHD_LETTER_OPENING);
        else if (IS(t, STRAIGHT))
            straight(&p, i);
        else if (IS(t, OPEN_ONE))
            open_at(&p, i, AHD_LETTER_OPEN_ONE);
        else if (IS(t, CLOSE_ONE))
            close_at(&p, i, AHD_LETTER_OPEN_ONE);
        else if (IS(t, APOSTROPHE))
            apostrophe(&p, i);
    }
}
