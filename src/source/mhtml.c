/* mhtml.c - MHTML (RFC 2557): a page with its pictures, as browsers save it.
 *
 * One page comes out of it. The parts are gone through line by line, and only
 * the best HTML part so far is held: the one that `start` names, else the one
 * saved under the address of the whole, else the first. When no better one can
 * come the rest, which is pictures, is left unread. */
#include "header.h"

#include "base/ascii.h"
#include "lent.h"
#include "refusal.h"
#include "transfer.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    DEEPEST = 8,
    BOUNDARY = 200,
    HEAD_BYTES = 64 << 10,
    LINE_BYTES = 64 << 10,
    NAME_BYTES = 8 << 10,
};

typedef struct mhtml {
    const ahd_item *item;
    ahd_lent lent;
    size_t due;                   /* bytes of the line at hand, to be taken */
    bool fresh;                   /* the next piece begins a line */
    char open[DEEPEST][BOUNDARY]; /* boundaries of the open multiparts */
    int depth;
    ahd_buf head, part;                  /* of the part at hand */
    ahd_buf page, charset, url, headers; /* the best part, and of its header */
    ahd_buf start, address;
    int best; /* how good the page is; 0: there is none */
    bool over, cut_off;
} mhtml;

/* ------------------------------------------------------------ what it is */

static bool is_named(const char *path)
{
    ahd_str name = ahd_str_from(path);
    static const char *const endings[] = {".mhtml", ".mht"};

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t len = strlen(endings[i]);
        if (name.len >= len &&
            strncasecmp(name.ptr + name.len - len, endings[i], len) == 0)
            return true;
    }
    return false;
}

static ahd_str main_of(ahd_str head, ahd_str name)
{
    return ahd_header_main(ahd_header_find(head, name));
}

static bool is_multipart(ahd_str type)
{
    ahd_str start = {type.ptr, type.len < 10 ? type.len : 10};

    return ahd_ascii_same(start, AHD_STR("multipart/"));
}

static bool starts_as_header(ahd_str head)
{
    size_t at = 0;

    while (at < head.len && ((head.ptr[at] >= 'A' && head.ptr[at] <= 'Z') ||
                             (head.ptr[at] >= 'a' && head.ptr[at] <= 'z') ||
                             head.ptr[at] == '-'))
        at++;
    return at > 0 && at < head.len && head.ptr[at] == ':';
}

/* A mail is multipart/mixed or /alternative, and no page. */
static bool fits(const ahd_item *item, ahd_str head)
{
    size_t end = ahd_header_end(head);
    ahd_str block = {head.ptr, end > 0 ? end : head.len};

    if (!starts_as_header(head))
        return false;
    ahd_str type = main_of(block, AHD_STR("content-type"));
    if (is_named(item->page.path))
        return type.len > 0;
    return ahd_ascii_same(type, AHD_STR("multipart/related")) &&
           ahd_header_find(block, AHD_STR("mime-version")).len > 0;
}

/* ----------------------------------------------------------------- lines */

/* Long lines come in pieces, none of which ends inside "=C3". */
static size_t piece_len(ahd_str have)
{
    size_t len = have.len < LINE_BYTES ? have.len : LINE_BYTES;
    const char *end = len > 0 ? memchr(have.ptr, '\n', len) : NULL;

    if (end != NULL)
        return (size_t)(end - have.ptr) + 1;
    if (len < LINE_BYTES)
        return len;
    for (size_t i = 1; i <= 2; i++)
        if (have.ptr[len - i] == '=')
            return len - i;
    return len;
}

/* The next line with its end, or a piece of one; "" at the end. */
static ahd_status next_line(mhtml *m, ahd_str *line, bool *begins,
                            ahd_error *error)
{
    ahd_stream *stream = m->lent.stream;

    ahd_stream_take(stream, m->due);
    m->due = 0;
    for (size_t want = 256;; want *= 4) {
        AHD_TRY(ahd_stream_need(stream, want, error));
        ahd_str have = ahd_stream_have(stream);
        size_t len = piece_len(have);
        bool ends = len > 0 && have.ptr[len - 1] == '\n';
        if (!ends && have.len >= want && want < LINE_BYTES)
            continue;
        *line = (ahd_str){have.ptr, len};
        *begins = m->fresh;
        m->fresh = ends;
        m->due = len;
        return AHD_OK;
    }
}

