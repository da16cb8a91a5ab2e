#include "quotes/content.h"

#include "doc/look.h"
#include "quotes/cue.h"
#include "quotes/marks.h"
#include "quotes/nominal.h"

/* In tokens. */
enum {
    THAT_REACH = 45,
    OBJECT_REACH = 40,
    LONGEST_WORDS = 300, /* of indirect speech */
    NAME_IN_MARKS = 6,   /* «الشرق الأوسط» is no quotation */
    WHOLE_QUOTATION = 8, /* a longer one is one, whatever follows it */
    BACK = 300,
};

bool ahd_content_set(const ahd_quoting *f, uint32_t first, uint32_t end,
                     ahd_quote *q)
{
    while (first < end && ahd_look_is_punct(f->doc, first) &&
           !ahd_marks_opens(f->doc, first))
        first++;
    while (end > first && ahd_look_is_punct(f->doc, end - 1))
        end--;
    q->first = first;
    q->end = end;
    q->at = ahd_look_span(f->doc, first, end > first ? end : first + 1);
    return end > first;
}

/* ---------------------------------------------------------- in quotation marks
 */

/* What follows a closing mark, and does the sentence end there? */
static bool ends_clause(const ahd_quoting *f, uint32_t close)
{
    uint32_t next = close + 1;

    return next >= f->s->end || ahd_look_is_punct(f->doc, next) ||
           ahd_cue_at(f, next) != NULL ||
           ahd_look_hit_id(f->doc, next, AHD_TERM_CLASS, AHD_CLASS_DISTANCE);
}

/* A name or a word in marks, no quotation: «العمال الكردستاني»; one after «لـ»
 * is an outlet, whatever follows. */
static bool is_name_in_marks(const ahd_quoting *f, uint32_t open)
{
    uint32_t close = ahd_marks_close(f->doc, open);

    if (close >= open + 2 + NAME_IN_MARKS)
        return false;
    uint32_t next = ahd_quoting_skip(f, close + 1, f->s->end);
    return !ends_clause(f, close) ||
           ahd_quoting_is_class(f, next, AHD_CLASS_THAT) ||
           (open > 0 && (ahd_look_is(f->doc, open - 1, "ل") ||
                         ahd_quoting_is_class(f, open - 1, AHD_CLASS_OUTLET)));
}

/* «إلا أن», «بعد أن»: a «that» of its own; the token after it, or `i`. */
static uint32_t past_aside(const ahd_quoting *f, uint32_t i)
{
    static const ahd_class classes[] = {AHD_CLASS_ASIDE, AHD_CLASS_AFTER,
                                        AHD_CLASS_BEFORE};

    for (size_t k = 0; k < sizeof classes / sizeof *classes; k++) {
        const ahd_hit *hit =
            ahd_look_hit_id(f->doc, i, AHD_TERM_CLASS, classes[k]);
        if (hit && hit->end > i + 1)
            return hit->end;
    }
    return i;
}

/* The words of a direct quotation that opens at `open` and is all that is said.
 */
static bool direct_words(const ahd_quoting *f, uint32_t open, bool sure,
                         ahd_quote *q)
{
    if (open >= f->s->end || !ahd_marks_opens(f->doc, open))
        return false;
    uint32_t close = ahd_marks_close(f->doc, open);
    uint32_t words = close - open - 1;
    if (!sure &&
        (words < 2 || (words < WHOLE_QUOTATION && !ends_clause(f, close))))
        return false;
    q->direct = 1;
    return ahd_content_set(f, open + 1, close, q);
}

/* ------------------------------------------------------------ where it begins
 */

