#include "web/sheet.h"

#include "web/act_list.h"
#include "web/pairing.h"
#include "web/turn.h"

#include <inttypes.h>
#include <stdio.h>

/* ------------------------------------------------------------ one actor */

/* The registry's name for a person, place or agreement, in the reader's
 * language where it has one. */
static ahd_str name_of(ahd_view *view, const json_t *thing)
{
    return ahd_view_pick(view, ahd_field_text(thing, "name_ar"),
                         ahd_field_text(thing, "name"));
}

/* "for": the principal, as an id, a name or an object with both. */
static void write_principal(ahd_view *view, const json_t *arg)
{
    const json_t *of = json_object_get(arg, "for");
    ahd_str id = ahd_field_text(of, "id"), name = name_of(view, of);

    if (json_is_string(of))
        name = ahd_field_string(of);
    if (id.len == 0 && name.len == 0)
        return;
    ahd_html(view->out, " <span class=\"for\">$t ",
             ahd_wording_get(view->tongue, "act.for"));
    ahd_view_link(view, "/actors/", id, name);
    ahd_html_raw(view->out, "</span>");
}

/* The registry's name, and the words of the text when they are others. */
static void write_arg(ahd_view *view, const json_t *arg, const char *path)
{
    ahd_str text = ahd_field_text(arg, "text");
    ahd_str name = name_of(view, arg);
    ahd_str post = ahd_view_pick(view, ahd_field_text(arg, "post_ar"),
                                 ahd_field_text(arg, "post_en"));

    ahd_view_link(view, path, ahd_field_text(arg, "id"),
                  name.len ? name : text);
    if (post.len > 0) {
        ahd_html_raw(view->out, " <span class=\"role\">");
        ahd_view_text(view, post);
        ahd_html_raw(view->out, "</span>");
    }
    write_principal(view, arg);
    if (name.len > 0 && text.len > 0 && !ahd_str_eq(text, name)) {
        ahd_html_raw(view->out, " <span class=\"words\">");
        ahd_view_text(view, text);
        ahd_html_raw(view->out, "</span>");
    }
}

static void write_args(ahd_view *view, const json_t *act, const char *key,
                       const char *word)
{
    const json_t *list = ahd_field_list(act, key), *arg;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_view_term(view, word);
    ahd_field_each(list, i, arg)
    {
        ahd_html_raw(view->out, "<div>");
        write_arg(view, arg, "/actors/");
        ahd_html_raw(view->out, "</div>");
    }
    ahd_html_raw(view->out, "</dd></div>\n");
}

static void write_one(ahd_view *view, const json_t *act, const char *key,
                      const char *word)
{
    const json_t *arg = json_object_get(act, key);

    if (!json_is_object(arg))
        return;
    ahd_view_term(view, word);
    write_arg(view, arg, "/actors/");
    ahd_html_raw(view->out, "</dd></div>\n");
}

/* A place is no actor, so its name leads nowhere yet. */
static void write_place(ahd_view *view, const json_t *act)
{
    const json_t *place = json_object_get(act, "place");
    ahd_str name = name_of(view, place);

    ahd_view_fact(view, "act.place",
                  name.len ? name : ahd_field_text(place, "text"));
}

/* ---------------------------------------------------------- agreements */

static void write_score(ahd_view *view, const json_t *from)
{
    char score[16];
    int len =
        snprintf(score, sizeof score, "%.2f", ahd_field_real(from, "score"));

    if (json_is_number(json_object_get(from, "score")))
        ahd_html(view->out, " <bdi>$t</bdi>", (ahd_str){score, (size_t)len});
}

/* How sure: "described 0.94". */
static void write_how(ahd_view *view, const json_t *reference)
{
    ahd_str how = ahd_field_text(reference, "how");

    if (how.len == 0)
        return;
    ahd_html(view->out, " <span class=\"how how-$u\">", how);
    ahd_view_value(view, "how", how);
    write_score(view, json_object_get(reference, "match"));
    ahd_html_raw(view->out, "</span>");
}

/* Which others it may be, when it stays open; and why this one. */
static void write_match(ahd_view *view, const json_t *reference)
{
    const json_t *match = json_object_get(reference, "match"), *one;
    const json_t *others = ahd_field_list(match, "others");
    bool open = ahd_field_text(reference, "id").len == 0;
    ahd_str because = ahd_field_text(match, "because");
    size_t i;

    if (ahd_field_true(reference, "to_be_checked"))
        ahd_html(view->out, " <span class=\"tag\" title=\"$a\">$t</span>",
                 ahd_wording_get(view->tongue, "agreement.check.why"),
                 ahd_wording_get(view->tongue, "agreement.check"));
    ahd_field_each(open ? others : NULL, i, one)
    {
        ahd_html(view->out, "<div class=\"words\">$t ",
                 ahd_wording_get(view->tongue, "agreement.perhaps"));
        ahd_view_link(view, "/agreements/", ahd_field_text(one, "id"),
                      name_of(view, one));
        write_score(view, one);
        ahd_html_raw(view->out, "</div>");
    }
    if (because.len > 0) {
        ahd_html_raw(view->out, "<div class=\"words\">");
        ahd_view_text(view, because);
        ahd_html_raw(view->out, "</div>");
    }
}

