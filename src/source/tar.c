/* tar.c - POSIX ustar and pax, with the long names of GNU tar (POSIX.1-2017,
 * pax, "ustar Interchange Format").
 *
 *     pages.tar.gz -> pages.tar.gz:a.html, pages.tar.gz:dir/b.html …
 *
 * Headers and members stand in blocks of 512 bytes. After a header that is
 * damaged the next good one is looked for. Members with holes are refused. */
#include "container.h"
#include "refusal.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 512, MOST_NAME = 1 << 16, MOST_PATH = 1 << 17 };

/* Where the fields of a header stand. */
enum {
    NAME = 0,
    NAME_LEN = 100,
    SIZE = 124,
    SIZE_LEN = 12,
    SUM = 148,
    SUM_LEN = 8,
    TYPE = 156,
    MAGIC = 257,
    PREFIX = 345,
    PREFIX_LEN = 155
};

typedef struct tar {
    const ahd_item *item;
    ahd_stream *stream;
    uint64_t left;  /* of the member at hand, not yet read */
    uint64_t blank; /* bytes after it, up to the next block */
    bool lost;      /* the next header must be looked for */
    bool broken;    /* the stream failed, and people know */
    ahd_stream *member;
    bool holes;   /* a header before told that it has some */
    bool named;   /* a header before told the name or the size */
    ahd_buf name; /* of the member */
    uint64_t size;
    bool sized;
    ahd_buf path;
} tar;

/* --------------------------------------------------------------- headers */

static ahd_str field(const char *block, size_t at, size_t len)
{
    const char *end = memchr(block + at, 0, len);

    return (ahd_str){block + at, end ? (size_t)(end - block) - at : len};
}

/* Octal, or base 256 when the first bit is set. */
static bool read_number(const char *block, size_t at, size_t len, uint64_t *out)
{
    const unsigned char *b = (const unsigned char *)block + at;
    bool binary = b[0] == 0x80;

    *out = 0;
    for (size_t i = binary ? 1 : 0; i < len; i++) {
        if (*out >> 55)
            return false;
        if (binary)
            *out = *out << 8 | b[i];
        else if (b[i] >= '0' && b[i] <= '7')
            *out = *out << 3 | (uint64_t)(b[i] - '0');
        else if (b[i] == 0 || b[i] != ' ')
            return b[i] == 0;
    }
    return true;
}

/* The sum of the bytes, with blanks where it stands itself. */
static bool is_header(const char *block)
{
    uint64_t told, sum = 0;

    for (int i = 0; i < BLOCK; i++)
        sum += i >= SUM && i < SUM + SUM_LEN ? ' ' : (unsigned char)block[i];
    return read_number(block, SUM, SUM_LEN, &told) && told == sum &&
           memcmp(block + MAGIC, "ustar", 5) == 0;
}

static bool is_zero(const char *block)
{
    return block[0] == 0 && memcmp(block, block + 1, BLOCK - 1) == 0;
}

/* -------------------------------------------------------------- failing */

static ahd_status fail_damaged(tar *t, ahd_error *error)
{
    t->lost = true;
    return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, t->item->page.path,
                            "its tar data is damaged or cut off; the reading "
                            "goes on after it; fetch it again");
}

/* Bytes at hand. When the stream fails nothing follows that could be found. */
static ahd_status have_bytes(tar *t, size_t want, ahd_error *error)
{
    ahd_status status = ahd_stream_need(t->stream, want, error);

    t->broken = status != AHD_OK;
    return status;
}

/* --------------------------------------------------------------- members */

static ahd_status read_member(void *context, char *to, size_t size, size_t *got,
                              ahd_error *error)
{
    tar *t = context;

    *got = 0;
    if (t->left == 0)
        return AHD_OK;
    AHD_TRY(have_bytes(t, 1, error));
    ahd_str have = ahd_stream_have(t->stream);
    size_t n = have.len < size ? have.len : size;
    n = n < t->left ? n : (size_t)t->left;
    if (n == 0)
        return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, t->path.ptr,
                                "is cut off; fetch the archive again");
    memcpy(to, have.ptr, n);
    ahd_stream_take(t->stream, n);
    t->left -= n;
    *got = n;
    return AHD_OK;
}

static void set_name(tar *t, const char *block)
{
    ahd_str prefix = field(block, PREFIX, PREFIX_LEN);

    if (t->named)
        return;
    ahd_buf_clear(&t->name);
    if (prefix.len > 0 && block[MAGIC + 5] == 0) { /* not GNU's older one */
        ahd_buf_add(&t->name, prefix);
        ahd_buf_byte(&t->name, '/');
    }
    ahd_buf_add(&t->name, field(block, NAME, NAME_LEN));
}

static ahd_status give_member(tar *t, const char *block, ahd_item *out,
                              ahd_error *error)
{
    bool holes = t->holes || block[TYPE] == 'S';

    ahd_buf_clear(&t->path);
    ahd_buf_printf(&t->path, "%s:%s", t->item->page.path,
                   t->name.ptr ? t->name.ptr : "");
    t->named = t->sized = t->holes = false;
    if (t->path.failed)
        return ahd_refusal_fail(error, AHD_REFUSAL_LARGE, t->item->page.path,
                                "has a name that is too long; unpack it first");
    if (holes)
        return ahd_refusal_fail(error, AHD_REFUSAL_CODING, t->path.ptr,
                                "is stored with holes; unpack it first");
    AHD_TRY(ahd_stream_open_feed(t->path.ptr, (ahd_stream_feed){t, read_member},
                                 &t->member, error));
    *out = (ahd_item){.page = {.path = t->path.ptr}, .stream = t->member};
    return AHD_OK;
}

