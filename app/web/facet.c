#include "web/facet.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    SHOWN = 7,  /* values of a kind; the others fold away */
    MOST = 40,  /* of them in all */
    BARS = 200, /* years */
    YEARS = 16, /* that are drawn; earlier ones are one bar */
    DIGITS = 24,
};

/* A kind of value, and the word group that its values are put by. */
static const struct kind {
    ahd_facet facet;
    ahd_ask ask;
    const char *word, *group;
} kinds[] = {
    {AHD_FACET_ACT, AHD_ASK_ACT, "asks.act", "act"},
    {AHD_FACET_AGREEMENT, AHD_ASK_AGREEMENT, "asks.agreement", NULL},
    {AHD_FACET_ACTOR, AHD_ASK_ACTOR, "asks.actor", NULL},
    {AHD_FACET_OUTLET, AHD_ASK_OUTLET, "asks.outlet", NULL},
    {AHD_FACET_LANG, AHD_ASK_IN, "asks.in", "in"},
    {AHD_FACET_REVIEW, AHD_ASK_REVIEW, "asks.review", "review"},
    {AHD_FACET_SURE, AHD_ASK_SURE, "asks.sure", "sure"},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static ahd_str digits_of(int64_t n, char out[DIGITS])
{
    return (ahd_str){out, (size_t)snprintf(out, DIGITS, "%" PRId64, n)};
}

/* A share of the largest, 0 to 100; what there is at all is seen. */
static int64_t share_of(int64_t n, int64_t largest)
{
    int64_t share = largest > 0 ? n * 100 / largest : 0;

    return share > 1 || n == 0 ? share : 2;
}

static void write_count(ahd_view *view, int64_t n)
{
    char digits[DIGITS];

    ahd_html(view->out, " <span class=\"n\">$t</span>", digits_of(n, digits));
}

/* --------------------------------------------------------------- the time */

typedef struct bars {
    struct bar {
        ahd_str period; /* "2020" or "2020-10" */
        int64_t count;
    } items[BARS];
    size_t count;
    int64_t largest;
    bool months; /* all of one year */
    bool early;  /* the first bar is of all years up to its own */
} bars;

static ahd_str year_of(ahd_str month)
{
    return (ahd_str){month.ptr, month.len < 4 ? month.len : 4};
}

/* A few mentions of long ago would push what is asked about aside. */
static void join_early(bars *b)
{
    size_t early = b->count > YEARS ? b->count - YEARS : 0;

    if (early == 0)
        return;
    for (size_t i = 0; i < early; i++)
        b->items[early].count += b->items[i].count;
    b->early = true;
    b->count -= early;
    memmove(b->items, b->items + early, b->count * sizeof *b->items);
}

/* Months come in order, so those of a year come together. */
static void gather(bars *b, const ahd_find_count *months, size_t count)
{
    b->months = count > 0 && ahd_str_eq(year_of(months[0].what),
                                        year_of(months[count - 1].what));
    for (size_t i = 0; i < count; i++) {
        ahd_str period = b->months ? months[i].what : year_of(months[i].what);
        struct bar *last = b->count > 0 ? &b->items[b->count - 1] : NULL;
        if (last == NULL || !ahd_str_eq(last->period, period)) {
            if (b->count == BARS)
                return;
            last = &b->items[b->count++];
            *last = (struct bar){.period = period};
        }
        last->count += months[i].count;
    }
    join_early(b);
    for (size_t i = 0; i < b->count; i++)
        if (b->items[i].count > b->largest)
            b->largest = b->items[i].count;
}

/* What a finger or eye needs is short; what is read aloud is whole. */
static void write_period(ahd_view *view, const bars *b, const struct bar *bar)
{
    ahd_str period = bar->period;

    if (b->early && bar == b->items)
        ahd_html(view->out, "$t ",
                 ahd_wording_get(view->tongue, "facet.until"));
    if (!b->months) {
        ahd_html_text(view->out, period);
        return;
    }
    ahd_str month = {period.ptr + 5, period.len > 5 ? period.len - 5 : 0};
    ahd_html_text(view->out, ahd_wording_of(view->tongue, "month", month));
    ahd_html(view->out, "<span class=\"unseen\"> $t</span>", year_of(period));
}

/* A column is drawn in a box of 100 by 100, from below. */
static void write_column(ahd_view *view, int64_t share)
{
    ahd_buf_printf(view->out,
                   "<svg class=\"column\" viewBox=\"0 0 100 100\" "
                   "preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                   "<rect x=\"0\" y=\"%" PRId64 "\" width=\"100\" "
                   "height=\"%" PRId64 "\"/></svg>",
                   100 - share, share);
}

static bool is_period(const ahd_asked *asked, ahd_str period)
{
    return ahd_str_eq(asked->value[AHD_ASK_FROM], period) &&
           ahd_str_eq(asked->value[AHD_ASK_TO], period);
}

/* The chosen month leads back to its year, the chosen year to all. */
static void write_bar(ahd_view *view, const ahd_asked *asked, const bars *b,
                      const struct bar *bar)
{
    bool chosen = is_period(asked, bar->period);
    ahd_asked then = *asked;
    ahd_str period = bar->period;

    if (chosen)
        period = b->months ? year_of(period) : AHD_STR("");
    then.value[AHD_ASK_FROM] = then.value[AHD_ASK_TO] = period;
    if (b->early && bar == b->items)
        then.value[AHD_ASK_FROM] = AHD_STR("");
    ahd_html_raw(view->out, "<li><a");
    ahd_asked_href(view, "/search", &then);
    if (chosen)
        ahd_html_raw(view->out, " aria-current=\"true\"");
    ahd_html_raw(view->out, ">");
    write_column(view, share_of(bar->count, b->largest));
    ahd_html_raw(view->out, "<span class=\"period\">");
    write_period(view, b, bar);
    ahd_html_raw(view->out, "</span>");
    write_count(view, bar->count);
    ahd_html_raw(view->out, "</a></li>\n");
}

/* From the months of one year back to all. */
static void write_all_years(ahd_view *view, const ahd_asked *asked)
{
    ahd_asked then = *asked;

    if (asked->value[AHD_ASK_FROM].len + asked->value[AHD_ASK_TO].len == 0)
        return;
    then.value[AHD_ASK_FROM] = then.value[AHD_ASK_TO] = AHD_STR("");
    ahd_html_raw(view->out, "<p class=\"more\"><a");
    ahd_asked_href(view, "/search", &then);
    ahd_html(view->out, ">$t</a></p>\n",
             ahd_wording_get(view->tongue, "facet.period.all"));
}

void ahd_facet_time(ahd_view *view, const ahd_asked *asked,
                    const ahd_find_facets *facets)
{
    const size_t count = facets->by[AHD_FACET_MONTH].count;
    bars b = {.count = 0};

    if (count == 0)
        return;
    gather(&b, facets->by[AHD_FACET_MONTH].items, count);
    ahd_html(
        view->out,
        "<section class=\"times\"><h2>$t $t</h2>\n"
        "<ol class=\"histogram\">\n",
        ahd_wording_get(view->tongue, b.months ? "facet.month" : "facet.year"),
        b.months ? year_of(b.items[0].period) : AHD_STR(""));
    for (size_t i = 0; i < b.count; i++)
        write_bar(view, asked, &b, &b.items[i]);
    ahd_html_raw(view->out, "</ol>\n");
    write_all_years(view, asked);
    ahd_html_raw(view->out, "</section>\n");
}

/* --------------------------------------------------------------- the rest */

static void write_value(ahd_view *view, const struct kind *kind,
                        const ahd_find_count *c)
{
    ahd_str name = ahd_view_pick(view, c->name_ar, c->name_en);

    if (kind->group)
        ahd_view_value(view, kind->group, c->what);
    else
        ahd_view_text(view, name.len > 0 ? name : c->what);
}

static void write_row(ahd_view *view, const ahd_asked *asked,
                      const struct kind *kind, const ahd_find_count *c,
                      int64_t largest)
{
    bool chosen = ahd_str_eq(asked->value[kind->ask], c->what);
    ahd_asked then = *asked;

    then.value[kind->ask] = chosen ? AHD_STR("") : c->what;
    ahd_html_raw(view->out, "<li><a");
    ahd_asked_href(view, "/search", &then);
    if (chosen)
        ahd_html(view->out, " aria-current=\"true\" title=\"$a\"",
                 ahd_wording_get(view->tongue, "facet.remove"));
    ahd_html_raw(view->out, "><span class=\"value\">");
    write_value(view, kind, c);
    ahd_html_raw(view->out, "</span>");
    write_count(view, c->count);
    ahd_buf_printf(view->out,
                   "<svg class=\"share\" viewBox=\"0 0 100 4\" "
                   "preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                   "<rect width=\"%" PRId64 "\" height=\"4\"/></svg>",
                   share_of(c->count, largest));
    ahd_html_raw(view->out, "</a></li>\n");
}

static void write_rows(ahd_view *view, const ahd_asked *asked,
                       const struct kind *kind, const ahd_find_count *items,
                       size_t count)
{
    for (size_t i = 0; i < count && i < MOST; i++) {
        if (i == SHOWN)
            ahd_html(view->out,
                     "</ol>\n<details><summary>$t</summary>\n"
                     "<ol class=\"bars\">\n",
                     ahd_wording_get(view->tongue, "facet.more"));
        write_row(view, asked, kind, &items[i], items[0].count);
    }
    ahd_html_raw(view->out, "</ol>\n");
    if (count > SHOWN)
        ahd_html_raw(view->out, "</details>\n");
}

void ahd_facet_rest(ahd_view *view, const ahd_asked *asked,
                    const ahd_find_facets *facets)
{
    for (size_t i = 0; i < KINDS; i++) {
        const struct kind *kind = &kinds[i];
        size_t count = facets->by[kind->facet].count;
        if (count == 0)
            continue;
        ahd_html(view->out,
                 "<section class=\"facet\"><h2>$t</h2>\n<ol class=\"bars\">\n",
                 ahd_wording_get(view->tongue, kind->word));
        write_rows(view, asked, kind, facets->by[kind->facet].items, count);
        ahd_html_raw(view->out, "</section>\n");
    }
}

/* -------------------------------------------------------------- the chips */

/* What an id is called; the id itself when it has no name. */
static void write_named(ahd_view *view, ahd_facet facet, ahd_str id)
{
    enum { NAME_BYTES = 1 << 16 };
    ahd_buf names[2] = {AHD_BUF(NAME_BYTES), AHD_BUF(NAME_BYTES)};
    ahd_error error;
    ahd_status status =
        ahd_record_names(view->record, facet, id.ptr, names, &error);
    ahd_str name =
        ahd_view_pick(view, ahd_buf_str(&names[0]), ahd_buf_str(&names[1]));

    ahd_view_text(view, status == AHD_OK && name.len > 0 ? name : id);
    ahd_buf_finish(&names[0]);
    ahd_buf_finish(&names[1]);
}

static void write_asked(ahd_view *view, ahd_ask ask, ahd_str value)
{
    switch ((int)ask) {
    case AHD_ASK_AGREEMENT:
        write_named(view, AHD_FACET_AGREEMENT, value);
        break;
    case AHD_ASK_ACTOR:
        write_named(view, AHD_FACET_ACTOR, value);
        break;
    case AHD_ASK_ACT:
        ahd_view_value(view, "act", value);
        break;
    case AHD_ASK_ROLE:
        ahd_view_value(view, "role", value);
        break;
    case AHD_ASK_IN:
        ahd_view_value(view, "in", value);
        break;
    case AHD_ASK_REVIEW:
        ahd_view_value(view, "review", value);
        break;
    case AHD_ASK_SURE:
        ahd_view_value(view, "sure", value);
        break;
    case AHD_ASK_ONCE:
        ahd_view_word(view, "asks.once");
        break;
    default:
        ahd_view_text(view, value);
    }
}

static void write_chip(ahd_view *view, const ahd_asked *asked, ahd_ask ask)
{
    char word[32];
    ahd_asked then = *asked;

    then.value[ask] = AHD_STR("");
    if (ask == AHD_ASK_ACTOR)
        then.value[AHD_ASK_ROLE] = AHD_STR("");
    snprintf(word, sizeof word, "asks.%s", ahd_asked_name(ask));
    ahd_html(view->out, "<li><span class=\"role\">$t</span> ",
             ahd_wording_get(view->tongue, word));
    write_asked(view, ask, asked->value[ask]);
    ahd_html_raw(view->out, " <a class=\"off\"");
    ahd_asked_href(view, "/search", &then);
    ahd_html(view->out,
             " title=\"$a\"><span aria-hidden=\"true\">×</span>"
             "<span class=\"unseen\">$t</span></a></li>\n",
             ahd_wording_get(view->tongue, "facet.remove"),
             ahd_wording_get(view->tongue, "facet.remove"));
}

void ahd_facet_chips(ahd_view *view, const ahd_asked *asked)
{
    ahd_asked none = {.to = ""};
    int chips = 0;

    for (int i = AHD_ASK_AGREEMENT; i < AHD_ASK_SHOW; i++) {
        if (asked->value[i].len == 0)
            continue;
        if (chips++ == 0)
            ahd_html(view->out, "<ul class=\"filters\" aria-label=\"$a\">\n",
                     ahd_wording_get(view->tongue, "search.filters"));
        write_chip(view, asked, (ahd_ask)i);
    }
    if (chips == 0)
        return;
    none.value[AHD_ASK_QUERY] = asked->value[AHD_ASK_QUERY];
    none.value[AHD_ASK_SHOW] = asked->value[AHD_ASK_SHOW];
    if (chips > 1) {
        ahd_html_raw(view->out, "<li><a");
        ahd_asked_href(view, "/search", &none);
        ahd_html(view->out, ">$t</a></li>\n",
                 ahd_wording_get(view->tongue, "search.clear"));
    }
    ahd_html_raw(view->out, "</ul>\n");
}
