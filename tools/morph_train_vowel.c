/* morph_train_vowel.c - how lemmas are made of words, letter by letter. */
#include "morph_train.h"

#include "base/map.h"
#include "base/utf8.h"
#include "morph/vowel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHANGES = AHD_WEIGHTS_CHANGES, LANES = AHD_WEIGHTS_LANES };
enum { UNITS = 48, TAKES = 3, HOST = AHD_LETTERS + 2, ROUNDS = 12, STEP = 16 };

/* A letter of the lemma and its marks. */
typedef struct unit {
    uint32_t letter;
    ahd_str marks;
} unit;

typedef struct lemma_word {
    ahd_unvowelled word;
    ahd_str change[HOST], mark[HOST]; /* what became of each letter */
    uint8_t change_lane[HOST], mark_lane[HOST];
    bool sound;
} lemma_word;

typedef struct school {
    treebank *bank;
    AHD_VEC(lemma_word) words;
    ahd_map seen;
    int32_t (*now)[LANES];
    double (*sum)[LANES];
    double time;
    uint32_t wrong, asked;
} school;

static bool is_mark(uint32_t c)
{
    return (c >= 0x64B && c <= 0x652) || c == 0x670 || c == '`';
}

static uint32_t read_units(ahd_str lemma, unit units[UNITS])
{
    uint32_t count = 0;

    for (size_t at = 0; at < lemma.len;) {
        size_t start = at;
        uint32_t c = ahd_utf8_next(lemma, &at);
        if (is_mark(c) && count > 0) {
            units[count - 1].marks.len =
                (size_t)(lemma.ptr + at - units[count - 1].marks.ptr);
            continue;
        }
        if (is_mark(c) || count == UNITS)
            return 0;
        (void)start;
        units[count++] = (unit){c, {lemma.ptr + at, 0}};
    }
    return count;
}

/* ------------------------------------------------------------- alignment */

static bool is_weak(uint32_t c)
{
    return c == 0x627 || c == 0x648 || c == 0x64A || c == 0x649 ||
           (c >= 0x621 && c <= 0x626) || c == 0x671;
}

static double unlike(uint32_t a, uint32_t b)
{
    if (a == b)
        return 0;
    if ((a == 0x62A || a == 0x629 || a == 0x647) &&
        (b == 0x62A || b == 0x629 || b == 0x647))
        return .3;
    return is_weak(a) && is_weak(b) ? .5 : 2;
}

/* Letter c becomes `count` units. */
static double cost(uint32_t c, const unit *units, uint32_t count)
{
    double least = 9;

    if (count == 0)
        return is_weak(c) ? .6 : 1;
    for (uint32_t i = 0; i < count; i++) {
        double here = unlike(c, units[i].letter) + .01 * i;
        least = here < least ? here : least;
    }
    return least + .8 * (count - 1);
}

static ahd_str describe(ahd_arena *arena, uint32_t c, const unit *units,
                        uint32_t count)
{
    char *out = ahd_arena_alloc(arena, 1, count * 24 + 1);
    size_t len = 0;
    bool same = false;

    for (uint32_t i = 0; i < count; i++) {
        if (units[i].letter == c && !same) {
            out[len++] = '=';
            same = true;
        } else {
            len += ahd_utf8_write(units[i].letter, out + len);
        }
        if (i + 1 < count && units[i].marks.len < 12) {
            memcpy(out + len, units[i].marks.ptr, units[i].marks.len);
            len += units[i].marks.len;
        }
    }
    return (ahd_str){out, len};
}

/* The cheapest way to make the lemma of the word. */
static void align(ahd_arena *arena, lemma_word *w, const unit *units,
                  uint32_t count)
{
    double least[HOST + 1][UNITS + 1];
    uint8_t take[HOST + 1][UNITS + 1];
    uint32_t n = w->word.host.count;

    for (uint32_t i = 0; i <= n; i++)
        for (uint32_t j = 0; j <= count; j++) {
            least[i][j] = i == 0 && j == 0 ? 0 : 1e9;
            for (uint32_t k = 0; i > 0 && k <= TAKES && k <= j; k++) {
                double c = least[i - 1][j - k] +
                           cost(w->word.host.bare[i - 1], units + j - k, k);
                if (c < least[i][j]) {
                    least[i][j] = c;
                    take[i][j] = (uint8_t)k;
                }
            }
        }
    if (least[n][count] > 1e8)
        return;
    for (uint32_t i = n, j = count; i > 0; i--) {
        uint32_t k = take[i][j];
        j -= k;
        w->change[i - 1] =
            describe(arena, w->word.host.bare[i - 1], units + j, k);
        w->mark[i - 1] = k > 0 ? units[j + k - 1].marks : AHD_STR("");
    }
    w->sound = true;
}

