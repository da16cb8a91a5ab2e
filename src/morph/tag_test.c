#include "morph/tag.h"

#include "doc/look.h"
#include "reading.h"

static stage *const through_tags[] = {ahd_text_split, ahd_morph_segment,
                                      ahd_morph_tag, NULL};

/* The registry has a man of the name «تقي». */
static void a_verb_that_looks_like_an_article_and_a_name_is_a_verb(void)
{
    read_text("التقى الوزير القطري نظيره المصري.");
    const ahd_hit *verb = ahd_look_hit(&doc, 0, AHD_TERM_VERB);
    CHECK(ahd_kb_symbol(kb, AHD_STR("تقي")) != 0);
    CHECK(verb != NULL && (verb->pro & AHD_PRO_AL) == 0);
    CHECK(!ahd_look_has_pro(&doc, 0, AHD_PRO_AL));
    CHECK(ahd_look_has_pro(&doc, 1, AHD_PRO_AL));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    stages = through_tags;
    RUN(a_verb_that_looks_like_an_article_and_a_name_is_a_verb);
    ahd_arena_free(arena);
    return test_failures != 0;
}
