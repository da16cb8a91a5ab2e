/* backing.h - do the layers of a reading stand in its text, and are the rows
 * that a record made of it those of its JSON?
 *
 *     "acts":[{"id":1,"sentence":[46,177],"source":[{"text":"X","at":[50,51]}]
 *     -> text[50..51) must be "X"; and the rows must be
 *     act {"n":1,"act":"sign",…,"sentence":"what stands at [46,177)"}
 *     actor {"n":1,"slot":"source","actor":"sd-saf"}
 *
 * Everything is taken from the JSON; nothing is understood anew, and whatever
 * stands there is gone through once. */
#ifndef AHD_ENGINE_BACKING_H
#define AHD_ENGINE_BACKING_H

#include "engine/check.h"

/* What is wrong is added to `check`. `rows` are those of the record, as
 * ahd_store_evidence tells them; without any, there
 * are none to hold against it.
 * `scratch` is written over. */
void ahd_backing_check(ahd_check *check, ahd_str json, const ahd_buf *rows,
                       ahd_buf *scratch, ahd_arena *arena);

#endif
