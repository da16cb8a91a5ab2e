#include "agreements/likeness.h"

#include "agreements/cues.h"
#include "doc/look.h"

/* Days: a truce is news for weeks, other agreements for months; so long before
 * its signature an agreement may be talked of. */
enum { TRUCE_DAYS = 60, OTHER_DAYS = 200 };
enum { NAMED_AHEAD = 400, DESCRIBED_AHEAD = 200, TRUCE_AHEAD = 2 };
enum {
    YEAR = 365,
    MEMORY = 1800,
    TRUCE_AGE = 900,
    NEWS_AGE = 120,
    FRESH = 90,
    NEW = 30,
    NEWS_DAYS = 45
};

/* Registry kinds that each noun may stand for, likeliest first; NULL ends. */
static const char *const fits_ceasefire[] = {"ceasefire", "truce", "peace",
                                             NULL};
static const char *const fits_truce[] = {"truce", "ceasefire", "peace", NULL};
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
    "ceasefire",   "truce",    "peace", "political", "security",
    "treaty",      "economic", "mou",   "maritime",  "prisoner_exchange",
    "declaration", NULL};
static const char *const fits_talks[] = {"talks", NULL};
static const char *const fits_nothing[] = {NULL};

static const char *const *const fitting[] = {
    [AHD_NOUN_AGREEMENT] = fits_agreement,
    [AHD_NOUN_CEASEFIRE] = fits_ceasefire,
    [AHD_NOUN_TRUCE] = fits_truce,
    [AHD_NOUN_MEMORANDUM] = fits_memorandum,
    [AHD_NOUN_TREATY] = fits_treaty,
    [AHD_NOUN_RESOLUTION] = fits_resolution,
    [AHD_NOUN_PROTOCOL] = fits_treaty,
    [AHD_NOUN_DECLARATION] = fits_declaration,
    [AHD_NOUN_OUTCOME] = fits_outcome,
    [AHD_NOUN_ROADMAP] = fits_roadmap,
    [AHD_NOUN_INITIATIVE] = fits_roadmap,
    [AHD_NOUN_TALKS] = fits_talks,
    [AHD_NOUN_CONTRACT] = fits_nothing,
};

typedef ahd_subject subject;

bool ahd_likeness_fits(ahd_str kind, uint32_t noun)
{
    if (noun == AHD_NONE)
        return true;
    for (const char *const *k = fitting[noun]; *k; k++)
        if (ahd_str_is(kind, *k))
            return true;
    return false;
}

bool ahd_likeness_may_be(const ahd_evidence *e, uint32_t id, uint32_t noun)
{
    return !ahd_evidence_is_hidden(e->kb, id) &&
           ahd_likeness_fits(
               ahd_kb_str(e->kb, ahd_kb_agreement_at(e->kb, id)->kind), noun);
}

static bool is_truce(const subject *s)
{
    return ahd_str_eq(s->kind, AHD_STR("ceasefire")) ||
           ahd_str_eq(s->kind, AHD_STR("truce"));
}

static bool is_own_kind(const subject *s)
{
    return s->r->noun != AHD_NONE && s->r->noun != AHD_NOUN_AGREEMENT &&
           fitting[s->r->noun][0] &&
           ahd_str_is(s->kind, fitting[s->r->noun][0]);
}
/* For how many days before it was made it may be talked of: a summit and a deal
 * that is negotiated for long, a truce and talks for none. */
static int32_t days_ahead(const subject *s)
{
    bool talks = s->r->noun == AHD_NOUN_TALKS && !s->r->vague;

    if (is_truce(s) || talks || s->r->noun == AHD_NOUN_RESOLUTION)
        return TRUCE_AHEAD;
    return s->r->how == AHD_HOW_NAMED ? NAMED_AHEAD : DESCRIBED_AHEAD;
}

/* News is of agreements of these days more than of old ones: 1 of today's, to
 * 0; less than 0: it was not yet heard of. */
static float nearness(const subject *s)
{
    const ahd_doc *doc = s->e->doc;
    int32_t ahead = days_ahead(s);

    if (doc->published == AHD_NO_DAY || s->a->date == AHD_KB_NO_DAY)
        return 0;
    int32_t age = doc->published - s->a->date;
    if (age < -ahead)
        return -2;
    if (age < -TRUCE_AHEAD)
        return 0;
    return 1.0f / (1.0f + (float)(age < 0 ? 0 : age) /
                              (float)(is_truce(s) ? TRUCE_DAYS : OTHER_DAYS));
}

