/* element.h - the HTML elements that the page reader tells apart.
 *
 *     "DIV" -> AHD_ELEMENT_DIV, which is a block     "blink" -> ..._OTHER
 *
 * What an element is to an article is the reader's own view, not the
 * standard's: AHD_HTML_SKIP holds no words of an article. The list is in order
 * of the names. */
#ifndef AHD_HTML_ELEMENT_H
#define AHD_HTML_ELEMENT_H

#include "base/str.h"

enum {
    AHD_HTML_BLOCK = 1, /* begins and ends a line of text */
    AHD_HTML_VOID = 2,  /* has no content and no end tag */
    AHD_HTML_RAW = 4,   /* its content is text up to its end tag */
    AHD_HTML_SKIP = 8,
    AHD_HTML_HEADING = 32,
    AHD_HTML_REFERENCES = 64, /* its raw text is read for &amp; and the like */
    AHD_HTML_BREAKOUT = 128,  /* its start tag ends an open <svg> or <math> */
    AHD_HTML_POINT = 256,     /* in <svg> or <math> it holds HTML again */
};

/* clang-format off */
#define AHD_ELEMENT_LIST(X) \
    X(A, "a", 0) \
    X(ABBR, "abbr", 0) \
    X(ADDRESS, "address", AHD_HTML_BLOCK) \
    X(ANNOTATION_XML, "annotation-xml", AHD_HTML_POINT) \
    X(AREA, "area", AHD_HTML_VOID) \
    X(ARTICLE, "article", AHD_HTML_BLOCK) \
    X(ASIDE, "aside", AHD_HTML_BLOCK) \
    X(AUDIO, "audio", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(B, "b", AHD_HTML_BREAKOUT) \
    X(BASE, "base", AHD_HTML_VOID) \
    X(BASEFONT, "basefont", AHD_HTML_VOID) \
    X(BGSOUND, "bgsound", AHD_HTML_VOID) \
    X(BIG, "big", AHD_HTML_BREAKOUT) \
    X(BLOCKQUOTE, "blockquote", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(BODY, "body", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(BR, "br", AHD_HTML_VOID | AHD_HTML_BREAKOUT) \
    X(BUTTON, "button", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(CANVAS, "canvas", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(CAPTION, "caption", AHD_HTML_BLOCK) \
    X(CENTER, "center", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(CITE, "cite", 0) \
    X(CODE, "code", AHD_HTML_BREAKOUT) \
    X(COL, "col", AHD_HTML_VOID) \
    X(COLGROUP, "colgroup", 0) \
    X(DD, "dd", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(DEL, "del", 0) \
    X(DESC, "desc", AHD_HTML_POINT) \
    X(DETAILS, "details", AHD_HTML_BLOCK) \
    X(DIALOG, "dialog", AHD_HTML_BLOCK) \
    X(DIR, "dir", AHD_HTML_BLOCK) \
    X(DIV, "div", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(DL, "dl", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(DT, "dt", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(EM, "em", AHD_HTML_BREAKOUT) \
    X(EMBED, "embed", AHD_HTML_VOID | AHD_HTML_BREAKOUT) \
    X(FIELDSET, "fieldset", AHD_HTML_BLOCK) \
    X(FIGCAPTION, "figcaption", AHD_HTML_BLOCK) \
    X(FIGURE, "figure", AHD_HTML_BLOCK) \
    X(FONT, "font", 0) \
    X(FOOTER, "footer", AHD_HTML_BLOCK) \
    X(FOREIGNOBJECT, "foreignobject", AHD_HTML_POINT) \
    X(FORM, "form", AHD_HTML_BLOCK) \
    X(FRAME, "frame", AHD_HTML_VOID) \
    X(H1, "h1", AHD_HTML_BLOCK | AHD_HTML_HEADING | AHD_HTML_BREAKOUT) \
    X(H2, "h2", AHD_HTML_BLOCK | AHD_HTML_HEADING | AHD_HTML_BREAKOUT) \
    X(H3, "h3", AHD_HTML_BLOCK | AHD_HTML_HEADING | AHD_HTML_BREAKOUT) \
    X(H4, "h4", AHD_HTML_BLOCK | AHD_HTML_HEADING | AHD_HTML_BREAKOUT) \
    X(H5, "h5", AHD_HTML_BLOCK | AHD_HTML_HEADING | AHD_HTML_BREAKOUT) \
    X(H6, "h6", AHD_HTML_BLOCK | AHD_HTML_HEADING | AHD_HTML_BREAKOUT) \
    X(HEAD, "head", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_BREAKOUT) \
    X(HEADER, "header", AHD_HTML_BLOCK) \
    X(HGROUP, "hgroup", AHD_HTML_BLOCK) \
    X(HR, "hr", AHD_HTML_VOID | AHD_HTML_BREAKOUT) \
    X(HTML, "html", AHD_HTML_BLOCK) \
    X(I, "i", AHD_HTML_BREAKOUT) \
    X(IFRAME, "iframe", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(IMG, "img", AHD_HTML_VOID | AHD_HTML_BREAKOUT) \
    X(INPUT, "input", AHD_HTML_VOID) \
    X(INS, "ins", 0) \
    X(KEYGEN, "keygen", AHD_HTML_VOID) \
    X(LABEL, "label", 0) \
    X(LEGEND, "legend", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(LI, "li", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(LINK, "link", AHD_HTML_VOID) \
    X(LISTING, "listing", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(MAIN, "main", AHD_HTML_BLOCK) \
    X(MARK, "mark", 0) \
    X(MATH, "math", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(MENU, "menu", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_BREAKOUT) \
    X(META, "meta", AHD_HTML_VOID | AHD_HTML_BREAKOUT) \
    X(MI, "mi", AHD_HTML_POINT) \
    X(MN, "mn", AHD_HTML_POINT) \
    X(MO, "mo", AHD_HTML_POINT) \
    X(MS, "ms", AHD_HTML_POINT) \
    X(MTEXT, "mtext", AHD_HTML_POINT) \
    X(NAV, "nav", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(NOBR, "nobr", AHD_HTML_BREAKOUT) \
    X(NOEMBED, "noembed", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(NOFRAMES, "noframes", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(NOSCRIPT, "noscript", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(OBJECT, "object", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(OL, "ol", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(OPTGROUP, "optgroup", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(OPTION, "option", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(P, "p", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(PARAM, "param", AHD_HTML_VOID) \
    X(PLAINTEXT, "plaintext", AHD_HTML_BLOCK | AHD_HTML_RAW) \
    X(PRE, "pre", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(Q, "q", 0) \
    X(RP, "rp", 0) \
    X(RT, "rt", 0) \
    X(RUBY, "ruby", AHD_HTML_BREAKOUT) \
    X(S, "s", AHD_HTML_BREAKOUT) \
    X(SCRIPT, "script", AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(SEARCH, "search", AHD_HTML_BLOCK) \
    X(SECTION, "section", AHD_HTML_BLOCK) \
    X(SELECT, "select", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(SMALL, "small", AHD_HTML_BREAKOUT) \
    X(SOURCE, "source", AHD_HTML_VOID) \
    X(SPAN, "span", AHD_HTML_BREAKOUT) \
    X(STRIKE, "strike", AHD_HTML_BREAKOUT) \
    X(STRONG, "strong", AHD_HTML_BREAKOUT) \
    X(STYLE, "style", AHD_HTML_SKIP | AHD_HTML_RAW) \
    X(SUB, "sub", AHD_HTML_BREAKOUT) \
    X(SUMMARY, "summary", AHD_HTML_BLOCK) \
    X(SUP, "sup", AHD_HTML_BREAKOUT) \
    X(SVG, "svg", AHD_HTML_SKIP | AHD_HTML_BLOCK) \
    X(TABLE, "table", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(TBODY, "tbody", AHD_HTML_BLOCK) \
    X(TD, "td", AHD_HTML_BLOCK) \
    X(TEMPLATE, "template", AHD_HTML_BLOCK | AHD_HTML_SKIP) \
    X(TEXTAREA, "textarea", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW | AHD_HTML_REFERENCES) \
    X(TFOOT, "tfoot", AHD_HTML_BLOCK) \
    X(TH, "th", AHD_HTML_BLOCK) \
    X(THEAD, "thead", AHD_HTML_BLOCK) \
    X(TIME, "time", 0) \
    X(TITLE, "title", AHD_HTML_BLOCK | AHD_HTML_SKIP | AHD_HTML_RAW | AHD_HTML_REFERENCES | AHD_HTML_POINT) \
    X(TR, "tr", AHD_HTML_BLOCK) \
    X(TRACK, "track", AHD_HTML_VOID) \
    X(TT, "tt", AHD_HTML_BREAKOUT) \
    X(U, "u", AHD_HTML_BREAKOUT) \
    X(UL, "ul", AHD_HTML_BLOCK | AHD_HTML_BREAKOUT) \
    X(VAR, "var", AHD_HTML_BREAKOUT) \
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
