#include "names/bearer.h"

#include "doc/look.h"
#include "lang/fold.h"
#include "lang/skeleton.h"
#include "names/near.h"
#include "names/office.h"
#include "names/partial.h"
#include "names/person.h"

#include <string.h>

/* ------------------------------------------------------- names by skeleton */

/* How far from a name of his, at most, by license. */
static const float farthest[] = {[AHD_LICENSE_NEVER] = -1,
                                 [AHD_LICENSE_COUNTRY] = 0.06f,
                                 [AHD_LICENSE_COMPANY] = 0.12f,
                                 [AHD_LICENSE_OFFICE] = 0.22f};

enum { MOST = 16 }; /* actors that are compared */

typedef struct nearest {
    uint32_t actor;
    float apart;
} nearest;

typedef struct ranking {
    nearest at[MOST];
    uint32_t count;
} ranking;

static void rank(ranking *all, uint32_t actor, float apart)
{
    uint32_t at = 0;

    while (at < all->count && all->at[at].actor != actor)
        at++;
    if (at == MOST || (at < all->count && all->at[at].apart <= apart))
        return;
    all->count += at == all->count;
    for (; at > 0 && all->at[at - 1].apart > apart; at--)
        all->at[at] = all->at[at - 1];
    all->at[at] = (nearest){actor, apart};
}

/* A surname alone is borne by many: his country is not enough, nor a letter
 * less. */
static float limit_of(const ahd_gate *gate, ahd_license by)
{
    const float same = 0.03f;

    if (!gate->surname)
        return farthest[by];
    return by > AHD_LICENSE_COUNTRY ? same : -1;
}

/* Is the word in the name, however that is cut? «ابوبكر», «ابو بكر». */
static bool has_same(ahd_str name, ahd_str word)
{
    for (size_t from = 0; from < name.len; from++) {
        size_t at = from, same = 0;
        while (at < name.len && same < word.len &&
               (name.ptr[at] == word.ptr[same] || name.ptr[at] == ' '))
            same += name.ptr[at++] != ' ';
        if (same == word.len)
            return true;
    }
    return false;
}

/* «محمد بن سليمان» is no other spelling of «محمد بن سلمان»: سليمان is a name
 * that the registry has too. */
static bool has_another_name(const ahd_reader *r, ahd_str words, ahd_str name)
{
    while (words.len > 0) {
        ahd_str word = ahd_str_cut(&words, ' ');
        if (ahd_kb_symbol(r->kb, word) && !has_same(name, word))
            return true;
    }
    return false;
}

static void find(const ahd_reader *r, ahd_str words, const ahd_gate *gate,
                 ranking *out)
{
    ahd_skeleton s = ahd_skeleton_add(0, words);

    if (gate->surname)
        s = ahd_skeleton_surname(s);
    uint32_t row = s ? ahd_kb_find_spelling(r->kb, s) : AHD_KB_NONE;

    out->count = 0;
    if (row == AHD_KB_NONE)
        return;
    uint32_t end = row + ahd_kb_spelling_at(r->kb, row)->more + 1;
    for (; row < end; row++) {
        const ahd_spelling *spelling = ahd_kb_spelling_at(r->kb, row);
        ahd_license by = ahd_license_of(r, gate, spelling->actor);
        ahd_str name = ahd_kb_str(r->kb, spelling->name);
        if (limit_of(gate, by) < 0 ||
            (by != AHD_LICENSE_OFFICE && has_another_name(r, words, name)))
            continue;
        float apart = ahd_near_distance(words, name);
        if (apart <= limit_of(gate, by))
            rank(out, spelling->actor, apart);
    }
}

