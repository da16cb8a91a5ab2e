#include "title.h"

#include "draft.h"
#include "site.h"

#include <string.h>

enum {
    LEAST_BYTES = 8,   /* of a title, squeezed */
    WORDS_BYTES = 600, /* of a heading */
    SAID_BYTES = 1000,
    PARTS = 8, /* of a <title> */
    SAID = PARTS + 5,
    AGREES = 4, /* the worth of a heading that something agrees with */
};

/* What stands between a title and the name of its site. */
static const char *const separators[] = {
    " | ",       " - ",       " – ",        " — ",       " :: ",
    " » ",       " « ",       " · ",        " • ",       " &#8211; ",
    " &#8212; ", " &ndash; ", " &mdash; ",  " &#124; ",  " &raquo; ",
    " &laquo; ", " &#8208; ", " &middot; ", " &#x2013;", " // ",
    "|",         "_",
};

typedef struct finder {
    const ahd_meta *meta;
    const ahd_reader *reader;
    ahd_site site;
    ahd_str said[SAID]; /* what the page says its title is, squeezed */
    uint32_t count;
} finder;

/* A heading, or some pieces of it, read. */
typedef struct seen {
    const ahd_heading *heading;
    uint32_t first, end;
    ahd_str words, squeezed;
} seen;

static bool holds(ahd_str text, ahd_str part)
{
    return part.len >= LEAST_BYTES && part.len <= text.len &&
           ahd_str_find(text, part) < text.len;
}

/* -------------------------------------------------------- parts of a title */

/* Bytes of the separator at `at`; 0 when there is none. */
static size_t separator_at(ahd_str raw, size_t at)
{
    ahd_str rest = {raw.ptr + at, raw.len - at};
    char c = raw.ptr[at];

    if (c != ' ' && c != '|' && c != '_')
        return 0;
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (ahd_str_starts(rest, ahd_str_from(separators[i])))
            return strlen(separators[i]);
    return 0;
}

static uint32_t split(ahd_str raw, ahd_str parts[PARTS])
{
    uint32_t count = 0;
    size_t first = 0, at = 0;

    while (at < raw.len && count + 1 < PARTS) {
        size_t bytes = separator_at(raw, at);
        if (bytes > 0) {
            parts[count++] = (ahd_str){raw.ptr + first, at - first};
            first = at + bytes;
        }
        at += bytes > 0 ? bytes : 1;
    }
    parts[count++] = (ahd_str){raw.ptr + first, raw.len - first};
    return count;
}

/* Without the site's name at either end; without the last part if it is the
 * shorter one and nobody knows what it is. */
static ahd_str without_site(const finder *f, ahd_str raw, bool guess)
{
    ahd_arena *arena = f->reader->scratch;
    ahd_str parts[PARTS];
    uint32_t first = 0, end = split(raw, parts);

    while (end - first > 1 &&
           ahd_site_is(&f->site, arena, ahd_draft_plain(arena, parts[end - 1])))
        end--;
    while (end - first > 1 &&
           ahd_site_is(&f->site, arena, ahd_draft_plain(arena, parts[first])))
        first++;
    const char *start = parts[first].ptr;
    ahd_str last = parts[end - 1];
    bool whole = start == raw.ptr && last.ptr + last.len == raw.ptr + raw.len;
    size_t left = (size_t)(last.ptr - start);
    if (guess && whole && end - first > 1 && left > last.len)
        last = parts[end - 2];
    else if (guess && whole && end - first == 2 && left * 2 < last.len)
        start = last.ptr;
    return ahd_str_trim(
        (ahd_str){start, (size_t)(last.ptr + last.len - start)});
}

/* ------------------------------------------------------------- headings */

static void read_pieces(const finder *f, seen *one)
{
    ahd_arena *scratch = f->reader->scratch;
    char joined[WORDS_BYTES];
    size_t len = 0;

    for (uint32_t i = one->first; i < one->end && len < WORDS_BYTES; i++) {
        ahd_str piece = f->meta->pieces[i];
        size_t n =
            piece.len < WORDS_BYTES - len ? piece.len : WORDS_BYTES - len;
        while (n < piece.len && n > 0 && ((uint8_t)piece.ptr[n] & 0xC0) == 0x80)
            n--; /* a long heading is cut between characters */
        memcpy(joined + len, piece.ptr, n);
        len += n;
        if (n < piece.len)
            break;
    }
    one->words = ahd_draft_plain(scratch, (ahd_str){joined, len});
    one->squeezed = ahd_site_squeeze(scratch, one->words);
}

/* 3: what the page says and the heading are the same, 2: the heading is a part
 * of it, 1: it a part of the heading; 0: they do not agree. */
static int agreement(const finder *f, const seen *one)
{
    int best = 0;

    for (uint32_t i = 0; i < f->count; i++) {
        ahd_str words = f->said[i];
        int level = ahd_str_eq(words, one->squeezed) ? 3
                    : holds(words, one->squeezed)    ? 2
                    : holds(one->squeezed, words)    ? 1
                                                     : 0;
        bool whole = one->squeezed.len * 2 > words.len;
        best = level > best && (whole || level != 2) ? level : best;
    }
    return best;
}

/* An h1 before an h2, what agrees before what does not. 0: no title. */
static int worth(const finder *f, const seen *one)
{
    bool h1 = one->heading->element == AHD_ELEMENT_H1;
    int agrees = agreement(f, one);

    if (one->squeezed.len == 0 || (!h1 && agrees < 3) ||
        ahd_site_is(&f->site, f->reader->scratch, one->words))
        return 0;
    return agrees * AGREES + (h1 ? 2 : 0) + !one->heading->aside;
}

