#include "web/listing.h"
#include "web/pages.h"
#include "web/taking.h"

#include <stdio.h>

/* Who is accused, and of breaking what. */
static void write_names(ahd_listing *rows, const ahd_dispute_row *row)
{
    ahd_view *view = rows->view;

    ahd_html_raw(view->out, "<div class=\"who\"><h2>");
    ahd_view_link(view, "/disputes/", row->id,
                  row->accused.len
                      ? ahd_view_pick(view, row->accused_ar, row->accused_en)
                      : ahd_wording_get(view->tongue, "claim.nobody"));
    ahd_html(view->out, "</h2><p class=\"other\">$t: ",
             ahd_wording_get(view->tongue, "claim.accused"));
    ahd_view_text(view, ahd_view_pick(view, row->name_ar, row->name_en));
    ahd_html_raw(view->out, "</p></div>\n");
}

static void write_when(ahd_view *view, const ahd_dispute_row *row)
{
    char level[24];
    int len = snprintf(level, sizeof level, "%d", (int)row->level);

    ahd_html_raw(view->out, "<p class=\"what\">");
    ahd_view_value(view, "rung", (ahd_str){level, (size_t)len});
    ahd_html_raw(view->out, "<br>");
    ahd_view_date(view, row->first, "date.none");
    if (!ahd_str_eq(row->first, row->last)) {
        ahd_html_raw(view->out, " – ");
        ahd_view_date(view, row->last, "date.none");
    }
    ahd_html_raw(view->out, "</p>\n");
}

static bool write_row(void *context, const ahd_dispute_row *row)
{
    ahd_listing *rows = context;
    ahd_view *view = rows->view;

    if (!ahd_listing_take(rows))
        return !rows->more;
    write_names(rows, row);
    write_when(view, row);
    ahd_html_raw(view->out, "<p class=\"counts\">");
    ahd_view_count(view, "count.claims", row->claims);
    ahd_view_count(view, "count.stories", row->stories);
    ahd_view_count(view, "count.replies", row->replies);
    ahd_html_raw(view->out, "</p>");
    ahd_listing_close(rows);
    return true;
}

void ahd_pages_disputes(void *context, const ahd_request *request,
                        ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "dispute.title");
    ahd_listing rows;
    ahd_error error;

    if (!ahd_listing_start(&rows, &view))
        return;
    const ahd_filter filter = {.offset = rows.offset,
                               .limit = AHD_LISTING_PER_PAGE + 1};
    rows.skip = 0;
    ahd_view_open(&view, title, "disputes");
    ahd_html(view.out, "<h1>$t</h1>\n", title);
    if (ahd_record_disputes(view.record, &filter, write_row, &rows, &error) !=
        AHD_OK) {
        ahd_view_fail(&view, &error);
        return;
    }
    ahd_listing_end(&rows, "dispute.none");
    ahd_taking_write(&view, "disputes", NULL);
    ahd_view_close(&view);
}