/* ------------------------------------------- headers about the next one */

/* "25 path=dir/a.html\n" of a pax header: the path and the size. */
static void take_pax(tar *t, ahd_str text)
{
    while (text.len > 0) {
        ahd_str line = ahd_str_cut(&text, '\n');
        ahd_str_cut(&line, ' ');
        ahd_str key = ahd_str_cut(&line, '=');
        if (ahd_str_eq(key, AHD_STR("path"))) {
            ahd_buf_clear(&t->name);
            ahd_buf_add(&t->name, line);
            t->named = true;
        } else if (ahd_str_eq(key, AHD_STR("size"))) {
            uint32_t size;
            t->sized = ahd_str_number(line, &size);
            t->size = size;
        } else if (ahd_str_starts(key, AHD_STR("GNU.sparse"))) {
            t->holes = true;
        }
    }
}

static ahd_status take_extra(tar *t, char type, ahd_error *error)
{
    size_t len = (size_t)t->left;

    if (t->left > MOST_NAME)
        return AHD_OK; /* passed over with its bytes */
    AHD_TRY(have_bytes(t, len, error));
    ahd_str have = ahd_stream_have(t->stream);
    if (have.len < len)
        return AHD_OK;
    if (type == 'L') {
        ahd_buf_clear(&t->name);
        ahd_buf_add(&t->name, field(have.ptr, 0, len));
        t->named = true;
    } else {
        take_pax(t, (ahd_str){have.ptr, len});
    }
    return AHD_OK;
}

/* --------------------------------------------------------------- reading */

static ahd_status pass_rest(tar *t, ahd_error *error)
{
    uint64_t len = t->left + t->blank;

    ahd_stream_close(t->member);
    t->member = NULL;
    t->left = t->blank = 0;
    ahd_status status = ahd_stream_skip(t->stream, &len, error);
    t->broken = status != AHD_OK;
    return status;
}

/* A header at hand, or the end. `lost`: blocks that are none are no news. */
static ahd_status find_header(tar *t, bool *end, ahd_error *error)
{
    for (;;) {
        AHD_TRY(have_bytes(t, BLOCK, error));
        ahd_str have = ahd_stream_have(t->stream);
        bool cut = have.len > 0 && have.len < BLOCK;
        if (cut && !t->lost) {
            ahd_stream_take(t->stream, have.len);
            return fail_damaged(t, error);
        }
        *end = have.len < BLOCK || (!t->lost && is_zero(have.ptr));
        if (*end)
            return AHD_OK;
        if (is_header(have.ptr))
            break;
        ahd_stream_take(t->stream, BLOCK);
        if (!t->lost)
            return fail_damaged(t, error);
    }
    t->lost = false;
    return AHD_OK;
}

/* Past the header; what it says of the member stays in `block`. */
static bool take_header(tar *t, char block[BLOCK])
{
    uint64_t size = 0;

    memcpy(block, ahd_stream_have(t->stream).ptr, BLOCK);
    ahd_stream_take(t->stream, BLOCK);
    if (!read_number(block, SIZE, SIZE_LEN, &size))
        return false;
    t->left = t->sized && strchr("xgLK", block[TYPE]) == NULL ? t->size : size;
    t->blank = (BLOCK - t->left % BLOCK) % BLOCK;
    return true;
}

static ahd_status step(tar *t, ahd_item *out, bool *found, ahd_error *error)
{
    char block[BLOCK];

    if (!take_header(t, block))
        return fail_damaged(t, error);
    char type = block[TYPE];
    if (type == 'L' || type == 'x')
        return take_extra(t, type, error);
    *found = type == '0' || type == 0 || type == '7' || type == 'S';
    if (*found) {
        set_name(t, block);
        *found = t->name.ptr == NULL || !ahd_container_hides(t->name.ptr);
    }
    if (*found)
        return give_member(t, block, out, error);
    if (type != 'g' && type != 'K')
        t->named = t->sized = t->holes = false;
    return AHD_OK;
}

static ahd_status next(void *container, ahd_item *out, bool *end,
                       ahd_error *error)
{
    tar *t = container;
    bool found = false;

    while (!found) {
        *end = t->broken;
        if (*end)
            return AHD_OK;
        AHD_TRY(pass_rest(t, error));
        AHD_TRY(find_header(t, end, error));
        if (*end)
            return AHD_OK;
        AHD_TRY(step(t, out, &found, error));
    }
    return AHD_OK;
}

/* --------------------------------------------------------------- opening */

static bool fits(const ahd_item *item, ahd_str head)
{
    (void)item;
    return head.len >= BLOCK && is_header(head.ptr);
}

static ahd_status open_tar(const ahd_item *item, void **out, ahd_error *error)
{
    tar *t = calloc(1, sizeof *t);

    *out = t;
    if (t == NULL)
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, item->page.path,
                                "no memory to read it");
    t->item = item;
    t->stream = item->stream;
    t->name = AHD_BUF(MOST_NAME);
    t->path = AHD_BUF(MOST_PATH);
    return AHD_OK;
}

static void close_tar(void *container)
{
    tar *t = container;

    ahd_stream_close(t->member);
    ahd_buf_finish(&t->name);
    ahd_buf_finish(&t->path);
    free(t);
}

const ahd_container_kind ahd_tar_kind = {.name = "tar",
                                         .fits = fits,
                                         .open = open_tar,
                                         .next = next,
                                         .close = close_tar};
