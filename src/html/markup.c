#include "markup.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_letter(char c)
{
    return small(c) >= 'a' && small(c) <= 'z';
}

/* The first difference ends it: most comparisons take one step. */
bool ahd_markup_same(ahd_str text, const char *want)
{
    for (size_t i = 0; i < text.len; i++)
        if (want[i] == '\0' || small(text.ptr[i]) != want[i])
            return false;
    return want[text.len] == '\0';
}

void ahd_markup_init(ahd_markup *markup, ahd_str page)
{
    *markup = (ahd_markup){page, 0, AHD_ELEMENT_OTHER};
}

static size_t find_byte(ahd_str page, size_t from, char c)
{
    const char *hit =
        from < page.len ? memchr(page.ptr + from, c, page.len - from) : NULL;

    return hit ? (size_t)(hit - page.ptr) : page.len;
}

static char byte_at(ahd_str page, size_t at)
{
    return at < page.len ? page.ptr[at] : '\0';
}

/* Does markup begin at this '<'? Else it is a letter of the text: "a < b". */
static bool opens_markup(ahd_str page, size_t at)
{
    char c = byte_at(page, at + 1);

    return is_letter(c) || c == '/' || c == '!' || c == '?';
}

static bool is_end_of(ahd_str page, size_t at, ahd_str name)
{
    if (byte_at(page, at + 1) != '/' || page.len - at < name.len + 3)
        return false;
    for (size_t i = 0; i < name.len; i++)
        if (small(page.ptr[at + 2 + i]) != name.ptr[i])
            return false;
    char after = page.ptr[at + 2 + name.len];
    return is_space(after) || after == '>' || after == '/';
}

/* The text up to the end tag of the raw element. */
static void take_raw(ahd_markup *markup, ahd_markup_token *out)
{
    ahd_str name = ahd_element_name(markup->raw);
    size_t end = find_byte(markup->page, markup->at, '<');

    while (end < markup->page.len && !is_end_of(markup->page, end, name))
        end = find_byte(markup->page, end + 1, '<');
    *out = (ahd_markup_token){AHD_MARKUP_TEXT,
                              markup->raw,
                              {markup->page.ptr + markup->at, end - markup->at},
                              {"", 0}};
    markup->at = end;
    markup->raw = AHD_ELEMENT_OTHER;
}

static void take_text(ahd_markup *markup, ahd_markup_token *out)
{
    size_t end = markup->at;

    do
        end = find_byte(markup->page, end + (end > markup->at), '<');
    while (end < markup->page.len && end > markup->at &&
           !opens_markup(markup->page, end));
    if (end == markup->at) /* a '<' that opens nothing: it is text itself */
        end = find_byte(markup->page, markup->at + 1, '<');
    *out = (ahd_markup_token){AHD_MARKUP_TEXT,
                              AHD_ELEMENT_OTHER,
                              {markup->page.ptr + markup->at, end - markup->at},
                              {"", 0}};
    markup->at = end;
}

/* Past a comment, whose "<!--" is at `at`; to the end when it has none. */
static size_t after_comment(ahd_str page, size_t at)
{
    size_t i = at + 4;

    if (byte_at(page, i) == '>')
        return i + 1;
    if (byte_at(page, i) == '-' && byte_at(page, i + 1) == '>')
        return i + 2;
    for (i = find_byte(page, i, '>'); i < page.len;
         i = find_byte(page, i + 1, '>')) {
        bool closes = page.ptr[i - 1] == '-' && page.ptr[i - 2] == '-';
        bool banged = page.ptr[i - 1] == '!' && page.ptr[i - 2] == '-' &&
                      page.ptr[i - 3] == '-';
        if (i >= at + 6 && (closes || banged))
            return i + 1;
    }
    return page.len;
}

static size_t after_declaration(ahd_str page, size_t at)
{
    ahd_str rest = {page.ptr + at, page.len - at};

    if (ahd_str_starts(rest, AHD_STR("<!--")))
        return after_comment(page, at);
    size_t end = find_byte(page, at, '>');
    return end < page.len ? end + 1 : end;
}

/* One attribute from *at on, as the standard reads them: a quote opens a value
 * only after '='. False at '>' or the end; *at is there. */
static bool next_attribute(ahd_str s, size_t *at, ahd_str *name, ahd_str *value)
{
    size_t i = *at;

    while (i < s.len && (is_space(s.ptr[i]) || s.ptr[i] == '/'))
        i++;
    *at = i;
    if (i == s.len || s.ptr[i] == '>')
        return false;
    for (i++; i < s.len && !is_space(s.ptr[i]) && s.ptr[i] != '/' &&
              s.ptr[i] != '>' && s.ptr[i] != '=';)
        i++;
    *name = (ahd_str){s.ptr + *at, i - *at};
    *value = (ahd_str){s.ptr + i, 0};
    while (i < s.len && is_space(s.ptr[i]))
        i++;
    *at = i;
    if (i == s.len || s.ptr[i] != '=')
        return true;
    for (i++; i < s.len && is_space(s.ptr[i]);)
        i++;
    char quote = byte_at(s, i);
    size_t first = i;
    if (quote == '"' || quote == '\'') {
        first = i + 1;
        i = find_byte(s, first, quote);
    } else {
        while (i < s.len && !is_space(s.ptr[i]) && s.ptr[i] != '>')
            i++;
    }
    *value = (ahd_str){s.ptr + first, i - first};
    *at = i + (i < s.len && (quote == '"' || quote == '\''));
    return true;
}

/* The tag at the '<'. False when the page ends inside it: it is dropped. */
static bool take_tag(ahd_markup *markup, ahd_markup_token *out)
{
    ahd_str page = markup->page, name, value;
    bool ends = byte_at(page, markup->at + 1) == '/';
    size_t first = markup->at + 1 + ends, i = first;

    while (i < page.len && !is_space(page.ptr[i]) && page.ptr[i] != '>' &&
           page.ptr[i] != '/')
        i++;
    out->kind = ends ? AHD_MARKUP_END : AHD_MARKUP_START;
    out->text = (ahd_str){page.ptr + first, i - first};
    out->element = ahd_element_find(out->text);
    first = i;
    while (next_attribute(page, &i, &name, &value))
        continue;
    out->attributes = (ahd_str){page.ptr + first, i - first};
    markup->at = i < page.len ? i + 1 : i;
    if (!ends && (ahd_element_flags(out->element) & AHD_HTML_RAW))
        markup->raw = out->element;
    return i < page.len;
}

bool ahd_markup_next(ahd_markup *markup, ahd_markup_token *out)
{
    ahd_str page = markup->page;

    while (markup->at < page.len) {
        size_t at = markup->at;
        if (markup->raw != AHD_ELEMENT_OTHER) {
            take_raw(markup, out);
            if (out->text.len > 0)
                return true;
            continue;
        }
        if (page.ptr[at] != '<' || !opens_markup(page, at)) {
            take_text(markup, out);
            return true;
        }
        bool tag =
            is_letter(page.ptr[at + 1]) ||
            (page.ptr[at + 1] == '/' && is_letter(byte_at(page, at + 2)));
        if (tag)
            return take_tag(markup, out);
        markup->at = after_declaration(page, at);
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
