#include "acts/matter.h"

#include "acts/tie.h"
#include "doc/look.h"

enum {
    MOST_WORDS = 60,
    APPOSITION = 14, /* words between two commas after a name */
    NEAREST = 2,
    NEXT_ACTS = 3,
    JOINING = 3, /* words from an «and» to the verb of what it joins */
};

/* How far from its word an act's «that» or preposition may stand, and which
 * prepositions it takes. */
typedef struct taking {
    uint32_t reach;
    uint16_t pro; /* proclitics */
    bool to, on, in, of;
    bool nearest; /* else its object, where that is nearer */
} taking;

static const taking takings[AHD_ACT_TYPES] = {
    [AHD_ACT_DEMAND] = {30, AHD_PRO_BI | AHD_PRO_LI, true, true, false, false,
                        false},
    [AHD_ACT_COMMIT] = {14, AHD_PRO_BI, true, true, true, false, true},
    [AHD_ACT_DENY] = {12, 0, false, false, false, false, false},
    [AHD_ACT_ACCUSE] = {16, AHD_PRO_BI, false, false, false, true, false},
};

static bool is_class(const ahd_doc *doc, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(doc, token, AHD_TERM_CLASS, class) != NULL;
}

static bool is_comma(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_is(doc, token, "،") || ahd_look_is(doc, token, ",");
}

typedef struct finder {
    const ahd_doc *doc;
    const ahd_act *act;
    const taking *takes;
    uint32_t end; /* of the sentence, or of the words looked at */
} finder;

/* ---------------------------------------------------------------- its end */

/* «، وقامت»: a verb in the past goes on with the story. */
static bool tells_on(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    return host && host->pos == AHD_POS_VERB &&
           AHD_FEAT(host->feats, ASPECT) == AHD_PERFECT &&
           ahd_look_has_pro(doc, token, AHD_PRO_WA);
}

/* ", a charge that he denied": of the words before, and no part of them. */
static bool is_claim(const ahd_doc *doc, uint32_t token)
{
    return is_class(doc, token, AHD_CLASS_CLAIM) ||
           is_class(doc, token + 1, AHD_CLASS_CLAIM);
}

static bool ends(const ahd_doc *doc, uint32_t token)
{
    if (ahd_look_is(doc, token, ".") || ahd_look_is(doc, token, ";") ||
        ahd_look_is(doc, token, "؛") || ahd_look_is(doc, token, "but"))
        return true;
    if (is_comma(doc, token))
        return ahd_tie_opens_another(doc, token + 1) ||
               tells_on(doc, token + 1) || is_claim(doc, token + 1);
    return ahd_look_hit(doc, token, AHD_TERM_CUE) &&
           (ahd_look_has_pro(doc, token, AHD_PRO_WA) ||
            ahd_look_is(doc, token - 1, "and"));
}

/* Where an «and» joins the act whose trigger this is; the token itself when
 * none does. */
static uint32_t joint(const ahd_doc *doc, uint32_t token)
{
    if (ahd_look_has_pro(doc, token, AHD_PRO_WA))
        return token;
    for (uint32_t i = token; i > 0 && i + JOINING > token; i--)
        if (ahd_look_is(doc, i - 1, "and"))
            return i - 1;
    return AHD_NONE;
}

/* The next act of its kind of saying that is joined by «و» is no part of it. */
static uint32_t next_act(const finder *f, uint32_t start)
{
    const ahd_act *last = f->doc->acts.items + f->doc->acts.count;
    uint32_t end = f->end;

    for (const ahd_act *next = f->act + 1;
         next < last && next <= f->act + NEXT_ACTS; next++) {
        uint32_t token = next->trigger_first;
        uint32_t at = token > start && token < f->end &&
                              ahd_look_hit(f->doc, token, AHD_TERM_CUE)
                          ? joint(f->doc, token)
                          : AHD_NONE;
        if (at != AHD_NONE && at > start && at < end)
            end = at;
    }
    return end;
}

