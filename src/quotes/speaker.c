#include "quotes/speaker.h"

#include "doc/look.h"
#include "quotes/cue.h"
#include "quotes/marks.h"
#include "quotes/nominal.h"

/* How far from its cue a speaker may stand, in tokens: titles and names are
 * long, and «في بيان أصدره أمس» may come between. */
enum { SPEAKER_REACH = 14, SUBJECT_REACH = 6 };

bool ahd_speaker_is_told(const ahd_arg *arg)
{
    return arg->at.len > 0 || arg->mention != AHD_NONE;
}

static bool can_speak(const ahd_mention *m)
{
    return m->kind != AHD_MENTION_AGREEMENT;
}

static bool ends_subject(const ahd_quoting *f, uint32_t token)
{
    return ahd_quoting_is_class(f, token, AHD_CLASS_THAT) ||
           ahd_quoting_is_class(f, token, AHD_CLASS_RELATIVE) ||
           ahd_look_is(f->doc, token, ":") || ahd_marks_opens(f->doc, token);
}

/* A preposition before a mention makes it no subject: «في جنيف», «لرويترز». */
static bool after_preposition(const ahd_quoting *f, uint32_t token)
{
    static const ahd_class prepositions[] = {
        AHD_CLASS_IN,   AHD_CLASS_TO,    AHD_CLASS_ON,    AHD_CLASS_WITH,
        AHD_CLASS_FROM, AHD_CLASS_ABOUT, AHD_CLASS_AFTER, AHD_CLASS_DURING};

    if (ahd_look_has_pro(f->doc, token, AHD_PRO_LI | AHD_PRO_BI) &&
        ahd_quoting_is_arabic(f, token))
        return true;
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (token > 0 && ahd_quoting_is_class(f, token - 1, prepositions[i]))
            return true;
    return false;
}

/* ------------------------------------------------------ what may be meant */

/* «واتهم المنظمة»: the accused, by the gender of the verb. */
static bool is_object(const ahd_quoting *f, const ahd_hit *cue,
                      uint32_t mention)
{
    bool present = cue->extra == AHD_FORM_PRESENT;
    const ahd_mention *m = &f->doc->mentions.items[mention];
    ahd_str head = f->doc->tokens.items[m->first].form;

    if (m->kind == AHD_MENTION_GROUP && ahd_str_ends(head, AHD_STR("ين")) &&
        ahd_str_starts(head, AHD_STR("ال")) && ahd_cue_is_finite(cue))
        return true; /* «ودعا الطرفين» */
    return (present || cue->extra == AHD_FORM_PAST) &&
           ahd_look_disagrees(f->doc, cue, present, mention);
}

/* --------------------------------------------------------------- subjects */

/* Nor does whoever did it: a name that is the genitive of a deed. */
static bool is_of_deed(const ahd_quoting *f, uint32_t token)
{
    uint32_t chunk = ahd_quoting_chunk(f, token);

    if (chunk == AHD_NONE || f->doc->chunks.items[chunk].kind != AHD_CHUNK_NOUN)
        return false;
    uint32_t first = ahd_quoting_first(f, chunk);
    return first < token && ahd_nominal_is_deed(f, first);
}

/* «وجدد التأكيد على …»: a noun, after no preposition, that is the verb's own;
 * whoever is named behind it is not the subject. */
static bool is_other_noun(const ahd_quoting *f, uint32_t token, bool *aside)
{
    const ahd_segment *word = ahd_look_host(f->doc, token);
    uint32_t time = ahd_look_time_from(f->doc, token);

    if (word == NULL || ahd_look_is_punct(f->doc, token)) {
        *aside = false;
        return false;
    }
    if (word->pos == AHD_POS_ADP ||
        ahd_look_has_pro(f->doc, token, AHD_PRO_BI | AHD_PRO_LI))
        *aside = true;
    return !*aside && word->pos == AHD_POS_NOUN &&
           AHD_FEAT(word->feats, VERBAL) == AHD_MASDAR &&
           !ahd_look_hit(f->doc, token, AHD_TERM_TITLE) &&
           !(time < f->doc->times.count &&
             f->doc->times.items[time].first == token);
}

