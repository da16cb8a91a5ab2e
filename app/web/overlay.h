/* overlay.h - spans laid over a text, and the text cut where any begins or
 * ends.
 *
 *     text   وقال: «هذه خرق»
 *     quote         [هذه خرق)        trigger         [خرق)
 *     →  "وقال: «" plain, "هذه " quote, "خرق" quote + trigger, "»" plain
 *
 * Spans may overlap in any way; a piece knows every layer above it. Positions
 * are code points; out of range ones are clipped. */
#ifndef AHD_WEB_OVERLAY_H
#define AHD_WEB_OVERLAY_H

#include "base/error.h"
#include "base/str.h"
#include "web/field.h"

enum { /* layers, ahd_overlay_span.layer and ahd_piece.layers */
       AHD_LAYER_QUOTE = 1,
       AHD_LAYER_AGREEMENT = 2,
       AHD_LAYER_FLAG = 4,
       AHD_LAYER_TRIGGER = 8,
       AHD_LAYER_NAME = 16,
       AHD_LAYER_TIME = 32,
       AHD_LAYER_EVENT = 64,
       AHD_LAYER_COPIED = 128,
       AHD_LAYER_SPEAKER = 256,
       AHD_LAYER_PARTY = 512,
       AHD_LAYERS = 10
};

typedef struct ahd_overlay_span {
    ahd_range at;
    unsigned layer;
    int64_t act;  /* of a trigger: its number; of what is copied likewise */
    ahd_str note; /* what is known of it; must outlive the marks */
} ahd_overlay_span;

/* The text from here to the next cut, and of each layer the span above it that
 * began first; NULL without one. */
typedef struct ahd_overlay_cut {
    uint32_t start;
    const ahd_overlay_span *top[AHD_LAYERS];
} ahd_overlay_cut;

typedef struct ahd_overlay {
    ahd_str text;
    uint32_t *offset; /* of each code point, and one past the last */
    uint32_t length;  /* in code points */
    ahd_overlay_span *spans;
    size_t count, capacity;
    ahd_overlay_cut *cuts; /* once settled: by start, the first at 0 */
    size_t cut_count;
} ahd_overlay;

/* Finish also what init refused. `text` must outlive the marks. */
AHD_MUST_USE ahd_status ahd_overlay_init(ahd_overlay *marks, ahd_str text,
                                         ahd_error *error);
void ahd_overlay_finish(ahd_overlay *marks);

AHD_MUST_USE ahd_status ahd_overlay_add(ahd_overlay *marks,
                                        ahd_overlay_span span,
                                        ahd_error *error);

/* After the last span and before the first walk. */
AHD_MUST_USE ahd_status ahd_overlay_settle(ahd_overlay *marks,
                                           ahd_error *error);

typedef struct ahd_piece {
    ahd_str words;
    unsigned layers;
    int64_t act;                /* of the first trigger above it */
    const ahd_overlay_cut *cut; /* of each layer its first span */
} ahd_piece;

/* The span of one layer above a piece, or NULL. */
const ahd_overlay_span *ahd_piece_span(const ahd_piece *piece, unsigned layer);

typedef void ahd_piece_fn(void *context, const ahd_piece *piece);

/* The pieces of `at`, in order. */
void ahd_overlay_walk(const ahd_overlay *marks, ahd_range at,
                      ahd_piece_fn *each, void *context);

ahd_str ahd_overlay_words(const ahd_overlay *marks, ahd_range at);

#endif
