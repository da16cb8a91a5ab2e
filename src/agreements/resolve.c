#include "agreements/resolve.h"

#include "base/day.h"
#include "doc/look.h"

/* A name decides at ACCEPT; a description needs more, and a lead over the
 * second; both were chosen on the dev articles of ../shared/gold. */
static const float NAME_ACCEPT = 0.30f, NAME_LEAD = 0.08f;
static const float DESCRIBED_ACCEPT = 0.52f, DESCRIBED_LEAD = 0.07f;

/* How many mentions back an anaphor may look. */
enum { LOOK_BACK = 40 };

/* Registry kinds that each noun may stand for; NULL ends. */
static const char *const fits_ceasefire[] = {"ceasefire", "truce", "peace",
                                             NULL};
static const char *const fits_memorandum[] = {"mou", "security", "maritime",
                                              "economic", NULL};
static const char *const fits_treaty[] = {"treaty", "peace", "security",
                                          "maritime", NULL};
static const char *const fits_resolution[] = {"resolution", NULL};
static const char *const fits_outcome[] = {
    "conference", "declaration", "political", "roadmap", "ceasefire", NULL};
static const char *const fits_roadmap[] = {"roadmap", "political", NULL};
static const char *const fits_declaration[] = {"declaration", "political",
                                               NULL};
static const char *const fits_agreement[] = {
    "ceasefire", "truce", "peace",    "political",         "security", "treaty",
    "economic",  "mou",   "maritime", "prisoner_exchange", NULL};
static const char *const fits_nothing[] = {NULL};

static const char *const *const fitting[] = {
    [AHD_NOUN_AGREEMENT] = fits_agreement,
    [AHD_NOUN_CEASEFIRE] = fits_ceasefire,
    [AHD_NOUN_TRUCE] = fits_ceasefire,
    [AHD_NOUN_MEMORANDUM] = fits_memorandum,
    [AHD_NOUN_TREATY] = fits_treaty,
    [AHD_NOUN_RESOLUTION] = fits_resolution,
    [AHD_NOUN_PROTOCOL] = fits_treaty,
    [AHD_NOUN_DECLARATION] = fits_declaration,
    [AHD_NOUN_OUTCOME] = fits_outcome,
    [AHD_NOUN_ROADMAP] = fits_roadmap,
    [AHD_NOUN_INITIATIVE] = fits_roadmap,
    [AHD_NOUN_TALKS] = fits_nothing,
    [AHD_NOUN_CONTRACT] = fits_nothing,
};

bool ahd_resolve_fits(ahd_str kind, uint32_t noun)
{
    if (noun == AHD_NONE)
        return true;
    for (const char *const *k = fitting[noun]; *k; k++)
        if (ahd_str_eq(ahd_str_from(*k), kind))
            return true;
    return false;
}

/* ------------------------------------------------------------- features */

/* The share of the phrase's own words, but for its noun, that the agreement's
 * names hold. */
static float share_words(ahd_evidence *e, const ahd_agreement_ref *r,
                         uint32_t id)
{
    ahd_str names = ahd_kb_str(e->kb, ahd_kb_agreement_at(e->kb, id)->folded);
    float all = 0, held = 0;

    for (uint32_t i = r->first; i < r->end; i++) {
        const ahd_token *t = &e->doc->tokens.items[i];
        if (i == r->head || t->kind == AHD_TOKEN_PUNCT || t->form.len < 4 ||
            ahd_look_hit(e->doc, i, AHD_TERM_CLASS))
            continue;
        all += 1;
        ahd_str word = t->form;
        if (t->reading[0].pro & AHD_PRO_AL && word.len > 8)
            word = (ahd_str){word.ptr + 4, word.len - 4};
        held += (float)(ahd_str_find(names, word) < names.len);
    }
    return all > 0 ? held / all : 0;
}

/* Is the agreement's place named in the mention's sentence? */
static float shares_place(const ahd_evidence *e, const ahd_agreement_ref *r,
                          const ahd_agreement *a)
{
    ahd_sentence s = ahd_look_around(e->doc, r->first);
    ahd_str place = ahd_kb_str(e->kb, a->place);

    for (uint32_t m = ahd_look_mention_from(e->doc, s.first);
         place.len > 0 && m < e->doc->mentions.count &&
         e->doc->mentions.items[m].first < s.end;
         m++) {
        const ahd_mention *mention = &e->doc->mentions.items[m];
        if (mention->kind != AHD_MENTION_PLACE || mention->id == AHD_NONE)
            continue;
        ahd_str name =
            ahd_kb_str(e->kb, ahd_kb_place_at(e->kb, mention->id)->en);
        if (ahd_str_find(place, name) < place.len)
            return 1;
    }
    return 0;
}

