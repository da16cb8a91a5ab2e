#include "audit/merkle.h"

#include "test.h"

#include <stdio.h>
#include <string.h>

enum { MOST = 70 };

static ahd_hash leaves[MOST];

/* The tree as RFC 6962 defines it: split at the largest power of two. */
static ahd_hash by_definition(const ahd_hash *leaf, uint64_t n)
{
    uint64_t k = 1;

    if (n == 0)
        return ahd_hash_of(AHD_STR(""));
    if (n == 1)
        return *leaf;
    while (2 * k < n)
        k *= 2;
    ahd_hash left = by_definition(leaf, k);
    ahd_hash right = by_definition(leaf + k, n - k);
    return ahd_merkle_node(&left, &right);
}

static void make_leaves(void)
{
    char line[32];

    for (int i = 0; i < MOST; i++) {
        int len = snprintf(line, sizeof line, "page {\"page\":%d}", i);
        leaves[i] = ahd_merkle_leaf((ahd_str){line, (size_t)len});
    }
}

static bool is(ahd_hash hash, const char *hex)
{
    char out[AHD_HASH_HEX];

    ahd_hash_hex(hash, out);
    return memcmp(out, hex, sizeof out) == 0;
}

/* The roots that the tests of Certificate Transparency publish for their
 * eight leaves (google/certificate-transparency, merkletree tests). */
static void published_roots_come_out(void)
{
    static const ahd_str lines[] = {
        {"", 0},   {"\0", 1},   {"\x10", 1},     {" !", 2},
        {"01", 2}, {"@ABC", 4}, {"PQRSTUVW", 8}, {"`abcdefghijklmno", 16}};
    ahd_frontier f = {0};

    CHECK(is(ahd_frontier_root(&f), "e3b0c44298fc1c149afbf4c8996fb924"
                                    "27ae41e4649b934ca495991b7852b855"));
    for (int i = 0; i < 8; i++) {
        ahd_frontier_add(&f, ahd_merkle_leaf(lines[i]));
        if (i == 0)
            CHECK(is(ahd_frontier_root(&f),
                     "6e340b9cffb37a989ca544e6bb780a2c"
                     "78901d3fb33738768511a30617afa01d"));
        if (i == 2)
            CHECK(is(ahd_frontier_root(&f),
                     "aeb6bcfe274b70a14fb067a5e5578264"
                     "db0fa9b51af5e0ba159158f329e06e77"));
    }
    CHECK(is(ahd_frontier_root(&f), "5dc9da79a70659a9ad559cb701ded9a2"
                                    "ab9d823aad2f4960cfe370eff4604328"));
}

static void the_frontier_has_the_root_of_the_definition(void)
{
    ahd_frontier f = {0};

    for (uint64_t n = 0; n < MOST; n++) {
        ahd_hash root = ahd_frontier_root(&f), want = by_definition(leaves, n);
        CHECK(ahd_hash_eq(&root, &want));
        ahd_frontier_add(&f, leaves[n]);
    }
}

static void a_frontier_comes_back_from_its_bytes(void)
{
    ahd_frontier f = {0}, again;
    ahd_buf bytes = AHD_BUF(4096);

    for (int n = 0; n < 43; n++)
        ahd_frontier_add(&f, leaves[n]);
    ahd_frontier_write(&f, &bytes);
    CHECK(bytes.len == 4 * AHD_HASH_BYTES); /* 43 = 32 + 8 + 2 + 1 */
    CHECK(ahd_frontier_read(&again, 43, ahd_buf_str(&bytes)));
    ahd_hash one = ahd_frontier_root(&f), two = ahd_frontier_root(&again);
    CHECK(ahd_hash_eq(&one, &two));
    CHECK(!ahd_frontier_read(&again, 44, ahd_buf_str(&bytes)));
    CHECK(!ahd_frontier_read(&again, 63, ahd_buf_str(&bytes)));
    ahd_buf_finish(&bytes);
}

/* Does it lead to the root with hashes more or less, for another place? */
static bool leads(ahd_path path, ahd_hash leaf, int more, uint64_t index)
{
    ahd_hash root, want = by_definition(leaves, path.size);

    path.count = (size_t)((int)path.count + more);
    path.index = index;
    return ahd_merkle_follow(&path, leaf, &root) && ahd_hash_eq(&root, &want);
}

static void every_leaf_is_proven_and_no_other(void)
{
    ahd_path path;

    for (uint64_t n = 1; n <= MOST; n++) {
        ahd_merkle *tree = ahd_merkle_new(leaves, n);
        for (uint64_t i = 0; i < n; i++) {
            ahd_merkle_path(tree, i, &path);
            CHECK(leads(path, leaves[i], 0, i));
            CHECK(!leads(path, leaves[i], 1, i));
            CHECK(path.count == 0 || !leads(path, leaves[i], -1, i));
            CHECK(!leads(path, leaves[i], 0, n));
            CHECK(n == 1 || !leads(path, leaves[(i + 1) % n], 0, i));
        }
        ahd_merkle_free(tree);
    }
}

static void long_lines_have_a_hash_of_their_own(void)
{
    static char line[5000];

    memset(line, 'a', sizeof line);
    ahd_hash a = ahd_merkle_leaf((ahd_str){line, 4999});
    ahd_hash b = ahd_merkle_leaf((ahd_str){line, 5000});
    ahd_hash bare = ahd_hash_of((ahd_str){line, 5000});
    CHECK(!ahd_hash_eq(&a, &b) && !ahd_hash_eq(&b, &bare));
}

static void hex_is_read_strictly(void)
{
    char hex[AHD_HASH_HEX];
    ahd_hash hash;

    ahd_hash_hex(leaves[3], hex);
    CHECK(ahd_hash_read((ahd_str){hex, sizeof hex}, &hash));
    CHECK(ahd_hash_eq(&hash, &leaves[3]));
    CHECK(!ahd_hash_read((ahd_str){hex, sizeof hex - 1}, &hash));
    hex[5] = 'g';
    CHECK(!ahd_hash_read((ahd_str){hex, sizeof hex}, &hash));
}

int main(void)
{
    make_leaves();
    RUN(published_roots_come_out);
    RUN(the_frontier_has_the_root_of_the_definition);
    RUN(a_frontier_comes_back_from_its_bytes);
    RUN(every_leaf_is_proven_and_no_other);
    RUN(long_lines_have_a_hash_of_their_own);
    RUN(hex_is_read_strictly);
    return test_failures != 0;
}
