#include "names/body.h"

#include "doc/look.h"
#include "names/head.h"

#include <string.h>

/* ------------------------------------------------------------- the choice */

static bool is_name(const ahd_reader *r, ahd_ref list, ahd_str words)
{
    ahd_str rest = ahd_kb_str(r->kb, list);

    while (rest.len > 0)
        if (ahd_str_eq(ahd_str_trim(ahd_str_cut(&rest, '|')), words))
            return true;
    return false;
}

uint8_t ahd_body_how(const ahd_reader *r, uint32_t actor, ahd_span name)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);
    ahd_str words = ahd_doc_words(r->doc, name);
    uint32_t count;
    const uint32_t *names = ahd_kb_rows(&r->kb->names_of, actor, &count);

    if (is_name(r, a->ar, words) || is_name(r, a->en, words))
        return AHD_HOW_EXACT;
    for (uint32_t i = 0; i < count; i++)
        if (is_name(r, ahd_kb_name_at(r->kb, names[i])->name, words))
            return AHD_HOW_EXACT;
    return AHD_HOW_FOLDED;
}

/* What speaks for an actor: how much the text says of it, and of its country.
 */
static float share_of(const ahd_reader *r, uint32_t actor)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);
    uint32_t country = ahd_context_country_of(&r->context, actor);
    bool of_main = country != AHD_NONE && country == r->context.main;
    float share = 0.2f + ahd_context_weight(&r->context, actor) +
                  (of_main ? 0.4f * r->context.share : 0);

    return ahd_context_is_on(&r->context, a->since, a->until) ? share
                                                              : 0.3f * share;
}

/* Was it there by the document's day? The day in the data may be that of its
 * first statement, so within some months. */
static bool was_before(const ahd_reader *r, int32_t since)
{
    enum { SOON = 120 }; /* days */

    return since == AHD_NO_DAY ||
           ahd_context_is_on(&r->context, since - SOON, AHD_NO_DAY);
}

/* Two governments of one name were not there at the same time: those of the
 * document's day, if any were; else those that had been, but none to come. */
static ahd_choices of_the_day(const ahd_reader *r, const ahd_choices *all)
{
    ahd_choices there = {.count = 0}, been = {.count = 0};

    for (uint32_t i = 0; i < all->count; i++) {
        const ahd_actor *a = ahd_kb_actor_at(r->kb, all->id[i]);
        if (ahd_context_is_on(&r->context, a->since, a->until))
            there.id[there.count++] = all->id[i];
        if (was_before(r, a->since))
            been.id[been.count++] = all->id[i];
    }
    return there.count > 0 ? there : been;
}

/* One of several is chosen when it outweighs all the others together. */
void ahd_body_choose(const ahd_reader *r, const ahd_choices *all,
                     ahd_mention *m)
{
    enum { PERCENT_TO_CHOOSE = 60 };
    ahd_choices there = of_the_day(r, all);
    const ahd_choices *choices = &there;
    float sum = 0;

    if (choices->count == 1) {
        m->id = choices->id[0];
        m->how = ahd_body_how(r, m->id, m->name);
        m->score = m->how == AHD_HOW_EXACT ? 1 : 0.97f;
        if (all->count > 1) {
            m->how = AHD_HOW_CONTEXT;
            m->score = 0.9f;
        }
        return;
    }
    for (uint32_t i = 0; i < choices->count; i++)
        sum += share_of(r, choices->id[i]);
    for (uint32_t i = 0; i < choices->count; i++)
        ahd_reader_add_other(m, choices->id[i],
                             share_of(r, choices->id[i]) / sum);
    if (m->others == 0 || m->other[0].score * 100 < PERCENT_TO_CHOOSE)
        return;
    const ahd_actor *best = ahd_kb_actor_at(r->kb, m->other[0].id);
    if (!ahd_context_is_on(&r->context, best->since, best->until))
        return; /* none of them was there: another of that name */
    m->id = m->other[0].id;
    m->how = AHD_HOW_CONTEXT;
    m->score = m->other[0].score;
    m->others--;
    memmove(m->other, m->other + 1, sizeof *m->other * m->others);
}

/* ---------------------------------------------------------- names of the kb */

static void add_choice(ahd_choices *choices, uint32_t id)
{
    for (uint32_t i = 0; i < choices->count; i++)
        if (choices->id[i] == id)
            return;
    if (choices->count < AHD_BODY_CHOICES)
        choices->id[choices->count++] = id;
}

