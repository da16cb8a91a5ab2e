#include "entity.h"

#include "base/utf8.h"
#include "hash.h"

#include <string.h>

enum { LONGEST = 31, LONGEST_BARE = 6, REPLACEMENT = 0xFFFD };

typedef struct entity {
    uint16_t name; /* where, in `names` */
    uint8_t len;
    uint8_t bare; /* is read without a ';' as well */
    uint8_t bytes;
    char text[AHD_ENTITY_BYTES + 1];
} entity;

#include "html_entities.inc" /* names, entities, slots: by tools/htmlc */

/* What &#128; to &#159; mean in practice: windows-1252, as the standard has
 * it. 0 where that has nothing. */
static const uint16_t c1_codes[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') ||
           ((char)(c | 0x20) >= 'a' && (char)(c | 0x20) <= 'z');
}

/* The row of `name`, whose hash is known; NULL when there is none. */
static const entity *find(ahd_str name, uint32_t hash)
{
    uint32_t at = ahd_hash_slot(hash, AHD_HASH_ENTITY_SLOTS);

    for (; slots[at] != 0; at = (at + 1) % AHD_HASH_ENTITY_SLOTS) {
        const entity *e = &entities[slots[at] - 1];
        if (e->len == name.len &&
            memcmp(names + e->name, name.ptr, e->len) == 0)
            return e;
    }
    return NULL;
}

static int digit(char c, unsigned base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (base == 16 && c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (base == 16 && c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static uint32_t meant(uint32_t code)
{
    if (code >= 0x80 && code < 0xA0 && c1_codes[code - 0x80] != 0)
        return c1_codes[code - 0x80];
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return REPLACEMENT;
    return code;
}

static size_t read_number(ahd_str s, size_t at, char *out, size_t *out_len)
{
    size_t i = at + 2;
    unsigned base = i < s.len && (s.ptr[i] == 'x' || s.ptr[i] == 'X') ? 16 : 10;
    uint32_t n = 0;

    i += base == 16;
    size_t first = i;
    for (; i < s.len && digit(s.ptr[i], base) >= 0; i++)
        if (n <= 0x10FFFF)
            n = n * base + (uint32_t)digit(s.ptr[i], base);
    if (i == first)
        return 0;
    *out_len = ahd_utf8_write(meant(n), out);
    return i - at + (i < s.len && s.ptr[i] == ';');
}

static void write(const entity *e, char *out, size_t *out_len)
{
    memcpy(out, e->text, AHD_ENTITY_BYTES);
    *out_len = e->bytes;
}

/* "&notit;" is a bare "&not": the longest name that may stand bare. */
static const entity *find_bare(ahd_str run, const uint32_t *hashes)
{
    size_t n = run.len < LONGEST_BARE ? run.len : LONGEST_BARE;

    for (; n >= 2; n--) {
        const entity *e = find((ahd_str){run.ptr, n}, hashes[n]);
        if (e != NULL && e->bare)
            return e;
    }
    return NULL;
}

static size_t read_name(ahd_str s, size_t at, char *out, size_t *out_len,
                        bool in_value)
{
    ahd_str run = {s.ptr + at + 1, 0};
    size_t most = s.len - at - 1;
    uint32_t hash = 0, hashes[LONGEST_BARE + 1];

    for (; run.len < most && run.len < LONGEST && is_alnum(run.ptr[run.len]);
         run.len++) {
        hash = ahd_hash_step(hash, run.ptr[run.len]);
        if (run.len < LONGEST_BARE)
            hashes[run.len + 1] = hash;
    }
    bool closed = run.len < most && run.ptr[run.len] == ';';
    const entity *e = closed ? find(run, hash) : NULL;
    if (e != NULL) {
        write(e, out, out_len);
        return run.len + 2;
    }
    e = find_bare(run, hashes);
    if (e == NULL)
        return 0;
    char next = e->len < most ? run.ptr[e->len] : '\0';
    if (in_value && (next == '=' || is_alnum(next)))
        return 0;
    write(e, out, out_len);
    return 1 + (size_t)e->len;
}

size_t ahd_entity_read(ahd_str s, size_t at, char out[AHD_ENTITY_BYTES],
                       size_t *out_len)
{
    bool number = at + 1 < s.len && s.ptr[at + 1] == '#';

    return number ? read_number(s, at, out, out_len)
                  : read_name(s, at, out, out_len, false);
}

size_t ahd_entity_read_value(ahd_str s, size_t at, char out[AHD_ENTITY_BYTES],
                             size_t *out_len)
{
    bool number = at + 1 < s.len && s.ptr[at + 1] == '#';

    return number ? read_number(s, at, out, out_len)
                  : read_name(s, at, out, out_len, true);
}
