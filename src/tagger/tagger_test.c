#include "tagger/tagger.h"

#include "chunks/chunks.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "text/split.h"

#include "test.h"

static ahd_arena *arena, *scratch;

static ahd_doc *read(const char *text)
{
    const ahd_kb *kb = ahd_kb_embedded();

    ahd_arena_clear(arena);
    ahd_doc *doc = ahd_doc_new(arena);
    doc->text = ahd_str_from(text);
    *ahd_vec_push(arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(kb, doc, scratch);
    ahd_morph_segment(kb, doc, scratch);
    ahd_morph_tag(kb, doc, scratch);
    ahd_chunks_find(kb, doc, scratch);
    ahd_tagger_find(kb, doc, scratch);
    ahd_arena_clear(scratch);
    CHECK(ahd_doc_check(doc) == NULL);
    return doc;
}

/* The kind of the name of these words; AHD_NAMED_KINDS when there is none. */
static uint32_t kind_of(const ahd_doc *doc, const char *words)
{
    for (uint32_t i = 0; i < doc->named.count; i++) {
        const ahd_named *n = &doc->named.items[i];
        if (ahd_str_eq(ahd_doc_words(doc, n->at), ahd_str_from(words)))
            return n->kind;
    }
    return AHD_NAMED_KINDS;
}

static void persons_places_and_bodies_are_told_apart(void)
{
    ahd_doc *doc = read("والتقى وزير الخارجية سعيد الحمداني في باريس "
                        "المحلل ياسر هندي، بحسب وكالة رويترز.");

    CHECK(kind_of(doc, "سعيد الحمداني") == AHD_NAMED_PERSON);
    CHECK(kind_of(doc, "ياسر هندي") == AHD_NAMED_PERSON);
    CHECK(kind_of(doc, "باريس") == AHD_NAMED_PLACE);
    CHECK(kind_of(doc, "رويترز") == AHD_NAMED_ORGANISATION);
}

static void clitics_are_no_part_of_a_name(void)
{
    ahd_doc *doc = read("وصل الوفد إلى باريس ولندن.");

    CHECK(kind_of(doc, "لندن") == AHD_NAMED_PLACE);
}

/* «أبو» is half a name. */
static void what_a_kunya_needs_is_of_the_name(void)
{
    ahd_doc *doc = read("وقالت الصحفية شيرين أبو عاقلة إنها بخير.");

    CHECK(kind_of(doc, "شيرين أبو عاقلة") == AHD_NAMED_PERSON);
}

static void names_are_in_order_and_sure_to_some_part(void)
{
    ahd_doc *doc = read("زار محمود عباس القاهرة ثم عمان ثم بيروت.");
    uint32_t end = 0;

    CHECK(doc->named.count >= 3);
    for (uint32_t i = 0; i < doc->named.count; i++) {
        const ahd_named *n = &doc->named.items[i];
        CHECK(n->first >= end && n->end > n->first);
        CHECK(n->score > 0 && n->score <= 1.001f);
        CHECK(n->sentence == doc->tokens.items[n->first].sentence);
        end = n->end;
    }
}

static void a_sentence_without_names_has_none(void)
{
    CHECK(read("وقال إن ذلك لم يكن ممكنا.")->named.count == 0);
}

static void english_is_passed_by(void)
{
    CHECK(read("John Smith met the minister in Paris.")->named.count == 0);
}

static void nothing_is_read_in_nothing(void)
{
    CHECK(read("")->named.count == 0);
    CHECK(read("ـ")->named.count == 0);
}

/* More words than are looked at together. */
static void long_sentences_are_read_in_parts(void)
{
    static char text[1 << 14];
    char *at = text;

    for (int i = 0; i < 400; i++)
        at += sprintf(at, "باريس ");
    CHECK(read(text)->named.count > 50);
}

int main(void)
{
    arena = ahd_arena_new((size_t)64 << 20);
    scratch = ahd_arena_new((size_t)64 << 20);
    RUN(persons_places_and_bodies_are_told_apart);
    RUN(clitics_are_no_part_of_a_name);
    RUN(what_a_kunya_needs_is_of_the_name);
    RUN(names_are_in_order_and_sure_to_some_part);
    RUN(a_sentence_without_names_has_none);
    RUN(english_is_passed_by);
    RUN(nothing_is_read_in_nothing);
    RUN(long_sentences_are_read_in_parts);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
