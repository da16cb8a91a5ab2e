#include "web/act_brief.h"
#include "web/atlas.h"
#include "web/pages.h"

enum { MOST_ACTS = 100 };

/* ----------------------------------------------------------------- filters */

static const char *const types[] = {
    "sign",      "negotiate", "meet",    "mediate", "commit", "demand",
    "implement", "accuse",    "breach",  "deny",    "reject", "suspend",
    "extend",    "support",   "condemn", "threaten"};

static void write_types(ahd_view *view, ahd_str chosen)
{
    ahd_html(view->out,
             "<label>$t <select name=\"act\"><option value=\"\">$t</option>\n",
             ahd_wording_get(view->tongue, "map.act"),
             ahd_wording_get(view->tongue, "map.any"));
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        ahd_str type = ahd_str_from(types[i]);
        ahd_html(view->out, "<option value=\"$a\"", type);
        if (ahd_str_eq(type, chosen))
            ahd_html_raw(view->out, " selected");
        ahd_html(view->out, ">$t</option>\n",
                 ahd_wording_of(view->tongue, "act", type));
    }
    ahd_html_raw(view->out, "</select></label>\n");
}

static void write_day(ahd_view *view, const char *name, const char *word,
                      ahd_str value)
{
    ahd_html(view->out,
             "<label>$t <input type=\"date\" name=\"$a\" value=\"$a\"></label>"
             "\n",
             ahd_wording_get(view->tongue, word), ahd_str_from(name), value);
}

static void write_kept(ahd_view *view, const char *name, ahd_str value)
{
    if (value.len > 0)
        ahd_html(view->out,
                 "<input type=\"hidden\" name=\"$a\" value=\"$a\">\n",
                 ahd_str_from(name), value);
}

