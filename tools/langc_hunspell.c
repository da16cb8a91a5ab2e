/* langc_hunspell.c - the words that hunspell-ar packages (Ayaspell).
 *
 * ar.aff: "AF ADACABAAJA # 67" names a set of affixes of two letters each; "AM
 * is:prst st:قال po:verb" says what a form of a verb is. ar.dic: "كتاب/72",
 * "يقول/261 TAB 1234", the second number of an AM line. Verbs are given in all
 * their forms, nouns and adjectives in one, with the affixes they take: B.
 * feminine ة, C. D. E. F. G. dual, H. ات, I. ون, K. a last ya that goes, N.
 * nisba in ي, AA the article. Particles are our own. */
#include "langc_inflect.h"
#include "langc_mythes.h"

enum { TA_MARBUTA = 0x629, ALEF = 0x627, ALEF_HAMZA = 0x623, YA = 0x64A };

typedef struct reader {
    langc_words *w;
    langc_mythes mythes;
    AHD_VEC(ahd_str) flags, facts;
} reader;

/* The aliases, numbered from 1; the first of a kind only counts them. */
static void read_aliases(reader *r, ahd_str rest)
{
    ahd_arena *arena = r->w->l->arena;

    while (rest.len > 0) {
        ahd_str line = ahd_str_trim(ahd_str_cut(&rest, '\n'));
        ahd_str kind = ahd_str_cut(&line, ' ');
        if (ahd_str_eq(kind, AHD_STR("AF")))
            *ahd_vec_push(arena, &r->flags) = ahd_str_cut(&line, ' ');
        else if (ahd_str_eq(kind, AHD_STR("AM")))
            *ahd_vec_push(arena, &r->facts) = line;
    }
}

static bool has(ahd_str flags, char first, char second)
{
    for (size_t i = 0; i + 1 < flags.len; i += 2)
        if (flags.ptr[i] == first &&
            (second == 0 || flags.ptr[i + 1] == second))
            return true;
    return false;
}

/* ----------------------------------------------------------------- verbs */

typedef struct shape {
    const char *text;
    uint8_t person, number, gender, mood;
} shape;

/* Longest first; the last matches all. */
static const shape past[] = {
    {"تما", 2, 2, 0, 0}, {"تم", 2, 3, 1, 0}, {"تن", 2, 3, 2, 0},
    {"نا", 1, 3, 0, 0},  {"وا", 3, 3, 1, 0}, {"تا", 3, 2, 2, 0},
    {"ا", 3, 2, 1, 0},   {"ن", 3, 3, 2, 0},  {"ت", 0, 1, 0, 0},
    {"", 3, 1, 1, 0},
};
static const shape present[] = {
    {"ون", 0, 3, 1, AHD_INDICATIVE}, {"وا", 0, 3, 1, AHD_SUBJUNCTIVE},
    {"ان", 0, 2, 0, AHD_INDICATIVE}, {"ين", 2, 1, 2, AHD_INDICATIVE},
    {"ا", 0, 2, 0, AHD_SUBJUNCTIVE}, {"", 0, 1, 0, 0},
};
static const shape starts[] = {
    {"ي", 3, 0, 0, 0},
    {"أ", 1, 1, 0, 0},
    {"ن", 1, 3, 0, 0},
    {"", 0, 0, 0, 0},
};

static const shape *ending_of(const shape *shapes, ahd_str form, ahd_str stem)
{
    if (ahd_str_eq(form, stem))
        form = AHD_STR("");
    while (!ahd_str_ends(form, ahd_str_from(shapes->text)))
        shapes++;
    return shapes;
}

static uint32_t shape_feats(const shape *s)
{
    return AHD_FEAT_SET(PERSON, s->person) | AHD_FEAT_SET(NUMBER, s->number) |
           AHD_FEAT_SET(GENDER, s->gender) | AHD_FEAT_SET(MOOD, s->mood);
}

static uint32_t present_feats(ahd_str form)
{
    const shape *start = starts;
    const shape *end = ending_of(present, form, AHD_STR("?"));
    shape s = *end;

    while (!ahd_str_starts(form, ahd_str_from(start->text)))
        start++;
    if (start->person != 0)
        s.person = start->person;
    if (start->number != 0)
        s = (shape){"", start->person, start->number, 0, 0};
    return shape_feats(&s);
}

