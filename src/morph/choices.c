#include "morph/choices.h"

#include "base/utf8.h"
#include "lang/grammar.h"

#define BIT(pos) (1u << AHD_POS_##pos)

/* What a word that nobody knows may be. */
#define OPEN (BIT(NOUN) | BIT(ADJ) | BIT(VERB) | BIT(PROPN) | BIT(ADV))

enum { ALEF = 0x627, LAM = 0x644, WAW = 0x648, FA = 0x641, BA = 0x628 };
enum { KAF = 0x643, SIN = 0x633, HA = 0x647, MIM = 0x645, NUN = 0x646 };
enum { YA = 0x64A, TA = 0x62A, TA_MARBUTA = 0x629, HAMZA_ALEF = 0x623 };

/* Seen so often in training that it will have no other part of speech. */
enum { OFTEN = 12 };

uint64_t ahd_choices_key(ahd_seen what, const uint16_t *letters, uint32_t count)
{
    uint64_t hash = 0x9E3779B97F4A7C15ull * (2u * what + 1);

    for (uint32_t i = 0; i < count; i++)
        hash = (hash ^ letters[i]) * 0x100000001B3ull;
    hash ^= hash >> 29;
    hash *= 0xBF58476D1CE4E5B9ull;
    return hash ^ hash >> 32;
}

uint64_t ahd_choices_lemma_key(ahd_str lemma)
{
    uint16_t letters[AHD_LETTERS];
    uint32_t count = 0;

    for (size_t at = 0; at < lemma.len && count < AHD_LETTERS;)
        letters[count++] = (uint16_t)ahd_utf8_next(lemma, &at);
    return ahd_choices_key(AHD_SEEN_LEMMA, letters, count);
}

/* How many of the letters before `end` are a pronoun; rules of spelling. */
static uint32_t pronoun_length(const ahd_letters *l, uint32_t want)
{
    static const uint16_t pronouns[][4] = {
        {HA},        {HA, ALEF}, {HA, MIM},       {HA, MIM, ALEF},
        {NUN, ALEF}, {KAF},      {KAF, MIM},      {YA},
        {NUN, YA},   {HA, NUN},  {KAF, MIM, ALEF}};
    const uint16_t *p;
    uint32_t len = 0;

    if (want >= sizeof pronouns / sizeof *pronouns)
        return UINT32_MAX;
    p = pronouns[want];
    while (len < 4 && p[len] != 0)
        len++;
    if (len >= l->count)
        return 0;
    for (uint32_t i = 0; i < len; i++)
        if (l->bare[l->count - len + i] != p[i])
            return 0;
    return len;
}

static uint8_t article_at(const ahd_letters *l, const ahd_split *s)
{
    uint32_t left = (uint32_t)s->end - s->pros;

    if (left > 3 && l->fold[s->pros] == ALEF && l->fold[s->pros + 1] == LAM)
        return 2;
    /* "للسلطة" is ل + لسلطة. */
    return left > 2 && s->pros > 0 && l->fold[s->pros - 1] == LAM &&
           l->fold[s->pros] == LAM;
}

void ahd_choices_host(const ahd_letters *l, uint32_t pros, uint32_t end,
                      ahd_host *out)
{
    ahd_split s = {.pros = (uint8_t)pros, .end = (uint8_t)end};

    out->count = 0;
    if (article_at(l, &s) == 1)
        out->bare[out->count] = out->fold[out->count] = ALEF, out->count++;
    for (uint32_t i = pros; i < end; i++) {
        out->bare[out->count] = l->bare[i];
        out->fold[out->count++] = l->fold[i];
    }
    if (end < l->count && out->count > 0 && out->bare[out->count - 1] == TA) {
        out->bare[out->count - 1] = TA_MARBUTA;
        out->fold[out->count - 1] = HA;
    }
}

/* The folded host without its article, or with one. */
static ahd_host swap_article(const ahd_host *h, const ahd_split *s)
{
    ahd_host out = {.count = 0};

    if (s->article == 0) {
        out.fold[out.count++] = ALEF;
        out.fold[out.count++] = LAM;
    }
    for (uint32_t i = s->article > 0 ? 2 : 0;
         i < h->count && out.count < AHD_LETTERS + 2; i++)
        out.fold[out.count++] = h->fold[i];
    return out;
}

