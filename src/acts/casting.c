#include "acts/casting.h"

#include "acts/symptom.h"
#include "doc/look.h"

/* What speaks for somebody, in AHD_ACT_UNIT, at which he is taken: for certain;
 * as the only source; as the other side of what takes two; as the only target
 * of what is mostly done to somebody; as whom the frame has. NEVER: at nothing.
 */
enum {
    SURE = 0,
    ONLY = -160,
    OTHER = -96,
    ONLY_TARGET = -80,
    FRAMED = -128,
    NEVER = -4096
};

typedef struct casting {
    int32_t source, target;
    uint32_t row; /* the first of those it stands in one row with */
    uint8_t same; /* a surer mention of the same actor stands for it */
    uint8_t cast; /* it has a part */
} casting;

typedef struct caster {
    const ahd_argument_asker *a;
    const ahd_doc *doc;
    ahd_act *act;
    ahd_arguments all;
    bool nameless; /* the subject is a noun that names nobody */
    casting of[AHD_ARGUMENTS_MOST];
} caster;

/* Done by two or more, to nobody; mostly done to somebody. */
static const uint32_t two_sided =
    1u << AHD_ACT_SIGN | 1u << AHD_ACT_MEET | 1u << AHD_ACT_NEGOTIATE;
static const uint32_t aimed = 1u << AHD_ACT_ACCUSE | 1u << AHD_ACT_CONDEMN |
                              1u << AHD_ACT_DEMAND | 1u << AHD_ACT_THREATEN;

/* What is done, and what is said to it. */
static const uint32_t done = 1u << AHD_ACT_SIGN | 1u << AHD_ACT_EXTEND |
                             1u << AHD_ACT_IMPLEMENT | 1u << AHD_ACT_BREACH |
                             1u << AHD_ACT_SUSPEND;
static const uint32_t answers = 1u << AHD_ACT_SUPPORT | 1u << AHD_ACT_CONDEMN |
                                1u << AHD_ACT_DEMAND | 1u << AHD_ACT_ACCUSE;
static const uint32_t undertakes = 1u << AHD_ACT_COMMIT | 1u << AHD_ACT_SIGN;

static bool is_one_of(const ahd_act *act, uint32_t types)
{
    return types >> act->type & 1;
}

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

static int32_t most(const casting *c)
{
    return c->source > c->target ? c->source : c->target;
}

/* Of several mentions of one actor the surest speaks for it. */
static void leave_out_same(caster *c)
{
    for (uint32_t i = 0; i < c->all.count; i++)
        for (uint32_t k = 0; k < c->all.count; k++) {
            int32_t own = most(&c->of[i]), other = most(&c->of[k]);
            if (k != i && (other > own || (other == own && k < i)) &&
                same_actor(c->doc, c->all.mention[k], c->all.mention[i]))
                c->of[i].same = 1;
        }
}

/* «وقعا في الدوحة», «مفاوضات في تونس»: where it is, no party to it. */
static bool is_where(const caster *c, uint32_t mention)
{
    const ahd_scene_part *part = ahd_scene_part_of(c->a->scene, mention);

    return part && part->fn == AHD_FN_IN &&
           (c->act->type == AHD_ACT_SIGN || c->act->type == AHD_ACT_NEGOTIATE);
}

static bool is_finite(const ahd_hit *trigger)
{
    return trigger->extra == AHD_FORM_PRESENT ||
           trigger->extra == AHD_FORM_PAST;
}

/* «ودعت الصحيفة الحكومة السورية»: a noun that names nobody is the subject. */
static bool is_object(const caster *c, uint32_t mention)
{
    const ahd_hit *trigger = c->a->scene->trigger;
    const ahd_mention *m = &c->doc->mentions.items[mention];
    const ahd_segment *noun = ahd_look_host(c->doc, trigger->end);

    return is_finite(trigger) && m->first == trigger->end + 1 &&
           m->kind != AHD_MENTION_PERSON && m->kind != AHD_MENTION_ROLE &&
           noun && noun->pos == AHD_POS_NOUN &&
           ahd_look_has_pro(c->doc, trigger->end, AHD_PRO_AL) &&
           ahd_look_mention_at(c->doc, trigger->end) == AHD_NONE &&
           !ahd_look_has_pro(c->doc, m->first,
                             AHD_PRO_WA | AHD_PRO_BI | AHD_PRO_LI);
}

/* «واتهم المنظمة»: behind a verb of another gender nobody is its subject. */
static bool is_no_subject(const caster *c, uint32_t mention)
{
    const ahd_hit *trigger = c->a->scene->trigger;
    const ahd_mention *m = &c->doc->mentions.items[mention];
    bool present = trigger->extra == AHD_FORM_PRESENT;

    return is_finite(trigger) && m->first == trigger->end &&
           ahd_look_disagrees(c->doc, trigger, present, mention);
}

