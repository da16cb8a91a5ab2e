#include "chunks/clausal.h"

#include "chunks/attach.h"
#include "chunks/choice.h"
#include "chunks/weave.h"

static const ahd_chunk *chunk_at(const ahd_weave *w, uint32_t k)
{
    return ahd_strand_chunk(w->s, k);
}

static bool is_kind(const ahd_weave *w, uint32_t k, ahd_chunk_kind kind)
{
    return k != AHD_NONE && chunk_at(w, k)->kind == kind;
}

static bool has(const ahd_weave *w, uint32_t k, uint32_t classes)
{
    return k != AHD_NONE && (w->s->joints[k].classes & classes) != 0;
}

static void open_linked(ahd_weave *w, ahd_clause_kind kind, uint32_t k,
                        ahd_chunk_link link, uint32_t governor)
{
    ahd_open *o = ahd_weave_open(w, kind, k);

    o->link = (uint8_t)link;
    o->governor = governor;
}

/* ------------------------------------------------------------------- verbs */

/* Relative and if-clauses end where a new main thought begins. */
static void close_inner(ahd_weave *w, uint32_t k)
{
    while (w->depth > 1 && (ahd_weave_top(w)->kind == AHD_CLAUSE_RELATIVE ||
                            ahd_weave_top(w)->kind == AHD_CLAUSE_ADVERBIAL))
        ahd_weave_close(w, k);
}

/* A clause beside the innermost, which it ends: «وقع ... وأعلن ...». */
static void open_beside(ahd_weave *w, uint32_t k)
{
    ahd_open was = *ahd_weave_top(w);
    ahd_open *o;

    ahd_weave_close(w, k);
    o = ahd_weave_open(w, (ahd_clause_kind)was.kind, k);
    o->link = AHD_LINK_CONJUNCT;
    o->governor = was.predicate;
    o->noun = was.noun;
    w->s->doc->clauses.items[o->clause].subject = was.subject;
}

/* «وفد يضم», "a plan to": a noun that a bare clause may tell of. */
static bool is_indefinite(const ahd_weave *w, uint32_t k)
{
    return is_kind(w, k, AHD_CHUNK_NOUN) &&
           !(w->s->joints[k].is & AHD_JOINT_DEFINITE);
}

static void open_relative(ahd_weave *w, uint32_t k, uint32_t noun,
                          uint32_t word)
{
    open_linked(w, AHD_CLAUSE_RELATIVE, k, AHD_LINK_RELATIVE, noun);
    ahd_weave_top(w)->noun = noun;
    ahd_weave_top(w)->word = word;
}

static bool is_inner(const ahd_open *o)
{
    return o->kind == AHD_CLAUSE_RELATIVE || o->kind == AHD_CLAUSE_ADVERBIAL;
}

/* After و: beside the innermost clause; after a comma, the main one's. */
static ahd_option rule_after_and(const ahd_weave *w, uint32_t k)
{
    const ahd_open *o = &w->open[w->depth - 1];

    if (w->s->joints[k].is & AHD_JOINT_COMMA)
        while (o > w->open && is_inner(o))
            o--;
    if (ahd_weave_waits(w, (uint32_t)(o - w->open)))
        return ahd_choice_option(w->s, AHD_LINK_PREDICATE, o->governor);
    return ahd_choice_option(w->s, AHD_LINK_CONJUNCT, o->predicate);
}

/* "The question that needs to be asked is": does a clause further out wait? */
static bool waits_outside(const ahd_weave *w)
{
    uint32_t depth = w->depth - 1;

    if (w->s->arabic || (depth > 0 && ahd_weave_waits(w, depth - 1)))
        return depth > 0 && ahd_weave_waits(w, depth - 1);
    while (depth > 0 && (!ahd_weave_waits(w, depth - 1) ||
                         w->open[depth - 1].topic == AHD_NONE))
        depth--;
    return depth > 0;
}

