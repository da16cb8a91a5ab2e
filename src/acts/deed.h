/* deed.h - what an accusation calls a breach.
 *
 *     «فتحت قواتهم النار في انتهاك للهدنة.»   the shooting, an event
 *     «وقعت الحكومة مذكرة. … واعتبر الجيش توقيع المذكرة خرقا للاتفاق.»
 *                                                             the signing
 *
 * An act or event of its sentence that the words join to it, or an earlier one
 * whose word comes again. Not the agreement that was broken, though that was
 * signed, nor what the accuser did because of it («طردهم بدعوى انتهاك …»). */
#ifndef AHD_ACTS_DEED_H
#define AHD_ACTS_DEED_H

#include "doc/doc.h"
#include "kb/kb.h"

void ahd_deed_link(const ahd_kb *kb, ahd_doc *doc, uint32_t act);

#endif
