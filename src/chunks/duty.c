#include "chunks/duty.h"

/* By part of speech: what it is when nothing else is known, and where its
 * classes are looked up. */
static const struct sort {
    uint8_t kind, part;
    bool by_form; /* a particle is looked up as it stands */
} sorts[AHD_POS_COUNT] = {
    [AHD_POS_X] = {AHD_DUTY_NOUN, AHD_GRAMMAR_NOUN, true},
    [AHD_POS_NOUN] = {AHD_DUTY_NOUN, AHD_GRAMMAR_NOUN, false},
    [AHD_POS_PROPN] = {AHD_DUTY_NOUN, AHD_GRAMMAR_NOUN, false},
    [AHD_POS_ADJ] = {AHD_DUTY_ADJECTIVE, AHD_GRAMMAR_NOUN, false},
    [AHD_POS_VERB] = {AHD_DUTY_VERB, AHD_GRAMMAR_VERB, false},
    [AHD_POS_AUX] = {AHD_DUTY_VERB, AHD_GRAMMAR_VERB, false},
    [AHD_POS_ADV] = {AHD_DUTY_ADVERB, AHD_GRAMMAR_WORD, true},
    [AHD_POS_PRON] = {AHD_DUTY_PRONOUN, AHD_GRAMMAR_WORD, true},
    [AHD_POS_DET] = {AHD_DUTY_DETERMINER, AHD_GRAMMAR_WORD, true},
    [AHD_POS_NUM] = {AHD_DUTY_NUMBER, AHD_GRAMMAR_NOUN, false},
    [AHD_POS_ADP] = {AHD_DUTY_PREPOSITION, AHD_GRAMMAR_WORD, true},
    [AHD_POS_CCONJ] = {AHD_DUTY_AND, AHD_GRAMMAR_WORD, true},
    [AHD_POS_SCONJ] = {AHD_DUTY_MARK, AHD_GRAMMAR_WORD, true},
    [AHD_POS_PART] = {AHD_DUTY_OTHER, AHD_GRAMMAR_WORD, true},
    [AHD_POS_INTJ] = {AHD_DUTY_OTHER, AHD_GRAMMAR_WORD, true},
    [AHD_POS_PUNCT] = {AHD_DUTY_PUNCT, AHD_GRAMMAR_WORD, true},
    [AHD_POS_SYM] = {AHD_DUTY_NUMBER, AHD_GRAMMAR_WORD, true},
};

/* A word of these classes with this part of speech is that. */
static const struct better {
    uint32_t poses, classes;
    uint8_t kind;
} betters[] = {
    {1u << AHD_POS_PART | 1u << AHD_POS_ADP | 1u << AHD_POS_CCONJ |
         1u << AHD_POS_SCONJ,
     AHD_GRAMMAR_THAT | AHD_GRAMMAR_BUT, AHD_DUTY_MARK},
    {1u << AHD_POS_PART | 1u << AHD_POS_SCONJ | 1u << AHD_POS_ADV |
         1u << AHD_POS_PRON,
     AHD_GRAMMAR_CLAUSE, AHD_DUTY_MARK},
    {1u << AHD_POS_PRON, AHD_GRAMMAR_RELATIVE, AHD_DUTY_MARK},
    {1u << AHD_POS_PART | 1u << AHD_POS_ADP | 1u << AHD_POS_SCONJ,
     AHD_GRAMMAR_AND, AHD_DUTY_AND},
    {1u << AHD_POS_PART | 1u << AHD_POS_ADV,
     AHD_GRAMMAR_NEGATION | AHD_GRAMMAR_TENSE | AHD_GRAMMAR_TO,
     AHD_DUTY_PARTICLE},
    {1u << AHD_POS_ADV | 1u << AHD_POS_DET, AHD_GRAMMAR_TIME, AHD_DUTY_NOUN},
    {1u << AHD_POS_ADJ | 1u << AHD_POS_AUX, AHD_GRAMMAR_DAY, AHD_DUTY_NOUN},
    {1u << AHD_POS_NOUN | 1u << AHD_POS_PROPN | 1u << AHD_POS_X |
         1u << AHD_POS_ADJ,
     AHD_GRAMMAR_THAT, AHD_DUTY_MARK},
};