/* What a verb is where the innermost clause has its own already. */
static ahd_option rule_of_verb(const ahd_weave *w, uint32_t k)
{
    const ahd_open *o = &w->open[w->depth - 1];
    uint32_t is = w->s->joints[k].is, before = ahd_weave_before(w, k);
    uint32_t link = AHD_LINK_ADVERBIAL, of = o->predicate;

    if (is & AHD_JOINT_AND)
        return rule_after_and(w, k);
    /* "..., said the envoy" */
    if (!w->s->arabic && is & (AHD_JOINT_COMMA | AHD_JOINT_QUOTE) &&
        has(w, k, AHD_GRAMMAR_SAY) && w->open[0].predicate != AHD_NONE)
        return ahd_choice_option(w->s, AHD_LINK_CONJUNCT, w->open[0].predicate);
    if (w->s->arabic && is_indefinite(w, before)) {
        link = AHD_LINK_RELATIVE;
        of = before;
    } else if (waits_outside(w)) {
        link = AHD_LINK_PREDICATE;
        of = o[-1].governor;
    } else if ((is & (AHD_JOINT_COLON | AHD_JOINT_QUOTE) &&
                has(w, of, AHD_GRAMMAR_SAY)) ||
               (before != AHD_NONE && (before == of || before == o->subject))) {
        link = AHD_LINK_COMPLEMENT;
    }
    return ahd_choice_option(w->s, (ahd_chunk_link)link, of);
}

/* The open clause whose predicate is `of`, or which waits for one; the
 * innermost when there is none. */
static uint32_t depth_of(const ahd_weave *w, const ahd_option *option)
{
    for (uint32_t depth = w->depth; depth > 0; depth--) {
        const ahd_open *o = &w->open[depth - 1];
        if (option->link == AHD_LINK_PREDICATE ? ahd_weave_waits(w, depth - 1)
                                               : o->predicate == option->of)
            return depth;
    }
    return w->depth;
}

static void open_for_verb(ahd_weave *w, uint32_t k)
{
    static const uint8_t kinds[AHD_LINKS] = {
        [AHD_LINK_COMPLEMENT] = AHD_CLAUSE_COMPLEMENT,
        [AHD_LINK_ADVERBIAL] = AHD_CLAUSE_ADVERBIAL};
    ahd_option option = ahd_choice_take(w, k, rule_of_verb(w, k));
    uint32_t depth =
        option.link == AHD_LINK_RELATIVE ? w->depth : depth_of(w, &option);
    uint32_t subject;

    while (w->depth > depth)
        ahd_weave_close(w, k);
    subject = ahd_weave_top(w)->subject;
    if (option.link == AHD_LINK_PREDICATE)
        return;
    if (option.link == AHD_LINK_RELATIVE) {
        open_relative(w, k, option.of, option.word);
    } else if (option.link == AHD_LINK_CONJUNCT) {
        open_beside(w, k);
        ahd_weave_top(w)->governor = option.of;
    } else {
        open_linked(w, (ahd_clause_kind)kinds[option.link], k,
                    (ahd_chunk_link)option.link, option.of);
        if (ahd_weave_before(w, k) == option.of)
            ahd_weave_top(w)->subject = subject;
    }
}

/* "to sign", "signing", "signed by": hangs from what stands before it. */
static void read_bare_verb(ahd_weave *w, uint32_t k)
{
    ahd_open *o = ahd_weave_top(w);
    uint32_t is = w->s->joints[k].is, before = ahd_weave_before(w, k);
    uint32_t subject = o->subject;

    if (is_kind(w, before, AHD_CHUNK_MARK) && o->predicate == AHD_NONE)
        ; /* "after meeting" */
    else if (is & AHD_JOINT_AND && o->predicate != AHD_NONE)
        open_beside(w, k);
    else if (chunk_at(w, k)->prep != AHD_NONE && o->predicate != AHD_NONE)
        open_linked(w, AHD_CLAUSE_ADVERBIAL, k, AHD_LINK_OBLIQUE, o->predicate);
    else if (!(is & AHD_JOINT_TO) && is_kind(w, before, AHD_CHUNK_NOUN))
        open_relative(w, k, before, AHD_NONE);
    else if (is & AHD_JOINT_TO)
        open_linked(w, AHD_CLAUSE_COMPLEMENT, k, AHD_LINK_COMPLEMENT,
                    o->predicate);
    else
        open_linked(w, AHD_CLAUSE_ADVERBIAL, k, AHD_LINK_ADVERBIAL,
                    o->predicate);
    ahd_weave_predicate(w, k);
    if (ahd_weave_top(w)->subject == AHD_NONE)
        ahd_weave_top(w)->subject = subject;
}

