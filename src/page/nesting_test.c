#include "nesting.h"

#include "test.h"

#define BODY AHD_ELEMENT_BODY
#define DIV AHD_ELEMENT_DIV
#define P AHD_ELEMENT_P
#define UL AHD_ELEMENT_UL
#define LI AHD_ELEMENT_LI
#define TABLE AHD_ELEMENT_TABLE
#define TBODY AHD_ELEMENT_TBODY
#define TR AHD_ELEMENT_TR
#define TD AHD_ELEMENT_TD
#define BUTTON AHD_ELEMENT_BUTTON

#define START(tag, ...)                                                        \
    ahd_nesting_start((ahd_element[]){__VA_ARGS__},                            \
                      sizeof(ahd_element[]){__VA_ARGS__} /                     \
                          sizeof(ahd_element),                                 \
                      AHD_ELEMENT_##tag)
#define END(tag, ...)                                                          \
    ahd_nesting_end((ahd_element[]){__VA_ARGS__},                              \
                    sizeof(ahd_element[]){__VA_ARGS__} / sizeof(ahd_element),  \
                    AHD_ELEMENT_##tag)

static void a_paragraph_ends_where_a_block_begins(void)
{
    CHECK(START(DIV, BODY, P) == 1);
    CHECK(START(P, BODY, DIV, P) == 2);
    CHECK(START(IFRAME, BODY, P) == 2);
    CHECK(START(DIV, BODY, P, BUTTON) == 3);
    CHECK(START(BUTTON, BODY, DIV, BUTTON, P) == 2);
}

static void an_item_ends_the_one_before_through_its_blocks(void)
{
    CHECK(START(LI, UL, LI) == 1);
    CHECK(START(LI, UL, LI, DIV, P) == 1);
    CHECK(START(LI, UL, LI, UL) == 3);
    CHECK(START(DD, AHD_ELEMENT_DL, AHD_ELEMENT_DT) == 1);
}

static void tables_keep_their_order(void)
{
    CHECK(START(TD, TABLE, TBODY, TR, TD, DIV) == 3);
    CHECK(START(TR, TABLE, TBODY, TR, TD) == 2);
    CHECK(START(TBODY, TABLE, TBODY, TR, TD) == 1);
    CHECK(START(TD, TABLE, TBODY, TR, TD, TABLE, TR) == 6);
}

static void headings_and_heads_end_by_themselves(void)
{
    CHECK(START(H2, BODY, AHD_ELEMENT_H1) == 1);
    CHECK(START(DIV, AHD_ELEMENT_HTML, AHD_ELEMENT_HEAD) == 1);
    CHECK(START(TITLE, AHD_ELEMENT_HTML, AHD_ELEMENT_HEAD) == 2);
}

static void an_end_tag_reaches_as_far_as_its_scope(void)
{
    CHECK(END(DIV, BODY, DIV, UL, LI) == 1);
    CHECK(END(DIV, BODY, DIV, TABLE, TR, TD) == 5);
    CHECK(END(TABLE, BODY, TABLE, TR, TD, P) == 1);
    CHECK(END(TR, BODY, TABLE, TR, TD, P) == 2);
    CHECK(END(LI, UL, LI, UL) == 3);
    CHECK(END(H3, BODY, AHD_ELEMENT_H2) == 1);
    CHECK(END(SECTION, BODY, DIV) == 2);
    CHECK(END(DIV, BODY, DIV, BUTTON) == 1);
    CHECK(END(P, BODY, P, BUTTON) == 3);
}

int main(void)
{
    RUN(a_paragraph_ends_where_a_block_begins);
    RUN(an_item_ends_the_one_before_through_its_blocks);
    RUN(tables_keep_their_order);
    RUN(headings_and_heads_end_by_themselves);
    RUN(an_end_tag_reaches_as_far_as_its_scope);
    return test_failures != 0;
}