uint32_t ahd_content_mark(const ahd_quoting *f, const ahd_hit *cue)
{
    uint32_t limit = cue->end + THAT_REACH;

    for (uint32_t i = cue->end; i < f->s->end && i < limit; i++) {
        uint32_t past = past_aside(f, i);
        if (past > i) {
            i = past - 1;
            continue;
        }
        if ((ahd_quoting_is_class(f, i, AHD_CLASS_THAT) &&
             !ahd_look_has_pro(f->doc, i, AHD_PRO_WA)) ||
            ahd_look_is(f->doc, i, ":"))
            return i;
        if (ahd_marks_opens(f->doc, i)) {
            if (!is_name_in_marks(f, i))
                return i;
            i = ahd_marks_close(f->doc, i);
            continue;
        }
        const ahd_hit *other = i > cue->end ? ahd_cue_at(f, i) : NULL;
        if (other && other->id != AHD_CUE_VIA)
            return AHD_NONE; /* another cue begins */
    }
    return AHD_NONE;
}

/* "أكد ضرورة الالتزام": these take their words without «that». */
static bool takes_object(const ahd_hit *cue)
{
    static const uint8_t takes[AHD_CUE_VIA + 1] = {
        [AHD_CUE_STRESS] = 1, [AHD_CUE_ANNOUNCE] = 1, [AHD_CUE_DENY] = 1,
        [AHD_CUE_ACCUSE] = 1, [AHD_CUE_DEMAND] = 1,   [AHD_CUE_WARN] = 1,
        [AHD_CUE_HOPE] = 1,   [AHD_CUE_THANK] = 1};

    return cue->id <= AHD_CUE_VIA && takes[cue->id];
}

/* «بمحافظة لحج», «بجنيف»: where it was said. */
static bool is_place(const ahd_quoting *f, uint32_t token)
{
    uint32_t m = ahd_look_mention_at(f->doc, token);

    return ahd_quoting_is_class(f, token, AHD_CLASS_LOCALITY) ||
           ahd_quoting_is_class(f, token, AHD_CLASS_IN) ||
           (m != AHD_NONE &&
            f->doc->mentions.items[m].kind == AHD_MENTION_PLACE);
}

/* A preposition that a verb of saying has: «إلى»، «عن»، «على»، «ب». */
static bool is_of_saying(const ahd_quoting *f, uint32_t token)
{
    return ahd_quoting_is_class(f, token, AHD_CLASS_ABOUT) ||
           (ahd_quoting_is_class(f, token, AHD_CLASS_TO) &&
            !ahd_str_starts(f->doc->tokens.items[token].form, AHD_STR("ل"))) ||
           ahd_quoting_is_class(f, token, AHD_CLASS_ON) ||
           (ahd_look_has_pro(f->doc, token, AHD_PRO_BI) && !is_place(f, token));
}

typedef enum part {
    PART_PASSED, /* a place, a time, an attribute */
    PART_SAID,   /* what is said begins with it */
    PART_ENDS,   /* a verb, or «that»: there is no object */
} part;

/* What the chunk is to a verb of saying whose chunk is `verb`; `after` is the
 * first chunk after the verb. */
static part part_of(const ahd_quoting *f, uint32_t chunk, const ahd_hit *cue,
                    uint32_t after)
{
    const ahd_chunk *c = &f->doc->chunks.items[chunk];
    uint32_t first = ahd_quoting_prep(f, chunk);
    uint32_t time = ahd_look_time_from(f->doc, first);

    const ahd_hit *via = ahd_look_hit(f->doc, first, AHD_TERM_CUE);

    if (c->kind == AHD_CHUNK_MARK || c->kind == AHD_CHUNK_VERB)
        return PART_ENDS;
    if (via && via->id == AHD_CUE_VIA)
        return PART_PASSED;
    if (c->kind == AHD_CHUNK_ADVERB ||
        (time < f->doc->times.count &&
         f->doc->times.items[time].first <= first))
        return PART_PASSED;
    bool attached = c->of >= after && c->of < chunk &&
                    c->link != AHD_LINK_OBLIQUE && c->link != AHD_LINK_OBJECT;
    if (c->prep == AHD_NONE)
        return attached || !takes_object(cue) ? PART_PASSED : PART_SAID;
    if (ahd_quoting_is_class(f, first, AHD_CLASS_FROM))
        return cue->id == AHD_CUE_WARN ? PART_SAID : PART_PASSED;
    return is_of_saying(f, first) && (!attached || c->of == after)
               ? PART_SAID
               : PART_PASSED;
}

