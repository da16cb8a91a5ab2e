/* kbc_emit.h - which phrases a row of each table adds. */
#ifndef AHD_KBC_EMIT_H
#define AHD_KBC_EMIT_H

#include "kbc.h"

typedef void kbc_emit(kbc *k, const kbc_table *t, const kbc_line *line,
                      uint32_t row);

kbc_emit kbc_emit_actor, kbc_emit_name, kbc_emit_demonym, kbc_emit_role,
    kbc_emit_title, kbc_emit_head, kbc_emit_place, kbc_emit_agreement,
    kbc_emit_agreement_name, kbc_emit_topic, kbc_emit_commitment,
    kbc_emit_agreement_noun, kbc_emit_verb, kbc_emit_class, kbc_emit_cue,
    kbc_emit_medium, kbc_emit_time, kbc_emit_number, kbc_emit_rule,
    kbc_emit_event, kbc_emit_event_word, kbc_emit_signature_word;

#endif
