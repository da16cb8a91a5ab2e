/* whose.h - what an office is of, and what else is said of it.
 *
 *     «رئيس | لجنة الإنقاذ الأهلية»         a body, known or not
 *     «المتحدث | باسم الجيش | الليبي»       after a preposition; an adjective
 *     «محافظ | نينوى | السابق»              a place; that it is held no more
 *     «مبعوث الأمم المتحدة | إلى اليمن»     to whom he is sent */
#ifndef AHD_NAMES_WHOSE_H
#define AHD_NAMES_WHOSE_H

#include "names/office.h"

enum {                       /* of the role's last word */
       AHD_WHOSE_JOINED = 1, /* it may be in idafa with the next */
       AHD_WHOSE_OPEN = 2,   /* it is all of the role */
};

/* Reads on from out->end: moves it, sets of_unknown, former, other_of and, if
 * the text says it, `whole`. `ways`: AHD_WHOSE_*. */
void ahd_whose_read(const ahd_reader *r, uint32_t limit, unsigned ways,
                    ahd_office *out, uint32_t *whole);

/* What stands between all that and the name of the holder; of envoys, where
 * they are sent. Moves out->end. */
void ahd_whose_tail(const ahd_reader *r, uint32_t limit, ahd_office *out);

#endif
