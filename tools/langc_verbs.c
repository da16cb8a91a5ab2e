/* langc_verbs.c - data/lang/ar/verbs.tsv, in all forms.
 *
 *     قَال يَقُول -> قال قالت قالوا قلت قلنا … يقول يقولون يقل … قيل … يقال
 *
 * A verb has two stems in the perfect, before vowels and before consonants
 * (قال، قل), and the same in the imperfect; which ones, and which endings,
 * follows from where its weak letters are. A passive is made apart where its
 * spelling differs; elsewhere a form says no voice. */
#include "langc_inflect.h"

enum {
    ALEF = 0x627,
    ALEF_HAMZA = 0x623,
    ALEF_MADDA = 0x622,
    ALEF_HAMZA_BELOW = 0x625,
    HAMZA = 0x621,
    WAW_HAMZA = 0x624,
    YA_HAMZA = 0x626,
    ALEF_MAQSURA = 0x649,
    WAW = 0x648,
    YA = 0x64A,
    MIM = 0x645,
    NUN = 0x646,
    TA = 0x62A,
};

/* Which endings: after a strong letter, after ا (دعا) and و (يدعو), after ى
 * (رمى), after ي (رضي). */
typedef enum ending_class {
    STRONG,
    ON_ALEF,
    ON_MAQSURA,
    ON_YA,
    CLASSES
} ending_class;

typedef struct verb {
    langc_words *w;
    uint32_t lemma;
    uint8_t pos, also;
    langc_spelling vocal, short_; /* stems before vowels, before consonants */
    ending_class class;
    uint32_t voice;
} verb;

enum { /* cell.where */
       ANYWHERE,
       AT_END,         /* كتبوا */
       BEFORE_PRONOUN, /* كتبو(ه) */
};

typedef struct cell {
    const char *ending[CLASSES];
    uint8_t person, number, gender;
    uint8_t consonant; /* it goes on the short stem */
    uint8_t where;
} cell;

static uint32_t person_feats(const cell *c)
{
    return AHD_FEAT_SET(PERSON, c->person) | AHD_FEAT_SET(NUMBER, c->number) |
           AHD_FEAT_SET(GENDER, c->gender);
}

static void put(const verb *v, const langc_spelling *form, uint32_t feats,
                uint8_t takes)
{
    ahd_lexicon_tag tag = {.feats = v->voice | feats,
                           .pos = v->pos,
                           .also = v->also,
                           .takes = takes};

    langc_form(v->w, langc_letters(v->w->l->arena, form), v->lemma, tag);
}

/* stem + ending, in all spellings. */
static void put_joined(const verb *v, const langc_spelling *stem,
                       const char *ending, uint32_t feats, uint8_t takes)
{
    langc_spelling forms[LANGC_SPELLINGS];
    int count = langc_join(stem, ending, forms);

    for (int i = 0; i < count; i++)
        put(v, &forms[i], feats, takes);
}

/* ثبت + ت is ثبت, أعلن + نا is أعلنا. */
static langc_spelling merged(const langc_spelling *stem, const char *ending)
{
    langc_spelling s = *stem, tail = langc_spell(ahd_str_from(ending));
    uint32_t last = langc_last(stem, -1);

    if (tail.len > 0 && tail.letter[0] == last && (last == TA || last == NUN))
        s.len--;
    return s;
}

/* A form that ends in its stem: its ى and last hamza change before pronouns. */
static void put_bare(const verb *v, const langc_spelling *stem, uint32_t feats,
                     uint8_t takes, bool moved)
{
    langc_spelling forms[LANGC_SPELLINGS];
    int count = langc_before_pronoun(stem, moved, forms);
    uint8_t pronouns = AHD_TAKES_PRONOUN | AHD_TAKES_NI;

    put(v, stem, feats, takes);
    for (int i = 0; i < count; i++)
        put(v, &forms[i], feats, (takes & (uint8_t)~AHD_TAKES_END) | pronouns);
}

