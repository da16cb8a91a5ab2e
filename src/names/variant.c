#include "names/variant.h"

#include "doc/look.h"
#include "lang/fold.h"
#include "names/body.h"
#include "names/near.h"

#include <string.h>

/* --------------------------------------------------------------- persons */

enum { LONGEST_NAME = 7 };

/* The folded words of tokens [first, end), one space between. */
static ahd_str words_of(const ahd_reader *r, uint32_t first, uint32_t end)
{
    size_t size = 0, at = 0;

    for (uint32_t i = first; i < end; i++)
        size += r->doc->tokens.items[i].form.len + 1;
    char *out = ahd_new(r->scratch, char, size + 1);
    for (uint32_t i = first; i < end; i++) {
        ahd_str form = r->doc->tokens.items[i].form;
        if (i > first)
            out[at++] = ' ';
        memcpy(out + at, form.ptr, form.len);
        at += form.len;
    }
    return (ahd_str){out, at};
}

/* The nearest of a `|` list of names. */
static float nearest(const ahd_reader *r, ahd_ref list, ahd_str words)
{
    ahd_str rest = ahd_kb_str(r->kb, list);
    float best = 1;

    while (rest.len > 0) {
        ahd_str name = ahd_fold(r->scratch, ahd_str_cut(&rest, '|'));
        float apart = ahd_near_names(words, name);
        best = apart < best ? apart : best;
    }
    return best;
}

static bool is_latin(ahd_str words)
{
    return words.len > 0 && (unsigned char)words.ptr[0] < 0x80;
}

/* From the nearest of all names, or of its `own`: those of the same letters
 * that are no mere spellings. */
static float apart_from(const ahd_reader *r, uint32_t person, ahd_str words,
                        bool own)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, person);
    bool latin = is_latin(words);
    float best = own && latin ? 1 : nearest(r, a->ar, words);
    float en = own && !latin ? 1 : nearest(r, a->en, words);
    uint32_t count;
    const uint32_t *names = ahd_kb_rows(&r->kb->names_of, person, &count);

    best = en < best ? en : best;
    for (uint32_t i = 0; i < count; i++) {
        const ahd_name *name = ahd_kb_name_at(r->kb, names[i]);
        if (own && (name->kind == AHD_NAME_TRANSLIT ||
                    latin != (name->lang == AHD_LANG_EN)))
            continue;
        float apart = nearest(r, name->name, words);
        best = apart < best ? apart : best;
    }
    return best;
}

bool ahd_variant_is_spelling(const ahd_reader *r, uint32_t person,
                             uint32_t first, uint32_t end)
{
    const float spaces = 0.04f; /* two or three in a name */
    float apart = apart_from(r, person, words_of(r, first, end), true);

    return apart > spaces && apart < 1;
}

/* The longest row of words that could be a name: none that links others. */
static uint32_t row_end(const ahd_reader *r, uint32_t token, uint32_t limit)
{
    uint32_t end = token;

    while (end < limit && end < token + LONGEST_NAME &&
           r->doc->tokens.items[end].kind == AHD_TOKEN_WORD &&
           ahd_reader_class(r, end, AHD_CLASS_IN) == 0 &&
           ahd_reader_class(r, end, AHD_CLASS_THAT) == 0)
        end++;
    return end;
}

static void try_holder(const ahd_reader *r, uint32_t person, uint32_t token,
                       uint32_t limit, ahd_mention *best)
{
    uint32_t last = row_end(r, token, limit);

    for (uint32_t end = token + 2; end <= last; end++) {
        float score = 1 - apart_from(r, person, words_of(r, token, end), false);
        if (score <= best->score)
            continue;
        *best = ahd_reader_mention(r, token, end, 0);
        best->name = best->at;
        best->kind = AHD_MENTION_PERSON;
        best->id = person;
        best->how = AHD_HOW_VARIANT;
        best->score = score;
    }
}

bool ahd_variant_person(const ahd_reader *r, const ahd_office *office,
                        uint32_t token, uint32_t limit, ahd_mention *out)
{
    bool dated = r->doc->published != AHD_NO_DAY;
    const float least = dated ? 0.66f : 0.7f;
    ahd_mention best = {.id = AHD_NONE};

    if (office->of == AHD_NONE || office->role == AHD_NONE || token + 2 > limit)
        return false;
    best.score = least;
    uint32_t count, kind = ahd_kb_role_at(r->kb, office->role)->office;
    const uint32_t *holders = ahd_kb_rows(&r->kb->holders, kind, &count);
    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, holders[i]);
        if (ahd_office_is_post(r, office, post) &&
            ahd_context_is_on(&r->context, post->since, post->until))
            try_holder(r, post->person, token, limit, &best);
    }
    if (best.id == AHD_NONE)
        return false;
    *out = best;
    out->score *= 0.95f; /* never as sure as the registry's own words */
    return true;
}

