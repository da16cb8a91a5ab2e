/* weblang.h - the language of a page, by what it says and by its script.
 *
 *     html lang="fa-IR", text in Arabic letters  ->  "fa", AHD_LANG_OTHER
 *     html lang="en", text in Arabic letters     ->  "ar", AHD_LANG_AR */
#ifndef AHD_PAGE_WEBLANG_H
#define AHD_PAGE_WEBLANG_H

#include "doc/doc.h"

/* Fills lang and language of the document, whose text is read. `said`: a tag
 * of BCP 47, or "". A language that is not written in the text's script is
 * not believed; nor is English that has no English words. */
void ahd_weblang_find(ahd_doc *doc, ahd_str said);

#endif
