#include "names/office.h"

#include "base/day.h"
#include "doc/look.h"
#include "names/body.h"
#include "names/head.h"
#include "names/person.h"
#include "names/reach.h"
#include "names/whose.h"

static const char *const possessive[] = {"'s", "\xE2\x80\x99s", NULL};

/* ----------------------------------------------------------- whose office */

static bool below(const ahd_reader *r, uint32_t part, uint32_t whole)
{
    return ahd_kb_actor_at(r->kb, whole)->type == AHD_ACTOR_STATE ||
           ahd_kb_is_of(r->kb, part, whole);
}

static bool is_ministerial(const ahd_role *role)
{
    return role->kind == AHD_ROLE_MINISTER ||
           role->kind == AHD_ROLE_HEAD_OF_GOVERNMENT;
}

uint32_t ahd_office_seat(const ahd_reader *r, uint32_t role, uint32_t whole)
{
    const ahd_role *row = ahd_kb_role_at(r->kb, role);
    ahd_str portfolio = ahd_kb_str(r->kb, row->portfolio);
    bool of_state = ahd_kb_actor_at(r->kb, whole)->type == AHD_ACTOR_STATE;
    ahd_choices choices = {0}, seats = {0};
    ahd_mention best = {.id = AHD_NONE};

    uint32_t country = ahd_context_country_of(&r->context, whole);
    if (of_state && ahd_context_state(&r->context, country) != whole)
        return whole; /* «الاتحاد السوفيتي»: a state that is no more */
    if (portfolio.len > 0 || (of_state && is_ministerial(row)))
        ahd_body_of_country(r, country, AHD_ACTOR_GOVERNMENT, portfolio,
                            &choices);
    for (uint32_t i = 0; i < choices.count; i++)
        if (choices.id[i] != whole && below(r, choices.id[i], whole))
            seats.id[seats.count++] = choices.id[i];
    if (seats.count == 0)
        return whole;
    ahd_body_choose(r, &seats, &best);
    return best.id == AHD_NONE ? whole : best.id;
}

/* ------------------------------------------------------------- the roles */

/* «نائب وزير», "deputy minister": the second role is whose the first is. */
static bool is_helper(const ahd_reader *r, const ahd_hit *hit)
{
    uint32_t kind = ahd_kb_role_at(r->kb, hit->id)->kind;

    return hit->end == hit->first + 1 && !(hit->pro & AHD_PRO_AL) &&
           (kind == AHD_ROLE_DEPUTY || kind == AHD_ROLE_OFFICIAL ||
            kind == AHD_ROLE_ENVOY || kind == AHD_ROLE_SPOKESMAN);
}

/* Of joint offices the one that signs for a ministry tells most. */
static bool tells_more(const ahd_reader *r, uint32_t role, uint32_t than)
{
    return ahd_kb_role_at(r->kb, role)->kind == AHD_ROLE_MINISTER &&
           ahd_kb_role_at(r->kb, than)->kind != AHD_ROLE_MINISTER;
}

/* «رئيس الوزراء ورئيس البرلمان»: two heads are two persons. */
static bool are_two(const ahd_reader *r, uint32_t role, uint32_t other)
{
    static const uint32_t heads = 1u << AHD_ROLE_HEAD_OF_STATE |
                                  1u << AHD_ROLE_HEAD_OF_GOVERNMENT |
                                  1u << AHD_ROLE_SPEAKER;
    bool king = ahd_kb_role_at(r->kb, role)->kind == AHD_ROLE_HEAD_OF_STATE &&
                ahd_kb_role_at(r->kb, other)->kind == AHD_ROLE_MINISTER;

    return king || ((heads & 1u << ahd_kb_role_at(r->kb, role)->kind) &&
                    (heads & 1u << ahd_kb_role_at(r->kb, other)->kind));
}

static const ahd_hit *next_role(const ahd_reader *r, uint32_t at,
                                const ahd_hit *before)
{
    static const char *const and[] = {"and", "و", NULL};
    const ahd_hit *hit =
        ahd_reader_hit(r, at, AHD_TERM_ROLE, AHD_PRO_WA | AHD_READER_NOUN);

    if (hit == NULL && ahd_reader_is_one(r, at, and))
        return ahd_reader_hit(r, at + 1, AHD_TERM_ROLE, AHD_READER_NOUN);
    if (hit && are_two(r, before->id, hit->id))
        return NULL;
    if (hit == NULL || (hit->pro & AHD_PRO_WA))
        return hit;
    return is_helper(r, before) || tells_more(r, hit->id, before->id) ? hit
                                                                      : NULL;
}

