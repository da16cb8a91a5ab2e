/* pairing_form.c - the forms of pairing.h: each folded until it is wanted, with
 * few choices, a field for an id, and who says it and why. */
#include "web/pairing.h"

#include <inttypes.h>
#include <stdio.h>

enum { URL_BYTES = 16 << 10, ID_BYTES = 4096, SHOWN = 16 };

/* ------------------------------------------------------------------ words */

/* "pairing.merge", and "pairing.merge.document" where documents are meant. */
static void write_word(const ahd_pairing_form *form, const char *part)
{
    char key[64];

    snprintf(key, sizeof key, "pairing.%s%s%s", form->decision, part,
             form->p->n ? "" : ".document");
    ahd_html(form->p->view->out, "$t",
             ahd_wording_get(form->p->view->tongue, key));
}

/* Was this form sent, and is it shown again? */
static bool was_sent(const ahd_pairing_form *form)
{
    const ahd_request *request = form->p->view->request;

    return request->method == AHD_POST &&
           ahd_str_eq(ahd_request_field(request, "decision"),
                      ahd_str_from(form->decision));
}

static ahd_str sent(const ahd_pairing_form *form, const char *name)
{
    return was_sent(form) ? ahd_request_field(form->p->view->request, name)
                          : AHD_STR("");
}

/* ------------------------------------------------------------------- head */

/* What its own page is for, and what was wrong. */
static bool is_open(const ahd_pairing_form *form)
{
    bool of_two = ahd_str_eq(ahd_str_from(form->decision), AHD_STR("merge")) ||
                  ahd_str_eq(ahd_str_from(form->decision), AHD_STR("split"));

    return was_sent(form) || (of_two && form->p->back == NULL);
}

void ahd_pairing_open(const ahd_pairing_form *form)
{
    const ahd_pairing *p = form->p;
    ahd_buf url = AHD_BUF(URL_BYTES);
    ahd_buf *out = p->view->out;

    ahd_html(out, "<details id=\"two-$a\" class=\"pairing\"$t>\n<summary>",
             ahd_str_from(form->decision),
             is_open(form) ? AHD_STR(" open") : AHD_STR(""));
    write_word(form, "");
    ahd_pairing_action(p, &url);
    ahd_html(out,
             "</summary>\n<form method=\"post\" action=\"$a\">\n"
             "<input type=\"hidden\" name=\"token\" value=\"$a\">\n",
             ahd_buf_str(&url), p->view->request->token);
    ahd_html_raw(out, "<p class=\"note\">");
    write_word(form, ".p");
    ahd_html_raw(out, "</p>\n<fieldset><legend>");
    write_word(form, ".which");
    ahd_html_raw(out, "</legend>\n");
    p->view->reply->has_form = true;
    ahd_buf_finish(&url);
}

/* ---------------------------------------------------------------- choices */

static void write_what(const ahd_pairing *p, const json_t *row)
{
    ahd_view *view = p->view;
    ahd_str words = ahd_field_text(row, p->n ? "sentence" : "title");
    ahd_str outlet = ahd_field_text(row, "outlet");

    ahd_html_raw(view->out, "<span class=\"meta\">");
    if (p->n != 0) {
        ahd_view_act(view, ahd_field_text(row, "act"));
        ahd_html_raw(view->out, " ");
    }
    ahd_view_text(view, outlet.len ? outlet : ahd_field_text(row, "document"));
    ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    ahd_view_date(view, ahd_field_text(row, "published"), "date.none");
    if (ahd_field_number(row, "here"))
        ahd_html(view->out, " <span class=\"tag\">$t</span>",
                 ahd_wording_get(view->tongue, "pairing.here"));
    ahd_html_raw(view->out, "</span><span class=\"words\"");
    ahd_view_lang(view, words);
    ahd_html(view->out, ">$t</span>",
             words.len ? words
                       : ahd_wording_get(view->tongue, "document.untitled"));
}

void ahd_pairing_choice(const ahd_pairing_form *form, const json_t *row)
{
    ahd_buf name = AHD_BUF(ID_BYTES);
    ahd_buf *out = form->p->view->out;

    ahd_pairing_name(form->p, row, &name);
    ahd_html(out,
             "<label class=\"choice\"><input type=\"radio\" name=\"$a\" "
             "value=\"$a\"$t> <span>",
             ahd_str_from(form->field), ahd_buf_str(&name),
             ahd_str_eq(sent(form, form->field), ahd_buf_str(&name))
                 ? AHD_STR(" checked")
                 : AHD_STR(""));
    write_what(form->p, row);
    ahd_html_raw(out, "</span></label>\n");
    ahd_buf_finish(&name);
}

/* -------------------------------------------------------------------- end */

static void write_input(const ahd_pairing_form *form, const char *name,
                        const char *word, ahd_str value)
{
    ahd_view *view = form->p->view;

    ahd_html(view->out,
             "<label class=\"line\"><span>$t</span> <input name=\"$a\" "
             "value=\"$a\" dir=\"auto\"",
             ahd_wording_get(view->tongue, word), ahd_str_from(name), value);
}

