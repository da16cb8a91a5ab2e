#include "chunks/chunks.h"

#include "tagged.h"
#include "test.h"

#include <stdlib.h>

static ahd_arena *arena, *scratch;

/* The chunks of tagged sentences, a line each. */
static ahd_doc *read_text(const char *tagged)
{
    ahd_str rest = ahd_str_from(tagged);
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_buf text = AHD_BUF(1 << 24);

    while (rest.len > 0)
        tagged_line(doc, &text, ahd_str_cut(&rest, '\n'));
    tagged_end(doc, &text);
    ahd_buf_finish(&text);
    ahd_arena_clear(scratch);
    ahd_chunks_find(ahd_kb_embedded(), doc, scratch);
    CHECK(ahd_doc_check(doc) == NULL);
    return doc;
}

/* The words of the first chunk that is `link` of the one with head `head`. */
static ahd_str find(const ahd_doc *doc, ahd_chunk_link link, const char *head)
{
    for (uint32_t i = 0; i < doc->chunks.count; i++) {
        const ahd_chunk *c = &doc->chunks.items[i];
        if (c->link == link && c->word != AHD_NONE &&
            ahd_str_eq(ahd_doc_words(doc, doc->segments.items[c->word].at),
                       ahd_str_from(head)))
            return ahd_doc_words(doc, doc->segments.items[c->head].at);
    }
    return AHD_STR("");
}

static void a_document_without_segments_has_no_chunks(void)
{
    ahd_doc *doc = ahd_doc_new(arena);

    ahd_chunks_find(ahd_kb_embedded(), doc, scratch);
    CHECK(doc->chunks.count == 0 && doc->clauses.count == 0);
}

static void a_verb_has_its_subject_and_object_after_it(void)
{
    ahd_doc *doc = read_text("وقعت/VERB/وقع/fs3 الحكومة/NOUN/حكومة/fs "
                             "الاتفاق/NOUN/اتفاق/ms ./PUNCT");

    CHECK_STR(find(doc, AHD_LINK_SUBJECT, "وقعت"), "الحكومة");
    CHECK_STR(find(doc, AHD_LINK_OBJECT, "وقعت"), "الاتفاق");
    CHECK(doc->clauses.count == 1 &&
          doc->clauses.items[0].kind == AHD_CLAUSE_MAIN &&
          doc->clauses.items[0].predicate == 0 &&
          doc->clauses.items[0].subject == 1);
}

static void a_light_verb_gives_its_place_to_a_masdar(void)
{
    ahd_doc *doc = read_text("تم/VERB/تم/ms3 توقيع/NOUN/توقيع/msN "
                             "الاتفاق/NOUN/اتفاق/ms ./PUNCT");
    const ahd_chunk *masdar = &doc->chunks.items[1];

    CHECK_STR(find(doc, AHD_LINK_SUPPORT, "توقيع"), "تم");
    CHECK(masdar->link == AHD_LINK_PREDICATE && masdar->passive);
    CHECK(masdar->genitive != AHD_NONE);
    CHECK_STR(ahd_doc_words(doc, doc->segments.items[masdar->genitive].at),
              "الاتفاق");
}

static void what_is_said_is_a_clause_inside(void)
{
    ahd_doc *doc =
        read_text("قال/VERB/قال/ms3 الوزير/NOUN/وزير/ms إن/PART "
                  "المفاوضات/NOUN/مفاوضات/fp فشلت/VERB/فشل/fs3 ./PUNCT");

    CHECK_STR(find(doc, AHD_LINK_COMPLEMENT, "قال"), "فشلت");
    CHECK_STR(find(doc, AHD_LINK_SUBJECT, "فشلت"), "المفاوضات");
    CHECK(doc->clauses.count == 2 && doc->clauses.items[1].of == 0 &&
          doc->clauses.items[1].kind == AHD_CLAUSE_COMPLEMENT);
}

static void sentences_do_not_reach_into_each_other(void)
{
    ahd_doc *doc = read_text("وصل/VERB/وصل/ms3 الوفد/NOUN/وفد/ms ./PUNCT\n"
                             "الاتفاق/NOUN/اتفاق/ms باطل/ADJ/باطل/ms ./PUNCT");

    for (uint32_t i = 0; i < doc->chunks.count; i++) {
        const ahd_chunk *c = &doc->chunks.items[i];
        CHECK(c->of == AHD_NONE || (c->of < 2) == (i < 2));
    }
    CHECK_STR(find(doc, AHD_LINK_SUBJECT, "باطل"), "الاتفاق");
}

static void an_english_passive_is_told_from_a_progressive(void)
{
    ahd_doc *doc = read_text("The/DET deal/NOUN was/AUX/be signed/VERB/sign "
                             "by/ADP both/DET ./PUNCT\n"
                             "He/PRON is/AUX/be signing/VERB/sign it/PRON");

    CHECK(doc->chunks.items[1].passive);
    CHECK_STR(find(doc, AHD_LINK_OBLIQUE, "signed"), "both");
    CHECK_STR(find(doc, AHD_LINK_OBJECT, "signing"), "it");
    CHECK(!doc->chunks.items[4].passive);
}

/* A sentence of `count` times `piece`. */
static ahd_doc *repeat(const char *piece, int count)
{
    ahd_buf text = AHD_BUF(1 << 24);
    ahd_doc *doc;

    for (int i = 0; i < count; i++)
        ahd_buf_add(&text, ahd_str_from(piece));
    doc = read_text(text.ptr);
    ahd_buf_finish(&text);
    return doc;
}

static void any_depth_of_clauses_is_read(void)
{
    ahd_doc *doc = repeat("أن/SCONJ قال/VERB/قال/ms3 ", 5000);

    CHECK(doc->chunks.count == 10000);
    CHECK(repeat("الوفد/NOUN الذي/PRON ", 5000)->chunks.count > 0);
    CHECK(repeat("اتفاق/NOUN ", 5000)->chunks.count == 1);
    CHECK(repeat("لا/PART ", 5000)->chunks.count == 0);
    CHECK(repeat("في/ADP ", 5000)->chunks.count == 0);
}

int main(void)
{
    arena = ahd_arena_new((size_t)1 << 28);
    scratch = ahd_arena_new((size_t)1 << 28);
    RUN(a_document_without_segments_has_no_chunks);
    RUN(a_verb_has_its_subject_and_object_after_it);
    RUN(a_light_verb_gives_its_place_to_a_masdar);
    RUN(what_is_said_is_a_clause_inside);
    RUN(sentences_do_not_reach_into_each_other);
    RUN(an_english_passive_is_told_from_a_progressive);
    RUN(any_depth_of_clauses_is_read);
    ahd_arena_free(arena);
    ahd_arena_free(scratch);
    return test_failures != 0;
}
