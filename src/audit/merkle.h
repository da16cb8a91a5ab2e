/* merkle.h - a tree of hashes over lines that are only ever added (RFC 6962,
 * section 2.1; proofs as in RFC 9162, section 2.1.3).
 *
 *     ahd_frontier f = {0};
 *     ahd_frontier_add(&f, ahd_merkle_leaf(AHD_STR("page {\"page\":1}")));
 *     ahd_frontier_root(&f)            one hash that stands for all lines
 *
 * A frontier is what is needed of n lines to add the next: a hash for each
 * bit of n, so that adding costs O(log n) at most. Nothing here can fail. */
#ifndef AHD_AUDIT_MERKLE_H
#define AHD_AUDIT_MERKLE_H

#include "base/buf.h"
#include "base/str.h"

enum {
    AHD_HASH_BYTES = 32,
    AHD_HASH_HEX = 2 * AHD_HASH_BYTES,
    AHD_MERKLE_LEVELS = 64
};

typedef struct ahd_hash {
    unsigned char bytes[AHD_HASH_BYTES];
} ahd_hash;

bool ahd_hash_eq(const ahd_hash *a, const ahd_hash *b);
ahd_str ahd_hash_str(const ahd_hash *hash); /* its bytes, borrowed */
void ahd_hash_hex(ahd_hash hash, char out[AHD_HASH_HEX]); /* without a NUL */
/* False when `hex` is not 64 digits. */
bool ahd_hash_read(ahd_str hex, ahd_hash *out);
ahd_hash ahd_hash_of(ahd_str bytes);

/* Of 0x00 and the line; of 0x01 and two hashes. */
ahd_hash ahd_merkle_leaf(ahd_str line);
ahd_hash ahd_merkle_node(const ahd_hash *left, const ahd_hash *right);

/* ------------------------------------------------------------ a frontier */

/* peaks[k] counts where bit k of `size` is set: the root of 2^k lines. */
typedef struct ahd_frontier {
    uint64_t size;
    ahd_hash peaks[AHD_MERKLE_LEVELS];
} ahd_frontier;

void ahd_frontier_add(ahd_frontier *frontier, ahd_hash leaf);
ahd_hash ahd_frontier_root(const ahd_frontier *frontier);

/* The peaks one after another, lowest first, as a record keeps them. */
void ahd_frontier_write(const ahd_frontier *frontier, ahd_buf *out);
/* False when `bytes` are not as many as `size` asks for. */
bool ahd_frontier_read(ahd_frontier *out, uint64_t size, ahd_str bytes);

/* --------------------------------------------------------------- proofs */

/* All hashes over `leaves`, level upon level, for many proofs; NULL without
 * memory. */
typedef struct ahd_merkle ahd_merkle;
ahd_merkle *ahd_merkle_new(const ahd_hash *leaves, uint64_t count);
void ahd_merkle_free(ahd_merkle *tree);

/* What leads from leaf `index` (from 0) of a log of `size` to its root. */
typedef struct ahd_path {
    uint64_t index, size;
    ahd_hash hashes[AHD_MERKLE_LEVELS];
    size_t count;
} ahd_path;

void ahd_merkle_path(const ahd_merkle *tree, uint64_t index, ahd_path *out);

/* Where such a path leads from this leaf; false when it does not fit. */
bool ahd_merkle_follow(const ahd_path *path, ahd_hash leaf, ahd_hash *root);

#endif
