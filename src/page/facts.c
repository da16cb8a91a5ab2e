#include "facts.h"

#include "byline.h"
#include "linked.h"
#include "pubdate.h"

enum { MOST_TAGS = 32, TAG_BYTES = 80 };

/* The best value of a field, and why. */
static ahd_str take(const ahd_reader *reader, const ahd_meta *meta,
                    ahd_meta_field field, const char *name)
{
    const ahd_meta_value *value = ahd_meta_best(meta, field);

    if (value == NULL)
        return AHD_STR("");
    ahd_str text = ahd_meta_text(value, reader->doc->arena);
    ahd_reader_note(reader, name, text, value->from);
    return text;
}

/* --------------------------------------------------------------- address */

/* Where the path of "https://a.b/c" begins. */
static size_t after_host(ahd_str url)
{
    size_t at = ahd_str_find(url, AHD_STR("://"));

    if (at == url.len)
        return url.len;
    at += 3;
    while (at < url.len && url.ptr[at] != '/' && url.ptr[at] != '?' &&
           url.ptr[at] != '#')
        at++;
    return at;
}

static bool is_absolute(ahd_str url)
{
    return ahd_str_starts(url, AHD_STR("http://")) ||
           ahd_str_starts(url, AHD_STR("https://"));
}

/* The address that `url` is when it is found on the page `base`. */
static ahd_str absolute(const ahd_reader *reader, ahd_str url, ahd_str base)
{
    ahd_str parts[3] = {base, AHD_STR(""), url};

    if (is_absolute(url))
        return url;
    if (!is_absolute(base))
        return AHD_STR("");
    if (ahd_str_starts(url, AHD_STR("//"))) {
        parts[0].len = ahd_str_find(base, AHD_STR("//"));
    } else if (url.len > 0 && url.ptr[0] == '/') {
        parts[0].len = after_host(base);
    } else {
        size_t host = after_host(base), end = base.len;
        while (end > host && base.ptr[end - 1] != '/')
            end--;
        parts[0].len = end;
        parts[1] = end == host ? AHD_STR("/") : parts[1];
    }
    return ahd_reader_join(reader, parts, 3);
}

static void take_address(const ahd_reader *reader, const ahd_meta *meta)
{
    ahd_str base = ahd_meta_plain(meta, AHD_META_BASE, reader->scratch);
    ahd_str fetched = reader->in->url;

    base = absolute(reader, base, fetched);
    for (int rank = 10; rank >= 5; rank -= 5) {
        for (uint32_t i = 0; i < meta->count; i++) {
            const ahd_meta_value *value = &meta->values[i];
            if (value->field != AHD_META_URL || value->rank != rank)
                continue;
            ahd_str url =
                absolute(reader, ahd_meta_text(value, reader->doc->arena),
                         base.len > 0 ? base : fetched);
            if (url.len == 0)
                continue;
            reader->doc->url = url;
            ahd_reader_note(reader, "url", url, value->from);
            return;
        }
    }
    reader->doc->url = ahd_arena_str(reader->doc->arena, fetched);
    ahd_reader_note(reader, "url", fetched, "where it was fetched");
}

/* ------------------------------------------------------------------ tags */

static void add_tag(const ahd_reader *reader, ahd_str tag)
{
    ahd_doc *doc = reader->doc;

    tag = ahd_str_trim(tag);
    if (tag.len == 0 || tag.len > TAG_BYTES || doc->tags.count == MOST_TAGS)
        return;
    for (uint32_t i = 0; i < doc->tags.count; i++)
        if (ahd_str_eq(doc->tags.items[i], tag))
            return;
    *ahd_vec_push(doc->arena, &doc->tags) = tag;
}

/* «a, b، c» is three tags; so is a list of JSON-LD. */
static void split_tags(const ahd_reader *reader, ahd_str text)
{
    size_t first = 0;

    for (size_t at = 0; at < text.len; at++) {
        bool arabic = text.ptr[at] == '\xD8' && at + 1 < text.len &&
                      text.ptr[at + 1] == '\x8C';
        if (text.ptr[at] != ',' && text.ptr[at] != ';' && !arabic)
            continue;
        add_tag(reader, (ahd_str){text.ptr + first, at - first});
        at += arabic;
        first = at + 1;
    }
    add_tag(reader, (ahd_str){text.ptr + first, text.len - first});
}

static void take_tags(const ahd_reader *reader, const ahd_meta *meta)
{
    const ahd_meta_value *best = ahd_meta_best(meta, AHD_META_TAGS);

    if (best == NULL)
        return;
    for (uint32_t i = 0; i < meta->count; i++) {
        const ahd_meta_value *value = &meta->values[i];
        if (value->field == AHD_META_TAGS && value->rank == best->rank)
            split_tags(reader, ahd_meta_text(value, reader->doc->arena));
    }
    if (reader->doc->tags.count > 0)
        ahd_reader_note(reader, "tags", reader->doc->tags.items[0], best->from);
}

/* ---------------------------------------------------------------- entries */

bool ahd_facts_of_article(const ahd_meta *meta, ahd_arena *scratch)
{
    ahd_str type = ahd_meta_plain(meta, AHD_META_TYPE, scratch);
    const ahd_meta_value *published = ahd_meta_best(meta, AHD_META_PUBLISHED);

    return ahd_markup_same(type, "article") ||
           (published != NULL && published->rank >= 20);
}

void ahd_facts_start(const ahd_reader *reader, ahd_meta *meta)
{
    ahd_linked_finish(meta);
    reader->doc->outlet = take(reader, meta, AHD_META_OUTLET, "outlet");
    reader->doc->language = take(reader, meta, AHD_META_LANGUAGE, "language");
    reader->doc->section = take(reader, meta, AHD_META_SECTION, "section");
    take_address(reader, meta);
    take_tags(reader, meta);
}

void ahd_facts_finish(const ahd_reader *reader, const ahd_meta *meta,
                      const ahd_headline *title, ahd_str name)
{
    ahd_reader_note(reader, "title", title->words, title->from);
    const char *from = ahd_byline_find(reader, meta, title, name);
    ahd_reader_note(reader, "byline", reader->doc->byline, from);
    ahd_pubdate_find(reader, meta, title);
}
