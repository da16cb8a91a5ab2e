#include "acts/tie.h"

#include "doc/look.h"

/* ------------------------------------------------------------------ words */

static bool is_content(const ahd_segment *s)
{
    return s->pos == AHD_POS_NOUN || s->pos == AHD_POS_VERB ||
           s->pos == AHD_POS_ADJ || s->pos == AHD_POS_PROPN;
}

/* Weak letters come and go between a verb and its masdar, and so do the
 * letters that open their derived forms: استهداف, يستهدف, مستهدف. */
static bool is_weak(const char *letter)
{
    static const char weak[][3] = {"ا", "و", "ي", "ى", "ة", "ه", "ء",
                                   "أ", "إ", "آ", "ؤ", "ئ", "ٱ"};

    for (size_t i = 0; i < sizeof weak / sizeof *weak; i++)
        if (letter[0] == weak[i][0] && letter[1] == weak[i][1])
            return true;
    /* U+064B to U+065F: vowel signs. */
    return letter[0] == '\xd9' && (unsigned char)letter[1] >= 0x8b &&
           (unsigned char)letter[1] <= 0x9f;
}

static bool opens_form(const char *letter)
{
    return memcmp(letter, "م", 2) == 0 || memcmp(letter, "ت", 2) == 0 ||
           memcmp(letter, "ن", 2) == 0 || memcmp(letter, "س", 2) == 0;
}

/* The consonants of an Arabic lemma into `out`, at most `room` bytes. */
static uint32_t consonants(ahd_str lemma, char *out, uint32_t room)
{
    enum { LETTER = 2, ROOT = 3 * LETTER };
    uint32_t len = 0, from = 0;

    for (uint32_t i = 0; i + 1 < lemma.len && len + LETTER <= room; i += LETTER)
        if (!is_weak(lemma.ptr + i)) {
            memcpy(out + len, lemma.ptr + i, LETTER);
            len += LETTER;
        }
    while (len - from > ROOT && opens_form(out + from))
        from += LETTER;
    memmove(out, out + from, len - from);
    return len - from;
}

static bool is_arabic(ahd_str s)
{
    return s.len > 1 && (s.ptr[0] == '\xd8' || s.ptr[0] == '\xd9');
}

uint32_t ahd_tie_key(const ahd_doc *doc, uint32_t token)
{
    enum { ROOM = 48 };
    const ahd_segment *host = ahd_look_host(doc, token);
    char bare[ROOM];

    if (host == NULL || host->lemma.len < 3 || !is_content(host) ||
        ahd_look_hit(doc, token, AHD_TERM_CLASS))
        return 0;
    if (!is_arabic(host->lemma))
        return ahd_str_hash(host->lemma) | 1;
    uint32_t len = consonants(host->lemma, bare, ROOM);
    return len < 4 ? 0 : ahd_str_hash((ahd_str){bare, len}) | 1;
}

static bool holds(const ahd_word_keys *keys, uint32_t key)
{
    for (uint32_t i = 0; i < keys->count; i++)
        if (keys->key[i] == key)
            return true;
    return false;
}

/* Names are compared as sides, not as words. */
static bool is_name(const ahd_doc *doc, uint32_t token)
{
    uint32_t m = ahd_look_mention_at(doc, token);

    return m != AHD_NONE && doc->mentions.items[m].id != AHD_NONE;
}

void ahd_tie_keys(const ahd_doc *doc, ahd_words words, ahd_word_keys *out)
{
    out->count = 0;
    for (uint32_t i = words.first;
         i < words.end && i < doc->tokens.count && out->count < AHD_TIE_WORDS;
         i++) {
        uint32_t key = is_name(doc, i) ? 0 : ahd_tie_key(doc, i);
        if (key != 0 && !holds(out, key))
            out->key[out->count++] = key;
    }
}

uint32_t ahd_tie_shared(const ahd_doc *doc, const ahd_word_keys *keys,
                        ahd_words words)
{
    ahd_word_keys theirs;
    uint32_t count = 0;

    ahd_tie_keys(doc, words, &theirs);
    for (uint32_t i = 0; i < theirs.count; i++)
        count += holds(keys, theirs.key[i]);
    return count;
}

uint32_t ahd_tie_class(const ahd_doc *doc, ahd_words words, ahd_class class)
{
    for (uint32_t i = words.first; i < words.end; i++)
        if (ahd_look_hit_id(doc, i, AHD_TERM_CLASS, class))
            return i;
    return AHD_NONE;
}

