#include "morph/english_forms.h"

#include <string.h>

enum { LONGEST = AHD_ENGLISH_LONGEST + 2 };

static bool is_of(ahd_str letters, char c)
{
    return memchr(letters.ptr, c, letters.len) != NULL;
}

typedef struct finding {
    const ahd_english *lexicon;
    ahd_str form;
    ahd_english_reading *out;
    uint32_t count;
} finding;

#define FINITE AHD_FEAT_SET(VERBAL, AHD_FINITE)
#define PRESENT AHD_FEAT_SET(TENSE, AHD_PRESENT)
#define PAST AHD_FEAT_SET(TENSE, AHD_PAST)
#define SINGULAR AHD_FEAT_SET(NUMBER, AHD_SINGULAR)
#define PLURAL AHD_FEAT_SET(NUMBER, AHD_PLURAL)
#define PARTICIPLE AHD_FEAT_SET(VERBAL, AHD_PARTICIPLE)
#define DEGREE(which) AHD_FEAT_SET(DEGREE, which)

/* Every tag once, the first lemma found for it. */
static ahd_english_reading *add(finding *f, uint32_t tag, uint32_t feats,
                                uint32_t lemma, unsigned usual)
{
    for (uint32_t i = 0; i < f->count; i++)
        if (f->out[i].tag == tag) {
            if (f->out[i].usual < usual)
                f->out[i].usual = (uint8_t)usual;
            return &f->out[i];
        }
    if (f->count == AHD_ENGLISH_READINGS)
        return &f->out[AHD_ENGLISH_READINGS - 1];
    ahd_english_reading *r = &f->out[f->count++];
    *r = (ahd_english_reading){.feats = feats,
                               .lemma = lemma,
                               .tag = (uint8_t)tag,
                               .usual = (uint8_t)usual,
                               .known = 1};
    return r;
}

static ahd_english_reading *guess(finding *f, uint32_t tag, uint32_t feats,
                                  uint32_t cut)
{
    uint32_t before = f->count;
    ahd_english_reading *r = add(f, tag, feats, AHD_ENGLISH_NONE, 0);

    if (f->count > before) {
        r->known = 0;
        r->cut = (uint8_t)cut;
    }
    return r;
}

/* The tag of a row: verbs by their form. */
static uint32_t row_tag(const ahd_english_form *row)
{
    if (row->pos != AHD_POS_VERB)
        return row->pos;
    bool past = AHD_FEAT(row->feats, TENSE) == AHD_PAST;
    switch (AHD_FEAT(row->feats, VERBAL)) {
    case AHD_FINITE:
        return past ? AHD_TAG_VERB_PAST : AHD_TAG_VERB_PRESENT;
    case AHD_PARTICIPLE:
        return past ? AHD_TAG_VERB_PARTICIPLE : AHD_TAG_VERB_ING;
    default:
        return AHD_POS_VERB;
    }
}

/* An irregular form is as usual as its verb or noun. */
static unsigned row_usual(const ahd_english *e, const ahd_english_form *row)
{
    if (row->usual > 0)
        return row->usual;
    int open = row->pos == AHD_POS_VERB   ? AHD_ENGLISH_VERB
               : row->pos == AHD_POS_NOUN ? AHD_ENGLISH_NOUN
                                          : AHD_ENGLISH_ADJ;
    unsigned usual = ahd_english_usual(e, row->lemma, open);
    return usual > 0 ? usual : 1;
}

static void add_rows(finding *f, const ahd_english_form *row)
{
    while (row != NULL) {
        add(f, row_tag(row), row->feats, row->lemma,
            row_usual(f->lexicon, row));
        row = row->more ? row + 1 : NULL;
    }
}

static void add_open(finding *f, uint32_t word, bool capital)
{
    static const struct {
        uint8_t open, tag;
        uint32_t feats;
    } bases[] = {
        {AHD_ENGLISH_NOUN, AHD_POS_NOUN, SINGULAR},
        {AHD_ENGLISH_VERB, AHD_POS_VERB, AHD_FEAT_SET(VERBAL, AHD_INFINITIVE)},
        {AHD_ENGLISH_VERB, AHD_TAG_VERB_PRESENT, FINITE | PRESENT},
        {AHD_ENGLISH_ADJ, AHD_POS_ADJ, DEGREE(1)},
        {AHD_ENGLISH_ADV, AHD_POS_ADV, 0},
    };

    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        unsigned usual = ahd_english_usual(f->lexicon, word, bases[i].open);
        if (usual > 0)
            add(f, bases[i].tag, bases[i].feats, word, usual);
    }
    if (ahd_english_is(f->lexicon, word, AHD_ENGLISH_NAME))
        add(f, AHD_POS_PROPN, SINGULAR, word, capital ? 9 : 3);
}

/* ----------------------------------------------------------------- endings */

