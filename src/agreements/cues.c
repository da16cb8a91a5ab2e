#include "agreements/cues.h"

#include "base/day.h"
#include "doc/look.h"

/* How far behind and before a mention its clause may say where or when it was
 * made. */
enum { TAIL = 10, LEAD = 8, SIDES = 8 };

/* Words that say of which kind an agreement is, and no more. */
static const struct kind_word {
    const char *word, *kind;
} kind_words[] = {
    {"سلام", "peace"},          {"سلم", "peace"},
    {"مصالحه", "peace"},        {"peace", "peace"},
    {"امني", "security"},       {"دفاع", "security"},
    {"عسكري", "security"},      {"security", "security"},
    {"سياسي", "political"},     {"political", "political"},
    {"بحري", "maritime"},       {"maritime", "maritime"},
    {"تجاره", "economic"},      {"اقتصادي", "economic"},
    {"trade", "economic"},      {"هدنه", "truce"},
    {"تهديه", "truce"},         {"انساني", "truce"},
    {"اطلاق", "ceasefire"},     {"نار", "ceasefire"},
    {"ceasefire", "ceasefire"},
};

typedef ahd_subject subject;

/* ---------------------------------------------------------------- words */

/* «لتقاسم السلطة» */
static bool has_preposition(const ahd_doc *doc, uint32_t token)
{
    return doc->tokens.items[token].host > 0 &&
           ahd_look_has_pro(doc, token, AHD_PRO_BI | AHD_PRO_LI);
}

/* A folded word without its article and, of an adjective, its feminine end. */
ahd_str ahd_cues_bare(const ahd_token *t)
{
    ahd_str word = t->readings > 0 ? t->reading[0].host : t->form;

    if (t->readings > 0 && t->reading[0].pro & AHD_PRO_AL && word.len > 8)
        word = (ahd_str){word.ptr + 4, word.len - 4};
    return word;
}

static ahd_str masculine(ahd_str word)
{
    if (word.len > 6 && ahd_str_ends(word, AHD_STR("ه")))
        return (ahd_str){word.ptr, word.len - 2};
    return word;
}

/* The kind that a word tells; NULL when it tells none. */
static const char *kind_told(ahd_str word)
{
    ahd_str stem = masculine(word);

    for (size_t i = 0; i < sizeof kind_words / sizeof *kind_words; i++)
        if (ahd_str_is(word, kind_words[i].word) ||
            ahd_str_is(stem, kind_words[i].word))
            return kind_words[i].kind;
    return NULL;
}

/* Does it say nothing of which agreement is meant: the noun itself, function
 * words, whom the page names anyway? */
static bool is_silent(const subject *s, uint32_t token)
{
    const ahd_doc *doc = s->e->doc;
    const ahd_token *t = &doc->tokens.items[token];
    uint32_t m = ahd_look_mention_at(doc, token);

    if (token == s->r->head || t->kind != AHD_TOKEN_WORD || t->form.len < 4 ||
        ahd_look_hit(doc, token, AHD_TERM_CLASS) ||
        ahd_look_hit(doc, token, AHD_TERM_DEMONYM) ||
        ahd_look_hit(doc, token, AHD_TERM_AGREEMENT_NOUN))
        return true;
    return m != AHD_NONE && (doc->mentions.items[m].kind != AHD_MENTION_PLACE ||
                             ahd_str_eq(s->kind, AHD_STR("resolution")));
}

/* A noun that is no name of the agreement says that another is meant, as in
 * «اتفاق الأجور»; an adjective need not. */
static bool is_noun(const subject *s, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(s->e->doc, token);

    return host && (host->pos == AHD_POS_NOUN || host->pos == AHD_POS_PROPN ||
                    host->pos == AHD_POS_X);
}

/* Do the names have a word that begins so, with the article or without? */
static bool holds_word(ahd_str names, ahd_str word)
{
    for (size_t at = 0; at < names.len;) {
        ahd_str rest = {names.ptr + at, names.len - at};
        size_t found = ahd_str_find(rest, word);
        if (found >= rest.len)
            return false;
        at += found;
        ahd_str before = {names.ptr, at};
        if (at == 0 || before.ptr[at - 1] == ' ' ||
            ahd_str_ends(before, AHD_STR(" ال")) ||
            ahd_str_ends(before, AHD_STR(" لل")) ||
            ahd_str_eq(before, AHD_STR("ال")))
            return true;
        at += word.len;
    }
    return false;
}

