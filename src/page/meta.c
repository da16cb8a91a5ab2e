#include "meta.h"

#include "draft.h"
#include "json_in.h"
#include "linked.h"

#include <string.h>

enum {
    NAME_BYTES = 32,  /* of a <meta>, the longest in the table */
    TITLE_BYTES = 16, /* of a text that may be the title, at least */
    MOST_TITLE = 600,
};

typedef struct row {
    const char *name;
    ahd_meta_field field;
    int rank;
    const char *from;
} row;

/* <meta name= or property= or itemprop=>, in order of the names. */
static const row metas[] = {
    {"application-name", AHD_META_OUTLET, 4, "application-name"},
    {"article.created", AHD_META_PUBLISHED, 14, "meta article.created"},
    {"article.published", AHD_META_PUBLISHED, 28, "meta article.published"},
    {"article.updated", AHD_META_UPDATED, 20, "meta article.updated"},
    {"article:author", AHD_META_AUTHOR, 6, "article:author"},
    {"article:author_name", AHD_META_AUTHOR, 8, "article:author_name"},
    {"article:modified_time", AHD_META_UPDATED, 30, "article:modified_time"},
    {"article:published", AHD_META_PUBLISHED, 28, "meta article:published"},
    {"article:published_time", AHD_META_PUBLISHED, 30,
     "meta article:published_time"},
    {"article:section", AHD_META_SECTION, 10, "article:section"},
    {"article:tag", AHD_META_TAGS, 10, "article:tag"},
    {"article_date_original", AHD_META_PUBLISHED, 16,
     "meta article_date_original"},
    {"author", AHD_META_AUTHOR, 12, "meta author"},
    {"authors", AHD_META_AUTHOR, 9, "meta authors"},
    {"byl", AHD_META_AUTHOR, 10, "meta byl"},
    {"citation_author", AHD_META_AUTHOR, 14, "meta citation_author"},
    {"citation_date", AHD_META_PUBLISHED, 13, "meta citation_date"},
    {"citation_online_date", AHD_META_PUBLISHED, 14,
     "meta citation_online_date"},
    {"citation_publication_date", AHD_META_PUBLISHED, 14,
     "meta citation_publication_date"},
    {"content-language", AHD_META_LANGUAGE, 8, "content-language"},
    {"cxenseparse:recs:publishtime", AHD_META_PUBLISHED, 17,
     "meta cXenseParse"},
    {"date", AHD_META_PUBLISHED, 12, "meta date"},
    {"datecreated", AHD_META_PUBLISHED, 9, "meta dateCreated"},
    {"datemodified", AHD_META_UPDATED, 25, "meta dateModified"},
    {"datepublished", AHD_META_PUBLISHED, 25, "meta datePublished"},
    {"dc.creator", AHD_META_AUTHOR, 9, "dc.creator"},
    {"dc.date", AHD_META_PUBLISHED, 13, "meta DC.date"},
    {"dc.date.created", AHD_META_PUBLISHED, 14, "meta DC.date.created"},
    {"dc.date.issued", AHD_META_PUBLISHED, 15, "meta DC.date.issued"},
    {"dc.date.modified", AHD_META_UPDATED, 9, "meta DC.date.modified"},
    {"dc.language", AHD_META_LANGUAGE, 6, "DC.language"},
    {"dc.subject", AHD_META_TAGS, 4, "DC.subject"},
    {"dcterms.created", AHD_META_PUBLISHED, 14, "meta dcterms.created"},
    {"dcterms.creator", AHD_META_AUTHOR, 9, "dcterms.creator"},
    {"dcterms.date", AHD_META_PUBLISHED, 14, "meta dcterms.date"},
    {"dcterms.issued", AHD_META_PUBLISHED, 15, "meta dcterms.issued"},
    {"dcterms.modified", AHD_META_UPDATED, 9, "meta dcterms.modified"},
    {"displaydate", AHD_META_PUBLISHED, 11, "meta displaydate"},
    {"keywords", AHD_META_TAGS, 6, "meta keywords"},
    {"last-modified", AHD_META_UPDATED, 8, "meta last-modified"},
    {"lastmod", AHD_META_UPDATED, 8, "meta lastmod"},
    {"modified-date", AHD_META_UPDATED, 8, "meta modified-date"},
    {"news_keywords", AHD_META_TAGS, 8, "meta news_keywords"},
    {"og:article:author", AHD_META_AUTHOR, 8, "og:article:author"},
    {"og:article:modified_time", AHD_META_UPDATED, 28,
     "og:article:modified_time"},
    {"og:article:published_time", AHD_META_PUBLISHED, 29,
     "meta og:article:published_time"},
    {"og:article:section", AHD_META_SECTION, 9, "og:article:section"},
    {"og:locale", AHD_META_LANGUAGE, 4, "og:locale"},
    {"og:published_time", AHD_META_PUBLISHED, 27, "meta og:published_time"},
    {"og:regdate", AHD_META_PUBLISHED, 14, "meta og:regDate"},
    {"og:release_date", AHD_META_PUBLISHED, 16, "meta og:release_date"},
    {"og:site_name", AHD_META_OUTLET, 10, "og:site_name"},
    {"og:title", AHD_META_TITLE, 10, "og:title"},
    {"og:type", AHD_META_TYPE, 10, "og:type"},
    {"og:updated_time", AHD_META_UPDATED, 10, "og:updated_time"},
    {"og:url", AHD_META_URL, 5, "og:url"},
    {"originalpublicationdate", AHD_META_PUBLISHED, 16,
     "meta OriginalPublicationDate"},
    {"parsely-author", AHD_META_AUTHOR, 11, "parsely-author"},
    {"parsely-pub-date", AHD_META_PUBLISHED, 18, "meta parsely-pub-date"},
    {"parsely-section", AHD_META_SECTION, 8, "parsely-section"},
    {"pdate", AHD_META_PUBLISHED, 15, "meta pdate"},
    {"ptime", AHD_META_PUBLISHED, 15, "meta ptime"},
    {"pub_date", AHD_META_PUBLISHED, 16, "meta pub_date"},
    {"pubdate", AHD_META_PUBLISHED, 16, "meta pubdate"},
    {"publication_date", AHD_META_PUBLISHED, 16, "meta publication_date"},
    {"publish-date", AHD_META_PUBLISHED, 16, "meta publish-date"},
    {"publish_date", AHD_META_PUBLISHED, 16, "meta publish_date"},
    {"publishdate", AHD_META_PUBLISHED, 16, "meta publishdate"},
    {"published", AHD_META_PUBLISHED, 15, "meta published"},
    {"published-date", AHD_META_PUBLISHED, 16, "meta published-date"},
    {"published_at", AHD_META_PUBLISHED, 16, "meta published_at"},
    {"published_time", AHD_META_PUBLISHED, 16, "meta published_time"},
    {"revised", AHD_META_UPDATED, 6, "meta revised"},
    {"sailthru.author", AHD_META_AUTHOR, 11, "sailthru.author"},
    {"sailthru.date", AHD_META_PUBLISHED, 17, "meta sailthru.date"},
    {"section", AHD_META_SECTION, 5, "meta section"},
    {"timestamp", AHD_META_PUBLISHED, 10, "meta timestamp"},
    {"title", AHD_META_TITLE, 3, "meta title"},
    {"twitter:title", AHD_META_TITLE, 5, "twitter:title"},
};

