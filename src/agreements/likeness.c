#include "agreements/likeness.h"

#include "base/day.h"
#include "doc/look.h"

/* How far behind and before a mention its clause may say where or when it was
 * made. */
enum { TAIL = 10, LEAD = 8 };

/* Days: a truce is news for weeks, other agreements for months; so long before
 * its signature an agreement may be talked of. */
enum { TRUCE_DAYS = 60, OTHER_DAYS = 200 };
enum { NAMED_AHEAD = 400, DESCRIBED_AHEAD = 200, TRUCE_AHEAD = 2 };
enum {
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
    "ceasefire", "truce", "peace",    "political",         "security", "treaty",
    "economic",  "mou",   "maritime", "prisoner_exchange", NULL};
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

/* Words that say of which kind an agreement is, and no more. */
static const struct kind_word {
    const char *word, *kind;
} kind_words[] = {
    {"سلام", "peace"},          {"سلم", "peace"},
    {"مصالحه", "peace"},        {"peace", "peace"},
    {"امني", "security"},       {"دفاع", "security"},
    {"عسكري", "security"},      {"security", "security"},
    {"سياسي", "political"},     {"political", "political"},
    {"بحري", "maritime"},       {"maritime", "maritime"},
    {"تجاره", "economic"},      {"اقتصادي", "economic"},
    {"trade", "economic"},      {"هدنه", "truce"},
    {"تهدئه", "truce"},         {"انساني", "truce"},
    {"اطلاق", "ceasefire"},     {"نار", "ceasefire"},
    {"ceasefire", "ceasefire"},
};

typedef struct subject {
    const ahd_evidence *e;
    const ahd_agreement_ref *r;
    const ahd_agreement *a;
    ahd_str kind, names;
    uint32_t ref;
} subject;

bool ahd_likeness_fits(ahd_str kind, uint32_t noun)
{
    if (noun == AHD_NONE)
        return true;
    for (const char *const *k = fitting[noun]; *k; k++)
        if (ahd_str_eq(ahd_str_from(*k), kind))
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
           ahd_str_eq(ahd_str_from(fitting[s->r->noun][0]), s->kind);
}

/* ---------------------------------------------------------------- words */

/* «لتقاسم السلطة» */
static bool has_preposition(const ahd_doc *doc, uint32_t token)
{
    return doc->tokens.items[token].host > 0 &&
           ahd_look_has_pro(doc, token, AHD_PRO_BI | AHD_PRO_LI);
}

/* A folded word without its article and, of an adjective, its feminine end. */
static ahd_str bare_word(const ahd_token *t)
{
    ahd_str word = t->readings > 0 ? t->reading[0].host : t->form;

    if (t->readings > 0 && t->reading[0].pro & AHD_PRO_AL && word.len > 8)
        word = (ahd_str){word.ptr + 4, word.len - 4};
    return word;
}

static ahd_str masculine(ahd_str word)
{
    if (word.len > 6 && ahd_str_ends(word, AHD_STR("ه")))
        return (ahd_str){word.ptr, word.len - 2};
    return word;
}

/* The kind that a word tells; NULL when it tells none. */
static const char *kind_told(ahd_str word)
{
    for (size_t i = 0; i < sizeof kind_words / sizeof *kind_words; i++) {
        ahd_str known = ahd_str_from(kind_words[i].word);
        if (ahd_str_eq(word, known) || ahd_str_eq(masculine(word), known))
            return kind_words[i].kind;
    }
    return NULL;
}

/* Does it say nothing of which agreement is meant: the noun itself, function
 * words, whom the page names anyway? */
static bool is_silent(const subject *s, uint32_t token)
{
    const ahd_doc *doc = s->e->doc;
    const ahd_token *t = &doc->tokens.items[token];
    uint32_t m = ahd_look_mention_at(doc, token);

    if (token == s->r->head || t->kind != AHD_TOKEN_WORD || t->form.len < 4 ||
        ahd_look_hit(doc, token, AHD_TERM_CLASS) ||
        ahd_look_hit(doc, token, AHD_TERM_DEMONYM) ||
        ahd_look_hit(doc, token, AHD_TERM_AGREEMENT_NOUN))
        return true;
    return m != AHD_NONE && (doc->mentions.items[m].kind != AHD_MENTION_PLACE ||
                             ahd_str_eq(s->kind, AHD_STR("resolution")));
}

/* A noun that is no name of the agreement says that another is meant, as in
 * «اتفاق الأجور»; an adjective need not. */