static void weigh_word(const subject *s, uint32_t token, bool direct,
                       ahd_wording *w)
{
    ahd_str word = ahd_cues_bare(&s->e->doc->tokens.items[token]);
    const char *kind = kind_told(word);

    if (kind) {
        w->kind += ahd_str_is(s->kind, kind) ? 1.0f : 0.0f;
        return;
    }
    w->all += 1;
    if (holds_word(s->names, masculine(word))) {
        w->held += 1;
        w->own += ahd_look_mention_at(s->e->doc, token) == AHD_NONE;
    } else if (direct && is_noun(s, token))
        w->foreign = 1;
}

static ahd_wording weigh_words(const subject *s)
{
    ahd_wording w = {0};

    bool direct = true; /* what stands behind a preposition may tell less */

    for (uint32_t i = s->r->first; i < s->r->end; i++) {
        const ahd_segment *host = ahd_look_host(s->e->doc, i);
        direct = direct && !(host && host->pos == AHD_POS_ADP) &&
                 (i == s->r->first || !has_preposition(s->e->doc, i));
        if (!is_silent(s, i))
            weigh_word(s, i, direct, &w);
    }
    return w;
}

/* ------------------------------------------------------- place and day */

static bool is_its_place(const subject *s, const ahd_mention *m)
{
    const ahd_kb *kb = s->e->kb;
    ahd_str place = ahd_kb_str(kb, s->a->place);

    if (m->kind != AHD_MENTION_PLACE || m->id == AHD_NONE || place.len == 0)
        return false;
    ahd_str name = ahd_kb_str(kb, ahd_kb_place_at(kb, m->id)->en);
    return name.len > 0 && ahd_str_find(place, name) < place.len;
}

/* «في اوفا», which no gazetteer has but the agreement's name. */
static bool is_in_name(const subject *s, uint32_t token)
{
    const ahd_doc *doc = s->e->doc;

    if (!ahd_look_is(doc, token - 1, "في"))
        return false;
    const ahd_token *t = &doc->tokens.items[token];
    ahd_str word = ahd_cues_bare(t);
    uint32_t m = ahd_look_mention_at(doc, token);
    return t->kind == AHD_TOKEN_WORD && word.len >= 8 &&
           (m == AHD_NONE || doc->mentions.items[m].id == AHD_NONE) &&
           !ahd_look_hit(doc, token, AHD_TERM_CLASS) &&
           holds_word(s->names, word);
}

/* «في جنيف», «بمدينة الصخيرات»: told as where it was, not as who acts. */
static bool is_where(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_IN) ||
           ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS,
                           AHD_CLASS_LOCALITY) ||
           has_preposition(doc, token);
}

/* «مع واشنطن»: who, not where. */
static bool is_with(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_WITH) ||
           ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_BETWEEN);
}

/* Where around a mention the agreement's place is named. */
typedef struct naming {
    uint32_t lead, tail; /* tokens [lead, tail) are near by */
    bool within, near, followed, anywhere;
} naming;

/* The place is named at `token`; `from`: that far behind the beginning of a
 * stretch it counts. */
static void note_place(const subject *s, uint32_t token, uint32_t from,
                       naming *n)
{
    bool behind = token >= s->r->first + from;

    n->anywhere = true;
    n->within = n->within || (behind && token < s->r->end);
    n->followed = n->followed || (behind && token < n->tail);
    n->near = n->near || (token >= n->lead + from && token < n->tail);
}

/* Finds where in the tokens of `around` the agreement's place is named. */
static void find_place(const subject *s, ahd_sentence around, naming *n)
{
    const ahd_doc *doc = s->e->doc;

    for (uint32_t m = ahd_look_mention_from(doc, around.first);
         m < doc->mentions.count && doc->mentions.items[m].first < around.end;
         m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        bool within =
            mention->first >= s->r->first && mention->first < s->r->end;
        if (is_its_place(s, mention) &&
            (within ? !is_with(doc, mention->first)
                    : is_where(doc, mention->first)))
            note_place(s, mention->first, 0, n);
    }
    for (uint32_t i = around.first + 1; i < around.end; i++)
        if (is_in_name(s, i))
            note_place(s, i, 1, n);
}

/* How well a time fits the agreement's day: 1 the day, 0.8 its month, 0.6 its
 * weekday or year; less than 0 when it is another day. */
