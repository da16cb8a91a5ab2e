/* foreign.h - what of a page stands in <svg> and <math>.
 *
 *     <svg><title>a<b>c</title><path/></svg>  ->  svg and path are foreign,
 *     title holds HTML: its text is no raw text
 *
 * Only what the tokenizer must know, without a tree: a stack of the <svg>s,
 * <math>s and, in them, the elements that hold HTML again. */
#ifndef AHD_HTML_FOREIGN_H
#define AHD_HTML_FOREIGN_H

#include "markup.h"

/* Is what comes next foreign? There <![CDATA[ is text, and none is raw. */
bool ahd_foreign_is_in(const ahd_markup *markup);

/* Follow a tag; sets its `foreign` and `leaves`. */
void ahd_foreign_take(ahd_markup *markup, ahd_markup_token *tag);

#endif
