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

void ahd_forest_score(const ahd_forest *forest, const uint8_t *cells,
                      size_t stride, size_t rows, int32_t *scores)
{
    uint8_t leaf[AHD_FOREST_BLOCK];

    for (size_t first = 0; first < rows; first += AHD_FOREST_BLOCK) {
        size_t n =
            rows - first < AHD_FOREST_BLOCK ? rows - first : AHD_FOREST_BLOCK;
        for (size_t i = 0; i < n; i++)
            scores[first + i] = forest->bias;
        for (uint32_t t = 0; t < forest->count; t++) {
            const ahd_tree *tree = &forest->trees[t];
            ask(tree, cells + AHD_FOREST_NEAR + first, stride, leaf);
            for (size_t i = 0; i < n; i++)
                scores[first + i] += tree->leaf[leaf[i]];
        }
    }
}
