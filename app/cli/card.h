/* card.h - one entry of the record laid out for people.
 *
 *     Geneva permanent ceasefire agreement
 *     اتفاق وقف إطلاق النار الدائم في جنيف
 *
 *       Kind       ceasefire
 *       Date       2020-10-23 */
#ifndef AHD_CLI_CARD_H
#define AHD_CLI_CARD_H

#include "ahd.h"
#include "cli/terminal.h"
#include "web/field.h"

enum { AHD_CARD_BYTES = 256 << 20 };

typedef struct ahd_card {
    ahd_record *record; /* NULL: there is none, so no acts */
    const char *id;
    ahd_style style;
    ahd_buf out;
} ahd_card;

typedef ahd_status ahd_card_fn(ahd_card *card, const json_t *thing,
                               ahd_error *error);
ahd_card_fn ahd_card_agreement, ahd_card_actor, ahd_card_document,
    ahd_card_dispute,
    ahd_card_story, ahd_card_copied;

/* The pieces they are made of (card.c). Nothing is written for "". */
void ahd_card_title(ahd_card *card, ahd_str first, ahd_str second);
void ahd_card_heading(ahd_card *card, const char *heading);
void ahd_card_fact(ahd_card *card, const char *name, ahd_str value);
void ahd_card_text(ahd_card *card, ahd_str text); /* after a space */
void ahd_card_soft(ahd_card *card, ahd_str text); /* the same, quieter */
void ahd_card_line(ahd_card *card, int indent);   /* starts a line */
void ahd_card_act_type(ahd_card *card, ahd_str act);

/* A line for each of the list, under a heading when there is one. */
typedef void ahd_card_row(ahd_card *card, const json_t *row);
void ahd_card_rows(ahd_card *card, const char *heading, const json_t *list,
                   ahd_card_row *write);

/* The English name, else the Arabic, else "name". */
ahd_str ahd_card_name(const json_t *thing);

/* The acts of the filter by date, under the heading "Acts". */
AHD_MUST_USE ahd_status ahd_card_acts(ahd_card *card, const ahd_filter *filter,
                                      ahd_error *error);

#endif
