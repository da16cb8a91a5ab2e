#include "acts/roles.h"

#include "doc/look.h"

/* How many words may stand between a verb and its subject. */
enum {
    AFTER_VERB = 6,
    BEFORE_VERB = 5,
    GENITIVE = 2,
    LEFT_AGREEMENT = 10,
    RIGHT_AGREEMENT_REACH = 26,
};

typedef struct filler {
    const ahd_scene *s;
    const ahd_rule *rule;
    const ahd_context *context;
    ahd_act *act;
    bool used[AHD_SCENE_CHUNKS]; /* right chunks already taken as subject */
} filler;

static ahd_args *args_of(ahd_act *act, uint8_t slot)
{
    return slot == AHD_SLOT_TARGET ? &act->target : &act->source;
}

static bool same_words(ahd_arg a, ahd_arg b)
{
    return a.mention == b.mention && a.at.start == b.at.start;
}

/* Named twice in the clause is still one. */
static bool holds(const ahd_args *args, ahd_arg arg)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (same_words(args->items[i], arg) ||
            (arg.id != AHD_NONE && args->items[i].id == arg.id))
            return true;
    return false;
}

static void put(filler *f, uint8_t slot, ahd_arg arg)
{
    if (slot != AHD_SLOT_SOURCE && slot != AHD_SLOT_TARGET)
        return;
    if (!holds(&f->act->source, arg) && !holds(&f->act->target, arg))
        *ahd_vec_push(f->s->doc->arena, args_of(f->act, slot)) = arg;
}

static void put_mention(filler *f, uint8_t slot, uint32_t mention)
{
    put(f, slot, ahd_look_arg(f->s->doc, mention));
}

/* ------------------------------------------------------------- subject */

static bool is_arabic(const filler *f)
{
    return f->s->doc->tokens.items[f->s->trigger->first].flags &
           AHD_TOKEN_ARABIC;
}

static bool is_finite_form(const filler *f)
{
    uint32_t form = f->s->trigger->extra;

    return form == AHD_FORM_PAST || form == AHD_FORM_PRESENT ||
           form == AHD_FORM_BASE;
}

/* Right chunk `i` and those joined to it. */
static void take_right(filler *f, uint32_t i, uint8_t slot)
{
    do {
        if (f->s->right[i].mention != AHD_NONE)
            put_mention(f, slot, f->s->right[i].mention);
        f->used[i] = true;
        i++;
    } while (i < f->s->rights && f->s->right[i].joined);
}

/* Left chunk `i` and those it is joined to, in the order of the text. */
static void take_left(filler *f, uint32_t i, uint8_t slot)
{
    uint32_t last = i;

    while (f->s->left[last].joined && last + 1 < f->s->lefts)
        last++;
    for (uint32_t j = last + 1; j-- > i;)
        put_mention(f, slot, f->s->left[j].mention);
}

/* «ودعا الطرفين إلى …»: the accusative, or the sides that somebody calls on,
 * are no subject. */
static bool is_object_form(const filler *f, const ahd_scene_part *c)
{
    const ahd_mention *m = &f->s->doc->mentions.items[c->mention];
    const ahd_token *t = &f->s->doc->tokens.items[m->first];

    if (m->kind != AHD_MENTION_GROUP || !is_finite_form(f))
        return false;
    if (ahd_str_ends(t->form, AHD_STR("ان")) &&
        ahd_scene_is_class(f->s, m->first, AHD_CLASS_SIDES))
        return false; /* «ودعا الجانبان إلى …» */
    return ahd_str_ends(t->form, AHD_STR("ين")) ||
           (f->rule->act == AHD_ACT_DEMAND && f->context->has_subject);
}

static bool subject_right(filler *f, uint32_t reach)
{
    const ahd_scene *s = f->s;

    for (uint32_t i = 0; i < s->rights; i++) {
        const ahd_scene_part *c = &s->right[i];
        if (c->first > s->trigger->end + reach)
            return false;
        if (c->fn != AHD_FN_OBJ)
            continue;
        if (c->mention == AHD_NONE || is_object_form(f, c) ||
            (is_finite_form(f) &&
             ahd_look_disagrees(f->s->doc, f->s->trigger,
                                f->s->trigger->extra == AHD_FORM_PRESENT,
                                c->mention)))
            return false; /* passive, or the object stands first */
        take_right(f, i, f->rule->slots[AHD_FN_SUBJ]);
        return true;
    }
    return false;
}

