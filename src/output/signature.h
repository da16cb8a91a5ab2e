/* signature.h - how one who acts stands to an agreement, as a document tells.
 *
 *     «وقع الطرفان الاتفاق»               signed
 *     «لم توقع الحركة على الاتفاق»        absent
 *     «انسحبت الحركة من الاتفاق»          withdrew
 *     "they agreed verbally to a truce"   verbal
 *
 * It is what documents say, apart from what the registry knows. Words of
 * data/signature-words. */
#ifndef AHD_OUTPUT_SIGNATURE_H
#define AHD_OUTPUT_SIGNATURE_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Does the act tell that state of this one of its sources? «لم توقع الحركة
 * اتفاقا مع الحكومة» tells nothing of the government, nor of who stands behind
 * a comma. */
bool ahd_signature_is_of(const ahd_doc *doc, const ahd_act *act,
                         const ahd_arg *arg, ahd_signature_state state);

/* Of the sources of act `n` to the `rank`-th of its agreements; NONE when the
 * act tells none. */
ahd_signature_state ahd_signature_of(const ahd_doc *doc, uint32_t n,
                                     uint32_t rank);

#endif
