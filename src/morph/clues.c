#include "morph/clues.h"

#include "morph/pattern.h"

/* Up to four letters as one number. */
static uint64_t letters_of(const uint16_t *letters, uint32_t count)
{
    uint64_t word = 0;

    for (uint32_t i = 0; i < count; i++)
        word = word << 16 | letters[i];
    return word;
}

static uint32_t some(uint32_t times)
{
    return times > 11 ? 5 : times > 5 ? 4 : times > 2 ? 3 : times;
}

/* What the host was in training: the first two, how often, how surely. */
static uint64_t memory_of(const ahd_split *s)
{
    uint64_t seen = 0;

    for (uint32_t i = 0; i < s->recalls && i < 2; i++)
        seen = seen << 9 | (s->recalled[i].pos + 1u) << 4 |
               some(s->recalled[i].times);
    return (seen << 2 | (s->recalls > 2 ? 2 : s->recalls > 1)) << 2 |
           (s->recalls > 0 ? s->recalled_as : 0);
}

static uint64_t clitics_of(const ahd_choices *w, const ahd_split *s)
{
    uint64_t all = letters_of(w->letters.bare, s->pros < 2 ? s->pros : 2);
    uint32_t pronoun = w->letters.count - s->end;

    all = all << 16 | (pronoun > 0 ? w->letters.bare[s->end] : 0);
    return all << 4 | pronoun << 2 | s->article;
}

/* How the host is used in other texts. */
static void add_usage(ahd_sheet *s, const ahd_choices *w,
                      const ahd_split *split)
{
    uint64_t clitics = clitics_of(w, split);
    const ahd_split *whole = &w->splits[0];
    uint32_t often = split->usage.often / 3u;

    ahd_sheet_add(s, 28, often, clitics);
    ahd_sheet_add(s, 29, (uint64_t)often << 8 | whole->usage.often / 3u,
                  split != whole);
    ahd_sheet_add(s, 30, split->usage.class, 0);
    ahd_sheet_add(s, 36, split->usage.class, clitics);
}

static void add_shape(ahd_sheet *s, const ahd_choices *w,
                      const ahd_split *split)
{
    const uint16_t *fold = w->letters.fold + split->pros;
    const uint16_t *bare = w->letters.bare + split->pros;
    uint32_t len = (uint32_t)split->end - split->pros;
    uint64_t clitics = clitics_of(w, split);
    uint32_t skip = split->article < len ? split->article : 0;

    for (uint32_t n = 1; n <= 4 && n <= len; n++)
        ahd_sheet_add(s, n, letters_of(fold + len - n, n), 0);
    for (uint32_t n = 1; n <= 3 && n <= len; n++)
        ahd_sheet_add(s, 4 + n, letters_of(fold, n), 0);
    ahd_sheet_add(s, 8, ahd_choices_key(AHD_SEEN_HOST, bare, len), 0);
    ahd_sheet_add(s, 9, ahd_pattern_of(fold + skip, len - skip), skip);
    ahd_sheet_add(s, 10, letters_of(bare, len < 2 ? len : 2), bare[len - 1]);
    ahd_sheet_add(s, 12, len, clitics);
    ahd_sheet_add(s, 13, clitics, 0);
    ahd_sheet_add(s, 15, clitics,
                  letters_of(fold + len - (len > 1 ? 2 : 1), len > 1 ? 2 : 1));
    ahd_sheet_add(s, 16, w->letters.marks, split->end < w->letters.count);
}

uint32_t ahd_clues_own(const ahd_choices *word, uint32_t split, uint32_t bits,
                       uint32_t rows[AHD_CLUES])
{
    const ahd_split *s = &word->splits[split], *whole = &word->splits[0];
    ahd_sheet out = {rows, 0, bits, 0};
    uint64_t clitics = clitics_of(word, s), memory = memory_of(s);
    uint64_t lexical = (uint64_t)s->lexical << 2 | s->spelled;

    ahd_sheet_add(&out, 0, word->kind, 0);
    ahd_sheet_add(&out, 20, memory, 0);
    ahd_sheet_add(&out, 21, memory, clitics);
    ahd_sheet_add(&out, 22, lexical, 0);
    ahd_sheet_add(&out, 23, lexical, clitics);
    ahd_sheet_add(&out, 37, s->ours, s->spelled);
    ahd_sheet_add(&out, 38, lexical, memory);
    ahd_sheet_add(&out, 40, (uint64_t)s->named << 2 | s->spelled, clitics);
    ahd_sheet_add(&out, 42, lexical, s->named);
    if (word->kind == AHD_TOKEN_WORD)
        ahd_sheet_add(&out, 39, lexical, word->letters.fold[s->end - 1]);
    ahd_sheet_add(&out, 24, s->weight, clitics);
    ahd_sheet_add(&out, 26, (s->recalls > 0) | (whole->recalls > 0) << 1,
                  clitics << 4 | s->spelled << 2 | whole->spelled);
    if (word->kind == AHD_TOKEN_WORD) {
        add_shape(&out, word, s);
        add_usage(&out, word, s);
    }
    return out.count;
}

uint32_t ahd_clues_around(const ahd_choices *const near[3], uint32_t bits,
                          uint32_t rows[AHD_CLUES])
{
    static const ahd_choices nothing = {.kind = 7};
    const ahd_choices *before = near[0] ? near[0] : &nothing;
    const ahd_choices *after = near[2] ? near[2] : &nothing;
    ahd_sheet out = {rows, 0, bits, 0};

    ahd_sheet_add(&out, 41, before->id, 0);
    ahd_sheet_add(&out, 43, after->id, 0);
    ahd_sheet_add(&out, 46, before->kin, 0);
    ahd_sheet_add(&out, 48, after->kin, 0);
    ahd_sheet_add(&out, 58, after->begins, 0);
    ahd_sheet_add(&out, 66, before->kin, near[1]->kin);
    ahd_sheet_add(&out, 68, after->kin, near[1]->kin);
    ahd_sheet_add(&out, 70, before->look, near[1]->look);
    ahd_sheet_add(&out, 71, after->look, near[1]->look);
    ahd_sheet_add(&out, 72, before->look,
                  (uint64_t)after->look << 12 | near[1]->look);
    ahd_sheet_add(&out, 96, before->kin, after->kin);
    return out.count;
}
