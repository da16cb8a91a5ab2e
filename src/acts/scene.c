#include "acts/scene.h"

#include "doc/look.h"

/* Arguments further away belong to another clause. */
enum { RIGHT_REACH = 36, LEFT_REACH = 30, PREPOSITION_REACH = 2 };

static const struct {
    ahd_class class;
    ahd_fn fn;
} prepositions[] = {
    {AHD_CLASS_BY, AHD_FN_BY},           {AHD_CLASS_WITH, AHD_FN_WITH},
    {AHD_CLASS_BETWEEN, AHD_FN_BETWEEN}, {AHD_CLASS_TO, AHD_FN_TO},
    {AHD_CLASS_ON, AHD_FN_ON},           {AHD_CLASS_FROM, AHD_FN_FROM},
    {AHD_CLASS_ABOUT, AHD_FN_ABOUT},     {AHD_CLASS_AGAINST, AHD_FN_AGAINST},
    {AHD_CLASS_IN, AHD_FN_IN},           {AHD_CLASS_AFTER, AHD_FN_IN},
    {AHD_CLASS_BEFORE, AHD_FN_IN},       {AHD_CLASS_DURING, AHD_FN_IN},
};

bool ahd_scene_is_class(const ahd_scene *scene, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(scene->doc, token, AHD_TERM_CLASS, class) != NULL;
}

/* The preposition at `token`: its function and end; AHD_FNS when none. */
static ahd_fn preposition_at(const ahd_scene *s, uint32_t token, uint32_t *end)
{
    size_t count = sizeof prepositions / sizeof *prepositions;

    if (s->doc->tokens.items[token].hits == 0)
        return AHD_FNS;
    for (size_t i = 0; i < count; i++) {
        const ahd_hit *hit = ahd_look_hit_id(s->doc, token, AHD_TERM_CLASS,
                                             prepositions[i].class);
        /* «عليه» has its object in itself. */
        if (hit && !hit->suffix) {
            *end = hit->end;
            return prepositions[i].fn;
        }
    }
    return AHD_FNS;
}

bool ahd_scene_may_tell(const ahd_kb *kb, const ahd_doc *doc, uint32_t token,
                        uint32_t types)
{
    const ahd_token *t = &doc->tokens.items[token];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_RULE &&
            types >> ahd_kb_rule_at(kb, hit->id)->act & 1)
            return true;
    }
    return false;
}

bool ahd_scene_is_finite(const ahd_scene *s, uint32_t token)
{
    const ahd_token *t = &s->doc->tokens.items[token];
    bool finite = false;

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &s->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_CLASS)
            return false;
        if (hit->kind != AHD_TERM_VERB || hit->end != token + 1)
            continue;
        if (hit->extra != AHD_FORM_PAST && hit->extra != AHD_FORM_PRESENT)
            return false;
        if (!(hit->pro & (AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_KA)))
            finite = true;
    }
    return finite;
}

static uint16_t clitics_of(const ahd_doc *doc, const ahd_mention *m)
{
    const ahd_token *t = &doc->tokens.items[m->first];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        bool names = hit->kind <= AHD_TERM_PLACE;
        if (names && hit->end <= m->end)
            return hit->pro;
    }
    return t->readings ? t->reading[0].pro : 0;
}

static void add(ahd_scene_part *list, uint32_t *count, ahd_scene_part chunk)
{
    if (*count < AHD_SCENE_CHUNKS)
        list[(*count)++] = chunk;
}

/* «الحكومة الجديدة والجيش»: a word about the one before. */
static bool is_attribute(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    return host && host->pos == AHD_POS_ADJ &&
           ahd_look_has_pro(doc, token, AHD_PRO_AL);
}

/* "X وY", "X و Y", "X، Y" with the same preposition. */
static bool joins(const ahd_scene *s, const ahd_scene_part *before,
                  uint32_t token, uint16_t pro)
{
    if (before->mention == AHD_NONE)
        return false;
    if (pro & AHD_PRO_WA && before->end == token)
        return true;
    if (token > 0 && ahd_look_is(s->doc, token - 1, "the"))
        token--; /* "the army and the government" */
    if (before->end + 1 != token)
        return before->end + 2 == token && pro & AHD_PRO_WA &&
               ahd_look_is(s->doc, token - 1, "،");
    if (ahd_scene_is_class(s, token - 1, AHD_CLASS_AND) ||
        ahd_look_is(s->doc, token - 1, "و") ||
        (pro & AHD_PRO_WA && is_attribute(s->doc, token - 1)))
        return true;
    /* «اتهمت قطر وتركيا، مصر»: behind an "and" a mere comma ends the row. */
    uint16_t own = clitics_of(s->doc, &s->doc->mentions.items[before->mention]);
    return (ahd_look_is(s->doc, token - 1, "،") ||
            ahd_look_is(s->doc, token - 1, ",")) &&
           (pro & AHD_PRO_WA || !(own & AHD_PRO_WA));
}

