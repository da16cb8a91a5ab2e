#include "search/terms.h"

#include "lang/word.h"
#include "morph/keys.h"

enum {
    ARENA = 32 << 20,
    FULL = 24 << 20,    /* what is kept is forgotten then */
    LONGEST_WORD = 1024 /* of which longer ones have the beginning looked at */
};

bool ahd_terms_init(ahd_terms *terms, const ahd_kb *kb)
{
    *terms = (ahd_terms){
        .kb = kb, .arena = ahd_arena_new(ARENA), .line = AHD_BUF(1 << 16)};
    return terms->arena != NULL;
}

void ahd_terms_finish(ahd_terms *terms)
{
    ahd_arena_free(terms->arena);
    ahd_buf_finish(&terms->line);
}

/* The beginning of `s`, in whole characters. */
static ahd_str cut(ahd_str s, size_t most)
{
    size_t len = s.len < most ? s.len : most;

    while (len < s.len && len > 0 && ((unsigned char)s.ptr[len] & 0xC0) == 0x80)
        len--;
    return (ahd_str){s.ptr, len};
}

void ahd_terms_add(ahd_buf *out, char letter, ahd_str key)
{
    key = cut(key, AHD_TERMS_LONGEST - 1);
    ahd_buf_byte(out, letter);
    for (size_t i = 0; i < key.len; i++)
        if ((unsigned char)key.ptr[i] > ' ' && key.ptr[i] != 0x7F)
            ahd_buf_byte(out, key.ptr[i]);
}

static void write_keys(const ahd_keys *keys, ahd_buf *out)
{
    bool both = false;

    for (uint32_t i = 0; i < keys->count; i++) {
        bool same = ahd_str_eq(keys->stems[i], keys->exact);
        if (i > 0)
            ahd_buf_byte(out, '\t');
        ahd_terms_add(out, same ? 'b' : 's', keys->stems[i]);
        both |= same;
    }
    if (keys->count == 0 || both)
        return;
    ahd_buf_byte(out, '\t');
    ahd_terms_add(out, 'e', keys->exact);
}

static ahd_str make(ahd_terms *terms, ahd_str word)
{
    ahd_mark mark = ahd_arena_mark(terms->arena);
    ahd_keys keys;

    ahd_keys_make(terms->kb, word, terms->arena, &keys);
    ahd_buf_clear(&terms->line);
    write_keys(&keys, &terms->line);
    ahd_arena_rewind(terms->arena, mark);
    return ahd_buf_str(&terms->line);
}

static void forget(ahd_terms *terms)
{
    ahd_arena_clear(terms->arena);
    terms->places = (ahd_map){0};
    terms->kept.items = NULL;
    terms->kept.count = terms->kept.capacity = 0;
}

ahd_str ahd_terms_of(ahd_terms *terms, ahd_str word)
{
    word = cut(word, LONGEST_WORD);
    const uint32_t *known = ahd_map_find(&terms->places, word);
    if (known)
        return terms->kept.items[*known];
    if (ahd_arena_used(terms->arena) > FULL)
        forget(terms);
    ahd_str line = make(terms, word);
    uint32_t *place = ahd_map_put(terms->arena, &terms->places,
                                  ahd_arena_str(terms->arena, word));
    *place = terms->kept.count;
    *ahd_vec_push(terms->arena, &terms->kept) =
        ahd_arena_str(terms->arena, line);
    return terms->kept.items[terms->kept.count - 1];
}

bool ahd_terms_next(ahd_terms *terms, ahd_str text, size_t *at, ahd_span *word,
                    ahd_str *found)
{
    ahd_word next;

    while (ahd_word_next(text, at, &next)) {
        if (next.kind == AHD_WORD_PUNCT)
            continue;
        *word = next.at;
        *found = ahd_terms_of(terms, ahd_str_span(text, next.at));
        if (found->len > 0)
            return true;
    }
    return false;
}

uint32_t ahd_terms_write(ahd_terms *terms, ahd_str text, ahd_buf *out)
{
    uint32_t count = 0;
    size_t at = 0;
    ahd_span word;
    ahd_str line;

    while (ahd_terms_next(terms, text, &at, &word, &line)) {
        if (count++ > 0)
            ahd_buf_byte(out, '\n');
        ahd_buf_add(out, line);
    }
    return count;
}
