/* review_check.h - is what a person wrote a value that a field can have?
 *
 *     source, "ly-gna,text:local fighters"  ->  "ly-gna | text:local fighters"
 *     source, "ly-gan"   ->  there is no actor 'ly-gan'; did you mean ly-gna?
 *
 * Ids are those of the registry, of discovered agreements of the record, and
 * provisional ones (~p-…). Who has no id is written text:WORDS. */
#ifndef AHD_ENGINE_REVIEW_CHECK_H
#define AHD_ENGINE_REVIEW_CHECK_H

#include "kb/kb.h"
#include "reviews/label.h"
#include "store/store.h"

typedef struct ahd_review_checker {
    const ahd_kb *kb;
    ahd_store *store;
    ahd_arena *arena;
} ahd_review_checker;

typedef enum ahd_review_kind {
    AHD_REVIEW_ACTOR,
    AHD_REVIEW_AGREEMENT,
    AHD_REVIEW_PLACE,
} ahd_review_kind;

AHD_MUST_USE ahd_status ahd_review_check_id(const ahd_review_checker *c,
                                            ahd_review_kind kind, ahd_str id,
                                            ahd_error *error);

/* `text` as the value of `field`, into labels; a commitment is looked for in
 * the agreements that `labels` has. */
AHD_MUST_USE ahd_status ahd_review_check_set(const ahd_review_checker *c,
                                             ahd_label field, ahd_str text,
                                             ahd_labels *labels,
                                             ahd_error *error);

/* What two agreements are to each other: "implements". */
bool ahd_review_check_is_relation(const ahd_kb *kb, ahd_str role);

/* One of the words, which end with NULL; `what` is what they are. */
AHD_MUST_USE ahd_status ahd_review_check_word(const char *what,
                                              const char *const *words,
                                              ahd_str word, ahd_error *error);

#endif
