/* json_acts.h - the parts that the JSON of a document is made of. */
#ifndef AHD_OUTPUT_JSON_ACTS_H
#define AHD_OUTPUT_JSON_ACTS_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "output/offsets.h"
#include "output/writer.h"

typedef struct ahd_printer {
    const ahd_kb *kb;
    const ahd_doc *doc;
    ahd_writer w;
    ahd_offsets offsets;
} ahd_printer;

void ahd_printer_span(ahd_printer *p, ahd_span at); /* [start,end] */

/* "id", "name", "name_ar" of an actor, or of a place; null when not known. */
void ahd_printer_identity(ahd_printer *p, uint32_t id, bool place);

/* The same of a mention's actor; of one that no registry has its id, the words
 * of the text and "provisional". */
void ahd_printer_bearer(ahd_printer *p, const ahd_mention *m);
void ahd_printer_principal(ahd_printer *p, uint32_t actor); /* "for":{…} */
void ahd_printer_candidate(ahd_printer *p, const ahd_candidate *c, bool place);
void ahd_printer_post(ahd_printer *p, uint32_t role); /* "post" and words */
ahd_str ahd_printer_how(uint8_t how);

/* A key with "day" or "day/day", or null. */
void ahd_printer_interval(ahd_printer *p, const char *key, ahd_day from,
                          ahd_day to);
void ahd_printer_medium(ahd_printer *p, uint8_t medium);
void ahd_printer_optional_arg(ahd_printer *p, const char *key, bool has,
                              const ahd_arg *arg);
void ahd_printer_args(ahd_printer *p, const char *key, const ahd_args *args);
void ahd_printer_place(ahd_printer *p, bool has, const ahd_arg *place);
void ahd_printer_agreement_mention(ahd_printer *p, const ahd_agreement_ref *r);
void ahd_printer_acts(ahd_printer *p); /* "acts":[…] */

#endif
