#include "text/split.h"

#include "test.h"

static ahd_arena *arena;

/* The number of sentences of a text of one paragraph. */
static uint32_t sentences(const char *text)
{
    ahd_doc *doc = ahd_new(arena, ahd_doc, 1);

    doc->arena = arena;
    doc->text = ahd_str_from(text);
    *ahd_vec_push(arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(NULL, doc, arena);
    return doc->sentences.count;
}

static void stops_end_sentences(void)
{
    CHECK(sentences("وقع الطرفان الاتفاق. ثم غادرا.") == 2);
    CHECK(sentences("هل وقعوا؟ نعم!") == 2);
    CHECK(sentences("They signed. They left.") == 2);
}

static void abbreviations_and_decimals_do_not(void)
{
    CHECK(sentences("قال د. سالم إنه موافق.") == 1);
    CHECK(sentences("بلغت 3.5 ملايين.") == 1);
    CHECK(sentences("Gen. Haftar met J. Smith.") == 1);
}

static void quotations_stay_whole(void)
{
    CHECK(sentences("وقال: «وافقنا. وسننفذ.» ثم غادر.") == 1);
    CHECK(sentences("وقال: “وافقنا. وسننفذ.” وغادر.") == 1);
}

static void an_unclosed_quotation_does_not_swallow(void)
{
    CHECK(sentences("وقال: «وافقنا. وسننفذ. ثم غادر.") == 3);
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    stops_end_sentences();
    abbreviations_and_decimals_do_not();
    quotations_stay_whole();
    an_unclosed_quotation_does_not_swallow();
    ahd_arena_free(arena);
    return test_failures != 0;
}
