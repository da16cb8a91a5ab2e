#include "guess.h"

#include "base/utf8.h"
#include "convert.h"

#include <string.h>
#include <unicode/ucsdet.h>

/* Costs are in quarters of a bit: 4 log2 of how seldom a letter is. */
enum {
    ARABIC = 0x0600,
    CYRILLIC = 0x0400,
    RARE = 60,        /* what is no letter of the script */
    SIGN = 36,        /* a quotation mark, a no-break space */
    CAPITAL = 12,     /* more than the small letter */
    DEARER = 4,       /* by so much another charset is the better one */
    LEAST_HIGH = 20,  /* bytes to doubt what a page says on */
    SAMPLE = 1 << 14, /* bytes for ICU */
    CONFIDENT = 50,   /* of 100, that characters have several bytes */
    WIDE_SAMPLE = 4096,
};

/* By U+0600 + n: ا is 0x27. From how often newspapers use them. */
static const uint8_t arabic_costs[256] = {
    [0x0C] = 27, [0x1B] = 51, [0x1F] = 49, [0x21] = 33, [0x22] = 40,
    [0x23] = 23, [0x24] = 38, [0x25] = 27, [0x26] = 32, [0x27] = 11,
    [0x28] = 20, [0x29] = 20, [0x2A] = 18, [0x2B] = 30, [0x2C] = 25,
    [0x2D] = 23, [0x2E] = 28, [0x2F] = 20, [0x30] = 30, [0x31] = 18,
    [0x32] = 29, [0x33] = 22, [0x34] = 27, [0x35] = 27, [0x36] = 29,
    [0x37] = 27, [0x38] = 34, [0x39] = 20, [0x3A] = 33, [0x40] = 45,
    [0x41] = 21, [0x42] = 22, [0x43] = 23, [0x44] = 13, [0x45] = 16,
    [0x46] = 17, [0x47] = 22, [0x48] = 17, [0x49] = 28, [0x4A] = 15,
    [0x4B] = 37, [0x4E] = 48, [0x4F] = 47, [0x50] = 52, [0x51] = 43,
    [0x52] = 56, [0x7E] = 30, [0x86] = 34, [0x98] = 40, [0xA9] = 26,
    [0xAF] = 28, [0xCC] = 24,
};

/* By U+0430 + n: а is 0. */
static const uint8_t cyrillic_costs[32] = {
    15, 24, 18, 24, 20, 14, 27, 24, 15, 25, 19, 18, 20, 16, 13, 21,
    18, 17, 16, 21, 34, 27, 31, 24, 28, 32, 45, 23, 23, 33, 29, 23,
};

/* `most`: on average a text of the script costs about 18. Greek and Hebrew read
 * as windows-1251 cost 22. */
static const struct {
    const char *name;
    uint32_t script, most;
} scripts[] = {
    {"windows-1256", ARABIC, 26},   {"iso-8859-6", ARABIC, 26},
    {"windows-1251", CYRILLIC, 20}, {"koi8-r", CYRILLIC, 20},
    {"iso-8859-5", CYRILLIC, 20},   {"ibm866", CYRILLIC, 20},
};

static bool is_letter(char c)
{
    return (char)(c | 0x20) >= 'a' && (char)(c | 0x20) <= 'z';
}

/* --------------------------------------------------------------- counting */

static bool is_lead(unsigned byte)
{
    return byte >= 0xC2 && byte <= 0xF4;
}

/* A lead byte that is not broken begins a sequence. */
static void count_sequences(ahd_guess *g)
{
    size_t broken_leads = 0;

    for (size_t at = ahd_utf8_broken(g->page, 0); at < g->page.len;
         at = ahd_utf8_broken(g->page, at + 1)) {
        g->broken++;
        broken_leads += is_lead((unsigned char)g->page.ptr[at]);
    }
    for (unsigned byte = 0x80; byte < 0x100; byte++)
        g->sequences += is_lead(byte) ? g->counts[byte - 0x80] : 0;
    g->sequences -= broken_leads;
}

void ahd_guess_init(ahd_guess *guess, ahd_str page)
{
    *guess = (ahd_guess){.page = page};
    for (size_t i = 0; i < page.len; i++) {
        unsigned char byte = (unsigned char)page.ptr[i];
        if (byte < 0x80)
            continue;
        guess->high++;
        guess->counts[byte - 0x80]++;
        guess->beside += (i > 0 && is_letter(page.ptr[i - 1])) ||
                         (i + 1 < page.len && is_letter(page.ptr[i + 1]));
    }
    count_sequences(guess);
}

bool ahd_guess_is_utf8(const ahd_guess *guess)
{
    return guess->sequences >= 4 * guess->broken;
}

/* Of the units of Latin and Arabic text the upper byte is 0 or 6. */
const ahd_encoding *ahd_guess_wide(ahd_str page)
{
    size_t units = (page.len < WIDE_SAMPLE ? page.len : WIDE_SAMPLE) / 2;
    size_t upper[2] = {0, 0}, nuls = 0;

    for (size_t i = 0; i < units * 2; i++) {
        upper[i % 2] += page.ptr[i] == 0 || page.ptr[i] == 6;
        nuls += page.ptr[i] == 0;
    }
    if (nuls * 20 < units)
        return NULL;
    if (upper[1] * 10 >= units * 9 && upper[0] * 10 < units * 4)
        return ahd_encoding_get("utf-16le");
    if (upper[0] * 10 >= units * 9 && upper[1] * 10 < units * 4)
        return ahd_encoding_get("utf-16be");
    return NULL;
}

