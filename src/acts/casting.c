#include "acts/casting.h"

#include "doc/look.h"

/* What speaks for somebody, at which he is taken; at which, if he is the
 * likeliest source of an act that would have none. */
enum { SURE = -6, ONLY = -40 };

typedef struct caster {
    const ahd_argument_asker *a;
    const ahd_doc *doc;
    const ahd_arguments *all;
    const ahd_casting *first;
    ahd_symptoms *out;
    uint32_t i;
} caster;

/* ------------------------------------------------------------ who is who */

/* A capital is its state. */
static uint32_t actor_of(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_PLACE ? m->of : m->id;
}

static bool same_actor(const ahd_doc *doc, uint32_t a, uint32_t b)
{
    const ahd_mention *x = &doc->mentions.items[a],
                      *y = &doc->mentions.items[b];

    if (actor_of(x) != AHD_NONE || actor_of(y) != AHD_NONE)
        return actor_of(x) == actor_of(y);
    return (x->same_as != AHD_NONE ? x->same_as : a) ==
           (y->same_as != AHD_NONE ? y->same_as : b);
}

static uint32_t side_of(const ahd_mention *m)
{
    return m->of != AHD_NONE ? m->of : actor_of(m);
}

/* A minister and his state, a spokesman and his ministry. */
static bool same_side(const caster *c, uint32_t a, uint32_t b)
{
    uint32_t x = side_of(&c->doc->mentions.items[a]);
    uint32_t y = side_of(&c->doc->mentions.items[b]);

    return x != AHD_NONE && y != AHD_NONE &&
           (ahd_kb_is_of(c->a->scene->kb, x, y) ||
            ahd_kb_is_of(c->a->scene->kb, y, x));
}

/* ---------------------------------------------------------- by themselves */

void ahd_casting_first(const ahd_argument_asker *asker,
                       const ahd_act_weights *weights, const ahd_arguments *all,
                       ahd_casting first[AHD_ARGUMENTS_MOST])
{
    ahd_symptoms symptoms;

    for (uint32_t i = 0; i < all->count; i++) {
        int32_t sums[AHD_ACT_LANES] = {0};
        ahd_argument_symptoms(asker, all, i, &symptoms);
        ahd_act_weights_sum(weights, symptoms.numbers, symptoms.count, sums);
        first[i] =
            (ahd_casting){sums[AHD_ACT_LANE_SOURCE], sums[AHD_ACT_LANE_TARGET]};
    }
}

/* ------------------------------------------------------ among the others */

static void ask(caster *c, ahd_symptom_kind kind, uint32_t which,
                uint64_t answer)
{
    ahd_symptom(c->out, kind, which, ahd_symptom_mix(answer, c->a->act->type));
}

/* A score in steps of a half, from -3 to 3. */
static uint32_t step(int32_t score)
{
    int32_t steps = score / (AHD_ACT_UNIT / 2) + (score > 0);

    return (uint32_t)((steps < -6 ? -6 : steps > 6 ? 6 : steps) + 6);
}

static int32_t score_of(const ahd_casting *casting, bool source)
{
    return source ? casting->source : casting->target;
}

/* The likeliest of the others, or AHD_NONE; how many are likelier than `i`. */
static uint32_t likeliest_other(const caster *c, bool source, uint32_t *rank)
{
    uint32_t best = AHD_NONE;

    *rank = 0;
    for (uint32_t k = 0; k < c->all->count; k++) {
        if (k == c->i ||
            same_actor(c->doc, c->all->mention[k], c->all->mention[c->i]))
            continue;
        int32_t score = score_of(&c->first[k], source);
        *rank += score > score_of(&c->first[c->i], source);
        if (best == AHD_NONE || score > score_of(&c->first[best], source))
            best = k;
    }
    return best;
}

static const ahd_scene_part *part_of(const caster *c, uint32_t k)
{
    const ahd_scene *s = c->a->scene;

    for (uint32_t i = 0; k < c->all->count && i < s->rights; i++)
        if (s->right[i].mention == c->all->mention[k])
            return &s->right[i];
    for (uint32_t i = 0; k < c->all->count && i < s->lefts; i++)
        if (s->left[i].mention == c->all->mention[k])
            return &s->left[i];
    return NULL;
}

/* How the argument stands to another: before it, of its side, near it. */
static uint32_t relation(const caster *c, uint32_t other)
{
    uint32_t m = c->all->mention[c->i], o = c->all->mention[other];
    const ahd_mention *x = &c->doc->mentions.items[m],
                      *y = &c->doc->mentions.items[o];
    uint32_t trigger = c->a->scene->trigger->first;

    return (uint32_t)(m < o) | (uint32_t)same_side(c, m, o) << 1 |
           (uint32_t)(x->sentence == y->sentence) << 2 |
           (uint32_t)((x->first < trigger) == (y->first < trigger)) << 3 |
           (uint32_t)(y->kind & 7) << 4 | (uint32_t)(x->kind & 7) << 7;
}

static void ask_other(caster *c, bool source)
{
    uint32_t rank, other = likeliest_other(c, source, &rank);
    uint32_t which = source ? 0 : 8;
    uint32_t own = step(score_of(&c->first[c->i], source));

    rank = rank < 4 ? rank : 4;
    ask(c, AHD_SYMPTOM_RIVALS, which, own);
    ask(c, AHD_SYMPTOM_RIVALS, which + 1, rank);
    if (other == AHD_NONE) {
        ask(c, AHD_SYMPTOM_RIVALS, which + 2, 1);
        return;
    }
    uint32_t best = step(score_of(&c->first[other], source));
    uint32_t how = relation(c, other);
    ask(c, AHD_SYMPTOM_RIVALS, which + 3, own | best << 4);
    ask(c, AHD_SYMPTOM_RIVALS, which + 4, rank | best << 4);
    ask(c, AHD_SYMPTOM_RIVALS, which + 5, (how & 15) | best << 4);
    ask(c, AHD_SYMPTOM_RIVALS, which + 6, how | (uint32_t)(best > 6) << 12);
    ask(c, AHD_SYMPTOM_RIVALS, which + 7, rank | (how & 15) << 4);
}