static bool recall_as(const ahd_weights *weights, ahd_seen what,
                      const ahd_host *host, ahd_split *s)
{
    uint64_t key = ahd_choices_key(
        what, what == AHD_SEEN_HOST ? host->bare : host->fold, host->count);

    s->recalled_as++;
    s->recalls = (uint8_t)ahd_weights_recall(weights, key, &s->recalled);
    return s->recalls > 0;
}

/* Careless typing leaves a hamza out, it does not put one in: "هنأ" within is
 * no "هنا". The first letter is mistaken either way. */
static bool is_careful(const ahd_host *h)
{
    for (uint32_t i = 1; i < h->count; i++)
        if (h->bare[i] >= 0x622 && h->bare[i] <= 0x626 &&
            (h->bare[i - 1] != LAM || h->bare[0] != ALEF || i != 2))
            return true;
    return false;
}

/* What was seen of the host, else of forms that are nearly it. */
static void recall(const ahd_weights *weights, const ahd_letters *l,
                   ahd_split *s)
{
    uint64_t key = ahd_choices_key(AHD_SEEN_HOST, l->bare + s->pros,
                                   (uint32_t)s->end - s->pros);
    ahd_host host, other;

    ahd_choices_host(l, s->pros, s->end, &host);
    other = swap_article(&host, s);
    s->usage = ahd_frequency_find(
        &weights->usages,
        ahd_choices_key(AHD_SEEN_FOLDED, host.fold, host.count));
    s->recalls = (uint8_t)ahd_weights_recall(weights, key, &s->recalled);
    if (s->recalls > 0 || recall_as(weights, AHD_SEEN_HOST, &host, s) ||
        is_careful(&host) || recall_as(weights, AHD_SEEN_FOLDED, &host, s))
        return;
    recall_as(weights, AHD_SEEN_FOLDED, &other, s);
}

static uint32_t recalled_pos(const ahd_split *s, uint32_t *times)
{
    uint32_t mask = 0;

    *times = 0;
    for (uint32_t i = 0; i < s->recalls; i++) {
        mask |= 1u << s->recalled[i].pos;
        *times += s->recalled[i].times;
    }
    return mask;
}

static void allow(ahd_split *s, uint32_t letters)
{
    uint32_t times, seen = recalled_pos(s, &times);

    s->allowed = seen | s->lexical;
    if (times < OFTEN)
        s->allowed |= OPEN;
    if (s->article > 0 && !(seen & BIT(VERB)))
        s->allowed &= ~BIT(VERB);
    if (s->end - s->pros == 1 && s->end < letters)
        s->allowed = BIT(ADP);
}

static void add(ahd_choices *c, uint32_t pros, uint32_t end)
{
    for (uint32_t i = 0; i < c->count; i++)
        if (c->splits[i].pros == pros && c->splits[i].end == end)
            return;
    if (c->count < AHD_SPLITS)
        c->splits[c->count++] =
            (ahd_split){.pros = (uint8_t)pros, .end = (uint8_t)end};
}

static ahd_split *find_split(ahd_choices *c, uint32_t pros, uint32_t end)
{
    for (uint32_t i = 0; i < c->count; i++)
        if (c->splits[i].pros == pros && c->splits[i].end == end)
            return &c->splits[i];
    return NULL;
}

/* Does an analysis end in a pronoun of so many bytes? */
static bool has_pronoun(const ahd_choices *c, uint32_t bytes)
{
    for (uint32_t i = 0; i < c->analysed; i++)
        if (c->analyses[i].enclitic == bytes)
            return true;
    return false;
}

/* What the lexicon says of a split; "به" is ب with a pronoun, not a pronoun
 * with ب. */
