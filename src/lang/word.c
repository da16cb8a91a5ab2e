#include "lang/word.h"

#include "base/utf8.h"
#include "lang/address.h"
#include "lang/fold.h"
#include "lang/letter.h"

enum { TATWEEL = 0x640, JOINER = 0x200D, MOST_INITIALS = 8 };

static bool is_kind(uint32_t c, uint32_t kinds)
{
    return ahd_letter_in(ahd_letter_of(c), kinds);
}

/* The code point at `at`, or 0 at the end. */
static uint32_t peek(ahd_str text, size_t at)
{
    return at < text.len ? ahd_utf8_next(text, &at) : 0;
}

static uint32_t before(ahd_str text, size_t at)
{
    return at > 0 ? ahd_utf8_previous(text, &at) : 0;
}

static bool is_wordly(uint32_t c)
{
    return is_kind(c, AHD_LETTER_WORDS | AHD_LETTER_SET(MARK));
}

/* ----------------------------------------------------------------- numbers */

static bool is_two_digits(ahd_str text, size_t at)
{
    return at + 1 < text.len && text.ptr[at] >= '0' && text.ptr[at] < '6' &&
           text.ptr[at + 1] >= '0' && text.ptr[at + 1] <= '9' &&
           !ahd_fold_is_digit(peek(text, at + 2));
}

static void take_number(ahd_str text, size_t *at)
{
    size_t start = *at;

    for (;;) {
        size_t next = *at;
        uint32_t c = next < text.len ? ahd_utf8_next(text, &next) : 0;
        bool separator = c == '.' || c == ',' || c == 0x66B || c == 0x66C;

        if (!ahd_fold_is_digit(c) &&
            !(separator && ahd_fold_is_digit(peek(text, next))))
            break;
        *at = next;
    }
    if (*at - start <= 2 && peek(text, *at) == ':' &&
        is_two_digits(text, *at + 1))
        *at += 3;
}

/* ----------------------------------------------------------------- letters */

/* The bytes of what English hangs on to a word with the apostrophe at `at`:
 * 's 'll 're; 0 when it is none of them. */
static size_t suffix_at(ahd_str text, size_t at)
{
    static const char *const suffixes[] = {"s",  "d",  "m", "t",
                                           "ll", "re", "ve"};
    size_t start = at, next = at;

    if (!is_kind(peek(text, at), AHD_LETTER_SET(APOSTROPHE)))
        return 0;
    ahd_utf8_next(text, &next);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        ahd_str suffix = ahd_str_from(suffixes[i]);
        size_t same = 0;
        while (same < suffix.len && next + same < text.len &&
               (text.ptr[next + same] | 32) == suffix.ptr[same])
            same++;
        if (same == suffix.len && !is_wordly(peek(text, next + same)))
            return next + same - start;
    }
    return 0;
}

/* "n't", at its n. */
static size_t negation_at(ahd_str text, size_t at)
{
    size_t suffix = (text.ptr[at] | 32) == 'n' ? suffix_at(text, at + 1) : 0;

    return suffix > 0 && (text.ptr[at + suffix] | 32) == 't' ? suffix + 1 : 0;
}

/* Where the Latin word that has come to an apostrophe at `at` goes on: behind
 * it in "Sana'a", nowhere in "don't". */
static size_t past_apostrophe(ahd_str text, size_t at)
{
    size_t next = at;
    uint32_t c = ahd_utf8_next(text, &next);

    if (!is_kind(c, AHD_LETTER_SET(APOSTROPHE)) && c != 0x2018)
        return 0;
    return is_kind(peek(text, next), AHD_LETTER_SET(PLAIN)) &&
                   suffix_at(text, at) == 0
               ? next
               : 0;
}

/* Letters of one script: "الـBBC" is two words. What is unseen after the last
 * one is no part of it. */
static void take_letters(ahd_str text, size_t *at, uint32_t wanted)
{
    size_t start = *at, next = start;

    while (next < text.len) {
        size_t here = next;
        const ahd_letter *l = ahd_letter_of(ahd_utf8_next(text, &next));
        if (ahd_letter_in(l, AHD_LETTER_SET(INVISIBLE)))
            continue;
        if (!ahd_letter_in(l, wanted)) {
            next = wanted & AHD_LETTER_SET(PLAIN) ? past_apostrophe(text, here)
                                                  : 0;
            if (next == 0)
                break;
        } else if (here > start && (text.ptr[here] | 32) == 'n' &&
                   negation_at(text, here) > 0)
            break;
        else
            *at = next;
    }
}

