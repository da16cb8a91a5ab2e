/* json_in.h - JSON as events, from a slice; nothing is built.
 *
 *     {"a": [1, "b"]}  ->  OPEN | KEY "a" | OPEN | OTHER "1" | STRING "b" | ...
 *
 * Strict (RFC 8259) but for one thing: control characters may stand in strings,
 * as they do in the JSON-LD of many pages. Keys and strings are slices without
 * their quotes, escapes and all. */
#ifndef AHD_PAGE_JSON_IN_H
#define AHD_PAGE_JSON_IN_H

#include "base/arena.h"
#include "base/str.h"

enum { AHD_JSON_DEEPEST = 63 };

typedef enum ahd_json_event {
    AHD_JSON_OPEN, /* an object or array; `object` tells which */
    AHD_JSON_CLOSE,
    AHD_JSON_KEY,
    AHD_JSON_STRING,
    AHD_JSON_OTHER, /* a number, true, false, null */
    AHD_JSON_END,
    AHD_JSON_BROKEN, /* and so it stays */
} ahd_json_event;

typedef struct ahd_json_in {
    ahd_str json;
    size_t at;
    int depth;        /* of open objects and arrays */
    uint64_t objects; /* bit d: what is open at depth d is an object */
    bool value_due, first, broken, done;
    bool lenient; /* set by the caller: commas may trail, escapes be unknown */
    ahd_str text; /* of a KEY, STRING or OTHER */
} ahd_json_in;

void ahd_json_in_init(ahd_json_in *in, ahd_str json);
ahd_json_event ahd_json_in_next(ahd_json_in *in);
bool ahd_json_in_object(
    const ahd_json_in *in); /* is the innermost an object? */

/* The character at s.ptr[at] of a key or string: its UTF-8 into `out`. Returns
 * how many bytes of `s` it takes. A lone surrogate is U+FFFD. */
size_t ahd_json_in_char(ahd_str s, size_t at, char out[4], size_t *out_len);

/* All of a key or string, in the arena. */
ahd_str ahd_json_in_plain(ahd_str raw, ahd_arena *arena);

#endif
