#include "acts/need.h"

#include "doc/look.h"

/* An agreement is "near" when its noun follows its verb at this distance. */
enum {
    NEAR = 5,
    BREACH_REACH = 30,
    TALKS_REACH = 6,
    TALKS_BEFORE = 10,
    LATER_REACH = 8,
};

static bool is_class_after(const ahd_scene *s, ahd_class class, uint32_t reach)
{
    uint32_t end = s->trigger->end + reach;

    if (end > s->sentence->end)
        end = s->sentence->end;
    for (uint32_t i = s->trigger->end; i < end; i++)
        if (ahd_scene_is_class(s, i, class))
            return true;
    return false;
}

/* Words between the trigger and `token`, not counting names, times and marks:
 * «وقع وزير الداخلية القطري، الجمعة، اتفاقا» has the two side by side. */
static uint32_t words_between(const ahd_scene *s, uint32_t token)
{
    uint32_t words = 0;

    for (uint32_t i = s->trigger->end; i < token && words <= NEAR;) {
        uint32_t m = ahd_look_mention_at(s->doc, i);
        uint32_t t = ahd_look_time_from(s->doc, i);
        if (m != AHD_NONE)
            i = s->doc->mentions.items[m].end;
        else if (t < s->doc->times.count && s->doc->times.items[t].first == i)
            i = s->doc->times.items[t].end;
        else {
            words += !ahd_look_is_punct(s->doc, i) &&
                     !ahd_look_hit(s->doc, i, AHD_TERM_TITLE);
            i++;
        }
    }
    return words;
}

static bool has_agreement_near(const ahd_scene *s, const ahd_act *act)
{
    for (uint32_t i = 0; i < act->agreements.count; i++) {
        const ahd_agreement_ref *r =
            &s->doc->agreements.items[act->agreements.items[i]];
        if (r->head >= s->trigger->first && words_between(s, r->head) <= NEAR)
            return true;
        if (s->relative != AHD_NONE && r->end + 1 >= s->relative &&
            r->end <= s->relative)
            return true;
        if (r->end == s->trigger->first) /* «الاتفاق الموقع» */
            return true;
    }
    return false;
}

/* A word for talks in the sentence, at most `before` words before the trigger
 * or a few after. */
static bool has_talks_near(const ahd_scene *s, uint32_t before)
{
    uint32_t first = s->sentence->first;
    const ahd_doc *doc = s->doc;

    if (s->trigger->first > first + before)
        first = s->trigger->first - before;
    for (uint32_t i = ahd_look_ref_from(doc, first); i < doc->agreements.count;
         i++) {
        const ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->head > s->trigger->end + TALKS_REACH ||
            r->first >= s->sentence->end)
            return false;
        if (r->noun == AHD_NOUN_TALKS)
            return true;
    }
    return false;
}

/* A time to come stands after the trigger: «الشهر المقبل». */
static bool is_later(const ahd_scene *s)
{
    uint32_t i = ahd_look_time_from(s->doc, s->trigger->end);

    if (i == s->doc->times.count)
        return false;
    const ahd_time *t = &s->doc->times.items[i];
    return t->first < s->sentence->end && t->ahead > 0 &&
           t->first <= s->trigger->end + LATER_REACH;
}

static bool is_met(const ahd_scene *s, const ahd_act *act, ahd_need need)
{
    switch (need) {
    case AHD_NEED_AGREEMENT:
        return act->agreements.count > 0;
    case AHD_NEED_NEAR:
        return has_agreement_near(s, act);
    case AHD_NEED_SOURCE:
        return act->source.count > 0;
    case AHD_NEED_TARGET:
        return act->target.count > 0;
    case AHD_NEED_SOURCES2:
        return act->source.count > 1;
    case AHD_NEED_BREACH:
        return is_class_after(s, AHD_CLASS_BREACH, BREACH_REACH);
    case AHD_NEED_CONTENT:
        return act->content.len > 0;
    case AHD_NEED_NEGATED:
        return act->modality == AHD_NEGATED;
    case AHD_NEED_SPEAKER:
        return act->quote != AHD_NONE;
    case AHD_NEED_TALKS:
        return has_talks_near(s, 0);
    case AHD_NEED_AMID:
        return has_talks_near(s, TALKS_BEFORE);
    case AHD_NEED_THAT:
        return s->content != AHD_NONE;
    case AHD_NEED_LATER:
        return is_later(s);
    case AHD_NEEDS:
        break;
    }
    return false;
}

uint32_t ahd_need_unmet(const ahd_scene *s, const ahd_rule *rule,
                        const ahd_act *act)
{
    uint32_t unmet = 0;

    for (unsigned need = 0; need < AHD_NEEDS; need++)
        if (rule->needs & 1u << need && !is_met(s, act, (ahd_need)need))
            unmet |= 1u << need;
    if (act->source.count + act->target.count + act->agreements.count == 0)
        unmet |= AHD_UNMET_NOBODY;
    return unmet;
}
