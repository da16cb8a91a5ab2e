/* english_segment.h - the words inside the tokens of an English sentence.
 *
 *     "They don't"  ->  They PRON they, do AUX do, n't PART not
 *
 * Parts of speech and lemmas follow the habits of Universal Dependencies for
 * English, but that lemmas are in small letters, names too. */
#ifndef AHD_MORPH_ENGLISH_SEGMENT_H
#define AHD_MORPH_ENGLISH_SEGMENT_H

#include "doc/doc.h"
#include "lang/lang.h"

/* Adds the segments of tokens [first, end), all of one sentence, and sets
 * segment, segments, host of these tokens. */
void ahd_english_segment(const ahd_lexica *lang, ahd_doc *doc, uint32_t first,
                         uint32_t end);

/* Are more of these tokens of one sentence in Latin letters than in Arabic
 * ones, and its paragraph in no other language (French) for sure? */
bool ahd_english_segment_suits(const ahd_doc *doc, uint32_t first,
                               uint32_t end);

/* One segment for a Latin word in an Arabic sentence: a name or X. */
void ahd_english_segment_foreign(const ahd_lexica *lang, ahd_doc *doc,
                                 uint32_t token);

#endif
