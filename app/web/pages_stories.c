#include "web/listing.h"
#include "web/pages.h"
#include "web/taking.h"

static bool write_row(void *context, const ahd_story_row *row)
{
    ahd_listing *rows = context;
    ahd_view *view = rows->view;
    ahd_str untitled = ahd_wording_get(view->tongue, "document.untitled");

    if (!ahd_listing_take(rows))
        return !rows->more;
    ahd_listing_name(rows, "/stories/", row->id,
                     row->title.len ? row->title : untitled, AHD_STR(""));
    ahd_html_raw(view->out, "<p class=\"what\">");
    ahd_view_date(view, row->first, "date.none");
    ahd_html_raw(view->out, "</p>\n<p class=\"counts\">");
    ahd_view_count(view, "count.documents", row->documents);
    ahd_view_count(view, "count.outlets", row->outlets);
    ahd_view_count(view, "count.roots", row->roots);
    ahd_html_raw(view->out, "</p>");
    ahd_listing_close(rows);
    return true;
}

void ahd_pages_stories(void *context, const ahd_request *request,
                       ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "story.title");
    ahd_asked asked = ahd_asked_read(request);
    const ahd_find find = ahd_asked_find(&asked, view.tongue);
    ahd_listing rows;
    ahd_error error;

    if (!ahd_listing_start(&rows, &view))
        return;
    const ahd_filter filter = {.from = find.from,
                               .to = find.to,
                               .offset = rows.offset,
                               .limit = AHD_LISTING_PER_PAGE + 1};
    rows.skip = 0;
    ahd_view_open(&view, title, "stories");
    ahd_html(view.out, "<h1>$t</h1>\n<p class=\"motto\">$t</p>\n", title,
             ahd_wording_get(view.tongue, "story.title.p"));
    if (ahd_record_stories(view.record, &filter, write_row, &rows, &error) !=
        AHD_OK) {
        ahd_view_fail(&view, &error);
        return;
    }
    ahd_listing_end(&rows, "story.none");
    ahd_taking_write(&view, "stories", NULL);
    ahd_view_close(&view);
}