bool ahd_bearer_find(const ahd_reader *r, ahd_str words, const ahd_gate *gate,
                     ahd_mention *out)
{
    const float clearly = 0.03f, sure = 0.95f;
    ranking all;

    find(r, words, gate, &all);
    if (all.count == 0)
        return false;
    out->others = 0;
    for (uint32_t i = 0; i < all.count; i++)
        ahd_reader_add_other(out, all.at[i].actor,
                             sure * (1 - all.at[i].apart));
    if (all.count > 1 && all.at[1].apart - all.at[0].apart < clearly)
        return false;
    out->id = all.at[0].actor;
    out->how = all.at[0].apart <= 0 ? AHD_HOW_FOLDED : AHD_HOW_VARIANT;
    out->score = out->other[0].score;
    out->others--;
    memmove(out->other, out->other + 1, sizeof *out->other * out->others);
    return true;
}

/* ---------------------------------------------------------------- mentions */

static ahd_gate gate_of(const ahd_reader *r, const ahd_mention *m)
{
    return (ahd_gate){.kind = AHD_MENTION_PERSON,
                      .former = ahd_office_is_former(r, m->first, m->end),
                      .role = m->post,
                      .of = m->of};
}

/* The token after the name: an office may follow. */
static uint32_t name_end(const ahd_reader *r, const ahd_mention *m)
{
    return ahd_look_token_at(r->doc, ahd_span_end(m->name));
}

static bool is_one_word(const ahd_reader *r, const ahd_mention *m)
{
    return memchr(r->doc->text.ptr + m->name.start, ' ', m->name.len) == NULL;
}

/* The office that the text states is one of his; else what he held then. */
static void settle_post(const ahd_reader *r, ahd_mention *m)
{
    ahd_office office = {.role = m->post, .of = m->of};

    if (m->post != AHD_NONE)
        ahd_person_set_office(r, &office, m);
    else
        ahd_person_fill_post(r, m);
}

static bool has_title(const ahd_mention *m)
{
    return m->name.start > m->at.start || m->at.len > m->name.len;
}

static void settle_unknown(const ahd_reader *r, ahd_mention *m, bool surname)
{
    enum { LONGEST = 192 }; /* bytes */
    ahd_gate gate = gate_of(r, m);
    ahd_str words = ahd_doc_words(r->doc, m->name);

    gate.surname = surname;
    if (m->name.len > LONGEST || is_one_word(r, m) != surname)
        return;
    words = ahd_fold(r->scratch, words);
    if (ahd_bearer_find(r, words, &gate, m) ||
        (!surname && m->others == 0 && ahd_partial_find(r, words, &gate, m)))
        settle_post(r, m);
}

/* ------------------------------------------------- one word, several bearers
 */

/* The one of the bearers that the text names more than the others. */
static uint32_t introduced(const ahd_reader *r, const ahd_mention *m)
{
    uint32_t best = AHD_NONE;
    float most = -1, least = -1;

    for (int i = 0; i < m->others; i++) {
        float own = ahd_context_own(&r->context, m->other[i].id);
        best = own > most ? m->other[i].id : own == most ? AHD_NONE : best;
        most = own > most ? own : most;
        least = least < 0 || own < least ? own : least;
    }
    return most > least ? best : AHD_NONE;
}

/* By what speaks for each: he is introduced, held that office or a post of an
 * organisation that is named, is of the country the text is about. */
static float claim_of(const ahd_reader *r, const ahd_gate *gate,
                      uint32_t introduced, uint32_t actor)
{
    ahd_license by = ahd_license_of(r, gate, actor);
    uint32_t country = ahd_context_country_of(&r->context, actor);

    if (by == AHD_LICENSE_NEVER)
        return 0;
    return (float)by + (actor == introduced ? 2 : 0) +
           (country == r->context.main ? 0.5f : 0);
}

static void settle_bearers(const ahd_reader *r, ahd_mention *m)
{
    const float clearly = 1;
    ahd_gate gate = gate_of(r, m);
    uint32_t full = introduced(r, m);
    ahd_mention ranked = *m;
    float sum = 0;

    ranked.others = 0;
    for (int i = 0; i < m->others; i++) {
        float claim = claim_of(r, &gate, full, m->other[i].id);
        if (claim > 0)
            ahd_reader_add_other(&ranked, m->other[i].id, claim);
        sum += claim;
    }
    if (ranked.others == 0)
        return;
    float best = ranked.other[0].score;
    float next = ranked.others > 1 ? ranked.other[1].score : 0;
    for (int i = 0; i < ranked.others; i++)
        ranked.other[i].score /= sum;
    *m = ranked;
    if (best - next < clearly)
        return;
    m->id = m->other[0].id;
    m->how = AHD_HOW_CONTEXT;
    m->score = best > next + 1 ? 0.85f : 0.75f;
    m->others--;
    memmove(m->other, m->other + 1, sizeof *m->other * m->others);
    settle_post(r, m);
}

