#include "feedwalk.h"

#include "source/container.h"
#include "source/feed_json.h"
#include "source/feed_xml.h"
#include "source/lent.h"

#include "target.h"

enum { HEAD_BYTES = 4096 };

typedef struct walk {
    const ahd_feedwalk_in *in;
    ahd_feedwalk_fn *each;
    void *context;
    ahd_feed_text text;
    ahd_feed_xml *xml; /* one of these two */
    ahd_feed_json *json;
    ahd_feed_entry about, entry;
    size_t count;
} walk;

static ahd_str mark_of(const ahd_feed_entry *entry)
{
    ahd_str updated = ahd_feed_entry_get(entry, AHD_FEED_UPDATED);

    return updated.len > 0 ? updated
                           : ahd_feed_entry_get(entry, AHD_FEED_PUBLISHED);
}

/* Where it leads to is looked at when it is asked for. */
static ahd_status give(walk *w, ahd_error *error)
{
    ahd_target target;
    const char *why =
        ahd_target_init(&target, ahd_feed_entry_url(&w->entry), w->in->url);

    if (why)
        return AHD_OK;
    const ahd_feedwalk_entry entry = {.url = ahd_str_from(target.url),
                                      .mark = mark_of(&w->entry)};
    ahd_status status = w->each(w->context, &entry, error);
    ahd_target_finish(&target);
    return status;
}

static ahd_feed_got next(walk *w)
{
    return w->xml ? ahd_feed_xml_next(w->xml, &w->about, &w->entry)
                  : ahd_feed_json_next(w->json, &w->about, &w->entry);
}

/* The end, or what kept the reader from it. */
static ahd_status at_end(const walk *w, ahd_error *error)
{
    const char *why =
        w->xml ? ahd_feed_xml_why(w->xml) : ahd_feed_json_why(w->json);

    if (w->text.why.status != AHD_OK)
        why = w->text.why.message;
    return why ? ahd_fail(error, AHD_EFORMAT, "%s", why) : AHD_OK;
}

static ahd_status walk_entries(walk *w, ahd_error *error)
{
    while (w->count < AHD_FEEDWALK_MOST) {
        ahd_feed_got got = next(w);
        if (got == AHD_FEED_END)
            return at_end(w, error);
        w->count++;
        if (got == AHD_FEED_ENTRY && !ahd_feed_entry_is_large(&w->entry))
            AHD_TRY(give(w, error));
    }
    return AHD_OK;
}

static ahd_status walk_text(walk *w, ahd_error *error)
{
    ahd_str head = ahd_str_trim(ahd_feed_text_ahead(&w->text));

    if (head.len > 0 && head.ptr[0] == '{')
        w->json = ahd_feed_json_open(&w->text);
    else
        w->xml = ahd_feed_xml_open(&w->text);
    if (w->json == NULL && w->xml == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return walk_entries(w, error);
}

static ahd_status walk_stream(walk *w, ahd_stream *stream, ahd_error *error)
{
    const ahd_item item = {.page = {.path = w->in->url}};

    AHD_TRY(ahd_stream_need(stream, HEAD_BYTES, error));
    ahd_str head = ahd_stream_have(stream);
    if (head.len > HEAD_BYTES)
        head.len = HEAD_BYTES;
    if (head.len == 0)
        return ahd_fail(error, AHD_EFORMAT, "is empty");
    if (!ahd_feed_kind.fits(&item, head))
        return ahd_fail(error, AHD_EFORMAT, "is no feed");
    ahd_feed_text_init(&w->text, stream, w->in->charset);
    ahd_feed_entry_init(&w->about);
    ahd_feed_entry_init(&w->entry);
    ahd_status status = walk_text(w, error);
    ahd_feed_xml_close(w->xml);
    ahd_feed_json_close(w->json);
    ahd_feed_text_finish(&w->text);
    ahd_feed_entry_finish(&w->about);
    ahd_feed_entry_finish(&w->entry);
    return status;
}

ahd_status ahd_feedwalk(const ahd_feedwalk_in *in, ahd_feedwalk_fn *each,
                        void *context, ahd_error *error)
{
    walk w = {.in = in, .each = each, .context = context};
    const ahd_item item = {.page = {.path = in->url, .bytes = in->bytes}};
    ahd_lent lent;

    AHD_TRY(ahd_lent_open(&lent, &item, error));
    ahd_status status = walk_stream(&w, lent.stream, error);
    ahd_lent_close(&lent);
    return status;
}