static bool is_body(const ahd_reader *r, const ahd_hit *hit, uint16_t pro)
{
    return hit->kind == AHD_TERM_ACTOR && (hit->pro & ~pro) == 0 &&
           !hit->suffix &&
           ahd_kb_actor_at(r->kb, hit->id)->type != AHD_ACTOR_PERSON;
}

/* «مصر» is also a participle, but mostly a state. */
static bool is_plain_state(const ahd_reader *r, const ahd_hit *hit)
{
    const ahd_token *t = &r->doc->tokens.items[hit->first];

    if (ahd_kb_actor_at(r->kb, hit->id)->type != AHD_ACTOR_STATE)
        return false;
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *other = &r->doc->hits.items[t->first_hit + i];
        bool name = other->kind == AHD_TERM_ACTOR ||
                    other->kind == AHD_TERM_PLACE ||
                    other->kind == AHD_TERM_DEMONYM;
        bool participle =
            other->extra == AHD_FORM_AGENT || other->extra == AHD_FORM_PATIENT;
        if (!name && !participle)
            return false;
    }
    return true;
}

/* "an Islamic state" is any. */
static bool is_any(const ahd_reader *r, const ahd_hit *hit)
{
    static const char *const any[] = {"a",      "an",   "no", "any",
                                      "future", "next", NULL};

    return hit->end > hit->first + 1 && hit->first > 0 &&
           !ahd_reader_is_arabic(r, hit->first) &&
           ahd_reader_is_one(r, hit->first - 1, any) &&
           !(r->doc->tokens.items[hit->end - 1].flags & AHD_TOKEN_CAPITAL);
}

static bool is_word_with_article(const ahd_reader *r, ahd_ref name)
{
    ahd_str words = ahd_kb_str(r->kb, name);

    return ahd_str_starts(words, AHD_STR("ال")) &&
           ahd_str_find(words, AHD_STR(" ")) == words.len;
}

/* Has the actor a name of one word with its article? */
static bool bears_article(const ahd_reader *r, uint32_t actor)
{
    uint32_t count;
    const uint32_t *names = ahd_kb_rows(&r->kb->names_of, actor, &count);

    for (uint32_t i = 0; i < count; i++)
        if (is_word_with_article(r, ahd_kb_name_at(r->kb, names[i])->name))
            return true;
    return is_word_with_article(r, ahd_kb_actor_at(r->kb, actor)->ar);
}

/* «الفتح» is a word with its article, not the movement فتح, whose names have
 * none. */
static bool has_strange_article(const ahd_reader *r, const ahd_hit *hit)
{
    if (!(hit->pro & AHD_PRO_AL) || hit->end > hit->first + 1 ||
        ahd_kb_actor_at(r->kb, hit->id)->type == AHD_ACTOR_STATE)
        return false;
    const ahd_segment *s = ahd_look_host(r->doc, hit->first);
    return s && s->known && s->pos == AHD_POS_NOUN &&
           !bears_article(r, hit->id);
}

/* A word that is a name only in company: "فتح" is mostly "opened". */
static bool is_licensed(const ahd_reader *r, const ahd_hit *hit)
{
    bool latin = !ahd_reader_is_arabic(r, hit->first);

    if (!ahd_reader_is_proper(r, hit) || is_any(r, hit) ||
        has_strange_article(r, hit))
        return false;
    return hit->end > hit->first + 1 ||
           (latin && hit->extra == AHD_NAME_ACRONYM) ||
           !ahd_context_is_common(r->doc, hit->first) ||
           is_plain_state(r, hit) || ahd_context_own(&r->context, hit->id) > 0;
}

/* «مجلس النواب» is that of many countries: of the one the text is about, too,
 * whatever the data have. */
static void add_parliaments(const ahd_reader *r, ahd_choices *choices)
{
    ahd_choices own;
    uint32_t country = ahd_context_country_of(&r->context, choices->id[0]);

    if (ahd_kb_actor_at(r->kb, choices->id[0])->type != AHD_ACTOR_PARLIAMENT ||
        country == r->context.main)
        return;
    ahd_body_of_country(r, r->context.main, AHD_ACTOR_PARLIAMENT,
                        AHD_STR("parliament"), &own);
    for (uint32_t i = 0; i < own.count; i++)
        add_choice(choices, own.id[i]);
}

/* A contested name of which the registry has but one bearer in mind, in a text
 * that says nothing of his country: somebody else's. */
