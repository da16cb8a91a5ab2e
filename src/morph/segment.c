#include "morph/segment.h"

#include "base/utf8.h"
#include "morph/clues.h"
#include "morph/english_segment.h"
#include "morph/known.h"
#include "morph/refine.h"
#include "morph/vowel.h"

#include <string.h>

/* Words whose own scores are kept, so that a word that comes again costs
 * little; a document of more forms starts afresh. */
enum {
    CACHED = 2048,
    BUCKETS = 4096,
};

/* Features that spelling does not show: the lexicon's word has them. */
#define ONLY_LEXICAL                                                           \
    (AHD_FEAT_SET(FORM, 15) | AHD_FEAT_SET(DEGREE, 3) |                        \
     AHD_FEAT_SET(ARTICLE, 1) | AHD_FEAT_SET(LIGHT, 1))

typedef struct stage {
    const ahd_sources *sources;
    const ahd_weights *weights; /* the sources' */
    const ahd_lexica *lang;
    ahd_known_table table;
    ahd_doc *doc;
    ahd_arena *scratch;
    ahd_known **cache; /* made as they come: most documents are short */
    uint16_t *buckets; /* of the cache, plus one */
    uint32_t cached;
} stage;

typedef struct window {
    const ahd_known *words[AHD_RANK_WORDS + 2]; /* one before, one after */
    ahd_option options[AHD_RANK_WORDS][AHD_OPTIONS];
    ahd_ranked ranked[AHD_RANK_WORDS];
} window;

static const ahd_known *known(stage *s, const ahd_token *token)
{
    ahd_str written = ahd_doc_words(s->doc, token->at);
    uint32_t hash = ahd_str_hash(written), i = hash & (BUCKETS - 1);

    for (; s->buckets[i] != 0; i = (i + 1) & (BUCKETS - 1)) {
        const ahd_known *w = s->cache[s->buckets[i] - 1];
        if (w->hash == hash && ahd_str_eq(w->choices.written, written))
            return w;
    }
    if (s->cache[s->cached] == NULL)
        s->cache[s->cached] = ahd_new(s->scratch, ahd_known, 1);
    ahd_known *w = s->cache[s->cached++];
    w->hash = hash;
    bool arabic =
        token->kind == AHD_TOKEN_WORD && token->flags & AHD_TOKEN_ARABIC;
    if (!arabic || !ahd_known_find(&s->table, s->sources, written, w))
        ahd_known_make(s->sources, written, token->kind, w);
    s->buckets[i] = (uint16_t)s->cached;
    return w;
}

/* Room for all words of a window in the cache. */
static void refresh(stage *s)
{
    if (s->cached + AHD_RANK_WORDS + 4 < CACHED)
        return;
    memset(s->buckets, 0, sizeof *s->buckets * BUCKETS);
    s->cached = 0;
}

static void score(const stage *s, window *w, uint32_t i)
{
    const ahd_known *word = w->words[i + 1];
    const ahd_choices *near[3];
    uint32_t rows[AHD_CLUES];
    int16_t sums[AHD_WEIGHTS_LANES] = {0};

    w->ranked[i] = (ahd_ranked){word->options, word->count, 0};
    if (word->count < 2)
        return;
    for (uint32_t k = 0; k < 3; k++)
        near[k] = w->words[i + k] ? &w->words[i + k]->choices : NULL;
    uint32_t count = ahd_clues_around(near, s->weights->row_bits, rows);
    ahd_weights_sum(s->weights->rows, rows, count, sums);
    for (uint32_t k = 0; k < word->count; k++) {
        w->options[i][k] = word->options[k];
        w->options[i][k].score += sums[word->options[k].pos];
    }
    w->ranked[i].options = w->options[i];
}

/* ---------------------------------------------------------------- segments */

static ahd_segment *add_segment(stage *s, uint32_t token, uint32_t from,
                                uint32_t to)
{
    uint32_t start = s->doc->tokens.items[token].at.start;
    ahd_segment *segment = ahd_vec_push(s->doc->arena, &s->doc->segments);

    segment->token = token;
    segment->at = (ahd_span){start + from, to - from};
    s->doc->tokens.items[token].segments++;
    return segment;
}

