/* A file is a stream of bytes; what it is decides who reads it: the kind of
 * container that fits, opened as a level on top of the others, or nobody, and
 * then it is a page. What a container hands out is looked at the same way. */
#include "source.h"

#include "container.h"
#include "folder.h"
#include "media.h"
#include "refusal.h"
#include "saved.h"
#include "sniff.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SNIFF_BYTES = 8192, DEEPEST = 3 };

typedef struct level {
    const ahd_container_kind *kind;
    void *container;
    ahd_item item; /* what it was opened on */
} level;

struct ahd_source {
    char *path;         /* the one given */
    bool done;          /* a single file was opened */
    ahd_folder *folder; /* NULL for a single file */
    ahd_stream *stream; /* of the open file; NULL between files */
    uint64_t bytes;     /* of the files before */
    level levels[DEEPEST];
    int depth;
};

/* ------------------------------------------------------------------ pages */

static ahd_status fail_large(const ahd_item *item, ahd_error *error)
{
    uint64_t size = item->stream ? ahd_stream_size(item->stream) : 0;

    if (size > AHD_SOURCE_LARGEST)
        return ahd_refusal_fail(error, AHD_REFUSAL_LARGE, item->page.path,
                                "has a page of %llu MiB, above the limit of %d "
                                "MiB; split it or leave it out",
                                (unsigned long long)size >> 20,
                                AHD_SOURCE_LARGEST >> 20);
    return ahd_refusal_fail(error, AHD_REFUSAL_LARGE, item->page.path,
                            "has a page above the limit of %d MiB; split it or "
                            "leave it out",
                            AHD_SOURCE_LARGEST >> 20);
}

static ahd_status read_whole(ahd_item *item, ahd_error *error)
{
    AHD_TRY(ahd_stream_need(item->stream, AHD_SOURCE_LARGEST + 1, error));
    item->page.bytes = ahd_stream_have(item->stream);
    return item->page.bytes.len > AHD_SOURCE_LARGEST ? fail_large(item, error)
                                                     : AHD_OK;
}

static ahd_str head_of(ahd_str bytes)
{
    return (ahd_str){bytes.ptr,
                     bytes.len < SNIFF_BYTES ? bytes.len : SNIFF_BYTES};
}

static void pass(const ahd_item *item, ahd_refusal why, ahd_page *out)
{
    *out = item->page;
    out->bytes = AHD_STR("");
    out->passed = ahd_refusal_name(why);
}

/* A file that was named should be a page; much that a container holds is not
 * one, and nobody wants to hear of each. */
static ahd_status refuse(const ahd_source *source, const ahd_item *item,
                         const char *binary, ahd_page *out, ahd_error *error)
{
    ahd_refusal why = ahd_media_judge(item->type, item->page.path);

    if (source->depth == 0)
        return ahd_refusal_fail(error, AHD_REFUSAL_NO_TEXT, item->page.path,
                                "is not text or HTML (looks like %s); leave it "
                                "out",
                                binary);
    if (strstr(binary, "archive") != NULL)
        why = AHD_REFUSAL_NESTED;
    if (strstr(binary, "image") != NULL)
        why = AHD_REFUSAL_IMAGE;
    pass(item, why == AHD_REFUSAL_NONE ? AHD_REFUSAL_OTHER_TYPE : why, out);
    return AHD_OK;
}

static ahd_format format_of(const ahd_item *item)
{
    ahd_str head = head_of(item->page.bytes);

    if (ahd_media_is_html(item->type))
        return AHD_FORMAT_HTML;
    ahd_format format = item->type.len > 0
                            ? ahd_sniff_content(head)
                            : ahd_sniff_format(item->page.path, head);
    return format == AHD_FORMAT_JSONL ? AHD_FORMAT_TEXT : format;
}

/* The item as a page, or why it is none. */
static ahd_status give(const ahd_source *source, const ahd_item *item,
                       ahd_page *out, ahd_error *error)
{
    const char *binary = ahd_sniff_binary(head_of(item->page.bytes));
    ahd_refusal why = AHD_REFUSAL_NONE;

    if (!item->whole && binary != NULL)
        return refuse(source, item, binary, out, error);
    if (!item->whole && source->depth > 0)
        why = ahd_media_judge(item->type, item->page.path);
    if (why != AHD_REFUSAL_NONE) {
        pass(item, why, out);
        return AHD_OK;
    }
    *out = item->page;
    if (!item->whole)
        out->format = format_of(item);
    if (out->format == AHD_FORMAT_HTML && out->url.len == 0)
        out->url = ahd_saved_url(out->bytes);
    return AHD_OK;
}

/* ----------------------------------------------------------------- levels */

static ahd_status push(ahd_source *source, const ahd_container_kind *kind,
                       const ahd_item *item, ahd_error *error)
{
    level *top = &source->levels[source->depth];

    *top = (level){.kind = kind, .item = *item};
    AHD_TRY(kind->open(&top->item, &top->container, error));
    source->depth++;
    return AHD_OK;
}

