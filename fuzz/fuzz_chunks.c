/* Segments of any shape to chunks: every index stays inside its layer, and the
 * same segments give the same chunks. A byte chooses the word, the next its
 * tag, its features and where tokens and sentences end. */
#include "chunks/chunks.h"
#include "tagged.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA = 64 << 20, LONGEST = 1 << 14 };

static const char *const words[] = {
    "وقع",   "اتفاق", "الاتفاق", "الحكومة", "و",   "أن",   "الذي",   "لم",
    "كان",   "تم",    "قام",     "ب",       "ل",   "في",   "من",     "ه",
    "عندما", "لكن",   "هذا",     "يوم",     "كل",  "رئيس", "مصر",    "،",
    ":",     "\"",    "the",     "deal",    "was", "that", "signed", "'s"};

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void add(ahd_doc *doc, ahd_buf *text, uint8_t word, uint8_t tag)
{
    char piece[64];
    ahd_buf out = AHD_BUF(sizeof piece);

    ahd_buf_printf(&out, "%s/%s//%c%c%c", words[word % 32],
                   ahd_tags_pos[tag % AHD_POS_COUNT], "mf"[tag >> 5 & 1],
                   "sp"[tag >> 6 & 1], "VN"[word >> 7]);
    if (word & 32 && doc->sentences.count > 0) {
        ahd_token *t = &doc->tokens.items[doc->tokens.count - 1];
        if (t->segments < 200) {
            text->len--;
            tagged_segment(doc, text, ahd_buf_str(&out));
            t->segments++;
            t->at.len = (uint32_t)text->len - t->at.start;
            tagged_kinds(doc, t);
            ahd_buf_add(text, AHD_STR(" "));
        }
    } else if (word & 64 || doc->sentences.count == 0) {
        tagged_line(doc, text, ahd_buf_str(&out));
    } else {
        tagged_token(doc, text, ahd_buf_str(&out));
        doc->sentences.items[doc->sentences.count - 1].end++;
    }
    ahd_buf_finish(&out);
}

static void cover(ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        ahd_sentence *s = &doc->sentences.items[i];
        const ahd_token *last = &doc->tokens.items[s->end - 1];
        s->at.len = ahd_span_end(last->at) - s->at.start;
    }
}

/* Whoever goes from a chunk to what it belongs to comes to an end. */
static void check_ends(const ahd_doc *doc, ahd_arena *scratch)
{
    uint32_t *seen = ahd_new(scratch, uint32_t, doc->chunks.count + 1);

    for (uint32_t i = 0; i < doc->chunks.count; i++) {
        uint32_t at = i;
        while (at != AHD_NONE && seen[at] == 0) {
            seen[at] = i + 1;
            at = doc->chunks.items[at].of;
        }
        check(at == AHD_NONE || seen[at] != i + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ahd_arena *arena, *scratch;
    ahd_doc *doc;

    if (arena == NULL) {
        arena = ahd_arena_new(ARENA);
        scratch = ahd_arena_new(ARENA);
    }
    ahd_arena_clear(arena);
    ahd_arena_clear(scratch);
    doc = ahd_doc_new(arena);
    ahd_buf text = AHD_BUF(ARENA);

    for (size_t i = 0; i + 1 < size && i < LONGEST; i += 2)
        add(doc, &text, data[i], data[i + 1]);
    tagged_end(doc, &text);
    cover(doc);
    ahd_chunks_find(ahd_kb_embedded(), doc, scratch);
    check(ahd_doc_check(doc) == NULL);
    check_ends(doc, scratch);
    uint32_t count = doc->chunks.count;
    ahd_chunk *once = ahd_new(scratch, ahd_chunk, count + 1);
    for (uint32_t i = 0; i < count; i++)
        once[i] = doc->chunks.items[i];
    doc->chunks.count = doc->clauses.count = 0;
    ahd_chunks_find(ahd_kb_embedded(), doc, scratch);
    check(doc->chunks.count == count);
    check(count == 0 ||
          memcmp(once, doc->chunks.items, count * sizeof *once) == 0);
    ahd_buf_finish(&text);
    return 0;
}
