/* fingerprint.h - what is kept of a document to find its copies.
 *
 *     an article of 300 words  ->  about 800 bytes
 *         grams   rows of three content words, as hashes
 *         traits  what it tells, in no language (hallmark.h)
 *         whole   all its content words as one hash
 *
 * Rows and traits are chosen by their hash, never by their place: two texts
 * that share a row keep it both or neither, however much was changed around
 * it. A long text keeps every second one, or every fourth (`scale` 1, 2). */
#ifndef AHD_STORIES_FINGERPRINT_H
#define AHD_STORIES_FINGERPRINT_H

#include "base/buf.h"
#include "stories/credit_line.h"

enum {
    AHD_FINGERPRINT_VERSION = 2,
    AHD_FINGERPRINT_GRAMS = 224, /* the most that are kept */
    AHD_FINGERPRINT_TRAITS = 192,
};

/* Hashes in order, each once; those whose lowest `scale` bits above the kind
 * (of traits) are 0. */
typedef struct ahd_hashes {
    uint32_t *items;
    uint32_t count;
    uint8_t scale;
} ahd_hashes;

typedef struct ahd_fingerprint {
    uint8_t lang;   /* ahd_lang */
    uint32_t words; /* content words of the body */
    uint64_t whole;
    ahd_hashes grams, traits;
    ahd_credits credits;
} ahd_fingerprint;

/* Of a document that was read through all stages; its strings are the kb's. */
void ahd_fingerprint_make(const ahd_kb *kb, const ahd_doc *doc,
                          ahd_arena *arena, ahd_fingerprint *out);

/* As bytes, and back; false when they are of another version or damaged.
 * What was read lives in `arena` alone. */
void ahd_fingerprint_write(const ahd_fingerprint *print, ahd_buf *out);
bool ahd_fingerprint_read(ahd_str bytes, ahd_arena *arena,
                          ahd_fingerprint *out);

/* Is the hash one that a list of that scale keeps? `kinds` are its lowest bits
 * that say a kind. */
static inline bool ahd_fingerprint_keeps(uint32_t hash, unsigned kinds,
                                         unsigned scale)
{
    return (hash >> kinds & ((1u << scale) - 1)) == 0;
}

#endif
