/* A text, a paragraph a line, to numbers, names and times: every layer points
 * inside the text, and the same text gives the same mentions and days. */
#include "base/day.h"
#include "chunks/chunks.h"
#include "kb/kb.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "names/mentions.h"
#include "numbers/numbers.h"
#include "paragraphs.h"
#include "tagger/tagger.h"
#include "text/split.h"
#include "time/days.h"
#include "time/times.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA = 256 << 20, LONGEST = 1 << 15 };

static void check(bool holds)
{
    if (!holds)
        abort();
}

static ahd_doc *understand(ahd_arena *arena, ahd_arena *scratch, ahd_str text)
{
    typedef void stage(const ahd_kb *, ahd_doc *, ahd_arena *);
    static stage *const stages[] = {
        ahd_text_split,  ahd_morph_segment, ahd_morph_tag,
        ahd_chunks_find, ahd_numbers_find,  ahd_tagger_find,
        ahd_names_find,  ahd_time_find,     ahd_time_settle};
    ahd_doc *doc = paragraphs_of(arena, text);

    doc->published = ahd_day_of(2020, 10, 26);
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        stages[i](ahd_kb_embedded(), doc, scratch);
        ahd_arena_clear(scratch);
        check(ahd_doc_check(doc) == NULL);
    }
    return doc;
}

static void check_same(const ahd_doc *a, const ahd_doc *b)
{
    check(a->mentions.count == b->mentions.count);
    for (uint32_t i = 0; i < a->mentions.count; i++)
        check(a->mentions.items[i].id == b->mentions.items[i].id &&
              a->mentions.items[i].at.start == b->mentions.items[i].at.start);
    check(a->times.count == b->times.count);
    for (uint32_t i = 0; i < a->times.count; i++)
        check(a->times.items[i].from == b->times.items[i].from);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ahd_arena *arena, *scratch;

    if (arena == NULL) {
        arena = ahd_arena_new(ARENA);
        scratch = ahd_arena_new(ARENA);
    }
    if (size > LONGEST)
        return 0;
    ahd_arena_clear(arena);
    ahd_str text = {(const char *)data, size};
    const ahd_doc *once = understand(arena, scratch, text);
    check_same(once, understand(arena, scratch, text));
    return 0;
}
