#include "names/recall.h"

#include "base/map.h"
#include "doc/look.h"
#include "names/office.h"
#include "names/person.h"
#include "names/reach.h"

/* How many mentions back and ahead a reference may reach. */
enum { REACH = 80 };

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

/* The word a person is called by alone: the last, but not of a dynasty; one
 * that is a word as well, only of whom the registry has. */
static ahd_str surname(const ahd_reader *r, const ahd_mention *m)
{
    name_words w = words_of(r, m);

    if (m->kind == AHD_MENTION_PERSON && w.end > w.first + 2 &&
        is_second_part(r, w.end - 1) && !ahd_look_is(r->doc, w.end - 2, "عبد"))
        return form(r, w.end - 2);
    if (m->kind != AHD_MENTION_PERSON || w.end < w.first + 2 ||
        ahd_look_is(r->doc, w.end - 2, "ال") || form(r, w.end - 1).len < 5 ||
        (m->id == AHD_NONE && ahd_context_is_common(r->doc, w.end - 1)))
        return (ahd_str){"", 0};
    return form(r, w.end - 1);
}

/* «وقال مشرف إن …», «أوضح الشاهد أن …»: a word that is a name where it is the
 * subject of a verb of saying. */
static bool is_who_says(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *s = token > 0 ? ahd_reach_host(r, token - 1) : NULL;

    return s && s->pos == AHD_POS_VERB && ahd_reader_is_arabic(r, token) &&
           ahd_look_hit(r->doc, token - 1, AHD_TERM_CUE) != NULL;
}

/* ------------------------------------------------------ surnames on their own
 */

/* The word without و ف ب ل ك before it, where that leaves a surname. */
static const uint32_t *find_surname(const ahd_map *known, ahd_str word,
                                    uint16_t *pro)
{
    static const struct {
        const char *letter;
        uint16_t pro;
    } letters[] = {{"", 0},           {"و", AHD_PRO_WA}, {"ف", AHD_PRO_FA},
                   {"ب", AHD_PRO_BI}, {"ل", AHD_PRO_LI}, {"ك", AHD_PRO_KA}};

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        ahd_str letter = ahd_str_from(letters[i].letter);
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
                   ahd_str_eq(form(r, token + 1), form(r, w.end - 1))
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
         !(pro == 0 && is_who_says(r, token))))
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

/* ------------------------------------------------------------- bare offices */

static bool same_office(const ahd_reader *r, const ahd_mention *a,
                        const ahd_mention *b)
{
    ahd_office office = {.role = a->post, .of = a->of};
    ahd_post post = {.role = b->post, .of = b->of};

    if (a->post == AHD_NONE || b->post == AHD_NONE)
        return false;
    if (a->of == AHD_NONE)
        office.of = b->of;
    if (a->of == AHD_NONE && a->post != b->post &&
        ahd_kb_role_at(r->kb, a->post)->kind == AHD_ROLE_HEAD_OF_STATE)
        return false; /* «الملك» is not «رئيس الديوان» */
    return b->of != AHD_NONE && ahd_office_is_post(r, &office, &post);
}

static const ahd_mention *holder_in_text(const ahd_reader *r, uint32_t at)
{
    const ahd_doc *doc = r->doc;
    const ahd_mention *m = &doc->mentions.items[at];

    for (uint32_t back = 1; back <= at && back <= REACH; back++) {
        const ahd_mention *other = &doc->mentions.items[at - back];
        if (other->kind == AHD_MENTION_PERSON && same_office(r, m, other))
            return other;
    }
    for (uint32_t i = at + 1;
         m->of != AHD_NONE && i < doc->mentions.count && i <= at + REACH; i++) {
        const ahd_mention *other = &doc->mentions.items[i];
        if (other->kind == AHD_MENTION_PERSON && same_office(r, m, other))
            return other;
    }
    return NULL;
}

/* "the Russian leader": its head of state, however he is called there. */
static bool is_leader(const ahd_reader *r, uint32_t role)
{
    return ahd_str_eq(ahd_kb_str(r->kb, ahd_kb_role_at(r->kb, role)->id),
                      AHD_STR("leader-of-state"));
}

/* A presidency, a court: not that of a region. */
static bool is_of_state(const ahd_reader *r, uint32_t actor)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);

    return a->type == AHD_ACTOR_STATE || a->state == a->of;
}

