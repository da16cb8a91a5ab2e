#include "hint.h"

#include "base/ascii.h"

#include <string.h>

typedef struct word {
    const char *text;
    uint32_t hint;
} word;

/* Sorted. */
static const word words[] = {
    /* clang-format off */
    {"abstract", AHD_HINT_LEAD},
    {"ad", AHD_HINT_PROMO},
    {"adbox", AHD_HINT_PROMO},
    {"addthis", AHD_HINT_SHARE},
    {"addtoany", AHD_HINT_SHARE},
    {"ads", AHD_HINT_PROMO},
    {"adsense", AHD_HINT_PROMO},
    {"adslot", AHD_HINT_PROMO},
    {"adunit", AHD_HINT_PROMO},
    {"adv", AHD_HINT_PROMO},
    {"advert", AHD_HINT_PROMO},
    {"advertisement", AHD_HINT_PROMO},
    {"advertising", AHD_HINT_PROMO},
    {"adverts", AHD_HINT_PROMO},
    {"affiliate", AHD_HINT_PROMO},
    {"alert", AHD_HINT_POPUP},
    {"also", AHD_HINT_RELATED},
    {"archive", AHD_HINT_TEASER},
    {"article", AHD_HINT_CONTENT},
    {"aside", AHD_HINT_SIDEBAR},
    {"audio", AHD_HINT_MEDIA},
    {"author", AHD_HINT_AUTHOR},
    {"authors", AHD_HINT_AUTHOR},
    {"banner", AHD_HINT_PROMO},
    {"banners", AHD_HINT_PROMO},
    {"bio", AHD_HINT_AUTHOR},
    {"block", AHD_HINT_TEASER},
    {"body", AHD_HINT_CONTENT},
    {"bottom", AHD_HINT_FOOTER},
    {"breadcrumb", AHD_HINT_MENU},
    {"breadcrumbs", AHD_HINT_MENU},
    {"breaking", AHD_HINT_TEASER},
    {"byline", AHD_HINT_AUTHOR},
    {"caption", AHD_HINT_CAPTION},
    {"captions", AHD_HINT_CAPTION},
    {"card", AHD_HINT_TEASER},
    {"cards", AHD_HINT_TEASER},
    {"carousel", AHD_HINT_TEASER},
    {"cat", AHD_HINT_TAGS},
    {"categories", AHD_HINT_TAGS},
    {"category", AHD_HINT_TAGS},
    {"chapeau", AHD_HINT_LEAD},
    {"chart", AHD_HINT_MEDIA},
    {"col", AHD_HINT_SIDEBAR},
    {"colophon", AHD_HINT_FOOTER},
    {"column", AHD_HINT_SIDEBAR},
    {"comment", AHD_HINT_COMMENT},
    {"comments", AHD_HINT_COMMENT},
    {"commercial", AHD_HINT_PROMO},
    {"consent", AHD_HINT_POPUP},
    {"content", AHD_HINT_CONTENT},
    {"contributor", AHD_HINT_AUTHOR},
    {"cookie", AHD_HINT_POPUP},
    {"cookies", AHD_HINT_POPUP},
    {"copy", AHD_HINT_CONTENT},
    {"copyright", AHD_HINT_CAPTION},
    {"credit", AHD_HINT_CAPTION},
    {"credits", AHD_HINT_CAPTION},
    {"crp", AHD_HINT_RELATED},
    {"crumb", AHD_HINT_MENU},
    {"date", AHD_HINT_META},
    {"dateline", AHD_HINT_META},
    {"datetime", AHD_HINT_META},
    {"deck", AHD_HINT_LEAD},
    {"dek", AHD_HINT_LEAD},
    {"description", AHD_HINT_LEAD},
    {"detail", AHD_HINT_CONTENT},
    {"details", AHD_HINT_CONTENT},
    {"dfp", AHD_HINT_PROMO},
    {"dialog", AHD_HINT_POPUP},
    {"disclaimer", AHD_HINT_FOOTER},
    {"discussion", AHD_HINT_COMMENT},
    {"disqus", AHD_HINT_COMMENT},
    {"donate", AHD_HINT_PROMO},
    {"donation", AHD_HINT_PROMO},
    {"dropdown", AHD_HINT_POPUP},
    {"embed", AHD_HINT_MEDIA},
    {"entry", AHD_HINT_CONTENT},
    {"excerpt", AHD_HINT_LEAD},
    {"facebook", AHD_HINT_SHARE},
    {"feature", AHD_HINT_TEASER},
    {"featured", AHD_HINT_TEASER},
    {"feed", AHD_HINT_TEASER},
    {"figcaption", AHD_HINT_CAPTION},
    {"figure", AHD_HINT_MEDIA},
    {"follow", AHD_HINT_SHARE},
    {"foot", AHD_HINT_FOOTER},
    {"footer", AHD_HINT_FOOTER},
    {"forum", AHD_HINT_COMMENT},
    {"galleries", AHD_HINT_MEDIA},
    {"gallery", AHD_HINT_MEDIA},
    {"gdpr", AHD_HINT_POPUP},
    {"gpt", AHD_HINT_PROMO},
    {"grid", AHD_HINT_TEASER},
    {"head", AHD_HINT_HEADLINE},
    {"header", AHD_HINT_HEADLINE},
    {"heading", AHD_HINT_HEADLINE},
    {"headline", AHD_HINT_HEADLINE},
    {"headlines", AHD_HINT_TEASER},
    {"hidden", AHD_HINT_HIDDEN},
    {"hide", AHD_HINT_HIDDEN},
    {"highlights", AHD_HINT_TEASER},
    {"hot", AHD_HINT_TEASER},
    {"hypercomments", AHD_HINT_COMMENT},
    {"iframe", AHD_HINT_MEDIA},
    {"image", AHD_HINT_MEDIA},
    {"images", AHD_HINT_MEDIA},
    {"img", AHD_HINT_MEDIA},
    {"imgcaption", AHD_HINT_CAPTION},
    {"imprint", AHD_HINT_FOOTER},
    {"info", AHD_HINT_META | AHD_HINT_META},
    {"infos", AHD_HINT_META},
    {"intro", AHD_HINT_LEAD},
    {"introduction", AHD_HINT_LEAD},
    {"invisible", AHD_HINT_HIDDEN},
    {"item", AHD_HINT_TEASER},
    {"items", AHD_HINT_TEASER},
    {"jprelatedposts", AHD_HINT_RELATED},
    {"keyword", AHD_HINT_TAGS},
    {"keywords", AHD_HINT_TAGS},
    {"kicker", AHD_HINT_LEAD},
    {"label", AHD_HINT_TAGS},
    {"labels", AHD_HINT_TAGS},
    {"latest", AHD_HINT_TEASER},
    {"lead", AHD_HINT_LEAD},
    {"lede", AHD_HINT_LEAD},
    {"left", AHD_HINT_SIDEBAR},
    {"legal", AHD_HINT_FOOTER},
    {"lightbox", AHD_HINT_POPUP},
    {"like", AHD_HINT_SHARE},
    {"likes", AHD_HINT_SHARE},
    {"list", AHD_HINT_TEASER},
    {"lists", AHD_HINT_TEASER},
    {"livefyre", AHD_HINT_COMMENT},
    {"login", AHD_HINT_SUBSCRIBE},
    {"loop", AHD_HINT_TEASER},
    {"mailchimp", AHD_HINT_SUBSCRIBE},
    {"main", AHD_HINT_CONTENT},
    {"map", AHD_HINT_MEDIA},
    {"marketing", AHD_HINT_PROMO},
    {"media", AHD_HINT_MEDIA},
    {"megamenu", AHD_HINT_MENU},
    {"membership", AHD_HINT_SUBSCRIBE},
    {"menu", AHD_HINT_MENU},
    {"meta", AHD_HINT_META},
    {"mgid", AHD_HINT_RELATED},
    {"modal", AHD_HINT_POPUP},
    {"module", AHD_HINT_SIDEBAR},
    {"more", AHD_HINT_TEASER},
    {"most", AHD_HINT_TEASER},
    {"nav", AHD_HINT_MENU},
    {"navbar", AHD_HINT_MENU},
    {"navi", AHD_HINT_MENU},
    {"navigation", AHD_HINT_MENU},
    {"news", AHD_HINT_CONTENT},
    {"newsbody", AHD_HINT_CONTENT},
    {"newsletter", AHD_HINT_SUBSCRIBE},
    {"newsletters", AHD_HINT_SUBSCRIBE},
    {"next", AHD_HINT_MENU},
    {"noprint", AHD_HINT_HIDDEN},
    {"notice", AHD_HINT_POPUP},
    {"notification", AHD_HINT_POPUP},
    {"offcanvas", AHD_HINT_POPUP},
    {"offscreen", AHD_HINT_HIDDEN},
    {"optin", AHD_HINT_SUBSCRIBE},
    {"outbrain", AHD_HINT_RELATED},
    {"overlay", AHD_HINT_POPUP},
    {"page", AHD_HINT_CONTENT},
    {"pager", AHD_HINT_MENU},
    {"pagination", AHD_HINT_MENU},
    {"paging", AHD_HINT_MENU},
    {"paragraph", AHD_HINT_CONTENT},
    {"paywall", AHD_HINT_SUBSCRIBE},
    {"photo", AHD_HINT_MEDIA},
    {"photos", AHD_HINT_MEDIA},
    {"pic", AHD_HINT_MEDIA},
    {"picture", AHD_HINT_MEDIA},
    {"player", AHD_HINT_MEDIA},
    {"poll", AHD_HINT_MEDIA},
    {"popular", AHD_HINT_TEASER},
    {"popup", AHD_HINT_POPUP},
    {"post", AHD_HINT_CONTENT},
    {"posted", AHD_HINT_META},
    {"premium", AHD_HINT_SUBSCRIBE},
    {"prev", AHD_HINT_MENU},
    {"prevnext", AHD_HINT_MENU},
    {"print", AHD_HINT_SHARE},
    {"promo", AHD_HINT_PROMO},
    {"promos", AHD_HINT_PROMO},
    {"promoted", AHD_HINT_PROMO},
    {"promotion", AHD_HINT_PROMO},
    {"promotions", AHD_HINT_PROMO},
    {"prose", AHD_HINT_CONTENT},
    {"pubdate", AHD_HINT_META},
    {"publish", AHD_HINT_META},
    {"published", AHD_HINT_META},
    {"quiz", AHD_HINT_MEDIA},
    {"rail", AHD_HINT_SIDEBAR},
    {"read", AHD_HINT_TEASER},
    {"readmore", AHD_HINT_RELATED},
    {"recent", AHD_HINT_TEASER},
    {"recirc", AHD_HINT_RELATED},
    {"recommend", AHD_HINT_RELATED},
    {"recommendation", AHD_HINT_RELATED},
    {"recommendations", AHD_HINT_RELATED},
    {"recommended", AHD_HINT_RELATED},
    {"register", AHD_HINT_SUBSCRIBE},
    {"registration", AHD_HINT_SUBSCRIBE},
    {"related", AHD_HINT_RELATED},
    {"relevant", AHD_HINT_RELATED},
    {"replies", AHD_HINT_COMMENT},
    {"reply", AHD_HINT_COMMENT},
    {"reporter", AHD_HINT_AUTHOR},
    {"respond", AHD_HINT_COMMENT},
    {"revcontent", AHD_HINT_RELATED},
    {"richtext", AHD_HINT_CONTENT},
    {"right", AHD_HINT_SIDEBAR},
    {"sapo", AHD_HINT_LEAD},
    {"screen", AHD_HINT_HIDDEN},
    {"secondary", AHD_HINT_SIDEBAR},
    {"section", AHD_HINT_TEASER},
    {"seealso", AHD_HINT_RELATED},
    {"share", AHD_HINT_SHARE},
    {"sharedaddy", AHD_HINT_SHARE},
    {"shares", AHD_HINT_SHARE},
    {"sharing", AHD_HINT_SHARE},
    {"shop", AHD_HINT_PROMO},
    {"side", AHD_HINT_SIDEBAR},
    {"sidebar", AHD_HINT_SIDEBAR},
    {"signin", AHD_HINT_SUBSCRIBE},
    {"signup", AHD_HINT_SUBSCRIBE},
    {"similar", AHD_HINT_RELATED},
    {"single", AHD_HINT_CONTENT},
    {"skip", AHD_HINT_MENU},
    {"slide", AHD_HINT_MEDIA},
    {"slider", AHD_HINT_MEDIA},
    {"slides", AHD_HINT_MEDIA},
    {"slideshow", AHD_HINT_MEDIA},
    {"sns", AHD_HINT_SHARE},
    {"social", AHD_HINT_SHARE},
    {"socials", AHD_HINT_SHARE},
    {"source", AHD_HINT_META},
    {"sponsor", AHD_HINT_PROMO},
    {"sponsored", AHD_HINT_PROMO},
    {"sponsors", AHD_HINT_PROMO},
    {"sr", AHD_HINT_HIDDEN},
    {"standfirst", AHD_HINT_LEAD},
    {"stats", AHD_HINT_META},
    {"sticky", AHD_HINT_SIDEBAR},
    {"story", AHD_HINT_CONTENT},
    {"subhead", AHD_HINT_LEAD},
    {"subheadline", AHD_HINT_LEAD},
    {"submenu", AHD_HINT_MENU},
    {"submitted", AHD_HINT_META},
    {"subscribe", AHD_HINT_SUBSCRIBE},
    {"subscription", AHD_HINT_SUBSCRIBE},
    {"subscriptions", AHD_HINT_SUBSCRIBE},
    {"subtitle", AHD_HINT_LEAD},
    {"summary", AHD_HINT_LEAD},
    {"taboola", AHD_HINT_RELATED},
    {"tag", AHD_HINT_TAGS},
    {"tags", AHD_HINT_TAGS},
    {"teaser", AHD_HINT_TEASER},
    {"teasers", AHD_HINT_TEASER},
    {"teasertext", AHD_HINT_LEAD},
    {"telegram", AHD_HINT_SHARE},
    {"text", AHD_HINT_CONTENT},
    {"thumb", AHD_HINT_TEASER},
    {"thumbnail", AHD_HINT_TEASER},
    {"thumbnails", AHD_HINT_TEASER},
    {"ticker", AHD_HINT_TEASER},
    {"tile", AHD_HINT_TEASER},
    {"time", AHD_HINT_META},
    {"timestamp", AHD_HINT_META},
    {"title", AHD_HINT_HEADLINE},
    {"titre", AHD_HINT_HEADLINE},
    {"titulo", AHD_HINT_HEADLINE},
    {"toast", AHD_HINT_POPUP},
    {"toolbar", AHD_HINT_MENU},
    {"tooltip", AHD_HINT_POPUP},
    {"top", AHD_HINT_TEASER},
    {"topbar", AHD_HINT_MENU},
    {"topic", AHD_HINT_TAGS},
    {"topics", AHD_HINT_TAGS},
    {"trending", AHD_HINT_TEASER},
    {"twitter", AHD_HINT_SHARE},
    {"updated", AHD_HINT_META},
    {"vcard", AHD_HINT_AUTHOR},
    {"video", AHD_HINT_MEDIA},
    {"videos", AHD_HINT_MEDIA},
    {"views", AHD_HINT_META},
    {"visually", AHD_HINT_HIDDEN},
    {"whatsapp", AHD_HINT_SHARE},
    {"widget", AHD_HINT_SIDEBAR},
    {"widgets", AHD_HINT_SIDEBAR},
    {"wpcaption", AHD_HINT_CAPTION},
    {"writer", AHD_HINT_AUTHOR},
    {"wysiwyg", AHD_HINT_CONTENT},
    {"yarpp", AHD_HINT_RELATED},
    {"zergnet", AHD_HINT_RELATED},
    /* clang-format on */
};

