#include "pubdate.h"

#include "base/utf8.h"
#include "draft.h"
#include "stamp.h"

#include <string.h>

enum {
    TRUSTED_RANK = 15, /* of metadata that is about the article itself */
    CERTAIN = 36,      /* points of a date that is seen */
    LIKELY = 8,
    JOINED_BYTES = 320,
    BEFORE_BYTES = 48,    /* of a text that may belong to the next one */
    STAMPS = 4,           /* looked at, in one text */
    VALUE_BYTES = 40,     /* of a date in data, */
    DATA_BYTES = 1 << 20, /* which is looked for in so much of a page */
};

typedef struct choice {
    ahd_day day;
    ahd_day other; /* see ahd_stamp */
    int points;
    bool zulu;
    const char *from;
    ahd_str text; /* plain */
} choice;

typedef struct finder {
    const ahd_reader *reader;
    const ahd_meta *meta;
    uint32_t title; /* order of the title, or AHD_NONE */
    choice told, told_changed, seen, seen_changed;
    ahd_day address;
} finder;

/* ---------------------------------------------------------- what is told */

static void take_value(const finder *f, const ahd_meta_value *value,
                       choice *best)
{
    ahd_str text;
    ahd_stamp stamp;
    size_t at = 0;

    if (value->rank <= best->points)
        return;
    text = ahd_meta_text(value, f->reader->scratch);
    if (ahd_stamp_next(f->reader->in, text, &at, &stamp))
        *best = (choice){stamp.day,  stamp.other, value->rank,
                         stamp.zulu, value->from, text};
}

static void find_told(finder *f)
{
    for (uint32_t i = 0; i < f->meta->count; i++) {
        const ahd_meta_value *value = &f->meta->values[i];
        if (value->field == AHD_META_PUBLISHED)
            take_value(f, value, &f->told);
        else if (value->field == AHD_META_UPDATED)
            take_value(f, value, &f->told_changed);
    }
}

/* ---------------------------------------------------------- what is seen */

/* Texts before it, if they are short, and the text; *start: where it begins.
 * A day, a month and a year often stand in tags of their own. */
static ahd_str join(const ahd_sight *sight, ahd_arena *arena, size_t *start)
{
    char bytes[JOINED_BYTES];
    size_t len = 0;

    for (int i = AHD_SIGHT_TEXTS - 1; i-- > 0;) {
        ahd_str part = sight->before[i];
        if (part.len == 0 || part.len > BEFORE_BYTES)
            continue;
        memcpy(bytes + len, part.ptr, part.len);
        len += part.len;
        bytes[len++] = ' ';
    }
    *start = ahd_draft_plain(arena, (ahd_str){bytes, len}).len;
    if (sight->text.len < JOINED_BYTES - len) {
        memcpy(bytes + len, sight->text.ptr, sight->text.len);
        len += sight->text.len;
    }
    return ahd_draft_plain(arena, (ahd_str){bytes, len});
}

/* By how many texts it stands behind the title; teasers stand there too. */
static int points_of_place(const finder *f, uint32_t order)
{
    static const struct {
        uint32_t texts;
        int points;
    } rows[] = {{4, 32}, {8, 28}, {20, 14}, {45, 6}, {150, -8}};

    if (f->title == AHD_NONE)
        return order < 40 ? 6 : 0;
    if (order < f->title)
        return f->title - order <= 6 ? 16 : f->title - order <= 14 ? 6 : 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (order - f->title <= rows[i].texts)
            return rows[i].points;
    return -12;
}

static int points_of_flags(unsigned flags)
{
    static const struct {
        unsigned flag;
        int points;
    } rows[] = {
        {AHD_SIGHT_PROPERTY, 10}, {AHD_SIGHT_PUBLISHED, 12},
        {AHD_SIGHT_TIME, 12},     {AHD_SIGHT_DATED, 12},
        {AHD_SIGHT_ASIDE, -24},   {AHD_SIGHT_LINKED, -8},
        {AHD_SIGHT_REMARK, -24},
    };
    int points = 0;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        points += flags & rows[i].flag ? rows[i].points : 0;
    return points;
}

