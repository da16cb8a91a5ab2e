/* pairing.h - an act beside those of other documents, or a document beside
 * others: are the two one, or not?
 *
 *     ahd_pairing p = {.view = &view, .document = id, .n = 3};
 *     ahd_pairing_load(&p, &error);
 *     ahd_pairing_write(&p);        what people said; the forms to say it
 *     ahd_pairing_finish(&p);
 *
 * The forms stand on the page of an occurrence and of a story, and on a page of
 * their own, which is also what a form that was wrong comes back to:
 *     /review/two?at=DOCUMENT:3      /review/two?document=DOCUMENT
 * Each takes an id, or one of the few near ones that it offers. */
#ifndef AHD_WEB_PAIRING_H
#define AHD_WEB_PAIRING_H

#include "web/inquiry.h"

typedef struct ahd_pairing {
    ahd_view *view;
    ahd_str document;
    int64_t n;        /* of the act; 0: the document itself */
    const char *back; /* the page it stands on, "/occurrences/", and its
                         id; NULL: the page of its own */
    ahd_str back_id;
    const char *wrong;   /* a word: what is wrong with the form that was sent */
    ahd_str wrong_about; /* which value; may be empty */
    ahd_error why;       /* of the record; status AHD_OK: nothing */
    json_t *told;        /* the act or document, as the first of a list */
    json_t *together;    /* what is one with it now */
    json_t *near;        /* what might be */
    json_t *paired;      /* what people said (store/overview.h) */
    ahd_buf room;
} ahd_pairing;

/* AHD_EUSAGE when there is no such act or document. Finish it in any case. */
AHD_MUST_USE ahd_status ahd_pairing_load(ahd_pairing *p, ahd_error *error);
void ahd_pairing_finish(ahd_pairing *p);

/* The row of the act or document itself. */
const json_t *ahd_pairing_self(const ahd_pairing *p);

/* What is one now: the id of its occurrence or story, and how many tell it. */
void ahd_pairing_group(const ahd_pairing *p, ahd_buf *out);

/* "DOCUMENT:3", or "DOCUMENT", of a row. */
void ahd_pairing_name(const ahd_pairing *p, const json_t *row, ahd_buf *out);

/* Where its forms go, and where they lead back to. */
void ahd_pairing_action(const ahd_pairing *p, ahd_buf *out);

/* What came of the last form; what people said; the forms. */
void ahd_pairing_write(ahd_pairing *p);
void ahd_pairing_kept(ahd_view *view);
void ahd_pairing_said(const ahd_pairing *p);

/* Did somebody join it to others of `p`, or set it apart? A mark. */
void ahd_pairing_mark(const ahd_pairing *p, const json_t *row);
/* The same of an act, or of a document when n is 0, among such reviews. */
void ahd_pairing_mark_of(ahd_view *view, const json_t *paired, ahd_str document,
                         int64_t n);
/* ` href="…"` of the page of its own. */
void ahd_pairing_href(ahd_view *view, ahd_str document, int64_t n);

/* Parts of a form: up to its choices, one choice, and all behind them. */
typedef struct ahd_pairing_form {
    const ahd_pairing *p;
    const char *decision; /* "merge"; its words are "pairing.merge…" */
    const char *field;    /* that its choices set */
} ahd_pairing_form;
void ahd_pairing_open(const ahd_pairing_form *form);
void ahd_pairing_choice(const ahd_pairing_form *form, const json_t *row);
void ahd_pairing_close(const ahd_pairing_form *form);

/* The token, and for who has not said who he is a field to say it. */
void ahd_pairing_sign(ahd_view *view);

#endif
