#include "acts/trigger.h"

#include "acts/modality.h"
#include "doc/look.h"

enum { AROUND = 8, NEAR_AGREEMENT = 12, DEPENDENTS = 24, BREACH_REACH = 30 };

typedef struct asker {
    const ahd_trigger *trigger;
    const ahd_scene *s;
    const ahd_doc *doc;
    const ahd_context *context;
    ahd_symptoms *out;
    uint32_t first, end; /* tokens of the trigger */
    uint64_t word, form; /* of the trigger: lemma; form, part, voice */
} asker;

static void ask(asker *a, ahd_symptom_kind kind, uint32_t which,
                uint64_t answer)
{
    ahd_symptom(a->out, kind, which, answer);
}

/* The answer, and the answer of this word alone. */
static void ask_both(asker *a, ahd_symptom_kind kind, uint32_t which,
                     uint64_t answer)
{
    ask(a, kind, which, answer);
    ask(a, kind, which + 1, ahd_symptom_mix(answer, a->word));
}

static uint64_t phrase_of(const asker *a)
{
    uint64_t word = ahd_symptom_word(a->doc, a->first);

    for (uint32_t i = a->first + 1; i < a->end; i++)
        word = ahd_symptom_mix(word, ahd_symptom_word(a->doc, i));
    return word;
}

static uint64_t form_of(const asker *a)
{
    const ahd_segment *s = ahd_look_host(a->doc, a->first);
    uint32_t k = ahd_symptom_chunk(a->doc, a->first);
    uint64_t form = a->trigger->hit->extra;

    if (s)
        form |= (uint64_t)s->pos << 3 | AHD_FEAT(s->feats, VERBAL) << 8 |
                AHD_FEAT(s->feats, ARTICLE) << 11 |
                AHD_FEAT(s->feats, ASPECT) << 12;
    if (k != AHD_NONE)
        form |= (uint64_t)a->doc->chunks.items[k].passive << 16;
    return form;
}

static void ask_word(asker *a)
{
    const ahd_hit *hit = a->trigger->hit;
    bool arabic = a->doc->tokens.items[a->first].flags & AHD_TOKEN_ARABIC;

    ask(a, AHD_SYMPTOM_ALWAYS, 0, arabic);
    ask(a, AHD_SYMPTOM_LEMMA, 0, a->word);
    ask(a, AHD_SYMPTOM_LEMMA, 1, ahd_symptom_word(a->doc, a->first));
    ask(a, AHD_SYMPTOM_FORM, 0, a->form);
    ask(a, AHD_SYMPTOM_FORM, 1, ahd_symptom_mix(a->form, a->word));
    ask(a, AHD_SYMPTOM_FORM, 2, ahd_symptom_mix(hit->extra, a->word));
    ask_both(a, AHD_SYMPTOM_CLITICS, 0, hit->pro | hit->suffix << 8);
}

static void ask_rules(asker *a)
{
    for (uint32_t type = 0; type < AHD_ACT_TYPES; type++) {
        const ahd_telling *t = &a->trigger->telling[type];
        if (!(a->trigger->types & 1u << type))
            continue;
        const ahd_rule *rule = ahd_kb_rule_at(a->s->kb, t->act.rule);
        uint64_t id =
            ahd_grammar_key(AHD_GRAMMAR_WORD, ahd_kb_str(a->s->kb, rule->id));
        uint64_t sure = (uint64_t)(rule->confidence * 8);
        ask(a, AHD_SYMPTOM_RULE, 0, id);
        ask(a, AHD_SYMPTOM_RULE, 1, ahd_symptom_mix(type, sure));
        ask(a, AHD_SYMPTOM_NEEDS, 0, ahd_symptom_mix(id, t->unmet));
        ask(a, AHD_SYMPTOM_NEEDS, 1, ahd_symptom_mix(type, t->unmet != 0));
        ask(a, AHD_SYMPTOM_NEEDS, 2,
            ahd_symptom_mix(type, (t->act.source.count > 0) |
                                      (t->act.target.count > 0) << 1 |
                                      (t->act.agreements.count > 0) << 2 |
                                      (t->act.source.count > 1) << 3));
    }
    ask(a, AHD_SYMPTOM_RULE, 2, a->trigger->types);
}

static uint64_t word_in(const asker *a, uint32_t token)
{
    return token >= a->s->sentence->first && token < a->s->sentence->end
               ? ahd_symptom_word(a->doc, token)
               : 1;
}

