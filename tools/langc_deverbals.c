/* langc_deverbals.c - the nouns of action and the participles of a verb.
 *
 *     اِستَقبَل يَستَقبِل -> مُستَقبِل مُستَقبَل      قَال يَقُول -> قَائِل مَقُول */
#include "langc_inflect.h"

enum {
    ALEF = 0x627,
    ALEF_HAMZA = 0x623,
    ALEF_MADDA = 0x622,
    HAMZA = 0x621,
    WAW_HAMZA = 0x624,
    YA_HAMZA = 0x626,
    TA_MARBUTA = 0x629,
    ALEF_MAQSURA = 0x649,
    WAW = 0x648,
    YA = 0x64A,
    MIM = 0x645,
};

static void remember(langc_words *w, ahd_str lemma, uint32_t feats)
{
    uint32_t *number = ahd_map_put(w->l->arena, &w->deverbal, lemma);

    if (*number != 0)
        return;
    langc_deverbal *d = ahd_vec_push(w->l->arena, &w->deverbals);
    *number = w->deverbals.count;
    *d = (langc_deverbal){lemma, feats, false};
}

static bool is_weak(uint32_t c)
{
    return c == ALEF || c == WAW || c == YA || c == ALEF_MAQSURA;
}

/* The participles of the derived verbs, from the imperfect: م for ي, kasra or
 * fatha before the last letter. */
static langc_spelling derived(const langc_spelling *imperfect, bool passive)
{
    langc_spelling s = *imperfect;
    uint8_t vowel = passive ? LANGC_FATHA : LANGC_KASRA;
    int last = s.len - 1;

    s.letter[0] = MIM;
    s.mark[0] = LANGC_DAMMA;
    if (s.len < 4)
        return s;
    if (is_weak(s.letter[last]) && s.mark[last] == 0) {
        s.letter[last] = passive ? ALEF_MAQSURA : YA;
        s.mark[last - 1] = vowel | (s.mark[last - 1] & LANGC_SHADDA);
    } else if (is_weak(s.letter[last - 1]) && s.mark[last - 1] == 0) {
        if (passive) {
            s.letter[last - 1] = ALEF;
            s.mark[last - 2] = LANGC_FATHA;
        }
    } else if (s.mark[last - 1] != 0) {
        s.mark[last - 1] = vowel | (s.mark[last - 1] & LANGC_SHADDA);
        if (s.letter[last] == YA_HAMZA && passive)
            s.letter[last] = ALEF_HAMZA;
        else if (s.letter[last] == ALEF_HAMZA && !passive)
            s.letter[last] = YA_HAMZA;
    } else if (s.mark[last] & LANGC_SHADDA && passive) {
        s.mark[last - 2] =
            s.mark[last - 2] == LANGC_KASRA ? LANGC_FATHA : s.mark[last - 2];
    }
    return s;
}

/* فَاعِل */
static langc_spelling agent(const langc_spelling *perfect)
{
    langc_spelling s = {.len = 0};
    int doubled = perfect->len == 2;
    uint32_t middle = perfect->letter[1], last = langc_last(perfect, -1);

    if (perfect->letter[0] == ALEF_HAMZA) {
        langc_push(&s, ALEF_MADDA, 0);
    } else {
        langc_push(&s, perfect->letter[0], LANGC_FATHA);
        langc_push(&s, ALEF, 0);
    }
    if (doubled) {
        langc_push(&s, last, LANGC_SHADDA);
        return s;
    }
    if (is_weak(middle) && perfect->mark[1] == 0)
        middle = YA_HAMZA;
    langc_push(&s, middle == ALEF_HAMZA ? YA_HAMZA : middle, LANGC_KASRA);
    if (is_weak(last) || (middle == YA_HAMZA && last == HAMZA))
        last = YA;
    langc_push(&s, last == ALEF_HAMZA ? YA_HAMZA : last, 0);
    return s;
}

