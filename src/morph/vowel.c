#include "morph/vowel.h"

#include "base/utf8.h"
#include "morph/pattern.h"

#include <string.h>

static uint64_t at(const ahd_unvowelled *w, int64_t i)
{
    return i >= 0 && i < w->host.count ? w->host.fold[i] : 1;
}

uint32_t ahd_vowel_clues(const ahd_unvowelled *word, uint32_t i,
                         ahd_vowel_past past, uint32_t bits,
                         uint32_t rows[AHD_VOWEL_CLUES])
{
    ahd_sheet s = {rows, 0, bits, word->pos << 8};
    const uint64_t a = at(word, (int64_t)i - 2), b = at(word, (int64_t)i - 1),
                   c = at(word, i), d = at(word, i + 1), e = at(word, i + 2);
    uint64_t pattern = ahd_pattern_of(word->host.fold, word->host.count);
    uint64_t bare = word->host.bare[i], before = past.change[0];
    uint64_t end = word->host.count - i, history = before << 8 | past.mark[0];
    uint64_t more = history << 16 | past.change[1] << 8 | past.mark[1];
    uint64_t last = at(word, (int64_t)word->host.count - 1);
    uint64_t last2 = last << 16 | at(word, (int64_t)word->host.count - 2);

    ahd_sheet_add(&s, 0, bare, 0);
    ahd_sheet_add(&s, 1, bare, i < 6 ? i : 6);
    ahd_sheet_add(&s, 2, bare, end < 6 ? end : 6);
    ahd_sheet_add(&s, 3, bare << 16 | b, 0);
    ahd_sheet_add(&s, 4, bare << 16 | d, 0);
    ahd_sheet_add(&s, 5, bare << 32 | b << 16 | d, 0);
    ahd_sheet_add(&s, 6, bare << 32 | b << 16 | a, history);
    ahd_sheet_add(&s, 7, bare << 32 | d << 16 | e, end < 4 ? end : 4);
    ahd_sheet_add(&s, 8, pattern, i);
    ahd_sheet_add(&s, 9, pattern, i << 16 | history);
    ahd_sheet_add(&s, 10, bare, history);
    ahd_sheet_add(&s, 11, c, more);
    ahd_sheet_add(&s, 12, last2, end << 16 | bare);
    ahd_sheet_add(&s, 13, last2, end << 16 | word->host.count);
    ahd_sheet_add(&s, 14, word->host.count << 8 | i, bare);
    ahd_sheet_add(&s, 15, at(word, 0) << 16 | at(word, 1), i << 16 | bare);
    ahd_sheet_add(&s, 16, at(word, 2) << 16 | at(word, 1), i << 16 | bare);
    ahd_sheet_add(&s, 17, a << 48 | b << 32 | bare << 16 | d, e);
    ahd_sheet_add(&s, 18, bare << 16 | d, history);
    return s.count;
}

uint32_t ahd_vowel_mark_clues(const ahd_unvowelled *word, uint32_t i,
                              ahd_vowel_past past, uint32_t bits,
                              uint32_t rows[AHD_VOWEL_CLUES])
{
    uint32_t change = past.now;
    ahd_sheet s = {rows, 0, bits, word->pos << 8};
    uint64_t b = at(word, (int64_t)i - 1), c = at(word, i), d = at(word, i + 1);
    uint64_t history = (uint64_t)past.change[0] << 8 | past.mark[0];

    ahd_sheet_add(&s, 32, change, c);
    ahd_sheet_add(&s, 33, change << 8 | past.mark[0], c);
    ahd_sheet_add(&s, 34, change << 16 | history, d << 16 | past.mark[1]);
    ahd_sheet_add(&s, 35, change << 16 | c, d);
    ahd_sheet_add(&s, 36, change << 16 | c, b);
    return s.count;
}

static uint32_t best(const int16_t *sums, uint32_t from, uint32_t end)
{
    uint32_t best = from;

    for (uint32_t i = from + 1; i < end; i++)
        if (sums[i] > sums[best])
            best = i;
    return best;
}

/* The letters that a change leaves: '=' stands for the letter itself. */
static uint32_t apply(const char *change, uint32_t letter, char *out)
{
    uint32_t len = 0;

    for (; *change; change++) {
        if (*change == '=')
            len += (uint32_t)ahd_utf8_write(letter, out + len);
        else
            out[len++] = *change;
    }
    return len;
}

enum { LONGEST_CHANGE = 16 };

uint32_t ahd_vowel_guess(const ahd_weights *weights, const ahd_unvowelled *word,
                         char out[AHD_VOWEL_BYTES])
{
    uint32_t rows[AHD_VOWEL_CLUES], len = 0;
    ahd_vowel_past past = {{0}, {0}, 0};

    for (uint32_t i = 0; i < word->host.count; i++) {
        int16_t sums[AHD_WEIGHTS_LANES] = {0};
        if (len + LONGEST_CHANGE * 2 > AHD_VOWEL_BYTES)
            return 0;
        ahd_weights_sum(
            weights->vowels, rows,
            ahd_vowel_clues(word, i, past, weights->vowel_bits, rows), sums);
        uint32_t change = best(sums, 0, AHD_WEIGHTS_CHANGES);
        uint32_t wrote =
            apply(weights->edits[change].text, word->host.bare[i], out + len);
        len += wrote;
        past.now = (uint8_t)change;
        ahd_weights_sum(
            weights->vowels, rows,
            ahd_vowel_mark_clues(word, i, past, weights->vowel_bits, rows),
            sums);
        uint32_t mark = best(sums, AHD_WEIGHTS_CHANGES, AHD_WEIGHTS_LANES);
        if (wrote > 0)
            len += apply(weights->edits[mark].text, 0, out + len);
        past = (ahd_vowel_past){{(uint8_t)change, past.change[0]},
                                {(uint8_t)mark, past.mark[0]},
                                0};
    }
    return len;
}
