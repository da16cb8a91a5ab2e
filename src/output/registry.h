/* registry.h - an entry of the registry as one JSON object: its card.
 *
 *     ly-ceasefire-2020-10-23 -> {"id":…,"kind":"ceasefire",…,"names":[…],
 *         "parties":[…],"commitments":[…],"relations":[…]}
 *
 * Every fact carries its source. A name is {"ar","en"}, null where there is
 * none. `rule` of a commitment is what `deadline` was computed from. */
#ifndef AHD_OUTPUT_REGISTRY_H
#define AHD_OUTPUT_REGISTRY_H

#include "base/buf.h"
#include "doc/doc.h"
#include "kb/kb.h"

void ahd_registry_agreement(const ahd_kb *kb, uint32_t row, ahd_buf *out);
void ahd_registry_actor(const ahd_kb *kb, uint32_t row, ahd_buf *out);

/* Is it the id of a provisional actor ("~p-flnflnn-ly")? And its card. */
bool ahd_registry_is_stranger(ahd_str id);
void ahd_registry_stranger(ahd_str id, ahd_buf *out);

/* The same shape for a document's discovery: what its signing says. */
void ahd_registry_found(const ahd_kb *kb, const ahd_doc *doc, uint32_t found,
                        ahd_buf *out);

/* The folded words of a discovery's name that tell what it is about: no noun
 * of agreements, no names, no days. "ترسيم حدود"; may be empty. */
void ahd_registry_subject(const ahd_doc *doc, uint32_t found, ahd_buf *out);

/* The same words of the sentence that tells of its signing. */
void ahd_registry_words(const ahd_doc *doc, uint32_t found, ahd_buf *out);

/* The kind of the noun that a discovery is called by; may be empty. */
ahd_str ahd_registry_kind(const ahd_doc *doc, uint32_t found);

/* The day it was made: its own, else that of its signing; or AHD_NO_DAY. */
ahd_day ahd_registry_day(const ahd_doc *doc, uint32_t found);

/* The kb place of that name in English or Arabic; or AHD_KB_NONE. */
uint32_t ahd_registry_place(const ahd_kb *kb, ahd_str name);

#endif