/* A town, a mosque: no capital that may stand for its state. */
static bool is_mere_place(const filler *f, const ahd_scene_part *c)
{
    const ahd_mention *m = &f->s->doc->mentions.items[c->mention];

    return m->kind == AHD_MENTION_PLACE && m->of == AHD_NONE;
}

static bool subject_left(filler *f, uint32_t reach)
{
    const ahd_scene *s = f->s;

    for (uint32_t i = 0; i < s->lefts; i++) {
        const ahd_scene_part *c = &s->left[i];
        if (c->end + reach < s->trigger->first)
            return false;
        if ((c->fn != AHD_FN_OBJ && c->fn != AHD_FN_BETWEEN) ||
            is_mere_place(f, c))
            continue;
        take_left(f, i, f->rule->slots[AHD_FN_SUBJ]);
        return true;
    }
    return false;
}

/* «وكانت قطر قد أعلنت», «لكن قطر رفضت»: what may stand before a subject that
 * stands before its verb. */
static bool opens_subject(const filler *f, uint32_t token)
{
    static const char *const openers[] = {"كان",   "كانت",  "وكان", "وكانت",
                                          "كانا",  "وكانا", "لكن",  "ولكن",
                                          "بينما", "فيما",  NULL};

    for (const char *const *word = openers; *word; word++)
        if (ahd_look_is(f->s->doc, token, *word))
            return true;
    return ahd_scene_is_class(f->s, token, AHD_CLASS_THAT) ||
           ahd_look_is_punct(f->s->doc, token);
}

/* The subject stands before its verb: «قطر اتهمت», «إن قطر خرقت». */
static bool is_subject_first(const filler *f)
{
    const ahd_scene *s = f->s;

    if (s->lefts == 0 || s->left[0].fn != AHD_FN_OBJ ||
        s->left[0].end + 2 < s->trigger->first)
        return false;
    uint32_t first = s->left[0].first;
    return !is_arabic(f) || first == s->sentence->first ||
           opens_subject(f, first - 1) || s->relative != AHD_NONE;
}

/* A plain noun after the verb is its subject, though nobody we know. */
static bool has_unknown_subject(const filler *f)
{
    uint32_t i = f->s->trigger->end;
    uint32_t t = ahd_look_time_from(f->s->doc, i);

    if (t < f->s->doc->times.count && f->s->doc->times.items[t].first == i)
        i = f->s->doc->times.items[t].end;
    return i < f->s->sentence->end &&
           f->s->doc->tokens.items[i].kind == AHD_TOKEN_WORD &&
           !ahd_look_hit(f->s->doc, i, AHD_TERM_CLASS) &&
           !ahd_look_hit(f->s->doc, i, AHD_TERM_AGREEMENT_NOUN) &&
           !ahd_look_has_pro(f->s->doc, i, AHD_PRO_BI | AHD_PRO_LI);
}

static bool subject_spoken(filler *f)
{
    if (f->rule->slots[AHD_FN_SPEAKER] != AHD_SLOT_SOURCE)
        return false;
    uint32_t q =
        f->context->says != AHD_NONE ? f->context->says : f->context->quote;
    if (q == AHD_NONE || !f->s->doc->quotes.items[q].has_speaker)
        return false;
    put(f, AHD_SLOT_SOURCE, f->s->doc->quotes.items[q].speaker);
    return true;
}

/* Who acted last, when that was said in this sentence or the one before. */
static bool subject_remembered(filler *f)
{
    uint32_t now = f->s->doc->tokens.items[f->s->trigger->first].sentence;

    if (!f->context->has_subject || f->context->sentence + 1 < now ||
        has_unknown_subject(f))
        return false;
    put(f, f->rule->slots[AHD_FN_SUBJ], f->context->subject);
    return true;
}

static bool has_fn(const filler *f, ahd_fn fn)
{
    for (uint32_t i = 0; i < f->s->rights; i++)
        if (f->s->right[i].fn == fn && f->s->right[i].mention != AHD_NONE)
            return true;
    return false;
}

/* Whoever speaks is also who does it: not so in "Iran must comply". */
static bool subject_is_speaker(filler *f)
{
    return f->rule->slots[AHD_FN_SUBJ] == AHD_SLOT_SOURCE && subject_spoken(f);
}

/* Does a name after this preposition fill the subject's slot: «بين X وY»? */
static bool names_subject(const filler *f, ahd_fn fn)
{
    return f->rule->slots[fn] == f->rule->slots[AHD_FN_SUBJ] && has_fn(f, fn);
}

