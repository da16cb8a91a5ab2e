#include "feed_entry.h"

#include "base/utf8.h"
#include "html/entity.h"
#include "source.h"

#include <string.h>

enum { NAME_BYTES = 1 << 16, LEAST_LETTERS = 500 };

static bool is_long(ahd_feed_field field)
{
    return field == AHD_FEED_CONTENT || field == AHD_FEED_SUMMARY;
}

void ahd_feed_entry_init(ahd_feed_entry *entry)
{
    *entry = (ahd_feed_entry){0};
    for (int i = 0; i < AHD_FEED_FIELDS; i++)
        entry->fields[i] = AHD_BUF(
            is_long((ahd_feed_field)i) ? AHD_SOURCE_LARGEST : NAME_BYTES);
}

void ahd_feed_entry_clear(ahd_feed_entry *entry)
{
    for (int i = 0; i < AHD_FEED_FIELDS; i++) {
        ahd_buf_clear(&entry->fields[i]);
        entry->plain[i] = false;
    }
}

void ahd_feed_entry_finish(ahd_feed_entry *entry)
{
    for (int i = 0; i < AHD_FEED_FIELDS; i++)
        ahd_buf_finish(&entry->fields[i]);
}

ahd_str ahd_feed_entry_get(const ahd_feed_entry *entry, ahd_feed_field field)
{
    return ahd_str_trim(ahd_buf_str(&entry->fields[field]));
}

bool ahd_feed_entry_is_large(const ahd_feed_entry *entry)
{
    return entry->fields[AHD_FEED_CONTENT].failed ||
           entry->fields[AHD_FEED_SUMMARY].failed;
}

ahd_str ahd_feed_entry_url(const ahd_feed_entry *entry)
{
    static const ahd_feed_field fields[] = {AHD_FEED_LINK, AHD_FEED_GUID};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        ahd_str url = ahd_feed_entry_get(entry, fields[i]);
        if (ahd_str_starts(url, AHD_STR("http://")) ||
            ahd_str_starts(url, AHD_STR("https://")))
            return url;
    }
    return AHD_STR("");
}

/* ------------------------------------------------------------------ text */

/* Where the last '>' is, and with it the last tag. */
static size_t tags_end(ahd_str html)
{
    size_t end = html.len;

    while (end > 0 && html.ptr[end - 1] != '>')
        end--;
    return end;
}

/* The length of the tag or comment that begins at `at`, before the end of the
 * tags; 0: it is text. */
static size_t tag_len(ahd_str html, size_t at, size_t end)
{
    const char *s = html.ptr + at;

    if (at + 2 >= end || *s != '<' || memchr(" \t\n<>=", s[1], 6))
        return 0;
    const char *close = memchr(s, '>', end - at);
    return close ? (size_t)(close - s) + 1 : 0;
}

