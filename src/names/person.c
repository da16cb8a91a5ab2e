#include "names/person.h"

#include "doc/look.h"
#include "names/body.h"
#include "names/named.h"
#include "names/reach.h"
#include "names/variant.h"

/* Folded words that join the parts of one Arabic name. */
static const char *const links[] = {"بن",  "ابن", "بنت", "ال", "ولد", "ابو",
                                    "ابي", "عبد", "ام",  "ذو", NULL};
static const char *const latin_links[] = {
    "al",  "el",  "bin", "ibn", "bint", "abu", "ben", "de", "van",
    "von", "der", "da",  "di",  "ould", "abd", "ul",  "ur", NULL};

uint32_t ahd_person_titles(const ahd_reader *r, uint32_t token, uint16_t *pro)
{
    uint32_t at = token;
    uint16_t allowed = *pro;
    const ahd_hit *hit;

    *pro = 0;
    while ((hit = ahd_reader_hit(r, at, AHD_TERM_TITLE, allowed)) != NULL) {
        if (at == token)
            *pro = hit->pro;
        at = hit->end;
        allowed = AHD_READER_NOUN;
        if (ahd_look_is(r->doc, at, ".") || ahd_look_is(r->doc, at, "/"))
            at++; /* د. فلان */
    }
    return at;
}

/* ---------------------------------------------------------- known persons */

/* The article of a surname is its own: the kb may know its word without one. */
static bool is_person(const ahd_reader *r, const ahd_hit *hit, uint16_t pro)
{
    return hit->kind == AHD_TERM_ACTOR &&
           (hit->pro & ~(pro | AHD_PRO_AL)) == 0 && !hit->suffix &&
           ahd_kb_actor_at(r->kb, hit->id)->type == AHD_ACTOR_PERSON;
}

/* A surname that is also a common word needs company: a title or office
 * before it, or the person's full name elsewhere. */
static bool is_licensed(const ahd_reader *r, const ahd_hit *hit,
                        ahd_person_license license)
{
    if (!ahd_reader_is_proper(r, hit))
        return false;
    return hit->end > hit->first + 1 || license == AHD_PERSON_SHORT ||
           license == AHD_PERSON_FULL ||
           !ahd_context_is_common(r->doc, hit->first) ||
           ahd_context_own(&r->context, hit->id) > 0;
}

/* "محمد بن سلمان" + "آل سعود": what a link adds is the same name. */
static uint32_t extend(const ahd_reader *r, uint32_t end)
{
    static const char *const more[] = {"بن", "ال", "bin", "al", NULL};

    for (int i = 0; i < 3 && ahd_reader_is_one(r, end, more); i++)
        if (end + 1 < r->doc->tokens.count &&
            r->doc->tokens.items[end + 1].kind == AHD_TOKEN_WORD)
            end += 2;
    return end;
}

static bool read_known(const ahd_reader *r, uint32_t token, uint16_t pro,
                       ahd_person_license license, ahd_mention *out)
{
    const ahd_token *t = &r->doc->tokens.items[token];
    const ahd_hit *best = NULL;
    ahd_choices choices = {0};

    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (!is_person(r, hit, pro) || !is_licensed(r, hit, license))
            continue;
        if (best && hit->end < best->end)
            break;
        best = best ? best : hit;
        if (choices.count < AHD_BODY_CHOICES &&
            (choices.count == 0 || choices.id[choices.count - 1] != hit->id))
            choices.id[choices.count++] = hit->id;
    }
    if (best == NULL)
        return false;
    *out = ahd_reader_mention(r, token, best->end, best->pro);
    out->name = out->at;
    ahd_body_choose(r, &choices, out);
    if (best->extra == AHD_NAME_TRANSLIT && ahd_reader_is_arabic(r, token) &&
        out->id != AHD_NONE) {
        bool near = ahd_variant_is_spelling(r, out->id, token, best->end);
        out->how = near ? AHD_HOW_VARIANT : AHD_HOW_FOLDED;
        out->score = near ? 0.85f : 0.95f;
    }
    uint32_t end = extend(r, best->end);
    *out =
        (end == best->end)
            ? *out
            : (ahd_mention){.at = ahd_reader_span(r, token, end, best->pro),
                            .name = ahd_reader_span(r, token, end, best->pro),
                            .first = token,
                            .end = end,
                            .sentence = out->sentence,
                            .id = out->id,
                            .how = out->how,
                            .score = out->score,
                            .post = AHD_NONE,
                            .of = AHD_NONE,
                            .same_as = AHD_NONE};
    return true;
}

/* -------------------------------------------------------- unknown persons */

/* Towns of the gazetteer bear names of people («سالم»), places named by hand
 * rarely. Finite verbs take neither article nor ب nor ك: "كيري" is no ك + يرى.
 * Names are often agents ("عادل") and months ("رجب"). */
