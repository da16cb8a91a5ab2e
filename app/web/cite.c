#include "web/cite.h"

#include "web/field.h"

#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

enum {
    DAY = 10, /* bytes of "2026-11-28" */
    REFERENCE = 1 << 16
};

/* What all forms of a citation are made of. */
typedef struct citation {
    ahd_str title, outlet, url, day, seen, hash, words;
    ahd_bytes bytes;
} citation;

static ahd_str day_of(ahd_str time)
{
    return (ahd_str){time.ptr, time.len < DAY ? time.len : DAY};
}

/* ------------------------------------------------------------------ BibTeX */

/* Braces and backslashes would be read as commands. */
static void add_value(ahd_buf *out, ahd_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool special = s.ptr[i] == '{' || s.ptr[i] == '}' || s.ptr[i] == '\\';
        ahd_buf_byte(out, special || s.ptr[i] == '\n' ? ' ' : s.ptr[i]);
    }
}

static void add_field(ahd_buf *out, const char *name, ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_buf_printf(out, "  %s = {", name);
    add_value(out, value);
    ahd_buf_add(out, AHD_STR("},\n"));
}

static void add_bibtex(ahd_buf *out, const citation *c)
{
    ahd_str begin = {c->hash.ptr, c->hash.len < 12 ? c->hash.len : 12};

    ahd_buf_add(out, AHD_STR("@online{ahd-"));
    add_value(out, begin);
    ahd_buf_printf(out, "-%" PRId64 ",\n", c->bytes.start);
    add_field(out, "title", c->title);
    add_field(out, "organization", c->outlet);
    add_field(out, "date", c->day);
    add_field(out, "url", c->url);
    add_field(out, "urldate", c->seen);
    add_field(out, "annotation", c->words);
    ahd_buf_add(out, AHD_STR("  note = {sha256 "));
    add_value(out, c->hash);
    ahd_buf_printf(out, ", bytes %" PRId64 "--%" PRId64 "}\n}\n",
                   c->bytes.start, c->bytes.end);
}

/* ---------------------------------------------------------------- CSL-JSON */

/* {"date-parts":[[2015,7,31]]}; NULL when it is no day. */
static json_t *parts_of(ahd_str day)
{
    uint32_t parts[3];
    ahd_str rest = day;

    for (int i = 0; i < 3; i++) {
        if (!ahd_str_number(ahd_str_cut(&rest, '-'), &parts[i]))
            return NULL;
    }
    return json_pack("{s:[[i,i,i]]}", "date-parts", (int)parts[0],
                     (int)parts[1], (int)parts[2]);
}

static void set_text(json_t *object, const char *key, ahd_str value)
{
    if (value.len > 0)
        json_object_set_new(object, key, json_stringn(value.ptr, value.len));
}

static void set_new(json_t *object, const char *key, json_t *value)
{
    if (value != NULL)
        json_object_set_new(object, key, value);
}

static void add_csl(ahd_buf *out, const citation *c)
{
    json_t *item = json_pack("{s:s}", "type", "article-newspaper");
    ahd_buf note = AHD_BUF(REFERENCE);

    ahd_buf_printf(&note, "sha256 %.*s, bytes %" PRId64 "-%" PRId64,
                   AHD_STR_ARG(c->hash), c->bytes.start, c->bytes.end);
    set_text(item, "id", c->hash);
    set_text(item, "title", c->title);
    set_text(item, "container-title", c->outlet);
    set_new(item, "issued", parts_of(c->day));
    set_new(item, "accessed", parts_of(c->seen));
    set_text(item, "URL", c->url);
    set_text(item, "abstract", c->words);
    set_text(item, "note", ahd_buf_str(&note));
    json_t *list = json_pack("[o]", item);
    char *text = json_dumps(list, JSON_INDENT(1));
    ahd_buf_add(out, ahd_str_from(text));
    free(text);
    json_decref(list);
    ahd_buf_finish(&note);
}

/* ---------------------------------------------------------------- in words */

/* On a line of its own, in its own direction. */
static void say_line(ahd_view *view, const char *before, ahd_str words,
                     const char *after)
{
    if (words.len == 0)
        return;
    ahd_html_raw(view->out, "<p");
    ahd_view_lang(view, words);
    ahd_html(view->out, ">$t$t$t</p>\n", ahd_str_from(before), words,
             ahd_str_from(after));
}

static void say(ahd_view *view, ahd_str words)
{
    if (words.len == 0)
        return;
    ahd_view_text(view, words);
    ahd_html(view->out, "$t ",
             view->tongue == AHD_AR ? AHD_STR("،") : AHD_STR(","));
}

