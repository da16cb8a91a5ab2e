#include "engine/given.h"
#include "engine/record.h"
#include "engine/settle.h"

#include "source/header.h"
#include "source/http.h"
#include "source/media.h"
#include "source/sniff.h"

#include <stdlib.h>
#include <string.h>

enum { SNIFFED = 8192 };

static ahd_format format_of(const ahd_handed *page)
{
    ahd_http http = {.status = 0};
    ahd_str head = page->bytes;

    if (head.len > SNIFFED)
        head.len = SNIFFED;
    ahd_http_set_type(&http,
                      ahd_header_find(page->headers, AHD_STR("content-type")));
    if (ahd_media_is_html(ahd_http_type(&http)))
        return AHD_FORMAT_HTML;
    ahd_format format = ahd_sniff_content(head);
    return format == AHD_FORMAT_JSONL ? AHD_FORMAT_TEXT : format;
}

ahd_status ahd_given_feed(void *context, ahd_ring *ring, ahd_error *error)
{
    const ahd_giving *giving = context;
    ahd_status status = AHD_OK;

    for (size_t i = 0; i < giving->count && status == AHD_OK; i++) {
        const ahd_handed *page = &giving->pages[i];
        bool fetched = page->headers.len > 0;
        char *path = strndup(page->url.len ? page->url.ptr : "", page->url.len);
        if (path == NULL)
            return ahd_fail(error, AHD_ENOMEM, "out of memory");
        const ahd_page in = {.path = path,
                             .bytes = page->bytes,
                             .format = format_of(page),
                             .url = fetched ? page->url : AHD_STR(""),
                             .charset = ahd_http_charset(page->headers),
                             .seen_at = page->seen_at,
                             .headers = page->headers};
        status = ahd_ring_put(ring, &in, 0);
        free(path);
    }
    return status;
}

/* NOLINTNEXTLINE(readability-function-size): what ahd.h gives it. */
ahd_status ahd_record_add_pages(ahd_record *record, ahd_engine *engine,
                                const ahd_handed *pages, size_t count,
                                const ahd_progress *progress, ahd_error *error)
{
    ahd_giving giving = {pages, count, progress};
    ahd_added done = {.seen = 0};

    AHD_TRY(ahd_given_keep(record, engine, &giving, &done, error));
    return ahd_settle(record->store, &engine->kb, error);
}