enum { TIMES = AHD_GRAMMAR_TIME | AHD_GRAMMAR_DAY };

static bool is_arabic_letter(ahd_str s)
{
    return s.len > 1 && ((unsigned char)s.ptr[0] & 0xFC) == 0xD8;
}

/* «الاتفاق», and «لاتفاق» of لاتفاق = ل + لاتفاق, where the article has lost
 * its alef; morph says so then. */
static bool has_article(const ahd_segment *s, ahd_str form)
{
    return AHD_FEAT(s->feats, ARTICLE) ||
           (form.len > 6 && ahd_str_starts(form, AHD_STR("ال")) &&
            s->pos != AHD_POS_VERB);
}

/* Without the vowel signs at its end. */
static ahd_str unmarked(ahd_str s)
{
    while (s.len > 2 && (unsigned char)s.ptr[s.len - 2] == 0xD9 &&
           (unsigned char)s.ptr[s.len - 1] >= 0x8B &&
           (unsigned char)s.ptr[s.len - 1] <= 0x92)
        s.len -= 2;
    return s;
}

static bool ends_in_alef(ahd_str s)
{
    return ahd_str_ends(s, AHD_STR("ا")) || ahd_str_ends(s, AHD_STR("ى"));
}

static bool is_accusative(const ahd_segment *s, ahd_str form)
{
    /* «اتفاقا»: an alef that the lemma has not. */
    if ((s->pos == AHD_POS_NOUN || s->pos == AHD_POS_ADJ ||
         s->pos == AHD_POS_NUM || s->pos == AHD_POS_ADV) &&
        ahd_str_ends(form, AHD_STR("ا")) && !ends_in_alef(unmarked(s->lemma)) &&
        s->lemma.len > 4 && AHD_FEAT(s->feats, NUMBER) <= AHD_SINGULAR)
        return true;
    return ahd_str_ends(form, AHD_STR("\xD9\x8B")) ||
           ahd_str_ends(form, AHD_STR("\xD9\x8B\xD8\xA7"));
}

static uint16_t punctuation(ahd_str form)
{
    static const struct sign {
        const char *text;
        uint8_t is;
    } signs[] = {
        {":", AHD_DUTY_COLON},  {"\"", AHD_DUTY_QUOTE}, {"«", AHD_DUTY_QUOTE},
        {"»", AHD_DUTY_QUOTE},  {"“", AHD_DUTY_QUOTE},  {"”", AHD_DUTY_QUOTE},
        {"'", AHD_DUTY_QUOTE},  {"‘", AHD_DUTY_QUOTE},  {"’", AHD_DUTY_QUOTE},
        {"''", AHD_DUTY_QUOTE}, {"``", AHD_DUTY_QUOTE}, {"-", 0}};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (ahd_str_is(form, signs[i].text))
            return signs[i].is;
    return AHD_DUTY_COMMA;
}

/* The endings of dual and plural show their case. */
static uint16_t case_of(const ahd_segment *s, ahd_str form)
{
    if (AHD_FEAT(s->feats, NUMBER) < AHD_DUAL ||
        (s->pos != AHD_POS_NOUN && s->pos != AHD_POS_ADJ))
        return 0;
    if (ahd_str_ends(form, AHD_STR("ين")))
        return AHD_DUTY_OBLIQUE;
    if (ahd_str_ends(form, AHD_STR("ون")) || ahd_str_ends(form, AHD_STR("ان")))
        return AHD_DUTY_NOMINATIVE;
    return 0;
}

/* «جنديان» is جندي and an ending, «قوانين» is not قان and one. */
static bool has_nun(const ahd_segment *s, ahd_str form)
{
    ahd_str stem = {form.ptr, form.len < 4 ? 0 : form.len - 4};

    if (ahd_str_ends(form, AHD_STR("ان")) &&
        AHD_FEAT(s->feats, NUMBER) != AHD_DUAL)
        return false;
    return ahd_grammar_key(AHD_GRAMMAR_NOUN, stem) ==
           ahd_grammar_key(AHD_GRAMMAR_NOUN, s->lemma);
}

