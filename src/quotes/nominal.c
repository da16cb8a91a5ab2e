#include "quotes/nominal.h"

#include "doc/look.h"
#include "quotes/marks.h"
#include "quotes/relay.h"

enum { LONGEST_NOUN = 12 }; /* tokens */

/* «وثمن مصادقة المجلس»: what was done says nothing. */
bool ahd_nominal_is_deed(const ahd_quoting *f, uint32_t token)
{
    const ahd_segment *noun = ahd_look_host(f->doc, token);

    return noun && AHD_FEAT(noun->feats, VERBAL) == AHD_MASDAR &&
           ahd_quoting_is_arabic(f, token) &&
           !ahd_look_hit(f->doc, token, AHD_TERM_HEAD) &&
           !ahd_relay_is_medium(f, token) &&
           !ahd_quoting_is_class(f, token, AHD_CLASS_REPORT) &&
           !ahd_quoting_is_class(f, token, AHD_CLASS_GOVERNMENT_OF);
}

/* Whose attributes belong to a name: «مصدر في الوزارة», not «عن الوزارة»; «ب»
 * only of somebody whom a source is («مصدر بالوزارة»), for verbs have it too.
 */
static bool is_of_noun(const ahd_quoting *f, uint32_t prep, bool bi)
{
    return ahd_quoting_is_class(f, prep, AHD_CLASS_IN) ||
           ahd_quoting_is_class(f, prep, AHD_CLASS_FROM) ||
           (bi && ahd_look_has_pro(f->doc, prep, AHD_PRO_BI)) ||
           ahd_look_is(f->doc, prep, "of") || ahd_look_is(f->doc, prep, "in");
}

/* Does the chunk `c` go on with a noun whose words end at `end`? */
static bool goes_on_noun(const ahd_quoting *f, uint32_t c, uint32_t end,
                         bool bi)
{
    const ahd_chunk *next = &f->doc->chunks.items[c];
    uint32_t prep = ahd_quoting_prep(f, c), first = ahd_quoting_first(f, c);
    uint32_t time = ahd_look_time_from(f->doc, prep);

    bool oblique = bi && next->link == AHD_LINK_OBLIQUE &&
                   ahd_quoting_is_class(f, prep, AHD_CLASS_IN) &&
                   !ahd_relay_is_medium(f, first);
    bool named = (next->link == AHD_LINK_APPOSITION &&
                  f->doc->segments.items[next->head].pos == AHD_POS_PROPN) ||
                 ahd_look_is(f->doc, end - 1, "بن");
    return prep == end &&
           (next->link == AHD_LINK_ATTRIBUTE || oblique || named) &&
           !ahd_nominal_is_deed(f, first) &&
           (next->prep == AHD_NONE || is_of_noun(f, prep, bi)) &&
           (time == f->doc->times.count ||
            f->doc->times.items[time].first > first);
}

/* Where a noun is cut short: «مصدر | قوله», «الوكالة | "لم نوقع …"». */
static bool cuts_noun(const ahd_quoting *f, uint32_t i, uint32_t end)
{
    const ahd_hit *cue = ahd_look_hit(f->doc, i, AHD_TERM_CUE);

    if (cue && cue->suffix && cue->extra == AHD_FORM_MASDAR)
        return true;
    if (ahd_quoting_is_class(f, i, AHD_CLASS_OUTLET) &&
        ahd_look_has_pro(f->doc, i, AHD_PRO_LI))
        return true; /* «الوزيرة | لوكالة كذا» */
    if (!ahd_marks_opens(f->doc, i))
        return false;
    for (uint32_t close = i + 1; close <= end; close++)
        if (ahd_marks_closes(f->doc, close))
            return false;
    return true;
}

/* The end of a noun's words: its chunk, and the attributes that go on. */
static uint32_t noun_end(const ahd_quoting *f, uint32_t chunk, uint32_t limit,
                         bool bi)
{
    uint32_t first = ahd_quoting_first(f, chunk);
    uint32_t end = ahd_quoting_end(f, chunk);

    limit = limit < first + LONGEST_NOUN ? limit : first + LONGEST_NOUN;
    for (uint32_t c = chunk + 1; c < f->doc->chunks.count; c++) {
        const ahd_chunk *next = &f->doc->chunks.items[c];
        if ((next->of < chunk && next->link == AHD_LINK_ATTRIBUTE) ||
            ahd_quoting_end(f, c) > limit || !goes_on_noun(f, c, end, bi))
            break;
        end = ahd_quoting_end(f, c);
    }
    end = end < limit ? end : limit;
    for (uint32_t i = first + 1; i < end; i++)
        if (cuts_noun(f, i, end))
            return i;
    return end;
}