/* The id that was typed, or is to be. */
static void write_typed(const ahd_pairing_form *form)
{
    ahd_str typed = sent(form, "typed");
    ahd_buf *out = form->p->view->out;

    bool agreement =
        ahd_str_eq(ahd_str_from(form->decision), AHD_STR("agreement"));

    write_input(form, "typed",
                agreement    ? "pairing.typed.agreement"
                : form->p->n ? "pairing.typed"
                             : "pairing.typed.document",
                typed);
    ahd_html_raw(out, " autocomplete=\"off\" spellcheck=\"false\"");
    if (typed.len > 0 && form->p->wrong != NULL)
        ahd_html_raw(out, " aria-invalid=\"true\" "
                          "aria-describedby=\"pairing-wrong\"");
    ahd_html_raw(out, "></label>\n");
}

void ahd_pairing_close(const ahd_pairing_form *form)
{
    ahd_view *view = form->p->view;
    ahd_str by = sent(form, "by");

    write_typed(form);
    ahd_html_raw(view->out, "</fieldset>\n");
    write_input(form, "why", "review.reason", sent(form, "why"));
    ahd_html_raw(view->out, "></label>\n");
    write_input(form, "note", "review.note", sent(form, "note"));
    ahd_html_raw(view->out, "></label>\n");
    write_input(form, "by", "review.by", by.len ? by : view->request->reader);
    ahd_html(view->out,
             " required autocomplete=\"nickname\"></label>\n"
             "<p class=\"decisions\"><button name=\"decision\" value=\"$a\" "
             "class=\"main\">",
             ahd_str_from(form->decision));
    write_word(form, ".do");
    ahd_html_raw(view->out, "</button></p>\n</form></details>\n");
}

void ahd_pairing_sign(ahd_view *view)
{
    ahd_html(view->out, "<input type=\"hidden\" name=\"token\" value=\"$a\">",
             view->request->token);
    if (view->request->reader.len > 0)
        ahd_html(view->out, "<input type=\"hidden\" name=\"by\" value=\"$a\">",
                 view->request->reader);
    else
        ahd_html(view->out,
                 "<input name=\"by\" required dir=\"auto\" size=\"12\" "
                 "autocomplete=\"nickname\" placeholder=\"$a\" "
                 "aria-label=\"$a\"> ",
                 ahd_wording_get(view->tongue, "review.by"),
                 ahd_wording_get(view->tongue, "review.by"));
    view->reply->has_form = true;
}

/* -------------------------------------------------------------- all of it */

static void write_merge(const ahd_pairing *p)
{
    const ahd_pairing_form form = {p, "merge", "other"};
    const json_t *row;
    size_t i;

    ahd_pairing_open(&form);
    ahd_field_each(p->near, i, row) ahd_pairing_choice(&form, row);
    if (json_array_size(p->near) == 0)
        ahd_html(p->view->out, "<p class=\"note\">$t</p>\n",
                 ahd_wording_get(p->view->tongue, "pairing.nonear"));
    ahd_pairing_close(&form);
}

/* Who goes; and what they were, so that a form that is older than the record
 * takes nobody apart. */
static void write_split(const ahd_pairing *p)
{
    const ahd_pairing_form form = {p, "split", "one"};
    ahd_buf group = AHD_BUF(ID_BYTES);
    const json_t *row;
    size_t i;

    if (json_array_size(p->together) == 0)
        return;
    ahd_pairing_open(&form);
    ahd_pairing_group(p, &group);
    ahd_html(p->view->out,
             "<input type=\"hidden\" name=\"together\" value=\"$a\">\n",
             ahd_buf_str(&group));
    ahd_buf_finish(&group);
    ahd_pairing_choice(&form, ahd_pairing_self(p));
    ahd_field_each(p->together, i, row)
    {
        if (i < SHOWN)
            ahd_pairing_choice(&form, row);
    }
    ahd_pairing_close(&form);
}

static void write_wrong(const ahd_pairing *p)
{
    ahd_view *view = p->view;

    if (p->wrong == NULL && p->why.status == AHD_OK)
        return;
    ahd_html_raw(view->out, "<div class=\"notice wrong\" id=\"pairing-wrong\" "
                            "role=\"alert\">");
    if (p->wrong != NULL)
        ahd_view_word(view, p->wrong);
    if (p->wrong_about.len > 0) {
        ahd_html_raw(view->out, " ");
        ahd_view_text(view, p->wrong_about);
    }
    if (p->why.status == AHD_EUSAGE) {
        ahd_html_raw(view->out, " ");
        ahd_view_said(view, &p->why);
    }
    ahd_html_raw(view->out, "</div>\n");
}

void ahd_pairing_write(ahd_pairing *p)
{
    ahd_html(p->view->out,
             "<section class=\"review pairings\" id=\"two\" "
             "aria-label=\"$a\">\n",
             ahd_wording_get(p->view->tongue, "pairing.title"));
    ahd_pairing_kept(p->view);
    write_wrong(p);
    ahd_pairing_said(p);
    if (ahd_desk_writes(p->view->desk)) {
        write_split(p);
        write_merge(p);
    }
    ahd_html_raw(p->view->out, "</section>\n");
}