static bool is_within(const subject *s, int32_t days)
{
    const ahd_doc *doc = s->e->doc;

    return doc->published != AHD_NO_DAY && s->a->date != AHD_KB_NO_DAY &&
           doc->published - s->a->date <= days &&
           doc->published - s->a->date >= -TRUCE_AHEAD;
}

/* No older than that, and not further ahead than is talked of; pages without a
 * day tell nothing. */
static bool is_of_days(const subject *s, int32_t days)
{
    const ahd_doc *doc = s->e->doc;

    return doc->published != AHD_NO_DAY && s->a->date != AHD_KB_NO_DAY &&
           doc->published - s->a->date <= days;
}

/* «وقعا مذكرة تفاهم»: an indefinite noun that is signed is news, so it is no
 * agreement of weeks ago. */
static bool is_old_news(const subject *s)
{
    return !s->r->definite && s->e->signings[s->ref] != 0 &&
           s->e->doc->published != AHD_NO_DAY && s->a->date != AHD_KB_NO_DAY &&
           s->e->doc->published - s->a->date > NEWS_DAYS;
}

/* Is the page about all of its two or more states? */
static bool is_between(const subject *s)
{
    const ahd_evidence *e = s->e;
    int states = 0, told = 0;

    for (; states < AHD_KB_STATES && s->a->states[states] != AHD_KB_NONE;
         states++)
        told += 4 * e->countries[s->a->states[states]] >= e->most;
    return states > 1 && told == states && e->most > 0;
}

/* Has the page no day of its own, but tells of others? */
static bool has_floor(const subject *s)
{
    return s->e->doc->published == AHD_NO_DAY && s->e->floor != AHD_NO_DAY &&
           s->a->date != AHD_KB_NO_DAY;
}

/* Does the page never name one of its two states? Only a name is enough then.
 */
static bool is_one_sided(const subject *s)
{
    const uint32_t *states = s->a->states;

    return s->r->how != AHD_HOW_NAMED && states[0] != AHD_KB_NONE &&
           states[1] != AHD_KB_NONE && states[2] == AHD_KB_NONE &&
           (s->e->countries[states[0]] == 0 || s->e->countries[states[1]] == 0);
}

/* Is its country what the page is about? */
static bool is_main(const subject *s)
{
    return ahd_evidence_country(s->e, s->a) >= 0.6f;
}

/* A truce is known by its being of these days; what is only hoped for,
 * «هدنة», must be of the very days. */
static bool is_told_by_days(const subject *s)
{
    if (!is_main(s))
        return false;
    if (has_floor(s))
        return s->r->definite && is_own_kind(s) && is_truce(s) &&
               s->a->date >= s->e->floor - YEAR;
    if (!s->r->definite)
        return is_within(s, NEW) && (is_own_kind(s) || is_truce(s));
    return is_within(s, is_own_kind(s) ? FRESH : NEW);
}

static int states_of(const subject *s)
{
    int states = 0;

    while (states < AHD_KB_STATES && s->a->states[states] != AHD_KB_NONE)
        states++;
    return states;
}

/* Is it called by the mention's noun: «قمة باريس», one of COP21's names? */
static bool names_head(const subject *s)
{
    ahd_str word = ahd_cues_bare(&s->e->doc->tokens.items[s->r->head]);

    return ahd_str_find(s->names, word) < s->names.len;
}

/* Words that are its own alone tell a vague noun, both parties do; talks are
 * told by no less. */
/* «المحادثات مع إسرائيل», «الاتفاق السعودي الإيراني»: all its sides. */
static bool is_told_by_sides(const subject *s, const ahd_cues *c)
{
    return c->with > 1 && c->with >= (float)states_of(s) &&
           is_of_days(s, MEMORY);
}

/* One word of its own is little for what was made long ago. */
static bool is_told_by_own_words(const subject *s, const ahd_cues *c)
{
    float least = is_of_days(s, MEMORY) || c->with > 0 ? 1 : 2;

    return c->words.own >= least && 2 * c->words.own >= c->words.all &&
           c->words.foreign <= 0;
}

static bool is_told_by_words(const subject *s, const ahd_cues *c)
{
    if (!s->r->definite && !is_of_days(s, NEWS_AGE))
        return false;
    return is_told_by_own_words(s, c) || is_told_by_sides(s, c) ||
           (c->within && s->r->definite && is_of_days(s, NEWS_AGE) &&
            names_head(s));
}

/* A place alone tells nothing of long ago: «قاعدة في أضنة». */
static bool is_told_by_place(const subject *s, const ahd_cues *c)
{
    return c->place && (is_of_days(s, MEMORY) || has_floor(s) ||
                        c->words.own > 0 || c->within);
}