/* The first chunk after the verb of a cue. */
static uint32_t chunk_after_cue(const ahd_doc *doc, const ahd_hit *cue)
{
    const ahd_token *t = &doc->tokens.items[cue->end - 1];

    return t->segment == AHD_NONE
               ? AHD_NONE
               : ahd_look_chunk_after(doc, t->segment + t->segments);
}

/* «، الذي تصدر النتائج، عن نيته»: the token after the second comma; `end` when
 * there is none. */
static uint32_t past_relative(const ahd_quoting *f, uint32_t i, uint32_t end)
{
    if (!ahd_quoting_is_class(f, i, AHD_CLASS_RELATIVE))
        return end;
    while (i < end && !ahd_look_is(f->doc, i, "،") &&
           !ahd_look_is(f->doc, i, ","))
        i++;
    return i < end ? i + 1 : end;
}

/* «اتهمت تشاد السودان»: whoever is accused, or called on, stands at `from`. */
static bool names_accused(const ahd_quoting *f, const ahd_hit *cue,
                          uint32_t from)
{
    uint32_t m = ahd_look_mention_at(f->doc, from);

    return (cue->id == AHD_CUE_ACCUSE || cue->id == AHD_CUE_DEMAND) &&
           m != AHD_NONE && f->doc->mentions.items[m].first == from &&
           !ahd_look_has_pro(f->doc, from, AHD_PRO_LI | AHD_PRO_BI);
}

/* The object of the verb, after the speaker who is named before `from`. */
static uint32_t object_start(const ahd_quoting *f, const ahd_hit *cue,
                             uint32_t from)
{
    const ahd_doc *doc = f->doc;
    uint32_t limit = from + OBJECT_REACH, after = chunk_after_cue(doc, cue);
    bool passed = false; /* a place or an occasion: no bare object after it */

    if (names_accused(f, cue, from))
        return from;
    limit = limit < f->s->end ? limit : f->s->end;
    uint32_t next = ahd_quoting_skip(f, from, limit);
    bool takes = takes_object(cue) || !ahd_cue_is_finite(cue);
    if (takes && next < limit && (from > cue->end || next == from) &&
        ahd_nominal_is_deed(f, next) &&
        !ahd_look_has_pro(f->doc, next, AHD_PRO_LI | AHD_PRO_WA))
        return next; /* «أكد شهود تناثر الجثث» */
    for (uint32_t c = after; c < doc->chunks.count; c++) {
        uint32_t first = ahd_quoting_prep(f, c);
        if (first >= limit)
            return AHD_NONE;
        if (first < from)
            continue;
        part p = part_of(f, c, cue, after);
        bool bare = doc->chunks.items[c].prep == AHD_NONE;
        bool deed = first > 0 && ahd_look_is_punct(doc, first - 1) &&
                    ahd_nominal_is_deed(f, first);
        if (p == PART_SAID && (deed || !(bare && passed)))
            return first;
        if (p == PART_ENDS && (from = past_relative(f, first, limit)) >= limit)
            return AHD_NONE;
        uint32_t m = ahd_look_mention_at(doc, first);
        if (m != AHD_NONE && p == PART_PASSED)
            from = doc->mentions.items[m].end;
        passed |= !bare;
    }
    return AHD_NONE;
}

/* «أكد فلان ضيف البرنامج أن»: a noun with nothing but nouns up to «that» is not
 * what was said; a masdar is («أعلن رفضه أن»). */
static bool is_apposition(const ahd_quoting *f, const ahd_hit *cue,
                          uint32_t object, uint32_t mark)
{
    const ahd_segment *noun = ahd_look_host(f->doc, object);

    if (cue->id > AHD_CUE_ANNOUNCE || noun == NULL ||
        AHD_FEAT(noun->feats, VERBAL) == AHD_MASDAR ||
        noun->kind != AHD_SEGMENT_HOST || noun->pos == AHD_POS_ADP ||
        ahd_look_has_pro(f->doc, object, AHD_PRO_BI) ||
        !ahd_quoting_is_class(f, mark, AHD_CLASS_THAT))
        return false;
    for (uint32_t i = object; i < mark; i++) {
        const ahd_segment *word = ahd_look_host(f->doc, i);
        if (word && (word->pos == AHD_POS_VERB || word->pos == AHD_POS_SCONJ))
            return false;
    }
    return true;
}

