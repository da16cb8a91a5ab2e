#include "morph/clitics.h"

#include "lang/fold.h"
#include "test.h"

#include <string.h>

static ahd_arena *arena;

static ahd_token split(const char *word, size_t proclitics, const char *pronoun)
{
    ahd_token t = {.kind = AHD_TOKEN_WORD, .flags = AHD_TOKEN_ARABIC};
    ahd_cut cut = {proclitics, strlen(pronoun)};

    t.form = ahd_fold(arena, ahd_str_from(word));
    ahd_clitics_split(ahd_kb_embedded(), cut, &t, arena);
    return t;
}

/* Is `host` with `pro` (and a pronoun or not) one reading of the token? */
static bool reads(ahd_token t, const char *host, uint16_t pro, uint16_t suffix)
{
    ahd_str want = ahd_fold(arena, ahd_str_from(host));

    for (int i = 0; i < t.readings; i++)
        if (ahd_str_eq(t.reading[i].host, want) && t.reading[i].pro == pro &&
            t.reading[i].suffix == suffix)
            return true;
    return false;
}

static void the_host_is_what_the_segments_leave(void)
{
    CHECK(reads(split("وبالاتفاق", 2, ""), "الاتفاق",
                AHD_PRO_WA | AHD_PRO_BI | AHD_PRO_AL, 0));
    CHECK(reads(split("وقطر", 1, ""), "قطر", AHD_PRO_WA, 0));
    CHECK(reads(split("توقيعه", 0, "ه"), "توقيع", 0, 1));
    CHECK(split("بعد", 0, "").readings == 1); /* no ب + عد */
    CHECK(split("القضية", 0, "").readings == 1);
}

static void the_host_is_spelt_as_when_it_stands_alone(void)
{
    CHECK(
        reads(split("للاتفاق", 1, ""), "الاتفاق", AHD_PRO_LI | AHD_PRO_AL, 0));
    CHECK(reads(split("لليبيا", 1, ""), "ليبيا", AHD_PRO_LI, 0));
    CHECK(reads(split("اتفاقيتهم", 0, "هم"), "اتفاقية", 0, 1));
    CHECK(reads(split("إلغائه", 0, "ه"), "إلغاء", 0, 1));
    CHECK(reads(split("لقاؤه", 0, "ه"), "لقاء", 0, 1));
}

/* «بشأن» is a word of the kb, whatever its segments. */
static void fewer_are_taken_off_where_the_kb_has_the_word(void)
{
    CHECK(reads(split("وبشأن", 2, ""), "بشأن", AHD_PRO_WA, 0));
    CHECK(reads(split("بشأن", 1, ""), "بشأن", 0, 0));
    CHECK(reads(split("باسمها", 1, "ها"), "باسم", 0, 1));
    CHECK(reads(split("فيه", 0, "ه"), "فيه", 0, 0));
}

static void one_more_is_taken_off_where_the_kb_needs_it(void)
{
    CHECK(reads(split("ودعا", 0, ""), "دعا", AHD_PRO_WA, 0));
    CHECK(reads(split("وقعت", 0, ""), "وقعت", 0, 0));
    CHECK(!reads(split("بغداد", 0, ""), "غداد", AHD_PRO_BI, 0));
}

static void every_token_has_a_reading(void)
{
    CHECK(reads(split("ونخلستان", 1, ""), "نخلستان", AHD_PRO_WA, 0));
    CHECK(reads(split("به", 1, "ه"), "به", 0, 0));
    CHECK(reads(split("و", 1, ""), "و", 0, 0));
    CHECK(reads(split("", 3, "هم"), "", 0, 0));
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(the_host_is_what_the_segments_leave);
    RUN(the_host_is_spelt_as_when_it_stands_alone);
    RUN(fewer_are_taken_off_where_the_kb_has_the_word);
    RUN(one_more_is_taken_off_where_the_kb_needs_it);
    RUN(every_token_has_a_reading);
    ahd_arena_free(arena);
    return test_failures != 0;
}