/* "the secretary general's special envoy": the outer office. */
static const ahd_hit *possessed(const ahd_reader *r, uint32_t at)
{
    if (at == 0 || !ahd_reader_is_latin(r, at - 1) ||
        !ahd_reader_is_one(r, at, possessive))
        return NULL;
    return ahd_reader_hit(r, at + 1, AHD_TERM_ROLE, 0);
}

static void read_roles(const ahd_reader *r, const ahd_hit *hit, uint32_t *inner,
                       ahd_office *out)
{
    const ahd_hit *next = hit;

    out->role = hit->id;
    *inner = AHD_NONE;
    for (int i = 0; i < 3 && next; i++) {
        out->end = next->end;
        const ahd_hit *whose = possessed(r, next->end);
        const ahd_hit *after = whose ? whose : next_role(r, next->end, next);
        if (after == NULL)
            break;
        if (whose) {
            *inner = next->id;
            out->role = whose->id;
        } else if (is_helper(r, next) && !(after->pro & AHD_PRO_WA))
            *inner = after->id;
        else if (tells_more(r, after->id, out->role))
            out->role = after->id;
        next = after;
    }
}

/* «زعيم حزب» ends within «حزب الله», «رئيس لجنة» before the name of it, «نائب
 * رئيس» within «رئيس المخابرات». */
static bool splits_body(const ahd_reader *r, const ahd_hit *role)
{
    const ahd_hit *body;

    if (role->end < role->first + 2)
        return false;
    body = ahd_reader_hit(r, role->end - 1, AHD_TERM_ROLE, AHD_READER_NOUN);
    if (body && body->end > role->end)
        return true;
    ahd_heading head = ahd_head_find(r, role->end - 1, 0, AHD_HEADS_BODY);
    if (head.row &&
        (!(head.pro & AHD_PRO_AL) ||
         ahd_reach_end(r, role->end - 1, r->doc->tokens.count) > role->end))
        return true;
    body = ahd_reader_hit(r, role->end - 1, AHD_TERM_ACTOR, AHD_READER_NOUN);
    return body && body->end > role->end;
}

/* «وزير خارجيته»; of one word only with its office said: «وزيره». */
static const ahd_hit *role_with_pronoun(const ahd_reader *r, uint32_t token,
                                        uint16_t pro)
{
    if (token >= r->doc->tokens.count)
        return NULL;
    const ahd_token *t = &r->doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_ROLE && hit->suffix &&
            hit->end > hit->first + 1 && (hit->pro & ~pro) == 0)
            return hit;
    }
    return NULL;
}

/* «المتحدث باسم الحكومة» is a role of its own in the kb, but read as role and
 * institution it also tells which government: so the shortest for them. */
const ahd_hit *ahd_office_role(const ahd_reader *r, uint32_t token,
                               uint16_t pro)
{
    const ahd_hit *his = role_with_pronoun(r, token, pro);
    const ahd_hit *longest = ahd_reader_hit(r, token, AHD_TERM_ROLE, pro);
    const ahd_hit *best = longest;

    if (his && (longest == NULL || his->end > longest->end))
        return his;
    if (longest == NULL ||
        (ahd_kb_role_at(r->kb, longest->id)->kind != AHD_ROLE_SPOKESMAN &&
         !splits_body(r, longest)))
        return longest;
    const ahd_token *t = &r->doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_ROLE && (hit->pro & ~pro) == 0 &&
            hit->end < best->end &&
            (hit->end > token + 1 || splits_body(r, best)))
            best = hit;
    }
    return best;
}

/* Before an English role: "Qatari", "Libya's", "GNA". */
static uint32_t read_owner(const ahd_reader *r, uint32_t token, uint32_t *whole)
{
    ahd_mention body;
    uint32_t end = token;

    *whole = AHD_NONE;
    if (ahd_reader_is_arabic(r, token))
        return token;
    *whole = ahd_reader_state(r, token, 0, &end);
    if (ahd_body_read(r, token, 0, &body) && body.end > end) {
        *whole = body.id != AHD_NONE ? body.id : body.of;
        end = body.end;
    }
    return end + ahd_reader_is_one(r, end, possessive);
}

