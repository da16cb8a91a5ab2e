#include "web/dispute_chain.h"

#include "web/act_list.h"
#include "web/pane.h"

#include <inttypes.h>
#include <stdio.h>

/* ------------------------------------------------------------------- who */

ahd_str ahd_dispute_name(ahd_view *view, const json_t *who)
{
    const json_t *name = json_object_get(who, "name");

    return ahd_view_pick(view, ahd_field_text(name, "ar"),
                         ahd_field_text(name, "en"));
}

void ahd_dispute_who(ahd_view *view, const json_t *who)
{
    ahd_str name = ahd_dispute_name(view, who);

    ahd_view_link(view, "/actors/", ahd_field_text(who, "id"),
                  name.len ? name
                           : ahd_wording_get(view->tongue, "claim.nobody"));
}

void ahd_dispute_side(ahd_view *view, const json_t *row, const char *who)
{
    const json_t *side = json_object_get(row, "side");
    ahd_str id = ahd_field_text(side, "id");
    ahd_str own = ahd_field_text(json_object_get(row, who), "id");

    if (id.len == 0 || ahd_str_eq(id, own))
        return;
    ahd_html_raw(view->out, " <span class=\"role\">(");
    ahd_dispute_who(view, side);
    ahd_html_raw(view->out, ")</span>");
}

/* -------------------------------------------------------------- tellings */

static void write_words(ahd_view *view, ahd_str document, int64_t n,
                        ahd_str words)
{
    ahd_html_raw(view->out, "<blockquote");
    ahd_view_lang(view, words);
    ahd_html_raw(view->out, "><a");
    ahd_pane_href(view, document, n);
    ahd_html(view->out, " title=\"$a\">$t</a></blockquote>\n",
             ahd_wording_get(view->tongue, "act.open"), words);
}

static const json_t *telling_at(const json_t *row, size_t i)
{
    return json_array_get(ahd_field_list(row, "tellings"), i);
}

/* What the card does not have, from the act itself. */
struct detail {
    ahd_view *view;
    int64_t n;
};

static bool write_detail(void *context, const ahd_act_row *row)
{
    const struct detail *detail = context;
    char percent[16];

    if (row->n != detail->n)
        return true;
    int len = snprintf(percent, sizeof percent, "%.2f", row->confidence);
    ahd_view_item(detail->view, "act.said", row->speaker);
    ahd_view_item(detail->view, ahd_act_list_via(row->via), row->via);
    ahd_view_item(detail->view, "act.confidence",
                  (ahd_str){percent, (size_t)len});
    return false;
}

static ahd_status write_details(ahd_view *view, const json_t *telling,
                                ahd_error *error)
{
    const char *document =
        json_string_value(json_object_get(telling, "document"));
    const ahd_filter filter = {.document = document ? document : "",
                               .lang = view->tongue == AHD_AR ? "ar" : "en"};
    struct detail detail = {view, ahd_field_number(telling, "n")};

    return ahd_record_acts(view->record, &filter, write_detail, &detail, error);
}

static void write_outlet(ahd_view *view, const json_t *telling)
{
    ahd_str name = ahd_dispute_name(view, json_object_get(telling, "outlet"));

    ahd_html_raw(view->out, "<span class=\"item\"><a");
    ahd_pane_href(view, ahd_field_text(telling, "document"),
                  ahd_field_number(telling, "n"));
    ahd_html_raw(view->out, ">");
    ahd_view_text(view, name.len ? name : ahd_field_text(telling, "document"));
    ahd_html_raw(view->out, "</a> ");
    ahd_view_date(view, ahd_field_text(telling, "told"), "date.none");
    ahd_html_raw(view->out, "</span> ");
}

/* The words of the first; by whom and through whom; who else tells it. */
static ahd_status write_tellings(ahd_view *view, const json_t *row,
                                 ahd_error *error)
{
    const json_t *list = ahd_field_list(row, "tellings"), *telling;
    const json_t *first = telling_at(row, 0);
    size_t i;

    write_words(view, ahd_field_text(first, "document"),
                ahd_field_number(first, "n"),
                ahd_field_text(first, "sentence"));
    ahd_html_raw(view->out, "<p class=\"meta\">");
    AHD_TRY(write_details(view, first, error));
    ahd_field_each(list, i, telling) write_outlet(view, telling);
    ahd_html_raw(view->out, "</p>\n");
    return AHD_OK;
}

/* ---------------------------------------------------- what is called so */

static bool is_of(const json_t *link, const json_t *telling, const char *role)
{
    return ahd_str_eq(ahd_field_text(link, "role"), ahd_str_from(role)) &&
           ahd_field_number(link, "n") == ahd_field_number(telling, "n") &&
           ahd_str_eq(ahd_field_text(link, "document"),
                      ahd_field_text(telling, "document"));
}

static bool is_elsewhere(const json_t *link)
{
    return !ahd_str_eq(ahd_field_text(link, "document"),
                       ahd_field_text(link, "in"));
}

/* The link of any telling of the row in that role; NULL when none has one. One
 * between two documents, which a person made, comes first. */
