/* A text, a paragraph a line, to segments and chunks: the segments of a token
 * are its bytes from end to end, each with a tag, and the same text gives the
 * same segments and chunks. */
#include "chunks/chunks.h"
#include "kb/kb.h"
#include "morph/segment.h"
#include "paragraphs.h"
#include "text/split.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA = 256 << 20, LONGEST = 1 << 16 };

static void check(bool holds)
{
    if (!holds)
        abort();
}

static ahd_doc *understand(ahd_arena *arena, ahd_arena *scratch, ahd_str text)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_doc *doc = paragraphs_of(arena, text);

    ahd_text_split(kb, doc, scratch);
    ahd_arena_clear(scratch);
    ahd_morph_segment(kb, doc, scratch);
    ahd_arena_clear(scratch);
    ahd_chunks_find(kb, doc, scratch);
    ahd_arena_clear(scratch);
    check(ahd_doc_check(doc) == NULL);
    return doc;
}

static void check_tiled(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        uint32_t at = t->at.start;
        for (uint32_t k = t->segment; k < t->segment + t->segments; k++) {
            const ahd_segment *s = &doc->segments.items[k];
            check(s->token == i && s->at.start == at && s->at.len > 0);
            at += s->at.len;
        }
        check(at == ahd_span_end(t->at));
    }
}

static void check_same(const ahd_doc *a, const ahd_doc *b)
{
    check(a->segments.count == b->segments.count &&
          a->chunks.count == b->chunks.count &&
          a->clauses.count == b->clauses.count);
    for (uint32_t i = 0; i < a->segments.count; i++) {
        const ahd_segment *one = &a->segments.items[i];
        const ahd_segment *other = &b->segments.items[i];
        check(one->pos == other->pos && one->feats == other->feats &&
              ahd_str_eq(one->lemma, other->lemma));
    }
    for (uint32_t i = 0; i < a->chunks.count; i++)
        check(a->chunks.items[i].of == b->chunks.items[i].of &&
              a->chunks.items[i].link == b->chunks.items[i].link);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ahd_arena *arena, *scratch;

    if (arena == NULL) {
        arena = ahd_arena_new(ARENA);
        scratch = ahd_arena_new(ARENA);
    }
    ahd_arena_clear(arena);
    ahd_str text = {(const char *)data, size < LONGEST ? size : LONGEST};
    ahd_doc *doc = understand(arena, scratch, text);
    check_tiled(doc);
    check_same(doc, understand(arena, scratch, text));
    return 0;
}