static bool is_noun(const subject *s, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(s->e->doc, token);

    return host && (host->pos == AHD_POS_NOUN || host->pos == AHD_POS_PROPN ||
                    host->pos == AHD_POS_X);
}

typedef struct wording {
    float held, own, foreign, kind, all; /* own: held, and no place */
} wording;

/* Do the names have a word that begins so, with the article or without? */
static bool holds_word(ahd_str names, ahd_str word)
{
    for (size_t at = 0; at < names.len;) {
        ahd_str rest = {names.ptr + at, names.len - at};
        size_t found = ahd_str_find(rest, word);
        if (found >= rest.len)
            return false;
        at += found;
        ahd_str before = {names.ptr, at};
        if (at == 0 || before.ptr[at - 1] == ' ' ||
            ahd_str_ends(before, AHD_STR(" ال")) ||
            ahd_str_ends(before, AHD_STR(" لل")) ||
            ahd_str_eq(before, AHD_STR("ال")))
            return true;
        at += word.len;
    }
    return false;
}

static void weigh_word(const subject *s, uint32_t token, bool direct,
                       wording *w)
{
    ahd_str word = bare_word(&s->e->doc->tokens.items[token]);
    const char *kind = kind_told(word);

    if (kind) {
        w->kind += ahd_str_eq(ahd_str_from(kind), s->kind) ? 1.0f : 0.0f;
        return;
    }
    w->all += 1;
    if (holds_word(s->names, masculine(word))) {
        w->held += 1;
        w->own += ahd_look_mention_at(s->e->doc, token) == AHD_NONE;
    } else if (direct && is_noun(s, token))
        w->foreign = 1;
}

static wording weigh_words(const subject *s)
{
    wording w = {0, 0, 0, 0, 0};

    bool direct = true; /* what stands behind a preposition may tell less */

    for (uint32_t i = s->r->first; i < s->r->end; i++) {
        const ahd_segment *host = ahd_look_host(s->e->doc, i);
        direct = direct && !(host && host->pos == AHD_POS_ADP) &&
                 (i == s->r->first || !has_preposition(s->e->doc, i));
        if (!is_silent(s, i))
            weigh_word(s, i, direct, &w);
    }
    return w;
}

/* ------------------------------------------------------- place and day */

static bool is_its_place(const subject *s, const ahd_mention *m)
{
    const ahd_kb *kb = s->e->kb;
    ahd_str place = ahd_kb_str(kb, s->a->place);

    if (m->kind != AHD_MENTION_PLACE || m->id == AHD_NONE || place.len == 0)
        return false;
    ahd_str name = ahd_kb_str(kb, ahd_kb_place_at(kb, m->id)->en);
    return name.len > 0 && ahd_str_find(place, name) < place.len;
}

/* «في اوفا», which no gazetteer has but the agreement's name. */
static bool is_in_name(const subject *s, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(s->e->doc, token);
    ahd_str word = bare_word(&s->e->doc->tokens.items[token]);

    return host && (host->pos == AHD_POS_PROPN || host->pos == AHD_POS_X) &&
           word.len >= 8 && ahd_look_is(s->e->doc, token - 1, "في") &&
           ahd_look_mention_at(s->e->doc, token) == AHD_NONE &&
           ahd_str_find(s->names, word) < s->names.len;
}

/* «في جنيف», «بمدينة الصخيرات»: told as where it was, not as who acts. */
static bool is_where(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_IN) ||
           ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS,
                           AHD_CLASS_LOCALITY) ||
           has_preposition(doc, token);
}

/* «مع واشنطن»: who, not where. */
static bool is_with(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_WITH) ||
           ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_BETWEEN);
}

/* Is the agreement's place named in tokens [first, end)? */
static bool names_place(const subject *s, uint32_t first, uint32_t end)
{
    const ahd_doc *doc = s->e->doc;

    for (uint32_t m = ahd_look_mention_from(doc, first);
         m < doc->mentions.count && doc->mentions.items[m].first < end; m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        bool within =
            mention->first >= s->r->first && mention->first < s->r->end;
        if (is_its_place(s, mention) &&
            (within ? !is_with(doc, mention->first)
                    : is_where(doc, mention->first)))
            return true;
    }
    for (uint32_t i = first + 1; i < end; i++)
        if (is_in_name(s, i))
            return true;
    return false;
}

/* How well a time fits the agreement's day: 1 the day, 0.8 its month, 0.6 its
 * weekday or year; less than 0 when it is another day. */
