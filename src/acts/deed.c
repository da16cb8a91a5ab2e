#include "acts/deed.h"

#include "acts/scene.h"
#include "acts/tie.h"
#include "doc/look.h"

enum {
    LOOK_BACK = 48, /* acts, and events, before it */
    LOOK_AHEAD = 8,
    REASON_WORDS = 3,
    JOINED = 3,
    REACH = 25,
    NAMED_BEFORE = 14,
    NAMED_AFTER = 8,
    SUBJECT_WORDS = 10,
    DONE_WORDS = 8,
    MOST_DOERS = 3,
};

/* What speaks for a deed, in quarters; chosen on tests/links/dev.tsv. */
enum {
    SAME_SENTENCE = 8,
    IS_EVENT = 2,
    OUT_OF_REACH = -6,
    IN_BREACH = 6, /* «في خرق ل», "in violation of" */
    BY_IT = 6,     /* «بقصف», "by shelling" */
    NEXT_TO_IT = 3,
    WORD_AGAIN = 13,
    THIS_WORD_AGAIN = 16, /* «هذا القصف» */
    SENTENCE_FURTHER = -1,
    KIND_AGAIN = 7, /* another word for signing */
    SUBJECT_AGAIN = 13,
    SUBJECT_FURTHEST = -3,
    SAME_BREACH = 11,
    BY_ACCUSED = 6,
    BY_ACCUSER = -10,
    ENOUGH = 10,
};

typedef struct charge {
    const ahd_kb *kb;
    ahd_doc *doc;
    uint32_t n; /* the act */
    const ahd_act *act;
    ahd_sentence s;
    bool breach; /* its word is no word of saying: not «اتهم» */
    bool reason; /* what stands before was done because of it */
} charge;

/* An act or an event. */
typedef struct deed {
    uint32_t act, event; /* one of them, the other AHD_NONE */
    uint32_t first, end, sentence;
    const ahd_args *source;
} deed;

static bool is_class(const charge *c, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(c->doc, token, AHD_TERM_CLASS, class) != NULL;
}

static void read_charge(charge *c)
{
    uint32_t first = c->act->trigger_first;

    c->s = ahd_look_around(c->doc, first);
    ahd_words before = {first > c->s.first + REASON_WORDS ? first - REASON_WORDS
                                                          : c->s.first,
                        first + 1};
    ahd_words own = {first, c->act->trigger_end};
    c->reason = ahd_tie_class(c->doc, before, AHD_CLASS_REASON) != AHD_NONE;
    c->breach = ahd_tie_class(c->doc, own, AHD_CLASS_BREACH) != AHD_NONE ||
                !ahd_look_hit(c->doc, first, AHD_TERM_CUE);
}

/* -------------------------------------------------------- in its sentence */

static bool is_in_breach(const charge *c)
{
    uint32_t first = c->act->trigger_first;

    return first > c->s.first && is_class(c, first - 1, AHD_CLASS_IN);
}

static bool is_by_it(const charge *c, const deed *d)
{
    return ahd_look_has_pro(c->doc, d->first, AHD_PRO_BI) ||
           (d->first > 0 && is_class(c, d->first - 1, AHD_CLASS_BY));
}

/* «في مؤتمر بشأن ما وقعته قال إن …»: before the «that» of the charge. */
static bool is_outside(const charge *c, const deed *d)
{
    ahd_words between = {d->end, c->act->trigger_first};

    return ahd_tie_class(c->doc, between, AHD_CLASS_THAT) != AHD_NONE;
}

static int in_sentence(const charge *c, const deed *d)
{
    bool after = d->first >= c->act->trigger_end;
    uint32_t gap = after ? d->first - c->act->trigger_end
                   : c->act->trigger_first > d->end
                       ? c->act->trigger_first - d->end
                       : 0;
    int score = SAME_SENTENCE + (d->event != AHD_NONE ? IS_EVENT : 0) +
                (gap > REACH ? OUT_OF_REACH : 0) +
                (gap <= JOINED ? NEXT_TO_IT : 0) +
                (is_in_breach(c) ? IN_BREACH : 0);

    if (after)
        return is_by_it(c, d) ? score + BY_IT : is_in_breach(c) ? score : 0;
    return c->breach && !c->reason && !is_outside(c, d) ? score : 0;
}

