#include "names/namesake.h"

#include "doc/look.h"
#include "names/head.h"
#include "names/named.h"

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

/* "Carol Jordan": the last word of what reads like a person's name. */
static bool is_surname(const ahd_reader *r, const ahd_mention *m)
{
    enum { MOST_NAMES = 3 };
    uint32_t stop = m->first > MOST_NAMES ? m->first - MOST_NAMES : 0;

    if (m->end != m->first + 1 || !ahd_reader_is_latin(r, m->first))
        return false;
    for (uint32_t at = m->first; at-- > stop;) {
        const ahd_named *name = ahd_named_at(r, at, AHD_NAMED_PERSON);
        if (name && name->end == m->end)
            return true;
    }
    return false;
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