/* Does the mention's office say that it is this post's holder? */
static bool tells(const ahd_reader *r, const ahd_mention *m,
                  const ahd_post *post)
{
    ahd_office office = {.role = m->post, .of = m->of};

    if (!ahd_context_is_on(&r->context, post->since, post->until))
        return false;
    if (is_leader(r, m->post))
        return post->of != AHD_KB_NONE && is_of_state(r, post->of) &&
               ahd_context_country_of(&r->context, m->of) ==
                   ahd_context_country_of(&r->context, post->of);
    return post->role == m->post && ahd_office_tells(r, &office, post);
}

static void add_holders(const ahd_reader *r, uint32_t role, ahd_mention *m)
{
    uint32_t count, kind = ahd_kb_role_at(r->kb, role)->office;
    const uint32_t *holders = ahd_kb_rows(&r->kb->holders, kind, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, holders[i]);
        if (tells(r, m, post))
            ahd_reader_add_other(m, post->person, 0.5f);
    }
}

static void add_heads_of_state(const ahd_reader *r, ahd_mention *m)
{
    if (ahd_context_country_of(&r->context, m->of) == AHD_NONE)
        return;
    for (uint32_t role = 0; role < r->kb->roles.count; role++) {
        const ahd_role *row = ahd_kb_role_at(r->kb, role);
        if (row->kind == AHD_ROLE_HEAD_OF_STATE && row->office == role)
            add_holders(r, role, m);
    }
}

/* Who held it on the document's day, when only one did. */
static void resolve_by_day(const ahd_reader *r, ahd_mention *m)
{
    if (r->doc->published == AHD_NO_DAY || m->of == AHD_NONE ||
        ahd_office_is_past(r, m->end) || ahd_office_is_history(r, m->first))
        return;
    if (is_leader(r, m->post))
        add_heads_of_state(r, m);
    else
        add_holders(r, m->post, m);
    if (m->others != 1)
        return;
    m->id = m->other[0].id;
    m->how = AHD_HOW_POST;
    m->score = 0.85f;
    m->others = 0;
}

/* «الوزير», "the minister", "Minister": not just any. */
static bool is_definite(const ahd_reader *r, const ahd_mention *m)
{
    if (ahd_reader_is_arabic(r, m->first))
        return ahd_look_has_pro(r->doc, m->first, AHD_PRO_AL);
    return (r->doc->tokens.items[m->first].flags & AHD_TOKEN_CAPITAL) ||
           (m->first > 0 && ahd_look_is(r->doc, m->first - 1, "the"));
}

/* «مسؤول عراقي» is another one than the last; «المسؤول العراقي» is not. */
static bool is_one_of_many(const ahd_reader *r, const ahd_mention *m)
{
    return ahd_kb_role_at(r->kb, m->post)->held == AHD_HELD_BY_MANY;
}

/* «وزير الخارجية، فلان», «رئيس السلطة آنذاك، فلان»: the name follows. */
static const ahd_mention *name_after(const ahd_reader *r, uint32_t at)
{
    static const char *const commas[] = {"،", ",", NULL};
    const ahd_doc *doc = r->doc;
    const ahd_mention *m = &doc->mentions.items[at], *next = m + 1;

    if (at + 1 == doc->mentions.count || next->kind != AHD_MENTION_PERSON ||
        next->sentence != m->sentence)
        return NULL;
    uint32_t comma = m->end + ahd_office_is_past(r, m->end);
    return next->first == comma + 1 && ahd_reader_is_one(r, comma, commas) &&
                   !ahd_look_has_pro(doc, next->first, AHD_PRO_WA)
               ? next
               : NULL;
}

static bool is_in_brackets(const ahd_reader *r, const ahd_mention *m)
{
    return m->first > 0 && ahd_look_is(r->doc, m->first - 1, "(");
}

/* «فلان وزير الداخلية [نائب رئيس الوزراء]»: one more office of his. */
static const ahd_mention *name_before(const ahd_reader *r, uint32_t at)
{
    static const uint16_t joins = AHD_PRO_WA | AHD_PRO_LI | AHD_PRO_BI;
    const ahd_mention *m = &r->doc->mentions.items[at], *last = m - 1;

    return at > 0 && last->end + is_in_brackets(r, m) == m->first &&
                   ahd_reader_is_arabic(r, m->first) &&
                   !ahd_look_has_pro(r->doc, m->first, joins) &&
                   (last->kind == AHD_MENTION_PERSON ||
                    last->kind == AHD_MENTION_ROLE)
               ? last
               : NULL;
}

