#include "text/writing.h"

#include "base/utf8.h"

#include <string.h>

enum {
    LONGEST = 64, /* bytes of a word that is looked up */
    SURE = 24,    /* points: two words that no other language has */
    AHEAD = 12,   /* of the second */
    A_HABIT = 10, /* one of so many is no slip */
    A_LETTER = 3, /* a letter tells less than a word */
};

/* Letters that most languages of a script have are not looked up. */
static bool is_telling(uint32_t c)
{
    return c >= 0x80 && (c < 0x621 || c > 0x64A || c == 0x623 || c == 0x625 ||
                         c == 0x629 || c == 0x649);
}

static void give(const ahd_ident_row *row, uint32_t weight,
                 ahd_writing_tally *tally)
{
    for (uint32_t bits = row->languages, i = 0; bits; bits >>= 1, i++)
        if (bits & 1)
            tally->points[i] += weight;
}

static void count_word(const ahd_ident_table *table, ahd_str word,
                       ahd_writing_tally *tally)
{
    uint32_t hash = AHD_IDENT_WORD;

    for (size_t at = 0; at < word.len;) {
        uint32_t c = ahd_utf8_next(word, &at);
        const ahd_letter *l = ahd_letter_of(c);
        uint32_t letter = ahd_ident_spell(l, c);
        if (letter == 0)
            continue;
        tally->letters[l->script]++;
        hash = ahd_ident_step(hash, letter);
        tally->persian_keys += c == 0x6CC || c == 0x6A9;
        if (is_telling(c)) {
            const ahd_ident_row *row =
                ahd_ident_find(table, ahd_ident_step(AHD_IDENT_LETTER, letter));
            give(row, (row->weight + A_LETTER - 1) / A_LETTER, tally);
        }
    }
    const ahd_ident_row *row = ahd_ident_find(table, hash);
    if (word.len > LONGEST || row->hash == 0)
        return;
    give(row, row->weight, tally);
    for (uint32_t i = 0; i < AHD_IDENT_SIGNS; i++)
        tally->signs[i] += row->signs >> i & 1;
}

static void count_mark(ahd_str mark, ahd_writing_tally *tally)
{
    static const char *const arabic[] = {"،", "؛", "؟"};

    if (mark.len == 1)
        tally->latin_marks +=
            *mark.ptr == ',' || *mark.ptr == ';' || *mark.ptr == '?';
    else
        for (size_t i = 0; i < sizeof arabic / sizeof *arabic; i++)
            tally->arabic_marks += ahd_str_is(mark, arabic[i]);
}

void ahd_writing_count(const ahd_ident_table *table, ahd_str text,
                       const ahd_word *word, ahd_writing_tally *tally)
{
    ahd_str at = ahd_str_span(text, word->at);
    size_t start = 0;

    if (word->link)
        return;
    if (word->kind == AHD_WORD_LETTERS)
        count_word(table, at, tally);
    else if (word->kind == AHD_WORD_PUNCT)
        count_mark(at, tally);
    else {
        uint32_t digit = ahd_utf8_next(at, &start);
        tally->ascii += digit < 0x80;
        tally->indic += digit >= 0x660 && digit <= 0x669;
        tally->persian += digit >= 0x6F0 && digit <= 0x6F9;
    }
}

void ahd_writing_add(ahd_writing_tally *sum, const ahd_writing_tally *tally)
{
    for (int i = 0; i < AHD_SCRIPTS; i++)
        sum->letters[i] += tally->letters[i];
    for (int i = 0; i < AHD_IDENT_LANGUAGES; i++)
        sum->points[i] += tally->points[i];
    for (int i = 0; i < AHD_IDENT_SIGNS; i++)
        sum->signs[i] += tally->signs[i];
    sum->persian_keys += tally->persian_keys;
    sum->ascii += tally->ascii;
    sum->indic += tally->indic;
    sum->persian += tally->persian;
    sum->latin_marks += tally->latin_marks;
    sum->arabic_marks += tally->arabic_marks;
}

/* ---------------------------------------------------------------- language */

static bool is_code(const ahd_ident_table *table, uint32_t i, ahd_str code)
{
    return code.len > 0 && code.len <= AHD_IDENT_CODE &&
           memcmp(table->language[i].code, code.ptr, code.len) == 0 &&
           (code.len == AHD_IDENT_CODE || !table->language[i].code[code.len]);
}

