#include "lent.h"

#include <string.h>

static ahd_status read_bytes(void *context, char *to, size_t size, size_t *got,
                             ahd_error *error)
{
    ahd_lent *l = context;

    (void)error;
    *got = l->bytes.len < size ? l->bytes.len : size;
    if (*got > 0)
        memcpy(to, l->bytes.ptr, *got);
    l->bytes = (ahd_str){l->bytes.ptr + *got, l->bytes.len - *got};
    return AHD_OK;
}

ahd_status ahd_lent_open(ahd_lent *l, const ahd_item *item, ahd_error *error)
{
    *l = (ahd_lent){.stream = item->stream, .bytes = item->page.bytes};
    if (item->stream != NULL)
        return AHD_OK;
    l->own = true;
    return ahd_stream_open_feed(
        item->page.path, (ahd_stream_feed){l, read_bytes}, &l->stream, error);
}

void ahd_lent_close(ahd_lent *l)
{
    if (l->own)
        ahd_stream_close(l->stream);
}
