/* morph_train_rank.c - an averaged perceptron over the words of a sentence.
 *
 * Where the best way through a sentence is not right, the clues of the options
 * of the best right way gain and those of the chosen ones lose. The treebank
 * leaves one way that is right; labels of news (morph_train_labels.c) leave
 * some, texts of which names alone are known (morph_train_names.c) many. */
#include "morph_train.h"

#include "morph/clues.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TAGS = AHD_WEIGHTS_TAGS, AFTER = TAGS * TAGS * TAGS };
enum { OPTIONS = AHD_OPTIONS_MOST, STEP = 16 };

typedef struct rows {
    uint32_t *items, count;
} rows;

typedef struct example {
    rows own[AHD_SPLITS], around;
    ahd_option *options;
    uint8_t *wrong;       /* of each option; NULL: any may be right */
    uint32_t count, gold; /* gold == count: the treebank's is none of them */
} example;

typedef struct lesson {
    example *words;
    uint32_t count, turn; /* turn: 0, or of which rounds it is */
    int step;             /* what a clue gains or loses by it */
} lesson;

typedef struct learner {
    treebank *bank;
    lesson *lessons;
    uint32_t count;
    int32_t (*now)[AHD_POS_COUNT];
    double (*sum)[AHD_POS_COUNT];
    int16_t *after;
    double *after_sum;
    double time;
    uint64_t random;
    uint32_t wrong, words, hidden; /* hidden: of 100 clues */
    int step;                      /* what a clue gains or loses */
} learner;

/* Knobs, for trying: the environment's, else as they were found best. */
static int knob(const char *name, int usual)
{
    const char *set = getenv(name);

    return set ? atoi(set) : usual;
}

/* ----------------------------------------------------------------- lessons */

static rows copy_rows(ahd_arena *arena, const uint32_t *from, uint32_t count)
{
    rows out = {ahd_new(arena, uint32_t, count + 1), count};

    memcpy(out.items, from, count * sizeof *from);
    return out;
}

/* Is the option what the words of the token are, as far as they tell? */
static bool is_told(const gold_sentence *s, const gold_token *t,
                    const ahd_choices *choices, const ahd_option *option)
{
    const gold_word *w = &s->words.items[t->first];
    const ahd_split *split = &choices->splits[option->split];
    bool pronoun = split->end < choices->letters.count;

    return t->sound && split->pros == t->pros &&
           t->pros + 1 + (uint32_t)pronoun == t->count &&
           (w[t->pros].pos == option->pos || w[t->pros].pos == GOLD_ANY) &&
           (!pronoun || choices->letters.at[split->end] ==
                            w[t->pros + 1].at.start - w->at.start);
}

static void mark_wrong(ahd_arena *arena, const gold_sentence *s, uint32_t token,
                       const ahd_choices *choices, example *e)
{
    uint32_t right = 0;

    e->gold = e->count;
    e->wrong = ahd_new(arena, uint8_t, e->count);
    for (uint32_t i = 0; i < e->count; i++) {
        e->wrong[i] =
            s->wants ? !names_allow(&s->wants[token], choices, &e->options[i])
                     : !is_told(s, &s->tokens[token], choices, &e->options[i]);
        right += !e->wrong[i];
        if (!s->wants && !e->wrong[i])
            e->gold = i;
    }
    if (right == 0 || right == e->count)
        e->wrong = NULL;
}

/* What the treebank decided, for the features. */
static void note_decided(treebank *bank, const gold_sentence *s, uint32_t first,
                         const lesson *l, const ahd_choices *choices)
{
    ahd_decided *decided = ahd_new(bank->arena, ahd_decided, l->count);

    for (uint32_t i = 0; i < l->count; i++) {
        const example *e = &l->words[i];
        const gold_token *t = &s->tokens[first + i];
        if (e->gold == e->count)
            continue;
        decided[i] = (ahd_decided){&choices[i], e->options[e->gold].split,
                                   e->options[e->gold].pos,
                                   s->words.items[t->first + t->pros].feats};
    }
    refine_note(bank, s, first, decided, l->count);
}

