/* element.h - the HTML elements that the page reader tells apart.
 *
 *     "DIV" -> AHD_ELEMENT_DIV, which is a block     "blink" -> ..._OTHER
 *
 * What an element is to an article is the reader's own view, not the
 * standard's: AHD_HTML_SKIP holds no words of an article, AHD_HTML_SOFT seldom
 * does. The list is in order of the names. */
#ifndef AHD_HTML_ELEMENT_H
#define AHD_HTML_ELEMENT_H

#include "base/str.h"

enum {
    AHD_HTML_BLOCK = 1, /* begins and ends a line of text */
    AHD_HTML_VOID = 2,  /* has no content and no end tag */
    AHD_HTML_RAW = 4,   /* its content is text up to its end tag */
    AHD_HTML_SKIP = 8,
    AHD_HTML_SOFT = 16,
    AHD_HTML_HEADING = 32,
};

/* clang-format off */
#define AHD_ELEMENT_LIST(X) \
    X(A, "a", 0) \
    X(ADDRESS, "address", AHD_HTML_BLOCK) \
    X(ARTICLE, "article", AHD_HTML_BLOCK) \
    X(ASIDE, "aside", AHD_HTML_BLOCK | AHD_HTML_SOFT) \
    X(AUDIO, "audio", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(BASE, "base", AHD_HTML_VOID) \
    X(BLOCKQUOTE, "blockquote", AHD_HTML_BLOCK) \
    X(BODY, "body", AHD_HTML_BLOCK) \
    X(BR, "br", AHD_HTML_VOID) \
    X(BUTTON, "button", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(CANVAS, "canvas", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(CAPTION, "caption", AHD_HTML_BLOCK) \
    X(COL, "col", AHD_HTML_VOID) \
    X(DD, "dd", AHD_HTML_BLOCK) \
    X(DETAILS, "details", AHD_HTML_BLOCK) \
    X(DIALOG, "dialog", AHD_HTML_BLOCK | AHD_HTML_SOFT) \
    X(DIV, "div", AHD_HTML_BLOCK) \
    X(DL, "dl", AHD_HTML_BLOCK) \
    X(DT, "dt", AHD_HTML_BLOCK) \
    X(EMBED, "embed", AHD_HTML_VOID) \
    X(FIELDSET, "fieldset", AHD_HTML_BLOCK | AHD_HTML_SOFT) \
    X(FIGCAPTION, "figcaption", AHD_HTML_BLOCK) \
    X(FIGURE, "figure", AHD_HTML_BLOCK) \
    X(FOOTER, "footer", AHD_HTML_BLOCK | AHD_HTML_SOFT) \
    X(FORM, "form", AHD_HTML_BLOCK | AHD_HTML_SOFT) \
    X(H1, "h1", AHD_HTML_BLOCK | AHD_HTML_HEADING) \
    X(H2, "h2", AHD_HTML_BLOCK | AHD_HTML_HEADING) \
    X(H3, "h3", AHD_HTML_BLOCK | AHD_HTML_HEADING) \
    X(H4, "h4", AHD_HTML_BLOCK | AHD_HTML_HEADING) \
    X(H5, "h5", AHD_HTML_BLOCK | AHD_HTML_HEADING) \
    X(H6, "h6", AHD_HTML_BLOCK | AHD_HTML_HEADING) \
    X(HEAD, "head", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(HEADER, "header", AHD_HTML_BLOCK) \
    X(HR, "hr", AHD_HTML_VOID) \
    X(HTML, "html", AHD_HTML_BLOCK) \
    X(IFRAME, "iframe", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(IMG, "img", AHD_HTML_VOID) \
    X(INPUT, "input", AHD_HTML_VOID) \
    X(LEGEND, "legend", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(LI, "li", AHD_HTML_BLOCK) \
    X(LINK, "link", AHD_HTML_VOID) \
    X(MAIN, "main", AHD_HTML_BLOCK) \
    X(MATH, "math", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(MENU, "menu", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(META, "meta", AHD_HTML_VOID) \
    X(NAV, "nav", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(NOEMBED, "noembed", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(NOFRAMES, "noframes", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(NOSCRIPT, "noscript", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(OBJECT, "object", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(OL, "ol", AHD_HTML_BLOCK) \
    X(OPTION, "option", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(P, "p", AHD_HTML_BLOCK) \
    X(PARAM, "param", AHD_HTML_VOID) \
    X(PRE, "pre", AHD_HTML_BLOCK) \
    X(SCRIPT, "script", AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(SECTION, "section", AHD_HTML_BLOCK) \
    X(SELECT, "select", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(SOURCE, "source", AHD_HTML_VOID) \
    X(STYLE, "style", AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(SUMMARY, "summary", AHD_HTML_BLOCK) \
    X(SVG, "svg", AHD_HTML_SKIP | AHD_HTML_BLOCK) \
    X(TABLE, "table", AHD_HTML_BLOCK) \
    X(TBODY, "tbody", AHD_HTML_BLOCK) \
    X(TD, "td", AHD_HTML_BLOCK) \
    X(TEMPLATE, "template", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(TEXTAREA, "textarea", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(TFOOT, "tfoot", AHD_HTML_BLOCK) \
    X(TH, "th", AHD_HTML_BLOCK) \
    X(THEAD, "thead", AHD_HTML_BLOCK) \
    X(TIME, "time", 0) \
    X(TITLE, "title", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(TR, "tr", AHD_HTML_BLOCK) \
    X(TRACK, "track", AHD_HTML_VOID) \
    X(UL, "ul", AHD_HTML_BLOCK) \
    X(VIDEO, "video", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(WBR, "wbr", AHD_HTML_VOID) \
    X(XMP, "xmp", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW)
/* clang-format on */

typedef enum ahd_element {
#define AHD_ELEMENT_NAME(name, text, flags) AHD_ELEMENT_##name,
    AHD_ELEMENT_LIST(AHD_ELEMENT_NAME)
#undef AHD_ELEMENT_NAME
        AHD_ELEMENT_OTHER,
    AHD_ELEMENTS
} ahd_element;

/* `name` in letters of either size. */
ahd_element ahd_element_find(ahd_str name);
ahd_str ahd_element_name(ahd_element element); /* "" for OTHER */
unsigned ahd_element_flags(ahd_element element);

#endif
