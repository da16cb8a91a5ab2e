#include "quotes/cue.h"

#include "doc/look.h"
#include "quotes/marks.h"

/* Does the phrase end inside a name? «ذكرت وكالة» must leave «وكالة الأنباء
 * القطرية» whole. */
static bool cuts_name(const ahd_quoting *f, const ahd_hit *hit)
{
    uint32_t m = ahd_look_mention_at(f->doc, hit->end - 1);

    return m != AHD_NONE && f->doc->mentions.items[m].end > hit->end - 1;
}

bool ahd_cue_is_finite(const ahd_hit *cue)
{
    return cue->extra == AHD_FORM_PAST || cue->extra == AHD_FORM_PRESENT ||
           cue->extra == AHD_FORM_BASE;
}

/* «نقلت الوكالة عن المصدر تأكيده»: «عن» somewhere before it, not just before
 * («عن أمله»); or a person («واستشهدت بالوزير تأكيده»). */
static bool is_told_on(const ahd_quoting *f, const ahd_hit *cue)
{
    enum { FROM_REACH = 20 };
    uint32_t stop = f->s->first;

    if (cue->first > stop + FROM_REACH)
        stop = cue->first - FROM_REACH;
    for (uint32_t i = cue->first; i-- > stop;)
        if (ahd_look_is(f->doc, i, "عن"))
            return i + 1 < cue->first;
    uint32_t m =
        cue->first > 0 ? ahd_look_mention_at(f->doc, cue->first - 1) : AHD_NONE;
    return m != AHD_NONE && f->doc->mentions.items[m].end == cue->first &&
           f->doc->mentions.items[m].kind == AHD_MENTION_PERSON;
}

/* A masdar is a word of saying only with its speaker's pronoun: «تأكيده»; an
 * agent only as «مؤكدا», not «مدينة». */
static bool is_saying(const ahd_quoting *f, const ahd_hit *cue)
{
    bool article = cue->extra != AHD_FORM_NONE && cue->pro & AHD_PRO_AL;

    if (cue->extra == AHD_FORM_MASDAR)
        return ahd_quoting_is_arabic(f, cue->first) && cue->suffix &&
               !(cue->pro & ~AHD_PRO_AL) && is_told_on(f, cue);
    if (cue->extra == AHD_FORM_AGENT && ahd_quoting_is_arabic(f, cue->first))
        return !cue->suffix && !article && ahd_cue_goes_on(f, cue);
    return cue->extra != AHD_FORM_PATIENT && !article;
}

/* «نرى», «أكدناه»: whoever is quoted speaks of himself. By the letters: «أكدت»
 * may be read as the first person too. */
static bool is_first_person(const ahd_quoting *f, const ahd_hit *cue)
{
    const ahd_token *t = &f->doc->tokens.items[cue->first];
    ahd_str verb = t->readings ? t->reading[0].host : t->form;

    if (!ahd_quoting_is_arabic(f, cue->first))
        return cue->first > 0 && (ahd_look_is(f->doc, cue->first - 1, "i") ||
                                  ahd_look_is(f->doc, cue->first - 1, "we"));
    return cue->extra == AHD_FORM_PRESENT
               ? ahd_str_starts(verb, AHD_STR("ن"))
               : ahd_str_ends(verb, AHD_STR("نا")) ||
                     ahd_str_ends(t->form, AHD_STR("ناه"));
}

/* «هدنة أعلنتها الأمم المتحدة», «ما قاله», «الاتفاق الذي رحبت به»: told of, not
 * said here. */
static bool is_taken_up(const ahd_quoting *f, const ahd_hit *cue)
{
    uint32_t next = ahd_quoting_skip(f, cue->end, f->s->end);
    uint32_t c = ahd_quoting_chunk(f, cue->first);
    bool relative =
        c != AHD_NONE && f->doc->chunks.items[c].link == AHD_LINK_RELATIVE;

    if (cue->first > f->s->first)
        relative |= ahd_quoting_is_class(f, cue->first - 1, AHD_CLASS_RELATIVE);
    return relative && next < f->s->end &&
           (cue->suffix || ahd_quoting_is_resumed(f, next)) &&
           !ahd_quoting_is_class(f, next, AHD_CLASS_THAT);
}

/* «رسالة تحث على»: a verb that only describes a noun, which is nobody. */
static bool describes(const ahd_quoting *f, const ahd_hit *cue,
                      const ahd_chunk *chunk)
{
    uint32_t subject = ahd_quoting_subject(f, cue->first);

    if (chunk->link != AHD_LINK_RELATIVE || chunk->of == AHD_NONE ||
        (subject != AHD_NONE && ahd_quoting_first(f, subject) >= cue->end))
        return false; /* «في وقت دعا الوزير …» */
    uint32_t noun = ahd_quoting_first(f, chunk->of);
    return ahd_look_mention_at(f->doc, noun) == AHD_NONE;
}

