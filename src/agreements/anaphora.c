#include "agreements/anaphora.h"

#include "agreements/likeness.h"
#include "doc/look.h"

/* How many mentions an anaphor may look back and ahead; how many sentences, by
 * what it is. */
enum { MENTIONS = 40, FAR = 30, MIDDLE = 8, NEAR = 4, NEXT = 2 };

static const float AHEAD_ACCEPT = 0.35f;

bool ahd_anaphora_is_truce(uint32_t noun)
{
    return noun == AHD_NOUN_TRUCE || noun == AHD_NOUN_CEASEFIRE;
}

static bool is_plan(uint32_t noun)
{
    return noun == AHD_NOUN_INITIATIVE || noun == AHD_NOUN_ROADMAP;
}

bool ahd_anaphora_is_agreeing(const ahd_doc *doc, const ahd_agreement_ref *r)
{
    return r->bare && r->noun == AHD_NOUN_AGREEMENT &&
           ahd_look_is(doc, r->end, "علي");
}

/* «الوثيقة» after «وثيقة قرطاج» */
static bool same_head(const ahd_doc *doc, const ahd_agreement_ref *r,
                      const ahd_agreement_ref *other)
{
    uint32_t one = doc->tokens.items[r->head].reading[0].bare;

    return one != 0 && one == doc->tokens.items[other->head].reading[0].bare;
}

/* In how many sentences may `other` stand that a mention like `r` refers to; 0
 * when it may not at all. */
static uint32_t reach(const ahd_doc *doc, const ahd_agreement_ref *r,
                      const ahd_agreement_ref *other)
{
    uint32_t noun = r->noun, told = other->noun;

    if (other->plural || told == AHD_NOUN_CONTRACT)
        return 0;
    if (is_plan(noun) && is_plan(told) && r->definite)
        return r->vague ? MIDDLE : FAR;
    if (r->vague || other->vague)
        return !other->bare && same_head(doc, r, other) ? MIDDLE : 0;
    if (noun == AHD_NOUN_TALKS || told == AHD_NOUN_TALKS)
        return noun == told ? MIDDLE : 0;
    if (noun == AHD_NOUN_RESOLUTION || told == AHD_NOUN_RESOLUTION)
        return noun == told ? NEXT : 0;
    if (noun == AHD_NOUN_AGREEMENT || noun == AHD_NONE)
        return ahd_anaphora_is_truce(told) ? NEAR : FAR;
    if (ahd_anaphora_is_truce(noun))
        return ahd_anaphora_is_truce(told) ? FAR : 0;
    return noun == told ? FAR : 0;
}

static bool may_refer(const ahd_doc *doc, const ahd_agreement_ref *r,
                      const ahd_agreement_ref *other)
{
    uint32_t apart = r->sentence > other->sentence
                         ? r->sentence - other->sentence
                         : other->sentence - r->sentence;
    uint32_t most = reach(doc, r, other);

    return most > 0 && apart <= most;
}

/* «الاتفاق»: the nearest before it that is said in fuller words, decided or
 * not. */
static void find_fullest(const ahd_doc *doc, uint32_t ref)
{
    ahd_agreement_ref *r = &doc->agreements.items[ref];
    uint32_t stop = ref > MENTIONS ? ref - MENTIONS : 0;

    for (uint32_t i = ref; i-- > stop;) {
        const ahd_agreement_ref *earlier = &doc->agreements.items[i];
        if (earlier->how == AHD_HOW_ANAPHOR || !may_refer(doc, r, earlier))
            continue;
        r->fullest = i;
        return;
    }
}

/* Does a nearer mention of the same noun, open so far, come between: «هدنة 48
 * ساعة في حلب»? Then that one is meant. */
static bool is_open_nearer(const ahd_doc *doc, uint32_t ref, uint32_t decided)
{
    const ahd_agreement_ref *r = &doc->agreements.items[ref];

    if (r->fullest == AHD_NONE || r->fullest <= decided)
        return false;
    const ahd_agreement_ref *nearer = &doc->agreements.items[r->fullest];
    return nearer->id == AHD_NONE && ahd_anaphora_is_truce(r->noun) &&
           ahd_anaphora_is_truce(nearer->noun) &&
           nearer->other[0].id != doc->agreements.items[decided].id;
}

