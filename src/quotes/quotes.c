#include "quotes/quotes.h"

#include "doc/look.h"
#include "quotes/marks.h"

/* How far from its cue a speaker or the word «that» may stand, in tokens:
 * titles and names are long, and «في بيان أصدره أمس» may come between. */
enum {
    SPEAKER_REACH = 14,
    THAT_REACH = 45,
    SUBJECT_REACH = 6,
    MEDIUM_REACH = 60,
    LONGEST_WORDS = 300, /* of indirect speech */
    QUOTES_BACK = 64,
};

typedef struct finder {
    const ahd_kb *kb;
    ahd_doc *doc;
    uint32_t last_speaker; /* mention, or AHD_NONE */
    uint32_t last_relay;   /* mention of an agency, or AHD_NONE */
} finder;

static bool is_class(const finder *f, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(f->doc, token, AHD_TERM_CLASS, class) != NULL;
}

static bool can_speak(const ahd_mention *m)
{
    return m->kind != AHD_MENTION_AGREEMENT;
}

static bool is_relay(const finder *f, const ahd_mention *m)
{
    if (m->id == AHD_NONE || m->kind == AHD_MENTION_PLACE)
        return false;
    uint32_t type = ahd_kb_actor_at(f->kb, m->id)->type;
    return type == AHD_ACTOR_AGENCY || type == AHD_ACTOR_OUTLET;
}

/* ------------------------------------------------------------ the speaker */

static bool ends_subject(const finder *f, uint32_t token)
{
    return is_class(f, token, AHD_CLASS_THAT) ||
           is_class(f, token, AHD_CLASS_RELATIVE) ||
           ahd_look_is(f->doc, token, ":") || ahd_marks_opens(f->doc, token);
}

/* A preposition before a mention makes it no subject: «في جنيف». */
static bool after_preposition(const finder *f, uint32_t token)
{
    static const ahd_class prepositions[] = {
        AHD_CLASS_IN,   AHD_CLASS_TO,    AHD_CLASS_ON,    AHD_CLASS_WITH,
        AHD_CLASS_FROM, AHD_CLASS_ABOUT, AHD_CLASS_AFTER, AHD_CLASS_DURING};

    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (token > 0 && is_class(f, token - 1, prepositions[i]))
            return true;
    return false;
}

/* «واتهم المنظمة»: the accused, by the gender of the verb. */
static bool is_object(const finder *f, const ahd_hit *cue, uint32_t mention)
{
    bool present = cue->extra == AHD_FORM_PRESENT;

    return (present || cue->extra == AHD_FORM_PAST) &&
           ahd_look_disagrees(f->doc, cue, present, mention);
}

/* Verb first: the mention that follows the cue. */
static uint32_t speaker_after(const finder *f, const ahd_hit *cue, uint32_t end)
{
    uint32_t limit = cue->end + SPEAKER_REACH;

    for (uint32_t i = cue->end; i < end && i < limit; i++) {
        uint32_t m = ahd_look_mention_at(f->doc, i);
        if (m != AHD_NONE && f->doc->mentions.items[m].first == i) {
            const ahd_mention *mention = &f->doc->mentions.items[m];
            if (i == cue->end && is_object(f, cue, m))
                return AHD_NONE;
            if (can_speak(mention) && !after_preposition(f, i))
                return m;
            i = mention->end - 1;
            continue;
        }
        if (ends_subject(f, i))
            break;
    }
    return AHD_NONE;
}

/* Subject first: the mention that ends just before the cue. */
static uint32_t speaker_before(const finder *f, uint32_t cue,
                               const ahd_sentence *s)
{
    uint32_t m = ahd_look_mention_from(f->doc, cue);

    if (m == 0)
        return AHD_NONE;
    const ahd_mention *mention = &f->doc->mentions.items[--m];
    if (mention->first < s->first || mention->end + SUBJECT_REACH < cue ||
        !can_speak(mention) || after_preposition(f, mention->first))
        return AHD_NONE;
    for (uint32_t i = mention->end; i < cue; i++)
        if (ends_subject(f, i) || ahd_look_is(f->doc, i, "."))
            return AHD_NONE;
    return m;
}

/* "حكومة الوفاق تنفي …", "إن قطر أعلنت": the name that opens the clause and
 * that the verb follows at once. */
static uint32_t speaker_adjacent(const finder *f, uint32_t cue,
                                 const ahd_sentence *s)
{
    uint32_t m = speaker_before(f, cue, s);

    if (m == AHD_NONE)
        return AHD_NONE;
    const ahd_mention *mention = &f->doc->mentions.items[m];
    bool opens = mention->first == s->first ||
                 is_class(f, mention->first - 1, AHD_CLASS_THAT) ||
                 ahd_look_is(f->doc, mention->first - 1, ":");
    return opens && mention->end == cue ? m : AHD_NONE;
}

