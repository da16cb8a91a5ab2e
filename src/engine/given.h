/* given.h - for those who add to a record what they got themselves.
 *
 *     ahd_given_keep(record, engine, pages, count, &done, &error);   durable
 *     ...
 *     ahd_settle(record->store, &engine->kb, &error);
 *
 * ahd_record_add_pages does both; who adds page after page all day long settles
 * when nothing else is to be done, for that looks at the whole record. */
#ifndef AHD_ENGINE_GIVEN_H
#define AHD_ENGINE_GIVEN_H

#include "engine/ring.h"
#include "store/store.h"

typedef struct ahd_giving {
    const ahd_handed *pages;
    size_t count;
    const ahd_progress *progress; /* or NULL */
} ahd_giving;

/* Puts the pages of an ahd_giving, the context, into the ring. */
ahd_feed_fn ahd_given_feed;

/* `done` counts what it has kept, on top of what was there. */
AHD_MUST_USE ahd_status ahd_given_keep(ahd_record *record, ahd_engine *engine,
                                       ahd_giving *giving, ahd_added *done,
                                       ahd_error *error);

#endif
