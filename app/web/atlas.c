#include "web/atlas.h"

#include "web/assets.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

const char *const ahd_family_names[AHD_FAMILIES] = {"make",   "talk", "claim",
                                                    "refuse", "ask",  "side"};

static const struct {
    const char *act;
    ahd_family family;
} families[] = {
    {"sign", AHD_FAMILY_MAKE},      {"commit", AHD_FAMILY_MAKE},
    {"implement", AHD_FAMILY_MAKE}, {"extend", AHD_FAMILY_MAKE},
    {"meet", AHD_FAMILY_TALK},      {"negotiate", AHD_FAMILY_TALK},
    {"mediate", AHD_FAMILY_TALK},   {"accuse", AHD_FAMILY_CLAIM},
    {"breach", AHD_FAMILY_CLAIM},   {"condemn", AHD_FAMILY_CLAIM},
    {"threaten", AHD_FAMILY_CLAIM}, {"deny", AHD_FAMILY_REFUSE},
    {"reject", AHD_FAMILY_REFUSE},  {"suspend", AHD_FAMILY_REFUSE},
    {"demand", AHD_FAMILY_ASK},     {"support", AHD_FAMILY_SIDE},
};

/* ---------------------------------------------------------------- reading */

static ahd_family family_of(ahd_str act)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (ahd_str_eq(ahd_str_from(families[i].act), act))
            return families[i].family;
    return AHD_FAMILY_SIDE;
}

static int by_acts(const void *left, const void *right)
{
    const ahd_spot *a = left, *b = right;

    if (a->all != b->all)
        return a->all > b->all ? -1 : 1;
    return ahd_str_cmp(a->id, b->id);
}

/* Rows come by place. A place that nobody knows any more is left out. */
static void take(ahd_atlas *atlas, const json_t *row)
{
    ahd_str id = ahd_field_text(row, "place");
    ahd_spot *spot = atlas->count ? &atlas->spots[atlas->count - 1] : NULL;
    int64_t acts = ahd_field_number(row, "acts");

    if (spot == NULL || !ahd_str_eq(spot->id, id)) {
        ahd_spot next = {.id = id};
        if (!ahd_known_as("place", id, &next.known))
            return;
        next.at = ahd_globe_project(next.known.lat, next.known.lon);
        spot = &atlas->spots[atlas->count++];
        *spot = next;
    }
    spot->acts[family_of(ahd_field_text(row, "act"))] += acts;
    spot->all += acts;
}

ahd_overview ahd_atlas_ask(const ahd_atlas_filter *filter, const char *what,
                           char name[AHD_ATLAS_NAME])
{
    const char *lead = filter->agreement.len ? "-agreement"
                       : filter->actor.len   ? "-actor"
                                             : "";

    snprintf(name, AHD_ATLAS_NAME, "%s%s", what, lead);
    return (ahd_overview){.what = name,
                          .id = filter->agreement.ptr,
                          .other = filter->actor.ptr,
                          .act = filter->act.ptr,
                          .from = filter->from.ptr,
                          .to = filter->to.ptr};
}

