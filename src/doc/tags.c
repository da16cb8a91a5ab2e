#include "doc/tags.h"

const char *const ahd_tags_pos[AHD_POS_COUNT] = {
    [AHD_POS_X] = "X",         [AHD_POS_NOUN] = "NOUN",
    [AHD_POS_PROPN] = "PROPN", [AHD_POS_ADJ] = "ADJ",
    [AHD_POS_VERB] = "VERB",   [AHD_POS_AUX] = "AUX",
    [AHD_POS_ADV] = "ADV",     [AHD_POS_PRON] = "PRON",
    [AHD_POS_DET] = "DET",     [AHD_POS_NUM] = "NUM",
    [AHD_POS_ADP] = "ADP",     [AHD_POS_CCONJ] = "CCONJ",
    [AHD_POS_SCONJ] = "SCONJ", [AHD_POS_PART] = "PART",
    [AHD_POS_INTJ] = "INTJ",   [AHD_POS_PUNCT] = "PUNCT",
    [AHD_POS_SYM] = "SYM"};

const char *const ahd_tags_typing[] = {"dotless-ya",
                                       "dotted-alef",
                                       "ha",
                                       "no-hamza",
                                       "mixed",
                                       "persian-keys",
                                       "ascii-digits",
                                       "indic-digits",
                                       "persian-digits",
                                       "latin-marks",
                                       NULL};

#define FIELD(name) AHD_FEAT_##name, AHD_FEAT_BITS_##name
const ahd_tag ahd_tags_feats[] = {
    {"Aspect", FIELD(ASPECT), {"Perf", "Imp", "Impv"}},
    {"Case", FIELD(CASE), {"Nom", "Acc", "Gen"}},
    {"Definite", FIELD(STATE), {"Ind", "Def", "Cons"}},
    {"Degree", FIELD(DEGREE), {"Pos", "Cmp", "Sup"}},
    {"Form",
     FIELD(FORM),
     {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "q1", "q2"}},
    {"Gender", FIELD(GENDER), {"Masc", "Fem"}},
    {"Light", FIELD(LIGHT), {"Yes"}},
    {"Mood", FIELD(MOOD), {"Ind", "Sub", "Jus"}},
    {"Number", FIELD(NUMBER), {"Sing", "Dual", "Plur"}},
    {"Person", FIELD(PERSON), {"1", "2", "3"}},
    {"Polarity", FIELD(POLARITY), {"Neg"}},
    {"Tense", FIELD(TENSE), {"Past", "Pres", "Fut"}},
    {"VerbForm", FIELD(VERBAL), {"Fin", "Vnoun", "Part", "PassPart", "Inf"}},
    {"Voice", FIELD(VOICE), {"Act", "Pass"}},
    {0}};

const char *ahd_tags_value(const ahd_tag *tag, uint32_t feats)
{
    uint32_t value = feats >> tag->at & ((1u << tag->bits) - 1);
    uint32_t known = sizeof tag->values / sizeof *tag->values;

    return value > 0 && value <= known ? tag->values[value - 1] : NULL;
}

ahd_pos ahd_tags_find_pos(ahd_str name)
{
    for (int pos = 0; pos < AHD_POS_COUNT; pos++)
        if (ahd_str_is(name, ahd_tags_pos[pos]))
            return (ahd_pos)pos;
    return AHD_POS_X;
}

/* "Fem" of the field, in its place; 0 when it has no such value. */
static uint32_t value_bits(const ahd_tag *tag, ahd_str value)
{
    for (uint32_t i = 0; i < sizeof tag->values / sizeof *tag->values; i++)
        if (tag->values[i] && ahd_str_is(value, tag->values[i]))
            return (i + 1) << tag->at;
    return 0;
}

uint32_t ahd_tags_read_feats(ahd_str list)
{
    uint32_t feats = 0;

    while (list.len > 0) {
        ahd_str value = ahd_str_cut(&list, '|');
        ahd_str name = ahd_str_cut(&value, '=');
        for (const ahd_tag *tag = ahd_tags_feats; tag->name; tag++)
            if (ahd_str_is(name, tag->name))
                feats |= value_bits(tag, value);
    }
    return feats;
}
