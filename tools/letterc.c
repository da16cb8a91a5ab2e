/* letterc.c - the table of characters of src/lang/letter.h, as C:
 *
 *     letterc > letters.inc
 *
 * Most of it is what ICU knows of a character; what differs stands in the rows
 * below. Characters younger than Unicode 15 are symbols, so that the table is
 * the same with every ICU that is new enough. */
#include "base/utf8.h"
#include "lang/letter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

enum { CODE_POINTS = 0x110000, YOUNGEST = 15, UNITS = 32 };

static ahd_letter rows[CODE_POINTS];
static const UNormalizer2 *nfkc, *nfc;

typedef struct range {
    uint32_t from, to;
} range;

#define IN(ranges, c) in((ranges), sizeof(ranges) / sizeof *(ranges), (c))

static bool in(const range *ranges, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].from && c <= ranges[i].to)
            return true;
    return false;
}

/* ----------------------------------------------------- what differs, as rows
 */

/* Marks without which a word is the same word: vowels and Quranic signs,
 * tatweel, Hebrew points, combining accents. (In other scripts a mark is part
 * of the spelling.) */
static const range marks[] = {
    {0x300, 0x36F},   {0x591, 0x5BD},   {0x5BF, 0x5BF},   {0x5C1, 0x5C2},
    {0x5C4, 0x5C5},   {0x5C7, 0x5C7},   {0x610, 0x61A},   {0x640, 0x640},
    {0x64B, 0x65F},   {0x670, 0x670},   {0x6D6, 0x6ED},   {0x8CA, 0x8FF},
    {0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
};

/* Seen by nobody, though the database says otherwise. */
static const range unseen[] = {
    {0x34F, 0x34F},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F},
    {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
};

/* Signs before a number, which the database calls invisible. */
static const range seen[] = {
    {0x600, 0x605},
    {0x70F, 0x70F},
    {0x8E2, 0x8E2},
};

static const range spaces[] = {
    {0x9, 0xD},       {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
    {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
    {0x205F, 0x205F}, {0x3000, 0x3000},
};

static const struct {
    uint32_t letter;
    uint8_t kind;
} kinds[] = {
    {'.', AHD_LETTER_STOP},         {'!', AHD_LETTER_STOP},
    {'?', AHD_LETTER_STOP},         {0x589, AHD_LETTER_STOP},
    {0x61F, AHD_LETTER_STOP},       {0x6D4, AHD_LETTER_STOP},
    {0x964, AHD_LETTER_STOP},       {0x1362, AHD_LETTER_STOP},
    {0x2026, AHD_LETTER_STOP},      {0x203C, AHD_LETTER_STOP},
    {0x2047, AHD_LETTER_STOP},      {0x2048, AHD_LETTER_STOP},
    {0x2049, AHD_LETTER_STOP},      {0x3002, AHD_LETTER_STOP},
    {0xFF01, AHD_LETTER_STOP},      {0xFF0E, AHD_LETTER_STOP},
    {0xFF1F, AHD_LETTER_STOP},      {0xFF61, AHD_LETTER_STOP},
    {0xAB, AHD_LETTER_OPENING},     {0xBB, AHD_LETTER_CLOSING},
    {0x201C, AHD_LETTER_OPENING},   {0x201D, AHD_LETTER_CLOSING},
    {0x201E, AHD_LETTER_OPENING},   {0x201F, AHD_LETTER_OPENING},
    {0x300A, AHD_LETTER_OPENING},   {0x300B, AHD_LETTER_CLOSING},
    {0x300C, AHD_LETTER_OPENING},   {0x300D, AHD_LETTER_CLOSING},
    {0x300E, AHD_LETTER_OPENING},   {0x300F, AHD_LETTER_CLOSING},
    {'"', AHD_LETTER_STRAIGHT},     {0xFF02, AHD_LETTER_STRAIGHT},
    {0x2018, AHD_LETTER_OPEN_ONE},  {0x201A, AHD_LETTER_OPEN_ONE},
    {0x201B, AHD_LETTER_OPEN_ONE},  {0x2039, AHD_LETTER_OPEN_ONE},
    {0x203A, AHD_LETTER_CLOSE_ONE}, {'\'', AHD_LETTER_APOSTROPHE},
    {'`', AHD_LETTER_APOSTROPHE},   {0x2019, AHD_LETTER_APOSTROPHE},
    {0x2BC, AHD_LETTER_APOSTROPHE}, {0xFF07, AHD_LETTER_APOSTROPHE},
    {'-', AHD_LETTER_HYPHEN},       {0x2010, AHD_LETTER_HYPHEN},
    {0x2011, AHD_LETTER_HYPHEN},
};

/* Written otherwise, the same; ICU does not know them alike. */
static const struct {
    uint32_t letter, clean;
} plain[] = {
    {0x66A, '%'},
    {0x66B, '.'},
    {0x66C, ','},
};

/* Of one sound or one name to the reader; see fold.h. */
static const struct {
    uint32_t letter, fold;
} folds[] = {
    /* alef */
    {0x622, 0x627},
    {0x623, 0x627},
    {0x625, 0x627},
    {0x671, 0x627},
    {0x672, 0x627},
    {0x673, 0x627},
    {0x675, 0x627},
    /* ya */
    {0x626, 0x64A},
    {0x649, 0x64A},
    {0x6CC, 0x64A},
    {0x6CD, 0x64A},
    {0x6CE, 0x64A},
    {0x6D0, 0x64A},
    {0x6D2, 0x64A},
    {0x6D3, 0x64A},
    /* ha */
    {0x629, 0x647},
    {0x6BE, 0x647},
    {0x6C0, 0x647},
    {0x6C1, 0x647},
    {0x6C2, 0x647},
    {0x6C3, 0x647},
    {0x6D5, 0x647},
    /* waw, kaf */
    {0x624, 0x648},
    {0x6A9, 0x643},
    {0x6AA, 0x643},
    {0x6AB, 0x643},
    /* what stands for hamza and ayn in Latin letters */
    {'`', '\''},
    {0x2018, '\''},
    {0x2019, '\''},
    {0x2BB, '\''},
    {0x2BC, '\''},
    {0x2BE, '\''},
    {0x2BF, '\''},
};

/* One character that the database does not take apart. */
static const struct {
    uint32_t letter;
    const char *text;
} whole[] = {
    {0xFDFD, "بسم الله الرحمن الرحيم"},
};

static const struct {
    UScriptCode code;
    uint8_t script;
} scripts[] = {
    {USCRIPT_ARABIC, AHD_SCRIPT_ARABIC},
    {USCRIPT_LATIN, AHD_SCRIPT_LATIN},
    {USCRIPT_HEBREW, AHD_SCRIPT_HEBREW},
    {USCRIPT_CYRILLIC, AHD_SCRIPT_CYRILLIC},
    {USCRIPT_GREEK, AHD_SCRIPT_GREEK},
    {USCRIPT_HAN, AHD_SCRIPT_HAN},
    {USCRIPT_HIRAGANA, AHD_SCRIPT_KANA},
    {USCRIPT_KATAKANA, AHD_SCRIPT_KANA},
    {USCRIPT_HANGUL, AHD_SCRIPT_HANGUL},
    {USCRIPT_DEVANAGARI, AHD_SCRIPT_DEVANAGARI},
    {USCRIPT_ARMENIAN, AHD_SCRIPT_ARMENIAN},
    {USCRIPT_GEORGIAN, AHD_SCRIPT_GEORGIAN},
    {USCRIPT_THAI, AHD_SCRIPT_THAI},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ------------------------------------------------------------ what it is */

static uint8_t kind_by_category(uint32_t c)
{
    uint32_t mask = U_GET_GC_MASK((UChar32)c);

    if (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK))
        return u_hasBinaryProperty((UChar32)c, UCHAR_ALPHABETIC) &&
                       uscript_hasScript((UChar32)c, USCRIPT_ARABIC)
                   ? AHD_LETTER_ARABIC
                   : AHD_LETTER_PLAIN;
    if (mask & U_GC_ND_MASK)
        return AHD_LETTER_DIGIT;
    if (mask & U_GC_PS_MASK)
        return AHD_LETTER_OPEN;
    if (mask & U_GC_PE_MASK)
        return AHD_LETTER_CLOSE;
    if (mask & U_GC_P_MASK)
        return AHD_LETTER_PUNCT;
    return mask & (U_GC_CC_MASK | U_GC_CF_MASK) ? AHD_LETTER_INVISIBLE
                                                : AHD_LETTER_SYMBOL;
}

static uint8_t kind_of(uint32_t c)
{
    UVersionInfo age;

    u_charAge((UChar32)c, age);
    if (IN(spaces, c))
        return AHD_LETTER_SPACE;
    if (IN(marks, c))
        return AHD_LETTER_MARK;
    if (IN(unseen, c))
        return AHD_LETTER_INVISIBLE;
    if (age[0] == 0 || age[0] > YOUNGEST || IN(seen, c))
        return AHD_LETTER_SYMBOL;
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (kinds[i].letter == c)
            return kinds[i].kind;
    return kind_by_category(c);
}

static uint8_t script_of(uint32_t c, uint8_t kind)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code = uscript_getScript((UChar32)c, &status);

    if (kind != AHD_LETTER_ARABIC && kind != AHD_LETTER_PLAIN)
        return AHD_SCRIPT_NONE;
    for (size_t i = 0; i < COUNT(scripts); i++)
        if (scripts[i].code == code)
            return scripts[i].script;
    return code == USCRIPT_COMMON || code == USCRIPT_INHERITED
               ? AHD_SCRIPT_NONE
               : AHD_SCRIPT_OTHER;
}

/* ------------------------------------------------------- how it is written */

/* Forms of letters that are one glyph with a code of its own: Arabic and Latin
 * ligatures, wide and mathematical letters. Not what only looks alike: ½, ㎞.
 */
static bool is_form(uint32_t c)
{
    static const range forms[] = {
        {0xFB00, 0xFB1C},   {0xFB1D, 0xFB4F}, {0xFB50, 0xFDFC},
        {0xFE70, 0xFEFC},   {0xFF01, 0xFF5E}, {0x1D400, 0x1D7FF},
        {0x1EE00, 0x1EEFF},
    };
    return IN(forms, c);
}

/* The plain spelling without what is dropped, as code points; -1 when it is the
 * character itself. */
static int spell(uint32_t c, UChar32 *out)
{
    UChar units[UNITS];
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = unorm2_getDecomposition(nfkc, (UChar32)c, units, UNITS,
                                          &status),
            count = 0;

    if (U_FAILURE(status) || len < 0)
        return -1;
    len = unorm2_normalize(nfc, units, len, units + UNITS / 2, UNITS / 2,
                           &status);
    if (U_FAILURE(status)) { /* a long one, of nothing that composes */
        status = U_ZERO_ERROR;
        len = unorm2_getDecomposition(nfkc, (UChar32)c, units, UNITS, &status);
    } else
        memmove(units, units + UNITS / 2, (size_t)len * sizeof *units);
    for (int32_t at = 0; at < len;) {
        UChar32 letter;
        U16_NEXT(units, at, len, letter);
        if (kind_of((uint32_t)letter) != AHD_LETTER_MARK)
            out[count++] = letter;
    }
    while (count > 0 && out[0] == ' ')
        memmove(out, out + 1, (size_t)--count * sizeof *out);
    return count;
}

static uint32_t clean_of(uint32_t c)
{
    UChar32 letters[UNITS];
    int32_t digit = u_charDigitValue((UChar32)c);

    for (size_t i = 0; i < COUNT(plain); i++)
        if (plain[i].letter == c)
            return plain[i].clean;
    if (rows[c].kind == AHD_LETTER_DIGIT && digit >= 0)
        return (uint32_t)digit + '0';
    return is_form(c) && spell(c, letters) == 1 ? (uint32_t)letters[0] : c;
}

static uint32_t fold_of(uint32_t clean)
{
    uint32_t small = (uint32_t)u_tolower((UChar32)clean);

    for (size_t i = 0; i < COUNT(folds); i++)
        if (folds[i].letter == clean)
            return folds[i].fold;
    return clean < 0x10000 && small < 0x10000 ? small : clean;
}

static void print_expansion(uint32_t c, const char *text)
{
    rows[c].flags |= AHD_LETTER_EXPANDS;
    printf("    {0x%X, \"%s\"},\n", c, text);
}

/* Also finds forms of marks, which are dropped: ﹱ, ﱞ. */
static void write_expansions(void)
{
    printf("static const expansion expansions[] = {\n");
    for (uint32_t c = 0; c < CODE_POINTS; c++) {
        UChar32 letters[UNITS];
        int count = is_form(c) && kind_of(c) != AHD_LETTER_SYMBOL
                        ? spell(c, letters)
                        : -1;
        char text[UNITS * 4 + 1];
        size_t len = 0;
        for (int i = 0; i < count; i++)
            len += ahd_utf8_write((uint32_t)letters[i], text + len);
        text[len] = '\0';
        if (count == 0)
            rows[c].kind = AHD_LETTER_MARK;
        else if (count > 1)
            print_expansion(c, text);
        for (size_t i = 0; i < COUNT(whole); i++)
            if (whole[i].letter == c)
                print_expansion(c, whole[i].text);
    }
    printf("};\n");
}

/* --------------------------------------------------------------- the rows */

static void fill(uint32_t c)
{
    ahd_letter *row = &rows[c];

    row->kind = kind_of(c);
    row->script = script_of(c, row->kind);
    uint32_t clean = clean_of(c), fold = fold_of(clean);
    row->clean = (uint16_t)(clean - c);
    row->fold = (uint16_t)(fold - c);
    if (u_hasBinaryProperty((UChar32)c, UCHAR_UPPERCASE))
        row->flags |= AHD_LETTER_CAPITAL;
}

static void finish(void)
{
    for (uint32_t c = 0; c < CODE_POINTS; c++)
        if (rows[c].kind == AHD_LETTER_MARK ||
            rows[c].kind == AHD_LETTER_INVISIBLE) {
            rows[c].flags |= AHD_LETTER_DROPPED;
            rows[c].clean = rows[c].fold = 0;
        }
}

static void print_page(const ahd_letter *page)
{
    for (int i = 0; i < AHD_LETTER_PAGE; i++)
        printf("    {%u, %u, %u, %u, %u, 0},\n", page[i].clean, page[i].fold,
               page[i].kind, page[i].script, page[i].flags);
}

static void write_rows(void)
{
    static uint16_t pages[AHD_LETTER_PAGES];
    static uint32_t firsts[AHD_LETTER_PAGES];
    uint16_t count = 0;

    printf("const ahd_letter ahd_letter_rows[] = {\n");
    for (uint32_t p = 0; p < AHD_LETTER_PAGES; p++) {
        const ahd_letter *page = rows + (size_t)p * AHD_LETTER_PAGE;
        uint16_t same = 0;
        while (same < count &&
               memcmp(page, rows + (size_t)firsts[same] * AHD_LETTER_PAGE,
                      AHD_LETTER_PAGE * sizeof *page) != 0)
            same++;
        if (same == count) {
            firsts[count++] = p;
            print_page(page);
        }
        pages[p] = same;
    }
    printf("};\nconst uint16_t ahd_letter_pages[AHD_LETTER_PAGES] = {");
    for (uint32_t p = 0; p < AHD_LETTER_PAGES; p++)
        printf("%s%u,", p % 16 ? " " : "\n    ", pages[p]);
    printf("\n};\n");
}

/* ----------------------------------------------------------- compositions */

typedef struct pair {
    UChar32 base, mark, letter;
} pair;

static int compare(const void *a, const void *b)
{
    const pair *x = a, *y = b;

    return x->base != y->base ? (x->base < y->base ? -1 : 1)
                              : (x->mark > y->mark) - (x->mark < y->mark);
}

static void write_compositions(void)
{
    static pair pairs[4000];
    size_t count = 0;

    for (UChar32 c = 0xC0; c < 0x2000; c++) {
        UErrorCode status = U_ZERO_ERROR;
        UChar units[UNITS];
        int32_t len = unorm2_getRawDecomposition(nfc, c, units, UNITS, &status);
        if (U_FAILURE(status) || len != 2 ||
            rows[units[1]].kind != AHD_LETTER_MARK ||
            unorm2_composePair(nfc, units[0], units[1]) != c)
            continue;
        rows[units[1]].flags |= AHD_LETTER_COMPOSES;
        pairs[count++] = (pair){units[0], units[1], c};
    }
    qsort(pairs, count, sizeof *pairs, compare);
    printf("static const composition compositions[] = {\n");
    for (size_t i = 0; i < count; i++)
        printf("    {0x%X, 0x%X, 0x%X},\n", (unsigned)pairs[i].base,
               (unsigned)pairs[i].mark, (unsigned)pairs[i].letter);
    printf("};\n");
}

int main(void)
{
    UErrorCode status = U_ZERO_ERROR;

    nfkc = unorm2_getNFKCInstance(&status);
    nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) {
        fprintf(stderr, "letterc: %s\n", u_errorName(status));
        return 1;
    }
    for (uint32_t c = 0; c < CODE_POINTS; c++)
        fill(c);
    write_expansions();
    write_compositions();
    finish();
    write_rows();
    return ferror(stdout) != 0;
}
