#include "morph/clitics.h"

#include "lang/fold.h"
#include "test.h"

static ahd_arena *arena;

/* Is `host` with `pro` (and a pronoun or not) one reading of `word`? */
static bool reads(const char *word, const char *host, uint16_t pro,
                  uint16_t suffix)
{
    ahd_token t = {.kind = AHD_TOKEN_WORD, .flags = AHD_TOKEN_ARABIC};

    t.form = ahd_fold(arena, ahd_str_from(word));
    ahd_clitics_split(ahd_kb_embedded(), &t, arena);
    ahd_str want = ahd_fold(arena, ahd_str_from(host));
    for (int i = 0; i < t.readings; i++)
        if (ahd_str_eq(t.reading[i].host, want) && t.reading[i].pro == pro &&
            t.reading[i].suffix == suffix)
            return true;
    return false;
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    CHECK(
        reads("وبالاتفاق", "الاتفاق", AHD_PRO_WA | AHD_PRO_BI | AHD_PRO_AL, 0));
    CHECK(reads("للاتفاق", "الاتفاق", AHD_PRO_LI | AHD_PRO_AL, 0));
    CHECK(reads("لليبيا", "ليبيا", AHD_PRO_LI, 0));
    CHECK(reads("وقطر", "قطر", AHD_PRO_WA, 0));
    CHECK(reads("توقيعه", "توقيع", 0, 1));
    CHECK(reads("اتفاقيتهم", "اتفاقية", 0, 1));
    CHECK(reads("إلغائه", "إلغاء", 0, 1));
    /* A word the kb knows whole is not cut: و and ب are its own letters. */
    CHECK(reads("وقعت", "وقعت", 0, 0));
    CHECK(!reads("بغداد", "غداد", AHD_PRO_BI, 0));
    ahd_arena_free(arena);
    return test_failures != 0;
}