static void write_clauses(ahd_view *view, const json_t *reference)
{
    const json_t *list = ahd_field_list(reference, "commitments"), *one;
    ahd_str id = ahd_field_text(reference, "id");
    size_t i;

    ahd_field_each(list, i, one)
    {
        ahd_str n = ahd_field_text(one, "n");
        char fragment[64];
        int len = snprintf(fragment, sizeof fragment, "c%.*s",
                           n.len < 32 ? (int)n.len : 32, n.ptr);

        if (id.len == 0) {
            ahd_html(view->out, " §<bdi>$t</bdi>", n);
            continue;
        }
        ahd_html_raw(view->out, " <a class=\"clause\"");
        ahd_view_href(view, "/agreements/", id,
                      (ahd_str){fragment, (size_t)len});
        ahd_html(view->out, ">§<bdi>$t</bdi></a>", n);
        write_how(view, one);
    }
}

static void write_agreements(ahd_view *view, const json_t *act)
{
    const json_t *list = ahd_field_list(act, "agreement"), *one;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_view_term(view, "act.agreement");
    ahd_field_each(list, i, one)
    {
        ahd_str name = name_of(view, one);
        ahd_html_raw(view->out, "<div>");
        ahd_view_link(view, "/agreements/", ahd_field_text(one, "id"),
                      name.len ? name : ahd_field_text(one, "text"));
        write_how(view, one);
        write_clauses(view, one);
        write_match(view, one);
        ahd_html_raw(view->out, "</div>");
    }
    ahd_html_raw(view->out, "</dd></div>\n");
}

/* ---------------------------------------------------------------- cards */

static void write_jump(ahd_view *view, ahd_range at, const char *word)
{
    ahd_buf_printf(view->out, "<span class=\"item\"><a href=\"#s%" PRIu32 "\">",
                   at.start);
    ahd_view_word(view, word);
    ahd_html_raw(view->out, "</a></span> ");
}

/* The card of an act; an event has none, so the sentence that tells it. */
static void write_other(const ahd_sheet *sheet, const json_t *about)
{
    int64_t act = ahd_field_number(about, "act");
    int64_t event = ahd_field_number(about, "event");
    const json_t *events = ahd_field_list(sheet->document, "events");
    ahd_range at;

    if (event > 0 && ahd_field_range(json_array_get(events, (size_t)event - 1),
                                     "sentence", &at))
        write_jump(sheet->view, at, "document.back");
    if (act > 0)
        ahd_buf_printf(sheet->view->out,
                       "<a href=\"#a%" PRId64 "\">%" PRId64 "</a>", act, act);
}

static void write_about(const ahd_sheet *sheet, const json_t *act)
{
    const json_t *list = ahd_field_list(act, "about"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        ahd_html_raw(sheet->view->out, "<p class=\"about\">");
        ahd_view_value(sheet->view, "about.role", ahd_field_text(one, "role"));
        ahd_html_raw(sheet->view->out, ": ");
        write_other(sheet, one);
        ahd_html_raw(sheet->view->out, "</p>\n");
    }
}

/* Nothing for what the act's own word says already. */
static void write_tag(ahd_view *view, const char *group, ahd_str value)
{
    if (value.len == 0 || ahd_str_eq(value, AHD_STR("actual")) ||
        ahd_str_eq(value, AHD_STR("signed")))
        return;
    ahd_html_raw(view->out, " <span class=\"tag\">");
    ahd_view_value(view, group, value);
    ahd_html_raw(view->out, "</span>");
}

static void write_sentence_links(ahd_view *view, const json_t *act)
{
    const json_t *list = ahd_field_list(act, "tellings"), *pair;
    ahd_range at;
    size_t i;

    if (ahd_field_range(act, "sentence", &at))
        write_jump(view, at, "document.back");
    ahd_field_each(list, i, pair)
    {
        if (ahd_field_pair(pair, &at))
            write_jump(view, at, "telling.title");
    }
}