static void set_clitic_pos(const stage *s, const ahd_letters *l, uint32_t which,
                           uint32_t pos, ahd_segment *out)
{
    const ahd_recalled *seen;
    uint64_t key = ahd_choices_key(AHD_SEEN_CLITIC, l->bare + which, 1);
    uint32_t count = ahd_weights_recall(s->weights, key, &seen);

    out->pos = (uint8_t)pos;
    for (uint32_t i = 0; i < count; i++)
        if (seen[i].pos == pos) {
            out->lemma = ahd_weights_lemma(s->weights, seen[i].lemma);
            out->feats = seen[i].feats;
        }
}

static void set_clitic(const stage *s, const ahd_letters *l, uint32_t first,
                       uint32_t count, ahd_segment *out)
{
    const ahd_recalled *seen;
    uint64_t key = ahd_choices_key(AHD_SEEN_CLITIC, l->bare + first, count);

    out->kind = first == 0 ? AHD_SEGMENT_PROCLITIC : AHD_SEGMENT_ENCLITIC;
    out->known = 1;
    out->pos = AHD_POS_PRON;
    if (ahd_weights_recall(s->weights, key, &seen) == 0)
        return;
    out->pos = seen->pos;
    out->feats = seen->feats;
    out->lemma = ahd_weights_lemma(s->weights, seen->lemma);
}

static void guess_lemma(const stage *s, const ahd_letters *l,
                        const ahd_split *split, ahd_segment *out)
{
    ahd_unvowelled word = {.pos = out->pos};
    char lemma[AHD_VOWEL_BYTES];

    ahd_choices_host(l, split->pros, split->end, &word.host);
    uint32_t len = ahd_vowel_guess(s->weights, &word, lemma);
    if (len == 0)
        return;
    char *kept = ahd_arena_alloc(s->doc->arena, 1, len);
    memcpy(kept, lemma, len);
    out->lemma = (ahd_str){kept, len};
}

/* A foreign name that nobody knows is its letters, alef and ta marbuta
 * plain, as treebanks have it: "أنتونيو" is انتونيو. */
static void plain_name(const stage *s, const ahd_letters *l,
                       const ahd_split *split, ahd_segment *out)
{
    char *lemma = ahd_arena_alloc(s->doc->arena, 3, split->end + 1u);
    size_t len = 0;

    for (uint32_t i = split->pros + (uint32_t)split->article; i < split->end;
         i++) {
        bool alef =
            l->bare[i] == 0x622 || l->bare[i] == 0x623 || l->bare[i] == 0x625;
        bool ta = l->bare[i] == 0x629;
        len +=
            ahd_utf8_write(alef || ta ? l->fold[i] : l->bare[i], lemma + len);
    }
    out->lemma = (ahd_str){lemma, len};
}

static bool has_lemma(uint32_t pos)
{
    return pos == AHD_POS_NOUN || pos == AHD_POS_ADJ || pos == AHD_POS_VERB ||
           pos == AHD_POS_PROPN || pos == AHD_POS_ADV || pos == AHD_POS_NUM ||
           pos == AHD_POS_DET;
}

/* How often a lemma of the lexicon was the right one in training. */
static uint32_t times_seen(const stage *s, const ahd_analysis *a)
{
    const ahd_recalled *seen;
    ahd_str lemma = ahd_lexicon_lemma(&s->sources->lexicon, a->lemma);
    uint32_t count =
        ahd_weights_recall(s->weights, ahd_choices_lemma_key(lemma), &seen);

    for (uint32_t i = 0; i < count; i++)
        if (seen[i].pos == a->pos)
            return seen[i].times;
    return 0;
}

/* The analysis of a split read as `pos`: the right spelling before others,
 * what was seen most before what was not. */
