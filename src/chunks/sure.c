#include "chunks/sure.h"

#include "chunks/attach.h"

enum { NEAR = AHD_NOUN_NEAR };

/* «وزير الخارجية سامح شكري», «العاصمة الليبية طرابلس» */
static bool name_what_stands_before(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t titles = AHD_GRAMMAR_TITLE | AHD_GRAMMAR_PLACE | AHD_GRAMMAR_GROUP;
    uint32_t at = n->before;
    bool aside = at == AHD_NONE && n->is & AHD_JOINT_COMMA &&
                 !(n->is & AHD_JOINT_AND); /* "..., Ahmed" */
    bool person = n->head.classes & AHD_GRAMMAR_PERSON &&
                  !(n->head.is & (AHD_DUTY_ARTICLE | AHD_DUTY_ACCUSATIVE));

    if ((!ahd_noun_is_name(n->w, n->k) && !person) ||
        (ahd_noun_at(n->w, at) && ahd_noun_is_name(n->w, at) &&
         ahd_strand_chunk(s, at)->link != AHD_LINK_ATTRIBUTE))
        return false;
    if (aside)
        at = ahd_attach_last_noun(n->w, n->k);
    if (!aside && ahd_noun_at(n->w, at) && s->joints[at].classes & titles &&
        (!ahd_strand_segment(s, n->c->head)->known ||
         ahd_weave_agrees(n->w, at, n->k)))
        return ahd_noun_say(n, AHD_LINK_APPOSITION, at);
    /* «المتحدث باسم الجيش أحمد المسماري» */
    for (int i = 0; i < NEAR && ahd_noun_at(n->w, at); i++) {
        if (ahd_strand_chunk(s, at)->link != AHD_LINK_ATTRIBUTE)
            return s->joints[at].classes & AHD_GRAMMAR_TITLE &&
                   (i > 0 || aside) && ahd_noun_say(n, AHD_LINK_APPOSITION, at);
        at = ahd_strand_chunk(s, at)->of;
    }
    return false;
}

/* «المتحدث باسم الجيش العقيد أحمد المسماري»: a rank between a title and a name.
 */
static bool is_rank(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t at = n->before;
    bool named = ahd_strand_duty(s, n->c->end).is & AHD_DUTY_NAME ||
                 s->duty[n->c->end - 1].is & AHD_DUTY_NAME;

    if (!(n->head.classes & AHD_GRAMMAR_RANK &&
          n->head.is & AHD_DUTY_ARTICLE) ||
        !named)
        return false;
    for (int i = 0; i < NEAR && ahd_noun_at(n->w, at); i++) {
        if (s->joints[at].classes & AHD_GRAMMAR_TITLE)
            return ahd_noun_say(n, AHD_LINK_APPOSITION, at);
        at = ahd_strand_chunk(s, at)->of;
    }
    return false;
}

/* «حركة "الشباب المجاهدين"» */
static bool is_quoted_name(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t at = n->before;

    return n->is & AHD_JOINT_QUOTE && ahd_noun_at(n->w, at) &&
           s->duty[ahd_strand_chunk(s, at)->end - 1].classes &
               (AHD_GRAMMAR_GROUP | AHD_GRAMMAR_PLACE) &&
           ahd_noun_say(n, AHD_LINK_APPOSITION, at);
}

/* «الحرب الدائرة في البلاد»: a participle with the article after a noun of its
 * gender and number that has it too. */
static bool is_participle(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t one = ahd_strand_segment(s, n->c->head)->feats, other;

    if (!ahd_noun_at(n->w, n->before) ||
        AHD_FEAT(one, VERBAL) < AHD_PARTICIPLE || !s->arabic ||
        !(n->head.is & AHD_DUTY_ARTICLE) ||
        !(s->joints[n->before].is & AHD_JOINT_DEFINITE) ||
        n->head.classes & (AHD_GRAMMAR_TITLE | AHD_GRAMMAR_TIME) ||
        n->k + 1 >= s->doc->chunks.count || n->c[1].prep == AHD_NONE ||
        n->c->end != n->c->first + 1)
        return false;
    other = ahd_strand_segment(s, ahd_strand_chunk(s, n->before)->head)->feats;
    return AHD_FEAT(one, GENDER) == AHD_FEAT(other, GENDER) &&
           AHD_FEAT(one, NUMBER) == AHD_FEAT(other, NUMBER) &&
           ahd_noun_say(n, AHD_LINK_APPOSITION, n->before);
}

/* «اعتقلت الشرطة عشرين شخصا»: so many, after the subject. */
static bool is_counted(ahd_noun *n)
{
    const ahd_open *o = n->o;
    const ahd_strand *s = n->w->s;

    return s->arabic && s->duty[n->c->first].kind == AHD_DUTY_NUMBER &&
           n->c->first < n->c->head && !(n->classes & AHD_GRAMMAR_TIME) &&
           !(n->is & (AHD_JOINT_AND | AHD_JOINT_COMMA)) &&
           o->predicate != AHD_NONE && o->object == AHD_NONE &&
           n->before == o->subject && n->before != AHD_NONE &&
           ahd_strand_chunk(s, n->before)->of == o->predicate &&
           ahd_strand_chunk(s, o->predicate)->kind == AHD_CHUNK_VERB &&
           !(s->joints[o->predicate].classes &
             (AHD_GRAMMAR_BE | AHD_GRAMMAR_BECOME)) &&
           ahd_noun_say(n, AHD_LINK_OBJECT, o->predicate);
}

/* «نفت الجماعة ذلك»: what was spoken of, when the verb has all but an object.
 */
