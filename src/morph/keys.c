#include "morph/keys.h"

#include "base/utf8.h"
#include "lang/fold.h"
#include "lang/normal.h"
#include "morph/analyse.h"
#include "morph/english_forms.h"

/* Readings this many bits less likely than the best one have no key; of English
 * words, readings this much less usual. */
enum { NEAR = 1, NEAR_ENGLISH = 4 };

static void add(ahd_keys *keys, ahd_str stem)
{
    for (uint32_t i = 0; i < keys->count; i++)
        if (ahd_str_eq(keys->stems[i], stem))
            return;
    if (stem.len > 0 && keys->count < AHD_KEYS_STEMS)
        keys->stems[keys->count++] = stem;
}

/* "Erdoğan" and "Erdogan" are one: of U+00E0 to U+017F what is under the
 * accents, '.' for what stands for two letters or none. */
static uint32_t without_accent(uint32_t c)
{
    static const char bases[] = "aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
                                "aaaaaaccccccccddddeeeeeeeeeegggg"
                                "gggghhhhiiiiiiiiii..jjkk.lllllll"
                                "lllnnnnnn...oooooo..rrrrrrssssss"
                                "ssttttttuuuuuuuuuuuuwwyyyzzzzzz.";

    if (c < 0xE0 || c > 0x17F || bases[c - 0xE0] == '.')
        return c;
    return (unsigned char)bases[c - 0xE0];
}

static ahd_str strip_accents(ahd_arena *arena, ahd_str word)
{
    char *out = ahd_arena_alloc(arena, 1, word.len + 4);
    size_t len = 0;

    for (size_t at = 0; at < word.len;)
        len +=
            ahd_utf8_write(without_accent(ahd_utf8_next(word, &at)), out + len);
    return (ahd_str){out, len};
}

/* "talks" is of the noun and of the verb, "struck" of strike, "left" of leave
 * and a word of its own. */
static void add_english(const ahd_english *e, ahd_str form, ahd_keys *keys,
                        ahd_arena *arena)
{
    ahd_english_reading all[AHD_ENGLISH_READINGS];
    uint32_t count = ahd_english_forms_find(e, form, false, all);
    int best = 0;

    for (uint32_t i = 0; i < count; i++)
        best = all[i].usual > best ? all[i].usual : best;
    for (uint32_t i = 0; i < count; i++)
        if (all[i].usual + NEAR_ENGLISH >= best)
            add(keys, strip_accents(arena,
                                    ahd_english_forms_lemma(e, form, &all[i])));
}

static bool is_arabic(ahd_str word)
{
    size_t at = 0;

    return word.len > 0 && ahd_fold_is_arabic(ahd_utf8_next(word, &at));
}

/* How rare a proclitic is, in bits: of 12 words one begins with و, and hardly
 * any with the أ of a question. */
static int bits_of_proclitic(uint32_t letter)
{
    switch (letter) {
    case 0x648: /* و */
        return 3;
    case 0x628: /* ب */
    case 0x644: /* ل */
        return 4;
    case 0x641: /* ف */
    case 0x643: /* ك */
    case 0x633: /* س */
        return 7;
    default:
        return 12;
    }
}

static int bits_of_clitics(const ahd_analysis *a, ahd_str written)
{
    int bits = 0;
    size_t at = 0;

    for (int i = 0; i < a->pros; i++) {
        size_t letter = at;
        bits += bits_of_proclitic(ahd_utf8_next(written, &letter));
        at += a->pro[i];
    }
    if (a->enclitic == 0)
        return bits;
    at = written.len - a->enclitic;
    return bits + (ahd_utf8_next(written, &at) == 0x647 /* ه */ ? 4 : 8);
}

/* "مؤسسة" is the word of its own rather than the feminine of مؤسس; not so the
 * adjectives in ي: الأمنية is «of security» more often than «the wish». */
static bool is_made_feminine(const ahd_lexicon *l, const ahd_analysis *a)
{
    if (a->lemma == AHD_NONE)
        return false;
    ahd_str lemma = ahd_lexicon_lemma(l, a->lemma);
    return AHD_FEAT(a->feats, GENDER) == AHD_FEMININE &&
           AHD_FEAT(a->feats, NUMBER) == AHD_SINGULAR &&
           a->pos != AHD_POS_VERB && !ahd_str_ends(lemma, AHD_STR("ة")) &&
           !ahd_str_ends(lemma, AHD_STR("يّ"));
}

