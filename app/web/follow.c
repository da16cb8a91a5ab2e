#include "web/follow.h"

#include "http/form.h"
#include "web/pages.h"

#include <string.h>

#define FOLLOWED "ahd_follow"
#define SEEN "ahd_seen"

/* ------------------------------------------------------------ what is told */

static void take(ahd_follow *out, ahd_str id, size_t *used)
{
    if (id.len == 0 || out->count == AHD_FOLLOW_MOST ||
        *used + id.len + 1 > sizeof out->bytes || ahd_follow_has(out, id))
        return;
    memcpy(out->bytes + *used, id.ptr, id.len);
    out->bytes[*used + id.len] = '\0';
    out->ids[out->count++] = (ahd_str){out->bytes + *used, id.len};
    *used += id.len + 1;
}

void ahd_follow_read(ahd_str list, ahd_follow *out)
{
    size_t used = 0;

    *out = (ahd_follow){.count = 0};
    while (list.len > 0)
        take(out, ahd_str_trim(ahd_str_cut(&list, ',')), &used);
}

/* The cookie is one encoded word. */
static void read_cookie(ahd_str encoded, ahd_follow *out)
{
    char bytes[3 * AHD_FOLLOW_BYTES + 1];
    ahd_param word = {0};

    if (encoded.len < sizeof bytes && encoded.len > 0) {
        memcpy(bytes, encoded.ptr, encoded.len);
        ahd_form_read(bytes, encoded.len, &word, 1);
    }
    ahd_follow_read(word.name, out);
}

void ahd_follow_of(const ahd_request *request, ahd_follow *out)
{
    ahd_str asked = ahd_request_param(request, "follow");

    if (asked.len > 0)
        ahd_follow_read(asked, out);
    else
        read_cookie(ahd_request_cookie(request, FOLLOWED), out);
    out->asked = asked.len > 0;
}

bool ahd_follow_has(const ahd_follow *follow, ahd_str id)
{
    for (size_t i = 0; i < follow->count; i++)
        if (ahd_str_eq(follow->ids[i], id))
            return true;
    return false;
}

void ahd_follow_toggle(const ahd_follow *follow, ahd_str id, ahd_buf *out)
{
    bool any = false;

    for (size_t i = 0; i < follow->count; i++) {
        if (ahd_str_eq(follow->ids[i], id))
            continue;
        if (any)
            ahd_buf_byte(out, ',');
        ahd_buf_add(out, follow->ids[i]);
        any = true;
    }
    if (ahd_follow_has(follow, id))
        return;
    if (any)
        ahd_buf_byte(out, ',');
    ahd_buf_add(out, id);
}

int64_t ahd_follow_seen(const ahd_request *request)
{
    ahd_str text = ahd_request_cookie(request, SEEN);
    uint32_t page;

    return text.len > 0 && ahd_str_number(text, &page) ? (int64_t)page : -1;
}

/* ---------------------------------------------------------------- buttons */

void ahd_follow_form(ahd_view *view, const char *action)
{
    view->reply->has_form = true;
    ahd_html(view->out,
             "<form method=\"post\" action=\"$a?lang=$u\">"
             "<input type=\"hidden\" name=\"token\" value=\"$a\">",
             ahd_str_from(action),
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"),
             view->request->token);
}

void ahd_follow_button(ahd_view *view, const ahd_follow *follow, ahd_str id,
                       const char *back)
{
    bool followed = ahd_follow_has(follow, id);

    ahd_follow_form(view, "/follow");
    ahd_html(view->out,
             "<input type=\"hidden\" name=\"id\" value=\"$a\">"
             "<input type=\"hidden\" name=\"back\" value=\"$a\">"
             "<button class=\"follow\">$t</button></form>\n",
             id, ahd_str_from(back),
             ahd_wording_get(view->tongue,
                             followed ? "today.unfollow" : "today.follow"));
}

/* ------------------------------------------------------------------ forms */

enum { SEE_OTHER = 303, BAD_REQUEST = 400 };

static void go_to(ahd_view *view, const char *path, ahd_str id)
{
    view->reply->status = SEE_OTHER;
    ahd_html(&view->reply->location, "$a$u?lang=$u", ahd_str_from(path), id,
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
}

static void keep(ahd_view *view, const char *name, ahd_str value)
{
    ahd_html(&view->reply->keep, "$u=$u", ahd_str_from(name), value);
}

void ahd_pages_follow(void *context, const ahd_request *request,
                      ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str id = ahd_request_field(request, "id");
    ahd_buf list = AHD_BUF(AHD_FOLLOW_BYTES);
    ahd_follow follow;

    ahd_follow_of(request, &follow);
    ahd_follow_toggle(&follow, id, &list);
    if (id.len == 0 || list.failed) {
        reply->status = BAD_REQUEST;
        ahd_view_refuse(&view);
    } else {
        keep(&view, FOLLOWED, ahd_buf_str(&list));
        if (ahd_str_eq(ahd_request_field(request, "back"),
                       AHD_STR("agreement")))
            go_to(&view, "/agreements/", id);
        else
            go_to(&view, "/", AHD_STR(""));
    }
    ahd_buf_finish(&list);
}

/* All that the page showed was seen; what came since was not. */
void ahd_pages_seen(void *context, const ahd_request *request, ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str page = ahd_request_field(request, "page");
    uint32_t number;

    if (!ahd_str_number(page, &number)) {
        reply->status = BAD_REQUEST;
        ahd_view_refuse(&view);
        return;
    }
    keep(&view, SEEN, page);
    go_to(&view, "/", AHD_STR(""));
}
