#include "names/provisional.h"

#include "reading.h"

static ahd_str id_of(const char *words)
{
    return named(words)->provisional;
}

static void an_unknown_person_has_an_id_of_his_name(void)
{
    read_text("وصل العميد منذر القطيشي إلى المدينة.");
    CHECK_STR(id_of("منذر القطيشي"), "~p-mntrkts");
}

static void spellings_of_it_have_the_same(void)
{
    read_text("وصل العميد عبد الله الشنقري إلى المدينة.");
    ahd_str here = ahd_arena_str(arena, id_of("عبد الله الشنقري"));
    char kept[64] = {0};

    CHECK(here.len > 4 && here.len < sizeof kept);
    memcpy(kept, here.ptr, here.len < sizeof kept ? here.len : 0);
    read_text("وصل العميد عبدالله الشنقري إلى المدينة.");
    CHECK(ahd_str_eq(id_of("عبدالله الشنقري"), ahd_str_from(kept)));
    read_text("The visit of General Abdullah al-Shanqari was short.");
    CHECK(ahd_str_eq(id_of("Abdullah al-Shanqari"), ahd_str_from(kept)));
}

static void his_surname_later_is_he(void)
{
    read_text("وصل العميد منذر القطيشي إلى المدينة. وقال القطيشي إنه باق.");
    CHECK(id_of("القطيشي").len > 0);
    CHECK(ahd_str_eq(id_of("القطيشي"), id_of("منذر القطيشي")));
}

static void who_is_known_has_none(void)
{
    read_text("وصلت أنغيلا ميركل إلى برلين.");
    CHECK(id_of("أنغيلا ميركل").len == 0);
}

static void any_text_is_read(void)
{
    read_text("");
    read_text("الدكتور ؟ ! ( « د. . العميد \" \" ");
    CHECK(true);
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(an_unknown_person_has_an_id_of_his_name);
    RUN(spellings_of_it_have_the_same);
    RUN(his_surname_later_is_he);
    RUN(who_is_known_has_none);
    RUN(any_text_is_read);
    ahd_arena_free(arena);
    return test_failures != 0;
}
