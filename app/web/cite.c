#include "web/cite.h"

#include "base/ascii.h"
#include "web/field.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    DAY = 10,   /* bytes of "2026-11-28" */
    BRIEF = 12, /* of a hash: enough to tell pages apart */
    REFERENCE = 1 << 16
};

/* What all forms of a citation are made of; of the empty ones none is shown. */
typedef struct citation {
    ahd_str type; /* of CSL */
    ahd_str key;  /* what reference programs name it by */
    ahd_str title, outlet, url, day, seen, words;
    ahd_str note; /* the bytes it stands on */
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

/* A key is of letters, digits and - . : _ only. */
static void add_key(ahd_buf *out, ahd_str key)
{
    for (size_t i = 0; i < key.len; i++) {
        char c = key.ptr[i], small = ahd_ascii_small(c);
        bool fits = (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') ||
                    memchr("-.:_", c, 4) != NULL;
        ahd_buf_byte(out, fits ? c : '-');
    }
}

static void add_bibtex(ahd_buf *out, const citation *c)
{
    ahd_buf_add(out, AHD_STR("@online{ahd-"));
    add_key(out, c->key);
    ahd_buf_add(out, AHD_STR(",\n"));
    add_field(out, "title", c->title);
    add_field(out, "organization", c->outlet);
    add_field(out, "date", c->day);
    add_field(out, "url", c->url);
    add_field(out, "urldate", c->seen);
    add_field(out, "annotation", c->words);
    add_field(out, "note", c->note);
    ahd_buf_add(out, AHD_STR("}\n"));
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
    json_t *item = json_object();

    set_text(item, "type", c->type);
    set_text(item, "id", c->key);
    set_text(item, "title", c->title);
    set_text(item, "container-title", c->outlet);
    set_new(item, "issued", parts_of(c->day));
    set_new(item, "accessed", parts_of(c->seen));
    set_text(item, "URL", c->url);
    set_text(item, "abstract", c->words);
    set_text(item, "note", c->note);
    json_t *list = json_pack("[o]", item);
    char *text = json_dumps(list, JSON_INDENT(1));
    ahd_buf_add(out, ahd_str_from(text));
    free(text);
    json_decref(list);
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

static void say_comma(ahd_view *view, bool *begun)
{
    if (*begun)
        ahd_html(view->out, "$t ",
                 view->tongue == AHD_AR ? AHD_STR("،") : AHD_STR(","));
    *begun = true;
}

static void say(ahd_view *view, ahd_str words, bool *begun)
{
    if (words.len == 0)
        return;
    say_comma(view, begun);
    ahd_view_text(view, words);
}

static void say_day(ahd_view *view, ahd_str day, bool *begun)
{
    if (day.len == 0)
        return;
    say_comma(view, begun);
    ahd_view_date(view, day, "date.none");
}

static void write_words(ahd_view *view, const citation *c)
{
    bool begun = false;

    ahd_html_raw(view->out, "<div class=\"citation\">");
    say_line(view, "«", c->words, "»");
    say_line(view, "", c->title, "");
    ahd_html_raw(view->out, "<p>");
    say(view, c->outlet, &begun);
    say_day(view, c->day, &begun);
    say(view, c->url, &begun);
    say_comma(view, &begun);
    ahd_view_word(view, "cite.retrieved");
    ahd_html_raw(view->out, " ");
    ahd_view_date(view, c->seen, "date.none");
    ahd_html_raw(view->out, ".</p>\n");
    if (c->note.len > 0)
        ahd_html(view->out,
                 "<p class=\"hash\" lang=\"en\" dir=\"ltr\">$t</p>\n", c->note);
    ahd_html_raw(view->out, "</div>\n");
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

/* Folded; `path` and `id` are its own address, which stays. */
static void write_cite(ahd_view *view, const char *path, ahd_str id,
                       const citation *c)
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
    write_words(view, c);
    write_reference(view, "BibTeX", add_bibtex, c);
    write_reference(view, "CSL-JSON", add_csl, c);
    ahd_html_raw(view->out, "</details>\n");
}

/* ----------------------------------------------------------------- passage */

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

static citation citation_of(const json_t *document)
{
    const json_t *published = json_object_get(document, "published");

    return (citation){.type = AHD_STR("article-newspaper"),
                      .title = ahd_field_text(document, "title"),
                      .outlet = ahd_field_text(document, "outlet"),
                      .url = ahd_field_text(document, "url"),
                      .day = ahd_field_text(published, "date")};
}

/* "b1c1e2….6023-6231", or a hash alone: "b1c1e2….6023-6231" is its key, and
 * "sha256 b1c1e2…, bytes 6023-6231" what it stands on. */
static void add_page(ahd_str id, ahd_buf *key, ahd_buf *note)
{
    ahd_str rest = id, hash = ahd_str_cut(&rest, '.');

    ahd_buf_add(key, (ahd_str){hash.ptr, hash.len < BRIEF ? hash.len : BRIEF});
    ahd_buf_printf(note, "sha256 %.*s", AHD_STR_ARG(hash));
    if (rest.len == 0)
        return;
    ahd_buf_printf(key, ".%.*s", AHD_STR_ARG(rest));
    ahd_buf_printf(note, ", bytes %.*s", AHD_STR_ARG(rest));
}

/* With the page it stands on. */
static ahd_status write_sourced(ahd_view *view, const char *path, ahd_str id,
                                citation *c, ahd_error *error)
{
    ahd_buf key = AHD_BUF(1 << 12), note = AHD_BUF(1 << 12);
    ahd_str rest = id, hash = ahd_str_cut(&rest, '.');
    json_t *captures = NULL;

    add_page(id, &key, &note);
    c->key = ahd_buf_str(&key);
    c->note = ahd_buf_str(&note);
    ahd_status status = read_captures(view, hash, &captures, error);
    if (status == AHD_OK) {
        add_capture(c, captures);
        write_cite(view, path, id, c);
    }
    json_decref(captures);
    ahd_buf_finish(&key);
    ahd_buf_finish(&note);
    return status;
}

ahd_status ahd_cite_passage(ahd_view *view, const ahd_passage *p,
                            ahd_error *error)
{
    ahd_buf address = AHD_BUF(1 << 12);
    citation c = citation_of(p->document);
    ahd_status status = AHD_OK;

    c.words = ahd_overlay_words(&p->marks, p->at);
    if (ahd_passage_address(p, &address))
        status = write_sourced(view, "/at/", ahd_buf_str(&address), &c, error);
    ahd_buf_finish(&address);
    return status;
}

ahd_status ahd_cite_document(ahd_view *view, const json_t *document,
                             ahd_error *error)
{
    citation c = citation_of(document);

    return write_sourced(view, "/documents/",
                         ahd_field_text(document, "sha256"), &c, error);
}

/* -------------------------------------------------------------------- page */

void ahd_cite_page(ahd_view *view, const char *path, ahd_str id, ahd_str title)
{
    time_t now = time(NULL);
    struct tm utc;
    char today[DAY + 1] = "";
    ahd_buf url = AHD_BUF(1 << 12);

    if (gmtime_r(&now, &utc) != NULL)
        strftime(today, sizeof today, "%Y-%m-%d", &utc);
    ahd_buf_printf(&url, "http://%.*s%s", AHD_STR_ARG(view->request->host),
                   path);
    ahd_html_url(&url, id);
    const citation c = {.type = AHD_STR("webpage"),
                        .key = id,
                        .title = title,
                        .outlet = ahd_wording_get(view->tongue, "site.name"),
                        .url = ahd_buf_str(&url),
                        .seen = ahd_str_from(today)};
    write_cite(view, path, id, &c);
    ahd_buf_finish(&url);
}
