#include "acts/argument.h"

#include "doc/look.h"

enum { SENTENCES_BACK = 2, HOPS = 5, MOST_BEFORE = 14 };

/* ------------------------------------------------------------ who may be */

static void add(ahd_arguments *out, uint32_t mention)
{
    uint32_t i = out->count;

    if (mention == AHD_NONE || i == AHD_ARGUMENTS_MOST)
        return;
    while (i > 0 && out->mention[i - 1] > mention)
        i--;
    if (i > 0 && out->mention[i - 1] == mention)
        return;
    memmove(out->mention + i + 1, out->mention + i,
            (out->count - i) * sizeof *out->mention);
    out->mention[i] = mention;
    out->count++;
}

static void add_speaker(const ahd_argument_asker *a, uint32_t quote,
                        ahd_arguments *out)
{
    if (quote == AHD_NONE)
        return;
    const ahd_quote *q = &a->scene->doc->quotes.items[quote];
    if (q->has_speaker)
        add(out, q->speaker.mention);
    if (q->has_via)
        add(out, q->via.mention);
}

void ahd_arguments_list(const ahd_argument_asker *a, ahd_arguments *out)
{
    const ahd_doc *doc = a->scene->doc;
    const ahd_sentence *s = a->scene->sentence;
    ahd_sentence near = ahd_look_around(doc, a->scene->trigger->first);
    uint32_t number = (uint32_t)(s - doc->sentences.items);
    uint32_t back = number < SENTENCES_BACK ? number : SENTENCES_BACK;
    uint32_t first = ahd_look_mention_from(doc, s[-(int)back].first);
    uint32_t own = ahd_look_mention_from(doc, near.first);

    out->count = 0;
    add_speaker(a, a->context->quote, out);
    add_speaker(a, a->context->says, out);
    if (a->context->has_subject)
        add(out, a->context->subject.mention);
    for (uint32_t i = own;
         i < doc->mentions.count && doc->mentions.items[i].first < near.end;
         i++)
        add(out, i);
    for (uint32_t i = own; i-- > first && own - i <= MOST_BEFORE;)
        add(out, i);
}

bool ahd_argument_is_in(const ahd_args *args, uint32_t mention)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].mention == mention)
            return true;
    return false;
}

/* ------------------------------------------------------------- the symptoms */

typedef struct looker {
    const ahd_argument_asker *a;
    const ahd_doc *doc;
    ahd_symptoms *out;
    const ahd_arguments *all;
    uint32_t i, m; /* the argument, its mention */
    const ahd_mention *mention;
    const ahd_hit *trigger;
    uint64_t word, form; /* of the trigger */
    uint32_t where;      /* where the mention stands: before it, behind it */
    uint32_t chunk;      /* of the mention's first word, or AHD_NONE */
} looker;

/* The answer by the type of act; and by the type and its word. */
static void ask(looker *l, ahd_symptom_kind kind, uint32_t which,
                uint64_t answer)
{
    ahd_symptom(l->out, kind, which, ahd_symptom_mix(answer, l->a->act->type));
}

static void ask_word(looker *l, ahd_symptom_kind kind, uint32_t which,
                     uint64_t answer)
{
    ask(l, kind, which, answer);
    ahd_symptom(
        l->out, kind, which + 1,
        ahd_symptom_mix(answer, ahd_symptom_mix(l->word, l->trigger->extra)));
    ahd_symptom(l->out, kind, which + 2, ahd_symptom_mix(answer, l->form));
}

enum { BEFORE, BEHIND, EARLIER, LATER };

static uint32_t where_is(const looker *l)
{
    if (l->mention->sentence < l->doc->tokens.items[l->trigger->first].sentence)
        return EARLIER;
    if (l->mention->first >= l->a->scene->sentence->end)
        return LATER;
    return l->mention->first >= l->trigger->end ? BEHIND : BEFORE;
}

static uint32_t bucket(uint32_t n)
{
    return n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 20 ? 6 : 7;
}

