#include "web/act_feed.h"

#include "base/utf8.h"
#include "web/cells.h"
#include "web/html.h"
#include "web/tongue.h"

#include <inttypes.h>

/* Nothing has been seen yet: a feed must say when all the same. */
#define NEVER AHD_STR("1970-01-01T00:00:00Z")

/* ------------------------------------------------------------------- text */

static bool fits_xml(uint32_t c)
{
    return c == '\t' || c == '\n' || (c >= ' ' && c < 0xFFFE) || c > 0xFFFF;
}

void ahd_act_feed_xml(ahd_buf *out, ahd_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = ahd_utf8_next(text, &at);
        if (c == '&')
            ahd_buf_add(out, AHD_STR("&amp;"));
        else if (c == '<')
            ahd_buf_add(out, AHD_STR("&lt;"));
        else if (c == '>')
            ahd_buf_add(out, AHD_STR("&gt;"));
        else if (c == '"')
            ahd_buf_add(out, AHD_STR("&quot;"));
        else
            ahd_buf_code_point(out, fits_xml(c) ? c : 0xFFFD);
    }
}

static ahd_str code_of(ahd_tongue tongue)
{
    return tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en");
}

/* "accused of a breach: A → B", in the order of reading. */
static void make_title(ahd_act_feed *feed, const ahd_act_row *row)
{
    ahd_buf *out = feed->made;

    ahd_buf_clear(out);
    ahd_buf_add(out, ahd_wording_of(feed->tongue, "act", row->act));
    if (row->source.len > 0) {
        ahd_buf_add(out, AHD_STR(": "));
        ahd_buf_add(out, row->source);
    }
    if (row->target.len > 0) {
        ahd_buf_add(out,
                    feed->tongue == AHD_AR ? AHD_STR(" ← ") : AHD_STR(" → "));
        ahd_buf_add(out, row->target);
    }
}

/* Pieces of ids may be anything, and are percent-encoded. */
static void make_id(ahd_act_feed *feed, const ahd_act_row *row)
{
    ahd_buf_clear(feed->made);
    ahd_html(feed->made, "tag:ahd.invalid,2026:act/$u", row->document);
    ahd_buf_printf(feed->made, "/s%" PRId64 ".%" PRId64, row->sentence_start,
                   row->nth);
}

static void make_address(ahd_act_feed *feed, const ahd_act_row *row)
{
    ahd_buf_clear(feed->made);
    ahd_buf_add(feed->made, feed->base);
    ahd_html(feed->made, "/documents/$u?lang=$u", row->document,
             code_of(feed->tongue));
    ahd_buf_printf(feed->made, "#s%" PRId64, row->sentence_start);
}

static void make_whole(ahd_act_feed *feed, const char *path)
{
    ahd_buf_clear(feed->made);
    ahd_buf_add(feed->made, feed->base);
    ahd_buf_add(feed->made, ahd_str_from(path));
    ahd_buf_add(feed->made, feed->query);
}

/* "2020-10-26" begins at midnight; of what is no whole day nothing is told. */
static void make_time(ahd_act_feed *feed, ahd_str day)
{
    ahd_buf_clear(feed->made);
    if (day.len != sizeof "2020-10-26" - 1)
        return;
    ahd_buf_add(feed->made, day);
    ahd_buf_add(feed->made, AHD_STR("T00:00:00Z"));
}

static ahd_str made(const ahd_act_feed *feed)
{
    return ahd_buf_str(feed->made);
}

/* ------------------------------------------------------------------- Atom */

/* <name>text</name>; nothing when it is empty. */
static void element(ahd_act_feed *feed, const char *name, ahd_str text)
{
    if (text.len == 0)
        return;
    ahd_buf_printf(feed->out, "<%s>", name);
    ahd_act_feed_xml(feed->out, text);
    ahd_buf_printf(feed->out, "</%s>\n", name);
}

/* The same with the language of the text. */
static void told_element(ahd_act_feed *feed, const char *name, ahd_str text)
{
    if (text.len == 0)
        return;
    ahd_buf_printf(feed->out, "<%s type=\"text\" xml:lang=\"%s\">", name,
                   ahd_tongue_of_text(text) == AHD_AR ? "ar" : "en");
    ahd_act_feed_xml(feed->out, text);
    ahd_buf_printf(feed->out, "</%s>\n", name);
}

static void link_element(ahd_act_feed *feed, const char *rel, const char *type,
                         ahd_str address)
{
    ahd_buf_printf(feed->out, "<link rel=\"%s\"", rel);
    if (type)
        ahd_buf_printf(feed->out, " type=\"%s\"", type);
    ahd_buf_add(feed->out, AHD_STR(" href=\""));
    ahd_act_feed_xml(feed->out, address);
    ahd_buf_add(feed->out, AHD_STR("\"/>\n"));
}