static void ask_near(asker *a)
{
    uint64_t before = word_in(a, a->first - 1), after = word_in(a, a->end);

    ask_both(a, AHD_SYMPTOM_NEAR, 0, before);
    ask_both(a, AHD_SYMPTOM_NEAR, 2, after);
    ask(a, AHD_SYMPTOM_NEAR, 4, word_in(a, a->first - 2));
    ask(a, AHD_SYMPTOM_NEAR, 5, word_in(a, a->end + 1));
    ask(a, AHD_SYMPTOM_NEAR, 6, ahd_symptom_mix(before, after));
    ask(a, AHD_SYMPTOM_NEAR, 7, ahd_symptom_mix(after, word_in(a, a->end + 1)));
    ask(a, AHD_SYMPTOM_NEAR, 8, ahd_symptom_mix(a->form, before));
    ask(a, AHD_SYMPTOM_NEAR, 9, ahd_symptom_mix(a->form, after));
}

static uint32_t class_in(const asker *a, uint32_t token)
{
    return token >= a->s->sentence->first && token < a->s->sentence->end
               ? ahd_symptom_class(a->s->kb, a->doc, token)
               : 1;
}

static void ask_classes(asker *a)
{
    uint32_t before = class_in(a, a->first - 1), after = class_in(a, a->end);

    ask_both(a, AHD_SYMPTOM_NEAR, 10, before);
    ask_both(a, AHD_SYMPTOM_NEAR, 12, after);
    ask(a, AHD_SYMPTOM_NEAR, 14, class_in(a, a->first - 2));
    ask(a, AHD_SYMPTOM_NEAR, 15, class_in(a, a->end + 1));
    ask(a, AHD_SYMPTOM_LEMMA, 2, class_in(a, a->first));
    for (uint32_t i = a->end + 2; i < a->end + AROUND; i++)
        ask(a, AHD_SYMPTOM_AROUND, 2, class_in(a, i));
}

static void ask_around(asker *a)
{
    for (uint32_t back = 1; back <= AROUND && a->first >= back; back++)
        if (a->first - back >= a->s->sentence->first)
            ask(a, AHD_SYMPTOM_AROUND, 0, word_in(a, a->first - back));
    for (uint32_t i = a->end; i < a->end + AROUND && i < a->s->sentence->end;
         i++)
        ask(a, AHD_SYMPTOM_AROUND, 1, word_in(a, i));
}

/* ------------------------------------------------------------- the clause */

/* The mention that holds the head of a chunk, as ahd_symptom_who; 0: none. */
static uint32_t who_is(const asker *a, const ahd_chunk *c)
{
    uint32_t token = a->doc->segments.items[c->head].token;
    uint32_t m = ahd_look_mention_at(a->doc, token);

    return m == AHD_NONE ? 0 : ahd_symptom_who(a->s->kb, a->doc, m) + 1;
}

static void ask_dependent(asker *a, const ahd_chunk *c)
{
    uint64_t prep = ahd_symptom_prep(a->doc, c);
    uint64_t head = ahd_symptom_segment(a->doc, c->head);
    uint64_t how = ahd_symptom_mix(c->link, prep);
    uint32_t who = who_is(a, c);

    ask_both(a, AHD_SYMPTOM_DEPENDENT, 0, how);
    ask(a, AHD_SYMPTOM_DEPENDENT, 2, ahd_symptom_mix(how, head));
    ask(a, AHD_SYMPTOM_DEPENDENT, 3, ahd_symptom_mix(how, who));
    ask(a, AHD_SYMPTOM_DEPENDENT, 6,
        ahd_symptom_mix(
            how, ahd_symptom_class(a->s->kb, a->doc,
                                   a->doc->segments.items[c->head].token)));
    ask(a, AHD_SYMPTOM_DEPENDENT, 4,
        ahd_symptom_mix(ahd_symptom_mix(how, head), a->word));
    ask(a, AHD_SYMPTOM_DEPENDENT, 5,
        ahd_symptom_mix(ahd_symptom_mix(how, who & 7), a->word));
    if (c->link == AHD_LINK_SUBJECT)
        ask_both(a, AHD_SYMPTOM_SUBJECT, 0, who);
}

