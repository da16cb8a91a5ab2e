#include "morph/english_segment.h"

#include "morph/english_pieces.h"

static const uint32_t verbal_mask =
    AHD_FEAT_SET(VERBAL, (1u << AHD_FEAT_BITS_VERBAL) - 1);

static bool is_pos(const ahd_segment *s, ahd_pos pos)
{
    return s != NULL && s->pos == pos;
}

/* "of signing": a gerund; "is signing", "the men signing": a participle. */
static void set_gerund(ahd_segment *s, const ahd_segment *before)
{
    if (s->pos != AHD_POS_VERB || !is_pos(before, AHD_POS_ADP) ||
        AHD_FEAT(s->feats, VERBAL) != AHD_PARTICIPLE ||
        AHD_FEAT(s->feats, TENSE) != AHD_PRESENT)
        return;
    s->feats = (s->feats & ~verbal_mask) | AHD_FEAT_SET(VERBAL, AHD_MASDAR);
}

/* The base of an auxiliary that agrees with its subject: "they have". */
static void set_finite(ahd_segment *s, const ahd_segment *before)
{
    if (s->pos != AHD_POS_AUX || AHD_FEAT(s->feats, VERBAL) != AHD_INFINITIVE ||
        is_pos(before, AHD_POS_AUX) || is_pos(before, AHD_POS_PART) ||
        is_pos(before, AHD_POS_ADV) || ahd_str_eq(s->lemma, AHD_STR("be")))
        return;
    s->feats = (s->feats & ~verbal_mask) | AHD_FEAT_SET(VERBAL, AHD_FINITE) |
               AHD_FEAT_SET(TENSE, AHD_PRESENT);
}

static bool is_short(const ahd_english_piece *p, char letter)
{
    return p->form.len >= 2 && p->form.len <= 4 && p->form.ptr[0] != letter &&
           p->form.ptr[p->form.len - 1] == letter &&
           (p->form.ptr[0] == '\'' || (unsigned char)p->form.ptr[0] == 0xE2);
}

static void set_lemma(const ahd_english *e, ahd_segment *s, ahd_str lemma)
{
    uint32_t word = ahd_english_find(e, lemma);

    if (word != AHD_ENGLISH_NONE)
        s->lemma = ahd_english_name(e, word);
}

/* "it's been", "he'd gone", "her house": what the next word decides. */
static void set_by_next(const ahd_english *e, const ahd_english_piece *p,
                        ahd_segment *s)
{
    const ahd_english_piece *next = p + 1;
    uint32_t tag = next->readings[next->chosen].tag;
    bool got = ahd_str_eq(next->form, AHD_STR("been")) ||
               ahd_str_eq(next->form, AHD_STR("got")) ||
               ahd_str_eq(next->form, AHD_STR("had"));

    if (s->pos == AHD_POS_AUX && is_short(p, 's') && got)
        set_lemma(e, s, AHD_STR("have"));
    if (s->pos == AHD_POS_AUX && is_short(p, 'd') &&
        (got || tag == AHD_TAG_VERB_PARTICIPLE))
        set_lemma(e, s, AHD_STR("have"));
    if (!ahd_str_eq(p->form, AHD_STR("her")) ||
        (tag != AHD_POS_NOUN && tag != AHD_POS_ADJ && tag != AHD_POS_PROPN))
        return;
    s->feats &= ~AHD_FEAT_SET(CASE, (1u << AHD_FEAT_BITS_CASE) - 1);
    s->feats |= AHD_FEAT_SET(CASE, AHD_GENITIVE);
    s->lemma = p->form;
}

static void add(const ahd_english *e, ahd_doc *doc,
                const ahd_english_piece *words, uint32_t count, uint32_t i)
{
    const ahd_english_piece *p = &words[i];
    const ahd_english_reading *r = &p->readings[p->chosen];
    ahd_token *t = &doc->tokens.items[p->token];
    uint32_t index = doc->segments.count;
    ahd_segment *s = ahd_vec_push(doc->arena, &doc->segments);

    s->token = p->token;
    s->at = p->at;
    s->pos = ahd_english_forms_pos(r->tag);
    s->feats = r->feats;
    s->known = r->known;
    s->lemma = ahd_english_forms_lemma(e, p->form, r);
    if (i == 0 || p[-1].token != p->token) {
        t->segment = index;
        t->segments = 0;
        t->host = 0;
    } else
        s->kind = AHD_SEGMENT_ENCLITIC;
    t->segments++;
    const ahd_segment *before = i > 0 ? s - 1 : NULL;
    set_gerund(s, before);
    set_finite(s, before);
    if (i + 1 < count)
        set_by_next(e, p, s);
}

void ahd_english_segment(const ahd_lexica *lang, ahd_doc *doc, uint32_t first,
                         uint32_t end)
{
    static const ahd_english_weights none;
    const ahd_english_weights *weights = ahd_english_weights_open(lang);
    ahd_english e = ahd_english_open(lang);
    ahd_english_piece words[AHD_ENGLISH_WORDS];

    while (first < end) {
        uint32_t count = ahd_english_pieces_make(&e, doc, &first, end, words);
        ahd_english_tags_read(weights ? weights : &none, words, count);
        for (uint32_t i = 0; i < count; i++)
            add(&e, doc, words, count, i);
    }
}

/* Is its paragraph known to be in a language that is not English? */
static bool is_other(const ahd_doc *doc, uint32_t token)
{
    uint32_t sentence = doc->tokens.items[token].sentence;

    if (sentence >= doc->sentences.count)
        return false;
    uint32_t paragraph = doc->sentences.items[sentence].paragraph;
    return paragraph < doc->writings.count &&
           doc->writings.items[paragraph].sure &&
           doc->writings.items[paragraph].lang == AHD_LANG_OTHER;
}

bool ahd_english_segment_suits(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t latin = 0, arabic = 0;

    if (first >= end || is_other(doc, first))
        return false;

    for (uint32_t i = first; i < end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        unsigned char c = t->form.len > 0 ? (unsigned char)t->form.ptr[0] : 0;
        if (t->flags & AHD_TOKEN_ARABIC)
            arabic++;
        else if (t->kind == AHD_TOKEN_WORD && c >= 'a' && c <= 'z')
            latin++;
    }
    return latin > arabic;
}

void ahd_english_segment_foreign(const ahd_lexica *lang, ahd_doc *doc,
                                 uint32_t token)
{
    ahd_english e = ahd_english_open(lang);
    ahd_token *t = &doc->tokens.items[token];
    uint32_t word = ahd_english_find(&e, t->form);
    bool name = t->flags & AHD_TOKEN_CAPITAL ||
                (word != AHD_ENGLISH_NONE &&
                 ahd_english_is(&e, word, AHD_ENGLISH_NAME));

    t->segment = doc->segments.count;
    t->segments = 1;
    t->host = 0;
    *ahd_vec_push(doc->arena, &doc->segments) =
        (ahd_segment){.at = t->at,
                      .token = token,
                      .lemma = t->form,
                      .pos = name ? AHD_POS_PROPN : AHD_POS_X,
                      .known = word != AHD_ENGLISH_NONE};
}