static void open_atom(ahd_act_feed *feed)
{
    ahd_buf_printf(feed->out,
                   "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                   "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
                   "xml:lang=\"%s\">\n",
                   feed->tongue == AHD_AR ? "ar" : "en");
    element(feed, "title", feed->title);
    ahd_buf_clear(feed->made);
    ahd_buf_add(feed->made, AHD_STR("tag:ahd.invalid,2026:acts"));
    ahd_buf_add(feed->made, feed->query);
    element(feed, "id", made(feed));
    element(feed, "updated", feed->updated.len > 0 ? feed->updated : NEVER);
    make_whole(feed, "/acts.atom");
    link_element(feed, "self", "application/atom+xml", made(feed));
    make_whole(feed, "/search");
    link_element(feed, "alternate", "text/html", made(feed));
    ahd_buf_add(feed->out, AHD_STR("<author><name>Ahd</name></author>\n"
                                   "<generator version=\"" AHD_VERSION
                                   "\">Ahd</generator>\n"));
}

static void atom_entry(ahd_act_feed *feed, const ahd_act_row *row)
{
    ahd_buf_add(feed->out, AHD_STR("<entry>\n"));
    make_title(feed, row);
    told_element(feed, "title", made(feed));
    make_id(feed, row);
    element(feed, "id", made(feed));
    element(feed, "updated", row->seen);
    make_time(feed, row->published);
    element(feed, "published", made(feed));
    make_address(feed, row);
    link_element(feed, "alternate", "text/html", made(feed));
    if (ahd_html_is_link(row->url))
        link_element(feed, "via", NULL, row->url);
    if (row->outlet.len > 0) {
        ahd_buf_add(feed->out, AHD_STR("<author>"));
        element(feed, "name", row->outlet);
        ahd_buf_add(feed->out, AHD_STR("</author>\n"));
    }
    ahd_buf_add(feed->out, AHD_STR("<category term=\""));
    ahd_act_feed_xml(feed->out, row->act);
    ahd_buf_add(feed->out, AHD_STR("\"/>\n"));
    told_element(feed, "summary", row->sentence);
    ahd_buf_add(feed->out, AHD_STR("</entry>\n"));
}

/* -------------------------------------------------------------- JSON Feed */

static void member(ahd_act_feed *feed, const char *name, ahd_str text)
{
    if (text.len == 0)
        return;
    ahd_cells_quoted(feed->out, ahd_str_from(name));
    ahd_buf_byte(feed->out, ':');
    ahd_cells_quoted(feed->out, text);
    ahd_buf_byte(feed->out, ',');
}

static void open_json(ahd_act_feed *feed)
{
    ahd_buf_byte(feed->out, '{');
    member(feed, "version", AHD_STR("https://jsonfeed.org/version/1.1"));
    member(feed, "title", feed->title);
    make_whole(feed, "/search");
    member(feed, "home_page_url", made(feed));
    make_whole(feed, "/acts.feed.json");
    member(feed, "feed_url", made(feed));
    member(feed, "language", code_of(feed->tongue));
    ahd_buf_add(feed->out, AHD_STR("\"authors\":[{\"name\":\"Ahd\"}],"
                                   "\"items\":["));
}

/* What is behind "_ahd" is the act with all columns of the codebook. */
static void json_entry(ahd_act_feed *feed, const ahd_act_row *row)
{
    ahd_buf_add(feed->out,
                feed->entries > 0 ? AHD_STR(",\n{") : AHD_STR("\n{"));
    make_id(feed, row);
    member(feed, "id", made(feed));
    make_address(feed, row);
    member(feed, "url", made(feed));
    member(feed, "external_url",
           ahd_html_is_link(row->url) ? row->url : AHD_STR(""));
    make_title(feed, row);
    member(feed, "title", made(feed));
    ahd_cells_quoted(feed->out, AHD_STR("content_text"));
    ahd_buf_byte(feed->out, ':');
    ahd_cells_quoted(feed->out, row->sentence);
    ahd_buf_byte(feed->out, ',');
    make_time(feed, row->published);
    member(feed, "date_published", made(feed));
    member(feed, "date_modified", row->seen);
    member(feed, "language", code_of(ahd_tongue_of_text(row->sentence)));
    if (row->outlet.len > 0) {
        ahd_buf_add(feed->out, AHD_STR("\"authors\":[{\"name\":"));
        ahd_cells_quoted(feed->out, row->outlet);
        ahd_buf_add(feed->out, AHD_STR("}],"));
    }
    ahd_buf_add(feed->out, AHD_STR("\"tags\":["));
    ahd_cells_quoted(feed->out, row->act);
    ahd_buf_add(feed->out, AHD_STR("],\"_ahd\":"));
    ahd_cells_json(ahd_table_find(AHD_STR("acts")), row, feed->made, feed->out);
    ahd_buf_byte(feed->out, '}');
}

/* ---------------------------------------------------------------- the feed */

void ahd_act_feed_open(ahd_act_feed *feed)
{
    feed->entries = 0;
    if (feed->as == AHD_FEED_ATOM)
        open_atom(feed);
    else
        open_json(feed);
}

void ahd_act_feed_entry(ahd_act_feed *feed, const ahd_act_row *row)
{
    if (feed->as == AHD_FEED_ATOM)
        atom_entry(feed, row);
    else
        json_entry(feed, row);
    feed->entries++;
}

void ahd_act_feed_close(ahd_act_feed *feed)
{
    ahd_buf_add(feed->out, feed->as == AHD_FEED_ATOM ? AHD_STR("</feed>\n")
                                                     : AHD_STR("\n]}\n"));
}
