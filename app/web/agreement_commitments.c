#include "web/agreement.h"
#include "web/deadline.h"

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
                      ahd_agreement_name(view, actor));
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
        ahd_view_text(view, ahd_agreement_name(view, one));
        ahd_agreement_source(view, one);
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
    ahd_agreement_source(view, commitment);
    ahd_html_raw(view->out, "</p></div></li>\n");
}

void ahd_agreement_commitments(ahd_view *view, const json_t *agreement,
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

/* ------------------------------------------------------------------- chips */

/* "§2a 24 January 2021 · missed", which leads to the commitment. That nothing
 * is known goes without saying. */
static void write_chip(ahd_view *view, const json_t *commitment,
                       const json_t *standing)
{
    ahd_str n = ahd_field_text(commitment, "n");
    ahd_str day = ahd_field_text(commitment, "deadline");
    ahd_str status = ahd_field_text(standing_of(standing, n), "status");
    bool known = status.len > 0 && !ahd_str_eq(status, AHD_STR("unknown"));

    ahd_html(view->out,
             "<li><a class=\"chip standing-$u\" href=\"#c$u\" title=\"$a\">"
             "<b>§<bdi>$t</bdi></b>",
             status, n,
             ahd_view_pick(view, ahd_field_text(commitment, "ar"),
                           ahd_field_text(commitment, "en")),
             n);
    if (day.len > 0) {
        ahd_html_raw(view->out, " ");
        ahd_view_date(view, day, "date.none");
    }
    if (known || day.len > 0) {
        ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
        ahd_view_value(view, "commitment.status",
                       known ? status : AHD_STR("unknown"));
    }
    ahd_html_raw(view->out, "</a></li>\n");
}

void ahd_agreement_chips(ahd_view *view, const json_t *agreement,
                         const json_t *standing)
{
    const json_t *list = ahd_field_list(agreement, "commitments"), *one;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out, "<ul class=\"commitment-chips\" aria-label=\"$a\">\n",
             ahd_wording_get(view->tongue, "commitment.title"));
    ahd_field_each(list, i, one) write_chip(view, one, standing);
    ahd_html_raw(view->out, "</ul>\n");
}