static const cell perfect_cells[] = {
    {{"ت", "ت", "ت", "يت"}, 3, 1, 2, 0, ANYWHERE},
    {{"ا", "وا", "يا", "يا"}, 3, 2, 1, 0, ANYWHERE},
    {{"تا", "تا", "تا", "يتا"}, 3, 2, 2, 0, ANYWHERE},
    {{"وا", "وا", "وا", "وا"}, 3, 3, 1, 0, AT_END},
    {{"و", "و", "و", "و"}, 3, 3, 1, 0, BEFORE_PRONOUN},
    {{"ن", "ون", "ين", "ين"}, 3, 3, 2, 1, ANYWHERE},
    {{"ت", "وت", "يت", "يت"}, 1, 1, 0, 1, ANYWHERE},
    {{"ت", "وت", "يت", "يت"}, 2, 1, 0, 1, ANYWHERE},
    {{"تما", "وتما", "يتما", "يتما"}, 2, 2, 0, 1, ANYWHERE},
    {{"تم", "وتم", "يتم", "يتم"}, 2, 3, 1, 1, AT_END},
    {{"تمو", "وتمو", "يتمو", "يتمو"}, 2, 3, 1, 1, BEFORE_PRONOUN},
    {{"تن", "وتن", "يتن", "يتن"}, 2, 3, 2, 1, ANYWHERE},
    {{"نا", "ونا", "ينا", "ينا"}, 1, 3, 0, 1, ANYWHERE},
};

/* What a form in a cell takes after it. */
static uint8_t takes_after(const cell *c)
{
    static const uint8_t takes[] = {
        [ANYWHERE] = AHD_TAKES_END | AHD_TAKES_PRONOUN | AHD_TAKES_NI,
        [AT_END] = AHD_TAKES_END,
        [BEFORE_PRONOUN] = AHD_TAKES_PRONOUN | AHD_TAKES_NI,
    };
    return takes[c->where];
}

static void put_perfect(const verb *v, const langc_spelling *whole)
{
    const uint32_t aspect = AHD_FEAT_SET(ASPECT, AHD_PERFECT);
    const cell he = {.person = 3, .number = 1, .gender = 1};

    put_bare(v, whole, aspect | person_feats(&he), AHD_TAKES_END | AHD_TAKES_LA,
             false);
    for (size_t i = 0; i < sizeof perfect_cells / sizeof *perfect_cells; i++) {
        const cell *c = &perfect_cells[i];
        const char *ending = c->ending[v->class];
        langc_spelling stem =
            c->consonant ? merged(&v->short_, ending) : v->vocal;
        put_joined(v, &stem, ending, aspect | person_feats(c),
                   takes_after(c) | AHD_TAKES_LA);
    }
}

/* The endings of the imperfect: on و (يدعو), ى (يسعى), ي (يرمي). `prefix` is
 * the set of letters it goes with. */
static const struct {
    cell cell;
    uint32_t prefix;
    uint8_t mood;
} imperfect_cells[] = {
    {{{"ان", "وان", "يان", "يان"}, 3, 2, 1, 0, 0}, YA, AHD_INDICATIVE},
    {{{"ان", "وان", "يان", "يان"}, 0, 2, 0, 0, 0}, TA, AHD_INDICATIVE},
    {{{"ا", "وا", "يا", "يا"}, 3, 2, 1, 0, 0}, YA, AHD_SUBJUNCTIVE},
    {{{"ا", "وا", "يا", "يا"}, 0, 2, 0, 0, 0}, TA, AHD_SUBJUNCTIVE},
    {{{"ون", "ون", "ون", "ون"}, 3, 3, 1, 0, 0}, YA, AHD_INDICATIVE},
    {{{"ون", "ون", "ون", "ون"}, 2, 3, 1, 0, 0}, TA, AHD_INDICATIVE},
    {{{"وا", "وا", "وا", "وا"}, 3, 3, 1, 0, AT_END}, YA, AHD_SUBJUNCTIVE},
    {{{"وا", "وا", "وا", "وا"}, 2, 3, 1, 0, AT_END}, TA, AHD_SUBJUNCTIVE},
    {{{"و", "و", "و", "و"}, 3, 3, 1, 0, BEFORE_PRONOUN}, YA, AHD_SUBJUNCTIVE},
    {{{"و", "و", "و", "و"}, 2, 3, 1, 0, BEFORE_PRONOUN}, TA, AHD_SUBJUNCTIVE},
    {{{"ين", "ين", "ين", "ين"}, 2, 1, 2, 0, 0}, TA, AHD_INDICATIVE},
    {{{"ي", "ي", "ي", "ي"}, 2, 1, 2, 0, 0}, TA, AHD_SUBJUNCTIVE},
    {{{"ن", "ون", "ين", "ين"}, 3, 3, 2, 1, 0}, YA, 0},
    {{{"ن", "ون", "ين", "ين"}, 2, 3, 2, 1, 0}, TA, 0},
};