static const json_t *link_of(const json_t *links, const json_t *row,
                             const char *role)
{
    const json_t *link, *telling, *found = NULL;
    size_t i, k;

    ahd_field_each(links, i, link)
    {
        const json_t *tellings = ahd_field_list(row, "tellings");
        ahd_field_each(tellings, k, telling)
        {
            if (is_of(link, telling, role) &&
                (found == NULL || is_elsewhere(link)))
                found = link;
        }
    }
    return found;
}

/* No page says so: a person has linked two documents. */
static void write_linked(ahd_view *view, const json_t *link)
{
    if (link != NULL && is_elsewhere(link))
        ahd_html(view->out, " <span class=\"tag reviewed\">$t</span>",
                 ahd_wording_get(view->tongue, "pairing.mark.reviewed"));
}

static void write_breach(ahd_view *view, const json_t *links,
                         const json_t *claim)
{
    const json_t *link = link_of(links, claim, "alleged_breach");

    if (link == NULL)
        return;
    ahd_html(view->out, "<div class=\"breach\"><p class=\"meta\">$t ",
             ahd_wording_get(view->tongue, "about.role.alleged_breach"));
    ahd_view_act(view, ahd_field_text(link, "act"));
    write_linked(view, link);
    ahd_html_raw(view->out, "</p>\n");
    write_words(view, ahd_field_text(link, "in"),
                ahd_field_number(link, "other"),
                ahd_field_text(link, "sentence"));
    ahd_html_raw(view->out, "</div>\n");
}

/* ---------------------------------------------------------------- claims */

static void write_clauses(ahd_view *view, const json_t *claim)
{
    const json_t *list = ahd_field_list(claim, "commitments"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        bool named = ahd_str_eq(ahd_field_text(one, "how"), AHD_STR("named"));
        ahd_html(view->out, " <span class=\"tag\"><bdi>$t</bdi>$t$t</span>",
                 ahd_field_text(one, "n"), named ? AHD_STR("") : AHD_STR(" "),
                 named ? AHD_STR("")
                       : ahd_wording_get(view->tongue, "commitment.inferred"));
    }
}

/* On which rung of the ladder a claim of this kind stands alone. */
static void write_rung(ahd_view *view, ahd_str kind)
{
    static const struct {
        const char *kind, *rung;
    } rungs[] = {
        {"unnamed", "0"}, {"speaker", "1"}, {"outlet", "4"},
        {"accused", "5"}, {"monitor", "6"},
    };

    for (size_t i = 0; i < sizeof rungs / sizeof *rungs; i++) {
        if (ahd_str_eq(ahd_str_from(rungs[i].kind), kind))
            ahd_html(view->out,
                     " <span class=\"rung\" title=\"$a\">$t $t</span>",
                     ahd_wording_of(view->tongue, "rung",
                                    ahd_str_from(rungs[i].rung)),
                     ahd_wording_get(view->tongue, "dispute.rung"),
                     ahd_str_from(rungs[i].rung));
    }
}

static void write_inferred(ahd_view *view, const char *word)
{
    ahd_html(view->out, " <span class=\"how-inferred\">$t</span>",
             ahd_wording_get(view->tongue, word));
}

static void write_claimant(ahd_view *view, const json_t *claim)
{
    ahd_str kind = ahd_field_text(claim, "kind");

    ahd_html_raw(view->out, "<p class=\"who\">");
    ahd_dispute_who(view, json_object_get(claim, "claimant"));
    ahd_dispute_side(view, claim, "claimant");
    ahd_html_raw(view->out, " <span class=\"act act-accuse\">");
    ahd_view_value(view, "claim.says", ahd_field_text(claim, "act"));
    ahd_html_raw(view->out, "</span> <span class=\"tag\">");
    ahd_view_value(view, "claim.kinds", kind);
    ahd_html_raw(view->out, "</span>");
    write_rung(view, kind);
    write_clauses(view, claim);
    if (ahd_field_true(claim, "accused_inferred"))
        write_inferred(view, "claim.inferred");
    ahd_html_raw(view->out, "</p>\n");
}

/* ---------------------------------------------------------------- replies */

const json_t *ahd_dispute_answered(const json_t *dispute, const json_t *reply)
{
    const json_t *claims = ahd_field_list(dispute, "claims"), *claim;
    const json_t *last = json_array_get(claims, 0);
    size_t i;

    ahd_field_each(claims, i, claim)
    {
        if (ahd_str_cmp(ahd_field_text(claim, "day"),
                        ahd_field_text(reply, "day")) <= 0)
            last = claim;
    }
    return last;
}

static bool has_telling(const json_t *row, const json_t *link)
{
    const json_t *list = ahd_field_list(row, "tellings"), *telling;
    size_t i;

    ahd_field_each(list, i, telling)
    {
        if (ahd_field_number(telling, "n") == ahd_field_number(link, "other") &&
            ahd_str_eq(ahd_field_text(telling, "document"),
                       ahd_field_text(link, "in")))
            return true;
    }
    return false;
}

