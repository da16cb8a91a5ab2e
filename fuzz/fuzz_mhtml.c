/* Any bytes as MHTML, whether they look like it or not. */
#include "source/container.h"
#include "source/saved.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* At most one page comes out, and no larger than what went in. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_item item = {
        .page = {.path = "fuzz.mht", .bytes = {(const char *)data, size}}};
    void *mhtml = NULL;
    bool end = false;

    ahd_mhtml_kind.fits(&item, item.page.bytes);
    check(ahd_saved_url(item.page.bytes).len <= size);
    if (ahd_mhtml_kind.open(&item, &mhtml, NULL) != AHD_OK)
        return 0;
    for (int calls = 0; !end; calls++) {
        ahd_error error = {0};
        ahd_item out = {0};
        ahd_status status = ahd_mhtml_kind.next(mhtml, &out, &end, &error);
        check(calls < 2 && out.page.bytes.len <= size);
        check(status == AHD_OK || error.message[0] != '\0');
    }
    ahd_mhtml_kind.close(mhtml);
    return 0;
}
