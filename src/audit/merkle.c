#include "audit/merkle.h"

#include "base/checksum.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_LINE = 1024 };

/* ---------------------------------------------------------------- hashes */

bool ahd_hash_eq(const ahd_hash *a, const ahd_hash *b)
{
    return memcmp(a->bytes, b->bytes, AHD_HASH_BYTES) == 0;
}

ahd_str ahd_hash_str(const ahd_hash *hash)
{
    return (ahd_str){(const char *)hash->bytes, AHD_HASH_BYTES};
}

void ahd_hash_hex(ahd_hash hash, char out[AHD_HASH_HEX])
{
    for (int i = 0; i < AHD_HASH_HEX; i++)
        out[i] =
            "0123456789abcdef"[hash.bytes[i / 2] >> (4 * (1 - i % 2)) & 15];
}

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool ahd_hash_read(ahd_str hex, ahd_hash *out)
{
    if (hex.len != AHD_HASH_HEX)
        return false;
    for (size_t i = 0; i < AHD_HASH_BYTES; i++) {
        int high = digit(hex.ptr[2 * i]), low = digit(hex.ptr[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        out->bytes[i] = (unsigned char)(16 * high + low);
    }
    return true;
}

ahd_hash ahd_hash_of(ahd_str bytes)
{
    ahd_hash out = {{0}};

    ahd_checksum_bytes(AHD_CHECKSUM_SHA256, bytes, out.bytes);
    return out;
}

/* Lines are short, but for a few; only those need memory, and without it the
 * line's own hash stands for it, which no line has. */
ahd_hash ahd_merkle_leaf(ahd_str line)
{
    char few[SHORT_LINE + 1];
    char *all = line.len <= SHORT_LINE ? few : malloc(line.len + 1);

    if (all == NULL)
        return ahd_hash_of(line);
    all[0] = 0x00;
    if (line.len > 0)
        memcpy(all + 1, line.ptr, line.len);
    ahd_hash hash = ahd_hash_of((ahd_str){all, line.len + 1});
    if (all != few)
        free(all);
    return hash;
}

ahd_hash ahd_merkle_node(const ahd_hash *left, const ahd_hash *right)
{
    char all[1 + 2 * AHD_HASH_BYTES];

    all[0] = 0x01;
    memcpy(all + 1, left->bytes, AHD_HASH_BYTES);
    memcpy(all + 1 + AHD_HASH_BYTES, right->bytes, AHD_HASH_BYTES);
    return ahd_hash_of((ahd_str){all, sizeof all});
}

/* ------------------------------------------------------------ a frontier */

void ahd_frontier_add(ahd_frontier *f, ahd_hash leaf)
{
    int level = 0;

    for (; f->size >> level & 1; level++)
        leaf = ahd_merkle_node(&f->peaks[level], &leaf);
    f->peaks[level] = leaf;
    f->size++;
}

ahd_hash ahd_frontier_root(const ahd_frontier *f)
{
    ahd_hash root = ahd_hash_of(AHD_STR(""));
    bool any = false;

    for (int level = 0; level < AHD_MERKLE_LEVELS; level++) {
        if (!(f->size >> level & 1))
            continue;
        root = any ? ahd_merkle_node(&f->peaks[level], &root) : f->peaks[level];
        any = true;
    }
    return root;
}

void ahd_frontier_write(const ahd_frontier *f, ahd_buf *out)
{
    for (int level = 0; level < AHD_MERKLE_LEVELS; level++)
        if (f->size >> level & 1)
            ahd_buf_add(out, ahd_hash_str(&f->peaks[level]));
}

bool ahd_frontier_read(ahd_frontier *out, uint64_t size, ahd_str bytes)
{
    size_t at = 0;

    *out = (ahd_frontier){.size = size};
    for (int level = 0; level < AHD_MERKLE_LEVELS; level++) {
        if (!(size >> level & 1))
            continue;
        if (bytes.len - at < AHD_HASH_BYTES)
            return false;
        memcpy(out->peaks[level].bytes, bytes.ptr + at, AHD_HASH_BYTES);
        at += AHD_HASH_BYTES;
    }
    return at == bytes.len;
}

/* --------------------------------------------------------------- proofs */

/* Level 0 are the leaves; a hash without a neighbour rises as it is. */
struct ahd_merkle {
    int levels;
    uint64_t count[AHD_MERKLE_LEVELS + 1];
    ahd_hash *level[AHD_MERKLE_LEVELS + 1];
};

static bool raise_level(ahd_merkle *tree)
{
    int below = tree->levels - 1;
    uint64_t count = tree->count[below];
    const ahd_hash *from = tree->level[below];
    ahd_hash *to = calloc((size_t)(count + 1) / 2, sizeof *to);

    if (to == NULL)
        return false;
    for (uint64_t i = 0; i + 1 < count; i += 2)
        to[i / 2] = ahd_merkle_node(&from[i], &from[i + 1]);
    if (count % 2 == 1)
        to[count / 2] = from[count - 1];
    tree->level[tree->levels] = to;
    tree->count[tree->levels++] = (count + 1) / 2;
    return true;
}

ahd_merkle *ahd_merkle_new(const ahd_hash *leaves, uint64_t count)
{
    ahd_merkle *tree = calloc(1, sizeof *tree);
    ahd_hash *first = calloc((size_t)count + 1, sizeof *first);

    if (tree == NULL || first == NULL) {
        free(tree);
        free(first);
        return NULL;
    }
    if (count > 0)
        memcpy(first, leaves, (size_t)count * sizeof *first);
    tree->level[0] = first;
    tree->count[0] = count;
    tree->levels = 1;
    while (tree->count[tree->levels - 1] > 1)
        if (!raise_level(tree)) {
            ahd_merkle_free(tree);
            return NULL;
        }
    return tree;
}

void ahd_merkle_free(ahd_merkle *tree)
{
    for (int i = 0; tree && i < tree->levels; i++)
        free(tree->level[i]);
    free(tree);
}

void ahd_merkle_path(const ahd_merkle *tree, uint64_t index, ahd_path *out)
{
    *out = (ahd_path){.index = index, .size = tree->count[0]};
    for (int i = 0; i + 1 < tree->levels; i++, index /= 2)
        if ((index ^ 1) < tree->count[i])
            out->hashes[out->count++] = tree->level[i][index ^ 1];
}

bool ahd_merkle_follow(const ahd_path *path, ahd_hash leaf, ahd_hash *root)
{
    uint64_t index = path->index, last = path->size - 1; /* of a level */
    size_t used = 0;

    if (index >= path->size)
        return false;
    for (; last > 0; index /= 2, last /= 2) {
        if (index % 2 == 0 && index == last)
            continue; /* no neighbour */
        if (used == path->count)
            return false;
        const ahd_hash *next = &path->hashes[used++];
        leaf = index % 2 == 1 ? ahd_merkle_node(next, &leaf)
                              : ahd_merkle_node(&leaf, next);
    }
    *root = leaf;
    return used == path->count;
}
