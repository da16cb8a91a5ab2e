/* langc_nouns.c - nouns.tsv, adjectives.tsv and names.tsv of data/lang/ar. */
#include "langc_inflect.h"

enum {
    TA_MARBUTA = 0x629,
    ALEF = 0x627,
    LAM = 0x644,
    ALEF_MAQSURA = 0x649,
    YA = 0x64A,
};

static bool is_header(const langc_line *line)
{
    return ahd_str_eq(line->cells[0], AHD_STR("lemma"));
}

/* "+At" for ات, "+Un" for ون, a broken plural with its vowels, or "-" for none.
 */
static void inflect_plural(const langc_nominal *n, const langc_spelling *s,
                           ahd_str plural, uint32_t gender)
{
    if (ahd_str_eq(plural, AHD_STR("+At"))) {
        langc_inflect_feminine(n, s);
    } else if (ahd_str_eq(plural, AHD_STR("+Un"))) {
        langc_inflect_masculine(n, s);
    } else if (ahd_str_ends(plural, AHD_STR("َات"))) { /* قَنَوَات of قَنَاة */
        langc_spelling stem = langc_spell(plural);
        stem.len -= 2;
        langc_inflect_feminine(n, &stem);
    } else if (plural.len > 1) {
        langc_spelling broken = langc_spell(plural);
        langc_inflect_bare(n, &broken,
                           gender | AHD_FEAT_SET(NUMBER, AHD_PLURAL));
    }
}

static void inflect_plurals(const langc_nominal *n, const langc_spelling *s,
                            ahd_str list, uint32_t gender)
{
    while (list.len > 0)
        inflect_plural(n, s, ahd_str_trim(ahd_str_cut(&list, '|')), gender);
}

static langc_nominal nominal(langc_words *w, ahd_str lemma,
                             const langc_spelling *s, uint32_t feats)
{
    langc_add_bare(w, langc_letters(w->l->arena, s), false);
    feats |= langc_deverbal_feats(w, lemma);
    return (langc_nominal){
        .w = w, .lemma = langc_lemma(w, lemma, feats), .feats = feats};
}

/* lemma, gender m, f or mf, plurals, note */
static void add_noun(langc *l, const langc_line *line, void *user)
{
    const ahd_str *c = line->cells;
    langc_spelling s = langc_spell(c[0]);
    bool she = ahd_str_starts(c[1], AHD_STR("f"));
    bool is_person = !she && ahd_str_eq(c[3], AHD_STR("person"));
    bool is_plural = ahd_str_eq(c[3], AHD_STR("pluralonly"));
    uint32_t gender = AHD_FEAT_SET(GENDER, she ? AHD_FEMININE : AHD_MASCULINE);

    if (is_header(line))
        return;
    if (ahd_str_eq(c[1], AHD_STR("mf")))
        gender = 0;
    if (s.len < 2) {
        langc_error(l, line, "no noun");
        return;
    }
    langc_nominal n = nominal(user, c[0], &s, 0);
    n.pos = AHD_POS_NOUN;
    if (AHD_FEAT(n.feats, VERBAL) > AHD_MASDAR)
        n.also = AHD_POS_ADJ;
    if (is_plural) {
        langc_inflect_bare(&n, &s, gender | AHD_FEAT_SET(NUMBER, AHD_PLURAL));
    } else if (is_person) { /* مهندسة is said of a woman */
        langc_inflect_adjective(&n, &s);
    } else {
        langc_inflect_bare(&n, &s, gender | AHD_FEAT_SET(NUMBER, AHD_SINGULAR));
        langc_inflect_dual(&n, &s, gender);
    }
    inflect_plurals(&n, &s, c[2], gender);
}

/* Beside اِتِّفَاقِيّ stands a noun of its own, اِتِّفَاقِيَّة. */
static void add_abstract(langc_words *w, const langc_spelling *nisba)
{
    const uint32_t she = AHD_FEAT_SET(GENDER, AHD_FEMININE);
    langc_spelling s = *nisba;

    s.mark[s.len - 1] |= LANGC_FATHA;
    langc_push(&s, TA_MARBUTA, 0);
    langc_nominal n = nominal(w, langc_marked(w->l->arena, &s), &s, 0);
    n.pos = AHD_POS_NOUN;
    langc_inflect_bare(&n, &s, she | AHD_FEAT_SET(NUMBER, AHD_SINGULAR));
    langc_inflect_dual(&n, &s, she);
    langc_inflect_feminine(&n, &s);
}

/* أكبر with كبرى, أحمر with حمراء, أكثر, which is said of both genders. */
static void inflect_unlike(const langc_nominal *n, const langc_spelling *s,
                           ahd_str feminine)
{
    const uint32_t one = AHD_FEAT_SET(NUMBER, AHD_SINGULAR);
    const uint32_t she = AHD_FEAT_SET(GENDER, AHD_FEMININE);
    uint32_t he = AHD_FEAT_SET(GENDER, AHD_MASCULINE);
    langc_spelling other = langc_spell(feminine);

    if (other.len < 2)
        he = 0;
    langc_inflect_bare(n, s, he | one);
    langc_inflect_dual(n, s, he);
    if (other.len < 2)
        return;
    langc_inflect_bare(n, &other, she | one);
    langc_inflect_dual(n, &other, she);
    langc_inflect_feminine(n, &other);
}

