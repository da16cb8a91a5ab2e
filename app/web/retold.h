/* retold.h - how a document tells an act, and what it has that others do not.
 *
 *     A: «… قُتل 3 جنود …»        B: «… قُتل 5 جنود في عدن …»
 *     → A has 3 alone; B has 5 and Aden alone
 *
 * Compared are the numbers in digits of the act's sentence and whom, what and
 * which places it names, by their ids. Only a telling whose document is read
 * again can be compared in this way. */
#ifndef AHD_WEB_RETOLD_H
#define AHD_WEB_RETOLD_H

#include "web/inquiry.h"

typedef struct ahd_retold {
    const json_t *row; /* of the list "tellings" (store/overview.h) */
    json_t *document;  /* or NULL */
    const json_t *act; /* in it; NULL when it is none of the reading's */
    json_t *has;       /* key → the words for it, in the order of the text */
} ahd_retold;

typedef struct ahd_retold_all {
    json_t *rows;
    ahd_retold *items;
    size_t count;
    json_t *times; /* key → how many tellings have it */
} ahd_retold_all;

enum { AHD_RETOLD_COMPARED = 16 }; /* the others are rows alone */

/* Of the occurrence `id`; none when there is no such one. Finish also what
 * could not be read. */
AHD_MUST_USE ahd_status ahd_retold_read(const ahd_view *view, const char *id,
                                        ahd_retold_all *out, ahd_error *error);
void ahd_retold_finish(ahd_retold_all *all);

/* Adds the numbers in `text`, in the digits of the west, to the keys of `has`:
 * "١٢٫٥ مليون" → "12.5". */
void ahd_retold_numbers(ahd_str text, json_t *has);

#endif
