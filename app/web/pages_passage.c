#include "web/cite.h"
#include "web/pages.h"
#include "web/sheet.h"

/* The acts that the words tell, as they are read today. */
static void write_acts(ahd_view *view, const ahd_passage *p)
{
    const json_t *acts = ahd_field_list(p->document, "acts"), *act;
    ahd_range at;
    size_t i;

    ahd_field_each(acts, i, act)
    {
        if (!ahd_field_range(act, "sentence", &at) || at.end <= p->at.start ||
            at.start >= p->at.end)
            continue;
        ahd_html_raw(view->out, "<section><h2>");
        ahd_view_act(view, ahd_field_text(act, "act"));
        ahd_html_raw(view->out, "</h2>\n");
        ahd_sheet_act(view, act);
        ahd_html_raw(view->out, "</section>\n");
    }
}

static ahd_status write_page(ahd_view *view, ahd_passage *p, ahd_bytes bytes,
                             ahd_error *error)
{
    ahd_str title = ahd_wording_get(view->tongue, "passage.title");

    AHD_TRY(ahd_overlay_init(&p->marks, ahd_field_text(p->document, "text"),
                             error));
    if (!ahd_passage_find(p, bytes))
        return ahd_fail(error, AHD_EUSAGE,
                        "the page is kept, but no text is read of these bytes");
    ahd_view_open(view, title, "documents");
    ahd_html(view->out, "<article class=\"brief\"><h1>$t</h1>\n", title);
    ahd_passage_quote(view, p, (ahd_range){0, 0});
    ahd_passage_source(view, p);
    AHD_TRY(ahd_cite_passage(view, p, error));
    write_acts(view, p);
    ahd_html_raw(view->out, "</article>\n");
    ahd_view_close(view);
    return AHD_OK;
}

void ahd_pages_passage(void *context, const ahd_request *request,
                       ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES), name = AHD_BUF(128);
    json_t *document = NULL;
    ahd_passage passage = {0};
    ahd_bytes bytes;
    ahd_error error;
    ahd_str hash;

    if (!ahd_passage_parse(request->rest, &hash, &bytes)) {
        reply->status = 404;
        ahd_view_refuse(&view);
        return;
    }
    ahd_buf_add(&name, hash);
    ahd_status status =
        ahd_record_document_json(view.record, name.ptr, &text, &error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &document, &error);
    passage.document = document;
    if (status == AHD_OK)
        status = write_page(&view, &passage, bytes, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    ahd_overlay_finish(&passage.marks);
    json_decref(document);
    ahd_buf_finish(&text);
    ahd_buf_finish(&name);
}
