/* sqlite_tokens.h - the index's tokenizer, `ahd`, made known to a connection.
 *
 *     CREATE VIRTUAL TABLE ... USING fts5(..., tokenize = 'ahd') */
#ifndef AHD_STORE_SQLITE_TOKENS_H
#define AHD_STORE_SQLITE_TOKENS_H

#include "store/sqlite.h"

/* Before any statement that touches the index is prepared. */
AHD_MUST_USE ahd_status ahd_sqlite_tokens_add(ahd_store *store,
                                              ahd_error *error);

#endif