static uint32_t distance(const looker *l)
{
    return l->mention->first >= l->trigger->end
               ? l->mention->first - l->trigger->end
           : l->trigger->first >= l->mention->end
               ? l->trigger->first - l->mention->end
               : 0;
}

static void ask_frame(looker *l)
{
    const ahd_scene_part *part = ahd_scene_part_of(l->a->scene, l->m);
    uint32_t fn = part ? part->fn : AHD_FNS;
    uint32_t slot = part ? l->a->rule->slots[part->fn] : 7;
    const ahd_act *act = l->a->act;
    uint32_t scene = (uint32_t)ahd_argument_is_in(&act->source, l->m) |
                     (uint32_t)ahd_argument_is_in(&act->target, l->m) << 1;
    uint32_t some = (act->source.count > 0) | (act->target.count > 0) << 1;

    ask_word(l, AHD_SYMPTOM_FRAME, 0, slot | l->where << 4);
    ask_word(l, AHD_SYMPTOM_FRAME, 3,
             fn | l->where << 4 | (uint32_t)(part && part->joined) << 8);
    ask_word(l, AHD_SYMPTOM_SCENE, 0, scene | some << 2);
    ask(l, AHD_SYMPTOM_SCENE, 3,
        scene | some << 2 | l->where << 4 | (uint32_t)l->mention->kind << 8);
    ask(l, AHD_SYMPTOM_SCENE, 4, scene | bucket(distance(l)) << 4);
}

static void ask_who(looker *l)
{
    uint32_t who = ahd_symptom_who(l->a->scene->kb, l->doc, l->m);

    ask(l, AHD_SYMPTOM_WHO, 0, who);
    ask_word(l, AHD_SYMPTOM_WHO, 1, l->mention->kind | l->where << 4);
    ask(l, AHD_SYMPTOM_WHO, 4, who | l->where << 16);
    ask(l, AHD_SYMPTOM_WHO, 5, l->mention->how | l->where << 8);
    ask(l, AHD_SYMPTOM_WHO, 6, ahd_symptom_word(l->doc, l->mention->first));
    ask(l, AHD_SYMPTOM_WHO, 7, bucket(l->mention->end - l->mention->first));
}

/* Names between this one and the trigger; beyond it, how many. */
static uint32_t order_of(const looker *l)
{
    uint32_t between = 0;

    for (uint32_t k = 0; k < l->all->count; k++) {
        const ahd_mention *o = &l->doc->mentions.items[l->all->mention[k]];
        if (k == l->i || o->kind == AHD_MENTION_PLACE)
            continue;
        between +=
            l->where == BEHIND
                ? o->first >= l->trigger->end && o->first < l->mention->first
                : o->first > l->mention->first && o->end <= l->trigger->first;
    }
    return between < 5 ? between : 5;
}

static void ask_side(looker *l)
{
    uint32_t order = order_of(l), far = bucket(distance(l));
    uint32_t gap = l->where == EARLIER
                       ? l->doc->tokens.items[l->trigger->first].sentence -
                             l->mention->sentence
                       : 0;

    ask(l, AHD_SYMPTOM_ALWAYS, 0, 0);
    ask_word(l, AHD_SYMPTOM_SIDE, 0, l->where);
    ask_word(l, AHD_SYMPTOM_SIDE, 3, l->where | order << 4);
    ask_word(l, AHD_SYMPTOM_SIDE, 6, l->where | far << 4);
    ask(l, AHD_SYMPTOM_SIDE, 9, l->where | order << 4 | far << 8);
    ask(l, AHD_SYMPTOM_SIDE, 10, bucket(gap) | order << 4);
    ask(l, AHD_SYMPTOM_SIDE, 11,
        l->mention->first == l->a->scene->sentence->first);
    ask(l, AHD_SYMPTOM_SIDE, 12,
        l->where | order << 4 | (uint32_t)l->mention->kind << 8);
}

/* ------------------------------------------------------------------ the path
 */

/* A member of a coordination hangs where the first one does. */
static uint32_t first_conjunct(const ahd_doc *doc, uint32_t k)
{
    const ahd_chunk *c = &doc->chunks.items[k];

    return c->link == AHD_LINK_CONJUNCT && c->of != AHD_NONE ? c->of : k;
}