/* May the office be one of his? Not «فلان [الرئيس السوداني]» of an Egyptian. */
static bool is_of_his_country(const ahd_reader *r, const ahd_mention *m,
                              const ahd_mention *who)
{
    uint32_t his = ahd_context_country_of(&r->context, who->id);
    uint32_t of = ahd_context_country_of(&r->context, m->of);

    return his == AHD_NONE || of == AHD_NONE || his == of;
}

/* Of an office beside a name or another office: the same person, if known. */
static bool resolve_apposed(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];
    const ahd_mention *who = name_after(r, at);

    if (who == NULL) {
        who = name_before(r, at);
        if (who && !is_of_his_country(r, m, who))
            who = NULL;
    }
    if (who == NULL)
        return is_in_brackets(r, m); /* whose name is not known for one */
    m->id = who->id;
    if (m->id != AHD_NONE) {
        m->how = AHD_HOW_ANAPHOR;
        m->score = 0.8f;
    } else if (who->kind == AHD_MENTION_PERSON) {
        m->same_as = who->same_as != AHD_NONE
                         ? who->same_as
                         : (uint32_t)(who - r->doc->mentions.items);
    }
    return true;
}

/* Did the person hold the office once, and no more on the document's day? */
static bool is_former_holder(const ahd_reader *r, const ahd_mention *m,
                             uint32_t person)
{
    ahd_office office = {.role = m->post, .of = m->of};
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&r->kb->posts_of, person, &count);
    bool held = false;

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, posts[i]);
        if (!ahd_office_is_post(r, &office, post))
            continue;
        if (ahd_context_is_on(&r->context, post->since, post->until))
            return false;
        held = true;
    }
    return held;
}

/* «الرئيس الباكستاني السابق»: the last one before who held it, and no other. */
static const ahd_mention *former_in_text(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *items = r->doc->mentions.items, *only = NULL;
    const ahd_mention *m = &items[at];

    if (m->of == AHD_NONE)
        return NULL;
    for (uint32_t back = 1; back <= at && back <= REACH; back++) {
        const ahd_mention *other = &items[at - back];
        if (other->kind != AHD_MENTION_PERSON || other->id == AHD_NONE ||
            (only && other->id == only->id) ||
            !is_former_holder(r, m, other->id))
            continue;
        if (only)
            return NULL;
        only = other;
    }
    return only;
}

/* «الملك يهنئ …» above a text: the first king that it names. */
static const ahd_mention *holder_below(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *items = r->doc->mentions.items;
    const ahd_mention *m = &items[at];

    if (m->at.start >= r->doc->title_len || m->of != AHD_NONE)
        return NULL;
    for (uint32_t i = at + 1; i < r->doc->mentions.count && i <= at + REACH;
         i++)
        if (items[i].kind == AHD_MENTION_PERSON && items[i].post == m->post &&
            items[i].at.len > items[i].name.len)
            return items[i].id != AHD_NONE ? &items[i] : NULL;
    return NULL;
}

static const ahd_mention *holder_of(const ahd_reader *r, uint32_t at)
{
    const ahd_mention *m = &r->doc->mentions.items[at];
    const ahd_mention *holder;

    if (ahd_office_is_former(r, m->first, m->end))
        return former_in_text(r, at);
    holder = holder_in_text(r, at);
    return holder ? holder : holder_below(r, at);
}

static void resolve_role(const ahd_reader *r, uint32_t at)
{
    ahd_mention *m = &r->doc->mentions.items[at];

    if (resolve_apposed(r, at))
        return;
    if (m->post == AHD_NONE || !ahd_office_is_definite(r, m->first, m->end) ||
        ((m->of == AHD_NONE || is_one_of_many(r, m)) && !is_definite(r, m)))
        return;
    const ahd_mention *holder = holder_of(r, at);
    if ((holder == NULL || holder->id == AHD_NONE) &&
        !ahd_office_is_former(r, m->first, m->end))
        resolve_by_day(r, m);
    if (holder == NULL || m->id != AHD_NONE)
        return;
    m->id = holder->id;
    m->of = m->of == AHD_NONE ? holder->of : m->of;
    m->how = AHD_HOW_ANAPHOR;
    m->score = 0.8f;
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

    if (word.end != word.first + 1 || word.first > items[at].first)
        return AHD_NONE;
    for (uint32_t i = at + 1; i < r->doc->mentions.count && i <= at + REACH;
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
            ahd_str_eq(form(r, w.end - 1), form(r, word.first)))
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
            resolve_role(r, i);
    }
}