static bool has_class(const ahd_doc *doc, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(doc, token, AHD_TERM_CLASS, class) != NULL;
}

/* «، مؤكدا», «، بحسب», «، فيما», " but": not of it any more. */
bool ahd_tie_opens_another(const ahd_doc *doc, uint32_t token)
{
    static const char *const words[] = {
        "وهو",  "وهي", "فيما",  "بينما",    "لكن", "ولكن",  "حيث", "اذ", "مما",
        "وذلك", "but", "while", "although", "as",  "which", "who", NULL};

    if (ahd_look_hit(doc, token, AHD_TERM_CUE))
        return true;
    for (const char *const *word = words; *word; word++)
        if (ahd_look_is(doc, token, *word))
            return true;
    return false;
}

/* ------------------------------------------------------------------ sides */

/* The state or institution at the end of an argument's chain. */
static uint32_t end_of(const ahd_arg *a)
{
    return a->principal != AHD_NONE ? a->principal : a->id;
}

/* The first mention of whom the registry does not know, through its copies. */
static uint32_t stranger(const ahd_doc *doc, const ahd_arg *a)
{
    if (a->mention == AHD_NONE)
        return AHD_NONE;
    uint32_t first = doc->mentions.items[a->mention].same_as;
    return first != AHD_NONE ? first : a->mention;
}

bool ahd_tie_is_side(const ahd_kb *kb, const ahd_doc *doc, const ahd_arg *a,
                     const ahd_arg *b)
{
    uint32_t x = end_of(a), y = end_of(b);

    if (x != AHD_NONE && y != AHD_NONE)
        return x == y || ahd_kb_is_of(kb, x, y) || ahd_kb_is_of(kb, y, x);
    if (x != AHD_NONE || y != AHD_NONE)
        return false;
    uint32_t m = stranger(doc, a), n = stranger(doc, b);
    return m != AHD_NONE && m == n;
}

bool ahd_tie_are_sides(const ahd_kb *kb, const ahd_doc *doc, const ahd_args *a,
                       const ahd_args *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            if (ahd_tie_is_side(kb, doc, &a->items[i], &b->items[k]))
                return true;
    return false;
}

bool ahd_tie_is_named(const ahd_kb *kb, const ahd_doc *doc,
                      const ahd_args *args, ahd_words words)
{
    for (uint32_t m = ahd_look_mention_from(doc, words.first);
         m < doc->mentions.count && doc->mentions.items[m].first < words.end;
         m++) {
        ahd_arg named = ahd_look_arg(doc, m);
        for (uint32_t i = 0; i < args->count; i++)
            if (ahd_tie_is_side(kb, doc, &args->items[i], &named))
                return true;
    }
    return false;
}

/* ------------------------------------------------------------------ links */

static bool is_relative(const ahd_doc *doc, uint32_t token)
{
    return has_class(doc, token, AHD_CLASS_RELATIVE);
}

bool ahd_tie_is_epithet(const ahd_doc *doc, const ahd_act *act)
{
    uint32_t first = act->trigger_first;
    uint32_t ref = ahd_look_ref_from(doc, first);

    if (act->type != AHD_ACT_SIGN)
        return false;
    if (ref > 0 && doc->agreements.items[ref - 1].end >= first)
        return true;
    return (first > 0 && is_relative(doc, first - 1)) ||
           (first > 1 && is_relative(doc, first - 2));
}

static void add(ahd_doc *doc, uint32_t act, ahd_about about)
{
    ahd_act *from = &doc->acts.items[act];

    for (uint32_t i = 0; i < from->about.count; i++)
        if (from->about.items[i].act == about.act &&
            from->about.items[i].event == about.event)
            return;
    *ahd_vec_push(doc->arena, &from->about) = about;
}

void ahd_tie_act(ahd_doc *doc, uint32_t act, uint32_t other, const char *role)
{
    add(doc, act, (ahd_about){other, AHD_NONE, role});
}

void ahd_tie_event(ahd_doc *doc, uint32_t act, uint32_t event, const char *role)
{
    add(doc, act, (ahd_about){AHD_NONE, event, role});
}

uint32_t ahd_tie_event_from(const ahd_doc *doc, uint32_t token)
{
    uint32_t low = 0, high = doc->events.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (doc->events.items[middle].trigger_first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
