/* langc_automaton.h - the minimal automaton of sorted keys, with numbers.
 *
 * Built in one pass over sorted keys (Daciuk and others, 2000): when a key
 * leaves a path, its nodes are final, and each is written unless the same node
 * was written before. Two nodes are the same when their words are. */
#ifndef AHD_LANGC_AUTOMATON_H
#define AHD_LANGC_AUTOMATON_H

#include "langc_lexicon.h"

typedef AHD_VEC(uint32_t) langc_nodes;

/* Nodes as lang/lexicon.h lays them out, for the keys of `entries`, sorted,
 * repeats allowed. Returns the root. */
uint32_t langc_automaton(langc *l, const langc_entry *entries, uint32_t count,
                         langc_nodes *out);

#endif
