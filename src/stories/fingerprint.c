#include "stories/fingerprint.h"

#include "stories/hallmark.h"
#include "stories/shingle.h"
#include "stories/sorted.h"

enum { MOST_SCALE = 16 };

/* ---------------------------------------------------------------- making */

/* Does the token say something by itself? */
static bool is_content(const ahd_doc *doc, const ahd_token *t)
{
    static const bool open[AHD_POS_COUNT] = {
        [AHD_POS_X] = true,   [AHD_POS_NOUN] = true, [AHD_POS_PROPN] = true,
        [AHD_POS_ADJ] = true, [AHD_POS_VERB] = true, [AHD_POS_ADV] = true,
        [AHD_POS_NUM] = true};

    if (t->kind == AHD_TOKEN_PUNCT)
        return false;
    if (t->kind == AHD_TOKEN_NUMBER || t->segment == AHD_NONE)
        return true;
    return open[doc->segments.items[t->segment + t->host].pos];
}

/* A content word, and what it is part of: 0 for nothing. */
typedef struct word {
    uint64_t key;
    uint32_t name;
} word;

/* Where the layers of names have been read up to. */
typedef struct names {
    uint32_t agreement, mention, time;
} names;

#define AGREEMENTS (1u << 30)
#define MENTIONS (2u << 30)
#define TIMES (3u << 30)

/* The agreement, actor, place or time whose words a token is among. */
static uint32_t name_at(const ahd_doc *doc, uint32_t token, names *at)
{
#define PAST(layer, i)                                                         \
    while ((i) < doc->layer.count && doc->layer.items[i].end <= token)         \
    (i)++
#define INSIDE(layer, i)                                                       \
    ((i) < doc->layer.count && doc->layer.items[i].first <= token)
    PAST(agreements, at->agreement);
    PAST(mentions, at->mention);
    PAST(times, at->time);
    if (INSIDE(agreements, at->agreement))
        return AGREEMENTS + at->agreement;
    if (INSIDE(mentions, at->mention))
        return MENTIONS + at->mention;
    return INSIDE(times, at->time) ? TIMES + at->time : 0;
#undef PAST
#undef INSIDE
}

/* The content words of the title, or of the body. */
static uint32_t take_words(const ahd_doc *doc, bool title, word *words)
{
    names at = {0};
    uint32_t count = 0;

    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        uint32_t name = name_at(doc, i, &at);
        if ((t->at.start < doc->title_len) == title && is_content(doc, t))
            words[count++] = (word){ahd_shingle_word(t->form), name};
    }
    return count;
}

/* Keeps what the scale keeps, at the least scale at which that is few enough.
 */
static void thin(ahd_hashes *list, unsigned kinds, uint32_t most)
{
    while (list->count > most && list->scale < MOST_SCALE) {
        uint32_t kept = 0;
        list->scale++;
        for (uint32_t i = 0; i < list->count; i++)
            if (ahd_fingerprint_keeps(list->items[i], kinds, list->scale))
                list->items[kept++] = list->items[i];
        list->count = kept;
    }
    if (list->count > most)
        list->count = most;
}

/* A name and its titles are the same wherever they are told. */
static bool is_one_name(const word *words)
{
    return words[0].name != 0 &&
           words[0].name == words[AHD_SHINGLE_WORDS - 1].name;
}

static void put_grams(const word *words, uint32_t count, ahd_arena *arena,
                      ahd_hashes *out)
{
    out->items = ahd_new(arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i + AHD_SHINGLE_WORDS <= count; i++) {
        uint64_t keys[AHD_SHINGLE_WORDS];
        if (is_one_name(words + i))
            continue;
        for (uint32_t k = 0; k < AHD_SHINGLE_WORDS; k++)
            keys[k] = words[i + k].key;
        out->items[out->count++] = (uint32_t)(ahd_shingle_row(keys) >> 32);
    }
    out->count = ahd_sorted_unique(out->items, out->count);
    thin(out, 0, AHD_FINGERPRINT_GRAMS);
}

static void put_traits(const ahd_kb *kb, const ahd_doc *doc, ahd_arena *arena,
                       ahd_hashes *out)
{
    ahd_hallmarks traits = {0};

    ahd_hallmark_list(kb, doc, arena, &traits);
    out->items = traits.items;
    out->count = ahd_sorted_unique(traits.items, traits.count);
    thin(out, AHD_HALLMARK_BITS, AHD_FINGERPRINT_TRAITS);
}

