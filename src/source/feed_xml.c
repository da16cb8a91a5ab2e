#include "feed_xml.h"

#include "feed_mend.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

typedef enum place { /* what an element is, by its name and where it stands */
                     PLACE_OTHER,
                     PLACE_FEED,
                     PLACE_ENTRY,
                     PLACE_FIELD,
                     PLACE_INSIDE, /* in a field */
                     PLACE_UNSAID, /* in a field, but nothing of it */
} place;

typedef enum way { /* how the content of a field is taken */
                   WAY_TEXT,
                   WAY_HTML,   /* escaped: text that is HTML */
                   WAY_MARKUP, /* in elements: xhtml */
                   WAY_NONE,
} way;

struct ahd_feed_xml {
    ahd_feed_mend mend;
    xmlTextReader *reader;
    place places[AHD_FEED_DEEPEST + 1]; /* of the open elements */
    ahd_feed_entry *feed, *entry;
    ahd_feed_entry *into; /* the one that the field at hand is of */
    ahd_feed_field field;
    way way;
    bool broken; /* the reader gave up */
};

/* ----------------------------------------------------------------- names */

/* Prefixes are the feed's own choice; these are what everybody calls them. */
static const struct {
    const char *uri, *prefix;
} spaces[] = {
    {"http://www.w3.org/2005/Atom", ""},
    {"http://purl.org/atom/ns#", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
};

typedef struct rule {
    const char *name;
    ahd_feed_field field;
    way way;
} rule;

/* In an entry. The first that says something counts; for the body, the last
 * in this table (feed_entry.h). */
static const rule entry_rules[] = {
    {"title", AHD_FEED_TITLE, WAY_HTML},
    {"link", AHD_FEED_LINK, WAY_TEXT},
    {"guid", AHD_FEED_GUID, WAY_TEXT},
    {"pubDate", AHD_FEED_PUBLISHED, WAY_TEXT},
    {"published", AHD_FEED_PUBLISHED, WAY_TEXT},
    {"issued", AHD_FEED_PUBLISHED, WAY_TEXT},
    {"created", AHD_FEED_PUBLISHED, WAY_TEXT},
    {"dc:date", AHD_FEED_PUBLISHED, WAY_TEXT},
    {"dcterms:issued", AHD_FEED_PUBLISHED, WAY_TEXT},
    {"updated", AHD_FEED_UPDATED, WAY_TEXT},
    {"modified", AHD_FEED_UPDATED, WAY_TEXT},
    {"dcterms:modified", AHD_FEED_UPDATED, WAY_TEXT},
    {"author", AHD_FEED_AUTHOR, WAY_TEXT},
    {"dc:creator", AHD_FEED_AUTHOR, WAY_TEXT},
    {"dc:language", AHD_FEED_LANG, WAY_TEXT},
    {"language", AHD_FEED_LANG, WAY_TEXT},
    {"content:encoded", AHD_FEED_CONTENT, WAY_HTML},
    {"content", AHD_FEED_CONTENT, WAY_TEXT},
    {"description", AHD_FEED_SUMMARY, WAY_HTML},
    {"summary", AHD_FEED_SUMMARY, WAY_TEXT},
};

static const rule feed_rules[] = {
    {"title", AHD_FEED_TITLE, WAY_HTML},
    {"language", AHD_FEED_LANG, WAY_TEXT},
    {"dc:language", AHD_FEED_LANG, WAY_TEXT},
};

static const struct {
    const char *name;
    place place;
} wholes[] = {
    {"feed", PLACE_FEED},
    {"channel", PLACE_FEED},
    {"item", PLACE_ENTRY},
    {"entry", PLACE_ENTRY},
};

static ahd_str str(const xmlChar *s)
{
    return ahd_str_from((const char *)s);
}

static bool is(ahd_str s, const char *text)
{
    return ahd_str_eq(s, ahd_str_from(text));
}

/* The name of the element at hand, with the prefix that everybody uses. */
static ahd_str name_of(xmlTextReader *reader, char out[AHD_FEED_NAME])
{
    ahd_str uri = str(xmlTextReaderConstNamespaceUri(reader));
    ahd_str local = str(xmlTextReaderConstLocalName(reader));

    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        if (!is(uri, spaces[i].uri))
            continue;
        size_t len = (size_t)snprintf(out, AHD_FEED_NAME, "%s%.*s",
                                      spaces[i].prefix, AHD_STR_ARG(local));
        return (ahd_str){out, len < AHD_FEED_NAME ? len : AHD_FEED_NAME - 1};
    }
    return str(xmlTextReaderConstName(reader));
}

