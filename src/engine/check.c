#include "engine/check.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "engine/derive.h"
#include "engine/reading.h"
#include "kb/kb.h"

#include <string.h>

enum {
    SNIPPET = 60, /* bytes that a fault shows of either side */
    TIMES = 4     /* a byte may be told for title, text and caption */
};

typedef enum field {
    SHA256,
    TEXT_SHA256,
    MADE_BY,
    KIND,
    TEXT,
    CHARSET,
    MAP,
    PARAGRAPHS,
    SENTENCES,
    CAPTIONS,
    FIELDS
} field;

static const char *const names[FIELDS] = {
    "sha256",  "text_sha256", "made_by",    "kind",      "text",
    "charset", "map",         "paragraphs", "sentences", "captions"};

/* A reading that is looked at. */
typedef struct state {
    ahd_check *out;
    ahd_derive derive;
    ahd_arena *arena;
    ahd_str values[FIELDS];
    ahd_str text;
    size_t at;          /* how far the text was looked at */
    uint32_t character; /* the same in code points */
    uint64_t led;       /* bytes of the page that were told so far */
} state;

/* The stretch that is looked at: text [from, s->at). */
typedef struct row {
    uint32_t first; /* character */
    size_t from;
    ahd_span page;
    bool as_is;
} row;

void ahd_check_fail(ahd_check *check, ahd_fault fault)
{
    check->failures++;
    if (check->fault_count < AHD_CHECK_FAULTS)
        check->faults[check->fault_count++] = fault;
}

/* The beginning, in whole characters. */
static ahd_str snippet(ahd_str s)
{
    size_t len = s.len < SNIPPET ? s.len : SNIPPET;

    while (len < s.len && len > 0 && ((unsigned char)s.ptr[len] & 0xC0) == 0x80)
        len--;
    return (ahd_str){s.ptr, len};
}

static void fail(state *s, const char *what)
{
    ahd_check_fail(s->out, (ahd_fault){what, -1, -1, {"", 0}, {"", 0}});
}

static void fail_at(state *s, const char *what, size_t at, const row *r)
{
    ahd_str told = {s->text.ptr + at, s->text.len - at};

    ahd_check_fail(
        s->out,
        (ahd_fault){
            what, r->first, (int64_t)r->page.start, snippet(told), {"", 0}});
}

/* --------------------------------------------------------- one stretch */

/* Past `n` characters of the text; false when it has no more. */
static bool walk(state *s, uint32_t n)
{
    for (; n > 0 && s->at < s->text.len; n--) {
        (void)ahd_utf8_next(s->text, &s->at);
        s->character++;
    }
    return n == 0;
}

/* From the last stretch to the next: nothing but newlines. */
static bool walk_to(state *s, uint32_t character, const row *last)
{
    row gap = {.first = s->character, .from = s->at, .page = last->page};

    if (character < s->character || !walk(s, character - s->character))
        return false;
    ahd_str between = {s->text.ptr + gap.from, s->at - gap.from};
    for (size_t i = 0; i < between.len; i++)
        if (between.ptr[i] != '\n') {
            gap.page = (ahd_span){ahd_span_end(last->page), 0};
            fail_at(s, "no bytes are told for this", gap.from, &gap);
            break;
        }
    return true;
}

/* The first character that differs, and its place. */
static void fail_derived(state *s, const row *r, ahd_str told, ahd_str found)
{
    ahd_fault fault = {.what = "the page has other characters here",
                       .character = r->first,
                       .byte = r->page.start};
    size_t a = 0, b = 0;

    while (r->as_is && a < told.len && b < found.len) {
        size_t next_a = a, next_b = b;
        if (ahd_utf8_next(told, &next_a) != ahd_utf8_next(found, &next_b))
            break;
        fault.byte += (int64_t)(next_a - a);
        fault.character++;
        a = next_a;
        b = next_b;
    }
    fault.told = snippet((ahd_str){told.ptr + a, told.len - a});
    fault.found = snippet((ahd_str){found.ptr + b, found.len - b});
    ahd_check_fail(s->out, fault);
}

