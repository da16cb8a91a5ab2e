#include "web/act_list.h"

#include "web/act_brief.h"
#include "web/pane.h"
#include "web/taking.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { PER_PAGE = 50 };

const char *ahd_act_list_via(ahd_str via)
{
    return ahd_str_starts(via, AHD_STR("في ")) ? NULL : "act.via";
}

/* Of one agreement's page the sentence opens beside it. */
static void write_sentence(const ahd_act_list *list, const ahd_act_row *row)
{
    ahd_view *view = list->view;
    char fragment[32];
    int len =
        snprintf(fragment, sizeof fragment, "s%" PRId64, row->sentence_start);

    ahd_html_raw(view->out, "<blockquote");
    ahd_view_lang(view, row->sentence);
    ahd_html_raw(view->out, "><a");
    if (list->with_agreement)
        ahd_view_href(view, "/documents/", row->document,
                      (ahd_str){fragment, (size_t)len});
    else
        ahd_pane_href(view, row->document, row->n);
    ahd_html(view->out, " title=\"$a\">$t</a></blockquote>\n",
             ahd_wording_get(view->tongue, "act.open"), row->sentence);
}

/* A link to where they stand side by side. */
static void write_tellings(ahd_view *view, const ahd_act_row *row)
{
    if (row->tellings < 2 || row->occurrence.len == 0)
        return;
    ahd_html_raw(view->out, "<a class=\"item\"");
    ahd_view_href(view, "/occurrences/", row->occurrence, AHD_STR(""));
    ahd_html_raw(view->out, ">");
    ahd_view_count(view, "count.tellings", row->tellings);
    ahd_html_raw(view->out, "</a> ");
}

static void write_sources(ahd_view *view, const ahd_act_list *list,
                          const ahd_act_row *row)
{
    ahd_html_raw(view->out, "<p class=\"meta\">");
    ahd_view_item(view, "act.said", row->speaker);
    ahd_view_item(view, ahd_act_list_via(row->via), row->via);
    ahd_view_item(view, NULL, row->outlet);
    if (row->date.len == 0 && row->published.len > 0)
        ahd_html(view->out, "<span class=\"item\">$t</span> ",
                 ahd_wording_get(view->tongue, "act.told"));
    ahd_view_item(view, "act.at", row->place);
    if (list->with_agreement && row->agreement_name.len > 0) {
        ahd_html_raw(view->out, "<span class=\"item\">");
        ahd_view_link(view, "/agreements/", row->agreement,
                      row->agreement_name);
        ahd_html_raw(view->out, "</span> ");
    }
    write_tellings(view, row);
    if (row->review.len > 0) {
        ahd_html_raw(view->out, " <span class=\"tag\">");
        ahd_view_value(view, "review", row->review);
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</p>");
}

/* A heading when the day changes. */
static void write_day(ahd_act_list *list, ahd_str day)
{
    ahd_view *view = list->view;

    if (list->rows > 0 && ahd_str_eq(day, (ahd_str){list->day, list->day_len}))
        return;
    list->day_len = day.len < AHD_ACT_LIST_DAY ? day.len : AHD_ACT_LIST_DAY;
    memcpy(list->day, day.ptr, list->day_len);
    if (list->rows > 0)
        ahd_html_raw(view->out, "</ol>\n");
    ahd_html_raw(view->out, "<h3 class=\"day\">");
    ahd_view_date(view, day, "act.undated");
    ahd_html_raw(view->out, "</h3>\n<ol class=\"acts\">\n");
}

bool ahd_act_list_row(void *context, const ahd_act_row *row)
{
    ahd_act_list *list = context;

    if (list->most > 0 && list->rows == list->most) {
        list->more = true;
        return false;
    }
    write_day(list, row->date.len ? row->date : row->published);
    list->rows++;
    ahd_html_raw(list->view->out, "<li>");
    ahd_act_brief_who(list->view, row->act, row->source, row->target,
                      row->modality);
    write_sentence(list, row);
    write_sources(list->view, list, row);
    ahd_html_raw(list->view->out, "</li>\n");
    return true;
}

/* The way to the acts before and after. */
static void write_turn(ahd_view *view, uint32_t offset, const char *word)
{
    char digits[16];

    snprintf(digits, sizeof digits, "%" PRIu32, offset);
    ahd_html_raw(view->out, "<a");
    ahd_view_again(view, "offset",
                   offset > 0 ? ahd_str_from(digits) : AHD_STR(""), "acts");
    ahd_html(view->out, ">$t</a> ", ahd_wording_get(view->tongue, word));
}

static void write_turns(const ahd_act_list *list, uint32_t offset)
{
    ahd_view *view = list->view;

    if (offset == 0 && !list->more)
        return;
    ahd_html_raw(view->out, "<p class=\"more\">");
    if (offset > 0)
        write_turn(view, offset > PER_PAGE ? offset - PER_PAGE : 0,
                   "nav.previous");
    if (list->more)
        write_turn(view, offset + PER_PAGE, "nav.next");
    ahd_html_raw(view->out, "</p>\n");
}

void ahd_act_list_end(const ahd_act_list *list, const char *none)
{
    if (list->rows > 0)
        ahd_html_raw(list->view->out, "</ol>\n");
    else
        ahd_html(list->view->out, "<p>$t</p>\n",
                 ahd_wording_get(list->view->tongue, none));
}

ahd_status ahd_act_list_write(ahd_view *view, const ahd_filter *filter,
                              const char *none, ahd_error *error)
{
    ahd_act_list list = {.view = view,
                         .with_agreement = filter->agreement == NULL,
                         .most = PER_PAGE};
    ahd_filter wanted = *filter;
    uint32_t offset = 0;

    /* What is no number is the beginning. */
    if (!ahd_str_number(ahd_request_param(view->request, "offset"), &offset))
        offset = 0;
    wanted.offset = offset;
    wanted.limit = PER_PAGE + 1;
    wanted.lang = view->tongue == AHD_AR ? "ar" : "en";
    ahd_html(view->out, "<section id=\"acts\"><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, "act.title"));
    AHD_TRY(
        ahd_record_acts(view->record, &wanted, ahd_act_list_row, &list, error));
    ahd_act_list_end(&list, none);
    write_turns(&list, offset);
    if (list.rows > 0)
        ahd_taking_acts(view, filter);
    ahd_html_raw(view->out, "</section>\n");
    return AHD_OK;
}