/* Who says the bare imperfect: يكتب, تكتب twice, أكتب, نكتب. */
static const struct {
    uint32_t prefix;
    uint8_t person, number, gender;
} bare_cells[] = {
    {YA, 3, 1, 1},         {TA, 3, 1, 2},  {TA, 2, 1, 1},
    {ALEF_HAMZA, 1, 1, 0}, {NUN, 1, 3, 0},
};

static langc_spelling prefixed(uint32_t prefix, const langc_spelling *stem)
{
    langc_spelling s = *stem;

    if (prefix == ALEF_HAMZA && s.letter[0] == ALEF_HAMZA) {
        s.letter[0] = ALEF_MADDA;
        return s;
    }
    langc_insert(&s, 0, prefix, 0);
    return s;
}

static void put_singulars(const verb *v, const langc_spelling *stem,
                          uint32_t mood, uint8_t takes)
{
    for (size_t i = 0; i < sizeof bare_cells / sizeof *bare_cells; i++) {
        langc_spelling s = prefixed(bare_cells[i].prefix, stem);
        cell c = {.person = bare_cells[i].person,
                  .number = bare_cells[i].number,
                  .gender = bare_cells[i].gender};
        put_bare(v, &s,
                 AHD_FEAT_SET(ASPECT, AHD_IMPERFECT) |
                     AHD_FEAT_SET(MOOD, mood) | person_feats(&c),
                 takes, true);
    }
}

static void put_plural(const verb *v, size_t i)
{
    static const uint8_t takes[] = {
        [0] = AHD_TAKES_SA | AHD_TAKES_LA,
        [AHD_INDICATIVE] = AHD_TAKES_SA,
        [AHD_SUBJUNCTIVE] = AHD_TAKES_LA,
    };
    const cell *c = &imperfect_cells[i].cell;
    const char *ending = c->ending[v->class];
    uint8_t mood = imperfect_cells[i].mood;
    langc_spelling stem = c->consonant ? merged(&v->short_, ending) : v->vocal;

    stem = prefixed(imperfect_cells[i].prefix, &stem);
    put_joined(v, &stem, ending,
               AHD_FEAT_SET(ASPECT, AHD_IMPERFECT) | AHD_FEAT_SET(MOOD, mood) |
                   person_feats(c),
               takes[mood] | takes_after(c));
}

/* `whole` has no prefix: قول of يقول; `jussive` as لم يقل has it. */
static void put_imperfect(const verb *v, const langc_spelling *whole,
                          const langc_spelling *jussive)
{
    const uint8_t both = AHD_TAKES_END | AHD_TAKES_SA | AHD_TAKES_LA;
    bool shortens = jussive->len != whole->len;

    put_singulars(v, whole, 0, both);
    if (shortens)
        put_singulars(v, jussive, AHD_JUSSIVE, AHD_TAKES_END | AHD_TAKES_LA);
    for (size_t i = 0; i < sizeof imperfect_cells / sizeof *imperfect_cells;
         i++)
        put_plural(v, i);
}

/* The stem of اكتب, أرسل, قل: with its alef where it began with no vowel. */
static langc_spelling imperative_stem(const langc_spelling *stem, bool vowel,
                                      int form)
{
    langc_spelling s = *stem;
    bool hamza = s.letter[0] == ALEF_HAMZA || s.letter[0] == WAW_HAMZA;

    if (form == 4 && hamza) {
        s.letter[0] = ALEF_MADDA;
    } else if (form == 4) {
        langc_insert(&s, 0, ALEF_HAMZA, 0);
    } else if (!vowel && hamza) {
        s.letter[0] = YA_HAMZA;
        langc_insert(&s, 0, ALEF, 0);
    } else if (!vowel) {
        langc_insert(&s, 0, ALEF, 0);
    }
    return s;
}

/* أخذ, أكل and أمر drop their hamza: خذ. */
static bool drops_hamza(const langc_spelling *perfect)
{
    static const char *const such[] = {"أخذ", "أكل", "أمر"};

    for (size_t i = 0; i < sizeof such / sizeof *such; i++) {
        langc_spelling s = langc_spell(ahd_str_from(such[i]));
        if (perfect->len == 3 && s.letter[0] == perfect->letter[0] &&
            s.letter[1] == perfect->letter[1] &&
            s.letter[2] == perfect->letter[2])
            return true;
    }
    return false;
}

