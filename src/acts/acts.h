/* acts.h - who did what about which agreement.
 *
 * A trigger is a word of data/acts; its rows say which acts it may tell and
 * what stands around it. What is seen there (trigger.h) and weights learned
 * from marked news say which of them it tells, if any; then who is in it
 * (casting.h). A breach that somebody tells is that speaker's accusation; only
 * what the outlet reports itself stays a breach. What was nearly told is kept
 * as doubts.
 *
 * Where the acts are given (doc->given, for measuring), each becomes one act,
 * in that order, by its surest rule whether its needs are met or not. */
#ifndef AHD_ACTS_ACTS_H
#define AHD_ACTS_ACTS_H

#include "acts/casting.h"
#include "acts/trigger.h"

/* Who looks on: training, and whoever explains. Any may be NULL. */
typedef struct ahd_acts_watch {
    void *user;
    void (*trigger)(void *user, const ahd_trigger *trigger,
                    const ahd_symptoms *symptoms);
    void (*argument)(void *user, const ahd_argument_asker *asker,
                     uint32_t mention, const ahd_symptoms *symptoms);
} ahd_acts_watch;

void ahd_acts_read(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch,
                   const ahd_acts_watch *watch);

/* Writes doc->acts, doc->doubts and doc->flags. */
void ahd_acts_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
