/* told_card.h - what documents say of an agreement, as JSON, piece by piece.
 *
 *     ,"told":{"values":[{"field":"date","value":"2020-10-26","count":2,
 *         "documents":[{"id":"a54a…","outlet":"okaz"},…]}],
 *       "parties":[{"actor":"ly-gna","ar":…,"en":…,"state":"signed",…}],
 *       "same_as":[{"id":"found:a54a…:1","how":"inferred",…}]}
 *
 * Rows come in the order of ahd_store_told: one group after another. Of many
 * documents the first ones are named, `count` tells how many there are. */
#ifndef AHD_OUTPUT_TOLD_CARD_H
#define AHD_OUTPUT_TOLD_CARD_H

#include "kb/kb.h"
#include "output/writer.h"

typedef struct ahd_told_card {
    const ahd_kb *kb;
    ahd_writer w;
    ahd_buf last;  /* what the open group is of; empty: none is open */
    int list;      /* the open list; 0: none */
    int64_t count; /* documents of the open group */
} ahd_told_card;

/* One value that one document tells; of "party" `value` is the state, of
 * "same_as" the id of the discovery. */
typedef struct ahd_told_row {
    ahd_str field, value, actor, name, document, outlet;
} ahd_told_row;

/* `out` holds the card of the agreement, which stays an object. */
ahd_told_card ahd_told_card_start(const ahd_kb *kb, ahd_buf *out);
void ahd_told_card_add(ahd_told_card *card, const ahd_told_row *row);
void ahd_told_card_finish(ahd_told_card *card);

#endif
