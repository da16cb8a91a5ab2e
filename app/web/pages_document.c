#include "web/beside.h"
#include "web/cite.h"
#include "web/inquiry.h"
#include "web/layers.h"
#include "web/pages.h"
#include "web/pairing.h"
#include "web/sheet.h"
#include "web/story_note.h"

/* Where on the page a fact was found: "from JSON-LD author". */
static void write_from(ahd_view *view, const json_t *document,
                       const char *field)
{
    const json_t *list = ahd_field_list(document, "reasons"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        if (!ahd_str_eq(ahd_field_text(one, "field"), ahd_str_from(field)))
            continue;
        ahd_html(view->out, " <span class=\"words\">$t ",
                 ahd_wording_get(view->tongue, "document.from"));
        ahd_view_text(view, ahd_field_text(one, "from"));
        ahd_html_raw(view->out, "</span>");
    }
}

static void write_fact(ahd_view *view, const json_t *document, const char *key,
                       const char *word)
{
    ahd_str value = ahd_field_text(document, key);

    if (value.len == 0)
        return;
    ahd_view_term(view, word);
    ahd_view_text(view, value);
    write_from(view, document, key);
    ahd_html_raw(view->out, "</dd></div>\n");
}

static void write_published(ahd_view *view, const json_t *document)
{
    const json_t *published = json_object_get(document, "published");
    ahd_str how = ahd_field_text(published, "how");
    ahd_str because = ahd_field_text(published, "because");

    ahd_view_term(view, "document.published");
    ahd_view_date(view, ahd_field_text(published, "date"), "date.none");
    if (how.len > 0) {
        ahd_html(view->out, " <span class=\"how how-$u\">", how);
        ahd_view_value(view, "date.how", how);
        ahd_html_raw(view->out, "</span>");
    }
    if (because.len > 0) {
        ahd_html_raw(view->out, " <span class=\"words\">");
        ahd_view_text(view, because);
        ahd_html_raw(view->out, "</span>");
    }
    ahd_html_raw(view->out, "</dd></div>\n");
}

/* A page that tells no day: which days it may be of, and why. */
static void write_candidates(ahd_view *view, const json_t *document)
{
    const json_t *list = ahd_field_list(document, "published_candidates"), *one;
    size_t i;

    if (json_is_object(json_object_get(document, "published")) ||
        json_array_size(list) == 0)
        return;
    ahd_view_term(view, "document.candidates");
    ahd_html_raw(view->out, "<ul class=\"plain\">\n");
    ahd_field_each(list, i, one)
    {
        ahd_html_raw(view->out, "<li>");
        ahd_view_date(view, ahd_field_text(one, "date"), "date.none");
        ahd_html_raw(view->out, " <span class=\"words\">");
        ahd_view_text(view, ahd_field_text(one, "because"));
        ahd_html_raw(view->out, "</span></li>\n");
    }
    ahd_html_raw(view->out, "</ul></dd></div>\n");
}

static void write_address(ahd_view *view, const json_t *document)
{
    ahd_str url = ahd_field_text(document, "url");

    if (!ahd_html_is_link(url)) {
        ahd_view_fact(view, "document.address", url);
        return;
    }
    ahd_view_term(view, "document.address");
    ahd_html(view->out,
             "<a href=\"$a\" rel=\"noreferrer\"><bdi dir=\"ltr\">$t</bdi></a>",
             url, url);
    write_from(view, document, "url");
    ahd_html_raw(view->out, "</dd></div>\n");
}

static void write_language(ahd_view *view, const json_t *document)
{
    ahd_str lang = ahd_field_text(document, "lang");

    if (lang.len == 0)
        return;
    ahd_view_term(view, "document.language");
    ahd_view_value(view, "language", lang);
    write_from(view, document, "language");
    ahd_html_raw(view->out, "</dd></div>\n");
    ahd_view_term(view, "document.charset");
    ahd_view_text(view, ahd_field_text(document, "charset"));
    write_from(view, document, "charset");
    ahd_html_raw(view->out, "</dd></div>\n");
}

