/* registered.h - the entry of the registry that a discovery plainly is.
 *
 *     truce, {ye, ye-houthis}, made 2015-12-15  -> ye-ceasefire-2015-12-15
 *
 * Parties, kind, day, place and subject must all allow it, and allow no other
 * entry. */
#ifndef AHD_AGREEMENTS_REGISTERED_H
#define AHD_AGREEMENTS_REGISTERED_H

#include "doc/doc.h"
#include "kb/kb.h"

typedef struct ahd_registered {
    ahd_day day, told;    /* made; told first; AHD_NO_DAY */
    uint32_t noun, place; /* ahd_noun_kind, kb place; or NONE */
    ahd_str subject;
    const ahd_str *sides; /* of ahd_registered_side */
    uint32_t side_count;
} ahd_registered;

/* The agreement, or AHD_KB_NONE. */
uint32_t ahd_registered_find(const ahd_kb *kb, const ahd_registered *asked);

/* Whom the actor of that id stands for when it binds itself: a ministry or the
 * only government of a state the state, all others themselves. */
ahd_str ahd_registered_side(const ahd_kb *kb, ahd_str actor);

#endif
