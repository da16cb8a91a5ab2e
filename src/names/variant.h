/* variant.h - near spellings, where the text around them licenses one.
 *
 *     "وزير داخلية حكومة الوفاق فتحي باشجة"   the office had one holder then,
 *                                          whose name is spelled nearly so
 *     "حكومة الوفق"   near to a name of an organisation the text also names
 *     "حكومة المصالحة"   the head of its name, other words: only in a text
 *                     that mangles names anyway, of its only government
 *
 * Never without such a license: most near spellings are other people. */
#ifndef AHD_NAMES_VARIANT_H
#define AHD_NAMES_VARIANT_H

#include "names/office.h"

/* The holder of the office whose name is near to the words at `token`. */
bool ahd_variant_person(const ahd_reader *r, const ahd_office *office,
                        uint32_t token, uint32_t limit, ahd_mention *out);

/* Are the tokens a near spelling of the person's own names, not one of them
 * written together ("عبدالله") or at greater length? */
bool ahd_variant_is_spelling(const ahd_reader *r, uint32_t person,
                             uint32_t first, uint32_t end);

/* Organisations: adds and widens mentions of doc->mentions. */
void ahd_variant_bodies(const ahd_reader *r);

/* How many mentions are near spellings. */
uint32_t ahd_variant_count(const ahd_doc *doc);

/* With two or more of them, says so in doc->conditions. */
void ahd_variant_note(const ahd_reader *r);

#endif
