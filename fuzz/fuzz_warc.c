/* A crawl from the bytes of its file to its pages: any bytes give an end, and
 * pages whose strings hold. */
#include "base/buf.h"
#include "source/container.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static ahd_status feed(void *context, char *to, size_t size, size_t *got,
                       ahd_error *error)
{
    ahd_str *rest = context;

    (void)error;
    *got = rest->len < size ? rest->len : size;
    if (*got > 0)
        memcpy(to, rest->ptr, *got);
    *rest = (ahd_str){rest->ptr + *got, rest->len - *got};
    return AHD_OK;
}

/* Every byte of it is there to be read. */
static uint32_t touch(ahd_str s)
{
    return ahd_str_hash(s);
}

static void read_all(const ahd_item *item, size_t size)
{
    void *container = NULL;
    ahd_error error = {0};
    bool end = false;
    size_t turns = 0;

    check(ahd_warc_kind.open(item, &container, &error) == AHD_OK);
    while (!end) {
        ahd_item out = {0};
        ahd_status status = ahd_warc_kind.next(container, &out, &end, &error);
        check(turns++ <= 2 * size + 16);
        if (status != AHD_OK)
            check(error.reason != NULL && error.message[0] != 0);
        else if (!end)
            touch(out.page.bytes), touch(out.page.url), touch(out.page.charset),
                touch(out.page.headers), touch(ahd_str_from(out.page.path));
    }
    ahd_warc_kind.close(container);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_str rest = {(const char *)data, size};
    ahd_stream *stream;

    check(ahd_stream_open_feed("fuzz", (ahd_stream_feed){&rest, feed}, &stream,
                               NULL) == AHD_OK);
    ahd_item item = {.page = {.path = "fuzz"}, .stream = stream};
    read_all(&item, size);
    ahd_stream_close(stream);
    return 0;
}
