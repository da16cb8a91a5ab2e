#include "names/both.h"

#include "names/mentions.h"
#include "test.h"

#include <string.h>

/* The stages before; the module itself knows nothing of them. */
void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_morph_segment(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_morph_tag(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);
void ahd_chunks_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static ahd_arena *arena;
static ahd_doc doc;
static const ahd_kb *kb;

static void read_text(const char *text)
{
    ahd_arena_clear(arena);
    memset(&doc, 0, sizeof doc);
    doc.arena = arena;
    doc.text = ahd_str_from(text);
    doc.published = AHD_NO_DAY;
    doc.outlet_actor = AHD_NONE;
    *ahd_vec_push(arena, &doc.paragraphs) = (ahd_span){0, doc.text.len};
    ahd_text_split(kb, &doc, arena);
    ahd_morph_segment(kb, &doc, arena);
    ahd_morph_tag(kb, &doc, arena);
    ahd_chunks_find(kb, &doc, arena);
    ahd_names_find(kb, &doc, arena);
}

static const ahd_mention *find(const char *words)
{
    for (uint32_t i = 0; i < doc.mentions.count; i++)
        if (ahd_str_eq(ahd_str_span(doc.text, doc.mentions.items[i].at),
                       ahd_str_from(words)))
            return &doc.mentions.items[i];
    return NULL;
}

static bool are_two(const char *words, const char *first, const char *second)
{
    const ahd_mention *m = find(words), *a = find(first), *b = find(second);

    return m && a && b && m->others == 2 && m->other[0].id == a->id &&
           m->other[1].id == b->id && a->id != AHD_NONE && b->id != AHD_NONE;
}

static bool is_open(const char *words)
{
    const ahd_mention *m = find(words);

    return m != NULL && m->others == 0;
}

static void the_two_are_named_together(void)
{
    read_text("وقعت السودان وتشاد اتفاقا، والتزم الطرفان به.");
    CHECK(are_two("الطرفان", "السودان", "تشاد"));
    read_text("Sudan and Chad met, then both sides left.");
    CHECK(are_two("both sides", "Sudan", "Chad"));
}

static void the_two_are_the_only_ones(void)
{
    read_text("اتهمت تشاد السودان بالقصف. ثم التقى البلدان.");
    CHECK(are_two("البلدان", "تشاد", "السودان"));
    read_text("اتهمت تشاد السودان بالقصف. ونددت قطر بذلك. ثم التقى البلدان.");
    CHECK(is_open("البلدان"));
}

static void three_are_not_two(void)
{
    read_text("وقعت قطر، السودان وتشاد اتفاقا، والتزم الطرفان به.");
    CHECK(is_open("الطرفان"));
}

static void ministers_are_no_states(void)
{
    read_text("وقعت السودان وتشاد اتفاقا، ثم غادر الوزيران.");
    CHECK(is_open("الوزيران"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(the_two_are_named_together);
    RUN(the_two_are_the_only_ones);
    RUN(three_are_not_two);
    RUN(ministers_are_no_states);
    ahd_arena_free(arena);
    return test_failures != 0;
}