static void note(ahd_choices *c, uint32_t index)
{
    const ahd_analysis *a = &c->analyses[index];
    uint32_t end = c->letters.count, bytes = c->letters.at[end] - a->enclitic;

    c->split_of[index] = AHD_SPLITS;
    while (end > 0 && c->letters.at[end - 1] >= bytes)
        end--;
    if (a->pos == AHD_POS_PRON && a->pros > 0 && a->enclitic == 0 &&
        has_pronoun(c, c->letters.at[end] - c->letters.at[a->pros]))
        return;
    add(c, a->pros, end);
    ahd_split *s = find_split(c, a->pros, end);
    if (s == NULL)
        return;
    c->split_of[index] = (uint8_t)(s - c->splits);
    if (a->spelled == AHD_SPELLED_GUESSED)
        return;
    s->lexical |= 1u << a->pos;
    if (a->source == AHD_SOURCE_OURS)
        s->ours |= 1u << a->pos;
    if (a->source == AHD_SOURCE_OURS && a->pos == AHD_POS_PROPN)
        s->named |= AHD_FEAT(a->feats, GENDER) ? AHD_NAMED_GIVEN : AHD_NAMED;
    s->spelled = a->spelled > s->spelled ? a->spelled : s->spelled;
    s->weight = a->weight > s->weight ? a->weight : s->weight;
}

typedef struct adding {
    const ahd_weights *weights;
    ahd_choices *to;
    bool known; /* to the lexicon */
} adding;

static bool is_preposition(uint32_t letter)
{
    return letter == BA || letter == LAM || letter == KAF;
}

/* A split by the rules of spelling alone. Where the lexicon knows the word, it
 * must have been seen. */
static void add_by_rule(adding *a, uint32_t pros, uint32_t end)
{
    const ahd_recalled *seen;
    const uint16_t *host = a->to->letters.bare + pros;

    if (!a->known ||
        ahd_weights_recall(a->weights,
                           ahd_choices_key(AHD_SEEN_HOST, host, end - pros),
                           &seen) > 0)
        add(a->to, pros, end);
}

/* The host alone, and without each pronoun it may end in. */
static void add_hosts(adding *a, uint32_t pros)
{
    const ahd_letters *l = &a->to->letters;
    uint32_t len;

    if (l->count - pros >= 2)
        add_by_rule(a, pros, l->count);
    for (uint32_t i = 0; (len = pronoun_length(l, i)) != UINT32_MAX; i++) {
        uint32_t end = l->count - len;
        if (len == 0 || end < pros + 1 ||
            (end == pros + 1 && !is_preposition(l->bare[pros])))
            continue;
        add_by_rule(a, pros, end);
    }
}

static bool is_future(const ahd_letters *l, uint32_t at)
{
    uint32_t next = at + 1 < l->count ? l->bare[at + 1] : 0;

    return l->bare[at] == SIN &&
           (next == YA || next == TA || next == NUN || next == HAMZA_ALEF);
}

static void add_splits(adding *a)
{
    const ahd_letters *l = &a->to->letters;

    add_hosts(a, 0);
    for (uint32_t pros = 0; pros < 2 && pros + 2 < l->count; pros++) {
        bool joined = l->bare[pros] == WAW || l->bare[pros] == FA;
        if (is_preposition(l->bare[pros]) || is_future(l, pros))
            add_hosts(a, pros + 1);
        if (!joined || pros > 0)
            return;
        add_hosts(a, 1);
    }
}

static void add_analyses(const ahd_sources *sources, ahd_choices *c)
{
    adding by_rule = {&sources->weights, c, false};

    add(c, 0, c->letters.count);
    c->analysed = ahd_analyse(&sources->lexicon, c->written, c->analyses);
    for (uint32_t i = 0; i < c->analysed; i++) {
        note(c, i);
        by_rule.known |= c->analyses[i].spelled != AHD_SPELLED_GUESSED;
    }
    add_splits(&by_rule);
}

static uint64_t kin_of(const ahd_choices *c)
{
    const ahd_split *s = &c->splits[0];
    uint64_t kin = c->kind;

    for (uint32_t i = 0; i < c->count; i++)
        if (c->splits[i].recalls > 0 &&
            c->splits[i].recalled->times >
                (s->recalls ? s->recalled->times : 0))
            s = &c->splits[i];
    kin = kin << 8 | s->article << 2 | (s->end < c->letters.count) << 1;
    if (s->pros > 0)
        kin = kin << 16 | c->letters.bare[0];
    if (s->recalls == 0)
        return kin << 20 | s->lexical << 1 | 1;
    kin = kin << 5 | s->recalled[0].pos;
    return kin << 6 | (s->recalls > 1 ? s->recalled[1].pos + 1u : 0) << 1;
}

