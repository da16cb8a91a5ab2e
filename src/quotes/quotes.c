#include "quotes/quotes.h"

#include "doc/look.h"
#include "quotes/cue.h"
#include "quotes/content.h"
#include "quotes/headline.h"
#include "quotes/marks.h"
#include "quotes/nominal.h"
#include "quotes/relay.h"
#include "quotes/resume.h"
#include "quotes/speaker.h"

static ahd_quote blank_quote(const ahd_quoting *f, uint32_t cue_class)
{
    return (ahd_quote){.speaker = ahd_arg_none(),
                       .via = ahd_arg_none(),
                       .sentence = f->sentence,
                       .continues = AHD_NONE,
                       .cue_class = cue_class,
                       .distant = cue_class == AHD_CUE_CLAIM};
}

/* ------------------------------------------------------------ who speaks */

static ahd_quote *last_quote(const ahd_quoting *f)
{
    ahd_doc *doc = f->doc;

    return doc->quotes.count == 0 ? NULL
                                  : &doc->quotes.items[doc->quotes.count - 1];
}

/* The subject nearest before a participle, of a verb that states. */
static ahd_arg subject_before(const ahd_quoting *f, const ahd_hit *cue)
{
    enum { CHUNKS_BACK = 60 };
    const ahd_doc *doc = f->doc;
    uint32_t c =
        ahd_look_chunk_after(doc, doc->tokens.items[cue->first].segment);

    for (int n = 0; n < CHUNKS_BACK && c-- > 0; n++) {
        const ahd_chunk *chunk = &doc->chunks.items[c];
        uint32_t first = ahd_quoting_first(f, c);
        if (first < f->s->first)
            break;
        if (chunk->link != AHD_LINK_SUBJECT || chunk->clause == AHD_NONE ||
            chunk->prep != AHD_NONE)
            continue;
        const ahd_clause *clause = &doc->clauses.items[chunk->clause];
        ahd_arg arg = clause->kind == AHD_CLAUSE_MAIN
                          ? ahd_nominal_at(f, first, cue->first)
                          : ahd_arg_none();
        if (ahd_speaker_is_told(&arg))
            return arg;
    }
    return ahd_arg_none();
}

/* «غادر فلان القاعة، قائلا»: the subject of the verb that it goes with. */
static ahd_arg subject_governing(const ahd_quoting *f, const ahd_hit *cue)
{
    const ahd_doc *doc = f->doc;
    uint32_t chunk = ahd_quoting_chunk(f, cue->first);
    uint32_t verb = chunk == AHD_NONE ? AHD_NONE : doc->chunks.items[chunk].of;

    if (verb == AHD_NONE || doc->chunks.items[verb].kind != AHD_CHUNK_VERB)
        return ahd_arg_none();
    uint32_t subject = ahd_quoting_subject(f, ahd_quoting_end(f, verb) - 1);
    if (subject == AHD_NONE || ahd_quoting_first(f, subject) < f->s->first)
        return ahd_arg_none();
    return ahd_nominal_at(f, ahd_quoting_first(f, subject), cue->first);
}

static ahd_arg first_mention(const ahd_quoting *f, const ahd_hit *cue)
{
    uint32_t m = ahd_look_mention_from(f->doc, f->s->first);

    if (m < f->doc->mentions.count &&
        f->doc->mentions.items[m].end <= cue->first &&
        f->doc->mentions.items[m].kind != AHD_MENTION_AGREEMENT)
        return ahd_look_arg(f->doc, m);
    return ahd_arg_none();
}

/* Who speaks through a participle: whoever spoke last in the sentence, else
 * its subject, else its first name. */
static void imply_speaker(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q)
{
    const ahd_quote *last = last_quote(f);
    ahd_arg arg;

    if (last && last->sentence == f->sentence &&
        (last->has_speaker || last->has_via)) {
        ahd_resume_from(f, f->doc->quotes.count - 1, q);
        return;
    }
    arg = subject_governing(f, cue);
    if (!ahd_speaker_is_told(&arg))
        arg = subject_before(f, cue);
    if (!ahd_speaker_is_told(&arg))
        arg = first_mention(f, cue);
    if (ahd_speaker_is_told(&arg))
        ahd_speaker_set(f, q, arg);
    else
        ahd_resume_last(f, cue, q);
}

/* «وقال البيان»: not who, but in what. */
static bool is_medium(const ahd_quoting *f, const ahd_arg *arg)
{
    return arg->mention == AHD_NONE && arg->at.len > 0 &&
           ahd_relay_is_medium(f, ahd_look_token_at(f->doc, arg->at.start));
}

