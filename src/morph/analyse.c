#include "morph/analyse.h"

#include "base/utf8.h"
#include "lang/fold.h"

enum { LETTERS = AHD_LEXICON_LONGEST + 8, PARSES = 8 };

/* The token as letters; ends[i] is where letter i and its marks end. */
typedef struct word {
    ahd_code letter[LETTERS];
    uint8_t ends[LETTERS];
    uint8_t pronoun[LETTERS + 1]; /* takes bit of a pronoun from i to the end */
    int len;
} word;

/* Proclitics taken off: the host begins at letter `at`. */
typedef struct parse {
    uint8_t at, pros;
    uint8_t first; /* letters before the first proclitic: always 0 */
    uint8_t takes; /* what the last one wants of its host, 0 nothing */
    bool asks;     /* begins with أ: only of known words */
} parse;

typedef struct work {
    const ahd_lexicon *l;
    word w;
    ahd_analysis *out;
    uint32_t count;
    uint32_t bytes;
} work;

/* ------------------------------------------------------------- the letters */

static bool read_word(ahd_str written, word *w)
{
    w->len = 0;
    for (size_t at = 0; at < written.len;) {
        ahd_code letter = ahd_lexicon_letter(ahd_utf8_next(written, &at));
        if (letter.code == AHD_CODE_MARK && w->len > 0)
            w->ends[w->len - 1] = (uint8_t)at;
        if (letter.code == AHD_CODE_MARK)
            continue;
        if (letter.code == AHD_CODE_NONE || w->len == LETTERS)
            return false;
        w->letter[w->len] = letter;
        w->ends[w->len++] = (uint8_t)at;
    }
    return w->len > 0;
}

static const struct {
    uint8_t letters[3], len, takes;
} pronouns[] = {
    {{AHD_CODE_HA}, 1, AHD_TAKES_PRONOUN},
    {{AHD_CODE_HA, AHD_CODE_ALEF}, 2, AHD_TAKES_PRONOUN},
    {{AHD_CODE_HA, AHD_CODE_MIM}, 2, AHD_TAKES_PRONOUN},
    {{AHD_CODE_NUN, AHD_CODE_ALEF}, 2, AHD_TAKES_PRONOUN},
    {{AHD_CODE_YA}, 1, AHD_TAKES_YA},
    {{AHD_CODE_NUN, AHD_CODE_YA}, 2, AHD_TAKES_NI},
    {{AHD_CODE_HA, AHD_CODE_MIM, AHD_CODE_ALEF}, 3, AHD_TAKES_PRONOUN},
    {{AHD_CODE_HA, AHD_CODE_NUN}, 2, AHD_TAKES_PRONOUN},
    {{AHD_CODE_KAF}, 1, AHD_TAKES_PRONOUN},
    {{AHD_CODE_KAF, AHD_CODE_MIM}, 2, AHD_TAKES_PRONOUN},
    {{AHD_CODE_KAF, AHD_CODE_NUN}, 2, AHD_TAKES_PRONOUN},
    {{AHD_CODE_KAF, AHD_CODE_MIM, AHD_CODE_ALEF}, 3, AHD_TAKES_PRONOUN},
};

/* A pronoun is spelt one way: no ة for ه, no ى for ي. */
static bool ends_in(const word *w, const uint8_t *letters, int len)
{
    for (int i = 0; i < len; i++) {
        ahd_code letter = w->letter[w->len - len + i];
        if (letter.code != letters[i] || letter.spelling != 0)
            return false;
    }
    return true;
}

static void find_pronouns(word *w)
{
    for (int i = 0; i <= w->len; i++)
        w->pronoun[i] = 0;
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (pronouns[i].len < w->len &&
            ends_in(w, pronouns[i].letters, pronouns[i].len))
            w->pronoun[w->len - pronouns[i].len] = pronouns[i].takes;
}

/* -------------------------------------------------------------- proclitics */

static bool is_plain(const word *w, int at, uint8_t code)
{
    return w->letter[at].code == code && w->letter[at].spelling == 0;
}

static uint8_t wanted_by(const word *w, int at)
{
    if (w->letter[at].spelling != 0)
        return 0;
    switch (w->letter[at].code) {
    case AHD_CODE_BA:
    case AHD_CODE_KAF:
        return AHD_TAKES_PREP;
    case AHD_CODE_LAM:
        return AHD_TAKES_PREP | AHD_TAKES_LA;
    case AHD_CODE_SIN:
        return AHD_TAKES_SA;
    default:
        return 0;
    }
}

