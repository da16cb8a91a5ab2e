/* An HTTP response to its head and its body without codings. What comes out is
 * no larger than a page may be, and the same twice. */
#include "source/payload.h"
#include "source/source.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* The hash of the body; 0 when it is refused. */
static uint32_t read_body(ahd_payload *body, const ahd_http *http)
{
    ahd_str joined, out;

    if (ahd_payload_join(body, http, http->body, &joined) != AHD_REFUSAL_NONE ||
        ahd_payload_unpack(body, http, joined, joined.len, &out) !=
            AHD_REFUSAL_NONE)
        return 0;
    check(out.len <= AHD_SOURCE_LARGEST);
    return ahd_str_hash(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_str message = {(const char *)data, size};
    ahd_http http;
    ahd_payload body;

    if (!ahd_http_read(message, &http))
        return 0;
    check(http.type_len <= AHD_HTTP_TYPE && http.body.len <= size);
    ahd_payload_init(&body);
    uint32_t once = read_body(&body, &http);
    check(once == read_body(&body, &http));
    ahd_payload_finish(&body);
    return 0;
}