/* ---------------------------------------------------------------- the cue */

/* Does the phrase end inside a name? «ذكرت وكالة» must leave «وكالة الأنباء
 * القطرية» whole. */
static bool cuts_name(const finder *f, const ahd_hit *hit)
{
    uint32_t m = ahd_look_mention_at(f->doc, hit->end - 1);

    return m != AHD_NONE && f->doc->mentions.items[m].end > hit->end - 1;
}

/* A masdar is a word of saying only with its speaker's pronoun: «تأكيده». */
static bool is_saying(const ahd_hit *cue)
{
    bool article = cue->extra != AHD_FORM_NONE && cue->pro & AHD_PRO_AL;

    if (cue->extra == AHD_FORM_MASDAR)
        return cue->suffix && !(cue->pro & ~AHD_PRO_AL);
    return cue->extra != AHD_FORM_PATIENT && !article;
}

/* The longest cue phrase at `token` that is no part of a name. */
static const ahd_hit *cue_at(const finder *f, uint32_t token)
{
    const ahd_token *t = &f->doc->tokens.items[token];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &f->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_CUE && !cuts_name(f, hit) && is_saying(hit))
            return hit;
    }
    return NULL;
}

/* A participle or a masdar with a pronoun has no subject of its own: «مؤكدا»,
 * «تأكيده». */
static bool has_own_subject(const ahd_hit *cue)
{
    return cue->extra == AHD_FORM_PAST || cue->extra == AHD_FORM_PRESENT ||
           cue->extra == AHD_FORM_BASE;
}

/* ------------------------------------------------------------ the content */

/* The words of a direct quotation, if one opens at or just after `token`. */
static bool direct_content(const finder *f, uint32_t token,
                           const ahd_sentence *s, ahd_quote *q)
{
    uint32_t open = token;

    while (open < s->end && open < token + 3 && !ahd_marks_opens(f->doc, open))
        open++;
    if (open >= s->end || !ahd_marks_opens(f->doc, open))
        return false;
    q->first = open + 1;
    q->end = ahd_marks_close(f->doc, open);
    q->direct = 1;
    return q->end > q->first;
}

/* «that» or a colon between the cue and its words; AHD_NONE when neither. */
static uint32_t content_start(const finder *f, uint32_t from,
                              const ahd_sentence *s)
{
    uint32_t limit = from + THAT_REACH;

    for (uint32_t i = from; i < s->end && i < limit; i++) {
        const ahd_hit *that =
            ahd_look_hit_id(f->doc, i, AHD_TERM_CLASS, AHD_CLASS_THAT);
        if (that)
            return that->end;
        if (ahd_look_is(f->doc, i, ":"))
            return i + 1;
        if (ahd_marks_opens(f->doc, i))
            return i;
        if (i > from && cue_at(f, i))
            return AHD_NONE; /* another cue begins */
    }
    return AHD_NONE;
}

/* "أكد ضرورة الالتزام": some verbs of saying take their words without «that»;
 * they begin after the speaker. */
static uint32_t object_start(const finder *f, const ahd_hit *cue,
                             const ahd_sentence *s)
{
    static const uint8_t takes_object[AHD_CUE_VIA + 1] = {
        [AHD_CUE_STRESS] = 1, [AHD_CUE_ANNOUNCE] = 1, [AHD_CUE_DENY] = 1,
        [AHD_CUE_DEMAND] = 1, [AHD_CUE_WARN] = 1,     [AHD_CUE_HOPE] = 1};

    if (cue->id > AHD_CUE_VIA || !takes_object[cue->id])
        return AHD_NONE;
    uint32_t m =
        has_own_subject(cue) ? speaker_after(f, cue, s->end) : AHD_NONE;
    return m == AHD_NONE ? cue->end : f->doc->mentions.items[m].end;
}

/* Indirect words end where the sentence does, or at the next cue. */
static uint32_t indirect_end(const finder *f, uint32_t start,
                             const ahd_sentence *s)
{
    uint32_t end =
        s->end < start + LONGEST_WORDS ? s->end : start + LONGEST_WORDS;

    for (uint32_t i = start + 1; i < end; i++)
        if (ahd_look_is(f->doc, i - 1, "،") && cue_at(f, i)) {
            end = i - 1;
            break;
        }
    while (end > start && ahd_look_is_punct(f->doc, end - 1))
        end--;
    return end;
}

static bool find_content(const finder *f, const ahd_hit *cue,
                         const ahd_sentence *s, ahd_quote *q)
{
    uint32_t start = content_start(f, cue->end, s);

    if (start == AHD_NONE)
        start = object_start(f, cue, s);
    if (start == AHD_NONE || start >= s->end)
        return false;
    if (!direct_content(f, start, s, q)) {
        q->first = start;
        q->end = indirect_end(f, start, s);
    }
    q->at = ahd_look_span(f->doc, q->first, q->end);
    return q->end > q->first;
}