static bool is_other_hit(const ahd_reader *r, const ahd_hit *hit)
{
    static const uint32_t verbs =
        1u << AHD_TERM_VERB | 1u << AHD_TERM_CUE | 1u << AHD_TERM_RULE;
    static const uint32_t names = 1u << AHD_TERM_TITLE | 1u << AHD_TERM_TOPIC;
    bool verb = (verbs & 1u << hit->kind) != 0;
    bool finite =
        verb && (hit->extra == AHD_FORM_PAST || hit->extra == AHD_FORM_PRESENT);

    if (hit->kind == AHD_TERM_ACTOR)
        return !is_person(r, hit, AHD_READER_ANY);
    if (hit->kind == AHD_TERM_ROLE)
        return hit->pro != 0 || hit->end > hit->first + 1 ||
               ahd_kb_role_at(r->kb, hit->id)->kind != AHD_ROLE_DEPUTY;
    if (hit->kind == AHD_TERM_TIME)
        return hit->id != AHD_TIME_WORD_HIJRI_MONTH;
    if (hit->kind == AHD_TERM_PLACE && hit->end == hit->first + 1)
        return ahd_kb_place_at(r->kb, hit->id)->people == 0;
    if (names & 1u << hit->kind || (verb && (hit->extra == AHD_FORM_AGENT ||
                                             hit->extra == AHD_FORM_PATIENT)))
        return false;
    return !finite || (hit->pro & (AHD_PRO_AL | AHD_PRO_BI | AHD_PRO_KA)) == 0;
}

/* "علي" is not «على», though both fold alike. */
static bool is_ali(const ahd_reader *r, uint32_t token)
{
    return ahd_str_eq(ahd_doc_words(r->doc, r->doc->tokens.items[token].at),
                      AHD_STR("علي"));
}

/* «لإيران» is ل and إيران, whatever else the kb knows; "وليد" is whole. */
static bool is_cut(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    return t->segments > 1 && t->segment != AHD_NONE &&
           r->doc->segments.items[t->segment].kind == AHD_SEGMENT_PROCLITIC;
}

/* A word that cannot be part of a name: it is something else in the kb, or
 * carries clitics before a word of the kb. */
static bool is_other_word(const ahd_reader *r, uint32_t token)
{
    static const uint32_t verbs =
        1u << AHD_TERM_VERB | 1u << AHD_TERM_CUE | 1u << AHD_TERM_RULE;
    const ahd_segment *host = ahd_look_host(r->doc, token);
    bool proper = host && host->pos == AHD_POS_PROPN;
    const ahd_token *t = &r->doc->tokens.items[token];
    bool whole = t->sym != 0 && !is_cut(r, token);

    for (uint32_t i = 0; i < t->hits && !is_ali(r, token); i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (proper && (verbs & 1u << hit->kind))
            continue; /* «نور» is no "he lit" when it is a name */
        if (!(whole && (hit->pro & ~AHD_PRO_AL)) && is_other_hit(r, hit))
            return true;
    }
    return false;
}

/* "ومنصور" after a name begins another; "كيري" and "وليد" are whole. */
static bool has_clitic(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];
    const uint16_t clitics = AHD_PRO_WA | AHD_PRO_FA | AHD_PRO_BI | AHD_PRO_LI;

    if (is_cut(r, token))
        return true;
    for (int i = 0; t->sym == 0 && i < t->readings; i++)
        if ((t->reading[i].pro & clitics) && !t->reading[i].suffix)
            return true;
    return false;
}

/* Letters that end a word with a pronoun ("بلاده") or, of long words, a
 * plural («الحاضرين», «العلاقات»): rarely a name. */
static bool is_inflected(ahd_str form)
{
    enum { LONG = 16 }; /* bytes: eight letters */
    static const char *const plurals[] = {"ين", "ون", "ات", NULL};
    static const char *const ends[] = {"اته", "ها",  "هم",  "اده",
                                       "ائه", "اره", "يره", NULL};

    for (const char *const *end = ends; *end; end++)
        if (ahd_str_ends(form, ahd_str_from(*end)))
            return true;
    for (const char *const *end = plurals; *end && form.len >= LONG; end++)
        if (ahd_str_ends(form, ahd_str_from(*end)) &&
            ahd_str_starts(form, AHD_STR("ال")))
            return true;
    return false;
}

/* «اللواء منصور التركي»: after a first name an adjective is a surname. */
static bool is_nisba(const ahd_reader *r, uint32_t token)
{
    uint32_t end;

    return ahd_look_has_pro(r->doc, token, AHD_PRO_AL) &&
           ahd_reader_demonym(r, token, &end) != AHD_NONE;
}

