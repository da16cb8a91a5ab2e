/* store.h - the record on disk: evidence that stays, analysis that is rebuilt.
 *
 *     ahd_store_open("ahd.db", true, &store, &error);
 *     ahd_store_begin(store, &error);
 *     ahd_store_keep(store, &sighting, &kept, &error);
 *     ahd_store_write(store, kept.page, entry, &error);
 *     ahd_store_commit(store, &error);      now it survives a crash
 *
 * Evidence: pages (bytes, once, by SHA-256) and captures (each sighting).
 * Analysis: documents, acts, actors and agreements of acts, found agreements.
 * Log: a line for each page, capture and reading, and for what else is logged,
 * written in the transaction of the change; lines are only ever added.
 * Which database keeps them is known to the .c files only. One thread at a
 * time; a function given to a listing may start another listing. */
#ifndef AHD_STORE_STORE_H
#define AHD_STORE_STORE_H

#include "ahd.h"
#include "audit/merkle.h"
#include "doc/page_in.h"
#include "store/entry.h"

typedef struct ahd_store ahd_store;

/* With `write` it is created or brought to this version's shape. */
AHD_MUST_USE ahd_status ahd_store_open(const char *path, bool write,
                                       ahd_store **out, ahd_error *error);
void ahd_store_close(ahd_store *store); /* what is not committed is undone */

/* How long to wait for another writer; 5 seconds unless said. */
void ahd_store_patience(ahd_store *store, uint32_t milliseconds);

AHD_MUST_USE ahd_status ahd_store_begin(ahd_store *store, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_commit(ahd_store *store, ahd_error *error);
void ahd_store_undo(ahd_store *store);

/* Until ahd_store_undo, what is read is the record of this moment, whoever
 * writes meanwhile. */
AHD_MUST_USE ahd_status ahd_store_freeze(ahd_store *store, ahd_error *error);

/* ------------------------------------------------------------- evidence */

/* A page where it was seen. `seen_at` is empty when it is now; `headers` are
 * those of HTTP that came with it, and mark that `url` is where it was fetched
 * and not what the page says of itself. */
typedef struct ahd_sighting {
    ahd_str sha256, bytes, url, path, seen_at, headers;
    size_t line;
    ahd_format format;
} ahd_sighting;

/* What became of a sighting. One that its container tells as the record has it
 * already - of the same page, path, line, address and time - is no second one:
 * it was read again, as when an interrupted run is taken up. */
typedef struct ahd_kept {
    int64_t page;    /* the number the page has in this record */
    bool new_page;   /* the bytes are new */
    bool new_seen;   /* the sighting is */
    bool to_be_read; /* what is understood follows from this sighting */
} ahd_kept;

/* Keeps what is new of the bytes and the sighting. A page is understood as its
 * leading sighting has it, whichever came first: one with headers before one
 * without, then by time, address and place. */
AHD_MUST_USE ahd_status ahd_store_keep(ahd_store *store,
                                       const ahd_sighting *seen, ahd_kept *out,
                                       ahd_error *error);

/* Would keeping it leave what is understood of its page as it is? */
AHD_MUST_USE ahd_status ahd_store_knows(ahd_store *store,
                                        const ahd_sighting *seen, bool *known,
                                        ahd_error *error);

/* The first kept page with a number above `after`, as it is understood; *page
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
AHD_MUST_USE ahd_status ahd_store_actors_after(ahd_store *store,
                                               const ahd_filter *filter,
                                               ahd_actor_fn *each,
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

/* -------------------------------------------------------------- the log */

/* A line, within a transaction: a kind, and a body that is one line of JSON.
 * Where the body tells of a row of this record, its first value is the row's
 * number (audit/ledger.h). */
AHD_MUST_USE ahd_status ahd_store_log(ahd_store *store, ahd_str kind,
                                      ahd_str body, ahd_error *error);

/* The review of this number, which was put just now; and a page whose rows were
 * changed by it, as it stands now. */
AHD_MUST_USE ahd_status ahd_store_log_review(ahd_store *store, int64_t number,
                                             ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_log_reading(ahd_store *store, int64_t page,
                                              ahd_error *error);

/* What is needed of all lines to add the next. */
AHD_MUST_USE ahd_status ahd_store_frontier(ahd_store *store, ahd_frontier *out,
                                           ahd_error *error);

/* Strings are valid during the call; a status other than AHD_OK ends. */
typedef struct ahd_log_line {
    int64_t seq; /* from 1 */
    ahd_str kind, body;
    ahd_str leaf; /* the bytes of its hash */
} ahd_log_line;
typedef ahd_status ahd_line_fn(void *context, const ahd_log_line *line,
                               ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_lines(ahd_store *store, ahd_line_fn *each,
                                        void *context, ahd_error *error);

/* The body of line `seq` into `out`, emptied before; empty when there is no
 * such line. */
AHD_MUST_USE ahd_status ahd_store_line(ahd_store *store, int64_t seq,
                                       ahd_buf *out, ahd_error *error);

/* Every page, capture and review as the log should tell it, in order of kind
 * and number; and those of one page. */
typedef ahd_status ahd_row_fn(void *context, ahd_str kind, int64_t number,
                              ahd_str body, ahd_error *error);
AHD_MUST_USE ahd_status ahd_store_rows(ahd_store *store, ahd_row_fn *each,
                                       void *context, ahd_error *error);

AHD_MUST_USE ahd_status ahd_store_rows_of(ahd_store *store, int64_t page,
                                          ahd_row_fn *each, void *context,
                                          ahd_error *error);

/* The first page above `after` that a bundle wants; *page is 0 without one. */
AHD_MUST_USE ahd_status ahd_store_select(ahd_store *store,
                                         const ahd_bundle *wanted,
                                         int64_t after, int64_t *page,
                                         ahd_error *error);

/* All rows that were made of a page's reading, a line each, into `out`: what
 * the line of the reading hashes as `rows`. */
AHD_MUST_USE ahd_status ahd_store_understood(ahd_store *store, int64_t page,
                                             ahd_buf *out, ahd_error *error);

/* The reading of a page as the log should tell it, into `out`; `json` is what
 * ahd_store_reading gave. */
AHD_MUST_USE ahd_status ahd_store_tell_reading(ahd_store *store, int64_t page,
                                               ahd_str json, ahd_buf *out,
                                               ahd_error *error);

/* The rows that were made of a page's reading, a line each, into `out`: its
 * kind (document, act, actor, agreement) and those columns that the JSON tells
 * too (engine/backing.h). Nothing of a page that was reviewed. */
AHD_MUST_USE ahd_status ahd_store_evidence(ahd_store *store, int64_t page,
                                           ahd_buf *out, ahd_error *error);

/* Rows that belong to a row that is not there, or to the wrong one. */
typedef void ahd_orphan_fn(void *context, ahd_str table, int64_t row);
AHD_MUST_USE ahd_status ahd_store_orphans(ahd_store *store, ahd_orphan_fn *each,
                                          void *context, ahd_error *error);

#endif
