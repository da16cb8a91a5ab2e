/* review_said.c - what people decided about an act: who, when, what, why; and
 * where they disagree. */
#include "web/review_item.h"

#include <inttypes.h>

enum { NAME_BYTES = 1 << 16 };

/* ------------------------------------------------------------- the values */

static void write_value(ahd_review_item *item, const ahd_review_field *field,
                        ahd_str value)
{
    ahd_view *view = item->view;
    ahd_buf name = AHD_BUF(NAME_BYTES);

    if (value.len == 0)
        ahd_view_word(view, "review.nobody");
    for (int i = 0; value.len > 0; i++) {
        ahd_str piece = ahd_review_item_piece(&value);
        if (i > 0)
            ahd_html_raw(view->out, "، ");
        ahd_buf_clear(&name);
        if (field->names)
            ahd_review_item_name(item, field->agreements, piece, &name);
        if (field->names)
            ahd_view_text(view, ahd_buf_str(&name));
        else
            ahd_view_value(view, "act", piece);
    }
    ahd_buf_finish(&name);
}

/* The fields that a review set to something else than was read then. */
static void write_changes(ahd_review_item *item, const json_t *review)
{
    const json_t *set = json_object_get(review, "set");
    const json_t *then = json_object_get(review, "then");
    ahd_view *view = item->view;

    for (const ahd_review_field *f = ahd_review_fields; f->name; f++) {
        ahd_str to = ahd_field_text(set, f->name);
        ahd_str from = ahd_field_text(then, f->name);
        if (json_object_get(set, f->name) == NULL || ahd_str_eq(to, from))
            continue;
        ahd_html(view->out, "<div class=\"change\">$t: <del>",
                 ahd_wording_get(view->tongue, f->word));
        write_value(item, f, from);
        ahd_html_raw(view->out, "</del> <ins>");
        write_value(item, f, to);
        ahd_html_raw(view->out, "</ins></div>\n");
    }
}

/* ------------------------------------------------------------ one review */

static void write_undo(ahd_review_item *item, const ahd_review_row *row)
{
    ahd_view *view = item->view;
    ahd_buf url = AHD_BUF(NAME_BYTES);

    if (!ahd_desk_writes(view->desk) ||
        !ahd_str_eq(row->state, AHD_STR("standing")) ||
        ahd_str_eq(row->decision, AHD_STR("undo")) ||
        !ahd_str_eq(row->by, view->request->reader))
        return;
    ahd_turn_url(view, item->turn, "/review", &url);
    ahd_html(view->out,
             "<form method=\"post\" action=\"$a\" class=\"undo\">"
             "<input type=\"hidden\" name=\"token\" value=\"$a\">"
             "<input type=\"hidden\" name=\"by\" value=\"$a\">",
             ahd_buf_str(&url), view->request->token, row->by);
    ahd_buf_printf(view->out,
                   "<input type=\"hidden\" name=\"review\" value=\"%" PRId64
                   "\">",
                   row->number);
    ahd_html(view->out,
             "<button name=\"decision\" value=\"undo\">$t</button></form>\n",
             ahd_wording_get(view->tongue, "review.undo"));
    ahd_buf_finish(&url);
}

struct saying {
    ahd_review_item *item;
    int count;
    bool disagree;
};

static void write_review(ahd_review_item *item, const ahd_review_row *row,
                         const json_t *json)
{
    ahd_view *view = item->view;

    ahd_html(view->out, "<li class=\"said said-$u\"><div><b>", row->state);
    ahd_view_text(view, row->by);
    ahd_html_raw(view->out, "</b> <span class=\"tag\">");
    ahd_view_value(view, "review.decision", row->decision);
    ahd_html_raw(view->out, "</span>");
    if (!ahd_str_eq(row->state, AHD_STR("standing"))) {
        ahd_html_raw(view->out, " <span class=\"state\">");
        ahd_view_value(view, "review.state", row->state);
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</div>\n<div class=\"meta\">");
    ahd_view_moment(view, row->at);
    ahd_html_raw(view->out, "</div>\n");
    write_changes(item, json);
    ahd_view_remark(view, "review.reason", row->why);
    ahd_view_remark(view, "review.note", row->note);
    write_undo(item, row);
    ahd_html_raw(view->out, "</li>\n");
}

static bool take_review(void *context, const ahd_review_row *row)
{
    struct saying *s = context;
    ahd_view *view = s->item->view;

    if (row->n != s->item->turn->n)
        return true;
    if (s->count++ == 0)
        ahd_html(view->out,
                 "<section><h3>$t</h3>\n<ol class=\"plain reviews\">\n",
                 ahd_wording_get(view->tongue, "review.said"));
    json_t *json = json_loadb(row->json.ptr, row->json.len, 0, NULL);
    write_review(s->item, row, json);
    json_decref(json);
    return true;
}

/* ------------------------------------------------------------ disagreeing */

static void write_fields(ahd_review_item *item, const char *key,
                         const char *word)
{
    const json_t *list = ahd_field_list(item->stands, key), *name;
    ahd_view *view = item->view;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out, "<p class=\"notice\">$t ",
             ahd_wording_get(view->tongue, word));
    ahd_field_each(list, i, name)
    {
        ahd_html_raw(view->out, " <span class=\"tag\">");
        ahd_view_value(view, "review.field", ahd_field_string(name));
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</p>\n");
}

static void write_disagreement(ahd_review_item *item)
{
    ahd_view *view = item->view;

    if (ahd_field_true(item->stands, "contested_whole"))
        ahd_html(view->out, "<p class=\"notice\">$t</p>\n",
                 ahd_wording_get(view->tongue, "review.contested.whole"));
    write_fields(item, "contested", "review.contested");
    write_fields(item, "disagrees", "review.reread");
}

ahd_status ahd_review_said_write(ahd_review_item *item, ahd_error *error)
{
    enum { ID_BYTES = 4096 };
    ahd_buf id = AHD_BUF(ID_BYTES);
    struct saying s = {.item = item};

    write_disagreement(item);
    ahd_buf_add(&id, item->turn->document);
    const ahd_review_filter filter = {.document = id.ptr};
    ahd_status status =
        ahd_record_reviews(item->view->record, &filter, take_review, &s, error);
    if (s.count > 0)
        ahd_html_raw(item->view->out, "</ol></section>\n");
    ahd_buf_finish(&id);
    return status;
}