static float match_of(const subject *s, const ahd_time *t)
{
    ahd_day day = s->a->date;

    if (t->from != AHD_NO_DAY && t->to != AHD_NO_DAY &&
        t->to - t->from <= 366) {
        if (day < t->from || day > t->to)
            return -1;
        return t->to - t->from < 3 ? 1.0f : t->to - t->from < 32 ? 0.8f : 0.6f;
    }
    if (t->kind == AHD_TIME_OPEN && t->from != AHD_NO_DAY)
        return day >= t->from && day - t->from <= 31 ? 0.8f : 0;
    if (t->weekday >= 0)
        return t->weekday == ahd_day_weekday(day) ? 0.6f : 0;
    const ahd_said *said = &s->e->doc->said.items[t->said];
    int year;
    int month, mday;
    ahd_day_split(day, &year, &month, &mday);
    return said->form == AHD_SAID_DATE && said->month == month &&
                   t->from == AHD_NO_DAY
               ? 0.5f /* «مطلع أبريل» of a page without a day */
               : 0;
}

/* The best match of the times in tokens [first, end), 0 when none is there;
 * less than 0 when all are of other days. */
static float names_day(const subject *s, uint32_t first, uint32_t end)
{
    const ahd_doc *doc = s->e->doc;
    float best = 0;
    bool other = false;

    if (s->a->date == AHD_KB_NO_DAY)
        return 0;
    for (uint32_t i = ahd_look_time_from(doc, first);
         i < doc->times.count && doc->times.items[i].first < end; i++) {
        float match = match_of(s, &doc->times.items[i]);
        best = match > best ? match : best;
        other = other || match < 0;
    }
    return best == 0 && other ? -1 : best;
}

/* «الموقع في 2005»: the tail tells when it was made. */
static bool tells_making(const subject *s)
{
    const ahd_segment *host = ahd_look_host(s->e->doc, s->r->end);
    const ahd_hit *verb = ahd_look_hit(s->e->doc, s->r->end, AHD_TERM_VERB);

    return (verb && verb->extra == AHD_FORM_PATIENT) ||
           (host && AHD_FEAT(host->feats, VERBAL) >= AHD_PARTICIPLE) ||
           ahd_look_hit_id(s->e->doc, s->r->end, AHD_TERM_CLASS,
                           AHD_CLASS_RELATIVE);
}

/* What the mention and its own clause, else the sentence, say of the day. */
static float day_told(const subject *s, uint32_t tail, ahd_sentence around)
{
    float day = names_day(s, s->r->first, tail);

    if (day < 0)
        return tells_making(s) ? -0.7f : 0;
    if (day == 0)
        day = 0.6f * names_day(s, around.first, around.end);
    return day < 0 ? 0 : day;
}

/* What the mention's own clause goes on to say. */
static uint32_t tail_end(const subject *s)
{
    ahd_sentence around = ahd_look_around(s->e->doc, s->r->first);
    uint32_t end = s->r->end + TAIL;

    return end < around.end ? end : around.end;
}

/* --------------------------------------------------------------- others */

/* Whom a mention may stand for as a party: a capital for its state. */
static uint32_t actor_of(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_PLACE ? m->of : m->id;
}

/* The phrase's adjectives of countries, «السوري الإسرائيلي»: how many are of
 * its parties, of others. */
static void count_demonyms(const subject *s, float *partners, float *strangers)
{
    for (uint32_t i = s->r->first; i < s->r->end; i++) {
        const ahd_hit *hit = ahd_look_hit(s->e->doc, i, AHD_TERM_DEMONYM);
        if (hit == NULL)
            continue;
        bool party = ahd_evidence_is_party(s->e, s->a, hit->id);
        *(party ? partners : strangers) += 1;
    }
}

/* Names in the phrase that are no party: «بين قطر والوفاق» is no agreement of
 * others; a town that its names do not have: «الهدنة في الزبداني». */
static float strangers(const subject *s)
{
    const ahd_doc *doc = s->e->doc;
    float count = 0;

    for (uint32_t m = ahd_look_mention_from(doc, s->r->first);
         m < doc->mentions.count && doc->mentions.items[m].first < s->r->end;
         m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        bool place = mention->kind == AHD_MENTION_PLACE;
        ahd_str word = bare_word(&doc->tokens.items[mention->first]);
        uint32_t id = !place            ? mention->id
                      : mention->others ? mention->other[0].id
                                        : AHD_NONE;
        if (ahd_str_find(s->names, word) < s->names.len ||
            (place && is_its_place(s, mention)))
            continue;
        if (id != AHD_NONE && !ahd_evidence_is_party(s->e, s->a, id))
            count += 1;
        else if (place)
            count += 0.5f;
    }
    return count;
}

