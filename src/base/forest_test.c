#include "base/forest.h"

#include "test.h"

#include <string.h>

enum { ROWS = 70 };

static void each_row_gets_the_leaf_of_its_answers(void)
{
    uint8_t cells[2 * 200] = {0};
    size_t stride = ahd_forest_stride(ROWS);
    int32_t scores[ROWS];
    ahd_tree tree = {0};
    ahd_forest forest = {&tree, 1, 5};

    CHECK(2 * stride <= sizeof cells);
    for (int i = 0; i < ROWS; i++)
        ahd_forest_column(cells, stride, 1)[i] = (uint8_t)(i * 3);
    for (int d = 1; d < AHD_TREE_DEPTH; d++)
        tree.split[d].above = 255;
    tree.split[0].column = 1;
    tree.split[0].above = 90;
    tree.leaf[0] = -7;
    tree.leaf[1] = 11;
    ahd_forest_score(&forest, cells, stride, ROWS, scores);
    for (int i = 0; i < ROWS; i++)
        CHECK(scores[i] == 5 + (i * 3 > 90 ? 11 : -7));
}

static void a_tree_may_look_at_the_rows_nearby(void)
{
    uint8_t cells[200] = {0};
    size_t stride = ahd_forest_stride(ROWS);
    int32_t scores[ROWS];
    ahd_tree trees[2] = {{.leaf = {[1] = 1}}, {.leaf = {[1] = 10}}};
    ahd_forest forest = {trees, 2, 0};

    ahd_forest_column(cells, stride, 0)[65] = 1;
    for (int t = 0; t < 2; t++)
        for (int d = 1; d < AHD_TREE_DEPTH; d++)
            trees[t].split[d].above = 255;
    trees[0].split[0].row = -2;
    trees[1].split[0].row = 1;
    ahd_forest_score(&forest, cells, stride, ROWS, scores);
    for (int i = 0; i < ROWS; i++)
        CHECK(scores[i] == (i == 67) + 10 * (i == 64));
}

static void many_trees_are_added_up_whatever_their_number(void)
{
    uint8_t cells[200] = {0};
    size_t stride = ahd_forest_stride(ROWS);
    int32_t scores[ROWS];
    ahd_tree trees[7] = {0};

    for (int t = 0; t < 7; t++) {
        for (int d = 0; d < AHD_TREE_DEPTH; d++)
            trees[t].split[d].above = 255;
        trees[t].leaf[0] = (int16_t)(1 << t);
    }
    for (uint32_t count = 0; count <= 7; count++) {
        ahd_forest forest = {trees, count, 1000};
        ahd_forest_score(&forest, cells, stride, ROWS, scores);
        for (int i = 0; i < ROWS; i++)
            CHECK(scores[i] == 1000 + (1 << count) - 1);
    }
}

int main(void)
{
    RUN(each_row_gets_the_leaf_of_its_answers);
    RUN(a_tree_may_look_at_the_rows_nearby);
    RUN(many_trees_are_added_up_whatever_their_number);
    return test_failures != 0;
}