/* "Rebels said on Friday the gunmen fled": a subject and its verb open the
 * sentence, so that only what follows can be said. */
static uint32_t clause_at_head(const ahd_quoting *f, const ahd_hit *cue)
{
    enum { HEAD = 6, SHORTEST = 4 };
    uint32_t subject = ahd_quoting_subject(f, cue->first), start = cue->end;

    if (cue->id == AHD_CUE_CONTINUE || subject == AHD_NONE ||
        ahd_quoting_first(f, subject) > f->s->first + 1 ||
        cue->first > f->s->first + HEAD)
        return AHD_NONE;
    uint32_t time = ahd_look_time_from(f->doc, start);
    if (time < f->doc->times.count &&
        f->doc->times.items[time].first <= start + 1)
        start = f->doc->times.items[time].end;
    for (uint32_t i = start + 1; i < f->s->end; i++) {
        const ahd_segment *word = ahd_look_host(f->doc, i);
        if (word && (word->pos == AHD_POS_VERB || word->pos == AHD_POS_AUX))
            return start + SHORTEST < f->s->end ? start : AHD_NONE;
    }
    return AHD_NONE;
}

/* An English clause without «that»: "said they would fight". */
static uint32_t bare_clause(const ahd_quoting *f, const ahd_hit *cue)
{
    const ahd_doc *doc = f->doc;
    uint32_t verb = ahd_quoting_chunk(f, cue->first), start = cue->end;
    uint32_t m = ahd_look_mention_at(doc, start);

    if (verb == AHD_NONE || start >= f->s->end || ahd_look_is_punct(doc, start))
        return AHD_NONE;
    for (uint32_t c = verb + 1; c < doc->chunks.count; c++) {
        const ahd_chunk *next = &doc->chunks.items[c];
        if (ahd_quoting_first(f, c) >= f->s->end)
            break;
        if (next->link != AHD_LINK_COMPLEMENT || next->of != verb)
            continue;
        if (m != AHD_NONE && ahd_quoting_is_relay(f, m))
            start = doc->mentions.items[m].end;
        return ahd_quoting_skip(f, start, f->s->end);
    }
    return clause_at_head(f, cue);
}

/* Is «that» at `mark` the verb's own, by the chunks? */
static bool is_complement(const ahd_quoting *f, const ahd_hit *cue,
                          uint32_t mark)
{
    const ahd_doc *doc = f->doc;
    uint32_t c = ahd_quoting_chunk(f, mark);

    if (c == AHD_NONE || doc->chunks.items[c].clause == AHD_NONE ||
        !ahd_quoting_is_class(f, mark, AHD_CLASS_THAT))
        return false;
    uint32_t verb = doc->clauses.items[doc->chunks.items[c].clause].predicate;
    return verb != AHD_NONE &&
           doc->chunks.items[verb].link == AHD_LINK_COMPLEMENT &&
           doc->chunks.items[verb].of == ahd_quoting_chunk(f, cue->first);
}

/* «أعرب الوزير عن أمله في أن», «أكد على ضرورة أن»: what is said begins with the
 * preposition; not «قال على هامش القمة إن». */
static bool follows_at_once(const ahd_quoting *f, uint32_t from,
                            uint32_t object)
{
    if (ahd_quoting_skip(f, from, object) != object ||
        ahd_look_has_pro(f->doc, object, AHD_PRO_BI))
        return false;
    if (ahd_quoting_is_class(f, object, AHD_CLASS_TO))
        return is_of_saying(f, object);
    return is_of_saying(f, object) && ahd_nominal_is_deed(f, object + 1);
}

/* Where the words begin: «that» or a mark unless the verb's object stands
 * before these. */
