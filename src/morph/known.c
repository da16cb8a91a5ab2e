#include "morph/known.h"

#include "morph/clues.h"

#include <string.h>

/* So much worse than the best by itself, no sentence makes an option right. */
enum { HOPELESS = 200 };

/* The best options by their own score, the best first. */
static void keep_option(ahd_known *w, ahd_option option)
{
    uint32_t i = w->count;

    if (i == AHD_OPTIONS && option.score <= w->options[i - 1].score)
        return;
    if (i < AHD_OPTIONS)
        w->count++;
    else
        i--;
    for (; i > 0 && w->options[i - 1].score < option.score; i--)
        w->options[i] = w->options[i - 1];
    w->options[i] = option;
}

static void keep_split(ahd_known *w, uint32_t split, const int16_t *sums)
{
    for (uint32_t pos = 0; pos < AHD_POS_COUNT; pos++) {
        if (!(w->choices.splits[split].allowed >> pos & 1))
            continue;
        ahd_option option = ahd_rank_option(&w->choices, split, pos);
        option.score = sums[pos];
        keep_option(w, option);
    }
}

void ahd_known_make(const ahd_sources *sources, ahd_str written, uint32_t kind,
                    ahd_known *out)
{
    const ahd_weights *weights = &sources->weights;
    uint32_t rows[AHD_CLUES];

    ahd_choices_make(sources, written, kind, &out->choices);
    out->count = 0;
    for (uint32_t i = 0; i < out->choices.count; i++) {
        int16_t sums[AHD_WEIGHTS_LANES] = {0};
        uint32_t count =
            ahd_clues_own(&out->choices, i, weights->row_bits, rows);
        ahd_weights_sum(weights->rows, rows, count, sums);
        keep_split(out, i, sums);
    }
    while (out->count > 1 && out->options[out->count - 1].score <
                                 out->options[0].score - HOPELESS)
        out->count--;
}

/* --------------------------------------------------------------- the table */

ahd_known_table ahd_known_open(const ahd_lexica *lang)
{
    const ahd_lang_table *section = &lang->tables[AHD_LANG_KNOWN];
    const ahd_known_head *head = section->rows;
    const char *base = section->rows;

    if (section->bytes < sizeof *head)
        return (ahd_known_table){0};
    return (ahd_known_table){(const void *)(base + head->slots),
                             base + head->records, head->slot_bits};
}

uint64_t ahd_known_key(ahd_str written)
{
    uint64_t hash = 0xCBF29CE484222325ull;

    for (size_t i = 0; i < written.len; i++)
        hash = (hash ^ (unsigned char)written.ptr[i]) * 0x100000001B3ull;
    hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9ull;
    return hash ^ hash >> 32;
}

/* Does an option of the word need what is said of `split` read as `pos`? */
static bool is_option(const ahd_known *w, uint32_t split, uint32_t pos)
{
    for (uint32_t i = 0; i < w->count; i++)
        if (w->options[i].split == split && w->options[i].pos == pos)
            return true;
    return false;
}

static uint32_t put(char *out, uint32_t at, const void *what, size_t bytes)
{
    memcpy(out + at, what, bytes);
    return at + (uint32_t)bytes;
}

static uint32_t put_split(const ahd_sources *sources, const ahd_split *s,
                          char *out, uint32_t at)
{
    ahd_known_split split = {.pros = s->pros,
                             .end = s->end,
                             .article = s->article,
                             .recalls = s->recalls,
                             .recalled_as = s->recalled_as,
                             .class = s->usage.class};

    if (s->recalls > 0)
        split.recalled = (uint32_t)(s->recalled - sources->weights.recalled);
    return put(out, at, &split, sizeof split);
}