/* The nearest before it that is decided; AHD_NONE when none is meant. */
static uint32_t nearest_decided(const ahd_evidence *e, uint32_t ref)
{
    const ahd_doc *doc = e->doc;
    const ahd_agreement_ref *r = &doc->agreements.items[ref];
    uint32_t stop = ref > MENTIONS ? ref - MENTIONS : 0;

    for (uint32_t i = ref; i-- > stop;) {
        const ahd_agreement_ref *earlier = &doc->agreements.items[i];
        if (earlier->id != AHD_NONE && may_refer(doc, r, earlier) &&
            (!r->vague || earlier->how == AHD_HOW_NAMED) &&
            !ahd_likeness_is_denied(e, ref, earlier->id))
            return i;
    }
    return AHD_NONE;
}

/* Is the fuller mention before it another agreement, by its own words? */
static bool is_denied_nearest(const ahd_evidence *e, uint32_t ref)
{
    uint32_t full = e->doc->agreements.items[ref].fullest;

    return full != AHD_NONE && e->doc->agreements.items[full].id != AHD_NONE &&
           ahd_likeness_is_denied(e, ref, e->doc->agreements.items[full].id);
}

/* «وقعوا اتفاق هدنة في سبها»: told as signed, and in no registry. */
static bool is_new_here(const ahd_evidence *e, uint32_t ref)
{
    return ref != AHD_NONE && e->signings[ref] != 0 &&
           e->doc->agreements.items[ref].id == AHD_NONE &&
           !e->doc->agreements.items[ref].definite;
}

/* «اتفاق السلام» may mean any before it, «اتفاق الأجور» none but its own. */
static bool is_like(const ahd_evidence *e, uint32_t ref, uint32_t id)
{
    const ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    if (r->bare)
        return true;
    ahd_likeness like = ahd_likeness_of(e, ref, id);
    return like.plain && like.score >= AHEAD_ACCEPT &&
           ahd_likeness_may_be(e, id, r->noun);
}

bool ahd_anaphora_look_back(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    if (!r->definite || r->plural || r->noun == AHD_NOUN_OUTCOME)
        return false;
    find_fullest(e->doc, ref);
    uint32_t i = nearest_decided(e, ref);
    if (is_new_here(e, r->fullest)) {
        r->others = 0;
        return true;
    }
    if (is_denied_nearest(e, ref)) {
        r->others = 0;
        r->fullest = AHD_NONE;
    }
    if (i == AHD_NONE || !is_like(e, ref, e->doc->agreements.items[i].id))
        return false;
    const ahd_agreement_ref *earlier = &e->doc->agreements.items[i];
    if (is_open_nearer(e->doc, ref, i)) {
        r->others = 0;
        return true;
    }
    r->id = earlier->id;
    r->score = 0.9f * earlier->score;
    if (r->fullest != AHD_NONE &&
        (!r->bare || e->doc->agreements.items[r->fullest].id != r->id))
        r->fullest = AHD_NONE;
    return true;
}

/* «هدنة» means one that is told later only where it opens the page. */
static bool may_look_ahead(const ahd_doc *doc, const ahd_agreement_ref *r)
{
    enum { OPENING = 2 }; /* the title, a dateline, the first paragraph */

    if (r->id != AHD_NONE || r->plural || r->resolution || r->vague ||
        r->how == AHD_HOW_NAMED || r->noun == AHD_NOUN_CONTRACT ||
        r->noun == AHD_NOUN_OUTCOME)
        return false;
    if (r->noun == AHD_NOUN_TALKS)
        return r->definite;
    return r->definite ||
           doc->sentences.items[r->sentence].paragraph <= OPENING;
}

/* The only one that is told after it; AHD_NONE when several are. */
static uint32_t only_ahead(const ahd_doc *doc, uint32_t ref)
{
    const ahd_agreement_ref *r = &doc->agreements.items[ref];
    uint32_t only = AHD_NONE;

    for (uint32_t i = ref + 1; i < doc->agreements.count && i <= ref + MENTIONS;
         i++) {
        const ahd_agreement_ref *later = &doc->agreements.items[i];
        if (later->id == AHD_NONE || !may_refer(doc, r, later))
            continue;
        if (only != AHD_NONE && only != later->id)
            return AHD_NONE;
        only = later->id;
    }
    return only;
}

void ahd_anaphora_look_ahead(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    if (!may_look_ahead(e->doc, r))
        return;
    uint32_t only = only_ahead(e->doc, ref);
    if (only == AHD_NONE || !ahd_likeness_may_be(e, only, r->noun) ||
        ahd_likeness_is_denied(e, ref, only))
        return;
    ahd_likeness like = ahd_likeness_of(e, ref, only);
    if (like.score < AHEAD_ACCEPT || (!r->bare && !like.told && !like.plain))
        return;
    r->id = only;
    r->how = AHD_HOW_ANAPHOR;
    r->score = like.score > 0.7f ? 1 : 0.3f + like.score;
}
