#include "meta.h"

#include "draft.h"
#include "hint.h"
#include "json_in.h"

#include <string.h>

enum { JSON_LD_RANK = 20, AUTHOR_BYTES = 100 };

typedef struct row {
    const char *name;
    ahd_meta_field field;
    int rank;
    const char *from;
} row;

/* <meta name= or property= or itemprop=>. */
static const row metas[] = {
    {"og:title", AHD_META_TITLE, 10, "og:title"},
    {"twitter:title", AHD_META_TITLE, 5, "twitter:title"},
    {"og:site_name", AHD_META_OUTLET, 10, "og:site_name"},
    {"application-name", AHD_META_OUTLET, 4, "application-name"},
    {"og:url", AHD_META_URL, 5, "og:url"},
    {"og:type", AHD_META_TYPE, 10, "og:type"},
    {"author", AHD_META_AUTHOR, 12, "meta author"},
    {"article:author", AHD_META_AUTHOR, 6, "article:author"},
    {"article:author_name", AHD_META_AUTHOR, 8, "article:author_name"},
    {"parsely-author", AHD_META_AUTHOR, 11, "parsely-author"},
    {"sailthru.author", AHD_META_AUTHOR, 11, "sailthru.author"},
    {"dc.creator", AHD_META_AUTHOR, 9, "dc.creator"},
    {"dcterms.creator", AHD_META_AUTHOR, 9, "dcterms.creator"},
    {"byl", AHD_META_AUTHOR, 10, "meta byl"},
    {"article:published_time", AHD_META_PUBLISHED, 30,
     "meta article:published_time"},
    {"og:article:published_time", AHD_META_PUBLISHED, 29,
     "meta og:article:published_time"},
    {"article.published", AHD_META_PUBLISHED, 28, "meta article.published"},
    {"datepublished", AHD_META_PUBLISHED, 25, "meta datePublished"},
    {"parsely-pub-date", AHD_META_PUBLISHED, 18, "meta parsely-pub-date"},
    {"sailthru.date", AHD_META_PUBLISHED, 17, "meta sailthru.date"},
    {"cxenseparse:recs:publishtime", AHD_META_PUBLISHED, 17,
     "meta cXenseParse"},
    {"publishdate", AHD_META_PUBLISHED, 16, "meta publishdate"},
    {"publish-date", AHD_META_PUBLISHED, 16, "meta publish-date"},
    {"publish_date", AHD_META_PUBLISHED, 16, "meta publish_date"},
    {"pubdate", AHD_META_PUBLISHED, 16, "meta pubdate"},
    {"publication_date", AHD_META_PUBLISHED, 16, "meta publication_date"},
    {"dc.date.issued", AHD_META_PUBLISHED, 15, "meta DC.date.issued"},
    {"dcterms.created", AHD_META_PUBLISHED, 14, "meta dcterms.created"},
    {"dcterms.date", AHD_META_PUBLISHED, 14, "meta dcterms.date"},
    {"dc.date", AHD_META_PUBLISHED, 13, "meta DC.date"},
    {"date", AHD_META_PUBLISHED, 12, "meta date"},
    {"article:modified_time", AHD_META_UPDATED, 30, "article:modified_time"},
    {"og:updated_time", AHD_META_UPDATED, 10, "og:updated_time"},
    {"datemodified", AHD_META_UPDATED, 25, "meta dateModified"},
    {"lastmod", AHD_META_UPDATED, 8, "meta lastmod"},
    {"last-modified", AHD_META_UPDATED, 8, "meta last-modified"},
};

/* Keys of JSON-LD. `parent`: the key of the object that holds it, or NULL. */
static const struct {
    const char *key, *parent;
    ahd_meta_field field;
    const char *from;
} json_keys[] = {
    {"datePublished", NULL, AHD_META_PUBLISHED, "JSON-LD datePublished"},
    {"dateModified", NULL, AHD_META_UPDATED, "JSON-LD dateModified"},
    {"author", NULL, AHD_META_AUTHOR, "JSON-LD author"},
    {"name", "author", AHD_META_AUTHOR, "JSON-LD author"},
    {"name", "publisher", AHD_META_OUTLET, "JSON-LD publisher"},
};

static void offer(ahd_meta *meta, ahd_meta_field field, ahd_meta_value value)
{
    value.raw = ahd_str_trim(value.raw);
    if (value.raw.len > 0 && value.rank > meta->values[field].rank)
        meta->values[field] = value;
}

/* --------------------------------------------------------------- JSON-LD */

static bool key_is(ahd_str key, const char *want)
{
    return ahd_str_eq(key, ahd_str_from(want));
}

/* The nearer to the top, the more it is about this page: an article's own date
 * stands above those of its comments. */
static void take_json_value(ahd_meta *meta, ahd_str value, const ahd_str *keys,
                            int depth)
{
    ahd_str parent = depth > 0 ? keys[depth - 1] : AHD_STR("");

    for (size_t i = 0; i < sizeof json_keys / sizeof *json_keys; i++) {
        bool fits = json_keys[i].parent == NULL ||
                    key_is(parent, json_keys[i].parent) ||
                    (depth > 1 && parent.len == 0 &&
                     key_is(keys[depth - 2], json_keys[i].parent));
        if (fits && key_is(keys[depth], json_keys[i].key))
            offer(meta, json_keys[i].field,
                  (ahd_meta_value){value, true,
                                   JSON_LD_RANK + 6 - (depth < 6 ? depth : 6),
                                   json_keys[i].from});
    }
}

/* keys[d] is the last key read at depth d; what stands in an array has the key
 * of the array. */
