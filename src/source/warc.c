/* warc.c - crawls: WARC 1.0 and 1.1 (ISO 28500), packed or not.
 *
 *     WARC/1.0                        one record: its head, an empty line,
 *     WARC-Type: response             the block of Content-Length bytes (an
 *     Content-Length: 1234            HTTP response as it was sent), and two
 *                                     empty lines
 *
 * A record is held whole before anything is believed of it: only when what
 * follows its block is as it should be. After damage the next record is looked
 * for: the next packed member, or the next line "WARC/". */
#include "container.h"
#include "digest.h"
#include "header.h"
#include "http.h"
#include "media.h"
#include "payload.h"
#include "refusal.h"
#include "warc_head.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEAD_MOST = 64 << 10,
    BLOCK_MOST = AHD_SOURCE_LARGEST + AHD_HTTP_HEAD,
    TRAILER = 4,
};

typedef struct record {
    ahd_warc_head head;
    const char *at; /* where it stood when its head was read */
    bool member;    /* it begins with a packed member */
    uint64_t place;
} record;

typedef struct warc {
    const ahd_item *item;
    ahd_stream *stream;
    bool lost;     /* the next record must be looked for */
    bool doubt;    /* it was, so what is found may be none; nothing is said */
    bool told;     /* people know already that the last one was no good */
    bool member;   /* the last one began a packed member */
    uint64_t due;  /* bytes of it, to be passed over */
    ahd_buf names; /* path and what else must outlive the window */
    ahd_payload body;
    ahd_http http;
} warc;

/* ----------------------------------------------------------- failing */

static void set_path(warc *w, uint64_t place)
{
    ahd_buf_clear(&w->names);
    ahd_buf_printf(&w->names, "%s:%" PRIu64, w->item->page.path, place);
}

/* Where it was cannot be gone on from; at least a byte is behind us. */
static void lose(warc *w)
{
    w->lost = w->told = true;
    if (ahd_stream_have(w->stream).len > 0)
        ahd_stream_take(w->stream, 1);
}

/* A failure of the stream is one of the record at hand. */
static ahd_status locate(warc *w, ahd_status status, ahd_error *error)
{
    ahd_error stream;

    lose(w);
    if (error == NULL)
        return status;
    stream = *error;
    (void)ahd_fail_at(error, status, w->names.ptr, 0, "%s", stream.message);
    error->reason = stream.reason;
    return status;
}

#define CUT_OFF "has a record that is cut off"

static ahd_status say_damaged(warc *w, const char *what, ahd_error *error)
{
    w->told = true;
    return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, w->names.ptr,
                            "%s; the reading goes on after it; fetch the file "
                            "again",
                            what);
}

static ahd_status fail_damaged(warc *w, const char *what, ahd_error *error)
{
    lose(w);
    return say_damaged(w, what, error);
}

static ahd_status fail_large(warc *w, uint64_t length, ahd_error *error)
{
    w->told = true;
    return ahd_refusal_fail(error, AHD_REFUSAL_LARGE, w->names.ptr,
                            "has a page of %" PRIu64 " MiB, above the limit of "
                            "%d MiB; leave it out",
                            length >> 20, AHD_SOURCE_LARGEST >> 20);
}

/* ------------------------------------------------------ finding records */

/* Stand at the next "WARC/"; false at the end. A member that is broken as well
 * is passed over without a word: it is one damage. */
static bool find_record(warc *w)
{
    ahd_stream *stream = w->stream;
    size_t from = 0;

    for (;;) {
        size_t before = ahd_stream_have(stream).len;
        ahd_status status = ahd_stream_need(stream, before + 1, NULL);
        ahd_str have = ahd_stream_have(stream);
        size_t at = ahd_warc_head_find(have, from);
        if (at < have.len) {
            ahd_stream_take(stream, at);
            return true;
        }
        if (status == AHD_OK && have.len == before)
            return false;
        if (status != AHD_OK) {
            if (!ahd_stream_mend(stream))
                return false;
            from = 0;
        } else if (have.len > AHD_WARC_HEAD_START) {
            ahd_stream_take(stream, have.len - AHD_WARC_HEAD_START);
            from = 1; /* what stood before it is gone, and it was looked at */
        }
    }
}

/* ----------------------------------------------------------------- heads */