/* Lines up to the empty one into m->head. */
static ahd_status read_head(mhtml *m, ahd_error *error)
{
    ahd_str line;
    bool begins;

    ahd_buf_clear(&m->head);
    do {
        AHD_TRY(next_line(m, &line, &begins, error));
        ahd_buf_add(&m->head, line);
    } while (line.len > 0 && !(begins && ahd_str_trim(line).len == 0));
    if (m->head.failed)
        return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, m->item->page.path,
                                "has a part with a header above %d KiB; save "
                                "the page again",
                                HEAD_BYTES >> 10);
    return AHD_OK;
}

/* ----------------------------------------------------------------- parts */

/* How many of the open multiparts stay open after this line: -1 when it is no
 * boundary; the last of those then has another part, or has none. */
static int boundary(const mhtml *m, ahd_str line, bool *last)
{
    ahd_str s = ahd_str_trim(line);

    if (!ahd_str_starts(line, AHD_STR("--")))
        return -1;
    s = (ahd_str){s.ptr + 2, s.len - 2};
    for (int i = m->depth - 1; i >= 0; i--) {
        ahd_str own = ahd_str_from(m->open[i]);
        ahd_str rest = {s.ptr + own.len, s.len - own.len};
        if (!ahd_str_starts(s, own))
            continue;
        *last = ahd_str_eq(rest, AHD_STR("--"));
        if (*last || rest.len == 0)
            return i;
    }
    return -1;
}

/* "<a@b>" -> "a@b" */
static ahd_str bare(ahd_str id)
{
    id = ahd_str_trim(id);
    if (id.len > 1 && id.ptr[0] == '<' && id.ptr[id.len - 1] == '>')
        return (ahd_str){id.ptr + 1, id.len - 2};
    return id;
}

static ahd_str head_of(const mhtml *m)
{
    return ahd_buf_str(&m->head);
}

enum { BEST = 3 };

/* 0: not the page at all. */
static int worth(const mhtml *m)
{
    ahd_str type = main_of(head_of(m), AHD_STR("content-type"));
    ahd_str id = ahd_header_find(head_of(m), AHD_STR("content-id"));
    ahd_str at = ahd_header_find(head_of(m), AHD_STR("content-location"));
    ahd_str start = ahd_buf_str(&m->start), url = ahd_buf_str(&m->address);

    if (!ahd_ascii_same(type, AHD_STR("text/html")) &&
        !ahd_ascii_same(type, AHD_STR("application/xhtml+xml")))
        return 0;
    if (start.len > 0 && ahd_str_eq(bare(id), start))
        return BEST;
    if (url.len > 0 && ahd_str_eq(ahd_str_trim(at), url))
        return start.len > 0 ? 2 : BEST;
    return start.len > 0 || url.len > 0 ? 1 : BEST;
}

static void set(ahd_buf *out, ahd_str value)
{
    ahd_buf_clear(out);
    ahd_buf_add(out, ahd_str_trim(value));
}

/* The part at hand is the best so far. */
static void keep(mhtml *m, int how_good)
{
    ahd_buf old = m->page;
    ahd_str type = ahd_header_find(head_of(m), AHD_STR("content-type"));
    ahd_str at = ahd_header_find(head_of(m), AHD_STR("content-location"));

    m->page = m->part;
    m->part = old;
    m->best = how_good;
    set(&m->headers, head_of(m));
    set(&m->charset, ahd_header_parameter(type, AHD_STR("charset")));
    set(&m->url, m->address.len > 0 ? ahd_buf_str(&m->address) : at);
}

/* The lines of a part, up to the boundary that ends it. `into` is NULL when
 * nobody wants them. *level is what `boundary` says of that. */
static ahd_status read_part(mhtml *m, ahd_buf *into, int *level, bool *last,
                            ahd_error *error)
{
    ahd_transfer transfer = ahd_transfer_of(
        main_of(head_of(m), AHD_STR("content-transfer-encoding")));
    ahd_str line;
    bool begins;

    for (;;) {
        AHD_TRY(next_line(m, &line, &begins, error));
        *level = begins ? boundary(m, line, last) : -1;
        m->cut_off = line.len == 0 && m->depth > 0;
        if (*level >= 0 || line.len == 0)
            return AHD_OK;
        if (into != NULL)
            ahd_transfer_add(&transfer, line, into);
    }
}

static ahd_status fail_large(const mhtml *m, ahd_error *error)
{
    return ahd_refusal_fail(error, AHD_REFUSAL_LARGE, m->item->page.path,
                            "has a page above the limit of %d MiB; leave it "
                            "out",
                            AHD_SOURCE_LARGEST >> 20);
}