/* ---------------------------------------------------------- organisations */

/* No noun of the kb: function words and finite verbs take no article, so
 * «الوفق» is strange although "وفق" is known. */
static bool takes_no_article(const ahd_hit *hit)
{
    bool verb = hit->kind == AHD_TERM_VERB || hit->kind == AHD_TERM_RULE ||
                hit->kind == AHD_TERM_CUE;
    bool finite = hit->extra == AHD_FORM_PAST ||
                  hit->extra == AHD_FORM_PRESENT ||
                  (hit->kind == AHD_TERM_CUE && hit->extra == AHD_FORM_NONE);

    return (hit->pro & AHD_PRO_AL) &&
           (hit->kind == AHD_TERM_CLASS || (verb && finite));
}

/* A word with its article that means nothing in the kb. */
static bool is_strange(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    if (t->kind != AHD_TOKEN_WORD ||
        !ahd_look_has_pro(r->doc, token, AHD_PRO_AL))
        return false;
    for (uint32_t i = 0; i < t->hits; i++) {
        if (!takes_no_article(&r->doc->hits.items[t->first_hit + i]))
            return false;
    }
    return true;
}

static ahd_str host_of(const ahd_reader *r, uint32_t token, uint16_t *pro)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    for (int i = 0; i < t->readings; i++)
        if (t->reading[i].pro & AHD_PRO_AL) {
            *pro = t->reading[i].pro;
            return t->reading[i].host;
        }
    *pro = 0;
    return t->form;
}

/* One slip away from the word that tells the name from others of its head: a
 * vowel, a letter of its sound. Not its last: that makes an adjective. */
static bool is_slip_of(const ahd_reader *r, const ahd_mention *body,
                       ahd_str host)
{
    const float one_slip = 0.66f;
    ahd_str word = r->doc->tokens.items[body->first + 1].form;

    return word.len >= 10 && ahd_str_starts(word, AHD_STR("ال")) &&
           host.len >= 10 && !ahd_str_eq(word, host) &&
           memcmp(word.ptr + word.len - 2, host.ptr + host.len - 2, 2) == 0 &&
           ahd_near_cost(word, host) <= one_slip;
}

static bool is_named_body(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_ORGANISATION && m->id != AHD_NONE &&
           (m->how == AHD_HOW_EXACT || m->how == AHD_HOW_FOLDED) &&
           m->end > m->first + 1;
}

/* The named organisations of a document, few: each once. Copies, since
 * mentions are added while they are in use. */
typedef struct named {
    ahd_mention at[AHD_BODY_CHOICES];
    uint32_t count;
} named;

static void list_named(const ahd_reader *r, named *out)
{
    out->count = 0;
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        const ahd_mention *m = &r->doc->mentions.items[i];
        bool seen = !is_named_body(m);
        for (uint32_t j = 0; j < out->count && !seen; j++)
            seen = out->at[j].id == m->id &&
                   out->at[j].end - out->at[j].first == m->end - m->first;
        if (!seen && out->count < AHD_BODY_CHOICES)
            out->at[out->count++] = *m;
    }
}

static void mark(ahd_mention *m, uint32_t id, float score)
{
    m->name = m->at;
    m->kind = AHD_MENTION_ORGANISATION;
    m->id = id;
    m->how = AHD_HOW_VARIANT;
    m->score = score;
}

/* Is the word that was slipped a name by itself («الوفاق»)? */
static bool is_name_alone(const ahd_reader *r, const ahd_mention *body)
{
    const ahd_token *t = &r->doc->tokens.items[body->first + 1];
    uint32_t symbols[] = {t->sym, t->bare}, count;

    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        uint32_t node = symbols[i] ? ahd_kb_step(r->kb, 0, symbols[i]) : 0;
        uint32_t first = node ? ahd_kb_terms(r->kb, node, &count) : 0;
        for (uint32_t j = 0; node && j < count; j++) {
            const ahd_term *term = ahd_kb_term_at(r->kb, first + j);
            if (term->kind == AHD_TERM_ACTOR && term->id == body->id)
                return true;
        }
    }
    return false;
}

