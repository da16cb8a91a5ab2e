#include "quotes/headline.h"

#include "doc/look.h"
#include "quotes/content.h"
#include "quotes/marks.h"
#include "quotes/nominal.h"
#include "quotes/speaker.h"

enum { LONGEST_SPEAKER = 9, SHORTEST_WORDS = 3 };

static bool is_title(const ahd_quoting *f)
{
    return f->doc->title_len > 0 && f->s->paragraph == 0;
}

/* «الكويت: تكليف ناصر …» is where it happened; "Russia: we did not" is who says
 * it: a state or a town speaks only in marks, or with a verb or a pronoun. */
static bool may_be_place(const ahd_quoting *f, const ahd_arg *arg,
                         uint32_t first)
{
    const ahd_mention *m =
        arg->mention == AHD_NONE ? NULL : &f->doc->mentions.items[arg->mention];
    const ahd_segment *host = ahd_look_host(f->doc, first);

    if (m == NULL || m->end > m->first + 2 ||
        (m->kind != AHD_MENTION_STATE && m->kind != AHD_MENTION_PLACE))
        return false;
    return !ahd_marks_opens(f->doc, first) && host &&
           host->pos != AHD_POS_VERB && host->pos != AHD_POS_PART &&
           host->pos != AHD_POS_PRON && host->pos != AHD_POS_AUX;
}

/* Whoever the words up to the colon name, all of them. */
static ahd_arg whole_speaker(const ahd_quoting *f, uint32_t colon)
{
    uint32_t first = f->s->first;
    ahd_arg arg;

    if (ahd_marks_opens(f->doc, first))
        first++;
    arg = ahd_nominal_at(f, first, colon);
    if (!ahd_speaker_is_told(&arg))
        return arg;
    uint32_t end = ahd_look_token_at(f->doc, ahd_span_end(arg.at));
    for (; end < colon; end++)
        if (!ahd_look_is_punct(f->doc, end))
            return ahd_arg_none();
    return arg;
}

/* «كاتبة: …», not «الانتخابات: …»: whoever is no mention is unknown, and a
 * mention is one who speaks. */
static bool may_speak(const ahd_quoting *f, const ahd_arg *arg)
{
    if (arg->mention != AHD_NONE)
        return f->doc->mentions.items[arg->mention].kind !=
               AHD_MENTION_AGREEMENT;
    uint32_t head = ahd_look_token_at(f->doc, arg->at.start);
    const ahd_segment *noun = ahd_look_host(f->doc, head);
    return is_title(f) && noun && noun->pos == AHD_POS_NOUN &&
           ahd_quoting_is_arabic(f, head) &&
           AHD_FEAT(noun->feats, VERBAL) != AHD_MASDAR &&
           !ahd_look_has_pro(f->doc, head, AHD_PRO_AL);
}

static bool speaker_first(ahd_quoting *f, ahd_quote *q)
{
    uint32_t colon = f->s->first;
    uint32_t limit = colon + LONGEST_SPEAKER;

    while (colon < f->s->end && colon < limit &&
           !ahd_look_is(f->doc, colon, ":"))
        colon++;
    if (colon >= f->s->end || colon == limit ||
        colon + 1 + SHORTEST_WORDS > f->s->end)
        return false;
    ahd_arg arg = whole_speaker(f, colon);
    if (!ahd_speaker_is_told(&arg) || may_be_place(f, &arg, colon + 1) ||
        !may_speak(f, &arg))
        return false;
    q->cue = f->doc->tokens.items[colon].at;
    ahd_speaker_set(f, q, arg);
    q->direct = 1;
    if (!ahd_content_set(f, colon + 1, f->s->end, q))
        return false;
    if (ahd_marks_opens(f->doc, q->first))
        return ahd_content_set(f, q->first + 1, q->end, q);
    return true;
}

/* The words first, whoever says them last: only in titles. */
static bool speaker_last(ahd_quoting *f, ahd_quote *q)
{
    enum { LONGEST_TAIL = 6 };
    uint32_t colon = f->s->end;
    ahd_arg arg;

    if (!is_title(f))
        return false;
    while (colon > f->s->first + SHORTEST_WORDS &&
           colon + LONGEST_TAIL > f->s->end &&
           !ahd_look_is(f->doc, colon - 1, ":"))
        colon--;
    if (colon >= f->s->end || !ahd_look_is(f->doc, colon - 1, ":"))
        return false;
    arg = ahd_nominal_at(f, colon, f->s->end);
    if (arg.mention == AHD_NONE ||
        f->doc->mentions.items[arg.mention].end + 1 < f->s->end ||
        may_be_place(f, &arg, f->s->first))
        return false;
    q->cue = f->doc->tokens.items[colon - 1].at;
    ahd_speaker_set(f, q, arg);
    q->direct = 1;
    uint32_t first = f->s->first;
    return ahd_content_set(f, first + ahd_marks_opens(f->doc, first), colon - 1,
                          q);
}

bool ahd_headline_read(ahd_quoting *f, ahd_quote *q)
{
    return speaker_first(f, q) || speaker_last(f, q);
}