static const rule *find_rule(const rule *rules, size_t count, ahd_str name)
{
    for (size_t i = 0; i < count; i++)
        if (is(name, rules[i].name))
            return &rules[i];
    return NULL;
}

/* ------------------------------------------------------------ attributes */

/* The attribute's value into `out`; "" when there is none. */
static ahd_str attribute(xmlTextReader *reader, const char *name, ahd_buf *out)
{
    ahd_buf_clear(out);
    if (xmlTextReaderMoveToAttribute(reader, (const xmlChar *)name) == 1)
        ahd_buf_add(out, str(xmlTextReaderConstValue(reader)));
    xmlTextReaderMoveToElement(reader);
    return ahd_str_trim(ahd_buf_str(out));
}

static const struct {
    const char *type;
    way way;
} types[] = {
    {"html", WAY_HTML},    {"text/html", WAY_HTML},
    {"xhtml", WAY_MARKUP}, {"application/xhtml+xml", WAY_MARKUP},
    {"text", WAY_TEXT},    {"text/plain", WAY_TEXT},
    {"", WAY_TEXT},
};

/* Atom says how to take the content of a text; RSS has no such thing. */
static way atom_way(ahd_feed_xml *x, way otherwise)
{
    ahd_buf value = AHD_BUF(1000);
    ahd_str uri = str(xmlTextReaderConstNamespaceUri(x->reader));
    way found = otherwise;

    if (is(uri, spaces[0].uri) || is(uri, spaces[1].uri)) {
        ahd_str type = attribute(x->reader, "type", &value);
        found = WAY_NONE; /* an image, or what else nobody asked for */
        for (size_t i = 0; i < sizeof types / sizeof *types; i++)
            if (is(type, types[i].type))
                found = types[i].way;
    }
    ahd_buf_finish(&value);
    return found;
}

/* <link rel="alternate" href="..."/> of Atom; RSS has the address as text. */
static void take_href(ahd_feed_xml *x)
{
    ahd_buf rel = AHD_BUF(1000), href = AHD_BUF(1 << 16);
    ahd_str is_of = attribute(x->reader, "rel", &rel);
    ahd_buf *out = &x->into->fields[AHD_FEED_LINK];

    if (out->len == 0 && (is_of.len == 0 || is(is_of, "alternate")))
        ahd_buf_add(out, attribute(x->reader, "href", &href));
    ahd_buf_finish(&rel);
    ahd_buf_finish(&href);
}

/* ------------------------------------------------------------ into a field */

static ahd_buf *at_hand(ahd_feed_xml *x)
{
    return &x->into->fields[x->field];
}

static void add_escaped(ahd_buf *out, ahd_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '<' || c == '>' || c == '&' || c == '"')
            ahd_buf_printf(out, "&#%d;", c);
        else
            ahd_buf_byte(out, c);
    }
}

static void add_text(ahd_feed_xml *x, ahd_str text)
{
    int depth = xmlTextReaderDepth(x->reader);
    place in = depth > 0 ? x->places[depth - 1] : PLACE_OTHER;

    if (x->field == AHD_FEED_NONE || x->way == WAY_NONE || in == PLACE_UNSAID)
        return;
    if (x->way == WAY_MARKUP || (x->way == WAY_HTML && in == PLACE_INSIDE))
        add_escaped(at_hand(x), text);
    else
        ahd_buf_add(at_hand(x), text);
}

