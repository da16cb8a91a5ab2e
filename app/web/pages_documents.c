#include "web/pages.h"
#include "web/view.h"

#include <inttypes.h>

enum { PER_PAGE = 100 };

/* One row more than is shown tells whether there is a next page. */
struct list {
    ahd_view *view;
    int64_t rows;
    bool more;
};

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
    struct list *list = context;
    ahd_view *view = list->view;
    ahd_str untitled = ahd_wording_get(view->tongue, "document.untitled");

    if (list->rows == PER_PAGE) {
        list->more = true;
        return false;
    }
    if (list->rows++ == 0)
        ahd_html_raw(view->out, "<ol class=\"rows\">\n");
    ahd_html_raw(view->out, "<li><div class=\"who\"><h2>");
    ahd_view_link(view, "/documents/", row->id,
                  row->title.len ? row->title : untitled);
    ahd_html_raw(view->out, "</h2></div>\n");
    write_what(view, row);
    ahd_html_raw(view->out, "<p class=\"counts\">");
    ahd_view_count(view, "count.acts", row->acts);
    ahd_view_count(view, "count.captures", row->captures);
    ahd_html_raw(view->out, "</p></li>\n");
    return true;
}

static void write_turn(ahd_view *view, int64_t offset, const char *word)
{
    ahd_html(view->out, "<a href=\"/documents?lang=$u",
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
    if (offset > 0)
        ahd_buf_printf(view->out, "&amp;offset=%" PRId64, offset);
    ahd_html_raw(view->out, "\">");
    ahd_view_word(view, word);
    ahd_html_raw(view->out, "</a> ");
}

static void write_end(struct list *list, int64_t offset)
{
    ahd_view *view = list->view;

    if (list->rows == 0)
        ahd_html(view->out, "<p>$t</p>\n",
                 ahd_wording_get(view->tongue, "document.none"));
    else
        ahd_html_raw(view->out, "</ol>\n");
    ahd_html_raw(view->out, "<p class=\"more\">");
    if (offset > 0)
        write_turn(view, offset > PER_PAGE ? offset - PER_PAGE : 0,
                   "nav.previous");
    if (list->more)
        write_turn(view, offset + PER_PAGE, "nav.next");
    ahd_html_raw(view->out, "</p>\n");
}

void ahd_pages_documents(void *context, const ahd_request *request,
                         ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "document.title");
    struct list list = {.view = &view};
    uint32_t offset = 0;
    ahd_error error;

    ahd_str asked = ahd_request_param(request, "offset");
    if (asked.len > 0 && !ahd_str_number(asked, &offset)) {
        reply->status = 400;
        ahd_view_refuse(&view);
        return;
    }
    ahd_filter filter = {.offset = offset, .limit = PER_PAGE + 1};
    ahd_view_open(&view, title, "documents");
    ahd_html(view.out, "<h1>$t</h1>\n", title);
    if (ahd_record_documents(view.record, &filter, write_row, &list, &error) !=
        AHD_OK) {
        ahd_view_fail(&view, &error);
        return;
    }
    write_end(&list, offset);
    ahd_view_close(&view);
}
