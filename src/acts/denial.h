/* denial.h - the claim that a denial denies.
 *
 *     «تتهم إسرائيل إيران بالتسلح، وهي مزاعم نفتها إيران.»   the accusation
 *     «نفى الحزب أن يكون قد قاد وساطة.»   the mediation, inside what is denied
 *
 * Of the acts around it that which has most in common with it: accused of it
 * is whoever denies, its words come again, it is near, the denial points back
 * («ذلك», «تلك الاتهامات»). With too little in common there is none. */
#ifndef AHD_ACTS_DENIAL_H
#define AHD_ACTS_DENIAL_H

#include "doc/doc.h"
#include "kb/kb.h"

void ahd_denial_link(const ahd_kb *kb, ahd_doc *doc, uint32_t act);

#endif
