#include "byline.h"

#include "base/ascii.h"

#include "author.h"
#include "draft.h"
#include "stamp.h"

enum {
    NAMES = 8,       /* of one page */
    NEAR_TEXTS = 30, /* after the title */
    ABOVE_TEXTS = 12,
    WEAK_RANK = 8, /* of metadata that seldom names a person */
};

typedef struct finder {
    ahd_author judge;
    const ahd_reader *reader;
    const ahd_meta *meta;
    ahd_str names[NAMES];
    uint32_t count;
} finder;

static bool add(finder *f, ahd_str name)
{
    name = ahd_author_clean(&f->judge, name);
    if (!ahd_author_is(&f->judge, name) || f->count == NAMES)
        return false;
    for (uint32_t i = 0; i < f->count; i++)
        if (ahd_ascii_same(f->names[i], name) ||
            ahd_str_find(f->names[i], name) < f->names[i].len)
            return false;
    f->names[f->count++] = name;
    return true;
}

static bool tells_author(const ahd_meta_value *value)
{
    return value->field == AHD_META_AUTHOR && !value->reference;
}

/* The highest source of authors above low and up to high, or NULL. */
static const ahd_meta_value *highest_told(const finder *f, int low, int high)
{
    const ahd_meta_value *best = NULL;

    for (uint32_t i = 0; i < f->meta->count; i++) {
        const ahd_meta_value *value = &f->meta->values[i];
        if (tells_author(value) && value->rank <= high &&
            value->rank > (best ? best->rank : low))
            best = value;
    }
    return best;
}

/* All names that one source tells; its name, or NULL. */
static const char *take_told(finder *f, int low, int high)
{
    const ahd_meta_value *source;

    for (; (source = highest_told(f, low, high)); high = source->rank - 1) {
        for (uint32_t i = 0; i < f->meta->count; i++) {
            const ahd_meta_value *value = &f->meta->values[i];
            if (tells_author(value) && value->rank == source->rank)
                (void)add(f, ahd_meta_text(value, f->reader->scratch));
        }
        if (f->count > 0)
            return source->from;
    }
    return NULL;
}

static bool is_near(const ahd_headline *title, const ahd_credit *credit)
{
    return title->order == AHD_NONE ||
           (credit->order + ABOVE_TEXTS >= title->order &&
            credit->order <= title->order + NEAR_TEXTS);
}

/* The name in a text that a tag marks: a class is a weak mark, so that what
 * stands there must look like a name. */
static ahd_str marked_name(const finder *f, const ahd_credit *one)
{
    ahd_str rest, name = ahd_draft_plain(f->reader->scratch, one->text);
    bool by = ahd_author_after_by(&f->judge, name, &rest);

    if (by)
        name = rest;
    name = ahd_author_clean(&f->judge, name);
    bool fits = one->kind == AHD_CREDIT_NAMED && !by
                    ? ahd_author_full(&f->judge, name)
                    : ahd_author_looks(&f->judge, name);
    return fits ? name : AHD_STR("");
}

/* Names marked in one way, near each other. */
static bool take_marked(finder *f, const ahd_headline *title,
                        ahd_credit_kind kind, bool near)
{
    const ahd_credits *c = &f->meta->credits;
    uint32_t last = 0;

    for (uint32_t i = 0; i < c->count; i++) {
        const ahd_credit *one = &c->items[i];
        bool weak = kind == AHD_CREDIT_NAMED || kind == AHD_CREDIT_LINK;
        if (one->kind != kind || (near && !is_near(title, one)) ||
            (f->count > 0 && (weak || one->order > last + 4)))
            continue;
        ahd_str name = marked_name(f, one);
        if (name.len > 0 && add(f, name))
            last = one->order;
    }
    return f->count > 0;
}

/* "March 9, 2023 by Jane Doe", "11.12.2019 - Jane Doe" */
static bool take_after_date(finder *f, ahd_str text)
{
    ahd_stamp stamp;
    ahd_str name;
    size_t at = 0;

    if (!ahd_stamp_next(f->reader->in, text, &at, &stamp))
        return false;
    ahd_str rest = {text.ptr + stamp.end, text.len - stamp.end};
    size_t skip = ahd_author_letter(rest);
    rest = (ahd_str){rest.ptr + skip, rest.len - skip};
    if (ahd_author_after_by(&f->judge, rest, &name))
        return ahd_author_looks(&f->judge, name) && add(f, name);
    return ahd_author_bare(&f->judge, rest) && add(f, rest);
}

