/* part.h - those whom an act or an agreement has several of, a row each, for
 * the lists beside those of acts and agreements.
 *
 *     "Iran | the delegation", ids "ir | "  →  source 1 ir  Iran
 *                                              source 2     the delegation
 *
 * Rows are borrowed from what they are parts of. */
#ifndef AHD_WEB_PART_H
#define AHD_WEB_PART_H

#include "ahd.h"
#include "web/tongue.h"

#include <jansson.h>

typedef struct ahd_part {
    const ahd_act_row *act; /* NULL: of an agreement */
    ahd_str agreement;
    ahd_str role;        /* "source" …, "party" … */
    int64_t rank;        /* of those with this role, from 1 */
    ahd_str actor, name; /* actor: its id; empty: not known */
    ahd_str state;       /* of its signature */
} ahd_part;

typedef bool ahd_part_fn(void *context, const ahd_part *part);

/* False when `each` was, which ends it. */
bool ahd_part_of_act(const ahd_act_row *act, ahd_part_fn *each, void *context);

/* The states it concerns, and of its card (ahd_agreement_json) the parties. */
bool ahd_part_of_agreement(const ahd_agreement_row *agreement,
                           const json_t *card, ahd_tongue tongue,
                           ahd_part_fn *each, void *context);

/* Lists as the record has them: "Iran | P5+1" and "ye|sa". */
#define AHD_PART_NAMES " | "
#define AHD_PART_CODES "|"
ahd_str ahd_part_first(ahd_str list, const char *between);
int64_t ahd_part_count(ahd_str list, const char *between);

#endif
