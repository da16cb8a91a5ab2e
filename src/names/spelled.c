#include "names/spelled.h"

#include "doc/look.h"
#include "lang/fold.h"
#include "lang/skeleton.h"
#include "names/bearer.h"
#include "names/namesake.h"
#include "names/near.h"
#include "names/person.h"
#include "names/reach.h"

#include <string.h>

enum { LONGEST_NAME = 5, LEAST = 3 }; /* words; consonants of one alone */

/* How far apart: Arabic writes the long vowels, so a letter less of them is
 * mostly another name («الحجيري», «الهجري»). */
static float almost(ahd_str word)
{
    bool latin = word.len > 0 && (unsigned char)word.ptr[0] < 0x80;

    return latin ? 0.12f : 0.08f;
}

/* A capital of Latin; of Arabic, what its sentence reads as a proper noun. */
static bool is_name(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    if (t->kind != AHD_TOKEN_WORD)
        return false;
    if (!(t->flags & AHD_TOKEN_ARABIC))
        return (t->flags & AHD_TOKEN_CAPITAL) != 0;
    const ahd_segment *host = ahd_look_host(r->doc, token);
    return host && host->pos == AHD_POS_PROPN;
}

static uint32_t start_of(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *host =
        ahd_reader_is_arabic(r, token) ? ahd_look_host(r->doc, token) : NULL;

    return host ? host->at.start : r->doc->tokens.items[token].at.start;
}

/* The longest name of the registry that starts at `token` and ends by `end`. */
static bool read_name(const ahd_reader *r, uint32_t token, uint32_t end,
                      ahd_mention *out)
{
    static const ahd_gate gate = {
        .kind = AHD_MENTION_PERSON, .role = AHD_NONE, .of = AHD_NONE};

    for (; end >= token + 2; end--) {
        *out = ahd_reader_mention(r, token, end, 0);
        uint32_t start = start_of(r, token);
        out->at.len = ahd_span_end(out->at) - start;
        out->at.start = start;
        out->name = out->at;
        out->kind = AHD_MENTION_PERSON;
        ahd_str words = ahd_doc_words(r->doc, out->name);
        if (ahd_bearer_find(r, ahd_fold(r->scratch, words), &gate, out)) {
            ahd_person_fill_post(r, out);
            return true;
        }
    }
    return false;
}

/* «أبو محمد المقدسي» is no «محمد المقدسي». */
static bool is_inside(const ahd_reader *r, uint32_t token)
{
    static const char *const links[] = {"ابو", "ابي", "ابا",  "ام",
                                        "بن",  "ابن", "وابو", "بابو",
                                        "abu", "bin", "ibn",  NULL};

    return token > 0 && ahd_reader_is_one(r, token - 1, links);
}

/* The end of the row of names at `token`, before `limit`. */
static uint32_t row_end(const ahd_reader *r, uint32_t token, uint32_t limit)
{
    uint32_t end = token;

    while (end < limit && end < token + LONGEST_NAME && is_name(r, end))
        end++;
    return end;
}

/* ------------------------------------------------------------ one word */

/* Is the actor called so, by one word? "Gaddafi": yes, by his name rows. */
static bool is_called(const ahd_reader *r, uint32_t actor, ahd_str word)
{
    uint32_t count;
    const uint32_t *names = ahd_kb_rows(&r->kb->names_of, actor, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_name *row = ahd_kb_name_at(r->kb, names[i]);
        ahd_str name = ahd_kb_str(r->kb, row->name);
        if ((row->kind == AHD_NAME_SHORT || row->kind == AHD_NAME_TRANSLIT) &&
            memchr(name.ptr, ' ', name.len) == NULL &&
            ahd_near_distance(ahd_fold(r->scratch, name), word) <= almost(word))
            return true;
    }
    return false;
}

/* A surname alone: his organisation is named, or the text is about his
 * country. */
static bool is_meant(const ahd_reader *r, uint32_t actor)
{
    static const ahd_gate gate = {
        .kind = AHD_MENTION_PERSON, .role = AHD_NONE, .of = AHD_NONE};
    ahd_license by = ahd_license_of(r, &gate, actor);

    return by == AHD_LICENSE_COMPANY ||
           (by == AHD_LICENSE_COUNTRY &&
            ahd_context_country_of(&r->context, actor) == r->context.main);
}

/* Of those who bear the name and may be meant, the text may have named one in
 * full: "Hillary Clinton". */
static bool is_introduced(const ahd_reader *r, uint32_t actor)
{
    return ahd_context_own(&r->context, actor) > 0;
}

/* Did he rule the country that the text is about, on that day? His last name
 * alone tells who he is. */
static bool is_ruling(const ahd_reader *r, uint32_t actor)
{
    static const float most = 0.5f;
    static const uint32_t high =
        1u << AHD_ROLE_HEAD_OF_STATE | 1u << AHD_ROLE_HEAD_OF_GOVERNMENT;
    uint32_t count;
    const uint32_t *posts = ahd_kb_rows(&r->kb->posts_of, actor, &count);

    if (r->doc->published == AHD_NO_DAY || r->context.share < most)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const ahd_post *post = ahd_kb_post_at(r->kb, posts[i]);
        if ((high & 1u << ahd_kb_role_at(r->kb, post->role)->kind) &&
            ahd_context_country_of(&r->context, post->of) == r->context.main &&
            ahd_context_is_on(&r->context, post->since, post->until))
            return true;
    }
    return false;
}

