#include "names/gender.h"

#include "base/utf8.h"
#include "doc/look.h"
#include "lang/lexicon.h"
#include "names/reach.h"

/* ------------------------------------------------------------ single words */

/* The gender that all words of a form have. */
static unsigned gender_of_form(const ahd_lexicon *l, ahd_lexicon_at at)
{
    uint32_t row = ahd_lexicon_rows(l, at);
    unsigned gender = 0;
    ahd_lexicon_row word;

    while (ahd_lexicon_next(l, &row, &word)) {
        unsigned of_word = AHD_FEAT(word.tag->feats, GENDER);
        if (word.tag->pos != AHD_POS_PROPN || of_word == 0)
            continue;
        if (gender != 0 && gender != of_word)
            return 0;
        gender = of_word;
    }
    return gender;
}

/* The gender of an Arabic given name, by the lexicon. */
static unsigned gender_of_name(const ahd_reader *r, ahd_str name)
{
    ahd_lexicon l = ahd_lexicon_open(r->kb->lang);
    ahd_lexicon_at walk = {l.root, 0};

    for (size_t at = 0; at < name.len;) {
        ahd_code letter = ahd_lexicon_letter(ahd_utf8_next(name, &at));
        if (letter.code == AHD_CODE_MARK)
            continue;
        if (letter.code == AHD_CODE_NONE ||
            !ahd_lexicon_step(&l, &walk, letter.code))
            return 0;
    }
    return l.words > 0 && ahd_lexicon_ends(&l, walk) ? gender_of_form(&l, walk)
                                                     : 0;
}

static unsigned gender_of_token(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *s = ahd_look_host(r->doc, token);

    return s ? AHD_FEAT(s->feats, GENDER) : 0;
}

/* «السيدة», "Mrs", "spokeswoman": one of its first words tells. */
static unsigned gender_of_words(const ahd_reader *r, const ahd_mention *m)
{
    for (uint32_t i = m->first; i < m->end && i < m->first + 4; i++) {
        if (ahd_look_hit_id(r->doc, i, AHD_TERM_CLASS, AHD_CLASS_FEMININE))
            return AHD_FEMININE;
        if (ahd_look_hit_id(r->doc, i, AHD_TERM_CLASS, AHD_CLASS_MASCULINE))
            return AHD_MASCULINE;
        ahd_str form = r->doc->tokens.items[i].form;
        if (ahd_str_ends(form, AHD_STR("woman")))
            return AHD_FEMININE;
        if (ahd_str_ends(form, AHD_STR("sman"))) /* "spokesman" */
            return AHD_MASCULINE;
    }
    return 0;
}

/* ----------------------------------------------------------------- persons */

/* «وزيرة الخارجية»; a name of the registry, by its first word. */
static unsigned gender_of_person(const ahd_reader *r, const ahd_mention *m)
{
    bool arabic = ahd_reader_is_arabic(r, m->first);
    unsigned gender = arabic ? gender_of_token(r, m->first) : 0;

    if (gender == 0 && m->id != AHD_NONE) {
        ahd_str name = ahd_kb_str(r->kb, ahd_kb_actor_at(r->kb, m->id)->ar);
        gender = gender_of_name(r, ahd_str_cut(&name, ' '));
    }
    return gender;
}

/* ------------------------------------------------------------------ others */

/* A state is feminine, but for some, most of them with an article. */
static unsigned gender_of_state(const ahd_reader *r, const ahd_mention *m)
{
    ahd_str form = r->doc->tokens.items[m->first].form;

    if (ahd_look_is(r->doc, m->first, "لبنان"))
        return AHD_MASCULINE;
    if (!ahd_look_has_pro(r->doc, m->first, AHD_PRO_AL) ||
        ahd_str_ends(form, AHD_STR("يه")))
        return AHD_FEMININE;
    return 0;
}

unsigned ahd_gender_of(const ahd_reader *r, const ahd_mention *m)
{
    unsigned said = gender_of_words(r, m);

    if (said != 0)
        return said;
    if (m->kind == AHD_MENTION_PERSON || m->kind == AHD_MENTION_ROLE)
        return gender_of_person(r, m);
    if (m->kind == AHD_MENTION_STATE)
        return gender_of_state(r, m);
    const ahd_segment *s = ahd_look_host(r->doc, m->first);
    return s && s->pos == AHD_POS_NOUN ? AHD_FEAT(s->feats, GENDER) : 0;
}
