/* review_item.h - one act of the review queue: its sentence, what was read of
 * it and why, what people said of it, and the form to say something.
 *
 *     ahd_review_item item = {.view = &view, .turn = &turn};
 *     ahd_review_item_load(&item, &error);
 *     ahd_review_item_write(&item);        <article id="item">…
 *     ahd_review_item_finish(&item);
 *
 * It is a piece of the page /review, and what /review/item answers with, so
 * that the next act can be had while somebody still looks at this one. */
#ifndef AHD_WEB_REVIEW_ITEM_H
#define AHD_WEB_REVIEW_ITEM_H

#include "web/field.h"
#include "web/overlay.h"
#include "web/pairing.h"
#include "web/turn.h"

typedef struct ahd_review_item {
    ahd_view *view;
    const ahd_turn *turn;   /* with the act at hand */
    const char *wrong;      /* a word: what is wrong with the form that was
                               sent; NULL: none was, or all is well */
    ahd_str wrong_about;    /* which value; may be empty */
    ahd_error why;          /* of the record; status AHD_OK: nothing */
    json_t *document, *now; /* ahd_record_document_json, …_current_json */
    json_t *explained;      /* while it is written; NULL: it could not be */
    const json_t *act;      /* of the document; NULL: a person made it */
    const json_t *stands;   /* of `now` */
    ahd_pairing two; /* the act beside those of other documents; empty when it
                        stands in no list */
    json_t *links;   /* near acts that it may be about */
    ahd_overlay marks;
    ahd_buf next_room, back_room;
    ahd_turn next, back; /* document empty: there is none */
} ahd_review_item;

/* AHD_EUSAGE when there is no such act. Finish it in any case. */
AHD_MUST_USE ahd_status ahd_review_item_load(ahd_review_item *item,
                                             ahd_error *error);
void ahd_review_item_finish(ahd_review_item *item);

void ahd_review_item_write(ahd_review_item *item);

/* Its parts. The sentence with its neighbours (review_text.c); */
void ahd_review_text_write(ahd_review_item *item);
/* the rule, what spoke for and against (review_why.c); */
void ahd_review_why_write(ahd_review_item *item);
/* what people said (review_said.c); */
AHD_MUST_USE ahd_status ahd_review_said_write(ahd_review_item *item,
                                              ahd_error *error);
/* the form (review_form.c). */
void ahd_review_form_write(ahd_review_item *item);

/* ------------------------------------------------------------- the fields */

typedef struct ahd_review_field {
    const char *name, *word, *key; /* of ahd_review; its word; the key for it */
    bool several, names, agreements;
} ahd_review_field;

extern const ahd_review_field ahd_review_fields[]; /* ends with NULL */

/* What a field is now: "qa | text:local fighters". */
ahd_str ahd_review_item_value(const ahd_review_item *item, const char *field);

/* The next piece of such a value. */
ahd_str ahd_review_item_piece(ahd_str *rest);

/* The name of an id, or the words of a "text:…", into `out`. */
void ahd_review_item_name(const ahd_review_item *item, bool agreement,
                          ahd_str piece, ahd_buf *out);

#endif