static uint16_t features(const ahd_segment *s, ahd_str form, bool arabic)
{
    uint16_t is = arabic ? case_of(s, form) : 0;

    if (is != 0 && has_nun(s, form))
        is |= AHD_DUTY_NUN;
    if (s->kind == AHD_SEGMENT_ENCLITIC)
        is |= AHD_DUTY_ENCLITIC;
    if (s->pos == AHD_POS_PROPN && !s->common)
        is |= AHD_DUTY_NAME;
    if (arabic && has_article(s, form))
        is |= AHD_DUTY_ARTICLE;
    if (arabic && is_accusative(s, form))
        is |= AHD_DUTY_ACCUSATIVE;
    if (s->pos == AHD_POS_PART &&
        (ahd_str_eq(form, AHD_STR("'s")) || ahd_str_eq(form, AHD_STR("’s")) ||
         ahd_str_eq(form, AHD_STR("'")) || ahd_str_eq(form, AHD_STR("’"))))
        is |= AHD_DUTY_GENITIVE;
    return is;
}

static uint8_t kind_of(const ahd_segment *s, uint32_t classes, bool arabic)
{
    for (size_t i = 0; i < sizeof betters / sizeof *betters; i++)
        if (betters[i].poses >> s->pos & 1 && betters[i].classes & classes)
            return betters[i].kind;
    /* "after the talks" is a preposition, «حيث», «كما» never are. */
    if (arabic && s->pos == AHD_POS_ADP && classes & AHD_GRAMMAR_CLAUSE)
        return AHD_DUTY_MARK;
    return sorts[s->pos].kind;
}

/* «أحد المسؤولين», «اثنان» are no days of the week: «الأحد» is. */
static bool is_someone(ahd_duty duty, ahd_str lemma)
{
    static const char *const numbers[] = {"أَحَد", "أحد", "اِثنَان", "اثنان",
                                          "اثنين"};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (ahd_str_is(lemma, numbers[i]))
            return !(duty.is & AHD_DUTY_ARTICLE);
    return false;
}

ahd_duty ahd_duty_of(const ahd_lexica *lang, const ahd_doc *doc,
                     const ahd_segment *s)
{
    const struct sort *sort = &sorts[s->pos];
    ahd_str form = ahd_doc_words(doc, s->at);
    bool arabic = is_arabic_letter(form);
    ahd_duty duty = {0};
    uint64_t key;

    if (s->pos == AHD_POS_PUNCT)
        return (ahd_duty){0, 0, AHD_DUTY_PUNCT, punctuation(form)};
    key = ahd_grammar_key((ahd_grammar_part)sort->part,
                          sort->by_form || s->lemma.len == 0 ? form : s->lemma);
    duty.word = (uint32_t)key;
    duty.classes = ahd_grammar_classes(lang, key);
    /* "the plan that failed", "said that it failed"; «ما» */
    duty.classes &= s->pos == AHD_POS_PRON ? ~(uint32_t)AHD_GRAMMAR_THAT
                                           : ~(uint32_t)AHD_GRAMMAR_RELATIVE;
    if (arabic && form.len == 4 && sorts[s->pos].part == AHD_GRAMMAR_NOUN)
        duty.classes |=
            ahd_grammar_classes(lang, ahd_grammar_key(AHD_GRAMMAR_WORD, form)) &
            AHD_GRAMMAR_THAT;
    /* «أمس» looks like أمسى */
    if ((s->pos == AHD_POS_ADV && duty.classes == 0) ||
        (s->pos == AHD_POS_AUX && arabic))
        duty.classes |=
            ahd_grammar_classes(lang, ahd_grammar_key(AHD_GRAMMAR_NOUN, form)) &
            TIMES;
    duty.is = features(s, form, arabic);
    /* «الأمين العام» is no year */
    if (duty.classes & TIMES &&
        (is_someone(duty, s->lemma) ||
         (s->pos == AHD_POS_ADJ && !(duty.classes & AHD_GRAMMAR_DAY))))
        duty.classes &= ~(uint32_t)TIMES;
    duty.kind = kind_of(s, duty.classes, arabic);
    return duty;
}
