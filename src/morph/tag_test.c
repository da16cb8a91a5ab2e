#include "morph/tag.h"

#include "doc/look.h"
#include "morph/segment.h"
#include "test.h"

#include <string.h>

void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static ahd_arena *arena;
static ahd_doc doc;
static const ahd_kb *kb;

static void read_text(const char *text)
{
    ahd_arena_clear(arena);
    memset(&doc, 0, sizeof doc);
    doc.arena = arena;
    doc.text = ahd_str_from(text);
    *ahd_vec_push(arena, &doc.paragraphs) =
        (ahd_span){0, (uint32_t)doc.text.len};
    ahd_text_split(kb, &doc, arena);
    ahd_morph_segment(kb, &doc, arena);
    ahd_morph_tag(kb, &doc, arena);
}

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
    RUN(a_verb_that_looks_like_an_article_and_a_name_is_a_verb);
    ahd_arena_free(arena);
    return test_failures != 0;
}
