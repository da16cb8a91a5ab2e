#include "web/sheet.h"

#include <inttypes.h>

/* --------------------------------------------------------------- marking */

/* Marks `key` (a [s,e]) of every item of a list. */
static ahd_status mark_list(ahd_sheet *sheet, const json_t *list,
                            const char *key, unsigned layer, ahd_error *error)
{
    const json_t *item;
    size_t i;

    ahd_field_each(list, i, item)
    {
        ahd_overlay_span span = {.layer = layer,
                                 .act = ahd_field_number(item, "id")};
        if (ahd_field_range(item, key, &span.at))
            AHD_TRY(ahd_overlay_add(&sheet->marks, span, error));
    }
    return AHD_OK;
}

typedef struct known {
    const char *list, *key, *note;
    unsigned layer;
} known;

static ahd_status mark_layer(ahd_sheet *sheet, const known *layer,
                             ahd_error *error)
{
    const json_t *list = ahd_field_list(sheet->document, layer->list), *item;
    size_t i;

    ahd_field_each(list, i, item)
    {
        ahd_overlay_span span = {.layer = layer->layer,
                                 .note = ahd_field_text(item, layer->note)};
        if (ahd_field_range(item, layer->key, &span.at))
            AHD_TRY(ahd_overlay_add(&sheet->marks, span, error));
    }
    return AHD_OK;
}

/* Names, times and events, each with what is known of it. */
static ahd_status mark_known(ahd_sheet *sheet, ahd_error *error)
{
    static const known layers[] = {
        {"mentions", "at", "name", AHD_LAYER_NAME},
        {"times", "at", "value", AHD_LAYER_TIME},
        {"events", "trigger", "type", AHD_LAYER_EVENT},
    };

    for (size_t i = 0; i < sizeof layers / sizeof *layers; i++)
        AHD_TRY(mark_layer(sheet, &layers[i], error));
    return AHD_OK;
}

ahd_status ahd_sheet_mark(ahd_sheet *sheet, ahd_error *error)
{
    const json_t *acts = ahd_field_list(sheet->document, "acts"), *act;
    size_t i;

    AHD_TRY(mark_list(sheet, ahd_field_list(sheet->document, "quotes"), "at",
                      AHD_LAYER_QUOTE, error));
    AHD_TRY(mark_list(sheet, ahd_field_list(sheet->document, "flags"), "at",
                      AHD_LAYER_FLAG, error));
    AHD_TRY(mark_list(sheet, acts, "trigger", AHD_LAYER_TRIGGER, error));
    ahd_field_each(acts, i, act)
        AHD_TRY(mark_list(sheet, ahd_field_list(act, "agreement"), "at",
                          AHD_LAYER_AGREEMENT, error));
    AHD_TRY(mark_known(sheet, error));
    return ahd_overlay_settle(&sheet->marks, error);
}

/* ---------------------------------------------------------------- pieces */

/* The layers as they are nested, and the class of each; a layer that the
 * reader has switched off is there all the same, and not seen (layers.h). */
static const struct {
    unsigned layer;
    ahd_str class;
} nested[] = {
    {AHD_LAYER_FLAG, {"flag", 4}},       {AHD_LAYER_QUOTE, {"quote", 5}},
    {AHD_LAYER_EVENT, {"event", 5}},     {AHD_LAYER_TIME, {"time", 4}},
    {AHD_LAYER_AGREEMENT, {"named", 5}}, {AHD_LAYER_NAME, {"name", 4}},
};
enum { NESTED = sizeof nested / sizeof *nested };

static ahd_str title_of(const ahd_sheet *sheet, const ahd_piece *piece,
                        unsigned layer)
{
    if (layer == AHD_LAYER_FLAG)
        return ahd_wording_get(sheet->view->tongue, "document.flag");
    return ahd_piece_span(piece, layer)->note;
}

static void open_piece(ahd_sheet *sheet, const ahd_piece *piece)
{
    ahd_buf *out = sheet->view->out;

    for (size_t i = 0; i < NESTED; i++) {
        if (!(piece->layers & nested[i].layer))
            continue;
        ahd_str title = title_of(sheet, piece, nested[i].layer);
        ahd_html(out, "<span class=\"$u\"", nested[i].class);
        if (title.len > 0)
            ahd_html(out, " title=\"$a\"", title);
        ahd_html_raw(out, ">");
    }
    if (piece->layers & AHD_LAYER_TRIGGER)
        ahd_buf_printf(out,
                       "<a class=\"trigger\" href=\"#a%" PRId64 "\"><mark>",
                       piece->act);
}

static void close_piece(ahd_sheet *sheet, const ahd_piece *piece)
{
    ahd_buf *out = sheet->view->out;

    if (piece->layers & AHD_LAYER_TRIGGER)
        ahd_html_raw(out, "</mark></a>");
    for (size_t i = 0; i < NESTED; i++)
        if (piece->layers & nested[i].layer)
            ahd_html_raw(out, "</span>");
}

static void write_piece(void *context, const ahd_piece *piece)
{
    open_piece(context, piece);
    ahd_html_text(((ahd_sheet *)context)->view->out, piece->words);
    close_piece(context, piece);
}

/* ------------------------------------------------------------- sentences */