static uint8_t script_of(const ahd_writing_tally *tally)
{
    const uint32_t *letters = tally->letters;
    int best = AHD_SCRIPT_NONE;

    for (int i = 1; i < AHD_SCRIPTS; i++)
        if (letters[i] > (best ? letters[best] : 0))
            best = i;
    /* Japanese is written in both. */
    if (best == AHD_SCRIPT_HAN && letters[AHD_SCRIPT_KANA] * 8 > letters[best])
        best = AHD_SCRIPT_KANA;
    return (uint8_t)best;
}

static uint8_t lang_of(const char *code)
{
    if (memcmp(code, "ar", 3) == 0)
        return AHD_LANG_AR;
    if (memcmp(code, "en", 3) == 0)
        return AHD_LANG_EN;
    return code[0] ? AHD_LANG_OTHER : AHD_LANG_UNKNOWN;
}

static void decide_language(const ahd_ident_table *table,
                            const ahd_writing_tally *tally, ahd_str said,
                            ahd_writing *out)
{
    uint32_t best = AHD_NONE, most = 0, second = 0, candidates = 0;

    for (uint32_t i = 0; i < table->languages; i++) {
        if (!(table->language[i].scripts >> out->script & 1))
            continue;
        uint32_t points =
            tally->points[i] + (is_code(table, i, said) ? AHEAD : 0);
        candidates++;
        if (points > most || best == AHD_NONE) {
            second = most;
            most = points;
            best = i;
        } else if (points > second)
            second = points;
    }
    for (uint32_t i = 0; most == 0 && i < table->languages; i++)
        if (table->language[i].defaults >> out->script & 1)
            best = i;
    if (best == AHD_NONE)
        return;
    bool taken = table->language[best].defaults >> out->script & 1;
    if (most == second && candidates > 1 && !(most == 0 && taken))
        return;
    memcpy(out->code, table->language[best].code, AHD_IDENT_CODE);
    out->lang = lang_of(out->code);
    out->sure = candidates == 1 || (most >= SURE && most - second >= AHEAD);
}

/* ------------------------------------------------------------------ typing */

static uint16_t habits(const ahd_writing_tally *tally)
{
    static const uint16_t typing[] = {
        AHD_TYPING_DOTLESS_YA,
        AHD_TYPING_DOTTED_ALEF,
        AHD_TYPING_HA,
        AHD_TYPING_NO_HAMZA,
    };
    uint16_t found = 0;

    for (size_t i = 0; i < sizeof typing / sizeof *typing; i++) {
        uint32_t with = tally->signs[2 * i], without = tally->signs[2 * i + 1];
        if (with * A_HABIT <= without)
            continue;
        found |= typing[i];
        if (without * A_HABIT > with)
            found |= AHD_TYPING_MIXED;
    }
    return found;
}

static uint16_t typing_of(const ahd_writing_tally *tally, uint8_t lang)
{
    uint16_t found = lang == AHD_LANG_AR ? habits(tally) : 0;
    uint32_t letters = tally->letters[AHD_SCRIPT_ARABIC];

    if (lang == AHD_LANG_AR && tally->persian_keys * 100 > letters)
        found |= AHD_TYPING_PERSIAN_KEYS;
    if (tally->ascii * A_HABIT > tally->indic + tally->persian)
        found |= AHD_TYPING_ASCII_DIGITS;
    if (tally->indic * A_HABIT > tally->ascii + tally->persian)
        found |= AHD_TYPING_INDIC_DIGITS;
    if (tally->persian * A_HABIT > tally->ascii + tally->indic)
        found |= AHD_TYPING_PERSIAN_DIGITS;
    if (letters > tally->letters[AHD_SCRIPT_LATIN] &&
        tally->latin_marks * A_HABIT > tally->arabic_marks)
        found |= AHD_TYPING_LATIN_MARKS;
    return found;
}

ahd_writing ahd_writing_decide(const ahd_ident_table *table,
                               const ahd_writing_tally *tally, ahd_str said)
{
    ahd_writing out = {.script = script_of(tally)};
    uint64_t all = 0;

    for (int i = 1; i < AHD_SCRIPTS; i++)
        all += tally->letters[i];
    if (all > 0) {
        out.arabic =
            (uint8_t)(tally->letters[AHD_SCRIPT_ARABIC] * 100ull / all);
        out.latin = (uint8_t)(tally->letters[AHD_SCRIPT_LATIN] * 100ull / all);
        decide_language(table, tally, said, &out);
    }
    out.typing = typing_of(tally, out.lang);
    return out;
}

void ahd_writing_settle(const ahd_writing *document, ahd_writing *paragraph)
{
    if (paragraph->sure || paragraph->script != document->script ||
        !document->code[0])
        return;
    memcpy(paragraph->code, document->code, sizeof document->code);
    paragraph->lang = document->lang;
}