static lesson make_lesson(treebank *bank, const gold_sentence *s,
                          const ahd_sources *seen, const ahd_sentence *at)
{
    uint32_t count = at->end - at->first, found[AHD_CLUES];
    lesson out = {ahd_new(bank->arena, example, count), count, 0, STEP};
    ahd_choices *choices = ahd_new(bank->arena, ahd_choices, count);
    ahd_option options[OPTIONS];

    for (uint32_t i = 0; i < count; i++) {
        const ahd_token *t = &s->doc->tokens.items[at->first + i];
        example *e = &out.words[i];
        ahd_choices_make(seen, ahd_doc_words(s->doc, t->at), t->kind,
                         &choices[i]);
        e->count = ahd_rank_options(&choices[i], options, OPTIONS);
        e->options = ahd_new(bank->arena, ahd_option, e->count);
        memcpy(e->options, options, e->count * sizeof *options);
        mark_wrong(bank->arena, s, at->first + i, &choices[i], e);
        for (uint32_t k = 0; k < choices[i].count; k++)
            e->own[k] =
                copy_rows(bank->arena, found,
                          ahd_clues_own(&choices[i], k, PACK_ROW_BITS, found));
    }
    for (uint32_t i = 0; i < count; i++) {
        const ahd_choices *near[3];
        for (uint32_t k = 0; k < 3; k++)
            near[k] =
                i + k >= 1 && i + k - 1 < count ? &choices[i + k - 1] : NULL;
        out.words[i].around = copy_rows(
            bank->arena, found, ahd_clues_around(near, PACK_ROW_BITS, found));
    }
    if (s->words.count > 0 && s->words.items[0].feats != AHD_RECALLED_UNTOLD)
        note_decided(bank, s, at->first, &out, choices);
    return out;
}

static uint32_t count_lessons(const gold_sentence *list, uint32_t sentences)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < sentences; i++)
        count += list[i].doc->sentences.count;
    return count;
}

/* Sentences of which names alone are known; those without any teach none. */
static void make_named(learner *l, const ahd_sources *seen)
{
    for (uint32_t i = 0; i < l->bank->named.count; i++) {
        const gold_sentence *s = &l->bank->named.items[i];
        for (uint32_t k = 0; k < s->doc->sentences.count; k++) {
            const ahd_sentence *at = &s->doc->sentences.items[k];
            if (!names_inside(s, at))
                continue;
            lesson *new = &l->lessons[l->count];
            *new = make_lesson(l->bank, s, seen, at);
            new->turn = l->count++ + 1;
            new->step = knob("NAMESTEP", 8);
        }
    }
}

/* Those of the sentences that are of the group. */
static void make_group(learner *l, const ahd_sources *seen, uint32_t group,
                       const gold_sentence *list, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const gold_sentence *s = &list[i];
        for (uint32_t k = 0; s->group == group && k < s->doc->sentences.count;
             k++)
            l->lessons[l->count++] =
                make_lesson(l->bank, s, seen, &s->doc->sentences.items[k]);
    }
}

static void make_lessons(learner *l)
{
    treebank *bank = l->bank;
    const gold_sentence *labelled = bank->labelled.items;
    uint32_t first;

    l->lessons =
        ahd_new(bank->arena, lesson,
                count_lessons(bank->sentences.items, bank->sentences.count) +
                    count_lessons(labelled, bank->labelled.count) +
                    count_lessons(bank->named.items, bank->named.count));
    for (uint32_t g = 0; g <= GROUPS; g++) {
        pack *seen = ahd_new(bank->arena, pack, 1);
        pack_init(seen, bank->arena);
        words_seen(bank, g, seen);
        ahd_sources sources = {pack_open(seen, *bank->kb->lang),
                               ahd_lexicon_open(bank->kb->lang),
                               bank->kb->lang};
        make_group(l, &sources, g, bank->sentences.items,
                   bank->sentences.count);
        first = l->count;
        make_group(l, &sources, g, labelled, bank->labelled.count);
        while (first < l->count)
            l->lessons[first++].step = knob("LABELSTEP", 10);
        if (g == GROUPS)
            make_named(l, &sources);
    }
}

static void drop(rows *r, const uint32_t *times, uint32_t least)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < r->count; i++)
        if (times[r->items[i]] >= least)
            r->items[kept++] = r->items[i];
    r->count = kept;
}

/* The option that a clue is counted for. */
static uint32_t usual_split(const example *e)
{
    uint32_t i = e->gold;

    for (i = i < e->count ? i : 0; e->wrong && e->wrong[i];)
        i++;
    return e->count > 0 ? e->options[i].split : 0;
}

static void count_rows(const rows *r, uint32_t by, uint32_t *times)
{
    for (uint32_t n = 0; n < r->count; n++)
        times[r->items[n]] += by;
}

/* Clues that were there only once say nothing of other texts; where names
 * alone are known, a few times. */