/* "..., the ministry said": what stands before is what was said. */
static void follow_speech(ahd_weave *w, uint32_t k)
{
    ahd_open *o = ahd_weave_top(w);
    uint32_t first = w->s->doc->clauses.items[o->clause].first;

    if (w->s->arabic || o->link != AHD_LINK_CONJUNCT || o->predicate != k ||
        !has(w, k, AHD_GRAMMAR_SAY) ||
        (first != k && !is_kind(w, first, AHD_CHUNK_NOUN)) ||
        w->s->joints[first].is & AHD_JOINT_AND || o->governor == AHD_NONE ||
        chunk_at(w, o->governor)->link != AHD_LINK_PREDICATE)
        return;
    ahd_strand_link(w->s, o->governor, AHD_LINK_COMPLEMENT, k);
    o->link = AHD_LINK_PREDICATE;
    o->governor = AHD_NONE;
    ahd_strand_link(w->s, k, AHD_LINK_PREDICATE, AHD_NONE);
}

static void read_verb(ahd_weave *w, uint32_t k)
{
    ahd_open *o = ahd_weave_top(w);
    uint32_t is = w->s->joints[k].is;
    bool auxiliary = is & AHD_JOINT_AUXILIARY;

    if (is & AHD_JOINT_BARE) {
        read_bare_verb(w, k);
        return;
    }
    if (o->predicate != AHD_NONE || (auxiliary && o->be != AHD_NONE))
        open_for_verb(w, k);
    if (auxiliary && ahd_weave_top(w)->be == AHD_NONE)
        ahd_weave_top(w)->be = k;
    else
        ahd_weave_predicate(w, k);
    follow_speech(w, k);
}

/* ------------------------------------------------------------------- marks */

/* What أن completes: a word of saying just before it, else the predicate. */
static uint32_t governor_of(const ahd_weave *w, uint32_t k)
{
    const ahd_open *o = &w->open[w->depth - 1];
    uint32_t before = ahd_weave_before(w, k);

    if (is_kind(w, before, AHD_CHUNK_ADJECTIVE) || o->predicate == AHD_NONE)
        return before;
    return o->predicate;
}

static void read_that(ahd_weave *w, uint32_t k)
{
    uint32_t depth = w->depth, governor, subject;
    bool empty = ahd_weave_top(w)->predicate == AHD_NONE &&
                 ahd_weave_top(w)->topic == AHD_NONE &&
                 ahd_weave_top(w)->be == AHD_NONE;

    if (w->s->joints[k].is & AHD_JOINT_AND)
        while (depth > 1 && w->open[depth - 1].kind != AHD_CLAUSE_COMPLEMENT)
            depth--;
    if (w->s->joints[k].is & AHD_JOINT_AND && depth > 1) {
        while (w->depth > depth)
            ahd_weave_close(w, k);
        open_beside(w, k);
        return;
    }
    if (empty)
        return;
    governor = governor_of(w, k);
    subject = ahd_weave_top(w)->subject;
    open_linked(w, AHD_CLAUSE_COMPLEMENT, k, AHD_LINK_COMPLEMENT, governor);
    /* «يريد الوفد أن يوقع»: who wants is who signs. */
    if (has(w, governor, AHD_GRAMMAR_CONTROL) &&
        is_kind(w, k + 1 < w->s->doc->chunks.count ? k + 1 : AHD_NONE,
                AHD_CHUNK_VERB))
        ahd_weave_top(w)->subject = subject;
}

/* «الاتفاق مع الحكومة الذي»: the nearest noun outwards that agrees. */
static uint32_t antecedent(const ahd_weave *w, uint32_t k)
{
    uint32_t at = ahd_attach_last_noun(w, k), last = at;

    for (int i = 0; i < 4 && is_kind(w, at, AHD_CHUNK_NOUN); i++) {
        if (ahd_weave_agrees(w, k, at))
            return at;
        at = chunk_at(w, at)->of;
    }
    return last;
}

/* «ما», «من»: what or who, of no noun. */
static bool is_headless(const ahd_weave *w, uint32_t k)
{
    ahd_str word = ahd_doc_words(
        w->s->doc, ahd_strand_segment(w->s, chunk_at(w, k)->head)->at);

    return ahd_str_eq(word, AHD_STR("ما")) || ahd_str_eq(word, AHD_STR("من"));
}

static void read_relative(ahd_weave *w, uint32_t k)
{
    uint32_t noun = antecedent(w, k), word = AHD_NONE;
    bool joined = noun != AHD_NONE && ahd_weave_before(w, k) != AHD_NONE &&
                  is_kind(w, k - 1, AHD_CHUNK_NOUN);

    if (is_headless(w, k) ||
        (!joined && !(w->s->joints[k].is & (AHD_JOINT_COMMA | AHD_JOINT_AND))))
        noun = AHD_NONE;
    if (noun == AHD_NONE) {
        ahd_attach_noun(w, k);
        noun = k;
    } else {
        ahd_option option = ahd_choice_take(
            w, k, ahd_choice_option(w->s, AHD_LINK_RELATIVE, noun));
        noun = option.of;
        word = option.word;
    }
    open_relative(w, k, noun, word);
}