/* The only one who is called nearly so. */
static uint32_t only_called(const ahd_reader *r, ahd_str word)
{
    ahd_skeleton s = ahd_skeleton_add(0, word);
    uint32_t row, only = AHD_NONE;

    if (ahd_skeleton_length(s) < LEAST ||
        (row = ahd_kb_find_spelling(r->kb, ahd_skeleton_surname(s))) ==
            AHD_KB_NONE)
        return AHD_NONE;
    uint32_t end = row + ahd_kb_spelling_at(r->kb, row)->more + 1;
    for (; row < end; row++) {
        const ahd_spelling *spelling = ahd_kb_spelling_at(r->kb, row);
        uint32_t actor = spelling->actor;
        ahd_str name = ahd_kb_str(r->kb, spelling->name);
        if (actor == only || ahd_near_distance(name, word) > almost(word) ||
            !is_meant(r, actor) ||
            !(is_introduced(r, actor) || is_called(r, actor, word) ||
              is_ruling(r, actor)))
            continue;
        if (only != AHD_NONE)
            return AHD_NONE;
        only = actor;
    }
    return only;
}

/* A word of the language ("Bedouin"), or another name: «خميني» is one of the
 * registry too, with its article. */
static bool is_known(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];
    ahd_str article = AHD_STR("ال");
    char with[64];

    const ahd_segment *host = ahd_look_host(r->doc, token);

    if (t->hits > 0 || t->sym || t->bare || (host && host->known))
        return true;
    if (t->form.len + article.len > sizeof with)
        return false;
    memcpy(with, article.ptr, article.len);
    memcpy(with + article.len, t->form.ptr, t->form.len);
    return ahd_kb_symbol(r->kb, (ahd_str){with, article.len + t->form.len});
}

/* No name stands beside it: "Johnson Gadafy" is another. */
static bool is_alone(const ahd_reader *r, uint32_t token, uint32_t limit)
{
    return !(token > 0 && is_name(r, token - 1)) &&
           !(token + 1 < limit && is_name(r, token + 1)) &&
           !is_inside(r, token) && !is_known(r, token);
}

/* «أوضح الشاهد أن …»: whatever else the word may be. */
static bool is_sayer(const ahd_reader *r, uint32_t token, uint32_t limit)
{
    return ahd_reach_is_sayer(r, token) && token + 1 < limit &&
           (ahd_reader_class(r, token + 1, AHD_CLASS_THAT) ||
            ahd_look_is_punct(r->doc, token + 1));
}

/* "Kadhaffi", «القدافي», and who rules by his last name. */
static bool read_alone(const ahd_reader *r, uint32_t token, uint32_t limit,
                       ahd_mention *out)
{
    if (!(is_name(r, token) && is_alone(r, token, limit)) &&
        !is_sayer(r, token, limit))
        return false;
    *out = ahd_reader_mention(r, token, token + 1, 0);
    uint32_t start = start_of(r, token);
    out->at.len = ahd_span_end(out->at) - start;
    out->at.start = start;
    ahd_str word = ahd_fold(r->scratch, ahd_doc_words(r->doc, out->at));
    uint32_t actor = only_called(r, word);
    if (actor == AHD_NONE)
        return false;
    out->name = out->at;
    out->kind = AHD_MENTION_PERSON;
    out->id = actor;
    out->how = AHD_HOW_VARIANT;
    out->score = 0.75f;
    ahd_person_fill_post(r, out);
    return true;
}

/* ------------------------------------------------------------ the document */

typedef AHD_VEC(ahd_mention) mentions;

/* Tokens [token, limit) are free. */
static void read_gap(const ahd_reader *r, uint32_t token, uint32_t limit,
                     mentions *out)
{
    ahd_mention m;

    while (token < limit) {
        uint32_t sentence = r->doc->tokens.items[token].sentence;
        uint32_t stop = r->doc->sentences.items[sentence].end;
        uint32_t end = row_end(r, token, stop < limit ? stop : limit);
        bool found = end >= token + 2
                         ? !is_inside(r, token) && read_name(r, token, end, &m)
                         : read_alone(r, token, stop, &m);
        if (found && !ahd_namesake_is(r, &m)) {
            *ahd_vec_push(r->scratch, out) = m;
            token = m.end;
        } else {
            token++;
        }
    }
}

void ahd_spelled_find(const ahd_reader *r)
{
    mentions added = {0};
    uint32_t token = 0;

    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        read_gap(r, token, r->doc->mentions.items[i].first, &added);
        token = r->doc->mentions.items[i].end;
    }
    read_gap(r, token, r->doc->tokens.count, &added);
    ahd_reader_merge(r, added.items, added.count);
}
