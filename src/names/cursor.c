#include "names/cursor.h"

#include "base/utf8.h"
#include "doc/look.h"
#include "lang/fold.h"

#include <string.h>

/* The agency or outlet whose name `doc->outlet` is; kept when it is set. */
static uint32_t find_outlet(const ahd_kb *kb, const ahd_doc *doc,
                            ahd_arena *scratch)
{
    ahd_str rest = ahd_fold(scratch, doc->outlet);
    uint32_t node = 0, count;

    if (rest.len == 0 || doc->outlet_actor != AHD_NONE)
        return doc->outlet_actor;
    while (rest.len > 0) {
        uint32_t symbol = ahd_kb_symbol(kb, ahd_str_cut(&rest, ' '));
        node = symbol ? ahd_kb_step(kb, node, symbol) : 0;
        if (node == 0)
            return AHD_NONE;
    }
    uint32_t first = ahd_kb_terms(kb, node, &count);
    for (uint32_t i = 0; i < count; i++) {
        const ahd_term *term = ahd_kb_term_at(kb, first + i);
        if (term->kind != AHD_TERM_ACTOR)
            continue;
        uint32_t type = ahd_kb_actor_at(kb, term->id)->type;
        if (type == AHD_ACTOR_OUTLET || type == AHD_ACTOR_AGENCY)
            return term->id;
    }
    return AHD_NONE;
}

void ahd_reader_init(ahd_reader *r, const ahd_kb *kb, ahd_doc *doc,
                     ahd_arena *scratch)
{
    r->kb = kb;
    r->doc = doc;
    r->scratch = scratch;
    doc->outlet_actor = find_outlet(kb, doc, scratch);
    ahd_context_init(&r->context, kb, doc, scratch);
    r->minister_ar = ahd_kb_step(kb, 0, ahd_kb_symbol(kb, AHD_STR("وزير")));
    r->minister_en = ahd_kb_symbol(kb, AHD_STR("minister"));
    r->minister_of = ahd_kb_step(kb, ahd_kb_step(kb, 0, r->minister_en),
                                 ahd_kb_symbol(kb, AHD_STR("of")));
}

/* ---------------------------------------------------------------- tokens */

const ahd_hit *ahd_reader_hit(const ahd_reader *r, uint32_t token,
                              uint32_t kind, uint16_t pro)
{
    const ahd_doc *doc = r->doc;

    if (token >= doc->tokens.count)
        return NULL;
    const ahd_token *t = &doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == kind && (hit->pro & ~pro) == 0 && !hit->suffix)
            return hit;
    }
    return NULL;
}

uint32_t ahd_reader_class(const ahd_reader *r, uint32_t token, ahd_class class)
{
    const ahd_hit *hit = ahd_look_hit_id(r->doc, token, AHD_TERM_CLASS, class);

    return hit && (hit->pro & ~AHD_READER_NOUN) == 0 ? hit->end : 0;
}

uint32_t ahd_reader_kinds(const ahd_reader *r, uint32_t token)
{
    uint32_t kinds = 0;

    if (token >= r->doc->tokens.count)
        return 0;
    const ahd_token *t = &r->doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++)
        kinds |= 1u << r->doc->hits.items[t->first_hit + i].kind;
    return kinds;
}

ahd_str ahd_reader_bare(const ahd_reader *r, uint32_t token, uint16_t pro,
                        uint16_t *had)
{
    *had = 0;
    if (token >= r->doc->tokens.count)
        return (ahd_str){"", 0};
    const ahd_token *t = &r->doc->tokens.items[token];
    for (int i = 0; i < t->readings; i++) {
        const ahd_reading *reading = &t->reading[i];
        if ((reading->pro & ~(pro | AHD_PRO_AL)) != 0 || reading->suffix)
            continue;
        *had = reading->pro;
        ahd_str host = reading->host;
        if (reading->pro & AHD_PRO_AL)
            host = (ahd_str){host.ptr + 4, host.len - 4};
        return host;
    }
    return (ahd_str){"", 0};
}

