#include "names/office.h"

#include "doc/look.h"
#include "names/body.h"
#include "names/crowd.h"
#include "names/head.h"
#include "names/person.h"
#include "names/place.h"
#include "names/reach.h"
#include "names/standin.h"

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

    if (portfolio.len > 0 || (of_state && is_ministerial(row)))
        ahd_body_of_country(r, ahd_context_country_of(&r->context, whole),
                            AHD_ACTOR_GOVERNMENT, portfolio, &choices);
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

static const ahd_hit *next_role(const ahd_reader *r, uint32_t at,
                                const ahd_hit *before)
{
    static const char *const and[] = {"and", "و", NULL};
    const ahd_hit *hit =
        ahd_reader_hit(r, at, AHD_TERM_ROLE, AHD_PRO_WA | AHD_READER_NOUN);

    if (hit == NULL && ahd_reader_is_one(r, at, and))
        return ahd_reader_hit(r, at + 1, AHD_TERM_ROLE, AHD_READER_NOUN);
    if (hit == NULL || (hit->pro & AHD_PRO_WA))
        return hit;
    return is_helper(r, before) || tells_more(r, hit->id, before->id) ? hit
                                                                      : NULL;
}

static void read_roles(const ahd_reader *r, const ahd_hit *hit, uint32_t *inner,
                       ahd_office *out)
{
    const ahd_hit *next = hit;

    out->role = hit->id;
    *inner = AHD_NONE;
    for (int i = 0; i < 3 && next; i++) {
        out->end = next->end;
        const ahd_hit *after = next_role(r, next->end, next);
        if (after == NULL)
            break;
        if (is_helper(r, next) && !(after->pro & AHD_PRO_WA))
            *inner = after->id;
        else if (tells_more(r, after->id, out->role))
            out->role = after->id;
        next = after;
    }
}

/* «زعيم حزب» ends within «حزب الله», «رئيس لجنة» before the name of it. */
static bool splits_body(const ahd_reader *r, const ahd_hit *role)
{
    const ahd_hit *body;

    if (role->end < role->first + 2)
        return false;
    ahd_heading head = ahd_head_find(r, role->end - 1, 0, AHD_HEADS_BODY);
    if (head.row &&
        (!(head.pro & AHD_PRO_AL) ||
         ahd_reach_end(r, role->end - 1, r->doc->tokens.count) > role->end))
        return true;
    body = ahd_reader_hit(r, role->end - 1, AHD_TERM_ACTOR, AHD_READER_NOUN);
    return body && body->end > role->end;
}

/* «المتحدث باسم الحكومة» is a role of its own in the kb, but read as role and
 * institution it also tells which government: so the shortest for them. */