/* By which Ahd, and what it knew. */
static void write_maker(ahd_view *view, const json_t *document)
{
    const json_t *maker = json_object_get(document, "made_by");

    ahd_view_term(view, "document.maker");
    ahd_html(view->out, "<bdi dir=\"ltr\">Ahd $t · kb $t · models $t</bdi>",
             ahd_field_text(maker, "version"), ahd_field_text(maker, "kb"),
             ahd_field_text(maker, "models"));
    ahd_html_raw(view->out, "</dd></div>\n");
}

static void write_facts(ahd_view *view, const json_t *document)
{
    ahd_str sha256 = ahd_field_text(document, "sha256");

    ahd_html_raw(view->out, "<dl class=\"facts wide\">\n");
    write_fact(view, document, "outlet", "document.outlet");
    write_fact(view, document, "byline", "document.byline");
    write_published(view, document);
    write_candidates(view, document);
    write_address(view, document);
    write_language(view, document);
    if (sha256.len > 0) {
        ahd_view_term(view, "document.id");
        ahd_html(view->out,
                 "<code class=\"hash\">sha256 $t</code></dd></div>\n", sha256);
        write_maker(view, document);
    }
    ahd_html_raw(view->out, "</dl>\n");
}

/* What is wrong with the page as a whole, in words, with the reason. */
static void write_condition(ahd_view *view, const json_t *document)
{
    const json_t *list = ahd_field_list(document, "condition"), *one;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out,
             "<section class=\"notice\"><h2>$t</h2>\n<ul class=\"plain\">\n",
             ahd_wording_get(view->tongue, "condition.title"));
    ahd_field_each(list, i, one)
    {
        ahd_html_raw(view->out, "<li><b>");
        ahd_view_value(view, "condition", ahd_field_text(one, "is"));
        ahd_html_raw(view->out, "</b> ");
        ahd_view_text(view, ahd_field_text(one, "because"));
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul></section>\n");
}

static void write_hostile_name(ahd_view *view, const json_t *one)
{
    const json_t *actor = json_object_get(one, "actor");
    ahd_str ar = ahd_field_text(actor, "name_ar");
    ahd_str en = ahd_field_text(actor, "name");

    ahd_html_raw(view->out, "<li><b>");
    ahd_view_text(view, ahd_field_text(one, "name"));
    ahd_html_raw(view->out, "</b> ");
    ahd_view_link(view, "/actors/", ahd_field_text(actor, "id"),
                  ahd_view_pick(view, ar, en));
    ahd_html_raw(view->out, "</li>\n");
}

/* The hostile names that the page itself uses, each once. */
static void write_stance(ahd_view *view, const json_t *document)
{
    const json_t *list = ahd_field_list(document, "stance"), *one;
    json_t *told = json_object();
    size_t i;

    if (json_array_size(list) > 0)
        ahd_html(
            view->out,
            "<section class=\"notice\"><h2>$t</h2>\n<ul class=\"plain\">\n",
            ahd_wording_get(view->tongue, "document.stance"));
    ahd_field_each(list, i, one)
    {
        const char *name = json_string_value(json_object_get(one, "name"));
        if (name == NULL || json_object_get(told, name) != NULL)
            continue;
        json_object_set_new(told, name, json_true());
        write_hostile_name(view, one);
    }
    if (json_array_size(list) > 0)
        ahd_html_raw(view->out, "</ul></section>\n");
    json_decref(told);
}

/* A page that is no article: its kind and why. */
static void write_refused(ahd_view *view, const json_t *document)
{
    ahd_str title = ahd_field_text(document, "title");

    ahd_html_raw(view->out, "<header class=\"title\"><h1>");
    if (title.len > 0)
        ahd_view_text(view, title);
    else
        ahd_view_word(view, "document.untitled");
    ahd_html_raw(view->out, "</h1>\n");
    write_facts(view, document);
    ahd_html(view->out, "</header>\n<section class=\"notice\"><h2>$t</h2>\n<p>",
             ahd_wording_get(view->tongue, "document.refused"));
    ahd_view_value(view, "document.kinds", ahd_field_text(document, "kind"));
    ahd_html_raw(view->out, ": ");
    ahd_view_text(view, ahd_field_text(document, "refused"));
    ahd_html_raw(view->out, "</p></section>\n");
}

