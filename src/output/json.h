/* json.h - a document as one line of JSON, as DESIGN.md section 4 says.
 *
 * Offsets are Unicode code points of `text`. A page that is no article prints
 * its kind and why, and nothing more. */
#ifndef AHD_OUTPUT_JSON_H
#define AHD_OUTPUT_JSON_H

#include "base/buf.h"
#include "doc/doc.h"
#include "kb/kb.h"

void ahd_json_doc(const ahd_kb *kb, const ahd_doc *doc, ahd_buf *out);

/* The id by which output names a document's found agreement: written to
 * `out`, "found:<document>:<n>". */
void ahd_json_found_id(const ahd_doc *doc, uint32_t found, ahd_buf *out);

#endif
