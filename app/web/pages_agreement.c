#include "web/act_list.h"
#include "web/deadline.h"
#include "web/field.h"
#include "web/pages.h"
#include "web/view.h"

/* ----------------------------------------------------------------- parts */

/* "https://pax.peaceagreements.org/agreements/2320" is shown as its host. */
static ahd_str host_of(ahd_str address)
{
    size_t scheme = ahd_str_find(address, AHD_STR("://"));

    if (scheme < address.len)
        address = (ahd_str){address.ptr + scheme + 3, address.len - scheme - 3};
    return ahd_str_cut(&address, '/');
}

static void write_one_source(ahd_view *view, ahd_str source)
{
    if (ahd_html_is_link(source))
        ahd_html(view->out,
                 "<a href=\"$a\" title=\"$a\" rel=\"noreferrer\">"
                 "<bdi>$t</bdi></a>",
                 source, source, host_of(source));
    else
        ahd_view_value(view, "source", source);
}

/* Where a fact comes from: its sources, each a link when it is an address. */
static void write_source(ahd_view *view, const json_t *fact)
{
    ahd_str list = ahd_field_text(fact, "source");

    if (list.len == 0)
        return;
    ahd_html(view->out, " <span class=\"source\">$t: ",
             ahd_wording_get(view->tongue, "fact.source"));
    while (list.len > 0) {
        write_one_source(view, ahd_str_trim(ahd_str_cut(&list, '|')));
        if (list.len > 0)
            ahd_html_raw(view->out, " · ");
    }
    ahd_html_raw(view->out, "</span>");
}

static ahd_str name_of(ahd_view *view, const json_t *thing)
{
    ahd_str name = ahd_view_pick(view, ahd_field_text(thing, "ar"),
                                 ahd_field_text(thing, "en"));

    return name.len ? name : ahd_field_text(thing, "name");
}

/* A place is an object with names, or a plain name. */
static void write_place(ahd_view *view, const json_t *agreement)
{
    const json_t *place = json_object_get(agreement, "place");
    ahd_str name =
        json_is_object(place) ? name_of(view, place) : ahd_field_string(place);

    ahd_view_fact(view, "fact.place", name);
}

static void write_check(ahd_view *view, const json_t *agreement)
{
    ahd_str confidence = ahd_field_text(agreement, "confidence");

    if (ahd_field_true(agreement, "found"))
        ahd_html(view->out, "<span class=\"tag\">$t</span>",
                 ahd_wording_get(view->tongue, "agreement.found"));
    else if (!ahd_str_eq(confidence, AHD_STR("checked")))
        ahd_html(view->out, "<span class=\"tag\" title=\"$a\">$t</span>",
                 ahd_wording_get(view->tongue, "agreement.check.why"),
                 ahd_wording_get(view->tongue, "agreement.check"));
}

/* A value of the data that has words, such as a kind or a country. */
static void write_value(ahd_view *view, const json_t *from, const char *field,
                        const char *word, const char *group)
{
    ahd_str value = ahd_field_text(from, field);

    if (value.len == 0)
        return;
    ahd_view_term(view, word);
    ahd_view_values(view, group, value);
    ahd_html_raw(view->out, "</dd></div>\n");
}

static void write_effective(ahd_view *view, const json_t *effective)
{
    if (!json_is_object(effective))
        return;
    ahd_view_term(view, "fact.effective");
    ahd_view_date(view, ahd_field_text(effective, "date"), "date.none");
    write_source(view, effective);
    ahd_html_raw(view->out, "</dd></div>\n");
}

static void write_facts(ahd_view *view, const json_t *agreement)
{
    ahd_html(view->out, "<section><h2>$t</h2>\n<dl class=\"facts\">\n",
             ahd_wording_get(view->tongue, "agreement.facts"));
    write_value(view, agreement, "kind", "fact.kind", "agreement.kinds");
    ahd_view_term(view, "fact.date");
    ahd_view_date(view, ahd_field_text(agreement, "date"), "date.none");
    ahd_html_raw(view->out, "</dd></div>\n");
    write_effective(view, json_object_get(agreement, "effective"));
    write_place(view, agreement);
    write_value(view, agreement, "country", "fact.country", "country");
    ahd_view_fact(view, "fact.status", ahd_field_text(agreement, "status"));
    ahd_view_fact(view, "fact.id", ahd_field_text(agreement, "id"));
    ahd_html_raw(view->out, "</dl>\n<p class=\"meta\">");
    write_source(view, agreement);
    ahd_html_raw(view->out, "</p></section>\n");
}