static void read_but(ahd_weave *w, uint32_t k)
{
    close_inner(w, k);
    if (ahd_weave_top(w)->predicate != AHD_NONE)
        open_beside(w, k);
}

static void read_clause_mark(ahd_weave *w, uint32_t k)
{
    ahd_open *o = ahd_weave_top(w);
    uint32_t subject;

    if (w->s->joints[k].is & AHD_JOINT_COMMA && o->predicate != AHD_NONE)
        close_inner(w, k);
    subject = ahd_weave_top(w)->subject;
    open_linked(w, AHD_CLAUSE_ADVERBIAL, k, AHD_LINK_ADVERBIAL,
                ahd_weave_top(w)->predicate);
    /* «جاء المبعوث ليلتقي»: who came is who meets. */
    if (chunk_at(w, k)->end == chunk_at(w, k)->first + 1 &&
        w->s->duty[chunk_at(w, k)->first].kind == AHD_DUTY_PREPOSITION &&
        subject != AHD_NONE && k + 1 < w->s->doc->chunks.count &&
        ahd_weave_agrees(w, k + 1, subject))
        ahd_weave_top(w)->subject = subject;
}

/* «على أن», «إلى أن» complete a verb; «بعد أن», «لأن» say when and why. */
static bool is_adverbial(const ahd_weave *w, uint32_t k)
{
    static const char *const verbs[] = {"على", "إلى", "ب", "عن", "من", "في"};
    const ahd_chunk *c = chunk_at(w, k);
    ahd_str word =
        ahd_doc_words(w->s->doc, ahd_strand_segment(w->s, c->first)->at);

    if (w->s->duty[c->first].kind != AHD_DUTY_PREPOSITION)
        return false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (ahd_str_is(word, verbs[i]))
            return w->open[w->depth - 1].predicate == AHD_NONE;
    return true;
}

static void read_mark(ahd_weave *w, uint32_t k)
{
    uint32_t classes = w->s->joints[k].classes;

    if (classes & AHD_GRAMMAR_RELATIVE)
        read_relative(w, k);
    else if (classes & AHD_GRAMMAR_BUT)
        read_but(w, k);
    else if (classes & AHD_GRAMMAR_THAT && !(classes & AHD_GRAMMAR_CLAUSE) &&
             !is_adverbial(w, k))
        read_that(w, k);
    else
        read_clause_mark(w, k);
}

/* -------------------------------------------------- adjectives and adverbs */

static void read_adjective(ahd_weave *w, uint32_t k)
{
    ahd_open *o = ahd_weave_top(w);
    uint32_t before = ahd_weave_before(w, k);
    bool article =
        w->s->duty[ahd_strand_chunk(w->s, k)->head].is & AHD_DUTY_ARTICLE;

    if (o->predicate == AHD_NONE && (o->topic != AHD_NONE || o->be != AHD_NONE))
        ahd_weave_predicate(w, k);
    else if (article && is_kind(w, before, AHD_CHUNK_NOUN))
        ahd_strand_link(w->s, k, AHD_LINK_ATTRIBUTE, before);
    else if (o->predicate == AHD_NONE)
        return;
    else if (w->s->joints[o->predicate].classes &
             (AHD_GRAMMAR_BECOME | AHD_GRAMMAR_BE))
        ahd_strand_link(w->s, k, AHD_LINK_COMPLEMENT, o->predicate);
    else
        ahd_strand_link(w->s, k, AHD_LINK_ADVERBIAL, o->predicate);
}

/* Does anything but a new clause follow? */
static bool is_last(const ahd_weave *w, uint32_t k)
{
    return k + 1 == w->s->doc->chunks.count ||
           w->s->joints[k + 1].is & (AHD_JOINT_COMMA | AHD_JOINT_QUOTE);
}

/* "is over"; «هناك خلافات», "there". */
static bool is_adverb_predicate(ahd_weave *w, uint32_t k)
{
    const ahd_open *o = ahd_weave_top(w);

    if (!w->s->arabic && o->be != AHD_NONE && o->be + 1 == k && is_last(w, k))
        return true;
    return w->s->joints[k].classes & AHD_GRAMMAR_THERE && o->be == AHD_NONE &&
           o->topic == AHD_NONE &&
           (w->s->arabic || k + 1 == w->s->doc->chunks.count ||
            !is_kind(w, k + 1, AHD_CHUNK_VERB));
}

