/* dump.h - the layers of the language core, for people and tests.
 *
 *     VERB   fem sing 3 perfect active     وَقَّع       وقعت
 *
 * Latin columns first, Arabic ones last: so they stay aligned on a terminal
 * of either direction. */
#ifndef AHD_OUTPUT_DUMP_H
#define AHD_OUTPUT_DUMP_H

#include "base/error.h"
#include "doc/doc.h"
#include "output/paper.h"

/* Layers out of "text,morph,chunks", as a set of bits; AHD_EUSAGE names the one
 * that is not known. */
AHD_MUST_USE ahd_status ahd_dump_parse(const char *names, unsigned *layers,
                                       ahd_error *error);

/* These layers of the document, in their order. */
void ahd_dump_doc(const ahd_doc *doc, unsigned layers, ahd_paper paper);

#endif
