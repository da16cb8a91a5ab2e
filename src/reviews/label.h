/* label.h - the fields of an act that a person may decide, and their values.
 *
 *     AHD_LABEL_SOURCE   "ly-gna | text:local fighters"
 *     AHD_LABEL_DATE     "2020-10-23"   or "2020-10-01/2020-10-31"
 *
 * A value is a line of text: ids, " | " between several; who has no id is
 * "text:" and the words. "" is nobody, nowhere, no day. Two values are the same
 * when they hold the same pieces, in whatever order. */
#ifndef AHD_REVIEWS_LABEL_H
#define AHD_REVIEWS_LABEL_H

#include "base/arena.h"

typedef enum ahd_label {
    AHD_LABEL_ACT,
    AHD_LABEL_SOURCE,
    AHD_LABEL_TARGET,
    AHD_LABEL_SPEAKER,
    AHD_LABEL_VIA,
    AHD_LABEL_AGREEMENT,
    AHD_LABEL_COMMITMENT,
    AHD_LABEL_DATE,
    AHD_LABEL_PLACE,
    AHD_LABEL_MODALITY,
    AHD_LABELS
} ahd_label;

enum { AHD_LABEL_ALL = (1 << AHD_LABELS) - 1 };

extern const char *const ahd_label_names[AHD_LABELS]; /* "act", "source" … */

/* A value of each field, for the fields whose bit is in `has`. */
typedef struct ahd_labels {
    ahd_str value[AHD_LABELS];
    uint32_t has;
} ahd_labels;

/* AHD_LABELS when no field has that name. */
ahd_label ahd_label_find(ahd_str name);

/* The next piece of a value, which `rest` moves past. */
ahd_str ahd_label_next(ahd_str *rest);

bool ahd_label_has(ahd_str value, ahd_str piece);
bool ahd_label_same(ahd_str a, ahd_str b);

/* How many fields, that both have, are the same. */
int ahd_label_count_same(const ahd_labels *a, const ahd_labels *b);

/* `piece` behind the pieces of `value`, in the arena. */
ahd_str ahd_label_add(ahd_arena *arena, ahd_str value, ahd_str piece);

/* A value that grows, at the cost of its length. Zeroed, it is empty. */
typedef struct ahd_label_list {
    char *ptr;
    size_t len, capacity;
    uint32_t count; /* pieces */
} ahd_label_list;

void ahd_label_push(ahd_arena *arena, ahd_label_list *list, ahd_str piece);

/* The same, but not for a piece that it has. Long lists may have one twice:
 * values are sets. */
void ahd_label_push_new(ahd_arena *arena, ahd_label_list *list, ahd_str piece);
ahd_str ahd_label_value(const ahd_label_list *list);

/* "text:" before the words of one without an id; and back: the words, or ""
 * when it is an id. */
ahd_str ahd_label_of_words(ahd_arena *arena, ahd_str words);
ahd_str ahd_label_words(ahd_str piece);

#endif