static void ask_clause(asker *a)
{
    uint32_t k = ahd_symptom_chunk(a->doc, a->first);

    if (k == AHD_NONE)
        return;
    const ahd_chunk *c = &a->doc->chunks.items[k];
    const ahd_chunk *of =
        c->of == AHD_NONE ? NULL : &a->doc->chunks.items[c->of];
    bool is_head = a->doc->segments.items[c->head].token == a->first;
    uint64_t how = c->link | (uint64_t)is_head << 8 |
                   (uint64_t)c->negated << 9 | (uint64_t)c->kind << 10;
    ask_both(a, AHD_SYMPTOM_LINK, 0, how);
    ask_both(a, AHD_SYMPTOM_LINK, 2, ahd_symptom_prep(a->doc, c));
    if (of) {
        uint64_t governor = ahd_symptom_segment(a->doc, of->head);
        ask_both(a, AHD_SYMPTOM_GOVERNOR, 0, governor);
        ask(a, AHD_SYMPTOM_GOVERNOR, 2, ahd_symptom_mix(governor, how));
    }
    if (!is_head)
        ask_both(a, AHD_SYMPTOM_GOVERNOR, 3,
                 ahd_symptom_segment(a->doc, c->head));
    if (c->genitive != AHD_NONE)
        ask_both(a, AHD_SYMPTOM_GENITIVE, 0,
                 ahd_symptom_segment(a->doc, c->genitive));
    for (uint32_t i = k + 1; i < a->doc->chunks.count && i < k + DEPENDENTS;
         i++)
        if (a->doc->chunks.items[i].of == k)
            ask_dependent(a, &a->doc->chunks.items[i]);
}

/* ------------------------------------------------------- the sentence, page */

static uint32_t bucket(uint32_t n)
{
    return n < 4 ? n : n < 7 ? 4 : n < 13 ? 5 : 6;
}

static void ask_agreements(asker *a)
{
    const ahd_doc *doc = a->doc;
    uint32_t i = ahd_look_ref_from(doc, a->first);
    uint32_t after = 0, before = 0;

    if (i < doc->agreements.count) {
        const ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->first < a->s->sentence->end &&
            r->first < a->end + NEAR_AGREEMENT)
            after = 1 + (r->noun & 15) + 16 * (r->first < a->end + 4) +
                    32 * (r->first == a->first);
    }
    if (i > 0) {
        const ahd_agreement_ref *r = &doc->agreements.items[i - 1];
        if (r->first >= a->s->sentence->first &&
            r->end + NEAR_AGREEMENT > a->first)
            before = 1 + (r->noun & 15) + 16 * (r->end + 3 >= a->first) +
                     32 * (r->end > a->first);
    }
    ask_both(a, AHD_SYMPTOM_AGREEMENT, 0, after);
    ask_both(a, AHD_SYMPTOM_AGREEMENT, 2, before);
    ask(a, AHD_SYMPTOM_AGREEMENT, 4,
        ahd_symptom_mix(a->form, (after > 0) | (before > 0) << 1));
}

static void ask_breach(asker *a)
{
    ahd_sentence near = ahd_look_around(a->doc, a->first);
    bool before = false, after = false;

    for (uint32_t i = near.first; i < near.end; i++) {
        if (i >= a->first && i < a->end)
            continue;
        if (i > a->first + BREACH_REACH || i + BREACH_REACH < a->first ||
            !ahd_scene_is_class(a->s, i, AHD_CLASS_BREACH))
            continue;
        before = before || i < a->first;
        after = after || i >= a->end;
    }
    ask_both(a, AHD_SYMPTOM_BREACH, 0, before | after << 1);
}

static void ask_actors(asker *a)
{
    const ahd_doc *doc = a->doc;
    ahd_sentence near = ahd_look_around(doc, a->first);
    uint32_t before = 0, after = 0;

    for (uint32_t i = ahd_look_mention_from(doc, near.first);
         i < doc->mentions.count && doc->mentions.items[i].first < near.end &&
         after < 8;
         i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        bool later = m->first >= a->end;
        before += !later && m->kind != AHD_MENTION_PLACE;
        after += later && m->kind != AHD_MENTION_PLACE;
        uint32_t far = later ? m->first - a->end : a->first - m->end;
        if (far < 2)
            ask_both(a, AHD_SYMPTOM_ACTORS, 0,
                     ahd_symptom_who(a->s->kb, doc, i) | later << 12);
    }
    ask_both(a, AHD_SYMPTOM_ACTORS, 2, bucket(before) | bucket(after) << 4);
    ask(a, AHD_SYMPTOM_ACTORS, 4, bucket(before + after));
}

static void ask_quote(asker *a)
{
    uint64_t in = 0, says = 0;

    if (a->context->quote != AHD_NONE) {
        const ahd_quote *q = &a->doc->quotes.items[a->context->quote];
        in = 1 | q->direct << 1 | q->has_speaker << 2 |
             (uint64_t)(q->cue_class & 15) << 3;
    }
    if (a->context->says != AHD_NONE) {
        const ahd_quote *q = &a->doc->quotes.items[a->context->says];
        says = 1 | q->direct << 1 | q->has_speaker << 2;
    }
    ask_both(a, AHD_SYMPTOM_QUOTE, 0, in);
    ask(a, AHD_SYMPTOM_QUOTE, 2, in & 7);
    ask(a, AHD_SYMPTOM_QUOTE, 3, ahd_symptom_mix(in & 7, a->word));
    ask(a, AHD_SYMPTOM_QUOTE, 4, ahd_symptom_mix(in & 7, a->form));
    ask_both(a, AHD_SYMPTOM_QUOTE, 5, says);
}

