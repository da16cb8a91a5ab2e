/* writing.h - which language a text is in, and how it is typed.
 *
 *     "قال الرئيس فى القاهره"  ->  ar; فى for في, ه for ة
 *     "رئیس جمهوری در تهران"   ->  fa
 *
 * Words and letters that few languages have give points (lang/ident.h) among
 * the languages of the script that most letters are in. A text of few words is
 * taken to be in the language of its document, if that has the script. */
#ifndef AHD_TEXT_WRITING_H
#define AHD_TEXT_WRITING_H

#include "doc/doc.h"
#include "lang/ident.h"
#include "lang/word.h"

/* What was counted of a text: its letters by script, points by language, words
 * that show how it is typed. */
typedef struct ahd_writing_tally {
    uint32_t letters[AHD_SCRIPTS];
    uint32_t points[AHD_IDENT_LANGUAGES];
    uint32_t signs[AHD_IDENT_SIGNS];
    uint32_t persian_keys;
    uint32_t ascii, indic, persian; /* numbers, by their digits */
    uint32_t latin_marks, arabic_marks;
} ahd_writing_tally;

/* Counts one word of `text`. */
void ahd_writing_count(const ahd_ident_table *table, ahd_str text,
                       const ahd_word *word, ahd_writing_tally *tally);

void ahd_writing_add(ahd_writing_tally *sum, const ahd_writing_tally *tally);

/* `said`: the code of a language that is likelier than others, or "". */
ahd_writing ahd_writing_decide(const ahd_ident_table *table,
                               const ahd_writing_tally *tally, ahd_str said);

/* A paragraph that is not sure takes the document's language if it may. */
void ahd_writing_settle(const ahd_writing *document, ahd_writing *paragraph);

#endif
