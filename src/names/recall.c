#include "names/recall.h"

#include "base/map.h"
#include "doc/look.h"
#include "names/incumbent.h"
#include "names/namesake.h"
#include "names/person.h"
#include "names/reach.h"
#include "names/variant.h"

/* How many mentions back and ahead a reference may reach. */
enum { REACH = 80, NEAR = 8 };

/* ----------------------------------------------------------- the name's words
 */

typedef struct name_words {
    uint32_t first, end; /* tokens */
} name_words;

static name_words words_of(const ahd_reader *r, const ahd_mention *m)
{
    name_words w = {m->first, m->first};

    if (m->name.len == 0)
        return w;
    while (w.first < m->end &&
           ahd_span_end(r->doc->tokens.items[w.first].at) <= m->name.start)
        w.first++;
    w.end = w.first;
    while (w.end < m->end &&
           r->doc->tokens.items[w.end].at.start < ahd_span_end(m->name))
        w.end++;
    return w;
}

static ahd_str form(const ahd_reader *r, uint32_t token)
{
    return r->doc->tokens.items[token].form;
}

/* «مولانا فضل الله»: with the word before it the last name. */
static bool is_second_part(const ahd_reader *r, uint32_t token)
{
    static const char *const parts[] = {"الله", "الدين", "الاسلام", NULL};

    return ahd_reader_is_one(r, token, parts);
}

/* The word a person is called by alone: the last, but not of a dynasty, nor the
 * «الله» of «نصر الله»; one that is a word as well, only of whom the registry
 * has. */
static ahd_str surname(const ahd_reader *r, const ahd_mention *m)
{
    name_words w = words_of(r, m);

    if (m->kind != AHD_MENTION_PERSON || w.end < w.first + 2)
        return (ahd_str){"", 0};
    if (is_second_part(r, w.end - 1))
        return w.end > w.first + 2 && !ahd_look_is(r->doc, w.end - 2, "عبد")
                   ? form(r, w.end - 2)
                   : (ahd_str){"", 0};
    if (ahd_look_is(r->doc, w.end - 2, "ال") || form(r, w.end - 1).len < 5 ||
        (m->id == AHD_NONE && ahd_context_is_common(r->doc, w.end - 1)))
        return (ahd_str){"", 0};
    return form(r, w.end - 1);
}

/* ------------------------------------------------------ surnames on their own
 */

/* The word without و ف ب ل ك before it, where that leaves a surname. */
static const uint32_t *find_surname(const ahd_map *known, ahd_str word,
                                    uint16_t *pro)
{
    static const struct {
        char letter[3];
        uint16_t pro;
    } letters[] = {{"", 0},           {"و", AHD_PRO_WA}, {"ف", AHD_PRO_FA},
                   {"ب", AHD_PRO_BI}, {"ل", AHD_PRO_LI}, {"ك", AHD_PRO_KA}};

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        ahd_str letter = {letters[i].letter, i == 0 ? 0 : 2};
        if (!ahd_str_starts(word, letter))
            continue;
        ahd_str rest = {word.ptr + letter.len, word.len - letter.len};
        const uint32_t *found = ahd_map_find(known, rest);
        *pro = letters[i].pro;
        if (found)
            return found;
    }
    return NULL;
}

typedef AHD_VEC(ahd_mention) mentions;

/* The first token of as much of the full name as stands before its last word
 * again: «سبوح سيد». */
static uint32_t same_words_before(const ahd_reader *r, const ahd_mention *who,
                                  uint32_t token, uint32_t free)
{
    name_words w = words_of(r, who);

    for (uint32_t i = w.end - 1; i > w.first && token > free; i--, token--)
        if (!ahd_str_eq(form(r, i - 1), form(r, token - 1)) ||
            ahd_look_mention_at(r->doc, token - 1) != AHD_NONE)
            break;
    return token;
}

/* The end of his last name at `token`, its first word: one, or both of «فضل
 * الله»; `token` when the second is not there. */
static uint32_t last_name_end(const ahd_reader *r, const ahd_mention *who,
                              uint32_t token)
{
    name_words w = words_of(r, who);

    if (!is_second_part(r, w.end - 1))
        return token + 1;
    return token + 1 < r->doc->tokens.count &&
                   ahd_str_eq(form(r, token + 1), form(r, w.end - 1)) &&
                   ahd_look_mention_at(r->doc, token + 1) == AHD_NONE
               ? token + 2
               : token;
}