static void ask_place(asker *a)
{
    const ahd_sentence *s = a->s->sentence;
    uint32_t number = (uint32_t)(s - a->doc->sentences.items);
    bool title = number == 0 && a->doc->title_len > 0;

    ask_both(a, AHD_SYMPTOM_PLACE, 0, title);
    ask(a, AHD_SYMPTOM_PLACE, 2, bucket(number));
    ask(a, AHD_SYMPTOM_PLACE, 3, bucket((s->end - s->first) / 6));
    ask(a, AHD_SYMPTOM_PLACE, 4, ahd_symptom_mix(a->form, title));
    ask_both(a, AHD_SYMPTOM_PLACE, 5, bucket(a->first - s->first));
}

static void ask_others(asker *a)
{
    uint64_t last = 0;
    uint32_t before = 0;

    for (uint32_t i = ahd_look_around(a->doc, a->first).first; i < a->first;
         i++)
        if (ahd_look_hit(a->doc, i, AHD_TERM_RULE)) {
            last = ahd_symptom_word(a->doc, i);
            before++;
        }
    ask_both(a, AHD_SYMPTOM_OTHERS, 0, last);
    ask(a, AHD_SYMPTOM_OTHERS, 2, bucket(before));
}

/* The words of the title: what the page is about, and for whom. */
static void ask_title(asker *a)
{
    enum { WORDS = 24 };

    for (uint32_t i = 0; i < WORDS && i < a->context->gist.words; i++)
        ask(a, AHD_SYMPTOM_TOPIC, 7, a->context->gist.title[i]);
}

static void ask_topic(asker *a)
{
    const ahd_gist *gist = &a->context->gist;

    ask(a, AHD_SYMPTOM_TOPIC, 3, bucket(gist->sport));
    ask(a, AHD_SYMPTOM_TOPIC, 4, gist->actors / 8);
    ask(a, AHD_SYMPTOM_TOPIC, 5, gist->states / 8);
    ask(a, AHD_SYMPTOM_TOPIC, 6, bucket(gist->deals / 4));
    ask(a, AHD_SYMPTOM_TOPIC, 0, bucket(a->doc->agreements.count));
    ask(a, AHD_SYMPTOM_TOPIC, 1, bucket(a->doc->quotes.count));
    ask(a, AHD_SYMPTOM_TOPIC, 2,
        ahd_symptom_mix(a->word, a->doc->agreements.count > 0));
}

/* Tokens since the last word behind which links stand; 0: none. */
static uint32_t since_links(const asker *a)
{
    enum { REACH = 48 };
    uint32_t paragraph = a->s->sentence->paragraph;

    for (uint32_t back = 1; back <= REACH && back <= a->first; back++) {
        uint32_t token = a->first - back;
        uint32_t sentence = a->doc->tokens.items[token].sentence;
        if (a->doc->sentences.items[sentence].paragraph != paragraph)
            return 0;
        if (ahd_scene_is_class(a->s, token, AHD_CLASS_LINKS))
            return 1 + back / 8;
    }
    return 0;
}

/* Is the word among those of a title; is it said before? */
static void ask_told(asker *a)
{
    uint64_t word = ahd_symptom_word(a->doc, a->first);
    bool title = false;

    for (uint32_t i = 0; i < a->context->gist.words && i < a->first; i++)
        title = title || a->context->gist.title[i] == word;
    ask_both(a, AHD_SYMPTOM_TOLD, 0, title);
}

void ahd_trigger_symptoms(const ahd_trigger *trigger,
                          const ahd_context *context, ahd_symptoms *out)
{
    const ahd_scene *s = &trigger->scene;
    asker a = {.trigger = trigger,
               .s = s,
               .doc = s->doc,
               .context = context,
               .out = out,
               .first = trigger->hit->first,
               .end = trigger->hit->end};

    out->count = 0;
    out->salt = 1;
    a.word = phrase_of(&a);
    a.form = form_of(&a);
    ask_word(&a);
    ask_rules(&a);
    ask_near(&a);
    ask_clause(&a);
    ask_agreements(&a);
    ask_breach(&a);
    ask_actors(&a);
    ask_quote(&a);
    ask_place(&a);
    ask_both(&a, AHD_SYMPTOM_MODALITY, 0, ahd_modality_of(s));
    ask_others(&a);
    ask_topic(&a);
    ask_title(&a);
    ask_both(&a, AHD_SYMPTOM_LINKS, 0, since_links(&a));
    ask_told(&a);
    ask_classes(&a);
    ask_around(&a);
}
