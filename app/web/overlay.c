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

/* The piece that starts at `start`: it ends where any span begins or ends. */
static uint32_t next_piece(const ahd_overlay *marks, ahd_range left,
                           ahd_piece *out)
{
    uint32_t end = left.end;

    *out = (ahd_piece){0};
    for (size_t i = 0; i < marks->count; i++) {
        const ahd_overlay_span *span = &marks->spans[i];
        bool above = span->at.start <= left.start && span->at.end > left.start;
        uint32_t edge = above ? span->at.end : span->at.start;

        if (edge > left.start && edge < end)
            end = edge;
        if (!above)
            continue;
        if (span->layer == AHD_LAYER_TRIGGER &&
            !(out->layers & AHD_LAYER_TRIGGER))
            out->act = span->act;
        out->layers |= span->layer;
    }
    out->words = ahd_overlay_words(marks, (ahd_range){left.start, end});
    return end;
}

void ahd_overlay_walk(const ahd_overlay *marks, ahd_range at,
                      ahd_piece_fn *each, void *context)
{
    ahd_range left = clip(marks, at);
    ahd_piece piece;

    while (left.start < left.end) {
        left.start = next_piece(marks, left, &piece);
        each(context, &piece);
    }
}
