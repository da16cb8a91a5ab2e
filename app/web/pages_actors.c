#include "web/listing.h"
#include "web/pages.h"
#include "web/taking.h"

static bool write_row(void *context, const ahd_actor_row *row)
{
    ahd_listing *rows = context;
    ahd_view *view = rows->view;

    if (!ahd_listing_take(rows))
        return !rows->more;
    ahd_listing_name(rows, "/actors/", row->id,
                     ahd_view_pick(view, row->name_ar, row->name_en),
                     ahd_view_rest(view, row->name_ar, row->name_en));
    ahd_html_raw(view->out, "<p class=\"what\">");
    ahd_view_value(view, "actor.kinds", row->type);
    if (row->country.len > 1) {
        ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
        ahd_view_values(view, "country", row->country);
    }
    ahd_html_raw(view->out, "</p>\n<p class=\"counts\">");
    ahd_view_count(view, "count.acts", row->acts);
    ahd_html_raw(view->out, "</p>");
    ahd_listing_close(rows);
    return true;
}

void ahd_pages_actors(void *context, const ahd_request *request,
                      ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "actors.title");
    ahd_listing rows;
    ahd_error error;

    if (!ahd_listing_start(&rows, &view))
        return;
    ahd_view_open(&view, title, "actors");
    ahd_html(view.out, "<h1>$t</h1>\n", title);
    if (ahd_record_actors(view.record, write_row, &rows, &error) != AHD_OK) {
        ahd_view_fail(&view, &error);
        return;
    }
    ahd_listing_end(&rows, "actors.none");
    ahd_taking_write(&view, "actors", NULL);
    ahd_view_close(&view);
}
