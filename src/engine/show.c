/* show.c - a document to its forms: the public doors of output/. */
#include "engine/read.h"

#include "output/json.h"

void ahd_doc_json(const ahd_engine *engine, const ahd_doc *doc, ahd_buf *out)
{
    ahd_json_doc(&engine->kb, doc, out);
}
