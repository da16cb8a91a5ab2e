#include "web/layers.h"

static const struct {
    unsigned layer;
    const char *name, *word; /* the name is the class of its spans as well */
    bool on;                 /* when nothing is asked */
} layers[] = {
    {AHD_LAYER_QUOTE, "quote", "layer.quote", true},
    {AHD_LAYER_AGREEMENT, "named", "layer.named", true},
    {AHD_LAYER_NAME, "name", "layer.name", false},
    {AHD_LAYER_TIME, "time", "layer.time", false},
    {AHD_LAYER_EVENT, "event", "layer.event", false},
    {AHD_LAYER_FLAG, "flag", "layer.flag", true},
};
enum { COUNT = sizeof layers / sizeof *layers };

static unsigned layer_of(ahd_str name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (ahd_str_eq(ahd_str_from(layers[i].name), name))
            return layers[i].layer;
    return 0;
}

static unsigned usual(void)
{
    unsigned set = 0;

    for (size_t i = 0; i < COUNT; i++)
        set |= layers[i].on ? layers[i].layer : 0;
    return set;
}

/* "none" names no layer, and so leaves none. */
unsigned ahd_layers_of(const ahd_request *request)
{
    ahd_str asked = ahd_request_param(request, "layers");
    unsigned set = 0;

    if (asked.len == 0)
        return usual();
    while (asked.len > 0)
        set |= layer_of(ahd_str_trim(ahd_str_cut(&asked, ',')));
    return set;
}

void ahd_layers_off(ahd_buf *out, unsigned set)
{
    for (size_t i = 0; i < COUNT; i++)
        if (!(set & layers[i].layer))
            ahd_html(out, " off-$u", ahd_str_from(layers[i].name));
}

static void write_set(ahd_buf *out, unsigned set)
{
    bool any = false;

    for (size_t i = 0; i < COUNT; i++) {
        if (!(set & layers[i].layer))
            continue;
        if (any)
            ahd_html_raw(out, ",");
        ahd_html(out, "$u", ahd_str_from(layers[i].name));
        any = true;
    }
    if (!any)
        ahd_html_raw(out, "none");
}

static void write_switch(ahd_view *view, ahd_str id, unsigned set, size_t i)
{
    bool on = set & layers[i].layer;

    ahd_html(view->out, "<li><a href=\"/documents/$u?lang=$u&amp;layers=", id,
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
    write_set(view->out, set ^ layers[i].layer);
    ahd_html(view->out, "\" data-layer=\"$a\"", ahd_str_from(layers[i].name));
    if (on)
        ahd_html_raw(view->out, " aria-current=\"true\"");
    ahd_html(view->out, "><span class=\"$u\">", ahd_str_from(layers[i].name));
    ahd_view_word(view, layers[i].word);
    ahd_html_raw(view->out, "</span></a></li>\n");
}

void ahd_layers_write(ahd_view *view, ahd_str id, unsigned set)
{
    ahd_html(view->out,
             "<ul class=\"choices layers\" data-with=\"layers\" "
             "aria-label=\"$a\">\n",
             ahd_wording_get(view->tongue, "layer.title"));
    for (size_t i = 0; i < COUNT; i++)
        write_switch(view, id, set, i);
    ahd_html_raw(view->out, "</ul>\n");
}
