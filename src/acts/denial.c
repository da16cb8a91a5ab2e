#include "acts/denial.h"

#include "acts/tie.h"
#include "doc/look.h"

enum {
    LOOK_AROUND = 24, /* acts on each side */
    DENIED_WORDS = 30,
    POINTING = 6, /* words between a denial and «الاتهامات» */
    NEAR = 14,
    INSIDE_NEAR = 20,
    CLAIMED_WORDS = 40,
    JOINED = 4,
    FURTHEST = 4,   /* sentences */
    MOST_DOERS = 3, /* more than these and the reading is not to be trusted */
};

/* What speaks for a claim, in quarters; chosen on tests/links/dev.tsv. */
enum {
    INSIDE = 20,
    FAR_INSIDE = -8,
    SAME_SENTENCE = 8,
    BESIDE = 4,
    SENTENCE_FURTHER = -1,
    NEXT_BEFORE = 2,
    AFTER = -4,
    POINTS_BACK = 8,
    ACCUSES_DENIER = 6,
    IS_DENIERS = -10,
    NAMES_CLAIMANT = 6,
    ACCUSES_CLAIMANT = -8,
    SHARED_WORD = 3,
    MOST_SHARED = 3,
    ENOUGH = 12,
};

typedef struct denial {
    const ahd_kb *kb;
    ahd_doc *doc;
    uint32_t n; /* the act */
    const ahd_act *act;
    ahd_sentence s;
    ahd_words denied; /* the words after it */
    ahd_word_keys keys;
    ahd_arg who[MOST_DOERS + 1];
    ahd_args denier;
    bool points_back;
    bool in_title;
} denial;

/* ------------------------------------------------------------- the denial */

static bool are_few(const ahd_args *args)
{
    return args->count > 0 && args->count <= MOST_DOERS;
}

static void add_denier(denial *d, ahd_arg who)
{
    if (d->denier.count <= MOST_DOERS)
        d->who[d->denier.count++] = who;
}

/* Where the sources say too much: who is named next to it. */
static void add_nearest(denial *d)
{
    enum { AFTER_IT = 6, BEFORE_IT = 8 };
    const ahd_doc *doc = d->doc;
    uint32_t m = ahd_look_mention_from(doc, d->act->trigger_end);

    if (m < doc->mentions.count &&
        doc->mentions.items[m].first < d->act->trigger_end + AFTER_IT &&
        doc->mentions.items[m].first < d->s.end)
        add_denier(d, ahd_look_arg(doc, m));
    else if (m > 0 && doc->mentions.items[m - 1].first >= d->s.first &&
             doc->mentions.items[m - 1].end + BEFORE_IT > d->act->trigger_first)
        add_denier(d, ahd_look_arg(doc, m - 1));
}

static void find_denier(denial *d)
{
    d->denier.items = d->who;
    if (are_few(&d->act->source))
        for (uint32_t i = 0; i < d->act->source.count; i++)
            add_denier(d, d->act->source.items[i]);
    else
        add_nearest(d);
    if (d->act->has_speaker)
        add_denier(d, d->act->speaker);
}

/* «نفته»: the pronoun on it is what is denied. */
static bool has_object(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];
    const ahd_segment *host = ahd_look_host(doc, token);

    for (uint32_t i = 0; i < t->segments; i++)
        if (doc->segments.items[t->segment + i].kind == AHD_SEGMENT_ENCLITIC)
            return host && host->pos == AHD_POS_VERB;
    return false;
}

/* «وهو ما نفته», "which he denied": what is denied was said before. */
static bool is_relative(const denial *d)
{
    uint32_t first = d->act->trigger_first;

    return has_object(d->doc, d->act->trigger_end - 1) ||
           (first > d->s.first &&
            (ahd_look_is(d->doc, first - 1, "ما") ||
             ahd_look_hit_id(d->doc, first - 1, AHD_TERM_CLASS,
                             AHD_CLASS_RELATIVE)));
}

/* «نفت ذلك», «هذه الاتهامات لا أساس لها». */
static bool points_back(const denial *d)
{
    uint32_t first = d->act->trigger_first, end = d->act->trigger_end;
    ahd_words around = {first > d->s.first + POINTING ? first - POINTING
                                                      : d->s.first,
                        end + POINTING < d->s.end ? end + POINTING : d->s.end};

    return is_relative(d) || ahd_look_is(d->doc, end, "ذلك") ||
           ahd_look_is(d->doc, end + 1, "ذلك") ||
           ahd_tie_class(d->doc, around, AHD_CLASS_CLAIM) != AHD_NONE;
}

