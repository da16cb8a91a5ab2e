/* sqlite_counts.h - what settling counted, and the same counted now.
 *
 *     ahd_sqlite_counted(store, &counted, &error);
 *     counted ? "… FROM agreement_days"
 *             : "… FROM (" AHD_SQLITE_DAYS("g.agreement = ?1") ")"
 *
 * Part of the store on SQLite. */
#ifndef AHD_STORE_SQLITE_COUNTS_H
#define AHD_STORE_SQLITE_COUNTS_H

#include "store/sqlite.h"

/* Is what settling counted to be told? Otherwise it is to be counted. */
AHD_MUST_USE ahd_status ahd_sqlite_counted(ahd_store *store, bool *counted,
                                           ahd_error *error);

/* One act, however often it is told; its occurrence `o` is joined. */
#define AHD_SQLITE_ONCE(x)                                                     \
    "coalesce(o.occurrence, -(" x ".page << 16) - " x ".n)"
#define AHD_SQLITE_OCCURRENCE(x)                                               \
    " LEFT JOIN occurrence_acts o ON o.page = " x ".page AND o.n = " x ".n"

/* By agreement and day: acts, each on its first day, and how many of them are
 * claims; `told`: was one told of within a week of then, and not as of times
 * long gone? `which` chooses among act_agreements `g`. */
#define AHD_SQLITE_DAYS(which)                                                 \
    "SELECT agreement, day, count(*) AS acts,"                                 \
    " sum(act IN ('accuse', 'breach')) AS claims, max(told) AS told FROM"      \
    " (SELECT coalesce(m.entry, g.agreement) AS agreement, " AHD_SQLITE_ONCE(  \
        "g") " AS once, min(g.day) AS day, min(g.act) AS act,"                 \
             " max(coalesce(d.published <= date(g.day, '+7 days'), 0)) AS "    \
             "told"                                                            \
             " FROM act_agreements g LEFT JOIN merged_agreements m"            \
             " ON m.found = g.agreement JOIN documents d INDEXED BY "          \
             "documents_brief"                                                 \
             " ON d.page = g.page" AHD_SQLITE_OCCURRENCE(                      \
                 "g") " WHERE " which                                          \
                      " AND g.day < '9999' GROUP BY 1, 2) GROUP BY 1, 2"

#endif
