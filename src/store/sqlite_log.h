/* sqlite_log.h - the log beside the rows it tells of.
 *
 *     BEGIN; insert a page; ahd_sqlite_log_row(store, AHD_LOG_PAGE, page);
 *     ahd_sqlite_log_flush(store); COMMIT
 *
 * A row is told as one line of JSON, its columns by their names and without
 * those that are NULL, so that a column added later changes no line. */
#ifndef AHD_STORE_SQLITE_LOG_H
#define AHD_STORE_SQLITE_LOG_H

#include "store/sqlite.h"

typedef enum ahd_log_kind {
    AHD_LOG_PAGE,
    AHD_LOG_CAPTURE,
    AHD_LOG_REVIEW, /* its rows are the business of another file */
    AHD_LOG_KINDS
} ahd_log_kind;

/* The row with this number, which was put just now. */
AHD_MUST_USE ahd_status ahd_sqlite_log_row(ahd_store *store, ahd_log_kind kind,
                                           int64_t number, ahd_error *error);

/* The reading of a page, whose rows were put just now. */
AHD_MUST_USE ahd_status ahd_sqlite_log_reading(ahd_store *store, int64_t page,
                                               ahd_str json, ahd_error *error);

/* The frontier into the transaction; and what was not committed forgotten. */
AHD_MUST_USE ahd_status ahd_sqlite_log_flush(ahd_store *store,
                                             ahd_error *error);
void ahd_sqlite_log_forget(ahd_store *store);

/* A record without a log gets one, which tells what is there already. */
AHD_MUST_USE ahd_status ahd_sqlite_log_begin(ahd_store *store,
                                             ahd_error *error);

#endif