static uint32_t start_of(const ahd_quoting *f, const ahd_hit *cue,
                         uint32_t from, bool *colon)
{
    enum { NEAR = 1 }; /* «إلى أن», «على أنه» */
    uint32_t mark = ahd_content_mark(f, cue);
    bool arabic = ahd_quoting_is_arabic(f, cue->first);
    uint32_t object = arabic ? object_start(f, cue, from) : AHD_NONE;

    if (!arabic && mark == AHD_NONE) {
        object = bare_clause(f, cue);
        if (object == AHD_NONE && takes_object(cue))
            object = cue->end;
    }
    if (mark == AHD_NONE ||
        (object != AHD_NONE && object + NEAR < mark &&
         !is_apposition(f, cue, object, mark) &&
         !(cue->id <= AHD_CUE_ANNOUNCE && !follows_at_once(f, from, object) &&
           is_complement(f, cue, mark))))
        return object;
    *colon = ahd_look_is(f->doc, mark, ":");
    const ahd_hit *that =
        ahd_look_hit_id(f->doc, mark, AHD_TERM_CLASS, AHD_CLASS_THAT);
    return that ? that->end : *colon ? mark + 1 : mark;
}

/* ------------------------------------------------------------- where it ends
 */

/* Does another statement begin at `i`, said by the same speaker or of him? */
static bool is_next_statement(const ahd_quoting *f, const ahd_hit *cue,
                              uint32_t i)
{
    const ahd_hit *next = ahd_cue_at(f, i);

    if (next == NULL)
        return false;
    if (ahd_cue_goes_on(f, next))
        return true;
    if (ahd_look_is(f->doc, i - 1, "،") || ahd_look_is(f->doc, i - 1, ",") ||
        ahd_look_is(f->doc, i - 1, "؛") ||
        (next->pro & AHD_PRO_WA && ahd_marks_closes(f->doc, i - 1)))
        return true;
    uint32_t c = ahd_quoting_chunk(f, i);
    return c != AHD_NONE && next->extra == cue->extra &&
           (next->pro & AHD_PRO_WA || ahd_look_is(f->doc, i - 1, "and")) &&
           f->doc->chunks.items[c].link == AHD_LINK_CONJUNCT &&
           f->doc->chunks.items[c].of == ahd_quoting_chunk(f, cue->first);
}

/* «، كما نددت فرنسا»: she too; «كما قال الوزير» only says who said it. */
static bool adds_another(const ahd_quoting *f, uint32_t i)
{
    const ahd_hit *next = i + 1 < f->s->end ? ahd_cue_at(f, i + 1) : NULL;

    return next && next->extra == AHD_FORM_PAST && next->id != AHD_CUE_SAY &&
           ahd_look_is(f->doc, i, "كما");
}

/* «، فيما نفى الحوثيون ذلك», "while Iran denied it": somebody else speaks. */
static bool is_another_statement(const ahd_quoting *f, uint32_t i)
{
    const ahd_hit *hit =
        ahd_look_hit_id(f->doc, i, AHD_TERM_CLASS, AHD_CLASS_MEANWHILE);

    if (hit == NULL)
        return adds_another(f, i);
    if (hit->end >= f->s->end)
        return false;
    uint32_t at = hit->end, m = ahd_look_mention_at(f->doc, at);
    if (m != AHD_NONE && f->doc->mentions.items[m].first == at)
        at = f->doc->mentions.items[m].end;
    const ahd_hit *next = at < f->s->end ? ahd_cue_at(f, at) : NULL;
    return next && ahd_cue_is_finite(next);
}

/* «على حد قوله»: it keeps away from what was said before it. */
static bool is_own_words(const ahd_quoting *f, uint32_t i)
{
    const ahd_hit *hit =
        ahd_look_hit_id(f->doc, i, AHD_TERM_CLASS, AHD_CLASS_DISTANCE);

    return hit && hit->end > i + 1 &&
           (hit->end >= f->s->end || ahd_look_is_punct(f->doc, hit->end) ||
            ahd_look_is_punct(f->doc, i - 1)) &&
           !ahd_look_is(f->doc, i, "ما");
}

