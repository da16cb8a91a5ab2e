#include "names/both.h"

#include "reading.h"

static bool are_two(const char *words, const char *first, const char *second)
{
    const ahd_mention *m = find(words), *a = find(first), *b = find(second);

    return m && a && b && m->others == 2 && m->other[0].id == a->id &&
           m->other[1].id == b->id && a->id != AHD_NONE && b->id != AHD_NONE;
}

static bool is_open(const char *words)
{
    const ahd_mention *m = find(words);

    return m != NULL && m->others == 0;
}

static void the_two_are_named_together(void)
{
    read_text("وقعت السودان وتشاد اتفاقا، والتزم الطرفان به.");
    CHECK(are_two("الطرفان", "السودان", "تشاد"));
    read_text("Sudan and Chad met, then both sides left.");
    CHECK(are_two("both sides", "Sudan", "Chad"));
}

static void the_two_are_the_only_ones(void)
{
    read_text("اتهمت تشاد السودان بالقصف. ثم التقى البلدان.");
    CHECK(are_two("البلدان", "تشاد", "السودان"));
    read_text("اتهمت تشاد السودان بالقصف. ونددت قطر بذلك. ثم التقى البلدان.");
    CHECK(is_open("البلدان"));
}

static void three_are_not_two(void)
{
    read_text("وقعت قطر، السودان وتشاد اتفاقا، والتزم الطرفان به.");
    CHECK(is_open("الطرفان"));
}

static void ministers_are_no_states(void)
{
    read_text("وقعت السودان وتشاد اتفاقا، ثم غادر الوزيران.");
    CHECK(is_open("الوزيران"));
}

static void who_hosts_is_no_side(void)
{
    read_text("وقعت إثيوبيا وإريتريا اتفاقا برعاية السعودية والإمارات. وحثت "
              "مصر الطرفين على تنفيذه.");
    const ahd_mention *m = of_words("الطرفين");
    CHECK(m->others == 2);
    CHECK(m->other[0].id == actor("et"));
    CHECK(m->other[1].id == actor("er"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    stages = with_chunks;
    RUN(who_hosts_is_no_side);
    RUN(the_two_are_named_together);
    RUN(the_two_are_the_only_ones);
    RUN(three_are_not_two);
    RUN(ministers_are_no_states);
    ahd_arena_free(arena);
    return test_failures != 0;
}
