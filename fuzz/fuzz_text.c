/* The first byte chooses a level of spelling; the rest is a text, a paragraph a
 * line. What was cut covers the text in order, what was spelled leads back to
 * it, and doing it again changes nothing. */
#include "base/utf8.h"
#include "kb/kb.h"
#include "lang/fold.h"
#include "lang/letter.h"
#include "lang/normal.h"
#include "paragraphs.h"
#include "text/split.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* ----------------------------------------------------------------- spelling */

/* Every letter of the output was made of some bytes, after those before it, and
 * all the runs are the output from end to end. */
static void check_map(const ahd_normal *normal, size_t size)
{
    size_t out = 0, in = 0;

    for (uint32_t i = 0; i < normal->count; i++) {
        const ahd_normal_run *run = &normal->runs[i];
        check(run->out == out && run->len > 0 && run->in >= in);
        check(!run->even || run->in_len >= run->len);
        out += run->len;
        in = (size_t)run->in + run->in_len;
    }
    check(out == normal->text.len && in <= size);
    in = 0;
    for (size_t at = 0; at < normal->text.len;) {
        size_t from = at;
        ahd_utf8_next(normal->text, &at);
        ahd_span span = {(uint32_t)from, (uint32_t)(at - from)};
        ahd_span back = ahd_normal_back(normal, span);
        check(back.start >= in && back.len > 0 && ahd_span_end(back) <= size);
        if (normal->count > 0 && back.start > in)
            in = back.start;
    }
}

/* What a stretch of output leads back to is spelled as that stretch is. */
static void check_round(ahd_arena *arena, ahd_str text, unsigned how,
                        const ahd_normal *normal)
{
    for (uint32_t i = 0; i < normal->count; i++) {
        const ahd_normal_run *run = &normal->runs[i];
        ahd_normal again;
        ahd_normal_make(arena,
                        ahd_str_span(text, (ahd_span){run->in, run->in_len}),
                        how, &again);
        check(ahd_str_eq(
            again.text,
            ahd_str_span(normal->text, (ahd_span){run->out, run->len})));
    }
}

static void check_spelling(ahd_arena *arena, ahd_str text, unsigned how)
{
    ahd_normal normal, again, folded;

    ahd_normal_make(arena, text, how, &normal);
    check(ahd_utf8_valid(normal.text));
    check_map(&normal, text.len);
    check_round(arena, text, how, &normal);
    ahd_normal_make(arena, normal.text, how, &again);
    check(ahd_str_eq(again.text, normal.text));
    ahd_normal_make(arena, text, how | AHD_NORMAL_LETTERS, &folded);
    ahd_normal_make(arena, normal.text, how | AHD_NORMAL_LETTERS, &again);
    check(ahd_str_eq(again.text, folded.text));
    ahd_normal_make(arena, text, AHD_NORMAL_LETTERS, &folded);
    check(ahd_str_eq(ahd_fold(arena, text), folded.text));
}

/* ------------------------------------------------------------------ cutting */

static ahd_doc *cut(ahd_arena *arena, ahd_arena *scratch, ahd_str text)
{
    ahd_doc *doc = paragraphs_of(arena, text);

    ahd_text_split(ahd_kb_embedded(), doc, scratch);
    check(ahd_doc_check(doc) == NULL);
    return doc;
}

/* Between two words stands nothing but space, what is unseen, marks without
 * their letter, and the joints of "al-Sisi" and "#غزة_الآن". */
static void check_gap(ahd_str text, size_t at, size_t end)
{
    while (at < end) {
        uint32_t c = ahd_utf8_next(text, &at);
        const ahd_letter *l = ahd_letter_of(c);
        check(l->kind == AHD_LETTER_SPACE || l->flags & AHD_LETTER_DROPPED ||
              l->kind == AHD_LETTER_HYPHEN || c == '_');
    }
}

static void check_words(const ahd_doc *doc)
{
    size_t end = 0;

    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        check(t->at.len > 0 && t->sentence < doc->sentences.count);
        check_gap(doc->text, end, t->at.start);
        end = ahd_span_end(t->at);
    }
    check_gap(doc->text, end, doc->text.len);
}

static void check_same(const ahd_doc *a, const ahd_doc *b)
{
    check(a->tokens.count == b->tokens.count &&
          a->sentences.count == b->sentences.count);
    for (uint32_t i = 0; i < a->sentences.count; i++)
        check(a->sentences.items[i].end == b->sentences.items[i].end);
    for (uint32_t i = 0; i < a->tokens.count; i++)
        check(ahd_str_eq(a->tokens.items[i].form, b->tokens.items[i].form));
    for (uint32_t i = 0; i < a->writings.count; i++)
        check(memcmp(&a->writings.items[i], &b->writings.items[i],
                     sizeof *a->writings.items) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ahd_arena *arena, *scratch;

    if (size == 0)
        return 0;
    if (arena == NULL) {
        arena = ahd_arena_new((size_t)256 << 20);
        scratch = ahd_arena_new((size_t)256 << 20);
    }
    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    ahd_str text = {(const char *)data + 1, size - 1};
    check_spelling(arena, text, data[0] & AHD_NORMAL_FOLD);
    ahd_doc *doc = cut(arena, scratch, text);
    check_words(doc);
    check_same(doc, cut(arena, scratch, text));
    return 0;
}