/* "الوزير", "رئيس": a person's name may follow. */
static bool is_title(const ahd_lexica *lang, const ahd_choices *c,
                     const ahd_split *s)
{
    uint32_t from = c->letters.at[s->pros + (s->article == 2 ? 2 : 0)];
    ahd_str word = {c->written.ptr + from, c->letters.at[s->end] - from};

    return (ahd_grammar_classes(lang, ahd_grammar_key(AHD_GRAMMAR_NOUN, word)) &
            AHD_GRAMMAR_TITLE) != 0;
}

/* What a word may be beside a name: kinds, not words, so that it is known of
 * words that were never seen. */
static uint32_t look_of(const ahd_lexica *lang, const ahd_choices *c)
{
    uint32_t named = 0, lexical = 0, title = 0, article = 0;

    for (uint32_t i = 0; i < c->count; i++) {
        const ahd_split *s = &c->splits[i];
        named |= s->named;
        lexical |= s->lexical;
        article |= s->article > 0;
        title |= c->kind == AHD_TOKEN_WORD && (s->lexical & BIT(NOUN)) &&
                 is_title(lang, c, s);
    }
    lexical =
        (lexical & BIT(NOUN) ? 1u : 0) | (lexical & BIT(ADJ) ? 2u : 0) |
        (lexical & BIT(VERB) ? 4u : 0) |
        (lexical & ~(BIT(NOUN) | BIT(ADJ) | BIT(VERB) | BIT(PROPN)) ? 8u : 0);
    return ((((uint32_t)c->kind << 4 | lexical) << 2 | named) << 1 | title)
               << 1 |
           article;
}

void ahd_choices_describe(ahd_choices *c)
{
    const ahd_letters *l = &c->letters;
    uint32_t two = l->count < 2 ? l->count : 2;

    c->id = ahd_choices_key(AHD_SEEN_HOST, l->bare, l->count);
    c->begins = ahd_choices_key(AHD_SEEN_FOLDED, l->fold, two);
}

/* A number, a mark, a word in other letters: one split, no doubt. */
static void add_whole(const ahd_weights *weights, ahd_choices *c)
{
    static const uint32_t usual[] = {[AHD_TOKEN_WORD] = BIT(X),
                                     [AHD_TOKEN_NUMBER] = BIT(NUM),
                                     [AHD_TOKEN_PUNCT] = BIT(PUNCT)};
    uint32_t times;

    add(c, 0, c->letters.count);
    recall(weights, &c->letters, &c->splits[0]);
    c->splits[0].allowed = recalled_pos(&c->splits[0], &times);
    if (times == 0)
        c->splits[0].allowed = usual[c->kind];
}

void ahd_choices_make(const ahd_sources *sources, ahd_str written,
                      uint32_t kind, ahd_choices *out)
{
    bool arabic = kind == AHD_TOKEN_WORD;

    out->written = written;
    out->kind = (uint8_t)kind;
    out->count = 0;
    out->analysed = 0;
    if (!ahd_letters_read(written, &out->letters)) {
        out->letters = (ahd_letters){.count = 1};
        out->letters.at[1] = (uint8_t)(written.len < 255 ? written.len : 255);
        arabic = false;
    }
    if (arabic && out->letters.bare[0] >= 0x600)
        add_analyses(sources, out);
    else
        add_whole(&sources->weights, out);
    for (uint32_t i = 0; i < out->count && arabic; i++) {
        ahd_split *s = &out->splits[i];
        s->article = article_at(&out->letters, s);
        recall(&sources->weights, &out->letters, s);
        allow(s, out->letters.count);
    }
    ahd_choices_describe(out);
    out->kin = kin_of(out);
    out->look = look_of(sources->lang, out);
}