static void put_imperative(const verb *v, const langc_spelling *jussive,
                           bool vowel, int form)
{
    const uint8_t pronouns = AHD_TAKES_PRONOUN | AHD_TAKES_NI;
    const uint32_t aspect =
        AHD_FEAT_SET(ASPECT, AHD_IMPERATIVE) | AHD_FEAT_SET(PERSON, 2);
    if (jussive->len < 2)
        return;
    langc_spelling you = imperative_stem(jussive, vowel, form);
    langc_spelling stem = imperative_stem(&v->vocal, vowel, form);

    put(v, &you,
        aspect | AHD_FEAT_SET(NUMBER, AHD_SINGULAR) |
            AHD_FEAT_SET(GENDER, AHD_MASCULINE),
        AHD_TAKES_END | pronouns);
    put_joined(v, &stem, "ي",
               aspect | AHD_FEAT_SET(NUMBER, AHD_SINGULAR) |
                   AHD_FEAT_SET(GENDER, AHD_FEMININE),
               AHD_TAKES_END | pronouns);
    put_joined(v, &stem, "وا", aspect | AHD_FEAT_SET(NUMBER, AHD_PLURAL),
               AHD_TAKES_END);
    put_joined(v, &stem, "و", aspect | AHD_FEAT_SET(NUMBER, AHD_PLURAL),
               pronouns);
}

/* ---------------------------------------------------------------- stems */

static bool is_doubled(const langc_spelling *s)
{
    return (langc_last_mark(s, -1) & LANGC_SHADDA) != 0;
}

/* A long vowel before the last letter: قال, يقول. */
static bool is_hollow(const langc_spelling *s)
{
    uint32_t c = langc_last(s, -2);

    return s->len >= 2 && langc_last_mark(s, -2) == 0 &&
           (c == ALEF || c == WAW || c == YA);
}

static ending_class class_of(const langc_spelling *s)
{
    switch (langc_last(s, -1)) {
    case ALEF:
    case WAW:
        return s->len > 1 ? ON_ALEF : STRONG;
    case ALEF_MAQSURA:
        return ON_MAQSURA;
    case YA:
        return langc_last_mark(s, -2) & LANGC_KASRA ? ON_YA : STRONG;
    default:
        return STRONG;
    }
}

/* The stem before consonants: مدد of مد, قل of قال, جئ of جاء. `chair`: of a
 * hamza that follows the vowel that was. */
static langc_spelling shortened(const langc_spelling *s, uint32_t chair)
{
    langc_spelling out = *s;

    if (is_doubled(s)) {
        langc_push(&out, langc_last(s, -1), 0);
    } else if (is_hollow(s)) {
        langc_drop(&out, s->len - 2, 1);
        if (langc_last(&out, -1) == HAMZA)
            out.letter[out.len - 1] = chair;
    }
    return out;
}

/* جئت and سؤت follow their imperfect; أضأت and the longer ones have أ. */
static uint32_t perfect_chair(const langc_spelling *imperfect, int form)
{
    if (form != 1)
        return ALEF_HAMZA;
    return langc_last(imperfect, -2) == WAW ? WAW_HAMZA : YA_HAMZA;
}

static uint32_t imperfect_chair(const langc_spelling *stem)
{
    uint32_t c = langc_last(stem, -2);

    return c == WAW ? WAW_HAMZA : c == YA ? YA_HAMZA : ALEF_HAMZA;
}

static void perfect(verb *v, langc_spelling whole, uint32_t chair)
{
    v->class = class_of(&whole);
    v->vocal = v->short_ = whole;
    if (v->class != STRONG)
        v->vocal.len = v->short_.len = whole.len - 1;
    else
        v->short_ = shortened(&whole, chair);
    put_perfect(v, &whole);
}

static void imperfect(verb *v, langc_spelling whole, langc_spelling *jussive)
{
    langc_drop(&whole, 0, 1);
    v->class = class_of(&whole);
    v->vocal = v->short_ = *jussive = whole;
    if (v->class != STRONG) {
        v->vocal.len = v->short_.len = jussive->len = whole.len - 1;
    } else {
        v->short_ = shortened(&whole, imperfect_chair(&whole));
        *jussive = is_hollow(&whole) ? v->short_ : whole;
    }
    put_imperfect(v, &whole, jussive);
}

/* ---------------------------------------------------------------- passive */

