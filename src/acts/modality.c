#include "acts/modality.h"

#include "doc/look.h"

/* How far before the trigger each kind of word governs it. */
enum {
    NEGATION_REACH = 3,
    FUTURE_REACH = 5,
    POSSIBLE_REACH = 5,
    CONDITION_REACH = 10
};

static bool is_before(const ahd_scene *s, ahd_class class, uint32_t reach)
{
    uint32_t first = s->trigger->first;

    for (uint32_t back = 1; back <= reach; back++) {
        if (first < s->sentence->first + back)
            return false;
        uint32_t token = first - back;
        if (ahd_scene_is_class(s, token, class) &&
            ahd_look_mention_at(s->doc, token) == AHD_NONE)
            return true;
        if (ahd_look_is(s->doc, token, ".") || ahd_look_is(s->doc, token, "؛"))
            return false;
    }
    return false;
}

/* «قد» before a past verb stresses that it happened. */
static bool is_stressed_past(const ahd_scene *s)
{
    uint32_t first = s->trigger->first;

    return s->trigger->extra == AHD_FORM_PAST && first > s->sentence->first &&
           (ahd_look_is(s->doc, first - 1, "قد") ||
            ahd_look_is(s->doc, first - 1, "وقد") ||
            ahd_look_is(s->doc, first - 1, "فقد"));
}

ahd_modality ahd_modality_of(const ahd_scene *s)
{
    bool past = s->trigger->extra == AHD_FORM_PAST;

    if (is_before(s, AHD_CLASS_CONDITION, CONDITION_REACH))
        return AHD_CONDITIONAL;
    if (is_before(s, AHD_CLASS_NEGATION, NEGATION_REACH))
        return AHD_NEGATED;
    if (s->trigger->pro & AHD_PRO_SA)
        return AHD_PLANNED;
    if (!past && is_before(s, AHD_CLASS_FUTURE, FUTURE_REACH))
        return AHD_PLANNED;
    if (!is_stressed_past(s) && !past &&
        is_before(s, AHD_CLASS_POSSIBLE, POSSIBLE_REACH))
        return AHD_POSSIBLE;
    return AHD_ACTUAL;
}
