#include "quotes/relay.h"

#include "doc/look.h"
#include "quotes/cue.h"
#include "quotes/content.h"
#include "quotes/marks.h"
#include "quotes/nominal.h"
#include "quotes/speaker.h"

/* In tokens. */
enum {
    MEDIUM_REACH = 60,
    FROM_REACH = 20,
    OUTLET_REACH = 60,
    OWNER_REACH = 6,
};

/* ------------------------------------------------------------- the medium */

const ahd_hit *ahd_relay_is_medium(const ahd_quoting *f, uint32_t token)
{
    const ahd_hit *hit = ahd_look_hit(f->doc, token, AHD_TERM_MEDIUM);
    uint32_t m = ahd_look_mention_at(f->doc, token);

    if (hit == NULL)
        return NULL;
    return m == AHD_NONE ||
                   f->doc->mentions.items[m].kind == AHD_MENTION_AGREEMENT
               ? hit
               : NULL;
}

static void set_medium(const ahd_quoting *f, const ahd_hit *hit, ahd_quote *q)
{
    ahd_span at = ahd_look_span(f->doc, hit->first, hit->end);
    ahd_span word = ahd_look_word(f->doc, hit->end - 1);

    if (hit->end == hit->first + 1)
        at = word;
    q->medium = (uint8_t)hit->id;
    q->medium_at = at;
}

void ahd_relay_medium(const ahd_quoting *f, uint32_t first, uint32_t end,
                      ahd_quote *q)
{
    for (uint32_t i = first; i < end && i < first + MEDIUM_REACH; i++) {
        const ahd_hit *hit = ahd_relay_is_medium(f, i);
        if (hit == NULL)
            continue;
        set_medium(f, hit, q);
        return;
    }
}

void ahd_relay_medium_after(const ahd_quoting *f, ahd_quote *q)
{
    for (uint32_t i = q->first; i + 1 < q->end; i++) {
        const ahd_hit *hit = ahd_relay_is_medium(f, i + 1);
        if (hit == NULL || hit->id != AHD_MEDIUM_STATEMENT ||
            !ahd_quoting_is_class(f, i, AHD_CLASS_IN))
            continue;
        set_medium(f, hit, q);
        if (i > q->first)
            ahd_content_set(f, q->first, i, q);
        return;
    }
}

/* The noun that opens at `token`, without «ل» before it. */
static ahd_arg without_clitic(const ahd_quoting *f, uint32_t token)
{
    ahd_arg arg = ahd_nominal_at(f, token, f->s->end);
    uint32_t start = ahd_look_word(f->doc, token).start;

    if (arg.at.len > 0 && arg.at.start < start &&
        !ahd_str_starts(f->doc->tokens.items[token].form, AHD_STR("لل"))) {
        arg.at.len -= start - arg.at.start;
        arg.at.start = start;
    }
    return arg;
}

void ahd_relay_owner(ahd_quoting *f, uint32_t token, ahd_quote *q)
{
    for (uint32_t i = token + 1; i < f->s->end && i <= token + OWNER_REACH;
         i++) {
        uint32_t m = ahd_look_mention_at(f->doc, i);
        if (ahd_look_is_punct(f->doc, i) ||
            ahd_quoting_is_class(f, i, AHD_CLASS_THAT))
            return;
        if (ahd_quoting_is_class(f, i, AHD_CLASS_GOVERNMENT_OF)) {
            ahd_speaker_set(f, q, without_clitic(f, i)); /* «لرئاسة كذا» */
            return;
        }
        if (m == AHD_NONE || ahd_quoting_is_relay(f, m) ||
            f->doc->mentions.items[m].kind == AHD_MENTION_AGREEMENT)
            continue;
        ahd_speaker_set(f, q, ahd_look_arg(f->doc, m));
        return;
    }
}

/* ------------------------------------------------------------ the outlet */

