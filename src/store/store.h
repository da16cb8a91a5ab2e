/* store.h - the record on disk: evidence that stays, analysis that is rebuilt.
 *
 *     ahd_store_open("ahd.db", true, &store, &error);
 *     ahd_store_begin(store, &error);
 *     ahd_store_keep(store, &sighting, &page, &is_new, &error);
 *     ahd_store_write(store, page, entry, &error);
 *     ahd_store_commit(store, &error);      now it survives a crash
 *
 * Evidence: pages (bytes, once, by SHA-256) and captures (each sighting).
 * Analysis: documents, acts, actors and agreements of acts, found agreements.
 * Which database keeps them is known to the .c files only. One thread at a
 * time; a function given to a listing may start another listing. */
#ifndef AHD_STORE_STORE_H
#define AHD_STORE_STORE_H

#include "ahd.h"
#include "doc/page_in.h"
#include "store/entry.h"

typedef struct ahd_store ahd_store;

/* With `write` it is created or brought to this version's shape. */
AHD_MUST_USE ahd_status ahd_store_open(const char *path, bool write,
                                       ahd_store **out, ahd_error *error);
void ahd_store_close(ahd_store *store); /* what is not committed is undone */

AHD_MUST_USE ahd_status ahd_store_begin(ahd_store *store, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_commit(ahd_store *store, ahd_error *error);
void ahd_store_undo(ahd_store *store);

/* ------------------------------------------------------------- evidence */

/* A page where it was seen. `seen_at` is empty when it is now; `headers` are
 * those of HTTP that came with it, and mark that `url` is where it was fetched
 * and not what the page says of itself. */
typedef struct ahd_sighting {
    ahd_str sha256, bytes, url, path, seen_at, headers;
    size_t line;
    ahd_format format;
} ahd_sighting;

/* Keeps the bytes when they are new, and the sighting in any case. `page` is
 * the number the page has in this record. */
AHD_MUST_USE ahd_status ahd_store_keep(ahd_store *store,
                                       const ahd_sighting *seen, int64_t *page,
                                       bool *is_new, ahd_error *error);

/* The first kept page with a number above `after`, as it was first seen; *page
 * is 0 when there is none. Strings are valid until the next call. */
AHD_MUST_USE ahd_status ahd_store_next(ahd_store *store, int64_t after,
                                       int64_t *page, ahd_sighting *seen,
                                       ahd_error *error);

/* ------------------------------------------------------------- analysis */

/* Replaces what was understood of the page. */
AHD_MUST_USE ahd_status ahd_store_write(ahd_store *store, int64_t page,
                                        const ahd_entry *entry,
                                        ahd_error *error);

AHD_MUST_USE ahd_status ahd_store_documents(ahd_store *store,
                                            const ahd_filter *filter,
                                            ahd_document_fn *each,
                                            void *context, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_acts(ahd_store *store,
                                       const ahd_filter *filter,
                                       ahd_act_fn *each, void *context,
                                       ahd_error *error);

/* Agreements and actors that acts name, most acts first. A row has its id and
 * counts, a found agreement also what it is; the registry knows the rest. */
AHD_MUST_USE ahd_status ahd_store_agreements(ahd_store *store,
                                             ahd_agreement_fn *each,
                                             void *context, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_actors(ahd_store *store, ahd_actor_fn *each,
                                         void *context, ahd_error *error);

/* The JSON kept under `id`, added to `out`; *found is false when none is. A
 * document is found by its id or by the hash of its page. */
AHD_MUST_USE ahd_status ahd_store_document(ahd_store *store, ahd_str id,
                                           ahd_buf *out, bool *found,
                                           ahd_error *error);
/* The JSON kept for page number `page`. *found with nothing in `out`: it is
 * damaged. What ahd_store_next gave stays valid. */
AHD_MUST_USE ahd_status ahd_store_reading(ahd_store *store, int64_t page,
                                          ahd_buf *out, bool *found,
                                          ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_found(ahd_store *store, ahd_str id,
                                        ahd_buf *out, bool *found,
                                        ahd_error *error);

#endif
