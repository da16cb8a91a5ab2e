/* review_text.c - the sentence of an act, large, between its neighbours. */
#include "web/review_item.h"

#include <inttypes.h>

enum { NEAR = 240 }; /* code points of a neighbour */

/* ----------------------------------------------------------------- marks */

static void mark(ahd_review_item *item, const json_t *thing, const char *key,
                 unsigned layer)
{
    ahd_overlay_span span = {.layer = layer};
    ahd_error ignored;

    if (ahd_field_range(thing, key, &span.at) &&
        ahd_overlay_add(&item->marks, span, &ignored) != AHD_OK)
        return; /* one mark less */
}

static void mark_list(ahd_review_item *item, const char *key, unsigned layer)
{
    const json_t *list = ahd_field_list(item->act, key), *one;
    size_t i;

    ahd_field_each(list, i, one) mark(item, one, "at", layer);
}

static void lay_marks(ahd_review_item *item)
{
    mark_list(item, "source", AHD_LAYER_PARTY);
    mark_list(item, "target", AHD_LAYER_PARTY);
    mark_list(item, "agreement", AHD_LAYER_AGREEMENT);
    mark(item, json_object_get(item->act, "speaker"), "at", AHD_LAYER_SPEAKER);
    mark(item, item->act, "trigger", AHD_LAYER_TRIGGER);
}

/* ---------------------------------------------------------------- pieces */

static const struct {
    unsigned layer;
    const char *open, *close;
} layers[] = {
    {AHD_LAYER_PARTY, "<span class=\"party\">", "</span>"},
    {AHD_LAYER_SPEAKER, "<span class=\"speaks\">", "</span>"},
    {AHD_LAYER_AGREEMENT, "<span class=\"named\">", "</span>"},
    {AHD_LAYER_TRIGGER, "<span class=\"trigger\"><mark>", "</mark></span>"},
};
enum { LAYERS = sizeof layers / sizeof *layers };

static void write_piece(void *context, const ahd_piece *piece)
{
    ahd_buf *out = context;

    for (int i = 0; i < LAYERS; i++)
        if (piece->layers & layers[i].layer)
            ahd_buf_add(out, ahd_str_from(layers[i].open));
    ahd_html_text(out, piece->words);
    for (int i = LAYERS; i-- > 0;)
        if (piece->layers & layers[i].layer)
            ahd_buf_add(out, ahd_str_from(layers[i].close));
}

/* ------------------------------------------------------------- sentences */

static void write_sentence(ahd_review_item *item, ahd_range at,
                           const char *name)
{
    ahd_view *view = item->view;

    ahd_html(view->out, "<p class=\"$a\"", ahd_str_from(name));
    ahd_view_lang(view, ahd_overlay_words(&item->marks, at));
    ahd_html_raw(view->out, ">");
    ahd_overlay_walk(&item->marks, at, write_piece, view->out);
    ahd_html_raw(view->out, "</p>\n");
}

/* The number of the sentence that starts there; -1 when none does. */
static int64_t find_sentence(const json_t *list, uint32_t start)
{
    const json_t *pair;
    ahd_range at;
    size_t i;

    ahd_field_each(list, i, pair)
    {
        if (ahd_field_pair(pair, &at) && at.start == start)
            return (int64_t)i;
    }
    return -1;
}

static bool is_space(const ahd_review_item *item, uint32_t at)
{
    return item->marks.text.ptr[item->marks.offset[at]] == ' ';
}

/* The nearest `most` characters of it, in whole words. */
static void cut(const ahd_review_item *item, ahd_range *at, uint32_t most,
                bool before)
{
    if (before) {
        at->start = at->end - most;
        while (at->start < at->end && !is_space(item, at->start))
            at->start++;
    } else {
        at->end = at->start + most;
        while (at->end > at->start && !is_space(item, at->end))
            at->end--;
    }
}

/* Of the sentence before its end, of the one behind its beginning: as much as
 * tells what is talked about. */
static void write_neighbour(ahd_review_item *item, int64_t i, bool before)
{
    const json_t *list = ahd_field_list(item->document, "sentences");
    ahd_range at;

    if (i < 0 || (size_t)i >= json_array_size(list) ||
        !ahd_field_pair(json_array_get(list, (size_t)i), &at) ||
        at.start >= at.end)
        return;
    bool longer = at.end - at.start > NEAR;
    bool is_title = at.start == 0; /* it stands above */
    if (is_title || at.end > item->marks.length)
        return;
    if (longer)
        cut(item, &at, NEAR, before);
    write_sentence(item, at,
                   !longer  ? "near"
                   : before ? "near cut-start"
                            : "near cut-end");
}

/* An act that a person made, or that is read no more, has only its words. */
static void write_words(ahd_review_item *item)
{
    ahd_view *view = item->view;
    ahd_str words = ahd_field_text(item->stands, "sentence_words");

    ahd_html_raw(view->out, "<p class=\"at-hand\"");
    ahd_view_lang(view, words);
    ahd_html(view->out, ">$t</p>\n", words);
}

void ahd_review_text_write(ahd_review_item *item)
{
    const json_t *list = ahd_field_list(item->document, "sentences");
    ahd_range at;
    ahd_error ignored;

    ahd_html(item->view->out,
             "<section class=\"text review-text\" aria-label=\"$a\">\n",
             ahd_wording_get(item->view->tongue, "review.sentence"));
    lay_marks(item);
    if (ahd_field_range(item->act, "sentence", &at) &&
        ahd_overlay_settle(&item->marks, &ignored) == AHD_OK) {
        int64_t i = find_sentence(list, at.start);
        write_neighbour(item, i - 1, true);
        write_sentence(item, at, "at-hand");
        write_neighbour(item, i >= 0 ? i + 1 : -1, false);
    } else {
        write_words(item);
    }
    ahd_html_raw(item->view->out, "</section>\n");
}