/* Does a date or weekday of the sentence fit the agreement's day? */
static float shares_day(const ahd_evidence *e, const ahd_agreement_ref *r,
                        const ahd_agreement *a)
{
    ahd_sentence s = ahd_look_around(e->doc, r->first);

    if (a->date == AHD_KB_NO_DAY)
        return 0;
    for (uint32_t i = ahd_look_time_from(e->doc, s.first);
         i < e->doc->times.count && e->doc->times.items[i].first < s.end; i++) {
        const ahd_time *t = &e->doc->times.items[i];
        if (t->from != AHD_NO_DAY && t->grain == AHD_GRAIN_DAY)
            return t->from <= a->date && a->date <= t->to ? 1.0f : 0.0f;
        if (t->weekday >= 0 && t->weekday == ahd_day_weekday(a->date))
            return 0.6f;
    }
    return 0;
}

/* Names in the phrase that are no party: «بين قطر والوفاق» is no agreement of
 * others. */
static uint32_t strangers(const ahd_evidence *e, const ahd_agreement_ref *r,
                          const ahd_agreement *a)
{
    uint32_t count = 0;

    for (uint32_t m = ahd_look_mention_from(e->doc, r->first);
         m < e->doc->mentions.count && e->doc->mentions.items[m].first < r->end;
         m++) {
        const ahd_mention *mention = &e->doc->mentions.items[m];
        if (mention->id != AHD_NONE && mention->kind != AHD_MENTION_PLACE)
            count += !ahd_evidence_is_party(e, a, mention->id);
    }
    return count;
}

/* News is of agreements of these days more than of old ones. */
static float nearness(const ahd_evidence *e, const ahd_agreement *a)
{
    if (e->doc->published == AHD_NO_DAY || a->date == AHD_KB_NO_DAY)
        return 0;
    int32_t age = e->doc->published - a->date;
    if (age < -2)
        return -2; /* not signed yet */
    return 1.0f / (1.0f + (float)(age < 0 ? 0 : age) / 200.0f);
}

/* «وقعا مذكرة تفاهم»: an indefinite noun that is signed is news, so it is no
 * agreement of weeks ago. */
static bool is_old_news(const ahd_evidence *e, uint32_t ref,
                        const ahd_agreement *a)
{
    enum { NEWS_DAYS = 45 };
    const ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    return !r->definite && e->signings[ref] != 0 &&
           e->doc->published != AHD_NO_DAY && a->date != AHD_KB_NO_DAY &&
           e->doc->published - a->date > NEWS_DAYS;
}

float ahd_resolve_score(ahd_evidence *e, uint32_t ref, uint32_t id)
{
    const ahd_agreement_ref *r = &e->doc->agreements.items[ref];
    const ahd_agreement *a = ahd_kb_agreement_at(e->kb, id);
    float country = ahd_evidence_country(e, a);
    float near = nearness(e, a);

    if (near < 0 || country <= 0 || is_old_news(e, ref, a))
        return 0;
    float signers = ahd_evidence_signers(e, ref, a);

    return 0.30f * country + 0.15f * ahd_evidence_parties(e, a) +
           0.25f * share_words(e, r, id) + 0.12f * shares_place(e, r, a) +
           0.12f * shares_day(e, r, a) + 0.18f * near +
           (signers < 0 ? 0.5f : 0.25f) * signers -
           0.2f * (float)strangers(e, r, a);
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

static void resolve_name(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];
    ahd_candidate named[AHD_OTHERS];
    uint8_t count = r->others;

    for (uint8_t i = 0; i < count; i++)
        named[i] = r->other[i];
    r->others = 0;
    for (uint8_t i = 0; i < count; i++)
        if (!ahd_evidence_is_hidden(e->kb, named[i].id))
            ahd_resolve_rank(r, named[i].id,
                             ahd_resolve_score(e, ref, named[i].id));
    if (r->others == 0 || r->other[0].score <= 0)
        return;
    if (r->others == 1 ||
        (r->other[0].score >= NAME_ACCEPT && lead(r) >= NAME_LEAD)) {
        r->id = r->other[0].id;
        r->score = at_most_one(0.6f + 0.4f * r->other[0].score);
    }
}

