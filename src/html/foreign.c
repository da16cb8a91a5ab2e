#include "foreign.h"

static ahd_element innermost(const ahd_markup *markup)
{
    return markup->depth == 0 ? AHD_ELEMENT_OTHER
                              : (ahd_element)markup->stack[markup->depth - 1];
}

static bool opens_foreign(ahd_element e)
{
    return e == AHD_ELEMENT_SVG || e == AHD_ELEMENT_MATH;
}

bool ahd_foreign_is_in(const ahd_markup *markup)
{
    return opens_foreign(innermost(markup));
}

static void push(ahd_markup *markup, ahd_element e)
{
    if (markup->depth < AHD_MARKUP_FOREIGN_DEEPEST)
        markup->stack[markup->depth++] = (uint8_t)e;
}

/* Back to the nearest HTML: out of everything, or into a <desc>. */
static void leave(ahd_markup *markup, ahd_markup_token *tag)
{
    tag->leaves = true;
    while (ahd_foreign_is_in(markup))
        markup->depth--;
}

/* <font color=red> is HTML, a plain <font> may be SVG's. */
static bool is_coloured(const ahd_markup_token *tag)
{
    ahd_str rest = tag->attributes, name, value;

    while (ahd_markup_attribute(&rest, &name, &value))
        if (ahd_markup_same(name, "color") || ahd_markup_same(name, "face") ||
            ahd_markup_same(name, "size"))
            return true;
    return false;
}

static bool breaks_out(const ahd_markup_token *tag)
{
    return (ahd_element_flags(tag->element) & AHD_HTML_BREAKOUT) ||
           (tag->element == AHD_ELEMENT_FONT && is_coloured(tag));
}

/* Does the element hold HTML inside of `around`? */
static bool is_point(const ahd_markup_token *tag, ahd_element around)
{
    ahd_element e = tag->element;
    bool of_svg = e == AHD_ELEMENT_TITLE || e == AHD_ELEMENT_DESC ||
                  e == AHD_ELEMENT_FOREIGNOBJECT;

    if ((ahd_element_flags(e) & AHD_HTML_POINT) == 0)
        return false;
    if (of_svg || around == AHD_ELEMENT_SVG)
        return of_svg && around == AHD_ELEMENT_SVG;
    ahd_str encoding = e == AHD_ELEMENT_ANNOTATION_XML
                           ? ahd_markup_value(tag, "encoding")
                           : AHD_STR("text/html");
    return ahd_markup_same(encoding, "text/html") ||
           ahd_markup_same(encoding, "application/xhtml+xml");
}

static void take_start(ahd_markup *markup, ahd_markup_token *tag)
{
    ahd_element around = innermost(markup);

    if (opens_foreign(around) && breaks_out(tag))
        leave(markup, tag);
    else if (opens_foreign(around) && is_point(tag, around)) {
        tag->foreign = true;
        if (!tag->closed)
            push(markup, tag->element);
        return;
    }
    tag->foreign = ahd_foreign_is_in(markup) || opens_foreign(tag->element);
    if (opens_foreign(tag->element) && !tag->closed)
        push(markup, tag->element);
}

/* The end tag of what is on the stack ends it and all inside of it. */
static bool pop(ahd_markup *markup, ahd_element e)
{
    for (unsigned i = markup->depth; i-- > 0;)
        if (markup->stack[i] == e) {
            markup->depth = (uint8_t)i;
            return true;
        }
    return false;
}

/* "</div>" in <svg>: the <div> was opened outside, for inside it would have
 * left. The same goes for every block, but for those that SVG has too. */
static bool ends_outside(ahd_element e)
{
    unsigned flags = ahd_element_flags(e);

    return (flags & AHD_HTML_BREAKOUT) ||
           ((flags & AHD_HTML_BLOCK) && !(flags & AHD_HTML_SKIP));
}

static void take_end(ahd_markup *markup, ahd_markup_token *tag)
{
    tag->foreign = ahd_foreign_is_in(markup);
    if (pop(markup, tag->element))
        tag->foreign = true;
    else if (tag->foreign && ends_outside(tag->element)) {
        leave(markup, tag);
        tag->foreign = ahd_foreign_is_in(markup);
    }
}

void ahd_foreign_take(ahd_markup *markup, ahd_markup_token *tag)
{
    if (tag->kind == AHD_MARKUP_START)
        take_start(markup, tag);
    else
        take_end(markup, tag);
}
