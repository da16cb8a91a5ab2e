#include "web/passage.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* A row of the map: `len` code points from `text` on are `size` bytes of the
 * page from `page` on. Where they are the very bytes of the text, so is each
 * part; else they are one thing ("&amp;") and go together. */
typedef struct stretch {
    int64_t text, page, len, size;
    bool same;
} stretch;

static int64_t size_of(const ahd_passage *p, int64_t start, int64_t len)
{
    if (start < 0 || len < 0 || start + len > (int64_t)p->marks.length)
        return 0;
    return (int64_t)p->marks.offset[start + len] - p->marks.offset[start];
}

static int64_t number_at(const json_t *row, size_t i)
{
    return json_integer_value(json_array_get(row, i));
}

static stretch stretch_of(const ahd_passage *p, const json_t *row)
{
    bool same = json_array_size(row) == 3;
    stretch s = {.text = number_at(row, 0),
                 .page = number_at(row, 1),
                 .len = number_at(row, 2),
                 .same = same};

    s.size = same ? size_of(p, s.text, s.len) : number_at(row, 3);
    return s;
}

bool ahd_passage_bytes(const ahd_passage *p, ahd_bytes *out)
{
    const json_t *map = ahd_field_list(p->document, "map"), *row;
    int64_t from = p->at.start, to = p->at.end;
    size_t i;

    *out = (ahd_bytes){INT64_MAX, 0};
    ahd_field_each(map, i, row)
    {
        stretch s = stretch_of(p, row);
        if (s.text >= to || s.text + s.len <= from)
            continue;
        int64_t skip = s.same && from > s.text ? from - s.text : 0;
        int64_t rest = s.same && to < s.text + s.len ? s.text + s.len - to : 0;
        int64_t start = s.page + size_of(p, s.text, skip);
        int64_t end = s.page + s.size - size_of(p, to, rest);
        out->start = start < out->start ? start : out->start;
        out->end = end > out->end ? end : out->end;
    }
    return out->start < out->end;
}

/* How many code points of the text from `start` on take `bytes` bytes. */
static int64_t points_in(const ahd_passage *p, int64_t start, int64_t bytes)
{
    int64_t n = 0;

    while (start + n < (int64_t)p->marks.length &&
           size_of(p, start, n + 1) <= bytes)
        n++;
    return n;
}

bool ahd_passage_find(ahd_passage *p, ahd_bytes bytes)
{
    const json_t *map = ahd_field_list(p->document, "map"), *row;
    int64_t from = INT64_MAX, to = 0;
    size_t i;

    ahd_field_each(map, i, row)
    {
        stretch s = stretch_of(p, row);
        if (s.page >= bytes.end || s.page + s.size <= bytes.start)
            continue;
        int64_t skip = s.same && bytes.start > s.page
                           ? points_in(p, s.text, bytes.start - s.page)
                           : 0;
        int64_t len = s.same && bytes.end < s.page + s.size
                          ? points_in(p, s.text, bytes.end - s.page)
                          : s.len;
        from = s.text + skip < from ? s.text + skip : from;
        to = s.text + len > to ? s.text + len : to;
    }
    if (from >= to || to > (int64_t)p->marks.length)
        return false;
    p->at = (ahd_range){(uint32_t)from, (uint32_t)to};
    return true;
}

bool ahd_passage_address(const ahd_passage *p, ahd_buf *out)
{
    ahd_bytes bytes;

    if (!ahd_passage_bytes(p, &bytes))
        return false;
    ahd_buf_add(out, ahd_field_text(p->document, "sha256"));
    ahd_buf_printf(out, ".%" PRId64 "-%" PRId64, bytes.start, bytes.end);
    return true;
}

bool ahd_passage_parse(ahd_str address, ahd_str *hash, ahd_bytes *out)
{
    uint32_t start, end;

    *hash = ahd_str_cut(&address, '.');
    ahd_str first = ahd_str_cut(&address, '-');
    if (hash->len != 64 || !ahd_str_number(first, &start) ||
        !ahd_str_number(address, &end) || start >= end)
        return false;
    *out = (ahd_bytes){start, end};
    return true;
}

/* --------------------------------------------------------------- the words */

/* The sentences before and after the passage: empty where it is the first or
 * the last, or where a paragraph ends. */
static void find_around(const ahd_passage *p, ahd_range *before,
                        ahd_range *after)
{
    const json_t *list = ahd_field_list(p->document, "sentences"), *pair;
    ahd_range at;
    size_t i;

    *before = *after = (ahd_range){0, 0};
    ahd_field_each(list, i, pair)
    {
        if (!ahd_field_pair(pair, &at))
            continue;
        if (at.end <= p->at.start)
            *before = at;
        if (at.start >= p->at.end && after->end == 0)
            *after = at;
    }
}

static void write_around(ahd_view *view, const ahd_passage *p, ahd_range at)
{
    if (at.end > at.start)
        ahd_html(view->out, "<span class=\"around\">$t</span>",
                 ahd_overlay_words(&p->marks, at));
}

static ahd_str words(const ahd_passage *p, uint32_t start, uint32_t end)
{
    return ahd_overlay_words(&p->marks, (ahd_range){start, end});
}

void ahd_passage_quote(ahd_view *view, const ahd_passage *p, ahd_range strong)
{
    ahd_range before, after;

    if (strong.start < p->at.start || strong.end > p->at.end)
        strong = (ahd_range){p->at.start, p->at.start};
    find_around(p, &before, &after);
    ahd_html_raw(view->out, "<blockquote class=\"passage\"");
    ahd_view_lang(view, words(p, p->at.start, p->at.end));
    ahd_html_raw(view->out, ">");
    write_around(view, p, before);
    ahd_html(view->out, " <span class=\"told\">$t",
             words(p, p->at.start, strong.start));
    if (strong.end > strong.start)
        ahd_html(view->out, "<mark>$t</mark>",
                 words(p, strong.start, strong.end));
    ahd_html(view->out, "$t</span> ", words(p, strong.end, p->at.end));
    write_around(view, p, after);
    ahd_html_raw(view->out, "</blockquote>\n");
}

void ahd_passage_source(ahd_view *view, const ahd_passage *p)
{
    const json_t *published = json_object_get(p->document, "published");
    ahd_str outlet = ahd_field_text(p->document, "outlet");
    ahd_str title = ahd_field_text(p->document, "title");
    char fragment[32];
    int len = snprintf(fragment, sizeof fragment, "s%" PRIu32, p->at.start);

    ahd_html_raw(view->out, "<p class=\"meta\">");
    if (outlet.len > 0) {
        ahd_view_text(view, outlet);
        ahd_html_raw(view->out, " <span class=\"dot\">·</span> ");
    }
    ahd_view_date(view, ahd_field_text(published, "date"), "date.none");
    ahd_html_raw(view->out, "</p>\n<p class=\"other\"><a");
    ahd_view_href(view, "/documents/", ahd_field_text(p->document, "id"),
                  (ahd_str){fragment, (size_t)len});
    ahd_html_raw(view->out, ">");
    ahd_view_text(
        view,
        title.len ? title : ahd_wording_get(view->tongue, "document.untitled"));
    ahd_html_raw(view->out, "</a></p>\n");
}
