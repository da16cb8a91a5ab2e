#include "web/review_item.h"

#include "web/pairing_link.h"

#include <inttypes.h>

enum { ID_BYTES = 4096, JSON_BYTES = 64 << 20 };

/* ---------------------------------------------------------------- loading */

typedef ahd_status json_fn(ahd_record *record, const char *id, ahd_buf *out,
                           ahd_error *error);

static ahd_status load(ahd_review_item *item, json_fn *function, json_t **out,
                       ahd_error *error)
{
    ahd_buf id = AHD_BUF(ID_BYTES), text = AHD_BUF(JSON_BYTES);

    ahd_buf_add(&id, item->turn->document);
    ahd_status status =
        id.failed || id.len == 0
            ? ahd_fail(error, AHD_EUSAGE, "no such document")
            : function(item->view->record, id.ptr, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&id);
    ahd_buf_finish(&text);
    return status;
}

/* It only helps: a page that cannot be read again is shown without. */
static void explain(ahd_review_item *item)
{
    ahd_buf id = AHD_BUF(ID_BYTES), text = AHD_BUF(JSON_BYTES);
    ahd_error ignored;

    ahd_buf_add(&id, item->turn->document);
    if (!id.failed &&
        ahd_desk_explain(item->view->desk, id.ptr, &text, &ignored) == AHD_OK &&
        text.len > 0 &&
        ahd_field_parse(&text, &item->explained, &ignored) != AHD_OK)
        item->explained = NULL;
    ahd_buf_finish(&id);
    ahd_buf_finish(&text);
}

/* They only help as well: what is rejected stands beside nothing. */
static void look_around(ahd_review_item *item)
{
    enum { NEAR = 8 };
    const char *role = ahd_pairing_role(ahd_review_item_value(item, "act"));
    ahd_error ignored;

    item->two = (ahd_pairing){.view = item->view,
                              .document = item->turn->document,
                              .n = item->turn->n};
    if (!ahd_desk_writes(item->view->desk) ||
        ahd_pairing_load(&item->two, &ignored) != AHD_OK || role == NULL)
        return;
    const ahd_overview near = {.what = "near-links",
                               .id = item->two.room.ptr,
                               .after = item->two.n,
                               .other = role,
                               .limit = NEAR};
    if (ahd_inquiry(item->view, &near, &item->links, &ignored) != AHD_OK)
        item->links = NULL;
}

static const json_t *find(const json_t *list, const char *key, int64_t n)
{
    const json_t *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        if (ahd_field_number(one, key) == n)
            return one;
    }
    return NULL;
}

ahd_status ahd_review_item_load(ahd_review_item *item, ahd_error *error)
{
    enum { ROOM = 4096 };

    item->next_room = item->back_room = AHD_BUF(ROOM);
    item->next.room = &item->next_room;
    item->back.room = &item->back_room;
    AHD_TRY(load(item, ahd_record_document_json, &item->document, error));
    AHD_TRY(load(item, ahd_record_current_json, &item->now, error));
    item->act =
        find(ahd_field_list(item->document, "acts"), "id", item->turn->n);
    item->stands = find(ahd_field_list(item->now, "acts"), "n", item->turn->n);
    if (item->stands == NULL)
        return ahd_fail(error, AHD_EUSAGE, "there is no such act");
    look_around(item);
    AHD_TRY(ahd_overlay_init(&item->marks,
                             ahd_field_text(item->document, "text"), error));
    AHD_TRY(ahd_turn_step(item->view, item->turn, false, &item->next, error));
    return ahd_turn_step(item->view, item->turn, true, &item->back, error);
}

void ahd_review_item_finish(ahd_review_item *item)
{
    ahd_overlay_finish(&item->marks);
    ahd_pairing_finish(&item->two);
    json_decref(item->links);
    json_decref(item->document);
    json_decref(item->now);
    json_decref(item->explained);
    ahd_buf_finish(&item->next_room);
    ahd_buf_finish(&item->back_room);
}

/* ----------------------------------------------------------------- values */

const ahd_review_field ahd_review_fields[] = {
    {"act", "review.type", "T", false, false, false},
    {"source", "act.source", "S", true, true, false},
    {"target", "act.target", "D", true, true, false},
    {"speaker", "act.speaker", "K", false, true, false},
    {"agreement", "act.agreement", "G", true, true, true},
    {"date", "act.date", "Y", false, false, false},
    {NULL, NULL, NULL, false, false, false},
};

ahd_str ahd_review_item_value(const ahd_review_item *item, const char *field)
{
    return ahd_field_text(json_object_get(item->stands, "current"), field);
}

ahd_str ahd_review_item_piece(ahd_str *rest)
{
    size_t at = ahd_str_find(*rest, AHD_STR(" | "));
    ahd_str piece = {rest->ptr, at};
    size_t past = at < rest->len ? at + 3 : at;

    *rest = (ahd_str){rest->ptr + past, rest->len - past};
    return ahd_str_trim(piece);
}

static ahd_str name_in(const ahd_view *view, const json_t *thing)
{
    return ahd_view_pick(view, ahd_field_text(thing, "name_ar"),
                         ahd_field_text(thing, "name"));
}