static void read_adverb(ahd_weave *w, uint32_t k)
{
    ahd_open *o = ahd_weave_top(w);

    if (o->predicate != AHD_NONE)
        ahd_strand_link(w->s, k, AHD_LINK_ADVERBIAL, o->predicate);
    else if (is_adverb_predicate(w, k))
        ahd_weave_predicate(w, k);
    else if (w->s->joints[k].classes & AHD_GRAMMAR_THERE && o->be != AHD_NONE)
        ahd_weave_predicate(w, o->be);
}

/* ---------------------------------------------------------------- the walk */

/* «عندما وصل الوفد، بدأت المحادثات»: the comma ends what came first. */
static void end_at_comma(ahd_weave *w, uint32_t k)
{
    ahd_open *o = ahd_weave_top(w);

    if (w->s->joints[k].is & AHD_JOINT_COMMA && w->depth > 1 &&
        o->kind == AHD_CLAUSE_ADVERBIAL && o->predicate != AHD_NONE &&
        o->governor == AHD_NONE && !(w->s->joints[k].is & AHD_JOINT_AND))
        ahd_weave_close(w, k);
}

/* "The operation -- meant to help -- is called": what waits for a predicate
 * before an aside finds it after. */
static void end_aside(ahd_weave *w, uint32_t k)
{
    uint32_t verb = k, depth = w->depth;

    if (w->s->arabic || !(w->s->joints[k].is & AHD_JOINT_COMMA) ||
        w->s->joints[k].is & AHD_JOINT_AND)
        return;
    while (is_kind(w, verb, AHD_CHUNK_ADVERB) &&
           verb + 1 < w->s->doc->chunks.count)
        verb++;
    if (!is_kind(w, verb, AHD_CHUNK_VERB) ||
        w->s->joints[verb].is & AHD_JOINT_BARE)
        return;
    while (depth > 1 && w->open[depth - 1].topic == AHD_NONE)
        depth--;
    if (depth == w->depth || !ahd_weave_waits(w, depth - 1))
        return;
    while (w->depth > depth)
        ahd_weave_close(w, k);
}

/* «قال: "الوضع صعب"», 'said, "It is hard"': what is said is a clause of its
 * own. */
static void begin_at_colon(ahd_weave *w, uint32_t k)
{
    uint32_t predicate = ahd_weave_top(w)->predicate;
    uint32_t is = w->s->joints[k].is;
    bool quote = !w->s->arabic && is & AHD_JOINT_QUOTE &&
                 is & AHD_JOINT_COMMA && !has(w, k, AHD_GRAMMAR_SAY);

    if ((is & AHD_JOINT_COLON || quote) && has(w, predicate, AHD_GRAMMAR_SAY))
        open_linked(w, AHD_CLAUSE_COMPLEMENT, k, AHD_LINK_COMPLEMENT,
                    predicate);
}

void ahd_clausal_find(ahd_strand *s)
{
    static void (*const readers[AHD_CHUNK_KINDS])(ahd_weave *, uint32_t) = {
        [AHD_CHUNK_NOUN] = ahd_attach_noun,
        [AHD_CHUNK_VERB] = read_verb,
        [AHD_CHUNK_ADJECTIVE] = read_adjective,
        [AHD_CHUNK_ADVERB] = read_adverb,
        [AHD_CHUNK_MARK] = read_mark,
    };
    ahd_weave w = {.s = s};

    if (s->base == s->doc->chunks.count)
        return;
    ahd_weave_open(&w, AHD_CLAUSE_MAIN, s->base);
    for (uint32_t k = s->base; k < s->doc->chunks.count; k++) {
        end_at_comma(&w, k);
        end_aside(&w, k);
        begin_at_colon(&w, k);
        ahd_strand_chunk(s, k)->clause = ahd_weave_top(&w)->clause;
        readers[ahd_strand_chunk(s, k)->kind](&w, k);
        if (chunk_at(&w, k)->kind != AHD_CHUNK_NOUN)
            ahd_strand_chunk(s, k)->clause = ahd_weave_top(&w)->clause;
    }
    while (w.depth > 0)
        ahd_weave_close(&w, s->doc->chunks.count);
}