static void try_token(const ahd_reader *r, const ahd_map *known,
                      const mentions *full, uint32_t token, mentions *out)
{
    uint16_t pro;
    const uint32_t *at;

    static const char *const links[] = {"عبد", "بن", "ابن", "ابو", "ال", NULL};

    if (r->doc->tokens.items[token].kind != AHD_TOKEN_WORD ||
        (token > 0 && ahd_reader_is_one(r, token - 1, links)))
        return;
    at = find_surname(known, form(r, token), &pro);
    if (at == NULL)
        return;
    const ahd_mention *who = &full->items[*at];
    uint32_t end = last_name_end(r, who, token);
    if (end == token ||
        (end == token + 1 && ahd_context_is_common(r->doc, token) &&
         !(pro == 0 && ahd_reach_is_sayer(r, token))))
        return;
    uint32_t free = out->count ? out->items[out->count - 1].end : 0;
    uint32_t first = pro == 0 ? same_words_before(r, who, token, free) : token;
    ahd_mention m = ahd_reader_mention(r, first, end, pro);
    m.kind = AHD_MENTION_PERSON;
    m.name = m.at;
    m.id = who->id;
    m.how = AHD_HOW_ANAPHOR;
    m.score = 0.9f;
    m.post = who->post;
    m.of = who->of;
    if (!ahd_namesake_is(r, &m))
        *ahd_vec_push(r->scratch, out) = m;
}

static void learn(const ahd_reader *r, const ahd_mention *m, ahd_map *known,
                  mentions *full)
{
    ahd_str last = surname(r, m);

    if (last.len == 0)
        return;
    *ahd_map_put(r->scratch, known, last) = full->count;
    *ahd_vec_push(r->scratch, full) = *m;
}

/* A title is written last: its names may be introduced in the text. */
static uint32_t title_end(const ahd_reader *r)
{
    const ahd_doc *doc = r->doc;

    if (doc->title_len == 0)
        return 0;
    return ahd_look_token_at(doc, doc->title_len);
}

/* Those of the text come first, then those of the title before it. */
static void merge(const ahd_reader *r, const mentions *added)
{
    uint32_t text = 0;

    if (added->count == 0)
        return;
    while (
        text < added->count &&
        (text == 0 || added->items[text].first > added->items[text - 1].first))
        text++;
    ahd_reader_merge(r, added->items, text);
    ahd_reader_merge(r, added->items + text, added->count - text);
}

void ahd_recall_surnames(const ahd_reader *r)
{
    ahd_doc *doc = r->doc;
    ahd_map known = {0};
    mentions full = {0}, added = {0};
    uint32_t next = 0, body = title_end(r);

    for (uint32_t token = 0; token < doc->tokens.count; token++) {
        if (next < doc->mentions.count &&
            doc->mentions.items[next].first == token) {
            learn(r, &doc->mentions.items[next], &known, &full);
            token = doc->mentions.items[next++].end - 1;
        } else if (token >= body && known.count > 0) {
            try_token(r, &known, &full, token, &added);
        }
    }
    for (uint32_t token = 0; token < body && known.count > 0; token++)
        if (ahd_look_mention_at(doc, token) == AHD_NONE)
            try_token(r, &known, &full, token, &added);
    merge(r, &added);
}

/* -------------------------------------------------------------- short names */

/* "الشيخ محمد": the word is the first or last of a name before it. */
static bool is_short_of(const ahd_reader *r, name_words word,
                        const ahd_mention *other)
{
    name_words w = words_of(r, other);
    ahd_str short_form = form(r, word.first);

    return w.end > w.first + 1 && (ahd_str_eq(form(r, w.first), short_form) ||
                                   ahd_str_eq(form(r, w.end - 1), short_form));
}

static bool is_same_name(const ahd_reader *r, name_words a,
                         const ahd_mention *other)
{
    name_words b = words_of(r, other);

    if (a.end - a.first != b.end - b.first)
        return false;
    for (uint32_t i = 0; i < a.end - a.first; i++)
        if (!ahd_str_eq(form(r, a.first + i), form(r, b.first + i)))
            return false;
    return true;
}