static void subject_of_finite(filler *f)
{
    if ((is_subject_first(f) && subject_left(f, BEFORE_VERB)) ||
        (is_arabic(f) && subject_right(f, AFTER_VERB)))
        return;
    /* «وبدأ عشرات الشباب …»: its subject follows, whoever that is. */
    if (f->s->trigger->pro & (AHD_PRO_WA | AHD_PRO_FA) &&
        has_unknown_subject(f))
        return;
    if (subject_left(f, BEFORE_VERB + 4) || subject_is_speaker(f))
        return;
    if (is_arabic(f))
        subject_remembered(f);
}

/* «رحبت بتوقيع الاتفاق»: whoever welcomes does not sign. But «قام بتوقيع». */
static bool is_only_object(const filler *f)
{
    const ahd_hit *trigger = f->s->trigger;

    return trigger->pro & AHD_PRO_BI && !trigger->suffix &&
           trigger->first > f->s->sentence->first &&
           !ahd_scene_is_class(f->s, trigger->first - 1, AHD_CLASS_LIGHT);
}

/* A pronoun on the trigger is its subject: «توقيعه», «خلال لقائه». */
static bool has_pronoun(const filler *f)
{
    const ahd_hit *trigger = f->s->trigger;
    ahd_str last = f->s->doc->tokens.items[trigger->end - 1].form;

    return trigger->suffix || (trigger->extra == AHD_FORM_NONE &&
                               (ahd_str_ends(last, AHD_STR("ايه")) ||
                                ahd_str_ends(last, AHD_STR("عه")) ||
                                ahd_str_ends(last, AHD_STR("ها"))));
}

/* A masdar or participle: its genitive, «من قبل», «بين», or whoever the
 * sentence is about. */
static void subject_of_noun(filler *f)
{
    const ahd_hit *trigger = f->s->trigger;

    if (trigger->extra != AHD_FORM_AGENT && !has_pronoun(f) && is_arabic(f) &&
        subject_right(f, GENITIVE))
        return;
    if (names_subject(f, AHD_FN_BY) || names_subject(f, AHD_FN_BETWEEN))
        return;
    if (subject_is_speaker(f) || is_only_object(f) ||
        subject_left(f, BEFORE_VERB + 12))
        return;
    if (has_pronoun(f) || trigger->extra == AHD_FORM_AGENT)
        subject_remembered(f);
}

static void find_subject(filler *f)
{
    if (f->rule->slots[AHD_FN_SUBJ] != AHD_SLOT_NONE) {
        if (is_finite_form(f))
            subject_of_finite(f);
        else
            subject_of_noun(f);
    }
    if (f->act->source.count == 0)
        subject_spoken(f);
}

/* ---------------------------------------------------- everything else */

/* «بعد مفاوضات بين وفدي …»: those names are of the talks, not of the act. */
static bool is_of_talks(const filler *f, const ahd_scene_part *c)
{
    enum { NEAR_TALKS = 3 };
    const ahd_doc *doc = f->s->doc;
    uint32_t i = ahd_look_ref_from(doc, c->first);

    if (c->fn != AHD_FN_BETWEEN || i == 0 ||
        f->act->type == AHD_ACT_NEGOTIATE || f->act->type == AHD_ACT_MEDIATE)
        return false;
    const ahd_agreement_ref *r = &doc->agreements.items[i - 1];
    return r->noun == AHD_NOUN_TALKS && r->first >= f->s->trigger->end &&
           r->head + NEAR_TALKS >= c->first;
}

static void find_objects(filler *f)
{
    for (uint32_t i = 0; i < f->s->rights; i++) {
        const ahd_scene_part *c = &f->s->right[i];
        if (c->mention != AHD_NONE && !f->used[i] && !is_of_talks(f, c))
            put_mention(f, f->rule->slots[c->fn], c->mention);
    }
}

static void put_agreement(filler *f, uint32_t ref)
{
    const ahd_agreement_ref *r = &f->s->doc->agreements.items[ref];

    if (r->noun == AHD_NOUN_TALKS && f->act->type != AHD_ACT_NEGOTIATE &&
        f->act->type != AHD_ACT_MEDIATE)
        return;
    *ahd_vec_push(f->s->doc->arena, &f->act->agreements) = ref;
}

/* Goes on from the agreement before: «اتفاق كذا وقرارات كذا». */
static bool is_listed(const filler *f, const ahd_agreement_ref *r)
{
    const ahd_act *act = f->act;

    if (act->agreements.count == 0)
        return true;
    const ahd_agreement_ref *last =
        &f->s->doc->agreements
             .items[act->agreements.items[act->agreements.count - 1]];
    return r->first <= last->end + 1 &&
           ahd_look_has_pro(f->s->doc, r->first, AHD_PRO_WA);
}

