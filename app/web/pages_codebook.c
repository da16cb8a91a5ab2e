/* The codebook: what the columns of downloads mean, as a page and as CSV. Both
 * are made of the table that the headers are written from. */
#include "web/cells.h"
#include "web/column.h"
#include "web/pages.h"
#include "web/view.h"

#include <stdio.h>

/* ---------------------------------------------------------------- the page */

static void write_paragraphs(ahd_view *view, const char *heading,
                             const char *const *words)
{
    ahd_html(view->out, "<section><h2>$t</h2>\n",
             ahd_wording_get(view->tongue, heading));
    for (; *words; words++)
        ahd_html(view->out, "<p>$t</p>\n",
                 ahd_wording_get(view->tongue, *words));
    ahd_html_raw(view->out, "</section>\n");
}

static ahd_str meaning(const ahd_view *view, const char *ar, const char *en)
{
    return ahd_str_from(view->tongue == AHD_AR ? ar : en);
}

static void write_column(ahd_view *view, const ahd_column *column)
{
    char key[32];

    snprintf(key, sizeof key, "codebook.type.%s",
             ahd_column_type_name(column->type).ptr);
    ahd_html(view->out,
             "<tr><th scope=\"row\"><code lang=\"en\" dir=\"ltr\">$t</code>"
             "</th><td>$t</td><td>$t</td></tr>\n",
             ahd_str_from(column->name), ahd_wording_get(view->tongue, key),
             meaning(view, column->ar, column->en));
}

static void write_table(ahd_view *view, const ahd_table *table)
{
    ahd_html(view->out,
             "<section id=\"$a\"><h3><code lang=\"en\" dir=\"ltr\">$t</code> "
             "<span class=\"role\">$t</span></h3>\n<table class=\"book\">\n"
             "<thead><tr><th scope=\"col\">$t</th><th scope=\"col\">$t</th>"
             "<th scope=\"col\">$t</th></tr></thead>\n<tbody>\n",
             ahd_str_from(table->name), ahd_str_from(table->name),
             meaning(view, table->ar, table->en),
             ahd_wording_get(view->tongue, "codebook.name"),
             ahd_wording_get(view->tongue, "codebook.type"),
             ahd_wording_get(view->tongue, "codebook.meaning"));
    for (size_t i = 0; i < table->count; i++)
        write_column(view, &table->columns[i]);
    ahd_html_raw(view->out, "</tbody></table></section>\n");
}

static void write_code(ahd_view *view, const char *code, ahd_str words)
{
    ahd_html(view->out,
             "<div><dt><code lang=\"en\" dir=\"ltr\">$t</code></dt>"
             "<dd>$t</dd></div>\n",
             ahd_str_from(code), words);
}

static void open_codes(ahd_view *view, const char *heading)
{
    ahd_html(view->out, "<section><h2>$t</h2>\n<dl class=\"facts wide\">\n",
             ahd_wording_get(view->tongue, heading));
}

static const char *const modalities[] = {"actual", "planned", "possible",
                                         "negated", "conditional"};
enum { MODALITIES = sizeof modalities / sizeof *modalities };

static void write_codes(ahd_view *view)
{
    char key[48];

    open_codes(view, "codebook.acts");
    for (size_t i = 0; ahd_column_act(i); i++)
        write_code(view, ahd_column_act(i),
                   ahd_wording_of(view->tongue, "act",
                                  ahd_str_from(ahd_column_act(i))));
    ahd_html_raw(view->out, "</dl></section>\n");
    open_codes(view, "codebook.modality");
    for (size_t i = 0; i < MODALITIES; i++) {
        snprintf(key, sizeof key, "codebook.modality.%s", modalities[i]);
        write_code(view, modalities[i], ahd_wording_get(view->tongue, key));
    }
    ahd_html_raw(view->out, "</dl></section>\n");
}

void ahd_pages_codebook(void *context, const ahd_request *request,
                        ahd_reply *reply)
{
    static const char *const formats[] = {
        "codebook.formats.csv", "codebook.formats.jsonl",
        "codebook.formats.geojson", "codebook.formats.feed", NULL};
    static const char *const ids[] = {"codebook.ids.p", NULL};
    static const char *const licence[] = {"codebook.licence.p", NULL};
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str title = ahd_wording_get(view.tongue, "codebook.title");

    ahd_view_open(&view, title, "about");
    ahd_html(view.out, "<h1>$t</h1>\n<p>$t</p>\n<p><a", title,
             ahd_wording_get(view.tongue, "codebook.p"));
    ahd_view_href(&view, "/codebook.csv", AHD_STR(""), AHD_STR(""));
    ahd_html(view.out, ">$t</a></p>\n<div class=\"prose\">\n",
             ahd_wording_get(view.tongue, "codebook.csv"));
    write_paragraphs(&view, "codebook.formats", formats);
    write_paragraphs(&view, "codebook.ids", ids);
    write_paragraphs(&view, "codebook.licence", licence);
    write_codes(&view);
    ahd_html(view.out, "</div>\n<h2>$t</h2>\n",
             ahd_wording_get(view.tongue, "codebook.tables"));
    for (size_t i = 0; i < AHD_TABLES; i++)
        write_table(&view, &ahd_tables[i]);
    ahd_view_close(&view);
}

/* ------------------------------------------------------------------- as CSV */

static void write_cells(ahd_buf *out, const ahd_str *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            ahd_buf_byte(out, ',');
        ahd_cells_text(out, cells[i]);
    }
    ahd_buf_add(out, AHD_STR("\r\n"));
}

void ahd_pages_codebook_csv(void *context, const ahd_request *request,
                            ahd_reply *reply)
{
    (void)context;
    (void)request;
    ahd_buf_add(&reply->body,
                AHD_STR("list,column,type,meaning_en,meaning_ar\r\n"));
    for (size_t t = 0; t < AHD_TABLES; t++) {
        const ahd_table *table = &ahd_tables[t];
        for (size_t i = 0; i < table->count; i++) {
            const ahd_column *c = &table->columns[i];
            const ahd_str cells[] = {ahd_str_from(table->name),
                                     ahd_str_from(c->name),
                                     ahd_column_type_name(c->type),
                                     ahd_str_from(c->en), ahd_str_from(c->ar)};
            write_cells(&reply->body, cells, sizeof cells / sizeof *cells);
        }
    }
    reply->type = "text/csv; charset=utf-8; header=present";
    reply->save_as = "ahd-codebook.csv";
    reply->tagged = true;
}
