#include "web/pages.h"
#include "web/view.h"

struct list {
    ahd_view *view;
    size_t rows;
};

static bool write_row(void *context, const ahd_actor_row *row)
{
    struct list *list = context;
    ahd_view *view = list->view;
    ahd_str other = ahd_view_rest(view, row->name_ar, row->name_en);

    if (list->rows++ == 0)
        ahd_html_raw(view->out, "<ol class=\"rows\">\n");
    ahd_html_raw(view->out, "<li><div class=\"who\"><h2>");
    ahd_view_link(view, "/actors/", row->id,
                  ahd_view_pick(view, row->name_ar, row->name_en));
    ahd_html_raw(view->out, "</h2>");
    if (other.len > 0) {
        ahd_html_raw(view->out, "<p class=\"other\">");
        ahd_view_text(view, other);
        ahd_html_raw(view->out, "</p>");
    }
    ahd_html_raw(view->out, "</div>\n<p class=\"what\">");
    ahd_view_value(view, "actor.kinds", row->type);
    if (row->country.len > 1) {
        ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
        ahd_view_values(view, "country", row->country);
    }
    ahd_html_raw(view->out, "</p>\n<p class=\"counts\">");
    ahd_view_count(view, "count.acts", row->acts);
    ahd_html_raw(view->out, "</p></li>\n");
    return true;
}

void ahd_pages_actors(void *context, const ahd_request *request,
                      ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "actors.title");
    struct list list = {.view = &view};
    ahd_error error;

    ahd_view_open(&view, title, "actors");
    ahd_html(view.out, "<h1>$t</h1>\n", title);
    if (ahd_record_actors(view.record, write_row, &list, &error) != AHD_OK) {
        ahd_view_fail(&view, &error);
        return;
    }
    if (list.rows > 0)
        ahd_html_raw(view.out, "</ol>\n");
    else
        ahd_html(view.out, "<p>$t</p>\n",
                 ahd_wording_get(view.tongue, "actors.none"));
    ahd_view_close(&view);
}
