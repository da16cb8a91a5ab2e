/* ndjson.c - lines of JSONL: each a record, read as page/jsonl.c has it. */
#include "container.h"
#include "refusal.h"
#include "sniff.h"

#include <stdlib.h>
#include <string.h>

typedef struct lines {
    const ahd_item *item;
    size_t line; /* handed out last */
    size_t due;  /* bytes of it, to be taken */
} lines;

static bool fits(const ahd_item *item, ahd_str head)
{
    return ahd_sniff_binary(head) == NULL &&
           ahd_sniff_format(item->page.path, head) == AHD_FORMAT_JSONL;
}

static ahd_status open_lines(const ahd_item *item, void **out, ahd_error *error)
{
    lines *l = calloc(1, sizeof *l);

    *out = l;
    if (l == NULL)
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, item->page.path,
                                "no memory to read it");
    l->item = item;
    return AHD_OK;
}

/* Length of the line at hand, with its newline if it has one; above the limit
 * when it is too long, of which a part is at hand. */
static ahd_status measure(lines *l, size_t *len, ahd_error *error)
{
    ahd_stream *stream = l->item->stream;
    size_t looked = 0;

    for (;;) {
        ahd_str have = ahd_stream_have(stream);
        const char *end = have.len > looked ? memchr(have.ptr + looked, '\n',
                                                     have.len - looked)
                                            : NULL;
        *len = end ? (size_t)(end - have.ptr) + 1 : have.len;
        if (end != NULL || *len > AHD_SOURCE_LARGEST + 1)
            return AHD_OK;
        looked = have.len;
        AHD_TRY(ahd_stream_need(stream, looked + 1, error));
        if (ahd_stream_have(stream).len == looked)
            return AHD_OK;
    }
}

/* Past the end of a line that is not held. */
static ahd_status pass_line(ahd_stream *stream, ahd_error *error)
{
    for (;;) {
        AHD_TRY(ahd_stream_need(stream, 1, error));
        ahd_str have = ahd_stream_have(stream);
        const char *end = have.len ? memchr(have.ptr, '\n', have.len) : NULL;
        ahd_stream_take(stream, end ? (size_t)(end - have.ptr) + 1 : have.len);
        if (end != NULL || have.len == 0)
            return AHD_OK;
    }
}

static ahd_status fail_long(lines *l, ahd_error *error)
{
    AHD_TRY(pass_line(l->item->stream, error));
    ahd_status status = ahd_refusal_fail(
        error, AHD_REFUSAL_LARGE, l->item->page.path,
        "has a page above the limit of %d MiB; split it or leave it out",
        AHD_SOURCE_LARGEST >> 20);
    if (error != NULL)
        error->line = l->line;
    return status;
}

static void give(const lines *l, ahd_str line, ahd_item *out)
{
    *out = (ahd_item){.page = {.path = l->item->page.path,
                               .line = l->line,
                               .bytes = line,
                               .format = AHD_FORMAT_JSONL},
                      .whole = true};
}

/* After a failure the rest of the stream is lost: it cannot be known where a
 * line begins. */
static ahd_status next(void *container, ahd_item *out, bool *end,
                       ahd_error *error)
{
    lines *l = container;
    ahd_stream *stream = l->item->stream;
    size_t len;

    for (;;) {
        ahd_stream_take(stream, l->due);
        l->due = 0;
        ahd_status status = measure(l, &len, error);
        if (status != AHD_OK) {
            while (ahd_stream_mend(stream))
                ahd_stream_take(stream, 0);
            return status;
        }
        *end = len == 0;
        if (*end)
            return AHD_OK;
        l->line++;
        ahd_str line = {ahd_stream_have(stream).ptr, len};
        if (line.ptr[len - 1] == '\n')
            line.len--;
        if (line.len > AHD_SOURCE_LARGEST)
            return fail_long(l, error);
        l->due = len;
        if (ahd_str_trim(line).len > 0) {
            give(l, line, out);
            return AHD_OK;
        }
    }
}

const ahd_container_kind ahd_ndjson_kind = {.name = "JSONL",
                                            .deepest = 1,
                                            .fits = fits,
                                            .open = open_lines,
                                            .next = next,
                                            .close = free};
