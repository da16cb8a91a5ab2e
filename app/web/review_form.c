/* review_form.c - the form of an act. It is whole without a script: a field
 * takes an id or a name, and each button decides. */
#include "web/review_item.h"

#include "base/utf8.h"
#include "web/pairing_link.h"

#include <inttypes.h>

enum { VALUE_BYTES = 1 << 16 };

/* --------------------------------------------------------- one text field */

/* "source-2", and for the first of several the field's own label. */
static void write_input(ahd_review_item *item, const ahd_review_field *field,
                        int number, ahd_str text)
{
    ahd_view *view = item->view;
    ahd_str name = ahd_str_from(field->name);

    ahd_html(view->out,
             "<input name=\"$a\" value=\"$a\" dir=\"auto\" "
             "autocomplete=\"off\" spellcheck=\"false\"",
             name, text);
    ahd_html(view->out, " id=\"f-$a-", name);
    ahd_buf_printf(view->out, "%d\"", number);
    if (field->names)
        ahd_html(view->out, " data-suggest=\"$a\"",
                 field->agreements ? AHD_STR("agreement") : AHD_STR("actor"));
    if (number == 0)
        ahd_html(view->out, " aria-keyshortcuts=\"$a\"",
                 ahd_str_from(field->key));
    else
        ahd_html(view->out, " aria-label=\"$a\"",
                 ahd_wording_get(view->tongue, field->word));
    if (item->wrong != NULL && item->wrong_about.len > 0 &&
        ahd_str_eq(item->wrong_about, text))
        ahd_html_raw(view->out, " aria-invalid=\"true\" "
                                "aria-describedby=\"review-wrong\"");
    ahd_html_raw(view->out, ">");
}

/* What the text stood for when the page was made: an id, and its name; so that
 * a name that several have stays who it was. */
static void write_was(ahd_review_item *item, const ahd_review_field *field,
                      ahd_str piece, ahd_str name)
{
    ahd_buf *out = item->view->out;
    bool words = ahd_str_starts(piece, AHD_STR("text:"));

    ahd_html(out, "<input type=\"hidden\" name=\"$a.was\" value=\"$a $a\">\n",
             ahd_str_from(field->name), words ? AHD_STR("text:") : piece, name);
}

static void write_named(ahd_review_item *item, const ahd_review_field *field)
{
    ahd_str value = ahd_review_item_value(item, field->name);
    ahd_buf name = AHD_BUF(VALUE_BYTES);
    int number = 0;

    while (value.len > 0) {
        ahd_str piece = ahd_review_item_piece(&value);
        ahd_buf_clear(&name);
        ahd_review_item_name(item, field->agreements, piece, &name);
        write_input(item, field, number++, ahd_buf_str(&name));
        write_was(item, field, piece, ahd_buf_str(&name));
    }
    if (field->several || number == 0) {
        write_input(item, field, number, AHD_STR(""));
        write_was(item, field, AHD_STR(""), AHD_STR(""));
    }
    ahd_buf_finish(&name);
}

/* The same with what somebody sent, which was wrong. */
static void write_sent(ahd_review_item *item, const ahd_review_field *field)
{
    const ahd_request *request = item->view->request;
    ahd_str wanted = ahd_str_from(field->name);
    ahd_buf *out = item->view->out;
    int number = 0;

    for (size_t i = 0; i < request->field_count; i++) {
        if (!ahd_str_eq(request->fields[i].name, wanted))
            continue;
        write_input(item, field, number++, request->fields[i].value);
        bool has = i + 1 < request->field_count &&
                   ahd_str_starts(request->fields[i + 1].name, wanted);
        ahd_html(out, "<input type=\"hidden\" name=\"$a.was\" value=\"$a\">\n",
                 wanted, has ? request->fields[i + 1].value : AHD_STR(" "));
    }
}

static bool was_sent(const ahd_review_item *item, const char *name)
{
    const ahd_request *request = item->view->request;
    ahd_str wanted = ahd_str_from(name);

    for (size_t i = 0; i < request->field_count; i++)
        if (ahd_str_eq(request->fields[i].name, wanted))
            return true;
    return false;
}

/* Of what was sent, or of how it is. */
static ahd_str text_of(const ahd_review_item *item, const char *name,
                       ahd_str else_)
{
    return was_sent(item, name) ? ahd_request_field(item->view->request, name)
                                : else_;
}

/* ----------------------------------------------------------------- fields */

static void write_types(ahd_review_item *item)
{
    ahd_view *view = item->view;
    ahd_str now = text_of(item, "act", ahd_review_item_value(item, "act"));

    ahd_html_raw(view->out, "<select name=\"act\" id=\"f-act-0\" "
                            "aria-keyshortcuts=\"T\">\n");
    for (int i = 0; ahd_turn_types[i]; i++) {
        ahd_str type = ahd_str_from(ahd_turn_types[i]);
        ahd_html(view->out, "<option value=\"$a\"", type);
        if (ahd_str_eq(type, now))
            ahd_html_raw(view->out, " selected");
        ahd_html(view->out, ">$t</option>\n",
                 ahd_wording_of(view->tongue, "act", type));
    }
    ahd_html_raw(view->out, "</select>\n");
}

