/* review_why.c - which rule read an act, how sure, and what spoke for it. */
#include "web/review_item.h"

#include <stdio.h>

static void write_share(ahd_view *view, double share)
{
    char text[16];
    int len = snprintf(text, sizeof text, "%.2f", share);

    ahd_html(view->out, "<bdi>$t</bdi>", (ahd_str){text, (size_t)len});
}

static void write_grounds(ahd_view *view, const json_t *list, const char *word)
{
    const json_t *pair;
    size_t i;

    if (json_array_size(list) == 0)
        return;
    ahd_html(view->out,
             "<p class=\"grounds\">$t</p>\n<ul class=\"plain grounds\">\n",
             ahd_wording_get(view->tongue, word));
    ahd_field_each(list, i, pair)
    {
        double sum = json_number_value(json_array_get(pair, 1));
        ahd_html_raw(view->out, "<li>");
        ahd_view_value(view, "ground",
                       ahd_field_string(json_array_get(pair, 0)));
        if (sum > 0) {
            ahd_html_raw(view->out, " ");
            write_share(view, sum);
        }
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ul>\n");
}

static const json_t *explained_act(const ahd_review_item *item)
{
    const json_t *list = ahd_field_list(item->explained, "acts"), *one;
    ahd_str rule = ahd_field_text(item->act, "rule");
    size_t i;

    ahd_field_each(list, i, one)
    {
        if (ahd_field_number(one, "n") == item->turn->n &&
            ahd_str_eq(ahd_field_text(one, "rule"), rule))
            return one;
    }
    return NULL;
}

/* Near words of the sentence that were nearly another act. */
static void write_doubts(ahd_review_item *item)
{
    const json_t *list = ahd_field_list(item->explained, "doubts"), *one;
    ahd_view *view = item->view;
    ahd_range at;
    size_t i;

    if (!ahd_field_range(item->act, "sentence", &at))
        return;
    ahd_str sentence = ahd_overlay_words(&item->marks, at);
    ahd_field_each(list, i, one)
    {
        if (!ahd_str_eq(ahd_field_text(one, "sentence"), sentence))
            continue;
        ahd_html(view->out, "<p class=\"doubt\">$t ",
                 ahd_wording_get(view->tongue, "review.doubt"));
        ahd_view_act(view, ahd_field_text(one, "act"));
        ahd_html_raw(view->out, " ");
        ahd_view_text(view, ahd_field_text(one, "trigger"));
        ahd_html_raw(view->out, " ");
        write_share(view, ahd_field_real(one, "confidence"));
        ahd_html_raw(view->out, "</p>\n");
        write_grounds(view, ahd_field_list(one, "against"), "review.against");
    }
}

void ahd_review_why_write(ahd_review_item *item)
{
    ahd_view *view = item->view;
    double confidence = ahd_field_real(item->act, "confidence");
    char share[32];
    int len = snprintf(share, sizeof share, "%.2f", confidence);

    ahd_html(view->out, "<section><h3>$t</h3>\n",
             ahd_wording_get(view->tongue, "review.why"));
    if (item->act == NULL) {
        ahd_html(view->out, "<p>$t</p></section>\n",
                 ahd_wording_get(view->tongue, "review.person"));
        return;
    }
    ahd_html(
        view->out,
        "<p class=\"sure\"><label for=\"sure\">$t</label> <meter id=\"sure\" "
        "min=\"0\" max=\"1\" value=\"$a\"></meter> <bdi>$t</bdi></p>\n"
        "<p class=\"meta\">$t <code><bdi>$t</bdi></code></p>\n",
        ahd_wording_get(view->tongue, "act.confidence"),
        (ahd_str){share, (size_t)len}, (ahd_str){share, (size_t)len},
        ahd_wording_get(view->tongue, "act.rule"),
        ahd_field_text(item->act, "rule"));
    write_grounds(view, ahd_field_list(explained_act(item), "for"),
                  "review.for");
    write_doubts(item);
    ahd_html_raw(view->out, "</section>\n");
}
