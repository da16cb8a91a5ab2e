#include "web/act_brief.h"
#include "web/act_list.h"
#include "web/cite.h"
#include "web/pages.h"
#include "web/pairing.h"
#include "web/retold.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* A telling while it is written. */
typedef struct cell {
    ahd_view *view;
    const ahd_retold_all *all;
    const ahd_retold *told;
    const ahd_pairing *pairing; /* marks; may be NULL */
} cell;

/* -------------------------------------------------------------- one telling */

static ahd_str words_at(const ahd_retold *told, ahd_range at)
{
    ahd_str text = ahd_field_text(told->document, "text");
    size_t start = 0, end;
    uint32_t n = 0;

    for (; n < at.start && start < text.len; n++) {
        unsigned char c;
        do
            c = ++start < text.len ? (unsigned char)text.ptr[start] : 0;
        while ((c & 0xC0) == 0x80);
    }
    for (end = start; n < at.end && end < text.len; n++) {
        unsigned char c;
        do
            c = ++end < text.len ? (unsigned char)text.ptr[end] : 0;
        while ((c & 0xC0) == 0x80);
    }
    return (ahd_str){text.ptr + start, end - start};
}

static void write_modality(const cell *c)
{
    ahd_str modality = ahd_field_text(c->told->row, "modality");

    if (modality.len == 0 || ahd_str_eq(modality, AHD_STR("actual")))
        return;
    ahd_html_raw(c->view->out, " <span class=\"tag\">");
    ahd_view_value(c->view, "modality", modality);
    ahd_html_raw(c->view->out, "</span>");
}

/* The sentence, with the words that tell the act marked. */
static void write_words(const cell *c)
{
    ahd_str sentence = ahd_field_text(c->told->row, "sentence");
    ahd_str trigger = AHD_STR(""), rest = sentence;
    char fragment[32];
    ahd_range at;
    int len = snprintf(fragment, sizeof fragment, "s%" PRId64,
                       ahd_field_number(c->told->row, "start"));

    if (ahd_field_range(c->told->act, "trigger", &at))
        trigger = words_at(c->told, at);
    size_t before =
        trigger.len ? ahd_str_find(sentence, trigger) : sentence.len;
    ahd_html_raw(c->view->out, "<a");
    ahd_view_href(c->view, "/documents/",
                  ahd_field_text(c->told->row, "document"),
                  (ahd_str){fragment, (size_t)len});
    ahd_view_lang(c->view, sentence);
    if (before >= sentence.len) {
        ahd_html(c->view->out, ">$t</a>", sentence);
    } else {
        rest.ptr += before + trigger.len;
        rest.len -= before + trigger.len;
        ahd_html(c->view->out, ">$t<mark>$t</mark>$t</a>",
                 (ahd_str){sentence.ptr, before}, trigger, rest);
    }
    write_modality(c);
}

/* What the text calls those of a slot, in its own words. */
static void write_called(const cell *c, const char *slot)
{
    const json_t *list = ahd_field_list(c->told->act, slot), *one;
    size_t i;

    if (c->told->act == NULL)
        ahd_act_brief_names(c->view,
                            ahd_inquiry_text(c->view, c->told->row, slot));
    ahd_field_each(list, i, one)
    {
        if (i > 0)
            ahd_html_raw(c->view->out, "<br>");
        ahd_view_text(c->view, ahd_field_text(one, "text"));
    }
}

static void write_source(const cell *c)
{
    write_called(c, "source");
}

static void write_target(const cell *c)
{
    write_called(c, "target");
}

static void write_agreement(const cell *c)
{
    write_called(c, "agreement");
}

static void write_speaker(const cell *c)
{
    ahd_str via = ahd_inquiry_text(c->view, c->told->row, "via");

    ahd_act_brief_names(c->view,
                        ahd_inquiry_text(c->view, c->told->row, "speaker"));
    if (via.len == 0)
        return;
    const char *word = ahd_act_list_via(via);
    ahd_html(c->view->out, " <span class=\"role\">$t ",
             word ? ahd_wording_get(c->view->tongue, word) : AHD_STR(""));
    ahd_act_brief_names(c->view, via);
    ahd_html_raw(c->view->out, "</span>");
}

static int64_t times_of(const cell *c, const char *key)
{
    return json_integer_value(json_object_get(c->all->times, key));
}