static void drop_rare(learner *l)
{
    uint32_t *times =
        ahd_new(l->bank->arena, uint32_t, (size_t)1 << PACK_ROW_BITS);
    uint32_t some = (uint32_t)knob("NAMELEAST", 4);
    uint32_t least = some * (uint32_t)knob("LEAST", 2);

    for (uint32_t i = 0; i < l->count; i++)
        for (uint32_t k = 0; k < l->lessons[i].count; k++) {
            const example *e = &l->lessons[i].words[k];
            uint32_t by = l->lessons[i].turn > 0 ? 2 : some;
            count_rows(&e->own[usual_split(e)], by, times);
            count_rows(&e->around, by, times);
        }
    for (uint32_t i = 0; i < l->count; i++)
        for (uint32_t k = 0; k < l->lessons[i].count; k++) {
            example *e = &l->lessons[i].words[k];
            for (uint32_t n = 0; n < AHD_SPLITS; n++)
                drop(&e->own[n], times, least);
            drop(&e->around, times, least);
        }
}

/* ---------------------------------------------------------------- learning */

/* Some clues are hidden at every look at a sentence, so that none is all that
 * an answer hangs on. */
static bool is_hidden(const learner *l, uint32_t row)
{
    uint64_t hash = (row + (uint64_t)l->time * 0x9E3779B97F4A7C15ull) *
                    0xD6E8FEB86659FD93ull;

    return (hash ^ hash >> 32) % 100 < l->hidden;
}

static void score(const learner *l, const example *e, int margin,
                  ahd_option *out)
{
    int32_t sums[AHD_SPLITS + 1][AHD_POS_COUNT] = {{0}};
    uint32_t splits = e->count ? e->options[e->count - 1].split + 1u : 0;

    for (uint32_t i = 0; i <= splits; i++) {
        const rows *r = i < splits ? &e->own[i] : &e->around;
        for (uint32_t n = 0; n < r->count; n++)
            for (uint32_t pos = 0;
                 pos < AHD_POS_COUNT && !is_hidden(l, r->items[n]); pos++)
                sums[i][pos] += l->now[r->items[n]][pos];
    }
    for (uint32_t i = 0; i < e->count; i++) {
        out[i] = e->options[i];
        out[i].score = sums[out[i].split][out[i].pos] +
                       sums[splits][out[i].pos] +
                       (e->wrong && e->wrong[i] ? margin : 0);
    }
}

static void reward_rows(learner *l, const rows *r, uint32_t pos, int by)
{
    for (uint32_t n = 0; n < r->count; n++) {
        if (is_hidden(l, r->items[n]))
            continue;
        l->now[r->items[n]][pos] += by;
        l->sum[r->items[n]][pos] += by * l->time;
    }
}

static void reward(learner *l, const example *e, const ahd_ranked *word, int by)
{
    const ahd_option *o = &word->options[word->chosen];

    reward_rows(l, &e->own[o->split], o->pos, by);
    reward_rows(l, &e->around, o->pos, by);
}

static void reward_tags(learner *l, const ahd_ranked *words, uint32_t count,
                        int by)
{
    uint32_t that = AHD_TAG_EDGE, before = AHD_TAG_EDGE;

    for (uint32_t i = 0; i <= count; i++) {
        static const ahd_option edge = {.tags = {AHD_TAG_EDGE}, .count = 1};
        const ahd_option *o =
            i < count ? &words[i].options[words[i].chosen] : &edge;
        for (uint32_t k = 0; k < o->count; k++) {
            uint32_t at = (that * TAGS + before) * TAGS + o->tags[k];
            l->after[at] = (int16_t)(l->after[at] + by);
            l->after_sum[at] += by * l->time;
            that = before;
            before = o->tags[k];
        }
    }
}

/* The options that may be right. */
static uint32_t keep_right(const example *e, const ahd_option *options,
                           ahd_option *out)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < e->count; i++)
        if (e->wrong == NULL || !e->wrong[i])
            out[count++] = options[i];
    return count;
}

