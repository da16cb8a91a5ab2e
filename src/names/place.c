#include "names/place.h"

#include "doc/look.h"

enum { LETTER = 2, SHORT_NAME = 3 * LETTER }; /* bytes, in Arabic */

/* ---------------------------------------------------------------- license */

/* After its clitics, of one letter each. */
static bool writes_article(const ahd_reader *r, const ahd_hit *hit)
{
    ahd_str form = r->doc->tokens.items[hit->first].form;
    ahd_str al = hit->pro & AHD_PRO_LI ? AHD_STR("لل") : AHD_STR("ال");

    for (uint32_t pro = AHD_PRO_WA; pro <= AHD_PRO_KA; pro <<= 1)
        if (hit->pro & pro && pro != AHD_PRO_LI && form.len > LETTER)
            form = (ahd_str){form.ptr + LETTER, form.len - LETTER};
    return ahd_str_starts(form, al);
}

/* «المالية» is not Malé with an article, nor «كريدي سويس» Suez without it:
 * names of one word have theirs or none. */
static bool has_its_article(const ahd_reader *r, const ahd_hit *hit,
                            const ahd_place *place)
{
    ahd_str names[] = {ahd_kb_str(r->kb, place->ar),
                       ahd_kb_str(r->kb, place->also)};
    bool written = writes_article(r, hit);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        while (names[i].len > 0) {
            ahd_str name = ahd_str_trim(ahd_str_cut(&names[i], '|'));
            bool one_word = ahd_str_find(name, AHD_STR(" ")) == name.len;
            /* «للندن» may be either. */
            bool either = hit->pro & AHD_PRO_LI && name.len > SHORT_NAME &&
                          ahd_str_starts(name, AHD_STR("ل"));
            if (one_word &&
                (either || ahd_str_starts(name, AHD_STR("ال")) == written))
                return true;
        }
    return false;
}

/* «مدينة», "the town of" right before. */
static bool follows_noun(const ahd_reader *r, uint32_t token)
{
    for (uint32_t back = 1; back <= 2 && back <= token; back++) {
        const ahd_hit *hit = ahd_look_hit_id(
            r->doc, token - back, AHD_TERM_CLASS, AHD_CLASS_LOCALITY);
        if (hit && hit->end == token)
            return true;
    }
    return false;
}

/* A word that a lexicon has as something else than a name. */
static bool is_word(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *s = ahd_look_host(r->doc, token);

    return !s || (s->known && (s->pos != AHD_POS_PROPN || s->common));
}

static bool is_of_country(const ahd_reader *r, const ahd_place *place)
{
    return r->context.main != AHD_NONE &&
           r->context.main == ahd_context_country(r->kb, place->country);
}

/* One word of the gazetteer: no word of the language, and of the country that
 * the text is about, or large; else a noun before it must say what it is. */
static bool is_licensed(const ahd_reader *r, const ahd_hit *hit,
                        const ahd_place *place)
{
    static const double large = 300000;
    const ahd_token *t = &r->doc->tokens.items[hit->first];

    if (place->people == 0 || follows_noun(r, hit->first))
        return true;
    if (hit->end > hit->first + 1)
        return is_of_country(r, place) || place->people >= large;
    return !is_word(r, hit->first) && t->form.len > SHORT_NAME &&
           (is_of_country(r, place) || place->people >= large);
}

static bool is_possible(const ahd_reader *r, const ahd_hit *hit)
{
    const ahd_place *place = ahd_kb_place_at(r->kb, hit->id);
    bool one_word = hit->end == hit->first + 1;

    if (hit->pro & ~AHD_READER_ANY || hit->suffix ||
        !ahd_reader_is_proper(r, hit) ||
        (one_word && ahd_context_is_common(r->doc, hit->first)))
        return false;
    if (one_word && ahd_reader_is_arabic(r, hit->first) &&
        !has_its_article(r, hit, place))
        return false;
    return is_licensed(r, hit, place);
}

/* ----------------------------------------------------------------- choice */

/* The country that the words after the name tell: «طرابلس اللبنانية»,
 * "Tripoli, Lebanon"; AHD_NONE when they tell none. */
static uint32_t said_country(const ahd_reader *r, uint32_t end, uint32_t limit)
{
    static const char *const commas[] = {"،", ",", "(", NULL};
    uint32_t after;

    if (end >= limit)
        return AHD_NONE;
    uint32_t state = ahd_reader_demonym(r, end, &after);
    if (state == AHD_NONE && ahd_reader_is_one(r, end, commas) &&
        end + 1 < limit)
        state = ahd_reader_state(r, end + 1, 0, &after);
    return ahd_context_country_of(&r->context, state);
}

/* How likely a place is meant: what is said, whether it is one that news speak
 * of, what the text is about, then how many live there. */
