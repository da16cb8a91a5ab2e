/* feed.c - feeds as containers: each entry with its full text is a page. */
#include "feed_entry.h"
#include "feed_json.h"
#include "feed_mend.h"
#include "feed_xml.h"
#include "lent.h"
#include "refusal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_BYTES = 4096, HEAD_BYTES = 8192 };

typedef struct feed {
    const ahd_item *item;
    ahd_lent lent;
    ahd_feed_text text;
    ahd_feed_xml *xml; /* one of these two */
    ahd_feed_json *json;
    ahd_feed_entry about, entry;
    ahd_buf page;
    char path[PATH_BYTES];
    unsigned long number; /* of the entry handed out last, from 1 */
    bool over;
} feed;

/* ------------------------------------------------------------ what it is */

static ahd_str without_mark(ahd_str head)
{
    if (ahd_str_starts(head, AHD_STR("\xEF\xBB\xBF")))
        head = (ahd_str){head.ptr + 3, head.len - 3};
    return ahd_str_trim(head);
}

/* UTF-16 as the ASCII in it, which is all that is looked at. */
static ahd_str narrowed(ahd_str head, char out[HEAD_BYTES])
{
    size_t len = 0;

    if (!ahd_str_starts(head, AHD_STR("\xFF\xFE")) &&
        !ahd_str_starts(head, AHD_STR("\xFE\xFF")))
        return head;
    for (size_t i = 2; i < head.len && len < HEAD_BYTES; i++)
        if (head.ptr[i] != '\0')
            out[len++] = head.ptr[i];
    return (ahd_str){out, len};
}

static ahd_str past(ahd_str s, ahd_str end)
{
    size_t at = ahd_str_find(s, end);
    size_t taken = at < s.len ? at + end.len : s.len;

    return ahd_str_trim((ahd_str){s.ptr + taken, s.len - taken});
}

/* A document type may hold declarations of its own, in brackets. */
static ahd_str past_doctype(ahd_str s)
{
    if (ahd_str_find(s, AHD_STR("[")) < ahd_str_find(s, AHD_STR(">")))
        s = past(s, AHD_STR("]"));
    return past(s, AHD_STR(">"));
}

/* The first element: past declarations, comments and the document type. */
static ahd_str at_root(ahd_str s)
{
    for (;;) {
        if (ahd_str_starts(s, AHD_STR("<?")))
            s = past(s, AHD_STR("?>"));
        else if (ahd_str_starts(s, AHD_STR("<!--")))
            s = past(s, AHD_STR("-->"));
        else if (ahd_str_starts(s, AHD_STR("<!")))
            s = past_doctype(s);
        else
            return s;
    }
}

static bool is_xml_feed(ahd_str head)
{
    static const char *const names[] = {"rss", "feed", "RDF"};
    ahd_str root = at_root(head);
    size_t len = 1, from = 1;

    if (root.len == 0 || root.ptr[0] != '<')
        return false;
    for (; len < root.len && !memchr(" \t\r\n>/", root.ptr[len], 6); len++)
        from = root.ptr[len] == ':' ? len + 1 : from;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (len < root.len && ahd_str_eq((ahd_str){root.ptr + from, len - from},
                                         ahd_str_from(names[i])))
            return true;
    return false;
}

static bool fits(const ahd_item *item, ahd_str head)
{
    char ascii[HEAD_BYTES];
    ahd_str start = without_mark(narrowed(head, ascii));

    (void)item;
    if (start.len > 0 && start.ptr[0] == '{')
        return ahd_feed_json_fits(start);
    return is_xml_feed(start);
}

/* --------------------------------------------------------------- opening */

static void close_feed(void *container)
{
    feed *f = container;

    ahd_feed_xml_close(f->xml);
    ahd_feed_json_close(f->json);
    ahd_feed_text_finish(&f->text);
    ahd_feed_entry_finish(&f->about);
    ahd_feed_entry_finish(&f->entry);
    ahd_buf_finish(&f->page);
    ahd_lent_close(&f->lent);
    free(f);
}

static ahd_status no_memory(const ahd_item *item, ahd_error *error)
{
    return ahd_refusal_fail(error, AHD_REFUSAL_MEMORY, item->page.path,
                            "no memory to read it");
}