static void write_field(ahd_review_item *item, const ahd_review_field *field)
{
    ahd_view *view = item->view;

    ahd_html(view->out,
             "<div class=\"field\" data-field=\"$a\"><label for=\"f-$a-0\">"
             "$t</label><div>\n",
             ahd_str_from(field->name), ahd_str_from(field->name),
             ahd_wording_get(view->tongue, field->word));
    if (ahd_str_eq(ahd_str_from(field->name), AHD_STR("act")))
        write_types(item);
    else if (!field->names)
        write_input(item, field, 0,
                    text_of(item, field->name,
                            ahd_review_item_value(item, field->name)));
    else if (was_sent(item, field->name))
        write_sent(item, field);
    else
        write_named(item, field);
    ahd_html_raw(view->out, "</div></div>\n");
}

static void write_remark(ahd_review_item *item, const char *name,
                         const char *word, const char *key)
{
    ahd_view *view = item->view;

    ahd_html(view->out,
             "<div class=\"field\"><label for=\"f-$a\">$t</label><div>"
             "<textarea name=\"$a\" id=\"f-$a\" rows=\"1\" dir=\"auto\" "
             "aria-keyshortcuts=\"$a\">",
             ahd_str_from(name), ahd_wording_get(view->tongue, word),
             ahd_str_from(name), ahd_str_from(name), ahd_str_from(key));
    ahd_html(view->out, "$t</textarea></div></div>\n",
             text_of(item, name, AHD_STR("")));
}

/* A list to choose from; Enter in it decides. */
static void open_choice(ahd_review_item *item, const char *name,
                        const char *word, const char *key)
{
    bool merges = *key == 'M';

    ahd_html(item->view->out,
             "<div class=\"field\"><label for=\"f-$a\">$t</label><div>"
             "<select name=\"$a\" id=\"f-$a\" aria-keyshortcuts=\"$a\" "
             "data-decides=\"$a\"><option value=\"\"></option>\n",
             ahd_str_from(name), ahd_wording_get(item->view->tongue, word),
             ahd_str_from(name), ahd_str_from(name), ahd_str_from(key),
             merges ? AHD_STR("merge") : AHD_STR("link"));
}

static void open_group(ahd_review_item *item, const char *word)
{
    ahd_html(item->view->out, "<optgroup label=\"$a\">\n",
             ahd_wording_get(item->view->tongue, word));
}

/* The acts of the document that this one may be told again by. */
static void write_here(ahd_review_item *item)
{
    const json_t *list = ahd_field_list(item->now, "acts"), *one;
    ahd_view *view = item->view;
    size_t i;

    open_group(item, "pairing.here");
    ahd_field_each(list, i, one)
    {
        int64_t n = ahd_field_number(one, "n");
        ahd_str words = ahd_field_text(one, "words");
        ahd_str type = ahd_field_text(json_object_get(one, "current"), "act");
        if (n == item->turn->n || !ahd_field_true(one, "stands"))
            continue;
        ahd_buf_printf(view->out, "<option value=\"%" PRId64 "\">%" PRId64 " ",
                       n, n);
        ahd_html(view->out, "$t: $t</option>\n",
                 ahd_wording_of(view->tongue, "act", type), words);
    }
    ahd_html_raw(view->out, "</optgroup>\n");
}

/* "accused: Al-Mirsad: The spokesman of the Libyan National …" */
static void write_near(ahd_review_item *item, const json_t *rows, ahd_str role)
{
    enum { SHOWN = 60 };
    ahd_view *view = item->view;
    const json_t *row;
    size_t i;

    ahd_field_each(rows, i, row)
    {
        ahd_str words = ahd_field_text(row, "sentence"), outlet;
        size_t shown = 0, cut = 0;
        while (shown < words.len && cut++ < SHOWN)
            (void)ahd_utf8_next(words, &shown);
        outlet = ahd_field_text(row, "outlet");
        ahd_html(view->out, "<option value=\"$a$t$a:", role,
                 role.len ? AHD_STR("=") : AHD_STR(""),
                 ahd_field_text(row, "document"));
        ahd_buf_printf(view->out, "%" PRId64 "\">", ahd_field_number(row, "n"));
        ahd_html(
            view->out, "$t: $t: $t$t</option>\n",
            ahd_wording_of(view->tongue, "act", ahd_field_text(row, "act")),
            outlet, (ahd_str){words.ptr, shown},
            shown < words.len ? AHD_STR("…") : AHD_STR(""));
    }
}

static void write_others(ahd_review_item *item)
{
    open_choice(item, "other", "review.other", "M");
    if (json_array_size(item->two.near) > 0) {
        open_group(item, "pairing.elsewhere");
        write_near(item, item->two.near, AHD_STR(""));
        ahd_html_raw(item->view->out, "</optgroup>\n");
    }
    write_here(item);
    ahd_html_raw(item->view->out, "</select></div></div>\n");
}

