/* pairing_said.c - what people said of two documents: who, when, why, whether
 * it stands; and where they do not agree. */
#include "web/pairing.h"

#include <inttypes.h>
#include <stdio.h>

enum { URL_BYTES = 16 << 10 };

void ahd_pairing_kept(ahd_view *view)
{
    ahd_str number = ahd_request_param(view->request, "kept");
    uint32_t ignored;

    if (ahd_str_number(number, &ignored))
        ahd_html(view->out,
                 "<p class=\"notice kept\" role=\"status\">$t <bdi>$t</bdi>"
                 "</p>\n",
                 ahd_wording_get(view->tongue, "review.kept"), number);
}

/* ----------------------------------------------------------------- groups */

static bool same(const json_t *a, const json_t *b, const char *key)
{
    return ahd_str_eq(ahd_field_text(a, key), ahd_field_text(b, key));
}

/* One was set apart from all others by one form: a review for each of them. */
static bool is_one_word(const json_t *a, const json_t *b)
{
    return same(a, b, "by") && same(a, b, "document") && same(a, b, "why") &&
           same(a, b, "note") && same(a, b, "hangs") &&
           ahd_field_number(a, "n") == ahd_field_number(b, "n") &&
           ahd_field_number(a, "joins") == ahd_field_number(b, "joins") &&
           ahd_field_number(a, "stands") == ahd_field_number(b, "stands") &&
           ahd_field_number(a, "review") - ahd_field_number(b, "review") == 1;
}

static size_t end_of(const json_t *list, size_t from)
{
    size_t end = from + 1;

    while (
        end < json_array_size(list) &&
        is_one_word(json_array_get(list, end - 1), json_array_get(list, end)))
        end++;
    return end;
}

/* ------------------------------------------------------------ one of them */

/* "Al-Mirsad 3": leads to the act in its document. */
static void write_end(ahd_view *view, const json_t *said, bool other)
{
    ahd_str id = ahd_field_text(said, other ? "other" : "document");
    ahd_str outlet = ahd_field_text(said, other ? "other_outlet" : "outlet");
    int64_t n = ahd_field_number(said, other ? "other_n" : "n");
    char fragment[32] = "";
    int len = 0;

    if (n > 0)
        len = snprintf(fragment, sizeof fragment, "a%" PRId64, n);
    ahd_html_raw(view->out, "<a");
    ahd_view_href(view, "/documents/", id, (ahd_str){fragment, (size_t)len});
    ahd_html_raw(view->out, ">");
    ahd_view_text(view, outlet.len ? outlet : id);
    if (n > 0)
        ahd_html(view->out, " <bdi>$t</bdi>",
                 (ahd_str){fragment + 1, (size_t)len - 1});
    ahd_html_raw(view->out, "</a>");
}

static void write_ends(ahd_view *view, const json_t *list, size_t from,
                       size_t end)
{
    const json_t *first = json_array_get(list, from);

    ahd_html_raw(view->out, "<div class=\"ends\">");
    write_end(view, first, false);
    ahd_html(view->out, " $t ",
             ahd_field_number(first, "joins") ? AHD_STR("=") : AHD_STR("≠"));
    for (size_t i = from; i < end; i++) {
        if (i > from)
            ahd_html_raw(view->out, "، ");
        write_end(view, json_array_get(list, i), true);
    }
    ahd_html_raw(view->out, "</div>\n");
}

static void write_undo(const ahd_pairing *p, const json_t *list, size_t from,
                       size_t end)
{
    const json_t *first = json_array_get(list, from);
    ahd_buf url = AHD_BUF(URL_BYTES);
    ahd_view *view = p->view;

    if (!ahd_desk_writes(view->desk) || view->request->reader.len == 0 ||
        !ahd_str_eq(ahd_field_text(first, "by"), view->request->reader))
        return;
    ahd_pairing_action(p, &url);
    ahd_html(view->out, "<form method=\"post\" action=\"$a\" class=\"undo\">",
             ahd_buf_str(&url));
    ahd_buf_finish(&url);
    ahd_pairing_sign(view);
    ahd_html(view->out, "<input type=\"hidden\" name=\"one\" value=\"$a",
             ahd_field_text(first, "hangs"));
    if (p->n != 0)
        ahd_buf_printf(view->out, ":%" PRId64, ahd_field_number(first, "n"));
    ahd_html_raw(view->out, "\">");
    for (size_t i = from; i < end; i++)
        ahd_buf_printf(view->out,
                       "<input type=\"hidden\" name=\"review\" "
                       "value=\"%" PRId64 "\">",
                       ahd_field_number(json_array_get(list, i), "review"));
    ahd_html(view->out,
             "<button name=\"decision\" value=\"undo\">$t</button></form>\n",
             ahd_wording_get(view->tongue, "review.undo"));
}