/* What was said of the one it is joined to, of the one joined to it. */
static void ask_row(caster *c)
{
    const ahd_scene_part *own = part_of(c, c->i);
    const ahd_scene_part *next = part_of(c, c->i + 1);
    uint32_t before = 0, after = 0;

    if (own && own->joined && c->i > 0)
        before = 1 + step(c->first[c->i - 1].source) +
                 16 * step(c->first[c->i - 1].target);
    if (next && next->joined)
        after = 1 + step(c->first[c->i + 1].source) +
                16 * step(c->first[c->i + 1].target);
    ask(c, AHD_SYMPTOM_ROW, 0, before);
    ask(c, AHD_SYMPTOM_ROW, 1, after);
    ask(c, AHD_SYMPTOM_ROW, 2, (before > 0) | (after > 0) << 1);
}

void ahd_casting_symptoms(const ahd_argument_asker *asker,
                          const ahd_arguments *all, const ahd_casting *first,
                          uint32_t i, ahd_symptoms *out)
{
    caster c = {.a = asker,
                .doc = asker->scene->doc,
                .all = all,
                .first = first,
                .out = out,
                .i = i};

    out->count = 0;
    out->salt = 3;
    ask(&c, AHD_SYMPTOM_ALWAYS, 0, 0);
    ask_other(&c, true);
    ask_other(&c, false);
    ask(&c, AHD_SYMPTOM_RIVALS, 16,
        step(first[i].source) | step(first[i].target) << 4);
    ask_row(&c);
}

/* --------------------------------------------------------------- the choice */

static bool holds_actor(const ahd_doc *doc, const ahd_args *args, uint32_t m)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (args->items[i].mention != AHD_NONE &&
            same_actor(doc, args->items[i].mention, m))
            return true;
    return false;
}

static void take(const ahd_doc *doc, ahd_args *args, uint32_t mention)
{
    *ahd_vec_push(doc->arena, args) = ahd_look_arg(doc, mention);
}

static int32_t most(const ahd_casting *c)
{
    return c->source > c->target ? c->source : c->target;
}

/* Of several mentions of one actor the surest speaks for it. */
static bool is_surest(const ahd_doc *doc, const ahd_arguments *all,
                      const ahd_casting *castings, uint32_t i)
{
    int32_t best = most(&castings[i]);

    for (uint32_t k = 0; k < all->count; k++) {
        int32_t other = most(&castings[k]);
        if (k != i && (other > best || (other == best && k < i)) &&
            same_actor(doc, all->mention[k], all->mention[i]))
            return false;
    }
    return true;
}

static void take_only(const ahd_doc *doc, const ahd_arguments *all,
                      const ahd_casting *castings, ahd_act *act)
{
    uint32_t best = AHD_NONE;

    for (uint32_t i = 0; i < all->count; i++)
        if (!holds_actor(doc, &act->target, all->mention[i]) &&
            castings[i].source > ONLY &&
            (best == AHD_NONE || castings[i].source > castings[best].source))
            best = i;
    if (best != AHD_NONE)
        take(doc, &act->source, all->mention[best]);
}

/* Adds to each casting what is seen among the others. */
static void cast_again(const ahd_argument_asker *asker,
                       const ahd_act_weights *weights, const ahd_arguments *all,
                       const ahd_casting *first, ahd_casting *out)
{
    ahd_symptoms symptoms;

    for (uint32_t i = 0; i < all->count; i++) {
        int32_t sums[AHD_ACT_LANES] = {0};
        ahd_casting_symptoms(asker, all, first, i, &symptoms);
        ahd_act_weights_sum(weights, symptoms.numbers, symptoms.count, sums);
        out[i].source = first[i].source + sums[AHD_ACT_LANE_SOURCE];
        out[i].target = first[i].target + sums[AHD_ACT_LANE_TARGET];
    }
}

ahd_casting ahd_casting_choose(const ahd_argument_asker *asker,
                               const ahd_act_weights *weights, ahd_act *act)
{
    const ahd_doc *doc = asker->scene->doc;
    ahd_casting first[AHD_ARGUMENTS_MOST], last[AHD_ARGUMENTS_MOST];
    ahd_casting best = {-8 * AHD_ACT_UNIT, -8 * AHD_ACT_UNIT};
    ahd_args source = {0}, target = {0};
    ahd_arguments all;

    ahd_arguments_list(asker, &all);
    ahd_casting_first(asker, weights, &all, first);
    cast_again(asker, weights, &all, first, last);
    for (uint32_t i = 0; i < all.count; i++) {
        const ahd_casting *c = &last[i];
        best.source = c->source > best.source ? c->source : best.source;
        best.target = c->target > best.target ? c->target : best.target;
        if (!is_surest(doc, &all, last, i))
            continue;
        if (c->source > SURE && c->source >= c->target)
            take(doc, &source, all.mention[i]);
        else if (c->target > SURE)
            take(doc, &target, all.mention[i]);
    }
    act->source = source;
    act->target = target;
    if (source.count == 0)
        take_only(doc, &all, last, act);
    return best;
}