/* --------------------------------------------------------------- right */

typedef struct walk {
    ahd_scene *s;
    uint32_t i, limit;
    ahd_fn pending;       /* the preposition just read, or AHD_FN_OBJ */
    uint32_t pending_end; /* it reaches PREPOSITION_REACH further */
    uint32_t inside;      /* end of the agreement's phrase we walk through */
} walk;

static void take_mention(walk *w, uint32_t m)
{
    ahd_scene *s = w->s;
    const ahd_mention *mention = &s->doc->mentions.items[m];
    uint16_t pro = clitics_of(s->doc, mention);
    ahd_scene_part chunk = {
        m, AHD_NONE, mention->first, mention->end, (uint8_t)w->pending, false};

    if (pro & AHD_PRO_BI)
        chunk.fn = AHD_FN_BI;
    else if (pro & AHD_PRO_LI)
        chunk.fn = AHD_FN_TO;
    else if (s->rights > 0 && joins(s, &s->right[s->rights - 1], w->i, pro)) {
        chunk.fn = s->right[s->rights - 1].fn;
        chunk.joined = true;
    }
    bool idafa = w->i < w->inside && chunk.fn == AHD_FN_OBJ;
    if (!idafa)
        add(s->right, &s->rights, chunk);
    w->i = mention->end;
    w->pending = AHD_FN_OBJ;
}

static bool take_ref(walk *w)
{
    const ahd_doc *doc = w->s->doc;
    uint32_t low = ahd_look_ref_from(doc, w->i);

    if (low == doc->agreements.count ||
        doc->agreements.items[low].first != w->i)
        return false;
    const ahd_agreement_ref *ref = &doc->agreements.items[low];
    add(w->s->right, &w->s->rights,
        (ahd_scene_part){AHD_NONE, low, ref->first, ref->end,
                         (uint8_t)w->pending, false});
    w->inside = ref->end;
    w->i = ref->head + 1;
    w->pending = AHD_FN_OBJ;
    return true;
}

/* «that», an opening quotation mark after a colon, another clause's verb. */
static bool ends_clause(walk *w)
{
    ahd_scene *s = w->s;
    const ahd_hit *that =
        ahd_look_hit_id(s->doc, w->i, AHD_TERM_CLASS, AHD_CLASS_THAT);

    if (that || ahd_look_is(s->doc, w->i, ":")) {
        s->content = that ? that->end : w->i + 1;
        return true;
    }
    if (ahd_look_is(s->doc, w->i, ";") || ahd_look_is(s->doc, w->i, "؛") ||
        ahd_look_is(s->doc, w->i, "."))
        return true;
    if (ahd_look_is(s->doc, w->i - 1, "،") &&
        ahd_look_hit(s->doc, w->i, AHD_TERM_CUE))
        return true; /* «، مؤكدا …» */
    return ahd_scene_is_finite(s, w->i) && w->i > s->trigger->end;
}

/* «اتهم إيران بتسليح الحوثيين»: what follows the noun belongs to it, and it to
 * its preposition. */
static void take_clitic(walk *w)
{
    const ahd_token *t = &w->s->doc->tokens.items[w->i];
    uint16_t pro = t->readings ? t->reading[0].pro : 0;

    if (t->kind != AHD_TOKEN_WORD || !(pro & (AHD_PRO_BI | AHD_PRO_LI)))
        return;
    w->pending = pro & AHD_PRO_BI ? AHD_FN_BI : AHD_FN_ABOUT;
    w->pending_end = w->i + 1 + PREPOSITION_REACH;
}