/* Both names follow the same title: «الشيخ». */
static bool is_same_title(const ahd_reader *r, const ahd_mention *a,
                          const ahd_mention *b)
{
    uint32_t i = words_of(r, a).first, j = words_of(r, b).first;
    uint16_t had;

    if (i == a->first || j == b->first)
        return i == a->first;
    return ahd_str_eq(ahd_reader_bare(r, i - 1, AHD_READER_ANY, &had),
                      ahd_reader_bare(r, j - 1, AHD_READER_ANY, &had));
}

static bool may_be(const ahd_reader *r, const ahd_mention *m,
                   const ahd_mention *other)
{
    name_words word = words_of(r, m);

    if (other->kind != AHD_MENTION_PERSON || word.end == word.first)
        return false;
    return is_same_name(r, word, other) ||
           (word.end == word.first + 1 && is_short_of(r, word, other));
}

/* A surname alone before the name in full, as titles and leads have it. */
static uint32_t find_below(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *items = r->doc->mentions.items;
    name_words word = words_of(r, &items[at]);

    if (word.end != word.first + 1 || items[at].post != AHD_NONE)
        return AHD_NONE;
    uint32_t reach = items[at].at.start < r->doc->title_len ? REACH : NEAR;
    for (uint32_t i = at + 1; i < r->doc->mentions.count && i <= at + reach;
         i++) {
        name_words w = words_of(r, &items[i]);
        if (items[i].kind == AHD_MENTION_PERSON && items[i].id != AHD_NONE &&
            w.end > w.first + 1 &&
            ahd_str_eq(form(r, w.end - 1), form(r, word.first)))
            return i;
    }
    return AHD_NONE;
}

/* The last person before who may be meant, sooner one of the same title. */
static uint32_t find_person(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *items = r->doc->mentions.items;
    uint32_t found = AHD_NONE;

    for (uint32_t back = 1; back <= at && back <= REACH; back++) {
        const ahd_mention *other = &items[at - back];
        if (!may_be(r, &items[at], other))
            continue;
        if (is_same_title(r, &items[at], other))
            return at - back;
        found = found == AHD_NONE ? at - back : found;
    }
    return found != AHD_NONE ? found : find_below(r, at);
}

/* The person of mention `found` is meant. */
static void refer(const ahd_reader *r, ahd_mention *m, uint32_t found)
{
    const ahd_mention *other = &r->doc->mentions.items[found];

    m->id = other->id;
    m->post = m->post == AHD_NONE ? other->post : m->post;
    m->of = m->of == AHD_NONE ? other->of : m->of;
    m->how = AHD_HOW_ANAPHOR;
    m->score = 0.85f;
    if (m->id == AHD_NONE)
        m->same_as = other->same_as != AHD_NONE ? other->same_as : found;
}

static void resolve_person(const ahd_reader *r, uint32_t at)
{
    uint32_t found = find_person(r, at);

    if (found != AHD_NONE)
        refer(r, &r->doc->mentions.items[at], found);
}

/* An unknown name that is but another spelling of his. */
static bool is_he(const ahd_reader *r, uint32_t person,
                  const ahd_mention *other, name_words w)
{
    return other->id == AHD_NONE &&
           ahd_variant_is_spelling(r, person, w.first, w.end);
}

/* «أبو يعرب المرزوقي … المرزوقي»: whom the text has introduced, not the one
 * the registry calls so, whom it never names in full. */
static void resolve_namesake(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];
    name_words word = words_of(r, m);
    uint32_t found = AHD_NONE;

    if (m->at.len > m->name.len || word.end != word.first + 1)
        return;
    for (uint32_t back = 1; back <= at && back <= REACH; back++) {
        const ahd_mention *other = m - back;
        name_words w = words_of(r, other);
        if (other->kind != AHD_MENTION_PERSON)
            continue;
        if (other->id == m->id)
            return;
        if (found == AHD_NONE && w.end > w.first + 1 &&
            ahd_str_eq(form(r, w.end - 1), form(r, word.first)) &&
            !is_he(r, m->id, other, w))
            found = at - back;
    }
    if (found != AHD_NONE)
        refer(r, m, found);
}

void ahd_recall_link(const ahd_reader *r)
{
    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        ahd_mention *m = &r->doc->mentions.items[i];
        if (m->id != AHD_NONE && m->kind == AHD_MENTION_PERSON)
            resolve_namesake(r, i);
        if (m->id != AHD_NONE)
            continue;
        if (m->kind == AHD_MENTION_PERSON)
            resolve_person(r, i);
        else if (m->kind == AHD_MENTION_ROLE)
            ahd_incumbent_resolve(r, i);
    }
}
