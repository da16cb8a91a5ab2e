#include "web/story_note.h"

static bool write_note(void *context, const ahd_story_row *row)
{
    ahd_view *view = context;

    ahd_html_raw(view->out, "<section class=\"story\"><h2><a");
    ahd_view_href(view, "/stories/", row->id, AHD_STR(""));
    ahd_html(view->out, ">$t</a></h2>\n<p class=\"counts\">",
             ahd_wording_get(view->tongue, "story.of"));
    ahd_view_count(view, "count.documents", row->documents);
    ahd_view_count(view, "count.outlets", row->outlets);
    ahd_view_count(view, "count.roots", row->roots);
    ahd_html(view->out, "</p>\n<p class=\"note\">$t</p></section>\n",
             ahd_wording_get(view->tongue, "story.of.p"));
    return false;
}

/* A record of an older Ahd has none, and that is no reason to show nothing. */
void ahd_story_note(ahd_view *view, const char *document)
{
    ahd_error error;

    if (ahd_record_story_of(view->record, document, write_note, view, &error) !=
        AHD_OK)
        return;
}
