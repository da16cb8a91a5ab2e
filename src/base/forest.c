#include "base/forest.h"

#include <string.h>

size_t ahd_forest_stride(size_t rows)
{
    size_t blocks = (rows + AHD_FOREST_BLOCK - 1) / AHD_FOREST_BLOCK;

    return blocks * AHD_FOREST_BLOCK + (size_t)2 * AHD_FOREST_NEAR;
}

/* One question to a block of rows. By itself, of a length known beforehand and
 * without branches: compilers make a few wide instructions of it. */
__attribute__((noinline)) static void answer(const uint8_t *restrict at,
                                             uint8_t above, uint8_t bit,
                                             uint8_t *restrict leaf)
{
    for (int i = 0; i < AHD_FOREST_BLOCK; i++)
        leaf[i] |= (uint8_t)(-(at[i] > above) & bit);
}

static void ask(const ahd_tree *tree, const uint8_t *cells, size_t stride,
                uint8_t *leaf)
{
    memset(leaf, 0, AHD_FOREST_BLOCK);
    for (int depth = 0; depth < AHD_TREE_DEPTH; depth++)
        answer(cells + stride * tree->split[depth].column +
                   tree->split[depth].row,
               tree->split[depth].above, (uint8_t)(1 << depth), leaf);
}

/* The leaves of some trees at once: fewer sums to fetch and put back. */
enum { AT_ONCE = 4 };

static void add_leaves(const ahd_tree *trees,
                       uint8_t leaf[AT_ONCE][AHD_FOREST_BLOCK], size_t rows,
                       int32_t *scores)
{
    for (size_t i = 0; i < rows; i++)
        scores[i] += trees[0].leaf[leaf[0][i]] + trees[1].leaf[leaf[1][i]] +
                     trees[2].leaf[leaf[2][i]] + trees[3].leaf[leaf[3][i]];
}

static void score_block(const ahd_forest *forest, const uint8_t *cells,
                        size_t stride, size_t rows, int32_t *scores)
{
    uint8_t leaf[AT_ONCE][AHD_FOREST_BLOCK];
    uint32_t t = 0;

    for (; t + AT_ONCE <= forest->count; t += AT_ONCE) {
        for (int k = 0; k < AT_ONCE; k++)
            ask(&forest->trees[t + (uint32_t)k], cells, stride, leaf[k]);
        add_leaves(&forest->trees[t], leaf, rows, scores);
    }
    for (; t < forest->count; t++) {
        ask(&forest->trees[t], cells, stride, leaf[0]);
        for (size_t i = 0; i < rows; i++)
            scores[i] += forest->trees[t].leaf[leaf[0][i]];
    }
}

void ahd_forest_score(const ahd_forest *forest, const uint8_t *cells,
                      size_t stride, size_t rows, int32_t *scores)
{
    for (size_t i = 0; i < rows; i++)
        scores[i] = forest->bias;
    for (size_t first = 0; first < rows; first += AHD_FOREST_BLOCK) {
        size_t n =
            rows - first < AHD_FOREST_BLOCK ? rows - first : AHD_FOREST_BLOCK;
        score_block(forest, cells + AHD_FOREST_NEAR + first, stride, n,
                    scores + first);
    }
}
