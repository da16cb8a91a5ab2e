/* ledger.h - the lines of a log by what they tell of, to be held against rows.
 *
 *     ahd_ledger_add(ledger, AHD_STR("page"), AHD_STR("{\"page\":7,…}"));
 *     ahd_ledger_settle(ledger, …);
 *     ahd_ledger_claim(ledger, AHD_STR("page"), 7, body, &seq)  AHD_TOLD_SO
 *     ahd_ledger_rest(ledger, …)         lines whose row nobody showed
 *
 * A line is a kind and a body; the number of its row is the first value of the
 * body. Of a page, a capture, a review there is one line; of a reading the last
 * line counts; lines of other kinds tell of no row. 64 bytes a line. */
#ifndef AHD_AUDIT_LEDGER_H
#define AHD_AUDIT_LEDGER_H

#include "audit/merkle.h"

typedef struct ahd_ledger ahd_ledger;

typedef enum ahd_told {
    AHD_TOLD_SO,
    AHD_TOLD_OTHERWISE,
    AHD_TOLD_NOT,
} ahd_told;

ahd_ledger *ahd_ledger_new(void); /* NULL without memory */
void ahd_ledger_free(ahd_ledger *ledger);

/* What is hashed of a line: "kind body". */
ahd_hash ahd_ledger_hash(ahd_str kind, ahd_str body);

/* {"page":7,…} is of row 7; -1 when a body names none. */
int64_t ahd_ledger_row(ahd_str body);

/* The next line of the log; its hash. False without memory. */
bool ahd_ledger_add(ahd_ledger *ledger, ahd_str kind, ahd_str body,
                    ahd_hash *hash);

/* A line, by its place in the log (from 1), its kind and row. */
typedef void ahd_ledger_fn(void *context, uint64_t seq, ahd_str kind,
                           int64_t row);

/* After the last line. `twice` hears of second lines of one row. */
void ahd_ledger_settle(ahd_ledger *ledger, ahd_ledger_fn *twice, void *context);

/* A row as it is now: does the log tell it so? `seq` is the line's place, 0
 * when there is none. */
ahd_told ahd_ledger_claim(ahd_ledger *ledger, ahd_str kind, int64_t row,
                          ahd_str body, uint64_t *seq);

/* The lines that no claim was for. */
void ahd_ledger_rest(const ahd_ledger *ledger, ahd_ledger_fn *each,
                     void *context);

/* All lines' hashes so far, and the frontier over them. */
const ahd_frontier *ahd_ledger_frontier(const ahd_ledger *ledger);

#endif
