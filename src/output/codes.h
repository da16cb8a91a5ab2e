/* codes.h - an act or event in the codes of other event data.
 *
 *     a planned signing   ->  PLOVER "AGREE", CAMEO "030"
 *     ASSAULT/abduct      ->  PLOVER "ASSAULT/abduct", CAMEO "181", ACLED-like
 *                             "Abduction/forced disappearance"
 *
 * The table is data/codes, its README what is lost; of the rows that fit the
 * one that says most counts. Parts that have no code are empty. */
#ifndef AHD_OUTPUT_CODES_H
#define AHD_OUTPUT_CODES_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "output/writer.h"

typedef struct ahd_codes {
    ahd_str plover, cameo, acled;
} ahd_codes;

ahd_codes ahd_codes_of_act(const ahd_kb *kb, const ahd_doc *doc,
                           const ahd_act *act);
ahd_codes ahd_codes_of_event(const ahd_kb *kb, const ahd_event *event);

void ahd_codes_put(ahd_writer *w, ahd_codes codes); /* "codes":{…} */

#endif