static bool is_latin(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* "U.S.", "a.m.", "U.N": letters, each with its stop, are one word. */
static bool take_initials(ahd_str text, size_t *at)
{
    size_t next = *at;
    int letters = 0;

    while (letters < MOST_INITIALS && next + 1 < text.len &&
           is_latin(text.ptr[next]) && text.ptr[next + 1] == '.') {
        next += 2;
        letters++;
    }
    uint32_t after = next + 1 < text.len ? peek(text, next + 1) : 0;
    bool last = next < text.len && is_latin(text.ptr[next]) &&
                !is_wordly(after) && after != '\'' && after != '@' &&
                after != '-';
    if (letters + last < 2 || (!last && is_wordly(peek(text, next))))
        return false;
    *at = next + last;
    return true;
}

static void take_word(ahd_str text, size_t *at, ahd_word *out)
{
    size_t start = *at;

    out->kind = AHD_WORD_LETTERS;
    if (out->arabic) {
        take_letters(text, at, AHD_LETTER_SET(ARABIC) | AHD_LETTER_SET(MARK));
        return;
    }
    size_t negation = negation_at(text, start);
    if (negation > 0) {
        *at += negation;
        return;
    }
    if (take_initials(text, at))
        return;
    take_letters(text, at,
                 AHD_LETTER_SET(PLAIN) | AHD_LETTER_SET(MARK) |
                     AHD_LETTER_SET(DIGIT));
    size_t link = ahd_address_end(text, start, *at);
    out->link = link > *at;
    if (out->link)
        *at = link;
}

/* ------------------------------------------------------------- other marks */

/* A picture goes on with a joiner and the next one, with its colour, and a
 * flag is two letters. */
static void take_symbol(ahd_str text, size_t *at, uint32_t first)
{
    bool flag = first >= 0x1F1E6 && first <= 0x1F1FF;

    while (first >= 0x203C && *at < text.len) {
        size_t next = *at;
        uint32_t c = ahd_utf8_next(text, &next);
        bool colour = c >= 0x1F3FB && c <= 0x1F3FF;
        bool picture =
            c == JOINER && is_kind(peek(text, next), AHD_LETTER_SET(SYMBOL));
        if (picture)
            ahd_utf8_next(text, &next);
        if (!colour && !picture && c != 0xFE0F && c != 0x20E3 &&
            !(flag && c >= 0x1F1E6 && c <= 0x1F1FF))
            return;
        flag = false;
        *at = next;
    }
}

static void take_mark(ahd_str text, size_t *at, ahd_word *out)
{
    size_t start = *at;
    uint32_t c = ahd_utf8_next(text, at);

    out->kind = AHD_WORD_PUNCT;
    if (c == '.' || c == TATWEEL) {
        while (peek(text, *at) == c)
            ahd_utf8_next(text, at);
    } else if (c == '@') {
        size_t end = ahd_address_handle(text, start);
        if (end > 0) {
            out->kind = AHD_WORD_LETTERS;
            out->link = true;
            *at = end;
        }
    } else if (out->first == AHD_LETTER_SYMBOL)
        take_symbol(text, at, c);
    else if (!out->space && suffix_at(text, start) > 0) {
        *at = start + suffix_at(text, start);
        if ((text.ptr[*at - 1] | 32) != 's')
            out->kind = AHD_WORD_LETTERS;
    }
}

/* ------------------------------------------------------------------- words */

/* The hyphen of "al-Sisi", the _ of "#غزة_الآن". */
static bool is_joint(ahd_str text, size_t at, size_t next, uint32_t c)
{
    uint32_t after = peek(text, next);

    if (!is_wordly(before(text, at)) || !is_wordly(after))
        return false;
    return c == '_' || (is_kind(c, AHD_LETTER_SET(HYPHEN)) &&
                        is_kind(after, AHD_LETTER_SET(PLAIN)));
}

/* Tatweel with no letter on either side stands for a dash. Moves past it when
 * it does not. */
static bool is_dash(ahd_str text, size_t start, size_t *at)
{
    while (peek(text, *at) == TATWEEL)
        ahd_utf8_next(text, at);
    return !is_wordly(before(text, start)) &&
           !is_kind(peek(text, *at), AHD_LETTER_SET(ARABIC));
}

/* Moves to where the next word starts. */
static void skip(ahd_str text, size_t *at, ahd_word *out)
{
    while (*at < text.len) {
        size_t next = *at;
        uint32_t c = ahd_utf8_next(text, &next);
        const ahd_letter *l = ahd_letter_of(c);
        if (l->kind == AHD_LETTER_SPACE) {
            out->space = true;
            out->line |= c == '\n' || c == 0x2028 || c == 0x2029;
        } else if (c == TATWEEL) {
            if (is_dash(text, *at, &next))
                return;
        } else if (!(l->flags & AHD_LETTER_DROPPED) &&
                   !(ahd_letter_in(l, AHD_LETTER_SET(HYPHEN) |
                                          AHD_LETTER_SET(PUNCT)) &&
                     is_joint(text, *at, next, c)))
            return;
        *at = next;
    }
}

bool ahd_word_next(ahd_str text, size_t *at, ahd_word *out)
{
    size_t from = *at;

    *out = (ahd_word){.space = from == 0};
    skip(text, at, out);
    if (*at >= text.len)
        return false;
    size_t start = *at;
    const ahd_letter *l = ahd_letter_of(peek(text, start));
    if (start == from && from > 0)
        out->space = is_kind(before(text, start), AHD_LETTER_SET(SPACE));
    out->first = l->kind;
    out->script = l->script;
    out->arabic = l->kind == AHD_LETTER_ARABIC;
    out->capital = (l->flags & AHD_LETTER_CAPITAL) != 0;
    if (l->kind == AHD_LETTER_DIGIT) {
        out->kind = AHD_WORD_NUMBER;
        take_number(text, at);
    } else if (ahd_letter_in(l, AHD_LETTER_WORDS))
        take_word(text, at, out);
    else
        take_mark(text, at, out);
    out->at = (ahd_span){(uint32_t)start, (uint32_t)(*at - start)};
    return true;
}
