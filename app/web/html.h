/* html.h - the only way text gets into a page: escaped.
 *
 *     ahd_html(out, "<a href=\"/actors/$u\" title=\"$a\">$t</a>", id, tip,
 * name)
 *
 * $t writes the next argument as text, $a as the value of an attribute in
 * double quotes, $u as one piece of a path or query. The template must be a
 * literal and the arguments are ahd_str, so nothing reaches a page unescaped.
 * Bytes that are no UTF-8, and control characters, become U+FFFD. */
#ifndef AHD_WEB_HTML_H
#define AHD_WEB_HTML_H

#include "base/buf.h"
#include "base/str.h"

void ahd_html_text(ahd_buf *out, ahd_str s);
void ahd_html_attr(ahd_buf *out, ahd_str s);
void ahd_html_url(ahd_buf *out, ahd_str s);

/* Is it an address that may become a link: http or https, and no other? */
bool ahd_html_is_link(ahd_str url);

/* Behind ahd_html. Too few or too many arguments mark `out` as failed. */
void ahd_html_fill(ahd_buf *out, ahd_str shape, const ahd_str *args,
                   size_t count);

#define ahd_html(out, shape, ...)                                              \
    ahd_html_fill((out), AHD_STR("" shape ""), (const ahd_str[]){__VA_ARGS__}, \
                  sizeof((const ahd_str[]){__VA_ARGS__}) / sizeof(ahd_str))

/* Markup without any argument. */
#define ahd_html_raw(out, literal) ahd_buf_add((out), AHD_STR("" literal ""))

#endif