static bool is_that(ahd_noun *n)
{
    const ahd_open *o = n->o;

    return n->w->s->arabic && n->head.kind == AHD_DUTY_PRONOUN &&
           n->head.classes & AHD_GRAMMAR_THIS && n->c->end == n->c->first + 1 &&
           o->predicate != AHD_NONE &&
           !(n->is & (AHD_JOINT_AND | AHD_JOINT_COMMA)) &&
           o->subject != AHD_NONE && o->object == AHD_NONE &&
           n->before == o->subject &&
           ahd_strand_chunk(n->w->s, o->predicate)->kind == AHD_CHUNK_VERB &&
           !(n->w->s->joints[o->predicate].classes &
             (AHD_GRAMMAR_BE | AHD_GRAMMAR_BECOME)) &&
           ahd_noun_say(n, AHD_LINK_OBJECT, o->predicate);
}

bool ahd_sure_bare(ahd_noun *n)
{
    return name_what_stands_before(n) || is_rank(n) || is_quoted_name(n) ||
           is_participle(n) || is_counted(n) || is_that(n);
}

/* --------------------------------------------------------------- with prep */

/* «اعتقل من قبل الشرطة», «على يد»: who did what a passive says was done. */
static bool is_agent(const ahd_noun *n)
{
    static const struct agent {
        const char *prep, *noun;
    } agents[] = {{"من", "قبل"},
                  {"من", "جانب"},
                  {"من", "طرف"},
                  {"على", "يد"},
                  {"على", "أيدي"}};
    const ahd_strand *s = n->w->s;

    for (size_t i = 0; i < sizeof agents / sizeof *agents; i++)
        if (ahd_strand_is(s, n->c->prep, agents[i].prep) &&
            ahd_strand_is(s, n->c->prep + 1, agents[i].noun))
            return n->o->predicate != AHD_NONE;
    return false;
}

/* «70 % من», «اتفاقا بين», «المبعوث الخاص إلى ليبيا», «السفير لدى», «المتحدث
 * باسم» */
static bool is_noun_own(const ahd_noun *n)
{
    const ahd_strand *s = n->w->s;

    if (ahd_noun_at(n->w, n->before) && n->before != n->o->predicate &&
        ahd_strand_is(s, n->c->prep, "بين") &&
        !ahd_noun_is_name(n->w, n->before) &&
        s->duty[ahd_strand_chunk(s, n->before)->head].kind == AHD_DUTY_NOUN)
        return true;
    if (ahd_noun_at(n->w, n->before) && ahd_strand_is(s, n->c->prep, "من") &&
        s->duty[ahd_strand_chunk(s, n->before)->head].kind == AHD_DUTY_NUMBER)
        return true;
    return ahd_noun_at(n->w, n->before) &&
           s->joints[n->before].classes & AHD_GRAMMAR_TITLE &&
           (ahd_strand_is(s, n->c->prep, "إلى") ||
            ahd_strand_is(s, n->c->prep, "لدى") ||
            (ahd_strand_is(s, n->c->prep, "ب") &&
             ahd_strand_is(s, n->c->head, "اسم")));
}

/* «قال ... في بيان»: the nearest that somebody says. */
static bool is_where_said(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t of;

    if (!(n->head.classes & AHD_GRAMMAR_SPEECH) || n->is & AHD_JOINT_AND ||
        !s->arabic ||
        !(ahd_strand_is(s, n->c->prep, "في") ||
          ahd_strand_is(s, n->c->prep, "خلال")))
        return false;
    for (uint32_t i = n->w->depth; i-- > 0;) {
        of = n->w->open[i].predicate;
        if (of != AHD_NONE && s->joints[of].classes & AHD_GRAMMAR_SAY)
            return ahd_noun_say(n, AHD_LINK_OBLIQUE, of);
        if (n->w->open[i].kind == AHD_CLAUSE_COMPLEMENT)
            break;
    }
    return false;
}

/* «بحسب التقرير», «وفق ما أعلن»: of all that the sentence says. */
static bool is_source(ahd_noun *n)
{
    const ahd_strand *s = n->w->s;
    uint32_t of = n->w->open[0].predicate, at = n->c->prep;

    if (!s->arabic || of == AHD_NONE || n->is & AHD_JOINT_AND)
        return false;
    if (ahd_strand_is(s, at, "ب"))
        at++;
    return (ahd_strand_is(s, at, "حسب") || ahd_strand_is(s, at, "وفق")) &&
           ahd_noun_say(n, AHD_LINK_OBLIQUE, of);
}

/* «تم توقيع الاتفاق في الدوحة»: where and when, of a masdar that a light verb
 * made the predicate. */
static bool is_where_done(ahd_noun *n)
{
    static const char *const list[] = {"في", "خلال", "بعد", "قبل", "منذ"};
    const ahd_strand *s = n->w->s;

    if (!s->arabic || n->before == AHD_NONE || n->before != n->o->predicate ||
        !ahd_noun_at(n->w, n->before) || n->before == s->base ||
        s->doc->chunks.items[n->before - 1].link != AHD_LINK_SUPPORT)
        return false;
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (ahd_strand_is(s, n->c->prep, list[i]))
            return ahd_noun_say(n, AHD_LINK_OBLIQUE, n->before);
    return false;
}

bool ahd_sure_preposition(ahd_noun *n)
{
    if (is_where_done(n) || is_where_said(n) || is_source(n))
        return true;
    if (is_agent(n))
        return ahd_noun_say(n, AHD_LINK_OBLIQUE, n->o->predicate);
    return is_noun_own(n) && ahd_noun_say(n, AHD_LINK_ATTRIBUTE, n->before);
}