/* The ways to take proclitics off, the whole word first. */
static int find_parses(const word *w, parse *out)
{
    int count = 0;

    out[count++] = (parse){.at = 0};
    if (w->len > 1 &&
        (is_plain(w, 0, AHD_CODE_WAW) || is_plain(w, 0, AHD_CODE_FA)))
        out[count++] = (parse){.at = 1, .pros = 1};
    for (int i = 0, plain = count; i < plain; i++) {
        uint8_t takes = wanted_by(w, out[i].at);
        if (takes != 0 && out[i].at + 1 < w->len)
            out[count++] = (parse){
                .at = out[i].at + 1, .pros = out[i].pros + 1, .takes = takes};
    }
    if (w->letter[0].code == AHD_CODE_ALEF && w->letter[0].spelling == 1 &&
        w->len > 3)
        out[count++] = (parse){.at = 1, .pros = 1, .asks = true};
    return count;
}

/* ------------------------------------------------------------------- rows */

/* A host: letters [from, to), `bare` where its article ends. */
typedef struct host {
    const parse *p;
    int bare, to;
    unsigned weight;
    uint32_t check;
} host;

/* What all readings of a host have in common. */
static ahd_analysis begin(const work *k, const host *h)
{
    ahd_analysis a = {
        .pros = h->p->pros, .weight = (uint8_t)h->weight, .lemma = AHD_NONE};
    const word *w = &k->w;
    int from = h->p->at;

    for (int i = 0; i < h->p->pros; i++)
        a.pro[i] = i == 0 ? w->ends[0] : w->ends[i] - w->ends[i - 1];
    if (h->to < w->len)
        a.enclitic = (uint8_t)(k->bytes - w->ends[h->to - 1]);
    if (h->bare > from)
        a.article = w->ends[h->bare - 1] - (from > 0 ? w->ends[from - 1] : 0);
    return a;
}

static void add(work *k, ahd_analysis a)
{
    if (k->count < AHD_ANALYSES)
        k->out[k->count++] = a;
}

static bool is_nominal(unsigned pos)
{
    return pos == AHD_POS_NOUN || pos == AHD_POS_ADJ || pos == AHD_POS_PROPN;
}

static uint32_t state_of(const ahd_analysis *a, uint32_t feats)
{
    const uint32_t all = AHD_FEAT_SET(STATE, 3);

    if (a->article > 0)
        return (feats & ~all) | AHD_FEAT_SET(ARTICLE, 1) |
               AHD_FEAT_SET(STATE, AHD_DEFINITE);
    if (a->enclitic > 0 && is_nominal(a->pos))
        return (feats & ~all) | AHD_FEAT_SET(STATE, AHD_CONSTRUCT);
    return feats;
}

/* May the word stand between these clitics? */
static bool fits(const work *k, const host *h, uint8_t takes)
{
    bool ends = h->to == k->w.len;

    if (h->p->takes != 0 && !(h->p->takes & takes))
        return false;
    if (h->bare > h->p->at && !(takes & AHD_TAKES_ARTICLE))
        return false;
    return (takes & (ends ? AHD_TAKES_END : k->w.pronoun[h->to])) != 0;
}

static void add_row(work *k, const host *h, const ahd_lexicon_row *row,
                    ahd_analysis a)
{
    a.pos = row->tag->pos;
    a.lemma = row->lemma;
    a.feats = state_of(&a, row->tag->feats | ahd_lexicon_feats(k->l, a.lemma));
    a.spelled = row->check == h->check ? AHD_SPELLED_EXACT : AHD_SPELLED_FOLDED;
    a.source = row->lemma < k->l->ours ? AHD_SOURCE_OURS : AHD_SOURCE_HUNSPELL;
    if (h->p->asks && a.spelled != AHD_SPELLED_EXACT)
        return;
    add(k, a);
    if (row->tag->also != 0) {
        a.pos = row->tag->also;
        add(k, a);
    }
}

/* With the alef of tanween: عاليا. */
static bool is_accusative(const ahd_analysis *a)
{
    return AHD_FEAT(a->feats, CASE) == AHD_ACCUSATIVE &&
           AHD_FEAT(a->feats, STATE) == AHD_INDEFINITE;
}

/* A name may be a word of any noun or adjective: الولايات المتحدة; with the
 * alef of tanween it is rather an adverb. */
static void add_name(work *k, uint32_t from)
{
    for (uint32_t i = from; i < k->count; i++)
        if (k->out[i].pos == AHD_POS_PROPN)
            return;
    for (uint32_t i = from; i < k->count; i++)
        if (is_nominal(k->out[i].pos)) {
            ahd_analysis a = k->out[i];
            a.pos = is_accusative(&a) ? AHD_POS_ADV : AHD_POS_PROPN;
            add(k, a);
            return;
        }
}