/* lemma, feminine: "+p" for ة, plurals, note */
static void add_adjective(langc *l, const langc_line *line, void *user)
{
    const ahd_str *c = line->cells;
    langc_spelling s = langc_spell(c[0]);
    bool elative = ahd_str_find(c[3], AHD_STR("elative")) < c[3].len;

    if (is_header(line))
        return;
    if (s.len < 2) {
        langc_error(l, line, "no adjective");
        return;
    }
    langc_nominal n = nominal(
        user, c[0], &s, AHD_FEAT_SET(DEGREE, elative ? AHD_COMPARATIVE : 0));
    n.pos = AHD_POS_ADJ;
    n.also = AHD_POS_NOUN;
    if (ahd_str_starts(c[1], AHD_STR("+")))
        langc_inflect_adjective(&n, &s);
    else
        inflect_unlike(&n, &s, c[1]);
    inflect_plurals(&n, &s, c[2], 0);
    if (ahd_str_eq(c[3], AHD_STR("nisba")))
        add_abstract(user, &s);
}

/* One word of a name; السودان stands under سودان, as hosts are looked up and
 * lemmas are written. */
static void add_name_word(langc_words *w, ahd_str word, uint32_t feats)
{
    langc_spelling s = langc_spell(word);
    uint8_t takes = AHD_TAKES_END | AHD_TAKES_PREP | AHD_TAKES_ARTICLE;

    langc_add_bare(w, langc_letters(w->l->arena, &s), false);
    if (s.len > 4 && s.letter[0] == ALEF && s.letter[1] == LAM)
        langc_drop(&s, 0, 2);
    langc_form(w, langc_letters(w->l->arena, &s),
               langc_lemma(w, langc_marked(w->l->arena, &s), 0),
               (ahd_lexicon_tag){
                   .feats = feats, .pos = AHD_POS_PROPN, .takes = takes});
}

/* lemma of one or more words, kind, gender */
static void add_name(langc *l, const langc_line *line, void *user)
{
    ahd_str rest = line->cells[0], gender = line->cells[2];
    uint32_t feats = AHD_FEAT_SET(NUMBER, AHD_SINGULAR);

    (void)l;
    if (is_header(line))
        return;
    if (ahd_str_starts(gender, AHD_STR("f")))
        feats |= AHD_FEAT_SET(GENDER, AHD_FEMININE);
    else if (ahd_str_starts(gender, AHD_STR("m")))
        feats |= AHD_FEAT_SET(GENDER, AHD_MASCULINE);
    while (rest.len > 0)
        add_name_word(user, ahd_str_cut(&rest, ' '), feats);
}

/* ----------------------------------------------------------------- nisbas */

/* Is لبناني seen, as an adjective: with the article or with ة? */
static bool is_nisba_seen(langc_words *w, const langc_spelling *nisba)
{
    static const struct {
        bool article, ta;
    } ways[] = {{true, false}, {false, true}, {true, true}};

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        langc_spelling s = *nisba;
        if (ways[i].ta)
            langc_push(&s, TA_MARBUTA, 0);
        if (ways[i].article) {
            langc_insert(&s, 0, LAM, 0);
            langc_insert(&s, 0, ALEF, 0);
        }
        if (langc_is_attested(w, langc_letters(w->l->arena, &s)))
            return true;
    }
    return false;
}

static void add_nisba(langc_words *w, langc_spelling *s)
{
    ahd_str letters = langc_letters(w->l->arena, s);

    if (langc_has_bare(w, letters, false) || !is_nisba_seen(w, s))
        return;
    s->mark[s->len - 1] |= LANGC_SHADDA;
    s->mark[s->len - 2] |= LANGC_KASRA;
    langc_nominal n = nominal(w, langc_marked(w->l->arena, s), s, 0);
    n.pos = AHD_POS_ADJ;
    n.also = AHD_POS_NOUN;
    langc_inflect_adjective(&n, s);
    langc_inflect_masculine(&n, s);
    add_abstract(w, s);
}

/* The adjective in ي that any noun or place may have: صَارُوخ, صَارُوخِيّ. It is
 * made where news have it. */
static void derive_nisba(langc *l, const langc_line *line, void *user)
{
    langc_spelling s = langc_spell(line->cells[0]), forms[LANGC_SPELLINGS];

    (void)l;
    if (is_header(line) || s.len < 3 ||
        ahd_str_find(line->cells[0], AHD_STR(" ")) < line->cells[0].len)
        return;
    if (s.len > 4 && s.letter[0] == ALEF && s.letter[1] == LAM)
        langc_drop(&s, 0, 2);
    uint32_t last = langc_last(&s, -1);
    if (last == TA_MARBUTA || last == ALEF || last == ALEF_MAQSURA)
        s.len--;
    int count = last == YA ? 0 : langc_join(&s, "ي", forms);
    for (int i = 0; i < count; i++)
        add_nisba(user, &forms[i]);
}

void langc_nouns(langc_words *w)
{
    langc_rows(w->l, "data/lang/ar/nouns.tsv", add_noun, w);
    langc_rows(w->l, "data/lang/ar/adjectives.tsv", add_adjective, w);
    langc_rows(w->l, "data/lang/ar/names.tsv", add_name, w);
    langc_deverbals_finish(w);
    langc_rows(w->l, "data/lang/ar/nouns.tsv", derive_nisba, w);
    langc_rows(w->l, "data/lang/ar/names.tsv", derive_nisba, w);
}