static void pop(ahd_source *source)
{
    level *top = &source->levels[--source->depth];

    top->kind->close(top->container);
}

static const ahd_container_kind *find(const ahd_source *source,
                                      const ahd_item *item, ahd_str head)
{
    if (item->whole || source->depth == DEEPEST)
        return NULL;
    return ahd_container_find(item, head, source->depth);
}

/* What is yet to be read: the start of it tells what it is. */
static ahd_status look(const ahd_source *source, ahd_item *item,
                       const ahd_container_kind **kind, ahd_error *error)
{
    AHD_TRY(ahd_stream_peek(item->stream, SNIFF_BYTES, error));
    ahd_str head = head_of(ahd_stream_have(item->stream));
    if (head.len == 0)
        return ahd_refusal_fail(error, AHD_REFUSAL_EMPTY, item->page.path,
                                "is empty; leave it out");
    *kind = find(source, item, head);
    /* What is no text need not be read to its end to be refused. */
    if (*kind == NULL && ahd_sniff_binary(head) != NULL)
        item->page.bytes = head;
    else if (*kind == NULL || (*kind)->in_memory)
        return read_whole(item, error);
    return AHD_OK;
}

/* A page into `out`, or a level more. */
static ahd_status take(ahd_source *source, ahd_item *item, ahd_page *out,
                       bool *found, ahd_error *error)
{
    const ahd_container_kind *kind = NULL;

    if (item->stream != NULL)
        AHD_TRY(look(source, item, &kind, error));
    else
        kind = find(source, item, head_of(item->page.bytes));
    if (kind != NULL)
        return push(source, kind, item, error);
    *found = true;
    return give(source, item, out, error);
}

/* ------------------------------------------------------------------ files */

static void close_file(ahd_source *source)
{
    while (source->depth > 0)
        pop(source);
    if (source->stream != NULL)
        source->bytes += ahd_stream_raw(source->stream);
    ahd_stream_close(source->stream);
    source->stream = NULL;
}

/* The next file's path, NULL when there is none. */
static ahd_status next_file(ahd_source *source, const char **path,
                            ahd_error *error)
{
    *path = NULL;
    if (source->folder != NULL)
        return ahd_folder_next(source->folder, path, error);
    if (!source->done)
        *path = source->path;
    source->done = true;
    return AHD_OK;
}

static ahd_status open_file(ahd_source *source, ahd_item *out, bool *end,
                            ahd_error *error)
{
    const char *path;

    close_file(source);
    AHD_TRY(next_file(source, &path, error));
    *end = path == NULL;
    if (*end)
        return AHD_OK;
    AHD_TRY(ahd_stream_open_file(path, &source->stream, error));
    *out = (ahd_item){.page = {.path = path}, .stream = source->stream};
    return AHD_OK;
}

/* The next thing out of the innermost container, or the next file. */
static ahd_status next_item(ahd_source *source, ahd_item *out, bool *end,
                            ahd_error *error)
{
    while (source->depth > 0) {
        level *top = &source->levels[source->depth - 1];
        bool over = false;
        *out = (ahd_item){0};
        AHD_TRY(top->kind->next(top->container, out, &over, error));
        if (!over)
            return AHD_OK;
        pop(source);
    }
    return open_file(source, out, end, error);
}

ahd_status ahd_source_next(ahd_source *source, ahd_page *out, bool *end,
                           ahd_error *error)
{
    bool found = false;
    ahd_item item;

    *end = false;
    *out = (ahd_page){0};
    while (!found) {
        AHD_TRY(next_item(source, &item, end, error));
        if (*end)
            return AHD_OK;
        if (item.page.passed != NULL) {
            *out = item.page;
            return AHD_OK;
        }
        AHD_TRY(take(source, &item, out, &found, error));
    }
    return AHD_OK;
}

/* ---------------------------------------------------------------- opening */

ahd_status ahd_source_open(const char *path, ahd_source **out, ahd_error *error)
{
    struct stat info;
    bool standard = strcmp(path, "-") == 0;

    *out = NULL;
    if (!standard && stat(path, &info) != 0)
        return ahd_refusal_fail_system(error, AHD_REFUSAL_UNOPENED, path,
                                       "cannot open", "check the name");
    ahd_source *source = calloc(1, sizeof *source);
    if (source == NULL || (source->path = strdup(path)) == NULL) {
        free(source);
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, path, "no memory");
    }
    if (!standard && S_ISDIR(info.st_mode)) {
        ahd_status status = ahd_folder_open(path, &source->folder, error);
        if (status != AHD_OK) {
            ahd_source_close(source);
            return status;
        }
    }
    *out = source;
    return AHD_OK;
}

uint64_t ahd_source_bytes(const ahd_source *source)
{
    return source->bytes +
           (source->stream ? ahd_stream_raw(source->stream) : 0);
}

void ahd_source_close(ahd_source *source)
{
    if (source == NULL)
        return;
    close_file(source);
    ahd_folder_close(source->folder);
    free(source->path);
    free(source);
}