static void write_names(ahd_view *view, const json_t *agreement)
{
    const json_t *names = ahd_field_list(agreement, "names"), *name;
    size_t i;

    if (json_array_size(names) == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
             ahd_wording_get(view->tongue, "agreement.names"));
    ahd_field_each(names, i, name)
    {
        ahd_html_raw(view->out, "<li>");
        ahd_view_text(view, ahd_field_text(name, "name"));
        write_source(view, name);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul></section>\n");
}

/* --------------------------------------------------------------- parties */

/* Those who bind themselves; the others help, watch or vouch. */
static bool is_party(ahd_str role)
{
    return ahd_str_eq(role, AHD_STR("party")) ||
           ahd_str_eq(role, AHD_STR("signatory"));
}

static void write_party(ahd_view *view, const json_t *party, bool binding)
{
    ahd_str role = ahd_field_text(party, "role");
    ahd_str state = ahd_field_text(party, "state");

    ahd_html_raw(view->out, "<li>");
    ahd_view_link(view, "/actors/", ahd_field_text(party, "actor"),
                  name_of(view, party));
    if (!ahd_str_eq(role, AHD_STR("party"))) {
        ahd_html_raw(view->out, " <span class=\"role\">");
        ahd_view_value(view, "party.roles", role);
        ahd_html_raw(view->out, "</span>");
    }
    if (state.len > 0 || binding) {
        ahd_html(view->out, " <span class=\"state state-$u\">", state);
        ahd_view_value(view, "party.states",
                       state.len ? state : AHD_STR("unknown"));
        ahd_html_raw(view->out, "</span>");
    }
    write_source(view, party);
    ahd_html_raw(view->out, "</li>\n");
}

static void write_parties(ahd_view *view, const json_t *agreement, bool binding)
{
    const json_t *parties = ahd_field_list(agreement, "parties"), *party;
    size_t i, written = 0;

    ahd_field_each(parties, i, party)
    {
        if (is_party(ahd_field_text(party, "role")) != binding)
            continue;
        if (written++ == 0)
            ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
                     ahd_wording_get(view->tongue, binding
                                                       ? "agreement.parties"
                                                       : "agreement.thirds"));
        write_party(view, party, binding);
    }
    if (written > 0)
        ahd_html_raw(view->out, "</ul></section>\n");
}

/* ----------------------------------------------------------- commitments */

static void write_bound(ahd_view *view, const json_t *commitment)
{
    const json_t *bound = ahd_field_list(commitment, "bound"), *actor;
    size_t i;

    ahd_html(view->out, "<span class=\"item\">$t ",
             ahd_wording_get(view->tongue, "commitment.bound"));
    if (json_array_size(bound) == 0)
        ahd_view_word(view, "commitment.everyone");
    ahd_field_each(bound, i, actor)
    {
        if (i > 0)
            ahd_html_raw(view->out, " + ");
        ahd_view_link(view, "/actors/", ahd_field_text(actor, "id"),
                      name_of(view, actor));
    }
    ahd_html_raw(view->out, "</span> ");
}

static void write_deadline(ahd_view *view, const json_t *commitment)
{
    ahd_str rule = ahd_field_text(commitment, "rule");
    ahd_str day = ahd_field_text(commitment, "deadline");
    ahd_buf words = AHD_BUF(1000);

    if (rule.len == 0 && day.len == 0)
        return;
    ahd_html(view->out, "<span class=\"item due\">$t ",
             ahd_wording_get(view->tongue, "commitment.deadline"));
    ahd_view_date(view, day, "date.none");
    ahd_deadline_write(&words, view->tongue, rule);
    if (words.len > 0)
        ahd_html(view->out, " ($t)", ahd_buf_str(&words));
    ahd_html_raw(view->out, "</span>");
    ahd_buf_finish(&words);
}

