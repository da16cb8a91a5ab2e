#include "web/act_list.h"
#include "web/atlas.h"
#include "web/cite.h"
#include "web/field.h"
#include "web/inquiry.h"
#include "web/pages.h"
#include "web/taking.h"
#include "web/tenure.h"
#include "web/view.h"

#include <inttypes.h>
#include <string.h>

static ahd_str name_of(ahd_view *view, const json_t *thing)
{
    return ahd_view_pick(view, ahd_field_text(thing, "ar"),
                         ahd_field_text(thing, "en"));
}

/* What it belongs to: an object with names, or only an id. */
static void write_owner(ahd_view *view, const json_t *of)
{
    ahd_str id =
        json_is_object(of) ? ahd_field_text(of, "id") : ahd_field_string(of);

    ahd_view_link(view, "/actors/", id, name_of(view, of));
}

static void write_value(ahd_view *view, const char *word, const char *group,
                        ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_view_term(view, word);
    ahd_view_values(view, group, value);
    ahd_html_raw(view->out, "</dd></div>\n");
}

static void write_facts(ahd_view *view, const json_t *actor)
{
    const json_t *of = json_object_get(actor, "of");

    ahd_html(view->out, "<section><h2>$t</h2>\n<dl class=\"facts\">\n",
             ahd_wording_get(view->tongue, "agreement.facts"));
    write_value(view, "fact.kind", "actor.kinds",
                ahd_field_text(actor, "type"));
    write_value(view, "fact.country", "country",
                ahd_field_text(actor, "country"));
    if (of != NULL && !json_is_null(of)) {
        ahd_view_term(view, "fact.of");
        write_owner(view, of);
        ahd_html_raw(view->out, "</dd></div>\n");
    }
    ahd_view_fact(view, "fact.portfolio", ahd_field_text(actor, "portfolio"));
    ahd_view_fact(view, "fact.id", ahd_field_text(actor, "id"));
    write_value(view, "fact.source", "source", ahd_field_text(actor, "source"));
    ahd_html_raw(view->out, "</dl>\n<p class=\"meta\">");
    ahd_tenure_days(view, actor);
    ahd_html_raw(view->out, "</p></section>\n");
}

/* ------------------------------------------------------------------ names */

/* Kinds in the order in which they are shown; other ones come last. */
static const char *const kinds[] = {"official", "short",     "acronym",
                                    "translit", "contested", "hostile"};
enum { KINDS = sizeof kinds / sizeof *kinds };

static size_t kind_of(const json_t *name)
{
    ahd_str kind = ahd_field_text(name, "kind");
    size_t i = 0;

    while (i < KINDS && !ahd_str_eq(kind, ahd_str_from(kinds[i])))
        i++;
    return i;
}

/* The names of one kind. Those by which opponents call it are set apart: they
 * are what others say, and no name of this record. */
static void write_names_of(ahd_view *view, const json_t *names, size_t kind)
{
    const json_t *name;
    size_t i, written = 0;

    ahd_field_each(names, i, name)
    {
        if (kind_of(name) != kind)
            continue;
        if (written++ == 0) {
            ahd_html(view->out, "<dl class=\"names kind-$u\"><dt>",
                     kind < KINDS ? ahd_str_from(kinds[kind])
                                  : AHD_STR("other"));
            ahd_view_value(view, "name.kinds", ahd_field_text(name, "kind"));
            if (kind < KINDS && strcmp(kinds[kind], "hostile") == 0)
                ahd_html(view->out, " <span class=\"words\">$t</span>",
                         ahd_wording_get(view->tongue, "actor.hostile"));
            ahd_html_raw(view->out, "</dt>\n");
        }
        ahd_html_raw(view->out, "<dd>");
        ahd_view_text(view, ahd_field_text(name, "name"));
        ahd_html_raw(view->out, "</dd>\n");
    }
    if (written > 0)
        ahd_html_raw(view->out, "</dl>\n");
}

