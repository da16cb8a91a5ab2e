#include "reviews/label.h"

#include "test.h"

static void values_are_sets_of_pieces(void)
{
    CHECK(ahd_label_same(AHD_STR("a | b"), AHD_STR("b|a")));
    CHECK(!ahd_label_same(AHD_STR("a | b"), AHD_STR("a")));
    CHECK(!ahd_label_same(AHD_STR("a"), AHD_STR("")));
    CHECK(ahd_label_same(AHD_STR(""), AHD_STR("")));
    CHECK(ahd_label_has(AHD_STR("a | b"), AHD_STR("b")));
    CHECK(!ahd_label_has(AHD_STR("ab"), AHD_STR("b")));
}

static void words_cannot_part_a_value(void)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_str words = ahd_label_of_words(arena, AHD_STR("one | two\nthree"));

    CHECK_STR(words, "text:one   two three");
    CHECK_STR(ahd_label_words(words), "one   two three");
    CHECK_STR(ahd_label_words(AHD_STR("ly-gna")), "");
    CHECK_STR(ahd_label_add(arena, AHD_STR(""), AHD_STR("a")), "a");
    CHECK_STR(ahd_label_add(arena, AHD_STR("a"), AHD_STR("b")), "a | b");
    ahd_arena_free(arena);
}

static void a_list_grows_piece_by_piece(void)
{
    ahd_arena *arena = ahd_arena_new(16 << 20);
    ahd_label_list list = {0};

    CHECK_STR(ahd_label_value(&list), "");
    ahd_label_push_new(arena, &list, AHD_STR("a"));
    ahd_label_push_new(arena, &list, AHD_STR("b"));
    ahd_label_push_new(arena, &list, AHD_STR("a"));
    CHECK_STR(ahd_label_value(&list), "a | b");
    for (int i = 0; i < 100000; i++)
        ahd_label_push_new(arena, &list, AHD_STR("some-actor"));
    CHECK(list.count >= 3 && list.len < 3 << 20);
    ahd_arena_free(arena);
}

static void fields_have_names(void)
{
    CHECK(ahd_label_find(AHD_STR("speaker")) == AHD_LABEL_SPEAKER);
    CHECK(ahd_label_find(AHD_STR("spaeker")) == AHD_LABELS);
}

int main(void)
{
    RUN(values_are_sets_of_pieces);
    RUN(words_cannot_part_a_value);
    RUN(a_list_grows_piece_by_piece);
    RUN(fields_have_names);
    return test_failures != 0;
}