/* The links from chunk `k` up to `to`, hashed; 0 when it is not above it. */
static uint64_t climb(const ahd_doc *doc, uint32_t k, uint32_t to)
{
    uint64_t path = 1;

    for (int hop = 0; hop < HOPS && k != AHD_NONE; hop++) {
        if (k == to)
            return path;
        k = first_conjunct(doc, k);
        const ahd_chunk *c = &doc->chunks.items[k];
        path = ahd_symptom_mix(path, c->link);
        path = ahd_symptom_mix(path, ahd_symptom_prep(doc, c));
        k = c->of;
    }
    return 0;
}

/* Up from the mention to a chunk above the trigger, and down to it. */
static uint64_t path_of(const looker *l, uint32_t from, uint32_t trigger)
{
    uint64_t down = 1;

    for (int hop = 0; hop < HOPS && trigger != AHD_NONE; hop++) {
        uint64_t up = climb(l->doc, from, trigger);
        if (up != 0)
            return ahd_symptom_mix(up, down);
        const ahd_chunk *c = &l->doc->chunks.items[trigger];
        down = ahd_symptom_mix(down, c->link);
        trigger = c->of;
    }
    return 0;
}

/* In its chunk: its head, before the head, or a genitive behind it. */
static uint32_t stands_in(const looker *l, const ahd_chunk *c)
{
    uint32_t head = l->doc->segments.items[c->head].token;

    return head < l->mention->first ? 2 : head >= l->mention->end ? 1 : 0;
}

static void ask_path(looker *l)
{
    uint32_t trigger = ahd_symptom_chunk(l->doc, l->trigger->first);

    if (l->chunk == AHD_NONE || trigger == AHD_NONE) {
        ask(l, AHD_SYMPTOM_PATH, 0, 2);
        return;
    }
    const ahd_chunk *c = &l->doc->chunks.items[l->chunk];
    uint32_t in = stands_in(l, c);
    uint64_t path = l->where > BEHIND ? 0 : path_of(l, l->chunk, trigger);
    uint64_t head = ahd_symptom_segment(l->doc, c->head);

    ask_word(l, AHD_SYMPTOM_PATH, 1, ahd_symptom_mix(path, in));
    ask_word(l, AHD_SYMPTOM_PATH, 4,
             ahd_symptom_mix(c->link | in << 8, ahd_symptom_prep(l->doc, c)));
    ask(l, AHD_SYMPTOM_PATH, 7, ahd_symptom_mix(path, l->mention->kind));
    ask(l, AHD_SYMPTOM_PATH, 8, l->chunk == trigger);
    if (in == 2)
        ask_word(l, AHD_SYMPTOM_PATH, 9, head);
    if (c->of != AHD_NONE && c->of != trigger)
        ask(l, AHD_SYMPTOM_PATH, 12,
            ahd_symptom_mix(
                c->link,
                ahd_symptom_segment(l->doc, l->doc->chunks.items[c->of].head)));
}

/* ------------------------------------------------------------- its company */

static void ask_beside(looker *l)
{
    uint64_t before = l->mention->first > 0
                          ? ahd_symptom_word(l->doc, l->mention->first - 1)
                          : 0;
    uint64_t after = ahd_symptom_word(l->doc, l->mention->end);
    const ahd_token *t = &l->doc->tokens.items[l->mention->first];
    uint32_t pro = t->readings ? t->reading[0].pro : 0;

    ask_word(l, AHD_SYMPTOM_BESIDE, 0, before);
    ask(l, AHD_SYMPTOM_BESIDE, 3, after);
    ask_word(l, AHD_SYMPTOM_BESIDE, 4, pro | l->where << 8);
    if (l->mention->first > 1)
        ask(l, AHD_SYMPTOM_BESIDE, 7,
            ahd_symptom_mix(before,
                            ahd_symptom_word(l->doc, l->mention->first - 2)));
}

