#include "chunks/chunks.h"

#include "chunks/choice.h"
#include "chunks/clausal.h"
#include "chunks/group.h"

/* Words from a title to the name. */
enum { TITLED = 6 };

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

/* Of a person's name, by how it is written. */
static bool may_be_person(const ahd_lexica *lang, const ahd_doc *doc,
                          uint32_t segment)
{
    const ahd_segment *s = &doc->segments.items[segment];
    uint64_t key = ahd_grammar_key(AHD_GRAMMAR_NOUN, ahd_doc_words(doc, s->at));

    return s->kind == AHD_SEGMENT_HOST &&
           ahd_grammar_classes(lang, key) & AHD_GRAMMAR_PERSON;
}

static void be_name(ahd_duty *u)
{
    u->kind = AHD_DUTY_NOUN;
    u->is |= AHD_DUTY_NAME;
    u->classes |= AHD_GRAMMAR_PERSON;
}

/* «وزير الخارجية سامح شكري»: after a title two words that are names of persons
 * are names, whatever else they are. */
static void find_titled(const ahd_lexica *lang, const ahd_doc *doc,
                        ahd_duty *duty, uint32_t title, uint32_t count)
{
    uint32_t end = title + TITLED < count ? title + TITLED : count;

    for (uint32_t i = title + 1; i + 1 < end; i++) {
        if (duty[i].kind == AHD_DUTY_PUNCT || duty[i].kind == AHD_DUTY_MARK)
            return;
        if (duty[i].is & AHD_DUTY_ARTICLE || !may_be_person(lang, doc, i) ||
            !may_be_person(lang, doc, i + 1))
            continue;
        be_name(&duty[i]);
        be_name(&duty[i + 1]);
        return;
    }
}

/* «حركة "طالبان"»: a word in quotation marks after what a name follows. */
static bool is_quoted(const ahd_duty *duty, uint32_t at)
{
    const uint32_t named = AHD_GRAMMAR_GROUP | AHD_GRAMMAR_PLACE;

    return at > 1 && duty[at - 1].is & AHD_DUTY_QUOTE &&
           duty[at - 2].classes & named && !(duty[at].is & AHD_DUTY_ARTICLE) &&
           (duty[at].kind == AHD_DUTY_ADJECTIVE ||
            duty[at].kind == AHD_DUTY_VERB || duty[at].kind == AHD_DUTY_NOUN);
}

/* «محمود عباس», «حسن نصر»: a word that may be a name is one before a name. */
static void find_names(const ahd_lexica *lang, const ahd_doc *doc,
                       ahd_duty *duty, uint32_t count)
{
    const uint16_t no = AHD_DUTY_ARTICLE | AHD_DUTY_ACCUSATIVE | AHD_DUTY_NAME;

    for (uint32_t i = count; i-- > 1;) {
        ahd_duty *u = &duty[i - 1];
        if (u->classes & AHD_GRAMMAR_PERSON && !(u->is & no) &&
            (u->kind == AHD_DUTY_NOUN || u->kind == AHD_DUTY_ADJECTIVE) &&
            duty[i].classes & AHD_GRAMMAR_PERSON &&
            (duty[i].is & AHD_DUTY_NAME ||
             doc->segments.items[i].pos == AHD_POS_PROPN))
            be_name(u);
        if (is_quoted(duty, i - 1))
            be_name(u);
        if (i > 1 && duty[i - 2].is & AHD_DUTY_NAME &&
            duty[i - 2].classes & u->classes & AHD_GRAMMAR_PERSON &&
            !(u->is & no) &&
            (u->kind == AHD_DUTY_NOUN || u->kind == AHD_DUTY_ADJECTIVE))
            be_name(u); /* «محمد جواد ظريف» */
        if (u->classes & (AHD_GRAMMAR_TITLE | AHD_GRAMMAR_RANK))
            find_titled(lang, doc, duty, i - 1, count);
    }
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
    find_names(lang, doc, duty, count);
    for (uint32_t i = 0; i < doc->sentences.count && count > 0; i++)
        read_sentence(&s, &doc->sentences.items[i]);
}

void ahd_chunks_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_chunks_read(kb->lang, NULL, doc, scratch);
}
