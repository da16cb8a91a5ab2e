#include "trait.h"

typedef struct name {
    const char *text;
    uint32_t trait;
} name;

/* Of the class of <body>: one of its words, whole. */
static const name classes[] = {
    {"archive", AHD_TRAIT_LIST},
    {"author", AHD_TRAIT_LIST},
    {"category", AHD_TRAIT_LIST},
    {"discussion", AHD_TRAIT_THREAD_CLASS},
    {"error404", AHD_TRAIT_ERROR},
    {"forum", AHD_TRAIT_THREAD_CLASS},
    {"home", AHD_TRAIT_HOME},
    {"page-category", AHD_TRAIT_LIST},
    {"page-topic", AHD_TRAIT_THREAD_CLASS},
    {"product-listing-page", AHD_TRAIT_LIST},
    {"question-page", AHD_TRAIT_THREAD_CLASS},
    {"search", AHD_TRAIT_LIST},
    {"search-results", AHD_TRAIT_LIST},
    {"section-viewtopic", AHD_TRAIT_THREAD_CLASS},
    {"tag", AHD_TRAIT_LIST},
    {NULL, 0},
};

static const name graphs[] = {
    {"product.group", AHD_TRAIT_SHELF}, {"video", AHD_TRAIT_VIDEO},
    {"video.episode", AHD_TRAIT_VIDEO}, {"video.movie", AHD_TRAIT_VIDEO},
    {"video.other", AHD_TRAIT_VIDEO},   {NULL, 0},
};

/* Types of the page itself; those of its parts as well where `part`. */
static const struct {
    name name;
    bool part;
} types[] = {
    {{"CollectionPage", AHD_TRAIT_LIST}, true},
    {{"DiscussionForumPosting", AHD_TRAIT_THREAD}, true},
    {{"HowTo", AHD_TRAIT_ARTICLE}, false},
    {{"LiveBlogPosting", AHD_TRAIT_ARTICLE}, false},
    {{"Offer", AHD_TRAIT_GOODS}, true},
    {{"OfferCatalog", AHD_TRAIT_GOODS}, true},
    {{"Product", AHD_TRAIT_GOODS}, true},
    {{"ProfilePage", AHD_TRAIT_LIST}, false},
    {{"QAPage", AHD_TRAIT_THREAD}, true},
    {{"Recipe", AHD_TRAIT_ARTICLE}, false},
    {{"Report", AHD_TRAIT_ARTICLE}, false},
    {{"SearchResultsPage", AHD_TRAIT_LIST}, true},
    {{"VideoObject", AHD_TRAIT_VIDEO}, false},
};

/* Parts of a path, whole. */
static const name segments[] = {
    {"author", AHD_TRAIT_LIST},
    {"authors", AHD_TRAIT_LIST},
    {"browse", AHD_TRAIT_LIST},
    {"c", AHD_TRAIT_LIST},
    {"cat", AHD_TRAIT_LIST},
    {"categories", AHD_TRAIT_LIST},
    {"category", AHD_TRAIT_LIST},
    {"collection", AHD_TRAIT_LIST},
    {"collections", AHD_TRAIT_LIST},
    {"discussion", AHD_TRAIT_THREAD_PATH},
    {"discussions", AHD_TRAIT_THREAD_PATH},
    {"forum", AHD_TRAIT_THREAD_PATH},
    {"forums", AHD_TRAIT_THREAD_PATH},
    {"product-category", AHD_TRAIT_LIST},
    {"questions", AHD_TRAIT_THREAD_PATH},
    {"search", AHD_TRAIT_LIST},
    {"showthread.php", AHD_TRAIT_THREAD_PATH},
    {"t", AHD_TRAIT_THREAD_PATH},
    {"tag", AHD_TRAIT_LIST},
    {"tags", AHD_TRAIT_LIST},
    {"thread", AHD_TRAIT_THREAD_PATH},
    {"threads", AHD_TRAIT_THREAD_PATH},
    {"topic", AHD_TRAIT_THREAD_PATH},
    {"viewtopic.php", AHD_TRAIT_THREAD_PATH},
    {NULL, 0},
};

/* First parts of a host's name. */
static const name hosts[] = {
    {"bbs", AHD_TRAIT_BOARD},
    {"board", AHD_TRAIT_BOARD},
    {"boards", AHD_TRAIT_BOARD},
    {"community", AHD_TRAIT_BOARD},
    {"discourse", AHD_TRAIT_BOARD},
    {"discuss", AHD_TRAIT_BOARD},
    {"forum", AHD_TRAIT_BOARD},
    {"forums", AHD_TRAIT_BOARD},
    {NULL, 0},
};

static uint32_t find(const name *names, ahd_str word)
{
    for (; names->text; names++)
        if (ahd_markup_same(word, names->text))
            return names->trait;
    return 0;
}

/* The text up to one of the marks, cut off `rest` with that mark. */
static ahd_str cut(ahd_str *rest, const char *marks)
{
    ahd_str word = {rest->ptr, 0};
    size_t skip = 0;

    for (; word.len < rest->len && skip == 0; word.len += skip == 0)
        for (const char *mark = marks; *mark; mark++)
            skip |= rest->ptr[word.len] == *mark;
    rest->ptr += word.len + skip;
    rest->len -= word.len + skip;
    return word;
}

static uint32_t of_class(ahd_str value)
{
    uint32_t traits = 0;

    while (value.len > 0)
        traits |= find(classes, cut(&value, " \t\r\n"));
    return traits;
}

uint32_t ahd_trait_of_tag(const ahd_markup_token *token)
{
    switch ((int)token->element) {
    case AHD_ELEMENT_BODY:
        return of_class(ahd_markup_value(token, "class"));
    case AHD_ELEMENT_INPUT:
        return ahd_markup_same(ahd_markup_value(token, "type"), "password")
                   ? AHD_TRAIT_PASSWORD
                   : 0;
    case AHD_ELEMENT_VIDEO:
        return AHD_TRAIT_PLAYER;
    default:
        return 0;
    }
}

uint32_t ahd_trait_of_type(ahd_str type, bool aside)
{
    /* NewsArticle, BlogPosting and many more */
    bool written = ahd_str_ends(type, AHD_STR("Article")) ||
                   ahd_str_eq(type, AHD_STR("BlogPosting"));

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (ahd_str_is(type, types[i].name.text) &&
            (types[i].part || !aside))
            return types[i].name.trait;
    return written && !aside ? AHD_TRAIT_ARTICLE : 0;
}

uint32_t ahd_trait_of_graph(ahd_str type)
{
    return find(graphs, type);
}

uint32_t ahd_trait_of_address(ahd_str url)
{
    size_t start = ahd_str_find(url, AHD_STR("://"));
    uint32_t traits;

    if (start == url.len)
        return 0;
    url = (ahd_str){url.ptr + start + 3, url.len - start - 3};
    ahd_str host = cut(&url, "/"), path = cut(&url, "?#");
    bool home = path.len == 0 && url.len == 0;
    traits = find(hosts, cut(&host, "."));
    while (path.len > 0)
        traits |= find(segments, cut(&path, "/"));
    return home ? traits | AHD_TRAIT_HOME : traits;
}