static bool starts_one(const json_t *ranges, uint32_t start)
{
    const json_t *pair;
    ahd_range range;
    size_t i;

    ahd_field_each(ranges, i, pair)
    {
        if (ahd_field_pair(pair, &range) && range.start == start)
            return true;
    }
    return false;
}

/* Is the act told in the sentence that starts there? */
static bool is_told(const json_t *act, uint32_t start)
{
    ahd_range sentence;

    return (ahd_field_range(act, "sentence", &sentence) &&
            sentence.start == start) ||
           starts_one(ahd_field_list(act, "tellings"), start);
}

/* Small numbers after a sentence: the acts it tells. */
static void write_refs(ahd_sheet *sheet, uint32_t start)
{
    const json_t *acts = ahd_field_list(sheet->document, "acts"), *act;
    ahd_view *view = sheet->view;
    size_t i, written = 0;

    ahd_field_each(acts, i, act)
    {
        if (!is_told(act, start))
            continue;
        int64_t n = ahd_field_number(act, "id");
        if (written++ == 0) /* U+2060: no line ends before the number */
            ahd_html_raw(view->out, "\u2060<sup class=\"refs\">");
        ahd_buf_printf(view->out, "<a href=\"#a%" PRId64 "\"", n);
        ahd_html(
            view->out, " class=\"ref-$u\" title=\"$a\">",
            ahd_field_text(act, "act"),
            ahd_wording_of(view->tongue, "act", ahd_field_text(act, "act")));
        ahd_buf_printf(view->out, "%" PRId64 "</a>", n);
    }
    if (written > 0)
        ahd_html_raw(view->out, "</sup>");
}

static bool tells_any(ahd_sheet *sheet, uint32_t start)
{
    const json_t *acts = ahd_field_list(sheet->document, "acts"), *act;
    size_t i;

    ahd_field_each(acts, i, act)
    {
        if (is_told(act, start))
            return true;
    }
    return false;
}

static void write_sentence(ahd_sheet *sheet, ahd_range at)
{
    ahd_buf *out = sheet->view->out;
    bool tells = tells_any(sheet, at.start);

    ahd_buf_printf(out, "<span id=\"s%" PRIu32 "\" class=\"%s\">", at.start,
                   tells ? "sentence tells" : "sentence");
    ahd_overlay_walk(&sheet->marks, at, write_piece, sheet);
    ahd_html_raw(out, "</span>");
    if (tells)
        write_refs(sheet, at.start);
}

/* The sentences of a stretch, and what stands between them. */
static void write_stretch(ahd_sheet *sheet, ahd_range stretch)
{
    const json_t *list = ahd_field_list(sheet->document, "sentences"), *pair;
    uint32_t done = stretch.start;
    ahd_range at;
    size_t i;

    ahd_field_each(list, i, pair)
    {
        if (!ahd_field_pair(pair, &at) || at.start < done ||
            at.start >= stretch.end || at.start == at.end)
            continue;
        ahd_overlay_walk(&sheet->marks, (ahd_range){done, at.start},
                         write_piece, sheet);
        if (at.end > stretch.end)
            at.end = stretch.end;
        write_sentence(sheet, at);
        done = at.end;
    }
    ahd_overlay_walk(&sheet->marks, (ahd_range){done, stretch.end}, write_piece,
                     sheet);
}

/* ------------------------------------------------------------ title, text */

/* The title is the first line of the text; the line may be empty. */
static uint32_t title_length(const ahd_sheet *sheet)
{
    uint32_t n = 0;

    while (n < sheet->marks.length &&
           sheet->marks.text.ptr[sheet->marks.offset[n]] != '\n')
        n++;
    return n;
}

void ahd_sheet_title(ahd_sheet *sheet)
{
    ahd_view *view = sheet->view;
    uint32_t len = title_length(sheet);
    ahd_str title = ahd_overlay_words(&sheet->marks, (ahd_range){0, len});

    ahd_html_raw(view->out, "<h1");
    if (len == 0) {
        ahd_html(view->out, ">$t</h1>\n",
                 ahd_wording_get(view->tongue, "document.untitled"));
        return;
    }
    ahd_view_lang(view, title);
    ahd_html_raw(view->out, ">");
    write_stretch(sheet, (ahd_range){0, len});
    ahd_html_raw(view->out, "</h1>\n");
}

static void write_paragraph(ahd_sheet *sheet, ahd_range at)
{
    ahd_buf *out = sheet->view->out;

    ahd_html_raw(out, "<p");
    ahd_view_lang(sheet->view, ahd_overlay_words(&sheet->marks, at));
    ahd_html_raw(out, ">");
    write_stretch(sheet, at);
    ahd_html_raw(out, "</p>\n");
}

void ahd_sheet_text(ahd_sheet *sheet)
{
    const json_t *list = ahd_field_list(sheet->document, "paragraphs"), *pair;
    uint32_t done = title_length(sheet) + 1;
    ahd_range at;
    size_t i;

    ahd_field_each(list, i, pair)
    {
        if (!ahd_field_pair(pair, &at) || at.start < done)
            continue;
        write_paragraph(sheet, at);
        done = at.end;
    }
    if (done < sheet->marks.length) /* text that no paragraph holds */
        write_paragraph(sheet, (ahd_range){done, sheet->marks.length});
}
