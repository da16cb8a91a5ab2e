#include "lang/fold.h"

#include "test.h"

static ahd_arena *arena;

static void spelling_variants_become_one(void)
{
    CHECK_STR(ahd_fold(arena, AHD_STR("الإتّفاقيّة")), "الاتفاقيه");
    CHECK_STR(ahd_fold(arena, AHD_STR("مسؤول")), "مسوول");
    CHECK_STR(ahd_fold(arena, AHD_STR("لقاءٌ")), "لقاء");
    CHECK_STR(ahd_fold(arena, AHD_STR("عـــلى")), "علي");
}

static void presentation_forms_become_letters(void)
{
    CHECK_STR(ahd_fold(arena, AHD_STR("\ufe97\ufeee\ufe97\ufeb2")), "توتس");
    CHECK_STR(ahd_fold(arena, AHD_STR("\ufefb")), "لا");
}

static void digits_become_ascii(void)
{
    CHECK_STR(ahd_fold(arena, AHD_STR("١٧٠١ ۵+۵")), "1701 5+5");
}

static void latin_becomes_small(void)
{
    CHECK_STR(ahd_fold(arena, AHD_STR("GNA’s É")), "gna's é");
}

static void bidi_marks_go(void)
{
    CHECK_STR(ahd_fold(arena, AHD_STR("\u200fقطر\u200e")), "قطر");
}

static void broken_bytes_do_no_harm(void)
{
    ahd_str folded = ahd_fold(arena, AHD_STR("\xff\xd8"));
    CHECK(folded.len <= 8);
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    spelling_variants_become_one();
    presentation_forms_become_letters();
    digits_become_ascii();
    latin_becomes_small();
    bidi_marks_go();
    broken_bytes_do_no_harm();
    ahd_arena_free(arena);
    return test_failures != 0;
}