static bool is_foreign(const ahd_reader *r, const ahd_hit *hit,
                       const ahd_choices *choices)
{
    uint32_t country = ahd_context_country_of(&r->context, choices->id[0]);

    return hit->extra == AHD_NAME_CONTESTED && choices->count == 1 &&
           country != AHD_NONE && country != r->context.main &&
           r->context.country[country] <= 0;
}

static bool read_known(const ahd_reader *r, uint32_t token, uint16_t pro,
                       ahd_mention *out)
{
    const ahd_token *t = &r->doc->tokens.items[token];
    ahd_choices choices = {0};
    const ahd_hit *best = NULL;
    bool hostile = false, mangled = false;

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (!is_body(r, hit, pro) || !is_licensed(r, hit))
            continue;
        if (best && hit->end < best->end)
            break;
        best = best ? best : hit;
        hostile = hostile || hit->extra == AHD_NAME_HOSTILE;
        mangled = mangled || hit->extra == AHD_NAME_TRANSLIT;
        add_choice(&choices, hit->id);
    }
    if (best == NULL)
        return false;
    *out = ahd_reader_mention(r, token, best->end, best->pro);
    out->name = out->at;
    out->hostile = hostile;
    if (best->extra == AHD_NAME_SHORT || best->extra == AHD_NAME_CONTESTED)
        add_parliaments(r, &choices);
    if (is_foreign(r, best, &choices))
        return false;
    out->kind = ahd_reader_kind_of(r, choices.id[0]);
    ahd_body_choose(r, &choices, out);
    if (mangled && ahd_reader_is_arabic(r, token) && out->id != AHD_NONE) {
        out->how = AHD_HOW_VARIANT; /* a spelling, not a name it has */
        out->score = 0.7f;
    }
    return true;
}

/* ------------------------------------------------------------ head nouns */

bool ahd_body_head(const ahd_reader *r, uint32_t token, uint16_t pro,
                   uint32_t *type, uint16_t *had)
{
    ahd_heading h = ahd_head_find(r, token, pro, AHD_HEADS_KNOWN);

    if (h.row == NULL || h.suffix || h.row->use != AHD_HEAD_OF_STATE ||
        h.row->alone == AHD_HEAD_NEVER)
        return false;
    *type = h.row->type;
    *had = h.pro;
    return true;
}

void ahd_body_of_country(const ahd_reader *r, uint32_t country, uint32_t type,
                         ahd_str portfolio, ahd_choices *out)
{
    uint32_t count;
    const uint32_t *bodies = ahd_kb_rows(&r->kb->bodies_in, country, &count);

    out->count = 0;
    for (uint32_t i = 0; i < count; i++) {
        const ahd_actor *a = ahd_kb_actor_at(r->kb, bodies[i]);
        bool fits = portfolio.len > 0
                        ? ahd_str_eq(ahd_kb_str(r->kb, a->portfolio), portfolio)
                        : a->type == type;
        if (fits && ahd_context_is_on(&r->context, a->since, a->until))
            add_choice(out, bodies[i]);
    }
}

/* Whose it is: an adjective, or after a head without article the state. A
 * ministry of a country the kb knows no ministries of stays without id. */
static void settle_headed(const ahd_reader *r, const ahd_head *h,
                          ahd_str portfolio, uint32_t country, ahd_mention *m)
{
    uint32_t state = ahd_context_state(&r->context, country);
    ahd_choices choices = {0};

    m->kind = h->use == AHD_HEAD_IS_PART ? AHD_MENTION_GROUP
                                         : AHD_MENTION_ORGANISATION;
    m->of = state;
    if (h->use == AHD_HEAD_OF_STATE || h->use == AHD_HEAD_OFFICE)
        ahd_body_of_country(r, country, h->type, portfolio, &choices);
    if (choices.count > 0) {
        ahd_body_choose(r, &choices, m);
        if (m->id != AHD_NONE && m->how != AHD_HOW_CONTEXT) {
            m->how = AHD_HOW_EXACT;
            m->score = 0.9f;
        }
        return;
    }
    bool stands_for_state =
        h->use == AHD_HEAD_IS_STATE ||
        (h->use == AHD_HEAD_OF_STATE && h->type == AHD_ACTOR_GOVERNMENT);
    if (state == AHD_NONE || h->use == AHD_HEAD_IS_PART)
        return;
    if (!stands_for_state) {
        ahd_reader_add_other(m, state, 0.5f);
        return;
    }
    m->kind = h->use == AHD_HEAD_IS_STATE ? AHD_MENTION_STATE : m->kind;
    m->id = state;
    m->how = AHD_HOW_EXACT;
    m->score = 0.85f;
}