static bool is_letter(uint32_t c)
{
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Letters outside tags, but no more are counted than needed. */
static size_t letters(ahd_str html)
{
    size_t count = 0, at = 0, end = tags_end(html);

    while (at < html.len && count < LEAST_LETTERS) {
        size_t tag = tag_len(html, at, end);
        if (tag > 0)
            at += tag;
        else
            count += is_letter(ahd_utf8_next(html, &at));
    }
    return count;
}

ahd_feed_field ahd_feed_entry_body(const ahd_feed_entry *entry)
{
    if (letters(ahd_feed_entry_get(entry, AHD_FEED_CONTENT)) > 0)
        return AHD_FEED_CONTENT;
    if (letters(ahd_feed_entry_get(entry, AHD_FEED_SUMMARY)) >= LEAST_LETTERS)
        return AHD_FEED_SUMMARY;
    return AHD_FEED_NONE;
}

/* --------------------------------------------------------------- writing */

static void escape(ahd_buf *out, char c)
{
    switch (c) {
    case '<':
        ahd_buf_add(out, AHD_STR("&lt;"));
        return;
    case '>':
        ahd_buf_add(out, AHD_STR("&gt;"));
        return;
    case '"':
        ahd_buf_add(out, AHD_STR("&quot;"));
        return;
    case '&':
        ahd_buf_add(out, AHD_STR("&amp;"));
        return;
    default:
        ahd_buf_byte(out, c);
    }
}

static void add_escaped(ahd_buf *out, ahd_str text)
{
    for (size_t i = 0; i < text.len; i++)
        escape(out, text.ptr[i]);
}

/* A title may be HTML: its tags go, and its references stay as they are. */
static void add_words(ahd_buf *out, ahd_str html, bool plain)
{
    size_t end = plain ? 0 : tags_end(html), len;
    char letter[AHD_ENTITY_BYTES];

    for (size_t at = 0; at < html.len;) {
        size_t tag = tag_len(html, at, end);
        bool reference = !plain && html.ptr[at] == '&' &&
                         ahd_entity_read(html, at, letter, &len) > 0;
        if (reference)
            ahd_buf_byte(out, '&');
        else if (tag == 0)
            escape(out, html.ptr[at]);
        at += tag > 0 ? tag : 1;
    }
}

/* Blank lines part paragraphs, other lines are lines. */
static void add_paragraphs(ahd_buf *out, ahd_str text)
{
    bool open = false;

    while (text.len > 0) {
        ahd_str line = ahd_str_trim(ahd_str_cut(&text, '\n'));
        if (line.len == 0) {
            ahd_buf_add(out, open ? AHD_STR("</p>") : AHD_STR(""));
            open = false;
            continue;
        }
        ahd_buf_add(out, open ? AHD_STR("<br>") : AHD_STR("<p>"));
        add_escaped(out, line);
        open = true;
    }
    if (open)
        ahd_buf_add(out, AHD_STR("</p>"));
}

/* "jane@x.example (Jane Doe)" of RSS -> "Jane Doe"; an address alone is no
 * name. */
static ahd_str author_of(ahd_str words)
{
    if (ahd_str_find(words, AHD_STR("@")) == words.len)
        return words;
    ahd_str name = AHD_STR("");
    ahd_str rest = words;
    ahd_str_cut(&rest, '(');
    if (rest.len > 0)
        name = ahd_str_cut(&rest, ')');
    return ahd_str_trim(name);
}

/* `before` and `after` stand around a field that says something. */
static void add_field(ahd_buf *out, const ahd_feed_entry *entry,
                      ahd_feed_field field, const char *before,
                      const char *after)
{
    ahd_str words = ahd_feed_entry_get(entry, field);

    if (field == AHD_FEED_AUTHOR)
        words = author_of(words);
    if (words.len == 0)
        return;
    ahd_buf_add(out, ahd_str_from(before));
    add_words(out, words, entry->plain[field]);
    ahd_buf_add(out, ahd_str_from(after));
}

static void add_head(ahd_buf *out, const ahd_feed_entry *entry,
                     const ahd_feed_entry *feed)
{
    bool own_lang = ahd_feed_entry_get(entry, AHD_FEED_LANG).len > 0;
    bool is_dated = ahd_feed_entry_get(entry, AHD_FEED_PUBLISHED).len > 0;

    ahd_buf_add(out, AHD_STR("<!doctype html><html"));
    add_field(out, own_lang ? entry : feed, AHD_FEED_LANG, " lang=\"", "\"");
    ahd_buf_add(out, AHD_STR("><head><meta charset=\"utf-8\">"));
    add_field(out, entry, AHD_FEED_TITLE, "<title>", "</title>");
    if (ahd_feed_entry_url(entry).len > 0) {
        ahd_buf_add(out, AHD_STR("<link rel=\"canonical\" href=\""));
        add_escaped(out, ahd_feed_entry_url(entry));
        ahd_buf_add(out, AHD_STR("\">"));
    }
    add_field(out, feed, AHD_FEED_TITLE,
              "<meta property=\"og:site_name\" content=\"", "\">");
    add_field(out, entry, is_dated ? AHD_FEED_PUBLISHED : AHD_FEED_UPDATED,
              "<meta property=\"article:published_time\" content=\"", "\">");
    if (is_dated)
        add_field(out, entry, AHD_FEED_UPDATED,
                  "<meta property=\"article:modified_time\" content=\"", "\">");
    add_field(out, entry, AHD_FEED_AUTHOR, "<meta name=\"author\" content=\"",
              "\">");
    ahd_buf_add(out, AHD_STR("</head>"));
}

void ahd_feed_entry_page(const ahd_feed_entry *entry,
                         const ahd_feed_entry *feed, ahd_buf *out)
{
    ahd_feed_field body = ahd_feed_entry_body(entry);
    ahd_str content = ahd_feed_entry_get(entry, body);

    add_head(out, entry, feed);
    ahd_buf_add(out, AHD_STR("<body><article>"));
    add_field(out, entry, AHD_FEED_TITLE, "<h1>", "</h1>");
    if (entry->plain[body])
        add_paragraphs(out, content);
    else
        ahd_buf_add(out, content);
    ahd_buf_add(out, AHD_STR("</article></body></html>\n"));
}