static void write_one(const ahd_pairing *p, size_t from, size_t end)
{
    const json_t *said = json_array_get(p->paired, from);
    bool stands = ahd_field_number(said, "stands") != 0;
    ahd_view *view = p->view;

    ahd_html(view->out, "<li class=\"said said-$t\"><div><b>",
             stands ? AHD_STR("standing") : AHD_STR("superseded"));
    ahd_view_text(view, ahd_field_text(said, "by"));
    ahd_html(view->out, "</b> <span class=\"tag\">$t</span>",
             ahd_wording_get(view->tongue, ahd_field_number(said, "joins")
                                               ? "review.decision.merge"
                                               : "review.decision.split"));
    if (!stands)
        ahd_html(view->out, " <span class=\"state\">$t</span>",
                 ahd_wording_get(view->tongue, "review.state.superseded"));
    ahd_html_raw(view->out, "</div>\n<div class=\"meta\">");
    ahd_view_moment(view, ahd_field_text(said, "at"));
    ahd_html_raw(view->out, "</div>\n");
    write_ends(view, p->paired, from, end);
    ahd_view_remark(view, "review.reason", ahd_field_text(said, "why"));
    ahd_view_remark(view, "review.note", ahd_field_text(said, "note"));
    write_undo(p, p->paired, from, end);
    ahd_html_raw(view->out, "</li>\n");
}

/* ------------------------------------------------------------ disagreeing */

/* The same two, and the other thing of them, by somebody else. */
static bool is_against(const json_t *a, const json_t *b)
{
    bool straight =
        same(a, b, "document") && same(a, b, "other") &&
        ahd_field_number(a, "n") == ahd_field_number(b, "n") &&
        ahd_field_number(a, "other_n") == ahd_field_number(b, "other_n");
    bool crossed =
        ahd_str_eq(ahd_field_text(a, "document"), ahd_field_text(b, "other")) &&
        ahd_str_eq(ahd_field_text(a, "other"), ahd_field_text(b, "document")) &&
        ahd_field_number(a, "n") == ahd_field_number(b, "other_n") &&
        ahd_field_number(a, "other_n") == ahd_field_number(b, "n");

    return (straight || crossed) && !same(a, b, "by") &&
           ahd_field_number(a, "joins") != ahd_field_number(b, "joins");
}

/* The newest word counts; that there is another one is said. */
static void write_disagreement(const ahd_pairing *p)
{
    ahd_view *view = p->view;

    for (size_t i = 1; i < json_array_size(p->paired); i++)
        for (size_t k = 0; k < i; k++) {
            const json_t *new = json_array_get(p->paired, k);
            const json_t *old = json_array_get(p->paired, i);
            if (!is_against(old, new))
                continue;
            ahd_html(view->out, "<p class=\"notice differ\">$t ",
                     ahd_wording_get(view->tongue, "pairing.differ"));
            ahd_view_text(view, ahd_field_text(new, "by"));
            ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
            ahd_view_text(view, ahd_field_text(old, "by"));
            ahd_html_raw(view->out, "</p>\n");
            return;
        }
}

void ahd_pairing_said(const ahd_pairing *p)
{
    ahd_view *view = p->view;

    if (json_array_size(p->paired) == 0)
        return;
    ahd_html(view->out, "<div id=\"two-said\"><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, "review.said"));
    write_disagreement(p);
    ahd_html_raw(view->out, "<ol class=\"plain reviews\">\n");
    for (size_t i = 0; i < json_array_size(p->paired);) {
        size_t end = end_of(p->paired, i);
        write_one(p, i, end);
        i = end;
    }
    ahd_html_raw(view->out, "</ol></div>\n");
}