static void write_review(const ahd_sheet *sheet, const json_t *act)
{
    const ahd_turn turn = {.state = AHD_STR("open"),
                           .document = ahd_field_text(sheet->document, "id"),
                           .n = ahd_field_number(act, "id")};

    ahd_html_raw(sheet->view->out, "<p class=\"meta\"><a class=\"item\"");
    ahd_turn_href(sheet->view, &turn);
    ahd_html(sheet->view->out, ">$t</a> <a class=\"item\"",
             ahd_wording_get(sheet->view->tongue, "review.this"));
    ahd_pairing_href(sheet->view, turn.document, turn.n);
    ahd_html(sheet->view->out, ">$t</a>",
             ahd_wording_get(sheet->view->tongue, "pairing.open"));
    ahd_pairing_mark_of(sheet->view, sheet->said, turn.document, turn.n);
    ahd_html_raw(sheet->view->out, "</p>\n");
}

/* The line of what made it, and how sure it is. */
static void write_made(ahd_view *view, const json_t *act)
{
    char percent[16];
    double confidence = ahd_field_real(act, "confidence");
    int len = snprintf(percent, sizeof percent, "%.2f", confidence);

    ahd_html(view->out,
             "<span class=\"item\">$t <code><bdi>$t</bdi></code></span> "
             "<span class=\"item\">$t <bdi>$t</bdi></span></p>\n",
             ahd_wording_get(view->tongue, "act.rule"),
             ahd_field_text(act, "rule"),
             ahd_wording_get(view->tongue, "act.confidence"),
             (ahd_str){percent, (size_t)len});
}

/* Where all who tell the act stand side by side. */
static void write_shared(const ahd_sheet *sheet, const json_t *act)
{
    ahd_view *view = sheet->view;
    const json_t *row;
    size_t i;

    ahd_field_each(sheet->shared, i, row)
    {
        if (ahd_field_number(row, "n") != ahd_field_number(act, "id"))
            continue;
        ahd_html_raw(view->out, "<a class=\"item\"");
        ahd_view_href(view, "/occurrences/", ahd_field_text(row, "occurrence"),
                      AHD_STR(""));
        ahd_html_raw(view->out, ">");
        ahd_view_count(view, "count.tellings",
                       ahd_field_number(row, "tellings"));
        ahd_html_raw(view->out, "</a> ");
    }
}

static void write_foot(const ahd_sheet *sheet, const json_t *act)
{
    ahd_view *view = sheet->view;

    ahd_html_raw(view->out, "<p class=\"meta\">");
    write_sentence_links(view, act);
    write_shared(sheet, act);
    write_made(view, act);
}

static void write_facts(ahd_view *view, const json_t *act)
{
    ahd_str date = ahd_field_text(act, "date");
    const char *via =
        ahd_act_list_via(ahd_field_text(json_object_get(act, "via"), "text"));

    ahd_html_raw(view->out, "<dl class=\"facts\">\n");
    write_args(view, act, "source", "act.source");
    write_args(view, act, "target", "act.target");
    write_one(view, act, "speaker", "act.speaker");
    write_one(view, act, "via", via ? via : "act.how");
    write_agreements(view, act);
    if (date.len > 0) {
        ahd_view_term(view, "act.date");
        ahd_view_date(view, date, "date.none");
        ahd_html_raw(view->out, "</dd></div>\n");
    }
    write_place(view, act);
    ahd_html_raw(view->out, "</dl>\n");
}

static void write_card(const ahd_sheet *sheet, const json_t *act)
{
    ahd_view *view = sheet->view;
    int64_t n = ahd_field_number(act, "id");

    ahd_buf_printf(view->out,
                   "<li id=\"a%" PRId64 "\"><h3><span class=\"n\">%" PRId64
                   "</span> ",
                   n, n);
    ahd_view_act(view, ahd_field_text(act, "act"));
    write_tag(view, "mode", ahd_field_text(act, "mode"));
    write_tag(view, "modality", ahd_field_text(act, "modality"));
    write_tag(view, "medium", ahd_field_text(act, "medium"));
    ahd_html_raw(view->out, "</h3>\n");
    write_facts(view, act);
    write_about(sheet, act);
    write_foot(sheet, act);
    write_review(sheet, act);
    ahd_html_raw(view->out, "</li>\n");
}

void ahd_sheet_acts(ahd_sheet *sheet)
{
    const json_t *acts = ahd_field_list(sheet->document, "acts"), *act;
    ahd_view *view = sheet->view;
    size_t i;

    ahd_html(view->out, "<h2 id=\"cards\">$t</h2>\n",
             ahd_wording_get(view->tongue, "document.acts"));
    if (json_array_size(acts) == 0) {
        ahd_html(view->out, "<p>$t</p>\n",
                 ahd_wording_get(view->tongue, "document.noacts"));
        return;
    }
    ahd_html_raw(view->out, "<ol class=\"cards\">\n");
    ahd_field_each(acts, i, act) write_card(sheet, act);
    ahd_html_raw(view->out, "</ol>\n");
}

void ahd_sheet_act(ahd_view *view, const json_t *act)
{
    write_facts(view, act);
    ahd_html_raw(view->out, "<p class=\"meta\">");
    write_made(view, act);
}