/* The head of the record that the stream stands at, whole at hand. */
static ahd_status read_head(warc *w, record *r, ahd_error *error)
{
    ahd_str have = ahd_stream_have(w->stream);
    size_t before = 0, size;

    while ((size = ahd_header_end(have)) == 0) {
        if (have.len == before || have.len > HEAD_MOST)
            return fail_damaged(w, "has a record whose head does not end",
                                error);
        before = have.len;
        ahd_status status = ahd_stream_need(w->stream, 2 * before, error);
        if (status != AHD_OK)
            return locate(w, status, error);
        have = ahd_stream_have(w->stream);
    }
    r->at = have.ptr;
    if (!ahd_warc_head_read((ahd_str){have.ptr, size}, &r->head))
        return fail_damaged(w, "has a record without a length", error);
    return AHD_OK;
}

/* The window moved, and the fields of the head with it. */
static void follow(const warc *w, record *r)
{
    ahd_str have = ahd_stream_have(w->stream);

    if (r->at != have.ptr)
        (void)ahd_warc_head_read((ahd_str){have.ptr, r->head.size}, &r->head);
    r->at = have.ptr;
}

/* Empty lines between records are more than there should be, but no harm. */
static ahd_status pass_blank(warc *w, bool *end, ahd_error *error)
{
    for (;;) {
        AHD_TRY(ahd_stream_need(w->stream, 1, error));
        ahd_str have = ahd_stream_have(w->stream);
        size_t n = 0;
        while (n < have.len && (have.ptr[n] == '\r' || have.ptr[n] == '\n'))
            n++;
        ahd_stream_take(w->stream, n);
        *end = have.len == 0;
        if (n < have.len || *end)
            return AHD_OK;
    }
}

/* ---------------------------------------------------------------- blocks */

/* Does the record end where its length says, or begin another? */
static bool ends_well(ahd_str after)
{
    size_t n = 0;

    if (ahd_str_starts(after, AHD_STR("\r\n\r\n")) ||
        ahd_str_starts(after, AHD_STR("\n\n")))
        return true;
    while (n < after.len && (after.ptr[n] == '\r' || after.ptr[n] == '\n'))
        n++;
    return n == after.len ||
           ahd_str_starts((ahd_str){after.ptr + n, after.len - n},
                          AHD_STR("WARC"));
}

/* The block, whole at hand. */
static ahd_status read_block(warc *w, record *r, ahd_str *block,
                             ahd_error *error)
{
    size_t length = (size_t)r->head.length;
    ahd_status status =
        ahd_stream_need(w->stream, r->head.size + length + TRAILER, error);
    ahd_str have = ahd_stream_have(w->stream);

    if (status != AHD_OK && have.len < r->head.size + length)
        return locate(w, status, error);
    if (have.len < r->head.size + length) {
        ahd_stream_take(w->stream, r->head.size - 1);
        return fail_damaged(w, CUT_OFF, error);
    }
    *block = (ahd_str){have.ptr + r->head.size, length};
    ahd_str after = {have.ptr + r->head.size + length,
                     have.len - r->head.size - length};
    follow(w, r);
    if (ends_well(after))
        return AHD_OK;
    ahd_stream_take(w->stream, r->head.size - 1);
    return fail_damaged(w, "has a record with a wrong length", error);
}

/* What is due of the record before the next one. */
static void leave(warc *w, const record *r)
{
    w->member = r->member;
    w->due = r->head.size + r->head.length;
}

/* A record that begins a packed member does not reach beyond it, nor one that
 * is not packed beyond the file, whatever their lengths say: all that follows
 * would be hidden. */
static ahd_status pass_due(warc *w, ahd_error *error)
{
    uint64_t size = ahd_stream_size(w->stream), due = w->due;

    bool told = w->told;

    w->due = 0;
    ahd_status status = AHD_OK;
    if (w->member)
        status = ahd_stream_skip_inside(w->stream, &due, error);
    else if (size > 0 && !ahd_stream_is_packed(w->stream) &&
             due > size - ahd_stream_place(w->stream))
        lose(w);
    else
        status = ahd_stream_skip(w->stream, &due, error);
    w->member = false;
    if (status != AHD_OK)
        return locate(w, status, error);
    return due == 0 || told ? AHD_OK : say_damaged(w, CUT_OFF, error);
}

/* ----------------------------------------------------------------- pages */

static void fill_item(warc *w, const record *r, ahd_item *out)
{
    *out = (ahd_item){.page = {.path = w->names.ptr,
                               .url = ahd_warc_head_uri(&r->head),
                               .seen_at = ahd_warc_head_date(&r->head),
                               .charset = w->http.charset,
                               .headers = w->http.head},
                      .type = ahd_http_type(&w->http)};
}