/* «داعيا», «مؤكدا»: goes on with the verb before. */
static bool is_adverbial(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    return host && host->pos != AHD_POS_VERB &&
           AHD_FEAT(host->feats, VERBAL) == AHD_PARTICIPLE &&
           ahd_str_ends(doc->tokens.items[token].form, AHD_STR("ا"));
}

/* «نفى …، مؤكدا …», «نفى … وقال», a colon: there something else is said. */
static bool says_more(const denial *d, uint32_t token)
{
    if (ahd_look_is(d->doc, token, ":"))
        return true;
    if (ahd_look_is_punct(d->doc, token - 1))
        return ahd_tie_opens_another(d->doc, token);
    return ahd_look_hit(d->doc, token, AHD_TERM_CUE) &&
           (ahd_look_has_pro(d->doc, token, AHD_PRO_WA) ||
            is_adverbial(d->doc, token));
}

/* The rule that made it has words after «that»: «نافيا». */
static bool takes_content(const denial *d)
{
    return ahd_kb_rule_at(d->kb, d->act->rule)->slots[AHD_FN_THAT] ==
           AHD_SLOT_CONTENT;
}

/* Not «لم يستهدف», which denies by what it says. */
static bool is_word_of_denying(const denial *d)
{
    uint32_t first = d->act->trigger_first;
    const ahd_segment *host = ahd_look_host(d->doc, first);

    if (ahd_look_hit_id(d->doc, first, AHD_TERM_CLASS, AHD_CLASS_NEGATION))
        return false;
    return ahd_look_hit(d->doc, first, AHD_TERM_CUE) ||
           (host && host->pos == AHD_POS_VERB) || takes_content(d);
}

/* The words of a verb of denying. */
static void find_denied(denial *d)
{
    uint32_t end = d->act->trigger_end + DENIED_WORDS, i = d->act->trigger_end;

    for (end = end < d->s.end ? end : d->s.end; i < end; i++)
        if (i > d->act->trigger_end && says_more(d, i))
            break;
    ahd_tie_keys(d->doc, (ahd_words){d->act->trigger_end, i}, &d->keys);
    if (is_word_of_denying(d) && !is_relative(d))
        d->denied = (ahd_words){d->act->trigger_end, i};
}

static void read_denial(denial *d)
{
    d->s = ahd_look_around(d->doc, d->act->trigger_first);
    d->in_title = d->s.first == 0 && d->doc->title_len > 0;
    find_denied(d);
    find_denier(d);
    d->points_back = points_back(d);
}

/* -------------------------------------------------------------- the claim */

static bool is_claim(const ahd_act *act)
{
    return act->type == AHD_ACT_ACCUSE || act->type == AHD_ACT_CONDEMN ||
           act->type == AHD_ACT_BREACH;
}

static bool is_denied(const denial *d, uint32_t token)
{
    return token >= d->denied.first && token < d->denied.end;
}

/* The words of a claim: its sentence, so far as it is near. */
static ahd_words words_of(const denial *d, uint32_t token)
{
    ahd_sentence s = ahd_look_around(d->doc, token);
    uint32_t first = token > s.first + NEAR ? token - NEAR : s.first;

    return (ahd_words){
        first, token + CLAIMED_WORDS < s.end ? token + CLAIMED_WORDS : s.end};
}

static int distance(const denial *d, uint32_t token, uint32_t sentence)
{
    uint32_t own = d->doc->tokens.items[d->act->trigger_first].sentence;
    bool after = token > d->act->trigger_first;
    int gap = (int)(after ? sentence - own : own - sentence);
    int score =
        gap == 0 ? SAME_SENTENCE : BESIDE + SENTENCE_FURTHER * (gap - 1);

    /* A title comes before what it is about. */
    if (after && !d->in_title)
        return score + AFTER;
    return score + (d->points_back ? POINTS_BACK : 0);
}

static int shared_words(const denial *d, ahd_words words)
{
    int shared = (int)ahd_tie_shared(d->doc, &d->keys, words);

    return SHARED_WORD * (shared < MOST_SHARED ? shared : MOST_SHARED);
}

/* The words after a claim that name whom it is against: not the denial's. */
static ahd_words against_whom(const denial *d, const ahd_act *claim)
{
    uint32_t end = ahd_look_around(d->doc, claim->trigger_first).end;

    if (end > claim->trigger_end + NEAR)
        end = claim->trigger_end + NEAR;
    if (claim->trigger_first < d->act->trigger_first &&
        end + JOINED > d->act->trigger_first)
        end =
            d->act->trigger_first > JOINED ? d->act->trigger_first - JOINED : 0;
    return (ahd_words){claim->trigger_end, end};
}

