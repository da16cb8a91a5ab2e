/* audit.h - a record against its log, and the log against a head that was kept
 * outside.
 *
 *     ahd_audit_begin(&audit, store, outside, hooks, &error);   log and rows
 *     ahd_audit_reading(&audit, page, json, &error);            each reading
 *     ahd_audit_end(&audit, &error);                  what nobody asked for
 *     ahd_audit_finish(&audit);
 *
 * Whatever does not fit is told to hooks->fault, with its place and the cure;
 * a status other than AHD_OK says that it could not be looked at. */
#ifndef AHD_ENGINE_AUDIT_H
#define AHD_ENGINE_AUDIT_H

#include "ahd.h"
#include "audit/ledger.h"
#include "audit/log_head.h"
#include "kb/kb.h"
#include "store/store.h"

typedef struct ahd_audit {
    ahd_store *store;
    const ahd_verify_hooks *hooks;
    ahd_ledger *ledger;
    ahd_log_head head; /* kept outside; of size 0 when there is none */
    bool has_head;
    ahd_hash then; /* the root when the log was as long as the head says */
    int64_t last;  /* line of the log */
    ahd_buf body, line;
    ahd_status status; /* of a fault that was told */
    uint64_t faults;   /* that were told */
    ahd_error *error;
} ahd_audit;

/* Finish it also when this fails. */
AHD_MUST_USE ahd_status ahd_audit_begin(ahd_audit *audit, ahd_store *store,
                                        const ahd_outside *outside,
                                        const ahd_verify_hooks *hooks,
                                        ahd_error *error);
/* `json` is empty when it is lost or damaged, which others tell. */
AHD_MUST_USE ahd_status ahd_audit_reading(ahd_audit *audit, int64_t page,
                                          ahd_str json, ahd_error *error);
AHD_MUST_USE ahd_status ahd_audit_end(ahd_audit *audit, ahd_error *error);
/* What follows from all of it: found anew, and held against what is kept. */
AHD_MUST_USE ahd_status ahd_audit_settled(ahd_audit *audit, const ahd_kb *kb,
                                          ahd_error *error);
void ahd_audit_finish(ahd_audit *audit);

/* A head by itself: its signature, and by whose key. False with why not. */
bool ahd_audit_head_holds(const ahd_log_head *head, const char *signer,
                          const char **why);

#endif