/* «رئيس الحكومة الليبية» is read as head and body, but tells the office. */
static void read_head_of_government(const ahd_reader *r, const ahd_hit *hit,
                                    ahd_office *out)
{
    const ahd_hit *longest =
        ahd_reader_hit(r, hit->first, AHD_TERM_ROLE, hit->pro);

    if (longest && out->role == hit->id && longest->end > hit->end &&
        ahd_kb_role_at(r->kb, longest->id)->kind == AHD_ROLE_HEAD_OF_GOVERNMENT)
        out->role = longest->id;
}

/* «وزيرة | الخارجية الأمريكية»: the minister of a ministry is its own. */
static uint32_t minister_of(const ahd_reader *r, uint32_t role, uint32_t of)
{
    const ahd_actor *body = ahd_kb_actor_at(r->kb, of);
    const ahd_role *any = ahd_kb_role_at(r->kb, role);

    if (any->kind != AHD_ROLE_MINISTER || any->portfolio.len > 0 ||
        body->type != AHD_ACTOR_MINISTRY || body->portfolio.len == 0)
        return role;
    for (uint32_t i = 0; i < r->kb->roles.count; i++) {
        const ahd_role *one = ahd_kb_role_at(r->kb, i);
        if (one->kind == AHD_ROLE_MINISTER &&
            ahd_str_eq(ahd_kb_str(r->kb, one->portfolio),
                       ahd_kb_str(r->kb, body->portfolio)))
            return i;
    }
    return role;
}

static void settle(const ahd_reader *r, uint32_t whole, uint32_t inner,
                   ahd_office *out)
{
    out->alone = whole == AHD_NONE && !out->of_unknown;
    if (out->of_unknown) {
        out->role = AHD_NONE; /* "president" of a club is no president */
        return;
    }
    out->of = whole;
    if (whole == AHD_NONE)
        return;
    if (inner != AHD_NONE)
        out->of = ahd_office_seat(r, inner, whole);
    else
        out->of = ahd_office_seat(r, out->role, whole);
    if (inner == AHD_NONE && out->role != AHD_NONE && out->of != AHD_NONE)
        out->role = minister_of(r, out->role, out->of);
}

/* «عبد الملك», «بن مساعد», «الرباعي الحاكم»: part of a name, an adjective. */
static bool is_in_name(const ahd_reader *r, uint32_t token)
{
    static const char *const links[] = {"بن", "ابن", "عبد", "ابو", "ال",
                                        "ام", "bin", "abd", NULL};

    return token > 0 && ahd_reader_is_one(r, token - 1, links);
}

/* «معارضة قوية ومسؤولة», «المساعدة على …»: an adjective, an infinitive. */
static bool is_quality(const ahd_reader *r, const ahd_hit *hit)
{
    const ahd_segment *s = ahd_look_host(r->doc, hit->first);

    return s && hit->end == hit->first + 1 &&
           ahd_reader_is_arabic(r, hit->first) &&
           (s->pos == AHD_POS_ADJ || s->pos == AHD_POS_VERB ||
            AHD_FEAT(s->feats, VERBAL) == AHD_MASDAR);
}

static bool is_no_office(const ahd_reader *r, const ahd_hit *hit)
{
    uint32_t kind = ahd_kb_role_at(r->kb, hit->id)->kind;
    bool loose = kind == AHD_ROLE_OFFICIAL || kind == AHD_ROLE_COMMANDER ||
                 kind == AHD_ROLE_MEMBER || kind == AHD_ROLE_DEPUTY;

    if (hit->first == 0)
        return false;
    if (is_in_name(r, hit->first) || (loose && is_quality(r, hit)))
        return true;
    if (kind == AHD_ROLE_DEPUTY && hit->pro == 0 &&
        hit->end == hit->first + 1 &&
        ahd_look_hit(r->doc, hit->first - 1, AHD_TERM_TITLE))
        return true; /* «الدكتور مساعد فلان» */
    return loose && kind != AHD_ROLE_DEPUTY && hit->end == hit->first + 1 &&
           hit->pro == AHD_PRO_AL &&
           ahd_look_has_pro(r->doc, hit->first - 1, AHD_PRO_AL) &&
           !ahd_look_hit(r->doc, hit->first - 1, AHD_TERM_DEMONYM);
}

/* «تفاهمات سياسية» is an adjective; without layers of words, who knows. */
static bool is_noun(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *s = ahd_look_host(r->doc, token);

    return s == NULL || s->pos == AHD_POS_NOUN || s->pos == AHD_POS_PROPN;
}

