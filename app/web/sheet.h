/* sheet.h - a document's page while it is written: the text with its marks,
 * and the card of each act. They link to each other by fragments: "#s120" is
 * the sentence that starts at code point 120, "#a3" the card of act 3. */
#ifndef AHD_WEB_SHEET_H
#define AHD_WEB_SHEET_H

#include "web/field.h"
#include "web/overlay.h"
#include "web/view.h"

typedef struct ahd_sheet {
    ahd_view *view;
    const json_t *document; /* DESIGN.md section 4 */
    json_t *shared; /* its acts that others tell too: n, occurrence, tellings */
    json_t *said;   /* what people said of them and of those of others */
    ahd_overlay marks;
} ahd_sheet;

/* The title and the paragraphs (sheet_text.c). */
void ahd_sheet_title(ahd_sheet *sheet);
void ahd_sheet_text(ahd_sheet *sheet);

/* Lays quotes, agreements, flags and triggers over the text. */
AHD_MUST_USE ahd_status ahd_sheet_mark(ahd_sheet *sheet, ahd_error *error);

/* The cards of the acts (sheet_acts.c). */
void ahd_sheet_acts(ahd_sheet *sheet);

/* What is known of one act, elsewhere than on its document's page. */
void ahd_sheet_act(ahd_view *view, const json_t *act);

#endif
