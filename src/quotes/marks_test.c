#include "quotes/marks.h"

#include "test.h"
#include "text/split.h"

static ahd_arena *arena;

/* The words of the first quotation of `text`. */
static ahd_str quoted(const char *text)
{
    ahd_doc *doc = ahd_new(arena, ahd_doc, 1);

    doc->arena = arena;
    doc->text = ahd_str_from(text);
    *ahd_vec_push(arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(ahd_kb_embedded(), doc, arena);
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        if (!ahd_marks_opens(doc, i))
            continue;
        uint32_t close = ahd_marks_close(doc, i);
        uint32_t start = ahd_span_end(doc->tokens.items[i].at);
        uint32_t end = close < doc->tokens.count
                           ? doc->tokens.items[close].at.start
                           : (uint32_t)doc->text.len;
        return ahd_str_span(doc->text, (ahd_span){start, end - start});
    }
    return AHD_STR("");
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    CHECK_STR(quoted("قال: «وافقنا» وغادر."), "وافقنا");
    CHECK_STR(quoted("قال: “وافقنا” وغادر."), "وافقنا");
    CHECK_STR(quoted("قال: \"وافقنا\" وغادر."), "وافقنا");
    /* An opening mark that was meant to close. */
    CHECK_STR(quoted("قال: “وافقنا “ وغادر."), "وافقنا ");
    CHECK_STR(quoted("قال: «قالوا «نعم» لنا» وغادر."), "قالوا «نعم» لنا");
    /* A letter before it belongs to the word. */
    CHECK_STR(quoted("قال لـ\"سبق\" إنه غادر."), "سبق");
    CHECK_STR(quoted("لا شيء هنا."), "");
    ahd_arena_free(arena);
    return test_failures != 0;
}