/* «الوفق» where the text also has «حكومة الوفاق»; the head before it too. */
static bool slip_at(const ahd_reader *r, const named *bodies, uint32_t token,
                    ahd_mention *out)
{
    uint16_t pro;

    if (!is_strange(r, token))
        return false;
    ahd_str host = host_of(r, token, &pro);
    for (uint32_t i = 0; i < bodies->count; i++) {
        const ahd_mention *body = &bodies->at[i];
        if (!is_slip_of(r, body, host))
            continue;
        uint32_t first = token;
        uint16_t had = pro;
        ahd_str head = r->doc->tokens.items[body->first].form;
        if (token > 0 && !(pro & ~AHD_PRO_AL) &&
            ahd_reader_reads(r, token - 1, AHD_READER_ANY, head, &had))
            first = token - 1;
        else if (is_name_alone(r, body))
            had = pro;
        else
            continue;
        *out = ahd_reader_mention(r, first, token + 1, had);
        mark(out, body->id, 0.7f);
        return true;
    }
    return false;
}

/* ------------------------------------------------- other words for a name */

/* The one organisation of that type and country (any, when AHD_NONE) that the
 * text names. */
static uint32_t only_named(const ahd_reader *r, const named *bodies,
                           uint32_t type, uint32_t country)
{
    uint32_t only = AHD_NONE;

    for (uint32_t i = 0; i < bodies->count; i++) {
        uint32_t id = bodies->at[i].id;
        if (ahd_kb_actor_at(r->kb, id)->type != type || id == only ||
            (country != AHD_NONE &&
             ahd_context_country_of(&r->context, id) != country))
            continue;
        if (only != AHD_NONE)
            return AHD_NONE;
        only = id;
    }
    return only;
}

static bool is_free(const ahd_reader *r, uint32_t token)
{
    static const uint32_t taken = 1u << AHD_TERM_ACTOR | 1u << AHD_TERM_PLACE |
                                  1u << AHD_TERM_DEMONYM | 1u << AHD_TERM_ROLE |
                                  1u << AHD_TERM_TIME | 1u << AHD_TERM_CLASS |
                                  1u << AHD_TERM_CUE;

    return token < r->doc->tokens.count &&
           r->doc->tokens.items[token].kind == AHD_TOKEN_WORD &&
           (ahd_reader_kinds(r, token) & taken) == 0;
}

/* An adjective of names: «الوطني» after «بالإجماع». */
static uint32_t with_adjective(const ahd_reader *r, const named *bodies,
                               uint32_t end)
{
    for (uint32_t i = 0; i < bodies->count && is_free(r, end); i++) {
        const ahd_mention *body = &bodies->at[i];
        for (uint32_t t = body->first + 1; t < body->end; t++)
            if (ahd_str_eq(r->doc->tokens.items[t].form,
                           r->doc->tokens.items[end].form))
                return end + 1;
    }
    return end;
}

/* «الحكومة الليبية بالإجماع …»: what follows a mention that ends in a head
 * and its adjective is a name in other words. */
static void widen(const ahd_reader *r, const named *bodies, ahd_mention *m)
{
    uint32_t type, state, state_end;
    uint16_t head_had;

    if (m->end < m->first + 2 || m->end >= r->doc->tokens.count ||
        (m->kind != AHD_MENTION_ROLE && m->kind != AHD_MENTION_ORGANISATION) ||
        !ahd_body_head(r, m->end - 2, AHD_READER_ANY, &type, &head_had))
        return;
    state = ahd_reader_demonym(r, m->end - 1, &state_end);
    if (state == AHD_NONE)
        return;
    uint32_t only =
        only_named(r, bodies, type, ahd_context_country_of(&r->context, state));
    if (!(head_had & AHD_PRO_AL) || only == AHD_NONE ||
        !ahd_str_starts(r->doc->tokens.items[m->end].form, AHD_STR("بال")))
        return;
    m->end = with_adjective(r, bodies, m->end + 1);
    ahd_span whole = ahd_look_span(r->doc, m->first, m->end);
    m->at.len = ahd_span_end(whole) - m->at.start;
    if (m->kind == AHD_MENTION_ORGANISATION)
        mark(m, only, 0.6f);
    else
        m->of = ahd_office_seat(r, m->post, only);
    m->how = AHD_HOW_VARIANT;
}

/* «حكومة المصالحة»: a head in construct and one word that is no name. */
static bool synonym_at(const ahd_reader *r, const named *bodies, uint32_t token,
                       ahd_mention *out)
{
    uint32_t type;
    uint16_t had, next_had;

    if (!ahd_body_head(r, token, AHD_READER_ANY, &type, &had) ||
        (had & AHD_PRO_AL) || !is_free(r, token + 1))
        return false;
    ahd_reader_bare(r, token + 1, 0, &next_had);
    uint32_t only = only_named(r, bodies, type, AHD_NONE);
    if (only == AHD_NONE)
        only = only_named(r, bodies, type, r->context.main);
    if (only == AHD_NONE || !(next_had & AHD_PRO_AL))
        return false;
    *out =
        ahd_reader_mention(r, token, with_adjective(r, bodies, token + 2), had);
    mark(out, only, 0.5f);
    return true;
}

