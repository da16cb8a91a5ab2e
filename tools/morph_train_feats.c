/* morph_train_feats.c - features between CoNLL-U and AHD_FEATS. */
#include "morph_train.h"

typedef struct feat {
    const char *name, *value;
    uint32_t mask, bits;
} feat;

#define FEAT(name, value, FIELD, number)                                       \
    {                                                                          \
        name, value, ((1u << AHD_FEAT_BITS_##FIELD) - 1) << AHD_FEAT_##FIELD,  \
            AHD_FEAT_SET(FIELD, number)                                        \
    }

/* In the order in which CoNLL-U wants them. */
static const feat feats[] = {
    FEAT("Aspect", "Perf", ASPECT, AHD_PERFECT),
    FEAT("Aspect", "Imp", ASPECT, AHD_IMPERFECT),
    FEAT("Case", "Nom", CASE, AHD_NOMINATIVE),
    FEAT("Case", "Acc", CASE, AHD_ACCUSATIVE),
    FEAT("Case", "Gen", CASE, AHD_GENITIVE),
    FEAT("Definite", "Ind", STATE, AHD_INDEFINITE),
    FEAT("Definite", "Def", STATE, AHD_DEFINITE),
    FEAT("Gender", "Masc", GENDER, AHD_MASCULINE),
    FEAT("Gender", "Fem", GENDER, AHD_FEMININE),
    FEAT("Mood", "Ind", MOOD, AHD_INDICATIVE),
    FEAT("Mood", "Sub", MOOD, AHD_SUBJUNCTIVE),
    FEAT("Mood", "Jus", MOOD, AHD_JUSSIVE),
    FEAT("Number", "Sing", NUMBER, AHD_SINGULAR),
    FEAT("Number", "Dual", NUMBER, AHD_DUAL),
    FEAT("Number", "Plur", NUMBER, AHD_PLURAL),
    FEAT("Person", "1", PERSON, 1),
    FEAT("Person", "2", PERSON, 2),
    FEAT("Person", "3", PERSON, 3),
    FEAT("Polarity", "Neg", POLARITY, 1),
    FEAT("Tense", "Past", TENSE, AHD_PAST),
    FEAT("Tense", "Pres", TENSE, AHD_PRESENT),
    FEAT("Tense", "Fut", TENSE, AHD_FUTURE),
    FEAT("VerbForm", "Part", VERBAL, AHD_PARTICIPLE),
    FEAT("Voice", "Act", VOICE, AHD_ACTIVE),
    FEAT("Voice", "Pass", VOICE, AHD_PASSIVE),
};

enum { FEATS = sizeof feats / sizeof *feats };

static uint32_t read_one(ahd_str pair)
{
    ahd_str name = ahd_str_cut(&pair, '=');

    for (int i = 0; i < FEATS; i++)
        if (ahd_str_eq(name, ahd_str_from(feats[i].name)) &&
            ahd_str_eq(pair, ahd_str_from(feats[i].value)))
            return feats[i].bits;
    return 0;
}

uint32_t feats_read(ahd_str text, uint32_t pos)
{
    uint32_t all = 0;

    (void)pos;
    while (text.len > 0)
        all |= read_one(ahd_str_cut(&text, '|'));
    return all;
}

void feats_print(uint32_t all, uint32_t pos)
{
    bool any = false;

    /* The treebank calls adjectives participles, nouns hardly ever. */
    if (pos == AHD_POS_NOUN)
        all &= ~AHD_FEAT_SET(VERBAL, (1u << AHD_FEAT_BITS_VERBAL) - 1);
    for (int i = 0; i < FEATS; i++) {
        if ((all & feats[i].mask) != feats[i].bits)
            continue;
        printf("%s%s=%s", any ? "|" : "", feats[i].name, feats[i].value);
        any = true;
    }
    if (!any)
        putchar('_');
}