/* The last word of a name: «الشريف» of «عبد الرؤوف الشريف». */
static ahd_str last_word(const ahd_quoting *f, const ahd_arg *arg)
{
    uint32_t end = ahd_look_token_at(f->doc, ahd_span_end(arg->at));

    return arg->at.len > 0 && end > 0 ? f->doc->tokens.items[end - 1].form
                                      : AHD_STR("");
}

/* Is he who spoke before, by id, by name or as «المصدر», «المتحدث ذاته»? */
static bool is_same(const ahd_quoting *f, const ahd_arg *before,
                    const ahd_arg *arg)
{
    uint32_t first = ahd_look_token_at(f->doc, arg->at.start);
    uint32_t end = ahd_look_token_at(f->doc, ahd_span_end(arg->at));

    if (before->id != AHD_NONE && arg->id != AHD_NONE)
        return before->id == arg->id;
    return ahd_str_eq(last_word(f, before), last_word(f, arg)) ||
           ahd_quoting_is_class(f, end, AHD_CLASS_SAME_ONE) ||
           (end == first + 1 && arg->id == AHD_NONE &&
            ahd_look_has_pro(f->doc, first, AHD_PRO_AL));
}

/* «معاليه», «المتحدث ذاته»: no more than a pronoun is. */
static bool is_again(const ahd_quoting *f, const ahd_arg *arg)
{
    uint32_t first = ahd_look_token_at(f->doc, arg->at.start);
    uint32_t end = ahd_look_token_at(f->doc, ahd_span_end(arg->at));
    const ahd_quote *last = last_quote(f);

    if (arg->at.len == 0 || arg->id != AHD_NONE || last == NULL ||
        !last->has_speaker)
        return false;
    const ahd_hit *title = ahd_look_hit(f->doc, first, AHD_TERM_TITLE);
    return ahd_quoting_is_class(f, end, AHD_CLASS_SAME_ONE) ||
           (end == first + 1 && title && title->suffix);
}

/* Named again soon after: the medium and the agency are still the same. */
static void keep_relay(const ahd_quoting *f, ahd_quote *q)
{
    enum { SENTENCES = 2 };
    const ahd_quote *last = last_quote(f);

    uint32_t cue = ahd_look_token_at(f->doc, q->cue.start);

    if (last && last->first <= cue && cue < last->end && last->has_via &&
        last->cue_class == AHD_CUE_VIA && !q->has_via) {
        q->via = last->via; /* «وبحسب الوكالة أعلنت …» */
        q->has_via = 1;
    }
    if (last == NULL || !last->has_speaker || !q->has_speaker ||
        last->sentence + SENTENCES < f->sentence ||
        !is_same(f, &last->speaker, &q->speaker))
        return;
    if (!q->has_via && last->has_via && q->medium == AHD_MEDIUM_NONE) {
        q->via = last->via;
        q->has_via = 1;
    }
    if (q->medium == AHD_MEDIUM_NONE) {
        q->medium = last->medium;
        q->medium_at = last->medium_at;
    }
}

/* --------------------------------------------------------------- a cue */

/* English says its words first, and so may Arabic: "Iran must comply," Kerry
 * said; «الهدنة صامدة، يقول كيري». `end` is where they end. */
static bool may_follow(const ahd_quoting *f, const ahd_hit *cue, uint32_t end)
{
    enum { TAIL = 16, SHORTEST = 3, SHORT_TAIL = 5 };

    if (end < f->s->first + SHORTEST || cue->end + TAIL < f->s->end)
        return false;
    if (ahd_quoting_is_arabic(f, cue->first))
        return cue->extra == AHD_FORM_PRESENT && end > 0 &&
               ahd_look_is(f->doc, end - 1, "،");
    bool parted = end > 0 && ahd_look_is_punct(f->doc, end - 1);
    if (!parted && cue->end + SHORT_TAIL < f->s->end)
        return false; /* "the leader later spoke in his capital" */
    return cue->id <= AHD_CUE_ANNOUNCE || cue->id == AHD_CUE_CONTINUE;
}

/* "…," wounded fighter | Younes said: the mark just before the speaker's words,
 * if one stands there; else `end`. */
static uint32_t parting(const ahd_quoting *f, uint32_t end)
{
    enum { BACK = 4 };

    if (end > 0 && ahd_quoting_is_arabic(f, end - 1))
        return end;
    for (uint32_t i = end; i > f->s->first && i + BACK > end; i--)
        if (ahd_look_is_punct(f->doc, i - 1))
            return i;
    return end;
}