/* ------------------------------------------------------------ one byte each */

static uint32_t cost_of(uint32_t c, uint32_t script)
{
    uint32_t cost = 0;

    if (c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2013 && c <= 0x201D))
        return SIGN;
    if (script == ARABIC && c >= 0x0600 && c <= 0x06FF)
        cost = arabic_costs[c - 0x0600];
    else if (script == CYRILLIC && c >= 0x0430 && c <= 0x044F)
        cost = cyrillic_costs[c - 0x0430];
    else if (script == CYRILLIC && c >= 0x0410 && c <= 0x042F)
        cost = cyrillic_costs[c - 0x0410] + CAPITAL;
    return cost ? cost : RARE;
}

/* What a high byte costs on average, were it text of the script. */
static size_t price(const ahd_guess *g, size_t row)
{
    uint32_t table[256];
    uint64_t sum = 0;

    ahd_convert_table(ahd_encoding_get(scripts[row].name), table);
    for (size_t i = 0; i < 128; i++)
        sum += (uint64_t)g->counts[i] *
               cost_of(table[i + 128], scripts[row].script);
    return (size_t)(sum / (g->high ? g->high : 1));
}

/* The cheapest of the scripts; NULL when none can be afforded, or the bytes
 * are letters of Latin words: café. */
static const ahd_encoding *cheapest(const ahd_guess *g, size_t *cost)
{
    const char *best = NULL;

    *cost = SIZE_MAX;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        size_t one = price(g, i);
        if (one <= scripts[i].most && one < *cost) {
            *cost = one;
            best = scripts[i].name;
        }
    }
    bool latin = g->beside * 3 >= g->high;
    return best && !latin ? ahd_encoding_get(best) : NULL;
}

/* ------------------------------------------------------------- several bytes
 */

static const ahd_encoding *first_match(UCharsetDetector *detector)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &error);

    for (int32_t i = 0; U_SUCCESS(error) && i < count; i++) {
        const ahd_encoding *e =
            ahd_encoding_find(ahd_str_from(ucsdet_getName(matches[i], &error)));
        int32_t confidence = ucsdet_getConfidence(matches[i], &error);
        if (U_FAILURE(error) || e == NULL || e->converter == NULL ||
            e->kind == AHD_ENCODING_STATES) /* has nothing above 0x7F */
            continue;
        if (e->kind == AHD_ENCODING_BYTES || confidence >= CONFIDENT)
            return e;
    }
    return NULL;
}

static const ahd_encoding *ask_icu(const ahd_guess *g)
{
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&error);
    const ahd_encoding *found = NULL;
    size_t at = 0;

    while (at < g->page.len && (unsigned char)g->page.ptr[at] < 0x80)
        at++;
    at -= at % 2 && at > 0; /* nothing before it matters */
    size_t len = g->page.len - at < SAMPLE ? g->page.len - at : SAMPLE;
    ucsdet_setText(detector, g->page.ptr + at, (int32_t)len, &error);
    ucsdet_enableInputFilter(detector, true);
    if (U_SUCCESS(error))
        found = first_match(detector);
    ucsdet_close(detector);
    return found;
}

const ahd_encoding *ahd_guess_encoding(const ahd_guess *guess)
{
    size_t cost;

    if (ahd_guess_is_utf8(guess))
        return ahd_encoding_get("utf-8");
    const ahd_encoding *found = cheapest(guess, &cost);
    if (found == NULL)
        found = ask_icu(guess);
    return found ? found : ahd_encoding_get("windows-1252");
}

/* ---------------------------------------------------------------- believing */

/* Bytes that the charset leaves open, or has for controls. */
static size_t holes(const ahd_guess *g, const ahd_encoding *encoding)
{
    uint32_t table[256];
    size_t n = 0;

    ahd_convert_table(encoding, table);
    for (size_t i = 0; i < 128; i++)
        if (table[i + 128] == 0xFFFD ||
            (table[i + 128] >= 0x80 && table[i + 128] < 0xA0))
            n += g->counts[i];
    return n;
}

static size_t own_price(const ahd_guess *g, const ahd_encoding *encoding)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (strcmp(scripts[i].name, encoding->name) == 0)
            return price(g, i);
    return strcmp(encoding->name, "windows-1252") == 0 ? RARE : 0;
}

static bool allows_bytes(const ahd_guess *g, const ahd_encoding *encoding)
{
    size_t cost;

    if (holes(g, encoding) * 50 > g->high + 100)
        return false;
    if (g->high < LEAST_HIGH)
        return true;
    const ahd_encoding *best = cheapest(g, &cost);
    return best == NULL || best == encoding ||
           own_price(g, encoding) < cost + DEARER;
}

/* A cut character or two do not deny it, unless the page reads as a script. */
static bool allows_many(const ahd_guess *g, const ahd_encoding *encoding)
{
    ahd_convert_doubt doubt = ahd_convert_try(encoding, g->page);
    size_t cost;

    if (doubt.broken == 0)
        return true;
    if (doubt.broken * 20 > doubt.high + 40)
        return false;
    return g->high < LEAST_HIGH || cheapest(g, &cost) == NULL;
}

bool ahd_guess_allows(const ahd_guess *guess, const ahd_encoding *encoding)
{
    if (encoding->kind == AHD_ENCODING_UTF8)
        return ahd_guess_is_utf8(guess);
    if (encoding->converter == NULL) /* UTF-16 is known by its NULs */
        return false;
    if (encoding->kind == AHD_ENCODING_BYTES)
        return allows_bytes(guess, encoding);
    return allows_many(guess, encoding);
}