/* «الاتفاق» is no «هدنة», unless more tells so. */
static bool is_no_truce(const subject *s, const ahd_cues *c)
{
    return s->r->noun == AHD_NOUN_AGREEMENT && is_truce(s) &&
           c->words.kind <= 0 && c->words.own <= 0 && !c->place &&
           c->with <= 1 && c->day < 0.6f && c->signers <= 0;
}

/* «قرار مجلس الأمن», «القرار الدولي», a draft; «القرار» where the council is
 * named near by. Others decide too: «قرار الطرفين». */
static bool is_of_council(const subject *s)
{
    const ahd_doc *doc = s->e->doc;
    uint32_t council = ahd_kb_find_actor(s->e->kb, AHD_STR("unsc"));
    uint32_t un = ahd_kb_find_actor(s->e->kb, AHD_STR("un"));
    ahd_sentence around = ahd_look_around(doc, s->r->first);
    uint32_t first = s->r->bare ? around.first : s->r->first;
    uint32_t end = s->r->bare ? around.end : s->r->end;

    if (doc->tokens.items[s->r->head].reading[0].suffix)
        return false;
    if (!(doc->tokens.items[s->r->head].flags & AHD_TOKEN_ARABIC))
        return true; /* "the resolution" is no mere decision */
    for (uint32_t m = ahd_look_mention_from(doc, first);
         m < doc->mentions.count && doc->mentions.items[m].first < end; m++)
        if (doc->mentions.items[m].id == council ||
            doc->mentions.items[m].id == un)
            return true;
    for (uint32_t i = s->r->first; i < s->r->end; i++)
        if (ahd_str_eq(ahd_cues_bare(&doc->tokens.items[i]), AHD_STR("دولي")) ||
            ahd_str_eq(ahd_cues_bare(&doc->tokens.items[i]), AHD_STR("اممي")))
            return true;
    return false;
}

/* «اتفاق سلام», not «الاتفاق»: not told before, so of these days. */
static bool is_told_as_new(const subject *s, const ahd_cues *c)
{
    if (s->e->doc->published == AHD_NO_DAY && c->day >= 0.6f)
        return true; /* «اتفاق سلام في 2020» */
    return is_of_days(s, NEWS_AGE) &&
           (is_told_by_own_words(s, c) || c->place || c->day >= 0.6f ||
            c->signers > 0 || c->with > 0 || is_told_by_days(s));
}

/* «وقف فوري لإطلاق النار»: one that somebody calls for. */
static bool is_called_for(const subject *s)
{
    const ahd_doc *doc = s->e->doc;

    for (uint32_t i = s->r->first; i < s->r->end; i++)
        if (ahd_str_starts(ahd_cues_bare(&doc->tokens.items[i]),
                           AHD_STR("فوري")) ||
            ahd_look_is(doc, i, "immediate"))
            return true;
    return false;
}

/* «مشاوراته مع الحكومة»: rounds of one man's, not those that news knows. */
static bool is_somebodys(const subject *s)
{
    return s->r->noun == AHD_NOUN_TALKS &&
           s->e->doc->tokens.items[s->r->head].reading[0].suffix;
}

static bool is_plan(uint32_t noun)
{
    return noun == AHD_NOUN_INITIATIVE || noun == AHD_NOUN_ROADMAP;
}

/* «مفاوضات غير مباشرة مع إسرائيل», «مفاوضات سلام ... في أواخر 2012»: talks go
 * on for a year and more. */
static bool is_told_as_talks(const subject *s, const ahd_cues *c)
{
    return !s->r->vague && c->words.foreign <= 0 &&
           ((c->words.own > 0 && c->with > 0 && is_of_days(s, YEAR)) ||
            (c->with > 0 && c->day >= 0.6f));
}

/* «وقع الطرفان، الخميس 11 مايو 2023، في جدة إعلانا»: the signing tells which,
 * by its parties, day and place, however vague the noun. */
static bool is_told_by_signing(const subject *s, const ahd_cues *c)
{
    return s->e->signings[s->ref] != 0 && c->signers >= 1 && c->day >= 0.6f &&
           (c->within || c->place || c->both) && c->words.foreign <= 0;
}

