#include "web/act_list.h"
#include "web/field.h"
#include "web/pages.h"
#include "web/view.h"

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

static void write_span(ahd_view *view, const json_t *from)
{
    ahd_str since = ahd_field_text(from, "since");
    ahd_str until = ahd_field_text(from, "until");

    if (since.len > 0) {
        ahd_html(view->out, "<span class=\"item\">$t ",
                 ahd_wording_get(view->tongue, "fact.since"));
        ahd_view_date(view, since, "date.none");
        ahd_html_raw(view->out, "</span> ");
    }
    if (until.len > 0) {
        ahd_html(view->out, "<span class=\"item\">$t ",
                 ahd_wording_get(view->tongue, "fact.until"));
        ahd_view_date(view, until, "date.none");
        ahd_html_raw(view->out, "</span>");
    }
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
    write_span(view, actor);
    ahd_html_raw(view->out, "</p></section>\n");
}

/* A list of the actor's card under a heading; nothing when it is empty. */
static void write_section(ahd_view *view, const json_t *actor, const char *key,
                          const char *heading,
                          void (*write)(ahd_view *, const json_t *))
{
    const json_t *rows = ahd_field_list(actor, key), *row;
    size_t i;

    if (json_array_size(rows) == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
             ahd_wording_get(view->tongue, heading));
    ahd_field_each(rows, i, row)
    {
        ahd_html_raw(view->out, "<li>");
        write(view, row);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul></section>\n");
}

static void write_term(ahd_view *view, const json_t *row)
{
    ahd_html_raw(view->out, "<p class=\"meta\">");
    write_span(view, row);
    ahd_html_raw(view->out, "</p>");
}

static void write_name(ahd_view *view, const json_t *name)
{
    ahd_view_text(view, ahd_field_text(name, "name"));
    ahd_html_raw(view->out, " <span class=\"role\">");
    ahd_view_value(view, "name.kinds", ahd_field_text(name, "kind"));
    ahd_html_raw(view->out, "</span>");
}

static void write_post(ahd_view *view, const json_t *post)
{
    ahd_view_text(view, name_of(view, post));
    ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    write_owner(view, json_object_get(post, "of"));
    write_term(view, post);
}

static void write_holder(ahd_view *view, const json_t *post)
{
    ahd_view_text(view, name_of(view, post));
    ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    write_owner(view, json_object_get(post, "person"));
    write_term(view, post);
}

static void write_tie(ahd_view *view, const json_t *tie)
{
    write_owner(view, json_object_get(tie, "actor"));
    ahd_html_raw(view->out, " <span class=\"role\">");
    ahd_view_value(view, "tie", ahd_field_text(tie, "kind"));
    ahd_html_raw(view->out, "</span> ");
    write_owner(view, json_object_get(tie, "of"));
    write_term(view, tie);
}

static ahd_status write_page(ahd_view *view, const json_t *actor,
                             ahd_error *error)
{
    ahd_str ar = ahd_field_text(actor, "ar"), en = ahd_field_text(actor, "en");
    ahd_str name = ahd_view_pick(view, ar, en);
    ahd_str other = ahd_view_rest(view, ar, en);
    ahd_filter filter = {.actor = view->request->rest.ptr};

    ahd_view_open(view, name, "actors");
    ahd_html_raw(view->out, "<header class=\"title\"><h1>");
    ahd_view_text(view, name);
    ahd_html_raw(view->out, "</h1>\n<p class=\"other\">");
    ahd_view_text(view, other);
    ahd_html_raw(view->out, "</p></header>\n"
                            "<div class=\"columns\"><div class=\"main\">\n");
    AHD_TRY(ahd_act_list_write(view, &filter, "actor.noacts", error));
    ahd_html_raw(view->out, "</div>\n<aside class=\"side\">\n");
    write_facts(view, actor);
    write_section(view, actor, "posts", "actor.posts", write_post);
    write_section(view, actor, "holders", "actor.holders", write_holder);
    write_section(view, actor, "ties", "actor.ties", write_tie);
    write_section(view, actor, "names", "actor.names", write_name);
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