static void study(learner *l, const lesson *given, int margin)
{
    static ahd_option options[AHD_RANK_WORDS][OPTIONS];
    static ahd_option right[AHD_RANK_WORDS][OPTIONS];
    ahd_ranked free[AHD_RANK_WORDS], gold[AHD_RANK_WORDS];
    uint32_t count = given->count, wrong = 0;

    if (count > AHD_RANK_WORDS)
        return;
    l->time += 1;
    for (uint32_t i = 0; i < count; i++) {
        const example *e = &given->words[i];
        score(l, e, margin, options[i]);
        free[i] = (ahd_ranked){options[i], e->count, 0};
        gold[i] =
            (ahd_ranked){right[i], keep_right(e, options[i], right[i]), 0};
    }
    ahd_rank_choose(l->after, free, count);
    ahd_rank_choose(l->after, gold, count);
    for (uint32_t i = 0; i < count; i++) {
        const example *e = &given->words[i];
        l->words += e->wrong != NULL;
        if (e->wrong == NULL || !e->wrong[free[i].chosen])
            continue;
        wrong++;
        reward(l, e, &gold[i], l->step);
        reward(l, e, &free[i], -l->step);
    }
    l->wrong += wrong;
    if (wrong == 0)
        return;
    reward_tags(l, gold, count, l->step);
    reward_tags(l, free, count, -l->step);
}

static void shuffle(learner *l)
{
    for (uint32_t i = l->count; i > 1; i--) {
        l->random = l->random * 6364136223846793005ull + 1442695040888963407ull;
        uint32_t k = (uint32_t)((l->random >> 33) % i);
        lesson swap = l->lessons[i - 1];
        l->lessons[i - 1] = l->lessons[k];
        l->lessons[k] = swap;
    }
}

/* ------------------------------------------------------------------ result */

static double clip(double value, double most)
{
    return value > most ? most : value < -most ? -most : value;
}

/* What a course learned: averages over its time, added to those before. */
static void add_averages(const learner *l, double (*all)[AHD_POS_COUNT],
                         double *after)
{
    for (uint32_t i = 0; i < 1u << PACK_ROW_BITS; i++)
        for (uint32_t pos = 0; pos < AHD_POS_COUNT; pos++)
            all[i][pos] += l->now[i][pos] - l->sum[i][pos] / (l->time + 1);
    for (uint32_t i = 0; i < AFTER; i++)
        after[i] += l->after[i] - l->after_sum[i] / (l->time + 1);
}

static void forget(learner *l)
{
    memset(l->now, 0, sizeof *l->now << PACK_ROW_BITS);
    memset(l->sum, 0, sizeof *l->sum << PACK_ROW_BITS);
    memset(l->after, 0, sizeof *l->after * AFTER);
    memset(l->after_sum, 0, sizeof *l->after_sum * AFTER);
    l->time = 0;
}

/* All sentences of the treebank, and a part of the others. */
static void take_round(learner *l, uint32_t round)
{
    uint32_t every = (uint32_t)knob("NAMEEVERY", 2);

    l->wrong = l->words = 0;
    for (uint32_t i = 0; i < l->count; i++) {
        const lesson *given = &l->lessons[i];
        if (given->turn > 0 && (given->turn + round) % every != 0)
            continue;
        l->step = given->step;
        study(l, given, knob("MARGIN", 96));
    }
    fprintf(stderr, "round %u: %u of %u words wrong\n", round + 1, l->wrong,
            l->words);
}

static void take_course(learner *l)
{
    for (int round = 0; round < knob("ROUNDS", 8); round++) {
        shuffle(l);
        take_round(l, (uint32_t)round);
    }
}

void rank_learn(treebank *bank, pack *out)
{
    learner l = {
        .bank = bank, .random = 4, .hidden = (uint32_t)knob("HIDDEN", 25)};
    double(*all)[AHD_POS_COUNT] =
        ahd_arena_alloc(bank->arena, sizeof *all, 1u << PACK_ROW_BITS);
    double *after = ahd_new(bank->arena, double, AFTER);
    double scale = knob("SCALE", 40) / 100.0 / knob("COURSES", 5);

    l.now = ahd_arena_alloc(bank->arena, sizeof *l.now, 1u << PACK_ROW_BITS);
    l.sum = ahd_arena_alloc(bank->arena, sizeof *l.sum, 1u << PACK_ROW_BITS);
    l.after = ahd_new(bank->arena, int16_t, AFTER);
    l.after_sum = ahd_new(bank->arena, double, AFTER);
    make_lessons(&l);
    drop_rare(&l);
    for (int i = 0; i < knob("COURSES", 5); i++) {
        forget(&l);
        take_course(&l);
        add_averages(&l, all, after);
    }
    for (uint32_t i = 0; i < 1u << PACK_ROW_BITS; i++)
        for (uint32_t pos = 0; pos < AHD_POS_COUNT; pos++)
            out->rows[i].lanes[pos] =
                (int8_t)lrint(clip(all[i][pos] * scale, 127));
    for (uint32_t i = 0; i < AFTER; i++)
        out->after[i] = (int16_t)lrint(clip(after[i] * scale, 32000));
}
