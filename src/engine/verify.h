/* verify.h - pages against what was read of them.
 *
 *     ahd_verifying v = {.engine = engine, .hooks = hooks, .counts = true};
 *     ahd_verifying_begin(&v, &error);
 *     v.json is the reading; ahd_verifying_page(&v, &in, sha256, &error);
 *     status = ahd_verifying_finish(&v, status); */
#ifndef AHD_ENGINE_VERIFY_H
#define AHD_ENGINE_VERIFY_H

#include "ahd.h"
#include "base/arena.h"
#include "doc/page_in.h"
#include "store/store.h"

typedef struct ahd_verifying {
    ahd_engine *engine; /* reads pages, or counts those that are kept */
    const ahd_verify_hooks *hooks;
    bool counts;   /* the pages are counted here */
    bool outdated; /* a reading was by another version or data */
    uint64_t failures;
    ahd_arena *arena; /* of one page */
    ahd_buf json;     /* its reading */
    ahd_buf rows;     /* that are kept of it; empty: none to look at */
    ahd_buf scratch;
} ahd_verifying;

AHD_MUST_USE ahd_status ahd_verifying_begin(ahd_verifying *v, ahd_error *error);
/* `sha256` is the name the page is kept under; "" when it is not kept. */
AHD_MUST_USE ahd_status ahd_verifying_page(ahd_verifying *v,
                                           const ahd_page_in *in,
                                           ahd_str sha256, ahd_error *error);
/* A page of which nothing can be looked at, and why. */
AHD_MUST_USE ahd_status ahd_verifying_lost(ahd_verifying *v,
                                           const ahd_page_in *in,
                                           ahd_str sha256, const char *what,
                                           ahd_error *error);
ahd_status ahd_verifying_finish(ahd_verifying *v, ahd_status status);

#endif
