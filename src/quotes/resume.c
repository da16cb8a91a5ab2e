#include "quotes/resume.h"

#include "doc/look.h"
#include "quotes/cue.h"
#include "quotes/speaker.h"

enum { QUOTES_BACK = 64, SENTENCES_BACK = 4, STATEMENTS_BACK = 10 };

/* The gender that an Arabic verb is written with: «وأضافت», «وتقول»; 0 when
 * it has none. */
static uint32_t gender_of(const ahd_quoting *f, const ahd_hit *cue)
{
    const ahd_token *t = &f->doc->tokens.items[cue->first];
    ahd_str host = t->readings ? t->reading[0].host : t->form;

    if (!ahd_quoting_is_arabic(f, cue->first) || cue->suffix)
        return 0;
    if (cue->extra == AHD_FORM_PAST)
        return ahd_str_ends(t->form, AHD_STR("ت")) ? AHD_FEMININE
                                                   : AHD_MASCULINE;
    if (cue->extra == AHD_FORM_PRESENT)
        return ahd_str_starts(host, AHD_STR("ت")) ? AHD_FEMININE
                                                  : AHD_MASCULINE;
    return 0;
}

/* Could he go on with this verb? Only nouns that the lexicon knows say no. */
bool ahd_resume_agrees(const ahd_quoting *f, const ahd_hit *cue,
                       const ahd_arg *arg)
{
    uint32_t head = ahd_look_token_at(f->doc, arg->at.start);
    const ahd_segment *noun = ahd_look_host(f->doc, head);

    if (noun == NULL || noun->pos != AHD_POS_NOUN || !noun->known ||
        AHD_FEAT(noun->feats, NUMBER) > AHD_SINGULAR)
        return true;
    bool she = ahd_str_ends(f->doc->tokens.items[head].form, AHD_STR("ه"));
    uint32_t verb = gender_of(f, cue), own = AHD_FEAT(noun->feats, GENDER);
    return !(verb == AHD_FEMININE && !she && own == AHD_MASCULINE) &&
           !(verb == AHD_MASCULINE && she && own == AHD_FEMININE);
}

/* Said in the words of another: «قال إن روسيا أعلنت …». */
static bool is_within(const ahd_doc *doc, uint32_t quote)
{
    uint32_t cue = ahd_look_token_at(doc, doc->quotes.items[quote].cue.start);

    for (uint32_t i = quote; i-- > 0 && i + 8 > quote;) {
        const ahd_quote *other = &doc->quotes.items[i];
        if (other->has_speaker && other->first <= cue && cue < other->end)
            return true;
    }
    return false;
}

/* The last quotation that this cue may go on from. */
static uint32_t earlier_quote(const ahd_quoting *f, const ahd_hit *cue,
                              uint32_t medium)
{
    const ahd_doc *doc = f->doc;
    uint32_t stop =
        doc->quotes.count > QUOTES_BACK ? doc->quotes.count - QUOTES_BACK : 0;
    uint32_t fallback = AHD_NONE;

    for (uint32_t i = doc->quotes.count; i > stop; i--) {
        const ahd_quote *q = &doc->quotes.items[i - 1];
        if (f->sentence - q->sentence > STATEMENTS_BACK)
            break;
        if (f->sentence - q->sentence > SENTENCES_BACK &&
            (medium != AHD_MEDIUM_STATEMENT || q->medium != medium))
            continue; /* «وأشار البيان» is of a statement told long ago */
        if (!q->has_speaker || !ahd_resume_agrees(f, cue, &q->speaker))
            continue;
        if (!is_within(doc, i - 1))
            return i - 1;
        if (fallback == AHD_NONE)
            fallback = i - 1;
    }
    return fallback;
}

void ahd_resume_from(const ahd_quoting *f, uint32_t from, ahd_quote *q)
{
    const ahd_quote *earlier = &f->doc->quotes.items[from];

    q->continues = from;
    q->speaker = earlier->speaker;
    q->has_speaker = earlier->has_speaker;
    if (!q->has_via && earlier->has_via && q->medium == AHD_MEDIUM_NONE) {
        q->via = earlier->via;
        q->has_via = 1;
    }
    if (q->medium == AHD_MEDIUM_NONE) {
        q->medium = earlier->medium;
        q->medium_at = earlier->medium_at;
    }
}

void ahd_resume_last(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q)
{
    enum { FRESH = 2 };
    uint32_t i = earlier_quote(f, cue, q->medium);

    if (i != AHD_NONE) {
        ahd_resume_from(f, i, q);
        return;
    }
    if (f->last_speaker == AHD_NONE)
        return;
    const ahd_mention *m = &f->doc->mentions.items[f->last_speaker];
    ahd_arg arg = ahd_look_arg(f->doc, f->last_speaker);
    if (f->sentence - m->sentence <= FRESH && ahd_resume_agrees(f, cue, &arg))
        ahd_speaker_set(f, q, arg);
}
