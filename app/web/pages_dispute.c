#include "web/field.h"
#include "web/pages.h"
#include "web/view.h"

#include <inttypes.h>
#include <stdio.h>

enum { RUNGS = 7 };

/* ------------------------------------------------------------------- who */

static ahd_str name_of(ahd_view *view, const json_t *who)
{
    const json_t *name = json_object_get(who, "name");

    return ahd_view_pick(view, ahd_field_text(name, "ar"),
                         ahd_field_text(name, "en"));
}

static void write_who(ahd_view *view, const json_t *who)
{
    ahd_str name = name_of(view, who);

    ahd_view_link(view, "/actors/", ahd_field_text(who, "id"),
                  name.len ? name
                           : ahd_wording_get(view->tongue, "claim.nobody"));
}

/* Whose side he is on, when that is not himself. */
static void write_side(ahd_view *view, const json_t *row, const char *who)
{
    const json_t *side = json_object_get(row, "side");
    ahd_str id = ahd_field_text(side, "id");
    ahd_str own = ahd_field_text(json_object_get(row, who), "id");

    if (id.len == 0 || ahd_str_eq(id, own))
        return;
    ahd_html_raw(view->out, " <span class=\"role\">(");
    write_who(view, side);
    ahd_html_raw(view->out, ")</span>");
}

/* -------------------------------------------------------------- tellings */

static void write_sentence(ahd_view *view, const json_t *telling)
{
    ahd_str words = ahd_field_text(telling, "sentence");
    char fragment[32];
    int len = snprintf(fragment, sizeof fragment, "a%" PRId64,
                       ahd_field_number(telling, "n"));

    ahd_html_raw(view->out, "<blockquote");
    ahd_view_lang(view, words);
    ahd_html_raw(view->out, "><a");
    ahd_view_href(view, "/documents/", ahd_field_text(telling, "document"),
                  (ahd_str){fragment, (size_t)len});
    ahd_html(view->out, " title=\"$a\">$t</a></blockquote>\n",
             ahd_wording_get(view->tongue, "act.open"), words);
}

static void write_telling(ahd_view *view, const json_t *telling)
{
    const json_t *outlet = json_object_get(telling, "outlet");
    ahd_str name = name_of(view, outlet);

    ahd_html_raw(view->out, "<span class=\"item\">");
    ahd_view_link(view, "/documents/", ahd_field_text(telling, "document"),
                  name.len ? name : ahd_field_text(telling, "document"));
    ahd_html_raw(view->out, " ");
    ahd_view_date(view, ahd_field_text(telling, "told"), "date.none");
    ahd_html_raw(view->out, "</span> ");
}

/* The words of the first; who else tells it. */
static void write_tellings(ahd_view *view, const json_t *row)
{
    const json_t *list = ahd_field_list(row, "tellings"), *telling;
    size_t i;

    write_sentence(view, json_array_get(list, 0));
    ahd_html_raw(view->out, "<p class=\"meta\">");
    ahd_field_each(list, i, telling) write_telling(view, telling);
    ahd_html_raw(view->out, "</p>");
}

/* ---------------------------------------------------------------- claims */

static void write_clauses(ahd_view *view, const json_t *claim)
{
    const json_t *list = ahd_field_list(claim, "commitments"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        bool named = ahd_str_eq(ahd_field_text(one, "how"), AHD_STR("named"));
        ahd_html(view->out, " <span class=\"tag\"><bdi>$t</bdi>$t$t</span>",
                 ahd_field_text(one, "n"), named ? AHD_STR("") : AHD_STR(" "),
                 named ? AHD_STR("")
                       : ahd_wording_get(view->tongue, "commitment.inferred"));
    }
}

static void write_claim(ahd_view *view, const json_t *claim)
{
    ahd_html_raw(view->out, "<p class=\"who\">");
    write_who(view, json_object_get(claim, "claimant"));
    write_side(view, claim, "claimant");
    ahd_html_raw(view->out, " <span class=\"act act-accuse\">");
    ahd_view_value(view, "claim.says", ahd_field_text(claim, "act"));
    ahd_html_raw(view->out, "</span>");
    ahd_html_raw(view->out, " <span class=\"tag\">");
    ahd_view_value(view, "claim.kinds", ahd_field_text(claim, "kind"));
    ahd_html_raw(view->out, "</span>");
    write_clauses(view, claim);
    if (ahd_field_true(claim, "accused_inferred"))
        ahd_html(view->out, " <span class=\"how how-inferred\">$t</span>",
                 ahd_wording_get(view->tongue, "claim.inferred"));
    ahd_html_raw(view->out, "</p>\n");
    write_tellings(view, claim);
}

static void write_reply(ahd_view *view, const json_t *reply)
{
    ahd_html_raw(view->out, "<p class=\"who\"><span class=\"act act-deny\">");
    ahd_view_value(view, "reply.kinds", ahd_field_text(reply, "kind"));
    ahd_html_raw(view->out, "</span> ");
    write_who(view, json_object_get(reply, "who"));
    write_side(view, reply, "who");
    ahd_html_raw(view->out, " <span class=\"how\">");
    ahd_view_value(view, "reply.how", ahd_field_text(reply, "how"));
    ahd_html_raw(view->out, "</span></p>\n");
    write_tellings(view, reply);
}

typedef void write_row(ahd_view *view, const json_t *row);

