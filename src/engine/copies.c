/* copies.c - a record copied while it is used, and told as text. */
#include "engine/record.h"
#include "store/copy.h"

/* NOLINTNEXTLINE(readability-function-size): what ahd.h gives it. */
ahd_status ahd_record_backup(ahd_record *record, const char *path, bool force,
                             const ahd_copying *progress, ahd_error *error)
{
    return ahd_store_backup(record->store, path, force, progress, error);
}

ahd_status ahd_record_export(ahd_record *record, ahd_dump_fn *each,
                             void *context, ahd_error *error)
{
    return ahd_store_export(record->store, each, context, error);
}