/* «خامنئي الدكتور علي»: of the name that follows. «أحمد السيد» is a name. */
static bool is_title(const ahd_reader *r, uint32_t token)
{
    const ahd_hit *hit =
        ahd_reader_hit(r, token, AHD_TERM_TITLE, AHD_READER_NOUN);

    return hit && (hit->pro & AHD_PRO_AL) && ahd_person_is_full(r, hit->end);
}

static bool is_name_word(const ahd_reader *r, uint32_t token, bool first)
{
    if (token >= r->doc->tokens.count)
        return false;
    const ahd_token *t = &r->doc->tokens.items[token];
    if (t->kind != AHD_TOKEN_WORD)
        return false;
    if (is_other_word(r, token))
        return !first && is_nisba(r, token);
    if (!first && is_title(r, token))
        return false;
    if (!(t->flags & AHD_TOKEN_ARABIC))
        return (t->flags & AHD_TOKEN_CAPITAL) != 0;
    bool article = ahd_str_starts(t->form, AHD_STR("ال"));
    return t->form.len >= 4 && !(first && article && t->form.len > 4) &&
           !is_inflected(t->form) && !has_clitic(r, token);
}

static bool has_article(const ahd_reader *r, uint32_t token)
{
    return ahd_str_starts(r->doc->tokens.items[token].form, AHD_STR("ال")) &&
           r->doc->tokens.items[token].form.len > 4;
}

/* «نور الدين», «نصر الله»: with the word before one part of a name. */
static const char *const second_parts[] = {"الدين", "الله", "الاسلام", NULL};

/* The end of one part of a name: "عبد الرحمن", "بن خليفة", "al-Sarraj". */
static uint32_t name_part(const ahd_reader *r, uint32_t at, bool first)
{
    bool arabic = ahd_reader_is_arabic(r, at);
    uint32_t end = at;

    while (ahd_reader_is_one(r, end, arabic ? links : latin_links))
        end++;
    if (end > at) /* after a link any word is part of the name */
        return end < r->doc->tokens.count &&
                       r->doc->tokens.items[end].kind == AHD_TOKEN_WORD
                   ? end + 1
                   : at;
    if (!is_name_word(r, at, first))
        return at;
    return at + 1 + ahd_reader_is_one(r, at + 1, second_parts);
}

/* After "أبو فلان": «ببلدة», «تفسيرا» go on with the sentence. */
static bool is_loose(const ahd_reader *r, uint32_t token)
{
    ahd_str form = r->doc->tokens.items[token].form;

    return ahd_str_starts(form, AHD_STR("ب")) ||
           ahd_str_ends(form, AHD_STR("ا"));
}

/* In Arabic a surname with its article ends the name; a third plain word is
 * as likely the next of the sentence, so it must be linked. */
static uint32_t unknown_end(const ahd_reader *r, uint32_t token,
                            uint32_t sentence_end, uint32_t *parts)
{
    uint32_t at = token, plain = 0;
    bool linked = false;

    for (*parts = 0; *parts < 5; ++*parts) {
        uint32_t end = name_part(r, at, *parts == 0);
        if (end == at || end > sentence_end ||
            ahd_reader_is_arabic(r, at) != ahd_reader_is_arabic(r, token))
            break;
        bool is_plain = end == at + 1;
        plain += is_plain;
        if (is_plain && ahd_reader_is_arabic(r, at) && !has_article(r, at) &&
            (plain > 2 || (linked && is_loose(r, at))))
            break;
        linked = !is_plain;
        bool last = *parts > 0 && has_article(r, end - 1) &&
                    !ahd_reader_is_one(r, end - 1, second_parts) &&
                    !ahd_look_is(r->doc, end - 2, "عبد");
        at = end;
        if (last) {
            ++*parts;
            break;
        }
    }
    return at;
}

static bool read_unknown(const ahd_reader *r, uint32_t token,
                         ahd_person_license license, ahd_mention *out)
{
    uint32_t sentence = r->doc->tokens.items[token].sentence, parts;
    uint32_t limit = r->doc->sentences.items[sentence].end;
    uint32_t end = unknown_end(r, token, limit, &parts);
    const ahd_named *named = ahd_named_at(r, token, AHD_NAMED_PERSON);

    if (named && named->end <= limit &&
        named->at.start == r->doc->tokens.items[token]
                               .at.start) { /* its borders are learned */
        end = named->end;
        parts = end - token;
    }
    bool place = parts == 1 && ahd_look_hit(r->doc, token, AHD_TERM_PLACE);
    if (parts < (license == AHD_PERSON_SHORT ? 1u : 2u) || place)
        return false;
    *out = ahd_reader_mention(r, token, end, 0);
    out->name = out->at;
    out->kind = AHD_MENTION_PERSON;
    return true;
}

