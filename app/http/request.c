#include "http/request.h"

ahd_str ahd_request_param(const ahd_request *request, const char *name)
{
    ahd_str wanted = ahd_str_from(name);

    for (size_t i = 0; i < request->param_count; i++) {
        if (ahd_str_eq(request->params[i].name, wanted))
            return request->params[i].value;
    }
    return AHD_STR("");
}

ahd_reply ahd_reply_start(unsigned status)
{
    return (ahd_reply){
        .status = status,
        .type = "text/html; charset=utf-8",
        .cache = "no-cache",
        .body = AHD_BUF(AHD_REPLY_BYTES),
    };
}
