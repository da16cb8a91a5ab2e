/* alias.h - ids that people said are one, and which of them stands for all.
 *
 *     3 "~p-flnflnn" is "ly-haftar"     5 "ly-haftar" is "ly-hftr"
 *       -> "~p-flnflnn" is told as "ly-haftar", "ly-hftr" too
 *     7 they are not                    -> all as they were
 *
 * Of two ids the newest word counts. What a registry has stands before what
 * only a page has (~…, found:…); else what was named first. */
#ifndef AHD_REVIEWS_ALIAS_H
#define AHD_REVIEWS_ALIAS_H

#include "base/map.h"
#include "base/vec.h"

/* That `one` and `other` are the same thing, or (joins false) are not. */
typedef struct ahd_joined {
    ahd_str what, one, other; /* what: "actor" or "agreement" */
    bool joins;
} ahd_joined;

/* `id` is told as `stands`. */
typedef struct ahd_alias {
    ahd_str what, id, stands;
} ahd_alias;

typedef AHD_VEC(ahd_alias) ahd_aliases;

/* Of what people said, the oldest first. */
ahd_aliases ahd_alias_make(const ahd_joined *joined, uint32_t count,
                           ahd_arena *arena);

/* Where the aliases, which are in order of id, begin by id. */
ahd_map ahd_alias_index(const ahd_aliases *aliases, ahd_arena *arena);

/* A value (label.h) with ids told as what stands for them. */
ahd_str ahd_alias_value(const ahd_aliases *aliases, const ahd_map *index,
                        ahd_str what, ahd_str value, ahd_arena *arena);

#endif
