/* office.h - an office as a text states it: role and whose.
 *
 *     "وزير الداخلية في حكومة الوفاق"  minister of the interior, of the
 *                                      interior ministry of that government
 *     "رئيس الوزراء ووزير الخارجية القطري"  two roles of one holder
 *     "the spokesman of the army", "Qatari Foreign Minister"
 */
#ifndef AHD_NAMES_OFFICE_H
#define AHD_NAMES_OFFICE_H

#include "names/cursor.h"

typedef struct ahd_office {
    uint32_t first, end; /* tokens */
    uint16_t pro;        /* of the first token */
    bool definite;       /* the role has its article or a complement */
    bool former;         /* "the former minister" */
    bool alone;          /* neither country nor organisation is said */
    bool of_unknown;     /* of one that the kb does not know */
    uint32_t role;       /* kb role */
    uint32_t of;         /* kb actor, or AHD_NONE */
    uint32_t other_of;   /* of the actors it may be of, the next likely */
} ahd_office;

/* The office that starts at `token` and ends by `limit`. */
bool ahd_office_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                     uint16_t pro, ahd_office *out);

/* The role that starts at `token`, not always the longest: «رئيس لجنة» with
 * more to come is «رئيس» of a committee. */
const ahd_hit *ahd_office_role(const ahd_reader *r, uint32_t token,
                               uint16_t pro);

/* Do the words say that it is held no more? */
bool ahd_office_is_former(const ahd_reader *r, uint32_t first, uint32_t end);

/* «آنذاك», "at the time", at `end` of an office. */
bool ahd_office_is_past(const ahd_reader *r, uint32_t end);

/* «في عام 1945», near the token: long before the document's day. */
bool ahd_office_is_history(const ahd_reader *r, uint32_t token);

/* Is the post the office? The same role, or one of its kind and portfolio,
 * of the same institution or of one above or below it. */
bool ahd_office_is_post(const ahd_reader *r, const ahd_office *office,
                        const ahd_post *post);

/* Does the office alone tell that the post's holder is meant? Of «وزير
 * الخارجية القطري» yes, of «مسؤول قطري» no: many are. */
bool ahd_office_tells(const ahd_reader *r, const ahd_office *office,
                      const ahd_post *post);

/* Not just any: no «متحدث باسم», «وزير دفاع قطري», "a spokesman", nor an envoy
 * to another body than the one his office is known for. */
bool ahd_office_is_definite(const ahd_reader *r, uint32_t first, uint32_t end);

/* The actor below `whole` that holds the role's portfolio (the interior
 * ministry of a government), else `whole`. */
uint32_t ahd_office_seat(const ahd_reader *r, uint32_t role, uint32_t whole);

#endif