/* Where it is said whether it is of one story with others. */
static void write_two(const ahd_sheet *sheet)
{
    ahd_html_raw(sheet->view->out, "<p class=\"more\"><a");
    ahd_pairing_href(sheet->view, ahd_field_text(sheet->document, "id"), 0);
    ahd_html(sheet->view->out, ">$t</a></p>\n",
             ahd_wording_get(sheet->view->tongue, "pairing.title.document"));
}

static ahd_status write_article(ahd_sheet *sheet, ahd_error *error)
{
    ahd_view *view = sheet->view;
    ahd_str id = ahd_field_text(sheet->document, "id");
    unsigned layers = ahd_layers_of(view->request);

    ahd_html_raw(view->out, "<header class=\"title layered");
    ahd_layers_off(view->out, layers);
    ahd_html_raw(view->out, "\">\n");
    ahd_sheet_title(sheet);
    write_facts(view, sheet->document);
    AHD_TRY(ahd_cite_document(view, sheet->document, error));
    ahd_html_raw(view->out, "</header>\n");
    write_condition(view, sheet->document);
    write_stance(view, sheet->document);
    ahd_layers_write(view, id, layers);
    ahd_html_raw(view->out,
                 "<div class=\"columns\"><article class=\"text layered");
    ahd_layers_off(view->out, layers);
    ahd_html(view->out, "\" aria-label=\"$a\">\n",
             ahd_wording_get(view->tongue, "document.text"));
    ahd_sheet_text(sheet);
    ahd_html_raw(view->out, "</article>\n<aside class=\"side\">\n");
    AHD_TRY(ahd_beside_copies(view, id, error));
    ahd_sheet_acts(sheet);
    ahd_story_note(view, view->request->rest.ptr);
    write_two(sheet);
    ahd_html_raw(view->out, "</aside></div>\n");
    return AHD_OK;
}

/* Its acts that others tell; and what people said of such. */
static ahd_status ask_others(ahd_sheet *sheet, ahd_error *error)
{
    enum { SAID = 200 };
    const char *id = ahd_field_text(sheet->document, "id").ptr;

    AHD_TRY(ahd_inquiry(sheet->view,
                        &(ahd_overview){.what = "shared", .id = id},
                        &sheet->shared, error));
    return ahd_inquiry(
        sheet->view,
        &(ahd_overview){.what = "paired-document", .id = id, .limit = SAID},
        &sheet->said, error);
}

static ahd_status write_page(ahd_view *view, const json_t *document,
                             ahd_error *error)
{
    ahd_sheet sheet = {.view = view, .document = document};
    ahd_str text = ahd_field_text(document, "text");
    ahd_str title = ahd_field_text(document, "title");

    ahd_status status = ask_others(&sheet, error);
    if (status == AHD_OK)
        status = ahd_overlay_init(&sheet.marks, text, error);
    if (status == AHD_OK)
        status = ahd_sheet_mark(&sheet, error);
    if (status == AHD_OK) {
        ahd_view_open(view,
                      title.len
                          ? title
                          : ahd_wording_get(view->tongue, "document.untitled"),
                      "documents");
        if (text.len > 0)
            status = write_article(&sheet, error);
        else
            write_refused(view, document);
        ahd_view_close(view);
    }
    ahd_overlay_finish(&sheet.marks);
    json_decref(sheet.shared);
    json_decref(sheet.said);
    return status;
}

void ahd_pages_document(void *context, const ahd_request *request,
                        ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    json_t *document = NULL;
    ahd_error error;

    ahd_status status =
        ahd_record_document_json(view.record, request->rest.ptr, &text, &error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &document, &error);
    ahd_str beside = ahd_request_param(request, "beside");
    if (status == AHD_OK)
        status = beside.len > 0
                     ? ahd_beside_write(&view, document, beside, &error)
                     : write_page(&view, document, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    json_decref(document);
    ahd_buf_finish(&text);
}
