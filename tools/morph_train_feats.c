/* morph_train_feats.c - features as the treebank has them, in CoNLL-U. */
#include "morph_train.h"

#define ALL(field) AHD_FEAT_SET(field, (1u << AHD_FEAT_BITS_##field) - 1)

/* What the treebank tells; the rest is of the lexicon alone. */
static const uint32_t told = ALL(ASPECT) | ALL(CASE) | ALL(STATE) |
                             ALL(GENDER) | ALL(MOOD) | ALL(NUMBER) |
                             ALL(PERSON) | ALL(POLARITY) | ALL(TENSE) |
                             ALL(VERBAL) | ALL(VOICE);

void feats_print(uint32_t all, uint32_t pos)
{
    bool any = false;

    all &= told;
    /* The treebank says of words that they are participles, of nothing else
     * verbal, and hardly ever of nouns. */
    if (pos == AHD_POS_NOUN || AHD_FEAT(all, VERBAL) != AHD_PARTICIPLE)
        all &= ~ALL(VERBAL);
    for (const ahd_tag *tag = ahd_tags_feats; tag->name; tag++) {
        const char *value = ahd_tags_value(tag, all);
        if (value == NULL)
            continue;
        printf("%s%s=%s", any ? "|" : "", tag->name, value);
        any = true;
    }
    if (!any)
        putchar('_');
}