static bool takes_markup(const ahd_feed_xml *x)
{
    return x->field >= AHD_FEED_CONTENT &&
           (x->way == WAY_MARKUP || x->way == WAY_HTML);
}

/* An element in the content, with those attributes that have no prefix. */
static void add_tag(ahd_feed_xml *x)
{
    ahd_buf *out = at_hand(x);

    ahd_buf_byte(out, '<');
    ahd_buf_add(out, str(xmlTextReaderConstLocalName(x->reader)));
    while (xmlTextReaderMoveToNextAttribute(x->reader) == 1) {
        if (xmlTextReaderConstPrefix(x->reader) != NULL ||
            is(str(xmlTextReaderConstName(x->reader)), "xmlns"))
            continue;
        ahd_buf_byte(out, ' ');
        ahd_buf_add(out, str(xmlTextReaderConstLocalName(x->reader)));
        ahd_buf_add(out, AHD_STR("=\""));
        add_escaped(out, str(xmlTextReaderConstValue(x->reader)));
        ahd_buf_byte(out, '"');
    }
    xmlTextReaderMoveToElement(x->reader);
    ahd_buf_byte(out, '>');
}

/* HTML elements that have no end. */
static const char *const voids[] = {"area",  "base",   "br",    "col",  "embed",
                                    "hr",    "img",    "input", "link", "meta",
                                    "param", "source", "track", "wbr"};

static void add_end(ahd_feed_xml *x)
{
    ahd_str name = str(xmlTextReaderConstLocalName(x->reader));

    for (size_t i = 0; i < sizeof voids / sizeof *voids; i++)
        if (is(name, voids[i]))
            return;
    ahd_buf_printf(at_hand(x), "</%.*s>", AHD_STR_ARG(name));
}

/* Several authors are one line; what is there already is not said twice. */
static void begin_field(ahd_feed_xml *x, const rule *r, ahd_feed_entry *into)
{
    bool has = ahd_feed_entry_get(into, r->field).len > 0;

    x->field = r->field;
    x->into = into;
    x->way = r->way;
    if (r->field >= AHD_FEED_CONTENT || r->field == AHD_FEED_TITLE)
        x->way = atom_way(x, r->way);
    if (has && r->field == AHD_FEED_AUTHOR)
        ahd_buf_add(at_hand(x), AHD_STR(", "));
    else if (has)
        x->way = WAY_NONE;
    else
        ahd_buf_clear(at_hand(x));
    if (!has)
        into->plain[r->field] = x->way == WAY_TEXT;
    if (r->field == AHD_FEED_LINK)
        take_href(x);
}

/* ------------------------------------------------------------- the nodes */

static place whole_of(ahd_str name)
{
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        if (is(name, wholes[i].name))
            return wholes[i].place;
    return PLACE_OTHER;
}

static place inside_field(ahd_feed_xml *x, place parent, ahd_str name)
{
    if (parent == PLACE_UNSAID)
        return PLACE_UNSAID;
    if (x->field == AHD_FEED_AUTHOR)
        return is(name, "name") ? PLACE_INSIDE : PLACE_UNSAID;
    if (takes_markup(x))
        add_tag(x);
    return PLACE_INSIDE;
}

static place field_or_other(ahd_feed_xml *x, place parent, ahd_str name)
{
    const rule *r =
        parent == PLACE_ENTRY
            ? find_rule(entry_rules, sizeof entry_rules / sizeof *entry_rules,
                        name)
            : find_rule(feed_rules, sizeof feed_rules / sizeof *feed_rules,
                        name);

    if (r == NULL)
        return PLACE_OTHER;
    begin_field(x, r, parent == PLACE_ENTRY ? x->entry : x->feed);
    return PLACE_FIELD;
}

static void take_lang(ahd_feed_xml *x, ahd_feed_entry *into)
{
    if (into->fields[AHD_FEED_LANG].len == 0)
        ahd_buf_add(&into->fields[AHD_FEED_LANG],
                    str(xmlTextReaderConstXmlLang(x->reader)));
}