static void resolve_described(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    r->others = 0;
    for (uint32_t id = 0; id < e->kb->agreements.count; id++) {
        const ahd_agreement *a = ahd_kb_agreement_at(e->kb, id);
        if (ahd_evidence_is_hidden(e->kb, id) ||
            !ahd_resolve_fits(ahd_kb_str(e->kb, a->kind), r->noun))
            continue;
        float points = ahd_resolve_score(e, ref, id);
        if (points > 0.25f)
            ahd_resolve_rank(r, id, points);
    }
    if (r->others > 0 && !r->plural && r->other[0].score >= DESCRIBED_ACCEPT &&
        lead(r) >= DESCRIBED_LEAD) {
        r->id = r->other[0].id;
        r->score = at_most_one(r->other[0].score);
    }
}

/* "القرار 2216": by its number alone. */
static bool resolve_number(ahd_evidence *e, ahd_agreement_ref *r)
{
    char id[32] = "unscr-";

    if (r->noun != AHD_NOUN_RESOLUTION)
        return false;
    for (uint32_t i = r->first; i < r->end; i++) {
        const ahd_token *t = &e->doc->tokens.items[i];
        if (t->kind != AHD_TOKEN_NUMBER || t->form.len > 5)
            continue;
        for (size_t k = 0; k < t->form.len; k++)
            id[6 + k] = t->form.ptr[k];
        r->id = ahd_kb_find_agreement(e->kb, (ahd_str){id, 6 + t->form.len});
        if (r->id != AHD_KB_NONE && ahd_evidence_is_hidden(e->kb, r->id))
            r->id = AHD_NONE;
        r->how = AHD_HOW_NAMED;
        r->score = 0.95f;
        return true;
    }
    return false;
}

/* Like enough to be the same: the same noun, or one that any agreement may be
 * called by. */
static bool may_refer(uint32_t noun, uint32_t earlier)
{
    bool general = noun == AHD_NOUN_AGREEMENT || noun == AHD_NONE;
    bool truce = noun == AHD_NOUN_TRUCE || noun == AHD_NOUN_CEASEFIRE;

    if (earlier == AHD_NOUN_TALKS || earlier == AHD_NOUN_CONTRACT)
        return false;
    if (general)
        return earlier != AHD_NOUN_RESOLUTION;
    return noun == earlier || (truce && (earlier == AHD_NOUN_TRUCE ||
                                         earlier == AHD_NOUN_CEASEFIRE));
}

/* «الاتفاق»: the nearest before it that is said in fuller words, decided or
 * not. */
static void find_fullest(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];
    uint32_t stop = ref > LOOK_BACK ? ref - LOOK_BACK : 0;

    for (uint32_t i = ref; i-- > stop;) {
        const ahd_agreement_ref *earlier = &e->doc->agreements.items[i];
        if (earlier->how == AHD_HOW_ANAPHOR || earlier->plural ||
            !may_refer(r->noun, earlier->noun))
            continue;
        r->fullest = i;
        return;
    }
}

/* The nearest before it that is decided. */
static bool resolve_anaphor(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];
    uint32_t stop = ref > LOOK_BACK ? ref - LOOK_BACK : 0;

    if (!r->definite || r->plural)
        return false;
    find_fullest(e, ref);
    for (uint32_t i = ref; i-- > stop;) {
        const ahd_agreement_ref *earlier = &e->doc->agreements.items[i];
        if (earlier->id == AHD_NONE || !may_refer(r->noun, earlier->noun))
            continue;
        r->id = earlier->id;
        r->score = 0.9f * earlier->score;
        r->how = AHD_HOW_ANAPHOR;
        if (r->fullest != AHD_NONE &&
            e->doc->agreements.items[r->fullest].id != r->id)
            r->fullest = AHD_NONE;
        return true;
    }
    return false;
}

void ahd_resolve_ref(ahd_evidence *e, uint32_t ref)
{
    ahd_agreement_ref *r = &e->doc->agreements.items[ref];

    if (r->id != AHD_NONE || r->noun == AHD_NOUN_TALKS ||
        r->noun == AHD_NOUN_CONTRACT)
        return;
    if (resolve_number(e, r))
        return;
    if (r->how == AHD_HOW_NAMED) {
        resolve_name(e, ref);
        return;
    }
    if (r->how == AHD_HOW_ANAPHOR && resolve_anaphor(e, ref))
        return;
    resolve_described(e, ref);
}