/* A heading when the day changes. */
static void write_days(ahd_view *view, const char *title, const json_t *list,
                       write_row *write)
{
    ahd_str day = AHD_STR("");
    const json_t *row;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, title));
    ahd_field_each(list, i, row)
    {
        ahd_str now = ahd_field_text(row, "day");
        if (i == 0 || !ahd_str_eq(day, now)) {
            if (i > 0)
                ahd_html_raw(view->out, "</ol>\n");
            ahd_html_raw(view->out, "<h3 class=\"day\">");
            ahd_view_date(view, now, "act.undated");
            ahd_html_raw(view->out, "</h3>\n<ol class=\"acts\">\n");
        }
        day = now;
        ahd_html_raw(view->out, "<li>");
        write(view, row);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ol></section>\n");
}

static void write_no_reply(ahd_view *view, const json_t *none)
{
    if (!json_is_object(none))
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<dl class=\"facts wide\">\n",
             ahd_wording_get(view->tongue, "dispute.noreply"));
    ahd_view_term(view, "dispute.days");
    ahd_view_date(view, ahd_field_text(none, "from"), "date.none");
    ahd_html_raw(view->out, " – ");
    ahd_view_date(view, ahd_field_text(none, "to"), "date.none");
    ahd_html_raw(view->out, "</dd></div>\n");
    ahd_view_number(view, "dispute.noreply.in",
                    ahd_field_number(none, "documents"));
    ahd_view_number(view, "dispute.noreply.by",
                    ahd_field_number(none, "by_accused"));
    ahd_html_raw(view->out, "</dl></section>\n");
}

/* ------------------------------------------------------------- the ladder */

/* All rungs, the one that is reached marked: nobody has to know the scale. */
static void write_ladder(ahd_view *view, const json_t *dispute)
{
    int64_t reached = ahd_field_number(json_object_get(dispute, "rung"), "n");

    ahd_html(view->out, "<section><h2>$t</h2>\n<ol class=\"ladder\">\n",
             ahd_wording_get(view->tongue, "dispute.ladder"));
    for (int i = RUNGS - 1; i >= 0; i--) {
        char level[2] = {(char)('0' + i), '\0'};
        ahd_html_raw(view->out, "<li");
        if (i == reached)
            ahd_html_raw(view->out, " aria-current=\"step\"");
        ahd_html_raw(view->out, ">");
        ahd_view_value(view, "rung", (ahd_str){level, 1});
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ol></section>\n");
}

static void write_counts(ahd_view *view, const json_t *d)
{
    ahd_html_raw(view->out, "<p class=\"counts\">");
    ahd_view_count(view, "count.claims",
                   (int64_t)json_array_size(ahd_field_list(d, "claims")));
    ahd_view_count(view, "count.claimants", ahd_field_number(d, "claimants"));
    ahd_view_count(view, "count.sides", ahd_field_number(d, "sides"));
    ahd_view_count(view, "count.stories", ahd_field_number(d, "stories"));
    ahd_view_count(view, "count.replies",
                   (int64_t)json_array_size(ahd_field_list(d, "replies")));
    ahd_html_raw(view->out, "</p>\n");
}

static void write_counter(ahd_view *view, const json_t *dispute)
{
    const json_t *list = ahd_field_list(dispute, "counter"), *id;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
             ahd_wording_get(view->tongue, "dispute.counter"));
    ahd_field_each(list, i, id)
    {
        ahd_html_raw(view->out, "<li>");
        ahd_view_link(view, "/disputes/", ahd_field_string(id),
                      ahd_field_string(id));
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul></section>\n");
}

/* ------------------------------------------------------------------- page */

static void write_title(ahd_view *view, const json_t *d)
{
    const json_t *agreement = json_object_get(d, "agreement");

    ahd_html_raw(view->out, "<div class=\"title\"><h1>");
    write_who(view, json_object_get(d, "accused"));
    ahd_html(view->out, " – $t</h1><p class=\"other\">",
             ahd_wording_get(view->tongue, "claim.accused"));
    ahd_str name = name_of(view, agreement);
    ahd_view_link(view, "/agreements/", ahd_field_text(agreement, "id"),
                  name.len ? name : ahd_field_text(agreement, "id"));
    ahd_html_raw(view->out, "</p>\n");
    write_counts(view, d);
    ahd_html_raw(view->out, "</div>\n");
}

static void write_page(ahd_view *view, const json_t *d)
{
    ahd_str accused = name_of(view, json_object_get(d, "accused"));

    ahd_view_open(view,
                  accused.len ? accused
                              : ahd_wording_get(view->tongue, "claim.nobody"),
                  "disputes");
    write_title(view, d);
    ahd_html_raw(view->out, "<div class=\"columns\"><div class=\"main\">\n");
    write_days(view, "claim.title", ahd_field_list(d, "claims"), write_claim);
    write_days(view, "dispute.replies", ahd_field_list(d, "replies"),
               write_reply);
    ahd_html_raw(view->out, "</div><div class=\"side\">\n");
    write_ladder(view, d);
    write_no_reply(view, json_object_get(d, "no_reply"));
    write_counter(view, d);
    ahd_html_raw(view->out, "</div></div>\n");
    ahd_view_close(view);
}

void ahd_pages_dispute(void *context, const ahd_request *request,
                       ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    json_t *dispute = NULL;
    ahd_error error;

    ahd_status status =
        ahd_record_dispute_json(view.record, request->rest.ptr, &text, &error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &dispute, &error);
    if (status == AHD_OK)
        write_page(&view, dispute);
    else
        ahd_view_fail(&view, &error);
    json_decref(dispute);
    ahd_buf_finish(&text);
}
