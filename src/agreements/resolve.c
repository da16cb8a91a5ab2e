#include "agreements/resolve.h"

#include "agreements/anaphora.h"
#include "agreements/likeness.h"
#include "doc/look.h"

/* A name decides at ACCEPT; a description needs more, and a lead over the
 * second; both were chosen on the dev articles of ../shared/gold. */
static const float NAME_LEAST = 0.12f, NAME_ACCEPT = 0.30f, NAME_LEAD = 0.08f;
static const float DESCRIBED_ACCEPT = 0.46f, DESCRIBED_LEAD = 0.07f;
static const float LEAST = 0.25f;

/* Council resolutions of a thousand and more are cited by number alone. */
enum { FIRST_THOUSAND = 1000, PAST_LAST = 3000 };

bool ahd_resolve_fits(ahd_str kind, uint32_t noun)
{
    return ahd_likeness_fits(kind, noun);
}

float ahd_resolve_score(ahd_evidence *e, uint32_t ref, uint32_t id)
{
    return ahd_likeness_score(e, ref, id);
}

/* --------------------------------------------------------------- ranking */

void ahd_resolve_rank(ahd_agreement_ref *r, uint32_t id, float points)
{
    uint32_t i = r->others < AHD_OTHERS ? r->others++ : AHD_OTHERS;

    if (i == AHD_OTHERS && r->other[--i].score >= points)
        return;
    for (; i > 0 && r->other[i - 1].score < points; i--)
        r->other[i] = r->other[i - 1];
    r->other[i] = (ahd_candidate){id, points};
}

static bool is_ranked(const ahd_agreement_ref *r, uint32_t id)
{
    for (uint8_t i = 0; i < r->others; i++)
        if (r->other[i].id == id)
            return true;
    return false;
}

static float lead(const ahd_agreement_ref *r)
{
    if (r->others < 2)
        return 1;
    return r->other[0].score - r->other[1].score;
}

static float at_most_one(float points)
{
    return points > 1 ? 1 : points;
}

/* Ranks those that are called so: all of them, for some names have many. */
static void rank_named(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];
    const ahd_doc *doc = e->doc;

    r->others = 0;
    for (uint32_t i = r->first; i < r->end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        for (uint32_t k = 0; k < t->hits; k++) {
            const ahd_hit *hit = &doc->hits.items[t->first_hit + k];
            bool whole = hit->end == r->end || hit->end + 1 == r->end;
            if (hit->kind == AHD_TERM_AGREEMENT && whole &&
                !is_ranked(r, hit->id) &&
                !ahd_evidence_is_hidden(e->kb, hit->id))
                ahd_resolve_rank(r, hit->id,
                                 ahd_resolve_score(e, ref, hit->id));
        }
        if (r->others > 0)
            return;
    }
}

/* By a name of the registry; false when none of those so called can be meant.
 */
static bool resolve_name(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    rank_named(e, ref);
    if (r->others == 0 || r->other[0].score <= 0)
        return false;
    if ((r->others == 1 && r->other[0].score > NAME_LEAST) ||
        (r->other[0].score >= NAME_ACCEPT && lead(r) >= NAME_LEAD)) {
        r->id = r->other[0].id;
        e->named[r->id] = 1;
        r->score = at_most_one(0.6f + 0.4f * r->other[0].score);
    }
    return true;
}

static void rank_described(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];
    uint8_t kept = 0;

    r->others = 0;
    for (uint32_t id = 0; id < e->kb->agreements.count; id++) {
        const ahd_agreement *a = ahd_kb_agreement_at(e->kb, id);
        /* Cheap questions first: most of the registry is of other countries. */
        float score = ahd_evidence_country(e, a) > 0 &&
                              ahd_likeness_may_be(e, id, r->noun)
                          ? ahd_resolve_score(e, ref, id)
                          : 0;
        if (score > LEAST)
            ahd_resolve_rank(r, id, score);
    }
    for (uint8_t i = 0; i < r->others; i++)
        if (!ahd_likeness_is_denied(e, ref, r->other[i].id))
            r->other[kept++] = r->other[i];
    r->others = kept;
}

/* By what it is; `followed`: only by what the words behind the mention tell,
 * «التفاهم الذي تم التوصل إليه في أوفا». */