static void put_verb(reader *r, ahd_str form, uint32_t lemma, uint32_t feats,
                     uint8_t takes)
{
    ahd_lexicon_tag tag = {.feats = feats, .pos = AHD_POS_VERB, .takes = takes};
    uint8_t before = takes & (AHD_TAKES_SA | AHD_TAKES_LA);
    uint8_t pronouns = AHD_TAKES_PRONOUN | AHD_TAKES_NI;
    ahd_str last = AHD_STR("ا");

    if (!ahd_str_ends(form, AHD_STR("وا")) &&
        !ahd_str_ends(form, AHD_STR("ى"))) {
        tag.takes |= pronouns;
        langc_form(r->w, form, lemma, tag);
        return;
    }
    langc_form(r->w, form, lemma, tag);
    tag.takes = before | pronouns;
    langc_spelling s = langc_spell(form);
    if (ahd_str_ends(form, last))
        s.len--;
    else
        s.letter[s.len - 1] = ALEF;
    langc_form(r->w, langc_letters(r->w->l->arena, &s), lemma, tag);
}

/* One "is:prst st:قال po:verb"; others may follow in the same line. */
static void add_verb_form(reader *r, ahd_str form, ahd_str stem, ahd_str is)
{
    const uint8_t end = AHD_TAKES_END;
    uint32_t lemma =
        langc_lemma(r->w, langc_mythes_vowels(&r->mythes, stem, true),
                    AHD_FEAT_SET(VERBAL, AHD_FINITE));

    if (ahd_str_eq(is, AHD_STR("is:pst")))
        put_verb(r, form, lemma,
                 AHD_FEAT_SET(ASPECT, AHD_PERFECT) |
                     shape_feats(ending_of(past, form, stem)),
                 end | AHD_TAKES_LA);
    else if (ahd_str_eq(is, AHD_STR("is:prst")))
        put_verb(r, form, lemma,
                 AHD_FEAT_SET(ASPECT, AHD_IMPERFECT) | present_feats(form),
                 end | AHD_TAKES_LA | AHD_TAKES_SA);
    else if (ahd_str_eq(is, AHD_STR("is:imp")))
        put_verb(r, form, lemma,
                 AHD_FEAT_SET(ASPECT, AHD_IMPERATIVE) | AHD_FEAT_SET(PERSON, 2),
                 end);
}

static void add_verb(reader *r, ahd_str form, ahd_str facts)
{
    ahd_str stem = AHD_STR(""), rest = facts;

    while (rest.len > 0) {
        ahd_str fact = ahd_str_cut(&rest, ' ');
        if (ahd_str_starts(fact, AHD_STR("st:")))
            stem = (ahd_str){fact.ptr + 3, fact.len - 3};
    }
    if (stem.len == 0 || form.len <= 2 || langc_has_bare(r->w, stem, true))
        return;
    for (rest = facts; rest.len > 0;)
        add_verb_form(r, form, stem, ahd_str_cut(&rest, ' '));
}

/* ----------------------------------------------------------------- nouns */

static void add_nisba(reader *r, const langc_spelling *place)
{
    langc_spelling s = *place;
    uint32_t last = langc_last(&s, -1);

    if (last == TA_MARBUTA || last == ALEF)
        s.len--;
    langc_push(&s, YA, LANGC_SHADDA);
    s.mark[s.len - 2] |= LANGC_KASRA;
    ahd_str letters = langc_letters(r->w->l->arena, &s);
    if (langc_has_bare(r->w, letters, false))
        return;
    langc_add_bare(r->w, letters, false);
    langc_nominal n = {.w = r->w,
                       .lemma = langc_lemma(r->w, letters, 0),
                       .pos = AHD_POS_ADJ,
                       .also = AHD_POS_NOUN};
    langc_inflect_adjective(&n, &s);
    langc_inflect_masculine(&n, &s);
}

