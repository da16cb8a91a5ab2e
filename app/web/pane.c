#include "web/pane.h"

#include "web/cite.h"
#include "web/pairing_link.h"
#include "web/sheet.h"
#include "web/turn.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void ahd_pane_href(ahd_view *view, ahd_str document, int64_t n)
{
    ahd_buf id = AHD_BUF(1 << 12);

    ahd_buf_add(&id, document);
    ahd_buf_printf(&id, ".%" PRId64, n);
    ahd_view_again(view, "act", ahd_buf_str(&id), "pane");
    ahd_buf_finish(&id);
}

/* "DOCUMENT.3": the last point is the one that counts. */
static bool parse(ahd_str asked, ahd_str *document, uint32_t *n)
{
    size_t at = asked.len;

    while (at > 0 && asked.ptr[at - 1] != '.')
        at--;
    if (at < 2)
        return false;
    *document = (ahd_str){asked.ptr, at - 1};
    return ahd_str_number((ahd_str){asked.ptr + at, asked.len - at}, n);
}

static const json_t *find_act(const json_t *document, uint32_t n)
{
    const json_t *acts = ahd_field_list(document, "acts"), *act;
    size_t i;

    ahd_field_each(acts, i, act)
    {
        if (ahd_field_number(act, "id") == (int64_t)n)
            return act;
    }
    return NULL;
}

/* ----------------------------------------------------------------- writing */

static void write_head(ahd_view *view, const json_t *act)
{
    ahd_html(view->out, "<header><h2>$t</h2> ",
             ahd_wording_get(view->tongue, "act.sentence"));
    if (act != NULL)
        ahd_view_act(view, ahd_field_text(act, "act"));
    ahd_html_raw(view->out, " <a class=\"close\"");
    ahd_view_again(view, "act", AHD_STR(""), "");
    ahd_html(view->out, ">$t</a></header>\n",
             ahd_wording_get(view->tongue, "pane.close"));
}

/* In the document, and in the review queue. */
static void write_open(ahd_view *view, const json_t *document, uint32_t n)
{
    const ahd_turn turn = {.state = AHD_STR("open"),
                           .document = ahd_field_text(document, "id"),
                           .n = n};
    char fragment[32];
    int len = snprintf(fragment, sizeof fragment, "a%" PRIu32, n);

    ahd_html_raw(view->out, "<p class=\"more\"><a");
    ahd_view_href(view, "/documents/", turn.document,
                  (ahd_str){fragment, (size_t)len});
    ahd_html(view->out, ">$t</a> <a",
             ahd_wording_get(view->tongue, "act.open"));
    ahd_turn_href(view, &turn);
    ahd_html(view->out, ">$t</a> <a",
             ahd_wording_get(view->tongue, "review.this"));
    ahd_pairing_href(view, turn.document, n);
    ahd_html(view->out, ">$t</a></p>\n",
             ahd_wording_get(view->tongue, "pairing.open"));
}

/* The page the pane stands on takes back what a form of links came to. */
static ahd_status write_links(ahd_view *view, const json_t *document,
                              uint32_t n, ahd_error *error)
{
    static const char *const pages[] = {"/disputes/", "/agreements/"};
    ahd_pairing p = {.view = view,
                     .document = ahd_field_text(document, "id"),
                     .n = n,
                     .back_id = view->request->rest};

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (ahd_str_starts(view->request->path, ahd_str_from(pages[i])))
            p.back = pages[i];
    ahd_pairing_kept(view);
    return ahd_pairing_link_write(&p, error);
}

static ahd_status write_act(ahd_view *view, const json_t *document, uint32_t n,
                            ahd_error *error)
{
    const json_t *act = find_act(document, n);
    ahd_passage p = {.document = document};
    ahd_range strong = {0, 0};

    write_head(view, act);
    if (act == NULL || !ahd_field_range(act, "sentence", &p.at)) {
        ahd_html(view->out, "<p>$t</p>\n",
                 ahd_wording_get(view->tongue, "pane.none"));
        return AHD_OK;
    }
    ahd_field_range(act, "trigger", &strong);
    ahd_status status =
        ahd_overlay_init(&p.marks, ahd_field_text(document, "text"), error);
    if (status == AHD_OK) {
        ahd_passage_quote(view, &p, strong);
        ahd_passage_source(view, &p);
        ahd_sheet_act(view, act);
        write_open(view, document, n);
        status = ahd_cite_passage(view, &p, error);
    }
    if (status == AHD_OK)
        status = write_links(view, document, n, error);
    ahd_overlay_finish(&p.marks);
    return status;
}

static ahd_status read_document(ahd_view *view, ahd_str id, json_t **out,
                                ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES), name = AHD_BUF(1 << 12);

    ahd_buf_add(&name, id);
    ahd_status status =
        name.failed
            ? ahd_fail(error, AHD_EUSAGE, "there is no such act")
            : ahd_record_document_json(view->record, name.ptr, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&text);
    ahd_buf_finish(&name);
    return status;
}

static ahd_status write_asked(ahd_view *view, ahd_str asked, ahd_error *error)
{
    json_t *document = NULL;
    ahd_status status = AHD_EUSAGE;
    ahd_str id;
    uint32_t n = 0;

    if (parse(asked, &id, &n))
        status = read_document(view, id, &document, error);
    if (status == AHD_OK || status == AHD_EUSAGE)
        status = write_act(view, document, n, error);
    json_decref(document);
    return status;
}

ahd_status ahd_pane_write(ahd_view *view, ahd_error *error)
{
    ahd_str asked = ahd_request_param(view->request, "act");

    if (asked.len == 0) {
        ahd_html_raw(view->out, "<section id=\"pane\" class=\"pane\" "
                                "data-with=\"pane\" hidden></section>\n");
        return AHD_OK;
    }
    ahd_html(view->out,
             "<section id=\"pane\" class=\"pane\" data-with=\"pane\" "
             "tabindex=\"-1\" aria-label=\"$a\">\n",
             ahd_wording_get(view->tongue, "act.sentence"));
    AHD_TRY(write_asked(view, asked, error));
    ahd_html_raw(view->out, "</section>\n");
    return AHD_OK;
}

bool ahd_pane_only(ahd_view *view)
{
    ahd_error error;

    if (!ahd_str_eq(ahd_request_param(view->request, "part"), AHD_STR("pane")))
        return false;
    if (ahd_pane_write(view, &error) != AHD_OK)
        ahd_view_fail(view, &error);
    return true;
}
