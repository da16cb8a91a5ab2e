/* pages_suggest.c - names while somebody types one:
 *
 *     /review/suggest?kind=actor&q=الجيش
 *         → [{"id":"ly-lna","name":"الجيش الوطني الليبي","other":"…"}] */
#include "web/pages.h"
#include "web/view.h"

#include <jansson.h>
#include <stdlib.h>

struct suggesting {
    const ahd_view *view;
    json_t *list;
};

/* Names may be of any bytes; one that is no UTF-8 is left out. */
static bool take(void *context, const ahd_suggested *row)
{
    struct suggesting *s = context;
    ahd_str name = ahd_view_pick(s->view, row->name_ar, row->name_en);
    ahd_str other = ahd_view_rest(s->view, row->name_ar, row->name_en);
    json_t *one = json_pack("{s:s%,s:s%,s:s%,s:b}", "id", row->id.ptr,
                            row->id.len, "name", name.ptr, name.len, "other",
                            other.ptr, other.len, "exact", (int)row->exact);

    if (one != NULL)
        json_array_append_new(s->list, one);
    return true;
}

void ahd_pages_suggest(void *context, const ahd_request *request,
                       ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    struct suggesting s = {.view = &view, .list = json_array()};
    const ahd_suggest what = {
        .text = ahd_str_trim(ahd_request_param(request, "q")),
        .agreements = ahd_str_eq(ahd_request_param(request, "kind"),
                                 AHD_STR("agreement"))};
    ahd_error error;

    if (ahd_record_suggest(view.record, &what, take, &s, &error) == AHD_OK) {
        char *text = json_dumps(s.list, JSON_COMPACT);
        reply->type = "application/json; charset=utf-8";
        ahd_buf_add(&reply->body, ahd_str_from(text));
        free(text);
    } else {
        ahd_view_fail(&view, &error);
    }
    json_decref(s.list);
}
