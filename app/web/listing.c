#include "web/listing.h"

#include <inttypes.h>
#include <stdio.h>

bool ahd_listing_start(ahd_listing *rows, ahd_view *view)
{
    ahd_str asked = ahd_request_param(view->request, "offset");
    uint32_t offset = 0;

    if (asked.len > 0 && !ahd_str_number(asked, &offset)) {
        view->reply->status = 400;
        ahd_view_refuse(view);
        return false;
    }
    *rows = (ahd_listing){.view = view, .offset = offset, .skip = offset};
    return true;
}

bool ahd_listing_take(ahd_listing *rows)
{
    if (rows->skip > 0) {
        rows->skip--;
        return false;
    }
    if (rows->shown == AHD_LISTING_PER_PAGE) {
        rows->more = true;
        return false;
    }
    if (rows->shown++ == 0)
        ahd_html_raw(rows->view->out, "<ol class=\"rows\">\n");
    ahd_html_raw(rows->view->out, "<li>");
    return true;
}

void ahd_listing_name(ahd_listing *rows, const char *path, ahd_str id,
                      ahd_str name, ahd_str other)
{
    ahd_view *view = rows->view;

    ahd_html_raw(view->out, "<div class=\"who\"><h2>");
    ahd_view_link(view, path, id, name);
    ahd_html_raw(view->out, "</h2>");
    if (other.len > 0) {
        ahd_html_raw(view->out, "<p class=\"other\">");
        ahd_view_text(view, other);
        ahd_html_raw(view->out, "</p>");
    }
    ahd_html_raw(view->out, "</div>\n");
}

void ahd_listing_close(ahd_listing *rows)
{
    ahd_html_raw(rows->view->out, "</li>\n");
}

/* This page with the rows from `offset` on. */
static void write_turn(ahd_view *view, int64_t offset, const char *word)
{
    char digits[24];

    snprintf(digits, sizeof digits, "%" PRId64, offset);
    ahd_html_raw(view->out, "<a");
    ahd_view_again(view, "offset",
                   offset > 0 ? ahd_str_from(digits) : AHD_STR(""), "");
    ahd_html(view->out, ">$t</a> ", ahd_wording_get(view->tongue, word));
}

void ahd_listing_end(ahd_listing *rows, const char *none)
{
    ahd_view *view = rows->view;
    int64_t before = rows->offset - AHD_LISTING_PER_PAGE;

    if (rows->shown == 0)
        ahd_html(view->out, "<p>$t</p>\n", ahd_wording_get(view->tongue, none));
    else
        ahd_html_raw(view->out, "</ol>\n");
    if (rows->offset == 0 && !rows->more)
        return;
    ahd_html_raw(view->out, "<p class=\"more\">");
    if (rows->offset > 0)
        write_turn(view, before > 0 ? before : 0, "nav.previous");
    if (rows->more)
        write_turn(view, rows->offset + AHD_LISTING_PER_PAGE, "nav.next");
    ahd_html_raw(view->out, "</p>\n");
}