/* --------------------------------------------- one word that is another's */

/* Offices that few hold at a time: their holders are all noted. */
static bool is_high(const ahd_reader *r, uint32_t role)
{
    static const uint32_t high =
        1u << AHD_ROLE_HEAD_OF_STATE | 1u << AHD_ROLE_HEAD_OF_GOVERNMENT |
        1u << AHD_ROLE_MINISTER | 1u << AHD_ROLE_SPEAKER;

    return role != AHD_NONE &&
           (high & 1u << ahd_kb_role_at(r->kb, role)->kind) != 0;
}

/* The same actor in more words near by. */
static bool is_named_in_full(const ahd_reader *r, uint32_t at)
{
    enum { REACH = 60 };
    const ahd_mention *all = r->doc->mentions.items;
    uint32_t end = at + REACH < r->doc->mentions.count ? at + REACH
                                                       : r->doc->mentions.count;

    for (uint32_t i = at > REACH ? at - REACH : 0; i < end; i++)
        if (i != at && all[i].id == all[at].id && !is_one_word(r, &all[i]))
            return true;
    return false;
}

/* «هنية» in a text that speaks neither of his country nor his movement. */
static bool is_out_of_place(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *m = &r->doc->mentions.items[at];
    ahd_gate gate = {
        .kind = AHD_MENTION_PERSON, .role = AHD_NONE, .of = AHD_NONE};

    return !has_title(m) &&
           ahd_license_of(r, &gate, m->id) == AHD_LICENSE_NEVER &&
           !is_named_in_full(r, at);
}

/* «وزير الداخلية صالح», whom the registry knows as a president only. Who held
 * it once is called by it later too. */
static bool is_of_another_office(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *m = &r->doc->mentions.items[at];
    ahd_gate gate = gate_of(r, m);

    gate.former = true;
    return is_high(r, m->post) &&
           ahd_license_of(r, &gate, m->id) != AHD_LICENSE_OFFICE &&
           !is_named_in_full(r, at);
}

/* The name before it that no row has: «أحمد» before «صالح». */
static const ahd_segment *given_name(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];
    const ahd_segment *s = ahd_look_host(r->doc, token);

    if (t->kind != AHD_TOKEN_WORD || t->hits > 0)
        return NULL;
    return s && s->pos == AHD_POS_PROPN && !s->common ? s : NULL;
}

/* Is the word one of a list's names? */
static bool has_word(const ahd_reader *r, ahd_ref list, ahd_str word)
{
    const float near = 0.2f;
    ahd_str rest = ahd_fold(r->scratch, ahd_kb_str(r->kb, list));

    while (rest.len > 0) {
        ahd_str name = ahd_str_cut(&rest, '|');
        while (name.len > 0)
            if (ahd_near_distance(ahd_str_cut(&name, ' '), word) <= near)
                return true;
    }
    return false;
}

static bool has_name(const ahd_reader *r, uint32_t actor, ahd_str word)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);
    uint32_t count;
    const uint32_t *names = ahd_kb_rows(&r->kb->names_of, actor, &count);

    if (has_word(r, a->ar, word) || has_word(r, a->en, word))
        return true;
    for (uint32_t i = 0; i < count; i++)
        if (has_word(r, ahd_kb_name_at(r->kb, names[i])->name, word))
            return true;
    return false;
}

static bool may_widen(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *m = &r->doc->mentions.items[at];
    const ahd_token *first = &r->doc->tokens.items[m->first];

    return m->first > 0 && m->at.start == first->at.start &&
           m->name.start == m->at.start && /* no title, no و before it */
           first[-1].sentence == m->sentence &&
           (at == 0 || m[-1].end < m->first);
}

