/* forest.h - decision trees over rows of small numbers.
 *
 *     columns  0: 9 9 0 7 ...     tree: column 0 of the row before > 8 ? 120 :
 * -40 1: 2 3 3 1 ...     scores: -40 120 120 -40 ...
 *
 * The trees are even (oblivious): all nodes of one depth ask the same, so a
 * leaf's number is the answers as bits, and many rows are asked at once. What
 * is asked may stand in a row nearby. Trained and written by models/; learned
 * elsewhere, read here. */
#ifndef AHD_BASE_FOREST_H
#define AHD_BASE_FOREST_H

#include <stddef.h>
#include <stdint.h>

enum {
    AHD_TREE_DEPTH = 6,
    AHD_TREE_LEAVES = 1 << AHD_TREE_DEPTH,
    AHD_FOREST_NEAR = 4,    /* rows above and below that a tree may look at */
    AHD_FOREST_BLOCK = 64,  /* rows that are asked at once */
    AHD_FOREST_UNIT = 4096, /* a score of 1.0 */
};

typedef struct ahd_tree {
    struct {
        uint8_t column;
        int8_t row;    /* -AHD_FOREST_NEAR .. AHD_FOREST_NEAR */
        uint8_t above; /* the answer is yes for what is greater */
        uint8_t spare;
    } split[AHD_TREE_DEPTH];
    int16_t leaf[AHD_TREE_LEAVES]; /* in 1/AHD_FOREST_UNIT */
} ahd_tree;

typedef struct ahd_forest {
    const ahd_tree *trees;
    uint32_t count;
    int32_t bias;
} ahd_forest;

/* Bytes of `columns` columns for `rows` rows, with room at their ends. */
size_t ahd_forest_stride(size_t rows);

/* Where column `column` begins in `cells` of that stride; its row 0. */
static inline uint8_t *ahd_forest_column(uint8_t *cells, size_t stride,
                                         size_t column)
{
    return cells + stride * column + AHD_FOREST_NEAR;
}

/* The sum of the trees' leaves and the bias for each row, into scores. */
void ahd_forest_score(const ahd_forest *forest, const uint8_t *cells,
                      size_t stride, size_t rows, int32_t *scores);

#endif