static void ask_between(looker *l)
{
    uint32_t first = l->where == BEHIND ? l->trigger->end : l->mention->end;
    uint32_t end = l->where == BEHIND ? l->mention->first : l->trigger->first;
    uint32_t verbs = 0, marks = 0, that = 0, rules = 0;

    if (l->where > BEHIND)
        return;
    if (end > first + AHD_LOOK_AROUND) /* so that a page stays linear */
        end = first + AHD_LOOK_AROUND;
    for (uint32_t i = first; i < end; i++) {
        const ahd_segment *s = ahd_look_host(l->doc, i);
        verbs += s && s->pos == AHD_POS_VERB;
        marks += ahd_look_is_punct(l->doc, i);
        that += ahd_scene_is_class(l->a->scene, i, AHD_CLASS_THAT);
        rules += ahd_look_hit(l->doc, i, AHD_TERM_RULE) != NULL;
    }
    ask(l, AHD_SYMPTOM_BETWEEN, 0, bucket(verbs) | l->where << 4);
    ask(l, AHD_SYMPTOM_BETWEEN, 1, bucket(marks) | l->where << 4);
    ask(l, AHD_SYMPTOM_BETWEEN, 2, (that > 0) | l->where << 4);
    ask(l, AHD_SYMPTOM_BETWEEN, 3, bucket(rules) | l->where << 4);
    ask_word(l, AHD_SYMPTOM_BETWEEN, 4,
             (verbs > 0) | (marks > 0) << 1 | (that > 0) << 2 | l->where << 4);
}

static bool is_speaker(const looker *l, uint32_t quote)
{
    return quote != AHD_NONE && l->doc->quotes.items[quote].has_speaker &&
           l->doc->quotes.items[quote].speaker.mention == l->m;
}

static bool is_via(const looker *l, uint32_t quote)
{
    return quote != AHD_NONE && l->doc->quotes.items[quote].has_via &&
           l->doc->quotes.items[quote].via.mention == l->m;
}

static void ask_speaks(looker *l)
{
    const ahd_context *c = l->a->context;
    uint32_t in = is_speaker(l, c->quote), says = is_speaker(l, c->says);
    uint32_t via = is_via(l, c->quote) || is_via(l, c->says);
    uint32_t quoted = (c->quote != AHD_NONE) | (c->says != AHD_NONE) << 1;
    uint32_t all = in | says << 1 | via << 2 | quoted << 3;

    ask_word(l, AHD_SYMPTOM_SPEAKS, 0, all);
    ask(l, AHD_SYMPTOM_SPEAKS, 3, all | l->where << 8);
    ask(l, AHD_SYMPTOM_SPEAKS, 4,
        all | (uint32_t)(l->a->act->source.count > 0) << 8);
    ask_word(l, AHD_SYMPTOM_KNOWN, 0,
             (c->has_subject && c->subject.mention == l->m) | l->where << 4);
    ask(l, AHD_SYMPTOM_KNOWN, 3,
        l->mention->id != AHD_NONE && l->mention->id == l->doc->outlet_actor);
    ask(l, AHD_SYMPTOM_KNOWN, 4,
        ahd_look_disagrees(l->doc, l->trigger,
                           l->trigger->extra == AHD_FORM_PRESENT, l->m));
}

void ahd_argument_symptoms(const ahd_argument_asker *asker,
                           const ahd_arguments *all, uint32_t i,
                           ahd_symptoms *out)
{
    const ahd_doc *doc = asker->scene->doc;
    looker l = {.a = asker,
                .doc = doc,
                .out = out,
                .all = all,
                .i = i,
                .m = all->mention[i],
                .mention = &doc->mentions.items[all->mention[i]],
                .trigger = asker->scene->trigger};

    out->count = 0;
    out->salt = 2;
    l.word = ahd_symptom_word(doc, l.trigger->first);
    l.form = ahd_symptom_mix(asker->act->type, l.trigger->extra);
    l.where = where_is(&l);
    l.chunk = ahd_symptom_chunk(doc, l.mention->first);
    ask_frame(&l);
    ask_who(&l);
    ask_side(&l);
    ask_path(&l);
    ask_beside(&l);
    ask_between(&l);
    ask_speaks(&l);
}
