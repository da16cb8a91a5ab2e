/* pages_two.c - an act beside those of other documents, or a document beside
 * others; and what the forms that say what they are to each other do. */
#include "web/act_brief.h"
#include "web/pages.h"
#include "web/pairing_decide.h"
#include "web/pairing_link.h"
#include "web/turn.h"

#include <inttypes.h>

enum { ID_BYTES = 4096, AGAIN = 2 };

/* Pages that have forms of two, and what of theirs shows the one at hand. */
static const char *const backs[] = {"/occurrences/", "/stories/", "/disputes/",
                                    "/agreements/", NULL};

/* "at=DOCUMENT:3" or "document=DOCUMENT", and where to go back to. */
static bool read(ahd_view *view, ahd_pairing *out)
{
    ahd_str at = ahd_request_param(view->request, "at");
    ahd_str back = ahd_request_param(view->request, "back");
    ahd_turn place = {.document = ahd_request_param(view->request, "document")};

    if (at.len > 0 && !ahd_turn_place(at, &place))
        return false;
    *out = (ahd_pairing){.view = view,
                         .document = place.document,
                         .n = place.n,
                         .back_id = ahd_request_param(view->request, "id")};
    for (int i = 0; backs[i] && out->back_id.len > 0; i++)
        if (ahd_str_eq(back, ahd_str_from(backs[i])))
            out->back = backs[i];
    return out->document.len > 0;
}

/* ---------------------------------------------------------------- the page */

static void write_document(ahd_view *view, const json_t *row)
{
    ahd_str title = ahd_field_text(row, "title");

    ahd_html_raw(view->out, "<p class=\"what\">");
    ahd_view_link(
        view, "/documents/", ahd_field_text(row, "document"),
        title.len ? title : ahd_wording_get(view->tongue, "document.untitled"));
    ahd_html_raw(view->out, "</p><p class=\"meta\">");
    ahd_view_text(view, ahd_field_text(row, "outlet"));
    ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    ahd_view_date(view, ahd_field_text(row, "published"), "date.none");
    ahd_html_raw(view->out, "</p>\n");
}