/* Takes what stands at w->i; false at the end of the clause. */
static bool step_right(walk *w)
{
    ahd_scene *s = w->s;
    uint32_t end, m = ahd_look_mention_at(s->doc, w->i);

    if (m != AHD_NONE && s->doc->mentions.items[m].first == w->i) {
        take_mention(w, m);
        return true;
    }
    if (take_ref(w))
        return true;
    ahd_fn fn = preposition_at(s, w->i, &end);
    if (fn != AHD_FNS) {
        w->pending = fn;
        w->i = end;
        w->pending_end = end + PREPOSITION_REACH;
        return true;
    }
    if (ends_clause(w))
        return false;
    if (w->i >= w->pending_end)
        w->pending = AHD_FN_OBJ;
    take_clitic(w);
    w->i++;
    return true;
}

static void walk_right(ahd_scene *s)
{
    walk w = {s, s->trigger->end, s->trigger->end + RIGHT_REACH, AHD_FN_OBJ, 0,
              0};

    if (w.limit > s->sentence->end)
        w.limit = s->sentence->end;
    while (w.i < w.limit && step_right(&w))
        continue;
    s->clause_end = w.i;
}

/* ---------------------------------------------------------------- left */

/* The preposition that stands before token `first` on the left side. */
static ahd_fn left_fn(const ahd_scene *s, const ahd_mention *m)
{
    uint16_t pro = clitics_of(s->doc, m);
    uint32_t end;

    if (pro & AHD_PRO_BI)
        return AHD_FN_BI;
    if (pro & AHD_PRO_LI)
        return AHD_FN_TO;
    for (uint32_t back = 1; back <= 2 && m->first >= s->sentence->first + back;
         back++) {
        ahd_fn fn = preposition_at(s, m->first - back, &end);
        if (fn != AHD_FNS && end + 1 >= m->first)
            return fn;
    }
    return AHD_FN_OBJ;
}

/* «حوار جنيف»: a name that only says which agreement. */
static bool is_in_agreement(const ahd_scene *s, const ahd_mention *m)
{
    uint32_t i = ahd_look_ref_from(s->doc, m->first);

    return i > 0 && s->doc->agreements.items[i - 1].end > m->first &&
           left_fn(s, m) == AHD_FN_OBJ;
}

static void walk_left(ahd_scene *s)
{
    uint32_t m = ahd_look_mention_from(s->doc, s->trigger->first);
    uint32_t start = s->sentence->first;

    if (s->trigger->first > start + LEFT_REACH)
        start = s->trigger->first - LEFT_REACH;
    while (m-- > 0) {
        const ahd_mention *mention = &s->doc->mentions.items[m];
        if (mention->first < start)
            break;
        if (mention->end > s->trigger->first || is_in_agreement(s, mention))
            continue;
        add(s->left, &s->lefts,
            (ahd_scene_part){m, AHD_NONE, mention->first, mention->end,
                             (uint8_t)left_fn(s, mention), false});
    }
    for (uint32_t i = 0; i + 1 < s->lefts; i++) {
        ahd_scene_part *later = &s->left[i], *earlier = &s->left[i + 1];
        uint16_t pro =
            clitics_of(s->doc, &s->doc->mentions.items[later->mention]);
        later->joined = joins(s, earlier, later->first, pro);
    }
    /* A joined name shares the preposition of the first of its row. */
    for (uint32_t i = s->lefts; i-- > 0;)
        if (s->left[i].joined)
            s->left[i].fn = s->left[i + 1].fn;
}

void ahd_scene_read(ahd_scene *scene, const ahd_kb *kb, const ahd_doc *doc,
                    const ahd_hit *trigger)
{
    scene->kb = kb;
    scene->doc = doc;
    scene->trigger = trigger;
    scene->sentence =
        &doc->sentences.items[doc->tokens.items[trigger->first].sentence];
    scene->rights = scene->lefts = 0;
    scene->content = scene->relative = AHD_NONE;
    if (trigger->first > scene->sentence->first &&
        ahd_scene_is_class(scene, trigger->first - 1, AHD_CLASS_RELATIVE))
        scene->relative = trigger->first - 1;
    walk_right(scene);
    walk_left(scene);
}

const ahd_scene_part *ahd_scene_part_of(const ahd_scene *s, uint32_t mention)
{
    for (uint32_t i = 0; i < s->rights; i++)
        if (s->right[i].mention == mention)
            return &s->right[i];
    for (uint32_t i = 0; i < s->lefts; i++)
        if (s->left[i].mention == mention)
            return &s->left[i];
    return NULL;
}
