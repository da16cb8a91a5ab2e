#include "web/agreement.h"
#include "web/dispute_chain.h"

#include <inttypes.h>

enum {
    DISPUTES_MOST = 20, /* of an agreement, the largest first */
    CLAIMANTS_MOST = 12 /* rows; the disputes have them all */
};

/* ---------------------------------------------------------------- reading */

struct reading {
    ahd_view *view;
    json_t *list;
    ahd_status status;
    ahd_error *error;
};

static bool take_id(void *context, const ahd_dispute_row *row)
{
    struct reading *reading = context;

    json_array_append_new(reading->list,
                          json_stringn(row->id.ptr, row->id.len));
    return true;
}

/* In place of an id its dispute. */
static ahd_status read_one(struct reading *reading, size_t i)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    const char *id = json_string_value(json_array_get(reading->list, i));
    json_t *dispute = NULL;

    ahd_status status = ahd_record_dispute_json(
        reading->view->record, id ? id : "", &text, reading->error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &dispute, reading->error);
    if (status == AHD_OK)
        json_array_set_new(reading->list, i, dispute);
    ahd_buf_finish(&text);
    return status;
}

ahd_status ahd_agreement_disputes(ahd_view *view, json_t **out,
                                  ahd_error *error)
{
    const ahd_filter filter = {.agreement = view->request->rest.ptr,
                               .limit = DISPUTES_MOST};
    struct reading reading = {
        .view = view, .list = json_array(), .error = error};

    *out = reading.list;
    AHD_TRY(
        ahd_record_disputes(view->record, &filter, take_id, &reading, error));
    for (size_t i = 0; i < json_array_size(reading.list); i++)
        AHD_TRY(read_one(&reading, i));
    return AHD_OK;
}

/* ----------------------------------------------------------- by claimant */

/* Documents of one story are one voice, however many they are. */
static void count_tellings(json_t *voices, const json_t *claim)
{
    const json_t *tellings = ahd_field_list(claim, "tellings"), *telling;
    size_t i;

    ahd_field_each(tellings, i, telling)
    {
        const char *story =
            json_string_value(json_object_get(telling, "story"));
        const char *document =
            json_string_value(json_object_get(telling, "document"));
        if (story || document)
            json_object_set_new(voices, story ? story : document, json_true());
    }
}

/* {"who","side","claims","voices":{…}} of each claimant, by id or name. */
static void count_claim(json_t *claimants, const json_t *claim)
{
    json_t *who = json_object_get(claim, "claimant");
    ahd_str id = ahd_field_text(who, "id");
    const json_t *name = json_object_get(who, "name");
    ahd_str ar = ahd_field_text(name, "ar"), en = ahd_field_text(name, "en");
    ahd_str key = id.len ? id : ar.len ? ar : en.len ? en : AHD_STR("-");
    json_t *row = json_object_get(claimants, key.ptr);

    if (row == NULL) {
        row = json_pack("{s:O,s:O?,s:i,s:{}}", "who", who, "side",
                        json_object_get(claim, "side"), "claims", 0, "voices");
        json_object_set_new(claimants, key.ptr, row);
    }
    json_object_set_new(row, "claims",
                        json_integer(ahd_field_number(row, "claims") + 1));
    count_tellings(json_object_get(row, "voices"), claim);
}

static void write_claimant(ahd_view *view, const json_t *row)
{
    const json_t *who = json_object_get(row, "who");
    const json_t *side = json_object_get(row, "side");
    ahd_str name = ahd_dispute_name(view, who),
            of = ahd_dispute_name(view, side);

    ahd_html_raw(view->out, "<tr><th scope=\"row\">");
    ahd_view_link(view, "/actors/", ahd_field_text(who, "id"),
                  name.len ? name
                           : ahd_wording_get(view->tongue, "claim.nobody"));
    if (of.len > 0 && !ahd_str_starts(of, AHD_STR("~")) &&
        !ahd_str_eq(ahd_field_text(side, "id"), ahd_field_text(who, "id"))) {
        ahd_html_raw(view->out, " <span class=\"role\">(");
        ahd_view_text(view, of);
        ahd_html_raw(view->out, ")</span>");
    }
    ahd_buf_printf(view->out, "</th><td>%" PRId64 "</td><td>%zu</td></tr>\n",
                   ahd_field_number(row, "claims"),
                   json_object_size(json_object_get(row, "voices")));
}

/* Who claims most first; of equals, who did first. */
static json_t *most_claims(json_t *claimants)
{
    json_t *most = NULL;
    const char *key;
    json_t *row;

    json_object_foreach(claimants, key, row)
    {
        if (most == NULL ||
            ahd_field_number(row, "claims") > ahd_field_number(most, "claims"))
            most = row;
    }
    return ahd_field_number(most, "claims") > 0 ? most : NULL;
}

static void write_claimants(ahd_view *view, json_t *claimants)
{
    ahd_html(view->out,
             "<table class=\"counted\"><caption>$t</caption>\n"
             "<thead><tr><th scope=\"col\">$t</th><th scope=\"col\">$t</th>"
             "<th scope=\"col\">$t</th></tr></thead><tbody>\n",
             ahd_wording_get(view->tongue, "claim.by"),
             ahd_wording_get(view->tongue, "claim.claimant"),
             ahd_wording_get(view->tongue, "claim.title"),
             ahd_wording_get(view->tongue, "count.stories"));
    for (int i = 0; i < CLAIMANTS_MOST; i++) {
        json_t *row = most_claims(claimants);
        if (row == NULL)
            break;
        write_claimant(view, row);
        json_object_set_new(row, "claims", json_integer(0));
    }
    ahd_html_raw(view->out, "</tbody></table>\n");
}

/* ----------------------------------------------------------- the disputes */

void ahd_agreement_claims(ahd_view *view, const json_t *disputes)
{
    json_t *claimants = json_object();
    const json_t *d, *claim;
    size_t i, k;

    if (json_array_size(disputes) > 0)
        ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
                 ahd_wording_get(view->tongue, "dispute.title"));
    ahd_field_each(disputes, i, d)
    {
        const json_t *claims = ahd_field_list(d, "claims");
        ahd_dispute_item(view, d);
        ahd_field_each(claims, k, claim) count_claim(claimants, claim);
    }
    if (json_array_size(disputes) > 0) {
        ahd_html_raw(view->out, "</ul>\n");
        write_claimants(view, claimants);
        ahd_html_raw(view->out, "</section>\n");
    }
    json_decref(claimants);
}

/* ---------------------------------------------------------------- replies */

static json_t *first_telling(const json_t *row)
{
    return json_array_get(ahd_field_list(row, "tellings"), 0);
}

void ahd_agreement_replies(const json_t *disputes, json_t *links)
{
    const json_t *d, *reply;
    size_t i, k;

    ahd_field_each(disputes, i, d)
    {
        const json_t *replies = ahd_field_list(d, "replies");
        ahd_field_each(replies, k, reply)
        {
            const json_t *claim = ahd_dispute_answered(d, reply);
            if (ahd_str_eq(ahd_field_text(reply, "how"), AHD_STR("words")))
                continue; /* a link of the document has it */
            json_array_append_new(links,
                                  json_pack("{s:O?,s:O?,s:s,s:b}", "from",
                                            first_telling(reply), "to",
                                            first_telling(claim), "role",
                                            "denied_claim", "inferred", true));
        }
    }
}
