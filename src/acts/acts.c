#include "acts/acts.h"

#include "acts/doubt.h"
#include "acts/flags.h"
#include "acts/modality.h"
#include "acts/need.h"
#include "acts/roles.h"
#include "doc/look.h"

/* In AHD_ACT_UNIT: what speaks for an act less than this is none. Below even
 * odds, for one act missed costs as much as one too many. */
enum { LEAST_SCORE = -24, NOTHING = -16384 };

typedef struct finder {
    const ahd_kb *kb;
    ahd_doc *doc;
    ahd_context context;
    ahd_act_weights weights;
    const ahd_acts_watch *watch; /* may be NULL */
    ahd_trigger *trigger;        /* the one that is read; */
    ahd_symptoms *asked;         /* of it */
} finder;

/* ----------------------------------------------------------- candidates */

static ahd_act blank_act(const ahd_scene *s, const ahd_rule *rule, uint32_t row)
{
    ahd_act act = {.type = (uint8_t)rule->act,
                   .mode = (uint8_t)rule->mode,
                   .speaker = ahd_arg_none(),
                   .via = ahd_arg_none(),
                   .place = ahd_arg_none(),
                   .time = AHD_NONE,
                   .from = AHD_NO_DAY,
                   .to = AHD_NO_DAY,
                   .quote = AHD_NONE,
                   .rule = row,
                   .confidence = (float)rule->confidence};

    act.trigger_first = s->trigger->first;
    act.trigger_end = s->trigger->end;
    act.trigger = ahd_look_span(s->doc, s->trigger->first, s->trigger->end);
    act.sentence = s->doc->tokens.items[s->trigger->first].sentence;
    return act;
}

/* «سنلتزم»: who says so pledges now. «سيكون إعلان حرب»: who says so threatens.
 */
static bool is_done_by_saying(const ahd_scene *s, const ahd_act *act)
{
    ahd_str form = s->doc->tokens.items[s->trigger->first].form;
    const ahd_segment *host = ahd_look_host(s->doc, s->trigger->first);
    bool ours = ahd_str_starts(form, AHD_STR("سن")) ||
                ahd_str_starts(form, AHD_STR("وسن"));
    bool verb = host && host->pos == AHD_POS_VERB;

    if (act->type == AHD_ACT_COMMIT)
        return ours;
    return act->type == AHD_ACT_THREATEN && (ours || !verb);
}

static void settle_modality(const ahd_scene *s, const ahd_rule *rule,
                            ahd_telling *t)
{
    if (is_done_by_saying(s, &t->act) && t->act.modality == AHD_PLANNED)
        t->act.modality = AHD_ACTUAL;
    if (t->unmet != 0)
        return;
    /* «لم يلتزم» is itself the breach, which is then actual. */
    if (rule->needs & 1u << AHD_NEED_NEGATED)
        t->act.modality = AHD_ACTUAL;
    if (rule->needs & 1u << AHD_NEED_LATER)
        t->act.modality = AHD_PLANNED;
}

/* The trigger as the rule of a hit reads it. */
static ahd_telling read_telling(const finder *f, const ahd_scene *scene,
                                const ahd_hit *hit)
{
    const ahd_rule *rule = ahd_kb_rule_at(f->kb, hit->id);
    ahd_telling t = {.act = blank_act(scene, rule, hit->id), .hit = hit};

    t.act.modality = (uint8_t)ahd_modality_of(scene);
    ahd_roles_fill(scene, rule, &f->context, &t.act);
    t.unmet = ahd_need_unmet(scene, rule, &t.act);
    settle_modality(scene, rule, &t);
    return t;
}

/* What somebody says was broken is his accusation: who broke it is accused,
 * and the speaker becomes the source. */
static ahd_telling as_charge(const finder *f, ahd_telling t)
{
    ahd_act *act = &t.act;

    act->type = AHD_ACT_ACCUSE;
    if (!act->has_speaker)
        return t;
    act->target = act->source;
    act->source = (ahd_args){0};
    *ahd_vec_push(f->doc->arena, &act->source) = act->speaker;
    act->has_speaker = 0;
    act->speaker = ahd_arg_none();
    if (act->content.len == 0)
        act->content = f->doc->quotes.items[act->quote].at;
    return t;
}

/* ---------------------------------------------------------------- triggers */