static const ahd_analysis *find_analysis(const stage *s, const ahd_known *w,
                                         uint32_t split, uint32_t pos)
{
    const ahd_analysis *found = NULL;
    uint32_t most = 0, times = UINT32_MAX; /* of `found`, when needed */

    for (uint32_t i = 0; i < w->choices.analysed; i++) {
        const ahd_analysis *a = &w->choices.analyses[i];
        uint32_t rank = (uint32_t)a->source << 4 ^ 16u * AHD_SOURCE_HUNSPELL;
        if (w->choices.split_of[i] != split || a->pos != pos ||
            a->lemma == AHD_NONE)
            continue;
        rank |= a->spelled;
        if (found != NULL && rank < most)
            continue;
        if (found != NULL && rank == most) {
            times = times == UINT32_MAX ? times_seen(s, found) : times;
            uint32_t now = times_seen(s, a);
            if (now <= times)
                continue;
            times = now;
        } else {
            times = UINT32_MAX;
        }
        most = rank;
        found = a;
    }
    return found;
}

/* What the sentence says of the word, and what the lexicon alone knows: which
 * nouns are masdars or participles, and whether a name is a man's. */
static uint32_t host_feats(const ahd_analysis *a, const ahd_decided *option)
{
    const uint32_t gender = AHD_FEAT_SET(GENDER, 3);
    uint32_t feats = option->feats;

    if (a == NULL)
        return feats;
    if (option->pos == AHD_POS_PROPN && a->source == AHD_SOURCE_OURS &&
        a->feats & gender)
        feats = (feats & ~gender) | (a->feats & gender);
    if (option->pos == AHD_POS_NOUN && AHD_FEAT(feats, VERBAL) == 0)
        feats |= a->feats & AHD_FEAT_SET(VERBAL, 7);
    return feats | (a->feats & ONLY_LEXICAL);
}

/* A name without article that the lexicon has as a noun alone: it made a name
 * of that noun's row. */
static bool is_common(const stage *s, const ahd_known *w, uint32_t split,
                      const ahd_analysis *name)
{
    const ahd_analysis *noun;

    if (w->choices.splits[split].article || name == NULL)
        return false;
    noun = find_analysis(s, w, split, AHD_POS_NOUN);
    return noun != NULL && noun->lemma == name->lemma &&
           noun->source == name->source;
}

static void set_host(const stage *s, const ahd_known *w,
                     const ahd_decided *option, ahd_segment *out)
{
    const ahd_split *split = &w->choices.splits[option->split];
    const ahd_analysis *a = find_analysis(s, w, option->split, option->pos);

    out->pos = (uint8_t)option->pos;
    out->lemma = ahd_doc_words(s->doc, out->at);
    out->known = a != NULL || split->recalls > 0;
    out->feats = host_feats(a, option);
    out->common =
        out->pos == AHD_POS_PROPN && is_common(s, w, option->split, a);
    for (uint32_t i = 0; i < split->recalls; i++)
        if (split->recalled[i].pos == out->pos &&
            split->recalled[i].feats != AHD_RECALLED_UNTOLD) {
            out->lemma =
                ahd_weights_lemma(s->weights, split->recalled[i].lemma);
            return;
        }
    if (a != NULL && a->source == AHD_SOURCE_OURS)
        out->lemma = ahd_lexicon_lemma(&s->sources->lexicon, a->lemma);
    else if (w->choices.kind == AHD_TOKEN_WORD && out->pos == AHD_POS_PROPN)
        plain_name(s, &w->choices.letters, split, out);
    else if (w->choices.kind == AHD_TOKEN_WORD && has_lemma(out->pos))
        guess_lemma(s, &w->choices.letters, split, out);
}

/* What it may be, and what it was mostly. */
static uint32_t clitic_pos(const stage *s, const ahd_letters *l, uint32_t which)
{
    const ahd_recalled *seen;
    uint64_t key = ahd_choices_key(AHD_SEEN_CLITIC, l->bare + which, 1);
    uint32_t count = ahd_weights_recall(s->weights, key, &seen), mask = 0;

    for (uint32_t i = 0; i < count; i++)
        if (seen[i].pos != AHD_POS_PRON)
            mask |= 1u << seen[i].pos;
    return mask;
}