/* How many values of a field are kept. */
static uint8_t most_of(ahd_meta_field field)
{
    if (field == AHD_META_AUTHOR)
        return 24;
    return field == AHD_META_TAGS ? 32 : 6;
}

void ahd_meta_offer(ahd_meta *meta, ahd_meta_field field, ahd_meta_value value)
{
    value.raw = ahd_str_trim(value.raw);
    value.field = field;
    if (value.raw.len == 0 || meta->counts[field] == most_of(field) ||
        meta->count == AHD_META_VALUES)
        return;
    meta->counts[field]++;
    meta->values[meta->count++] = value;
}

const ahd_meta_value *ahd_meta_best(const ahd_meta *meta, ahd_meta_field field)
{
    const ahd_meta_value *best = NULL;

    for (uint32_t i = 0; i < meta->count; i++) {
        const ahd_meta_value *value = &meta->values[i];
        if (value->field == field && !value->reference &&
            (best == NULL || value->rank > best->rank))
            best = value;
    }
    return best;
}

/* ------------------------------------------------------------------ tags */

static const row *find_row(ahd_str name)
{
    char small[NAME_BYTES];
    size_t low = 0, high = sizeof metas / sizeof *metas;

    if (name.len == 0 || name.len > NAME_BYTES)
        return NULL;
    for (size_t i = 0; i < name.len; i++)
        small[i] = name.ptr[i] >= 'A' && name.ptr[i] <= 'Z'
                       ? (char)(name.ptr[i] + 32)
                       : name.ptr[i];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = ahd_str_cmp((ahd_str){small, name.len},
                                ahd_str_from(metas[middle].name));
        if (order == 0)
            return &metas[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Names that no table can hold: "vr:published_time", "bt:pubDate". */
static const row *guess_row(ahd_str name)
{
    static const struct {
        const char *part;
        row row;
    } guesses[] = {
        {"modified", {NULL, AHD_META_UPDATED, 5, "a meta tag of change"}},
        {"updated", {NULL, AHD_META_UPDATED, 5, "a meta tag of change"}},
        {"publishe", {NULL, AHD_META_PUBLISHED, 11, "a meta tag of date"}},
        {"publication", {NULL, AHD_META_PUBLISHED, 11, "a meta tag of date"}},
        {"publishd", {NULL, AHD_META_PUBLISHED, 11, "a meta tag of date"}},
        {"pubdate", {NULL, AHD_META_PUBLISHED, 11, "a meta tag of date"}},
    };

    for (size_t at = 0; at + 7 <= name.len && name.len <= NAME_BYTES; at++)
        for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++) {
            size_t len = strlen(guesses[i].part);
            if (at + len <= name.len &&
                ahd_markup_same((ahd_str){name.ptr + at, len},
                                guesses[i].part) &&
                !ahd_str_ends(name, AHD_STR("publisher")))
                return &guesses[i].row;
        }
    return NULL;
}

static const row *row_of(ahd_str name)
{
    const row *known = find_row(name);

    return known ? known : guess_row(name);
}

/* Properties in the body are of the part that they stand in: see sight.h. */
static bool is_naming(ahd_str attribute, const ahd_meta *meta)
{
    return ahd_markup_same(attribute, "name") ||
           ahd_markup_same(attribute, "property") ||
           (ahd_markup_same(attribute, "itemprop") && meta->sights.order < 2) ||
           ahd_markup_same(attribute, "http-equiv");
}

static void take_meta(ahd_meta *meta, const ahd_markup_token *token)
{
    ahd_str rest = token->attributes, attribute, value, content = {"", 0};
    const row *rows[3];
    size_t count = 0;

    while (ahd_markup_attribute(&rest, &attribute, &value)) {
        if (ahd_markup_same(attribute, "content") ||
            (ahd_markup_same(attribute, "value") && content.len == 0))
            content = value;
        else if (count < 3 && is_naming(attribute, meta) &&
                 (rows[count] = row_of(ahd_str_trim(value))) != NULL)
            count++;
    }
    for (size_t i = 0; i < count; i++)
        ahd_meta_offer(meta, rows[i]->field,
                       (ahd_meta_value){.raw = content,
                                        .rank = rows[i]->rank,
                                        .from = rows[i]->from});
}

static void take_attribute(ahd_meta *meta, const ahd_markup_token *token,
                           const char *name, ahd_meta_field field,
                           const char *from)
{
    ahd_meta_offer(meta, field,
                   (ahd_meta_value){.raw = ahd_markup_value(token, name),
                                    .rank = 10,
                                    .from = from});
}

static void start_heading(ahd_meta *meta, ahd_element element)
{
    bool aside = meta->sights.asides > 0 || meta->sights.linked;

    meta->in_heading = meta->heading_count < AHD_META_HEADINGS;
    if (meta->in_heading)
        meta->headings[meta->heading_count++] =
            (ahd_heading){meta->piece_count, meta->piece_count,
                          meta->sights.order, element, aside};
}

static void take_heading(ahd_meta *meta, ahd_str text)
{
    if (meta->piece_count == AHD_META_PIECES)
        return;
    meta->pieces[meta->piece_count++] = text;
    meta->headings[meta->heading_count - 1].end = meta->piece_count;
}

static void take_start(ahd_meta *meta, const ahd_markup_token *token)
{
    meta->traits |= ahd_trait_of_tag(token);
    switch ((int)token->element) {
    case AHD_ELEMENT_META:
        take_meta(meta, token);
        break;
    case AHD_ELEMENT_LINK:
        if (ahd_markup_same(ahd_markup_value(token, "rel"), "canonical"))
            take_attribute(meta, token, "href", AHD_META_URL, "rel=canonical");
        break;
    case AHD_ELEMENT_HTML:
        take_attribute(meta, token, "lang", AHD_META_LANGUAGE, "html lang");
        break;
    case AHD_ELEMENT_BASE:
        take_attribute(meta, token, "href", AHD_META_BASE, "base");
        break;
    case AHD_ELEMENT_SCRIPT:
        meta->in_json_ld = ahd_markup_same(ahd_markup_value(token, "type"),
                                           "application/ld+json");
        break;
    case AHD_ELEMENT_H1:
    case AHD_ELEMENT_H2:
    case AHD_ELEMENT_H3:
        start_heading(meta, token->element);
        break;
    default:
        break;
    }
}

/* Pages without headings still show their title: most of the <title>, word for
 * word. */
static void look_for_title(ahd_meta *meta, ahd_str text)
{
    const ahd_meta_value *head = ahd_meta_best(meta, AHD_META_HEAD);

    if (head == NULL || head->raw.len > MOST_TITLE ||
        text.len * 2 < head->raw.len || text.len > head->raw.len ||
        ahd_str_find(head->raw, text) == head->raw.len)
        return;
    meta->title_order = meta->sights.order + 1;
    if (meta->credits.headed == 0)
        meta->credits.headed = meta->credits.order + 1;
}

static void take_words(ahd_meta *meta, const ahd_markup_token *token)
{
    ahd_markup_token trimmed = *token;

    if (meta->in_heading)
        take_heading(meta, token->text);
    trimmed.text = ahd_str_trim(token->text);
    if (trimmed.text.len == 0)
        return;
    if (meta->title_order == 0 && trimmed.text.len >= TITLE_BYTES)
        look_for_title(meta, trimmed.text);
    ahd_sight_take(&meta->sights, &trimmed);
    ahd_credit_take(&meta->credits, &trimmed);
}

static void take_text(ahd_meta *meta, const ahd_markup_token *token)
{
    if (token->element == AHD_ELEMENT_OTHER)
        take_words(meta, token);
    else if (token->element == AHD_ELEMENT_TITLE)
        ahd_meta_offer(
            meta, AHD_META_HEAD,
            (ahd_meta_value){.raw = token->text, .rank = 10, .from = "title"});
    else if (token->element == AHD_ELEMENT_SCRIPT && meta->in_json_ld)
        ahd_linked_take(meta, token->text);
}

void ahd_meta_take(ahd_meta *meta, const ahd_markup_token *token)
{
    if (token->kind == AHD_MARKUP_START)
        take_start(meta, token);
    else if (token->kind == AHD_MARKUP_TEXT)
        take_text(meta, token);
    else if (token->element == AHD_ELEMENT_H1 ||
             token->element == AHD_ELEMENT_H2 ||
             token->element == AHD_ELEMENT_H3)
        meta->in_heading = false;
    if (token->kind != AHD_MARKUP_TEXT) {
        ahd_sight_take(&meta->sights, token);
        ahd_credit_take(&meta->credits, token);
    }
}

/* ---------------------------------------------------------------- values */

ahd_str ahd_meta_text(const ahd_meta_value *value, ahd_arena *arena)
{
    /* Some pages write entities into their JSON as well. */
    ahd_str text =
        value->json ? ahd_json_in_plain(value->raw, arena) : value->raw;

    return ahd_draft_plain(arena, text);
}

ahd_str ahd_meta_plain(const ahd_meta *meta, ahd_meta_field field,
                       ahd_arena *arena)
{
    const ahd_meta_value *value = ahd_meta_best(meta, field);

    return value ? ahd_meta_text(value, arena) : AHD_STR("");
}
