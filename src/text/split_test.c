#include "text/split.h"

#include "test.h"

#include <string.h>

static ahd_arena *arena, *scratch;

/* The number of sentences of a text of one paragraph. */
static uint32_t sentences(const char *text)
{
    ahd_doc *doc = ahd_new(arena, ahd_doc, 1);

    doc->arena = arena;
    doc->text = ahd_str_from(text);
    *ahd_vec_push(arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(ahd_kb_embedded(), doc, scratch);
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

static void every_paragraph_has_its_writing(void)
{
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text =
        AHD_STR("قال إن الاتفاق تم في المدينة.\nThe accord was signed.\n"
                "محمد علي");
    for (uint32_t start = 0; start < doc->text.len;) {
        ahd_str rest = {doc->text.ptr + start, doc->text.len - start};
        uint32_t len = (uint32_t)ahd_str_find(rest, AHD_STR("\n"));
        *ahd_vec_push(arena, &doc->paragraphs) = (ahd_span){start, len};
        start += len + 1;
    }
    ahd_text_split(ahd_kb_embedded(), doc, scratch);
    CHECK(ahd_doc_check(doc) == NULL);
    CHECK(doc->writings.count == 3);
    CHECK(doc->writing.lang == AHD_LANG_AR);
    CHECK(doc->writings.items[0].lang == AHD_LANG_AR);
    CHECK(doc->writings.items[1].lang == AHD_LANG_EN);
    CHECK(doc->writings.items[2].lang == AHD_LANG_AR);
}

static void a_language_that_the_page_did_not_say_is_found(void)
{
    ahd_doc *doc = ahd_doc_new(arena);

    doc->text = AHD_STR("رئیس جمهوری در تهران گفت که این توافق را امضا کرد");
    doc->lang = AHD_LANG_OTHER;
    *ahd_vec_push(arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(ahd_kb_embedded(), doc, scratch);
    CHECK_STR(doc->language, "fa");
    doc->language = AHD_STR("ps"); /* what it said stays */
    doc->writings.count = doc->tokens.count = doc->sentences.count = 0;
    ahd_text_split(ahd_kb_embedded(), doc, scratch);
    CHECK_STR(doc->language, "ps");
}

/* A lot of one mark, of marks and letters, of what is left open: each in time
 * that grows with its length alone. */
static void hostile_text_takes_no_time(void)
{
    static const char *const pieces[] = {
        "\"", "«",      "»",      "‘ a",    "' ",   "a.", "a-",  "@",
        "1.", "\u0640", "\u200f", "\" \"a", "a.b@", "…",  "n't", "\n.\n"};
    enum { BYTES = 1 << 18, ROOM = 512 << 20 };
    ahd_arena *big = ahd_arena_new(ROOM), *more = ahd_arena_new(ROOM);

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        ahd_arena_clear(big);
        ahd_arena_clear(more);
        ahd_str piece = ahd_str_from(pieces[i]);
        char *text = ahd_arena_alloc(big, 1, BYTES + 16);
        size_t len = 0;
        for (; len < BYTES; len += piece.len)
            memcpy(text + len, piece.ptr, piece.len);
        ahd_doc *doc = ahd_doc_new(big);
        doc->text = (ahd_str){text, len};
        *ahd_vec_push(big, &doc->paragraphs) = (ahd_span){0, (uint32_t)len};
        ahd_text_split(ahd_kb_embedded(), doc, more);
        CHECK(ahd_doc_check(doc) == NULL);
    }
    ahd_arena_free(big);
    ahd_arena_free(more);
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    scratch = ahd_arena_new(1 << 20);
    RUN(stops_end_sentences);
    RUN(abbreviations_and_decimals_do_not);
    RUN(quotations_stay_whole);
    RUN(an_unclosed_quotation_does_not_swallow);
    RUN(every_paragraph_has_its_writing);
    RUN(a_language_that_the_page_did_not_say_is_found);
    RUN(hostile_text_takes_no_time);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
