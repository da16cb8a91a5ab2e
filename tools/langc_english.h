/* langc_english.h - the sections of English. */
#ifndef AHD_LANGC_ENGLISH_H
#define AHD_LANGC_ENGLISH_H

#include "langc.h"

/* The words: data/lang/en, WordNet; for lang/english.h. */
ahd_str langc_english_make(langc *l);

/* The weights: models/english; for lang/english_weights.h. */
ahd_str langc_english_weights(langc *l);

#endif