/* The claim that its words point at, else the last before it. */
static const json_t *claim_of(const json_t *dispute, const json_t *links,
                              const json_t *reply)
{
    const json_t *claims = ahd_field_list(dispute, "claims"), *claim;
    const json_t *link = link_of(links, reply, "denied_claim");
    size_t i;

    ahd_field_each(link ? claims : NULL, i, claim)
    {
        if (has_telling(claim, link))
            return claim;
    }
    return ahd_dispute_answered(dispute, reply);
}

static ahd_status write_reply(ahd_view *view, const json_t *links,
                              const json_t *reply, ahd_error *error)
{
    ahd_str how = ahd_field_text(reply, "how");
    bool inferred = !ahd_str_eq(how, AHD_STR("words"));

    ahd_html_raw(view->out,
                 "<li><p class=\"who\"><span class=\"act act-deny\">");
    ahd_view_value(view, "reply.kinds", ahd_field_text(reply, "kind"));
    ahd_html_raw(view->out, "</span> ");
    ahd_dispute_who(view, json_object_get(reply, "who"));
    ahd_dispute_side(view, reply, "who");
    ahd_html(view->out, " <span class=\"how$t\">",
             inferred ? AHD_STR(" how-inferred") : AHD_STR(""));
    ahd_view_value(view, "reply.how", how);
    ahd_html_raw(view->out, "</span>");
    write_linked(view, link_of(links, reply, "denied_claim"));
    ahd_html_raw(view->out, " <span class=\"role\">");
    ahd_view_date(view, ahd_field_text(reply, "day"), "act.undated");
    ahd_html_raw(view->out, "</span></p>\n");
    AHD_TRY(write_tellings(view, reply, error));
    ahd_html_raw(view->out, "</li>\n");
    return AHD_OK;
}

static ahd_status write_replies(ahd_view *view, const json_t *dispute,
                                const json_t *links, const json_t *claim,
                                ahd_error *error)
{
    const json_t *list = ahd_field_list(dispute, "replies"), *reply;
    size_t i, written = 0;

    ahd_field_each(list, i, reply)
    {
        if (claim_of(dispute, links, reply) != claim)
            continue;
        if (written++ == 0)
            ahd_html(view->out, "<ol class=\"replies\" aria-label=\"$a\">\n",
                     ahd_wording_get(view->tongue, "dispute.replies"));
        AHD_TRY(write_reply(view, links, reply, error));
    }
    if (written > 0)
        ahd_html_raw(view->out, "</ol>\n");
    return AHD_OK;
}

/* ------------------------------------------------------------------ chain */

/* A heading when the day changes. */
static void write_day(ahd_view *view, ahd_str day, const ahd_str *before)
{
    if (before != NULL && ahd_str_eq(day, *before))
        return;
    if (before != NULL)
        ahd_html_raw(view->out, "</ol>\n");
    ahd_html_raw(view->out, "<h3 class=\"day\">");
    ahd_view_date(view, day, "act.undated");
    ahd_html_raw(view->out, "</h3>\n<ol class=\"acts chain\">\n");
}

ahd_status ahd_dispute_chain(ahd_view *view, const json_t *dispute,
                             const json_t *links, ahd_error *error)
{
    const json_t *list = ahd_field_list(dispute, "claims"), *claim;
    ahd_str day, before = AHD_STR("");
    size_t i;

    if (json_array_size(list) == 0)
        return AHD_OK;
    ahd_html(view->out, "<section><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, "claim.title"));
    ahd_field_each(list, i, claim)
    {
        day = ahd_field_text(claim, "day");
        write_day(view, day, i > 0 ? &before : NULL);
        before = day;
        ahd_html_raw(view->out, "<li>");
        write_claimant(view, claim);
        write_breach(view, links, claim);
        AHD_TRY(write_tellings(view, claim, error));
        AHD_TRY(write_replies(view, dispute, links, claim, error));
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ol></section>\n");
    return AHD_OK;
}

/* -------------------------------------------------------------- in a list */

void ahd_dispute_item(ahd_view *view, const json_t *d)
{
    int64_t rung = ahd_field_number(json_object_get(d, "rung"), "n");
    ahd_str name = ahd_dispute_name(view, json_object_get(d, "accused"));
    char level[2] = {(char)('0' + rung % 10), '\0'};

    ahd_html_raw(view->out, "<li>");
    ahd_view_link(view, "/disputes/", ahd_field_text(d, "id"),
                  name.len ? name
                           : ahd_wording_get(view->tongue, "claim.nobody"));
    ahd_html_raw(view->out, " <span class=\"role\">");
    ahd_view_date(view, ahd_field_text(d, "first"), "date.none");
    ahd_html_raw(view->out, " · ");
    ahd_view_value(view, "rung", (ahd_str){level, 1});
    ahd_html_raw(view->out, "</span><p class=\"counts\">");
    ahd_view_count(view, "count.claims",
                   (int64_t)json_array_size(ahd_field_list(d, "claims")));
    ahd_view_count(view, "count.stories", ahd_field_number(d, "stories"));
    ahd_view_count(view, "count.replies",
                   (int64_t)json_array_size(ahd_field_list(d, "replies")));
    ahd_html_raw(view->out, "</p></li>\n");
}
