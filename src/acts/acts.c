#include "acts/acts.h"

#include "acts/flags.h"
#include "acts/modality.h"
#include "acts/roles.h"
#include "doc/look.h"

/* An agreement is "near" when its noun follows its verb at this distance. */
enum {
    NEAR = 5,
    BREACH_REACH = 30,
    TALKS_REACH = 6,
    TALKS_BEFORE = 10,
    LATER_REACH = 8,
};

typedef struct finder {
    const ahd_kb *kb;
    ahd_doc *doc;
    ahd_context context;
} finder;

/* --------------------------------------------------------------- needs */

static bool is_class_after(const ahd_scene *s, ahd_class class, uint32_t reach)
{
    uint32_t end = s->trigger->end + reach;

    if (end > s->sentence->end)
        end = s->sentence->end;
    for (uint32_t i = s->trigger->end; i < end; i++)
        if (ahd_scene_is_class(s, i, class))
            return true;
    return false;
}

/* Words between the trigger and `token`, not counting names, times and marks:
 * «وقع وزير الداخلية القطري، الجمعة، اتفاقا» has the two side by side. */
static uint32_t words_between(const ahd_scene *s, uint32_t token)
{
    uint32_t words = 0;

    for (uint32_t i = s->trigger->end; i < token && words <= NEAR;) {
        uint32_t m = ahd_look_mention_at(s->doc, i);
        uint32_t t = ahd_look_time_from(s->doc, i);
        if (m != AHD_NONE)
            i = s->doc->mentions.items[m].end;
        else if (t < s->doc->times.count && s->doc->times.items[t].first == i)
            i = s->doc->times.items[t].end;
        else {
            words += !ahd_look_is_punct(s->doc, i) &&
                     !ahd_look_hit(s->doc, i, AHD_TERM_TITLE);
            i++;
        }
    }
    return words;
}

static bool has_agreement_near(const ahd_scene *s, const ahd_act *act)
{
    for (uint32_t i = 0; i < act->agreements.count; i++) {
        const ahd_agreement_ref *r =
            &s->doc->agreements.items[act->agreements.items[i]];
        if (r->head >= s->trigger->first && words_between(s, r->head) <= NEAR)
            return true;
        if (s->relative != AHD_NONE && r->end + 1 >= s->relative &&
            r->end <= s->relative)
            return true;
        if (r->end == s->trigger->first) /* «الاتفاق الموقع» */
            return true;
    }
    return false;
}

/* A word for talks in the sentence, at most `before` words before the trigger
 * or a few after. */
static bool has_talks_near(const ahd_scene *s, uint32_t before)
{
    uint32_t first = s->sentence->first;
    const ahd_doc *doc = s->doc;

    if (s->trigger->first > first + before)
        first = s->trigger->first - before;
    for (uint32_t i = ahd_look_ref_from(doc, first); i < doc->agreements.count;
         i++) {
        const ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->head > s->trigger->end + TALKS_REACH ||
            r->first >= s->sentence->end)
            return false;
        if (r->noun == AHD_NOUN_TALKS)
            return true;
    }
    return false;
}

/* A time to come stands after the trigger: «الشهر المقبل». */
static bool is_later(const ahd_scene *s)
{
    uint32_t i = ahd_look_time_from(s->doc, s->trigger->end);

    if (i == s->doc->times.count)
        return false;
    const ahd_time *t = &s->doc->times.items[i];
    return t->first < s->sentence->end && t->ahead > 0 &&
           t->first <= s->trigger->end + LATER_REACH;
}

static bool is_met(const ahd_scene *s, const ahd_act *act, ahd_need need)
{
    switch (need) {
    case AHD_NEED_AGREEMENT:
        return act->agreements.count > 0;
    case AHD_NEED_NEAR:
        return has_agreement_near(s, act);
    case AHD_NEED_SOURCE:
        return act->source.count > 0;
    case AHD_NEED_TARGET:
        return act->target.count > 0;
    case AHD_NEED_SOURCES2:
        return act->source.count > 1;
    case AHD_NEED_BREACH:
        return is_class_after(s, AHD_CLASS_BREACH, BREACH_REACH);
    case AHD_NEED_CONTENT:
        return act->content.len > 0;
    case AHD_NEED_NEGATED:
        return act->modality == AHD_NEGATED;
    case AHD_NEED_SPEAKER:
        return act->quote != AHD_NONE;
    case AHD_NEED_TALKS:
        return has_talks_near(s, 0);
    case AHD_NEED_AMID:
        return has_talks_near(s, TALKS_BEFORE);
    case AHD_NEED_THAT:
        return s->content != AHD_NONE;
    case AHD_NEED_LATER:
        return is_later(s);
    case AHD_NEEDS:
        break;
    }
    return false;
}

static bool meets_needs(const ahd_scene *s, const ahd_rule *rule,
                        const ahd_act *act)
{
    for (unsigned need = 0; need < AHD_NEEDS; need++)
        if (rule->needs & 1u << need && !is_met(s, act, (ahd_need)need))
            return false;
    return act->source.count > 0 || act->target.count > 0 ||
           act->agreements.count > 0;
}

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