/* «أشاد الوزير بتوقيع بلاده»: his own country did it. */
static bool is_own_deed(const caster *c)
{
    static const char *const own[] = {"بلاده", "بلادها", "بلادهم", "بلادنا",
                                      "بلده",  "بلدها",  "بلدنا",  NULL};
    const ahd_scene *s = c->a->scene;

    for (const char *const *word = own; *word; word++)
        if (s->trigger->end < s->sentence->end &&
            ahd_look_is(c->doc, s->trigger->end, *word))
            return true;
    return false;
}

/* «رحبت قطر بتوقيع الاتفاق»: whoever welcomes it, or calls for it, and stands
 * before it does not do it. */
static bool is_answered(const caster *c)
{
    const ahd_hit *trigger = c->a->scene->trigger;
    uint32_t k = ahd_symptom_chunk(c->doc, trigger->first);

    if (trigger->extra != AHD_FORM_MASDAR || !is_one_of(c->act, done) ||
        trigger->suffix || is_own_deed(c) || k == AHD_NONE ||
        c->doc->chunks.items[k].of == AHD_NONE)
        return false;
    const ahd_chunk *of = &c->doc->chunks.items[c->doc->chunks.items[k].of];
    const ahd_kb *kb = c->a->scene->kb;
    uint32_t verb = c->doc->segments.items[of->head].token;
    return of->kind == AHD_CHUNK_VERB &&
           ahd_scene_may_tell(kb, c->doc, verb, answers) &&
           /* «وافقوا على تمديد الهدنة» */
           !ahd_scene_may_tell(kb, c->doc, verb, undertakes);
}

static bool stands_before(const caster *c, uint32_t mention)
{
    return c->doc->mentions.items[mention].first < c->a->scene->trigger->first;
}

/* «توقيع قطر مذكرة مع الحكومة يشكل خرقا»: with whom it was done is no charge
 * against them. */
static bool is_beside(const caster *c, uint32_t mention)
{
    uint32_t first = c->doc->mentions.items[mention].first;

    return c->act->type == AHD_ACT_ACCUSE && first > 0 &&
           ahd_look_hit_id(c->doc, first - 1, AHD_TERM_CLASS, AHD_CLASS_WITH);
}

/* ------------------------------------------------------------------ rows */

/* "X وY" beyond the clause of the act, where it has no parts. */
static bool goes_on(const caster *c, uint32_t i)
{
    const ahd_mention *m = &c->doc->mentions.items[c->all.mention[i]];
    const ahd_mention *before = &c->doc->mentions.items[c->all.mention[i - 1]];

    if (m->kind == AHD_MENTION_PLACE || before->kind == AHD_MENTION_PLACE)
        return false;
    return (m->first == before->end &&
            ahd_look_has_pro(c->doc, m->first, AHD_PRO_WA)) ||
           (m->first == before->end + 1 &&
            ahd_look_is(c->doc, before->end, "و"));
}

static bool is_joined(const caster *c, uint32_t i)
{
    if (i == 0)
        return false;
    const ahd_scene_part *part =
        ahd_scene_part_of(c->a->scene, c->all.mention[i]);
    const ahd_scene_part *before =
        ahd_scene_part_of(c->a->scene, c->all.mention[i - 1]);
    return part && before ? part->joined : !part && !before && goes_on(c, i);
}

/* Those in one row are as likely as the row is. */
static void level_rows(caster *c)
{
    for (uint32_t i = 0; i < c->all.count; i++) {
        c->of[i].row = is_joined(c, i) ? c->of[i - 1].row : i;
    }
    for (uint32_t i = 0, end; i < c->all.count; i = end) {
        int32_t source = 0, target = 0;
        for (end = i; end < c->all.count && c->of[end].row == i; end++) {
            source += c->of[end].source;
            target += c->of[end].target;
        }
        for (uint32_t k = i; end - i > 1 && k < end; k++) {
            c->of[k].source = source / (int32_t)(end - i);
            c->of[k].target = target / (int32_t)(end - i);
        }
    }
}

/* Nobody condemns or supports his own state: «أكد الوزير دعم قطر ل…». */
static bool is_own_side(const caster *c, uint32_t mention)
{
    const ahd_mention *m = &c->doc->mentions.items[mention];
    uint32_t side = actor_of(m);

    if (m->kind != AHD_MENTION_STATE && m->kind != AHD_MENTION_PLACE)
        return false;
    for (uint32_t i = 0; i < c->act->source.count; i++) {
        const ahd_arg *source = &c->act->source.items[i];
        uint32_t own =
            source->principal != AHD_NONE ? source->principal : source->id;
        if (side != AHD_NONE && own != AHD_NONE &&
            ahd_kb_is_of(c->a->scene->kb, own, side))
            return true;
    }
    return false;
}

/* --------------------------------------------------------------- the choice */

static void take(caster *c, uint32_t i, ahd_args *args)
{
    c->of[i].cast = 1;
    *ahd_vec_push(c->doc->arena, args) =
        ahd_look_arg(c->doc, c->all.mention[i]);
}

/* Of what one does alone, those who do it together stand in one row. */
static void leave_one_row(caster *c)
{
    uint32_t best = 0;

    for (uint32_t i = 0; i < c->all.count; i++)
        if (c->of[i].source > c->of[best].source)
            best = i;
    for (uint32_t i = 0; i < c->all.count; i++)
        if (c->of[i].row != c->of[best].row && c->of[i].source > SURE)
            c->of[i].source = SURE;
}

