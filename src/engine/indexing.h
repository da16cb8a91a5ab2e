/* indexing.h - what is read goes into the index of words.
 *
 *     ahd_indexing_init(&indexing, kb);
 *     ahd_indexing_put(&indexing, store, page, doc, entry, &error);
 *     ahd_indexing_finish(&indexing);
 *
 * Articles are found by the words of their title and text; nothing else is. */
#ifndef AHD_ENGINE_INDEXING_H
#define AHD_ENGINE_INDEXING_H

#include "doc/doc.h"
#include "search/terms.h"
#include "store/store.h"

typedef struct ahd_indexing {
    ahd_terms terms;
    ahd_buf title, text;
} ahd_indexing;

/* False without memory. Finish in any case. */
bool ahd_indexing_init(ahd_indexing *indexing, const ahd_kb *kb);
void ahd_indexing_finish(ahd_indexing *indexing);

/* After ahd_store_write, in the same transaction. */
AHD_MUST_USE ahd_status ahd_indexing_put(ahd_indexing *indexing,
                                         ahd_store *store, int64_t page,
                                         const ahd_doc *doc,
                                         const ahd_entry *entry,
                                         ahd_error *error);

#endif
