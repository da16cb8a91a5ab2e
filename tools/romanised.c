#include "romanised.h"

#include "base/utf8.h"

#include <string.h>

typedef struct letter {
    const char *latin, *arabic;
    bool special; /* only this system writes it so */
} letter;

/* The longest first. */
static const letter letters[] = {
    {"īy", "ي", true},  {"ūw", "و", true},  {"kh", "خ", false},
    {"gh", "غ", false}, {"sh", "ش", false}, {"th", "ث", false},
    {"dh", "ذ", false}, {"z̧", "ظ", true},   {"ş", "ص", true},
    {"ḑ", "ض", true},   {"ţ", "ط", true},   {"ḩ", "ح", true},
    {"ẕ", "ظ", true},   {"‘", "ع", true},   {"’", "ء", true},
    {"ā", "ا", true},   {"ī", "ي", true},   {"ū", "و", true},
    {"á", "ى", true},   {"b", "ب", false},  {"t", "ت", false},
    {"j", "ج", false},  {"g", "ج", false},  {"d", "د", false},
    {"r", "ر", false},  {"z", "ز", false},  {"s", "س", false},
    {"f", "ف", false},  {"q", "ق", false},  {"k", "ك", false},
    {"l", "ل", false},  {"m", "م", false},  {"n", "ن", false},
    {"h", "ه", false},  {"w", "و", false},  {"y", "ي", false},
    {"a", "", false},   {"i", "", false},   {"u", "", false},
};

/* How a word begins that begins with a vowel. */
static const letter openings[] = {
    {"ā", "آ", false}, {"ī", "إي", false}, {"ū", "أو", false},
    {"a", "أ", false}, {"i", "إ", false},  {"u", "أ", false},
};

static const char *const articles[] = {"al", "an",  "ar", "as",  "ash",
                                       "ad", "adh", "at", "ath", "az",
                                       "aş", "aḑ",  "aţ", "az̧",  NULL};

static const letter *find(const letter *list, size_t count, ahd_str s)
{
    for (size_t i = 0; i < count; i++)
        if (ahd_str_starts(s, ahd_str_from(list[i].latin)))
            return &list[i];
    return NULL;
}

#define FIND(list, s) find((list), sizeof(list) / sizeof *(list), (s))

static ahd_str after(ahd_str s, size_t bytes)
{
    return (ahd_str){s.ptr + bytes, s.len - bytes};
}

/* Letters that are written twice are said twice and written once in Arabic. */
static bool add_letters(ahd_str word, ahd_buf *out, bool *special)
{
    const letter *opening = FIND(openings, word), *before = NULL;

    if (opening) {
        ahd_buf_add(out, ahd_str_from(opening->arabic));
        word = after(word, strlen(opening->latin));
    }
    while (word.len > 0) {
        if (ahd_str_eq(word, AHD_STR("ah"))) {
            ahd_buf_add(out, AHD_STR("ة"));
            return true;
        }
        const letter *l = FIND(letters, word);
        if (l == NULL)
            return false;
        *special = *special || l->special;
        if (l != before)
            ahd_buf_add(out, ahd_str_from(l->arabic));
        before = l->arabic[0] ? l : NULL;
        word = after(word, strlen(l->latin));
        if (word.len == 0 && ahd_str_eq(ahd_str_from(l->latin), AHD_STR("a")))
            ahd_buf_add(out, AHD_STR("ا"));
    }
    return true;
}

static bool is_article(ahd_str word)
{
    for (const char *const *a = articles; *a; a++)
        if (ahd_str_eq(word, ahd_str_from(*a)))
            return true;
    return false;
}

bool romanised_to_arabic(ahd_str name, ahd_buf *out)
{
    bool special = false, joined = true;

    while (name.len > 0) {
        ahd_str word = ahd_str_cut(&name, ' ');
        if (!joined)
            ahd_buf_add(out, AHD_STR(" "));
        joined = name.len > 0 && is_article(word);
        if (joined)
            ahd_buf_add(out, AHD_STR("ال"));
        else if (!add_letters(word, out, &special))
            return false;
    }
    return special;
}