static void write_words(ahd_view *view, const citation *c)
{
    ahd_html_raw(view->out, "<div class=\"citation\">");
    say_line(view, "«", c->words, "»");
    say_line(view, "", c->title, "");
    ahd_html_raw(view->out, "<p>");
    say(view, c->outlet);
    if (c->day.len > 0)
        ahd_view_date(view, c->day, "date.none");
    ahd_html_raw(view->out, ". ");
    say(view, c->url);
    ahd_view_word(view, "cite.retrieved");
    ahd_html_raw(view->out, " ");
    ahd_view_date(view, c->seen, "date.none");
    ahd_html(view->out, ". <bdi dir=\"ltr\" class=\"hash\">sha256 $t, bytes ",
             c->hash);
    ahd_buf_printf(view->out, "%" PRId64 "–%" PRId64 "</bdi></p></div>\n",
                   c->bytes.start, c->bytes.end);
}

static void write_reference(ahd_view *view, const char *name,
                            void (*add)(ahd_buf *, const citation *),
                            const citation *c)
{
    ahd_buf text = AHD_BUF(REFERENCE);

    add(&text, c);
    if (!text.failed)
        ahd_html(
            view->out,
            "<details><summary>$t</summary><pre dir=\"ltr\" tabindex=\"0\" "
            "lang=\"en\">$t</pre></details>\n",
            ahd_str_from(name), ahd_buf_str(&text));
    ahd_buf_finish(&text);
}

/* ----------------------------------------------------------------- passage */

static void open_cite(ahd_view *view, const char *path, ahd_str id)
{
    ahd_html(view->out,
             "<details class=\"cite\" data-with=\"cite\" data-copy=\"$a\" "
             "data-copied=\"$a\"><summary>$t</summary>\n"
             "<p><a class=\"permalink\"",
             ahd_wording_get(view->tongue, "cite.copy"),
             ahd_wording_get(view->tongue, "cite.copied"),
             ahd_wording_get(view->tongue, "cite.title"));
    ahd_view_href(view, path, id, AHD_STR(""));
    ahd_html(view->out, ">$t</a></p>\n",
             ahd_wording_get(view->tongue, "cite.permalink"));
}

static ahd_status read_captures(ahd_view *view, ahd_str id, json_t **out,
                                ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES), name = AHD_BUF(1 << 12);

    ahd_buf_add(&name, id);
    ahd_status status = ahd_record_captures_json(
        view->record, name.ptr ? name.ptr : "", &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&text);
    ahd_buf_finish(&name);
    return status;
}

/* When the page was seen first, and where when it does not say so itself. */
static void add_capture(citation *c, const json_t *captures)
{
    const json_t *first = json_array_get(captures, 0);

    c->seen = day_of(ahd_field_text(first, "seen_at"));
    if (c->url.len == 0)
        c->url = ahd_field_text(first, "url");
}

static citation citation_of(const ahd_passage *p)
{
    const json_t *published = json_object_get(p->document, "published");

    return (citation){.title = ahd_field_text(p->document, "title"),
                      .outlet = ahd_field_text(p->document, "outlet"),
                      .url = ahd_field_text(p->document, "url"),
                      .day = ahd_field_text(published, "date"),
                      .hash = ahd_field_text(p->document, "sha256"),
                      .words = ahd_overlay_words(&p->marks, p->at)};
}

ahd_status ahd_cite_passage(ahd_view *view, const ahd_passage *p,
                            ahd_error *error)
{
    ahd_buf address = AHD_BUF(1 << 12);
    citation c = citation_of(p);
    json_t *captures = NULL;

    if (!ahd_passage_bytes(p, &c.bytes))
        return AHD_OK;
    ahd_status status = read_captures(view, c.hash, &captures, error);
    if (status == AHD_OK && ahd_passage_address(p, &address)) {
        add_capture(&c, captures);
        open_cite(view, "/at/", ahd_buf_str(&address));
        write_words(view, &c);
        write_reference(view, "BibTeX", add_bibtex, &c);
        write_reference(view, "CSL-JSON", add_csl, &c);
        ahd_html_raw(view->out, "</details>\n");
    }
    json_decref(captures);
    ahd_buf_finish(&address);
    return status;
}

/* -------------------------------------------------------------------- page */

void ahd_cite_page(ahd_view *view, const char *path, ahd_str id, ahd_str title)
{
    time_t now = time(NULL);
    struct tm utc;
    char today[DAY + 1] = "";

    if (gmtime_r(&now, &utc) != NULL)
        strftime(today, sizeof today, "%Y-%m-%d", &utc);
    open_cite(view, path, id);
    ahd_html_raw(view->out, "<p class=\"citation\">");
    ahd_view_text(view, title);
    ahd_html(view->out, ". $t, <bdi dir=\"ltr\">$t$t</bdi>. $t ",
             ahd_wording_get(view->tongue, "site.name"), ahd_str_from(path), id,
             ahd_wording_get(view->tongue, "cite.retrieved"));
    ahd_view_date(view, ahd_str_from(today), "date.none");
    ahd_html_raw(view->out, ".</p></details>\n");
}