/* What is behind a long link is another page's, unless the link is the title;
 * where the title is not known, that may be so. */
static int points_of_link(const finder *f, const ahd_sight *sight)
{
    if (!(sight->flags & AHD_SIGHT_TEASER) ||
        (f->title != AHD_NONE && sight->order >= f->title &&
         sight->order <= f->title + 2))
        return 0;
    return f->title == AHD_NONE || sight->order < f->title ? -18 : -36;
}

static void offer(finder *f, const ahd_sight *sight, const ahd_stamp *stamp,
                  ahd_str text)
{
    bool changed = stamp->cue == AHD_CREDITWORD_UPDATED ||
                   (stamp->cue == AHD_CREDITWORD_NONE &&
                    (sight->flags & AHD_SIGHT_UPDATED) &&
                    !(sight->flags & AHD_SIGHT_PUBLISHED));
    choice *best = changed ? &f->seen_changed : &f->seen;
    size_t all = ahd_utf8_count(text);
    size_t around = all > stamp->letters ? all - stamp->letters : 0;
    int points = points_of_place(f, sight->order) +
                 points_of_flags(sight->flags) + points_of_link(f, sight) +
                 (around <= 28  ? 10
                  : around > 60 ? -20
                                : 0) +
                 (stamp->cue == AHD_CREDITWORD_PUBLISHED ? 14 : 0) -
                 (stamp->brief || stamp->counted ? 10 : 0);

    if (stamp->cue != AHD_CREDITWORD_NEVER && points > best->points)
        *best = (choice){stamp->day,  stamp->other,         points,
                         stamp->zulu, "a date on the page", text};
}

/* The day that is seen is the one: a tag may tell it in another time zone, but
 * it tells days from months. */
static void take_sight(finder *f, const ahd_sight *sight)
{
    ahd_arena *arena = f->reader->scratch;
    size_t start, at = 0, told_at = 0;
    ahd_str text = join(sight, arena, &start);
    ahd_str told = ahd_draft_plain(arena, sight->told);
    ahd_stamp stamp, machine;
    bool has_told = ahd_stamp_next(f->reader->in, told, &told_at, &machine);
    bool any = false;

    for (int i = 0; i < STAMPS; i++) {
        if (!ahd_stamp_next(f->reader->in, text, &at, &stamp))
            break;
        if (stamp.end <= start)
            continue;
        if (has_told && stamp.other == machine.day)
            stamp.day = machine.day, stamp.other = AHD_NO_DAY;
        any = true;
        offer(f, sight, &stamp, (ahd_str){text.ptr + start, text.len - start});
    }
    if (has_told && !any)
        offer(f, sight, &machine, told);
}

/* ------------------------------------------------- what scripts are told */

/* Names of a day in the data of a page's programs. */
static const char *const data_names[] = {
    "datePublished",  "publishedAt",    "published_at", "publishDate",
    "publish_date",   "date_published", "datePosted",   "pubDate",
    "data-published", "data-datetime",  "data-date",    "data-time",
};

static bool is_in(char c, const char *marks, size_t count)
{
    return memchr(marks, c, count) != NULL;
}

/* `name":"2021-03-01` or `name="2021-03-01`: the value; "" when it is none. */
static ahd_str value_after(ahd_str text, size_t at)
{
    size_t first;

    while (at < text.len && is_in(text.ptr[at], "\\\"' :=", 6))
        at++;
    for (first = at; at < text.len && at < first + VALUE_BYTES; at++)
        if (is_in(text.ptr[at], "\\\"'<>,", 6))
            return (ahd_str){text.ptr + first, at - first};
    return AHD_STR("");
}