/* How many of its parties the phrase names: «الاتفاق مع إيران». */
static float partners(const subject *s)
{
    const ahd_doc *doc = s->e->doc;
    float count = 0;

    for (uint32_t m = ahd_look_mention_from(doc, s->r->first);
         m < doc->mentions.count && doc->mentions.items[m].first < s->r->end;
         m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        uint32_t actor = actor_of(mention);
        if (actor != AHD_NONE && ahd_evidence_is_party(s->e, s->a, actor))
            count += 1;
    }
    return count;
}

/* News is of agreements of these days more than of old ones: 1 of today's, to
 * 0; less than 0: it was not yet heard of. */
static float nearness(const subject *s)
{
    const ahd_doc *doc = s->e->doc;
    bool truce = is_truce(s);
    int32_t ahead = s->r->how == AHD_HOW_NAMED ? NAMED_AHEAD
                    : truce || s->r->noun == AHD_NOUN_RESOLUTION
                        ? TRUCE_AHEAD
                        : DESCRIBED_AHEAD;

    if (doc->published == AHD_NO_DAY || s->a->date == AHD_KB_NO_DAY)
        return 0;
    int32_t age = doc->published - s->a->date;
    if (age < -ahead)
        return -2;
    if (age < -TRUCE_AHEAD)
        return 0;
    return 1.0f / (1.0f + (float)(age < 0 ? 0 : age) /
                              (float)(truce ? TRUCE_DAYS : OTHER_DAYS));
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

/* A truce is known by its being of these days; what is only hoped for,
 * «هدنة», must be of the very days. */
static bool is_told_by_days(const subject *s)
{
    if (!s->r->definite)
        return is_within(s, NEW) && (is_own_kind(s) || is_truce(s));
    return is_within(s, is_own_kind(s) ? FRESH : NEW);
}

/* What speaks for the agreement, beside its country. */
typedef struct cues {
    wording words;
    float day, with, signers;
    bool within, place, both; /* its place in the mention, near, anywhere */
} cues;

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
    ahd_str word = bare_word(&s->e->doc->tokens.items[s->r->head]);

    return ahd_str_find(s->names, word) < s->names.len;
}

/* Words that are its own alone tell a vague noun, both parties do; talks are
 * told by no less. */
/* «المحادثات مع إسرائيل», «الاتفاق السعودي الإيراني»: all its sides. */
static bool is_told_by_sides(const subject *s, const cues *c)
{
    return c->with > 1 && c->with >= (float)states_of(s) &&
           is_of_days(s, MEMORY);
}

/* One word of its own is little for what was made long ago. */
static bool is_told_by_own_words(const subject *s, const cues *c)
{
    float least = is_of_days(s, MEMORY) || c->with > 0 ? 1 : 2;

    return c->words.own >= least && 2 * c->words.own >= c->words.all &&
           c->words.foreign <= 0;
}

static bool is_told_by_words(const subject *s, const cues *c)
{
    if (!s->r->definite && !is_of_days(s, NEWS_AGE))
        return false;
    return is_told_by_own_words(s, c) || is_told_by_sides(s, c) ||
           (c->within && s->r->definite && is_of_days(s, NEWS_AGE) &&
            names_head(s));
}

/* «الاتفاق» is no «هدنة», unless more tells so. */
static bool is_no_truce(const subject *s, const cues *c)
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
        if (ahd_str_eq(masculine(bare_word(&doc->tokens.items[i])),
                       AHD_STR("دولي")) ||
            ahd_str_eq(masculine(bare_word(&doc->tokens.items[i])),
                       AHD_STR("اممي")))
            return true;
    return false;
}

/* «اتفاق سلام», not «الاتفاق»: not told before, so of these days. */
static bool is_told_as_new(const subject *s, const cues *c)
{
    return is_of_days(s, NEWS_AGE) &&
           (is_told_by_own_words(s, c) || c->place || c->day >= 0.6f ||
            c->signers > 0 || c->with > 0 || is_told_by_days(s));
}

