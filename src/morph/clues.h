/* clues.h - what speaks for and against a reading: rows of the weights.
 *
 *     "للسلطة" as ل + لسلطة  ->  ends in سلطة, begins with لس, was a noun, ...
 *
 * Training and reading share this file, so that what was learned is what is
 * read. A row has a score for each part of speech (lane: ahd_pos). */
#ifndef AHD_MORPH_CLUES_H
#define AHD_MORPH_CLUES_H

#include "morph/choices.h"

enum { AHD_CLUES = 64 };

/* Clues of a split: its host, its clitics, what is known of them. How many. */
uint32_t ahd_clues_own(const ahd_choices *word, uint32_t split, uint32_t bits,
                       uint32_t rows[AHD_CLUES]);

/* Clues of the word's neighbours: near[1] is the word, [0] stands before it,
 * [2] after it; NULL where the sentence ends. */
uint32_t ahd_clues_around(const ahd_choices *const near[3], uint32_t bits,
                          uint32_t rows[AHD_CLUES]);

#endif
