#include "sight.h"

#include "base/ascii.h"

#include <string.h>

enum {
    TEXT_BYTES = 160, /* of a line that tells a date */
    LINK_BYTES = 28,  /* of a link that is another page's title */
};

/* Words of a class, an id or a property, by what they tell of the date. */
static const struct {
    const char *word;
    unsigned flags;
} names[] = {
    {"publish", AHD_SIGHT_DATED | AHD_SIGHT_PUBLISHED},
    {"pubdate", AHD_SIGHT_DATED | AHD_SIGHT_PUBLISHED},
    {"posted", AHD_SIGHT_DATED | AHD_SIGHT_PUBLISHED},
    {"created", AHD_SIGHT_DATED | AHD_SIGHT_PUBLISHED},
    {"submitted", AHD_SIGHT_DATED | AHD_SIGHT_PUBLISHED},
    {"updated", AHD_SIGHT_DATED | AHD_SIGHT_UPDATED},
    {"modif", AHD_SIGHT_DATED | AHD_SIGHT_UPDATED},
    {"date", AHD_SIGHT_DATED},
    {"time", AHD_SIGHT_DATED},
    {"meta", AHD_SIGHT_DATED},
    {"byline", AHD_SIGHT_DATED},
    {"datum", AHD_SIGHT_DATED},
    {"fecha", AHD_SIGHT_DATED},
    {"tarih", AHD_SIGHT_DATED},
    {"info", AHD_SIGHT_DATED},
    {"comment", AHD_SIGHT_REMARK},
    {"related", AHD_SIGHT_REMARK},
    {"copyright", AHD_SIGHT_REMARK},
    {"event", AHD_SIGHT_REMARK},
    {"teaser", AHD_SIGHT_REMARK},
    {"sidebar", AHD_SIGHT_REMARK},
    {"widget", AHD_SIGHT_REMARK},
};

/* Does one of the words begin so? Most letters of a class do not. */
static bool begins_one(char c)
{
    static const char firsts[] = "pcumdtbfirsew";

    return memchr(firsts, c, sizeof firsts - 1) != NULL;
}

/* What the words in a class tell: "date" in "entry-date", "postDate". Only
 * where a word of the class begins: not in "candidate". */
static unsigned flags_of(ahd_str value)
{
    unsigned flags = 0;
    char last = ' ';

    for (size_t at = 0; at < value.len; at++) {
        char c = value.ptr[at];
        bool first = !(last >= 'a' && last <= 'z') || (c >= 'A' && c <= 'Z');
        last = c;
        if (!first || !begins_one(ahd_ascii_small(c)))
            continue;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (ahd_ascii_begins(value, at, names[i].word))
                flags |= names[i].flags;
    }
    return flags;
}

static bool is_told(ahd_str name)
{
    return ahd_markup_same(name, "datetime") ||
           ahd_markup_same(name, "content") || ahd_markup_same(name, "title");
}

/* What a tag before the text tells of it. */
static void look_at_tag(ahd_sight *sight, ahd_element element,
                        ahd_str attributes, bool nearest)
{
    ahd_str name, value;

    if (element == AHD_ELEMENT_TIME)
        sight->flags |= AHD_SIGHT_TIME;
    while (ahd_markup_attribute(&attributes, &name, &value)) {
        if (ahd_markup_same(name, "class") || ahd_markup_same(name, "id"))
            sight->flags |= flags_of(value);
        else if (ahd_markup_same(name, "itemprop") ||
                 ahd_markup_same(name, "property"))
            sight->flags |= flags_of(value) | AHD_SIGHT_PROPERTY;
        else if (ahd_markup_same(name, "pubdate"))
            sight->flags |= AHD_SIGHT_PUBLISHED | AHD_SIGHT_PROPERTY;
        else if (nearest && is_told(name) && sight->told.len == 0)
            sight->told = value;
    }
}

static bool is_arabic_digit(ahd_str text, size_t at)
{
    unsigned char lead = (unsigned char)text.ptr[at];
    unsigned char next =
        at + 1 < text.len ? (unsigned char)text.ptr[at + 1] : 0;

    return (lead == 0xD9 && next >= 0xA0 && next <= 0xA9) ||
           (lead == 0xDB && next >= 0xB0 && next <= 0xB9);
}

/* May a run of digits that ends at `end` hold a year? Of our calendar, the
 * lunar, the Iranian or the Thai one; or a whole date in eight digits. */
static bool is_year(ahd_str text, size_t end, size_t run)
{
    const char *c = text.ptr + end - run;

    if (run != 4 && run != 8)
        return false;
    return (c[0] == '1' && (c[1] == '9' || c[1] == '3' || c[1] == '4')) ||
           (c[0] == '2' && (c[1] == '0' || c[1] == '5'));
}

