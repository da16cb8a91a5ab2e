/* A text in one sentence, read as English whatever it is. Segments tile their
 * tokens in order, and doing it again changes nothing. */
#include "kb/kb.h"
#include "morph/english_segment.h"
#include "text/split.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static ahd_doc *read_all(ahd_arena *arena, ahd_arena *scratch, ahd_str text)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = text;
    *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){0, (uint32_t)text.len};
    ahd_text_split(kb, doc, scratch);
    ahd_english_segment(kb->lang, doc, 0, doc->tokens.count);
    return doc;
}

static void check_tokens(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        uint32_t end = t->at.start;
        check(t->segments > 0 && t->host < t->segments);
        for (uint32_t k = 0; k < t->segments; k++) {
            const ahd_segment *s = &doc->segments.items[t->segment + k];
            check(s->token == i && s->at.start == end && s->at.len > 0);
            end = ahd_span_end(s->at);
        }
        check(end == ahd_span_end(t->at));
    }
}

static void check_same(const ahd_doc *a, const ahd_doc *b)
{
    check(a->segments.count == b->segments.count);
    for (uint32_t i = 0; i < a->segments.count; i++) {
        const ahd_segment *x = &a->segments.items[i];
        const ahd_segment *y = &b->segments.items[i];
        check(x->pos == y->pos && x->feats == y->feats &&
              ahd_str_eq(x->lemma, y->lemma));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ahd_arena *arena, *scratch;
    ahd_str text = {(const char *)data, size};

    if (arena == NULL) {
        arena = ahd_arena_new((size_t)256 << 20);
        scratch = ahd_arena_new((size_t)256 << 20);
    }
    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    ahd_doc *doc = read_all(arena, scratch, text);
    check(ahd_doc_check(doc) == NULL);
    check_tokens(doc);
    check_same(doc, read_all(arena, scratch, text));
    return 0;
}