/* Where the name before begins: «ولفجانج» begins with its و when the registry
 * has him so. */
static uint32_t start_of(const ahd_reader *r, const ahd_mention *m,
                         const ahd_segment *name)
{
    const ahd_token *t = &r->doc->tokens.items[name->token];
    bool whole = m->id != AHD_NONE && name->at.start != t->at.start &&
                 has_name(r, m->id, t->form);

    return whole ? t->at.start : name->at.start;
}

/* The surname of a longer name takes what stands before it. */
static bool widen(const ahd_reader *r, uint32_t at)
{
    enum { MOST_NAMES = 3 };
    ahd_mention *m = &r->doc->mentions.items[at];
    const ahd_segment *name = NULL;
    int names = 0;

    while (names < MOST_NAMES && may_widen(r, at) &&
           (name = given_name(r, m->first - 1)) != NULL) {
        uint32_t start = start_of(r, m, name);
        m->first--;
        m->name.len = ahd_span_end(m->name) - start;
        m->at.len = ahd_span_end(m->at) - start;
        m->at.start = m->name.start = start;
        names++;
    }
    return names > 0;
}

/* «بكر البغدادي»: all that was before the surname is of his name too. */
static bool is_own_name(const ahd_reader *r, const ahd_mention *m)
{
    ahd_str words = ahd_fold(r->scratch, ahd_doc_words(r->doc, m->name));

    while (words.len > 0) {
        ahd_str word = ahd_str_cut(&words, ' ');
        if (words.len > 0 && !has_name(r, m->id, word))
            return false;
    }
    return true;
}

/* After the longer name his office may still say that it is he. */
static bool holds_office(const ahd_reader *r, const ahd_mention *m)
{
    ahd_gate gate = gate_of(r, m);

    gate.former = true;
    return m->end > name_end(r, m) && m->post != AHD_NONE &&
           ahd_license_of(r, &gate, m->id) == AHD_LICENSE_OFFICE;
}

static bool is_other_person(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *m = &r->doc->mentions.items[at];

    return widen(r, at) &&
           (m->id == AHD_NONE || (!is_own_name(r, m) && !holds_office(r, m)));
}

static void forget(ahd_mention *m)
{
    m->id = m->of = m->post = AHD_NONE;
    m->how = AHD_HOW_NONE;
    m->score = 0;
    m->others = 0;
}

/* ------------------------------------------------------------ the document */

static void settle(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];

    if (m->kind != AHD_MENTION_PERSON || m->name.len == 0)
        return;
    if (is_one_word(r, m) && (m->id != AHD_NONE || m->others > 0) &&
        !(m->id != AHD_NONE && is_named_in_full(r, at)) &&
        is_other_person(r, at))
        forget(m);
    if (m->id == AHD_NONE && m->others > 1)
        settle_bearers(r, m);
    else if (m->id == AHD_NONE && m->others == 0)
        settle_unknown(r, m, false);
    else if (m->id != AHD_NONE && is_one_word(r, m) &&
             (is_of_another_office(r, at) || is_out_of_place(r, at))) {
        m->others = 0;
        ahd_reader_add_other(m, m->id, 0.3f);
        m->id = AHD_NONE;
        m->how = AHD_HOW_NONE;
        m->score = 0;
    }
}

/* As the mention before it of whom nothing was known until now. */
static bool settle_as_before(const ahd_reader *r, ahd_mention *m)
{
    const ahd_mention *before = &r->doc->mentions.items[m->same_as];

    if (before->id == AHD_NONE)
        return false;
    m->id = before->id;
    m->of = m->of == AHD_NONE ? before->of : m->of;
    m->post = m->post == AHD_NONE ? before->post : m->post;
    m->same_as = AHD_NONE;
    return true;
}

/* ------------------------------------------------------------------ kings */