enum { WORDS = sizeof words / sizeof *words, PREFIX_LETTERS = 5 };

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

/* Letters that `w` and `text` begin with alike. */
static size_t same_letters(ahd_str w, const char *text)
{
    size_t i = 0;

    while (i < w.len && text[i] != '\0' && ahd_ascii_small(w.ptr[i]) == text[i])
        i++;
    return i;
}

/* Where the words of each letter begin. */
static void index_words(uint16_t begins[27])
{
    uint16_t at = 0;

    for (int letter = 'a'; letter <= 'z'; letter++) {
        begins[letter - 'a'] = at;
        while (at < (uint16_t)WORDS && words[at].text[0] == letter)
            at++;
    }
    begins[26] = WORDS;
}

/* The last row of its letter that is not above `w`; else the one before. */
static int last_below(ahd_str w, const uint16_t begins[27])
{
    int letter = ahd_ascii_small(w.ptr[0]) - 'a';
    int low = begins[letter] - 1, high = begins[letter + 1];

    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        size_t i = same_letters(w, words[middle].text);
        char have = i < w.len ? ahd_ascii_small(w.ptr[i]) : '\0';
        if (have >= words[middle].text[i])
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The row that is `w`, or the longest long enough that it begins with. */
static uint32_t look_up(ahd_str w, const uint16_t begins[27])
{
    for (int i = last_below(w, begins); i >= 0; i--) {
        size_t same = same_letters(w, words[i].text);
        bool whole = words[i].text[same] == '\0';
        if (whole && (same == w.len || same >= PREFIX_LETTERS))
            return words[i].hint;
        if (same < PREFIX_LETTERS)
            break;
    }
    return 0;
}

static uint32_t of_class(ahd_str name)
{
    if (name.len == 0)
        return 0;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (ahd_ascii_small(name.ptr[0]) == bodies[i][0] &&
            ahd_markup_same(name, bodies[i]))
            return AHD_HINT_BODY;
    return 0;
}

/* "has-sidebar" and "no-comments" tell of the layout, not of what is inside. */
static bool is_of_layout(ahd_str name)
{
    static const char *const starts[] = {"has-", "no-", "with-", "js-"};

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (name.len > 0 && name.ptr[0] == starts[i][0] &&
            ahd_str_starts(name, ahd_str_from(starts[i])))
            return true;
    return false;
}

/* Its words: "relatedPosts_box" is related, posts, box. */
static uint32_t of_words(ahd_str name, const uint16_t begins[27])
{
    uint32_t hint = 0;
    size_t i = 0;

    if (is_of_layout(name))
        return 0;
    while (i < name.len) {
        size_t first = i;
        while (i < name.len && is_big(name.ptr[i]))
            i++;
        while (i < name.len && is_small(name.ptr[i]))
            i++;
        if (i > first + 1)
            hint |= look_up((ahd_str){name.ptr + first, i - first}, begins);
        else if (i == first)
            i++;
    }
    return hint;
}

static uint32_t of_names(ahd_str value, const uint16_t begins[27])
{
    uint32_t hint = 0;

    for (size_t i = 0; i < value.len; i++) {
        size_t first = i;
        while (i < value.len && !ahd_ascii_is_space(value.ptr[i]))
            i++;
        ahd_str name = {value.ptr + first, i - first};
        uint32_t one = of_words(name, begins);
        if (one & AHD_HINT_CONTENT) /* every name of a body has such a word */
            one |= of_class(name);
        hint |= one;
    }
    return hint;
}

/* Its ends and length choose a slot; the slot knows whether it is the same. */
static uint32_t slot_of(ahd_str value)
{
    uint64_t head = 0, tail = 0;
    size_t n = value.len < sizeof head ? value.len : sizeof head;

    memcpy(&head, value.ptr, n);
    memcpy(&tail, value.ptr + value.len - n, n);
    uint64_t mixed = (head ^ tail * 31 ^ value.len) * 0x9E3779B97F4A7C15U;
    return (uint32_t)(mixed >> 55);
}

/* What a class or id says, and a hash of it for `look`. */
static uint32_t of_value(ahd_str value, ahd_hint_cache *cache, uint32_t *look)
{
    *look = 0;
    if (value.len == 0)
        return 0;
    uint32_t at = slot_of(value);
    if (!ahd_str_eq(cache->slots[at].value, value)) {
        if (cache->begins[26] == 0)
            index_words(cache->begins);
        cache->slots[at].value = value;
        cache->slots[at].hint = of_names(value, cache->begins);
        cache->slots[at].look = ahd_str_hash(value);
    }
    *look = cache->slots[at].look;
    return cache->slots[at].hint;
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

static const word roles[] = {
    {"navigation", AHD_HINT_NAV},      {"menu", AHD_HINT_NAV},
    {"complementary", AHD_HINT_ASIDE}, {"contentinfo", AHD_HINT_FOOT},
    {"dialog", AHD_HINT_POPUP},        {"search", AHD_HINT_FORM},
    {"main", AHD_HINT_MAIN},           {"article", AHD_HINT_ARTICLE},
    {"banner", AHD_HINT_HEAD},         {NULL, 0},
};

static const word properties[] = {
    {"articlebody", AHD_HINT_BODY},
    {"author", AHD_HINT_AUTHOR},
    {"comment", AHD_HINT_COMMENT},
    {"description", AHD_HINT_LEAD},
    {"headline", AHD_HINT_HEADLINE},
    {"caption", AHD_HINT_CAPTION},
    {NULL, 0},
};

static uint32_t of_table(const word *table, ahd_str value)
{
    for (; table->text != NULL; table++)
        if (ahd_markup_same(value, table->text))
            return table->hint;
    return 0;
}

/* By the length of its name first: most attributes end there. */
static uint32_t of_attribute(ahd_str name, ahd_str value)
{
    switch (name.len) {
    case 3:
        return ahd_markup_same(name, "rel") && ahd_markup_same(value, "author")
                   ? AHD_HINT_AUTHOR
                   : 0;
    case 4:
        return ahd_markup_same(name, "role") ? of_table(roles, value) : 0;
    case 5:
        return ahd_markup_same(name, "style") && hides(value) ? AHD_HINT_HIDDEN
                                                              : 0;
    case 6:
        return ahd_markup_same(name, "hidden") ? AHD_HINT_HIDDEN : 0;
    case 8:
        return ahd_markup_same(name, "itemprop") ? of_table(properties, value)
                                                 : 0;
    default:
        return 0;
    }
}

static uint32_t of_element(ahd_element element)
{
    static const uint32_t hints[AHD_ELEMENTS] = {
        [AHD_ELEMENT_ARTICLE] = AHD_HINT_ARTICLE,
        [AHD_ELEMENT_MAIN] = AHD_HINT_MAIN,
        [AHD_ELEMENT_ASIDE] = AHD_HINT_ASIDE,
        [AHD_ELEMENT_FOOTER] = AHD_HINT_FOOT,
        [AHD_ELEMENT_HEADER] = AHD_HINT_HEAD,
        [AHD_ELEMENT_NAV] = AHD_HINT_NAV,
        [AHD_ELEMENT_MENU] = AHD_HINT_NAV,
        [AHD_ELEMENT_FORM] = AHD_HINT_FORM,
        [AHD_ELEMENT_FIELDSET] = AHD_HINT_FORM,
        [AHD_ELEMENT_DIALOG] = AHD_HINT_POPUP,
        [AHD_ELEMENT_TABLE] = AHD_HINT_TABLE,
        [AHD_ELEMENT_UL] = AHD_HINT_LIST,
        [AHD_ELEMENT_OL] = AHD_HINT_LIST,
        [AHD_ELEMENT_DL] = AHD_HINT_LIST,
        [AHD_ELEMENT_BLOCKQUOTE] = AHD_HINT_QUOTE,
        [AHD_ELEMENT_FIGURE] = AHD_HINT_FIGURE,
        [AHD_ELEMENT_FIGCAPTION] = AHD_HINT_FIGURE | AHD_HINT_CAPTION,
        [AHD_ELEMENT_CAPTION] = AHD_HINT_CAPTION,
    };

    return hints[element];
}

uint32_t ahd_hint_of(const ahd_markup_token *start, ahd_hint_cache *cache,
                     uint32_t *look)
{
    ahd_str rest = start->attributes, name, value;
    uint32_t hint = of_element(start->element), class = 0, hash = 0;

    while (ahd_markup_attribute(&rest, &name, &value)) {
        if (ahd_markup_same(name, "class"))
            hint |= of_value(value, cache, &class);
        else if (ahd_markup_same(name, "id"))
            hint |= of_value(value, cache, &hash);
        else
            hint |= of_attribute(name, value);
    }
    if (look)
        *look = ((uint32_t)start->element + 1) ^ class;
    return hint;
}
