#include "web/pairing_link.h"

#include "web/review_item.h"

#include <inttypes.h>
#include <stdio.h>

enum { URL_BYTES = 16 << 10, ID_BYTES = 4096, MOST = 32, NEAR = 6 };

typedef struct linking {
    ahd_pairing *p;
    ahd_view *view;
    ahd_buf id;
    json_t *links, *links_to, *near, *agreements,
        *said;        /* said: newest review by role */
    json_t *now;      /* its agreements, and all else */
    const char *role; /* that acts near it may have; NULL: any */
} linking;

const char *ahd_pairing_role(ahd_str act)
{
    static const char *const roles[][2] = {
        {"accuse", "alleged_breach"}, {"deny", "denied_claim"},
        {"demand", "demanded"},       {"commit", "pledged"},
        {"support", "supported"},     {"reject", "rejected"},
        {"condemn", "condemned"},
    };

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (ahd_str_eq(act, ahd_str_from(roles[i][0])))
            return roles[i][1];
    return NULL;
}

/* ---------------------------------------------------------------- loading */

/* Reviews come by number, so the last of a role is the newest that stands. */
static bool take_review(void *context, const ahd_review_row *row)
{
    linking *l = context;
    const json_t *links, *link;
    size_t i;

    if (row->n != l->p->n || !ahd_str_eq(row->state, AHD_STR("standing")))
        return true;
    json_t *review = json_loadb(row->json.ptr, row->json.len, 0, NULL);
    links = ahd_field_list(review, "links");
    ahd_field_each(links, i, link)
    {
        ahd_str role = ahd_field_text(link, "role");
        json_object_setn(l->said, role.ptr, role.len, review);
    }
    if (!ahd_str_eq(
            ahd_field_text(json_object_get(review, "set"), "agreement"),
            ahd_field_text(json_object_get(review, "then"), "agreement")) &&
        json_object_get(json_object_get(review, "set"), "agreement") != NULL)
        json_object_set(l->said, "agreement", review);
    json_decref(review);
    return true;
}

static ahd_status ask(linking *l, const char *what, int64_t most, json_t **out,
                      ahd_error *error)
{
    return ahd_inquiry(l->view,
                       &(ahd_overview){.what = what,
                                       .id = l->id.ptr,
                                       .other = l->role,
                                       .after = l->p->n,
                                       .limit = most},
                       out, error);
}

static ahd_status load_now(linking *l, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    ahd_status status =
        ahd_record_current_json(l->view->record, l->id.ptr, &text, error);

    if (status == AHD_OK)
        status = ahd_field_parse(&text, &l->now, error);
    ahd_buf_finish(&text);
    return status;
}

static ahd_status load(linking *l, const char *role, ahd_error *error)
{
    const ahd_review_filter filter = {.document = l->id.ptr};

    AHD_TRY(ask(l, "links", MOST, &l->links, error));
    AHD_TRY(ask(l, "links-to", MOST, &l->links_to, error));
    if (ahd_desk_writes(l->view->desk))
        AHD_TRY(ask(l, "near-agreements", NEAR, &l->agreements, error));
    l->role = role;
    if (role != NULL && ahd_desk_writes(l->view->desk))
        AHD_TRY(ask(l, "near-links", NEAR, &l->near, error));
    return ahd_record_reviews(l->view->record, &filter, take_review, l, error);
}

/* -------------------------------------------------------------- who said so */

/* "linked by Huda", and the way to take that back for whom it was. */
static void write_who(const linking *l, ahd_str role)
{
    const json_t *said = json_object_getn(l->said, role.ptr, role.len);
    ahd_str at = ahd_field_text(said, "at"), by = ahd_field_text(said, "by");
    ahd_view *view = l->view;

    if (said == NULL)
        return;
    ahd_html(view->out, " <span class=\"tag reviewed\">$t ",
             ahd_wording_get(view->tongue, "pairing.mark.linked"));
    ahd_view_text(view, by);
    ahd_html_raw(view->out, "</span> <span class=\"role\">");
    ahd_view_date(view, ahd_str_cut(&at, 'T'), "date.none");
    ahd_html_raw(view->out, "</span>");
}

static void open_form(const linking *l, const char *class)
{
    ahd_buf url = AHD_BUF(URL_BYTES);

    ahd_pairing_action(l->p, &url);
    ahd_html(l->view->out, " <form method=\"post\" action=\"$a\" class=\"$a\">",
             ahd_buf_str(&url), ahd_str_from(class));
    ahd_buf_finish(&url);
    ahd_pairing_sign(l->view);
}

static void write_hidden(const linking *l, const char *name, ahd_str value)
{
    ahd_html(l->view->out, "<input type=\"hidden\" name=\"$a\" value=\"$a\">",
             ahd_str_from(name), value);
}