static void write_token(stage *s, uint32_t token, const ahd_vicinity *v,
                        const ahd_known *word)
{
    const ahd_decided *option = &v->near[2];
    const ahd_letters *l = &word->choices.letters;
    const ahd_split *split = &word->choices.splits[option->split];
    ahd_token *t = &s->doc->tokens.items[token];

    if (t->kind == AHD_TOKEN_WORD && !(t->flags & AHD_TOKEN_ARABIC)) {
        ahd_english_segment_foreign(s->lang, s->doc, token);
        return;
    }
    t->segment = s->doc->segments.count;
    t->segments = 0;
    for (uint32_t i = 0; i < split->pros; i++) {
        ahd_segment *pro = add_segment(s, token, l->at[i], l->at[i + 1]);
        set_clitic(s, l, i, 1, pro);
        pro->kind = AHD_SEGMENT_PROCLITIC;
        uint32_t allowed = clitic_pos(s, l, i);
        if (allowed != 0)
            set_clitic_pos(s, l, i,
                           ahd_refine_clitic(s->weights, v, i, allowed), pro);
    }
    t->host = t->segments;
    uint32_t end = split->end < l->count ? l->at[split->end] : t->at.len;
    ahd_segment *host = add_segment(s, token, l->at[split->pros], end);
    set_host(s, word, option, host);
    if (split->end < l->count)
        set_clitic(s, l, split->end, l->count - (uint32_t)split->end,
                   add_segment(s, token, end, t->at.len));
}

/* Features and segments, from first to last. */
static void decide(stage *s, const window *w, uint32_t first, uint32_t end)
{
    ahd_vicinity v = {{{0}}};

    for (uint32_t i = first; i < end + 2; i++) {
        memmove(v.near, v.near + 1, sizeof v.near - sizeof *v.near);
        v.near[4] = (ahd_decided){0};
        if (i < end) {
            const ahd_ranked *r = &w->ranked[i - first];
            const ahd_option *o = &r->options[r->chosen];
            v.near[4] = (ahd_decided){&w->words[i - first + 1]->choices,
                                      o->split, o->pos, 0};
        }
        if (i < first + 2)
            continue;
        v.near[2].feats = ahd_refine_feats(s->weights, &v);
        write_token(s, i - 2, &v, w->words[i - first - 1]);
    }
}

static void read_window(stage *s, window *w, uint32_t first, uint32_t end)
{
    refresh(s);
    memset(w->words, 0, sizeof w->words);
    for (uint32_t i = first; i < end; i++)
        w->words[i - first + 1] = known(s, &s->doc->tokens.items[i]);
    for (uint32_t i = first; i < end; i++)
        score(s, w, i - first);
    ahd_rank_choose(s->weights->after, w->ranked, end - first);
    decide(s, w, first, end);
}

static void read_sentence(stage *s, window *w, const ahd_sentence *sentence)
{
    for (uint32_t at = sentence->first; at < sentence->end;) {
        uint32_t end = sentence->end - at > AHD_RANK_WORDS ? at + AHD_RANK_WORDS
                                                           : sentence->end;
        read_window(s, w, at, end);
        at = end;
    }
}

void ahd_morph_segment(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_sources sources;
    stage s = {.sources = &sources,
               .weights = &sources.weights,
               .lang = kb->lang,
               .table = ahd_known_open(kb->lang),
               .doc = doc,
               .scratch = scratch};

    bool arabic = ahd_weights_open(kb->lang, &sources.weights);
    sources.lexicon = ahd_lexicon_open(kb->lang);
    sources.lang = kb->lang;
    ahd_vec_reserve(doc->arena, &doc->segments,
                    doc->tokens.count + doc->tokens.count / 2);
    s.cache = ahd_new(scratch, ahd_known *, CACHED);
    s.buckets = ahd_new(scratch, uint16_t, BUCKETS);
    window *w = ahd_new(scratch, window, 1);
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *sentence = &doc->sentences.items[i];
        if (ahd_english_segment_suits(doc, sentence->first, sentence->end))
            ahd_english_segment(kb->lang, doc, sentence->first, sentence->end);
        else if (arabic)
            read_sentence(&s, w, sentence);
    }
}
