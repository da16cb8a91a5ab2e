#include "names/crowd.h"

#include "doc/look.h"
#include "names/body.h"
#include "names/head.h"
#include "names/person.h"
#include "names/reach.h"
#include "names/standin.h"

/* ------------------------------------------------- names in quotation marks
 */

static const char *const quotes[] = {"\"", "“", "«", "'", "‘", NULL};
static const char *const opening[] = {"\"", "“", "«", "(", "'", "‘", NULL};
static const char *const closing[] = {"\"", "”", "»", ")", "'", "’", NULL};

uint32_t ahd_crowd_quoted(const ahd_reader *r, uint32_t at, uint32_t limit)
{
    enum { LONGEST = 7 };

    if (at >= limit || !ahd_reader_is_one(r, at, opening))
        return at;
    for (uint32_t i = at + 2; i < limit && i < at + LONGEST; i++)
        if (ahd_reader_is_one(r, i, closing))
            return i + 1;
    return at;
}

/* The adjectives of a state that follow, and which. */
static uint32_t skip_demonyms(const ahd_reader *r, uint32_t at, uint32_t limit,
                              uint32_t *state)
{
    uint32_t end;

    while (at < limit) {
        uint32_t found = ahd_reader_demonym(r, at, &end);
        if (found == AHD_NONE || end > limit)
            break;
        *state = *state == AHD_NONE ? found : *state;
        at = end;
    }
    return at;
}

/* ------------------------------------------------------------------ bodies */

static bool names_person(const ahd_reader *r, uint32_t at, uint32_t end)
{
    ahd_mention person;

    for (; at < end; at++)
        if (ahd_person_read(r, at, AHD_READER_ANY, AHD_PERSON_KNOWN, &person))
            return true;
    return false;
}

/* «للأطباء», «لحقوق الإنسان»: what a body is for. */
static uint32_t purpose_end(const ahd_reader *r, const ahd_heading *head,
                            uint32_t at, uint32_t limit)
{
    const ahd_segment *s = ahd_look_host(r->doc, at);
    if (at >= limit || !ahd_look_has_pro(r->doc, at, AHD_PRO_LI) ||
        !ahd_reach_is_noun(r, at) || ahd_reach_first(r, at) != at)
        return at;
    bool act = s && AHD_FEAT(s->feats, VERBAL) == AHD_MASDAR &&
               !AHD_FEAT(s->feats, ARTICLE);
    if (act && !(head->pro & AHD_PRO_AL))
        return at; /* «قوات التحالف لوقف …»: what is done, not who they are */
    uint32_t end = ahd_reach_end(r, at, limit);
    return ahd_reach_is_definite(r, at, end) && !names_person(r, at, end) ? end
                                                                          : at;
}

/* The first body or state that the words name: «ضباط الجيش الليبي». */
static uint32_t whose(const ahd_reader *r, uint32_t at, uint32_t end,
                      ahd_mention *m)
{
    uint32_t after;
    ahd_mention body;

    for (; at < end; at++) {
        uint32_t state = ahd_reader_demonym(r, at, &after);
        if (state != AHD_NONE)
            return state;
        if (ahd_body_read(r, at, AHD_READER_NOUN, &body) &&
            body.id != AHD_NONE && body.end <= end) {
            m->score = body.score;
            return body.id;
        }
    }
    return AHD_NONE;
}

/* «جماعة الحوثي», «شركة "غازبروم" الروسية»: all but the head, its marks and
 * adjectives of a state, names a known body. */
static uint32_t known_within(const ahd_reader *r, uint32_t at, uint32_t end)
{
    const ahd_hit *hit;
    uint32_t state = AHD_NONE;

    at += at < end && ahd_reader_is_one(r, at, opening);
    hit = at < end ? ahd_reader_hit(r, at, AHD_TERM_ACTOR, AHD_READER_NOUN)
                   : NULL;
    if (hit == NULL ||
        ahd_kb_actor_at(r->kb, hit->id)->type == AHD_ACTOR_PERSON ||
        ahd_kb_actor_at(r->kb, hit->id)->type == AHD_ACTOR_STATE)
        return AHD_NONE;
    uint32_t after = hit->end + ahd_reader_is_one(r, hit->end, closing);
    return skip_demonyms(r, after, end, &state) >= end ? hit->id : AHD_NONE;
}

static uint8_t kind_of(uint32_t type)
{
    return type == AHD_ACTOR_GROUP || type == AHD_ACTOR_DELEGATION
               ? AHD_MENTION_GROUP
               : AHD_MENTION_ORGANISATION;
}