enum { /* what an ending makes of a word */
       MAKES_PLURAL = 1,
       MAKES_THIRD = 2,
       MAKES_PAST = 4,
       MAKES_ING = 8,
       MAKES_COMPARATIVE = 16,
       MAKES_SUPERLATIVE = 32,
       MAKES_ADVERB = 64,
       DOUBLES = 128, /* "stopped": the last letter comes twice before it */
};

static const struct ending {
    const char *end, *instead;
    uint8_t makes;
} endings[] = {
    {"s", "", MAKES_PLURAL | MAKES_THIRD},
    {"es", "", MAKES_PLURAL | MAKES_THIRD},
    {"ies", "y", MAKES_PLURAL | MAKES_THIRD},
    {"ves", "f", MAKES_PLURAL},
    {"ves", "fe", MAKES_PLURAL},
    {"ed", "e", MAKES_PAST},
    {"ed", "", MAKES_PAST | DOUBLES},
    {"ied", "y", MAKES_PAST},
    {"ing", "e", MAKES_ING},
    {"ing", "", MAKES_ING | DOUBLES},
    {"er", "", MAKES_COMPARATIVE | DOUBLES},
    {"er", "e", MAKES_COMPARATIVE},
    {"ier", "y", MAKES_COMPARATIVE},
    {"est", "", MAKES_SUPERLATIVE | DOUBLES},
    {"est", "e", MAKES_SUPERLATIVE},
    {"iest", "y", MAKES_SUPERLATIVE},
    {"ly", "", MAKES_ADVERB},
    {"ily", "y", MAKES_ADVERB},
    {"ly", "le", MAKES_ADVERB},
};

static const struct made {
    uint8_t makes, open, tag;
    uint32_t feats;
} mades[] = {
    {MAKES_PLURAL, AHD_ENGLISH_NOUN, AHD_POS_NOUN, PLURAL},
    {MAKES_THIRD, AHD_ENGLISH_VERB, AHD_TAG_VERB_PRESENT,
     FINITE | PRESENT | SINGULAR | AHD_FEAT_SET(PERSON, 3)},
    {MAKES_PAST, AHD_ENGLISH_VERB, AHD_TAG_VERB_PAST, FINITE | PAST},
    {MAKES_PAST, AHD_ENGLISH_VERB, AHD_TAG_VERB_PARTICIPLE, PARTICIPLE | PAST},
    {MAKES_ING, AHD_ENGLISH_VERB, AHD_TAG_VERB_ING, PARTICIPLE | PRESENT},
    {MAKES_COMPARATIVE, AHD_ENGLISH_ADJ, AHD_POS_ADJ, DEGREE(AHD_COMPARATIVE)},
    {MAKES_SUPERLATIVE, AHD_ENGLISH_ADJ, AHD_POS_ADJ, DEGREE(AHD_SUPERLATIVE)},
    {MAKES_ADVERB, AHD_ENGLISH_ADJ, AHD_POS_ADV, 0},
};

static ahd_english_reading *reading_of(const finding *f, uint32_t tag)
{
    for (uint32_t i = 0; i < f->count; i++)
        if (f->out[i].tag == tag)
            return &f->out[i];
    return NULL;
}

/* A reading by rule takes the place of a rarer one of its tag: "forces" is the
 * plural of force though WordNet has it as a word, "news" is no plural. */
static void add_one(finding *f, uint32_t word, const struct made *m,
                    unsigned usual)
{
    uint32_t lemma = m->tag == AHD_POS_ADV ? AHD_ENGLISH_NONE : word;
    ahd_english_reading *r = reading_of(f, m->tag);

    if (r == NULL)
        add(f, m->tag, m->feats, lemma, usual);
    else if (m->tag != AHD_POS_ADV &&
             usual + (m->makes == MAKES_PLURAL) > r->usual) {
        r->feats = m->feats;
        r->lemma = lemma;
        r->usual = (uint8_t)usual;
    }
}

/* "Libyans": of names that are adjectives as well, not of "Vegas". */
static bool is_people(const ahd_english *e, uint32_t word)
{
    return ahd_english_is(e, word, AHD_ENGLISH_NAME) &&
           ahd_english_usual(e, word, AHD_ENGLISH_ADJ) > 0;
}

static void add_made(finding *f, uint32_t word, uint8_t makes)
{
    for (size_t i = 0; i < sizeof mades / sizeof *mades; i++) {
        unsigned usual = ahd_english_usual(f->lexicon, word, mades[i].open);
        if (mades[i].makes & makes && usual > 0)
            add_one(f, word, &mades[i], usual);
    }
    if (makes & MAKES_PLURAL && is_people(f->lexicon, word))
        add(f, AHD_POS_PROPN, PLURAL, word, 3);
}

static bool is_doubled(const char *stem, size_t len)
{
    return len > 2 && stem[len - 1] == stem[len - 2] &&
           is_of(AHD_STR("bdgklmnprtvz"), stem[len - 1]);
}

