#include "lang/normal.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "lang/letter.h"

#include <string.h>

/* What is being written, and the letter that a mark may still join. */
typedef struct writer {
    char *out; /* NULL to count only */
    size_t len;
    unsigned how;
    uint32_t letter; /* the last one, clean; 0 when no mark may join it */
    size_t letter_out, letter_in;
    ahd_arena *arena; /* of the map; NULL without one */
    AHD_VEC(ahd_normal_run) runs;
} writer;

/* ------------------------------------------------------------------- map */

static void add_run(writer *w, size_t in, size_t in_len, size_t len, bool even)
{
    ahd_normal_run *last =
        w->runs.count > 0 ? &w->runs.items[w->runs.count - 1] : NULL;

    if (even && last && last->even && last->len == last->in_len &&
        last->in + last->in_len == in) {
        last->len += (uint32_t)len;
        last->in_len += (uint32_t)len;
        return;
    }
    *ahd_vec_push(w->arena, &w->runs) = (ahd_normal_run){
        (uint32_t)w->len, (uint32_t)len, (uint32_t)in, (uint32_t)in_len, even};
}

/* A vowel belongs to the letter before it, unless something unseen is between
 * the two. */
static void add_mark(writer *w, size_t in, size_t in_len)
{
    if (w->runs.count == 0)
        return;
    ahd_normal_run *last = &w->runs.items[w->runs.count - 1];
    if (last->in + last->in_len == in)
        last->in_len += (uint32_t)in_len;
}

/* Takes the last letter back, out of the text and of its run. */
static void take_back(writer *w)
{
    size_t len = w->len - w->letter_out;

    w->len = w->letter_out;
    if (w->arena == NULL)
        return;
    ahd_normal_run *last = &w->runs.items[w->runs.count - 1];
    last->len -= (uint32_t)len;
    last->in_len = (uint32_t)(w->letter_in - last->in);
    if (last->len == 0)
        w->runs.count--;
}

/* --------------------------------------------------------------- letters */

static void put(writer *w, const char *bytes, size_t len)
{
    if (w->out)
        memcpy(w->out + w->len, bytes, len);
    w->len += len;
}

/* One letter of the output; `clean` is not dropped and does not expand. */
static size_t spelled(const writer *w, uint32_t clean, char out[4])
{
    const ahd_letter *l = ahd_letter_of(clean);

    if (w->how & AHD_NORMAL_QUOTES) {
        if (ahd_letter_in(l, AHD_LETTER_SET(OPENING) | AHD_LETTER_SET(CLOSING) |
                                 AHD_LETTER_SET(STRAIGHT)))
            clean = '"';
        else if (ahd_letter_in(l, AHD_LETTER_SET(OPEN_ONE) |
                                      AHD_LETTER_SET(CLOSE_ONE) |
                                      AHD_LETTER_SET(APOSTROPHE)))
            clean = '\'';
    }
    if (w->how & AHD_NORMAL_LETTERS)
        clean = ahd_letter_fold(ahd_letter_of(clean), clean);
    return ahd_utf8_write(clean, out);
}

static void write_letter(writer *w, uint32_t clean, size_t in, size_t in_len)
{
    char bytes[4];
    size_t len = spelled(w, clean, bytes);

    if (w->arena)
        add_run(w, in, in_len, len, len == in_len);
    w->letter = clean;
    w->letter_out = w->len;
    w->letter_in = in;
    put(w, bytes, len);
}

static void write_expansion(writer *w, uint32_t c, size_t in, size_t in_len)
{
    ahd_str text = ahd_letter_expand(c);
    char all[AHD_LETTER_EXPANSION];
    size_t len = 0;

    for (size_t at = 0; at < text.len;)
        len += spelled(w, ahd_utf8_next(text, &at), all + len);
    if (w->arena)
        add_run(w, in, in_len, len, false);
    w->letter = 0;
    put(w, all, len);
}

static void write_mark(writer *w, uint32_t mark, size_t in, size_t in_len)
{
    uint32_t whole = w->letter ? ahd_letter_compose(w->letter, mark) : 0;

    if (whole != 0) {
        size_t start = w->letter_in;
        take_back(w);
        write_letter(w, whole, start, in + in_len - start);
        return;
    }
    if (w->arena)
        add_mark(w, in, in_len);
}

static void write_all(writer *w, ahd_str s)
{
    for (size_t at = 0; at < s.len;) {
        size_t in = at;
        uint32_t c = ahd_utf8_next(s, &at);
        const ahd_letter *l = ahd_letter_of(c);
        if (l->flags & AHD_LETTER_EXPANDS)
            write_expansion(w, c, in, at - in);
        else if (!(l->flags & AHD_LETTER_DROPPED))
            write_letter(w, ahd_letter_clean(l, c), in, at - in);
        else if (l->flags & AHD_LETTER_COMPOSES)
            write_mark(w, c, in, at - in);
        else if (w->arena && l->kind == AHD_LETTER_MARK)
            add_mark(w, in, at - in);
    }
}

size_t ahd_normal_spell(ahd_str s, unsigned how, char *out)
{
    writer w = {.out = out, .how = how};

    write_all(&w, s);
    return w.len;
}

void ahd_normal_make(ahd_arena *arena, ahd_str s, unsigned how, ahd_normal *out)
{
    writer w = {.how = how, .arena = arena};

    w.out = ahd_arena_alloc(arena, 1, ahd_normal_spell(s, how, NULL) + 4);
    write_all(&w, s);
    out->text = (ahd_str){w.out, w.len};
    out->runs = w.runs.items;
    out->count = w.runs.count;
}

/* ------------------------------------------------------------------ back */

/* The run that byte `at` of the output lies in. */
static const ahd_normal_run *run_at(const ahd_normal *normal, size_t at)
{
    uint32_t low = 0, high = normal->count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (normal->runs[middle].out <= at)
            low = middle;
        else
            high = middle;
    }
    return &normal->runs[low];
}

static bool is_inside(ahd_str text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

ahd_span ahd_normal_back(const ahd_normal *normal, ahd_span at)
{
    size_t start = at.start, end = ahd_span_end(at);

    while (is_inside(normal->text, start))
        start--;
    while (is_inside(normal->text, end))
        end++;
    const ahd_normal_run *first = run_at(normal, start);
    const ahd_normal_run *last = run_at(normal, end - 1);
    size_t in = first->in + (first->even ? start - first->out : 0);
    size_t in_end = last->even && end < last->out + last->len
                        ? last->in + (end - last->out)
                        : last->in + last->in_len;
    return (ahd_span){(uint32_t)in, (uint32_t)(in_end - in)};
}
