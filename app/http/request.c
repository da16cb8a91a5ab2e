#include "http/request.h"

static ahd_str value_of(const ahd_param *params, size_t count, const char *name)
{
    ahd_str wanted = ahd_str_from(name);

    for (size_t i = 0; i < count; i++) {
        if (ahd_str_eq(params[i].name, wanted))
            return params[i].value;
    }
    return AHD_STR("");
}

ahd_str ahd_request_param(const ahd_request *request, const char *name)
{
    return value_of(request->params, request->param_count, name);
}

ahd_str ahd_request_field(const ahd_request *request, const char *name)
{
    return value_of(request->fields, request->field_count, name);
}

ahd_str ahd_request_cookie(const ahd_request *request, const char *name)
{
    ahd_str rest = request->cookie, wanted = ahd_str_from(name);

    while (rest.len > 0) {
        ahd_str value = ahd_str_trim(ahd_str_cut(&rest, ';'));
        if (ahd_str_eq(ahd_str_cut(&value, '='), wanted))
            return value;
    }
    return AHD_STR("");
}

ahd_reply ahd_reply_start(unsigned status)
{
    enum { LOCATION_BYTES = 8 << 10, COOKIE_BYTES = 3 << 10 };

    return (ahd_reply){
        .status = status,
        .type = "text/html; charset=utf-8",
        .cache = "no-cache",
        .body = AHD_BUF(AHD_REPLY_BYTES),
        .location = AHD_BUF(LOCATION_BYTES),
        .keep = AHD_BUF(COOKIE_BYTES),
    };
}

void ahd_reply_finish(ahd_reply *reply)
{
    ahd_buf_finish(&reply->body);
    ahd_buf_finish(&reply->location);
    ahd_buf_finish(&reply->keep);
}