static void add_rows(work *k, const host *h, ahd_lexicon_at at)
{
    uint32_t row = ahd_lexicon_rows(k->l, at), from = k->count;
    ahd_analysis a = begin(k, h);
    ahd_lexicon_row r;

    while (ahd_lexicon_next(k->l, &row, &r))
        if (fits(k, h, r.tag->takes))
            add_row(k, h, &r, a);
    if (h->to == k->w.len && !h->p->asks)
        add_name(k, from);
}

/* Every form from letter `bare` on that ends where the token or a pronoun
 * does. `weights` are those of the forms that begin at p->at; NULL to fill. */
static void walk(work *k, const parse *p, int bare, uint8_t *weights,
                 bool fills)
{
    ahd_lexicon_at at = {k->l->root, 0};
    uint32_t check = 0;
    const word *w = &k->w;

    for (int i = bare; i < w->len; i++) {
        if (!ahd_lexicon_step(k->l, &at, w->letter[i].code))
            return;
        check = ahd_lexicon_check(check, w->letter[i]);
        bool ends = i + 1 == w->len || w->pronoun[i + 1] != 0;
        if (!ends || !ahd_lexicon_ends(k->l, at))
            continue;
        unsigned weight = ahd_lexicon_weight(k->l, at);
        if (fills)
            weights[i + 1] = (uint8_t)weight;
        if (weights[i + 1] > weight)
            weight = weights[i + 1];
        add_rows(k, &(host){p, bare, i + 1, weight, check}, at);
    }
}

/* Where the article that begins at the host ends; at the host when none does.
 * After ل its alef is not written: للسلطة. */
static int after_article(const word *w, const parse *p)
{
    int at = p->at;

    if (p->takes & AHD_TAKES_SA || p->asks)
        return at;
    if (p->takes & AHD_TAKES_LA && at + 2 < w->len &&
        is_plain(w, at, AHD_CODE_LAM))
        return at + 1;
    if (at + 3 < w->len && is_plain(w, at, AHD_CODE_ALEF) &&
        is_plain(w, at + 1, AHD_CODE_LAM))
        return at + 2;
    return at;
}

/* ---------------------------------------------------------------- guesses */

typedef struct ending {
    uint8_t letters[2], len, spelling;
    uint32_t feats;
} ending;

static const ending endings[] = {
    {{AHD_CODE_ALEF, AHD_CODE_TA},
     2,
     0,
     AHD_FEAT_SET(NUMBER, AHD_PLURAL) | AHD_FEAT_SET(GENDER, AHD_FEMININE)},
    {{AHD_CODE_WAW, AHD_CODE_NUN},
     2,
     0,
     AHD_FEAT_SET(NUMBER, AHD_PLURAL) | AHD_FEAT_SET(GENDER, AHD_MASCULINE)},
    {{AHD_CODE_YA, AHD_CODE_NUN}, 2, 0, 0},
    {{AHD_CODE_HA},
     1,
     1,
     AHD_FEAT_SET(NUMBER, AHD_SINGULAR) | AHD_FEAT_SET(GENDER, AHD_FEMININE)},
};

static uint32_t noun_feats(const word *w, int to)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const ending *e = &endings[i];
        int at = to - e->len;
        bool same = at > 1 && w->letter[at].code == e->letters[0];
        if (e->len == 2)
            same = same && w->letter[at + 1].code == e->letters[1];
        else
            same = same && w->letter[at].spelling == e->spelling;
        if (same)
            return e->feats;
    }
    return AHD_FEAT_SET(NUMBER, AHD_SINGULAR) |
           AHD_FEAT_SET(GENDER, AHD_MASCULINE);
}

/* The prefix of an imperfect; 0 when there is none. */
static uint32_t verb_feats(const word *w, int from)
{
    const uint32_t imperfect = AHD_FEAT_SET(ASPECT, AHD_IMPERFECT);
    const uint32_t one = AHD_FEAT_SET(NUMBER, AHD_SINGULAR);

    switch (w->letter[from].code) {
    case AHD_CODE_YA:
        return imperfect | AHD_FEAT_SET(PERSON, 3) |
               AHD_FEAT_SET(GENDER, AHD_MASCULINE);
    case AHD_CODE_TA:
        return imperfect | AHD_FEAT_SET(PERSON, 3) | one |
               AHD_FEAT_SET(GENDER, AHD_FEMININE);
    case AHD_CODE_NUN:
        return imperfect | AHD_FEAT_SET(PERSON, 1) |
               AHD_FEAT_SET(NUMBER, AHD_PLURAL);
    default:
        return 0;
    }
}

static void guess_as(work *k, const host *h, uint8_t pos, uint32_t feats)
{
    ahd_analysis a = begin(k, h);

    a.pos = pos;
    a.feats = state_of(&a, feats);
    add(k, a);
}

