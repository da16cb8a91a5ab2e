/* incumbent.h - who is meant by an office without a name.
 *
 *     "وزير الخارجية القطري"         whom the text names as it, else who held
 *                                  it on the document's day
 *     "الرئيس الباكستاني السابق"      whom the text names and who held it once
 *     "the Russian leader"         the head of that state, whatever he is
 * called
 *
 * Offices that the text says of no country are names/holder.h's. */
#ifndef AHD_NAMES_INCUMBENT_H
#define AHD_NAMES_INCUMBENT_H

#include "names/cursor.h"

/* Resolves mention `at` of doc->mentions, an office without id. */
void ahd_incumbent_resolve(const ahd_reader *r, uint32_t at);

#endif
