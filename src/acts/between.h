/* between.h - how far words of a sentence are from an act. */
#ifndef AHD_ACTS_BETWEEN_H
#define AHD_ACTS_BETWEEN_H

#include "doc/doc.h"

/* Words between the act and tokens [first, end) of sentence `s`; in another
 * sentence than the act's own, all are equally near. */
static inline uint32_t ahd_between_words(const ahd_act *act,
                                         const ahd_sentence *s, uint32_t first,
                                         uint32_t end)
{
    if (act->trigger_first < s->first || act->trigger_first >= s->end)
        return 0;
    if (first >= act->trigger_end)
        return first - act->trigger_end;
    return act->trigger_first >= end ? act->trigger_first - end : 0;
}

#endif