/* "الدفاع" of "وزارة الدفاع", "Foreign Affairs" of "Ministry of …". */
static bool read_office(const ahd_reader *r, uint32_t *at, ahd_str *portfolio)
{
    static const char *const of[] = {"of", NULL};
    uint32_t from = ahd_reader_is_one(r, *at, of) ? *at + 1 : *at;
    uint32_t role = ahd_reader_portfolio(r, from, 0, at);

    if (role == AHD_NONE)
        return false;
    *portfolio = ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->portfolio);
    return true;
}

static uint32_t read_owner(const ahd_reader *r, uint32_t *at, bool definite)
{
    uint32_t end = *at, state;

    if (*at >= r->doc->tokens.count)
        return AHD_NONE;
    state = definite ? ahd_reader_demonym(r, *at, &end)
                     : ahd_reader_state(r, *at, AHD_READER_NOUN, &end);
    if (state != AHD_NONE)
        *at = end;
    return ahd_context_country_of(&r->context, state);
}

/* A definite head alone is the one the document is about: the text's country
 * and, of several governments or armies, the one it speaks of. */
static bool settle_alone(const ahd_reader *r, const ahd_head *h, ahd_mention *m)
{
    ahd_choices choices;

    if (h->alone == AHD_HEAD_NEVER || h->use != AHD_HEAD_OF_STATE ||
        ahd_head_is_dedicated(r, m->first))
        return false;
    m->kind = AHD_MENTION_ORGANISATION;
    ahd_body_of_country(r, r->context.main, h->type,
                        ahd_kb_str(r->kb, h->portfolio), &choices);
    ahd_body_choose(r, &choices, m);
    if (m->id == AHD_NONE)
        return true;
    m->how = ahd_context_weight(&r->context, m->id) >= 1 ? AHD_HOW_ANAPHOR
                                                         : AHD_HOW_CONTEXT;
    m->score *= 0.7f;
    return true;
}

/* No adjective follows that says which: «الجيش الحر», «الحكومة المحلية». */
static bool stands_alone(const ahd_reader *r, uint32_t token)
{
    if (ahd_look_is(r->doc, token, "العامه"))
        return false; /* «الرئاسة العامة», «النيابة العامة» */
    if (token >= r->doc->tokens.count ||
        !ahd_look_has_pro(r->doc, token, AHD_PRO_AL) ||
        ahd_reader_kinds(r, token) != 0)
        return true;
    ahd_str form = r->doc->tokens.items[token].form;
    return !ahd_str_ends(form, AHD_STR("ي")) &&
           !ahd_str_ends(form, AHD_STR("يه")) &&
           !ahd_str_ends(form, AHD_STR("الحر"));
}

static bool read_headed(const ahd_reader *r, uint32_t token, uint16_t pro,
                        ahd_mention *out)
{
    ahd_heading heading = ahd_head_find(r, token, pro, AHD_HEADS_KNOWN);
    const ahd_head *h = heading.row;
    uint16_t had = heading.pro;
    uint32_t at = token + 1;

    if (h == NULL || heading.suffix || !ahd_reader_is_arabic(r, token))
        return false;
    ahd_str portfolio = ahd_kb_str(r->kb, h->portfolio);
    bool definite = (had & AHD_PRO_AL) != 0;
    if (h->use == AHD_HEAD_OFFICE && !read_office(r, &at, &portfolio))
        return false;
    uint32_t country = read_owner(r, &at, definite);
    *out = ahd_reader_mention(r, token, at, had);
    out->name = out->at;
    if (country == AHD_NONE && h->use != AHD_HEAD_OFFICE)
        return definite && stands_alone(r, at) && settle_alone(r, h, out);
    bool said = country != AHD_NONE;
    settle_headed(r, h, portfolio, said ? country : r->context.main, out);
    if (!said && out->id != AHD_NONE) {
        out->how = AHD_HOW_CONTEXT;
        out->score *= 0.7f;
    }
    return true;
}

/* «الإعلام التونسية» belongs to «وسائل», not to a ministry. */
static bool may_stand_alone(ahd_str portfolio)
{
    static const char *const known[] = {
        "foreign", "interior", "defence", "finance", "justice", "health", NULL};

    for (const char *const *one = known; *one; one++)
        if (ahd_str_is(portfolio, *one))
            return true;
    return false;
}

