#include "nesting.h"

enum {
    NO_P_END = 1,   /* may stand in a paragraph */
    BARRIER = 2,    /* end tags do not reach beyond it */
    TABLE_PART = 4, /* but those of the parts of a table do */
    IN_ITEM = 8,    /* a new item ends the open one through it */
    IN_HEAD = 16,   /* may stand in <head> */
    P_BARRIER = 32, /* a barrier for paragraphs alone */
};

static const uint8_t kinds[AHD_ELEMENTS] = {
    [AHD_ELEMENT_TABLE] = BARRIER,
    [AHD_ELEMENT_TD] = NO_P_END | BARRIER | TABLE_PART,
    [AHD_ELEMENT_TH] = NO_P_END | BARRIER | TABLE_PART,
    [AHD_ELEMENT_CAPTION] = NO_P_END | BARRIER | TABLE_PART,
    [AHD_ELEMENT_TR] = NO_P_END | TABLE_PART,
    [AHD_ELEMENT_TBODY] = NO_P_END | TABLE_PART,
    [AHD_ELEMENT_THEAD] = NO_P_END | TABLE_PART,
    [AHD_ELEMENT_TFOOT] = NO_P_END | TABLE_PART,
    [AHD_ELEMENT_BUTTON] = NO_P_END | P_BARRIER,
    [AHD_ELEMENT_OBJECT] = NO_P_END | BARRIER,
    [AHD_ELEMENT_TEMPLATE] = NO_P_END | BARRIER | IN_HEAD,
    [AHD_ELEMENT_SELECT] = NO_P_END,
    [AHD_ELEMENT_OPTION] = NO_P_END,
    [AHD_ELEMENT_IFRAME] = NO_P_END,
    [AHD_ELEMENT_NOSCRIPT] = NO_P_END | IN_HEAD,
    [AHD_ELEMENT_NOFRAMES] = NO_P_END | IN_HEAD,
    [AHD_ELEMENT_NOEMBED] = NO_P_END,
    [AHD_ELEMENT_TITLE] = NO_P_END | IN_HEAD,
    [AHD_ELEMENT_SCRIPT] = NO_P_END | IN_HEAD,
    [AHD_ELEMENT_STYLE] = NO_P_END | IN_HEAD,
    [AHD_ELEMENT_HEAD] = NO_P_END,
    [AHD_ELEMENT_HTML] = NO_P_END,
    [AHD_ELEMENT_BODY] = NO_P_END,
    [AHD_ELEMENT_LEGEND] = NO_P_END,
    [AHD_ELEMENT_AUDIO] = NO_P_END,
    [AHD_ELEMENT_VIDEO] = NO_P_END,
    [AHD_ELEMENT_CANVAS] = NO_P_END,
    [AHD_ELEMENT_SVG] = NO_P_END,
    [AHD_ELEMENT_MATH] = NO_P_END,
    [AHD_ELEMENT_TEXTAREA] = NO_P_END,
    [AHD_ELEMENT_DIV] = IN_ITEM,
    [AHD_ELEMENT_P] = IN_ITEM,
    [AHD_ELEMENT_ADDRESS] = IN_ITEM,
};

static bool is(ahd_element element, unsigned kind)
{
    return (kinds[element] & kind) != 0;
}

static bool is_heading(ahd_element element)
{
    return (ahd_element_flags(element) & AHD_HTML_HEADING) != 0;
}

static bool is_list(ahd_element element)
{
    return element == AHD_ELEMENT_UL || element == AHD_ELEMENT_OL;
}

static bool is_term(ahd_element element)
{
    return element == AHD_ELEMENT_DT || element == AHD_ELEMENT_DD;
}

static bool is_cell(ahd_element element)
{
    return element == AHD_ELEMENT_TD || element == AHD_ELEMENT_TH;
}

/* Does a start tag of the one end an open element that is the other? */
static bool same_item(ahd_element starting, ahd_element open)
{
    return starting == open || (is_term(starting) && is_term(open));
}

static uint32_t end_item(const ahd_element *open, uint32_t depth,
                         ahd_element starting)
{
    if (starting != AHD_ELEMENT_LI && !is_term(starting))
        return depth;
    for (uint32_t i = depth; i > 0; i--) {
        if (same_item(starting, open[i - 1]))
            return i - 1;
        if (!is(open[i - 1], IN_ITEM))
            break;
    }
    return depth;
}

static uint32_t end_paragraph(const ahd_element *open, uint32_t depth,
                              ahd_element starting)
{
    if (is(starting, NO_P_END))
        return depth;
    for (uint32_t i = depth; i > 0 && !is(open[i - 1], BARRIER | P_BARRIER);
         i--)
        if (open[i - 1] == AHD_ELEMENT_P)
            return i - 1;
    return depth;
}

/* There is no button in a button. */
static uint32_t end_button(const ahd_element *open, uint32_t depth,
                           ahd_element starting)
{
    if (starting == AHD_ELEMENT_BUTTON)
        for (uint32_t i = depth; i > 0 && !is(open[i - 1], BARRIER); i--)
            if (open[i - 1] == AHD_ELEMENT_BUTTON)
                return i - 1;
    return depth;
}

/* A cell ends a cell, a row a row and its cells, a part all but the table. */
static bool ends_part(ahd_element starting, ahd_element open)
{
    if (is_cell(starting))
        return is_cell(open);
    if (starting == AHD_ELEMENT_TR)
        return is_cell(open) || open == AHD_ELEMENT_TR;
    return true;
}

static uint32_t end_parts(const ahd_element *open, uint32_t depth,
                          ahd_element starting)
{
    uint32_t left = depth;

    if (!is(starting, TABLE_PART))
        return depth;
    for (uint32_t i = depth; i > 0 && open[i - 1] != AHD_ELEMENT_TABLE; i--)
        if (is(open[i - 1], TABLE_PART) && ends_part(starting, open[i - 1]))
            left = i - 1;
    return left;
}

static uint32_t end_innermost(const ahd_element *open, uint32_t depth,
                              ahd_element starting)
{
    ahd_element last = depth > 0 ? open[depth - 1] : AHD_ELEMENT_OTHER;
    bool heading = is_heading(last) && is_heading(starting);
    bool option = last == AHD_ELEMENT_OPTION && starting == last;
    bool head = last == AHD_ELEMENT_HEAD && !is(starting, IN_HEAD);

    return depth - (heading || option || head);
}

uint32_t ahd_nesting_start(const ahd_element *open, uint32_t depth,
                           ahd_element starting)
{
    depth = end_parts(open, depth, starting);
    depth = end_item(open, depth, starting);
    depth = end_paragraph(open, depth, starting);
    depth = end_button(open, depth, starting);
    return end_innermost(open, depth, starting);
}

static bool stops(ahd_element open, ahd_element ending)
{
    if (ending == AHD_ELEMENT_LI && is_list(open))
        return true;
    if (is(open, TABLE_PART) &&
        (is(ending, TABLE_PART) || ending == AHD_ELEMENT_TABLE))
        return false;
    return is(open, ending == AHD_ELEMENT_P ? BARRIER | P_BARRIER : BARRIER);
}

uint32_t ahd_nesting_end(const ahd_element *open, uint32_t depth,
                         ahd_element ending)
{
    for (uint32_t i = depth; i > 0; i--) {
        if (open[i - 1] == ending ||
            (is_heading(ending) && is_heading(open[i - 1])))
            return i - 1;
        if (stops(open[i - 1], ending))
            break;
    }
    return depth;
}
