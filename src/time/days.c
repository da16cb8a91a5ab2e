#include "time/days.h"

#include "doc/look.h"
#include "time/reckon.h"
#include "time/timex.h"

static bool ends_clause(const ahd_doc *doc, uint32_t token)
{
    static const char *const stops[] = {"،",  ",", "؛", ";", ".",
                                        "\"", "«", "»", NULL};

    for (const char *const *stop = stops; *stop; stop++)
        if (ahd_look_is(doc, token, *stop))
            return true;
    return false;
}

static bool is_that(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_hit_id(doc, token, AHD_TERM_CLASS, AHD_CLASS_THAT) != NULL;
}

static bool is_future(const ahd_doc *doc, uint32_t token)
{
    if (ahd_look_hit_id(doc, token, AHD_TERM_CLASS, AHD_CLASS_FUTURE))
        return true;
    const ahd_token *t = &doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_VERB && hit->pro & AHD_PRO_SA)
            return true;
    }
    return false;
}

enum { CLAUSE_REACH = 40 }; /* tokens on each side, so that none is endless */

/* A time is between commas often: «، الجمعة، »; then the clause before it is
 * its own. */
static ahd_sentence clause_of(const ahd_doc *doc, const ahd_time *t)
{
    ahd_sentence s = doc->sentences.items[t->sentence];
    uint32_t first = t->first, end = t->end;

    if (first > s.first + CLAUSE_REACH)
        s.first = first - CLAUSE_REACH;
    if (s.end > end + CLAUSE_REACH)
        s.end = end + CLAUSE_REACH;
    first -= first > s.first && ends_clause(doc, first - 1);
    while (first > s.first && !ends_clause(doc, first - 1) &&
           !is_that(doc, first - 1))
        first--;
    while (end < s.end && !ends_clause(doc, end) && !is_that(doc, end))
        end++;
    s.first = first;
    s.end = end;
    return s;
}

/* The aspect of an Arabic verb; 0 of other words. */
static uint32_t aspect_of(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    if (!host || !(doc->tokens.items[token].flags & AHD_TOKEN_ARABIC))
        return 0;
    bool verb = host->pos == AHD_POS_VERB || host->pos == AHD_POS_AUX;
    return verb ? AHD_FEAT(host->feats, ASPECT) : 0;
}

/* «يبدأ الحوار الأربعاء»: what is told of a weekday and not as past. */
static bool is_of_present(const ahd_doc *doc, const ahd_time *t,
                          const ahd_sentence *clause)
{
    const ahd_said *said = &doc->said.items[t->said + 1];
    bool present = false;

    if (said->form != AHD_SAID_WEEKDAY)
        return false;
    for (uint32_t i = clause->first; i < clause->end; i++) {
        uint32_t aspect = aspect_of(doc, i);
        if (aspect == AHD_PERFECT)
            return false;
        present |= aspect == AHD_IMPERFECT && i < t->first;
    }
    return present;
}

static bool is_of_future(const ahd_doc *doc, const ahd_time *t)
{
    ahd_sentence clause = clause_of(doc, t);

    for (uint32_t i = clause.first; i < clause.end; i++)
        if ((i < t->first || i >= t->end) && is_future(doc, i))
            return true;
    return is_of_present(doc, t, &clause);
}

/* «خلال تسعين يوما من التوقيع» */
static bool is_of_event(const ahd_doc *doc, const ahd_time *t)
{
    static const char *const from[] = {"من", "of", "after", "from", NULL};
    bool event = false;

    for (const char *const *word = from; *word; word++)
        event |= ahd_look_is(doc, t->end, *word);
    return event && t->kind == AHD_TIME_LIMIT;
}

/* «بعد ثلاثة أيام»: from today in what is to come, else from what was told. */
static bool is_after_event(const ahd_doc *doc, const ahd_time *t)
{
    return ahd_look_is(doc, t->first, "بعد") &&
           doc->said.items[t->said + 1].form == AHD_SAID_AWAY &&
           !ahd_look_is(doc, t->end - 1, "الان");
}

static void settle(ahd_doc *doc, ahd_time *t)
{
    const ahd_said *said = &doc->said.items[t->said];
    bool ahead =
        doc->published != AHD_NO_DAY && !t->full && is_of_future(doc, t);
    ahd_anchor anchor = {doc->published, 0,
                         ahead ? AHD_TOWARD_NEAR_FUTURE : AHD_TOWARD_NEAR_PAST,
                         false};

    if (is_of_event(doc, t) || (!ahead && is_after_event(doc, t)))
        anchor.day = AHD_NO_DAY;
    if (t->kind != AHD_TIME_VAGUE && t->kind != AHD_TIME_DURATION &&
        t->kind != AHD_TIME_SET) {
        ahd_reckoned r = ahd_reckon(said, 1, &anchor);
        t->from = r.from;
        t->to = r.to;
        t->second = r.second;
    }
    t->value = ahd_timex_of(doc->arena, t, said);
}

void ahd_time_settle(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)kb;
    (void)scratch;
    for (uint32_t i = 0; i < doc->times.count; i++)
        settle(doc, &doc->times.items[i]);
}