static uint32_t find_end(const finder *f, uint32_t start)
{
    uint32_t i = start + 1, end = next_act(f, start);

    while (i < end && i < start + MOST_WORDS && !ends(f->doc, i))
        i++;
    while (i > start + 1 && (ahd_look_is_punct(f->doc, i - 1) ||
                             ahd_look_is(f->doc, i - 1, "and")))
        i--;
    return i;
}

/* -------------------------------------------------------------- its start */

static bool is_of(const finder *f, uint32_t token)
{
    return f->takes->of && (is_class(f->doc, token, AHD_CLASS_FROM) ||
                            ahd_look_is(f->doc, token, "for"));
}

/* Does the content begin after this token (إلى, «that»)? */
static bool opens(const finder *f, uint32_t token)
{
    return (f->takes->to && is_class(f->doc, token, AHD_CLASS_TO)) ||
           (f->takes->on && is_class(f->doc, token, AHD_CLASS_ON)) ||
           (f->takes->in && is_class(f->doc, token, AHD_CLASS_IN)) ||
           is_of(f, token);
}

/* With it: «بوقف», «لعقد»; not «للبنان», whom it is addressed to. */
static bool begins(const finder *f, uint32_t token)
{
    return f->takes->pro && ahd_look_has_pro(f->doc, token, f->takes->pro) &&
           !ahd_look_hit(f->doc, token, AHD_TERM_CLASS);
}

/* Where a mention that stands here ends; the token itself without one. */
static uint32_t past_mention(const ahd_doc *doc, uint32_t token)
{
    uint32_t m = ahd_look_mention_at(doc, token);

    return m == AHD_NONE ? token : doc->mentions.items[m].end;
}

/* «الوزير، وهو عضو …، »: past the second comma when there is one. */
static uint32_t past_apposition(const finder *f, uint32_t token)
{
    if (!is_comma(f->doc, token))
        return token;
    for (uint32_t i = token + 1; i < f->end && i <= token + APPOSITION; i++)
        if (is_comma(f->doc, i))
            return i + 1;
    return token;
}

/* The first «that», or preposition that it takes, or AHD_NONE. */
static uint32_t after_word(const finder *f)
{
    uint32_t i = f->act->trigger_end;
    uint32_t end = i + f->takes->reach < f->end ? i + f->takes->reach : f->end;

    if (opens(f, i - 1)) /* «شدد على» is its word */
        return i;
    while (i < end) {
        uint32_t next = past_mention(f->doc, i);
        if (ends(f->doc, i))
            return AHD_NONE;
        if (is_class(f->doc, i, AHD_CLASS_THAT))
            return ahd_look_hit_id(f->doc, i, AHD_TERM_CLASS, AHD_CLASS_THAT)
                ->end;
        if (opens(f, i))
            return i + 1;
        if (next == i && begins(f, i))
            return i;
        i = next > i ? next : i + 1;
    }
    return AHD_NONE;
}

static bool is_who(const ahd_args *args, uint32_t mention)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].mention == mention)
            return true;
    return false;
}

/* Past who does it and to whom, and when. */
static uint32_t past_who(const finder *f, uint32_t i)
{
    for (;;) {
        uint32_t m = ahd_look_mention_at(f->doc, i), from = i;
        uint32_t t = ahd_look_time_from(f->doc, i);
        if (m != AHD_NONE &&
            (is_who(&f->act->source, m) || is_who(&f->act->target, m)))
            i = past_apposition(f, f->doc->mentions.items[m].end);
        else if (t < f->doc->times.count && f->doc->times.items[t].first == i)
            i = past_apposition(f, f->doc->times.items[t].end);
        if (i == from || i >= f->end)
            return i;
    }
}

/* The object: «نفى المسؤول صحة الأنباء». */
static uint32_t object(const finder *f)
{
    uint32_t i = past_who(f, f->act->trigger_end);

    if (i >= f->end || is_comma(f->doc, i) || ahd_look_is(f->doc, i, ".") ||
        ahd_look_is(f->doc, i, ":"))
        return AHD_NONE;
    return i;
}