static void derive(state *s, const row *r)
{
    ahd_str told = {s->text.ptr + r->from, s->at - r->from};
    ahd_str page = ahd_str_span(s->derive.page, r->page);
    bool same = ahd_str_eq(told, page);

    if (same && s->derive.encoding->kind == AHD_ENCODING_UTF8) {
        s->out->characters += s->character - r->first;
        return;
    }
    ahd_mark mark = ahd_arena_mark(s->arena);
    ahd_str found = ahd_derive_decode(&s->derive, r->page);
    if ((r->as_is && !same) || !ahd_derive_holds(&s->derive, told, found)) {
        fail_derived(s, r, told, found); /* which needs the arena */
        return;
    }
    s->out->characters += s->character - r->first;
    ahd_arena_rewind(s->arena, mark);
}

/* Not again and again: what a record holds may mean harm. */
static bool is_fair(state *s, uint32_t len)
{
    s->led += len;
    return s->led <= TIMES * (uint64_t)s->derive.page.len;
}

static bool overlap(ahd_span a, ahd_span b)
{
    return a.start < ahd_span_end(b) && b.start < ahd_span_end(a);
}

/* False when the map is not to be followed any further. */
static bool check_row(state *s, ahd_str json, row *last)
{
    uint32_t n[AHD_READING_NUMBERS], end = s->character;
    size_t count = ahd_reading_numbers(json, n);

    if (count < 3) {
        fail(s, "the map is damaged");
        return false;
    }
    row r = {n[0], 0, {n[1], 0}, count == 3};
    if (!walk_to(s, n[0], last)) {
        fail_at(s, "the map is out of order", s->at, &r);
        return false;
    }
    bool apart = r.first > end; /* a heading may be the title too */
    r.from = s->at;
    if (n[2] == 0 || !walk(s, n[2])) {
        fail_at(s, "the map is longer than the text", r.from, &r);
        return false;
    }
    r.page.len = r.as_is ? (uint32_t)(s->at - r.from) : n[3];
    if ((uint64_t)r.page.start + r.page.len > s->derive.page.len)
        fail_at(s, "the page ends before this", r.from, &r);
    else if (!apart && overlap(r.page, last->page))
        fail_at(s, "the bytes are told for the text before it too", r.from, &r);
    else if (!is_fair(s, r.page.len))
        fail_at(s, "the page is told many times over", r.from, &r);
    else
        derive(s, &r);
    *last = r;
    return true;
}

static void check_map(state *s)
{
    ahd_json_in in;
    ahd_str json;
    row last = {0};
    bool more = true;

    ahd_reading_begin(&in, s->values[MAP]);
    while (more && ahd_reading_next(&in, &json))
        more = check_row(s, json, &last);
    if (in.broken)
        fail(s, "the map is damaged");
    else if (more)
        (void)walk_to(s, (uint32_t)ahd_utf8_count(s->text), &last);
}

/* ---------------------------------------------------------- other layers */

/* What may stand between spans: of paragraphs, white space; what is no word,
 * such as a stretching mark alone, is in no sentence. */
static bool is_beside(field which, ahd_str s)
{
    return which == SENTENCES || ahd_str_trim(s).len == 0;
}

/* Spans of the text in order. */
static void check_spans(state *s, field which, const char *what)
{
    uint32_t n[AHD_READING_NUMBERS];
    ahd_json_in in;
    ahd_str json;
    bool fine = true;

    s->at = s->character = 0;
    ahd_reading_begin(&in, s->values[which]);
    while (fine && ahd_reading_next(&in, &json)) {
        size_t from = s->at;
        fine = ahd_reading_numbers(json, n) == 2 && n[0] >= s->character &&
               n[1] > n[0] && walk(s, n[0] - s->character) &&
               is_beside(which, (ahd_str){s->text.ptr + from, s->at - from}) &&
               walk(s, n[1] - n[0]);
    }
    fine =
        fine && !in.broken &&
        is_beside(which, (ahd_str){s->text.ptr + s->at, s->text.len - s->at});
    if (!fine)
        ahd_check_fail(s->out,
                       (ahd_fault){what, s->character, -1, {"", 0}, {"", 0}});
}

