/* find.h - a search: what is asked, checked; what was found, with its words.
 *
 *     {.query = اتفاق, .lang = "ar"}  ->  facets, then a row a document
 *
 * The store answers which documents; their texts are looked through once more
 * here, by the same terms, for the words to show. */
#ifndef AHD_ENGINE_FIND_H
#define AHD_ENGINE_FIND_H

#include "store/store.h"

/* What ahd_record_find does. */
AHD_MUST_USE ahd_status ahd_find_run(ahd_store *store, const ahd_find *what,
                                     const ahd_find_hooks *hooks,
                                     ahd_error *error);

#endif