static ahd_status pass(const warc *w, ahd_refusal why, ahd_item *out)
{
    *out = (ahd_item){
        .page = {.path = w->names.ptr, .passed = ahd_refusal_name(why)}};
    return AHD_OK;
}

/* Types that no kind of container wants either. */
static ahd_refusal judge_type(const warc *w)
{
    ahd_refusal why = w->http.type_len > 0
                          ? ahd_media_judge(ahd_http_type(&w->http), "")
                          : AHD_REFUSAL_NONE;

    return why == AHD_REFUSAL_JSON || why == AHD_REFUSAL_OTHER_TYPE
               ? AHD_REFUSAL_NONE
               : why;
}

static ahd_refusal judge_status(int status)
{
    if (status >= 200 && status < 300)
        return AHD_REFUSAL_NONE;
    return status >= 300 && status < 400 ? AHD_REFUSAL_REDIRECT
                                         : AHD_REFUSAL_HTTP_ERROR;
}

/* What the start of the block tells: may it be a page? */
static ahd_refusal judge(warc *w, const record *r, ahd_str block)
{
    ahd_refusal why = AHD_REFUSAL_NONE;

    if (r->head.type == AHD_WARC_RESPONSE) {
        if (!ahd_http_read(block, &w->http))
            return AHD_REFUSAL_NOT_HTTP;
        why = judge_status(w->http.status);
    } else {
        /* Its own head stands for that of HTTP. */
        ahd_str head = {block.ptr - r->head.size, r->head.size};
        w->http = (ahd_http){.head = ahd_str_trim(head), .body = block};
        ahd_http_set_type(&w->http, r->head.fields[AHD_WARC_CONTENT]);
    }
    if (why == AHD_REFUSAL_NONE)
        why = judge_type(w);
    return why;
}

/* A block digest is of all; only without one is the payload's looked at, which
 * some writers take of the body as sent and some of the joined one. */
static bool digest_differs(const record *r, ahd_str block, ahd_str raw,
                           ahd_str joined)
{
    ahd_str of_block = r->head.fields[AHD_WARC_BLOCK_DIGEST];
    ahd_str of_body = r->head.fields[AHD_WARC_PAYLOAD_DIGEST];

    if (of_block.len > 0)
        return !ahd_digest_fits(of_block, block);
    return !ahd_digest_fits(of_body, raw) && !ahd_digest_fits(of_body, joined);
}

static ahd_status fail_body(warc *w, ahd_refusal why, ahd_error *error)
{
    static const char *const texts[AHD_REFUSALS] = {
        [AHD_REFUSAL_DAMAGED] =
            "has a body that is damaged or cut off; fetch it again",
        [AHD_REFUSAL_BOMB] =
            "has a body that unpacks to over 200 times its size; drop it",
        [AHD_REFUSAL_LARGE] =
            "has a page above the limit of 32 MiB; leave it out",
        [AHD_REFUSAL_CODING] =
            "has a body in an unknown coding; unpack it first",
        [AHD_REFUSAL_MEMORY] = "no memory to unpack it",
    };

    w->told = true;
    return ahd_refusal_fail(error, why, w->names.ptr, "%s", texts[why]);
}

/* Bytes of the file that a body of `len` bytes took. */
static uint64_t packed_size(const warc *w, const record *r, size_t len)
{
    uint64_t raw = ahd_stream_raw(w->stream) - r->place;

    return r->member && raw < len ? raw : len;
}

static ahd_status give_page(warc *w, const record *r, ahd_str block,
                            ahd_item *out, ahd_error *error)
{
    ahd_str raw = w->http.body, joined, bytes;

    fill_item(w, r, out);
    ahd_refusal why = ahd_payload_join(&w->body, &w->http, raw, &joined);
    if (why == AHD_REFUSAL_NONE)
        why = ahd_payload_unpack(&w->body, &w->http, joined,
                                 packed_size(w, r, joined.len), &bytes);
    if (why == AHD_REFUSAL_NONE && bytes.len > AHD_SOURCE_LARGEST)
        why = AHD_REFUSAL_LARGE;
    if (why != AHD_REFUSAL_NONE)
        return fail_body(w, why, error);
    if (ahd_str_trim(bytes).len == 0)
        return pass(w, AHD_REFUSAL_NO_BODY, out);
    out->page.bytes = bytes;
    if (digest_differs(r, block, raw, joined)) {
        out->page.odd = "differs from its own digest, so it was changed or "
                        "badly written; it is read all the same";
        out->page.odd_reason = ahd_refusal_name(AHD_REFUSAL_DIGEST);
    }
    return AHD_OK;
}

