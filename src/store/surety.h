/* surety.h - how sure an act must be that a search asks for.
 *
 *     " AND " AHD_SURE_SQL("a", AHD_SURE_LIKELY)     of acts `a`
 *
 * What somebody reviewed is surer than any confidence. */
#ifndef AHD_STORE_SURETY_H
#define AHD_STORE_SURETY_H

#include "base/str.h"

#define AHD_SURE_LIKELY "0.6"
#define AHD_SURE_SURE "0.8"
#define AHD_SURE_SQL(acts, least)                                              \
    "(" acts ".confidence >= " least " OR " acts ".review IS NOT NULL)"

/* The condition on acts `a` by its word, which engine/find.c has checked. */
static inline const char *ahd_sure_condition(ahd_str word)
{
    return ahd_str_eq(word, AHD_STR("sure"))
               ? " AND " AHD_SURE_SQL("a", AHD_SURE_SURE)
               : " AND " AHD_SURE_SQL("a", AHD_SURE_LIKELY);
}

#endif