static void take_off(finding *f, const struct ending *ending)
{
    size_t end = strlen(ending->end), instead = strlen(ending->instead);
    size_t len = f->form.len - end;
    char stem[LONGEST];

    memcpy(stem, f->form.ptr, len);
    memcpy(stem + len, ending->instead, instead);
    uint32_t word =
        ahd_english_find(f->lexicon, (ahd_str){stem, len + instead});
    if (word == AHD_ENGLISH_NONE && ending->makes & DOUBLES &&
        is_doubled(stem, len))
        word = ahd_english_find(f->lexicon, (ahd_str){stem, len - 1});
    if (word != AHD_ENGLISH_NONE)
        add_made(f, word, ending->makes);
}

static bool may_take_off(const finding *f, const struct ending *ending)
{
    const char *last = f->form.ptr + f->form.len - 1;
    size_t end = strlen(ending->end);

    if (ending->end[end - 1] != *last || f->form.len < end + 2 ||
        !ahd_str_ends(f->form, ahd_str_from(ending->end)))
        return false;
    if (end == 1)
        return last[-1] != 's';
    if (end == 2 && *last == 's')
        return is_of(AHD_STR("sxzho"), last[-2]);
    if (ending->makes & MAKES_COMPARATIVE)
        return reading_of(f, AHD_POS_NOUN) == NULL;
    return true;
}

static void add_endings(finding *f)
{
    if (f->form.len < 3 || f->form.len > AHD_ENGLISH_LONGEST ||
        !is_of(AHD_STR("sdgrty"), f->form.ptr[f->form.len - 1]))
        return;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (may_take_off(f, &endings[i]))
            take_off(f, &endings[i]);
}

/* ---------------------------------------------------------------- guessing */

static const struct guessed {
    const char *end;
    uint8_t tags[4], cut;
} guesses[] = {
    {"ing", {AHD_POS_NOUN, AHD_TAG_VERB_ING, AHD_POS_ADJ}, 3},
    {"ed", {AHD_TAG_VERB_PAST, AHD_TAG_VERB_PARTICIPLE, AHD_POS_ADJ}, 2},
    {"ly", {AHD_POS_ADV, AHD_POS_ADJ}, 0},
    {"s", {AHD_POS_NOUN, AHD_TAG_VERB_PRESENT, AHD_POS_X}, 1},
    {"", {AHD_POS_NOUN, AHD_POS_ADJ, AHD_POS_VERB, AHD_POS_X}, 0},
};

static uint32_t guessed_feats(uint32_t tag, uint32_t cut)
{
    switch (tag) {
    case AHD_POS_NOUN:
        return cut == 1 ? PLURAL : SINGULAR;
    case AHD_TAG_VERB_PAST:
        return FINITE | PAST;
    case AHD_TAG_VERB_PARTICIPLE:
        return PARTICIPLE | PAST;
    case AHD_TAG_VERB_ING:
        return PARTICIPLE | PRESENT;
    case AHD_TAG_VERB_PRESENT:
        return FINITE | PRESENT;
    case AHD_POS_ADJ:
        return DEGREE(1);
    default:
        return 0;
    }
}

static void add_guesses(finding *f, bool capital)
{
    const struct guessed *g = guesses;

    if (capital)
        guess(f, AHD_POS_PROPN, SINGULAR, 0);
    while (!ahd_str_ends(f->form, ahd_str_from(g->end)))
        g++;
    for (int i = 0; i < 4 && g->tags[i] != 0; i++) {
        uint32_t tag = g->tags[i];
        bool whole = tag == AHD_POS_ADJ || (tag == AHD_POS_NOUN && g->cut > 1);
        guess(f, tag, guessed_feats(tag, g->cut), whole ? 0 : g->cut);
    }
    guess(f, AHD_POS_X, 0, 0);
}

uint32_t ahd_english_forms_find(const ahd_english *e, ahd_str form,
                                bool capital, ahd_english_reading *out)
{
    finding f = {.lexicon = e, .form = form, .out = out};
    uint32_t word = ahd_english_find(e, form);
    bool closed = false;

    if (word != AHD_ENGLISH_NONE) {
        add_rows(&f, ahd_english_rows(e, word));
        add_open(&f, word, capital);
        closed = ahd_english_is(e, word, AHD_ENGLISH_CLOSED);
    }
    if (!closed)
        add_endings(&f);
    if (f.count == 0)
        add_guesses(&f, capital);
    else if (capital)
        guess(&f, AHD_POS_PROPN, SINGULAR, 0)->known = 1;
    else if (f.count == 1 && out[0].tag == AHD_POS_PROPN)
        guess(&f, AHD_POS_NOUN, SINGULAR, 0);
    return f.count;
}

ahd_str ahd_english_forms_lemma(const ahd_english *e, ahd_str form,
                                const ahd_english_reading *reading)
{
    if (reading->lemma != AHD_ENGLISH_NONE)
        return ahd_english_name(e, reading->lemma);
    return (ahd_str){form.ptr, form.len - reading->cut};
}
