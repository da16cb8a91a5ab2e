#include "feed_json.h"

#include "base/utf8.h"
#include "source.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef enum place { PLACE_START, PLACE_FEED, PLACE_ITEMS, PLACE_END } place;

struct ahd_feed_json {
    ahd_feed_text *text;
    place place;
    ahd_buf value; /* the one read last, as it is written */
    int bad;       /* entries that were none, so far */
    const char *why;
};

/* --------------------------------------------------------------- scanning */

static char peek(ahd_feed_json *j)
{
    for (;;) {
        ahd_str in = ahd_feed_text_ahead(j->text);
        size_t len = 0;
        while (len < in.len && (in.ptr[len] == ' ' || in.ptr[len] == '\t' ||
                                in.ptr[len] == '\n' || in.ptr[len] == '\r'))
            len++;
        bool all = len == in.len;
        char c = all ? '\0' : in.ptr[len];
        ahd_feed_text_skip(j->text, len);
        if (!all || in.len == 0)
            return c;
    }
}

static void keep(ahd_feed_json *j, ahd_str in, size_t len)
{
    ahd_buf_add(&j->value, (ahd_str){in.ptr, len});
    ahd_feed_text_skip(j->text, len);
}

/* The string that begins here, with its quotes; false when it never ends. */
static bool keep_string(ahd_feed_json *j)
{
    ahd_str in = ahd_feed_text_ahead(j->text);

    keep(j, in, 1);
    for (;;) {
        in = ahd_feed_text_ahead(j->text);
        size_t len = 0;
        while (len < in.len && in.ptr[len] != '"' && in.ptr[len] != '\\')
            len++;
        if (in.len == 0)
            return false;
        bool over = len < in.len && in.ptr[len] == '"';
        bool escape = len + 1 < in.len && in.ptr[len] == '\\';
        bool lone = len == 0 && !over && !escape; /* '\\' at the very end */
        keep(j, in, len + over + 2 * escape + lone);
        if (over)
            return true;
    }
}

/* One value of any kind into j->value, or past it where it is too large; false
 * when it never ends. Its brackets are counted, no more: the parser sees to the
 * rest. */
static bool read_value(ahd_feed_json *j, size_t most)
{
    size_t depth = 0;

    j->value.max = most;
    ahd_buf_clear(&j->value);
    for (;;) {
        char c = peek(j);
        ahd_str in = ahd_feed_text_ahead(j->text);
        if (in.len == 0)
            return false;
        bool closes = c == '}' || c == ']';
        if (depth == 0 && (closes || c == ','))
            return true; /* of a number, or of nothing at all */
        if (c == '"' && !keep_string(j))
            return false;
        if (c != '"')
            keep(j, in, 1);
        depth += c == '{' || c == '[';
        depth -= closes;
        if (depth == 0 && (closes || c == '"'))
            return true;
    }
}

static json_t *parse(const ahd_feed_json *j)
{
    ahd_str value = ahd_buf_str(&j->value);

    return j->value.failed ? NULL
                           : json_loadb(value.ptr, value.len,
                                        JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
}

/* ------------------------------------------------------------- the fields */

/* Characters that may stand in a page. */
static void add_clean(ahd_buf *out, const json_t *value)
{
    ahd_str s = {json_string_value(value), json_string_length(value)};

    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        uint32_t c = ahd_utf8_next(s, &at);
        if (c >= 0x20 || c == '\n' || c == '\t')
            ahd_buf_add(out, (ahd_str){s.ptr + from, at - from});
    }
}

static const struct rule {
    const char *name;
    ahd_feed_field field;
    bool plain;
} rules[] = {
    {"title", AHD_FEED_TITLE, true},
    {"url", AHD_FEED_LINK, true},
    {"id", AHD_FEED_GUID, true},
    {"date_published", AHD_FEED_PUBLISHED, true},
    {"date_modified", AHD_FEED_UPDATED, true},
    {"language", AHD_FEED_LANG, true},
    {"content_html", AHD_FEED_CONTENT, false},
    {"content_text", AHD_FEED_CONTENT, true},
    {"summary", AHD_FEED_SUMMARY, true},
};

/* What has the name already is left as it is. */
static void set(ahd_feed_entry *entry, const struct rule *r,
                const json_t *value)
{
    ahd_buf *out = &entry->fields[r->field];

    if (!json_is_string(value) || out->len > 0)
        return;
    add_clean(out, value);
    entry->plain[r->field] = r->plain;
}

static void add_author(ahd_feed_entry *entry, const json_t *author)
{
    const json_t *name = json_object_get(author, "name");
    ahd_buf *out = &entry->fields[AHD_FEED_AUTHOR];

    if (!json_is_string(name))
        return;
    if (out->len > 0)
        ahd_buf_add(out, AHD_STR(", "));
    add_clean(out, name);
    entry->plain[AHD_FEED_AUTHOR] = true;
}

/* `author` of version 1.0, `authors` of 1.1. */
static void add_authors(ahd_feed_entry *entry, const json_t *value)
{
    if (entry->fields[AHD_FEED_AUTHOR].len > 0)
        return;
    add_author(entry, value);
    for (size_t i = 0; i < json_array_size(value); i++)
        add_author(entry, json_array_get(value, i));
}

static const struct rule *find_rule(const char *name)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i].name, name) == 0)
            return &rules[i];
    return NULL;
}

/* ---------------------------------------------------------------- the feed */

enum { NAME_BYTES = 1 << 12, WORDS_BYTES = 1 << 16, MOST_BAD = 10 };