static bool has_date(const finder *f, ahd_str text)
{
    ahd_stamp stamp;
    size_t at = 0;

    return ahd_stamp_next(f->reader->in, text, &at, &stamp);
}

/* The name that stands between the title and the date, in a text of its own
 * or in the date's: «سلمى الدباغ», «السبت، 17 سبتمبر 2022». */
static bool take_before_date(finder *f, const ahd_headline *title)
{
    const ahd_credits *c = &f->meta->credits;
    ahd_arena *arena = f->reader->scratch;

    for (uint32_t i = 0; i < c->count; i++) {
        const ahd_credit *one = &c->items[i];
        if (title->order == AHD_NONE || one->order <= title->order ||
            one->order > title->order + 4)
            continue;
        ahd_str text = ahd_draft_plain(arena, one->text);
        if (has_date(f, text)) {
            ahd_str name = ahd_author_before_mark(&f->judge, text);
            return name.len < text.len && ahd_author_bare(&f->judge, name) &&
                   add(f, name);
        }
        uint32_t k = i + 1;
        if (k < c->count && c->items[k].text.len <= 4) /* a dot or a bar */
            k++;
        if (k < c->count && ahd_author_bare(&f->judge, text) &&
            has_date(f, ahd_draft_plain(arena, c->items[k].text)))
            return add(f, text);
    }
    return false;
}

/* "By Jane Doe", or "By" and then a link with the name. */
static bool take_by(finder *f, const ahd_headline *title)
{
    const ahd_credits *c = &f->meta->credits;
    ahd_arena *arena = f->reader->scratch;

    for (uint32_t i = 0; i < c->count; i++) {
        ahd_str rest, text = ahd_draft_plain(arena, c->items[i].text);
        if (!is_near(title, &c->items[i]))
            continue;
        bool by = ahd_author_after_by(&f->judge, text, &rest);
        if ((by && ahd_author_looks(&f->judge, rest) && add(f, rest)) ||
            take_after_date(f, text))
            return true;
        if (!by || rest.len > 0 || i + 1 == c->count ||
            c->items[i + 1].order > c->items[i].order + 1)
            continue;
        ahd_str next = ahd_author_before_mark(
            &f->judge, ahd_draft_plain(arena, c->items[i + 1].text));
        if (ahd_author_looks(&f->judge, next) && add(f, next))
            return true;
    }
    return false;
}

static const char *take_seen(finder *f, const ahd_headline *title)
{
    if (take_marked(f, title, AHD_CREDIT_PROPERTY, true))
        return "itemprop author";
    if (take_marked(f, title, AHD_CREDIT_REL, true))
        return "rel=author";
    if (take_by(f, title))
        return "the line under the title";
    if (take_marked(f, title, AHD_CREDIT_LINK, true))
        return "a link to the author's page";
    if (take_marked(f, title, AHD_CREDIT_NAMED, true))
        return "a name marked as the author's";
    if (take_before_date(f, title))
        return "the name before the date";
    return NULL;
}

static ahd_str join(const finder *f)
{
    ahd_str parts[2 * NAMES];
    size_t count = 0;

    for (uint32_t i = 0; i < f->count; i++) {
        if (i > 0)
            parts[count++] = AHD_STR(", ");
        parts[count++] = f->names[i];
    }
    return ahd_reader_join(f->reader, parts, count);
}

static const char *find(finder *f, const ahd_headline *title, ahd_str name)
{
    const char *from = take_told(f, WEAK_RANK, 99);

    if (from == NULL)
        from = take_seen(f, title);
    if (from == NULL && add(f, name))
        from = "a line of the text";
    if (from == NULL)
        from = take_told(f, 0, WEAK_RANK);
    if (from == NULL && (take_marked(f, title, AHD_CREDIT_PROPERTY, false) ||
                         take_marked(f, title, AHD_CREDIT_REL, false)))
        from = "rel=author";
    return from;
}

const char *ahd_byline_find(const ahd_reader *reader, const ahd_meta *meta,
                            const ahd_headline *title, ahd_str name)
{
    const ahd_doc *doc = reader->doc;
    finder f = {.reader = reader, .meta = meta};

    f.judge = (ahd_author){
        .in = reader->in,
        .arena = reader->scratch,
        .outlet = doc->outlet,
        .url = doc->url,
        .section = doc->section,
        .head = ahd_meta_plain(meta, AHD_META_HEAD, reader->scratch)};
    ahd_site_init(&f.judge.site, reader->scratch, doc->outlet, doc->url);
    const char *from = find(&f, title, name);
    if (from != NULL)
        reader->doc->byline = join(&f);
    return from;
}