static void write_names(ahd_view *view, const json_t *actor)
{
    const json_t *names = ahd_field_list(actor, "names");

    if (json_array_size(names) == 0)
        return;
    ahd_html(view->out, "<section id=\"names\"><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, "actor.names"));
    for (size_t kind = 0; kind <= KINDS; kind++)
        write_names_of(view, names, kind);
    ahd_html_raw(view->out, "</section>\n");
}

/* ------------------------------------------------------------------ posts */

static void write_post(ahd_view *view, const json_t *post)
{
    ahd_view_text(view, name_of(view, post));
    ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    write_owner(view, json_object_get(post, "of"));
}

static void write_holder(ahd_view *view, const json_t *post)
{
    write_owner(view, json_object_get(post, "person"));
    ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    ahd_view_text(view, name_of(view, post));
}

static void write_tie(ahd_view *view, const json_t *tie)
{
    write_owner(view, json_object_get(tie, "actor"));
    ahd_html_raw(view->out, " <span class=\"role\">");
    ahd_view_value(view, "tie", ahd_field_text(tie, "kind"));
    ahd_html_raw(view->out, "</span> ");
    write_owner(view, json_object_get(tie, "of"));
}

/* ------------------------------------------------- what it does, with whom */

/* One type of act, leading to those acts of this actor. */
static void write_type(ahd_view *view, const json_t *row)
{
    ahd_str act = ahd_field_text(row, "act");

    ahd_html(view->out, "<li><a href=\"/actors/$u?lang=$u&amp;act=$u#acts\">",
             view->request->rest,
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"), act);
    ahd_view_act(view, act);
    ahd_buf_printf(view->out, " <b>%" PRId64 "</b></a></li>\n",
                   ahd_field_number(row, "acts"));
}

static void write_slot(ahd_view *view, const json_t *rows, const char *slot,
                       const char *word)
{
    const json_t *row;
    size_t i, written = 0;

    ahd_field_each(rows, i, row)
    {
        if (!ahd_str_eq(ahd_field_text(row, "slot"), ahd_str_from(slot)))
            continue;
        if (written++ == 0)
            ahd_html(view->out, "<h3>$t</h3>\n<ul class=\"types\">\n",
                     ahd_wording_get(view->tongue, word));
        write_type(view, row);
    }
    if (written > 0)
        ahd_html_raw(view->out, "</ul>\n");
}

static ahd_status write_roles(ahd_view *view, ahd_error *error)
{
    const ahd_overview ask = {.what = "roles", .id = view->request->rest.ptr};
    json_t *rows;

    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    if (json_array_size(rows) > 0) {
        ahd_html(view->out, "<section id=\"roles\"><h2>$t</h2>\n",
                 ahd_wording_get(view->tongue, "actor.roles"));
        write_slot(view, rows, "source", "actor.source");
        write_slot(view, rows, "target", "actor.target");
        write_slot(view, rows, "speaker", "actor.speaker");
        write_slot(view, rows, "for", "actor.for");
        ahd_html_raw(view->out, "</section>\n");
    }
    json_decref(rows);
    return AHD_OK;
}

/* Rows of one other actor stand anywhere: the first one writes them all. */
static bool is_first(const json_t *rows, size_t at)
{
    ahd_str id = ahd_field_text(json_array_get(rows, at), "id");

    for (size_t i = 0; i < at; i++)
        if (ahd_str_eq(ahd_field_text(json_array_get(rows, i), "id"), id))
            return false;
    return true;
}

static void write_companion(ahd_view *view, const json_t *rows, size_t at)
{
    const json_t *first = json_array_get(rows, at), *row;
    ahd_str id = ahd_field_text(first, "id");
    ahd_str name = ahd_field_text(first, "name");
    size_t i;

    ahd_html_raw(view->out, "<li>");
    ahd_view_link(view, "/actors/", id,
                  ahd_inquiry_name(view, "actor", id, name.len ? name : id));
    ahd_html_raw(view->out, " <span class=\"meta\">");
    ahd_field_each(rows, i, row)
    {
        if (!ahd_str_eq(ahd_field_text(row, "id"), id))
            continue;
        ahd_view_act(view, ahd_field_text(row, "act"));
        ahd_buf_printf(view->out, " <b>%" PRId64 "</b> ",
                       ahd_field_number(row, "acts"));
    }
    ahd_view_date(view, ahd_field_text(first, "last"), "act.undated");
    ahd_html_raw(view->out, "</span></li>\n");
}

/* Whom it meets, signs, negotiates and mediates with. */
static ahd_status write_company(ahd_view *view, ahd_error *error)
{
    enum { ROWS = 40, SHOWN = 15 };
    const ahd_overview ask = {
        .what = "company", .id = view->request->rest.ptr, .limit = ROWS};
    json_t *rows;
    size_t written = 0;

    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    if (json_array_size(rows) > 0)
        ahd_html(view->out,
                 "<section id=\"company\"><h2>$t</h2>\n<ul class=\"plain "
                 "noted\">\n",
                 ahd_wording_get(view->tongue, "actor.company"));
    for (size_t i = 0; i < json_array_size(rows) && written < SHOWN; i++) {
        if (!is_first(rows, i))
            continue;
        write_companion(view, rows, i);
        written++;
    }
    if (written > 0)
        ahd_html_raw(view->out, "</ul></section>\n");
    json_decref(rows);
    return AHD_OK;
}

/* --------------------------------------------------------------- the page */

/* Acts of one type have a way back to all of them. */
static ahd_status write_acts(ahd_view *view, ahd_error *error)
{
    ahd_str act = ahd_request_param(view->request, "act");
    const ahd_filter filter = {.actor = view->request->rest.ptr,
                               .act = act.len > 0 ? act.ptr : NULL};

    if (act.len > 0) {
        ahd_html_raw(view->out, "<p class=\"motto\">");
        ahd_view_act(view, act);
        ahd_html_raw(view->out, " <a");
        ahd_view_href(view, "/actors/", view->request->rest, AHD_STR(""));
        ahd_html(view->out, ">$t</a></p>\n",
                 ahd_wording_get(view->tongue, "map.without"));
    }
    return ahd_act_list_write(view, &filter, "actor.noacts", error);
}

static ahd_status write_side(ahd_view *view, const json_t *actor,
                             ahd_error *error)
{
    const ahd_atlas_filter here = {.agreement = AHD_STR(""),
                                   .actor = view->request->rest,
                                   .act = AHD_STR(""),
                                   .from = AHD_STR(""),
                                   .to = AHD_STR("")};

    write_facts(view, actor);
    AHD_TRY(write_roles(view, error));
    AHD_TRY(write_company(view, error));
    AHD_TRY(ahd_atlas_inset(view, &here, error));
    ahd_tenure_write(view, ahd_field_list(actor, "posts"), "actor.posts",
                     write_post);
    ahd_tenure_write(view, ahd_field_list(actor, "holders"), "actor.holders",
                     write_holder);
    ahd_tenure_write(view, ahd_field_list(actor, "ties"), "actor.ties",
                     write_tie);
    write_names(view, actor);
    return AHD_OK;
}

static ahd_status write_page(ahd_view *view, const json_t *actor,
                             ahd_error *error)
{
    ahd_str ar = ahd_field_text(actor, "ar"), en = ahd_field_text(actor, "en");
    ahd_str name = ahd_view_pick(view, ar, en);
    ahd_str other = ahd_view_rest(view, ar, en);
    ahd_asked feed;

    ahd_taking_about(view, AHD_ASK_ACTOR, &feed);
    ahd_view_open(view, name, "actors");
    ahd_html_raw(view->out, "<header class=\"title\"><h1>");
    ahd_view_text(view, name);
    ahd_html_raw(view->out, "</h1>\n<p class=\"other\">");
    ahd_view_text(view, other);
    ahd_html_raw(view->out, "</p>\n");
    ahd_cite_page(view, "/actors/", view->request->rest, name);
    ahd_html_raw(view->out, "</header>\n"
                            "<div class=\"columns\"><div class=\"main\">\n");
    AHD_TRY(write_acts(view, error));
    ahd_html_raw(view->out, "</div>\n<aside class=\"side\">\n");
    AHD_TRY(write_side(view, actor, error));
    ahd_html_raw(view->out, "</aside></div>\n");
    ahd_view_close(view);
    return AHD_OK;
}

void ahd_pages_actor(void *context, const ahd_request *request,
                     ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    json_t *actor = NULL;
    ahd_error error;

    ahd_status status = ahd_actor_json(request->rest.ptr, &text, &error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &actor, &error);
    if (status == AHD_OK)
        status = write_page(&view, actor, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    json_decref(actor);
    ahd_buf_finish(&text);
}
