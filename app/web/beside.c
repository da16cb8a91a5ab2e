#include "web/beside.h"

#include "web/inquiry.h"
#include "web/overlay.h"

#include <inttypes.h>

enum { MOST_COPIES = 50, MOST_PAIR = 4096 };

/* One of the two, while it is written. */
typedef struct column {
    ahd_view *view;
    const json_t *document;
    ahd_overlay marks;
    const char *here, *there; /* letters of the fragments: "a", "b" */
} column;

/* ------------------------------------------------------------- the text */

/* Is this the first piece of what is copied? Its number stands before it. */
static bool begins(const column *c, const ahd_piece *piece,
                   const ahd_overlay_span *copied)
{
    return piece->words.ptr ==
           c->marks.text.ptr + c->marks.offset[copied->at.start];
}

static void write_piece(void *context, const ahd_piece *piece)
{
    column *c = context;
    ahd_buf *out = c->view->out;
    const ahd_overlay_span *copied = ahd_piece_span(piece, AHD_LAYER_COPIED);

    if (copied == NULL) {
        ahd_html_text(out, piece->words);
        return;
    }
    if (begins(c, piece, copied)) {
        ahd_buf_printf(out,
                       "<sup class=\"refs\"><a id=\"%s%" PRId64
                       "\" href=\"#%s%" PRId64 "\"",
                       c->here, copied->act, c->there, copied->act);
        ahd_html(out, " title=\"$a\">",
                 ahd_wording_get(c->view->tongue, "beside.other"));
        ahd_buf_printf(out, "%" PRId64 "</a></sup>\u2060", copied->act);
    }
    ahd_html(out, "<mark class=\"copied\">$t</mark>", piece->words);
}

static void write_paragraph(column *c, ahd_range at)
{
    ahd_str words = ahd_str_trim(ahd_overlay_words(&c->marks, at));

    if (words.len == 0)
        return;
    ahd_html_raw(c->view->out, "<p");
    ahd_view_lang(c->view, words);
    ahd_html_raw(c->view->out, ">");
    ahd_overlay_walk(&c->marks, at, write_piece, c);
    ahd_html_raw(c->view->out, "</p>\n");
}

/* The title is a paragraph as well: it may be what was copied. */
static void write_text(column *c)
{
    const json_t *list = ahd_field_list(c->document, "paragraphs"), *pair;
    uint32_t done = 0;
    ahd_range at;
    size_t i;

    ahd_field_each(list, i, pair)
    {
        if (!ahd_field_pair(pair, &at) || at.start < done)
            continue;
        write_paragraph(c, (ahd_range){done, at.start});
        write_paragraph(c, at);
        done = at.end;
    }
    write_paragraph(c, (ahd_range){done, c->marks.length});
}

static void write_column(column *c, int64_t of_words, int64_t copied)
{
    ahd_view *view = c->view;
    ahd_str title = ahd_field_text(c->document, "title");
    const json_t *published = json_object_get(c->document, "published");
    ahd_str id = ahd_field_text(c->document, "id");

    ahd_html_raw(view->out, "<article><header><h2>");
    ahd_view_link(
        view, "/documents/", id,
        title.len ? title : ahd_wording_get(view->tongue, "document.untitled"));
    ahd_html_raw(view->out, "</h2><p class=\"meta\"><span class=\"item\">");
    ahd_view_text(view, ahd_field_text(c->document, "outlet"));
    ahd_html_raw(view->out, "</span> <span class=\"item\">");
    ahd_view_date(view, ahd_field_text(published, "date"), "date.none");
    ahd_html_raw(view->out, "</span> <span class=\"item\">");
    ahd_view_word(view, "beside.share");
    ahd_buf_printf(view->out,
                   " <b>%" PRId64 "\u00a0%%</b></span></p></header>\n",
                   of_words > 0 ? copied * 100 / of_words : 0);
    ahd_html_raw(view->out, "<div class=\"text\">\n");
    write_text(c);
    ahd_html_raw(view->out, "</div></article>\n");
}

/* ------------------------------------------------------------- what is copied
 */