/* «نجل الرئيس»: of the holder of an office, not the holder. */
static bool read_relation(const ahd_reader *r, ahd_office *out)
{
    const ahd_hit *of = ahd_office_role(r, out->end, AHD_READER_NOUN);

    if (of == NULL || of->suffix)
        return false;
    out->end = of->end;
    out->of_unknown = true;
    return true;
}

/* «القيادي في الحركة», «الناشط السوري»: no role of the kb, but said of a
 * person as one is. */
static bool read_noun(const ahd_reader *r, uint32_t token, uint32_t limit,
                      uint16_t pro, ahd_office *out)
{
    ahd_heading h = ahd_head_find(r, token, pro, AHD_HEADS_PERSON);
    uint32_t whole = AHD_NONE;

    if (h.row == NULL || h.suffix || h.end > limit || is_in_name(r, token) ||
        !is_noun(r, token))
        return false;
    out->role = AHD_NONE;
    out->pro = h.pro;
    out->end = h.end;
    bool joined = !(h.pro & AHD_PRO_AL);
    bool kin = joined && read_relation(r, out);
    ahd_whose_read(r, limit,
                   joined && !kin ? AHD_WHOSE_JOINED | AHD_WHOSE_OPEN : 0, out,
                   &whole);
    if (kin && ahd_person_starts(r, out->end))
        return false; /* «نجل الرئيس فلان»: the name may be either's */
    out->of = kin ? AHD_NONE : whole;
    out->alone = whole == AHD_NONE && !out->of_unknown;
    out->definite = (h.pro & AHD_PRO_AL) || whole != AHD_NONE;
    ahd_whose_tail(r, limit, out);
    return out->end <= limit;
}

/* «… ووزير خارجيته»: of the country of the mention before, in the sentence. */
static uint32_t owner_before(const ahd_reader *r, uint32_t token)
{
    uint32_t count = r->doc->mentions.count;
    const ahd_mention *m = count ? &r->doc->mentions.items[count - 1] : NULL;

    if (m == NULL || m->sentence != r->doc->tokens.items[token].sentence)
        return AHD_NONE;
    uint32_t actor = m->of != AHD_NONE ? m->of : m->id;
    if (actor == AHD_NONE || m->kind == AHD_MENTION_PLACE)
        return AHD_NONE;
    uint32_t state = ahd_kb_actor_at(r->kb, actor)->state;
    return state == AHD_KB_NONE ? AHD_NONE : state;
}

bool ahd_office_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                     uint16_t pro, ahd_office *out)
{
    uint32_t whole, inner;
    uint32_t at = read_owner(r, token, &whole);
    const ahd_hit *hit = ahd_office_role(r, at, at == token ? pro : 0);

    *out = (ahd_office){.first = token, .of = AHD_NONE, .other_of = AHD_NONE};
    if (hit == NULL) {
        hit = at == token ? NULL : ahd_office_role(r, token, pro);
        whole = AHD_NONE;
        if (hit == NULL)
            return read_noun(r, token, limit, pro, out);
    }
    if (is_no_office(r, hit))
        return false;
    if (hit->suffix)
        whole = owner_before(r, hit->first);
    out->pro = hit->first == token ? hit->pro : 0;
    read_roles(r, hit, &inner, out);
    read_head_of_government(r, hit, out);
    bool joined = !(hit->pro & AHD_PRO_AL) || hit->end > hit->first + 1;
    bool open = joined && hit->end == hit->first + 1;
    ahd_whose_read(
        r, limit, (joined ? AHD_WHOSE_JOINED : 0) | (open ? AHD_WHOSE_OPEN : 0),
        out, &whole);
    out->definite = (hit->pro & AHD_PRO_AL) || whole != AHD_NONE;
    settle(r, whole, inner, out);
    ahd_whose_tail(r, limit, out);
    return out->end <= limit;
}

bool ahd_office_is_former(const ahd_reader *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (ahd_reader_class(r, i, AHD_CLASS_FORMER))
            return true;
    return false;
}

bool ahd_office_is_past(const ahd_reader *r, uint32_t end)
{
    static const char *const then[] = {"انذاك",  "حينها", "حينذاك", "وقتها",
                                       "وقتذاك", "يومها", "then",   NULL};

    return ahd_reader_is_one(r, end, then);
}

/* A year of four digits, or 0. */
static uint32_t year_of(ahd_str form)
{
    uint32_t year = 0;

    if (form.len != 4)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        if (form.ptr[i] < '0' || form.ptr[i] > '9')
            return 0;
        year = 10 * year + (uint32_t)(form.ptr[i] - '0');
    }
    return year;
}

