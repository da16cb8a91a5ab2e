/* field.h - reading the library's JSON without fear of what is missing.
 *
 *     ahd_field_text(act, "date")         "" when absent or null
 *     ahd_field_range(act, "trigger", &r) false when absent or not [s,e]
 *
 * What is returned is borrowed from the JSON value. */
#ifndef AHD_WEB_FIELD_H
#define AHD_WEB_FIELD_H

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

#include <jansson.h>

/* Code points [start, end) of a document's text. */
typedef struct ahd_range {
    uint32_t start, end;
} ahd_range;

/* A new value, to be given to json_decref. */
AHD_MUST_USE ahd_status ahd_field_parse(const ahd_buf *from, json_t **out,
                                        ahd_error *error);

ahd_str ahd_field_text(const json_t *object, const char *key);
ahd_str ahd_field_string(const json_t *value); /* "" when it is no string */
int64_t ahd_field_number(const json_t *object, const char *key); /* or 0 */
double ahd_field_real(const json_t *object, const char *key);    /* or 0 */
bool ahd_field_true(const json_t *object, const char *key);
bool ahd_field_range(const json_t *object, const char *key, ahd_range *out);
bool ahd_field_pair(const json_t *value, ahd_range *out); /* [s,e] itself */

/* The array under `key`, to loop over; NULL (an empty loop) when absent. */
const json_t *ahd_field_list(const json_t *object, const char *key);

#define ahd_field_each(list, i, item)                                          \
    for ((i) = 0; (i) < json_array_size(list) &&                               \
                  ((item) = json_array_get((list), (i)));                      \
         (i)++)

#endif