ahd_status ahd_atlas_read(const ahd_view *view, const ahd_atlas_filter *filter,
                          ahd_atlas *out, ahd_error *error)
{
    char name[AHD_ATLAS_NAME];
    const ahd_overview ask = ahd_atlas_ask(filter, "places", name);
    const json_t *row;
    size_t i;

    *out = (ahd_atlas){.filter = *filter};
    AHD_TRY(ahd_inquiry(view, &ask, &out->rows, error));
    out->spots = calloc(json_array_size(out->rows) + 1, sizeof *out->spots);
    if (out->spots == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_field_each(out->rows, i, row) take(out, row);
    if (out->count > 1)
        qsort(out->spots, out->count, sizeof *out->spots, by_acts);
    return AHD_OK;
}

void ahd_atlas_finish(ahd_atlas *atlas)
{
    free(atlas->spots);
    json_decref(atlas->rows);
    *atlas = (ahd_atlas){0};
}

bool ahd_atlas_drawn(void)
{
    return ahd_assets_has("land.svg");
}

/* ---------------------------------------------------------------- addresses */

static void write_param(ahd_buf *out, const char *name, ahd_str value)
{
    if (value.len > 0)
        ahd_html(out, "&amp;$u=$u", ahd_str_from(name), value);
}

void ahd_atlas_href(ahd_view *view, const ahd_atlas_filter *filter,
                    ahd_str place, bool whole)
{
    ahd_buf *out = view->out;

    ahd_html(out, " href=\"/map?lang=$u",
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
    write_param(out, "agreement", filter->agreement);
    write_param(out, "actor", filter->actor);
    write_param(out, "act", filter->act);
    write_param(out, "from", filter->from);
    write_param(out, "to", filter->to);
    write_param(out, "place", place);
    write_param(out, "view", whole ? AHD_STR("world") : AHD_STR(""));
    if (place.len > 0)
        ahd_html_raw(out, "#acts");
    ahd_html_raw(out, "\"");
}

/* ----------------------------------------------------------------- drawing */

/* What of the map is shown; a unit is a thousandth of its width. */
typedef struct frame {
    double x, y, width, height, unit;
} frame;

enum { LEAST_WIDTH = 140, LABELS = 10, FEW = 20 };

static int by_number(const void *left, const void *right)
{
    const double *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

/* From where to where most points lie: all but a twentieth at each end, so that
 * one far place does not make the rest small. */
static void reach(const ahd_atlas *atlas, bool down, double *low, double *high)
{
    double *at = calloc(atlas->count, sizeof *at);
    size_t cut = atlas->count / 20;

    *low = 0;
    *high = down ? AHD_GLOBE_HEIGHT : AHD_GLOBE_WIDTH;
    if (at == NULL)
        return;
    for (size_t i = 0; i < atlas->count; i++)
        at[i] = down ? atlas->spots[i].at.y : atlas->spots[i].at.x;
    qsort(at, atlas->count, sizeof *at, by_number);
    *low = at[cut];
    *high = at[atlas->count - 1 - cut];
    free(at);
}

static frame frame_of(const ahd_atlas *atlas, bool whole)
{
    const double ratio = (double)AHD_GLOBE_HEIGHT / AHD_GLOBE_WIDTH;
    const frame world = {0, 0, AHD_GLOBE_WIDTH, AHD_GLOBE_HEIGHT, 1};
    double left, right, top, low;

    if (whole || atlas->count == 0)
        return world;
    reach(atlas, false, &left, &right);
    reach(atlas, true, &top, &low);
    double room = atlas->count < FEW ? 1.7 : 1.25; /* for the points */
    double width = fmax(right - left, (low - top) / ratio) * room;
    width = fmax(width, LEAST_WIDTH);
    if (width > AHD_GLOBE_WIDTH)
        return world;
    return (frame){(left + right - width) / 2, (top + low - width * ratio) / 2,
                   width, width * ratio, width / 1000};
}

static double radius_of(const ahd_spot *spot, int64_t most)
{
    return 5 + 17 * sqrt((double)spot->all / (double)most);
}

/* A slice of the pie, from share to share of its round. */
static void write_slice(ahd_buf *out, const char *family, double r, double from,
                        double to)
{
    const double round = 2 * 3.14159265358979323846;

    if (to - from > .999) {
        ahd_buf_printf(out, "<circle class=\"family-%s\" r=\"%.1f\"/>", family,
                       r);
        return;
    }
    ahd_buf_printf(
        out,
        "<path class=\"family-%s\" d=\"M0 0L%.1f %.1fA%.1f %.1f 0 %d 1 %.1f "
        "%.1fz\"/>",
        family, r * sin(from * round), -r * cos(from * round), r, r,
        to - from > .5, r * sin(to * round), -r * cos(to * round));
}

static void write_pie(ahd_buf *out, const ahd_spot *spot, double r)
{
    double share = 0;

    for (size_t i = 0; i < AHD_FAMILIES; i++) {
        if (spot->acts[i] == 0)
            continue;
        double next = share + (double)spot->acts[i] / (double)spot->all;
        write_slice(out, ahd_family_names[i], r, share, next);
        share = next;
    }
}

static bool is_country(const ahd_spot *spot)
{
    return ahd_str_eq(spot->known.type, AHD_STR("country"));
}

static ahd_str name_of(const ahd_view *view, const ahd_spot *spot)
{
    return ahd_view_pick(view, spot->known.ar, spot->known.en);
}

/* Names of the largest, where no other name stands yet. */
static bool has_room(const ahd_atlas *atlas, const frame *f, size_t i)
{
    const double wide = 110 * f->unit, high = 22 * f->unit;

    if (i >= LABELS)
        return false;
    for (size_t k = 0; k < i; k++)
        if (fabs(atlas->spots[k].at.x - atlas->spots[i].at.x) < wide &&
            fabs(atlas->spots[k].at.y - atlas->spots[i].at.y) < high)
            return false;
    return true;
}

static void write_spot(ahd_view *view, const ahd_atlas *atlas, const frame *f,
                       size_t i)
{
    const ahd_spot *spot = &atlas->spots[i];
    double r = radius_of(spot, atlas->spots[0].all);
    ahd_buf *out = view->out;

    ahd_html_raw(out, "<a");
    ahd_atlas_href(view, &atlas->filter, spot->id, f->unit == 1);
    ahd_html(out, " aria-label=\"$a ", name_of(view, spot));
    ahd_buf_printf(out, "%" PRId64 "\">", spot->all);
    ahd_buf_printf(out,
                   "<g transform=\"translate(%.2f %.2f) scale(%.4f)\">"
                   "<g class=\"zoom\"><g class=\"%s\">",
                   spot->at.x, spot->at.y, f->unit,
                   is_country(spot) ? "dot whole" : "dot");
    ahd_buf_printf(out, "<circle class=\"hit\" r=\"%.1f\"/>", fmax(r, 12));
    write_pie(out, spot, r);
    ahd_buf_printf(out, "<circle class=\"rim\" r=\"%.1f\"/>", r);
    if (has_room(atlas, f, i)) {
        ahd_buf_printf(out, "<text x=\"%.1f\" y=\"5\"", r + 4);
        ahd_view_lang(view, name_of(view, spot));
        ahd_html(out, ">$t</text>", name_of(view, spot));
    }
    ahd_html_raw(out, "</g></g></g></a>\n");
}

/* The largest first, so that small ones lie on top of them. */
static void draw(ahd_view *view, const ahd_atlas *atlas, bool whole)
{
    frame f = frame_of(atlas, whole);

    ahd_html(view->out, "<svg role=\"group\" aria-label=\"$a\"",
             ahd_wording_get(view->tongue, "map.title"));
    ahd_buf_printf(view->out, " viewBox=\"%.2f %.2f %.2f %.2f\">\n", f.x, f.y,
                   f.width, f.height);
    ahd_html(view->out,
             "<image href=\"/ui/$u/land.svg\" x=\"0\" y=\"0\" "
             "width=\"1000\" height=\"487\"/>\n",
             ahd_assets_version());
    for (size_t i = 0; i < atlas->count; i++)
        write_spot(view, atlas, &f, i);
    ahd_html_raw(view->out, "</svg>");
}

void ahd_atlas_draw(ahd_view *view, const ahd_atlas *atlas, bool whole)
{
    ahd_html_raw(view->out, "<div class=\"map\" data-with=\"map\">");
    draw(view, atlas, whole);
    ahd_html_raw(view->out, "</div>\n");
}

void ahd_atlas_families(ahd_view *view, const int64_t acts[AHD_FAMILIES])
{
    for (size_t i = 0; i < AHD_FAMILIES; i++) {
        if (acts[i] == 0)
            continue;
        ahd_html(view->out,
                 "<span class=\"item\"><i class=\"swatch family-$u\">"
                 "</i>",
                 ahd_str_from(ahd_family_names[i]));
        ahd_view_value(view, "family", ahd_str_from(ahd_family_names[i]));
        ahd_buf_printf(view->out, " <b>%" PRId64 "</b></span> ", acts[i]);
    }
}

/* ------------------------------------------------------------------ inset */

static void write_inset(ahd_view *view, const ahd_atlas *atlas)
{
    enum { NAMED = 5 };

    ahd_html(view->out, "<section id=\"places\" class=\"inset\"><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, "map.inset"));
    if (ahd_atlas_drawn()) {
        ahd_html_raw(view->out, "<div class=\"map\">");
        draw(view, atlas, false);
        ahd_html_raw(view->out, "</div>\n");
    }
    ahd_html_raw(view->out, "<p class=\"meta\">");
    for (size_t i = 0; i < atlas->count && i < NAMED; i++) {
        ahd_html_raw(view->out, "<span class=\"item\"><a");
        ahd_atlas_href(view, &atlas->filter, atlas->spots[i].id, false);
        ahd_html_raw(view->out, ">");
        ahd_view_text(view, name_of(view, &atlas->spots[i]));
        ahd_buf_printf(view->out, "</a> <b>%" PRId64 "</b></span> ",
                       atlas->spots[i].all);
    }
    ahd_html_raw(view->out, "<a");
    ahd_atlas_href(view, &atlas->filter, AHD_STR(""), false);
    ahd_html(view->out, ">$t</a></p></section>\n",
             ahd_wording_get(view->tongue, "map.open"));
}

ahd_status ahd_atlas_inset(ahd_view *view, const ahd_atlas_filter *filter,
                           ahd_error *error)
{
    ahd_atlas atlas;

    ahd_status status = ahd_atlas_read(view, filter, &atlas, error);
    if (status == AHD_OK && atlas.count > 0)
        write_inset(view, &atlas);
    ahd_atlas_finish(&atlas);
    return status;
}