/* ----------------------------------------------------------------- a cue */

static ahd_medium medium_near(const finder *f, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end && i < from + MEDIUM_REACH; i++) {
        const ahd_hit *hit = ahd_look_hit(f->doc, i, AHD_TERM_MEDIUM);
        if (hit && ahd_look_mention_at(f->doc, i) == AHD_NONE)
            return (ahd_medium)hit->id;
    }
    return AHD_MEDIUM_NONE;
}

static void set_speaker(finder *f, ahd_quote *q, uint32_t m)
{
    if (m == AHD_NONE)
        return;
    if (is_relay(f, &f->doc->mentions.items[m])) {
        q->via = ahd_look_arg(f->doc, m);
        q->has_via = 1;
        f->last_relay = m;
        return;
    }
    q->speaker = ahd_look_arg(f->doc, m);
    q->has_speaker = 1;
    f->last_speaker = m;
}

/* "الوكالة", "the agency": the one named before. */
static bool names_relay_again(const finder *f, uint32_t token)
{
    return f->last_relay != AHD_NONE &&
           ahd_look_hit_id(f->doc, token, AHD_TERM_CLASS, AHD_CLASS_RELAY);
}

/* Nobody is named: whoever spoke last goes on. */
static void go_on(finder *f, ahd_quote *q, uint32_t cue_end)
{
    if (names_relay_again(f, cue_end)) {
        set_speaker(f, q, f->last_relay);
        return;
    }
    if (f->last_speaker == AHD_NONE)
        return;
    const ahd_doc *doc = f->doc;
    uint32_t age = q->sentence - doc->mentions.items[f->last_speaker].sentence;
    uint32_t stop =
        doc->quotes.count > QUOTES_BACK ? doc->quotes.count - QUOTES_BACK : 0;
    for (uint32_t i = doc->quotes.count; i > stop; i--) {
        const ahd_quote *earlier = &doc->quotes.items[i - 1];
        if (!earlier->has_speaker || q->sentence - earlier->sentence > 4)
            continue;
        q->continues = i - 1;
        q->speaker = earlier->speaker;
        q->has_speaker = 1;
        if (!q->has_via && earlier->has_via) {
            q->via = earlier->via;
            q->has_via = 1;
        }
        return;
    }
    if (age <= 2)
        set_speaker(f, q, f->last_speaker);
}

/* "نقلا عن X", "according to X": the relay, or the speaker, is named after. */
static void read_via(finder *f, const ahd_hit *cue, const ahd_sentence *s,
                     ahd_quote *q)
{
    uint32_t m = speaker_after(f, cue, s->end);

    if (m != AHD_NONE)
        set_speaker(f, q, m);
    else if (names_relay_again(f, cue->end))
        set_speaker(f, q, f->last_relay);
    q->first = s->first;
    q->end = cue->first;
    while (q->end > q->first && ahd_look_is_punct(f->doc, q->end - 1))
        q->end--;
    q->at = ahd_look_span(f->doc, q->first, q->end);
}

/* Who speaks through a participle: whoever spoke last in the sentence, else
 * its first name. «نقلت عن X تأكيده»: the name just before. */
static uint32_t implied_speaker(const finder *f, const ahd_hit *cue,
                                const ahd_sentence *s)
{
    uint32_t m = ahd_look_mention_from(f->doc, s->first);

    if (cue->extra == AHD_FORM_MASDAR)
        m = ahd_look_mention_from(f->doc, cue->first) - 1;
    if (m >= f->doc->mentions.count)
        return AHD_NONE;
    const ahd_mention *mention = &f->doc->mentions.items[m];
    bool before = mention->first >= s->first && mention->end <= cue->first;
    return before && can_speak(mention) ? m : AHD_NONE;
}

static bool speaks_in_sentence(const finder *f, ahd_quote *q)
{
    const ahd_doc *doc = f->doc;

    if (doc->quotes.count == 0)
        return false;
    const ahd_quote *last = &doc->quotes.items[doc->quotes.count - 1];
    return last->sentence == q->sentence && last->has_speaker;
}

/* «تأكيده»: words that are told on; the agency that told the last ones, in
 * this sentence or the one before, tells these. */
static void inherit_relay(const finder *f, ahd_quote *q)
{
    const ahd_doc *doc = f->doc;

    if (doc->quotes.count == 0)
        return;
    const ahd_quote *last = &doc->quotes.items[doc->quotes.count - 1];
    if (!last->has_via || last->sentence + 1 < q->sentence)
        return;
    q->via = last->via;
    q->has_via = 1;
}