/* ------------------------------------------------------------------- words */

static bool is_learnt(uint32_t pos)
{
    return pos == AHD_POS_NOUN || pos == AHD_POS_ADJ || pos == AHD_POS_VERB ||
           pos == AHD_POS_PROPN || pos == AHD_POS_ADV || pos == AHD_POS_NUM ||
           pos == AHD_POS_DET;
}

/* Is this the first time that the word comes with this lemma? */
static bool is_new(school *s, const ahd_unvowelled *word, ahd_str lemma)
{
    size_t bytes = word->host.count * 2;
    char *key = ahd_arena_alloc(s->bank->arena, 1, bytes + 1 + lemma.len);

    memcpy(key, word->host.bare, bytes);
    key[bytes] = (char)('A' + word->pos);
    memcpy(key + bytes + 1, lemma.ptr, lemma.len);
    return (*ahd_map_put(s->bank->arena, &s->seen,
                         (ahd_str){key, bytes + 1 + lemma.len}))++ < 1;
}

static void add_token(school *s, const gold_sentence *sentence, uint32_t token)
{
    const gold_token *t = &sentence->tokens[token];
    const gold_word *gold = &sentence->words.items[t->first + t->pros];
    ahd_str text =
        ahd_doc_words(sentence->doc, sentence->doc->tokens.items[token].at);
    unit units[UNITS];
    ahd_letters l;
    lemma_word w = {0};

    if (!t->sound || !is_learnt(gold->pos) || !ahd_letters_read(text, &l) ||
        l.bare[0] < 0x600 || sentence->doc->tokens.items[token].kind != 0)
        return;
    uint32_t end = l.count;
    while (t->pros + 1 < t->count && end > 0 &&
           l.at[end] >
               gold[1].at.start - sentence->doc->tokens.items[token].at.start)
        end--;
    ahd_choices_host(&l, t->pros, end, &w.word.host);
    w.word.pos = gold->pos;
    uint32_t count = read_units(gold->lemma, units);
    if (count == 0 || end <= t->pros || !is_new(s, &w.word, gold->lemma))
        return;
    align(s->bank->arena, &w, units, count);
    *ahd_vec_push(s->bank->arena, &s->words) = w;
}

/* ------------------------------------------------------------------- edits */

typedef struct edit {
    ahd_str text;
    uint32_t times;
} edit;

static int by_times(const void *a, const void *b)
{
    const edit *x = a, *y = b;

    if (x->times != y->times)
        return x->times > y->times ? -1 : 1;
    return ahd_str_cmp(x->text, y->text);
}

static void count_edit(ahd_arena *arena, ahd_map *map, ahd_str text)
{
    if (text.len < AHD_WEIGHTS_EDIT)
        ++*ahd_map_put(arena, map, text);
}

/* The most frequent edits take the lanes. */
static void choose_edits(ahd_arena *arena, const ahd_map *map, uint32_t most,
                         ahd_weights_edit *out)
{
    edit *all = ahd_new(arena, edit, map->capacity + 1);
    uint32_t count = 0;

    for (uint32_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key.ptr != NULL)
            all[count++] = (edit){map->slots[i].key, map->slots[i].value};
    qsort(all, count, sizeof *all, by_times);
    for (uint32_t i = 0; i < most && i < count; i++)
        memcpy(out[i].text, all[i].text.ptr, all[i].text.len);
}

static uint8_t lane_of(const ahd_weights_edit *edits, uint32_t from,
                       uint32_t end, ahd_str text)
{
    for (uint32_t i = from; i < end; i++)
        if (ahd_str_eq(text, ahd_str_from(edits[i].text)))
            return (uint8_t)i;
    return LANES;
}

