#include "web/assets.h"

#include <stdio.h>

extern const char ahd_ui_style_start[], ahd_ui_style_end[];
extern const char ahd_ui_icon_start[], ahd_ui_icon_end[];

static ahd_str between(const char *start, const char *end)
{
    return (ahd_str){start, (size_t)(end - start)};
}

ahd_str ahd_assets_version(void)
{
    static char digits[16]; /* pages are made by one thread */
    ahd_str style = between(ahd_ui_style_start, ahd_ui_style_end);
    int len =
        snprintf(digits, sizeof digits, "%08x", (unsigned)ahd_str_hash(style));

    return (ahd_str){digits, (size_t)len};
}

static void send_file(ahd_reply *reply, ahd_str file, const char *type)
{
    reply->type = type;
    reply->cache = "public, max-age=31536000, immutable";
    ahd_buf_add(&reply->body, file);
}

void ahd_assets_style(void *context, const ahd_request *request,
                      ahd_reply *reply)
{
    (void)context;
    (void)request;
    send_file(reply, between(ahd_ui_style_start, ahd_ui_style_end),
              "text/css; charset=utf-8");
}

void ahd_assets_icon(void *context, const ahd_request *request,
                     ahd_reply *reply)
{
    (void)context;
    (void)request;
    send_file(reply, between(ahd_ui_icon_start, ahd_ui_icon_end),
              "image/svg+xml");
}