static void write_link(ahd_review_item *item)
{
    const char *role = ahd_pairing_role(ahd_review_item_value(item, "act"));

    if (role == NULL)
        return;
    open_choice(item, "link", "review.link", "L");
    ahd_html(
        item->view->out, "<optgroup label=\"$a\">\n",
        ahd_wording_of(item->view->tongue, "about.role", ahd_str_from(role)));
    write_near(item, item->links, ahd_str_from(role));
    ahd_html_raw(item->view->out, "</optgroup>\n</select></div></div>\n");
}

/* ---------------------------------------------------------------- buttons */

typedef struct button {
    const char *value, *word, *key, *class;
} button;

/* Of the act as it stands, and of what is typed. */
static const button at_once[] = {
    {"confirm", "review.confirm", "C", "main"},
    {"reject", "review.reject", "R", "no"},
    {NULL, NULL, NULL, NULL},
};
static const button of_several[] = {
    {"confirm", "review.confirm", "C", "main"},
    {"reject", "review.reject", "R", "no"},
    {"split", "review.split", "X", ""},
    {NULL, NULL, NULL, NULL},
};
static const button of_fields[] = {
    {"correct", "review.correct", "E", "main"},
    {"merge", "review.merge", "", ""},
    {"link", "review.link.do", "", ""},
    {"note", "review.keepnote", "", ""},
    {NULL, NULL, NULL, NULL},
};

static void write_button(ahd_view *view, const button *b)
{
    ahd_html(view->out, "<button name=\"decision\" value=\"$a\" class=\"$a\"",
             ahd_str_from(b->value), ahd_str_from(b->class));
    if (*b->key)
        ahd_html(view->out, " aria-keyshortcuts=\"$a\"", ahd_str_from(b->key));
    ahd_html(view->out, ">$t", ahd_wording_get(view->tongue, b->word));
    if (*b->key)
        ahd_html(view->out, " <kbd lang=\"en\" dir=\"ltr\">$t</kbd>",
                 ahd_str_from(b->key));
    ahd_html_raw(view->out, "</button>\n");
}

static void write_buttons(ahd_view *view, const button *b)
{
    ahd_html_raw(view->out, "<p class=\"decisions\">\n");
    for (; b->value; b++)
        write_button(view, b);
    ahd_html_raw(view->out, "</p>\n");
}

/* Said in both languages where it is ours to say, else as the record does. */
static void write_wrong(ahd_review_item *item)
{
    ahd_view *view = item->view;

    ahd_html_raw(view->out, "<div class=\"notice wrong\" id=\"review-wrong\" "
                            "role=\"alert\">");
    if (item->wrong != NULL) {
        ahd_view_word(view, item->wrong);
        if (item->wrong_about.len > 0) {
            ahd_html_raw(view->out, " ");
            ahd_view_text(view, item->wrong_about);
        }
    }
    if (item->why.status != AHD_OK) {
        ahd_html_raw(view->out, " ");
        ahd_view_said(view, &item->why);
    }
    ahd_html_raw(view->out, "</div>\n");
}

static void write_hidden(ahd_review_item *item)
{
    ahd_view *view = item->view;

    ahd_html(view->out, "<input type=\"hidden\" name=\"token\" value=\"$a\">\n",
             view->request->token);
    if (item->next.document.len == 0)
        return;
    ahd_html(view->out, "<input type=\"hidden\" name=\"next\" value=\"$a:",
             item->next.document);
    ahd_buf_printf(view->out, "%" PRId64 "\">\n", item->next.n);
}

static void write_signature(ahd_review_item *item)
{
    ahd_view *view = item->view;

    ahd_html(view->out,
             "<div class=\"field by\"><label for=\"f-by\">$t</label><div>"
             "<input name=\"by\" id=\"f-by\" value=\"$a\" dir=\"auto\" "
             "required autocomplete=\"nickname\"></div></div>\n",
             ahd_wording_get(view->tongue, "review.by"),
             text_of(item, "by", view->request->reader));
}

void ahd_review_form_write(ahd_review_item *item)
{
    ahd_view *view = item->view;
    ahd_buf url = AHD_BUF(VALUE_BYTES);

    if (item->wrong != NULL || item->why.status != AHD_OK)
        write_wrong(item);
    if (!ahd_desk_writes(view->desk)) {
        ahd_html(view->out, "<p class=\"notice\">$t</p>\n",
                 ahd_wording_get(view->tongue, "review.readonly"));
        return;
    }
    view->reply->has_form = true;
    ahd_turn_url(view, item->turn, "/review", &url);
    ahd_html(view->out,
             "<form method=\"post\" action=\"$a\" class=\"review-form\">\n",
             ahd_buf_str(&url));
    ahd_buf_finish(&url);
    write_hidden(item);
    write_buttons(view, json_array_size(item->two.together) > 0 ? of_several
                                                                : at_once);
    for (const ahd_review_field *f = ahd_review_fields; f->name; f++)
        write_field(item, f);
    write_remark(item, "why", "review.reason", "W");
    write_remark(item, "note", "review.note", "N");
    write_others(item);
    write_link(item);
    write_signature(item);
    write_buttons(view, of_fields);
    ahd_html_raw(view->out, "</form>\n");
}