static void write_button(const linking *l, const char *decision,
                         const char *word)
{
    ahd_html(l->view->out,
             "<button name=\"decision\" value=\"$a\">$t</button></form>\n",
             ahd_str_from(decision), ahd_wording_get(l->view->tongue, word));
}

static void write_undo(const linking *l, ahd_str role)
{
    const json_t *said = json_object_getn(l->said, role.ptr, role.len);
    char number[32];
    int len = snprintf(number, sizeof number, "%" PRId64,
                       ahd_field_number(said, "review"));

    if (said == NULL || !ahd_desk_writes(l->view->desk) ||
        !ahd_str_eq(ahd_field_text(said, "by"), l->view->request->reader))
        return;
    open_form(l, "undo");
    write_hidden(l, "review", (ahd_str){number, (size_t)len});
    write_button(l, "undo", "review.undo");
}

/* ------------------------------------------------------------------- links */

static void write_link(const linking *l, const json_t *row, bool from_here)
{
    ahd_str role = ahd_field_text(row, "role");
    ahd_str words = ahd_field_text(row, "sentence");
    ahd_buf name = AHD_BUF(ID_BYTES);
    ahd_view *view = l->view;

    ahd_html_raw(view->out, "<li><p class=\"meta\">");
    ahd_view_value(view, from_here ? "about.role" : "pairing.role", role);
    ahd_html_raw(view->out, " ");
    ahd_view_act(view, ahd_field_text(row, "act"));
    ahd_html_raw(view->out, " ");
    ahd_view_text(view, ahd_field_text(row, "outlet"));
    if (from_here)
        write_who(l, role);
    ahd_html_raw(view->out, "</p>\n<blockquote");
    ahd_view_lang(view, words);
    ahd_html_raw(view->out, "><a");
    ahd_buf_printf(&name, "a%" PRId64, ahd_field_number(row, "n"));
    ahd_view_href(view, "/documents/", ahd_field_text(row, "document"),
                  ahd_buf_str(&name));
    ahd_html(view->out, ">$t</a></blockquote>\n", words);
    if (from_here && ahd_desk_writes(view->desk)) {
        ahd_buf_clear(&name);
        ahd_buf_printf(&name, "%.*s:%" PRId64,
                       AHD_STR_ARG(ahd_field_text(row, "document")),
                       ahd_field_number(row, "n"));
        open_form(l, "undo");
        write_hidden(l, "role", role);
        write_hidden(l, "other", ahd_buf_str(&name));
        write_button(l, "unlink", "pairing.unlink");
        write_undo(l, role);
    }
    ahd_html_raw(view->out, "</li>\n");
    ahd_buf_finish(&name);
}

/* Somebody said that there is none of that role. */
static void write_none(const linking *l)
{
    const char *role;
    json_t *review;
    const json_t *row;

    json_object_foreach(l->said, role, review)
    {
        bool any = ahd_str_eq(ahd_str_from(role), AHD_STR("agreement"));
        size_t i;
        ahd_field_each(l->links, i, row) any |=
            ahd_str_eq(ahd_field_text(row, "role"), ahd_str_from(role));
        if (any)
            continue;
        ahd_html_raw(l->view->out, "<li><p class=\"meta\">");
        ahd_view_value(l->view, "about.role", ahd_str_from(role));
        ahd_html(l->view->out, " $t",
                 ahd_wording_get(l->view->tongue, "pairing.none"));
        write_who(l, ahd_str_from(role));
        ahd_html_raw(l->view->out, "</p>\n");
        write_undo(l, ahd_str_from(role));
        ahd_html_raw(l->view->out, "</li>\n");
    }
}

static const json_t *find_act(const linking *l)
{
    const json_t *list = ahd_field_list(l->now, "acts"), *act;
    size_t i;

    ahd_field_each(list, i, act)
    {
        if (ahd_field_number(act, "n") == l->p->n)
            return act;
    }
    return NULL;
}

/* In the registry or only in documents; a link when it is to lead there. */
static void write_agreement_name(const linking *l, ahd_str id, bool leads)
{
    ahd_buf names[2] = {AHD_BUF(ID_BYTES), AHD_BUF(ID_BYTES)};
    ahd_error ignored;

    if (ahd_record_names(l->view->record, AHD_FACET_AGREEMENT, id.ptr, names,
                         &ignored) != AHD_OK)
        ahd_buf_clear(&names[0]);
    ahd_str name =
        ahd_view_pick(l->view, ahd_buf_str(&names[0]), ahd_buf_str(&names[1]));
    ahd_view_link(l->view, "/agreements/", leads ? id : AHD_STR(""),
                  name.len > 0 ? name : id);
    ahd_buf_finish(&names[0]);
    ahd_buf_finish(&names[1]);
}