/* The boundary of the multipart that m->head announces. */
static void enter(mhtml *m)
{
    ahd_str type = ahd_header_find(head_of(m), AHD_STR("content-type"));
    ahd_str own = ahd_header_parameter(type, AHD_STR("boundary"));

    if (!is_multipart(ahd_header_main(type)) || own.len == 0 ||
        own.len >= BOUNDARY || m->depth == DEEPEST)
        return;
    memcpy(m->open[m->depth], own.ptr, own.len);
    m->open[m->depth++][own.len] = '\0';
}

/* One part: its header, and what follows it. *more: another one comes. */
static ahd_status take_part(mhtml *m, bool *more, ahd_error *error)
{
    int level = 0, how_good;
    bool last = false;

    how_good = worth(m);
    enter(m);
    bool wanted = how_good > m->best;
    ahd_buf_clear(&m->part);
    AHD_TRY(read_part(m, wanted ? &m->part : NULL, &level, &last, error));
    if (wanted && m->part.failed)
        return fail_large(m, error);
    if (wanted)
        keep(m, how_good);
    /* after the last part of an inner multipart, the outer one goes on */
    while (level >= 0 && last) {
        m->depth = level;
        ahd_buf_clear(&m->head);
        AHD_TRY(read_part(m, NULL, &level, &last, error));
    }
    m->depth = level + 1;
    *more = level >= 0 && m->best < BEST;
    return *more ? read_head(m, error) : AHD_OK;
}

/* ------------------------------------------------------------ the container */

static void close_mhtml(void *container)
{
    mhtml *m = container;

    ahd_buf_finish(&m->head);
    ahd_buf_finish(&m->part);
    ahd_buf_finish(&m->page);
    ahd_buf_finish(&m->charset);
    ahd_buf_finish(&m->url);
    ahd_buf_finish(&m->headers);
    ahd_buf_finish(&m->start);
    ahd_buf_finish(&m->address);
    ahd_lent_close(&m->lent);
    free(m);
}

static ahd_status open_mhtml(const ahd_item *item, void **out, ahd_error *error)
{
    mhtml *m = calloc(1, sizeof *m);

    *out = NULL;
    if (m == NULL)
        return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, item->page.path,
                                "no memory to read it");
    m->item = item;
    m->fresh = true;
    m->head = m->headers = AHD_BUF(HEAD_BYTES);
    m->page = m->part = AHD_BUF(AHD_SOURCE_LARGEST);
    m->charset = m->url = m->start = m->address = AHD_BUF(NAME_BYTES);
    ahd_status status = ahd_lent_open(&m->lent, item, error);
    if (status != AHD_OK) {
        close_mhtml(m);
        return status;
    }
    *out = m;
    return AHD_OK;
}

/* What the header of the whole says of the page. */
static void read_about(mhtml *m)
{
    ahd_str head = head_of(m);
    ahd_str type = ahd_header_find(head, AHD_STR("content-type"));
    ahd_str at = ahd_header_find(head, AHD_STR("snapshot-content-location"));

    if (at.len == 0)
        at = ahd_header_find(head, AHD_STR("content-location"));
    set(&m->address, at);
    set(&m->start, bare(ahd_header_parameter(type, AHD_STR("start"))));
}

static ahd_status read_parts(mhtml *m, ahd_error *error)
{
    bool more = true;

    AHD_TRY(read_head(m, error));
    read_about(m);
    while (more)
        AHD_TRY(take_part(m, &more, error));
    return AHD_OK;
}

static ahd_status next(void *container, ahd_item *out, bool *end,
                       ahd_error *error)
{
    mhtml *m = container;

    *end = m->over;
    if (m->over)
        return AHD_OK;
    m->over = true;
    AHD_TRY(read_parts(m, error));
    if (m->best == 0)
        return ahd_refusal_fail(error, AHD_REFUSAL_DAMAGED, m->item->page.path,
                                "is MHTML without an HTML part; save the page "
                                "again");
    *out = (ahd_item){.page = {.path = m->item->page.path,
                               .bytes = ahd_buf_str(&m->page),
                               .format = AHD_FORMAT_HTML,
                               .url = ahd_buf_str(&m->url),
                               .charset = ahd_buf_str(&m->charset),
                               .headers = ahd_buf_str(&m->headers),
                               .seen_at = m->item->page.seen_at},
                      .whole = true};
    if (m->cut_off) {
        out->page.odd = "is cut off; save the page again";
        out->page.odd_reason = "read, but cut off";
    }
    return AHD_OK;
}

const ahd_container_kind ahd_mhtml_kind = {.name = "MHTML",
                                           .anywhere = true,
                                           .deepest = 1,
                                           .fits = fits,
                                           .open = open_mhtml,
                                           .next = next,
                                           .close = close_mhtml};