/* --------------------------------------------------------------- records */

/* Too large to be held; that matters only when it is a page. */
static ahd_status pass_large(warc *w, record *r, ahd_item *out,
                             ahd_error *error)
{
    ahd_status status =
        ahd_stream_need(w->stream, r->head.size + AHD_HTTP_HEAD, error);
    if (status != AHD_OK)
        return locate(w, status, error);
    ahd_str have = ahd_stream_have(w->stream);
    follow(w, r);
    ahd_refusal why = judge(
        w, r, (ahd_str){have.ptr + r->head.size, have.len - r->head.size});
    leave(w, r);
    return why == AHD_REFUSAL_NONE ? fail_large(w, r->head.length, error)
                                   : pass(w, why, out);
}

static ahd_status take_capture(warc *w, record *r, ahd_item *out,
                               ahd_error *error)
{
    ahd_str block = {0};

    if (r->head.type == AHD_WARC_CONTINUATION ||
        r->head.fields[AHD_WARC_SEGMENT].len > 0) {
        leave(w, r);
        w->told = true;
        return ahd_refusal_fail(error, AHD_REFUSAL_SEGMENTS, w->names.ptr,
                                "is a capture in segments, which are not "
                                "joined; have the crawler write it in one");
    }
    if (r->head.length > BLOCK_MOST)
        return pass_large(w, r, out, error);
    AHD_TRY(read_block(w, r, &block, error));
    leave(w, r);
    ahd_refusal why = judge(w, r, block);
    if (why != AHD_REFUSAL_NONE)
        return pass(w, why, out);
    return give_page(w, r, block, out, error);
}

static ahd_status take_record(warc *w, record *r, ahd_item *out,
                              ahd_error *error)
{
    r->place = ahd_stream_place(w->stream);
    r->member =
        ahd_stream_is_packed(w->stream) && ahd_stream_at_member(w->stream);
    if (!ahd_warc_head_starts(ahd_stream_have(w->stream)))
        return fail_damaged(w, "is followed by something that is no record",
                            error);
    set_path(w, r->place);
    AHD_TRY(read_head(w, r, error));
    w->doubt = false;
    ahd_refusal passed = r->head.passed;
    if (passed == AHD_REFUSAL_NONE)
        return take_capture(w, r, out, error);
    leave(w, r);
    return pass(w, passed, out);
}

/* The next record that there is a word to say about, from where it stands. */
static ahd_status next_record(warc *w, ahd_item *out, bool *end,
                              ahd_error *error)
{
    record r = {0};
    ahd_status status = pass_blank(w, end, error);
    if (status == AHD_OK && !*end)
        status = ahd_stream_need(w->stream, AHD_WARC_HEAD_START, error);
    if (status != AHD_OK) {
        set_path(w, ahd_stream_place(w->stream));
        return locate(w, status, error);
    }
    w->told = false;
    return *end ? AHD_OK : take_record(w, &r, out, error);
}

static ahd_status next(void *container, ahd_item *out, bool *end,
                       ahd_error *error)
{
    warc *w = container;
    ahd_status status;

    do {
        bool told = w->told;
        status = pass_due(w, error);
        if (status != AHD_OK && !told)
            return status;
        w->doubt = w->lost;
        w->lost = false;
        if (w->doubt && !find_record(w)) {
            *end = true;
            return AHD_OK;
        }
        status = next_record(w, out, end, error);
    } while (status != AHD_OK && w->doubt);
    return status;
}

/* --------------------------------------------------------------- opening */

static bool fits(const ahd_item *item, ahd_str head)
{
    (void)item;
    return ahd_str_starts(head, AHD_STR("WARC/"));
}

static ahd_status open_warc(const ahd_item *item, void **out, ahd_error *error)
{
    warc *w = calloc(1, sizeof *w);

    *out = w;
    if (w == NULL)
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, item->page.path,
                                "no memory to read it");
    w->item = item;
    w->stream = item->stream;
    w->names = AHD_BUF(2 * HEAD_MOST);
    ahd_payload_init(&w->body);
    set_path(w, 0);
    return AHD_OK;
}

static void close_warc(void *container)
{
    warc *w = container;

    ahd_payload_finish(&w->body);
    ahd_buf_finish(&w->names);
    free(w);
}

const ahd_container_kind ahd_warc_kind = {.name = "WARC",
                                          .deepest = 1,
                                          .fits = fits,
                                          .open = open_warc,
                                          .next = next,
                                          .close = close_warc};
