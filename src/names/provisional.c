#include "names/provisional.h"

#include "base/map.h"
#include "base/utf8.h"
#include "lang/fold.h"
#include "lang/skeleton.h"
#include "lang/word.h"

#include <string.h>

enum { LEAST = 3, LONGEST = 64 }; /* consonants; bytes of a slug */

/* What the document says of one unknown name. */
typedef struct stranger {
    uint32_t first; /* the first mention of that name */
    uint32_t country;
    ahd_str slug, id;
} stranger;

typedef struct strangers {
    AHD_VEC(stranger) all;
    ahd_map index; /* "p-flnflnn" → index + 1 */
} strangers;

/* A slug as it grows; what does not fit is left out. */
typedef struct slug {
    char text[LONGEST];
    size_t len;
} slug;

static void put(slug *s, ahd_str text)
{
    if (text.len == 0 || text.len > LONGEST - s->len)
        return;
    memcpy(s->text + s->len, text.ptr, text.len);
    s->len += text.len;
}

/* Of a person the consonants: his name is written in two scripts. */
static void put_consonants(slug *out, ahd_str word)
{
    static const char letters[16] = " bflrmntskh";
    char text[AHD_SKELETON_LONGEST];
    ahd_skeleton s = ahd_skeleton_add(0, word);
    size_t count = (size_t)ahd_skeleton_length(s);

    for (size_t i = count; i-- > 0; s >>= 4)
        text[i] = letters[s & 0xF];
    put(out, (ahd_str){text, count});
}

/* Of a body every letter: its name is translated, not written in others. */
static void put_letters(slug *out, ahd_str word)
{
    static const char *const roman[] = {
        /* U+0621 to U+064A */
        "",  "a", "a",  "w",  "a",  "y", "a", "b", "h",  "t", "th",
        "j", "h", "kh", "d",  "dh", "r", "z", "s", "sh", "s", "d",
        "t", "z", "",   "gh", "",   "",  "",  "",  "",   "",  "f",
        "q", "k", "l",  "m",  "n",  "h", "w", "y", "y"};

    put(out, AHD_STR("-"));
    for (size_t at = 0; at < word.len;) {
        uint32_t c = ahd_utf8_next(word, &at);
        char plain = (char)c;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            put(out, (ahd_str){&plain, 1});
        else if (c >= 0x621 && c <= 0x64A)
            put(out, ahd_str_from(roman[c - 0x621]));
    }
}

/* "p-" and the consonants of a name, "o" and its words; empty when it is one
 * word, or too short to tell anybody by. */
static void make_slug(const ahd_reader *r, const ahd_mention *m, slug *out)
{
    ahd_str name = ahd_fold(r->scratch, ahd_doc_words(r->doc, m->name));
    bool person = m->kind == AHD_MENTION_PERSON;
    size_t words = 0, at = 0;
    ahd_word word;

    out->len = 0;
    put(out, person ? AHD_STR("p-") : AHD_STR("o"));
    while (ahd_word_next(name, &at, &word)) {
        if (word.kind == AHD_WORD_PUNCT)
            continue;
        words++;
        if (person)
            put_consonants(out, ahd_str_span(name, word.at));
        else
            put_letters(out, ahd_str_span(name, word.at));
    }
    if (words < 2 || out->len < LEAST + 2)
        out->len = 0;
}

/* A body without a country is any («قوات النظام»), that of another body a part
 * of it («قوات الجيش»). */
static bool is_stranger(const ahd_reader *r, const ahd_mention *m)
{
    bool person = m->kind == AHD_MENTION_PERSON;
    bool body = m->kind == AHD_MENTION_ORGANISATION && m->of != AHD_NONE &&
                ahd_kb_actor_at(r->kb, m->of)->type == AHD_ACTOR_STATE;

    return m->id == AHD_NONE && m->others == 0 && m->name.len > 0 &&
           (person || body);
}

static void meet(const ahd_reader *r, uint32_t at, strangers *s, uint32_t *who)
{
    const ahd_mention *m = &r->doc->mentions.items[at];
    slug found;

    make_slug(r, m, &found);
    if (found.len == 0)
        return;
    ahd_str key = ahd_arena_str(r->scratch, (ahd_str){found.text, found.len});
    uint32_t *index = ahd_map_put(r->scratch, &s->index, key);
    if (*index == 0) {
        *ahd_vec_push(r->scratch, &s->all) =
            (stranger){.first = at, .country = AHD_NONE, .slug = key};
        *index = s->all.count;
    }
    who[at] = *index;
    stranger *known = &s->all.items[*index - 1];
    if (known->country == AHD_NONE)
        known->country = ahd_context_country_of(&r->context, m->of);
}

static void write_id(const ahd_reader *r, stranger *who)
{
    size_t len = who->slug.len + 1;
    char *id = ahd_new(r->doc->arena, char, len + 4);

    id[0] = '~';
    memcpy(id + 1, who->slug.ptr, who->slug.len);
    if (who->country != AHD_NONE) {
        id[len++] = '-';
        id[len++] = (char)('a' + who->country / 26);
        id[len++] = (char)('a' + who->country % 26);
    }
    who->id = (ahd_str){id, len};
}

static void give(const ahd_reader *r, uint32_t at, stranger *who)
{
    ahd_mention *m = &r->doc->mentions.items[at];

    if (who->id.len == 0)
        write_id(r, who);
    m->provisional = who->id;
    if (at != who->first && m->same_as == AHD_NONE)
        m->same_as = who->first;
}

void ahd_provisional_give(const ahd_reader *r)
{
    ahd_doc *doc = r->doc;
    uint32_t *who = ahd_new(r->scratch, uint32_t, doc->mentions.count + 1);
    strangers s = {0};

    for (uint32_t i = 0; i < doc->mentions.count; i++)
        if (is_stranger(r, &doc->mentions.items[i]))
            meet(r, i, &s, who);
    for (uint32_t i = 0; i < doc->mentions.count && s.all.count > 0; i++)
        if (who[i])
            give(r, i, &s.all.items[who[i] - 1]);
    /* «الفلاني» after «فلان الفلاني». */
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        ahd_mention *m = &doc->mentions.items[i];
        if (is_stranger(r, m) && m->provisional.len == 0 &&
            m->same_as != AHD_NONE)
            m->provisional = doc->mentions.items[m->same_as].provisional;
    }
}