ahd_arg ahd_relay_again(const ahd_quoting *f, uint32_t token)
{
    return ahd_quoting_is_class(f, token, AHD_CLASS_RELAY) ? f->last_relay
                                                           : ahd_arg_none();
}

static void set_via(ahd_quoting *f, ahd_quote *q, ahd_arg arg)
{
    q->via = arg;
    q->has_via = 1;
    f->last_relay = arg;
}

/* «لـ» apart, or a word that ends so before a mark: «لـ«الشرق الأوسط»». */
static bool is_bare_to(const ahd_quoting *f, uint32_t token)
{
    ahd_str form = f->doc->tokens.items[token].form;

    return ahd_str_eq(form, AHD_STR("ل")) || ahd_str_eq(form, AHD_STR("لـ"));
}

ahd_arg ahd_relay_in_marks(const ahd_quoting *f, uint32_t open)
{
    enum { LONGEST_NAME = 6 };
    ahd_arg arg = ahd_arg_none();
    uint32_t close = ahd_look_is(f->doc, open, "(")
                         ? open + 2 /* «ل(وات)» */
                         : ahd_marks_close(f->doc, open);
    uint32_t m = ahd_look_mention_at(f->doc, open + 1);

    if (close > open + 1 + LONGEST_NAME || close == open + 1)
        return arg;
    if (m != AHD_NONE && ahd_quoting_is_relay(f, m))
        return ahd_look_arg(f->doc, m);
    arg.at = ahd_look_span(f->doc, open + 1, close);
    return arg;
}

/* The outlet that opens at `token`, told to or cited. */
static ahd_arg outlet_at(const ahd_quoting *f, uint32_t token, uint32_t end)
{
    uint32_t m = ahd_look_mention_at(f->doc, token);
    const ahd_hit *again =
        ahd_look_hit_id(f->doc, token, AHD_TERM_CLASS, AHD_CLASS_RELAY);
    ahd_arg arg = ahd_arg_none();

    if (ahd_relay_is_medium(f, token))
        return arg; /* «موقع التواصل الاجتماعي» */
    if (m != AHD_NONE && f->doc->mentions.items[m].first == token &&
        ahd_quoting_is_relay(f, m))
        return ahd_look_arg(f->doc, m);
    if (ahd_quoting_is_class(f, token, AHD_CLASS_OUTLET))
        arg = ahd_nominal_at(f, token, end);
    uint32_t tail = ahd_span_end(arg.at);
    if (again &&
        (arg.at.len == 0 ||
         tail <= ahd_span_end(f->doc->tokens.items[again->end - 1].at)))
        return f->last_relay; /* «وكالة الأنباء», and no more than that */
    if (arg.at.len > 0) {
        arg.at.start = ahd_look_word(f->doc, token).start;
        arg.at.len = tail - arg.at.start;
    }
    return arg;
}

void ahd_relay_told_to(ahd_quoting *f, uint32_t first, uint32_t end,
                       ahd_quote *q)
{
    for (uint32_t i = first; i < end && i < first + OUTLET_REACH; i++) {
        bool named = ahd_look_mention_at(f->doc, i) != AHD_NONE;
        const ahd_segment *before =
            i > first ? ahd_look_host(f->doc, i - 1) : NULL;
        bool to = ahd_look_has_pro(f->doc, i, AHD_PRO_LI) ||
                  !ahd_quoting_is_arabic(f, i) || named ||
                  ahd_quoting_is_class(f, i, AHD_CLASS_RELAY) ||
                  (before &&
                   (before->pos == AHD_POS_VERB || before->pos == AHD_POS_ADP));
        ahd_arg arg = to ? outlet_at(f, i, end) : ahd_arg_none();
        bool opens = ahd_marks_opens(f->doc, i) || ahd_look_is(f->doc, i, "(");
        if (opens && i > first && is_bare_to(f, i - 1))
            arg = ahd_relay_in_marks(f, i);
        if (arg.at.len == 0 || arg.at.start == q->speaker.at.start)
            continue;
        set_via(f, q, arg);
        return;
    }
}