/* Verb first: the mention that follows the cue. */
static uint32_t mention_after(const ahd_quoting *f, const ahd_hit *cue,
                              uint32_t end)
{
    uint32_t limit = cue->end + SPEAKER_REACH;
    bool aside = false; /* after a preposition: «في تصريح اليوم» */

    for (uint32_t i = cue->end; i < end && i < limit; i++) {
        uint32_t m = ahd_look_mention_at(f->doc, i);
        if (m != AHD_NONE && f->doc->mentions.items[m].first == i) {
            const ahd_mention *mention = &f->doc->mentions.items[m];
            if (i == cue->end && is_object(f, cue, m))
                return AHD_NONE;
            bool of = aside && mention->kind != AHD_MENTION_PERSON;
            if (can_speak(mention) && !of && !after_preposition(f, i) &&
                !is_of_deed(f, i))
                return m;
            aside = false;
            i = mention->end - 1;
            continue;
        }
        if (ends_subject(f, i) || is_other_noun(f, i, &aside))
            break;
    }
    return AHD_NONE;
}

/* Subject first: the mention that ends just before the cue. */
static uint32_t mention_before(const ahd_quoting *f, uint32_t cue)
{
    uint32_t m = ahd_look_mention_from(f->doc, cue);

    if (m == 0 || (ahd_quoting_is_arabic(f, cue) &&
                   ahd_look_has_pro(f->doc, cue, AHD_PRO_WA)))
        return AHD_NONE;
    const ahd_mention *mention = &f->doc->mentions.items[--m];
    if (mention->first < f->s->first || mention->end + SUBJECT_REACH < cue ||
        !can_speak(mention) || after_preposition(f, mention->first))
        return AHD_NONE;
    for (uint32_t i = mention->end; i < cue; i++)
        if (ends_subject(f, i) || ahd_look_is(f->doc, i, "."))
            return AHD_NONE;
    return m;
}

/* "حكومة الوفاق تنفي …", "إن قطر أعلنت": the name that opens the clause and
 * that the verb follows at once. */
static uint32_t mention_adjacent(const ahd_quoting *f, uint32_t cue)
{
    uint32_t m = mention_before(f, cue);

    if (m == AHD_NONE)
        return AHD_NONE;
    const ahd_mention *mention = &f->doc->mentions.items[m];
    bool opens = mention->first == f->s->first ||
                 ahd_quoting_is_class(f, mention->first - 1, AHD_CLASS_THAT) ||
                 ahd_look_is(f->doc, mention->first - 1, ":");
    return opens && mention->end == cue ? m : AHD_NONE;
}

/* Whoever is no mention is a subject only beside its verb. */
static bool may_be_stranger(const ahd_quoting *f, const ahd_hit *cue,
                            uint32_t first)
{
    if (ahd_nominal_is_deed(f, first))
        return false;
    if (first >= cue->end)
        return ahd_quoting_skip(f, cue->end, first) >= first;
    return !ahd_quoting_is_arabic(f, first) ||
           (!(cue->pro & AHD_PRO_WA) && first + SUBJECT_REACH >= cue->first);
}

/* «مقديشو (CNN) -- قالت …»: a dateline is no subject. */
static bool is_cut_off(const ahd_quoting *f, uint32_t first, uint32_t cue)
{
    for (uint32_t i = first; i < cue; i++)
        if (ahd_look_is(f->doc, i, "-") || ahd_look_is(f->doc, i, "--") ||
            ahd_look_is(f->doc, i, ":"))
            return true;
    return false;
}

/* «قال …، وأكد»: the verb goes on from words that were just said, whatever
 * verb of theirs it may be joined to. */
static bool goes_on_from_words(const ahd_quoting *f, const ahd_hit *cue,
                               uint32_t subject)
{
    const ahd_doc *doc = f->doc;

    if (doc->quotes.count == 0 || subject >= cue->end)
        return false;
    const ahd_quote *q = &doc->quotes.items[doc->quotes.count - 1];
    return q->sentence == f->sentence && q->has_speaker &&
           q->first <= subject && subject < q->end && q->end <= cue->first;
}