/* ------------------------------------------------------------ by its word */

static bool is_this(const charge *c, uint32_t token)
{
    static const char *const words[] = {"هذا",  "هذه",   "ذلك",   "تلك",
                                        "this", "these", "those", NULL};

    for (const char *const *word = words; *word && token > 0; word++)
        if (ahd_look_is(c->doc, token - 1, *word))
            return true;
    return false;
}

static bool is_type(const charge *c, const deed *d, ahd_act_type type)
{
    return d->act != AHD_NONE && c->doc->acts.items[d->act].type == type;
}

/* Is a word for signing (توقيع), whatever the deed's, among the charge's? */
static bool has_kind(const charge *c, const deed *d)
{
    for (uint32_t i = c->s.first; is_type(c, d, AHD_ACT_SIGN) && i < c->s.end;
         i++)
        if (ahd_scene_may_tell(c->kb, c->doc, i, 1u << AHD_ACT_SIGN))
            return true;
    return false;
}

/* «جرى التوافق على التعديل الوزاري … التعديل الوزاري يمثل انقلابا»: what was
 * done is named by what it was about. */
static bool shares_subject(const charge *c, const deed *d)
{
    uint32_t first = c->act->trigger_first;
    ahd_words subject = {
        first > c->s.first + SUBJECT_WORDS ? first - SUBJECT_WORDS : c->s.first,
        first};
    ahd_words done = {d->end, d->end + DONE_WORDS};
    ahd_word_keys keys;

    if (d->act == AHD_NONE || !c->breach || c->reason)
        return false;
    ahd_tie_keys(c->doc, subject, &keys);
    return ahd_tie_shared(c->doc, &keys, done) >= 2;
}

/* Where a charge names what was done: before a word of breach, «هذا القصف
 * يعد خرقا»; after a word of saying, «اتهمهم بقصف». */
static ahd_words words_for_deed(const charge *c)
{
    uint32_t first = c->act->trigger_first, end = c->act->trigger_end;

    if (!c->breach || c->reason)
        return (ahd_words){end, end + NAMED_AFTER < c->s.end ? end + NAMED_AFTER
                                                             : c->s.end};
    return (ahd_words){first > c->s.first + NAMED_BEFORE ? first - NAMED_BEFORE
                                                         : c->s.first,
                       first};
}

static int by_word(const charge *c, const deed *d)
{
    uint32_t key = ahd_tie_key(c->doc, d->first);
    int further = SENTENCE_FURTHER *
                  (int)(c->doc->tokens.items[c->act->trigger_first].sentence -
                        d->sentence);
    int score = has_kind(c, d) ? KIND_AGAIN : 0;
    if (is_type(c, d, AHD_ACT_BREACH) && further >= SENTENCE_FURTHER)
        return SAME_BREACH;
    if (further >= SUBJECT_FURTHEST && shares_subject(c, d))
        return SUBJECT_AGAIN + further;
    ahd_words named = words_for_deed(c);

    for (uint32_t i = named.first; key != 0 && i < named.end; i++)
        if (ahd_tie_key(c->doc, i) == key)
            return is_this(c, i) ? THIS_WORD_AGAIN + further
                                 : WORD_AGAIN + further;
    return score;
}

/* ------------------------------------------------------------------ score */

static bool are_few(const ahd_args *args)
{
    return args->count > 0 && args->count <= MOST_DOERS;
}

static int by_whom(const charge *c, const deed *d)
{
    ahd_words accused = {c->act->trigger_end, c->act->trigger_end + JOINED};

    if (!are_few(d->source) || is_type(c, d, AHD_ACT_BREACH))
        return 0;
    if (ahd_tie_are_sides(c->kb, c->doc, d->source, &c->act->target) ||
        (!c->breach && ahd_tie_is_named(c->kb, c->doc, d->source, accused)))
        return BY_ACCUSED;
    return are_few(&c->act->source) &&
                   ahd_tie_are_sides(c->kb, c->doc, d->source, &c->act->source)
               ? BY_ACCUSER
               : 0;
}

static int score(const charge *c, const deed *d)
{
    bool same = d->first >= c->s.first && d->first < c->s.end;
    int how = same ? in_sentence(c, d) : by_word(c, d);

    return how == 0 ? 0 : how + by_whom(c, d);
}

/* ----------------------------------------------------------------- choice */

