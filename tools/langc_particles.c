/* langc_particles.c - the closed classes: data/lang/ar/particles.tsv. */
#include "langc_lexicon.h"
#include "langc_spelling.h"

typedef struct named {
    const char *name;
    uint32_t value;
} named;

static const named parts[] = {
    {"NOUN", AHD_POS_NOUN},   {"PROPN", AHD_POS_PROPN},
    {"ADJ", AHD_POS_ADJ},     {"VERB", AHD_POS_VERB},
    {"AUX", AHD_POS_AUX},     {"ADV", AHD_POS_ADV},
    {"PRON", AHD_POS_PRON},   {"DET", AHD_POS_DET},
    {"NUM", AHD_POS_NUM},     {"ADP", AHD_POS_ADP},
    {"CCONJ", AHD_POS_CCONJ}, {"SCONJ", AHD_POS_SCONJ},
    {"PART", AHD_POS_PART},   {"INTJ", AHD_POS_INTJ},
    {"X", AHD_POS_X},         {NULL, 0},
};

static const named features[] = {
    {"_", 0},
    {"Polarity=Neg", 0},
    {"Gender=Masc", AHD_FEAT_SET(GENDER, AHD_MASCULINE)},
    {"Gender=Fem", AHD_FEAT_SET(GENDER, AHD_FEMININE)},
    {"Number=Sing", AHD_FEAT_SET(NUMBER, AHD_SINGULAR)},
    {"Number=Dual", AHD_FEAT_SET(NUMBER, AHD_DUAL)},
    {"Number=Plur", AHD_FEAT_SET(NUMBER, AHD_PLURAL)},
    {"Case=Nom", AHD_FEAT_SET(CASE, AHD_NOMINATIVE)},
    {"Case=Acc", AHD_FEAT_SET(CASE, AHD_ACCUSATIVE)},
    {"Case=Gen", AHD_FEAT_SET(CASE, AHD_GENITIVE)},
    {"Person=1", AHD_FEAT_SET(PERSON, 1)},
    {"Person=2", AHD_FEAT_SET(PERSON, 2)},
    {"Person=3", AHD_FEAT_SET(PERSON, 3)},
    {NULL, 0},
};

static const named *find(const named *names, ahd_str name)
{
    for (; names->name != NULL; names++)
        if (ahd_str_eq(ahd_str_from(names->name), name))
            return names;
    return NULL;
}

static uint32_t read_features(langc *l, const langc_line *line, ahd_str list)
{
    uint32_t feats = 0;

    while (list.len > 0) {
        ahd_str one = ahd_str_cut(&list, '|');
        const named *f = find(features, one);
        if (f == NULL)
            langc_error(l, line, "no feature %.*s", AHD_STR_ARG(one));
        else
            feats |= f->value;
    }
    return feats;
}

/* "wfblkd+pron=إلي": letters of the clitics before it, d for ال; pronouns, on
 * the stem after '='. */
static uint8_t read_takes(ahd_str letters)
{
    uint8_t takes = AHD_TAKES_END;

    for (size_t i = 0; i < letters.len && letters.ptr[i] != '+'; i++)
        switch (letters.ptr[i]) {
        case 'b':
        case 'l':
        case 'k':
            takes |= AHD_TAKES_PREP;
            break;
        case 'd':
            takes |= AHD_TAKES_ARTICLE;
            break;
        default:
            break;
        }
    return takes;
}

static void add_with_pronoun(langc_words *w, const langc_line *line,
                             ahd_lexicon_tag tag, uint32_t lemma)
{
    ahd_str takes = line->cells[4], form = line->cells[0];
    size_t at = ahd_str_find(takes, AHD_STR("+pron"));
    bool with_ni = tag.pos == AHD_POS_PART || tag.pos == AHD_POS_SCONJ;

    if (at == takes.len)
        return;
    if (at + 6 < takes.len)
        form = (ahd_str){takes.ptr + at + 6, takes.len - at - 6};
    tag.takes = (tag.takes & AHD_TAKES_PREP) | AHD_TAKES_PRONOUN |
                AHD_TAKES_YA | (with_ni ? AHD_TAKES_NI : 0);
    langc_form(w, form, lemma, tag);
}

/* form, lemma, part of speech, features, takes */
static void add_particle(langc *l, const langc_line *line, void *user)
{
    const ahd_str *c = line->cells;
    const named *pos = find(parts, c[2]);
    langc_words *w = user;
    bool is_clitic = ahd_str_eq(c[4], AHD_STR("pro"));

    if (ahd_str_eq(c[0], AHD_STR("form")) || ahd_str_eq(c[4], AHD_STR("enc")))
        return;
    if (pos == NULL) {
        langc_error(l, line, "no part of speech %.*s", AHD_STR_ARG(c[2]));
        return;
    }
    ahd_lexicon_tag tag = {.feats = read_features(l, line, c[3]),
                           .pos = (uint8_t)pos->value,
                           .takes = read_takes(c[4])};
    /* لها: a preposition of one letter is the host of its pronoun. */
    if (is_clitic && pos->value == AHD_POS_ADP)
        tag.takes = AHD_TAKES_END | AHD_TAKES_PRONOUN | AHD_TAKES_YA;
    langc_form(w, c[0], langc_lemma(w, c[1], 0), tag);
    langc_spelling s = langc_spell(c[0]);
    langc_add_bare(w, langc_letters(l->arena, &s), false);
    add_with_pronoun(w, line, tag, langc_lemma(w, c[1], 0));
}

void langc_particles(langc_words *w)
{
    langc_rows(w->l, "data/lang/ar/particles.tsv", add_particle, w);
}