static bool is_king(const ahd_reader *r, uint32_t role)
{
    static const char *const kings[] = {"king", "emir", "sultan", NULL};

    for (const char *const *one = kings; role != AHD_NONE && *one; one++)
        if (ahd_str_eq(ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->id),
                       ahd_str_from(*one)))
            return true;
    return false;
}

/* Does a name begin with the words, but for its title? */
static bool begins_so(ahd_str name, ahd_str words)
{
    static const char *const titles[] = {"الملك ", "king ", "الامير ", NULL};

    for (const char *const *one = titles; *one; one++) {
        ahd_str title = ahd_str_from(*one);
        if (ahd_str_starts(name, title))
            name = (ahd_str){name.ptr + title.len, name.len - title.len};
    }
    return ahd_str_starts(name, words) &&
           (name.len == words.len || name.ptr[words.len] == ' ');
}

static bool has_beginning(const ahd_reader *r, ahd_ref list, ahd_str words)
{
    ahd_str rest = ahd_fold(r->scratch, ahd_kb_str(r->kb, list));

    while (rest.len > 0)
        if (begins_so(ahd_str_trim(ahd_str_cut(&rest, '|')), words))
            return true;
    return false;
}

/* How much speaks for him: his country, said with the office or in the text. */
static float claim_of_reign(const ahd_reader *r, const ahd_mention *m,
                            ahd_str words, const ahd_post *post)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, post->person);
    uint32_t country = ahd_context_country_of(&r->context, post->of);
    uint32_t of = ahd_context_country_of(&r->context, m->of);

    if (post->role != m->post || country == AHD_NONE ||
        (of != AHD_NONE && of != country) ||
        !ahd_context_is_on(&r->context, post->since, post->until) ||
        !(has_beginning(r, a->ar, words) || has_beginning(r, a->en, words)))
        return 0;
    if (of == country)
        return 1;
    float share = r->context.country[country];
    if (r->context.main == AHD_NONE)
        return 0;
    return share * 4 >= r->context.country[r->context.main] ? share : 0;
}

/* «الملك عبد الله الأول» */
static bool is_numbered(const ahd_reader *r, const ahd_mention *m)
{
    static const char *const numbers[] = {
        "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", NULL};

    return ahd_reader_is_one(r, m->end, numbers);
}

/* «الملك عبد الله»: kings are called by their first name; of two, the one
 * whose country the text speaks of by far more. */
static void settle_reign(const ahd_reader *r, ahd_mention *m)
{
    uint32_t count, best = AHD_NONE;
    uint32_t office = ahd_kb_role_at(r->kb, m->post)->office;
    const uint32_t *rows = ahd_kb_rows(&r->kb->holders, office, &count);
    ahd_str words = ahd_fold(r->scratch, ahd_doc_words(r->doc, m->name));
    float most = 0, next = 0;

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, rows[i]);
        float claim = claim_of_reign(r, m, words, post);
        if (claim > most && post->person != best) {
            next = most;
            most = claim;
            best = post->person;
        } else if (claim > next && post->person != best) {
            next = claim;
        }
    }
    if (best == AHD_NONE || most < 2 * next)
        return;
    m->id = best;
    m->how = AHD_HOW_CONTEXT;
    m->score = 0.8f;
    settle_post(r, m);
}

void ahd_bearer_titled(const ahd_reader *r)
{
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        ahd_mention *m = &r->doc->mentions.items[i];
        if (m->kind != AHD_MENTION_PERSON || m->name.len == 0 ||
            m->id != AHD_NONE || m->others > 0)
            continue;
        if (m->same_as != AHD_NONE && settle_as_before(r, m))
            continue;
        if (has_title(m))
            settle_unknown(r, m, true);
        if (m->id == AHD_NONE && is_king(r, m->post) && !is_numbered(r, m) &&
            r->doc->published != AHD_NO_DAY)
            settle_reign(r, m);
        if (m->id != AHD_NONE)
            m->same_as = AHD_NONE;
    }
}

void ahd_bearer_settle(const ahd_reader *r)
{
    for (uint32_t i = 0; i < r->doc->mentions.count; i++)
        settle(r, i);
}
