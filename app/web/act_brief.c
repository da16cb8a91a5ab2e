#include "web/act_brief.h"

#include "web/act_list.h"

#include <inttypes.h>
#include <stdio.h>

void ahd_act_brief_names(ahd_view *view, ahd_str names)
{
    bool first = true;

    while (names.len > 0) {
        ahd_str name = ahd_str_trim(ahd_str_cut(&names, '|'));
        if (!first)
            ahd_html_raw(view->out, "<span class=\"dot\"> + </span>");
        ahd_view_text(view, name);
        first = false;
    }
}

void ahd_act_brief_who(ahd_view *view, ahd_str act, ahd_str source,
                       ahd_str target, ahd_str modality)
{
    ahd_html_raw(view->out, "<p class=\"who\">");
    ahd_view_act(view, act);
    ahd_html_raw(view->out, " ");
    ahd_act_brief_names(view, source);
    if (target.len > 0) {
        ahd_html(view->out, " <span class=\"arrow\">$t</span> ",
                 view->tongue == AHD_AR ? AHD_STR("←") : AHD_STR("→"));
        ahd_act_brief_names(view, target);
    }
    if (modality.len > 0 && !ahd_str_eq(modality, AHD_STR("actual"))) {
        ahd_html_raw(view->out, " <span class=\"tag\">");
        ahd_view_value(view, "modality", modality);
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</p>\n");
}

static void write_sentence(ahd_view *view, const json_t *row)
{
    ahd_str sentence = ahd_field_text(row, "sentence");
    char fragment[32];
    int len = snprintf(fragment, sizeof fragment, "s%" PRId64,
                       ahd_field_number(row, "start"));

    ahd_html_raw(view->out, "<blockquote");
    ahd_view_lang(view, sentence);
    ahd_html_raw(view->out, "><a");
    ahd_view_href(view, "/documents/", ahd_field_text(row, "document"),
                  (ahd_str){fragment, (size_t)len});
    ahd_html(view->out, " title=\"$a\">$t</a></blockquote>\n",
             ahd_wording_get(view->tongue, "act.open"), sentence);
}

static void write_item(ahd_view *view, const char *key, ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_html(view->out, "<span class=\"item\">$t ",
             key ? ahd_wording_get(view->tongue, key) : AHD_STR(""));
    ahd_act_brief_names(view, value);
    ahd_html_raw(view->out, "</span> ");
}

/* Tellings are a link to where they stand side by side. */
static void write_tellings(ahd_view *view, const json_t *row)
{
    int64_t tellings = ahd_field_number(row, "tellings");
    ahd_str id = ahd_field_text(row, "occurrence");

    if (tellings < 2 || id.len == 0)
        return;
    ahd_html_raw(view->out, "<a class=\"item\"");
    ahd_view_href(view, "/occurrences/", id, AHD_STR(""));
    ahd_html_raw(view->out, ">");
    ahd_view_count(view, "count.tellings", tellings);
    ahd_html_raw(view->out, "</a>");
}

void ahd_act_brief_write(ahd_view *view, const json_t *row)
{
    ahd_str day = ahd_field_text(row, "day");

    ahd_act_brief_who(
        view, ahd_field_text(row, "act"), ahd_inquiry_text(view, row, "source"),
        ahd_inquiry_text(view, row, "target"), ahd_field_text(row, "modality"));
    write_sentence(view, row);
    ahd_html_raw(view->out, "<p class=\"meta\"><span class=\"item\">");
    ahd_view_date(view, day, "act.undated");
    ahd_html_raw(view->out, "</span> ");
    write_item(view, "act.said", ahd_inquiry_text(view, row, "speaker"));
    ahd_str via = ahd_inquiry_text(view, row, "via");
    write_item(view, ahd_act_list_via(via), via);
    write_item(view, NULL, ahd_field_text(row, "outlet"));
    write_item(view, "act.at", ahd_inquiry_text(view, row, "place"));
    write_tellings(view, row);
    ahd_html_raw(view->out, "</p>\n");
}
