/* read.h - the engine: knowledge, limits and workers. */
#ifndef AHD_ENGINE_READ_H
#define AHD_ENGINE_READ_H

#include "ahd.h"
#include "base/tally.h"
#include "doc/doc.h"
#include "doc/page_in.h"
#include "kb/kb.h"

enum { AHD_READ_THREADS = 64 }; /* at most */

/* Where the document that hooks.page is given came from (ring.h). */
typedef struct ahd_origin {
    const ahd_page_in *in;
    ahd_str seen_at, headers; /* as its container has them; may be empty */
    int64_t tag;
    bool known; /* it was not read */
} ahd_origin;

/* Asked of every page before it is read, when there is one: would nothing come
 * of reading it? Such a page is given as a document that has nothing but its
 * name, and the origin says so. */
typedef struct ahd_pass {
    ahd_status (*known)(void *context, const ahd_origin *origin, ahd_str sha256,
                        bool *known, ahd_error *error);
    void *context;
} ahd_pass;

struct ahd_engine {
    ahd_kb kb; /* the embedded one, with what the options hide */
    uint8_t *hidden;
    ahd_furniture *furniture;
    uint32_t furniture_count;
    ahd_credit_word *credit_words; /* in order of form */
    uint32_t credit_word_count;
    int threads;
    bool article_only;
    size_t doc_bytes;
    ahd_counts counts;
    ahd_tally reasons;
    ahd_origin origin;
    ahd_pass pass; /* set while a record is added to */
};

#endif