static void guess_host(work *k, const host *h)
{
    uint32_t nominal = noun_feats(&k->w, h->to);
    uint32_t verbal = verb_feats(&k->w, h->p->at);
    bool ends = h->to == k->w.len;

    if (h->p->takes != AHD_TAKES_SA) {
        if (ends)
            guess_as(k, h, AHD_POS_PROPN, nominal);
        guess_as(k, h, AHD_POS_NOUN, nominal);
        if (ends)
            guess_as(k, h, AHD_POS_ADJ, nominal);
    }
    if (h->bare > h->p->at || (h->p->takes == AHD_TAKES_PREP))
        return;
    if (h->p->takes != AHD_TAKES_SA || verbal != 0)
        guess_as(k, h, AHD_POS_VERB,
                 verbal != 0 ? verbal
                             : AHD_FEAT_SET(ASPECT, AHD_PERFECT) |
                                   AHD_FEAT_SET(PERSON, 3));
}

/* ة and ى end a word: before a pronoun they are written otherwise. */
static bool is_closed(ahd_code last)
{
    return last.spelling == 1 &&
           (last.code == AHD_CODE_HA || last.code == AHD_CODE_YA);
}

static void guess(work *k, const parse *p, int least)
{
    const word *w = &k->w;
    int bare = after_article(w, p);

    if (p->asks || w->len - bare < least)
        return;
    guess_host(k, &(host){.p = p, .bare = bare, .to = w->len});
    for (int to = w->len - 1; to >= w->len - 3 && to - bare >= 3; to--)
        if (w->pronoun[to] != 0 && bare == p->at &&
            !is_closed(w->letter[to - 1]))
            guess_host(k, &(host){.p = p, .bare = bare, .to = to});
}

/* Of a word that is known: it may still be a name that nobody listed, and a
 * word whole where only splits of it are known. */
static void guess_rest(work *k, const parse *whole)
{
    host h = {.p = whole, .bare = after_article(&k->w, whole), .to = k->w.len};
    bool is_whole = false;

    for (uint32_t i = 0; i < k->count; i++) {
        const ahd_analysis *a = &k->out[i];
        if (a->pros > 0 || a->enclitic > 0)
            continue;
        is_whole = true;
        if (a->pos == AHD_POS_PROPN)
            return;
    }
    if (is_whole)
        guess_as(k, &h, AHD_POS_PROPN, noun_feats(&k->w, h.to));
    else
        guess_host(k, &h);
}

/* A token of other letters, of digits, of signs. */
static void guess_foreign(work *k, ahd_str written)
{
    size_t at = 0;
    uint32_t c = written.len > 0 ? ahd_utf8_next(written, &at) : 0;
    ahd_analysis a = {.pos = AHD_POS_PROPN, .lemma = AHD_NONE};

    if (ahd_fold_is_digit(c))
        a.pos = AHD_POS_NUM;
    else if (!ahd_fold_is_word(c))
        a.pos = AHD_POS_PUNCT;
    add(k, a);
}

/* ------------------------------------------------------------------ order */

static int likelihood(const ahd_analysis *a)
{
    return a->spelled * 16 + (a->source == AHD_SOURCE_OURS) * 8 + a->weight -
           a->pros - a->enclitic;
}

/* By insertion: they are few, and mostly in order. */
static void sort(ahd_analysis *a, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        ahd_analysis moved = a[i];
        int value = likelihood(&moved);
        uint32_t at = i;
        for (; at > 0 && likelihood(&a[at - 1]) < value; at--)
            a[at] = a[at - 1];
        a[at] = moved;
    }
}

static void analyse_word(work *k)
{
    parse parses[PARSES];
    int count = find_parses(&k->w, parses);

    for (int i = 0; i < count; i++) {
        uint8_t weights[LETTERS + 1] = {0};
        const parse *p = &parses[i];
        int bare = after_article(&k->w, p);
        if (p->asks && k->count > 0)
            continue;
        walk(k, p, p->at, weights, true);
        if (bare > p->at)
            walk(k, p, bare, weights, false);
    }
    bool known = k->count > 0;
    if (known)
        guess_rest(k, &parses[0]);
    for (int i = 0; i < count && !known; i++)
        guess(k, &parses[i], i == 0 ? 1 : 3);
}

uint32_t ahd_analyse(const ahd_lexicon *l, ahd_str written, ahd_analysis *out)
{
    work k = {.l = l, .out = out, .bytes = (uint32_t)written.len};

    if (written.len > 255 || !read_word(written, &k.w)) {
        guess_foreign(&k, written);
        return k.count;
    }
    find_pronouns(&k.w);
    analyse_word(&k);
    if (k.count == 0)
        guess_foreign(&k, written);
    sort(out, k.count);
    return k.count;
}
