#include "lang/word.h"

#include "base/utf8.h"
#include "lang/fold.h"

/* The code point at `at`, or 0 at the end. */
static uint32_t peek(ahd_str text, size_t at)
{
    return at < text.len ? ahd_utf8_next(text, &at) : 0;
}

static bool is_joining_hyphen(ahd_str text, size_t at)
{
    uint32_t c = peek(text, at);

    if (c != '-' && c != 0x2010 && c != 0x2011)
        return false;
    ahd_utf8_next(text, &at);
    c = peek(text, at);
    return c != 0 && ahd_fold_is_word(c) && !ahd_fold_is_arabic(c) &&
           !ahd_fold_is_digit(c);
}

static void take_number(ahd_str text, size_t *at)
{
    for (;;) {
        size_t next = *at;
        uint32_t c = next < text.len ? ahd_utf8_next(text, &next) : 0;
        bool separator = c == '.' || c == ',' || c == 0x66B || c == 0x66C;

        if (!ahd_fold_is_digit(c) &&
            !(separator && ahd_fold_is_digit(peek(text, next))))
            return;
        *at = next;
    }
}

/* Letters of one script: "الـBBC" is two words. */
static void take_letters(ahd_str text, size_t *at, bool arabic)
{
    while (*at < text.len) {
        size_t next = *at;
        uint32_t c = ahd_utf8_next(text, &next);
        bool letter = ahd_fold_is_word(c) || ahd_fold_char(c) == 0;

        if (!letter || (ahd_fold_is_arabic(c) != arabic && ahd_fold_char(c)))
            return;
        if (arabic && ahd_fold_is_digit(c))
            return;
        *at = next;
    }
}

/* "'s" after a Latin word is a word of its own. */
static bool take_possessive(ahd_str text, size_t *at)
{
    size_t next = *at;
    uint32_t mark = ahd_utf8_next(text, &next);

    if (mark != '\'' && mark != 0x2019)
        return false;
    uint32_t s = peek(text, next);
    if (s != 's' && s != 'S')
        return false;
    ahd_utf8_next(text, &next);
    if (ahd_fold_is_word(peek(text, next)) && peek(text, next) != 0)
        return false;
    *at = next;
    return true;
}

/* "U.S.", "U.N.": capital letters, each with its stop, are one word. */
static bool take_initials(ahd_str text, size_t *at)
{
    size_t next = *at;
    int letters = 0;

    while (next + 1 < text.len && text.ptr[next] >= 'A' &&
           text.ptr[next] <= 'Z' && text.ptr[next + 1] == '.') {
        next += 2;
        letters++;
    }
    if (letters < 2)
        return false;
    *at = next;
    return true;
}

static void take_word(ahd_str text, size_t *at, ahd_word *out)
{
    size_t start = *at;
    uint32_t c = ahd_utf8_next(text, at);

    out->arabic = ahd_fold_is_arabic(c);
    out->capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
    if (ahd_fold_is_digit(c)) {
        out->kind = AHD_WORD_NUMBER;
        *at = start;
        take_number(text, at);
        return;
    }
    if (ahd_fold_is_word(c)) {
        out->kind = AHD_WORD_LETTERS;
        *at = start;
        if (!take_initials(text, at))
            take_letters(text, at, out->arabic);
        return;
    }
    out->kind = AHD_WORD_PUNCT;
    *at = start;
    if (!take_possessive(text, at))
        ahd_utf8_next(text, at);
}

bool ahd_word_next(ahd_str text, size_t *at, ahd_word *out)
{
    while (*at < text.len) {
        size_t next = *at;
        uint32_t c = ahd_utf8_next(text, &next);
        bool skip = ahd_fold_is_space(c) || ahd_fold_char(c) == 0 ||
                    (next > 1 && *at > 0 && is_joining_hyphen(text, *at) &&
                     !ahd_fold_is_space((unsigned char)text.ptr[*at - 1]));
        if (!skip)
            break;
        *at = next;
    }
    if (*at >= text.len)
        return false;
    size_t start = *at;
    *out = (ahd_word){0};
    take_word(text, at, out);
    out->at = (ahd_span){(uint32_t)start, (uint32_t)(*at - start)};
    return true;
}
