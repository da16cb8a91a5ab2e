/* called.h - names that no registry has, by their beginning.
 *
 * Actors are provisional ones of the acts, agreements those that documents
 * told of. Letters count as they are written. Part of store.h. */
#ifndef AHD_STORE_CALLED_H
#define AHD_STORE_CALLED_H

#include "store/store.h"

/* `en` of an actor is its name in the text. False ends. */
typedef bool ahd_called_fn(void *context, ahd_str id, ahd_str ar, ahd_str en);

AHD_MUST_USE ahd_status ahd_store_called_actors(ahd_store *store, ahd_str text,
                                                int64_t most,
                                                ahd_called_fn *each,
                                                void *context,
                                                ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_called_agreements(ahd_store *store,
                                                    ahd_str text, int64_t most,
                                                    ahd_called_fn *each,
                                                    void *context,
                                                    ahd_error *error);

/* How many acts name an id, as counted when the record was settled. */
AHD_MUST_USE ahd_status ahd_store_called_acts(ahd_store *store, bool agreement,
                                              ahd_str id, int64_t *acts,
                                              ahd_error *error);

#endif
