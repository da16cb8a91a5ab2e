#include "base/day.h"
#include "web/act_list.h"
#include "web/agreement.h"
#include "web/atlas.h"
#include "web/cite.h"
#include "web/follow.h"
#include "web/pages.h"
#include "web/pane.h"
#include "web/taking.h"
#include "web/timeline.h"

/* ------------------------------------------------------------------ title */

static void write_check(ahd_view *view, const json_t *agreement)
{
    ahd_str confidence = ahd_field_text(agreement, "confidence");

    if (ahd_field_true(agreement, "found"))
        ahd_html(view->out, "<span class=\"tag\">$t</span>",
                 ahd_wording_get(view->tongue, "agreement.found"));
    else if (!ahd_str_eq(confidence, AHD_STR("checked")))
        ahd_html(view->out, "<span class=\"tag\" title=\"$a\">$t</span>",
                 ahd_wording_get(view->tongue, "agreement.check.why"),
                 ahd_wording_get(view->tongue, "agreement.check"));
}

static void write_title(ahd_view *view, const json_t *agreement,
                        const json_t *standing)
{
    ahd_str ar = ahd_field_text(agreement, "ar");
    ahd_str en = ahd_field_text(agreement, "en");
    ahd_str other = ahd_view_rest(view, ar, en);
    ahd_follow follow;

    ahd_html_raw(view->out, "<header class=\"title\"><h1>");
    ahd_view_text(view, ahd_view_pick(view, ar, en));
    ahd_html_raw(view->out, "</h1>\n<div class=\"title-ways\">");
    ahd_follow_of(view->request, &follow);
    ahd_follow_button(view, &follow, view->request->rest, "agreement");
    ahd_html_raw(view->out, "</div>\n");
    if (other.len > 0) {
        ahd_html_raw(view->out, "<p class=\"other\">");
        ahd_view_text(view, other);
        ahd_html_raw(view->out, "</p>\n");
    }
    ahd_html_raw(view->out, "<p>");
    write_check(view, agreement);
    ahd_html_raw(view->out, "</p>\n");
    ahd_agreement_chips(view, agreement, standing);
    ahd_cite_page(view, "/agreements/", view->request->rest,
                  ahd_view_pick(view, ar, en));
    ahd_html_raw(view->out, "</header>\n");
}

/* -------------------------------------------- what the record makes of it */

/* What is read of the record for the page. */
typedef struct parts {
    json_t *agreement, *standing, *disputes, *links;
    ahd_timeline timeline;
} parts;

typedef ahd_status read_fn(ahd_record *record, const char *id, ahd_buf *out,
                           ahd_error *error);

static ahd_status read_standing(ahd_record *record, const char *id,
                                ahd_buf *out, ahd_error *error)
{
    return ahd_record_commitments(record, id, NULL, out, error);
}

static ahd_status read_part(ahd_view *view, read_fn *read, json_t **out,
                            ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);

    ahd_status status =
        read(view->record, view->request->rest.ptr, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&text);
    return status;
}

static ahd_status read_parts(ahd_view *view, parts *p, ahd_error *error)
{
    AHD_TRY(read_part(view, ahd_agreement_json, &p->agreement, error));
    AHD_TRY(read_part(view, read_standing, &p->standing, error));
    AHD_TRY(read_part(view, ahd_record_links_json, &p->links, error));
    AHD_TRY(ahd_agreement_disputes(view, &p->disputes, error));
    AHD_TRY(
        ahd_timeline_read(&p->timeline, view, view->request->rest.ptr, error));
    ahd_agreement_replies(p->disputes, p->links);
    return AHD_OK;
}

static void finish_parts(parts *p)
{
    json_decref(p->agreement);
    json_decref(p->standing);
    json_decref(p->links);
    json_decref(p->disputes);
    ahd_timeline_finish(&p->timeline);
}

/* ------------------------------------------------------------------- page */

/* The days that the timeline shows are those of the list. */
static const char *asked_day(const ahd_view *view, const char *name)
{
    ahd_str day = ahd_request_param(view->request, name);

    return ahd_day_from_iso(day) != INT32_MIN ? day.ptr : NULL;
}

static ahd_status write_page(ahd_view *view, const parts *p, ahd_error *error)
{
    ahd_filter filter = {.agreement = view->request->rest.ptr,
                         .from = asked_day(view, "from"),
                         .to = asked_day(view, "to")};
    const ahd_atlas_filter here = {.agreement = view->request->rest,
                                   .actor = AHD_STR(""),
                                   .act = AHD_STR(""),
                                   .from = ahd_str_from(filter.from),
                                   .to = ahd_str_from(filter.to)};

    write_title(view, p->agreement, p->standing);
    ahd_timeline_write(&p->timeline, view, p->links,
                       ahd_field_list(p->agreement, "commitments"));
    ahd_html_raw(view->out, "<div class=\"columns\"><div class=\"main\">\n");
    AHD_TRY(ahd_act_list_write(view, &filter, "agreement.noacts", error));
    ahd_agreement_commitments(view, p->agreement, p->standing);
    ahd_html_raw(view->out, "</div>\n<aside class=\"side\">\n");
    AHD_TRY(ahd_pane_write(view, error));
    ahd_agreement_claims(view, p->disputes);
    AHD_TRY(ahd_atlas_inset(view, &here, error));
    ahd_agreement_facts(view, p->agreement);
    ahd_html_raw(view->out, "</aside></div>\n");
    ahd_view_close(view);
    return AHD_OK;
}

void ahd_pages_agreement(void *context, const ahd_request *request,
                         ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    parts p = {0};
    ahd_asked feed;
    ahd_error error;

    if (ahd_pane_only(&view))
        return;
    ahd_status status = read_parts(&view, &p, &error);
    if (status == AHD_OK) {
        ahd_taking_about(&view, AHD_ASK_AGREEMENT, &feed);
        ahd_view_open(&view,
                      ahd_view_pick(&view, ahd_field_text(p.agreement, "ar"),
                                    ahd_field_text(p.agreement, "en")),
                      "agreements");
        status = write_page(&view, &p, &error);
    }
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    finish_parts(&p);
}