/* The last resort: no part of the page that is read tells a day. */
static choice find_in_data(const finder *f)
{
    ahd_str all = f->reader->decoded->text;
    ahd_str text = {all.ptr, all.len < DATA_BYTES ? all.len : DATA_BYTES};
    choice found = {.day = AHD_NO_DAY, .from = "the page's data"};

    for (size_t i = 0; i < sizeof data_names / sizeof *data_names; i++) {
        ahd_str name = ahd_str_from(data_names[i]);
        size_t at = ahd_str_find(text, name);
        if (at == text.len)
            continue;
        found.text = value_after(text, at + name.len);
        found.day = ahd_stamp_day(f->reader->in, found.text);
        if (found.day != AHD_NO_DAY)
            break;
    }
    return found;
}

/* A title may begin with its day: "08.11.2021 | Talks end". */
static choice find_in_title(const finder *f)
{
    choice found = {.day = AHD_NO_DAY, .from = "the title"};
    ahd_stamp stamp;
    size_t at = 0;

    found.text = ahd_meta_plain(f->meta, AHD_META_HEAD, f->reader->scratch);
    if (ahd_stamp_next(f->reader->in, found.text, &at, &stamp) && !stamp.brief)
        found.day = stamp.day;
    return found;
}

/* -------------------------------------------------------------- decision */

static bool is_near(ahd_day a, ahd_day b)
{
    return a != AHD_NO_DAY && b != AHD_NO_DAY && a - b <= 1 && b - a <= 1;
}

/* Of an ambiguous date, the reading that something else agrees with. */
static void settle(const finder *f, choice *c)
{
    const ahd_day others[] = {f->told.day, f->address, f->told_changed.day,
                              f->seen.day, f->seen_changed.day};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (c->other != AHD_NO_DAY && c->other == others[i])
            c->day = c->other;
}

/* The instant is told in UTC: the day that the site writes is its own. */
static void settle_zone(const finder *f, choice *c)
{
    if (!c->zulu)
        return;
    if (is_near(f->address, c->day))
        c->day = f->address;
    else if (f->seen.points >= CERTAIN && is_near(f->seen.day, c->day))
        c->day = f->seen.day;
}

static choice decide(finder *f)
{
    choice address = {.day = f->address,
                      .points = 1,
                      .from = "the address",
                      .text = f->reader->doc->url};

    if (f->told.points >= TRUSTED_RANK)
        return f->told;
    if (f->address != AHD_NO_DAY)
        return address;
    if (f->seen.points >= CERTAIN)
        return f->seen;
    if (f->told.points > 0)
        return f->told;
    if (f->seen.points >= LIKELY)
        return f->seen;
    if (f->seen_changed.points >= CERTAIN)
        return f->seen_changed;
    if (f->told_changed.points > 0)
        return f->told_changed;
    if (f->seen_changed.points > 0)
        return f->seen_changed;
    choice titled = find_in_title(f);
    return titled.day != AHD_NO_DAY ? titled : find_in_data(f);
}

void ahd_pubdate_find(const ahd_reader *reader, const ahd_meta *meta,
                      const ahd_headline *title)
{
    static const choice none = {AHD_NO_DAY, AHD_NO_DAY, 0, false, "", {"", 0}};
    finder f = {reader, meta, title->order, none, none, none, none, AHD_NO_DAY};

    find_told(&f);
    f.address = ahd_stamp_of_url(reader->in, reader->doc->url);
    for (uint32_t i = 0; i < meta->sights.count; i++)
        take_sight(&f, &meta->sights.items[i]);
    settle(&f, &f.told);
    settle(&f, &f.seen);
    settle(&f, &f.seen_changed);
    choice best = decide(&f);
    settle_zone(&f, &best);
    const choice *changed =
        f.told_changed.points > 0 ? &f.told_changed : &f.seen_changed;
    reader->doc->updated = changed->day;
    ahd_reader_note(reader, "updated", changed->text, changed->from);
    ahd_reader_dated(reader, best.day, best.from, best.text);
}