static void check_caption(state *s, ahd_str json)
{
    static const char *const parts[] = {"text", "page"};
    ahd_str values[2];
    uint32_t n[AHD_READING_NUMBERS] = {0};

    if (!ahd_reading_fields(json, parts, values, 2) ||
        ahd_reading_numbers(values[1], n) != 2) {
        fail(s, "a caption is damaged");
        return;
    }
    if (!is_fair(s, n[1])) {
        fail(s, "the page is told many times over");
        return;
    }
    ahd_str told = ahd_reading_text(s->arena, values[0]);
    ahd_str page = ahd_derive_decode(&s->derive, (ahd_span){n[0], n[1]});
    if ((uint64_t)n[0] + n[1] > s->derive.page.len ||
        !ahd_derive_shows(&s->derive, told, page))
        ahd_check_fail(s->out, (ahd_fault){"a caption is other words", -1, n[0],
                                           snippet(told), snippet(page)});
    else
        s->out->characters += ahd_utf8_count(told);
}

static void check_captions(state *s)
{
    ahd_json_in in;
    ahd_str json;

    ahd_reading_begin(&in, s->values[CAPTIONS]);
    while (ahd_reading_next(&in, &json))
        check_caption(s, json);
    if (in.broken)
        fail(s, "the captions are damaged");
}

/* ------------------------------------------------------------ the reading */

static ahd_str hash(ahd_arena *arena, ahd_str bytes)
{
    char hex[AHD_SHA256_HEX];

    ahd_sha256_hex(bytes, hex);
    return ahd_arena_str(arena, (ahd_str){hex, sizeof hex});
}

static void compare(ahd_check *check, const char *what, ahd_str told,
                    ahd_str found)
{
    if (!ahd_str_eq(told, found))
        ahd_check_fail(check, (ahd_fault){what, -1, -1, told, found});
}

static void check_made_by(state *s)
{
    static const char *const parts[] = {"version", "kb", "words"};
    const ahd_kb *kb = ahd_kb_embedded();
    const ahd_str now[] = {AHD_STR(AHD_VERSION), kb->version,
                           kb->lang->version};
    ahd_str values[3];

    s->out->outdated =
        !ahd_reading_fields(s->values[MADE_BY], parts, values, 3);
    for (int i = 0; i < 3 && !s->out->outdated; i++)
        s->out->outdated =
            !ahd_str_eq(ahd_reading_text(s->arena, values[i]), now[i]);
}

static void check_text(state *s, const ahd_page_in *in)
{
    ahd_str charset = ahd_reading_text(s->arena, s->values[CHARSET]);
    const ahd_encoding *encoding = ahd_encoding_find(charset);

    if (encoding == NULL) {
        fail(s, "no charset is told; ahd rebuild makes the reading anew");
        return;
    }
    ahd_derive_init(&s->derive, in, encoding, s->arena);
    check_map(s);
    check_spans(s, PARAGRAPHS, "the paragraphs do not fit the text");
    check_captions(s);
    if (s->values[SENTENCES].len > 2)
        check_spans(s, SENTENCES, "the sentences do not fit the text");
}

void ahd_check_name(ahd_check *check, const ahd_page_in *in, ahd_str sha256,
                    ahd_arena *arena)
{
    check->sha256 = hash(arena, in->bytes);
    compare(check, "the bytes of the page have another SHA-256", sha256,
            check->sha256);
}

void ahd_check_reading(ahd_check *check, const ahd_page_in *in, ahd_str json,
                       ahd_arena *arena)
{
    state s = {.out = check, .arena = arena};

    if (!ahd_reading_fields(json, names, s.values, FIELDS)) {
        fail(&s, "the reading is damaged; ahd rebuild makes it anew");
        return;
    }
    ahd_str kind = ahd_reading_text(arena, s.values[KIND]);
    check->article = ahd_str_eq(kind, AHD_STR("article"));
    check_made_by(&s);
    if (check->sha256.len == 0)
        check->sha256 = hash(arena, in->bytes);
    compare(check, "the reading is of a page with another SHA-256",
            ahd_reading_text(arena, s.values[SHA256]), check->sha256);
    if (!check->article)
        return;
    s.text = ahd_reading_text(arena, s.values[TEXT]);
    compare(check, "the text has another SHA-256",
            ahd_reading_text(arena, s.values[TEXT_SHA256]),
            hash(arena, s.text));
    if (ahd_utf8_valid(s.text))
        check_text(&s, in);
    else
        fail(&s, "the text is no UTF-8");
}
