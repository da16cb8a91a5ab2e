#include "acts/modality.h"

#include "doc/look.h"

/* How far before the trigger each kind of word governs it. */
enum {
    NEGATION_REACH = 3,
    FUTURE_REACH = 5,
    POSSIBLE_REACH = 5,
    CONDITION_REACH = 10,
    TIME_REACH = 8, /* behind it: «محادثات … الأسبوع المقبل» */
    ADJECTIVE_REACH = 4
};

static bool is_perfect(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    return host && host->pos == AHD_POS_VERB &&
           AHD_FEAT(host->feats, ASPECT) == AHD_PERFECT;
}

/* «كان قد تم التوصل»: before a verb of the past قد says that it was. */
static bool is_said_of_past(const ahd_scene *s, uint32_t token)
{
    return s->doc->tokens.items[token].flags & AHD_TOKEN_ARABIC &&
           ahd_str_ends(s->doc->tokens.items[token].form, AHD_STR("قد")) &&
           is_perfect(s->doc, token + 1);
}

static bool is_before(const ahd_scene *s, ahd_class class, uint32_t reach)
{
    uint32_t first = s->trigger->first;

    for (uint32_t back = 1; back <= reach; back++) {
        if (first < s->sentence->first + back)
            return false;
        uint32_t token = first - back;
        if (ahd_scene_is_class(s, token, class) && !is_said_of_past(s, token) &&
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

/* «ستجري محادثات»: a verb of the future before a noun. */
static bool is_after_future(const ahd_scene *s)
{
    for (uint32_t back = 1; back <= FUTURE_REACH; back++) {
        if (s->trigger->first < s->sentence->first + back)
            return false;
        const ahd_segment *host =
            ahd_look_host(s->doc, s->trigger->first - back);
        if (host && host->pos == AHD_POS_VERB)
            return ahd_look_has_pro(s->doc, s->trigger->first - back,
                                    AHD_PRO_SA);
    }
    return false;
}

/* «الزيارة المرتقبة», «يعقد لقاء … الأسبوع المقبل». */
static bool is_ahead(const ahd_scene *s)
{
    uint32_t end = s->trigger->end, i = ahd_look_time_from(s->doc, end);

    for (uint32_t k = end; k < end + ADJECTIVE_REACH && k < s->clause_end; k++)
        if (ahd_scene_is_class(s, k, AHD_CLASS_FUTURE))
            return true;
    return i < s->doc->times.count && s->doc->times.items[i].ahead > 0 &&
           s->doc->times.items[i].first < s->sentence->end &&
           s->doc->times.items[i].first <= end + TIME_REACH;
}

static bool is_noun(const ahd_scene *s)
{
    const ahd_segment *host = ahd_look_host(s->doc, s->trigger->first);

    return host && host->pos == AHD_POS_NOUN;
}

/* «الرد على أي خرق»: none was made. */
static bool is_any(const ahd_scene *s)
{
    uint32_t first = s->trigger->first;

    return first > s->sentence->first && is_noun(s) &&
           ahd_scene_is_class(s, first - 1, AHD_CLASS_ANY);
}

/* «خالفت», «خالفوا»: «رفض» may be a noun. */
static bool is_surely_past(const ahd_doc *doc, uint32_t token)
{
    ahd_str form = doc->tokens.items[token].form;

    return is_perfect(doc, token) && (ahd_str_ends(form, AHD_STR("ت")) ||
                                      ahd_str_ends(form, AHD_STR("وا")));
}

/* «إن خالفت طهران الاتفاق», with its hamza: «بعد أن خالفت» tells that she did,
 * «ما إن رفضت» as well. */
static bool is_supposed(const ahd_scene *s)
{
    static const char *const written[] = {"إن", "وإن", "فإن", NULL};
    uint32_t first = s->trigger->first;

    if (first == s->sentence->first || !is_surely_past(s->doc, first) ||
        (first > 1 &&
         ahd_str_ends(s->doc->tokens.items[first - 2].form, AHD_STR("ما"))))
        return false;
    ahd_str before = ahd_doc_words(s->doc, s->doc->tokens.items[first - 1].at);
    for (const char *const *one = written; *one; one++)
        if (ahd_str_is(before, *one))
            return true;
    return false;
}

ahd_modality ahd_modality_of(const ahd_scene *s)
{
    bool past = s->trigger->extra == AHD_FORM_PAST;

    if (is_before(s, AHD_CLASS_CONDITION, CONDITION_REACH) || is_supposed(s))
        return AHD_CONDITIONAL;
    if (is_before(s, AHD_CLASS_NEGATION, NEGATION_REACH))
        return AHD_NEGATED;
    if (is_any(s))
        return AHD_CONDITIONAL;
    if (s->trigger->pro & AHD_PRO_SA)
        return AHD_PLANNED;
    if (!past && is_before(s, AHD_CLASS_FUTURE, FUTURE_REACH))
        return AHD_PLANNED;
    if (is_noun(s) && is_after_future(s))
        return AHD_PLANNED;
    if ((is_noun(s) || s->trigger->extra == AHD_FORM_PRESENT) && is_ahead(s))
        return AHD_PLANNED;
    if (!is_stressed_past(s) && !past &&
        is_before(s, AHD_CLASS_POSSIBLE, POSSIBLE_REACH))
        return AHD_POSSIBLE;
    return AHD_ACTUAL;
}