static uint32_t find_start(const finder *f)
{
    uint32_t i = after_word(f);
    uint32_t first = f->act->type == AHD_ACT_ACCUSE ? AHD_NONE : object(f);

    if (first != AHD_NONE &&
        (i == AHD_NONE || (f->takes->nearest && i > first + NEAREST)))
        i = first;
    while (i < f->end && ahd_look_is_punct(f->doc, i))
        i++;
    return i < f->end ? i : AHD_NONE;
}

/* ------------------------------------------------------- what it has so far */

/* Another word of saying before it: the words are what that says. */
static bool is_of_another(const finder *f, uint32_t start)
{
    for (uint32_t i = f->act->trigger_end; i < start; i++)
        if (ahd_look_hit(f->doc, i, AHD_TERM_CUE))
            return true;
    return false;
}

/* «نحن على ثقة أن العدو خرق الهدنة»: from the last «that» before the word. */
static void narrow(const finder *f, ahd_act *act)
{
    uint32_t first = ahd_look_token_at(f->doc, act->content.start);
    uint32_t end = ahd_look_token_at(f->doc, ahd_span_end(act->content));
    uint32_t start = first;

    for (uint32_t i = first; i < act->trigger_first; i++)
        if (is_class(f->doc, i, AHD_CLASS_THAT))
            start = i + 1;
    if (start > first && start < end)
        act->content = ahd_look_span(f->doc, start, end);
}

/* «أكد أن ما جرى خرق للهدنة»: of a word of breach, the clause that it stands
 * in, after its «that»; nothing without one. */
static void find_clause(const finder *f, ahd_act *act)
{
    uint32_t first = act->trigger_first, i = first;
    ahd_sentence s = ahd_look_around(f->doc, first);

    while (i > s.first && i + f->takes->reach > first &&
           !is_class(f->doc, i - 1, AHD_CLASS_THAT))
        i--;
    act->content = (ahd_span){0};
    if (i > s.first && is_class(f->doc, i - 1, AHD_CLASS_THAT))
        act->content = ahd_look_span(f->doc, i, find_end(f, first));
}

/* The words of a quotation in its marks stay as they are. */
static bool is_direct(const ahd_doc *doc, const ahd_act *act)
{
    return act->quote != AHD_NONE && doc->quotes.items[act->quote].direct &&
           doc->quotes.items[act->quote].at.start == act->content.start;
}

/* Of an act of another type: only where its words end. */
static void cut(const finder *f, ahd_act *act)
{
    if (act->content.len == 0 || act->content.start < act->trigger.start ||
        is_direct(f->doc, act))
        return;
    uint32_t start = ahd_look_token_at(f->doc, act->content.start);
    if (start < f->end)
        act->content = ahd_look_span(f->doc, start, find_end(f, start));
}

void ahd_matter_find(ahd_doc *doc, ahd_act *act)
{
    ahd_sentence s = ahd_look_around(doc, act->trigger_first);
    finder f = {doc, act, &takings[act->type], s.end};

    if (f.takes->reach == 0) {
        cut(&f, act);
        return;
    }
    if (act->content.len > 0 && act->content.start < act->trigger.start) {
        narrow(&f, act);
        return;
    }
    uint32_t start = act->content.len > 0
                         ? ahd_look_token_at(doc, act->content.start)
                         : AHD_NONE;
    if (start != AHD_NONE && is_direct(doc, act) && !is_of_another(&f, start))
        return;
    if (start == AHD_NONE || is_of_another(&f, start))
        start = find_start(&f);
    if (start == AHD_NONE && act->type == AHD_ACT_ACCUSE)
        find_clause(&f, act);
    if (start == AHD_NONE)
        return;
    act->content = ahd_look_span(doc, start, find_end(&f, start));
}
