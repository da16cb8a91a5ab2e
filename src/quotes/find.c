#include "quotes/find.h"

#include "doc/look.h"
#include "quotes/marks.h"

/* How far from its cue a speaker or the word «that» may stand, in tokens:
 * titles and names are long, and «في بيان أصدره أمس» may come between. */
enum { SPEAKER_REACH = 14, THAT_REACH = 45, SUBJECT_REACH = 6 };

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
        AHD_CLASS_IN, AHD_CLASS_TO, AHD_CLASS_ON, AHD_CLASS_WITH,
        AHD_CLASS_FROM, AHD_CLASS_ABOUT, AHD_CLASS_AFTER, AHD_CLASS_DURING};

    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (token > 0 && is_class(f, token - 1, prepositions[i]))
            return true;
    return false;
}

/* Verb first: the mention that follows the cue. */
static uint32_t speaker_after(const finder *f, uint32_t cue_end, uint32_t end)
{
    uint32_t limit = cue_end + SPEAKER_REACH;

    for (uint32_t i = cue_end; i < end && i < limit; i++) {
        uint32_t m = ahd_look_mention_at(f->doc, i);
        if (m != AHD_NONE && f->doc->mentions.items[m].first == i) {
            const ahd_mention *mention = &f->doc->mentions.items[m];
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
        const ahd_hit *that = ahd_look_hit_id(f->doc, i, AHD_TERM_CLASS,
                                              AHD_CLASS_THAT);
        if (that)
            return that->end;
        if (ahd_look_is(f->doc, i, ":"))
            return i + 1;
        if (ahd_marks_opens(f->doc, i))
            return i;
        if (i > from && ahd_look_hit(f->doc, i, AHD_TERM_CUE) &&
            !ahd_look_has_pro(f->doc, i, AHD_PRO_AL) &&
            ahd_look_mention_at(f->doc, i) == AHD_NONE)
            return AHD_NONE; /* another cue begins */
    }
    return AHD_NONE;
}

static bool find_content(const finder *f, uint32_t from, const ahd_sentence *s,
                         ahd_quote *q)
{
    uint32_t start = content_start(f, from, s);

    if (start == AHD_NONE || start >= s->end)
        return false;
    if (!direct_content(f, start, s, q)) {
        q->first = start;
        q->end = s->end;
        while (q->end > q->first && ahd_look_is_punct(f->doc, q->end - 1))
            q->end--;
    }
    q->at = ahd_look_span(f->doc, q->first, q->end);
    return q->end > q->first;
}

/* ----------------------------------------------------------------- a cue */

static ahd_medium medium_near(const finder *f, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
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
    uint32_t age = q->sentence -
                   doc->mentions.items[f->last_speaker].sentence;
    for (uint32_t i = doc->quotes.count; i > 0; i--) {
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
    uint32_t m = speaker_after(f, cue->end, s->end);

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

static void read_cue(finder *f, const ahd_hit *cue, const ahd_sentence *s,
                     ahd_quote *q)
{
    bool found = find_content(f, cue->end, s, q);
    uint32_t end = found ? q->first : s->end;
    uint32_t m = speaker_after(f, cue->end, end);

    if (m == AHD_NONE)
        m = speaker_before(f, cue->first, s);
    q->medium = (uint8_t)medium_near(f, cue->end, end);
    if (m != AHD_NONE)
        set_speaker(f, q, m);
    else
        go_on(f, q, cue->end);
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
    if (cue->id == AHD_CUE_VIA)
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

/* The cue phrase at `token` that is no part of a name. Masdars are words of
 * saying only in a few fixed phrases, which data/cues lists as phrases. */
static const ahd_hit *cue_at(const finder *f, uint32_t token)
{
    const ahd_hit *cue = ahd_look_hit(f->doc, token, AHD_TERM_CUE);

    if (cue == NULL || ahd_look_mention_at(f->doc, token) != AHD_NONE)
        return NULL;
    bool verbal = cue->extra != AHD_FORM_MASDAR &&
                  cue->extra != AHD_FORM_PATIENT;
    bool article = cue->extra != AHD_FORM_NONE && cue->pro & AHD_PRO_AL;
    return verbal && !article ? cue : NULL;
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