static bool is_inside_name(const finder *f, const ahd_hit *hit)
{
    uint32_t m = ahd_look_mention_at(f->doc, hit->first);

    return m != AHD_NONE && f->doc->mentions.items[m].end > hit->first;
}

/* A participle is a verb when it stands in the accusative («مطالبا») or opens
 * a clause («، مطالبة»); else it is a noun or a name («مصر»). */
static bool is_verbal_participle(const ahd_doc *doc, const ahd_hit *hit)
{
    const ahd_token *t = &doc->tokens.items[hit->first];

    if (!(t->flags & AHD_TOKEN_ARABIC))
        return true;
    if (hit->pro & (AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_LI))
        return false;
    if (ahd_str_ends(t->form, AHD_STR("ا")))
        return true;
    return ahd_str_ends(t->form, AHD_STR("ه")) && hit->first > 0 &&
           (hit->pro & AHD_PRO_WA || ahd_look_is(doc, hit->first - 1, "،"));
}

/* A finite verb has no article and no preposition. */
static bool is_possible_form(const ahd_doc *doc, const ahd_hit *hit)
{
    if (hit->extra == AHD_FORM_AGENT)
        return is_verbal_participle(doc, hit);
    if (hit->extra == AHD_FORM_BASE)
        return !ahd_look_is(doc, hit->first - 1, "to");
    if (hit->extra == AHD_FORM_PAST || hit->extra == AHD_FORM_PRESENT)
        return !(hit->pro & (AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_KA));
    return true;
}

static void update_context(finder *f, const ahd_hit *trigger)
{
    f->context.quote = ahd_look_quote_of(f->doc, trigger->first);
    f->context.says = ahd_look_quote_by_cue(f->doc, trigger->first);
}

static void remember(finder *f, const ahd_act *act)
{
    if (act->source.count == 0)
        return;
    f->context.subject = act->source.items[0];
    f->context.has_subject = true;
    f->context.sentence = act->sentence;
}

/* Of two readings as one type: that with fewer needs unmet, the longer, the
 * surer. */
static bool is_better(const ahd_telling *a, const ahd_telling *b)
{
    if ((a->unmet == 0) != (b->unmet == 0))
        return a->unmet == 0;
    if (a->hit->end != b->hit->end)
        return a->hit->end > b->hit->end;
    return a->act.confidence > b->act.confidence;
}

static void add_telling(ahd_trigger *trigger, ahd_telling t)
{
    uint32_t bit = 1u << t.act.type;

    if (!(trigger->types & bit) || is_better(&t, &trigger->telling[t.act.type]))
        trigger->telling[t.act.type] = t;
    trigger->types |= bit;
}

/* Everything that the words at `token` may tell. */
static bool read_trigger(finder *f, uint32_t token, ahd_trigger *out)
{
    const ahd_token *t = &f->doc->tokens.items[token];
    const ahd_hit *first = ahd_look_hit(f->doc, token, AHD_TERM_RULE);
    uint32_t end = AHD_NONE;
    ahd_scene scene;

    out->types = 0;
    out->hit = NULL;
    if (first == NULL || is_inside_name(f, first))
        return false;
    update_context(f, first);
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &f->doc->hits.items[t->first_hit + i];
        if (hit->kind != AHD_TERM_RULE || !is_possible_form(f->doc, hit))
            continue;
        /* Rows of one phrase see the same around it. */
        if (out->hit == NULL || end != hit->end)
            ahd_scene_read(&scene, f->kb, f->doc, hit);
        scene.trigger = hit;
        end = hit->end;
        ahd_telling telling = read_telling(f, &scene, hit);
        add_telling(out, telling);
        if (telling.act.type == AHD_ACT_BREACH)
            add_telling(out, as_charge(f, telling));
        if (out->hit == NULL) {
            out->hit = hit;
            out->scene = scene;
        }
    }
    return out->types != 0;
}

/* ------------------------------------------------------------- the choice */

typedef struct choice {
    uint32_t type;
    int32_t score; /* for any of its types, in AHD_ACT_UNIT */
} choice;

/* What speaks for any of the types: «خرق» may be an accusation or a breach, and
 * is one of them though neither is likelier than none. */
static int32_t any_of(const finder *f, const ahd_trigger *trigger,
                      const int32_t *sums)
{
    int32_t all = NOTHING;

    for (uint32_t type = 0; type < AHD_ACT_TYPES; type++)
        if (trigger->types & 1u << type)
            all = all == NOTHING
                      ? sums[type]
                      : ahd_act_weights_either(&f->weights, all, sums[type]);
    return all;
}