static bool is_told(const subject *s, const ahd_cues *c)
{
    uint32_t noun = s->r->noun;

    if (is_no_truce(s, c) || is_somebodys(s) || is_called_for(s))
        return false;
    if (is_told_by_signing(s, c))
        return true;
    if (noun == AHD_NOUN_AGREEMENT &&
        ahd_str_eq(s->kind, AHD_STR("declaration")))
        return c->place || (is_told_by_own_words(s, c) && names_head(s));
    if (is_plan(noun) && !ahd_str_eq(s->kind, AHD_STR("roadmap")))
        return is_told_by_own_words(s, c) && c->words.own > 1;
    if (noun == AHD_NOUN_TALKS && is_told_as_talks(s, c))
        return true;
    if (s->r->vague || noun == AHD_NOUN_TALKS || noun == AHD_NOUN_OUTCOME ||
        noun == AHD_NOUN_DECLARATION)
        return is_told_by_words(s, c);
    if (noun == AHD_NOUN_RESOLUTION)
        return is_of_council(s) &&
               (c->day >= 0.6f || (is_within(s, NEW) && is_main(s)));
    if (!s->r->definite)
        return is_told_as_new(s, c);
    return is_told_by_words(s, c) || is_told_by_place(s, c) || c->day >= 0.6f ||
           c->signers > 0 || (c->with > 0 && is_of_days(s, NEWS_AGE)) ||
           (c->with > 0 && is_truce(s) && is_of_days(s, TRUCE_AGE)) ||
           is_told_by_days(s);
}

static ahd_subject subject_of(const ahd_evidence *e, uint32_t ref, uint32_t id)
{
    const ahd_agreement *a = ahd_kb_agreement_at(e->kb, id);

    return (ahd_subject){e,
                         &e->doc->agreements.items[ref],
                         a,
                         ahd_kb_str(e->kb, a->kind),
                         ahd_kb_str(e->kb, a->folded),
                         ref};
}

static float clip(float value, float most)
{
    return value > most ? most : value;
}

/* What the phrase and its clause say. */
static float points_of_words(const ahd_cues *c)
{
    float held = c->words.all > 0 ? c->words.held / c->words.all : 0;
    float place = c->place ? 0.16f : c->both ? 0.1f : 0;

    return 0.25f * held + (c->words.kind > 0 ? 0.08f : 0) -
           0.15f * c->words.foreign + place + 0.2f * c->day +
           0.1f * clip(c->with, 2) - 0.2f * c->against +
           (c->signers < 0 ? 0.5f : 0.25f) * c->signers;
}

/* What the page and its day say. */
static float points_of_page(const subject *s, const ahd_cues *c)
{
    bool fresh = (s->r->definite || c->with > 0) && is_within(s, NEW);
    bool old = !is_of_days(s, MEMORY) && c->words.own <= 0 && c->day <= 0;
    bool passed = has_floor(s) && s->a->date < s->e->floor - YEAR;

    return 0.28f * clip(ahd_evidence_country(s->e, s->a) / 0.6f, 1) +
           0.12f * ahd_evidence_parties(s->e, s->a) +
           (is_truce(s) ? 0.28f : 0.18f) * nearness(s) +
           (is_between(s) ? 0.06f : 0) + (is_own_kind(s) ? 0.08f : 0) +
           (fresh ? 0.1f : 0) - ((old && !has_floor(s)) || passed ? 0.1f : 0) +
           (s->e->named[s->a - ahd_kb_agreement_at(s->e->kb, 0)] ? 0.1f : 0);
}

/* Cheap questions first: most of the registry is of other countries. */
static bool may_be_meant(const subject *s)
{
    return ahd_evidence_country(s->e, s->a) > 0 && nearness(s) >= 0 &&
           !is_old_news(s) && !is_one_sided(s);
}

float ahd_likeness_score(const ahd_evidence *e, uint32_t ref, uint32_t id)
{
    subject s = subject_of(e, ref, id);

    if (!may_be_meant(&s))
        return 0;
    ahd_cues c = ahd_cues_read(&s);
    return points_of_page(&s, &c) + points_of_words(&c);
}

ahd_likeness ahd_likeness_of(const ahd_evidence *e, uint32_t ref, uint32_t id)
{
    subject s = subject_of(e, ref, id);

    if (!may_be_meant(&s))
        return (ahd_likeness){0, false, false, false};
    ahd_cues c = ahd_cues_read(&s);
    return (ahd_likeness){
        points_of_page(&s, &c) + points_of_words(&c), is_told(&s, &c), c.plain,
        c.followed && (is_told_by_place(&s, &c) || c.day >= 0.6f)};
}

bool ahd_likeness_is_denied(const ahd_evidence *e, uint32_t ref, uint32_t id)
{
    subject s = subject_of(e, ref, id);

    return ahd_cues_deny(&s);
}
