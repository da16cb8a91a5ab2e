/* pipeline.c - the order in which a page is understood. Read this first. */
#include "engine/pipeline.h"

#include "acts/acts.h"
#include "acts/setting.h"
#include "agreements/agreements.h"
#include "agreements/verdict.h"
#include "charset/charset.h"
#include "chunks/chunks.h"
#include "events/events.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "names/mentions.h"
#include "numbers/numbers.h"
#include "page/page.h"
#include "quotes/quotes.h"
#include "tagger/tagger.h"
#include "text/split.h"
#include "time/days.h"
#include "time/times.h"

#include <stdio.h>
#include <stdlib.h>

typedef void stage_fn(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static const struct stage {
    const char *name;
    const char *writes; /* the layers it owns */
    stage_fn *run;
} stages[] = {
    {"text", "sentences tokens", ahd_text_split},
    {"segments", "segments", ahd_morph_segment},
    {"morph", "readings hits", ahd_morph_tag},
    {"chunks", "chunks clauses", ahd_chunks_find},
    {"numbers", "numbers", ahd_numbers_find},
    {"tagger", "named", ahd_tagger_find},
    {"names", "mentions", ahd_names_find},
    {"time", "times", ahd_time_find},
    {"events", "events", ahd_events_find},
    {"agreements", "agreements", ahd_agreements_find},
    {"quotes", "quotes", ahd_quotes_find},
    {"acts", "acts doubts flags", ahd_acts_find},
    /* What no stage can know alone: which agreement is meant may say which
     * day it is, the day says when acts were, and acts decide the rest. */
    {"days so far", "times' days", ahd_time_settle},
    {"which agreement", "agreements' ids, published", ahd_agreements_settle},
    {"which day", "times' days", ahd_time_settle},
    {"whole acts", "acts' tellings, links, days", ahd_acts_settle},
    {"discoveries", "found, clauses", ahd_agreements_conclude},
};

enum { STAGES = sizeof stages / sizeof *stages };

/* A stage that breaks the document is a mistake of ours: stop at once. */
static void check(const ahd_doc *doc, const char *stage)
{
#ifndef NDEBUG
    const char *wrong = ahd_doc_check(doc);

    if (wrong) {
        fprintf(stderr, "ahd: after stage %s of %.*s: %s\n", stage,
                AHD_STR_ARG(doc->path), wrong);
        abort();
    }
#else
    (void)doc;
    (void)stage;
#endif
}

const char *ahd_pipeline_stage(size_t i)
{
    return i < STAGES ? stages[i].name : NULL;
}

void ahd_pipeline_step(const ahd_kb *kb, size_t i, ahd_doc *doc,
                       ahd_arena *scratch)
{
    stages[i].run(kb, doc, scratch);
    ahd_arena_clear(scratch);
    check(doc, stages[i].name);
}

void ahd_pipeline_run(const ahd_kb *kb, const ahd_page_in *in,
                      bool article_only, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_decoded decoded;

    ahd_page_name(in, doc);
    ahd_charset_decode(in, scratch, &decoded);
    ahd_page_read(in, &decoded, doc, scratch);
    ahd_arena_clear(scratch);
    check(doc, "page");
    if (doc->kind != AHD_KIND_ARTICLE || article_only)
        return;
    for (size_t i = 0; i < STAGES; i++)
        ahd_pipeline_step(kb, i, doc, scratch);
}
