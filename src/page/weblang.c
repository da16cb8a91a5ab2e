#include "weblang.h"

#include "base/utf8.h"

enum {
    LETTERS = 4000, /* looked at */
    A_TEXT = 1000,  /* bytes that no English is written in without "the" */
};

typedef enum script {
    SCRIPT_NONE,
    SCRIPT_ARABIC,
    SCRIPT_LATIN,
    SCRIPT_OTHER,
} script;

/* What letters a text is written in. */
typedef struct census {
    uint32_t arabic, latin, other;
    uint32_t accents; /* letters of Latin beyond ASCII */
    uint32_t persian; /* of Arabic, those that Arabic does not use */
} census;

/* Languages in Arabic letters; all others are in another script. */
static const char *const arabic[] = {"ar", "fa",  "ur", "ps",  "ug",
                                     "ku", "ckb", "sd", "prs", "pnb"};

/* Languages in neither Latin nor Arabic letters. */
static const char *const others[] = {
    "am", "be", "bg", "bn", "el", "gu", "he", "hi", "hy", "iw", "ja",
    "ka", "kk", "km", "kn", "ko", "ky", "lo", "mk", "ml", "mn", "mr",
    "my", "ne", "pa", "ru", "si", "ta", "te", "th", "ti", "uk", "zh",
};

static void count_letter(census *n, uint32_t c)
{
    if (c < 0x80)
        n->latin += (c | 32) >= 'a' && (c | 32) <= 'z';
    else if ((c >= 0x620 && c < 0x700) || (c >= 0xFB50 && c < 0xFF00)) {
        n->arabic++;
        n->persian += c == 0x6CC || c == 0x6A9 || c == 0x6AF || c == 0x67E ||
                      c == 0x686 || c == 0x6D2 || c == 0x6C1;
    } else if (c >= 0xC0 && c < 0x250)
        n->accents++;
    else
        n->other += (c >= 0x250 && c < 0x600) || (c >= 0x700 && c < 0x2000) ||
                    (c >= 0x3040 && c < 0xFB00);
}

static census count(ahd_str text)
{
    census n = {0};

    for (size_t at = 0;
         at < text.len && n.arabic + n.latin + n.other + n.accents < LETTERS;)
        count_letter(&n, ahd_utf8_next(text, &at));
    return n;
}

static script script_of(const census *n)
{
    if (n->arabic + n->latin + n->other + n->accents == 0)
        return SCRIPT_NONE;
    if (n->arabic > n->latin && n->arabic > n->other)
        return SCRIPT_ARABIC;
    return n->other > n->latin ? SCRIPT_OTHER : SCRIPT_LATIN;
}

static bool is_in(ahd_str code, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ahd_str_is(code, list[i]))
            return true;
    return false;
}

static script script_of_code(ahd_str code)
{
    if (is_in(code, arabic, sizeof arabic / sizeof *arabic))
        return SCRIPT_ARABIC;
    return is_in(code, others, sizeof others / sizeof *others) ? SCRIPT_OTHER
                                                               : SCRIPT_LATIN;
}

/* The language of a tag, in small letters: "pt-BR" -> "pt", in the arena. */
static ahd_str code_of(ahd_arena *arena, ahd_str said)
{
    char code[3];
    size_t len = 0;

    for (; len < said.len; len++) {
        char c = (char)(said.ptr[len] | 32);
        if (c < 'a' || c > 'z')
            break;
        if (len == sizeof code)
            return AHD_STR("");
        code[len] = c;
    }
    bool ends = len == said.len || said.ptr[len] == '-' || said.ptr[len] == '_';
    return ends && len >= 2 ? ahd_arena_str(arena, (ahd_str){code, len})
                            : AHD_STR("");
}

static ahd_lang lang_of(script in, const census *n)
{
    if (in == SCRIPT_NONE)
        return AHD_LANG_UNKNOWN;
    if (in == SCRIPT_ARABIC)
        return n->persian * 20 > n->arabic ? AHD_LANG_OTHER : AHD_LANG_AR;
    /* French and German have an accent in every tenth word or so. */
    return in == SCRIPT_LATIN && n->latin > (n->other + n->accents) * 50
               ? AHD_LANG_EN
               : AHD_LANG_OTHER;
}

/* English has one of these in every few words, and no other language does. */
static bool reads_english(ahd_str text)
{
    static const char *const words[] = {" the ", " of ", " and "};
    ahd_str start = {text.ptr, text.len < LETTERS ? text.len : LETTERS};
    size_t n = 0;

    for (size_t at = 0; at < start.len; at++)
        for (size_t i = 0; i < 3 && start.ptr[at] == ' '; i++)
            n += ahd_str_starts((ahd_str){start.ptr + at, start.len - at},
                                ahd_str_from(words[i]));
    return n * 150 > start.len;
}

void ahd_weblang_find(ahd_doc *doc, ahd_str said)
{
    census n = count(doc->text);
    script in = script_of(&n);
    ahd_str code = code_of(doc->arena, said);
    bool english = ahd_str_eq(code, AHD_STR("en"));
    bool fits = code.len > 0 && script_of_code(code) == in;

    doc->lang = lang_of(in, &n);
    if (doc->lang == AHD_LANG_EN &&
        ((fits && !english) || doc->text.len >= A_TEXT) &&
        !reads_english(doc->text))
        doc->lang = AHD_LANG_OTHER; /* of few accents: Dutch, Malay */
    if (doc->lang == AHD_LANG_AR)
        doc->language = AHD_STR("ar");
    else if (doc->lang == AHD_LANG_EN)
        doc->language = AHD_STR("en");
    else if (fits && !english && !ahd_str_eq(code, AHD_STR("ar")))
        doc->language = code;
}