static ahd_status open_reader(feed *f, ahd_error *error)
{
    ahd_feed_text_init(&f->text, f->lent.stream, f->item->page.charset);
    ahd_str head = ahd_str_trim(ahd_feed_text_ahead(&f->text));
    if (head.len > 0 && head.ptr[0] == '{')
        f->json = ahd_feed_json_open(&f->text);
    else
        f->xml = ahd_feed_xml_open(&f->text);
    return f->json || f->xml ? AHD_OK : no_memory(f->item, error);
}

static ahd_status open_feed(const ahd_item *item, void **out, ahd_error *error)
{
    feed *f = calloc(1, sizeof *f);

    *out = NULL;
    if (f == NULL)
        return no_memory(item, error);
    f->item = item;
    f->page = AHD_BUF(AHD_SOURCE_LARGEST);
    ahd_feed_entry_init(&f->about);
    ahd_feed_entry_init(&f->entry);
    ahd_status status = ahd_lent_open(&f->lent, item, error);
    if (status == AHD_OK)
        status = open_reader(f, error);
    if (status != AHD_OK) {
        close_feed(f);
        return status;
    }
    *out = f;
    return AHD_OK;
}

/* --------------------------------------------------------------- entries */

/* Where it is wrong: the line of the feed, in UTF-8. */
static ahd_status fail(const feed *f, ahd_refusal why, const char *what,
                       ahd_error *error)
{
    ahd_status status =
        ahd_refusal_fail(error, why, f->item->page.path, "%s", what);

    if (error != NULL)
        error->line = f->text.line;
    return status;
}

/* The feed has ended, or can be read no further. */
static ahd_status finish(feed *f, bool *end, ahd_error *error)
{
    const ahd_error *broken = &f->text.why;
    const char *why =
        f->xml ? ahd_feed_xml_why(f->xml) : ahd_feed_json_why(f->json);

    f->over = true;
    if (broken->status != AHD_OK) {
        if (error != NULL)
            *error = *broken;
        return broken->status;
    }
    if (why != NULL)
        return fail(f,
                    f->xml && ahd_feed_xml_is_hostile(f->xml)
                        ? AHD_REFUSAL_BOMB
                        : AHD_REFUSAL_DAMAGED,
                    why, error);
    if (f->number == 0)
        return fail(f, AHD_REFUSAL_EMPTY,
                    "is a feed without entries; leave it out", error);
    *end = true;
    return AHD_OK;
}

static ahd_status fail_large(const feed *f, ahd_error *error)
{
    return fail(f, AHD_REFUSAL_LARGE,
                "has an entry above the limit of 32 MiB; the others are read",
                error);
}

static void describe(feed *f, ahd_item *out)
{
    snprintf(f->path, sizeof f->path, "%s:%lu", f->item->page.path, f->number);
    *out = (ahd_item){.page = {.path = f->path,
                               .format = AHD_FORMAT_HTML,
                               .url = ahd_feed_entry_url(&f->entry),
                               .charset = AHD_STR("utf-8"),
                               .seen_at = f->item->page.seen_at},
                      .whole = true};
}

static ahd_status give(feed *f, ahd_item *out, ahd_error *error)
{
    describe(f, out);
    if (ahd_feed_entry_is_large(&f->entry))
        return fail_large(f, error);
    if (ahd_feed_entry_body(&f->entry) == AHD_FEED_NONE) {
        out->page.passed = ahd_refusal_name(AHD_REFUSAL_TEASER);
        return AHD_OK;
    }
    ahd_buf_clear(&f->page);
    ahd_feed_entry_page(&f->entry, &f->about, &f->page);
    out->page.bytes = ahd_buf_str(&f->page);
    return f->page.failed ? fail_large(f, error) : AHD_OK;
}

static ahd_status next(void *container, ahd_item *out, bool *end,
                       ahd_error *error)
{
    feed *f = container;
    ahd_feed_got got = AHD_FEED_END;

    *end = f->over;
    if (f->over)
        return AHD_OK;
    got = f->xml ? ahd_feed_xml_next(f->xml, &f->about, &f->entry)
                 : ahd_feed_json_next(f->json, &f->about, &f->entry);
    if (got == AHD_FEED_END)
        return finish(f, end, error);
    f->number++;
    if (got == AHD_FEED_BAD)
        return fail(f, AHD_REFUSAL_DAMAGED, ahd_feed_json_why(f->json), error);
    return give(f, out, error);
}

const ahd_container_kind ahd_feed_kind = {.name = "a feed",
                                          .anywhere = true,
                                          .deepest = 2,
                                          .fits = fits,
                                          .open = open_feed,
                                          .next = next,
                                          .close = close_feed};