/* ------------------------------------------------------- cues of relaying */

/* «بحسب بيان للجيش»: the statement, and whose it is. */
static void read_statement(ahd_quoting *f, const ahd_hit *medium, ahd_quote *q)
{
    set_medium(f, medium, q);
    q->via = ahd_arg_none();
    q->via.at = q->medium_at;
    q->has_via = 1;
    if (!ahd_look_has_pro(f->doc, medium->first, AHD_PRO_AL))
        ahd_relay_owner(f, medium->end - 1, q);
}

/* Who is named after a cue of relaying, written to `q`; the token after. */
static uint32_t read_source(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q)
{
    uint32_t i = ahd_quoting_skip(f, ahd_cue_end(f, cue), f->s->end);
    i += ahd_look_is(f->doc, i, "the") || ahd_look_is(f->doc, i, "a") ||
         ahd_quoting_is_resumed(f, i); /* «ما صرح به الوزير» */
    const ahd_hit *medium = ahd_relay_is_medium(f, i);
    ahd_arg arg;

    if (i >= f->s->end)
        return i;
    if (medium) {
        read_statement(f, medium, q);
        return medium->end;
    }
    arg = ahd_marks_opens(f->doc, i) ? ahd_relay_in_marks(f, i)
                                     : outlet_at(f, i, f->s->end);
    bool outlet = arg.at.len > 0;
    bool report = !outlet && ahd_quoting_is_class(f, i, AHD_CLASS_REPORT);
    bool named = ahd_look_mention_at(f->doc, i) != AHD_NONE ||
                 !ahd_quoting_is_arabic(f, i); /* "according to documents" */
    if (!outlet && (named || report))
        arg = ahd_nominal_at(f, i, f->s->end);
    if (outlet || (report && arg.at.len > 0))
        set_via(f, q, arg);
    else
        ahd_speaker_set(f, q, arg);
    if (arg.at.len == 0)
        return i;
    if (arg.at.start < f->doc->tokens.items[i].at.start) { /* «الوكالة» again */
        const ahd_hit *again =
            ahd_look_hit_id(f->doc, i, AHD_TERM_CLASS, AHD_CLASS_RELAY);
        return again ? again->end : i;
    }
    return ahd_look_token_at(f->doc, ahd_span_end(arg.at));
}

/* Does the clause end after the token `i`, but for the rest of a name or a
 * time: «وفق ما أكده المتحدث | العقيد فلان اليوم.»? */
static bool ends_soon(const ahd_quoting *f, uint32_t i)
{
    enum { REST = 7 };
    uint32_t stop = i + REST;

    for (; i < f->s->end && i < stop; i++) {
        const ahd_segment *host = ahd_look_host(f->doc, i);
        if (ahd_look_is_punct(f->doc, i))
            return true;
        if (host && (host->pos == AHD_POS_VERB || host->pos == AHD_POS_SCONJ))
            return false;
    }
    return i >= f->s->end;
}

/* The quotation of this sentence that the cue stands in or follows. */
static ahd_quote *relayed(const ahd_quoting *f, const ahd_hit *cue)
{
    ahd_doc *doc = f->doc;

    if (doc->quotes.count == 0)
        return NULL;
    ahd_quote *q = &doc->quotes.items[doc->quotes.count - 1];
    if (q->sentence != f->sentence ||
        (q->direct && cue->first < q->end && cue->first >= q->first))
        return NULL;
    return q;
}

/* Gives it what the cue names; false when it is told already. */
static bool give(const ahd_quote *from, ahd_quote *to)
{
    if (from->has_via && !to->has_via) {
        to->via = from->via;
        to->has_via = 1;
        return true;
    }
    if (from->has_speaker &&
        (!to->has_speaker || (to->has_via && to->continues != AHD_NONE))) {
        to->speaker = from->speaker;
        to->has_speaker = 1;
        to->continues = AHD_NONE;
        return true;
    }
    return false;
}