static float likelihood(const ahd_reader *r, const ahd_place *place,
                        uint32_t said)
{
    uint32_t country = ahd_context_country(r->kb, place->country);
    float points = place->people == 0 ? 6 : 0.5f;

    for (uint64_t n = (uint64_t)place->people; n >= 10; n /= 10)
        points += 0.1f;
    if (country == AHD_NONE)
        return points;
    if (country == said)
        points += 8;
    if (country == r->context.main)
        points += 2;
    float weight = r->context.country[country];
    return points + (weight < 4 ? 0.5f * weight : 2);
}

/* All places of that length, ranked into `m`; the phrase of the likeliest. */
static const ahd_hit *choose(const ahd_reader *r, const ahd_hit *longest,
                             uint32_t said, ahd_mention *m)
{
    const ahd_token *t = &r->doc->tokens.items[longest->first];
    const ahd_hit *chosen = longest;
    float best = 0, sum = 0;

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind != AHD_TERM_PLACE || hit->end != longest->end ||
            !is_possible(r, hit))
            continue;
        float points = likelihood(r, ahd_kb_place_at(r->kb, hit->id), said);
        ahd_reader_add_other(m, hit->id, points);
        sum += points;
        if (points > best) {
            best = points;
            chosen = hit;
        }
    }
    m->score = m->others > 1 ? 0.95f * best / sum : 0.95f;
    for (int i = 0; i < m->others; i++)
        m->other[i].score *= 0.95f / sum;
    return chosen;
}

/* A capital may stand for its government: «أعلنت واشنطن». */
static uint32_t government(const ahd_reader *r, uint32_t place)
{
    const ahd_place *row = ahd_kb_place_at(r->kb, place);
    uint32_t country = ahd_context_country(r->kb, row->country);

    if (country == AHD_NONE ||
        !ahd_str_eq(ahd_kb_str(r->kb, row->type), AHD_STR("capital")))
        return AHD_NONE;
    return ahd_context_state(&r->context, country);
}

static bool read_name(const ahd_reader *r, uint32_t token, uint32_t limit,
                      ahd_mention *out)
{
    const ahd_token *t = &r->doc->tokens.items[token];
    const ahd_hit *longest = NULL;

    for (uint32_t i = 0; i < t->hits && longest == NULL; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_PLACE && hit->end <= limit &&
            is_possible(r, hit))
            longest = hit;
    }
    if (longest == NULL)
        return false;
    ahd_mention ranked = {0};
    const ahd_hit *chosen =
        choose(r, longest, said_country(r, longest->end, limit), &ranked);
    *out = ahd_reader_mention(r, token, chosen->end, chosen->pro);
    out->name = out->at;
    out->kind = AHD_MENTION_PLACE;
    out->id = chosen->id;
    out->score = ranked.score;
    out->how = ranked.others > 1 ? AHD_HOW_CONTEXT : AHD_HOW_EXACT;
    for (int i = 0; ranked.others > 1 && i < ranked.others; i++)
        out->other[out->others++] = ranked.other[i];
    out->of = government(r, out->id);
    return true;
}

static uint32_t capital_of(const ahd_reader *r, uint32_t state)
{
    uint32_t country = ahd_context_country_of(&r->context, state);

    for (uint32_t i = 0; country != AHD_NONE && i < r->kb->places.count; i++) {
        const ahd_place *p = ahd_kb_place_at(r->kb, i);
        if (ahd_context_country(r->kb, p->country) == country &&
            ahd_str_eq(ahd_kb_str(r->kb, p->type), AHD_STR("capital")))
            return i;
    }
    return AHD_NONE;
}

/* «العاصمة القطرية», "the Qatari capital", and its name after it. */
static bool read_capital(const ahd_reader *r, uint32_t token, uint32_t limit,
                         ahd_mention *out)
{
    bool arabic = ahd_reader_is_arabic(r, token);
    const ahd_hit *noun =
        arabic
            ? ahd_look_hit_id(r->doc, token, AHD_TERM_CLASS, AHD_CLASS_CAPITAL)
            : NULL;
    uint32_t end, at = noun ? noun->end : token;

    if ((arabic && noun == NULL) || at >= limit)
        return false;
    uint32_t state = ahd_reader_demonym(r, at, &end);
    if (state != AHD_NONE && !arabic) {
        noun = ahd_look_hit_id(r->doc, end, AHD_TERM_CLASS, AHD_CLASS_CAPITAL);
        end = noun ? noun->end : end;
    }
    uint32_t capital = noun && end <= limit && state != AHD_NONE
                           ? capital_of(r, state)
                           : AHD_NONE;
    if (capital == AHD_NONE)
        return false;
    ahd_mention name;
    if (end < limit && read_name(r, end, limit, &name) && name.id == capital)
        end = name.end;
    *out = ahd_reader_mention(r, token, end, noun->pro);
    out->name = out->at;
    out->kind = AHD_MENTION_PLACE;
    out->id = capital;
    out->how = AHD_HOW_CONTEXT;
    out->score = 0.95f;
    out->of = government(r, capital);
    return true;
}

bool ahd_place_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out)
{
    return read_name(r, token, limit, out) ||
           read_capital(r, token, limit, out);
}
