/* A story: its documents, and who has it from whom. */
#include "web/cite.h"
#include "web/field.h"
#include "web/pages.h"
#include "web/pairing.h"
#include "web/view.h"

#include <inttypes.h>
#include <stdio.h>

typedef struct story {
    ahd_view *view;
    const json_t *json;
    json_t *members; /* by id of their document */
    ahd_pairing pairing;
} story;

/* "near, 54 % of its words" */
static void write_how(ahd_view *view, const json_t *member)
{
    double share = ahd_field_real(member, "share");
    char percent[16];
    int len = snprintf(percent, sizeof percent, "%.0f%%", 100 * share);

    ahd_html_raw(view->out, " <span class=\"tag\">");
    ahd_view_value(view, "story.kinds", ahd_field_text(member, "kind"));
    ahd_html_raw(view->out, "</span>");
    if (share >= 0.005)
        ahd_html(view->out, " <bdi>$t</bdi> $t",
                 (ahd_str){percent, (size_t)len},
                 ahd_wording_get(view->tongue, "story.shared"));
}

static void write_credit(ahd_view *view, const char *word, ahd_str who)
{
    if (who.len == 0)
        return;
    ahd_html(view->out, " <span class=\"role\">$t</span> ",
             ahd_wording_get(view->tongue, word));
    ahd_view_text(view, who);
}

/* Whom it has it from: a document above, named by its outlet. */
static void write_origin(const story *s, const json_t *member)
{
    ahd_view *view = s->view;
    ahd_str origin = ahd_field_text(member, "copies");
    const json_t *from = json_object_getn(s->members, origin.ptr, origin.len);
    ahd_str name = ahd_field_text(from, "outlet");

    if (origin.len == 0) {
        ahd_html(view->out, "<span class=\"tag\">$t</span>",
                 ahd_wording_get(view->tongue, "story.root"));
        write_credit(view, "story.root.agency",
                     ahd_field_text(member, "agency"));
        return;
    }
    ahd_html(view->out, "<span class=\"role\">$t</span> ",
             ahd_wording_get(view->tongue, "story.copies"));
    ahd_view_link(view, "/documents/", origin, name.len > 0 ? name : origin);
    write_how(view, member);
    write_credit(view, "story.via", ahd_field_text(member, "via"));
}

static void write_member(const story *s, const json_t *member)
{
    ahd_view *view = s->view;
    ahd_str title = ahd_field_text(member, "title");
    ahd_str untitled = ahd_wording_get(view->tongue, "document.untitled");

    ahd_html_raw(view->out, "<li><div class=\"who\"><h3>");
    ahd_view_link(view, "/documents/", ahd_field_text(member, "document"),
                  title.len > 0 ? title : untitled);
    ahd_html_raw(view->out, "</h3></div>\n<p class=\"what\">");
    ahd_view_text(view, ahd_field_text(member, "outlet"));
    ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    ahd_view_date(view, ahd_field_text(member, "published"), "date.none");
    ahd_html_raw(view->out, "</p>\n<p>");
    write_origin(s, member);
    ahd_pairing_mark(&s->pairing, member);
    ahd_html_raw(view->out, "</p></li>\n");
}

static void write_story(story *s)
{
    const json_t *members = ahd_field_list(s->json, "members"), *one;
    ahd_str title = ahd_field_text(s->json, "title");
    ahd_view *view = s->view;
    size_t i;

    ahd_view_open(view,
                  title.len > 0
                      ? title
                      : ahd_wording_get(view->tongue, "document.untitled"),
                  "stories");
    ahd_html_raw(view->out, "<div class=\"title\"><h1>");
    ahd_view_text(view, title);
    ahd_html_raw(view->out, "</h1>\n<p class=\"counts\">");
    ahd_view_count(view, "count.documents",
                   ahd_field_number(s->json, "documents"));
    ahd_view_count(view, "count.outlets", ahd_field_number(s->json, "outlets"));
    ahd_view_count(view, "count.roots", ahd_field_number(s->json, "roots"));
    ahd_html(view->out, "</p>\n<p class=\"motto\">$t</p>\n",
             ahd_wording_get(view->tongue, "story.of.p"));
    ahd_cite_page(view, "/stories/", ahd_field_text(s->json, "id"), title);
    ahd_html(view->out,
             "</div>\n"
             "<section><h2>$t</h2>\n<ol class=\"rows members\">\n",
             ahd_wording_get(view->tongue, "story.documents"));
    ahd_field_each(members, i, one)
    {
        write_member(s, one);
    }
    ahd_html_raw(view->out, "</ol></section>\n");
    ahd_pairing_write(&s->pairing);
    ahd_view_close(view);
}

/* Of any of its documents, for all are of this story. */
static ahd_status load_pairing(story *s, ahd_error *error)
{
    const json_t *first = json_array_get(ahd_field_list(s->json, "members"), 0);

    s->pairing = (ahd_pairing){.view = s->view,
                               .document = ahd_field_text(first, "document"),
                               .back = "/stories/",
                               .back_id = s->view->request->rest};
    return ahd_pairing_load(&s->pairing, error);
}

static void index_members(story *s)
{
    const json_t *members = ahd_field_list(s->json, "members");
    json_t *one;
    size_t i;

    s->members = json_object();
    for (i = 0; i < json_array_size(members); i++) {
        one = json_array_get(members, i);
        ahd_str id = ahd_field_text(one, "document");
        json_object_setn_nocheck(s->members, id.ptr, id.len, one);
    }
}

void ahd_pages_story(void *context, const ahd_request *request,
                     ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    story s = {.view = &view};
    json_t *json = NULL;
    ahd_error error;

    ahd_status status =
        ahd_record_story_json(view.record, request->rest.ptr, &text, &error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &json, &error);
    s.json = json;
    if (status == AHD_OK)
        status = load_pairing(&s, &error);
    if (status == AHD_OK) {
        index_members(&s);
        write_story(&s);
    } else {
        ahd_view_fail(&view, &error);
    }
    ahd_pairing_finish(&s.pairing);
    json_decref(s.members);
    json_decref(json);
    ahd_buf_finish(&text);
}