static void write_rows(const ahd_pairing *p, const char *word)
{
    ahd_view *view = p->view;
    const json_t *row;
    size_t i;

    if (json_array_size(p->together) == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ol class=\"acts\">\n",
             ahd_wording_get(view->tongue, word));
    ahd_field_each(p->together, i, row)
    {
        ahd_html_raw(view->out, "<li>");
        if (p->n != 0)
            ahd_act_brief_write(view, row);
        else
            write_document(view, row);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ol></section>\n");
}

static ahd_status write_page(ahd_pairing *p, ahd_error *error)
{
    ahd_view *view = p->view;
    ahd_str title = ahd_wording_get(
        view->tongue, p->n ? "pairing.title" : "pairing.title.document");

    ahd_view_open(view, title, "review");
    ahd_html(view->out,
             "<header class=\"title\"><h1>$t</h1></header>\n"
             "<section class=\"two-self\">\n",
             title);
    if (p->n != 0)
        ahd_act_brief_write(view, ahd_pairing_self(p));
    else
        write_document(view, ahd_pairing_self(p));
    ahd_pairing_mark(p, ahd_pairing_self(p));
    ahd_html_raw(view->out, "</section>\n<div class=\"columns\"><div "
                            "class=\"main\">\n");
    ahd_pairing_write(p);
    ahd_html_raw(view->out, "</div>\n<div class=\"side\">\n");
    write_rows(p, p->n ? "pairing.together" : "pairing.together.document");
    if (p->n != 0)
        AHD_TRY(ahd_pairing_link_write(p, error));
    ahd_html_raw(view->out, "</div></div>\n");
    ahd_view_close(view);
    return AHD_OK;
}

/* ------------------------------------------------------------------ a form */

/* What was settled since may tell it under another name. */
static void put_occurrence(const ahd_pairing *p, ahd_str name, ahd_buf *url)
{
    ahd_turn place = {.document = name};
    ahd_buf id = AHD_BUF(ID_BYTES);
    json_t *rows = NULL;
    ahd_error ignored;

    (void)ahd_turn_place(name, &place);
    ahd_buf_add(&id, place.document);
    if (ahd_inquiry(
            p->view,
            &(ahd_overview){.what = "act-told", .id = id.ptr, .after = place.n},
            &rows, &ignored) != AHD_OK)
        rows = NULL;
    ahd_str occurrence = ahd_field_text(json_array_get(rows, 0), "occurrence");
    if (occurrence.len > 0) {
        ahd_buf_add(url, AHD_STR("/occurrences/"));
        ahd_html_url(url, occurrence);
    }
    json_decref(rows);
    ahd_buf_finish(&id);
}

static bool has_story(const ahd_pairing *p, ahd_str document)
{
    ahd_buf id = AHD_BUF(ID_BYTES);
    json_t *rows = NULL;
    ahd_error ignored;

    ahd_buf_add(&id, document);
    bool has = ahd_inquiry(p->view,
                           &(ahd_overview){
                               .what = "story-told", .id = id.ptr, .limit = 1},
                           &rows, &ignored) == AHD_OK &&
               json_array_size(rows) > 0;
    json_decref(rows);
    ahd_buf_finish(&id);
    return has;
}

/* The page the form stood on, while it is there; else the page of the two. */
static void put_place(const ahd_pairing *p, ahd_str next, ahd_buf *url)
{
    ahd_str back = ahd_str_from(p->back);

    if (ahd_str_eq(back, AHD_STR("/occurrences/")) && p->n != 0)
        put_occurrence(p, next, url);
    else if (ahd_str_eq(back, AHD_STR("/stories/")) && has_story(p, next)) {
        ahd_buf_add(url, back);
        ahd_html_url(url, next);
    } else if (p->back != NULL && p->n != 0) {
        ahd_buf_add(url, back);
        ahd_html_url(url, p->back_id);
    }
    if (url->len == 0)
        ahd_buf_add(url, AHD_STR("/review/two"));
}

static void go_on(const ahd_pairing *p, ahd_str next, int64_t number)
{
    ahd_view *view = p->view;
    ahd_buf *url = &view->reply->location;
    ahd_turn place = {.document = next};

    put_place(p, next, url);
    ahd_buf_printf(url, "?lang=%s&kept=%" PRId64,
                   view->tongue == AHD_AR ? "ar" : "en", number);
    bool own = ahd_str_starts(ahd_buf_str(url), AHD_STR("/review/two"));
    bool pane = ahd_str_starts(ahd_buf_str(url), AHD_STR("/disputes/")) ||
                ahd_str_starts(ahd_buf_str(url), AHD_STR("/agreements/"));
    if (own) {
        ahd_buf_add(url, p->n ? AHD_STR("&at=") : AHD_STR("&document="));
        ahd_html_url(url, next);
    } else if (pane && ahd_turn_place(next, &place)) {
        ahd_buf_add(url, AHD_STR("&act="));
        ahd_html_url(url, place.document);
        ahd_buf_printf(url, ".%" PRId64 "#pane", place.n);
    } else {
        ahd_buf_add(url, AHD_STR("#two"));
    }
    view->reply->status = 303;
}

/* The page of its own, with what was typed. */
static ahd_status tell_wrong(ahd_pairing *p, ahd_error *error)
{
    bool busy = p->why.status == AHD_ESTORE;

    p->view->reply->status = busy ? 503 : 422;
    p->view->reply->again = busy ? AGAIN : 0;
    if (busy)
        p->wrong = "review.wrong.busy";
    return write_page(p, error);
}

static ahd_status keep(ahd_pairing *p, ahd_error *error)
{
    ahd_desk_kept kept[AHD_DESK_MANY];
    ahd_pairing_decision d;
    bool well = ahd_pairing_decide(p, &d);

    if (well)
        well = ahd_desk_review_all(p->view->desk, d.reviews, d.count, kept,
                                   &p->why) == AHD_OK;
    if (well) {
        p->view->reply->named =
            ahd_str_trim(ahd_request_field(p->view->request, "by"));
        go_on(p, ahd_buf_str(&d.next), kept[d.count - 1].number);
    }
    ahd_pairing_decision_finish(&d);
    return well ? AHD_OK : tell_wrong(p, error);
}

/* ------------------------------------------------------------------ answers */

typedef ahd_status answering(ahd_pairing *p, ahd_error *error);

static void answer(ahd_view *view, answering *with)
{
    ahd_pairing p;
    ahd_error error;

    view->reply->cache = "no-store";
    if (!read(view, &p)) {
        view->reply->status = 400;
        ahd_view_refuse(view);
        return;
    }
    ahd_status status = ahd_pairing_load(&p, &error);
    if (status == AHD_OK)
        status = with(&p, &error);
    if (status != AHD_OK)
        ahd_view_fail(view, &error);
    ahd_pairing_finish(&p);
}

void ahd_pages_two(void *context, const ahd_request *request, ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);

    answer(&view, write_page);
}

void ahd_pages_two_keep(void *context, const ahd_request *request,
                        ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);

    answer(&view, keep);
}
