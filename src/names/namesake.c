#include "names/namesake.h"

#include "doc/look.h"
#include "names/head.h"
#include "names/reach.h"

/* «كأس الملك»: in idafa with the noun before it. */
static bool is_after_noun(const ahd_reader *r, const ahd_mention *m)
{
    const ahd_token *t = &r->doc->tokens.items[m->first];

    return m->first > 0 && m->at.start == t->at.start &&
           t[-1].sentence == m->sentence && ahd_head_is_dedicated(r, m->first);
}

/* "the Carter Center", with a capital. */
static bool is_before_noun(const ahd_reader *r, const ahd_mention *m)
{
    return m->end < r->doc->tokens.count && ahd_reader_is_latin(r, m->end) &&
           (r->doc->tokens.items[m->end].flags & AHD_TOKEN_CAPITAL) &&
           ahd_look_hit_id(r->doc, m->end, AHD_TERM_CLASS, AHD_CLASS_NAMESAKE);
}

/* "Carol Jordan": a name before it that is no word and nothing else. */
static bool is_surname(const ahd_reader *r, const ahd_mention *m)
{
    if (m->end != m->first + 1 || m->first == 0 ||
        !ahd_reader_is_latin(r, m->first))
        return false;
    const ahd_token *before = &r->doc->tokens.items[m->first - 1];
    const ahd_segment *s = ahd_look_host(r->doc, m->first - 1);
    return before->sentence == m->sentence && before->hits == 0 &&
           (before->flags & AHD_TOKEN_CAPITAL) &&
           ahd_reader_is_latin(r, m->first - 1) && s &&
           s->pos == AHD_POS_PROPN && !s->common;
}

bool ahd_namesake_is(const ahd_reader *r, const ahd_mention *m)
{
    switch (m->kind) {
    case AHD_MENTION_PERSON:
    case AHD_MENTION_ROLE:
        return is_after_noun(r, m) || is_before_noun(r, m);
    case AHD_MENTION_STATE:
        return is_surname(r, m);
    default:
        return false;
    }
}