static const ahd_hit *choose_role(const ahd_reader *r, uint32_t token,
                                  uint16_t pro)
{
    const ahd_hit *longest = ahd_reader_hit(r, token, AHD_TERM_ROLE, pro);
    const ahd_hit *best = longest;

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

/* ------------------------------------------------------- whose: complements */

static const char *const within[] = {"في",  "لدي", "باسم", "of", "in",
                                     "for", "at",  "to",   NULL};
/* «السابق», «بالإنابة»: their end, or 0. Takes down whether it was. */
static uint32_t standing_end(const ahd_reader *r, uint32_t at, bool *former)
{
    uint32_t end = ahd_reader_class(r, at, AHD_CLASS_FORMER);

    *former = *former || end;
    return end ? end : ahd_reader_class(r, at, AHD_CLASS_STANDING);
}

/* «المستشارة الفدرالية لجمهورية …», «الناشط البارز فلان»: any adjective, when
 * what it is of or who it is comes next. */
static bool is_adjective(const ahd_reader *r, uint32_t at)
{
    const ahd_segment *s = ahd_reach_host(r, at);

    return s && s->pos == AHD_POS_ADJ && AHD_FEAT(s->feats, ARTICLE) &&
           ahd_reader_is_arabic(r, at) && !ahd_person_starts(r, at) &&
           (ahd_look_has_pro(r->doc, at + 1, AHD_PRO_LI) ||
            ahd_person_starts(r, at + 1) || ahd_person_starts(r, at + 2));
}

static const char *const articles[] = {"the", NULL};

static uint32_t skip_article(const ahd_reader *r, uint32_t at)
{
    return at + ahd_reader_is_one(r, at, articles);
}

/* «باسم الحركة», «عضو الوفد»: the body that was spoken of before. */
static bool read_bare_body(const ahd_reader *r, uint32_t at, uint16_t pro,
                           ahd_mention *body)
{
    ahd_heading h = ahd_head_find(
        r, at, pro, AHD_HEADS_BODY | AHD_HEADS_KNOWN | AHD_HEADS_CROWD);

    if (h.row == NULL || !(h.pro & AHD_PRO_AL) || h.suffix)
        return false;
    *body = ahd_reader_mention(r, at, h.end, h.pro);
    uint32_t named = ahd_standin_find(r, h.row, r->doc->mentions.count);
    if (named != AHD_NONE) {
        body->id = r->doc->mentions.items[named].id;
        body->of = r->doc->mentions.items[named].of;
    }
    return true;
}

/* «في "تحالف الشمال"»: what stands in marks, whether known or not. */
static bool read_quoted(const ahd_reader *r, uint32_t at, uint32_t limit,
                        ahd_mention *body)
{
    uint32_t end = ahd_crowd_quoted(r, at, limit);
    const ahd_hit *hit =
        ahd_reader_hit(r, at + 1, AHD_TERM_ACTOR, AHD_READER_NOUN);

    if (end == at)
        return false;
    *body = ahd_reader_mention(r, at, end, 0);
    if (hit && hit->end + 1 == end &&
        ahd_kb_actor_at(r->kb, hit->id)->type != AHD_ACTOR_PERSON)
        body->id = hit->id;
    return true;
}

/* A known body, or an unknown one if it is longer. */
static bool read_any_body(const ahd_reader *r, uint32_t at, uint32_t limit,
                          uint16_t pro, ahd_mention *body)
{
    ahd_mention unknown;
    bool known = ahd_body_read(r, at, pro, body);

    if (ahd_crowd_body(r, at, limit, pro, &unknown) &&
        (!known || (body->id == AHD_NONE && unknown.end > body->end))) {
        *body = unknown;
        return true;
    }
    return known || read_bare_body(r, at, pro, body) ||
           read_quoted(r, at, limit, body);
}

/* «في حكومة …», «باسم الجيش», «للأمم المتحدة», "of the army" or, next to the
 * role, the bare noun: «وزير خارجية قطر». */
static bool read_body(const ahd_reader *r, uint32_t at, uint32_t limit,
                      bool joined, ahd_mention *body)
{
    bool preposition = ahd_reader_is_one(r, at, within);
    uint32_t from = preposition ? skip_article(r, at + 1) : at;
    uint16_t pro = preposition ? AHD_READER_NOUN
                   : joined    ? AHD_READER_NOUN | AHD_PRO_LI
                               : AHD_PRO_LI | AHD_PRO_BI | AHD_PRO_AL;

    if (from >= limit || !read_any_body(r, from, limit, pro, body))
        return false;
    if (!preposition && !joined &&
        !(r->doc->tokens.items[at].readings &&
          ahd_look_has_pro(r->doc, at, AHD_PRO_LI | AHD_PRO_BI)))
        return false;
    bool arabic = ahd_reader_is_arabic(r, at);
    return !(preposition && arabic && body->kind == AHD_MENTION_STATE &&
             ahd_look_is(r->doc, at, "في"));
}

/* «محافظ نينوى», «عمدة باريس»: of a place. */
static bool read_seat(const ahd_reader *r, uint32_t limit, ahd_office *out)
{
    ahd_mention place;

    if (!ahd_reader_is_arabic(r, out->end) ||
        ahd_look_has_pro(r->doc, out->end,
                         AHD_PRO_LI | AHD_PRO_BI | AHD_PRO_WA) ||
        !ahd_place_read(r, out->end, limit, &place) || place.others > 0)
        return false;
    out->end = place.end;
    out->of_unknown = true;
    return true;
}

static bool is_unknown(const ahd_reader *r, const ahd_mention *body)
{
    return body->id == AHD_NONE &&
           (body->of == AHD_NONE ||
            ahd_head_find(r, body->first, AHD_READER_ANY, AHD_HEADS_BODY).row);
}

/* «ناطق باسم رئيس …»: on behalf of another office, whose complements follow. */
static bool read_principal(const ahd_reader *r, ahd_office *out)
{
    static const char *const on_behalf[] = {"باسم", NULL};
    uint32_t at = out->end + ahd_reader_is_one(r, out->end, on_behalf);
    const ahd_hit *hit = at > 0 && ahd_reader_is_one(r, at - 1, on_behalf)
                             ? choose_role(r, at, AHD_READER_NOUN)
                             : NULL;

    if (hit == NULL)
        return false;
    out->end = hit->end;
    return true;
}

static bool read_complement(const ahd_reader *r, uint32_t limit, bool joined,
                            ahd_office *out, uint32_t *whole)
{
    uint32_t at = out->end, end = at;
    ahd_mention body;

    if (at >= limit)
        return false;
    uint32_t stands = standing_end(r, at, &out->former);
    if (stands && ahd_reader_demonym(r, at, &end) == AHD_NONE) {
        out->end = stands;
        return true;
    }
    uint32_t state = ahd_reader_demonym(r, at, &end);
    if (state != AHD_NONE && ahd_reader_is_arabic(r, at)) {
        *whole = *whole == AHD_NONE ? state : *whole;
        out->end = end;
        return true;
    }
    if (is_adjective(r, at)) {
        out->end = at + 1;
        return true;
    }
    if (read_principal(r, out) || (joined && read_seat(r, limit, out)))
        return true;
    if (*whole != AHD_NONE || !read_body(r, at, limit, joined, &body) ||
        body.end > limit)
        return false;
    *whole = body.id != AHD_NONE ? body.id : body.of;
    out->of_unknown = out->of_unknown || is_unknown(r, &body);
    if (body.id == AHD_NONE && body.others > 0)
        out->other_of = body.other[0].id;
    out->end = body.end;
    return true;
}

/* A word that may be a noun of an unknown organisation's name. */
static bool is_plain(const ahd_reader *r, uint32_t at, uint32_t limit)
{
    static const uint32_t others =
        1u << AHD_TERM_ROLE | 1u << AHD_TERM_TITLE | 1u << AHD_TERM_TIME |
        1u << AHD_TERM_DEMONYM | 1u << AHD_TERM_PLACE;
    uint32_t class_end =
        at < limit ? ahd_reader_class(r, at, AHD_CLASS_STOP) : 1;

    return at < limit && r->doc->tokens.items[at].kind == AHD_TOKEN_WORD &&
           class_end == 0 &&
           (!ahd_reach_host(r, at) || ahd_reach_is_noun(r, at)) &&
           (ahd_reader_kinds(r, at) & others) == 0;
}

static bool is_definite(const ahd_reader *r, uint32_t at, uint32_t limit)
{
    uint16_t had;

    if (!is_plain(r, at, limit))
        return false;
    ahd_reader_bare(r, at, AHD_PRO_LI, &had);
    bool known_so =
        ahd_str_starts(r->doc->tokens.items[at].form, AHD_STR("ال")) &&
        !(ahd_reader_kinds(r, at) & 1u << AHD_TERM_VERB);
    return (had & AHD_PRO_AL) || known_so;
}

/* «رئيس لجنة المصالحة الوطنية»: one noun or none without article, one with
 * it, and adjectives. */
static bool read_unknown_body(const ahd_reader *r, uint32_t limit,
                              ahd_office *out)
{
    uint32_t at = out->end;

    if (!ahd_reader_is_arabic(r, out->first))
        return false;
    if (!is_definite(r, at, limit) && is_plain(r, at, limit) &&
        is_definite(r, at + 1, limit))
        at++;
    if (!is_definite(r, at, limit))
        return false;
    for (at++; is_definite(r, at, limit); at++) {
        ahd_str form = r->doc->tokens.items[at].form;
        if (!ahd_str_ends(form, AHD_STR("ي")) &&
            !ahd_str_ends(form, AHD_STR("يه")))
            break;
    }
    out->end = at;
    out->of_unknown = true;
    return true;
}

/* Before an English role: "Qatari", "Libya's", "GNA". */
static uint32_t read_owner(const ahd_reader *r, uint32_t token, uint32_t *whole)
{
    static const char *const possessive[] = {"'s", "\xE2\x80\x99s", NULL};
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

static bool is_envoy(const ahd_reader *r, uint32_t role)
{
    return role != AHD_NONE &&
           (ahd_kb_role_at(r->kb, role)->kind == AHD_ROLE_ENVOY ||
            ahd_kb_role_at(r->kb, role)->kind == AHD_ROLE_AMBASSADOR);
}

/* The end of «إلى السودان», «في عدن», «للشرق الأوسط» after a noun. */
static uint32_t attribute_end(const ahd_reader *r, const ahd_office *office,
                              uint32_t at, uint32_t limit)
{
    bool sent = is_envoy(r, office->role);
    uint32_t of = office->first;
    static const char *const prepositions[] = {"في", "لدي",  "الي", "عن", "علي",
                                               "من", "بشان", "حول", NULL};
    uint32_t from = at + ahd_reader_is_one(r, at, prepositions);
    bool clitic = ahd_look_has_pro(r->doc, at, AHD_PRO_LI | AHD_PRO_BI);

    if (from >= limit || (from == at && !clitic) || !ahd_reach_is_noun(r, from))
        return at;
    uint32_t end = ahd_reach_end(r, from, limit);
    return sent || ahd_reach_is_attribute(r, from, of) ||
                   ahd_person_is_full(r, end)
               ? end
               : at;
}

/* What else is said of an office before the name of its holder: «نائب مندوب
 * … الدائم لدى الأمم المتحدة، فلان»; of an envoy, to whom he is sent. */
static void read_tail(const ahd_reader *r, uint32_t limit, ahd_office *out)
{
    enum { MOST = 3 };
    static const char *const sent[] = {"لدي", "الي", NULL};
    bool envoy = is_envoy(r, out->role);
    uint32_t at = out->end;
    bool former = false;

    if (!ahd_reader_is_arabic(r, out->first) || ahd_person_starts(r, at))
        return;
    for (int i = 0; i < MOST && at < limit; i++) {
        uint32_t end = attribute_end(r, out, at, limit);
        uint32_t stands = standing_end(r, at, &former);
        bool to = envoy && end > at && ahd_reader_is_one(r, at, sent);
        if (end == at && stands == 0)
            return;
        at = end > at ? end : stands;
        if (to || ahd_person_starts(r, at))
            out->end = at;
    }
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
    const ahd_segment *s = ahd_reach_host(r, hit->first);

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

/* «باسم رئيس»: what its last word is of is still to come. */
static bool ends_in_construct(const ahd_reader *r, uint32_t end)
{
    const ahd_token *t = &r->doc->tokens.items[end - 1];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_ROLE && hit->end == end && hit->pro == 0)
            return true;
    }
    return false;
}

static void read_complements(const ahd_reader *r, uint32_t limit, bool joined,
                             bool open, ahd_office *out, uint32_t *whole)
{
    enum { MOST = 4 };

    for (int i = 0; i < MOST && read_complement(r, limit, joined, out, whole);
         i++)
        joined = ends_in_construct(r, out->end);
    if (open && joined && read_unknown_body(r, limit, out))
        while (read_complement(r, limit, false, out, whole))
            continue;
}

/* «تفاهمات سياسية» is an adjective; without layers of words, who knows. */
static bool is_noun(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *s = ahd_reach_host(r, token);

    return s == NULL || s->pos == AHD_POS_NOUN || s->pos == AHD_POS_PROPN;
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
    read_complements(r, limit, joined, joined, out, &whole);
    out->of = whole;
    out->alone = whole == AHD_NONE && !out->of_unknown;
    out->definite = (h.pro & AHD_PRO_AL) || whole != AHD_NONE;
    read_tail(r, limit, out);
    return out->end <= limit;
}

bool ahd_office_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                     uint16_t pro, ahd_office *out)
{
    uint32_t whole, inner;
    uint32_t at = read_owner(r, token, &whole);
    const ahd_hit *hit = choose_role(r, at, at == token ? pro : 0);

    *out = (ahd_office){.first = token, .of = AHD_NONE, .other_of = AHD_NONE};
    if (hit == NULL) {
        hit = at == token ? NULL : choose_role(r, token, pro);
        whole = AHD_NONE;
        if (hit == NULL)
            return read_noun(r, token, limit, pro, out);
    }
    if (is_no_office(r, hit))
        return false;
    out->pro = hit->first == token ? hit->pro : 0;
    read_roles(r, hit, &inner, out);
    bool joined = !(hit->pro & AHD_PRO_AL) || hit->end > hit->first + 1;
    bool open = joined && hit->end == hit->first + 1;
    read_complements(r, limit, joined, open, out, &whole);
    out->definite = (hit->pro & AHD_PRO_AL) || whole != AHD_NONE;
    settle(r, whole, inner, out);
    read_tail(r, limit, out);
    return out->end <= limit;
}

bool ahd_office_is_former(const ahd_reader *r, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (ahd_reader_class(r, i, AHD_CLASS_FORMER))
            return true;
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