static bool resolve_described(ahd_evidence *e, uint32_t ref, bool followed)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    rank_described(e, ref);
    if (r->others == 0 || r->plural || r->other[0].score < DESCRIBED_ACCEPT ||
        lead(r) < DESCRIBED_LEAD)
        return false;
    ahd_likeness like = ahd_likeness_of(e, ref, r->other[0].id);
    if (followed ? !like.told_by_what_follows : !like.told)
        return false;
    r->id = r->other[0].id;
    r->score = at_most_one(r->other[0].score);
    return true;
}

/* The number of a resolution: "القرار 2216", «قرار مجلس الأمن الصادر في أبريل
 * برقم 2216»; 0 when it is not said. */
static uint32_t number_of(const ahd_doc *doc, const ahd_agreement_ref *r)
{
    enum { TAIL = 9, DIGITS = 4 };
    ahd_sentence s = ahd_look_around(doc, r->first);

    for (uint32_t i = r->first; i < r->end + TAIL && i < s.end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        bool said = i < r->end || ahd_look_is(doc, i - 1, "رقم") ||
                    ahd_look_is(doc, i - 1, "برقم") ||
                    ahd_look_is(doc, i - 1, "رقمه");
        if (t->kind != AHD_TOKEN_NUMBER || t->form.len > DIGITS || !said)
            continue;
        uint32_t number = 0;
        for (size_t k = 0; k < t->form.len; k++)
            number = 10 * number + (uint32_t)(t->form.ptr[k] - '0');
        return number;
    }
    return 0;
}

/* Is the resolution one of the Security Council: it says so, or it has a number
 * that few others have, on a page that names the United Nations? */
static bool is_of_council(const ahd_evidence *e, const ahd_agreement_ref *r,
                          uint32_t number)
{
    uint32_t council = ahd_kb_find_actor(e->kb, AHD_STR("unsc"));
    uint32_t un = ahd_kb_find_actor(e->kb, AHD_STR("un"));

    if (ahd_look_is(e->doc, r->end, "/") || council == AHD_KB_NONE)
        return false; /* "1992/2": of another body */
    for (uint32_t m = ahd_look_mention_from(e->doc, r->first);
         m < e->doc->mentions.count && e->doc->mentions.items[m].first < r->end;
         m++)
        if (e->doc->mentions.items[m].id == council ||
            e->doc->mentions.items[m].id == un)
            return true;
    return number >= FIRST_THOUSAND && e->actors[council] > 0;
}

/* The registry's entry for it. */
static uint32_t row_of(const ahd_kb *kb, uint32_t number)
{
    char id[] = "unscr-\0\0\0\0";
    size_t len = sizeof "unscr-" - 1;

    for (uint32_t place = 1000; place > 0; place /= 10)
        if (number >= place)
            id[len++] = (char)('0' + number / place % 10);
    return ahd_kb_find_agreement(kb, (ahd_str){id, len});
}

/* "القرار 2216": by its number alone. One that the registry has not is told by
 * its number. */
static bool resolve_number(ahd_evidence *e, ahd_agreement_ref *r)
{
    if (r->noun != AHD_NOUN_RESOLUTION || r->plural)
        return false;
    uint32_t number = number_of(e->doc, r);
    if (number == 0)
        return false;
    r->id = row_of(e->kb, number);
    if (r->id != AHD_KB_NONE && ahd_evidence_is_hidden(e->kb, r->id))
        r->id = AHD_NONE;
    if (r->id == AHD_NONE && number < PAST_LAST && is_of_council(e, r, number))
        r->resolution = number;
    r->how = AHD_HOW_NAMED;
    r->score = 0.95f;
    return true;
}

void ahd_resolve_ref(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    if (r->id != AHD_NONE || r->noun == AHD_NOUN_CONTRACT ||
        ahd_anaphora_is_agreeing(e->doc, r))
        return;
    if (resolve_number(e, r))
        return;
    if (r->how == AHD_HOW_NAMED) {
        if (resolve_name(e, ref) || r->noun == AHD_NONE)
            return;
        /* «هدنة اليمن» may be one that has the name of another; of others the
         * words must tell. */
        r->vague = !ahd_anaphora_is_truce(r->noun);
    }
    if (r->how == AHD_HOW_ANAPHOR &&
        ((r->definite && !r->vague && resolve_described(e, ref, true)) ||
         ahd_anaphora_look_back(e, ref)))
        return;
    if (resolve_described(e, ref, false) || r->how != AHD_HOW_DESCRIBED)
        return;
    ahd_anaphora_look_back(e, ref);
    if (r->id == AHD_NONE)
        r->fullest = AHD_NONE;
    else
        r->how = AHD_HOW_ANAPHOR;
}
