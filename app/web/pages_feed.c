/* Feeds of acts, whatever is asked for: /acts.atom, /acts.feed.json. */
#include "http/fresh.h"
#include "web/act_feed.h"
#include "web/asked.h"
#include "web/pages.h"

#include <string.h>

enum { ENTRIES = 100, LOOKED_AT = 20000, TEXT_BYTES = 1 << 20 };

typedef struct page {
    ahd_act_feed feed;
    ahd_buf entries, made, query, base, title, updated;
} page;

/* Which entry is the newest is known only behind the last of them. */
static bool take(void *context, const ahd_act_row *row)
{
    page *p = context;

    if (ahd_str_cmp(row->seen, ahd_buf_str(&p->updated)) > 0) {
        ahd_buf_clear(&p->updated);
        ahd_buf_add(&p->updated, row->seen);
    }
    ahd_act_feed_entry(&p->feed, row);
    return !p->entries.failed;
}

/* "Ahd: acts", and what of them is asked for. */
static void write_title(page *p, const ahd_view *view, const ahd_asked *asked)
{
    ahd_buf_add(&p->title, ahd_wording_get(view->tongue, "site.name"));
    ahd_buf_add(&p->title, AHD_STR(": "));
    ahd_buf_add(&p->title, ahd_wording_get(view->tongue, "act.title"));
    for (int i = 0; i < AHD_ASK_ONCE; i++) {
        if (asked->value[i].len == 0)
            continue;
        ahd_buf_add(&p->title, AHD_STR(" · "));
        ahd_buf_add(&p->title,
                    i == AHD_ASK_ACT
                        ? ahd_wording_of(view->tongue, "act", asked->value[i])
                        : asked->value[i]);
    }
}

static void start(page *p, const ahd_view *view, const ahd_asked *asked)
{
    bool atom = ahd_str_ends(view->request->path, AHD_STR(".atom"));

    *p = (page){.entries = AHD_BUF(AHD_REPLY_BYTES),
                .made = AHD_BUF(TEXT_BYTES),
                .query = AHD_BUF(TEXT_BYTES),
                .base = AHD_BUF(TEXT_BYTES),
                .title = AHD_BUF(TEXT_BYTES),
                .updated = AHD_BUF(TEXT_BYTES)};
    ahd_buf_add(&p->base, AHD_STR("http://"));
    ahd_buf_add(&p->base, view->request->host);
    ahd_asked_query(&p->query, view->tongue, asked);
    write_title(p, view, asked);
    p->feed = (ahd_act_feed){.as = atom ? AHD_FEED_ATOM : AHD_FEED_JSON,
                             .tongue = view->tongue,
                             .title = ahd_buf_str(&p->title),
                             .base = ahd_buf_str(&p->base),
                             .query = ahd_buf_str(&p->query),
                             .out = &p->entries,
                             .made = &p->made};
}

static void finish(page *p)
{
    ahd_buf_finish(&p->entries);
    ahd_buf_finish(&p->made);
    ahd_buf_finish(&p->query);
    ahd_buf_finish(&p->base);
    ahd_buf_finish(&p->title);
    ahd_buf_finish(&p->updated);
}

static void send_feed(page *p, ahd_reply *reply)
{
    int64_t entries = p->feed.entries;

    p->feed.out = &reply->body;
    p->feed.updated = ahd_buf_str(&p->updated);
    ahd_act_feed_open(&p->feed);
    ahd_buf_add(&reply->body, ahd_buf_str(&p->entries));
    ahd_act_feed_close(&p->feed);
    p->feed.entries = entries;
    reply->body.failed |= p->entries.failed || p->query.failed ||
                          p->title.failed || p->made.failed;
    reply->type = p->feed.as == AHD_FEED_ATOM
                      ? "application/atom+xml; charset=utf-8"
                      : "application/feed+json; charset=utf-8";
    reply->tagged = true;
    ahd_fresh_date(p->feed.updated, reply->modified);
}

void ahd_pages_feed(void *context, const ahd_request *request, ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_asked asked = ahd_asked_read(request);
    ahd_find find = ahd_asked_find(&asked, view.tongue);
    ahd_error error;
    page p;

    start(&p, &view, &asked);
    find.by_arrival = true;
    find.limit = ENTRIES;
    find.most = LOOKED_AT;
    const ahd_find_hooks hooks = {.context = &p, .act = take};
    if (ahd_record_find(view.record, &find, &hooks, &error) == AHD_OK)
        send_feed(&p, reply);
    else
        ahd_view_reject(&view, &error);
    finish(&p);
}
