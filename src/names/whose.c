#include "names/whose.h"

#include "doc/look.h"
#include "names/body.h"
#include "names/crowd.h"
#include "names/head.h"
#include "names/person.h"
#include "names/place.h"
#include "names/reach.h"
#include "names/standin.h"

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
    const ahd_segment *s = ahd_look_host(r->doc, at);

    return s && s->pos == AHD_POS_ADJ && AHD_FEAT(s->feats, ARTICLE) &&
           ahd_reader_is_arabic(r, at) && !ahd_person_starts(r, at) &&
           !ahd_str_ends(r->doc->tokens.items[at].form, AHD_STR("يين")) &&
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

    if (!known && ahd_reader_is_latin(r, at))
        return ahd_crowd_read(r, at, limit, body);
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

static bool is_head_of_state(const ahd_reader *r, uint32_t role)
{
    return role != AHD_NONE &&
           ahd_kb_role_at(r->kb, role)->kind == AHD_ROLE_HEAD_OF_STATE;
}

/* «محافظ نينوى», «عمدة باريس»: of a place; of a small one, whose name may be
 * that of a person, never. */
static bool read_seat(const ahd_reader *r, uint32_t limit, ahd_office *out)
{
    enum { A_CITY = 200000 };
    ahd_mention place;
    uint32_t end;

    if (is_head_of_state(r, out->role) &&
        ahd_reader_state(r, out->end, AHD_READER_NOUN, &end) != AHD_NONE)
        return false; /* «أمير الكويت»: not of the city */
    if (!ahd_reader_is_arabic(r, out->end) ||
        ahd_look_has_pro(r->doc, out->end,
                         AHD_PRO_LI | AHD_PRO_BI | AHD_PRO_WA) ||
        out->end > out->first + 1 ||
        !ahd_place_read(r, out->end, limit, &place) || place.others > 0)
        return false;
    if (place.id == AHD_NONE)
        return false;
    double people = ahd_kb_place_at(r->kb, place.id)->people;
    if (people > 0 && people < A_CITY)
        return false;
    out->end = place.end;
    out->of_unknown = true;
    return true;
}

/* «والصناعة التقليدية»: the end of one more thing a minister is of. */
static uint32_t portfolio_end(const ahd_reader *r, uint32_t at, uint32_t limit)
{
    static const uint32_t others =
        1u << AHD_TERM_ACTOR | 1u << AHD_TERM_ROLE | 1u << AHD_TERM_TITLE |
        1u << AHD_TERM_DEMONYM | 1u << AHD_TERM_HEAD | 1u << AHD_TERM_PLACE;
    const ahd_segment *s = at < limit ? ahd_look_host(r->doc, at) : NULL;
    uint32_t end;

    if (s == NULL || s->pos != AHD_POS_NOUN || !AHD_FEAT(s->feats, ARTICLE) ||
        !ahd_look_has_pro(r->doc, at, AHD_PRO_WA) ||
        (ahd_reader_kinds(r, at) & others))
        return at;
    for (at++; at < limit; at++) {
        s = ahd_look_host(r->doc, at);
        if (s == NULL || s->pos != AHD_POS_ADJ || ahd_person_starts(r, at) ||
            ahd_look_has_pro(r->doc, at, AHD_PRO_WA) ||
            ahd_reader_demonym(r, at, &end) != AHD_NONE)
            break;
    }
    return at;
}

/* «وزيرة السياحة والصناعة التقليدية فلانة»: a list, when its country or its
 * holder follows. */
static bool read_list(const ahd_reader *r, uint32_t limit, ahd_office *out)
{
    enum { MOST = 3 };
    uint32_t at = out->end, end;

    if (out->role == AHD_NONE ||
        ahd_kb_role_at(r->kb, out->role)->kind != AHD_ROLE_MINISTER)
        return false;
    for (int i = 0; i < MOST; i++) {
        end = portfolio_end(r, at, limit);
        if (end == at)
            return false;
        at = end;
        if (at < limit && (ahd_reader_demonym(r, at, &end) != AHD_NONE ||
                           ahd_person_starts(r, at))) {
            out->end = at;
            return true;
        }
    }
    return false;
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
                             ? ahd_office_role(r, at, AHD_READER_NOUN)
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
    if (read_list(r, limit, out) || read_principal(r, out) ||
        (joined && read_seat(r, limit, out)))
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
           (!ahd_look_host(r->doc, at) || ahd_reach_is_noun(r, at)) &&
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

void ahd_whose_read(const ahd_reader *r, uint32_t limit, unsigned ways,
                    ahd_office *out, uint32_t *whole)
{
    enum { MOST = 4 };
    bool joined = ways & AHD_WHOSE_JOINED;

    for (int i = 0; i < MOST && read_complement(r, limit, joined, out, whole);
         i++)
        joined = ends_in_construct(r, out->end);
    if (ways & AHD_WHOSE_OPEN && joined && read_unknown_body(r, limit, out))
        while (read_complement(r, limit, false, out, whole))
            continue;
}

/* ------------------------------------------------------------------ tails */

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
void ahd_whose_tail(const ahd_reader *r, uint32_t limit, ahd_office *out)
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
