/* read.h - the engine: knowledge, limits and workers. */
#ifndef AHD_ENGINE_READ_H
#define AHD_ENGINE_READ_H

#include "ahd.h"
#include "doc/doc.h"
#include "doc/page_in.h"
#include "kb/kb.h"

struct ahd_engine {
    ahd_kb kb; /* the embedded one, with what the options hide */
    uint8_t *hidden;
    ahd_furniture *furniture;
    uint32_t furniture_count;
    int threads;
    size_t doc_bytes;
    ahd_counts counts;
};

typedef ahd_status ahd_use_fn(void *context, const ahd_doc *doc,
                              ahd_error *error);

/* Understand one page that is in memory, then call `use` with it. A page that
 * goes over the memory limit is a refused document, not a failure. */
AHD_MUST_USE ahd_status ahd_engine_understand(ahd_engine *engine,
                                              const ahd_page_in *in,
                                              ahd_use_fn *use, void *context,
                                              ahd_error *error);

#endif