/* Who claims it, against whom? */
static int sides(const denial *d, const ahd_act *claim)
{
    bool against =
        ahd_tie_are_sides(d->kb, d->doc, &claim->target, &d->denier) ||
        (!is_denied(d, claim->trigger_first) &&
         ahd_tie_is_named(d->kb, d->doc, &d->denier, against_whom(d, claim)));
    int score = against ? ACCUSES_DENIER : 0;

    if (!are_few(&claim->source))
        return score;
    if (ahd_tie_are_sides(d->kb, d->doc, &claim->source, &d->denier))
        return against ? 0 : IS_DENIERS;
    if (ahd_tie_are_sides(d->kb, d->doc, &claim->target, &d->act->target))
        return score + ACCUSES_CLAIMANT;
    if (ahd_tie_are_sides(d->kb, d->doc, &claim->source, &d->act->target) ||
        ahd_tie_is_named(d->kb, d->doc, &claim->source, d->denied))
        score += NAMES_CLAIMANT;
    return score;
}

static uint32_t sentences_apart(const denial *d, const ahd_act *claim)
{
    uint32_t own = d->doc->tokens.items[d->act->trigger_first].sentence;

    return claim->sentence > own ? claim->sentence - own
                                 : own - claim->sentence;
}

/* One of another sentence must have something in common with the denial, one
 * that is far both its sides and its words. */
static int score_act(const denial *d, const ahd_act *claim)
{
    uint32_t token = claim->trigger_first;

    if (is_denied(d, token) && claim->type != AHD_ACT_DENY &&
        !ahd_tie_is_epithet(d->doc, claim)) {
        return INSIDE +
               (token > d->denied.first + INSIDE_NEAR ? FAR_INSIDE : 0);
    }
    if (!is_claim(claim) || claim->trigger_first == d->act->trigger_first)
        return 0;
    int who = sides(d, claim), words = shared_words(d, words_of(d, token));
    bool next = claim + 1 == d->act;
    uint32_t gap = sentences_apart(d, claim);
    if ((gap > 0 && !next && who <= 0 && words == 0) ||
        (gap > FURTHEST && (who <= 0 || words == 0)))
        return 0;
    return distance(d, token, claim->sentence) + who + words +
           (next ? NEXT_BEFORE : 0);
}

/* The best of the acts around it, the nearest of those that are as good. */
static uint32_t best_act(const denial *d)
{
    int best = ENOUGH - 1;
    uint32_t found = AHD_NONE;

    for (uint32_t step = 1; step <= 2 * LOOK_AROUND; step++) {
        uint32_t away = (step + 1) / 2;
        bool before = step % 2 == 1;
        if (before ? away > d->n : away >= d->doc->acts.count - d->n)
            continue;
        uint32_t i = before ? d->n - away : d->n + away;
        int score = score_act(d, &d->doc->acts.items[i]);
        if (score > best) {
            best = score;
            found = i;
        }
    }
    return found;
}

/* ------------------------------------------------------------- the events */

static int score_event(const denial *d, const ahd_event *event)
{
    ahd_words words = words_of(d, event->trigger_first);

    if (event->type > AHD_EVENT_MOBILIZE ||
        event->trigger_first >= d->act->trigger_first)
        return 0;
    int score = distance(d, event->trigger_first, event->sentence) +
                shared_words(d, words);
    if (ahd_tie_are_sides(d->kb, d->doc, &event->source, &d->denier))
        return score + ACCUSES_DENIER;
    return event->trigger_first >= d->s.first ? score : 0;
}

/* What is told as a fact and denied, of this sentence or the one before. */
static uint32_t best_event(const denial *d)
{
    int best = ENOUGH - 1;
    uint32_t found = AHD_NONE, first = d->s.first;

    if (first > 0)
        first = ahd_look_around(d->doc, first - 1).first;
    for (uint32_t i = ahd_tie_event_from(d->doc, first);
         i < d->doc->events.count &&
         d->doc->events.items[i].trigger_first < d->act->trigger_first;
         i++) {
        int score = score_event(d, &d->doc->events.items[i]);
        if (score > best) {
            best = score;
            found = i;
        }
    }
    return found;
}

void ahd_denial_link(const ahd_kb *kb, ahd_doc *doc, uint32_t act)
{
    denial d = {.kb = kb, .doc = doc, .n = act, .act = &doc->acts.items[act]};

    read_denial(&d);
    uint32_t found = best_act(&d);
    if (found != AHD_NONE) {
        ahd_tie_act(doc, act, found, "denied_claim");
        return;
    }
    found = best_event(&d);
    if (found != AHD_NONE)
        ahd_tie_event(doc, act, found, "denied_claim");
}
