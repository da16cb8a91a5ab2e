/* creditword.h - the words of a page's credits, in any language: who, when.
 *
 *     "Février 2020"      ->  AHD_CREDITWORD_MONTH 2
 *     "تشرين الثاني 2020"  ->  AHD_CREDITWORD_MONTH 11
 *     "Last updated: "    ->  AHD_CREDITWORD_UPDATED
 *     "Geschrieben von "  ->  AHD_CREDITWORD_BY
 *
 * The words are data (data/credits), written folded; text is folded as it is
 * compared: letters small and without accents, alef bare, ya and kaf Arabic. */
#ifndef AHD_PAGE_CREDITWORD_H
#define AHD_PAGE_CREDITWORD_H

#include "doc/page_in.h"

typedef enum ahd_creditword {
    AHD_CREDITWORD_NONE,
    AHD_CREDITWORD_MONTH, /* value 1..12 */
    AHD_CREDITWORD_HIJRI, /* a month of the lunar year */
    AHD_CREDITWORD_SOLAR, /* a month of the Iranian year */
    AHD_CREDITWORD_PUBLISHED,
    AHD_CREDITWORD_UPDATED,
    AHD_CREDITWORD_NEVER,  /* the date after it is no page's: "copyright" */
    AHD_CREDITWORD_LINK,   /* may stand inside of a date: "de", «من» */
    AHD_CREDITWORD_BY,     /* an author's name follows */
    AHD_CREDITWORD_NOBODY, /* no author's name: "Share" */
} ahd_creditword;

/* Is it a letter of a word, rather than a digit, a mark or a space? */
bool ahd_creditword_letter(uint32_t c);

/* The longest phrase that stands at *at, which is at a letter and moves past
 * it; past the one word when none does. */
ahd_creditword ahd_creditword_at(const ahd_page_in *in, ahd_str text,
                                 size_t *at, uint32_t *value);

#endif
