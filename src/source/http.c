#include "http.h"

#include "base/ascii.h"

#include "header.h"

void ahd_http_set_type(ahd_http *http, ahd_str value)
{
    ahd_str type = ahd_header_main(value);

    http->type_len = type.len < AHD_HTTP_TYPE ? type.len : AHD_HTTP_TYPE;
    for (size_t i = 0; i < http->type_len; i++)
        http->type[i] = ahd_ascii_small(type.ptr[i]);
    http->charset = ahd_header_parameter(value, AHD_STR("charset"));
}

ahd_str ahd_http_charset(ahd_str head)
{
    return ahd_header_parameter(ahd_header_find(head, AHD_STR("content-type")),
                                AHD_STR("charset"));
}

/* "HTTP/1.1 200 OK" -> 200; 0 when it is no such line. */
static int status_of(ahd_str line)
{
    ahd_str version = ahd_str_cut(&line, ' ');
    uint32_t status = 0;

    line = ahd_str_trim(line);
    if (!ahd_str_starts(version, AHD_STR("HTTP/")) || line.len < 3 ||
        !ahd_str_number((ahd_str){line.ptr, 3}, &status))
        return 0;
    return (int)status;
}

static void take_fields(ahd_http *http)
{
    ahd_str rest = http->head, name, value;

    while (ahd_header_next(&rest, &name, &value)) {
        if (ahd_ascii_same(name, AHD_STR("content-type")))
            ahd_http_set_type(http, value);
        else if (ahd_ascii_same(name, AHD_STR("transfer-encoding")))
            http->transfer = value;
        else if (ahd_ascii_same(name, AHD_STR("content-encoding")))
            http->coding = value;
    }
}

bool ahd_http_read(ahd_str message, ahd_http *out)
{
    ahd_str head = message;

    *out = (ahd_http){0};
    if (head.len > AHD_HTTP_HEAD)
        head.len = AHD_HTTP_HEAD;
    size_t end = ahd_header_end(head);
    if (end == 0)
        return false;
    head.len = end;
    out->head = ahd_str_trim(head);
    out->body = (ahd_str){message.ptr + end, message.len - end};
    ahd_str rest = out->head;
    out->status = status_of(ahd_str_cut(&rest, '\n'));
    if (out->status == 0)
        return false;
    take_fields(out);
    return true;
}