void ahd_fingerprint_make(const ahd_kb *kb, const ahd_doc *doc,
                          ahd_arena *arena, ahd_fingerprint *out)
{
    word *words = ahd_new(arena, word, (size_t)doc->tokens.count + 1);

    *out = (ahd_fingerprint){.lang = (uint8_t)doc->lang};
    out->words = take_words(doc, false, words);
    if (out->words == 0)
        out->words = take_words(doc, true, words);
    for (uint32_t i = 0; i < out->words; i++)
        out->whole = ahd_shingle_mix(out->whole * 3 + words[i].key);
    put_grams(words, out->words, arena, &out->grams);
    put_traits(kb, doc, arena, &out->traits);
    ahd_credit_line_read(kb, doc, arena, &out->credits);
}

/* --------------------------------------------------------------- keeping */

static void write_number(ahd_buf *out, uint64_t n, int bytes)
{
    for (int i = 0; i < bytes; i++)
        ahd_buf_byte(out, (char)(n >> 8 * i & 0xFF));
}

static void write_hashes(ahd_buf *out, const ahd_hashes *list)
{
    write_number(out, list->scale, 1);
    write_number(out, list->count, 2);
    for (uint32_t i = 0; i < list->count; i++)
        write_number(out, list->items[i], 4);
}

static void write_name(ahd_buf *out, ahd_str name)
{
    size_t len = name.len < 255 ? name.len : 0;

    write_number(out, len, 1);
    ahd_buf_add(out, (ahd_str){name.ptr, len});
}

void ahd_fingerprint_write(const ahd_fingerprint *print, ahd_buf *out)
{
    write_number(out, AHD_FINGERPRINT_VERSION, 1);
    write_number(out, print->lang, 1);
    write_number(out, print->words, 4);
    write_number(out, print->whole, 8);
    write_hashes(out, &print->grams);
    write_hashes(out, &print->traits);
    write_name(out, print->credits.outlet);
    write_number(out, print->credits.count, 1);
    for (uint32_t i = 0; i < print->credits.count; i++) {
        write_number(out, print->credits.items[i].whole, 1);
        write_name(out, print->credits.items[i].agency);
    }
}

/* --------------------------------------------------------------- reading */

typedef struct cursor {
    ahd_str bytes;
    size_t at;
    bool damaged;
} cursor;

static uint64_t read_number(cursor *c, size_t bytes)
{
    uint64_t n = 0;

    if (bytes > c->bytes.len - c->at) {
        c->damaged = true;
        return 0;
    }
    for (size_t i = 0; i < bytes; i++)
        n |= (uint64_t)(unsigned char)c->bytes.ptr[c->at++] << 8 * i;
    return n;
}

static void read_hashes(cursor *c, ahd_arena *arena, ahd_hashes *out)
{
    out->scale = (uint8_t)read_number(c, 1);
    out->count = (uint32_t)read_number(c, 2);
    c->damaged |= out->scale > MOST_SCALE ||
                  out->count > (c->bytes.len - c->at) / sizeof *out->items;
    if (c->damaged)
        out->count = 0;
    out->items = ahd_new(arena, uint32_t, (size_t)out->count);
    for (uint32_t i = 0; i < out->count; i++) {
        out->items[i] = (uint32_t)read_number(c, 4);
        c->damaged |= i > 0 && out->items[i] <= out->items[i - 1];
    }
}

static ahd_str read_name(cursor *c, ahd_arena *arena)
{
    size_t len = read_number(c, 1);
    ahd_str name = {c->bytes.ptr + c->at, len};

    if (len > c->bytes.len - c->at) {
        c->damaged = true;
        return AHD_STR("");
    }
    c->at += len;
    return len > 0 ? ahd_arena_str(arena, name) : AHD_STR("");
}

bool ahd_fingerprint_read(ahd_str bytes, ahd_arena *arena, ahd_fingerprint *out)
{
    cursor c = {.bytes = bytes};

    *out = (ahd_fingerprint){0};
    if (read_number(&c, 1) != AHD_FINGERPRINT_VERSION)
        return false;
    out->lang = (uint8_t)read_number(&c, 1);
    out->words = (uint32_t)read_number(&c, 4);
    out->whole = read_number(&c, 8);
    read_hashes(&c, arena, &out->grams);
    read_hashes(&c, arena, &out->traits);
    out->credits.outlet = read_name(&c, arena);
    out->credits.count = (uint32_t)read_number(&c, 1);
    c.damaged |= out->credits.count > AHD_CREDITS;
    for (uint32_t i = 0; !c.damaged && i < out->credits.count; i++) {
        out->credits.items[i].whole = read_number(&c, 1) != 0;
        out->credits.items[i].agency = read_name(&c, arena);
    }
    return !c.damaged;
}