static void write_exceptions(ahd_view *view, const json_t *commitment)
{
    const json_t *list = ahd_field_list(commitment, "exceptions"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        ahd_html(view->out,
                 "<p class=\"except\"><span class=\"role\">$t</span> ",
                 ahd_wording_get(view->tongue, "commitment.except"));
        ahd_view_text(view, name_of(view, one));
        write_source(view, one);
        ahd_html_raw(view->out, "</p>");
    }
}

/* Of commitment `n`, what the record makes of it; NULL when nothing. */
static const json_t *standing_of(const json_t *standing, ahd_str n)
{
    const json_t *one;
    size_t i;

    ahd_field_each(standing, i, one)
    {
        if (ahd_str_eq(ahd_field_text(one, "n"), n))
            return one;
    }
    return NULL;
}

static void write_standing(ahd_view *view, const json_t *one)
{
    ahd_str status = ahd_field_text(one, "status");
    size_t evidence = json_array_size(ahd_field_list(one, "evidence"));

    if (evidence == 0 && !ahd_str_eq(status, AHD_STR("due")))
        return;
    ahd_html(view->out,
             "<span class=\"item standing standing-$u\" title=\"$a\">", status,
             ahd_field_text(one, "because"));
    ahd_view_value(view, "commitment.status", status);
    ahd_html_raw(view->out, "</span> ");
}

static void write_commitment(ahd_view *view, const json_t *commitment,
                             const json_t *standing)
{
    ahd_str n = ahd_field_text(commitment, "n");
    ahd_str ar = ahd_field_text(commitment, "ar");
    ahd_str en = ahd_field_text(commitment, "en");
    ahd_str other = ahd_view_rest(view, ar, en);

    ahd_html(view->out,
             "<li id=\"c$a\"><span class=\"n\"><bdi>$t</bdi></span>"
             "<div><p>",
             n, n);
    ahd_view_text(view, ahd_view_pick(view, ar, en));
    ahd_html_raw(view->out, "</p>");
    if (other.len > 0) {
        ahd_html_raw(view->out, "<p class=\"other\">");
        ahd_view_text(view, other);
        ahd_html_raw(view->out, "</p>");
    }
    write_exceptions(view, commitment);
    ahd_html_raw(view->out, "<p class=\"meta\">");
    write_standing(view, standing_of(standing, n));
    write_bound(view, commitment);
    write_deadline(view, commitment);
    write_source(view, commitment);
    ahd_html_raw(view->out, "</p></div></li>\n");
}

static void write_commitments(ahd_view *view, const json_t *agreement,
                              const json_t *standing)
{
    const json_t *list = ahd_field_list(agreement, "commitments"), *one;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out,
             "<section id=\"commitments\"><h2>$t</h2>\n"
             "<ol class=\"commitments\">\n",
             ahd_wording_get(view->tongue, "commitment.title"));
    ahd_field_each(list, i, one) write_commitment(view, one, standing);
    ahd_html_raw(view->out, "</ol></section>\n");
}

static void write_relations(ahd_view *view, const json_t *agreement)
{
    const json_t *list = ahd_field_list(agreement, "relations"), *one;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
             ahd_wording_get(view->tongue, "agreement.relations"));
    ahd_field_each(list, i, one)
    {
        ahd_html_raw(view->out, "<li><span class=\"role\">");
        ahd_view_value(view, "relation", ahd_field_text(one, "type"));
        ahd_html_raw(view->out, "</span> ");
        ahd_view_link(view, "/agreements/", ahd_field_text(one, "id"),
                      name_of(view, one));
        write_source(view, one);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul></section>\n");
}

/* --------------------------------------------- processes, texts, values */

typedef void write_row(ahd_view *view, const json_t *row);

/* A section of the list; none when it is empty. */
static void write_rows(ahd_view *view, const char *title, const json_t *list,
                       write_row *write)
{
    const json_t *one;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
             ahd_wording_get(view->tongue, title));
    ahd_field_each(list, i, one)
    {
        ahd_html_raw(view->out, "<li>");
        write(view, one);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul></section>\n");
}