/* The likeliest type of a trigger. */
static choice likeliest(const finder *f, const ahd_trigger *trigger)
{
    int32_t sums[AHD_ACT_LANES] = {0};
    choice c = {AHD_ACT_TYPES, NOTHING};
    ahd_symptoms *symptoms = f->asked;

    ahd_trigger_symptoms(trigger, &f->context, symptoms);
    if (f->watch && f->watch->trigger)
        f->watch->trigger(f->watch->user, trigger, symptoms);
    ahd_act_weights_sum(&f->weights, symptoms->numbers, symptoms->count, sums);
    for (uint32_t type = 0; type < AHD_ACT_TYPES; type++) {
        if (!(trigger->types & 1u << type))
            continue;
        if (c.type == AHD_ACT_TYPES || sums[type] > sums[c.type])
            c.type = type;
    }
    c.score = any_of(f, trigger, sums);
    return c;
}

static void watch_arguments(const finder *f, const ahd_argument_asker *asker)
{
    ahd_arguments all;
    ahd_symptoms symptoms;

    if (f->watch == NULL || f->watch->argument == NULL)
        return;
    ahd_arguments_list(asker, &all);
    for (uint32_t i = 0; i < all.count; i++) {
        ahd_argument_symptoms(asker, &all, i, &symptoms);
        f->watch->argument(f->watch->user, asker, all.mention[i], &symptoms);
    }
}

/* Who is in it: by the frame of its rule and what was learned. */
static void cast(finder *f, const ahd_scene *scene, ahd_act *act)
{
    ahd_act framed = *act;
    ahd_argument_asker asker = {.scene = scene,
                                .rule = ahd_kb_rule_at(f->kb, act->rule),
                                .context = &f->context,
                                .act = &framed};

    watch_arguments(f, &asker);
    if (f->weights.rows != NULL)
        ahd_casting_choose(&asker, &f->weights, act);
}

/* «تستضيف عمان محادثات بين …»: who hosts the talks is none of those who talk.
 */
static void leave_out_hosts(const finder *f, ahd_act *act)
{
    uint32_t count = f->doc->acts.count, kept = 0;
    const ahd_act *last = count > 0 ? &f->doc->acts.items[count - 1] : NULL;

    if (act->type != AHD_ACT_NEGOTIATE || last == NULL ||
        last->type != AHD_ACT_MEDIATE || last->sentence != act->sentence)
        return;
    for (uint32_t i = 0; i < act->source.count; i++)
        if (last->source.count == 0 ||
            act->source.items[i].mention != last->source.items[0].mention)
            act->source.items[kept++] = act->source.items[i];
    act->source.count = kept;
}

/* What a denial denies is nobody's charge. */
static const char denied[] = "it is in what somebody denies";

static bool is_denied(const finder *f, uint32_t type)
{
    bool charge = type == AHD_ACT_BREACH || type == AHD_ACT_ACCUSE ||
                  type == AHD_ACT_CONDEMN;

    return charge && f->context.quote != AHD_NONE &&
           f->doc->quotes.items[f->context.quote].cue_class == AHD_CUE_DENY;
}

/* What spoke most for the trigger's act, or against it. */
static uint8_t ground(const finder *f, const ahd_act *act, bool against,
                      ahd_ground out[AHD_GROUNDS])
{
    int32_t sums[AHD_SYMPTOM_KINDS] = {0};

    ahd_symptom_weigh(f->asked, &f->weights, act->type, sums);
    return ahd_symptom_grounds(sums, against, out);
}

/* `because` rejects what its words alone would be: NULL when they would not. */
static void doubt(finder *f, const ahd_act *act, int32_t score,
                  const char *because)
{
    ahd_doubt d = {.type = act->type,
                   .sentence = act->sentence,
                   .trigger = act->trigger,
                   .trigger_first = act->trigger_first,
                   .trigger_end = act->trigger_end,
                   .rule = act->rule,
                   .confidence = ahd_act_weights_sure(&f->weights, score)};

    if (d.confidence < AHD_DOUBT_LEAST)
        return;
    if (because)
        d.ground[d.grounds++].what = because;
    else
        d.grounds = ground(f, act, true, d.ground);
    ahd_doubt_add(f->doc, &d);
}