ahd_arg ahd_nominal_words(const ahd_quoting *f, uint32_t first, uint32_t end)
{
    ahd_arg arg = ahd_arg_none();

    while (first < end && ahd_look_is_punct(f->doc, end - 1))
        end--;
    if (first < end)
        arg.at = ahd_look_span(f->doc, first, end);
    return arg;
}

/* «مصدر», a mention of somebody unknown, with the words that say who he is. */
static ahd_arg fuller(const ahd_quoting *f, uint32_t mention, uint32_t chunk,
                      uint32_t limit)
{
    const ahd_mention *m = &f->doc->mentions.items[mention];
    ahd_arg arg = ahd_look_arg(f->doc, mention);

    for (uint32_t i = m->first + 1; i < m->end; i++)
        if (cuts_noun(f, i, m->end)) {
            arg.at = ahd_look_span(f->doc, m->first, i);
            return arg;
        }
    if (m->kind == AHD_MENTION_PERSON && mention + 1 < f->doc->mentions.count) {
        const ahd_mention *office = &f->doc->mentions.items[mention + 1];
        if (office->kind == AHD_MENTION_ROLE && office->first == m->end &&
            office->end <= limit) /* «فلان المتحدث باسم كذا» */
            arg.at = ahd_look_span(f->doc, m->first, office->end);
    }
    if (m->id != AHD_NONE || m->how == AHD_HOW_ANAPHOR || chunk == AHD_NONE ||
        (m->kind != AHD_MENTION_GROUP && m->kind != AHD_MENTION_ROLE))
        return arg;
    uint32_t end = noun_end(f, chunk, limit, true);
    if (end > m->end)
        arg.at = ahd_look_span(f->doc, m->first, end);
    return arg;
}

/* «هذا», «نفسه», «عدم …», «روابط ذات علاقة»: nobody who speaks. */
static bool is_nobody(const ahd_quoting *f, uint32_t token)
{
    static const ahd_class classes[] = {AHD_CLASS_PRONOUN, AHD_CLASS_SAME_ONE,
                                        AHD_CLASS_NEGATION,
                                        AHD_CLASS_LINKS};

    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (ahd_quoting_is_class(f, token, classes[i]))
            return true;
    const ahd_segment *word = ahd_look_host(f->doc, token);
    return word && word->pos == AHD_POS_PRON && ahd_quoting_is_arabic(f, token);
}

static bool is_noun_chunk(const ahd_quoting *f, uint32_t chunk)
{
    const ahd_chunk *c = &f->doc->chunks.items[chunk];
    const ahd_segment *head = &f->doc->segments.items[c->head];
    uint32_t first = ahd_quoting_first(f, chunk);
    uint32_t time = ahd_look_time_from(f->doc, first);

    if (c->kind != AHD_CHUNK_NOUN || head->kind != AHD_SEGMENT_HOST ||
        (time < f->doc->times.count &&
         f->doc->times.items[time].first == first))
        return false;
    return head->pos == AHD_POS_NOUN || head->pos == AHD_POS_PROPN ||
           head->pos == AHD_POS_ADJ || head->pos == AHD_POS_NUM;
}

ahd_arg ahd_nominal_at(const ahd_quoting *f, uint32_t token, uint32_t limit)
{
    uint32_t m = ahd_look_mention_at(f->doc, token);
    uint32_t chunk = ahd_quoting_chunk(f, token);

    if (m != AHD_NONE && f->doc->mentions.items[m].first < token)
        return ahd_nominal_words(f, token, f->doc->mentions.items[m].end);
    if (m != AHD_NONE)
        return f->doc->mentions.items[m].kind != AHD_MENTION_AGREEMENT
                   ? fuller(f, m, chunk, limit)
                   : ahd_arg_none();
    if (chunk == AHD_NONE || !is_noun_chunk(f, chunk) || is_nobody(f, token))
        return ahd_arg_none();
    return ahd_nominal_words(f, token, noun_end(f, chunk, limit, false));
}