static bool content_before(const ahd_quoting *f, const ahd_hit *cue,
                           const ahd_arg *speaker, ahd_quote *q)
{
    uint32_t end = cue->first;

    if (speaker->at.len > 0 &&
        speaker->at.start < f->doc->tokens.items[end].at.start)
        end = ahd_look_token_at(f->doc, speaker->at.start);
    while (end > f->s->first &&
           (ahd_look_is(f->doc, end - 1, "the") ||
            ahd_look_is(f->doc, end - 1, "it") ||
            ahd_quoting_is_class(f, end - 1, AHD_CLASS_PRONOUN)))
        end--;
    end = parting(f, end);
    if (ahd_quoting_is_arabic(f, cue->first) &&
        (speaker->at.len == 0 || end < cue->first || cue->pro))
        return false;
    return ahd_cue_is_finite(cue) && may_follow(f, cue, end) &&
           ahd_content_before(f, end, q);
}

/* Who is named with the cue; `limit` is where the words begin at the latest. */
static ahd_arg named_by(ahd_quoting *f, const ahd_hit *cue, uint32_t limit)
{
    ahd_arg named = ahd_arg_none();

    if (!ahd_cue_is_finite(cue))
        return named;
    named = ahd_speaker_named(f, cue, limit);
    if (!ahd_speaker_is_told(&named) && ahd_marks_opens(f->doc, cue->end) &&
        cue->end < limit)
        named = ahd_relay_in_marks(f, cue->end); /* «وأكدت "الحياة" أن» */
    return named;
}

/* «استنكرت شبكة الجزيرة»: an outlet that condemns or demands speaks for itself.
 */
static bool is_own_cause(const ahd_hit *cue)
{
    return cue->id == AHD_CUE_ACCUSE || cue->id == AHD_CUE_DEMAND ||
           cue->id == AHD_CUE_DENY || cue->id == AHD_CUE_HOPE ||
           cue->id == AHD_CUE_THANK;
}

/* Writes the speaker, or in what it is told, by who is named. */
static void set_named(ahd_quoting *f, const ahd_hit *cue, ahd_arg named,
                      ahd_quote *q)
{
    ahd_arg again = ahd_relay_again(f, cue->end); /* «وأضافت الوكالة» */

    if (is_medium(f, &named))
        ahd_relay_owner(f, ahd_look_token_at(f->doc, named.at.start), q);
    else if (cue->extra == AHD_FORM_NONE &&
             ahd_relay_is_medium(f, cue->end - 1))
        ahd_relay_owner(f, cue->end - 1, q); /* «جاء في بيان للجيش» */
    else if (again.at.len > 0)
        ahd_speaker_set(f, q, again);
    else if (!is_again(f, &named))
        ahd_speaker_set(f, q, named);
    if (q->has_via && !q->has_speaker && is_own_cause(cue)) {
        q->speaker = q->via;
        q->has_speaker = 1;
        q->via = ahd_arg_none();
        q->has_via = 0;
    }
    if (cue->extra != AHD_FORM_MASDAR)
        return;
    ahd_relay_from(f, cue, q);
    const ahd_quote *last = last_quote(f);
    if (!q->has_via && last && last->has_via &&
        last->sentence + 1 >= f->sentence) { /* told on by the same one */
        q->via = last->via;
        q->has_via = 1;
    }
}

/* «وسارع الوزير إلى …، لكنه أكد أن»: the subject of a sentence in which nobody
 * has spoken yet. */
static ahd_arg subject_within(const ahd_quoting *f, const ahd_hit *cue)
{
    enum { HEAD = 3 };
    const ahd_quote *last = last_quote(f);

    if (!ahd_cue_is_finite(cue) || cue->first <= f->s->first + HEAD ||
        (last && last->sentence == f->sentence))
        return ahd_arg_none();
    ahd_arg arg = subject_before(f, cue);
    return arg.mention != AHD_NONE && ahd_resume_agrees(f, cue, &arg)
               ? arg
               : ahd_arg_none();
}

/* Nobody is named: whoever goes on, or else the statement itself. */
static void set_unnamed(ahd_quoting *f, const ahd_hit *cue, ahd_arg named,
                        ahd_quote *q)
{
    if (q->has_speaker || (q->has_via && ahd_speaker_is_told(&named)))
        return;
    ahd_arg subject = subject_within(f, cue);
    if (ahd_speaker_is_told(&subject))
        ahd_speaker_set(f, q, subject);
    else if (ahd_cue_is_finite(cue) || cue->id == AHD_CUE_CONTINUE ||
             q->has_via)
        ahd_resume_last(f, cue, q);
    else
        imply_speaker(f, cue, q);
    if (q->has_speaker || q->has_via)
        return;
    if (q->medium == AHD_MEDIUM_NONE)
        ahd_speaker_set(f, q, named);
    else if (is_medium(f, &named)) {
        q->via.at = q->medium_at;
        q->has_via = 1;
    }
}