/* Words by the spaces between them, as people count. */
static int64_t count_words(ahd_str text)
{
    int64_t words = 0;
    bool inside = false;

    for (size_t i = 0; i < text.len; i++) {
        bool space = text.ptr[i] == ' ' || text.ptr[i] == '\n';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static ahd_status mark(column *c, const json_t *copied, const char *key,
                       ahd_error *error)
{
    const json_t *one;
    size_t i;

    AHD_TRY(ahd_overlay_init(&c->marks, ahd_field_text(c->document, "text"),
                             error));
    ahd_field_each(copied, i, one)
    {
        ahd_overlay_span span = {.layer = AHD_LAYER_COPIED};
        if (!ahd_field_range(one, key, &span.at))
            continue;
        span.act = (int64_t)i + 1;
        AHD_TRY(ahd_overlay_add(&c->marks, span, error));
    }
    return ahd_overlay_settle(&c->marks, error);
}

static int64_t words_in(const column *c, const json_t *copied, const char *key)
{
    int64_t words = 0;
    const json_t *one;
    ahd_range at;
    size_t i;

    ahd_field_each(copied, i, one) if (ahd_field_range(one, key, &at)) words +=
        count_words(ahd_overlay_words(&c->marks, at));
    return words;
}

static ahd_status write_both(column columns[2], const json_t *pair,
                             ahd_error *error)
{
    static const char *const keys[] = {"at", "other_at"};
    const json_t *copied = ahd_field_list(pair, "copied");
    ahd_view *view = columns[0].view;

    for (int i = 0; i < 2; i++)
        AHD_TRY(mark(&columns[i], copied, keys[i], error));
    ahd_view_open(view, ahd_wording_get(view->tongue, "beside.title"),
                  "documents");
    ahd_html(view->out,
             "<header class=\"title\"><h1>$t</h1>\n<p class=\"motto\">",
             ahd_wording_get(view->tongue, "beside.title"));
    if (json_array_size(copied) == 0)
        ahd_view_word(view, "beside.none");
    else
        ahd_view_count(view, "count.passages",
                       (int64_t)json_array_size(copied));
    ahd_html_raw(view->out, "</p></header>\n<div class=\"beside\">\n");
    for (int i = 0; i < 2; i++)
        write_column(&columns[i], count_words(columns[i].marks.text),
                     words_in(&columns[i], copied, keys[i]));
    ahd_html_raw(view->out, "</div>\n");
    ahd_view_close(view);
    return AHD_OK;
}

/* What the record says of a document or pair. */
typedef ahd_status ask_fn(ahd_record *record, const char *id, ahd_buf *out,
                          ahd_error *error);

static ahd_status ask(const ahd_view *view, ask_fn *function, const char *id,
                      json_t **out, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);

    ahd_status status = function(view->record, id, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&text);
    return status;
}

ahd_status ahd_beside_write(ahd_view *view, const json_t *document,
                            ahd_str other, ahd_error *error)
{
    json_t *second = NULL, *pair = NULL;
    ahd_buf ids = AHD_BUF(MOST_PAIR);

    ahd_buf_add(&ids, ahd_field_text(document, "id"));
    ahd_buf_byte(&ids, ',');
    ahd_buf_add(&ids, other);
    ahd_status status =
        ids.failed
            ? ahd_fail(error, AHD_EUSAGE, "there is no such document")
            : ask(view, ahd_record_document_json, other.ptr, &second, error);
    if (status == AHD_OK)
        status = ask(view, ahd_record_copied_json, ids.ptr, &pair, error);
    column columns[] = {
        {.view = view, .document = document, .here = "a", .there = "b"},
        {.view = view, .document = second, .here = "b", .there = "a"},
    };
    if (status == AHD_OK)
        status = write_both(columns, pair, error);
    ahd_overlay_finish(&columns[0].marks);
    ahd_overlay_finish(&columns[1].marks);
    json_decref(second);
    json_decref(pair);
    ahd_buf_finish(&ids);
    return status;
}

/* ---------------------------------------------------------------- copies */

static void write_copy(ahd_view *view, ahd_str id, const json_t *row)
{
    double share = ahd_field_real(row, "share");
    ahd_str title = ahd_field_text(row, "title");
    ahd_str outlet = ahd_field_text(row, "outlet");

    ahd_html(view->out, "<li><a href=\"/documents/$u?lang=$u&amp;beside=$u\">",
             id, view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"),
             ahd_field_text(row, "document"));
    ahd_view_text(view, outlet.len ? outlet : title);
    ahd_html_raw(view->out, "</a> <span class=\"meta\">");
    ahd_view_date(view, ahd_field_text(row, "published"), "date.none");
    if (share > 0) {
        ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
        ahd_view_word(view, "beside.share");
        ahd_buf_printf(view->out, " %.0f\u00a0%%", share * 100);
    }
    ahd_html_raw(view->out, "</span></li>\n");
}

ahd_status ahd_beside_copies(ahd_view *view, ahd_str id, ahd_error *error)
{
    const json_t *row;
    json_t *rows;
    size_t i;

    AHD_TRY(ahd_inquiry(
        view,
        &(ahd_overview){.what = "copies", .id = id.ptr, .limit = MOST_COPIES},
        &rows, error));
    if (json_array_size(rows) > 0)
        ahd_html(view->out,
                 "<section id=\"copies\"><h2>$t</h2>\n<ul class=\"plain\">\n",
                 ahd_wording_get(view->tongue, "beside.copies"));
    ahd_field_each(rows, i, row) write_copy(view, id, row);
    if (json_array_size(rows) > 0)
        ahd_html_raw(view->out, "</ul></section>\n");
    json_decref(rows);
    return AHD_OK;
}