static void write_form(ahd_view *view, const ahd_atlas_filter *f)
{
    ahd_html_raw(view->out, "<form class=\"tools\" action=\"/map\">\n");
    write_kept(view, "lang",
               view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
    write_kept(view, "agreement", f->agreement);
    write_kept(view, "actor", f->actor);
    write_types(view, f->act);
    write_day(view, "from", "map.from", f->from);
    write_day(view, "to", "map.to", f->to);
    ahd_html(view->out, "<button>$t</button></form>\n",
             ahd_wording_get(view->tongue, "today.show"));
}

/* Of whom and what the acts are, each with the way to leave it out. */
static void write_about(ahd_view *view, const ahd_atlas_filter *f,
                        const char *kind, ahd_str id)
{
    ahd_atlas_filter without = *f;
    char path[16];

    if (id.len == 0)
        return;
    bool actor = kind[1] == 'c';
    if (actor)
        without.actor = AHD_STR("");
    else
        without.agreement = AHD_STR("");
    snprintf(path, sizeof path, "/%ss/", kind);
    ahd_html_raw(view->out, "<p class=\"motto\">");
    ahd_view_link(view, path, id, ahd_inquiry_name(view, kind, id, id));
    ahd_html_raw(view->out, " <a class=\"without\"");
    ahd_atlas_href(view, &without, AHD_STR(""), false);
    ahd_html(view->out, ">$t</a></p>\n",
             ahd_wording_get(view->tongue, "map.without"));
}

/* -------------------------------------------------------------------- parts */

static void write_place(ahd_view *view, const ahd_atlas *atlas,
                        const ahd_spot *spot)
{
    ahd_str country;

    ahd_html_raw(view->out, "<li><div class=\"who\"><h3><a");
    ahd_atlas_href(view, &atlas->filter, spot->id, false);
    ahd_html_raw(view->out, ">");
    ahd_view_text(view, ahd_view_pick(view, spot->known.ar, spot->known.en));
    ahd_html_raw(view->out, "</a></h3></div><p class=\"what\">");
    country = ahd_wording_of(view->tongue, "country", spot->known.country);
    if (ahd_str_eq(spot->known.type, AHD_STR("country")))
        ahd_view_word(view, "map.whole");
    else if (spot->known.country.len > 0)
        ahd_view_text(view, country);
    ahd_html_raw(view->out, "</p><p class=\"counts\">");
    ahd_atlas_families(view, spot->acts);
    ahd_html_raw(view->out, "</p></li>\n");
}

static void write_places(ahd_view *view, const ahd_atlas *atlas)
{
    ahd_html(view->out, "<section id=\"places\"><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, "map.places"));
    if (atlas->count == 0)
        ahd_html(view->out, "<p>$t</p>\n",
                 ahd_wording_get(view->tongue, "map.none"));
    else
        ahd_html_raw(view->out, "<ol class=\"rows places\">\n");
    for (size_t i = 0; i < atlas->count; i++)
        write_place(view, atlas, &atlas->spots[i]);
    if (atlas->count > 0)
        ahd_html(view->out, "</ol>\n<p class=\"note\">$t</p>\n",
                 ahd_wording_get(view->tongue, "map.most"));
    ahd_html_raw(view->out, "</section>\n");
}

static ahd_status write_acts(ahd_view *view, const ahd_atlas_filter *f,
                             ahd_str place, ahd_error *error)
{
    char name[AHD_ATLAS_NAME];
    ahd_overview ask = ahd_atlas_ask(f, "placed", name);
    const json_t *row;
    json_t *rows;
    size_t i;

    ask.place = place.ptr;
    ask.limit = MOST_ACTS;
    AHD_TRY(ahd_inquiry(view, &ask, &rows, error));
    ahd_html(view->out, "<section id=\"acts\"><h2>$t ",
             ahd_wording_get(view->tongue, "map.acts"));
    ahd_view_text(view, ahd_inquiry_name(view, "place", place, place));
    ahd_html_raw(view->out, "</h2>\n<ol class=\"acts\">\n");
    ahd_field_each(rows, i, row)
    {
        ahd_html_raw(view->out, "<li>");
        ahd_act_brief_write(view, row);
        ahd_html_raw(view->out, "</li>\n");
    }
    ahd_html_raw(view->out, "</ol></section>\n");
    json_decref(rows);
    return AHD_OK;
}

static void write_map(ahd_view *view, const ahd_atlas *atlas)
{
    int64_t all[AHD_FAMILIES] = {0};
    bool whole =
        ahd_str_eq(ahd_request_param(view->request, "view"), AHD_STR("world"));

    if (!ahd_atlas_drawn()) {
        ahd_html(view->out, "<p class=\"note\">$t</p>\n",
                 ahd_wording_get(view->tongue, "map.undrawn"));
        return;
    }
    for (size_t i = 0; i < atlas->count; i++)
        for (size_t k = 0; k < AHD_FAMILIES; k++)
            all[k] += atlas->spots[i].acts[k];
    ahd_html_raw(view->out, "<figure>\n");
    ahd_atlas_draw(view, atlas, whole);
    ahd_html_raw(view->out, "<figcaption><p class=\"meta\">");
    ahd_atlas_families(view, all);
    if (!whole) {
        ahd_html_raw(view->out, "<a class=\"item\"");
        ahd_atlas_href(view, &atlas->filter, AHD_STR(""), true);
        ahd_html(view->out, ">$t</a>",
                 ahd_wording_get(view->tongue, "map.world"));
    }
    ahd_html(view->out, "</p><p class=\"note\">$t</p></figcaption></figure>\n",
             ahd_wording_get(view->tongue, "map.borders"));
}

static ahd_status write_page(ahd_view *view, const ahd_atlas *atlas,
                             ahd_error *error)
{
    ahd_str place = ahd_request_param(view->request, "place");

    ahd_view_open(view, ahd_wording_get(view->tongue, "map.title"), "map");
    ahd_html(view->out, "<header class=\"title\"><h1>$t</h1>\n",
             ahd_wording_get(view->tongue, "map.title"));
    write_about(view, &atlas->filter, "agreement", atlas->filter.agreement);
    write_about(view, &atlas->filter, "actor", atlas->filter.actor);
    write_form(view, &atlas->filter);
    ahd_html_raw(view->out, "</header>\n");
    write_map(view, atlas);
    if (place.len > 0)
        AHD_TRY(write_acts(view, &atlas->filter, place, error));
    write_places(view, atlas);
    ahd_view_close(view);
    return AHD_OK;
}

void ahd_pages_map(void *context, const ahd_request *request, ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    const ahd_atlas_filter filter = {
        .agreement = ahd_request_param(request, "agreement"),
        .actor = ahd_request_param(request, "actor"),
        .act = ahd_request_param(request, "act"),
        .from = ahd_request_param(request, "from"),
        .to = ahd_request_param(request, "to"),
    };
    ahd_atlas atlas;
    ahd_error error;

    ahd_status status = ahd_atlas_read(&view, &filter, &atlas, &error);
    if (status == AHD_OK)
        status = write_page(&view, &atlas, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    ahd_atlas_finish(&atlas);
}