static bool is_told(const subject *s, const cues *c)
{
    uint32_t noun = s->r->noun;

    if (is_no_truce(s, c))
        return false;
    if (s->r->vague || noun == AHD_NOUN_TALKS || noun == AHD_NOUN_OUTCOME ||
        noun == AHD_NOUN_DECLARATION)
        return is_told_by_words(s, c);
    if (noun == AHD_NOUN_RESOLUTION)
        return is_of_council(s) && (c->day >= 0.6f || is_within(s, NEW));
    if (!s->r->definite)
        return is_told_as_new(s, c);
    return is_told_by_words(s, c) || c->place || c->day >= 0.6f ||
           c->signers > 0 ||
           ((c->both || c->with > 0) && is_of_days(s, NEWS_AGE)) ||
           (c->with > 0 && is_truce(s) && is_of_days(s, TRUCE_AGE)) ||
           is_told_by_days(s);
}

ahd_likeness ahd_likeness_of(const ahd_evidence *e, uint32_t ref, uint32_t id)
{
    const ahd_agreement *a = ahd_kb_agreement_at(e->kb, id);
    subject s = {e,
                 &e->doc->agreements.items[ref],
                 a,
                 ahd_kb_str(e->kb, a->kind),
                 ahd_kb_str(e->kb, a->folded),
                 ref};
    ahd_likeness like = {0, false, false};
    float country = ahd_evidence_country(e, a), near = nearness(&s);

    if (near < 0 || country <= 0 || is_old_news(&s))
        return like;
    ahd_sentence around = ahd_look_around(e->doc, s.r->first);
    uint32_t tail = tail_end(&s);
    float signers = ahd_evidence_signers(e, ref, a);
    wording words = weigh_words(&s);
    float day = day_told(&s, tail, around);
    uint32_t head =
        s.r->first > around.first + LEAD ? s.r->first - LEAD : around.first;
    bool place = names_place(&s, head, tail);
    bool both = place || names_place(&s, around.first, around.end);

    like.told_by_what_follows =
        day >= 0.8f || names_place(&s, s.r->first, tail);
    float with = partners(&s), against = strangers(&s);

    count_demonyms(&s, &with, &against);
    bool fresh = (s.r->definite || with > 0) && is_within(&s, NEW);
    bool old = !is_of_days(&s, MEMORY) && words.own <= 0 && day <= 0;
    float parties = ahd_evidence_parties(e, a);

    like.told = is_told(&s, &(cues){words, day, with, signers,
                                    names_place(&s, s.r->first, s.r->end),
                                    place, both});
    like.score =
        0.28f * (country > 0.6f ? 1 : country / 0.6f) + 0.12f * parties +
        (words.all > 0 ? 0.25f * words.held / words.all : 0) +
        (words.kind > 0 ? 0.08f : 0) - 0.15f * words.foreign +
        (place  ? 0.16f
         : both ? 0.1f
                : 0) +
        0.14f * day + (is_truce(&s) ? 0.28f : 0.18f) * near +
        (is_between(&s) ? 0.06f : 0) + (fresh ? 0.1f : 0) - (old ? 0.1f : 0) +
        (is_own_kind(&s) ? 0.06f : 0) + 0.1f * (with > 2 ? 2 : with) +
        (signers < 0 ? 0.5f : 0.25f) * signers - 0.2f * against;
    return like;
}

bool ahd_likeness_is_denied(const ahd_evidence *e, uint32_t ref, uint32_t id)
{
    const ahd_agreement *a = ahd_kb_agreement_at(e->kb, id);
    const ahd_agreement_ref *r = &e->doc->agreements.items[ref];
    ahd_sentence s = ahd_look_around(e->doc, r->first);
    uint32_t end = r->end + TAIL < s.end ? r->end + TAIL : s.end;
    uint32_t from = r->end;
    int parties = 0, others = 0;

    while (from < end &&
           !ahd_look_hit_id(e->doc, from, AHD_TERM_CLASS, AHD_CLASS_BETWEEN) &&
           !ahd_look_hit_id(e->doc, from, AHD_TERM_CLASS, AHD_CLASS_WITH))
        from++;
    for (uint32_t m = ahd_look_mention_from(e->doc, r->first);
         m < e->doc->mentions.count && e->doc->mentions.items[m].first < end;
         m++) {
        const ahd_mention *mention = &e->doc->mentions.items[m];
        uint32_t actor = actor_of(mention);
        if (actor == AHD_NONE ||
            (mention->first >= r->end && mention->first < from))
            continue;
        bool party = ahd_evidence_is_party(e, a, actor);
        parties += party;
        others += !party;
    }
    return others > 0 && others >= parties;
}