/* The subject that the chunks give the verb. */
static ahd_arg by_chunks(const ahd_quoting *f, const ahd_hit *cue,
                         uint32_t limit)
{
    uint32_t chunk = ahd_quoting_subject(f, cue->first);

    if (chunk == AHD_NONE)
        return ahd_arg_none();
    uint32_t first = ahd_quoting_first(f, chunk);
    const ahd_segment *opens = ahd_look_host(f->doc, first);
    first +=
        opens && opens->pos == AHD_POS_DET && !ahd_quoting_is_arabic(f, first);
    bool after = first >= cue->end;
    uint32_t m = ahd_look_mention_at(f->doc, first);
    if (first < f->s->first || first >= (after ? limit : cue->first) ||
        (after && first > cue->end + SPEAKER_REACH) ||
        (m != AHD_NONE && after && is_object(f, cue, m)) ||
        (m == AHD_NONE && !may_be_stranger(f, cue, first)) ||
        (!after && (is_cut_off(f, first, cue->first) ||
                    goes_on_from_words(f, cue, first))))
        return ahd_arg_none();
    return ahd_nominal_at(f, first, after ? limit : cue->first);
}

/* «ورفضت أنقرة … وقالت»: the name beside the verb that this one is joined to.
 */
static uint32_t mention_joined(const ahd_quoting *f, const ahd_hit *cue)
{
    enum { BESIDE = 2 };
    const ahd_doc *doc = f->doc;
    uint32_t chunk = ahd_quoting_chunk(f, cue->first);

    if (chunk == AHD_NONE || !(cue->pro & AHD_PRO_WA) ||
        doc->chunks.items[chunk].link != AHD_LINK_CONJUNCT ||
        doc->chunks.items[chunk].of == AHD_NONE) /* its other half is nowhere */
        return AHD_NONE;
    uint32_t end = ahd_quoting_end(f, doc->chunks.items[chunk].of);
    uint32_t m = ahd_look_mention_from(doc, end);
    if (m == doc->mentions.count || goes_on_from_words(f, cue, end) ||
        doc->mentions.items[m].first >= end + BESIDE ||
        doc->mentions.items[m].end > cue->first ||
        after_preposition(f, doc->mentions.items[m].first) ||
        !can_speak(&doc->mentions.items[m]))
        return AHD_NONE;
    return m;
}

static ahd_arg by_mention(const ahd_quoting *f, uint32_t mention)
{
    return mention == AHD_NONE ? ahd_arg_none() : ahd_look_arg(f->doc, mention);
}

/* Those nouns as an argument, of the person whom they name if they do. */
static ahd_arg all_nouns(const ahd_quoting *f, uint32_t first, uint32_t end)
{
    ahd_arg arg = ahd_nominal_words(f, first, end);
    uint32_t m = ahd_look_mention_from(f->doc, first);

    for (; m < f->doc->mentions.count; m++) {
        const ahd_mention *mention = &f->doc->mentions.items[m];
        if (mention->first >= end)
            break;
        if (mention->kind != AHD_MENTION_PERSON)
            continue;
        ahd_span at = arg.at;
        arg = ahd_look_arg(f->doc, m);
        arg.at = at;
        return arg;
    }
    return arg;
}

/* ---------------------------------------------------------------- English */

/* "the Observatory for [Human Rights] said", "US [Secretary Kerry] said". */
static ahd_arg with_mention_before(const ahd_quoting *f, uint32_t mention,
                                   uint32_t cue)
{
    const ahd_doc *doc = f->doc;
    const ahd_mention *m = &doc->mentions.items[mention];
    ahd_arg arg = ahd_look_arg(doc, mention);

    if (mention == 0 || doc->mentions.items[mention - 1].first < f->s->first)
        return arg;
    const ahd_mention *before = &doc->mentions.items[mention - 1];
    if (before->end + 1 == m->first && ahd_look_is(doc, before->end, "for"))
        return ahd_nominal_words(f, before->first, cue);
    if (before->end == m->first && before->kind == AHD_MENTION_STATE)
        arg.at = ahd_look_span(doc, before->first, m->end);
    return arg;
}

/* "a monitor said", "Hama city a monitor said": the noun that the verb
 * follows at once. */
