/* english_weights.h - how the words of an English sentence are read together:
 * what tools/english_train learned (models/english).
 *
 * A word has clues, each of which is a row (a hash of what it says); a row adds
 * its lane to the score of each tag. `after` is what a tag gains behind two
 * others, `usual` by how usual the word has it. */
#ifndef AHD_LANG_ENGLISH_WEIGHTS_H
#define AHD_LANG_ENGLISH_WEIGHTS_H

#include "lang/lang.h"

enum {
    AHD_ENGLISH_LANES = 24, /* of tags, morph/english_forms.h */
    AHD_ENGLISH_ROW_BITS = 14,
    AHD_ENGLISH_AFTER = AHD_ENGLISH_LANES * AHD_ENGLISH_LANES,
    AHD_ENGLISH_USUAL = 16
};

typedef struct ahd_english_weights {
    int16_t after[AHD_ENGLISH_AFTER][AHD_ENGLISH_LANES]; /* [before * LANES +
                                                            last][tag] */
    int16_t usual[AHD_ENGLISH_USUAL][AHD_ENGLISH_LANES];
    int8_t rows[1 << AHD_ENGLISH_ROW_BITS][AHD_ENGLISH_LANES];
} ahd_english_weights;

/* The weights in `lang`; NULL when it was compiled without. */
static inline const ahd_english_weights *
ahd_english_weights_open(const ahd_lexica *lang)
{
    const ahd_lang_table *table = &lang->tables[AHD_LANG_ENGLISH_WEIGHTS];

    return table->bytes == sizeof(ahd_english_weights) ? table->rows : NULL;
}

#endif