/* As the page's acts name it. */
static ahd_str known_name(const ahd_review_item *item, ahd_str id)
{
    static const char *const keys[] = {"source", "target", "speaker",
                                       "agreement"};
    const json_t *one;
    size_t i;

    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        const json_t *arg = json_object_get(item->act, keys[k]);
        if (ahd_str_eq(ahd_field_text(arg, "id"), id))
            return name_in(item->view, arg);
        ahd_field_each(arg, i, one)
        {
            ahd_str name = name_in(item->view, one);
            if (ahd_str_eq(ahd_field_text(one, "id"), id))
                return name.len ? name : ahd_field_text(one, "text");
        }
    }
    return AHD_STR("");
}

struct naming {
    const ahd_view *view;
    ahd_str id;
    ahd_buf *out;
};

static bool take_name(void *context, const ahd_suggested *row)
{
    struct naming *n = context;

    if (!ahd_str_eq(row->id, n->id))
        return true;
    ahd_buf_add(n->out, ahd_view_pick(n->view, row->name_ar, row->name_en));
    return false;
}

void ahd_review_item_name(const ahd_review_item *item, bool agreement,
                          ahd_str piece, ahd_buf *out)
{
    const ahd_suggest what = {.text = piece, .agreements = agreement};
    struct naming n = {item->view, piece, out};

    if (ahd_str_starts(piece, AHD_STR("text:"))) {
        ahd_buf_add(out, (ahd_str){piece.ptr + 5, piece.len - 5});
        return;
    }
    ahd_buf_add(out, known_name(item, piece));
    if (out->len == 0 &&
        ahd_record_suggest(item->view->record, &what, take_name, &n, NULL) ==
            AHD_OK &&
        out->len == 0)
        ahd_buf_add(out, piece);
}

/* ---------------------------------------------------------------- writing */

static void write_head(ahd_review_item *item)
{
    ahd_view *view = item->view;
    const json_t *published = json_object_get(item->document, "published");
    ahd_str title = ahd_field_text(item->document, "title");
    char fragment[32];
    int len = snprintf(fragment, sizeof fragment, "a%" PRId64, item->turn->n);

    ahd_html_raw(view->out, "<header class=\"review-head\"><h2>");
    ahd_html_raw(view->out, "<a");
    ahd_view_href(view, "/documents/", ahd_field_text(item->document, "id"),
                  (ahd_str){fragment, (size_t)len});
    ahd_html_raw(view->out, ">");
    ahd_view_text(
        view,
        title.len ? title : ahd_wording_get(view->tongue, "document.untitled"));
    ahd_html_raw(view->out,
                 "</a></h2>\n<p class=\"meta\"><span class=\"item\">");
    ahd_view_text(view, ahd_field_text(item->document, "outlet"));
    ahd_html_raw(view->out, "</span> <span class=\"item\">");
    ahd_view_date(view, ahd_field_text(published, "date"), "date.none");
    ahd_html_raw(view->out, "</span> <a class=\"item\"");
    ahd_pairing_href(view, item->turn->document, item->turn->n);
    ahd_html(view->out, ">$t</a>",
             ahd_wording_get(view->tongue, "pairing.open"));
    ahd_pairing_mark(&item->two, ahd_pairing_self(&item->two));
    ahd_html_raw(view->out, "</p></header>\n");
}

static void write_link(ahd_review_item *item, const ahd_turn *to,
                       const char *rel, const char *word)
{
    ahd_view *view = item->view;

    if (to->document.len == 0)
        return;
    ahd_html_raw(view->out, "<a");
    ahd_turn_href(view, to);
    ahd_html(view->out, " rel=\"$a\" data-step=\"$a\">$t</a>\n",
             ahd_str_from(rel), ahd_str_from(rel),
             ahd_wording_get(view->tongue, word));
}

static void write_steps(ahd_review_item *item)
{
    ahd_html(item->view->out,
             "<nav class=\"review-steps\" aria-label=\"$a\">\n",
             ahd_wording_get(item->view->tongue, "review.steps"));
    write_link(item, &item->back, "prev", "review.back");
    write_link(item, &item->next, "next", "review.next");
    ahd_html_raw(item->view->out, "</nav>\n");
}

/* Where modules find the rest of the queue. */
static void open_article(ahd_review_item *item)
{
    ahd_view *view = item->view;
    ahd_str by = ahd_field_text(item->stands, "act_state");

    ahd_html(view->out,
             "<article id=\"item\" class=\"review-item\" "
             "tabindex=\"-1\" data-document=\"$a\"",
             item->turn->document);
    ahd_buf_printf(view->out, " data-n=\"%" PRId64 "\"", item->turn->n);
    ahd_html(view->out, " data-state=\"$a\">\n", by);
}

void ahd_review_item_write(ahd_review_item *item)
{
    ahd_view *view = item->view;
    ahd_error error;

    explain(item);
    open_article(item);
    write_head(item);
    write_steps(item);
    ahd_html_raw(view->out, "<div class=\"columns\"><div>\n");
    ahd_review_text_write(item);
    ahd_review_form_write(item);
    ahd_html_raw(view->out, "</div>\n<div class=\"side\">\n");
    if (ahd_review_said_write(item, &error) != AHD_OK)
        ahd_view_said(view, &error);
    ahd_review_why_write(item);
    ahd_html_raw(view->out, "</div></div></article>\n");
}
