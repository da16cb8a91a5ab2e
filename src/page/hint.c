#include "hint.h"

#include <string.h>

typedef struct word {
    const char *text;
    unsigned hint;
} word;

/* Sorted. One word of a name is enough. */
static const word words[] = {
    {"ad", AHD_HINT_SOFT},           {"ads", AHD_HINT_SOFT},
    {"advert", AHD_HINT_SOFT},       {"advertisement", AHD_HINT_SOFT},
    {"author", AHD_HINT_AUTHOR},     {"authors", AHD_HINT_AUTHOR},
    {"banner", AHD_HINT_SOFT},       {"bio", AHD_HINT_SOFT},
    {"breadcrumb", AHD_HINT_HARD},   {"breadcrumbs", AHD_HINT_HARD},
    {"breaking", AHD_HINT_SOFT},     {"byline", AHD_HINT_AUTHOR},
    {"caption", AHD_HINT_SOFT},      {"carousel", AHD_HINT_SOFT},
    {"comment", AHD_HINT_SOFT},      {"comments", AHD_HINT_SOFT},
    {"consent", AHD_HINT_SOFT},      {"cookie", AHD_HINT_SOFT},
    {"cookies", AHD_HINT_SOFT},      {"copyright", AHD_HINT_SOFT},
    {"credit", AHD_HINT_SOFT},       {"disqus", AHD_HINT_SOFT},
    {"dropdown", AHD_HINT_SOFT},     {"footer", AHD_HINT_SOFT},
    {"gdpr", AHD_HINT_SOFT},         {"login", AHD_HINT_SOFT},
    {"masthead", AHD_HINT_SOFT},     {"menu", AHD_HINT_HARD},
    {"modal", AHD_HINT_SOFT},        {"nav", AHD_HINT_HARD},
    {"navbar", AHD_HINT_HARD},       {"navigation", AHD_HINT_HARD},
    {"newsletter", AHD_HINT_SOFT},   {"outbrain", AHD_HINT_SOFT},
    {"pagination", AHD_HINT_SOFT},   {"popular", AHD_HINT_SOFT},
    {"popup", AHD_HINT_SOFT},        {"promo", AHD_HINT_SOFT},
    {"promoted", AHD_HINT_SOFT},     {"recirc", AHD_HINT_SOFT},
    {"recommended", AHD_HINT_SOFT},  {"related", AHD_HINT_SOFT},
    {"respond", AHD_HINT_SOFT},      {"share", AHD_HINT_SOFT},
    {"sharedaddy", AHD_HINT_SOFT},   {"sharing", AHD_HINT_SOFT},
    {"sidebar", AHD_HINT_SOFT},      {"signup", AHD_HINT_SOFT},
    {"skip", AHD_HINT_SOFT},         {"social", AHD_HINT_SOFT},
    {"sponsored", AHD_HINT_SOFT},    {"subscribe", AHD_HINT_SOFT},
    {"subscription", AHD_HINT_SOFT}, {"taboola", AHD_HINT_SOFT},
    {"tags", AHD_HINT_SOFT},         {"teaser", AHD_HINT_SOFT},
    {"ticker", AHD_HINT_SOFT},       {"toolbar", AHD_HINT_SOFT},
    {"trending", AHD_HINT_SOFT},     {"widget", AHD_HINT_SOFT},
    {"widgets", AHD_HINT_SOFT},
};

/* Whole names (one class) that hold the text of an article. */
static const char *const bodies[] = {
    "article-body",     "article-content", "article-text",   "article__body",
    "article__content", "article_body",    "articlebody",    "article_content",
    "articlecontent",   "articletext",     "body-content",   "content-article",
    "entry-content",    "field-name-body", "news-body",      "news-content",
    "news-details",     "news-text",       "newsbody",       "post-body",
    "post-content",     "post-entry",      "single-content", "story-body",
    "story-content",    "story-text",      "story__body",    "storybody",
    "td-post-content",  "text-content",    "wysiwyg",
};

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_big(char c)
{
    return c >= 'A' && c <= 'Z';
}

