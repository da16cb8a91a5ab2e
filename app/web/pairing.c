#include "web/pairing.h"

#include <inttypes.h>

enum {
    ID_BYTES = 4096,
    URL_BYTES = 16 << 10,
    TOGETHER = 64,
    NEAR = 6,
    SAID = 60
};

/* ---------------------------------------------------------------- loading */

/* The question of acts, or of documents. */
static ahd_status ask(ahd_pairing *p, const char *const what[2], int64_t limit,
                      json_t **out, ahd_error *error)
{
    const ahd_overview overview = {.what = what[p->n == 0],
                                   .id = p->room.ptr,
                                   .after = p->n,
                                   .limit = limit};

    return ahd_inquiry(p->view, &overview, out, error);
}

static ahd_status ask_said(ahd_pairing *p, ahd_error *error)
{
    ahd_str occurrence = ahd_field_text(ahd_pairing_self(p), "occurrence");
    const ahd_overview overview = {.what = p->n ? "paired" : "paired-stories",
                                   .id = p->n ? occurrence.ptr : p->room.ptr,
                                   .limit = SAID};

    return ahd_inquiry(p->view, &overview, &p->paired, error);
}

static ahd_status find_self(ahd_pairing *p, ahd_error *error)
{
    static const char *const told[] = {"act-told", "document-told"};

    p->room = AHD_BUF(ID_BYTES);
    ahd_buf_add(&p->room, p->document);
    if (p->room.failed || p->room.len == 0)
        return ahd_fail(error, AHD_EUSAGE, "there is no such document");
    AHD_TRY(ask(p, told, 1, &p->told, error));
    if (json_array_size(p->told) == 0)
        return p->n ? ahd_fail(error, AHD_EUSAGE, "there is no such act")
                    : ahd_fail(error, AHD_EUSAGE, "there is no such document");
    p->document = ahd_field_text(ahd_pairing_self(p), "document");
    ahd_buf_clear(&p->room); /* it may have been the id of a story */
    ahd_buf_add(&p->room, p->document);
    return AHD_OK;
}

ahd_status ahd_pairing_load(ahd_pairing *p, ahd_error *error)
{
    static const char *const together[] = {"together", "story-told"};
    static const char *const near[] = {"near", "near-documents"};

    AHD_TRY(find_self(p, error));
    AHD_TRY(ask(p, together, TOGETHER, &p->together, error));
    if (ahd_desk_writes(p->view->desk))
        AHD_TRY(ask(p, near, NEAR, &p->near, error));
    return ask_said(p, error);
}

void ahd_pairing_finish(ahd_pairing *p)
{
    json_decref(p->told);
    json_decref(p->together);
    json_decref(p->near);
    json_decref(p->paired);
    ahd_buf_finish(&p->room);
}

/* ------------------------------------------------------------------ names */

const json_t *ahd_pairing_self(const ahd_pairing *p)
{
    return json_array_get(p->told, 0);
}

void ahd_pairing_group(const ahd_pairing *p, ahd_buf *out)
{
    const json_t *self = ahd_pairing_self(p);

    ahd_buf_add(out, ahd_field_text(self, p->n ? "occurrence" : "story"));
    ahd_buf_printf(out, " %zu", json_array_size(p->together) + 1);
}

void ahd_pairing_name(const ahd_pairing *p, const json_t *row, ahd_buf *out)
{
    ahd_buf_add(out, ahd_field_text(row, "document"));
    if (p->n != 0)
        ahd_buf_printf(out, ":%" PRId64, ahd_field_number(row, "n"));
}

void ahd_pairing_action(const ahd_pairing *p, ahd_buf *out)
{
    ahd_buf_printf(
        out, "/review/two?lang=%s&%s=", p->view->tongue == AHD_AR ? "ar" : "en",
        p->n ? "at" : "document");
    ahd_html_url(out, p->document);
    if (p->n != 0)
        ahd_buf_printf(out, "%%3A%" PRId64, p->n);
    if (p->back == NULL)
        return;
    ahd_buf_add(out, AHD_STR("&back="));
    ahd_html_url(out, ahd_str_from(p->back));
    ahd_buf_add(out, AHD_STR("&id="));
    ahd_html_url(out, p->back_id);
}

/* ------------------------------------------------------------------- mark */

static bool is_side(const json_t *said, const ahd_pairing *two,
                    const char *document, const char *n)
{
    return ahd_str_eq(ahd_field_text(said, document), two->document) &&
           ahd_field_number(said, n) == two->n;
}

/* "merged by Huda", which leads to what was said of it. */
static void write_mark(const ahd_pairing *two, const json_t *said)
{
    bool joins = ahd_field_number(said, "joins") != 0;
    ahd_buf url = AHD_BUF(URL_BYTES);
    ahd_view *view = two->view;

    ahd_pairing_action(two, &url);
    ahd_html(view->out, " <a class=\"tag reviewed\" href=\"$a#two-said\">$t ",
             ahd_buf_str(&url),
             ahd_wording_get(view->tongue, joins ? "pairing.mark.joined"
                                                 : "pairing.mark.apart"));
    ahd_view_text(view, ahd_field_text(said, "by"));
    ahd_html_raw(view->out, "</a>");
    ahd_buf_finish(&url);
}

void ahd_pairing_mark_of(ahd_view *view, const json_t *paired, ahd_str document,
                         int64_t n)
{
    const ahd_pairing two = {.view = view, .document = document, .n = n};
    const json_t *said;
    size_t i;

    ahd_field_each(paired, i, said)
    {
        if (ahd_field_number(said, "stands") == 0 ||
            (!is_side(said, &two, "document", "n") &&
             !is_side(said, &two, "other", "other_n")))
            continue;
        write_mark(&two, said);
        return;
    }
}

void ahd_pairing_mark(const ahd_pairing *p, const json_t *row)
{
    if (p != NULL)
        ahd_pairing_mark_of(p->view, p->paired, ahd_field_text(row, "document"),
                            p->n ? ahd_field_number(row, "n") : 0);
}

void ahd_pairing_href(ahd_view *view, ahd_str document, int64_t n)
{
    const ahd_pairing two = {.view = view, .document = document, .n = n};
    ahd_buf url = AHD_BUF(URL_BYTES);

    ahd_pairing_action(&two, &url);
    ahd_html(view->out, " href=\"$a\"", ahd_buf_str(&url));
    ahd_buf_finish(&url);
}