static void settle_modality(const ahd_rule *rule, ahd_act *act)
{
    /* «لم يلتزم» is itself the breach, which is then actual. */
    if (rule->needs & 1u << AHD_NEED_NEGATED)
        act->modality = AHD_ACTUAL;
    if (rule->needs & 1u << AHD_NEED_LATER)
        act->modality = AHD_PLANNED;
}

/* «أعلنت وكالة الأنباء أن …»: the agency only passes on. */
static bool is_relaying(const finder *f)
{
    if (f->context.says == AHD_NONE)
        return false;
    const ahd_quote *q = &f->doc->quotes.items[f->context.says];
    return q->has_via && !q->has_speaker;
}

static bool try_rule(finder *f, const ahd_scene *s, uint32_t row, ahd_act *out)
{
    const ahd_rule *rule = ahd_kb_rule_at(f->kb, row);
    ahd_act act = blank_act(s, rule, row);

    act.modality = (uint8_t)ahd_modality_of(s);
    ahd_roles_fill(s, rule, &f->context, &act);
    if (!meets_needs(s, rule, &act) || is_relaying(f))
        return false;
    settle_modality(rule, &act);
    *out = act;
    return true;
}

/* What somebody says was broken is his accusation: who broke it is accused,
 * and the speaker becomes the source. */
static void accuse_for_speaker(finder *f, ahd_act *act)
{
    act->type = AHD_ACT_ACCUSE;
    act->target = act->source;
    act->source = (ahd_args){0};
    *ahd_vec_push(f->doc->arena, &act->source) = act->speaker;
    act->has_speaker = 0;
    act->speaker = ahd_arg_none();
    if (act->content.len == 0)
        act->content = f->doc->quotes.items[act->quote].at;
}

/* What a denial denies is nobody's charge. */
static bool is_denied(const finder *f, const ahd_act *act)
{
    bool charge = act->type == AHD_ACT_BREACH || act->type == AHD_ACT_ACCUSE ||
                  act->type == AHD_ACT_CONDEMN;

    return charge && f->context.quote != AHD_NONE &&
           f->doc->quotes.items[f->context.quote].cue_class == AHD_CUE_DENY;
}

static void keep(finder *f, ahd_act act)
{
    if (is_denied(f, &act))
        return;
    if (act.type == AHD_ACT_BREACH && act.has_speaker)
        accuse_for_speaker(f, &act);
    *ahd_vec_push(f->doc->arena, &f->doc->acts) = act;
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

/* All rules of the longest trigger phrase at `token`; the surest wins. */
static uint32_t read_trigger(finder *f, uint32_t token)
{
    const ahd_token *t = &f->doc->tokens.items[token];
    const ahd_hit *first = ahd_look_hit(f->doc, token, AHD_TERM_RULE);
    bool found = false;
    ahd_act best = {0};
    ahd_scene scene;

    if (first == NULL || is_inside_name(f, first))
        return token + 1;
    update_context(f, first);
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &f->doc->hits.items[t->first_hit + i];
        ahd_act act;
        if (hit->kind != AHD_TERM_RULE || !is_possible_form(f->doc, hit))
            continue;
        ahd_scene_read(&scene, f->kb, f->doc, hit);
        if (try_rule(f, &scene, hit->id, &act) &&
            (!found || act.confidence > best.confidence)) {
            best = act;
            found = true;
        }
    }
    if (!found)
        return token + 1;
    remember(f, &best);
    keep(f, best);
    return best.trigger_end;
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
static float try_given(finder *f, const ahd_hit *hit, ahd_act *out)
{
    const ahd_rule *rule = ahd_kb_rule_at(f->kb, hit->id);
    ahd_scene scene;

    ahd_scene_read(&scene, f->kb, f->doc, hit);
    *out = blank_act(&scene, rule, hit->id);
    out->modality = (uint8_t)ahd_modality_of(&scene);
    ahd_roles_fill(&scene, rule, &f->context, out);
    float surest = out->confidence + (float)meets_needs(&scene, rule, out);
    settle_modality(rule, out);
    return surest;
}

/* The words of a rule for the given type that start at a token. */
static void try_token(finder *f, const ahd_given *given, uint32_t token,
                      float *best, ahd_act *act)
{
    const ahd_token *t = &f->doc->tokens.items[token];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &f->doc->hits.items[t->first_hit + i];
        ahd_act other;
        if (hit->kind != AHD_TERM_RULE ||
            ahd_kb_rule_at(f->kb, hit->id)->act != given->type)
            continue;
        float surest = try_given(f, hit, &other);
        if (surest > *best) {
            *best = surest;
            *act = other;
        }
    }
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
    update_context(f, &usual);
    try_given(f, &usual, &act);
    for (uint32_t token = first; token < end; token++)
        try_token(f, given, token, &best, &act);
    remember(f, &act);
    *ahd_vec_push(f->doc->arena, &f->doc->acts) = act;
}

void ahd_acts_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    finder f = {.kb = kb, .doc = doc};

    (void)scratch;
    for (uint32_t i = 0; i < doc->given.count; i++)
        read_given(&f, &doc->given.items[i]);
    if (doc->given.count > 0)
        return;
    for (uint32_t n = 0; n < doc->sentences.count; n++) {
        const ahd_sentence *s = &doc->sentences.items[n];
        for (uint32_t i = s->first; i < s->end;)
            i = read_trigger(&f, i);
    }
    ahd_flags_find(doc);
}