static void take_json_ld(ahd_meta *meta, ahd_str text)
{
    ahd_str keys[AHD_JSON_DEEPEST + 2] = {{"", 0}};
    ahd_json_in in;

    ahd_json_in_init(&in, text);
    for (;;) {
        switch (ahd_json_in_next(&in)) {
        case AHD_JSON_OPEN:
            keys[in.depth] = AHD_STR("");
            if (!ahd_json_in_object(&in))
                keys[in.depth] = keys[in.depth - 1];
            break;
        case AHD_JSON_KEY:
            keys[in.depth] = in.text;
            break;
        case AHD_JSON_STRING:
            take_json_value(meta, in.text, keys, in.depth);
            break;
        case AHD_JSON_CLOSE:
        case AHD_JSON_OTHER:
            break;
        case AHD_JSON_END:
        case AHD_JSON_BROKEN:
            return;
        }
    }
}

/* ------------------------------------------------------------------ tags */

static void take_meta(ahd_meta *meta, const ahd_markup_token *token)
{
    ahd_str rest = token->attributes, attribute, value;
    ahd_str names[3] = {{"", 0}}, content = {"", 0};
    size_t count = 0;

    while (ahd_markup_attribute(&rest, &attribute, &value)) {
        if (ahd_markup_same(attribute, "content"))
            content = value;
        else if (count < 3 && (ahd_markup_same(attribute, "name") ||
                               ahd_markup_same(attribute, "property") ||
                               ahd_markup_same(attribute, "itemprop")))
            names[count++] = value;
    }
    for (size_t i = 0; i < count * (sizeof metas / sizeof *metas); i++) {
        const row *r = &metas[i / count];
        if (ahd_markup_same(names[i % count], r->name))
            offer(meta, r->field,
                  (ahd_meta_value){content, false, r->rank, r->from});
    }
}

static void take_link(ahd_meta *meta, const ahd_markup_token *token)
{
    if (ahd_markup_same(ahd_markup_value(token, "rel"), "canonical"))
        offer(meta, AHD_META_URL,
              (ahd_meta_value){ahd_markup_value(token, "href"), false, 10,
                               "rel=canonical"});
}

static void take_time(ahd_meta *meta, const ahd_markup_token *token)
{
    ahd_str day = ahd_markup_value(token, "datetime");
    ahd_str property = ahd_markup_value(token, "itemprop");
    ahd_str class = ahd_markup_value(token, "class");

    if (ahd_markup_same(property, "datepublished"))
        offer(meta, AHD_META_PUBLISHED,
              (ahd_meta_value){day, false, 24, "time datePublished"});
    else if (ahd_markup_same(property, "datemodified") ||
             ahd_str_find(class, AHD_STR("updated")) + 7 == class.len)
        offer(meta, AHD_META_UPDATED,
              (ahd_meta_value){day, false, 12, "time dateModified"});
    else
        offer(meta, AHD_META_PUBLISHED,
              (ahd_meta_value){day, false, 10, "time datetime"});
}

static void take_start(ahd_meta *meta, const ahd_markup_token *token)
{
    if (token->element == AHD_ELEMENT_META)
        take_meta(meta, token);
    else if (token->element == AHD_ELEMENT_LINK)
        take_link(meta, token);
    else if (token->element == AHD_ELEMENT_TIME)
        take_time(meta, token);
    else if (token->element == AHD_ELEMENT_SCRIPT)
        meta->in_json_ld = ahd_markup_same(ahd_markup_value(token, "type"),
                                           "application/ld+json");
    else if (meta->values[AHD_META_AUTHOR].rank < 4 &&
             (ahd_hint_of(token, NULL, NULL) & AHD_HINT_AUTHOR))
        meta->author_due = true;
}

/* The visible name, after "By". */
static void take_author(ahd_meta *meta, ahd_str text)
{
    text = ahd_str_trim(text);
    if (text.len < 4 || text.ptr[0] == ',') /* ", Daily News" after a name */
        return;
    meta->author_due = false;
    if (text.len < AUTHOR_BYTES)
        offer(meta, AHD_META_AUTHOR,
              (ahd_meta_value){text, false, 4, "the byline"});
}

void ahd_meta_take(ahd_meta *meta, const ahd_markup_token *token)
{
    if (token->kind == AHD_MARKUP_START) {
        take_start(meta, token);
        return;
    }
    if (token->kind == AHD_MARKUP_END)
        return;
    if (token->element == AHD_ELEMENT_TITLE)
        offer(meta, AHD_META_HEAD,
              (ahd_meta_value){token->text, false, 10, "title"});
    else if (token->element == AHD_ELEMENT_SCRIPT && meta->in_json_ld)
        take_json_ld(meta, ahd_str_trim(token->text));
    else if (token->element == AHD_ELEMENT_OTHER && meta->author_due)
        take_author(meta, token->text);
}

static ahd_str plain_json(ahd_arena *arena, ahd_str raw)
{
    char *out = ahd_arena_alloc(arena, 1, raw.len + 1);
    size_t len = 0, n = 0;

    for (size_t at = 0; at < raw.len; len += n) {
        char bytes[4];
        at += ahd_json_in_char(raw, at, bytes, &n);
        memcpy(out + len, bytes, n);
    }
    return (ahd_str){out, len};
}

ahd_str ahd_meta_plain(const ahd_meta *meta, ahd_meta_field field,
                       ahd_arena *arena)
{
    const ahd_meta_value *value = &meta->values[field];

    if (value->rank == 0)
        return AHD_STR("");
    /* Some pages write entities into their JSON as well. */
    ahd_str text = value->json ? plain_json(arena, value->raw) : value->raw;
    return ahd_draft_plain(arena, text);
}
