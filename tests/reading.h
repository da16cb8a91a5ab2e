/* reading.h - a text of real words, read through the stages before a module,
 * and what was found in it; for the tests of names, times and the like.
 *
 *     read_on("وصل برويز مشرف إلى باكستان.", ahd_day_of(2009, 2, 23));
 *     CHECK(named("برويز مشرف")->id == actor("p-musharraf"));
 *
 * A test makes the arena and the kb; it may set other stages than those that
 * lead to names, and the day of texts that tell none. */
#ifndef AHD_TESTS_READING_H
#define AHD_TESTS_READING_H

#include "base/day.h"
#include "chunks/chunks.h"
#include "kb/kb.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "names/mentions.h"
#include "test.h"
#include "text/split.h"

#include <string.h>

typedef void stage(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static stage *const through_names[] = {ahd_text_split, ahd_morph_segment,
                                       ahd_morph_tag, ahd_names_find, NULL};
/* What has no segments finds names all the same. */
static stage *const without_segments[] = {ahd_text_split, ahd_morph_tag,
                                          ahd_names_find, NULL};
static stage *const with_chunks[] = {ahd_text_split, ahd_morph_segment,
                                     ahd_morph_tag,  ahd_chunks_find,
                                     ahd_names_find, NULL};

static ahd_arena *arena;
static const ahd_kb *kb;
static ahd_doc doc;
static stage *const *stages = through_names; /* up to NULL */
static ahd_day today = AHD_NO_DAY;           /* of what read_text reads */

/* A line is a paragraph; the first title_len bytes are the title. */
static inline void read_page(const char *text, ahd_day published,
                             size_t title_len)
{
    ahd_str rest = ahd_str_from(text);

    ahd_arena_clear(arena);
    doc = *ahd_doc_new(arena);
    doc.text = rest;
    doc.published = published;
    doc.title_len = (uint32_t)title_len;
    do {
        uint32_t at = (uint32_t)(rest.ptr - text);
        ahd_str line = ahd_str_cut(&rest, '\n');
        *ahd_vec_push(arena, &doc.paragraphs) =
            (ahd_span){at, (uint32_t)line.len};
    } while (rest.len > 0);
    for (stage *const *run = stages; *run; run++)
        (*run)(kb, &doc, arena);
}

static inline void read_on(const char *text, ahd_day published)
{
    read_page(text, published, 0);
}

/* The first line is the title. */
static inline void read_titled(const char *text, ahd_day published)
{
    read_page(text, published, strcspn(text, "\n"));
}

static inline void read_text(const char *text)
{
    read_on(text, today);
}

/* The words again and again, 60 kB of them. */
static inline void read_endless(const char *words)
{
    static char text[60000];
    size_t len = strlen(words);

    text[0] = 0;
    for (size_t at = 0; at + len < sizeof text; at += len)
        memcpy(text + at, words, len + 1);
    read_text(text);
}

/* ---------------------------------------------------------------- mentions */

/* The first mention of exactly these words; NULL when there is none. */
static inline const ahd_mention *find(const char *words)
{
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (ahd_str_eq(ahd_doc_words(&doc, doc.mentions.items[i].at),
                       ahd_str_from(words)))
            return &doc.mentions.items[i];
    return NULL;
}

/* What a test that looks for a mention in vain goes on with: it fails, and
 * nothing that it says of the mention is true. */
static inline const ahd_mention *missing(const char *words)
{
    static const ahd_mention none = {
        .id = AHD_NONE - 1, .of = AHD_NONE - 1, .how = 99, .kind = 99};

    printf("no mention of \"%s\"\n", words);
    test_failures++;
    return &none;
}

/* The first mention of exactly these words, which must be there. */
static inline const ahd_mention *of_words(const char *words)
{
    const ahd_mention *found = find(words);

    return found ? found : missing(words);
}

/* The first mention whose name these words are; it must be there. */
static inline const ahd_mention *named(const char *words)
{
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (ahd_str_eq(ahd_doc_words(&doc, doc.mentions.items[i].name),
                       ahd_str_from(words)))
            return &doc.mentions.items[i];
    return missing(words);
}

/* The row of this id in the kb; a test that names none fails. */
static inline uint32_t row_of(const char *id, uint32_t found)
{
    if (found == AHD_KB_NONE) {
        printf("the kb has no %s\n", id);
        test_failures++;
    }
    return found;
}

static inline uint32_t actor(const char *id)
{
    return row_of(id, ahd_kb_find_actor(kb, ahd_str_from(id)));
}

static inline uint32_t role(const char *id)
{
    for (uint32_t i = 0; i < kb->roles.count; i++)
        if (ahd_str_eq(ahd_kb_str(kb, ahd_kb_role_at(kb, i)->id),
                       ahd_str_from(id)))
            return i;
    return row_of(id, AHD_KB_NONE);
}

/* Some mention is of that actor. */
static inline bool is_meant(const char *id)
{
    uint32_t who = actor(id);

    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (doc.mentions.items[i].id == who)
            return true;
    return false;
}

/* Each mention begins where the one before has ended, or later. */
static inline bool in_order(void)
{
    for (uint32_t i = 1; i < doc.mentions.count; i++)
        if (doc.mentions.items[i].first < doc.mentions.items[i - 1].end)
            return false;
    return true;
}

#endif
