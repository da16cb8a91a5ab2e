/* langc_inflect.c - the endings of nouns and adjectives. */
#include "langc_inflect.h"

enum {
    ALEF = 0x627,
    ALEF_HAMZA = 0x623,
    HAMZA = 0x621,
    TA_MARBUTA = 0x629,
    TA = 0x62A,
    ALEF_MAQSURA = 0x649,
    YA = 0x64A,
};

static const uint8_t free_noun =
    AHD_TAKES_END | AHD_TAKES_ARTICLE | AHD_TAKES_PREP;
static const uint8_t pronouns = AHD_TAKES_PRONOUN | AHD_TAKES_YA;
static const uint32_t construct = AHD_FEAT_SET(STATE, AHD_CONSTRUCT);
static const uint32_t nominative = AHD_FEAT_SET(CASE, AHD_NOMINATIVE);

static void put(const langc_nominal *n, const langc_spelling *form,
                uint32_t feats, uint8_t takes)
{
    ahd_lexicon_tag tag = {
        .feats = feats, .pos = n->pos, .also = n->also, .takes = takes};

    langc_form(n->w, langc_letters(n->w->l->arena, form), n->lemma, tag);
}

static void put_joined(const langc_nominal *n, const langc_spelling *stem,
                       const char *ending, uint32_t feats, uint8_t takes)
{
    langc_spelling forms[LANGC_SPELLINGS];
    int count = langc_join(stem, ending, forms);

    for (int i = 0; i < count; i++)
        put(n, &forms[i], feats, takes);
}

/* قاضي: a last ya after kasra, that goes in قاضٍ and قاضون. */
static bool is_defective(const langc_spelling *s)
{
    return s->len > 2 && langc_last(s, -1) == YA &&
           langc_last_mark(s, -1) == 0 &&
           (langc_last_mark(s, -2) & LANGC_KASRA) != 0;
}

/* Does the accusative write its tanween on an alef? */
static bool takes_alef(const langc_spelling *s)
{
    uint32_t last = langc_last(s, -1);

    if (last == HAMZA)
        return langc_last(s, -2) != ALEF;
    return last != TA_MARBUTA && last != ALEF_MAQSURA && last != ALEF &&
           last != ALEF_HAMZA;
}

void langc_inflect_bare(const langc_nominal *n, const langc_spelling *s,
                        uint32_t feats)
{
    const uint32_t indefinite = AHD_FEAT_SET(STATE, AHD_INDEFINITE);
    langc_spelling forms[LANGC_SPELLINGS];
    int count = langc_before_pronoun(s, true, forms);

    put(n, s, feats, free_noun);
    for (int i = 0; i < count; i++)
        put(n, &forms[i], feats, AHD_TAKES_PREP | pronouns);
    if (takes_alef(s))
        put_joined(n, s, "ا",
                   feats | indefinite | AHD_FEAT_SET(CASE, AHD_ACCUSATIVE),
                   AHD_TAKES_END);
    if (is_defective(s)) {
        langc_spelling cut = *s;
        cut.len--;
        put(n, &cut, feats | indefinite, AHD_TAKES_END | AHD_TAKES_PREP);
    }
}

/* What ان and ات are put on: ة is ت or nothing, ى is ي. */
static langc_spelling long_stem(const langc_spelling *s, uint32_t ta)
{
    langc_spelling out = *s;

    if (langc_last(s, -1) == TA_MARBUTA) {
        out.letter[out.len - 1] = ta;
        out.len -= ta == 0;
        if (ta == 0 && langc_last(&out, -1) == ALEF)
            out.letter[out.len - 1] = YA; /* ملغاة, ملغيات */
    } else if (langc_last(s, -1) == ALEF_MAQSURA) {
        out.letter[out.len - 1] = YA;
    }
    return out;
}

void langc_inflect_dual(const langc_nominal *n, const langc_spelling *s,
                        uint32_t feats)
{
    langc_spelling stem = long_stem(s, TA);

    feats |= AHD_FEAT_SET(NUMBER, AHD_DUAL);
    put_joined(n, &stem, "ان", feats | nominative,
               AHD_TAKES_END | AHD_TAKES_ARTICLE);
    put_joined(n, &stem, "ين", feats, free_noun);
    put_joined(n, &stem, "ا", feats | nominative | construct,
               AHD_TAKES_END | pronouns);
    put_joined(n, &stem, "ي", feats | construct,
               AHD_TAKES_END | AHD_TAKES_PREP | AHD_TAKES_PRONOUN);
}

void langc_inflect_masculine(const langc_nominal *n, const langc_spelling *s)
{
    const uint32_t feats =
        AHD_FEAT_SET(NUMBER, AHD_PLURAL) | AHD_FEAT_SET(GENDER, AHD_MASCULINE);
    langc_spelling stem = *s;

    if (is_defective(s) || langc_last(s, -1) == ALEF_MAQSURA ||
        langc_last(s, -1) == TA_MARBUTA)
        stem.len--;
    put_joined(n, &stem, "ون", feats | nominative,
               AHD_TAKES_END | AHD_TAKES_ARTICLE);
    put_joined(n, &stem, "ين", feats, free_noun);
    put_joined(n, &stem, "و", feats | nominative | construct,
               AHD_TAKES_END | AHD_TAKES_PRONOUN);
    put_joined(n, &stem, "ي", feats | construct,
               AHD_TAKES_END | AHD_TAKES_PREP | AHD_TAKES_PRONOUN);
}

void langc_inflect_feminine(const langc_nominal *n, const langc_spelling *s)
{
    langc_spelling stem = long_stem(s, 0);

    put_joined(n, &stem, "ات",
               AHD_FEAT_SET(NUMBER, AHD_PLURAL) |
                   AHD_FEAT_SET(GENDER, AHD_FEMININE),
               free_noun | pronouns);
}

langc_spelling langc_inflect_ta(const langc_spelling *s)
{
    langc_spelling forms[LANGC_SPELLINGS], out = *s;

    if (langc_last(s, -1) == ALEF_MAQSURA) {
        out.letter[out.len - 1] = ALEF;
        langc_push(&out, TA_MARBUTA, 0);
        return out;
    }
    langc_join(s, "ة", forms);
    return forms[0];
}

void langc_inflect_adjective(const langc_nominal *n, const langc_spelling *s)
{
    const uint32_t he = AHD_FEAT_SET(GENDER, AHD_MASCULINE);
    const uint32_t she = AHD_FEAT_SET(GENDER, AHD_FEMININE);
    const uint32_t one = AHD_FEAT_SET(NUMBER, AHD_SINGULAR);
    langc_spelling ta = langc_inflect_ta(s);

    langc_inflect_bare(n, s, he | one);
    langc_inflect_bare(n, &ta, she | one);
    langc_inflect_dual(n, s, he);
    langc_inflect_dual(n, &ta, she);
    langc_inflect_feminine(n, &ta);
}