bool ahd_person_read(const ahd_reader *r, uint32_t token, uint16_t pro,
                     ahd_person_license license, ahd_mention *out)
{
    if (token >= r->doc->tokens.count)
        return false;
    bool known = read_known(r, token, pro, license, out);
    if (known)
        out->kind = AHD_MENTION_PERSON;
    if (license == AHD_PERSON_KNOWN)
        return known;
    ahd_mention longer;
    if (known && out->end > out->first + 1)
        return true;
    /* "حسن فلان" is not the Hassan of the kb. */
    if (read_unknown(r, token, license, &longer) &&
        (!known || longer.end > out->end))
        *out = longer;
    else if (!known)
        return false;
    return true;
}

static bool ends_apposition(const ahd_reader *r, uint32_t token)
{
    return ahd_look_is_punct(r->doc, token) ||
           ahd_reader_class(r, token, AHD_CLASS_THAT);
}

bool ahd_person_is_apposed(const ahd_reader *r, uint32_t comma)
{
    static const char *const commas[] = {"،", ",", NULL};
    enum { LONGEST = 6 };

    if (!ahd_reader_is_one(r, comma, commas))
        return false;
    if (comma + 1 < r->doc->tokens.count &&
        ahd_str_starts(r->doc->tokens.items[comma + 1].form, AHD_STR("و")))
        return false; /* «، وفلان»: the next of a list */
    for (uint32_t i = comma + 2; i < comma + 2 + LONGEST; i++)
        if (ends_apposition(r, i))
            return true;
    return false;
}

static bool is_proper_noun(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *s = ahd_look_host(r->doc, token);

    return s && s->pos == AHD_POS_PROPN && !s->common &&
           !is_other_word(r, token);
}

bool ahd_person_is_full(const ahd_reader *r, uint32_t token)
{
    ahd_mention known;

    return ahd_person_read(r, token, AHD_READER_NOUN, AHD_PERSON_KNOWN,
                           &known) &&
           known.end > token + 1;
}

bool ahd_person_starts(const ahd_reader *r, uint32_t token)
{
    uint32_t at = token + ahd_person_is_apposed(r, token);
    uint16_t pro = AHD_READER_NOUN;
    ahd_mention known;

    return ahd_person_titles(r, at, &pro) > at || is_proper_noun(r, at) ||
           (ahd_person_read(r, at, 0,
                            at > token ? AHD_PERSON_FULL : AHD_PERSON_KNOWN,
                            &known) &&
            known.end > at + 1);
}

/* ------------------------------------------------------------------ posts */

void ahd_person_fill_post(const ahd_reader *r, ahd_mention *m)
{
    if (m->id == AHD_NONE || m->post != AHD_NONE)
        return;
    uint32_t p = ahd_context_post(&r->context, m->id);
    if (p == AHD_NONE)
        return;
    const ahd_post *post = ahd_kb_post_at(r->kb, p);
    m->post = post->role;
    m->of = post->of;
}

bool ahd_person_holds(const ahd_reader *r, uint32_t person,
                      const ahd_office *office)
{
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&r->kb->posts_of, person, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, posts[i]);
        ahd_office any = *office;
        if (ahd_office_is_post(r, office, post))
            return true;
        any.of = AHD_NONE;
        if (office->alone && ahd_office_is_post(r, &any, post))
            return true;
    }
    return false;
}

/* Could the post be the office, whosever that is said to be? */
static bool may_be_office(const ahd_reader *r, const ahd_office *office,
                          const ahd_post *post)
{
    ahd_office any = *office;

    any.of = AHD_NONE;
    if (!ahd_office_is_post(r, &any, post) || post->of == AHD_KB_NONE)
        return false;
    return office->of == AHD_NONE || ahd_office_is_post(r, office, post) ||
           ahd_context_country_of(&r->context, post->of) ==
               ahd_context_country_of(&r->context, office->of);
}

/* An office without owner («المتحدث باسم الجيش» has one, «الوزير» has not)
 * is that of the kb, when the person held such a one: one of the very name
 * before a kindred one, one of the day before a former one. */
void ahd_person_set_office(const ahd_reader *r, const ahd_office *office,
                           ahd_mention *m)
{
    enum { NAMED = 2, OF_THE_DAY = 1 };
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&r->kb->posts_of, m->id, &count);
    int best = -1;

    m->post = office->role;
    m->of = office->of;
    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, posts[i]);
        bool on = ahd_context_is_on(&r->context, post->since, post->until);
        int fit =
            (post->role == office->role ? NAMED : 0) + (on ? OF_THE_DAY : 0);
        if (fit <= best || !may_be_office(r, office, post))
            continue;
        m->of = ahd_office_seat(r, post->role, post->of);
        best = fit;
    }
}