bool ahd_office_is_history(const ahd_reader *r, uint32_t token)
{
    enum { NEAR = 12, EARLIEST = 1900 };
    static const char *const since[] = {"منذ", "ومنذ", "since", NULL};
    const ahd_doc *doc = r->doc;
    int now, month, mday;
    uint32_t sentence = doc->tokens.items[token].sentence;
    uint32_t first = token > NEAR ? token - NEAR : 0;

    ahd_day_split(doc->published, &now, &month, &mday);
    for (uint32_t i = first; i < doc->tokens.count && i < token + NEAR; i++) {
        uint32_t year = year_of(doc->tokens.items[i].form);
        bool still = i > 1 && (ahd_reader_is_one(r, i - 1, since) ||
                               ahd_reader_is_one(r, i - 2, since));
        if (doc->tokens.items[i].sentence == sentence && !still &&
            year >= EARLIEST && (int)year + 1 < now)
            return true;
    }
    return false;
}

bool ahd_office_is_post(const ahd_reader *r, const ahd_office *office,
                        const ahd_post *post)
{
    if (office->role == AHD_NONE)
        return false;
    const ahd_role *a = ahd_kb_role_at(r->kb, office->role);
    const ahd_role *b = ahd_kb_role_at(r->kb, post->role);
    bool same_role =
        office->role == post->role ||
        (a->kind == b->kind && ahd_str_eq(ahd_kb_str(r->kb, a->portfolio),
                                          ahd_kb_str(r->kb, b->portfolio)));

    if (!same_role || office->of == AHD_NONE || post->of == AHD_KB_NONE)
        return same_role && office->of == AHD_NONE;
    return ahd_kb_is_of(r->kb, office->of, post->of) ||
           ahd_kb_is_of(r->kb, post->of, office->of);
}

bool ahd_office_tells(const ahd_reader *r, const ahd_office *office,
                      const ahd_post *post)
{
    if (!ahd_office_is_post(r, office, post))
        return false;
    switch ((ahd_role_held)ahd_kb_role_at(r->kb, post->role)->held) {
    case AHD_HELD_BY_ONE:
        return true;
    case AHD_HELD_EACH:
        return office->of == post->of && office->of != AHD_NONE &&
               ahd_kb_actor_at(r->kb, post->of)->type != AHD_ACTOR_STATE;
    case AHD_HELD_BY_MANY:
        break;
    }
    return false;
}

/* «لدى منظمة التعاون»: of the envoys of a state, those to the United Nations
 * are noted. */
static bool is_sent_elsewhere(const ahd_reader *r, uint32_t first, uint32_t end)
{
    static const char *const to[] = {"لدي", "to", NULL};
    static const char *const known[] = {"الامم", "مجلس", "united", "un", NULL};

    for (uint32_t i = first; i <= end; i++)
        if (ahd_reader_is_one(r, i, to))
            return !ahd_reader_is_one(r, i + 1, known) &&
                   !ahd_reader_is_one(r, i + 2, known);
    return false;
}

bool ahd_office_is_definite(const ahd_reader *r, uint32_t first, uint32_t end)
{
    static const char *const any[] = {"a",      "an", "another", "any",
                                      "one",    "no", "every",   "each",
                                      "former", "ex", NULL};
    static const char *const on_behalf[] = {"باسم", NULL};

    if (is_sent_elsewhere(r, first, end))
        return false;
    if (!ahd_reader_is_arabic(r, first)) {
        const ahd_segment *s =
            first > 0 ? ahd_look_host(r->doc, first - 1) : NULL;
        bool joined = first > 1 && s && s->pos == AHD_POS_ADJ;
        return first == 0 || (!ahd_reader_is_one(r, first - 1 - joined, any) &&
                              !ahd_reader_is_one(r, first - 1, any) &&
                              !ahd_reader_is_one(r, first, any));
    }
    if (ahd_look_has_pro(r->doc, first, AHD_PRO_AL) || end <= first + 1)
        return true;
    bool adjective = ahd_look_hit(r->doc, end - 1, AHD_TERM_DEMONYM) != NULL &&
                     !ahd_look_has_pro(r->doc, end - 1, AHD_PRO_AL);
    return !adjective && !ahd_reader_is_one(r, first + 1, on_behalf) &&
           !ahd_look_has_pro(r->doc, first + 1, AHD_PRO_LI);
}
