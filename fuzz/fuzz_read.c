/* The whole reading, from the bytes of a page to its acts and their JSON: any
 * bytes give a document whose layers hold together, and the same one twice. */
#include "base/buf.h"
#include "engine/check.h"
#include "engine/pipeline.h"
#include "output/json.h"

#include <stdint.h>
#include <stdlib.h>

enum { ARENA = 64 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The JSON of the page; empty when it takes more memory than is allowed. */
static ahd_buf read_once(ahd_str bytes, ahd_format format)
{
    ahd_arena *arena = ahd_arena_new(ARENA), *scratch = ahd_arena_new(ARENA);
    ahd_page_in in = {
        .bytes = bytes, .format = format, .path = AHD_STR("fuzz"), .line = 1};
    ahd_buf json = AHD_BUF((size_t)1 << 28);
    jmp_buf trap;

    ahd_arena_trap(arena, &trap);
    ahd_arena_trap(scratch, &trap);
    if (setjmp(trap) == 0) {
        ahd_doc *doc = ahd_doc_new(arena);
        ahd_pipeline_run(ahd_kb_embedded(), &in, false, doc, scratch);
        if (ahd_doc_check(doc) != NULL)
            abort();
        ahd_json_doc(ahd_kb_embedded(), doc, &json);
    }
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return json;
}

/* What is told of the page follows from its bytes. */
static void check_again(const ahd_page_in *in, ahd_str json)
{
    ahd_arena *arena = ahd_arena_new((size_t)1 << 30);
    ahd_check checked = {.failures = 0};

    ahd_check_reading(&checked, in, json, arena);
    if (checked.failures > 0)
        abort();
    ahd_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    ahd_str bytes = {(const char *)data + 1, size - 1};
    ahd_format format = (ahd_format)(data[0] % 3);
    const ahd_page_in in = {.bytes = bytes, .format = format};
    ahd_buf once = read_once(bytes, format), again = read_once(bytes, format);

    if (!ahd_str_eq(ahd_buf_str(&once), ahd_buf_str(&again)))
        abort();
    if (once.len > 0)
        check_again(&in, ahd_buf_str(&once));
    ahd_buf_finish(&once);
    ahd_buf_finish(&again);
    return 0;
}