/* Acts that may break something. */
static bool may_break(const charge *c, const ahd_act *act)
{
    bool after = act->trigger_first > c->act->trigger_first;

    if (act->modality != AHD_ACTUAL)
        return false;
    switch ((ahd_act_type)act->type) {
    case AHD_ACT_SIGN: /* after it, that is what was broken */
        return !after && !ahd_tie_is_epithet(c->doc, act);
    case AHD_ACT_SUSPEND:
    case AHD_ACT_IMPLEMENT:
    case AHD_ACT_BREACH:
    case AHD_ACT_REJECT:
        return true;
    case AHD_ACT_MEET: /* «على الرغم من ذلك زار …» */
        return after && act->trigger_first <= c->act->trigger_end + JOINED;
    case AHD_ACT_COMMIT:
    case AHD_ACT_THREATEN:
    case AHD_ACT_SUPPORT:
    case AHD_ACT_NEGOTIATE:
    case AHD_ACT_MEDIATE:
    case AHD_ACT_DEMAND:
    case AHD_ACT_ACCUSE:
    case AHD_ACT_DENY:
    case AHD_ACT_EXTEND:
    case AHD_ACT_CONDEMN:
    case AHD_ACT_TYPES:
        return false;
    }
    return false;
}

static uint32_t agreement_of(const ahd_doc *doc, const ahd_act *act)
{
    return act->agreements.count == 0
               ? AHD_NONE
               : doc->agreements.items[act->agreements.items[0]].id;
}

/* «توقيع قطر مذكرة يشكل خرقا … جاء ذلك بعد أن وقعت قطر»: the signing that is
 * charged is told behind the charge; not that of what was broken. */
static bool is_told_later(const charge *c, const deed *d)
{
    const ahd_act *act = &c->doc->acts.items[d->act];
    uint32_t broken = agreement_of(c->doc, c->act);

    return d->first >= c->s.end && act->modality == AHD_ACTUAL &&
           has_kind(c, d) && by_whom(c, d) == BY_ACCUSED &&
           (broken == AHD_NONE || agreement_of(c->doc, act) != broken);
}

static void try_acts(const charge *c, deed *best, int *most)
{
    uint32_t from = c->n > LOOK_BACK ? c->n - LOOK_BACK : 0;

    for (uint32_t i = from; i < c->doc->acts.count && i <= c->n + LOOK_AHEAD;
         i++) {
        const ahd_act *act = &c->doc->acts.items[i];
        deed d = {i,
                  AHD_NONE,
                  act->trigger_first,
                  act->trigger_end,
                  act->sentence,
                  &act->source};
        bool before = d.first < c->s.end && may_break(c, act);
        if (i == c->n || (!before && !is_told_later(c, &d)))
            continue;
        int here = score(c, &d);
        if (here > *most) {
            *most = here;
            *best = d;
        }
    }
}

static void try_events(const charge *c, deed *best, int *most)
{
    uint32_t to = ahd_tie_event_from(c->doc, c->s.end);

    for (uint32_t i = to > LOOK_BACK ? to - LOOK_BACK : 0; i < to; i++) {
        const ahd_event *event = &c->doc->events.items[i];
        deed d = {AHD_NONE,
                  i,
                  event->trigger_first,
                  event->trigger_end,
                  event->sentence,
                  &event->source};
        bool itself =
            d.first < c->act->trigger_end && d.end > c->act->trigger_first;
        if (itself || event->type > AHD_EVENT_MOBILIZE ||
            event->modality != AHD_ACTUAL)
            continue;
        int here = score(c, &d);
        if (here > *most) {
            *most = here;
            *best = d;
        }
    }
}

void ahd_deed_link(const ahd_kb *kb, ahd_doc *doc, uint32_t act)
{
    charge c = {.kb = kb, .doc = doc, .n = act, .act = &doc->acts.items[act]};
    deed best = {.act = AHD_NONE, .event = AHD_NONE};
    int most = ENOUGH - 1;

    read_charge(&c);
    try_acts(&c, &best, &most);
    try_events(&c, &best, &most);
    if (best.act != AHD_NONE)
        ahd_tie_act(doc, act, best.act, "alleged_breach");
    else if (best.event != AHD_NONE)
        ahd_tie_event(doc, act, best.event, "alleged_breach");
}