static float match_of(const subject *s, const ahd_time *t)
{
    ahd_day day = s->a->date;

    if (t->from != AHD_NO_DAY && t->to != AHD_NO_DAY &&
        t->to - t->from <= 366) {
        if (day < t->from || day > t->to)
            return -1;
        return t->to - t->from < 3 ? 1.0f : t->to - t->from < 32 ? 0.8f : 0.6f;
    }
    if (t->kind == AHD_TIME_OPEN && t->from != AHD_NO_DAY)
        return day >= t->from && day - t->from <= 31 ? 0.8f : 0;
    if (t->weekday >= 0)
        return t->weekday == ahd_day_weekday(day) ? 0.6f : 0;
    const ahd_said *said = &s->e->doc->said.items[t->said];
    int year;
    int month, mday;
    ahd_day_split(day, &year, &month, &mday);
    return said->form == AHD_SAID_DATE && said->month == month &&
                   t->from == AHD_NO_DAY
               ? 0.5f /* «مطلع أبريل» of a page without a day */
               : 0;
}

/* The best match of the times in tokens [first, end), 0 when none is there;
 * less than 0 when all are of other days. */
static float names_day(const subject *s, uint32_t first, uint32_t end)
{
    const ahd_doc *doc = s->e->doc;
    float best = 0;
    bool other = false;

    if (s->a->date == AHD_KB_NO_DAY)
        return 0;
    for (uint32_t i = ahd_look_time_from(doc, first);
         i < doc->times.count && doc->times.items[i].first < end; i++) {
        float match = match_of(s, &doc->times.items[i]);
        best = match > best ? match : best;
        other = other || match < 0;
    }
    return best == 0 && other ? -1 : best;
}

/* «الموقع في 2005»: the tail tells when it was made. */
static bool tells_making(const subject *s)
{
    const ahd_segment *host = ahd_look_host(s->e->doc, s->r->end);
    const ahd_hit *verb = ahd_look_hit(s->e->doc, s->r->end, AHD_TERM_VERB);

    return (verb && verb->extra == AHD_FORM_PATIENT) ||
           (host && AHD_FEAT(host->feats, VERBAL) >= AHD_PARTICIPLE) ||
           ahd_look_hit_id(s->e->doc, s->r->end, AHD_TERM_CLASS,
                           AHD_CLASS_RELATIVE);
}

/* What the mention and its own clause, else the sentence, say of the day. */
static float day_told(const subject *s, uint32_t tail, ahd_sentence around)
{
    float day = names_day(s, s->r->first, tail);

    if (day < 0)
        return tells_making(s) ? -0.7f : -0.3f;
    if (day == 0)
        day = 0.6f * names_day(s, around.first, around.end);
    return day < 0 ? 0 : day;
}

/* What the mention's own clause goes on to say. */
static uint32_t tail_end(const subject *s)
{
    ahd_sentence around = ahd_look_around(s->e->doc, s->r->first);
    uint32_t end = s->r->end + TAIL;

    return end < around.end ? end : around.end;
}

/* --------------------------------------------------------------- others */

/* Whom a mention may stand for as a party: a capital for its state. */
static uint32_t actor_of(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_PLACE ? m->of : m->id;
}

/* Whom the phrase names, each once. */
typedef struct sides {
    uint32_t actor[SIDES];
    int count;
} sides;

static bool is_new_side(sides *met, uint32_t actor)
{
    for (int i = 0; i < met->count; i++)
        if (met->actor[i] == actor)
            return false;
    if (met->count < SIDES)
        met->actor[met->count++] = actor;
    return true;
}

/* How many of the agreement's parties the phrase names: «الاتفاق مع إيران»,
 * «السوري الإسرائيلي»; other countries in its adjectives are `against`. */
static void count_sides(const subject *s, ahd_cues *c)
{
    const ahd_doc *doc = s->e->doc;
    sides met = {{0}, 0};

    for (uint32_t m = ahd_look_mention_from(doc, s->r->first);
         m < doc->mentions.count && doc->mentions.items[m].first < s->r->end;
         m++) {
        uint32_t actor = actor_of(&doc->mentions.items[m]);
        if (actor != AHD_NONE && ahd_evidence_is_party(s->e, s->a, actor))
            c->with += is_new_side(&met, actor);
    }
    for (uint32_t i = s->r->first; i < s->r->end; i++) {
        const ahd_hit *hit = ahd_look_hit(doc, i, AHD_TERM_DEMONYM);
        if (hit == NULL || ahd_look_mention_at(doc, i) != AHD_NONE)
            continue;
        if (!ahd_evidence_is_party(s->e, s->a, hit->id))
            c->against += 1;
        else
            c->with += is_new_side(&met, hit->id);
    }
}

