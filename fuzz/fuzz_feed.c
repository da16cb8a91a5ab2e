/* Any bytes as a feed, whether they look like one or not. */
#include "base/utf8.h"
#include "source/container.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* Every call hands out an entry, tells a failure, or ends; an entry takes some
 * bytes of the feed, so there cannot be more of them than bytes. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_item item = {
        .page = {.path = "fuzz", .bytes = {(const char *)data, size}}};
    void *feed = NULL;
    bool end = false;

    ahd_feed_kind.fits(&item, item.page.bytes);
    if (ahd_feed_kind.open(&item, &feed, NULL) != AHD_OK)
        return 0;
    for (size_t calls = 0; !end; calls++) {
        ahd_error error = {0};
        ahd_item out = {0};
        ahd_status status = ahd_feed_kind.next(feed, &out, &end, &error);
        check(calls <= size + 2);
        check(status == AHD_OK || error.message[0] != '\0');
        if (status != AHD_OK || end || out.page.passed != NULL)
            continue;
        check(ahd_utf8_valid(out.page.bytes) && ahd_utf8_valid(out.page.url));
        check(ahd_str_starts(out.page.bytes, AHD_STR("<!doctype html>")));
    }
    ahd_feed_kind.close(feed);
    return 0;
}