/* «حركة فتح», «شركة "غازبروم"», «شبكة CNN» are called by the name; «لجنة الأمم
 * المتحدة» is of it. */
static bool is_called_by_name(const ahd_reader *r, uint32_t type, uint32_t from,
                              uint32_t known)
{
    uint32_t named = ahd_kb_actor_at(r->kb, known)->type;

    return type == AHD_ACTOR_PARTY || type == AHD_ACTOR_GROUP ||
           named == AHD_ACTOR_OUTLET || named == AHD_ACTOR_AGENCY ||
           ahd_reader_is_one(r, from, quotes);
}

static void settle(const ahd_reader *r, const ahd_head *row, uint32_t from,
                   ahd_mention *m)
{
    m->name = m->at;
    m->kind = kind_of(row->type);
    m->of = whose(r, from, m->end, m);
    uint32_t known = known_within(r, from, m->end);
    if (known == AHD_NONE || !is_called_by_name(r, row->type, from, known))
        return;
    m->id = known;
    m->kind = ahd_reader_kind_of(r, m->id);
    m->how = AHD_HOW_FOLDED;
    m->score = 0.9f;
}

/* «مجلس | قيادة الثورة»: a noun in the construct cannot end its phrase. */
static uint32_t idafa_end(const ahd_reader *r, const ahd_heading *h,
                          uint32_t end, uint32_t limit)
{
    static const uint16_t clitics =
        AHD_PRO_WA | AHD_PRO_FA | AHD_PRO_BI | AHD_PRO_LI | AHD_PRO_KA;
    const ahd_segment *next = ahd_look_host(r->doc, end);
    bool open = end == h->end && end < limit && !(h->pro & AHD_PRO_AL);

    if (!open || next == NULL || next->pos != AHD_POS_NOUN ||
        ahd_look_has_pro(r->doc, end, clitics))
        return end;
    return ahd_reach_end(r, end, limit);
}

bool ahd_crowd_body(const ahd_reader *r, uint32_t token, uint32_t limit,
                    uint16_t pro, ahd_mention *out)
{
    ahd_heading h = ahd_head_find(r, token, pro, AHD_HEADS_BODY);
    uint32_t state = AHD_NONE;

    if (h.row == NULL || h.suffix || !ahd_reader_is_arabic(r, token) ||
        !ahd_reach_is_noun(r, token))
        return false;
    uint32_t end = idafa_end(r, &h, ahd_reach_end(r, token, limit), limit);
    uint32_t quoted = end == h.end ? ahd_crowd_quoted(r, end, limit) : end;
    bool named = quoted > h.end && end == h.end;
    if (named)
        end = skip_demonyms(r, quoted, limit, &state);
    else if (end > h.end || (h.pro & AHD_PRO_AL))
        end = purpose_end(r, &h, end, limit);
    if (end == h.end || !(named || ahd_reach_is_definite(r, h.end, end)))
        return false;
    *out = ahd_reader_mention(r, token, end, h.pro);
    settle(r, h.row, h.end, out);
    return true;
}

/* «الحركة», «الوفد», that the text has named. */
static bool read_again(const ahd_reader *r, uint32_t token, ahd_mention *out)
{
    ahd_heading h = ahd_head_find(r, token, AHD_READER_ANY, AHD_HEADS_ALONE);

    if (h.row == NULL || h.suffix || !(h.pro & AHD_PRO_AL) ||
        ahd_reach_end(r, token, r->doc->tokens.count) > h.end ||
        h.row->alone != AHD_HEAD_DEFINITE || !ahd_reach_is_noun(r, token))
        return false;
    uint32_t found = ahd_standin_find(r, h.row, r->doc->mentions.count);
    if (found == AHD_NONE)
        return false;
    const ahd_mention *named = &r->doc->mentions.items[found];
    *out = ahd_reader_mention(r, token, h.end, h.pro);
    out->name = out->at;
    out->kind = named->kind;
    out->id = named->id;
    out->of = named->of;
    out->how = AHD_HOW_ANAPHOR;
    out->score = 0.8f;
    return true;
}

/* ------------------------------------------------------------------ crowds */

/* «مسؤولون في الحركة»: where they belong, when that is a body or people, too.
 * A place is a mention of its own. */
static uint32_t whence_end(const ahd_reader *r, uint32_t at, uint32_t limit,
                           bool loose)
{
    static const char *const within[] = {"في", "من", NULL};
    ahd_mention body;

    if (at + 1 >= limit)
        return at;
    if (ahd_reader_is_one(r, at, within)) {
        ahd_heading h = ahd_head_find(r, at + 1, 0, AHD_HEADS_CROWD);
        if (ahd_crowd_body(r, at + 1, limit, 0, &body))
            return body.end;
        return h.row ? ahd_reach_end(r, at + 1, limit) : at;
    }
    return loose && ahd_look_has_pro(r->doc, at, AHD_PRO_BI) &&
                   ahd_crowd_body(r, at, limit, AHD_PRO_BI, &body)
               ? body.end
               : at;
}