static void read_cue(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q)
{
    uint32_t mark = ahd_content_mark(f, cue), from = cue->end;
    uint32_t limit = mark == AHD_NONE ? f->s->end : mark;
    ahd_arg named = named_by(f, cue, limit);

    if (named.at.len > 0 &&
        named.at.start >= f->doc->tokens.items[cue->end - 1].at.start)
        from = ahd_look_token_at(f->doc, ahd_span_end(named.at));
    /* "We agreed," said X, author of "The Deal". */
    bool inverted = !ahd_quoting_is_arabic(f, cue->first) &&
                    cue->first > f->s->first &&
                    ahd_marks_closes(f->doc, cue->first - 1);
    bool found = !inverted && ahd_content_after(f, cue, from, q);
    uint32_t until = found ? q->first : f->s->end;
    ahd_relay_medium(f, cue->first, until, q);
    if (found && q->medium == AHD_MEDIUM_NONE && !q->direct && mark == AHD_NONE)
        ahd_relay_medium_after(f, q);
    set_named(f, cue, named, q);
    if (!q->has_via)
        ahd_relay_told_to(f, cue->end, until, q);
    set_unnamed(f, cue, named, q);
    if (!found)
        content_before(f, cue, &named, q);
    keep_relay(f, q);
}

/* «أعرب عن أمله», «عن إدانته»: what kind of saying it is, the noun tells. */
static uint32_t class_of(const ahd_quoting *f, const ahd_hit *cue,
                         const ahd_quote *q)
{
    enum { NEAR = 2 };

    if (cue->id != AHD_CUE_SAY || !ahd_quoting_is_arabic(f, cue->first) ||
        !ahd_quoting_is_class(f, q->first, AHD_CLASS_ABOUT))
        return cue->id;
    for (uint32_t i = q->first + 1; i < q->end && i < q->first + NEAR; i++) {
        const ahd_token *t = &f->doc->tokens.items[i];
        for (uint32_t k = 0; k < t->hits; k++) {
            const ahd_hit *hit = &f->doc->hits.items[t->first_hit + k];
            if (hit->kind == AHD_TERM_CUE && hit->id < AHD_CUE_VIA)
                return hit->id;
        }
    }
    return cue->id;
}

static void add_quote(ahd_quoting *f, const ahd_hit *cue)
{
    ahd_quote q = blank_quote(f, cue->id);

    q.cue = ahd_look_span(f->doc, cue->first, cue->end);
    if (cue->id == AHD_CUE_VIA) {
        bool read = ahd_cue_is_finite(cue) ? ahd_relay_pass_on(f, cue, &q)
                                           : ahd_relay_read(f, cue, &q);
        if (!read)
            return;
        if (!q.has_speaker && q.medium != AHD_MEDIUM_NONE)
            ahd_resume_last(f, cue, &q);
    } else {
        read_cue(f, cue, &q);
        q.cue_class = class_of(f, cue, &q);
    }
    /* "The fighting continued": only words in marks go on so. */
    bool speaks = cue->id != AHD_CUE_CONTINUE || q.direct ||
                  ahd_quoting_is_arabic(f, cue->first);
    if (q.end > q.first && speaks && (q.has_speaker || q.has_via))
        *ahd_vec_push(f->doc->arena, &f->doc->quotes) = q;
}

/* "This crime confirms our fears," it said: English words in marks, whose
 * speaker comes after them. The token that closes them, or `i`. */
static uint32_t past_words(const ahd_quoting *f, uint32_t i)
{
    const ahd_quote *last = last_quote(f);

    if (ahd_quoting_is_arabic(f, i + 1) || !ahd_marks_opens(f->doc, i) ||
        (last && last->end > i))
        return i;
    uint32_t close = ahd_marks_close(f->doc, i);
    return close < f->s->end ? close : i;
}

static void read_sentence(ahd_quoting *f)
{
    ahd_quote q = blank_quote(f, AHD_CUE_SAY);

    if (ahd_headline_read(f, &q))
        *ahd_vec_push(f->doc->arena, &f->doc->quotes) = q;
    for (uint32_t i = f->s->first; i < f->s->end; i++) {
        i = i + 1 < f->s->end ? past_words(f, i) : i;
        const ahd_hit *cue = ahd_cue_at(f, i);
        if (cue == NULL)
            continue;
        add_quote(f, cue);
        i = ahd_cue_end(f, cue) - 1;
        const ahd_hit *next = i + 1 < f->s->end ? ahd_cue_at(f, i + 1) : NULL;
        if (next && next->extra == AHD_FORM_NONE && next->id == AHD_CUE_SAY)
            i = next->end - 1; /* «وتابع قائلا» */
    }
}

void ahd_quotes_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_quoting f = {kb, doc, NULL, 0, AHD_NONE, ahd_arg_none()};

    (void)scratch;
    for (uint32_t n = 0; n < doc->sentences.count; n++) {
        f.s = &doc->sentences.items[n];
        f.sentence = n;
        read_sentence(&f);
    }
}