static void write_process(ahd_view *view, const json_t *process)
{
    ahd_view_text(view, name_of(view, process));
    write_source(view, process);
}

static void write_text_version(ahd_view *view, const json_t *text)
{
    ahd_str at = ahd_field_text(text, "at");

    ahd_view_value(view, "text.is", ahd_field_text(text, "is"));
    ahd_html(view->out, " <bdi>$t</bdi> ", ahd_field_text(text, "lang"));
    if (ahd_field_text(text, "date").len > 0)
        ahd_view_date(view, ahd_field_text(text, "date"), "date.none");
    ahd_html_raw(view->out, " ");
    if (at.len > 0)
        write_one_source(view, at);
}

/* "deadline 2b": the field, of which commitment. */
static void write_field_name(ahd_view *view, const json_t *one)
{
    ahd_str n = ahd_field_text(one, "field"), field = ahd_str_cut(&n, ' ');

    ahd_html_raw(view->out, "<span class=\"role\">");
    ahd_view_value(view, "field", field);
    ahd_html(view->out, " <bdi>$t</bdi></span> ", n);
}

static void write_differing(ahd_view *view, const json_t *one)
{
    write_field_name(view, one);
    ahd_view_text(view, ahd_view_pick(view, ahd_field_text(one, "ar"),
                                      ahd_field_text(one, "value")));
    write_source(view, one);
}

/* ---------------------------------------------- what documents say of it */

/* The outlets of the first documents, each a link. */
static void write_documents(ahd_view *view, const json_t *one)
{
    const json_t *list = ahd_field_list(one, "documents"), *document;
    size_t i;

    ahd_html_raw(view->out, " <span class=\"source\">");
    ahd_field_each(list, i, document)
    {
        ahd_str outlet = ahd_field_text(document, "outlet");
        ahd_str id = ahd_field_text(document, "id");
        if (i > 0)
            ahd_html_raw(view->out, " · ");
        ahd_view_link(view, "/documents/", id, outlet.len ? outlet : id);
    }
    if (ahd_field_number(one, "count") > (int64_t)json_array_size(list))
        ahd_html(view->out, " $t",
                 ahd_wording_get(view->tongue, "agreement.told.more"));
    ahd_html_raw(view->out, "</span>");
}

static void write_told(ahd_view *view, const json_t *one)
{
    write_field_name(view, one);
    if (ahd_str_eq(ahd_field_text(one, "field"), AHD_STR("kind")))
        ahd_view_value(view, "agreement.kinds", ahd_field_text(one, "value"));
    else
        ahd_view_text(view, ahd_view_pick(view, ahd_field_text(one, "ar"),
                                          ahd_field_text(one, "value")));
    write_documents(view, one);
}

static void write_told_party(ahd_view *view, const json_t *one)
{
    ahd_str state = ahd_field_text(one, "state");

    ahd_view_link(view, "/actors/", ahd_field_text(one, "actor"),
                  name_of(view, one));
    ahd_html(view->out, " <span class=\"state state-$u\">", state);
    ahd_view_value(view, "party.states", state);
    ahd_html_raw(view->out, "</span>");
    write_documents(view, one);
}

static void write_all_told(ahd_view *view, const json_t *agreement)
{
    const json_t *told = json_object_get(agreement, "told");

    write_rows(view, "agreement.told.parties", ahd_field_list(told, "parties"),
               write_told_party);
    write_rows(view, "agreement.told", ahd_field_list(told, "values"),
               write_told);
}

/* ------------------------------------------------------------------ page */

static void write_title(ahd_view *view, const json_t *agreement)
{
    ahd_str ar = ahd_field_text(agreement, "ar");
    ahd_str en = ahd_field_text(agreement, "en");
    ahd_str other = ahd_view_rest(view, ar, en);

    ahd_html_raw(view->out, "<header class=\"title\"><h1>");
    ahd_view_text(view, ahd_view_pick(view, ar, en));
    ahd_html_raw(view->out, "</h1>\n");
    if (other.len > 0) {
        ahd_html_raw(view->out, "<p class=\"other\">");
        ahd_view_text(view, other);
        ahd_html_raw(view->out, "</p>\n");
    }
    ahd_html_raw(view->out, "<p>");
    write_check(view, agreement);
    ahd_html_raw(view->out, "</p></header>\n");
}