static void take_sure(caster *c, bool source)
{
    for (uint32_t i = 0; i < c->all.count; i++) {
        const casting *k = &c->of[i];
        int32_t own = source ? k->source : k->target;
        int32_t other = source ? k->target : k->source;
        if (k->same || k->cast || own <= SURE || (source && own < other) ||
            (!source && is_own_side(c, c->all.mention[i])))
            continue;
        take(c, i, source ? &c->act->source : &c->act->target);
    }
}

/* The likeliest that has no part yet, and is likelier than `least`. */
static uint32_t likeliest(const caster *c, bool source, int32_t least)
{
    uint32_t best = AHD_NONE;

    for (uint32_t i = 0; i < c->all.count; i++) {
        int32_t score = source ? c->of[i].source : c->of[i].target;
        if (c->of[i].same || c->of[i].cast || score <= least ||
            (!source && is_own_side(c, c->all.mention[i])))
            continue;
        least = score;
        best = i;
    }
    return best;
}

/* Whom the frame of the rule has in this part, if little speaks against it. */
static void take_framed(caster *c, bool source, int32_t least)
{
    const ahd_args *framed = source ? &c->a->act->source : &c->a->act->target;

    for (uint32_t i = 0; i < c->all.count; i++) {
        int32_t score = source ? c->of[i].source : c->of[i].target;
        if (!c->of[i].same && !c->of[i].cast && score > least &&
            ahd_argument_is_in(framed, c->all.mention[i]) &&
            (source || !is_own_side(c, c->all.mention[i])))
            take(c, i, source ? &c->act->source : &c->act->target);
    }
}

/* The likeliest, and those in one row with it: they play one part. */
static void take_one(caster *c, bool source, int32_t least)
{
    uint32_t best = likeliest(c, source, least);

    for (uint32_t i = 0; best != AHD_NONE && i < c->all.count; i++)
        if (c->of[i].row == c->of[best].row && !c->of[i].same &&
            !c->of[i].cast && (source || !is_own_side(c, c->all.mention[i])))
            take(c, i, source ? &c->act->source : &c->act->target);
}

/* «إن الحوثيين يخرقون الهدنة»: whose breach a charge tells is not whose charge
 * it is. */
static bool is_breaker(const caster *c, uint32_t mention)
{
    return c->act->type == AHD_ACT_ACCUSE &&
           c->a->rule->act == AHD_ACT_BREACH &&
           is_finite(c->a->scene->trigger) &&
           ahd_argument_is_in(&c->a->act->target, mention);
}

/* Something speaks against its being source that weights do not overrule. */
static bool is_no_source(const caster *c, uint32_t mention, bool answered)
{
    return is_no_subject(c, mention) || is_where(c, mention) ||
           is_breaker(c, mention) || (answered && stands_before(c, mention));
}

static void weigh(caster *c, const ahd_act_weights *weights)
{
    ahd_symptoms symptoms;
    bool answered = is_answered(c);

    for (uint32_t i = 0; i < c->all.count; i++) {
        int32_t sums[AHD_ACT_LANES] = {0};
        uint32_t m = c->all.mention[i];
        ahd_argument_symptoms(c->a, &c->all, i, &symptoms);
        ahd_act_weights_sum(weights, symptoms.numbers, symptoms.count, sums);
        bool object = is_object(c, m);
        c->nameless = c->nameless || object;
        c->of[i].source = object || is_no_source(c, m, answered)
                              ? NEVER
                              : sums[AHD_ACT_LANE_SOURCE];
        c->of[i].target = is_beside(c, m) ? NEVER : sums[AHD_ACT_LANE_TARGET];
    }
}

void ahd_casting_choose(const ahd_argument_asker *asker,
                        const ahd_act_weights *weights, ahd_act *act)
{
    caster c = {.a = asker, .doc = asker->scene->doc, .act = act};

    ahd_arguments_list(asker, &c.all);
    weigh(&c, weights);
    act->source = (ahd_args){0};
    act->target = (ahd_args){0};
    level_rows(&c);
    if (!is_one_of(act, two_sided))
        leave_one_row(&c);
    leave_out_same(&c);
    take_sure(&c, true);
    if (act->source.count == 0 && !c.nameless)
        take_one(&c, true, ONLY);
    if (act->source.count == 1 && is_one_of(act, two_sided))
        take_one(&c, true, OTHER);
    take_sure(&c, false);
    if (act->source.count == 1 && is_one_of(act, two_sided))
        take_framed(&c, true, FRAMED);
    if (act->target.count == 0 && is_one_of(act, aimed))
        take_one(&c, false, ONLY_TARGET);
    if (act->target.count == 0)
        take_framed(&c, false, FRAMED);
    /* Whoever does it by saying it is no speaker beside. */
    if (act->has_speaker &&
        ahd_argument_is_in(&act->source, act->speaker.mention))
        act->has_speaker = 0;
}
