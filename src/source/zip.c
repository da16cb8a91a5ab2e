/* zip.c - zip, and WACZ, which is one: by libarchive, which is given the bytes
 * of our stream and gives back those of a member.
 *
 *     pages.zip -> pages.zip:a.html, pages.zip:dir/crawl.warc.gz:1043 …
 *
 * A file that can be gone back and forth in is opened again after a member
 * that libarchive gives up on. */
#include "container.h"
#include "refusal.h"

#include "base/buf.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_PATH = 1 << 16,
    MOST_REOPENED = 100,
    MOST_FAILED = 100, /* headers; then it is no zip any more */
    FREE = 1 << 20,    /* bytes a member may unpack to */
    RATIO = 200,       /* before their ratio is looked at */
};

typedef struct zip {
    const ahd_item *item;
    ahd_stream *stream;
    size_t given; /* bytes at hand that libarchive has yet to be done with */
    ahd_error broken; /* of the stream */
    struct archive *archive;
    uint32_t members, reopened, failed;
    bool ended;
    ahd_stream *member;
    int64_t packed_from; /* where the member's bytes begin */
    uint64_t unpacked;
    ahd_buf path;
    locale_t utf8; /* libarchive gives names in the locale's charset */
} zip;

/* ------------------------------------------- what libarchive asks for */

static la_ssize_t give_bytes(struct archive *a, void *context, const void **out)
{
    zip *b = context;

    ahd_stream_take(b->stream, b->given);
    b->given = 0;
    if (ahd_stream_need(b->stream, 1, &b->broken) != AHD_OK) {
        archive_set_error(a, EIO, "unreadable");
        return ARCHIVE_FATAL;
    }
    ahd_str have = ahd_stream_have(b->stream);
    b->given = have.len;
    *out = have.ptr;
    return (la_ssize_t)have.len;
}

static la_int64_t skip_bytes(struct archive *a, void *context, la_int64_t want)
{
    zip *b = context;
    uint64_t left = (uint64_t)want;

    ahd_stream_take(b->stream, b->given);
    b->given = 0;
    if (ahd_stream_skip(b->stream, &left, &b->broken) != AHD_OK) {
        archive_set_error(a, EIO, "unreadable");
        return ARCHIVE_FATAL;
    }
    return want - (la_int64_t)left;
}

static la_int64_t seek_to(struct archive *a, void *context, la_int64_t by,
                          int whence)
{
    zip *b = context;
    la_int64_t size = (la_int64_t)ahd_stream_size(b->stream);
    la_int64_t at = by;

    if (whence == SEEK_CUR)
        at += (la_int64_t)ahd_stream_place(b->stream) + (la_int64_t)b->given;
    else if (whence == SEEK_END)
        at += size;
    if (at < 0 || at > size || !ahd_stream_seek(b->stream, (uint64_t)at)) {
        archive_set_error(a, EIO, "cannot go there");
        return ARCHIVE_FATAL;
    }
    b->given = 0;
    return at;
}

static bool can_seek(const zip *b)
{
    return ahd_stream_size(b->stream) > 0 && !ahd_stream_is_packed(b->stream);
}

/* ------------------------------------------------------------- failing */

static ahd_status fail_memory(const zip *b, ahd_error *error)
{
    return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, b->item->page.path,
                            "no memory to read it");
}

static ahd_status fail_damaged(zip *b, const char *path, ahd_error *error)
{
    const char *why = archive_error_string(b->archive);

    if (b->broken.status != AHD_OK) {
        if (error != NULL)
            *error = b->broken;
        return b->broken.status;
    }
    return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, path,
                            "its zip data is damaged or cut off (%s); fetch "
                            "it again",
                            why ? why : "no reason");
}

/* ------------------------------------------------------------- opening */

static bool open_archive(zip *b)
{
    struct archive *a = archive_read_new();

    b->archive = a;
    if (a == NULL)
        return false;
    archive_read_support_format_zip(a);
    archive_read_set_read_callback(a, give_bytes);
    archive_read_set_skip_callback(a, skip_bytes);
    if (can_seek(b))
        archive_read_set_seek_callback(a, seek_to);
    archive_read_set_callback_data(a, b);
    return archive_read_open1(a) == ARCHIVE_OK;
}

/* Where libarchive gave up, but what follows can be reached another way. */
static bool open_again(zip *b)
{
    struct archive_entry *entry;

    if (!can_seek(b) || b->broken.status != AHD_OK ||
        ++b->reopened > MOST_REOPENED)
        return false;
    archive_read_free(b->archive);
    if (!ahd_stream_seek(b->stream, 0))
        return false;
    b->given = 0;
    if (!open_archive(b))
        return false;
    for (uint32_t i = 0; i < b->members; i++)
        if (archive_read_next_header(b->archive, &entry) < ARCHIVE_WARN)
            return false;
    return true;
}