/* مَفعُول */
static langc_spelling patient(const langc_spelling *perfect,
                              const langc_spelling *imperfect)
{
    langc_spelling s = {.len = 0};
    uint32_t middle = perfect->letter[1], last = langc_last(perfect, -1);
    bool on_ya = langc_last(imperfect, -2) == YA;

    langc_push(&s, MIM, LANGC_FATHA);
    langc_push(&s, perfect->letter[0], 0);
    if (perfect->len == 3 && is_weak(middle) && perfect->mark[1] == 0) {
        s.mark[1] = on_ya ? LANGC_KASRA : LANGC_DAMMA;
        langc_push(&s, on_ya ? YA : WAW, 0);
        langc_push(&s, last, 0);
        return s;
    }
    if (is_weak(last)) {
        bool waw = langc_last(imperfect, -1) == WAW;
        langc_push(&s, middle, waw ? LANGC_DAMMA : LANGC_KASRA);
        langc_push(&s, waw ? WAW : YA, LANGC_SHADDA);
        return s;
    }
    langc_push(&s, middle == ALEF_HAMZA ? WAW_HAMZA : middle, LANGC_DAMMA);
    langc_push(&s, WAW, 0);
    langc_push(&s, last == ALEF_HAMZA ? HAMZA : last, 0);
    return s;
}

static void remember_masdars(langc_words *w, ahd_str list, uint32_t feats)
{
    while (list.len > 0) {
        ahd_str one = ahd_str_trim(ahd_str_cut(&list, '|'));
        if (one.len > 1)
            remember(w, one, feats | AHD_FEAT_SET(VERBAL, AHD_MASDAR));
    }
}

void langc_deverbals(langc_words *w, const ahd_str *cells, int form)
{
    langc_spelling perfect = langc_spell(cells[0]);
    langc_spelling imperfect = langc_spell(cells[1]);
    uint32_t feats = AHD_FEAT_SET(FORM, form);
    bool passive = cells[4].len > 1;

    remember_masdars(w, cells[3], feats);
    if (cells[1].len < 2 || (form == 1 && perfect.len > 3) || imperfect.len < 3)
        return;
    langc_spelling s = form == 1 ? agent(&perfect) : derived(&imperfect, false);
    remember(w, langc_marked(w->l->arena, &s),
             feats | AHD_FEAT_SET(VERBAL, AHD_PARTICIPLE));
    if (!passive)
        return;
    s = form == 1 ? patient(&perfect, &imperfect) : derived(&imperfect, true);
    remember(w, langc_marked(w->l->arena, &s),
             feats | AHD_FEAT_SET(VERBAL, AHD_PASSIVE_PARTICIPLE));
}

uint32_t langc_deverbal_feats(langc_words *w, ahd_str lemma)
{
    const uint32_t *number = ahd_map_find(&w->deverbal, lemma);

    if (number == NULL)
        return 0;
    langc_deverbal *d = &w->deverbals.items[*number - 1];
    d->used = true;
    return d->feats;
}

static void inflect_masdar(const langc_nominal *n, const langc_spelling *s)
{
    const uint32_t one = AHD_FEAT_SET(NUMBER, AHD_SINGULAR);
    bool ta = langc_last(s, -1) == TA_MARBUTA;
    uint32_t gender = AHD_FEAT_SET(GENDER, ta ? AHD_FEMININE : AHD_MASCULINE);

    langc_inflect_bare(n, s, one | gender);
    if (AHD_FEAT(n->feats, FORM) == 1 && !ta)
        return;
    langc_inflect_dual(n, s, gender);
    langc_inflect_feminine(n, s);
}

void langc_deverbals_finish(langc_words *w)
{
    for (uint32_t i = 0; i < w->deverbals.count; i++) {
        const langc_deverbal *d = &w->deverbals.items[i];
        bool masdar = AHD_FEAT(d->feats, VERBAL) == AHD_MASDAR;
        langc_spelling s = langc_spell(d->lemma);
        if (d->used)
            continue;
        langc_nominal n = {.w = w,
                           .lemma = langc_lemma(w, d->lemma, d->feats),
                           .feats = d->feats,
                           .pos = masdar ? AHD_POS_NOUN : AHD_POS_ADJ,
                           .also = masdar ? 0 : AHD_POS_NOUN};
        langc_add_bare(w, langc_letters(w->l->arena, &s), false);
        if (masdar) {
            inflect_masdar(&n, &s);
            continue;
        }
        langc_inflect_adjective(&n, &s);
        langc_inflect_masculine(&n, &s);
    }
}
