#include "web/asked.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[AHD_ASKS] = {
    [AHD_ASK_QUERY] = "q",
    [AHD_ASK_AGREEMENT] = "agreement",
    [AHD_ASK_ACTOR] = "actor",
    [AHD_ASK_ROLE] = "role",
    [AHD_ASK_ACT] = "act",
    [AHD_ASK_OUTLET] = "outlet",
    [AHD_ASK_IN] = "in",
    [AHD_ASK_FROM] = "from",
    [AHD_ASK_TO] = "to",
    [AHD_ASK_REVIEW] = "review",
    [AHD_ASK_SURE] = "sure",
    [AHD_ASK_ONCE] = "once",
    [AHD_ASK_DOCUMENT] = "document",
    [AHD_ASK_SHOW] = "show",
};

const char *ahd_asked_name(ahd_ask ask)
{
    return names[ask];
}

ahd_asked ahd_asked_read(const ahd_request *request)
{
    ahd_asked out = {.to = ""};

    for (int i = 0; i < AHD_ASKS; i++)
        out.value[i] = ahd_request_param(request, names[i]);
    out.value[AHD_ASK_QUERY] = ahd_str_trim(out.value[AHD_ASK_QUERY]);
    return out;
}

static const char *text(const ahd_asked *asked, ahd_ask ask)
{
    return asked->value[ask].len > 0 ? asked->value[ask].ptr : NULL;
}

/* All days of "2020-10" are before "2020-10-99". */
static const char *until(ahd_asked *asked)
{
    ahd_str to = asked->value[AHD_ASK_TO];

    if (to.len == 0)
        return NULL;
    snprintf(asked->to, sizeof asked->to, "%.*s%s",
             to.len > 10 ? 10 : (int)to.len, to.ptr,
             to.len == sizeof "2020" - 1      ? "-99-99"
             : to.len == sizeof "2020-10" - 1 ? "-99"
                                              : "");
    return asked->to;
}

ahd_find ahd_asked_find(ahd_asked *asked, ahd_tongue tongue)
{
    const char *actor = text(asked, AHD_ASK_ACTOR);

    return (ahd_find){
        .query = asked->value[AHD_ASK_QUERY],
        .agreement = text(asked, AHD_ASK_AGREEMENT),
        .actor = actor,
        .role = actor ? text(asked, AHD_ASK_ROLE) : NULL,
        .act = text(asked, AHD_ASK_ACT),
        .outlet = text(asked, AHD_ASK_OUTLET),
        .lang = text(asked, AHD_ASK_IN),
        .from = text(asked, AHD_ASK_FROM),
        .to = until(asked),
        .review = text(asked, AHD_ASK_REVIEW),
        .sure = text(asked, AHD_ASK_SURE),
        .document = text(asked, AHD_ASK_DOCUMENT),
        .once = asked->value[AHD_ASK_ONCE].len > 0,
        .names = tongue == AHD_AR ? "ar" : "en",
    };
}

static void write_query(ahd_buf *out, ahd_tongue tongue, const ahd_asked *asked,
                        ahd_str between)
{
    ahd_buf_add(out,
                tongue == AHD_AR ? AHD_STR("?lang=ar") : AHD_STR("?lang=en"));
    for (int i = 0; i < AHD_ASKS; i++) {
        if (asked->value[i].len == 0)
            continue;
        ahd_buf_add(out, between);
        ahd_html(out, "$u=$u", ahd_str_from(names[i]), asked->value[i]);
    }
}

void ahd_asked_href(ahd_view *view, const char *path, const ahd_asked *asked)
{
    ahd_html(view->out, " href=\"$a", ahd_str_from(path));
    write_query(view->out, view->tongue, asked, AHD_STR("&amp;"));
    ahd_html_raw(view->out, "\"");
}

void ahd_asked_query(ahd_buf *out, ahd_tongue tongue, const ahd_asked *asked)
{
    write_query(out, tongue, asked, AHD_STR("&"));
}

bool ahd_asked_acts(const ahd_asked *asked)
{
    return asked->value[AHD_ASK_QUERY].len == 0 ||
           ahd_str_eq(asked->value[AHD_ASK_SHOW], AHD_STR("acts"));
}

bool ahd_asked_keep(ahd_asked *asked, char **kept)
{
    size_t len = 0;

    for (int i = 0; i < AHD_ASKS; i++)
        len += asked->value[i].len + 1;
    char *to = *kept = malloc(len);
    for (int i = 0; to != NULL && i < AHD_ASKS; i++) {
        ahd_str value = asked->value[i];
        if (value.len > 0)
            memcpy(to, value.ptr, value.len);
        to[value.len] = '\0';
        asked->value[i].ptr = to;
        to += value.len + 1;
    }
    return *kept != NULL;
}