/* Names in the phrase that are no party: «بين قطر والوفاق» is no agreement of
 * others; a town that its names do not have: «الهدنة في الزبداني». */
static float strangers(const subject *s)
{
    const ahd_doc *doc = s->e->doc;
    float count = 0;

    for (uint32_t m = ahd_look_mention_from(doc, s->r->first);
         m < doc->mentions.count && doc->mentions.items[m].first < s->r->end;
         m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        bool place = mention->kind == AHD_MENTION_PLACE;
        ahd_str word = ahd_cues_bare(&doc->tokens.items[mention->first]);
        uint32_t id = !place            ? mention->id
                      : mention->others ? mention->other[0].id
                                        : AHD_NONE;
        if (ahd_str_find(s->names, word) < s->names.len ||
            (place && is_its_place(s, mention)))
            continue;
        if (id != AHD_NONE && !ahd_evidence_is_party(s->e, s->a, id))
            count += 1;
        else if (place)
            count += 0.5f;
    }
    return count;
}

ahd_cues ahd_cues_read(const subject *s)
{
    ahd_sentence around = ahd_look_around(s->e->doc, s->r->first);
    uint32_t first = s->r->first, tail = tail_end(s);
    uint32_t lead = first > around.first + LEAD ? first - LEAD : around.first;
    naming place = {.lead = lead, .tail = tail};
    find_place(s, around, &place);
    ahd_cues c = {.words = weigh_words(s),
                  .day = day_told(s, tail, around),
                  .against = strangers(s),
                  .signers = ahd_evidence_signers(s->e, s->ref, s->a),
                  .within = place.within,
                  .place = place.near,
                  .both = place.anywhere};

    c.followed = c.day >= 0.8f || place.followed;
    count_sides(s, &c);
    c.plain = c.words.all <= 0 && c.with <= 0 && c.against <= 0 &&
              ahd_look_mention_from(s->e->doc, first) ==
                  ahd_look_mention_from(s->e->doc, s->r->end);
    return c;
}

/* Is some time behind it far from the agreement's day, and none near? */
static bool is_of_another_time(const subject *s)
{
    enum { FAR = 90 };
    const ahd_doc *doc = s->e->doc;
    uint32_t end = tail_end(s);
    bool far = false;

    for (uint32_t i = ahd_look_time_from(doc, s->r->first);
         i < doc->times.count && doc->times.items[i].first < end; i++) {
        const ahd_time *t = &doc->times.items[i];
        if (t->from == AHD_NO_DAY || t->to == AHD_NO_DAY)
            continue;
        if (s->a->date >= t->from - FAR && s->a->date <= t->to + FAR)
            return false;
        far = true;
    }
    return far;
}

/* «الاتفاق بين البلدين» is of two, «الموقع عام 1949» of that year. */
static bool is_denied_by_words(const subject *s)
{
    bool two = s->a->states[0] != AHD_KB_NONE && s->a->states[1] != AHD_KB_NONE;

    for (uint32_t i = s->r->first; i < s->r->end; i++)
        if (!two &&
            ahd_look_hit_id(s->e->doc, i, AHD_TERM_CLASS, AHD_CLASS_TWO_STATES))
            return true;
    return tells_making(s) && is_of_another_time(s);
}

bool ahd_cues_deny(const subject *s)
{
    const ahd_doc *doc = s->e->doc;
    uint32_t end = tail_end(s), from = s->r->end;
    int parties = 0, others = 0;

    if (is_denied_by_words(s))
        return true;

    while (from < end && !is_with(doc, from + 1))
        from++;
    for (uint32_t m = ahd_look_mention_from(doc, s->r->first);
         m < doc->mentions.count && doc->mentions.items[m].first < end; m++) {
        const ahd_mention *mention = &doc->mentions.items[m];
        uint32_t actor = actor_of(mention);
        if (actor == AHD_NONE || is_where(doc, mention->first) ||
            (mention->first < from && (mention->first >= s->r->end ||
                                       mention->kind == AHD_MENTION_PLACE)))
            continue;
        bool party = ahd_evidence_is_party(s->e, s->a, actor);
        parties += party;
        others += !party;
    }
    return others > parties;
}
