#include "web/taking.h"

#include <stdio.h>
#include <string.h>

static const struct way {
    const char *ending, *name, *type;
    bool acts, feed;
} ways[] = {
    {"csv", "CSV", "text/csv", false, false},
    {"jsonl", "JSON lines", "application/jsonl", false, false},
    {"geojson", "GeoJSON", "application/geo+json", true, false},
    {"atom", "Atom", "application/atom+xml", true, true},
    {"feed.json", "JSON Feed", "application/feed+json", true, true},
};
enum { WAYS = sizeof ways / sizeof *ways, PATH_BYTES = 64 };

/* The lists beside others, which have a row for each of several. */
static const struct {
    const char *of, *table, *word;
} besides[] = {
    {"acts", "participants", "out.participants"},
    {"agreements", "parties", "out.parties"},
};

static void write_ways(ahd_view *view, const char *table,
                       const ahd_asked *asked, bool feeds)
{
    char path[PATH_BYTES];
    bool acts = strcmp(table, "acts") == 0;

    for (size_t i = 0; i < WAYS; i++) {
        if (ways[i].feed != feeds || (ways[i].acts && !acts))
            continue;
        snprintf(path, sizeof path, "/%s.%s", table, ways[i].ending);
        ahd_html_raw(view->out, " <a");
        ahd_asked_href(view, path, asked);
        ahd_html(view->out, " type=\"$a\" lang=\"en\" dir=\"ltr\">$t</a>",
                 ahd_str_from(ways[i].type), ahd_str_from(ways[i].name));
    }
}

static void write_beside(ahd_view *view, const char *table,
                         const ahd_asked *asked)
{
    for (size_t i = 0; i < sizeof besides / sizeof *besides; i++) {
        if (strcmp(besides[i].of, table) != 0)
            continue;
        ahd_html(view->out, " <span>$t",
                 ahd_wording_get(view->tongue, besides[i].word));
        write_ways(view, besides[i].table, asked, false);
        ahd_html_raw(view->out, "</span>");
    }
}

void ahd_taking_write(ahd_view *view, const char *table, const ahd_asked *asked)
{
    const ahd_asked own = ahd_asked_read(view->request);

    asked = asked ? asked : &own;
    ahd_html(view->out, "<p class=\"taking\"><span>$t",
             ahd_wording_get(view->tongue, "out.as"));
    write_ways(view, table, asked, false);
    ahd_html_raw(view->out, " <a");
    ahd_view_href(view, "/codebook", AHD_STR(""), ahd_str_from(table));
    ahd_html(view->out, ">$t</a></span>",
             ahd_wording_get(view->tongue, "out.codebook"));
    write_beside(view, table, asked);
    if (strcmp(table, "acts") == 0) {
        ahd_html(view->out, " <span>$t",
                 ahd_wording_get(view->tongue, "out.follow"));
        write_ways(view, table, asked, true);
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</p>\n");
}

static void write_head(ahd_view *view, const void *context)
{
    char path[PATH_BYTES];

    for (size_t i = 0; i < WAYS; i++) {
        if (!ways[i].feed)
            continue;
        snprintf(path, sizeof path, "/acts.%s", ways[i].ending);
        ahd_html(view->out, "<link rel=\"alternate\" type=\"$a\" title=\"$a\"",
                 ahd_str_from(ways[i].type), ahd_str_from(ways[i].name));
        ahd_asked_href(view, path, context);
        ahd_html_raw(view->out, ">\n");
    }
}

void ahd_taking_head(ahd_view *view, const ahd_asked *asked)
{
    view->head = write_head;
    view->head_context = asked;
}

void ahd_taking_about(ahd_view *view, ahd_ask ask, ahd_asked *asked)
{
    *asked = (ahd_asked){.to = ""};
    asked->value[ask] = view->request->rest;
    ahd_taking_head(view, asked);
}

void ahd_taking_acts(ahd_view *view, const ahd_filter *filter)
{
    ahd_asked asked = {.to = ""};

    asked.value[AHD_ASK_AGREEMENT] = ahd_str_from(filter->agreement);
    asked.value[AHD_ASK_ACTOR] = ahd_str_from(filter->actor);
    asked.value[AHD_ASK_ACT] = ahd_str_from(filter->act);
    asked.value[AHD_ASK_FROM] = ahd_str_from(filter->from);
    asked.value[AHD_ASK_TO] = ahd_str_from(filter->to);
    ahd_html_raw(view->out, "<p class=\"more\"><a");
    ahd_asked_href(view, "/search", &asked);
    ahd_html(view->out, ">$t</a></p>\n",
             ahd_wording_get(view->tongue, "out.search"));
    ahd_taking_write(view, "acts", &asked);
}