/* Most texts have no digit at all. */
static bool has_digit(ahd_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)(text.ptr[i] - '0') <= 9 || text.ptr[i] == '\xD9' ||
            text.ptr[i] == '\xDB')
            return true;
    return false;
}

/* Is there a year, or digits of 1.2.20, or as many digits of Arabic? */
static bool has_year(ahd_str text)
{
    size_t run = 0, marked = 0, arabic = 0;

    for (size_t i = 0; i <= text.len; i++) {
        char c = i < text.len ? text.ptr[i] : ' ';
        if (c >= '0' && c <= '9') {
            run++;
            continue;
        }
        if (is_year(text, i, run))
            return true;
        marked += run > 0 && run <= 2 && (c == '.' || c == '/' || c == '-');
        run = 0;
        arabic += i < text.len && is_arabic_digit(text, i);
    }
    return marked >= 2 || arabic >= 4;
}

static void add(ahd_sights *s, ahd_str text)
{
    if (s->count == AHD_SIGHTS && s->headed)
        return;
    if (s->count == AHD_SIGHTS)
        s->count = 0;
    ahd_sight *sight = &s->items[s->count++];
    *sight = (ahd_sight){.text = text, .order = s->order};
    for (uint32_t i = 0; i + 1 < AHD_SIGHT_TEXTS && i < s->order; i++)
        sight->before[i] = s->texts[(s->order - 1 - i) % AHD_SIGHT_TEXTS];
    for (uint32_t i = 0; i < AHD_SIGHT_TAGS && i < s->tag_count; i++) {
        uint32_t at = (s->tag_count - 1 - i) % AHD_SIGHT_TAGS;
        look_at_tag(sight, s->elements[at], s->tags[at],
                    s->tag_count - i > s->tags_read);
    }
    sight->flags |=
        (s->asides > 0 ? AHD_SIGHT_ASIDE : 0) |
        (s->linked ? AHD_SIGHT_LINKED : 0) |
        (s->teaser > 0 && s->order <= s->teaser + 1 ? AHD_SIGHT_TEASER : 0);
}

static void take_text(ahd_sights *s, ahd_str text)
{
    if (text.len <= TEXT_BYTES && has_digit(text) && has_year(text))
        add(s, text);
    if (s->linked && text.len >= LINK_BYTES)
        s->teaser = s->order + 1;
    s->texts[s->order++ % AHD_SIGHT_TEXTS] =
        text.len <= TEXT_BYTES ? text : AHD_STR("");
    s->tags_read = s->tag_count;
}

static bool is_aside(ahd_element e)
{
    return e == AHD_ELEMENT_NAV || e == AHD_ELEMENT_ASIDE ||
           e == AHD_ELEMENT_FOOTER;
}

static bool is_dated(ahd_str property)
{
    return ahd_markup_same(property, "datepublished") ||
           ahd_markup_same(property, "datemodified");
}

/* Does the tag itself tell a day, whatever its text says? */
static bool tells(const ahd_sights *s, const ahd_markup_token *token)
{
    if (token->element == AHD_ELEMENT_TIME)
        return ahd_markup_value(token, "datetime").len > 0;
    if (token->element == AHD_ELEMENT_META)
        return s->order > 1 && is_dated(ahd_markup_value(token, "itemprop"));
    return token->element == AHD_ELEMENT_ABBR &&
           has_year(ahd_markup_value(token, "title"));
}

static void take_start(ahd_sights *s, const ahd_markup_token *token)
{
    uint32_t at = s->tag_count % AHD_SIGHT_TAGS;

    if (token->element == AHD_ELEMENT_MAIN)
        s->asides = 0; /* left open before it */
    s->headed |= token->element == AHD_ELEMENT_H1;
    s->linked |= token->element == AHD_ELEMENT_A;
    s->asides += is_aside(token->element);
    s->tags[at] = token->attributes;
    s->elements[at] = token->element;
    s->tag_count++;
    if (tells(s, token))
        add(s, AHD_STR("")); /* its text may be "an hour ago", or come later */
}

static void take_end(ahd_sights *s, const ahd_markup_token *token)
{
    if (token->element == AHD_ELEMENT_A)
        s->linked = false;
    if (is_aside(token->element) && s->asides > 0)
        s->asides--;
}

void ahd_sight_take(ahd_sights *sights, const ahd_markup_token *token)
{
    if (token->kind == AHD_MARKUP_START)
        take_start(sights, token);
    else if (token->kind == AHD_MARKUP_END)
        take_end(sights, token);
    else if (token->element == AHD_ELEMENT_OTHER)
        take_text(sights, token->text);
}