static void find_speaker(finder *f, const ahd_hit *cue, const ahd_sentence *s,
                         ahd_quote *q)
{
    uint32_t m = AHD_NONE;

    if (has_own_subject(cue)) {
        m = speaker_adjacent(f, cue->first, s);
        if (m == AHD_NONE)
            m = speaker_after(f, cue, q->end > q->first ? q->first : s->end);
        if (m == AHD_NONE)
            m = speaker_before(f, cue->first, s);
    } else if (cue->extra == AHD_FORM_MASDAR || !speaks_in_sentence(f, q))
        m = implied_speaker(f, cue, s);
    if (m != AHD_NONE)
        set_speaker(f, q, m);
    else
        go_on(f, q, cue->end);
    if (!has_own_subject(cue) && !q->has_via)
        inherit_relay(f, q);
}

/* English also says its words first: "Iran must comply," Kerry said. */
static void content_before(const finder *f, const ahd_hit *cue,
                           const ahd_sentence *s, ahd_quote *q)
{
    enum { TAIL = 14 }; /* a speaker and his office may follow the cue */
    const ahd_token *t = &f->doc->tokens.items[cue->first];

    if (t->flags & AHD_TOKEN_ARABIC || cue->end + TAIL < s->end ||
        cue->first < s->first + 4 || cue->id > AHD_CUE_ANNOUNCE)
        return;
    uint32_t end = cue->first;
    if (q->has_speaker && q->speaker.at.start < t->at.start)
        end = ahd_look_token_at(f->doc, q->speaker.at.start);
    if (end > s->first && ahd_look_is(f->doc, end - 1, "the"))
        end--;
    if (end <= s->first || !ahd_look_is_punct(f->doc, end - 1))
        return;
    q->first = s->first;
    q->end = end - 1;
    while (q->first < q->end && ahd_look_is_punct(f->doc, q->first))
        q->first++;
    while (q->end > q->first && ahd_look_is_punct(f->doc, q->end - 1))
        q->end--;
    q->at = ahd_look_span(f->doc, q->first, q->end);
}

static void read_cue(finder *f, const ahd_hit *cue, const ahd_sentence *s,
                     ahd_quote *q)
{
    bool found = find_content(f, cue, s, q);

    q->medium = (uint8_t)medium_near(f, cue->end, found ? q->first : s->end);
    find_speaker(f, cue, s, q);
    if (!found)
        content_before(f, cue, s, q);
}

static void add_quote(finder *f, const ahd_hit *cue, uint32_t sentence)
{
    const ahd_sentence *s = &f->doc->sentences.items[sentence];
    ahd_quote q = {.speaker = ahd_arg_none(),
                   .via = ahd_arg_none(),
                   .sentence = sentence,
                   .continues = AHD_NONE,
                   .cue_class = cue->id};

    q.cue = ahd_look_span(f->doc, cue->first, cue->end);
    if (cue->id == AHD_CUE_VIA && content_start(f, cue->end, s) == AHD_NONE)
        read_via(f, cue, s, &q);
    else
        read_cue(f, cue, s, &q);
    if (q.end > q.first && (q.has_speaker || q.has_via))
        *ahd_vec_push(f->doc->arena, &f->doc->quotes) = q;
}

/* "المسماري: قطر تخرق الاتفاق" - a headline names its speaker by a colon. */
static bool add_headline(finder *f, uint32_t sentence)
{
    const ahd_sentence *s = &f->doc->sentences.items[sentence];
    uint32_t m = ahd_look_mention_from(f->doc, s->first);

    if (m == f->doc->mentions.count)
        return false;
    const ahd_mention *mention = &f->doc->mentions.items[m];
    if (mention->first != s->first || !ahd_look_is(f->doc, mention->end, ":"))
        return false;
    ahd_quote q = {.speaker = ahd_arg_none(),
                   .via = ahd_arg_none(),
                   .sentence = sentence,
                   .continues = AHD_NONE,
                   .cue_class = AHD_CUE_SAY,
                   .first = mention->end + 1,
                   .end = s->end};
    if (q.first >= q.end)
        return false;
    q.cue = f->doc->tokens.items[mention->end].at;
    q.at = ahd_look_span(f->doc, q.first, q.end);
    set_speaker(f, &q, m);
    *ahd_vec_push(f->doc->arena, &f->doc->quotes) = q;
    return true;
}

void ahd_quotes_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    finder f = {kb, doc, AHD_NONE, AHD_NONE};

    (void)scratch;
    for (uint32_t n = 0; n < doc->sentences.count; n++) {
        const ahd_sentence *s = &doc->sentences.items[n];
        add_headline(&f, n);
        for (uint32_t i = s->first; i < s->end; i++) {
            const ahd_hit *cue = cue_at(&f, i);
            if (cue == NULL)
                continue;
            add_quote(&f, cue, n);
            i = cue->end - 1;
        }
    }
}