static ahd_arg english_before(const ahd_quoting *f, uint32_t cue)
{
    enum { LONGEST = 7 };
    const ahd_doc *doc = f->doc;
    uint32_t m, first = cue;

    m = ahd_look_mention_at(doc, cue - 1);
    while (first > f->s->first && first + LONGEST > cue) {
        const ahd_segment *word = ahd_look_host(doc, first - 1);
        if (word == NULL || ahd_look_is_punct(doc, first - 1) ||
            word->pos == AHD_POS_VERB || word->pos == AHD_POS_ADP ||
            word->pos == AHD_POS_PRON || word->pos == AHD_POS_ADV ||
            word->pos == AHD_POS_AUX || word->pos == AHD_POS_SCONJ ||
            word->pos == AHD_POS_CCONJ)
            break;
        if (word->pos == AHD_POS_DET)
            return first == cue ? ahd_arg_none()
                                : ahd_nominal_words(f, first, cue);
        first--;
    }
    if (m == AHD_NONE || !can_speak(&doc->mentions.items[m]))
        return ahd_arg_none();
    return with_mention_before(f, m, cue);
}

/* "[diplomatic sources] at the United Nations told": the subject of the verb,
 * where no other verb stands between. */
static ahd_arg whole_subject(const ahd_quoting *f, uint32_t cue, ahd_arg found)
{
    uint32_t chunk = ahd_quoting_subject(f, cue);
    uint32_t before = ahd_look_token_at(f->doc, found.at.start) - 1;

    if (chunk == AHD_NONE || before <= f->s->first || before >= cue)
        return found;
    const ahd_segment *of = ahd_look_host(f->doc, before);
    if (of && of->pos == AHD_POS_DET)
        of = ahd_look_host(f->doc, before - 1);
    if (of == NULL || of->pos != AHD_POS_ADP)
        return found;
    uint32_t first = ahd_quoting_first(f, chunk);
    const ahd_segment *opens = ahd_look_host(f->doc, first);
    first += opens && opens->pos == AHD_POS_DET;
    if (first < f->s->first || first >= cue ||
        f->doc->tokens.items[first].at.start >= found.at.start)
        return found;
    for (uint32_t i = first; i < cue; i++) {
        const ahd_segment *word = ahd_look_host(f->doc, i);
        if (ahd_look_is_punct(f->doc, i) || word == NULL ||
            word->pos == AHD_POS_VERB || word->pos == AHD_POS_AUX)
            return found;
    }
    return all_nouns(f, first, cue);
}

static bool is_pronoun(const ahd_quoting *f, uint32_t token)
{
    return ahd_quoting_is_class(f, token, AHD_CLASS_PRONOUN) ||
           ahd_look_is(f->doc, token, "it");
}

/* "He added": the name of whom the pronoun means, if that is known. */
static ahd_arg antecedent(const ahd_quoting *f, ahd_arg arg)
{
    enum { MENTIONS_BACK = 60 };
    const ahd_doc *doc = f->doc;
    uint32_t token = ahd_look_token_at(doc, arg.at.start);

    if (arg.mention == AHD_NONE || !is_pronoun(f, token))
        return arg;
    if (arg.id == AHD_NONE)
        return ahd_arg_none();
    for (uint32_t i = arg.mention, n = 0; i-- > 0 && n < MENTIONS_BACK; n++) {
        const ahd_mention *m = &doc->mentions.items[i];
        if (m->id == arg.id && m->name.len > 0)
            return ahd_look_arg(doc, i);
    }
    return arg;
}

/* «قال معالي وزير الخارجية الأستاذ فلان إن»: nothing but nouns up to what is
 * said, so all of them are the speaker. The token after them, or `first`. */
static uint32_t nouns_end(const ahd_quoting *f, uint32_t first, uint32_t limit)
{
    enum { LONGEST = 14, SHORTEST = 2 };
    uint32_t i = first;

    for (; i < limit; i++) {
        const ahd_segment *word = ahd_look_host(f->doc, i);
        const ahd_hit *cue = ahd_look_hit(f->doc, i, AHD_TERM_CUE);
        if (ahd_look_hit(f->doc, i, AHD_TERM_TIME) ||
            ahd_quoting_is_class(f, i, AHD_CLASS_SAME_ONE) ||
            (cue && cue->suffix)) /* «اليوم», «نفسه», «تأكيده» */
            break;
        if (word == NULL ||
            ahd_look_has_pro(f->doc, i, AHD_PRO_BI | AHD_PRO_LI) ||
            (word->pos != AHD_POS_NOUN && word->pos != AHD_POS_PROPN &&
             word->pos != AHD_POS_ADJ && word->pos != AHD_POS_X))
            break;
    }
    bool whole = i > first + SHORTEST && i <= first + LONGEST &&
                 ahd_quoting_skip(f, i, limit) >= limit;
    return whole ? i : first;
}

