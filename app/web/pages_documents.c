#include "web/listing.h"
#include "web/pages.h"
#include "web/taking.h"

static void write_what(ahd_view *view, const ahd_document_row *row)
{
    ahd_html_raw(view->out, "<p class=\"what\">");
    ahd_view_date(view, row->published, "date.none");
    if (row->outlet.len > 0) {
        ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
        ahd_view_text(view, row->outlet);
    }
    if (!ahd_str_eq(row->kind, AHD_STR("article"))) {
        ahd_html_raw(view->out, " <span class=\"tag\">");
        ahd_view_value(view, "document.kinds", row->kind);
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</p>\n");
}

static bool write_row(void *context, const ahd_document_row *row)
{
    ahd_listing *rows = context;
    ahd_view *view = rows->view;
    ahd_str untitled = ahd_wording_get(view->tongue, "document.untitled");

    if (!ahd_listing_take(rows))
        return !rows->more;
    ahd_listing_name(rows, "/documents/", row->id,
                     row->title.len ? row->title : untitled, AHD_STR(""));
    write_what(view, row);
    ahd_html_raw(view->out, "<p class=\"counts\">");
    ahd_view_count(view, "count.acts", row->acts);
    ahd_view_count(view, "count.captures", row->captures);
    ahd_html_raw(view->out, "</p>");
    ahd_listing_close(rows);
    return true;
}

/* One row more than is shown tells whether there is a next page. */
static ahd_status list_rows(ahd_listing *rows, ahd_error *error)
{
    const ahd_filter filter = {.offset = rows->offset,
                               .limit = AHD_LISTING_PER_PAGE + 1};

    rows->skip = 0;
    return ahd_record_documents(rows->view->record, &filter, write_row, rows,
                                error);
}

void ahd_pages_documents(void *context, const ahd_request *request,
                         ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "document.title");
    ahd_listing rows;
    ahd_error error;

    if (!ahd_listing_start(&rows, &view))
        return;
    ahd_view_open(&view, title, "documents");
    ahd_html(view.out, "<h1>$t</h1>\n", title);
    if (list_rows(&rows, &error) != AHD_OK) {
        ahd_view_fail(&view, &error);
        return;
    }
    ahd_listing_end(&rows, "document.none");
    ahd_taking_write(&view, "documents", NULL);
    ahd_view_close(&view);
}