uint32_t ahd_known_store(const ahd_sources *sources, const ahd_known *word,
                         char *out)
{
    const ahd_choices *c = &word->choices;
    ahd_known_record record = {.kin = c->kin,
                               .look = c->look,
                               .splits = c->count,
                               .options = (uint8_t)word->count};
    uint32_t at = sizeof record;

    _Static_assert(sizeof(ahd_known_record) +
                           AHD_SPLITS * sizeof(ahd_known_split) +
                           AHD_OPTIONS * sizeof(ahd_known_option) +
                           AHD_ANALYSES * sizeof(ahd_known_analysis) <=
                       AHD_KNOWN_BYTES,
                   "a record may be longer than its room");
    for (uint32_t i = 0; i < c->count; i++)
        at = put_split(sources, &c->splits[i], out, at);
    for (uint32_t i = 0; i < word->count; i++) {
        const ahd_option *o = &word->options[i];
        ahd_known_option option = {(int16_t)o->score, o->split, o->pos};
        at = put(out, at, &option, sizeof option);
    }
    for (uint32_t i = 0; i < c->analysed; i++) {
        const ahd_analysis *a = &c->analyses[i];
        ahd_known_analysis analysis = {a->lemma, a->feats,   c->split_of[i],
                                       a->pos,   a->spelled, a->source};
        if (!is_option(word, c->split_of[i], a->pos))
            continue;
        at = put(out, at, &analysis, sizeof analysis);
        record.analyses++;
    }
    put(out, 0, &record, sizeof record);
    return (at + 7) & ~7u;
}

static const char *load_splits(const ahd_sources *sources, const char *from,
                               ahd_choices *c)
{
    for (uint32_t i = 0; i < c->count; i++, from += sizeof(ahd_known_split)) {
        const ahd_known_split *s = (const void *)from;
        c->splits[i] =
            (ahd_split){.pros = s->pros,
                        .end = s->end,
                        .article = s->article,
                        .recalls = s->recalls,
                        .recalled_as = s->recalled_as,
                        .recalled = &sources->weights.recalled[s->recalled],
                        .usage = {.class = s->class}};
    }
    return from;
}

static void load_analyses(const char *from, ahd_choices *c)
{
    for (uint32_t i = 0; i < c->analysed; i++) {
        const ahd_known_analysis *a =
            (const void *)(from + i * sizeof(ahd_known_analysis));
        c->analyses[i] = (ahd_analysis){.pos = a->pos,
                                        .spelled = a->spelled,
                                        .source = a->source,
                                        .feats = a->feats,
                                        .lemma = a->lemma};
        c->split_of[i] = a->split;
    }
}

static const ahd_known_record *find(const ahd_known_table *table,
                                    ahd_str written)
{
    uint64_t key = ahd_known_key(written);
    uint32_t mask = (1u << table->slot_bits) - 1, i = (uint32_t)key & mask;
    uint32_t tag = (uint32_t)(key >> 32) | 1;

    for (; table->slots != NULL && table->slots[i].key != 0; i = (i + 1) & mask)
        if (table->slots[i].key == tag)
            return (const void *)(table->records + table->slots[i].record);
    return NULL;
}

bool ahd_known_find(const ahd_known_table *table, const ahd_sources *sources,
                    ahd_str written, ahd_known *out)
{
    const ahd_known_record *record = find(table, written);
    ahd_choices *c = &out->choices;

    if (record == NULL || !ahd_letters_read(written, &c->letters))
        return false;
    c->written = written;
    c->kind = AHD_TOKEN_WORD;
    c->count = record->splits;
    c->analysed = record->analyses;
    ahd_choices_describe(c);
    c->kin = record->kin;
    c->look = record->look;
    const char *from =
        load_splits(sources, (const char *)record + sizeof *record, c);
    out->count = record->options;
    for (uint32_t i = 0; i < out->count; i++) {
        const ahd_known_option *o = (const void *)from;
        out->options[i] = ahd_rank_option(c, o->split, o->pos);
        out->options[i].score = o->score;
        from += sizeof *o;
    }
    load_analyses(from, c);
    return true;
}