static void start(ahd_feed_xml *x, int depth)
{
    char buf[AHD_FEED_NAME];
    ahd_str name = name_of(x->reader, buf);
    place parent = depth > 0 ? x->places[depth - 1] : PLACE_OTHER;
    place *own = &x->places[depth];

    if (parent == PLACE_FIELD || parent >= PLACE_INSIDE) {
        *own = inside_field(x, parent, name);
        return;
    }
    *own = parent == PLACE_ENTRY ? PLACE_OTHER : whole_of(name);
    if (*own == PLACE_OTHER && parent != PLACE_OTHER)
        *own = field_or_other(x, parent, name);
    if (*own == PLACE_FEED)
        take_lang(x, x->feed);
    if (*own == PLACE_ENTRY) {
        ahd_feed_entry_clear(x->entry);
        take_lang(x, x->entry);
    }
}

/* True at the end of an entry. */
static bool end(ahd_feed_xml *x, int depth)
{
    place own = x->places[depth];

    if (own == PLACE_INSIDE && takes_markup(x))
        add_end(x);
    if (own == PLACE_FIELD)
        x->field = AHD_FEED_NONE;
    return own == PLACE_ENTRY;
}

static bool take_node(ahd_feed_xml *x)
{
    int depth = xmlTextReaderDepth(x->reader);

    if (depth < 0 || depth > AHD_FEED_DEEPEST)
        return false;
    switch (xmlTextReaderNodeType(x->reader)) {
    case XML_READER_TYPE_ELEMENT:
        start(x, depth);
        return xmlTextReaderIsEmptyElement(x->reader) == 1 && end(x, depth);
    case XML_READER_TYPE_END_ELEMENT:
        return end(x, depth);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        add_text(x, str(xmlTextReaderConstValue(x->reader)));
        return false;
    default:
        return false;
    }
}

ahd_feed_got ahd_feed_xml_next(ahd_feed_xml *x, ahd_feed_entry *feed,
                               ahd_feed_entry *entry)
{
    int code;

    x->feed = feed;
    x->entry = entry;
    x->field = AHD_FEED_NONE;
    while ((code = xmlTextReaderRead(x->reader)) == 1)
        if (take_node(x))
            return AHD_FEED_ENTRY;
    x->broken = code != 0;
    return AHD_FEED_END;
}

const char *ahd_feed_xml_why(const ahd_feed_xml *x)
{
    if (x->mend.refused != NULL)
        return x->mend.refused;
    if (x->mend.depth > 0 && x->mend.text->at_end &&
        x->mend.text->at == x->mend.text->text.len)
        return AHD_FEED_CUT_OFF;
    return x->broken ? "has an element above the limit of 10 MB, or is no XML; "
                       "leave it out"
                     : NULL;
}

bool ahd_feed_xml_is_hostile(const ahd_feed_xml *x)
{
    return x->mend.refused != NULL;
}

/* -------------------------------------------------------------- libxml2 */

static int read_mended(void *context, char *out, int room)
{
    return (int)ahd_feed_mend_read(context, out, (size_t)room);
}

/* The mender has seen to what can be mended; libxml2 is to say nothing. */
static void say_nothing(void *context, xmlError *error)
{
    (void)context;
    (void)error;
}

ahd_feed_xml *ahd_feed_xml_open(ahd_feed_text *text)
{
    enum { HOW = XML_PARSE_RECOVER | XML_PARSE_NONET };
    ahd_feed_xml *x = calloc(1, sizeof *x);

    if (x == NULL)
        return NULL;
    ahd_feed_mend_init(&x->mend, text);
    x->reader = xmlReaderForIO(read_mended, NULL, &x->mend, NULL, "UTF-8", HOW);
    if (x->reader == NULL) {
        ahd_feed_xml_close(x);
        return NULL;
    }
    xmlTextReaderSetStructuredErrorHandler(x->reader, say_nothing, NULL);
    return x;
}

void ahd_feed_xml_close(ahd_feed_xml *x)
{
    if (x == NULL)
        return;
    xmlFreeTextReader(x->reader);
    ahd_feed_mend_finish(&x->mend);
    free(x);
}