/* «قال …، وأكد …، وفق الوكالة»: of all that the sentence tells before. */
static void give_all(const ahd_quoting *f, const ahd_quote *from)
{
    enum { MOST = 16 };
    uint32_t count = f->doc->quotes.count;

    for (uint32_t i = count; i-- > 0 && i + MOST >= count;) {
        ahd_quote *q = &f->doc->quotes.items[i];
        if (q->sentence != f->sentence)
            return;
        if (!q->has_via || i + 1 == f->doc->quotes.count) {
            q->via = from->via; /* nearer than what was inherited */
            q->has_via = 1;
        }
    }
}

bool ahd_relay_read(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q)
{
    uint32_t after = read_source(f, cue, q);
    ahd_quote *host = relayed(f, cue);
    bool last = ends_soon(f, after);

    if (!q->has_via && !q->has_speaker)
        return false;
    if (host) {
        if (last && q->has_via)
            give_all(f, q);
        bool inside = cue->first >= host->first && cue->first < host->end;
        uint32_t first = host->first;
        if (inside && last)
            ahd_content_set(f, first, cue->first, host);
        if (q->has_via || give(q, host))
            return false;
        return ahd_content_set(f, first, cue->first, q);
    }
    uint32_t before = ahd_quoting_skip(f, f->s->first, cue->first);
    const ahd_hit *that =
        ahd_look_hit_id(f->doc, after, AHD_TERM_CLASS, AHD_CLASS_THAT);
    if (before >= cue->first) /* «وبحسب الوكالة، …», «كما ذكرت الوكالة أن …» */
        return ahd_content_set(f, that ? that->end : after, f->s->end, q);
    return ahd_content_set(f, f->s->first, last ? cue->first : f->s->end, q);
}

bool ahd_relay_pass_on(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q)
{
    uint32_t from = cue->end, mark;
    uint32_t limit = f->s->end < cue->end + OUTLET_REACH
                         ? f->s->end
                         : cue->end + OUTLET_REACH;

    while (from < limit && !ahd_look_is(f->doc, from, "عن"))
        from++;
    for (mark = from; mark < limit; mark++)
        if (ahd_quoting_is_class(f, mark, AHD_CLASS_THAT) ||
            ahd_look_is(f->doc, mark, ":"))
            break;
    if (from + 1 >= mark || mark >= limit)
        return false;
    ahd_hit said = *cue;
    uint32_t who = from + 1;
    who += ahd_marks_opens(f->doc, who);
    said.end = mark;
    for (uint32_t i = from; i-- > cue->first + 1 && !q->has_via;) {
        ahd_arg arg = outlet_at(f, i, from);
        if (arg.at.len == 0)
            continue;
        set_via(f, q, arg);
    }
    ahd_speaker_set(f, q, ahd_nominal_at(f, who, mark));
    return ahd_content_after(f, &said, mark, q);
}

void ahd_relay_from(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q)
{
    uint32_t stop = cue->first > f->s->first + FROM_REACH
                        ? cue->first - FROM_REACH
                        : f->s->first;
    uint32_t from = cue->first;

    while (from > stop && !ahd_look_is(f->doc, from - 1, "عن"))
        from--;
    if (from <= stop) {
        uint32_t m = ahd_look_mention_at(f->doc, cue->first - 1);
        if (m != AHD_NONE && f->doc->mentions.items[m].end == cue->first)
            ahd_speaker_set(f, q, ahd_look_arg(f->doc, m));
        return;
    }
    uint32_t who = ahd_marks_opens(f->doc, from) ? from + 1 : from;
    ahd_speaker_set(f, q, ahd_nominal_at(f, who, cue->first));
    for (uint32_t i = from - 1; i-- > f->s->first && i + FROM_REACH > from;) {
        ahd_arg arg = outlet_at(f, i, from - 1);
        if (arg.at.len == 0)
            continue;
        set_via(f, q, arg);
        return;
    }
}