static char small(char c)
{
    return is_big(c) ? (char)(c + 32) : c;
}

static unsigned look_up(ahd_str w)
{
    int low = 0, high = (int)(sizeof words / sizeof *words);

    while (low < high) {
        int middle = (low + high) / 2, way = 0;
        const char *text = words[middle].text;
        size_t i = 0;
        for (; i < w.len && text[i] != '\0' && way == 0; i++)
            way = small(w.ptr[i]) - text[i];
        if (way == 0)
            way = (i < w.len) - (text[i] != '\0');
        if (way == 0)
            return words[middle].hint;
        if (way < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

static unsigned of_class(ahd_str name)
{
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (ahd_markup_same(name, bodies[i]))
            return AHD_HINT_BODY;
    return 0;
}

/* Its words: "relatedPosts_box" is related, posts, box. "has-sidebar" and
 * "no-comments" tell of the layout, not of what is inside. */
static unsigned of_words(ahd_str name)
{
    unsigned hint = 0;
    size_t i = 0;

    if (ahd_str_starts(name, AHD_STR("has-")) ||
        ahd_str_starts(name, AHD_STR("no-")) ||
        ahd_str_starts(name, AHD_STR("with-")) ||
        ahd_str_starts(name, AHD_STR("js-")))
        return 0;
    while (i < name.len) {
        size_t first = i;
        while (i < name.len && is_big(name.ptr[i]))
            i++;
        while (i < name.len && is_small(name.ptr[i]))
            i++;
        hint |= look_up((ahd_str){name.ptr + first, i - first});
        if (i == first)
            i++;
    }
    return hint;
}

static unsigned of_names(ahd_str value)
{
    unsigned hint = 0;

    for (size_t i = 0; i < value.len;) {
        size_t first = i;
        while (i < value.len && value.ptr[i] != ' ' && value.ptr[i] != '\n')
            i++;
        ahd_str name = {value.ptr + first, i - first};
        hint |= of_class(name) | of_words(name);
        i++;
    }
    return hint;
}

/* "display: none" among the styles, however spaced. */
static bool hides(ahd_str style)
{
    size_t at = ahd_str_find(style, AHD_STR("display"));

    if (at == style.len)
        return false;
    for (at += 7;
         at < style.len && (style.ptr[at] == ':' || style.ptr[at] == ' ');)
        at++;
    return ahd_str_starts((ahd_str){style.ptr + at, style.len - at},
                          AHD_STR("none"));
}

static unsigned of_role(ahd_str role)
{
    if (ahd_markup_same(role, "navigation") || ahd_markup_same(role, "menu"))
        return AHD_HINT_HARD;
    if (ahd_markup_same(role, "complementary") ||
        ahd_markup_same(role, "contentinfo") ||
        ahd_markup_same(role, "dialog") || ahd_markup_same(role, "search"))
        return AHD_HINT_SOFT;
    return 0;
}

static unsigned of_attribute(ahd_str name, ahd_str value)
{
    if (ahd_markup_same(name, "class") || ahd_markup_same(name, "id"))
        return of_names(value);
    if (ahd_markup_same(name, "itemprop"))
        return ahd_markup_same(value, "articlebody") ? AHD_HINT_BODY
               : ahd_markup_same(value, "author")    ? AHD_HINT_AUTHOR
                                                     : 0;
    if (ahd_markup_same(name, "rel"))
        return ahd_markup_same(value, "author") ? AHD_HINT_AUTHOR : 0;
    if (ahd_markup_same(name, "role"))
        return of_role(value);
    if (ahd_markup_same(name, "style"))
        return hides(value) ? AHD_HINT_HARD : 0;
    if (ahd_markup_same(name, "hidden"))
        return AHD_HINT_HARD;
    return 0;
}

unsigned ahd_hint_of(const ahd_markup_token *start)
{
    ahd_str rest = start->attributes, name, value;
    unsigned hint = 0;

    while (ahd_markup_attribute(&rest, &name, &value))
        hint |= of_attribute(name, value);
    return hint;
}
