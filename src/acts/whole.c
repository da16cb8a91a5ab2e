#include "acts/whole.h"

#include "doc/look.h"

enum { EARLIER_ACTS = 24 };

typedef struct asker {
    const ahd_whole *w;
    const ahd_doc *doc;
    const ahd_act *act;
    ahd_symptoms *out;
    uint64_t word;
} asker;

static void ask(asker *a, ahd_symptom_kind kind, uint32_t which,
                uint64_t answer)
{
    ahd_symptom(a->out, kind, which, ahd_symptom_mix(answer, a->act->type));
}

static uint32_t few(uint32_t n)
{
    return n < 3 ? n : 3;
}

/* A score in steps of a half, from -3 to 3. */
static uint32_t step(int32_t score)
{
    int32_t steps = score / (AHD_ACT_UNIT / 2) + (score > 0);

    return (uint32_t)((steps < -6 ? -6 : steps > 6 ? 6 : steps) + 6);
}

static uint32_t who(const asker *a, const ahd_args *args)
{
    return args->count == 0 || args->items[0].mention == AHD_NONE
               ? 0
               : 1 + ahd_symptom_who(a->w->scene->kb, a->doc,
                                     args->items[0].mention);
}

static void ask_cast(asker *a)
{
    const ahd_act *act = a->act;
    uint32_t some = few(act->source.count) | few(act->target.count) << 2 |
                    (uint32_t)(act->agreements.count > 0) << 4 |
                    (uint32_t)(act->content.len > 0) << 5;
    uint32_t source = who(a, &act->source), target = who(a, &act->target);

    ask(a, AHD_SYMPTOM_CAST, 0, some);
    ask(a, AHD_SYMPTOM_CAST, 1, some & 15);
    ask(a, AHD_SYMPTOM_CAST, 2, ahd_symptom_mix(some & 31, a->word));
    ask(a, AHD_SYMPTOM_CAST, 3, source);
    ask(a, AHD_SYMPTOM_CAST, 4, target);
    ask(a, AHD_SYMPTOM_CAST, 5, (source & 7) | (target & 7) << 3);
    ask(a, AHD_SYMPTOM_CAST, 6, step(a->w->cast.source));
    ask(a, AHD_SYMPTOM_CAST, 7, step(a->w->cast.target));
    ask(a, AHD_SYMPTOM_CAST, 8, ahd_symptom_mix(source & 7, a->word));
    ask(a, AHD_SYMPTOM_CAST, 9,
        step(a->w->cast.source) | (uint32_t)act->has_speaker << 4 |
            (uint32_t)(act->quote != AHD_NONE) << 5);
}

static void ask_score(asker *a)
{
    uint32_t score = step(a->w->score), second = step(a->w->second);
    bool title = a->act->sentence == 0 && a->doc->title_len > 0;

    ask(a, AHD_SYMPTOM_ALWAYS, 0, 0);
    ask(a, AHD_SYMPTOM_SCORE, 0, score);
    ask(a, AHD_SYMPTOM_SCORE, 1, second);
    ask(a, AHD_SYMPTOM_SCORE, 2, score | second << 4);
    ask(a, AHD_SYMPTOM_SCORE, 3, score | (uint32_t)title << 4);
    ask(a, AHD_SYMPTOM_SCORE, 4, a->act->modality);
    ask(a, AHD_SYMPTOM_SCORE, 5,
        score | (uint32_t)(a->act->source.count > 0) << 4 |
            (uint32_t)(a->act->target.count > 0) << 5);
}

static bool shares(const ahd_args *a, const ahd_args *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            if (a->items[i].mention == b->items[k].mention ||
                (a->items[i].id != AHD_NONE &&
                 a->items[i].id == b->items[k].id))
                return true;
    return false;
}

/* What was told already: of this type, by these, in this sentence. */
static void ask_earlier(asker *a)
{
    uint32_t count = a->doc->acts.count, same = 0, here = 0, alike = 0;
    uint32_t last = AHD_ACT_TYPES;

    for (uint32_t i = 0; i < count && i < EARLIER_ACTS; i++) {
        const ahd_act *other = &a->doc->acts.items[count - 1 - i];
        bool type = other->type == a->act->type;
        same += type;
        if (other->sentence == a->act->sentence) {
            here++;
            last = last == AHD_ACT_TYPES ? other->type : last;
        }
        alike += type && (shares(&other->source, &a->act->source) ||
                          shares(&other->target, &a->act->target));
    }
    ask(a, AHD_SYMPTOM_EARLIER, 0, few(same));
    ask(a, AHD_SYMPTOM_EARLIER, 1, few(here));
    ask(a, AHD_SYMPTOM_EARLIER, 2, few(alike));
    ask(a, AHD_SYMPTOM_EARLIER, 3, last);
    ask(a, AHD_SYMPTOM_EARLIER, 4,
        few(same) | few(alike) << 2 | few(here) << 4);
}

void ahd_whole_symptoms(const ahd_whole *whole, ahd_symptoms *out)
{
    const ahd_doc *doc = whole->scene->doc;
    asker a = {.w = whole,
               .doc = doc,
               .act = whole->act,
               .out = out,
               .word = ahd_symptom_word(doc, whole->act->trigger_first)};

    out->count = 0;
    out->salt = 4;
    ask_score(&a);
    ask_cast(&a);
    ask_earlier(&a);
}
