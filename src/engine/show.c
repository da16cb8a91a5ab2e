/* show.c - a document in its forms: the public doors of output/. */
#include "engine/read.h"

#include "output/brief.h"
#include "output/dump.h"
#include "output/json.h"

enum { DEFAULT_WIDTH = 80 };

static ahd_paper paper_of(ahd_style style, ahd_buf *out)
{
    return (ahd_paper){.out = out,
                       .colour = style.colour,
                       .width = style.width > 0 ? style.width : DEFAULT_WIDTH};
}

void ahd_doc_json(const ahd_engine *engine, const ahd_doc *doc, ahd_buf *out)
{
    ahd_json_doc(&engine->kb, doc, out);
}

void ahd_doc_brief(const ahd_engine *engine, const ahd_doc *doc,
                   ahd_style style, ahd_buf *out)
{
    ahd_brief_doc(&engine->kb, doc, paper_of(style, out));
}

void ahd_doc_explain(const ahd_engine *engine, const ahd_doc *doc,
                     ahd_style style, ahd_buf *out)
{
    ahd_explain_doc(&engine->kb, doc, paper_of(style, out));
}

ahd_status ahd_dump_layers(const char *names, unsigned *layers,
                           ahd_error *error)
{
    return ahd_dump_parse(names, layers, error);
}

void ahd_doc_dump(const ahd_doc *doc, unsigned layers, ahd_style style,
                  ahd_buf *out)
{
    ahd_dump_doc(doc, layers, paper_of(style, out));
}
