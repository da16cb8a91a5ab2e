/* copy.h - a whole record out of a store: as a second file, and as text.
 *
 * Both see the record as it is when they begin; a writer may go on. Part of
 * store.h. */
#ifndef AHD_STORE_COPY_H
#define AHD_STORE_COPY_H

#include "store/store.h"

/* A copy of the record in a new file `path`, which is there whole or not at
 * all. With `force` a file of that name is replaced. `tick` may be NULL. */
AHD_MUST_USE ahd_status ahd_store_backup(ahd_store *store, const char *path,
                                         bool force,
                                         const ahd_copying *progress,
                                         ahd_error *error);

/* The canonical dump (ahd_record_export). */
AHD_MUST_USE ahd_status ahd_store_export(ahd_store *store, ahd_dump_fn *each,
                                         void *context, ahd_error *error);

#endif