bool ahd_reader_reads(const ahd_reader *r, uint32_t token, uint16_t pro,
                      ahd_str bare, uint16_t *had)
{
    if (token >= r->doc->tokens.count)
        return false;
    const ahd_token *t = &r->doc->tokens.items[token];
    for (int i = 0; i < t->readings; i++) {
        const ahd_reading *reading = &t->reading[i];
        size_t article = reading->pro & AHD_PRO_AL ? 4 : 0;
        if ((reading->pro & ~(pro | AHD_PRO_AL)) || reading->suffix ||
            reading->host.len != bare.len + article ||
            !ahd_str_ends(reading->host, bare))
            continue;
        *had = reading->pro;
        return true;
    }
    return false;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool ahd_reader_is_proper(const ahd_reader *r, const ahd_hit *hit)
{
    const ahd_token *t = &r->doc->tokens.items[hit->first];
    const char *text = r->doc->text.ptr + t->at.start;
    bool acronym = hit->kind == AHD_TERM_ACTOR &&
                   hit->extra == AHD_NAME_ACRONYM && hit->end == hit->first + 1;

    if (t->flags & AHD_TOKEN_ARABIC || t->kind != AHD_TOKEN_WORD)
        return true;
    if (acronym && t->at.len >= 2)
        return is_upper(text[0]) && is_upper(text[1]);
    for (uint32_t i = hit->first; i < hit->end; i++)
        if (r->doc->tokens.items[i].flags & AHD_TOKEN_CAPITAL)
            return true;
    return false;
}

bool ahd_reader_is_one(const ahd_reader *r, uint32_t token,
                       const char *const *words)
{
    if (token >= r->doc->tokens.count)
        return false;
    for (; *words; words++)
        if (ahd_str_is(r->doc->tokens.items[token].form, *words))
            return true;
    return false;
}

bool ahd_reader_is_arabic(const ahd_reader *r, uint32_t token)
{
    return token < r->doc->tokens.count &&
           (r->doc->tokens.items[token].flags & AHD_TOKEN_ARABIC) != 0;
}

bool ahd_reader_is_latin(const ahd_reader *r, uint32_t token)
{
    return token < r->doc->tokens.count && !ahd_reader_is_arabic(r, token) &&
           r->doc->tokens.items[token].kind == AHD_TOKEN_WORD;
}

/* --------------------------------------------------------------- states */

uint32_t ahd_reader_demonym(const ahd_reader *r, uint32_t token, uint32_t *end)
{
    const ahd_hit *hit =
        ahd_reader_hit(r, token, AHD_TERM_DEMONYM, AHD_READER_NOUN);

    if (hit == NULL)
        return AHD_NONE;
    *end = hit->end;
    return hit->id;
}

uint32_t ahd_reader_state(const ahd_reader *r, uint32_t token, uint16_t pro,
                          uint32_t *end)
{
    const ahd_token *t = &r->doc->tokens.items[token];
    uint32_t state = ahd_reader_demonym(r, token, end);

    for (uint32_t i = 0; i < t->hits && state == AHD_NONE; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind != AHD_TERM_ACTOR || (hit->pro & ~pro) || hit->suffix ||
            ahd_kb_actor_at(r->kb, hit->id)->type != AHD_ACTOR_STATE)
            continue;
        state = hit->id;
        *end = hit->end;
    }
    return state;
}

/* ----------------------------------------------------- names of ministries */

static uint32_t minister_at(const ahd_kb *kb, uint32_t node)
{
    uint32_t count = 0, first = node ? ahd_kb_terms(kb, node, &count) : 0;

    for (uint32_t i = 0; i < count; i++) {
        const ahd_term *term = ahd_kb_term_at(kb, first + i);
        if (term->kind == AHD_TERM_ROLE)
            return term->id;
    }
    return AHD_NONE;
}

/* The step from a node by any reading of the token under `pro`. */
static uint32_t step(const ahd_reader *r, uint32_t node, uint32_t token,
                     uint16_t pro)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    for (int i = 0; i < t->readings; i++) {
        const ahd_reading *reading = &t->reading[i];
        if ((reading->pro & ~(pro | AHD_PRO_AL)) || reading->suffix)
            continue;
        uint32_t next =
            reading->sym ? ahd_kb_step(r->kb, node, reading->sym) : 0;
        if (next == 0 && reading->bare)
            next = ahd_kb_step(r->kb, node, reading->bare);
        if (next)
            return next;
    }
    return 0;
}

/* The longest role whose words go on from the node. */
static uint32_t role_from(const ahd_reader *r, uint32_t node, uint32_t token,
                          uint16_t pro, uint32_t *end)
{
    uint32_t role = AHD_NONE;

    for (uint32_t i = token; node && i < r->doc->tokens.count; i++) {
        node = step(r, node, i, i == token ? pro : 0);
        uint32_t found = minister_at(r->kb, node);
        if (found != AHD_NONE) {
            role = found;
            *end = i + 1;
        }
    }
    return role;
}

uint32_t ahd_reader_portfolio(const ahd_reader *r, uint32_t token, uint16_t pro,
                              uint32_t *end)
{
    uint32_t node =
        ahd_reader_is_arabic(r, token) ? r->minister_ar : r->minister_of;

    return role_from(r, node, token, pro, end);
}

uint32_t ahd_reader_role_from(const ahd_reader *r, uint32_t node,
                              uint32_t token, uint32_t *end)
{
    uint32_t role = role_from(r, node, token, 0, end);

    *end = role == AHD_NONE ? token : *end;
    return role == AHD_NONE ? minister_at(r->kb, node) : role;
}

uint32_t ahd_reader_ministry_en(const ahd_reader *r, uint32_t token,
                                uint32_t *end)
{
    static const char *const ministry[] = {"ministry", NULL};
    uint32_t node = 0;

    for (uint32_t i = token; i < r->doc->tokens.count && i < token + 4; i++) {
        if (i > token && ahd_reader_is_one(r, i, ministry)) {
            *end = i + 1;
            return minister_at(r->kb, ahd_kb_step(r->kb, node, r->minister_en));
        }
        node = step(r, node, i, 0);
        if (node == 0)
            break;
    }
    return AHD_NONE;
}