/* «الاتفاق الموقع», «الاتفاق الذي وقعته»: the noun that the trigger describes.
 */
static bool take_head(filler *f)
{
    const ahd_scene *s = f->s;
    uint32_t noun = s->relative != AHD_NONE ? s->relative : s->trigger->first;
    uint32_t i = ahd_look_ref_from(s->doc, noun);

    if (s->relative == AHD_NONE && s->trigger->extra != AHD_FORM_PATIENT)
        return false;
    if (i == 0 || s->doc->agreements.items[i - 1].end != noun)
        return false;
    put_agreement(f, i - 1);
    return f->act->agreements.count > 0;
}

/* The agreement of the clause: the trigger's own noun, the nearest on the
 * right with those listed after it, else the nearest on the left. */
static void find_agreements(filler *f)
{
    const ahd_scene *s = f->s;
    const ahd_doc *doc = s->doc;
    uint32_t end = s->trigger->end + RIGHT_AGREEMENT_REACH;
    uint32_t before = AHD_NONE;

    if (take_head(f))
        return;

    end = end < s->clause_end ? end : s->clause_end;
    for (uint32_t i = ahd_look_ref_from(doc, s->sentence->first);
         i < doc->agreements.count && doc->agreements.items[i].first < end;
         i++) {
        const ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->end <= s->trigger->first) {
            if (r->end + LEFT_AGREEMENT >= s->trigger->first)
                before = i;
            continue;
        }
        if (!is_listed(f, r))
            break;
        put_agreement(f, i);
    }
    if (f->act->agreements.count == 0 && before != AHD_NONE)
        put_agreement(f, before);
}

/* Who is cited for it: an agency, an outlet, or the statement it stands in. */
static void take_via(filler *f, const ahd_quote *quote)
{
    if (quote->has_via)
        f->act->via = quote->via;
    else if (quote->medium == AHD_MEDIUM_STATEMENT && quote->medium_at.len > 0)
        f->act->via.at = quote->medium_at;
    else
        return;
    f->act->has_via = 1;
}

static void find_speaker(filler *f)
{
    uint32_t q = f->context->quote;

    if (q == AHD_NONE)
        q = f->context->says;
    if (q == AHD_NONE)
        return;
    const ahd_quote *quote = &f->s->doc->quotes.items[q];
    f->act->quote = q;
    f->act->medium = quote->medium;
    take_via(f, quote);
    /* Whoever says the trigger itself is the source, named or not. */
    if (f->context->quote == AHD_NONE || !quote->has_speaker ||
        holds(&f->act->source, quote->speaker))
        return;
    f->act->speaker = quote->speaker;
    f->act->has_speaker = 1;
}

/* «نفت أن تكون المذكرة خرقا للاتفاق»: what is said names the agreement; after a
 * word of breach if there is one, else the first. */
static void find_agreement_in_words(filler *f)
{
    const ahd_doc *doc = f->s->doc;

    if (f->context->says == AHD_NONE || f->act->agreements.count > 0)
        return;
    const ahd_quote *q = &doc->quotes.items[f->context->says];
    uint32_t from = q->first;
    for (uint32_t i = q->first; i < q->end; i++)
        if (ahd_scene_is_class(f->s, i, AHD_CLASS_BREACH))
            from = i;
    uint32_t ref = ahd_look_ref_from(doc, from);
    if (ref < doc->agreements.count &&
        doc->agreements.items[ref].first < q->end)
        put_agreement(f, ref);
}

static void find_content(filler *f)
{
    const ahd_scene *s = f->s;

    if (f->context->says != AHD_NONE)
        f->act->content = s->doc->quotes.items[f->context->says].at;
    else if (f->rule->slots[AHD_FN_THAT] == AHD_SLOT_CONTENT &&
             s->content != AHD_NONE && s->content < s->sentence->end)
        f->act->content = ahd_look_span(s->doc, s->content, s->sentence->end);
}

void ahd_roles_fill(const ahd_scene *scene, const ahd_rule *rule,
                    const ahd_context *context, ahd_act *act)
{
    filler f = {scene, rule, context, act, {false}};

    find_subject(&f);
    find_objects(&f);
    find_agreements(&f);
    find_agreement_in_words(&f);
    find_speaker(&f);
    find_content(&f);
}