/* -------------------------------------------- what the record makes of it */

static ahd_status read_standing(ahd_view *view, json_t **out, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);

    ahd_status status = ahd_record_commitments(
        view->record, view->request->rest.ptr, NULL, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&text);
    return status;
}

struct disputes {
    ahd_view *view;
    size_t rows;
};

static bool write_dispute(void *context, const ahd_dispute_row *row)
{
    struct disputes *all = context;
    ahd_view *view = all->view;
    char level[2] = {(char)('0' + row->level % 10), '\0'};

    if (all->rows++ == 0)
        ahd_html(view->out, "<section><h2>$t</h2>\n<ul class=\"plain\">\n",
                 ahd_wording_get(view->tongue, "dispute.title"));
    ahd_html_raw(view->out, "<li>");
    ahd_view_link(view, "/disputes/", row->id,
                  row->accused.len
                      ? ahd_view_pick(view, row->accused_ar, row->accused_en)
                      : ahd_wording_get(view->tongue, "claim.nobody"));
    ahd_html_raw(view->out, " <span class=\"role\">");
    ahd_view_date(view, row->first, "date.none");
    ahd_html_raw(view->out, " · ");
    ahd_view_value(view, "rung", (ahd_str){level, 1});
    ahd_html_raw(view->out, "</span><p class=\"counts\">");
    ahd_view_count(view, "count.claims", row->claims);
    ahd_view_count(view, "count.stories", row->stories);
    ahd_view_count(view, "count.replies", row->replies);
    ahd_html_raw(view->out, "</p></li>\n");
    return true;
}

static ahd_status write_disputes(ahd_view *view, ahd_error *error)
{
    const ahd_filter filter = {.agreement = view->request->rest.ptr};
    struct disputes all = {.view = view};

    AHD_TRY(
        ahd_record_disputes(view->record, &filter, write_dispute, &all, error));
    if (all.rows > 0)
        ahd_html_raw(view->out, "</ul></section>\n");
    return AHD_OK;
}

static ahd_status write_page(ahd_view *view, const json_t *agreement,
                             const json_t *standing, ahd_error *error)
{
    ahd_filter filter = {.agreement = view->request->rest.ptr};

    ahd_view_open(view,
                  ahd_view_pick(view, ahd_field_text(agreement, "ar"),
                                ahd_field_text(agreement, "en")),
                  "agreements");
    write_title(view, agreement);
    ahd_html_raw(view->out, "<div class=\"columns\"><div class=\"main\">\n");
    AHD_TRY(ahd_act_list_write(view, &filter, "agreement.noacts", error));
    write_commitments(view, agreement, standing);
    ahd_html_raw(view->out, "</div>\n<aside class=\"side\">\n");
    AHD_TRY(write_disputes(view, error));
    write_facts(view, agreement);
    write_parties(view, agreement, true);
    write_parties(view, agreement, false);
    write_all_told(view, agreement);
    write_rows(view, "agreement.differ", ahd_field_list(agreement, "values"),
               write_differing);
    write_relations(view, agreement);
    write_rows(view, "agreement.processes",
               ahd_field_list(agreement, "processes"), write_process);
    write_rows(view, "agreement.texts", ahd_field_list(agreement, "texts"),
               write_text_version);
    write_names(view, agreement);
    ahd_html_raw(view->out, "</aside></div>\n");
    ahd_view_close(view);
    return AHD_OK;
}

void ahd_pages_agreement(void *context, const ahd_request *request,
                         ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    json_t *agreement = NULL, *standing = NULL;
    ahd_error error;

    ahd_status status =
        ahd_agreement_json(view.record, request->rest.ptr, &text, &error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &agreement, &error);
    if (status == AHD_OK)
        status = read_standing(&view, &standing, &error);
    if (status == AHD_OK)
        status = write_page(&view, agreement, standing, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    json_decref(agreement);
    json_decref(standing);
    ahd_buf_finish(&text);
}