/* ------------------------------------------------------------ the document */

typedef bool trial(const ahd_reader *, const named *, uint32_t, ahd_mention *);

/* Tokens between mentions, in order. */
static void try_gaps(const ahd_reader *r, const named *bodies, trial *try)
{
    uint32_t next = 0, token = 0;
    ahd_mention m;

    while (token < r->doc->tokens.count) {
        const ahd_mention *at = next < r->doc->mentions.count
                                    ? &r->doc->mentions.items[next]
                                    : NULL;
        if (at && token >= at->first) {
            token = at->end > token ? at->end : token;
            next++;
            continue;
        }
        if (try(r, bodies, token, &m) && (at == NULL || m.end <= at->first)) {
            ahd_reader_insert(r, next++, &m);
            token = m.end;
            continue;
        }
        token++;
    }
}

uint32_t ahd_variant_count(const ahd_doc *doc)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < doc->mentions.count; i++)
        count += doc->mentions.items[i].how == AHD_HOW_VARIANT;
    return count;
}

/* Of one actor they are an outlet's way of writing it; of two, a pattern. */
static bool are_of_several(const ahd_doc *doc)
{
    uint32_t id = AHD_NONE;

    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        if (m->how != AHD_HOW_VARIANT || m->id == AHD_NONE)
            continue;
        if (id != AHD_NONE && id != m->id)
            return true;
        id = m->id;
    }
    return false;
}

/* Near spellings that the kb has not noted, of two actors: of one it may be
 * how this paper writes him. A slip of an organisation is a slip at once. */
static bool is_mangled(const ahd_reader *r)
{
    uint32_t id = AHD_NONE;

    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        const ahd_mention *m = &r->doc->mentions.items[i];
        uint32_t name = ahd_look_token_at(r->doc, m->name.start);
        if (m->how != AHD_HOW_VARIANT || name >= m->end ||
            ahd_look_hit(r->doc, name, AHD_TERM_ACTOR))
            continue;
        if (m->kind != AHD_MENTION_PERSON || (id != AHD_NONE && id != m->id))
            return true;
        id = m->id;
    }
    return false;
}

void ahd_variant_bodies(const ahd_reader *r)
{
    named bodies;

    list_named(r, &bodies);
    if (bodies.count == 0)
        return;
    try_gaps(r, &bodies, slip_at);
    if (!is_mangled(r))
        return;
    list_named(r, &bodies);
    for (uint32_t i = 0; i < r->doc->mentions.count; i++)
        widen(r, &bodies, &r->doc->mentions.items[i]);
    try_gaps(r, &bodies, synonym_at);
}

/* ----------------------------------------------------------------- the note */

static char *put(char *to, ahd_str s)
{
    if (s.len > 0)
        memcpy(to, s.ptr, s.len);
    return to + s.len;
}

static ahd_str registry_name(const ahd_reader *r, const ahd_mention *m)
{
    uint32_t actor = m->id != AHD_NONE ? m->id : m->of;

    return actor == AHD_NONE
               ? AHD_STR("?")
               : ahd_kb_str(r->kb, ahd_kb_actor_at(r->kb, actor)->en);
}

static char *put_number(char *to, uint32_t n)
{
    if (n >= 10)
        to = put_number(to, n / 10);
    *to++ = (char)('0' + n % 10);
    return to;
}

void ahd_variant_note(const ahd_reader *r)
{
    enum { MOST = 8, NUMBER = 10 };
    ahd_str lead = AHD_STR(" names near but not equal to known ones: ");
    uint32_t count = ahd_variant_count(r->doc), shown = 0;
    size_t size = lead.len + NUMBER;

    if (count < 2 || !are_of_several(r->doc) || !is_mangled(r))
        return;
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        const ahd_mention *m = &r->doc->mentions.items[i];
        if (m->how == AHD_HOW_VARIANT)
            size += m->at.len + m->name.len + registry_name(r, m).len + 8;
    }
    char *text = ahd_new(r->doc->arena, char, size + 1);
    char *end = put(put_number(text, count), lead);
    for (uint32_t i = 0; i < r->doc->mentions.count && shown < MOST; i++) {
        const ahd_mention *m = &r->doc->mentions.items[i];
        if (m->how != AHD_HOW_VARIANT)
            continue;
        end = put(end, shown++ ? AHD_STR("; ") : AHD_STR(""));
        end = put(end, ahd_doc_words(r->doc, m->name.len ? m->name : m->at));
        end = put(put(end, AHD_STR(" → ")), registry_name(r, m));
    }
    *ahd_vec_push(r->doc->arena, &r->doc->conditions) = (ahd_condition){
        AHD_STR("machine_mangled"), {text, (size_t)(end - text)}};
}