/* `"name":` into `name`, "" for one that is too long; false: it is no JSON. */
static bool take_name(ahd_feed_json *j, char name[NAME_BYTES])
{
    if (peek(j) != '"' || !read_value(j, NAME_BYTES - 1) || peek(j) != ':')
        return false;
    ahd_feed_text_skip(j->text, 1);
    json_t *value = parse(j);
    *name = '\0';
    if (json_is_string(value))
        memcpy(name, json_string_value(value), json_string_length(value) + 1);
    json_decref(value);
    return true;
}

/* Values that nobody wants are passed over, not held. */
static bool take_value(ahd_feed_json *j, const char *name,
                       ahd_feed_entry *entry)
{
    const struct rule *r = find_rule(name);
    bool author = strcmp(name, "author") == 0 || strcmp(name, "authors") == 0;
    bool body = r != NULL && r->field >= AHD_FEED_CONTENT;
    size_t most = body ? AHD_SOURCE_LARGEST : WORDS_BYTES;

    if (!read_value(j, r != NULL || author ? most : 0))
        return false;
    if (body && j->value.failed)
        entry->fields[r->field].failed = true;
    if (r == NULL && !author)
        return true;
    json_t *value = parse(j);
    if (author)
        add_authors(entry, value);
    else
        set(entry, r, value);
    json_decref(value);
    return true;
}

static ahd_feed_got stop(ahd_feed_json *j, const char *why)
{
    j->place = PLACE_END;
    j->why = why;
    return AHD_FEED_END;
}

static ahd_feed_got stop_broken(ahd_feed_json *j)
{
    return stop(j, peek(j) == '\0' ? AHD_FEED_CUT_OFF
                                   : "is no JSON; get it again");
}

static ahd_feed_got take_item(ahd_feed_json *j, ahd_feed_entry *entry)
{
    char name[NAME_BYTES], c = peek(j);

    ahd_feed_entry_clear(entry);
    if (c != '{') {
        if (!read_value(j, 0) || peek(j) == c)
            return stop_broken(j);
        if (++j->bad > MOST_BAD)
            return stop(j, "has many entries that are no objects; leave it "
                           "out");
        j->why = "has an entry that is no object; the others are read";
        return AHD_FEED_BAD;
    }
    do {
        ahd_feed_text_skip(j->text, 1); /* the brace or comma */
        if (peek(j) == '}')
            break;
        if (!take_name(j, name) || !take_value(j, name, entry))
            return stop_broken(j);
        c = peek(j);
    } while (c == ',');
    if (peek(j) != '}')
        return stop_broken(j);
    ahd_feed_text_skip(j->text, 1);
    return AHD_FEED_ENTRY;
}

static bool take_member(ahd_feed_json *j, ahd_feed_entry *feed)
{
    char name[NAME_BYTES];

    if (!take_name(j, name))
        return false;
    if (strcmp(name, "items") != 0 || peek(j) != '[')
        return take_value(j, name, feed);
    ahd_feed_text_skip(j->text, 1);
    j->place = PLACE_ITEMS;
    return true;
}

/* Past the bracket or comma `c`; false when it is neither. */
static bool pass_mark(ahd_feed_json *j, char c, char closing, place after)
{
    if (c != ',' && c != closing)
        return false;
    ahd_feed_text_skip(j->text, 1);
    if (c == closing)
        j->place = after;
    return true;
}

ahd_feed_got ahd_feed_json_next(ahd_feed_json *j, ahd_feed_entry *feed,
                                ahd_feed_entry *entry)
{
    j->why = NULL;
    while (j->place != PLACE_END) {
        char c = peek(j);
        if (j->place == PLACE_START && c == '{') {
            ahd_feed_text_skip(j->text, 1);
            j->place = PLACE_FEED;
        } else if (j->place == PLACE_ITEMS) {
            if (!pass_mark(j, c, ']', PLACE_FEED))
                return take_item(j, entry);
        } else if (!pass_mark(j, c, '}', PLACE_END) && !take_member(j, feed)) {
            return stop_broken(j);
        }
    }
    return AHD_FEED_END;
}

/* ----------------------------------------------------------- opening it */

bool ahd_feed_json_fits(ahd_str head)
{
    static const char *const versions[] = {"https://jsonfeed.org/version/",
                                           "http://jsonfeed.org/version/",
                                           "https:\\/\\/jsonfeed.org\\/version",
                                           "http:\\/\\/jsonfeed.org\\/version"};
    size_t at = ahd_str_find(head, AHD_STR("\"version\""));

    if (at == head.len)
        return false;
    ahd_str rest = {head.ptr + at, head.len - at};
    ahd_str_cut(&rest, ':');
    rest = ahd_str_trim(rest);
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
        if (rest.len > 0 && rest.ptr[0] == '"' &&
            ahd_str_starts((ahd_str){rest.ptr + 1, rest.len - 1},
                           ahd_str_from(versions[i])))
            return true;
    return false;
}

ahd_feed_json *ahd_feed_json_open(ahd_feed_text *text)
{
    ahd_feed_json *j = calloc(1, sizeof *j);

    if (j == NULL)
        return NULL;
    j->text = text;
    j->value = AHD_BUF(AHD_SOURCE_LARGEST);
    return j;
}

void ahd_feed_json_close(ahd_feed_json *j)
{
    if (j == NULL)
        return;
    ahd_buf_finish(&j->value);
    free(j);
}

const char *ahd_feed_json_why(const ahd_feed_json *j)
{
    return j->why;
}
