#include "markup.h"

#include "base/ascii.h"
#include "base/scan.h"
#include "foreign.h"
#include "raw.h"

/* What ends where: bits of a byte. */
enum {
    SPACE = 1,
    ENDS_TAG_NAME = 2,
    ENDS_ATTRIBUTE = 4,
    ENDS_VALUE = 8, /* one without quotes */
    SPACE_ENDS = SPACE | ENDS_TAG_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
};

static const uint8_t classes[256] = {
    [' '] = SPACE_ENDS,
    ['\t'] = SPACE_ENDS,
    ['\n'] = SPACE_ENDS,
    ['\r'] = SPACE_ENDS,
    ['\f'] = SPACE_ENDS,
    ['/'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE,
    ['>'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE | ENDS_VALUE,
    ['='] = ENDS_ATTRIBUTE,
};

static bool is(char c, unsigned bits)
{
    return (classes[(unsigned char)c] & bits) != 0;
}

static bool is_letter(char c)
{
    return (char)(c | 0x20) >= 'a' && (char)(c | 0x20) <= 'z';
}

/* The first difference ends it: most comparisons take one step. */
bool ahd_markup_same(ahd_str text, const char *want)
{
    for (size_t i = 0; i < text.len; i++)
        if (want[i] == '\0' || ahd_ascii_small(text.ptr[i]) != want[i])
            return false;
    return want[text.len] == '\0';
}

void ahd_markup_init(ahd_markup *markup, ahd_str page)
{
    *markup = (ahd_markup){.page = page, .raw = AHD_ELEMENT_OTHER};
}

static char byte_at(ahd_str page, size_t at)
{
    return at < page.len ? page.ptr[at] : '\0';
}

/* ------------------------------------------------------------------- text */

/* Does markup begin at this '<'? Else it is a letter of the text: "a < b". */
static bool opens_markup(ahd_str page, size_t at)
{
    char c = byte_at(page, at + 1);

    return is_letter(c) || c == '!' || c == '?' ||
           (c == '/' && at + 2 < page.len);
}

static void put_text(ahd_markup *markup, size_t end, ahd_markup_token *out)
{
    ahd_element raw = markup->raw;

    *out = (ahd_markup_token){
        .kind = AHD_MARKUP_TEXT,
        .element = raw,
        .text = {markup->page.ptr + markup->at, end - markup->at},
        .attributes = {"", 0},
        .literal = raw != AHD_ELEMENT_OTHER &&
                   !(ahd_element_flags(raw) & AHD_HTML_REFERENCES),
        .foreign = ahd_foreign_is_in(markup)};
    markup->at = end;
    markup->raw = AHD_ELEMENT_OTHER;
}

static void take_text(ahd_markup *markup, ahd_markup_token *out)
{
    ahd_str page = markup->page;
    size_t end = ahd_scan_byte(page, markup->at, '<');

    while (end < page.len && !opens_markup(page, end))
        end = ahd_scan_byte(page, end + 1, '<');
    put_text(markup, end, out);
}

/* ----------------------------------------------------------- declarations */

/* Past a comment, whose "<!--" is at `at`; to the end when it has none. */
static size_t after_comment(ahd_str page, size_t at)
{
    size_t i = at + 4;

    if (byte_at(page, i) == '>')
        return i + 1;
    if (byte_at(page, i) == '-' && byte_at(page, i + 1) == '>')
        return i + 2;
    for (i = ahd_scan_pair(page, i, "-!>>"); i < page.len;
         i = ahd_scan_pair(page, i + 1, "-!>>")) {
        size_t dash = page.ptr[i] == '!' ? i - 1 : i;
        if (dash >= at + 5 && page.ptr[dash] == '-' &&
            page.ptr[dash - 1] == '-')
            return i + 2;
    }
    return page.len;
}

static size_t after_declaration(ahd_str page, size_t at)
{
    if (page.len - at >= 4 && memcmp(page.ptr + at, "<!--", 4) == 0)
        return after_comment(page, at);
    size_t end = ahd_scan_byte(page, at, '>');
    return end < page.len ? end + 1 : end;
}

static bool is_cdata(const ahd_markup *markup)
{
    ahd_str rest = {markup->page.ptr + markup->at,
                    markup->page.len - markup->at};

    return ahd_foreign_is_in(markup) &&
           ahd_str_starts(rest, AHD_STR("<![CDATA["));
}

/* False when the section is empty. */
static bool take_cdata(ahd_markup *markup, ahd_markup_token *out)
{
    ahd_str page = markup->page;

    markup->at += sizeof "<![CDATA[" - 1;
    size_t end = ahd_scan_pair(page, markup->at, "]]]]");
    while (end < page.len && byte_at(page, end + 2) != '>')
        end = ahd_scan_pair(page, end + 1, "]]]]");
    bool any = end > markup->at;
    if (any) {
        put_text(markup, end, out);
        out->literal = true;
    }
    markup->at = end < page.len ? end + 3 : end;
    return any;
}

/* -------------------------------------------------------------------- tags */

static size_t skip(ahd_str s, size_t at, unsigned bits)
{
    while (at < s.len && is(s.ptr[at], bits))
        at++;
    return at;
}

static size_t find(ahd_str s, size_t at, unsigned bits)
{
    while (at < s.len && !is(s.ptr[at], bits))
        at++;
    return at;
}

/* The value that stands after '='; returns where it is over. */
static size_t read_value(ahd_str s, size_t at, ahd_str *value)
{
    size_t first = skip(s, at, SPACE);
    char quote = byte_at(s, first);

    if (quote == '"' || quote == '\'') {
        first++;
        size_t end = ahd_scan_byte(s, first, quote);
        *value = (ahd_str){s.ptr + first, end - first};
        return end + (end < s.len);
    }
    size_t end = find(s, first, ENDS_VALUE);
    *value = (ahd_str){s.ptr + first, end - first};
    return end;
}

/* One attribute from *at on, as the standard reads them: a quote opens a value
 * only after '='. False at '>' or the end; *at is there. */
static bool next_attribute(ahd_str s, size_t *at, ahd_str *name, ahd_str *value)
{
    size_t i = *at;

    while (i < s.len && (is(s.ptr[i], SPACE) || s.ptr[i] == '/'))
        i++;
    *at = i;
    if (i == s.len || s.ptr[i] == '>')
        return false;
    size_t end = find(s, i + 1, ENDS_ATTRIBUTE);
    *name = (ahd_str){s.ptr + i, end - i};
    *value = (ahd_str){s.ptr + end, 0};
    i = skip(s, end, SPACE);
    if (byte_at(s, i) == '=')
        i = read_value(s, i + 1, value);
    *at = i;
    return true;
}

/* Past the attributes of a tag, to its '>' or the end of the page. */
static size_t after_attributes(ahd_str page, size_t at, bool *closed)
{
    ahd_str name, value;
    size_t from;

    do
        from = at;
    while (next_attribute(page, &at, &name, &value));
    *closed = at > from && page.ptr[at - 1] == '/';
    return at;
}

/* The tag at the '<'. False when the page ends inside it: it is dropped. */
static bool take_tag(ahd_markup *markup, ahd_markup_token *out)
{
    ahd_str page = markup->page;
    bool ends = page.ptr[markup->at + 1] == '/';
    size_t first = markup->at + 1 + ends;
    size_t end = find(page, first, ENDS_TAG_NAME), at = end;
    bool closed = false;

    if (byte_at(page, at) != '>')
        at = after_attributes(page, at, &closed);
    markup->at = at + (at < page.len);
    if (at == page.len)
        return false;
    *out = (ahd_markup_token){.kind = ends ? AHD_MARKUP_END : AHD_MARKUP_START,
                              .text = {page.ptr + first, end - first},
                              .attributes = {page.ptr + end, at - end},
                              .closed = closed};
    out->element = ahd_element_find(out->text);
    if (markup->depth > 0 || out->element == AHD_ELEMENT_SVG ||
        out->element == AHD_ELEMENT_MATH)
        ahd_foreign_take(markup, out);
    if (!ends && !out->foreign &&
        (ahd_element_flags(out->element) & AHD_HTML_RAW))
        markup->raw = out->element;
    return true;
}

static bool is_tag(ahd_str page, size_t at)
{
    char c = page.ptr[at + 1];

    return is_letter(c) || (c == '/' && is_letter(byte_at(page, at + 2)));
}

/* The raw text comes first, if there is any. */
static bool take_raw(ahd_markup *markup, ahd_markup_token *out)
{
    size_t end = ahd_raw_end(markup->page, markup->at, markup->raw);
    bool any = end > markup->at;

    if (any)
        put_text(markup, end, out);
    markup->raw = AHD_ELEMENT_OTHER;
    return any;
}

bool ahd_markup_next(ahd_markup *markup, ahd_markup_token *out)
{
    ahd_str page = markup->page;

    while (markup->at < page.len) {
        if (markup->raw != AHD_ELEMENT_OTHER && take_raw(markup, out))
            return true;
        size_t at = markup->at;
        if (at == page.len)
            return false;
        if (page.ptr[at] != '<' || !opens_markup(page, at)) {
            take_text(markup, out);
            return true;
        }
        if (is_tag(page, at)) {
            if (take_tag(markup, out))
                return true;
        } else if (is_cdata(markup)) {
            if (take_cdata(markup, out))
                return true;
        } else {
            markup->at = after_declaration(page, at);
        }
    }
    return false;
}

bool ahd_markup_attribute(ahd_str *rest, ahd_str *name, ahd_str *value)
{
    size_t at = 0;
    bool found = next_attribute(*rest, &at, name, value);

    *rest = (ahd_str){rest->ptr + at, rest->len - at};
    return found;
}

ahd_str ahd_markup_value(const ahd_markup_token *token, const char *want)
{
    ahd_str rest = token->attributes, name, value;

    while (ahd_markup_attribute(&rest, &name, &value))
        if (ahd_markup_same(name, want))
            return value;
    return AHD_STR("");
}
