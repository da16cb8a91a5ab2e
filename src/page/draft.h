/* draft.h - the text of a document while it is put together, with its map.
 *
 *     "<p>A &amp; B"  ->  words("A &amp; B")  ->  text "A & B"
 *     map {0 3 3 2}: "A ", {2 5 8 1}: the "&", ...: each back to the page
 *
 * What is added is named by a slice of decoded->text. How much the text can
 * grow by decoding is known beforehand (ahd_entity_room), and so is its room.
 */
#ifndef AHD_PAGE_DRAFT_H
#define AHD_PAGE_DRAFT_H

#include "doc/decoded.h"

typedef struct ahd_draft {
    ahd_doc *doc;
    const ahd_decoded *from;
    char *text;
    size_t len, room;
    bool joins;     /* the last stretch may go on: as the page has it */
    bool space_due; /* a run of white space was read and not yet written */
    size_t space_from, space_end; /* where, in from->text; equal: none */
    size_t line_start;            /* of the line being written */
} ahd_draft;

/* `room`: bytes of all that will be added, newlines too. */
void ahd_draft_init(ahd_draft *draft, ahd_doc *doc, const ahd_decoded *from,
                    size_t room);

void ahd_draft_as_is(ahd_draft *draft, ahd_str part);
void ahd_draft_json(ahd_draft *draft, ahd_str part);
/* HTML text: entities read, each run of white space one space, none at the
 * ends of a line. A word may go on from one call to the next. */
void ahd_draft_html(ahd_draft *draft, ahd_str part);

/* A newline that stands for nothing in the page: all else has a stretch. */
void ahd_draft_newline(ahd_draft *draft);

/* The text becomes the document's. */
void ahd_draft_finish(ahd_draft *draft);

/* HTML text as a string by itself: for metadata, and to compare. */
ahd_str ahd_draft_plain(ahd_arena *arena, ahd_str part);

#endif
