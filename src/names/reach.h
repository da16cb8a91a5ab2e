/* reach.h - how far a noun reaches: its idafa and its adjectives.
 *
 *     «أدانت منظمات المجتمع المدني التونسية الهجوم»
 *     of منظمات, four words; the object is another phrase
 *
 * By the chunks of the sentence, but asked of any noun in them: of وزراء in
 * «مجلس وزراء لبنان» too. */
#ifndef AHD_NAMES_REACH_H
#define AHD_NAMES_REACH_H

#include "names/cursor.h"

/* The end of the phrase that the noun at `token` heads; token + 1 when it
 * stands alone. */
uint32_t ahd_reach_end(const ahd_reader *r, uint32_t token, uint32_t limit);

/* The first token of the noun's chunk, and of an English one its head. */
uint32_t ahd_reach_first(const ahd_reader *r, uint32_t token);
uint32_t ahd_reach_head(const ahd_reader *r, uint32_t token);

/* Does the noun's chunk belong, by a preposition, to a noun before it that
 * stands at `of` or later? */
bool ahd_reach_is_attribute(const ahd_reader *r, uint32_t token, uint32_t of);

/* Is one of these tokens a name or written with its article? */
bool ahd_reach_is_definite(const ahd_reader *r, uint32_t first, uint32_t end);

/* A noun, or what may stand for one; no verb, no particle. */
bool ahd_reach_is_noun(const ahd_reader *r, uint32_t token);

/* «وقال مشرف إن …», «أوضح الشاهد أن …»: the subject of a verb of saying, where
 * a word is a name if somebody is called so. */
bool ahd_reach_is_sayer(const ahd_reader *r, uint32_t token);

#endif
