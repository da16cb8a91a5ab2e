/* wording.h - every word the program says to people, in English and Arabic.
 *
 *     ahd_wording_get(AHD_AR, "nav.agreements")   → "الاتفاقات"
 *     ahd_wording_of(AHD_AR, "act", AHD_STR("accuse"))   → "اتّهم بالخرق"
 *
 * To add a word, add a row to wording.c, or to the table of its subject
 * (words.h); the test checks the order. */
#ifndef AHD_WEB_WORDING_H
#define AHD_WEB_WORDING_H

#include "base/str.h"

typedef enum ahd_tongue {
    AHD_AR,
    AHD_EN,
} ahd_tongue;

/* The words under `key`; "?" for a key that the table does not have. */
ahd_str ahd_wording_get(ahd_tongue tongue, const char *key);

/* The words for a value of the data, such as an act type; the value itself
 * when the table has none, for data may grow before this table does. */
ahd_str ahd_wording_of(ahd_tongue tongue, const char *group, ahd_str value);

/* What an error says (ahd_error.form) in another language than its own,
 * English;
 * "" in English, and when there are no words for it. */
ahd_str ahd_wording_said(ahd_tongue tongue, const char *form);

/* For tests: the row at `i` of each table of words; false past the end. */
typedef struct ahd_wording_row {
    const char *key, *en, *ar;
} ahd_wording_row;
bool ahd_wording_at(size_t words, size_t i, ahd_wording_row *out);

#endif