/* «الخارجية القطرية»: the office's name with a feminine adjective. */
static bool read_office_alone(const ahd_reader *r, uint32_t token, uint16_t pro,
                              ahd_mention *out)
{
    static const ahd_head ministry = {.use = AHD_HEAD_OFFICE,
                                      .type = AHD_ACTOR_MINISTRY};
    uint32_t end = token;
    uint16_t had;

    if (!ahd_reader_is_arabic(r, token))
        return false;
    ahd_reader_bare(r, token, pro, &had);
    uint32_t role =
        had & AHD_PRO_AL ? ahd_reader_portfolio(r, token, pro, &end) : AHD_NONE;
    if (role == AHD_NONE)
        return false;
    ahd_str portfolio =
        ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->portfolio);
    uint32_t adjective = end;
    uint32_t country = read_owner(r, &end, true);
    if (country == AHD_NONE || !may_stand_alone(portfolio) ||
        !ahd_str_ends(r->doc->tokens.items[adjective].form, AHD_STR("ه")))
        return false;
    *out = ahd_reader_mention(r, token, end, had);
    out->name = out->at;
    settle_headed(r, &ministry, portfolio, country, out);
    return true;
}

/* ----------------------------------------------------------------- English */

/* "the Qatari foreign ministry", "Libya's government": whose comes first. */
/* "any future Libyan government" is none of today's. */
static bool is_to_come(const ahd_reader *r, uint32_t token)
{
    static const char *const words[] = {"any",  "future", "another", "new",
                                        "next", "no",     "every",   NULL};

    return token > 0 && ahd_reader_is_one(r, token - 1, words);
}

static bool read_english(const ahd_reader *r, uint32_t token, ahd_mention *out)
{
    static const char *const possessive[] = {"'s", "\xE2\x80\x99s", NULL};
    static const ahd_head ministry = {.use = AHD_HEAD_OFFICE,
                                      .type = AHD_ACTOR_MINISTRY};
    uint32_t at = token;
    ahd_str portfolio = AHD_STR("");
    uint32_t state = ahd_reader_state(r, token, 0, &at);

    if (state == AHD_NONE)
        return false;
    at += ahd_reader_is_one(r, at, possessive);
    uint32_t role = ahd_reader_ministry_en(r, at, &at);
    const ahd_head *h = role == AHD_NONE
                            ? ahd_head_find(r, at, 0, AHD_HEADS_KNOWN).row
                            : &ministry;
    if (h == NULL)
        return false;
    if (role != AHD_NONE)
        portfolio = ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->portfolio);
    else if (portfolio.len == 0)
        portfolio = ahd_kb_str(r->kb, h->portfolio);
    at += role == AHD_NONE;
    *out = ahd_reader_mention(r, token, at, 0);
    out->name = out->at;
    settle_headed(r, h, portfolio, ahd_context_country_of(&r->context, state),
                  out);
    if (is_to_come(r, token)) {
        out->id = AHD_NONE;
        out->how = AHD_HOW_NONE;
        out->score = 0;
    }
    return true;
}

/* «السياسة الخارجية القطرية»: an adjective, no ministry. */
static bool is_adjective(const ahd_reader *r, uint32_t token)
{
    uint32_t end;

    return token > 0 && ahd_look_has_pro(r->doc, token, AHD_PRO_AL) &&
           !ahd_look_is_punct(r->doc, token - 1) &&
           ahd_look_has_pro(r->doc, token - 1, AHD_PRO_AL) &&
           ahd_reader_portfolio(r, token, 0, &end) != AHD_NONE;
}

bool ahd_body_read(const ahd_reader *r, uint32_t token, uint16_t pro,
                   ahd_mention *out)
{
    typedef bool reading(const ahd_reader *, uint32_t, uint16_t, ahd_mention *);
    static reading *const readings[] = {read_known, read_headed,
                                        read_office_alone};
    ahd_mention m;
    bool found = false;

    if (is_adjective(r, token))
        return false;
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        if (readings[i](r, token, pro, &m) && (!found || m.end > out->end)) {
            *out = m;
            found = true;
        }
    if (!ahd_reader_is_arabic(r, token) && read_english(r, token, &m) &&
        (!found || m.end > out->end)) {
        *out = m;
        found = true;
    }
    return found;
}