/* يقول -> يقال, يدعو -> يدعى, يصل -> يوصل, يأخذ -> يؤخذ, ينشئ -> ينشأ. */
static langc_spelling passive_imperfect(const langc_spelling *perfect_,
                                        const langc_spelling *active, int form)
{
    langc_spelling s = *active;

    if (form == 1 && perfect_->letter[0] == WAW && s.letter[1] != WAW)
        langc_insert(&s, 1, WAW, 0);
    if (form == 1 && s.letter[1] == ALEF_HAMZA)
        s.letter[1] = WAW_HAMZA;
    if (class_of(&s) != STRONG)
        s.letter[s.len - 1] = ALEF_MAQSURA;
    else if (langc_last(&s, -1) == YA_HAMZA)
        s.letter[s.len - 1] = ALEF_HAMZA;
    else if (is_hollow(&s) && !is_doubled(&s))
        s.letter[s.len - 2] = ALEF;
    return s;
}

static bool same_letters(const langc_spelling *a, const langc_spelling *b)
{
    if (a->len != b->len)
        return false;
    for (int i = 0; i < a->len; i++)
        if (a->letter[i] != b->letter[i])
            return false;
    return true;
}

static const uint32_t active = AHD_FEAT_SET(VOICE, AHD_ACTIVE);
static const uint32_t passive = AHD_FEAT_SET(VOICE, AHD_PASSIVE);

typedef struct stems {
    langc_spelling perfect, imperfect, passive;
    int form;
    bool has_imperfect, has_passive;
} stems;

static void all_perfects(verb *v, const stems *s)
{
    uint32_t chair = perfect_chair(&s->imperfect, s->form);
    bool same = s->has_passive && same_letters(&s->perfect, &s->passive);

    v->voice = same ? 0 : active;
    perfect(v, s->perfect, chair);
    if (s->has_passive && !same) {
        v->voice = passive;
        perfect(v, s->passive, YA_HAMZA);
    }
}

static void all_imperfects(verb *v, const stems *s)
{
    langc_spelling other =
        passive_imperfect(&s->perfect, &s->imperfect, s->form);
    bool same = s->has_passive && same_letters(&s->imperfect, &other);
    langc_spelling jussive;

    v->voice = same ? 0 : active;
    imperfect(v, s->imperfect, &jussive);
    v->voice = active;
    if (drops_hamza(&s->perfect)) {
        langc_drop(&jussive, 0, 1);
        langc_drop(&v->vocal, 0, 1);
        put_imperative(v, &jussive, true, 1);
    } else {
        put_imperative(v, &jussive, s->imperfect.mark[1] != 0, s->form);
    }
    if (s->has_passive && !same) {
        v->voice = passive;
        imperfect(v, other, &jussive);
    }
}

static int form_of(ahd_str name)
{
    uint32_t number;

    return ahd_str_number(name, &number) ? (int)number : 12;
}

static void add_verb(langc *l, const langc_line *line, void *user)
{
    langc_words *w = user;
    const ahd_str *c = line->cells;
    bool is_auxiliary = ahd_str_find(c[5], AHD_STR("aux")) < c[5].len;
    bool is_light = ahd_str_find(c[5], AHD_STR("light")) < c[5].len;

    if (ahd_str_eq(c[0], AHD_STR("lemma")))
        return;
    stems s = {.perfect = langc_spell(c[0]),
               .imperfect = langc_spell(c[1]),
               .passive = langc_spell(c[4]),
               .form = form_of(c[2]),
               .has_imperfect = c[1].len > 1,
               .has_passive = c[4].len > 1};
    if (s.perfect.len < 2 || (s.has_imperfect && s.imperfect.len < 2)) {
        langc_error(l, line, "no verb");
        return;
    }
    verb v = {.w = w,
              .lemma = langc_lemma(w, c[0],
                                   AHD_FEAT_SET(FORM, s.form) |
                                       AHD_FEAT_SET(LIGHT, is_light) |
                                       AHD_FEAT_SET(VERBAL, AHD_FINITE)),
              .pos = is_auxiliary ? AHD_POS_AUX : AHD_POS_VERB,
              .also = is_auxiliary ? AHD_POS_VERB : 0};
    langc_add_bare(w, langc_letters(l->arena, &s.perfect), true);
    all_perfects(&v, &s);
    if (s.has_imperfect)
        all_imperfects(&v, &s);
    langc_deverbals(w, c, s.form);
}

void langc_verbs(langc_words *w)
{
    langc_rows(w->l, "data/lang/ar/verbs.tsv", add_verb, w);
}