/* «عن أمله», «تريد أن ترى»: no statement of its own. */
static bool is_governed(const ahd_quoting *f, const ahd_hit *cue)
{
    static const ahd_class prepositions[] = {AHD_CLASS_ABOUT, AHD_CLASS_TO,
                                             AHD_CLASS_ON, AHD_CLASS_FROM};
    uint32_t before = cue->first - 1;

    if (cue->first > f->s->first && ahd_marks_opens(f->doc, before))
        return true; /* «أن تطوير الأسلحة "يهدد …"» */
    if (cue->first == f->s->first || cue->pro ||
        !ahd_quoting_is_arabic(f, cue->first))
        return false;
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (ahd_quoting_is_class(f, before, prepositions[i]))
            return true;
    const ahd_hit *after =
        before > f->s->first ? ahd_look_hit_id(f->doc, before - 1,
                                               AHD_TERM_CLASS, AHD_CLASS_AFTER)
                             : NULL;
    if (after && after->end == cue->first && cue->id == AHD_CUE_DEMAND)
        return true; /* «بعد أن طلب» */
    return ahd_look_is(f->doc, before, "في") ||
           (cue->extra == AHD_FORM_PRESENT &&
            ahd_look_is(f->doc, cue->first - 1, "ان"));
}

/* «بيان نشر على موقعها»: where it stands, not what it says. */
static bool is_published(const ahd_quoting *f, const ahd_hit *cue)
{
    return cue->id == AHD_CUE_ANNOUNCE &&
           ahd_quoting_subject(f, cue->first) == AHD_NONE &&
           (ahd_quoting_is_class(f, cue->end, AHD_CLASS_ON) ||
            ahd_quoting_is_class(f, cue->end, AHD_CLASS_IN));
}

/* Is it a verb here, and is something said by it? */
static bool is_said(const ahd_quoting *f, const ahd_hit *cue)
{
    const ahd_segment *host = ahd_look_host(f->doc, cue->first);
    uint32_t c = ahd_quoting_chunk(f, cue->first);

    if (!ahd_cue_is_finite(cue))
        return cue->end > cue->first + 1 || !is_governed(f, cue);
    if (host == NULL)
        return true;
    if (host->pos != AHD_POS_VERB && host->pos != AHD_POS_AUX)
        return false;
    if (cue->pro & (AHD_PRO_SA | AHD_PRO_LI | AHD_PRO_BI | AHD_PRO_KA) ||
        is_first_person(f, cue) || is_taken_up(f, cue) || is_governed(f, cue))
        return false;
    if (c == AHD_NONE)
        return true;
    const ahd_chunk *chunk = &f->doc->chunks.items[c];
    bool arabic = ahd_quoting_is_arabic(f, cue->first);
    bool passive = chunk->passive && (!arabic || is_published(f, cue));
    return !chunk->negated && !passive && !describes(f, cue, chunk) &&
           !(cue->extra == AHD_FORM_BASE && cue->first > 0 &&
             ahd_look_is(f->doc, cue->first - 1, "to"));
}

const ahd_hit *ahd_cue_at(const ahd_quoting *f, uint32_t token)
{
    const ahd_token *t = &f->doc->tokens.items[token];

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &f->doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_CLASS && hit->id == AHD_CLASS_DISTANCE)
            return NULL; /* «على حد قوله», «ما وصفه» */
        if (hit->kind != AHD_TERM_CUE || cuts_name(f, hit) ||
            !is_saying(f, hit))
            continue;
        if (hit->id == AHD_CUE_NO)
            return NULL;
        if (is_said(f, hit))
            return hit;
    }
    return NULL;
}

bool ahd_cue_goes_on(const ahd_quoting *f, const ahd_hit *cue)
{
    const ahd_doc *doc = f->doc;

    if (cue->id == AHD_CUE_VIA || ahd_cue_is_finite(cue) ||
        cue->extra == AHD_FORM_MASDAR)
        return false;
    if (cue->first > 0 && ahd_look_is_punct(doc, cue->first - 1))
        return true;
    if (!ahd_quoting_is_arabic(f, cue->first))
        return false;
    return ahd_str_ends(doc->tokens.items[cue->first].form, AHD_STR("ا")) ||
           ahd_quoting_is_class(f, cue->end, AHD_CLASS_THAT) ||
           ahd_quoting_is_class(f, cue->end + 1, AHD_CLASS_THAT) ||
           ahd_marks_opens(doc, cue->end);
}

uint32_t ahd_cue_end(const ahd_quoting *f, const ahd_hit *cue)
{
    if (cue->id != AHD_CUE_VIA || cue->end >= f->s->end)
        return cue->end;
    const ahd_hit *verb = ahd_look_hit(f->doc, cue->end, AHD_TERM_CUE);
    return verb && ahd_cue_is_finite(verb) ? verb->end : cue->end;
}