static void add_proper(reader *r, ahd_str word, uint32_t lemma)
{
    langc_form(r->w, word, lemma,
               (ahd_lexicon_tag){.feats = AHD_FEAT_SET(NUMBER, AHD_SINGULAR),
                                 .pos = AHD_POS_PROPN,
                                 .takes = AHD_TAKES_END | AHD_TAKES_PREP});
}

/* أكبر takes the dual, and neither ات nor an alef. */
static bool is_elative(const langc_spelling *s, ahd_str flags)
{
    return s->letter[0] == ALEF_HAMZA && s->len == 4 && has(flags, 'C', 0) &&
           !has(flags, 'H', 0) && !has(flags, 'J', 0);
}

static void inflect_noun(const langc_nominal *n, const langc_spelling *s,
                         ahd_str flags)
{
    uint32_t gender = 0, number = 0;
    bool duals = has(flags, 'C', 0) || has(flags, 'D', 0) ||
                 has(flags, 'E', 0) || has(flags, 'F', 0) || has(flags, 'G', 0);

    if (langc_last(s, -1) == TA_MARBUTA)
        gender = AHD_FEAT_SET(GENDER, AHD_FEMININE);
    if (duals || has(flags, 'H', 0) || has(flags, 'I', 0))
        number = AHD_FEAT_SET(NUMBER, AHD_SINGULAR);
    langc_inflect_bare(n, s, gender | number);
    if (duals)
        langc_inflect_dual(n, s, gender);
    if (has(flags, 'H', 0))
        langc_inflect_feminine(n, s);
}

static void add_noun(reader *r, ahd_str word, ahd_str flags)
{
    langc_spelling s = langc_spell(word);
    bool elative = is_elative(&s, flags);
    bool adjective = has(flags, 'B', 0), proper = !has(flags, 'A', 'A');

    if (s.len < 2 || langc_has_bare(r->w, word, false))
        return;
    langc_add_bare(r->w, word, false);
    langc_nominal n = {.w = r->w,
                       .lemma = langc_lemma(
                           r->w, langc_mythes_vowels(&r->mythes, word, false),
                           elative ? AHD_FEAT_SET(DEGREE, AHD_COMPARATIVE) : 0),
                       .pos = adjective || elative ? AHD_POS_ADJ : AHD_POS_NOUN,
                       .also = adjective || elative ? AHD_POS_NOUN
                               : has(flags, 'N', 0) ? AHD_POS_PROPN
                                                    : 0};
    if (has(flags, 'K', 0))
        s.mark[s.len - 2] = LANGC_KASRA;
    if (adjective)
        langc_inflect_adjective(&n, &s);
    else if (proper)
        add_proper(r, word, n.lemma);
    else
        inflect_noun(&n, &s, flags);
    if (has(flags, 'I', 0))
        langc_inflect_masculine(&n, &s);
    if (has(flags, 'N', 0) && !adjective)
        add_nisba(r, &s);
}

/* ------------------------------------------------------------------ lines */

static ahd_str alias(const ahd_str *items, uint32_t count, ahd_str number)
{
    uint32_t n;

    if (!ahd_str_number(number, &n) || n == 0 || n >= count)
        return AHD_STR("");
    return items[n];
}

static void add_line(reader *r, ahd_str line)
{
    ahd_str head = ahd_str_cut(&line, '\t');
    ahd_str word = ahd_str_cut(&head, '/');
    ahd_str flags = alias(r->flags.items, r->flags.count, head);
    ahd_str facts = alias(r->facts.items, r->facts.count, ahd_str_trim(line));

    if (ahd_str_find(facts, AHD_STR("po:verb")) < facts.len)
        add_verb(r, word, facts);
    else if (has(flags, 'A', 'B') || has(flags, 'A', 'D') || has(flags, 'B', 0))
        add_noun(r, word, flags);
}

void langc_hunspell(langc_words *w)
{
    const char *package = "install the package hunspell-ar";
    reader r = {.w = w};
    ahd_str rest = langc_slurp(w->l, "/usr/share/hunspell/ar.dic", package);

    langc_mythes_read(w->l, &r.mythes);
    read_aliases(&r, langc_slurp(w->l, "/usr/share/hunspell/ar.aff", package));
    while (rest.len > 0)
        add_line(&r, ahd_str_cut(&rest, '\n'));
}