/* -------------------------------------------------------------- mentions */

/* «للحوثيين»: the second ل is the article's. */
static bool is_double_lam(ahd_str text, size_t at)
{
    ahd_str rest = {text.ptr + at, text.len - at};

    return ahd_str_starts(rest, AHD_STR("لل"));
}

/* One proclitic is one letter, so long as marks do not follow it; ل before
 * the article is left, since without it no word would stand ("لجيش"). */
ahd_span ahd_reader_span(const ahd_reader *r, uint32_t first, uint32_t end,
                         uint16_t pro)
{
    static const uint16_t letters[] = {AHD_PRO_WA, AHD_PRO_FA, AHD_PRO_BI,
                                       AHD_PRO_KA, AHD_PRO_LI};
    ahd_span span = ahd_look_span(r->doc, first, end);
    size_t at = span.start;

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        bool keep = letters[i] == AHD_PRO_LI &&
                    ((pro & AHD_PRO_AL) || is_double_lam(r->doc->text, at));
        if ((pro & letters[i]) && !keep)
            ahd_utf8_next(r->doc->text, &at);
    }
    if (pro & ~AHD_PRO_AL)
        for (size_t next = at; next < ahd_span_end(span); at = next)
            if (ahd_fold_char(ahd_utf8_next(r->doc->text, &next)) != 0)
                break;
    return (ahd_span){(uint32_t)at, ahd_span_end(span) - (uint32_t)at};
}

ahd_mention ahd_reader_mention(const ahd_reader *r, uint32_t first,
                               uint32_t end, uint16_t pro)
{
    ahd_mention m = {.first = first, .end = end};

    m.at = ahd_reader_span(r, first, end, pro);
    m.name = (ahd_span){m.at.start, 0};
    m.sentence = r->doc->tokens.items[first].sentence;
    m.id = m.post = m.of = m.same_as = AHD_NONE;
    return m;
}

void ahd_reader_add_other(ahd_mention *m, uint32_t id, float score)
{
    uint8_t at = m->others;

    for (uint8_t i = 0; i < m->others; i++)
        if (m->other[i].id == id)
            return;
    while (at > 0 && m->other[at - 1].score < score)
        at--;
    if (at == AHD_OTHERS)
        return;
    if (m->others < AHD_OTHERS)
        m->others++;
    for (uint8_t i = (uint8_t)(m->others - 1); i > at; i--)
        m->other[i] = m->other[i - 1];
    m->other[at] = (ahd_candidate){id, score};
}

void ahd_reader_insert(const ahd_reader *r, uint32_t at, const ahd_mention *m)
{
    ahd_doc *doc = r->doc;

    ahd_vec_push(doc->arena, &doc->mentions);
    ahd_mention *items = doc->mentions.items;
    memmove(items + at + 1, items + at,
            sizeof *items * (doc->mentions.count - 1 - at));
    items[at] = *m;
    for (uint32_t i = 0; i < doc->mentions.count; i++)
        if (items[i].same_as != AHD_NONE && items[i].same_as >= at)
            items[i].same_as++;
}

void ahd_reader_merge(const ahd_reader *r, const ahd_mention *added,
                      uint32_t count)
{
    ahd_doc *doc = r->doc;
    uint32_t old = doc->mentions.count, from = old, more = count;
    uint32_t *moved = ahd_new(r->scratch, uint32_t, old + 1);

    for (uint32_t i = 0; i < count; i++)
        ahd_vec_push(doc->arena, &doc->mentions);
    ahd_mention *items = doc->mentions.items;
    for (uint32_t to = old + count; to-- > 0;) {
        bool own = more == 0 ||
                   (from > 0 && items[from - 1].first > added[more - 1].first);
        if (own)
            moved[--from] = to;
        items[to] = own ? items[from] : added[--more];
    }
    for (uint32_t i = 0; count > 0 && i < doc->mentions.count; i++)
        if (items[i].same_as != AHD_NONE)
            items[i].same_as = moved[items[i].same_as];
}

uint8_t ahd_reader_kind_of(const ahd_reader *r, uint32_t actor)
{
    switch ((ahd_actor_type)ahd_kb_actor_at(r->kb, actor)->type) {
    case AHD_ACTOR_PERSON:
        return AHD_MENTION_PERSON;
    case AHD_ACTOR_STATE:
        return AHD_MENTION_STATE;
    case AHD_ACTOR_GROUP:
    case AHD_ACTOR_DELEGATION:
        return AHD_MENTION_GROUP;
    case AHD_ACTOR_GOVERNMENT:
    case AHD_ACTOR_MINISTRY:
    case AHD_ACTOR_ARMY:
    case AHD_ACTOR_PARTY:
    case AHD_ACTOR_PARLIAMENT:
    case AHD_ACTOR_COURT:
    case AHD_ACTOR_ORGANISATION:
    case AHD_ACTOR_OUTLET:
    case AHD_ACTOR_AGENCY:
        break;
    }
    return AHD_MENTION_ORGANISATION;
}
