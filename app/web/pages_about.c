#include "web/pages.h"
#include "web/view.h"

static const struct {
    const char *title, *text;
} parts[] = {
    {"about.claimed", "about.claimed.p"},
    {"about.known", "about.known.p"},
    {"about.inferred", "about.inferred.p"},
    {"about.machine", "about.machine.p"},
};

void ahd_pages_about(void *context, const ahd_request *request,
                     ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "about.title");

    ahd_view_open(&view, title, "about");
    ahd_html(view.out, "<article class=\"prose\"><h1>$t</h1>\n<p>$t</p>\n",
             title, ahd_wording_get(view.tongue, "about.p1"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        ahd_html(view.out, "<h2>$t</h2>\n<p>$t</p>\n",
                 ahd_wording_get(view.tongue, parts[i].title),
                 ahd_wording_get(view.tongue, parts[i].text));
    ahd_html_raw(view.out, "</article>\n");
    ahd_view_close(&view);
}
