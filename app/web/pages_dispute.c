#include "web/cite.h"
#include "web/dispute_chain.h"
#include "web/pages.h"
#include "web/pane.h"

enum {
    RUNGS = 7,
    COUNTERS = 12 /* disputes of the other side that are shown */
};

typedef ahd_status read_fn(ahd_record *record, const char *id, ahd_buf *out,
                           ahd_error *error);

static ahd_status read_json(ahd_view *view, read_fn *read, const char *id,
                            json_t **out, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);

    ahd_status status = read(view->record, id ? id : "", &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&text);
    return status;
}

/* Where an answer was looked for, and that there was none. */
static void write_no_reply(ahd_view *view, const json_t *none)
{
    if (!json_is_object(none))
        return;
    ahd_html(
        view->out,
        "<section class=\"notice\"><h2>$t</h2>\n<dl class=\"facts wide\">\n",
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

/* The day on which a rung was first reached; "" when it was not. */
static ahd_str reached_on(const json_t *dispute, int rung)
{
    const json_t *list = ahd_field_list(dispute, "climbed"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        if (ahd_field_number(one, "n") == rung)
            return ahd_field_text(one, "day");
    }
    return AHD_STR("");
}

/* All rungs, the one that is reached marked: nobody has to know the scale. */
static void write_ladder(ahd_view *view, const json_t *dispute)
{
    int64_t reached = ahd_field_number(json_object_get(dispute, "rung"), "n");

    ahd_html(view->out, "<section><h2>$t</h2>\n<ol class=\"ladder\">\n",
             ahd_wording_get(view->tongue, "dispute.ladder"));
    for (int i = RUNGS - 1; i >= 0; i--) {
        char level[2] = {(char)('0' + i), '\0'};
        ahd_str day = reached_on(dispute, i);
        ahd_html_raw(view->out, "<li");
        if (i == reached)
            ahd_html_raw(view->out, " aria-current=\"step\"");
        ahd_html(view->out, "><span class=\"n\">$t</span> ",
                 ahd_str_from(level));
        ahd_view_value(view, "rung", (ahd_str){level, 1});
        if (day.len > 0) {
            ahd_html_raw(view->out, " <span class=\"when\">");
            ahd_view_date(view, day, "date.none");
            ahd_html_raw(view->out, "</span>");
        }
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

/* What the accused claim in turn, in words. */
static ahd_status write_counter(ahd_view *view, const json_t *dispute,
                                ahd_error *error)
{
    const json_t *list = ahd_field_list(dispute, "counter"), *id;
    ahd_status status = AHD_OK;
    size_t i;

    if (json_array_size(list) == 0)
        return AHD_OK;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
             ahd_wording_get(view->tongue, "dispute.counter"));
    ahd_field_each(list, i, id)
    {
        json_t *other = NULL;
        if (i == COUNTERS || status != AHD_OK)
            break;
        status = read_json(view, ahd_record_dispute_json, json_string_value(id),
                           &other, error);
        if (status == AHD_OK)
            ahd_dispute_item(view, other);
        json_decref(other);
    }
    ahd_html_raw(view->out, "</ul></section>\n");
    return status;
}

/* ------------------------------------------------------------------- page */

/* "Qatar – is said to have broken – Agreement for …". */
static void write_cite(ahd_view *view, const json_t *d, ahd_str accused,
                       ahd_str agreement)
{
    ahd_buf title = AHD_BUF(1 << 12);

    ahd_buf_add(&title, accused);
    ahd_buf_add(&title, AHD_STR(" – "));
    ahd_buf_add(&title, ahd_wording_get(view->tongue, "claim.accused"));
    ahd_buf_add(&title, AHD_STR(" – "));
    ahd_buf_add(&title, agreement);
    ahd_cite_page(view, "/disputes/", ahd_field_text(d, "id"),
                  ahd_buf_str(&title));
    ahd_buf_finish(&title);
}

static void write_title(ahd_view *view, const json_t *d, ahd_str accused,
                        ahd_str name)
{
    const json_t *agreement = json_object_get(d, "agreement");

    ahd_html_raw(view->out, "<header class=\"title\"><h1>");
    ahd_dispute_who(view, json_object_get(d, "accused"));
    ahd_html(view->out, " – $t</h1><p class=\"other\">",
             ahd_wording_get(view->tongue, "claim.accused"));
    ahd_view_link(view, "/agreements/", ahd_field_text(agreement, "id"), name);
    ahd_html_raw(view->out, "</p>\n");
    write_counts(view, d);
    write_cite(view, d, accused, name);
    ahd_html_raw(view->out, "</header>\n");
}

/* An agreement that only documents have is named by its own entry. */
static ahd_status read_name(ahd_view *view, const json_t *d, json_t **out,
                            ahd_error *error)
{
    const json_t *agreement = json_object_get(d, "agreement");

    if (ahd_dispute_name(view, agreement).len > 0)
        return AHD_OK;
    ahd_status status = read_json(
        view, ahd_agreement_json,
        json_string_value(json_object_get(agreement, "id")), out, error);
    return status == AHD_EUSAGE ? AHD_OK : status;
}

static ahd_str name_of(ahd_view *view, const json_t *d, const json_t *entry)
{
    const json_t *agreement = json_object_get(d, "agreement");
    ahd_str name = ahd_dispute_name(view, agreement);

    if (name.len == 0)
        name = ahd_view_pick(view, ahd_field_text(entry, "ar"),
                             ahd_field_text(entry, "en"));
    return name.len ? name : ahd_field_text(agreement, "id");
}

static ahd_status write_page(ahd_view *view, const json_t *d,
                             const json_t *links, ahd_error *error)
{
    ahd_str accused = ahd_dispute_name(view, json_object_get(d, "accused"));
    json_t *entry = NULL;

    if (accused.len == 0)
        accused = ahd_wording_get(view->tongue, "claim.nobody");
    AHD_TRY(read_name(view, d, &entry, error));
    ahd_view_open(view, accused, "disputes");
    write_title(view, d, accused, name_of(view, d, entry));
    json_decref(entry);
    ahd_html_raw(view->out, "<div class=\"columns\"><div class=\"main\">\n");
    AHD_TRY(ahd_dispute_chain(view, d, links, error));
    write_no_reply(view, json_object_get(d, "no_reply"));
    ahd_html_raw(view->out, "</div><div class=\"side\">\n");
    AHD_TRY(ahd_pane_write(view, error));
    write_ladder(view, d);
    AHD_TRY(write_counter(view, d, error));
    ahd_html_raw(view->out, "</div></div>\n");
    ahd_view_close(view);
    return AHD_OK;
}

void ahd_pages_dispute(void *context, const ahd_request *request,
                       ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    json_t *dispute = NULL, *links = NULL;
    ahd_error error;

    if (ahd_pane_only(&view))
        return;
    ahd_status status = read_json(&view, ahd_record_dispute_json,
                                  request->rest.ptr, &dispute, &error);
    if (status == AHD_OK)
        status = read_json(&view, ahd_record_links_json,
                           json_string_value(json_object_get(
                               json_object_get(dispute, "agreement"), "id")),
                           &links, &error);
    if (status == AHD_OK)
        status = write_page(&view, dispute, links, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    json_decref(dispute);
    json_decref(links);
}
