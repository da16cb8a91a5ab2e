#include "web/agreement.h"

enum { NAMES_OPEN = 8 };

/* --------------------------------------------------------------- sources */

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

void ahd_agreement_source(ahd_view *view, const json_t *fact)
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

ahd_str ahd_agreement_name(ahd_view *view, const json_t *thing)
{
    ahd_str name = ahd_view_pick(view, ahd_field_text(thing, "ar"),
                                 ahd_field_text(thing, "en"));

    return name.len ? name : ahd_field_text(thing, "name");
}

/* ----------------------------------------------------------------- facts */

/* A place is an object with names, or a plain name. */
static void write_place(ahd_view *view, const json_t *agreement)
{
    const json_t *place = json_object_get(agreement, "place");
    ahd_str name = json_is_object(place) ? ahd_agreement_name(view, place)
                                         : ahd_field_string(place);

    ahd_view_fact(view, "fact.place", name);
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
    ahd_agreement_source(view, effective);
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
    ahd_agreement_source(view, agreement);
    ahd_html_raw(view->out, "</p></section>\n");
}

/* Many of them are folded: they are for finding, not for reading. */
static void write_names(ahd_view *view, const json_t *agreement)
{
    const json_t *names = ahd_field_list(agreement, "names"), *name;
    size_t i, count = json_array_size(names);

    if (count == 0)
        return;
    ahd_html(view->out, "<section><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, "agreement.names"));
    if (count > NAMES_OPEN)
        ahd_buf_printf(view->out, "<details><summary>%zu</summary>\n", count);
    ahd_html_raw(view->out, "<ul class=\"plain\">\n");
    ahd_field_each(names, i, name)
    {
        ahd_html_raw(view->out, "<li>");
        ahd_view_text(view, ahd_field_text(name, "name"));
        ahd_agreement_source(view, name);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul>");
    if (count > NAMES_OPEN)
        ahd_html_raw(view->out, "</details>");
    ahd_html_raw(view->out, "</section>\n");
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
                  ahd_agreement_name(view, party));
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
    ahd_agreement_source(view, party);
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
                      ahd_agreement_name(view, one));
        ahd_agreement_source(view, one);
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
    ahd_view_text(view, ahd_agreement_name(view, process));
    ahd_agreement_source(view, process);
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
    ahd_agreement_source(view, one);
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
                  ahd_agreement_name(view, one));
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

/* ------------------------------------------------------------------ all */

void ahd_agreement_facts(ahd_view *view, const json_t *agreement)
{
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
}