static void keep(finder *f, ahd_act *act, int32_t score)
{
    act->confidence = ahd_act_weights_sure(&f->weights, score);
    act->grounds = ground(f, act, false, act->ground);
    remember(f, act);
    ahd_doubt_settle(f->doc, act->trigger_first);
    *ahd_vec_push(f->doc->arena, &f->doc->acts) = *act;
}

/* «إن مسعى الرئيس يمثل انتهاكا»: an offer, a plan that is proposed, binds
 * nobody, so it is not what was broken. */
static void leave_out_offers(const finder *f, ahd_act *act)
{
    uint32_t kept = 0;

    if (act->type != AHD_ACT_ACCUSE && act->type != AHD_ACT_BREACH)
        return;
    for (uint32_t i = 0; i < act->agreements.count; i++) {
        uint32_t ref = act->agreements.items[i];
        const ahd_agreement_ref *r = &f->doc->agreements.items[ref];
        if (r->noun != AHD_NOUN_INITIATIVE || r->how == AHD_HOW_NAMED)
            act->agreements.items[kept++] = ref;
    }
    act->agreements.count = kept;
}

/* The guide: a charge that names nothing agreed only condemns. */
static void settle_charge(ahd_act *act)
{
    if (act->type == AHD_ACT_ACCUSE && act->agreements.count == 0)
        act->type = AHD_ACT_CONDEMN;
}

/* «لم تلتزم إيران»: a row whose subject is the accused, and nobody says so. */
static bool is_unsaid(const finder *f, const ahd_act *act)
{
    const ahd_rule *rule = ahd_kb_rule_at(f->kb, act->rule);

    return act->type == AHD_ACT_ACCUSE && f->context.quote == AHD_NONE &&
           f->context.says == AHD_NONE &&
           rule->slots[AHD_FN_SUBJ] == AHD_SLOT_TARGET;
}

/* Does somebody who is known say it? */
static bool is_spoken(const finder *f)
{
    return f->context.quote != AHD_NONE &&
           f->doc->quotes.items[f->context.quote].has_speaker;
}

/* The page says so itself: whom the row accuses broke it. */
static void as_breach(ahd_act *act)
{
    act->type = AHD_ACT_BREACH;
    act->source = act->target;
    act->target = (ahd_args){0};
}

/* Words of a breach are a charge when somebody says them, of what happened. */
static uint32_t settle_type(const finder *f, const ahd_trigger *trigger,
                            uint32_t type)
{
    const ahd_telling *breach = &trigger->telling[AHD_ACT_BREACH];
    bool said = f->context.quote != AHD_NONE || f->context.says != AHD_NONE;

    if (type == AHD_ACT_BREACH && is_spoken(f) &&
        breach->act.modality != AHD_CONDITIONAL)
        return AHD_ACT_ACCUSE;
    if (type != AHD_ACT_ACCUSE || !(trigger->types >> AHD_ACT_BREACH & 1))
        return type;
    return breach->act.modality == AHD_CONDITIONAL || !said ? AHD_ACT_BREACH
                                                            : type;
}

/* Reads the words at `token`; the token to go on at. */
static uint32_t read_token(finder *f, uint32_t token)
{
    ahd_trigger *trigger = f->trigger;

    if (!read_trigger(f, token, trigger))
        return token + 1;
    choice c = likeliest(f, trigger);
    ahd_telling *t = &trigger->telling[settle_type(f, trigger, c.type)];
    bool unsure = c.score < LEAST_SCORE;
    if (unsure || is_denied(f, c.type)) {
        doubt(f, &t->act, c.score, unsure ? NULL : denied);
        return token + 1;
    }
    ahd_scene_read(&trigger->scene, f->kb, f->doc, t->hit);
    if (is_unsaid(f, &t->act))
        as_breach(&t->act);
    cast(f, &trigger->scene, &t->act);
    leave_out_hosts(f, &t->act);
    leave_out_offers(f, &t->act);
    settle_charge(&t->act);
    keep(f, &t->act, c.score);
    return t->act.trigger_end;
}

/* ------------------------------------------------------------- given acts */