/* «قال خصومه إن»: a noun that the verb stands beside and that alone stands
 * before what is said; a name there needs nothing after it. */
static ahd_arg arabic_beside(const ahd_quoting *f, const ahd_hit *cue,
                             uint32_t limit)
{
    const ahd_doc *doc = f->doc;
    uint32_t first = cue->end, m = ahd_look_mention_at(doc, first);
    const ahd_segment *noun = ahd_look_host(doc, first);

    if (first >= limit || noun == NULL || noun->pos == AHD_POS_ADP ||
        after_preposition(f, first) || ahd_nominal_is_deed(f, first) ||
        (m != AHD_NONE && is_object(f, cue, m)))
        return ahd_arg_none();
    uint32_t nouns = limit < f->s->end ? nouns_end(f, first, limit) : first;
    if (nouns > first && ahd_nominal_at(f, first, limit).at.len > 0 &&
        (m == AHD_NONE || doc->mentions.items[m].end < nouns))
        return all_nouns(f, first, nouns);
    ahd_arg arg = ahd_nominal_at(f, first, limit);
    uint32_t end = ahd_look_token_at(doc, ahd_span_end(arg.at));
    bool person =
        m != AHD_NONE && doc->mentions.items[m].kind == AHD_MENTION_PERSON;
    if (arg.at.len == 0 || (!person && noun->pos != AHD_POS_PROPN &&
                            ahd_quoting_skip(f, end, limit) < limit))
        return ahd_arg_none();
    return limit < f->s->end || person || noun->pos == AHD_POS_PROPN
               ? arg
               : ahd_arg_none();
}

ahd_arg ahd_speaker_named(const ahd_quoting *f, const ahd_hit *cue,
                          uint32_t limit)
{
    uint32_t m = mention_adjacent(f, cue->first);
    bool arabic = ahd_quoting_is_arabic(f, cue->first);
    ahd_arg found;

    if (m != AHD_NONE)
        return antecedent(f, ahd_look_arg(f->doc, m));
    if (!arabic && cue->first > f->s->first) {
        found = english_before(f, cue->first);
        if (is_pronoun(f, cue->first - 1)) {
            m = ahd_look_mention_at(f->doc, cue->first - 1);
            return antecedent(f, by_mention(f, m));
        }
        if (ahd_speaker_is_told(&found))
            return antecedent(f, whole_subject(f, cue->first, found));
    }
    found = arabic ? arabic_beside(f, cue, limit) : ahd_arg_none();
    if (ahd_speaker_is_told(&found))
        return found;
    found = by_chunks(f, cue, limit);
    if (ahd_speaker_is_told(&found))
        return antecedent(f, found);
    m = arabic ? mention_after(f, cue, limit) : AHD_NONE;
    if (m == AHD_NONE && arabic)
        m = mention_joined(f, cue);
    if (m == AHD_NONE)
        m = mention_before(f, cue->first);
    return by_mention(f, m);
}

void ahd_speaker_set(ahd_quoting *f, ahd_quote *q, ahd_arg arg)
{
    if (!ahd_speaker_is_told(&arg))
        return;
    uint32_t first = ahd_look_token_at(f->doc, arg.at.start);
    bool relay =
        arg.mention != AHD_NONE && ahd_quoting_is_relay(f, arg.mention);
    if (relay || (arg.id == AHD_NONE &&
                  ahd_quoting_is_class(f, first, AHD_CLASS_OUTLET))) {
        q->via = arg;
        q->has_via = 1;
        f->last_relay = arg;
        return;
    }
    q->speaker = arg;
    q->has_speaker = 1;
    if (arg.mention != AHD_NONE)
        f->last_speaker = arg.mention;
}