static bool is_better(const seen *a, int a_worth, const seen *b, int b_worth)
{
    return a_worth > b_worth || (a_worth == b_worth && a_worth >= AGREES &&
                                 a->words.len > b->words.len);
}

static seen find_heading(const finder *f)
{
    seen best = {0};
    int most = 0, alone = 0;

    for (uint32_t i = 0; i < f->meta->heading_count; i++) {
        seen one = {.heading = &f->meta->headings[i]};
        one.first = one.heading->first;
        one.end = one.heading->end;
        read_pieces(f, &one);
        int value = worth(f, &one);
        alone += value > 0 && value < AGREES;
        if (is_better(&one, value, &best, most)) {
            most = value;
            best = one;
        }
    }
    /* One h1 is the title even if nothing says so; of several, none is. */
    if (most < AGREES &&
        (alone != 1 || most < 3 || best.squeezed.len < LEAST_BYTES))
        best.heading = NULL;
    return best;
}

/* The <title> is nothing but the site's name: the first heading is more. */
static seen first_heading(const finder *f)
{
    for (uint32_t i = 0; i < f->meta->heading_count; i++) {
        seen one = {.heading = &f->meta->headings[i]};
        one.first = one.heading->first;
        one.end = one.heading->end;
        read_pieces(f, &one);
        if (one.squeezed.len >= LEAST_BYTES && !one.heading->aside &&
            !ahd_site_is(&f->site, f->reader->scratch, one.words))
            return one;
    }
    return (seen){0};
}

/* A heading may begin with a kicker and end with a mark, in tags of their own:
 * the pieces that are what the page says its title is. */
static void drop_kicker(const finder *f, seen *best)
{
    if (agreement(f, best) != 1)
        return;
    for (uint32_t i = best->first; i < best->end; i++)
        for (uint32_t k = best->end; k > i && k + 8 > best->end; k--) {
            seen one = {.heading = best->heading, .first = i, .end = k};
            read_pieces(f, &one);
            if (one.squeezed.len >= LEAST_BYTES && agreement(f, &one) == 3) {
                *best = one;
                return;
            }
        }
}

/* --------------------------------------------------------------- the title */

static void say(finder *f, ahd_str plain)
{
    ahd_str words = {"", 0};

    if (plain.len <= SAID_BYTES) /* what is longer is no title */
        words = ahd_site_squeeze(f->reader->scratch, plain);
    if (words.len > 0 && f->count < SAID)
        f->said[f->count++] = words;
}

static void listen(finder *f, ahd_str raw)
{
    ahd_arena *arena = f->reader->scratch;
    const ahd_meta_value *head = ahd_meta_best(f->meta, AHD_META_HEAD);
    ahd_str parts[PARTS];

    say(f, ahd_meta_plain(f->meta, AHD_META_HEADLINE, arena));
    say(f, ahd_meta_plain(f->meta, AHD_META_TITLE, arena));
    say(f, ahd_draft_plain(arena, without_site(f, raw, true)));
    say(f, ahd_meta_plain(f->meta, AHD_META_HEAD, arena));
    uint32_t count = head ? split(head->raw, parts) : 0;
    size_t colon = head ? ahd_str_find(head->raw, AHD_STR(": ")) + 2 : 0;
    if (head && colon < head->raw.len) /* "Site: Title", of blogs */
        say(f, ahd_draft_plain(arena, (ahd_str){head->raw.ptr + colon,
                                                head->raw.len - colon}));
    for (uint32_t i = 0; i < count; i++)
        if (parts[i].len >= LEAST_BYTES)
            say(f, ahd_draft_plain(arena, parts[i]));
}

static void take_raw(ahd_str raw, const char *from, const ahd_reader *reader,
                     ahd_headline *out)
{
    ahd_str *piece = ahd_new(reader->scratch, ahd_str, 1);

    *piece = raw;
    *out = (ahd_headline){.pieces = piece,
                          .end = raw.len > 0,
                          .words = ahd_draft_plain(reader->scratch, raw),
                          .order = AHD_NONE,
                          .from = from};
}

void ahd_title_find(const ahd_meta *meta, const ahd_reader *reader,
                    ahd_headline *out)
{
    const ahd_meta_value *og = ahd_meta_best(meta, AHD_META_TITLE);
    const ahd_meta_value *head = ahd_meta_best(meta, AHD_META_HEAD);
    ahd_str raw = og ? og->raw : head ? head->raw : AHD_STR("");
    finder f = {.meta = meta, .reader = reader};

    ahd_site_init(&f.site, reader->scratch, reader->doc->outlet,
                  reader->doc->url);
    listen(&f, raw);
    seen best = find_heading(&f);
    if (best.heading == NULL &&
        ahd_site_is(&f.site, reader->scratch,
                    ahd_draft_plain(reader->scratch, raw)))
        best = first_heading(&f);
    if (best.heading == NULL) {
        take_raw(without_site(&f, raw, true), og ? og->from : "title", reader,
                 out);
        if (meta->title_order > 0)
            out->order = meta->title_order - 1;
        return;
    }
    drop_kicker(&f, &best);
    bool h1 = best.heading->element == AHD_ELEMENT_H1;
    if (best.end - best.first == 1)
        take_raw(without_site(&f, meta->pieces[best.first], false), "", reader,
                 out);
    else
        *out = (ahd_headline){meta->pieces, best.first, best.end,
                              best.words,   0,          ""};
    out->order = best.heading->order;
    out->from = h1 ? "h1" : "h2 or h3";
}