/* What no other telling has. */
static void write_alone(const cell *c)
{
    const char *key;
    json_t *words;

    json_object_foreach(c->told->has, key, words)
    {
        if (times_of(c, key) > 1)
            continue;
        ahd_html_raw(c->view->out, "<span class=\"only\">");
        ahd_view_text(c->view, ahd_field_string(words));
        ahd_html_raw(c->view->out, "</span> ");
    }
}

/* What half of the others and more have, and this one has not. */
static void write_missing(const cell *c)
{
    const char *key;
    json_t *n;

    json_object_foreach(c->all->times, key, n)
    {
        ahd_str words = AHD_STR("");
        if (json_object_get(c->told->has, key) != NULL ||
            json_integer_value(n) * 2 < (json_int_t)c->all->count ||
            c->all->count < 2)
            continue;
        for (size_t i = 0; i < c->all->count && words.len == 0; i++)
            words = ahd_field_text(c->all->items[i].has, key);
        ahd_html_raw(c->view->out, "<s>");
        ahd_view_text(c->view, words);
        ahd_html_raw(c->view->out, "</s> ");
    }
}

/* ---------------------------------------------------------------- the table */

static const struct {
    const char *word;
    void (*write)(const cell *c);
} columns[] = {
    {"compare.words", write_words},         {"compare.speaker", write_speaker},
    {"compare.source", write_source},       {"compare.target", write_target},
    {"compare.agreement", write_agreement}, {"compare.alone", write_alone},
    {"compare.missing", write_missing},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* Has any telling something to say in this column? One that is empty from top
 * to bottom is left out. */
static bool is_used(const ahd_view *view, const ahd_retold_all *all, size_t i)
{
    ahd_buf scratch = AHD_BUF(AHD_REPLY_BYTES);
    ahd_view aside = *view;
    bool used = false;

    aside.out = &scratch;
    for (size_t k = 0; k < all->count && !used; k++) {
        columns[i].write(&(cell){&aside, all, &all->items[k], NULL});
        used = scratch.len > 0 || scratch.failed;
    }
    ahd_buf_finish(&scratch);
    return used;
}

static void write_outlet(const cell *c)
{
    ahd_view *view = c->view;
    ahd_str outlet = ahd_field_text(c->told->row, "outlet");
    ahd_str id = ahd_field_text(c->told->row, "document");

    ahd_html_raw(view->out, "<th scope=\"row\">");
    ahd_view_link(view, "/documents/", id, outlet.len ? outlet : id);
    ahd_html_raw(view->out, "<br><span class=\"meta\">");
    ahd_view_date(view, ahd_field_text(c->told->row, "published"), "date.none");
    ahd_html_raw(view->out, "</span>");
    if (ahd_field_number(c->told->row, "copies") > 0)
        ahd_html(view->out, "<br><span class=\"tag\">$t</span>",
                 ahd_wording_get(view->tongue, "compare.copy"));
    ahd_pairing_mark(c->pairing, c->told->row);
    ahd_html_raw(view->out, "</th>\n");
}

static void write_row(const cell *c, const bool used[COLUMNS])
{
    ahd_html_raw(c->view->out, "<tr>");
    write_outlet(c);
    for (size_t i = 0; i < COLUMNS; i++) {
        if (!used[i])
            continue;
        ahd_html(c->view->out, "<td data-label=\"$a\"><div>",
                 ahd_wording_get(c->view->tongue, columns[i].word));
        columns[i].write(c);
        ahd_html_raw(c->view->out, "</div></td>\n");
    }
    ahd_html_raw(c->view->out, "</tr>\n");
}

static void write_table(ahd_view *view, const ahd_retold_all *all,
                        const ahd_pairing *pairing)
{
    bool used[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++)
        used[i] = is_used(view, all, i);
    ahd_html(view->out,
             "<table class=\"compare\"><thead><tr><th scope=\"col\">$t</th>\n",
             ahd_wording_get(view->tongue, "compare.outlet"));
    for (size_t i = 0; i < COLUMNS; i++)
        if (used[i])
            ahd_html(view->out, "<th scope=\"col\">$t</th>\n",
                     ahd_wording_get(view->tongue, columns[i].word));
    ahd_html_raw(view->out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < all->count; i++)
        write_row(&(cell){view, all, &all->items[i], pairing}, used);
    ahd_html_raw(view->out, "</tbody></table>\n");
}

/* Those beyond what one page compares. */
static void write_rest(ahd_view *view, const ahd_retold_all *all)
{
    if (json_array_size(all->rows) == all->count)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ol class=\"acts\">\n",
             ahd_wording_get(view->tongue, "compare.rest"));
    for (size_t i = all->count; i < json_array_size(all->rows); i++) {
        ahd_html_raw(view->out, "<li>");
        ahd_act_brief_write(view, json_array_get(all->rows, i));
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ol></section>\n");
}

/* ----------------------------------------------------------------- the page */

static int64_t count_outlets(const ahd_retold_all *all)
{
    json_t *outlets = json_object();
    const json_t *row;
    size_t i;

    ahd_field_each(all->rows, i, row)
    {
        ahd_str outlet = ahd_field_text(row, "outlet");
        json_object_set_new(outlets, outlet.len ? outlet.ptr : "", json_true());
    }
    int64_t count = (int64_t)json_object_size(outlets);
    json_decref(outlets);
    return count;
}

/* "accusation: Russia → Ukraine". */
static void write_cite(ahd_view *view, const json_t *act)
{
    ahd_str source = ahd_inquiry_text(view, act, "source");
    ahd_str target = ahd_inquiry_text(view, act, "target");
    ahd_buf title = AHD_BUF(1 << 14);

    ahd_buf_add(&title, ahd_wording_of(view->tongue, "act",
                                       ahd_field_text(act, "act")));
    ahd_buf_printf(&title, ": %.*s", AHD_STR_ARG(source));
    if (target.len > 0)
        ahd_buf_printf(&title, "%s%.*s", view->tongue == AHD_AR ? " ← " : " → ",
                       AHD_STR_ARG(target));
    ahd_cite_page(view, "/occurrences/", view->request->rest,
                  ahd_buf_str(&title));
    ahd_buf_finish(&title);
}

static void write_head(ahd_view *view, const ahd_retold_all *all)
{
    const json_t *first = all->items[0].row;
    ahd_str target = ahd_inquiry_text(view, first, "target");

    ahd_html(view->out,
             "<header class=\"title\"><h1>$t</h1>\n<p class=\"who\">",
             ahd_wording_get(view->tongue, "compare.title"));
    ahd_view_act(view, ahd_field_text(first, "act"));
    ahd_html_raw(view->out, " ");
    ahd_act_brief_names(view, ahd_inquiry_text(view, first, "source"));
    if (target.len > 0) {
        ahd_html(view->out, " <span class=\"arrow\">$t</span> ",
                 view->tongue == AHD_AR ? AHD_STR("←") : AHD_STR("→"));
        ahd_act_brief_names(view, target);
    }
    ahd_html_raw(view->out, "</p><p class=\"counts\"><span>");
    ahd_view_date(view, ahd_field_text(first, "day"), "act.undated");
    ahd_html_raw(view->out, "</span> ");
    ahd_view_count(view, "count.tellings", (int64_t)json_array_size(all->rows));
    ahd_view_count(view, "count.outlets", count_outlets(all));
    ahd_html(view->out, "</p><p class=\"note\">$t</p>\n",
             ahd_wording_get(view->tongue, "compare.note"));
    write_cite(view, first);
    ahd_html_raw(view->out, "</header>\n");
}

static ahd_status write_all(ahd_view *view, const ahd_retold_all *all,
                            ahd_pairing *pairing, ahd_error *error)
{
    AHD_TRY(ahd_pairing_load(pairing, error));
    ahd_view_open(view, ahd_wording_get(view->tongue, "compare.title"), "");
    write_head(view, all);
    write_table(view, all, pairing);
    write_rest(view, all);
    ahd_pairing_write(pairing);
    ahd_view_close(view);
    return AHD_OK;
}

static ahd_status write_page(ahd_view *view, const ahd_retold_all *all,
                             ahd_error *error)
{
    ahd_pairing pairing = {
        .view = view, .back = "/occurrences/", .back_id = view->request->rest};

    if (all->count == 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no act of this name; it may be told in "
                        "another way since the record was settled anew");
    pairing.document = ahd_field_text(all->items[0].row, "document");
    pairing.n = ahd_field_number(all->items[0].row, "n");
    ahd_status status = write_all(view, all, &pairing, error);
    ahd_pairing_finish(&pairing);
    return status;
}

void ahd_pages_occurrence(void *context, const ahd_request *request,
                          ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_retold_all all;
    ahd_error error;

    ahd_status status = ahd_retold_read(&view, request->rest.ptr, &all, &error);
    if (status == AHD_OK)
        status = write_page(&view, &all, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    ahd_retold_finish(&all);
}
