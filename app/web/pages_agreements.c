#include "web/listing.h"
#include "web/pages.h"
#include "web/taking.h"

/* "to be checked": known in general, not compared with a source. */
static void write_marks(ahd_view *view, const ahd_agreement_row *row)
{
    if (row->found)
        ahd_html(view->out, " <span class=\"tag\">$t</span>",
                 ahd_wording_get(view->tongue, "agreement.found"));
    else if (!ahd_str_eq(row->confidence, AHD_STR("checked")))
        ahd_html(view->out, " <span class=\"tag\" title=\"$a\">$t</span>",
                 ahd_wording_get(view->tongue, "agreement.check.why"),
                 ahd_wording_get(view->tongue, "agreement.check"));
}

static void write_when(ahd_view *view, const ahd_agreement_row *row)
{
    ahd_html_raw(view->out, "<p class=\"what\">");
    ahd_view_value(view, "agreement.kinds", row->kind);
    write_marks(view, row);
    ahd_html_raw(view->out, "<br>");
    ahd_view_date(view, row->date, "date.none");
    if (row->place.len > 0) {
        ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
        ahd_view_text(view, ahd_view_pick(view, row->place_ar, row->place));
    }
    ahd_html_raw(view->out, "</p>\n");
}

static bool write_row(void *context, const ahd_agreement_row *row)
{
    ahd_listing *rows = context;
    ahd_view *view = rows->view;

    if (!ahd_listing_take(rows))
        return !rows->more;
    ahd_listing_name(rows, "/agreements/", row->id,
                     ahd_view_pick(view, row->name_ar, row->name_en),
                     ahd_view_rest(view, row->name_ar, row->name_en));
    write_when(view, row);
    ahd_html_raw(view->out, "<p class=\"counts\">");
    ahd_view_count(view, "count.acts", row->acts);
    ahd_view_count(view, "count.claims", row->claims);
    ahd_view_count(view, "count.documents", row->documents);
    ahd_html_raw(view->out, "</p>");
    ahd_listing_close(rows);
    return true;
}

/* The way to the rest of the registry, and back. */
static void write_more(ahd_view *view, bool all)
{
    ahd_html(view->out, "<p class=\"more\"><a href=\"/agreements?lang=$u",
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
    if (!all)
        ahd_html_raw(view->out, "&amp;all=1");
    ahd_html_raw(view->out, "\">");
    ahd_view_word(view, all ? "agreement.some" : "agreement.all");
    ahd_html_raw(view->out, "</a></p>\n");
}

void ahd_pages_agreements(void *context, const ahd_request *request,
                          ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "agreement.title");
    bool all = ahd_request_param(request, "all").len > 0;
    ahd_listing rows;
    ahd_error error;

    if (!ahd_listing_start(&rows, &view))
        return;
    ahd_view_open(&view, title, "agreements");
    ahd_html(view.out, "<h1>$t</h1>\n<p class=\"motto\">$t</p>\n", title,
             ahd_wording_get(view.tongue, "site.motto"));
    if (ahd_record_agreements(view.record, all, write_row, &rows, &error) !=
        AHD_OK) {
        ahd_view_fail(&view, &error);
        return;
    }
    ahd_listing_end(&rows, "agreement.none");
    write_more(&view, all);
    ahd_taking_write(&view, "agreements", NULL);
    ahd_view_close(&view);
}
