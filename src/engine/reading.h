/* reading.h - the line of JSON that a reading is kept as, taken apart again.
 *
 *     ahd_str values[2];
 *     ahd_reading_fields(json, (const char *const[]){"text", "map"}, values,
 * 2); ahd_reading_text(arena, values[0])     what `text` says, without escapes
 *     ahd_reading_begin(&rows, values[1]);
 *     while (ahd_reading_next(&rows, &row))
 *         n = ahd_reading_numbers(row, numbers);
 *
 * Values are JSON, as it stands there. */
#ifndef AHD_ENGINE_READING_H
#define AHD_ENGINE_READING_H

#include "base/arena.h"
#include "page/json_in.h"

enum { AHD_READING_NUMBERS = 4 };

/* False when `json` is no object. A field it lacks, or of null, is "". */
bool ahd_reading_fields(ahd_str json, const char *const *names, ahd_str *values,
                        size_t count);

ahd_str ahd_reading_text(ahd_arena *arena, ahd_str value);

void ahd_reading_begin(ahd_json_in *in, ahd_str array);
bool ahd_reading_next(ahd_json_in *in, ahd_str *item);

/* How many numbers the array has; 0 when it holds anything else, or more. */
size_t ahd_reading_numbers(ahd_str array, uint32_t out[AHD_READING_NUMBERS]);

#endif