static ahd_status open_zip(const ahd_item *item, void **out, ahd_error *error)
{
    zip *b = calloc(1, sizeof *b);

    *out = b;
    if (b == NULL)
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, item->page.path,
                                "no memory to read it");
    b->item = item;
    b->stream = item->stream;
    b->path = AHD_BUF(MOST_PATH);
    b->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (open_archive(b))
        return AHD_OK;
    b->ended = true; /* the failure is told by the first `next` */
    return AHD_OK;
}

static void close_zip(void *container)
{
    zip *b = container;

    ahd_stream_close(b->member);
    archive_read_free(b->archive);
    if (b->utf8 != (locale_t)0)
        freelocale(b->utf8);
    ahd_buf_finish(&b->path);
    free(b);
}

/* ------------------------------------------------------------- members */

static ahd_status fail_bomb(zip *b, ahd_error *error)
{
    b->ended = !can_seek(b); /* else all of it would have to be gone through */
    return ahd_refusal_fail(error, AHD_REFUSAL_BOMB, b->path.ptr,
                            "unpacks to more than %d times its size; if you "
                            "trust it, unpack it first",
                            RATIO);
}

static ahd_status read_member(void *context, char *to, size_t size, size_t *got,
                              ahd_error *error)
{
    zip *b = context;
    la_ssize_t n = archive_read_data(b->archive, to, size);

    *got = 0;
    if (n < 0) {
        ahd_status status = fail_damaged(b, b->path.ptr, error);
        b->ended = n <= ARCHIVE_FATAL && !open_again(b);
        return status;
    }
    *got = (size_t)n;
    b->unpacked += (uint64_t)n;
    int64_t packed = archive_filter_bytes(b->archive, 0) - b->packed_from;
    if (b->unpacked > FREE && (int64_t)(b->unpacked / RATIO) > packed)
        return fail_bomb(b, error);
    return AHD_OK;
}

static const char *name_of(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);

    if (name == NULL)
        name = archive_entry_pathname(entry);
    return name ? name : "?";
}

/* A WACZ has a crawl in archive/, and the rest is about it. */
static bool is_about(const zip *b, const char *name)
{
    return ahd_str_ends(ahd_str_from(b->item->page.path), AHD_STR(".wacz")) &&
           strncmp(name, "archive/", 8) != 0;
}

static ahd_status give_member(zip *b, struct archive_entry *entry,
                              ahd_item *out, ahd_error *error)
{
    const char *name = name_of(entry);

    ahd_buf_clear(&b->path);
    ahd_buf_printf(&b->path, "%s:%s", b->item->page.path, name);
    if (b->path.failed)
        return ahd_refusal_fail(error, AHD_REFUSAL_LARGE, b->item->page.path,
                                "has a name that is too long; unpack it first");
    *out = (ahd_item){.page = {.path = b->path.ptr}};
    if (archive_entry_is_encrypted(entry))
        return ahd_refusal_fail(error, AHD_REFUSAL_LOCKED, b->path.ptr,
                                "is encrypted; unpack it first");
    if (is_about(b, name)) {
        out->page.passed = ahd_refusal_name(AHD_REFUSAL_ABOUT);
        return AHD_OK;
    }
    b->packed_from = archive_filter_bytes(b->archive, 0);
    b->unpacked = 0;
    AHD_TRY(ahd_stream_open_feed(b->path.ptr, (ahd_stream_feed){b, read_member},
                                 &b->member, error));
    out->stream = b->member;
    return AHD_OK;
}

static ahd_status next_member(zip *b, ahd_item *out, bool *end,
                              ahd_error *error)
{
    struct archive_entry *entry = NULL;

    ahd_stream_close(b->member);
    b->member = NULL;
    if (b->ended && b->members == 0 && b->archive != NULL) {
        b->members = 1; /* once */
        return fail_damaged(b, b->item->page.path, error);
    }
    while (!b->ended) {
        int code = archive_read_next_header(b->archive, &entry);
        b->failed += code < ARCHIVE_WARN;
        b->ended = code == ARCHIVE_EOF || code == ARCHIVE_FATAL ||
                   b->failed > MOST_FAILED;
        if (code == ARCHIVE_EOF)
            break;
        b->members++;
        if (code < ARCHIVE_WARN)
            return fail_damaged(b, b->item->page.path, error);
        if (archive_entry_filetype(entry) == AE_IFREG &&
            !ahd_container_hides(name_of(entry)))
            return give_member(b, entry, out, error);
    }
    *end = true;
    return b->archive ? AHD_OK : fail_memory(b, error);
}

static ahd_status next(void *container, ahd_item *out, bool *end,
                       ahd_error *error)
{
    zip *b = container;
    locale_t before = uselocale(b->utf8);
    ahd_status status = next_member(b, out, end, error);

    uselocale(before);
    return status;
}

/* ------------------------------------------------------------- the kind */

static bool fits_zip(const ahd_item *item, ahd_str head)
{
    (void)item;
    return ahd_str_starts(head, AHD_STR("PK\x03\x04")) ||
           ahd_str_starts(head, AHD_STR("PK\x05\x06"));
}

const ahd_container_kind ahd_zip_kind = {.name = "zip",
                                         .fits = fits_zip,
                                         .open = open_zip,
                                         .next = next,
                                         .close = close_zip};