/* «لكن», «ولكنها», "but". */
static bool is_but(const ahd_quoting *f, uint32_t i)
{
    ahd_str form = f->doc->tokens.items[i].form;

    return ahd_str_starts(form, AHD_STR("لكن")) ||
           ahd_str_starts(form, AHD_STR("ولكن")) ||
           ahd_str_eq(form, AHD_STR("but"));
}

/* «أعلن هدنة، إلا أن القتال استمر», «لكن المتمردين خرقوها»: after an object,
 * not after «that», whoever writes goes on. */
static bool is_remark(const ahd_quoting *f, uint32_t start, uint32_t i)
{
    return (ahd_quoting_is_class(f, i, AHD_CLASS_ASIDE) || is_but(f, i)) &&
           ahd_look_is_punct(f->doc, i - 1) &&
           !ahd_quoting_is_class(f, start - 1, AHD_CLASS_THAT);
}

/* Indirect words end where the sentence does, or where another statement
 * begins; what stands in marks is not looked into. */
static uint32_t indirect_end(const ahd_quoting *f, const ahd_hit *cue,
                             uint32_t start, ahd_quote *q)
{
    uint32_t end =
        f->s->end < start + LONGEST_WORDS ? f->s->end : start + LONGEST_WORDS;

    bool unclosed = false;

    for (uint32_t i = start; i < end; i++) {
        if (i > start && is_own_words(f, i)) {
            q->distant = 1;
            return i;
        }
        if (i > start && is_next_statement(f, cue, i))
            return ahd_look_is(f->doc, i - 1, "and") ? i - 1 : i;
        if (i > start && (is_remark(f, start, i) || is_another_statement(f, i)))
            return i;
        if (unclosed || !ahd_marks_opens(f->doc, i))
            continue;
        uint32_t close = ahd_marks_close(f->doc, i);
        unclosed = close >= end; /* and so are all after it: look no more */
        if (!unclosed)
            i = close;
    }
    return end;
}

bool ahd_content_after(const ahd_quoting *f, const ahd_hit *cue, uint32_t from,
                       ahd_quote *q)
{
    bool colon = false;
    uint32_t start = start_of(f, cue, from, &colon);

    if (start == AHD_NONE || start >= f->s->end)
        return false;
    if (colon && ahd_quoting_is_class(f, start, AHD_CLASS_THAT)) {
        start++; /* «وقال: إن» */
        colon = false;
    }
    if (direct_words(f, start, colon, q)) {
        q->distant |=
            is_own_words(f, q->end + 1) || is_own_words(f, q->end + 2);
        return true;
    }
    q->direct = colon;
    return ahd_content_set(f, start, indirect_end(f, cue, start, q), q);
}

/* The mark that opens the quotation closed at `close`, in one scan. */
static uint32_t opening(const ahd_quoting *f, uint32_t close)
{
    uint32_t stop = close > BACK ? close - BACK : 0;
    bool straight = ahd_look_is(f->doc, close, "\"");
    int depth = 1;

    for (uint32_t i = close; i-- > stop;) {
        bool opens = ahd_marks_opens(f->doc, i);
        if (straight && ahd_look_is(f->doc, i, "\""))
            return opens ? i : AHD_NONE;
        if (straight)
            continue;
        if (opens && --depth == 0)
            return i;
        depth += !opens && ahd_marks_closes(f->doc, i);
    }
    return AHD_NONE;
}

bool ahd_content_before(const ahd_quoting *f, uint32_t end, ahd_quote *q)
{
    uint32_t first = f->s->first, last = end;

    while (last > first && ahd_look_is_punct(f->doc, last - 1) &&
           !ahd_marks_closes(f->doc, last - 1))
        last--;
    if (last > first && ahd_marks_closes(f->doc, last - 1)) {
        uint32_t open = opening(f, last - 1);
        q->direct = open != AHD_NONE && (open <= first + 1 || open < first);
        if (open != AHD_NONE && open < first)
            first = open;
    }
    if (!ahd_content_set(f, first, end, q))
        return false;
    if (ahd_marks_opens(f->doc, q->first))
        return ahd_content_set(f, q->first + 1, q->end, q);
    return true;
}