static void write_agreement(const linking *l, ahd_str id)
{
    ahd_buf kept = AHD_BUF(ID_BYTES); /* with a NUL behind it */
    bool words = ahd_str_starts(id, AHD_STR("text:"));
    ahd_view *view = l->view;

    ahd_buf_add(&kept, id);
    ahd_html(view->out, "<li><p class=\"meta\">$t ",
             ahd_wording_get(view->tongue, "act.agreement"));
    if (words)
        ahd_view_text(view, (ahd_str){id.ptr + 5, id.len - 5});
    else
        write_agreement_name(l, ahd_buf_str(&kept), true);
    write_who(l, AHD_STR("agreement"));
    ahd_html_raw(view->out, "</p>\n");
    if (ahd_desk_writes(view->desk)) {
        open_form(l, "undo");
        write_hidden(l, "agreement", id);
        write_button(l, "no-agreement", "pairing.unlink");
        write_undo(l, AHD_STR("agreement"));
    }
    ahd_html_raw(view->out, "</li>\n");
    ahd_buf_finish(&kept);
}

static void write_links(const linking *l)
{
    ahd_str agreements =
        ahd_field_text(json_object_get(find_act(l), "current"), "agreement");
    const json_t *row;
    size_t i;

    ahd_html_raw(l->view->out, "<ul class=\"plain links\">\n");
    ahd_field_each(l->links, i, row) write_link(l, row, true);
    write_none(l);
    ahd_field_each(l->links_to, i, row) write_link(l, row, false);
    while (agreements.len > 0)
        write_agreement(l, ahd_review_item_piece(&agreements));
    ahd_html_raw(l->view->out, "</ul>\n");
}

/* ------------------------------------------------------------------- forms */

static bool is_linked(const linking *l, const json_t *row)
{
    const json_t *link;
    size_t i;

    ahd_field_each(l->links, i, link)
    {
        if (ahd_field_number(link, "n") == ahd_field_number(row, "n") &&
            ahd_str_eq(ahd_field_text(link, "document"),
                       ahd_field_text(row, "document")))
            return true;
    }
    return false;
}

static void write_link_form(const linking *l, const char *role)
{
    const ahd_pairing_form form = {l->p, "link", "other"};
    const json_t *row;
    size_t i;

    ahd_pairing_open(&form);
    write_hidden(l, "role", ahd_str_from(role));
    ahd_html_raw(l->view->out, "<p class=\"meta\">");
    ahd_view_value(l->view, "about.role", ahd_str_from(role));
    ahd_html_raw(l->view->out, "</p>\n");
    ahd_field_each(l->near, i, row)
    {
        if (!is_linked(l, row))
            ahd_pairing_choice(&form, row);
    }
    ahd_pairing_close(&form);
}

/* An agreement is known by its name as well. */
static void write_agreement_form(const linking *l)
{
    const ahd_pairing_form form = {l->p, "agreement", "agreement"};

    const json_t *row;
    size_t i;

    ahd_pairing_open(&form);
    ahd_field_each(l->agreements, i, row)
    {
        ahd_str id = ahd_field_text(row, "id");
        ahd_html(l->view->out,
                 "<label class=\"choice\"><input type=\"radio\" "
                 "name=\"agreement\" value=\"$a\"> <span>",
                 id);
        write_agreement_name(l, id, false);
        ahd_html_raw(l->view->out, "</span></label>\n");
    }
    ahd_pairing_close(&form);
}

static void write_all(const linking *l, const char *role)
{
    ahd_html(l->view->out,
             "<section class=\"review pairings\" id=\"two-links\">"
             "<h3>$t</h3>\n",
             ahd_wording_get(l->view->tongue, "pairing.links"));
    write_links(l);
    if (ahd_desk_writes(l->view->desk)) {
        if (role != NULL)
            write_link_form(l, role);
        write_agreement_form(l);
    }
    ahd_html_raw(l->view->out, "</section>\n");
}

ahd_status ahd_pairing_link_write(ahd_pairing *p, ahd_error *error)
{
    linking l = {.p = p,
                 .view = p->view,
                 .id = AHD_BUF(ID_BYTES),
                 .said = json_object()};

    ahd_buf_add(&l.id, p->document);
    ahd_status status = load_now(&l, error);
    ahd_str act =
        ahd_field_text(json_object_get(find_act(&l), "current"), "act");
    const char *role = ahd_pairing_role(act);
    if (status == AHD_OK)
        status = load(&l, role, error);
    if (status == AHD_OK)
        write_all(&l, role);
    json_decref(l.links);
    json_decref(l.links_to);
    json_decref(l.near);
    json_decref(l.agreements);
    json_decref(l.said);
    json_decref(l.now);
    ahd_buf_finish(&l.id);
    return status;
}
