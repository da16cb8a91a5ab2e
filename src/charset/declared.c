#include "declared.h"

#include "base/ascii.h"

#include "html/markup.h"

enum { PRESCAN = 1024, HEAD = 1 << 16 };

static ahd_str after(ahd_str s, size_t n)
{
    return (ahd_str){s.ptr + n, s.len - n};
}

static ahd_str skip_space(ahd_str s)
{
    while (s.len > 0 && ahd_ascii_is_space(s.ptr[0]))
        s = after(s, 1);
    return s;
}

/* What stands after "=" at the start of `s`: in quotes, or up to white space or
 * `stop`. Empty when there is no "=". */
static ahd_str value_at(ahd_str s, char stop)
{
    s = skip_space(s);
    if (s.len == 0 || s.ptr[0] != '=')
        return AHD_STR("");
    s = skip_space(after(s, 1));
    char quote = s.len > 0 ? s.ptr[0] : '\0';
    size_t end = 0;
    if (quote == '"' || quote == '\'') {
        s = after(s, 1);
        while (end < s.len && s.ptr[end] != quote)
            end++;
        return end < s.len ? (ahd_str){s.ptr, end} : AHD_STR("");
    }
    while (end < s.len && !ahd_ascii_is_space(s.ptr[end]) && s.ptr[end] != stop)
        end++;
    return (ahd_str){s.ptr, end};
}

/* The label in "text/html; charset=cp1256". */
static ahd_str label_in(ahd_str content)
{
    enum { WORD = sizeof "charset" - 1 };

    for (; content.len >= WORD; content = after(content, 1)) {
        if (!ahd_markup_same((ahd_str){content.ptr, WORD}, "charset"))
            continue;
        ahd_str rest = skip_space(after(content, WORD));
        if (rest.len > 0 && rest.ptr[0] == '=')
            return value_at(rest, ';');
    }
    return AHD_STR("");
}

const ahd_encoding *ahd_declared_mark(ahd_str page, size_t *len)
{
    static const struct {
        ahd_str mark;
        const char *name;
    } marks[] = {{{"\xEF\xBB\xBF", 3}, "utf-8"},
                 {{"\xFF\xFE", 2}, "utf-16le"},
                 {{"\xFE\xFF", 2}, "utf-16be"}};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ahd_str_starts(page, marks[i].mark)) {
            *len = marks[i].mark.len;
            return ahd_encoding_get(marks[i].name);
        }
    *len = 0;
    return NULL;
}

/* Bytes that could be read as far as here are no UTF-16, whatever they say. */
static const ahd_encoding *readable(const ahd_encoding *encoding)
{
    bool wide = encoding != NULL && (encoding->kind == AHD_ENCODING_UTF16LE ||
                                     encoding->kind == AHD_ENCODING_UTF16BE);

    return wide ? ahd_encoding_get("utf-8") : encoding;
}

static const ahd_encoding *of_meta(const ahd_markup_token *token)
{
    ahd_str label = ahd_markup_value(token, "charset");
    ahd_str pragma = ahd_markup_value(token, "http-equiv");

    if (label.len == 0 && ahd_markup_same(pragma, "content-type"))
        label = label_in(ahd_markup_value(token, "content"));
    return readable(ahd_encoding_find(label));
}

/* The first <meta> that says it. `flat`: no element has raw text, as the
 * prescan takes the page; else as a browser does, up to the body. */
static const ahd_encoding *first_meta(ahd_str page, bool flat)
{
    ahd_markup markup;
    ahd_markup_token token;
    const ahd_encoding *found = NULL;

    ahd_markup_init(&markup, page);
    while (found == NULL && ahd_markup_next(&markup, &token)) {
        if (token.kind != AHD_MARKUP_START)
            continue;
        if (token.element == AHD_ELEMENT_META)
            found = of_meta(&token);
        if (flat) {
            markup.raw = AHD_ELEMENT_OTHER;
            markup.depth = 0;
        } else if (token.element == AHD_ELEMENT_BODY) {
            break;
        }
    }
    return found;
}

/* <?xml version="1.0" encoding="windows-1256"?> */
static const ahd_encoding *of_xml(ahd_str page)
{
    static const ahd_str word = {"encoding", 8};
    ahd_str declaration = page;

    if (!ahd_str_starts(page, AHD_STR("<?xml")))
        return NULL;
    declaration.len = ahd_str_find(page, AHD_STR(">"));
    size_t at = ahd_str_find(declaration, word);
    if (at == declaration.len)
        return NULL;
    return readable(
        ahd_encoding_find(value_at(after(declaration, at + word.len), '>')));
}

const ahd_encoding *ahd_declared_meta(ahd_str page)
{
    ahd_str head = {page.ptr, page.len < PRESCAN ? page.len : PRESCAN};
    const ahd_encoding *found = first_meta(head, true);

    if (found == NULL)
        found = of_xml(head);
    if (found == NULL && page.len > PRESCAN) {
        head.len = page.len < HEAD ? page.len : HEAD;
        found = first_meta(head, false);
    }
    return found;
}
