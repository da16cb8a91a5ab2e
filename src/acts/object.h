/* object.h - what is demanded, pledged, supported, rejected, condemned.
 *
 *     «دعا إلى استئناف المفاوضات»       the talks, `demanded`
 *     «رحبت بتوقيع الاتفاق»             the signing, `supported`
 *     «رفضت اتفاق الدوحة»               its signing, told elsewhere, `rejected`
 *
 * The act or event that stands as its object right after the word, or the
 * signing of the agreement that is its object. Where that is not plain there
 * is none. */
#ifndef AHD_ACTS_OBJECT_H
#define AHD_ACTS_OBJECT_H

#include "doc/doc.h"

void ahd_object_link(ahd_doc *doc, uint32_t act);

#endif