static bool read_crowd(const ahd_reader *r, uint32_t token, uint32_t limit,
                       ahd_mention *out)
{
    ahd_heading h = ahd_head_find(r, token, AHD_READER_ANY, AHD_HEADS_CROWD);

    if (h.row == NULL || !ahd_reach_is_noun(r, token))
        return false;
    uint32_t end = ahd_reach_end(r, token, limit);
    end = end < h.end ? h.end : end;
    bool definite = (h.pro & AHD_PRO_AL) || h.suffix;
    if (end == h.end && h.row->alone != AHD_HEAD_ALWAYS &&
        !(definite && h.row->alone == AHD_HEAD_DEFINITE))
        return false;
    uint32_t whence =
        whence_end(r, end, limit, h.row->alone == AHD_HEAD_ALWAYS);
    *out = ahd_reader_mention(r, token, whence, h.pro);
    out->name = out->at;
    out->kind =
        h.row->type == AHD_ACTOR_PERSON ? AHD_MENTION_ROLE : AHD_MENTION_GROUP;
    out->of = whose(r, h.end, end, out);
    return true;
}

/* ----------------------------------------------------------------- English */

/* "the", "its", "several", "other": no part of who they are. */
static uint32_t skip_determiners(const ahd_reader *r, uint32_t at,
                                 uint32_t head)
{
    static const char *const few[] = {"other", "some", "several",  "many",
                                      "such",  "own",  "numerous", NULL};

    for (; at < head; at++) {
        const ahd_segment *s = ahd_look_host(r->doc, at);
        bool bare = s && (s->pos == AHD_POS_DET || s->pos == AHD_POS_PRON ||
                          s->pos == AHD_POS_NUM);
        if (!bare && !ahd_reader_is_one(r, at, few))
            break;
    }
    return at;
}

/* "Kurdish units", "U.S. officials": the head stands last. */
static bool read_english(const ahd_reader *r, uint32_t token, uint32_t limit,
                         ahd_mention *out)
{
    enum { LONGEST = 5 };
    uint32_t head = ahd_reach_head(r, token);
    ahd_heading h = ahd_head_find(r, head, 0, AHD_HEADS_BODY | AHD_HEADS_CROWD);
    const ahd_segment *first = ahd_look_host(r->doc, token);
    uint32_t start = ahd_reach_first(r, token);

    start = skip_determiners(r, start, head);
    if (h.row == NULL || h.end > limit || start != token || first == NULL ||
        head < token || head > token + LONGEST)
        return false;
    bool alone = head == token;
    bool told = ahd_look_is(r->doc, token - (token > 0), "the");
    if (alone &&
        (h.row->use == AHD_HEAD_BODY || h.row->alone == AHD_HEAD_NEVER ||
         (h.row->alone == AHD_HEAD_DEFINITE && !told)))
        return false;
    *out = ahd_reader_mention(r, token, h.end, 0);
    out->name = out->at;
    out->kind = kind_of(h.row->type);
    out->of = whose(r, token, head, out);
    return true;
}

/* «الاتحاد الأوروبي | لتونس»: a known body and words after it, but for those
 * that make it another country's: «مجلس الأمن | القومي الكوري». */
static bool is_more_of_known(const ahd_reader *r, const ahd_mention *body)
{
    ahd_mention known, rest;

    if (body->id != AHD_NONE ||
        !ahd_body_read(r, body->first, AHD_READER_ANY, &known) ||
        known.id == AHD_NONE || known.end < known.first + 2)
        return false;
    uint32_t state = whose(r, known.end, body->end, &rest);
    return state == AHD_NONE ||
           ahd_look_has_pro(r->doc, known.end, AHD_PRO_LI) ||
           ahd_context_country_of(&r->context, state) ==
               ahd_context_country_of(&r->context, known.id);
}

bool ahd_crowd_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out)
{
    if (!ahd_reader_is_arabic(r, token))
        return read_english(r, token, limit, out);
    ahd_mention body;
    bool crowd = read_crowd(r, token, limit, out) || read_again(r, token, out);
    if (ahd_crowd_body(r, token, limit, AHD_READER_ANY, &body) &&
        !is_more_of_known(r, &body) && (!crowd || body.end > out->end)) {
        *out = body;
        return true;
    }
    return crowd;
}
