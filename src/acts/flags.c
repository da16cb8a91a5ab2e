#include "acts/flags.h"

#include "doc/look.h"
#include "kb/kb.h"

/* «عقب» governs what follows it this far. */
enum { AFTER_REACH = 10 };

static bool is_after(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_hit_id(doc, token, AHD_TERM_CLASS, AHD_CLASS_AFTER) &&
           !ahd_look_hit_id(doc, token, AHD_TERM_CLASS, AHD_CLASS_BEFORE);
}

/* The word "after" that governs token `i`; AHD_NONE when there is none or
 * another clause begins between. */
static uint32_t after_before(const ahd_doc *doc, uint32_t i, uint32_t start)
{
    for (uint32_t back = 1; back <= AFTER_REACH && i >= start + back; back++) {
        uint32_t token = i - back;
        if (is_after(doc, token))
            return token;
        if (ahd_look_is(doc, token, "،") || ahd_look_is(doc, token, ","))
            return AHD_NONE;
    }
    return AHD_NONE;
}

/* Is there a past act in the sentence before `token`, which cannot then come
 * after something that is still to be? */
static bool tells_past(const ahd_doc *doc, const ahd_sentence *s,
                       uint32_t token)
{
    for (uint32_t i = s->first; i < token; i++) {
        const ahd_hit *verb = ahd_look_hit(doc, i, AHD_TERM_VERB);
        if (verb &&
            (verb->extra == AHD_FORM_PAST || verb->extra == AHD_FORM_MASDAR))
            return true;
    }
    return false;
}

void ahd_flags_find(ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->times.count; i++) {
        const ahd_time *t = &doc->times.items[i];
        const ahd_sentence *s = &doc->sentences.items[t->sentence];
        if (t->ahead <= 0)
            continue;
        uint32_t after = after_before(doc, t->first, s->first);
        if (after == AHD_NONE || !tells_past(doc, s, after))
            continue;
        *ahd_vec_push(doc->arena, &doc->flags) = (ahd_flag){
            ahd_look_span(doc, after, t->end),
            AHD_STR("what is told as past is said to come after what is "
                    "still to come")};
    }
}
