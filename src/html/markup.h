/* markup.h - an HTML page as tags and text, in one pass.
 *
 *     <p class=a>Hi &amp; bye</p>
 *         ->  START p, attributes "class=a" | TEXT "Hi &amp; bye" | END p
 *
 * Tokens are slices of the page, undecoded (see entity.h), and are what the
 * tokenizer of the WHATWG standard makes of it, scripting off; comments,
 * doctypes and tags that the page ends in are passed over. The content of
 * script, style, title and their like is one TEXT. Each byte is looked at a few
 * times at most, whatever the page. */
#ifndef AHD_HTML_MARKUP_H
#define AHD_HTML_MARKUP_H

#include "element.h"

typedef enum ahd_markup_kind {
    AHD_MARKUP_TEXT,
    AHD_MARKUP_START,
    AHD_MARKUP_END,
} ahd_markup_kind;

typedef struct ahd_markup_token {
    ahd_markup_kind kind;
    ahd_element element; /* of a tag; of a TEXT, what it is the raw text of */
    ahd_str text;        /* TEXT: the text; tags: the name */
    ahd_str attributes;  /* START: what stands after the name */
    bool literal;        /* TEXT: an '&' in it is just that */
    bool closed;         /* START: written as <br/> */
    bool foreign;        /* stands in <svg> or <math>, or opens one */
    bool leaves;         /* ends the <svg> or <math> it stands in, unasked: a
                            <div> in <svg> belongs to the page again */
} ahd_markup_token;

/* The content of <svg> and <math> is read by other rules, and what they hold
 * may be HTML again: svg > desc > p. So deep; what is deeper changes nothing.
 */
enum { AHD_MARKUP_FOREIGN_DEEPEST = 16 };

typedef struct ahd_markup {
    ahd_str page;
    size_t at;
    ahd_element raw; /* whose raw text comes next, else AHD_ELEMENT_OTHER */
    uint8_t depth; /* of the stack of <svg>, <math> and what in them is HTML */
    uint8_t stack[AHD_MARKUP_FOREIGN_DEEPEST];
} ahd_markup;

void ahd_markup_init(ahd_markup *markup, ahd_str page);

/* False at the end of the page. */
bool ahd_markup_next(ahd_markup *markup, ahd_markup_token *out);

/* The next attribute of `rest`, which moves past it; false when none is left.
 * `value` is undecoded, "" when it has none. The first of a name counts. */
bool ahd_markup_attribute(ahd_str *rest, ahd_str *name, ahd_str *value);

/* The value of the attribute `name` (small letters); "" when it has none. */
ahd_str ahd_markup_value(const ahd_markup_token *token, const char *name);

/* Are they the same but for the size of ASCII letters? */
bool ahd_markup_same(ahd_str text, const char *small);

#endif