static void name_edits(school *s, pack *out)
{
    ahd_map changes = {0}, marks = {0};
    ahd_arena *arena = s->bank->arena;

    for (uint32_t i = 0; i < s->words.count; i++) {
        const lemma_word *w = &s->words.items[i];
        for (uint32_t k = 0; w->sound && k < w->word.host.count; k++) {
            count_edit(arena, &changes, w->change[k]);
            count_edit(arena, &marks, w->mark[k]);
        }
    }
    choose_edits(arena, &changes, CHANGES, out->edits);
    choose_edits(arena, &marks, LANES - CHANGES, out->edits + CHANGES);
    for (uint32_t i = 0; i < s->words.count; i++) {
        lemma_word *w = &s->words.items[i];
        for (uint32_t k = 0; w->sound && k < w->word.host.count; k++) {
            w->change_lane[k] = lane_of(out->edits, 0, CHANGES, w->change[k]);
            w->mark_lane[k] = lane_of(out->edits, CHANGES, LANES, w->mark[k]);
            w->sound = w->change_lane[k] < LANES && w->mark_lane[k] < LANES;
        }
    }
}

/* ---------------------------------------------------------------- learning */

static void add_rows(school *s, const uint32_t *rows, uint32_t count,
                     int64_t sums[LANES])
{
    for (uint32_t i = 0; i < count; i++)
        for (int k = 0; k < LANES; k++)
            sums[k] += s->now[rows[i]][k];
}

static uint32_t best(const int64_t *sums, uint32_t from, uint32_t end)
{
    uint32_t b = from;

    for (uint32_t i = from + 1; i < end; i++)
        if (sums[i] > sums[b])
            b = i;
    return b;
}

static void reward(school *s, const uint32_t *rows, uint32_t count,
                   uint32_t lane, int by)
{
    for (uint32_t i = 0; i < count; i++) {
        s->now[rows[i]][lane] += by;
        s->sum[rows[i]][lane] += by * s->time;
    }
}

static void study(school *s, const lemma_word *w)
{
    ahd_vowel_past past = {{0}, {0}, 0};
    uint32_t rows[AHD_VOWEL_CLUES * 2];

    for (uint32_t i = 0; i < w->word.host.count; i++) {
        int64_t sums[LANES] = {0};
        uint32_t change = w->change_lane[i], mark = w->mark_lane[i];
        uint32_t count =
            ahd_vowel_clues(&w->word, i, past, PACK_VOWEL_BITS, rows);
        s->time += 1;
        add_rows(s, rows, count, sums);
        uint32_t b = best(sums, 0, CHANGES);
        if (b != change) {
            reward(s, rows, count, change, STEP);
            reward(s, rows, count, b, -STEP);
            s->wrong++;
        }
        past.now = (uint8_t)change;
        uint32_t more = ahd_vowel_mark_clues(&w->word, i, past, PACK_VOWEL_BITS,
                                             rows + count);
        add_rows(s, rows + count, more, sums);
        b = best(sums, CHANGES, LANES);
        if (b != mark && w->change[i].len > 0) {
            reward(s, rows, count + more, mark, STEP);
            reward(s, rows, count + more, b, -STEP);
            s->wrong++;
        }
        s->asked++;
        past = (ahd_vowel_past){{(uint8_t)change, past.change[0]},
                                {(uint8_t)mark, past.mark[0]},
                                0};
    }
}

static void quantise(const school *s, pack *out)
{
    for (uint32_t i = 0; i < 1u << PACK_VOWEL_BITS; i++)
        for (int k = 0; k < LANES; k++) {
            double mean = s->now[i][k] - s->sum[i][k] / (s->time + 1);
            mean = mean > 127 ? 127 : mean < -127 ? -127 : mean;
            out->vowels[i].lanes[k] = (int8_t)lrint(mean);
        }
}

void vowel_learn(treebank *bank, pack *out)
{
    school s = {.bank = bank};

    s.now = ahd_arena_alloc(bank->arena, sizeof *s.now, 1u << PACK_VOWEL_BITS);
    s.sum = ahd_arena_alloc(bank->arena, sizeof *s.sum, 1u << PACK_VOWEL_BITS);
    for (uint32_t i = 0; i < bank->sentences.count; i++)
        for (uint32_t k = 0; k < bank->sentences.items[i].doc->tokens.count;
             k++)
            add_token(&s, &bank->sentences.items[i], k);
    name_edits(&s, out);
    for (int round = 0; round < ROUNDS; round++) {
        s.wrong = s.asked = 0;
        for (uint32_t i = 0; i < s.words.count; i++)
            if (s.words.items[i].sound)
                study(&s, &s.words.items[i]);
        fprintf(stderr, "lemmas, round %d: %u of %u letters wrong\n", round + 1,
                s.wrong, s.asked);
    }
    quantise(&s, out);
}
