/* anaphora.h - mentions that mean what another mention of the page says.
 *
 *     «اتفاق الصخيرات ... رفض الاتفاق»        the Skhirat one: look back
 *     title «هدنة في اليمن», then «الهدنة الإنسانية الثالثة في اليمن»: ahead
 *     «الاتفاق الأخير بين تركيا وواشنطن»     its own parties deny the one
 * before
 *
 * The nearer the likelier: nouns that any agreement may be called by reach far,
 * a resolution or a round of talks but some sentences. */
#ifndef AHD_AGREEMENTS_ANAPHORA_H
#define AHD_AGREEMENTS_ANAPHORA_H

#include "agreements/evidence.h"

/* Gives the definite mention `ref` the id of the nearest before it, and its
 * `fullest`; true when that decides it, be it to stay open. */
bool ahd_anaphora_look_back(ahd_evidence *e, uint32_t ref);

/* Once all are resolved: an open one that means the only one told after it. */
void ahd_anaphora_look_ahead(ahd_evidence *e, uint32_t ref);

/* هدنة، وقف إطلاق النار */
bool ahd_anaphora_is_truce(uint32_t noun);

/* «الاتفاق على خريطة طريق»: that they agree; it is none of the registry. */
bool ahd_anaphora_is_agreeing(const ahd_doc *doc, const ahd_agreement_ref *r);

#endif
