#include "chunks/chunks.h"

#include "chunks/choice.h"
#include "chunks/clausal.h"
#include "chunks/group.h"

/* Most of its words decide what a sentence is written in. */
static bool is_arabic(const ahd_doc *doc, const ahd_sentence *sentence)
{
    uint32_t arabic = 0, words = 0;

    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        if (t->kind != AHD_TOKEN_WORD)
            continue;
        words++;
        arabic += (t->flags & AHD_TOKEN_ARABIC) != 0;
    }
    return arabic * 2 > words;
}

static void read_sentence(ahd_strand *s, const ahd_sentence *sentence)
{
    const ahd_token *first = &s->doc->tokens.items[sentence->first];
    const ahd_token *last = &s->doc->tokens.items[sentence->end - 1];

    s->first = first->segment;
    s->end = last->segment + last->segments;
    s->base = s->doc->chunks.count;
    s->arabic = is_arabic(s->doc, sentence);
    ahd_group_find(s);
    ahd_clausal_find(s);
}

void ahd_chunks_read(const ahd_lexica *lang, const struct ahd_teacher *teacher,
                     ahd_doc *doc, ahd_arena *scratch)
{
    uint32_t count = doc->segments.count;
    ahd_duty *duty = ahd_new(scratch, ahd_duty, count + 1);
    ahd_strand s = {.lang = lang,
                    .doc = doc,
                    .teacher = teacher,
                    .weights = ahd_choice_weights(lang),
                    .duty = duty,
                    .joints = ahd_new(scratch, ahd_joint, count + 1)};

    for (uint32_t i = 0; i < count; i++)
        duty[i] = ahd_duty_of(lang, doc, &doc->segments.items[i]);
    for (uint32_t i = 0; i < doc->sentences.count && count > 0; i++)
        read_sentence(&s, &doc->sentences.items[i]);
}

void ahd_chunks_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_chunks_read(kb->lang, NULL, doc, scratch);
}