/* The first rule of that type in the language of the trigger. */
static uint32_t usual_rule(const finder *f, uint32_t type, uint32_t token)
{
    bool arabic = f->doc->tokens.items[token].flags & AHD_TOKEN_ARABIC;
    uint32_t lang = arabic ? AHD_LANG_AR : AHD_LANG_EN;

    for (uint32_t i = 0; i < f->kb->rules.count; i++) {
        const ahd_rule *rule = ahd_kb_rule_at(f->kb, i);
        if (rule->act == type && rule->lang == lang)
            return i;
    }
    return 0;
}

/* The form of a word that no rule has, by its part of speech. */
static uint32_t form_of(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *s = ahd_look_host(doc, token);

    if (!s || s->pos != AHD_POS_VERB)
        return AHD_FORM_MASDAR;
    return AHD_FEAT(s->feats, ASPECT) == AHD_IMPERFECT ? AHD_FORM_PRESENT
                                                       : AHD_FORM_PAST;
}

/* A rule makes the act though its needs are not met; `surest` tells which of
 * two is to be kept. */
static float try_given(finder *f, const ahd_given *given, const ahd_hit *hit,
                       ahd_act *out)
{
    ahd_scene scene;

    ahd_scene_read(&scene, f->kb, f->doc, hit);
    ahd_telling t = read_telling(f, &scene, hit);
    if (given->type == AHD_ACT_ACCUSE && t.act.type == AHD_ACT_BREACH)
        t = as_charge(f, t);
    t.act.type = (uint8_t)given->type;
    *out = t.act;
    return t.act.confidence + (float)(t.unmet == 0);
}

static bool may_tell(const finder *f, const ahd_hit *hit, uint32_t type)
{
    uint32_t act = ahd_kb_rule_at(f->kb, hit->id)->act;

    return act == type || (act == AHD_ACT_BREACH && type == AHD_ACT_ACCUSE);
}

/* The words of a rule for the given type that start at a token. */
static const ahd_hit *try_token(finder *f, const ahd_given *given,
                                uint32_t token, float *best, ahd_act *act)
{
    const ahd_token *t = &f->doc->tokens.items[token];
    const ahd_hit *found = NULL;

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &f->doc->hits.items[t->first_hit + i];
        ahd_act other;
        if (hit->kind != AHD_TERM_RULE || !may_tell(f, hit, given->type))
            continue;
        float surest = try_given(f, given, hit, &other);
        if (surest > *best) {
            *best = surest;
            *act = other;
            found = hit;
        }
    }
    return found;
}

static void read_given(finder *f, const ahd_given *given)
{
    uint32_t first = ahd_look_token_at(f->doc, given->trigger.start), end;
    float best = 0;
    ahd_act act;

    for (end = first + 1;
         end < f->doc->tokens.count &&
         f->doc->tokens.items[end].at.start < ahd_span_end(given->trigger);)
        end++;
    ahd_hit usual = {.first = first,
                     .end = end,
                     .kind = AHD_TERM_RULE,
                     .id = usual_rule(f, given->type, first),
                     .extra = form_of(f->doc, first)};
    const ahd_hit *hit = &usual;
    ahd_scene scene;
    update_context(f, &usual);
    try_given(f, given, &usual, &act);
    for (uint32_t token = first; token < end; token++) {
        const ahd_hit *other = try_token(f, given, token, &best, &act);
        hit = other ? other : hit;
    }
    ahd_scene_read(&scene, f->kb, f->doc, hit);
    cast(f, &scene, &act);
    remember(f, &act);
    *ahd_vec_push(f->doc->arena, &f->doc->acts) = act;
}

void ahd_acts_read(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch,
                   const ahd_acts_watch *watch)
{
    finder f = {.kb = kb,
                .doc = doc,
                .watch = watch,
                .context = {.gist = ahd_gist_of(kb, doc)},
                .weights = ahd_act_weights_open(kb->lang),
                .trigger = ahd_new(scratch, ahd_trigger, 1),
                .asked = ahd_new(scratch, ahd_symptoms, 1)};

    for (uint32_t i = 0; i < doc->given.count; i++)
        read_given(&f, &doc->given.items[i]);
    if (doc->given.count > 0)
        return;
    for (uint32_t n = 0; n < doc->sentences.count; n++) {
        const ahd_sentence *s = &doc->sentences.items[n];
        for (uint32_t i = s->first; i < s->end;)
            i = read_token(&f, i);
    }
    ahd_flags_find(doc);
}

void ahd_acts_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_acts_read(kb, doc, scratch, NULL);
}
