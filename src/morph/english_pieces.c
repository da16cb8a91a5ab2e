#include "morph/english_pieces.h"

#include <string.h>

enum { MOST_PIECES = 2 }; /* of a token */

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* ------------------------------------------------------------------ shapes */

static bool is_hyphen(const ahd_doc *doc, uint32_t from, uint32_t to)
{
    ahd_str gap = {doc->text.ptr + from, to - from};

    return ahd_str_eq(gap, AHD_STR("-")) ||
           ahd_str_eq(gap, AHD_STR("\u2010")) ||
           ahd_str_eq(gap, AHD_STR("\u2011"));
}

static bool joined(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];

    return token > 0 && !(t->flags & AHD_TOKEN_SPACE_BEFORE) &&
           t[-1].at.start + t[-1].at.len < t->at.start &&
           is_hyphen(doc, t[-1].at.start + t[-1].at.len, t->at.start);
}

static uint8_t shape_of(const ahd_doc *doc, uint32_t token, uint32_t end)
{
    const ahd_token *t = &doc->tokens.items[token];
    ahd_str written = ahd_doc_words(doc, t->at);
    uint32_t shape = t->kind == AHD_TOKEN_NUMBER ? AHD_SHAPE_DIGIT : 0;

    if (t->flags & AHD_TOKEN_CAPITAL)
        shape |= AHD_SHAPE_CAPITAL;
    if (written.len > 1 && is_capital(written.ptr[0]) &&
        (is_capital(written.ptr[1]) || written.ptr[1] == '.'))
        shape |= AHD_SHAPE_CAPITALS;
    if (joined(doc, token))
        shape |= AHD_SHAPE_HYPHEN_LEFT;
    if (token + 1 < end && joined(doc, token + 1))
        shape |= AHD_SHAPE_HYPHEN_RIGHT;
    return (uint8_t)shape;
}

/* "Rebels Sign Truce in Tripoli": where capitals say nothing of names. */
static bool is_title(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t small = 0, capitals = 0;

    for (uint32_t i = first; i < end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        if (t->kind != AHD_TOKEN_WORD || t->at.len < 4)
            continue;
        if (t->flags & AHD_TOKEN_CAPITAL)
            capitals++;
        else
            small++;
    }
    return capitals >= 4 && small * 4 <= capitals;
}

/* ----------------------------------------------------------------- readings */

static void set_one(ahd_english_piece *p, uint32_t tag, uint32_t feats)
{
    p->count = 1;
    p->readings[0] = (ahd_english_reading){.feats = feats,
                                           .lemma = AHD_ENGLISH_NONE,
                                           .tag = (uint8_t)tag,
                                           .known = 1};
}

/* "www.un.org", "name@host": not "U.S.", "p.m." */
static bool is_address(ahd_str form)
{
    const char *dot = memchr(form.ptr, '.', form.len);

    if (memchr(form.ptr, '@', form.len) || memchr(form.ptr, '/', form.len))
        return true;
    return dot != NULL && dot > form.ptr + 1;
}

static bool is_symbol(ahd_str form)
{
    static const char *const symbols[] = {
        "$", "%", "+", "=", "<", ">", "£", "€",  "¥", "#", "@",
        "^", "~", "|", "°", "©", "®", "™", "\\", "`", "_", "−"};

    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (ahd_str_is(form, symbols[i]))
            return true;
    return false;
}

static void read_piece(const ahd_english *e, ahd_english_piece *p, int kind)
{
    bool capital = p->shape & AHD_SHAPE_CAPITAL;

    if (kind == AHD_TOKEN_NUMBER)
        set_one(p, AHD_POS_NUM, 0);
    else if (kind == AHD_TOKEN_PUNCT && p->form.len == 1 &&
             memchr(".,:;!?()\"'-", p->form.ptr[0], 11))
        set_one(p, AHD_POS_PUNCT, 0);
    else if (kind == AHD_TOKEN_WORD && p->form.len > 0 && !is_address(p->form))
        p->count =
            (uint8_t)ahd_english_forms_find(e, p->form, capital, p->readings);
    else if (ahd_english_find(e, p->form) != AHD_ENGLISH_NONE)
        p->count =
            (uint8_t)ahd_english_forms_find(e, p->form, false, p->readings);
    else
        set_one(p,
                kind == AHD_TOKEN_WORD ? AHD_POS_X
                : is_symbol(p->form)   ? AHD_POS_SYM
                                       : AHD_POS_PUNCT,
                0);
    p->may = 0;
    p->top = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        p->may |= 1u << p->readings[i].tag;
        if (p->readings[i].usual > p->readings[p->top].usual)
            p->top = (uint8_t)i;
    }
    p->top = p->readings[p->top].tag;
    p->hash = ahd_english_hash(p->form);
}

/* Bytes of the first word in a token that is two; 0 when it is one. */
static uint32_t cut_at(ahd_str form)
{
    static const char *const negations[] = {"n't", "n’t"};

    if (form.len < 4 || form.ptr[form.len - 1] != 't')
        return 0;
    if (ahd_str_eq(form, AHD_STR("cannot")))
        return 3;
    for (int i = 0; i < 2; i++) {
        ahd_str end = ahd_str_from(negations[i]);
        if (form.len > end.len && ahd_str_ends(form, end))
            return (uint32_t)(form.len - end.len);
    }
    return 0;
}

static uint32_t add_pieces(const ahd_english *e, const ahd_doc *doc,
                           uint32_t token, ahd_english_piece *out)
{
    const ahd_token *t = &doc->tokens.items[token];
    /* What folding made shorter or longer cannot be cut by its form. */
    uint32_t cut = t->form.len == t->at.len ? cut_at(t->form) : 0;
    uint32_t starts[MOST_PIECES + 1] = {0, cut, t->at.len};
    uint32_t count = 0;

    for (uint32_t i = cut > 0 ? 0 : 1; i < MOST_PIECES; i++) {
        ahd_english_piece *p = &out[count++];
        p->token = token;
        p->at = (ahd_span){t->at.start + starts[i], starts[i + 1] - starts[i]};
        p->form =
            cut > 0 ? (ahd_str){t->form.ptr + starts[i], p->at.len} : t->form;
        read_piece(e, p, t->kind);
    }
    return count;
}

uint32_t ahd_english_pieces_make(const ahd_english *e, const ahd_doc *doc,
                                 uint32_t *first, uint32_t end,
                                 ahd_english_piece out[AHD_ENGLISH_WORDS])
{
    uint8_t title = is_title(doc, *first, end) ? AHD_SHAPE_TITLE : 0;
    uint8_t start = AHD_SHAPE_FIRST;
    uint32_t count = 0;

    for (; *first < end && count + MOST_PIECES <= AHD_ENGLISH_WORDS; ++*first) {
        uint8_t shape = shape_of(doc, *first, end) | title | start;
        for (uint32_t i = 0; i < MOST_PIECES; i++)
            out[count + i].shape = shape;
        count += add_pieces(e, doc, *first, &out[count]);
        if (doc->tokens.items[*first].kind != AHD_TOKEN_PUNCT)
            start = 0;
    }
    return count;
}
