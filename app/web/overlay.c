#include "web/overlay.h"

#include "base/utf8.h"

#include <stdlib.h>

ahd_status ahd_overlay_init(ahd_overlay *marks, ahd_str text, ahd_error *error)
{
    size_t n = 0;

    *marks = (ahd_overlay){.text = text};
    if (text.len >= UINT32_MAX)
        return ahd_fail(error, AHD_ELIMIT, "this text is too long to show");
    marks->length = (uint32_t)ahd_utf8_count(text);
    marks->offset = calloc((size_t)marks->length + 1, sizeof *marks->offset);
    if (marks->offset == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    for (size_t at = 0; at < text.len; ahd_utf8_next(text, &at))
        marks->offset[n++] = (uint32_t)at;
    marks->offset[n] = (uint32_t)text.len;
    return AHD_OK;
}

void ahd_overlay_finish(ahd_overlay *marks)
{
    free(marks->offset);
    free(marks->spans);
    free(marks->cuts);
    *marks = (ahd_overlay){0};
}

static ahd_range clip(const ahd_overlay *marks, ahd_range at)
{
    if (at.end > marks->length)
        at.end = marks->length;
    if (at.start > at.end)
        at.start = at.end;
    return at;
}

ahd_status ahd_overlay_add(ahd_overlay *marks, ahd_overlay_span span,
                           ahd_error *error)
{
    span.at = clip(marks, span.at);
    if (span.at.start == span.at.end)
        return AHD_OK;
    if (marks->count == marks->capacity) {
        size_t wider = marks->capacity ? marks->capacity * 2 : 32;
        ahd_overlay_span *spans =
            realloc(marks->spans, wider * sizeof *marks->spans);
        if (spans == NULL)
            return ahd_fail(error, AHD_ENOMEM, "out of memory");
        marks->spans = spans;
        marks->capacity = wider;
    }
    marks->spans[marks->count++] = span;
    return AHD_OK;
}

ahd_str ahd_overlay_words(const ahd_overlay *marks, ahd_range at)
{
    at = clip(marks, at);
    uint32_t start = marks->offset[at.start], end = marks->offset[at.end];

    return (ahd_str){marks->text.ptr + start, end - start};
}

/* ------------------------------------------------------------- settling */

static size_t number_of(unsigned layer)
{
    size_t n = 0;

    while (n < AHD_LAYERS - 1 && !(layer & (1u << n)))
        n++;
    return n;
}

static int by_start(const void *left, const void *right)
{
    const ahd_overlay_span *a = left, *b = right;

    if (a->at.start != b->at.start)
        return a->at.start < b->at.start ? -1 : 1;
    if (a->at.end != b->at.end) /* the wider one is the outer one */
        return a->at.end > b->at.end ? -1 : 1;
    return (a->act > b->act) - (a->act < b->act);
}

static int by_end(const void *left, const void *right)
{
    const ahd_overlay_span *const *a = left, *const *b = right;

    return ((*a)->at.end > (*b)->at.end) - ((*a)->at.end < (*b)->at.end);
}

/* The spans that are open, of each layer in the order they began: a list in
 * which each knows its neighbours, so that any can leave. */
typedef struct open_span {
    struct open_span *before, *after;
} open_span;

typedef struct sweep {
    ahd_overlay *marks;
    ahd_overlay_span **ends; /* by their ends */
    open_span *links;        /* by the place of their span */
    open_span *first[AHD_LAYERS], *last[AHD_LAYERS];
    size_t opened, closed;
} sweep;

static void open_next(sweep *w)
{
    const ahd_overlay_span *span = &w->marks->spans[w->opened];
    open_span *link = &w->links[w->opened++];
    size_t layer = number_of(span->layer);

    link->before = w->last[layer];
    if (link->before)
        link->before->after = link;
    else
        w->first[layer] = link;
    w->last[layer] = link;
}

static void close_next(sweep *w)
{
    const ahd_overlay_span *span = w->ends[w->closed++];
    open_span *link = &w->links[span - w->marks->spans];
    size_t layer = number_of(span->layer);

    if (link->before)
        link->before->after = link->after;
    else
        w->first[layer] = link->after;
    if (link->after)
        link->after->before = link->before;
    else
        w->last[layer] = link->before;
}

static void cut_at(sweep *w, uint32_t start)
{
    ahd_overlay *marks = w->marks;
    ahd_overlay_cut *cut = &marks->cuts[marks->cut_count++];

    *cut = (ahd_overlay_cut){.start = start};
    for (size_t i = 0; i < AHD_LAYERS; i++)
        if (w->first[i])
            cut->top[i] = &marks->spans[w->first[i] - w->links];
}

/* Where the next span begins or ends; the end of the text after the last. */
static uint32_t next_edge(const sweep *w)
{
    const ahd_overlay *marks = w->marks;
    uint32_t edge = marks->length;

    if (w->opened < marks->count && marks->spans[w->opened].at.start < edge)
        edge = marks->spans[w->opened].at.start;
    if (w->closed < marks->count && w->ends[w->closed]->at.end < edge)
        edge = w->ends[w->closed]->at.end;
    return edge;
}

static void run(sweep *w)
{
    ahd_overlay *marks = w->marks;

    for (uint32_t at = 0; at < marks->length || at == 0;) {
        while (w->closed < w->opened && w->ends[w->closed]->at.end <= at)
            close_next(w);
        while (w->opened < marks->count &&
               marks->spans[w->opened].at.start <= at)
            open_next(w);
        cut_at(w, at);
        uint32_t edge = next_edge(w);
        if (edge <= at)
            break;
        at = edge;
    }
}

ahd_status ahd_overlay_settle(ahd_overlay *marks, ahd_error *error)
{
    size_t count = marks->count;
    sweep w = {.marks = marks};

    w.ends = calloc(count + 1, sizeof *w.ends);
    w.links = calloc(count + 1, sizeof *w.links);
    free(marks->cuts);
    marks->cuts = calloc(2 * count + 2, sizeof *marks->cuts);
    marks->cut_count = 0;
    bool fits = w.ends && w.links && marks->cuts;
    if (fits) {
        if (count > 1)
            qsort(marks->spans, count, sizeof *marks->spans, by_start);
        for (size_t i = 0; i < count; i++)
            w.ends[i] = &marks->spans[i];
        if (count > 1)
            qsort(w.ends, count, sizeof *w.ends, by_end);
        run(&w);
    }
    free(w.ends);
    free(w.links);
    return fits ? AHD_OK : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

/* --------------------------------------------------------------- walking */

const ahd_overlay_span *ahd_piece_span(const ahd_piece *piece, unsigned layer)
{
    return piece->cut->top[number_of(layer)];
}

/* The last cut at or before `at`. */
static size_t cut_of(const ahd_overlay *marks, uint32_t at)
{
    size_t low = 0, high = marks->cut_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (marks->cuts[middle].start <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void give(const ahd_overlay *marks, const ahd_overlay_cut *cut,
                 ahd_range at, ahd_piece_fn *each, void *context)
{
    ahd_piece piece = {.cut = cut, .words = ahd_overlay_words(marks, at)};
    const ahd_overlay_span *trigger;

    for (size_t i = 0; i < AHD_LAYERS; i++)
        piece.layers |= cut->top[i] ? 1u << i : 0;
    trigger = ahd_piece_span(&piece, AHD_LAYER_TRIGGER);
    piece.act = trigger ? trigger->act : 0;
    each(context, &piece);
}

void ahd_overlay_walk(const ahd_overlay *marks, ahd_range at,
                      ahd_piece_fn *each, void *context)
{
    ahd_range left = clip(marks, at);

    for (size_t i = cut_of(marks, left.start);
         left.start < left.end && i < marks->cut_count; i++) {
        uint32_t end =
            i + 1 < marks->cut_count ? marks->cuts[i + 1].start : marks->length;
        if (end > left.end)
            end = left.end;
        give(marks, &marks->cuts[i], (ahd_range){left.start, end}, each,
             context);
        left.start = end;
    }
}
