/* agreement_card.h - an agreement with all that the record's documents say of
 * it. */
#ifndef AHD_ENGINE_AGREEMENT_CARD_H
#define AHD_ENGINE_AGREEMENT_CARD_H

#include "kb/kb.h"
#include "store/store.h"

/* The card of agreement `id`, of the registry or discovered, into `out`. A
 * discovery that is told as another entry is that entry. `store` may be NULL:
 * the registry alone then. */
AHD_MUST_USE ahd_status ahd_agreement_card(ahd_store *store, ahd_str id,
                                           ahd_buf *out, bool *found,
                                           ahd_error *error);

#endif