/* What news seldom has of a word, in bits. */
static int bits_of_form(const ahd_lexicon *l, const ahd_analysis *a)
{
    int bits = 0;

    if (AHD_FEAT(a->feats, NUMBER) == AHD_DUAL)
        bits += 5;
    if (AHD_FEAT(a->feats, VOICE) == AHD_PASSIVE)
        bits += 3;
    if (AHD_FEAT(a->feats, PERSON) == 1 || AHD_FEAT(a->feats, PERSON) == 2)
        bits += 5;
    return is_made_feminine(l, a) ? bits + 4 : bits;
}

/* Careless hands leave the hamza of a first alef away in many words, mix ى and
 * ي, ة and ه in few. */
static int bits_of_spelling(const ahd_analysis *a, ahd_str written)
{
    size_t at = 0;

    if (a->spelled != AHD_SPELLED_FOLDED)
        return 0;
    for (int i = 0; i < a->pros; i++)
        at += a->pro[i];
    at += a->article;
    return at < written.len && ahd_utf8_next(written, &at) == 0x627 ? 6 : 12;
}

/* The log of how likely a reading is, by all that one word tells: its form, its
 * clitics, whether it is spelt with care, and whose word it is. */
static int likelihood(const ahd_lexicon *l, const ahd_analysis *a,
                      ahd_str written)
{
    int bits = bits_of_clitics(a, written) + bits_of_form(l, a) +
               bits_of_spelling(a, written);

    if (a->source != AHD_SOURCE_OURS)
        bits += 6;
    return a->weight - bits;
}

/* A lemma as it is spelt, without its vowels. */
static ahd_str bare_lemma(const ahd_lexicon *l, uint32_t lemma,
                          ahd_arena *arena)
{
    ahd_str vowelled = ahd_lexicon_lemma(l, lemma);
    char *out = ahd_arena_alloc(arena, 1, vowelled.len + 4);
    size_t len = 0;

    for (size_t at = 0; at < vowelled.len;) {
        uint32_t c = ahd_utf8_next(vowelled, &at);
        if (ahd_fold_char(c) != 0 && c != '`')
            len += ahd_utf8_write(c, out + len);
    }
    return (ahd_str){out, len};
}

/* The likeliest readings' lemmas; false when no lexicon has the word. */
static bool add_lemmas(const ahd_lexicon *l, ahd_str written, ahd_keys *keys,
                       ahd_arena *arena)
{
    ahd_analysis all[AHD_ANALYSES];
    uint32_t count = ahd_analyse(l, written, all);
    int bits[AHD_ANALYSES], best = INT32_MIN;

    for (uint32_t i = 0; i < count; i++) {
        bits[i] = likelihood(l, &all[i], written);
        if (all[i].lemma != AHD_NONE && bits[i] > best)
            best = bits[i];
    }
    for (uint32_t i = 0; i < count; i++)
        if (all[i].lemma != AHD_NONE && bits[i] >= best - NEAR)
            add(keys, bare_lemma(l, all[i].lemma, arena));
    return best > INT32_MIN;
}

/* The hosts of a word that no lexicon has: those that the kb knows, and what
 * stands where no doubt is left. */
static void add_hosts(const ahd_kb *kb, const ahd_lexicon *l, ahd_str written,
                      ahd_keys *keys)
{
    ahd_analysis all[AHD_ANALYSES];
    uint32_t count = ahd_analyse(l, written, all);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_analysis *a = &all[i];
        size_t before = a->article;
        for (int p = 0; p < a->pros; p++)
            before += a->pro[p];
        if (before + a->enclitic >= keys->exact.len)
            continue;
        ahd_str host = {keys->exact.ptr + before,
                        keys->exact.len - before - a->enclitic};
        bool sure = a->pros > 0 ? a->article > 0 : a->enclitic == 0;
        if (sure || ahd_kb_symbol(kb, host) != 0)
            add(keys, host);
    }
}

/* Without vowels and presentation forms, hamzas and all. */
static ahd_str spell(ahd_arena *arena, ahd_str word)
{
    size_t len = ahd_normal_spell(word, AHD_NORMAL_CLEAN, NULL);
    char *out = ahd_arena_alloc(arena, 1, len + 1);

    ahd_normal_spell(word, AHD_NORMAL_CLEAN, out);
    return (ahd_str){out, len};
}

void ahd_keys_make(const ahd_kb *kb, ahd_str word, ahd_arena *arena,
                   ahd_keys *out)
{
    ahd_lexicon lexicon = ahd_lexicon_open(kb->lang);
    ahd_english english = ahd_english_open(kb->lang);

    *out = (ahd_keys){.exact = ahd_fold(arena, word)};
    if (!is_arabic(out->exact)) {
        add_english(&english, out->exact, out, arena);
    } else {
        ahd_str written = spell(arena, word);
        if (!add_lemmas(&lexicon, written, out, arena))
            add_hosts(kb, &lexicon, written, out);
    }
    if (out->count == 0)
        add(out, out->exact);
}
