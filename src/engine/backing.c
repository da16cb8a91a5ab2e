#include "engine/backing.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "engine/reading.h"
#include "kb/kb.h"
#include "output/writer.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN = 400, DEEPEST = 8 };

typedef struct state {
    ahd_check *out;
    ahd_arena *arena;
    ahd_str text;
    uint32_t *bytes; /* where each character begins; the end is one more */
    uint32_t characters;
    ahd_buf *rows; /* that the JSON asks for */
} state;

static void fail(state *s, const char *what, ahd_str told, ahd_str found)
{
    ahd_check_fail(s->out, (ahd_fault){what, -1, -1, told, found});
}

/* The beginning of a line, in whole characters. */
static ahd_str some(ahd_str line)
{
    size_t len = line.len < SHOWN ? line.len : SHOWN;

    while (len < line.len && len > 0 &&
           ((unsigned char)line.ptr[len] & 0xC0) == 0x80)
        len--;
    return (ahd_str){line.ptr, len};
}

/* --------------------------------------------------------------- the text */

static void count_characters(state *s)
{
    size_t at = 0;

    s->characters = (uint32_t)ahd_utf8_count(s->text);
    s->bytes = ahd_new(s->arena, uint32_t, (size_t)s->characters + 1);
    for (uint32_t i = 0; i < s->characters; i++) {
        s->bytes[i] = (uint32_t)at;
        (void)ahd_utf8_next(s->text, &at);
    }
    s->bytes[s->characters] = (uint32_t)s->text.len;
}

/* The words of "[46,177]"; false when that is no span of the text. */
static bool words_at(const state *s, ahd_str json, ahd_str *out)
{
    uint32_t n[AHD_READING_NUMBERS];

    if (ahd_reading_numbers(json, n) != 2 || n[0] > n[1] ||
        n[1] > s->characters)
        return false;
    *out = (ahd_str){s->text.ptr + s->bytes[n[0]],
                     s->bytes[n[1]] - s->bytes[n[0]]};
    return true;
}

/* ------------------------------------------------------ layers in the text */

enum { TEXT, AT, SPANS_FROM = AT, SENTENCE, TRIGGER, CUE, CONTENT, SPANS_TO };
enum {
    FIRST_CHILD = SPANS_TO,
    SPEAKER = FIRST_CHILD,
    VIA,
    PLACE,
    LAST_ONE = PLACE,
    SOURCE,
    TARGET,
    AGREEMENT,
    PARTS
};

static const char *const parts[PARTS] = {
    [TEXT] = "text",       [AT] = "at",         [SENTENCE] = "sentence",
    [TRIGGER] = "trigger", [CUE] = "cue",       [CONTENT] = "content",
    [SPEAKER] = "speaker", [VIA] = "via",       [PLACE] = "place",
    [SOURCE] = "source",   [TARGET] = "target", [AGREEMENT] = "agreement"};

static void check_object(state *s, ahd_str json, int depth);

static void check_objects(state *s, ahd_str array, int depth)
{
    ahd_json_in in;
    ahd_str item;

    ahd_reading_begin(&in, array);
    while (ahd_reading_next(&in, &item))
        check_object(s, item, depth);
    if (in.broken)
        fail(s, "a layer of the reading is damaged", some(array), AHD_STR(""));
}

/* Spans stand in the text, and words that are told with one are its words. */
static void check_spans(state *s, ahd_str json, const ahd_str values[PARTS])
{
    ahd_str words = AHD_STR(""), at;

    for (int i = SPANS_FROM; i < SPANS_TO; i++) {
        if (values[i].len == 0)
            continue;
        if (!words_at(s, values[i], &words))
            fail(s, "this points outside the text", some(json), AHD_STR(""));
        else if (i == AT && values[TEXT].len > 0) {
            at = ahd_reading_text(s->arena, values[TEXT]);
            if (!ahd_str_eq(at, words))
                fail(s, "the text has other words here", some(at), some(words));
        }
    }
}

static void check_object(state *s, ahd_str json, int depth)
{
    ahd_str values[PARTS];

    if (depth == DEEPEST || !ahd_reading_fields(json, parts, values, PARTS)) {
        fail(s, "a layer of the reading is damaged", some(json), AHD_STR(""));
        return;
    }
    check_spans(s, json, values);
    for (int i = FIRST_CHILD; i < PARTS; i++) {
        if (values[i].len == 0)
            continue;
        if (i <= LAST_ONE)
            check_object(s, values[i], depth + 1);
        else
            check_objects(s, values[i], depth + 1);
    }
}

/* ------------------------------------------------ rows that the JSON asks for
 */

enum { N, ACT, MODE, DATE, MODALITY, RULE, WHERE, ACT_FIELDS };

static const char *const act_fields[ACT_FIELDS] = {
    "id", "act", "mode", "date", "modality", "rule", "sentence"};

typedef struct who {
    const char *slot;
    ahd_str actor;
} who;

typedef struct cast {
    AHD_VEC(who) actors;
} cast;

static void begin_row(state *s, ahd_writer *w, const char *kind)
{
    ahd_buf_add(s->rows, ahd_str_from(kind));
    ahd_buf_byte(s->rows, ' ');
    *w = (ahd_writer){.out = s->rows};
    ahd_writer_open(w, '{');
}

static void end_row(state *s, ahd_writer *w)
{
    ahd_writer_close(w, '}');
    ahd_buf_byte(s->rows, '\n');
}

/* Numbers stand as they are, texts are taken out of the JSON. */
static void put(state *s, ahd_writer *w, const char *key, ahd_str value)
{
    uint32_t n;
    ahd_str text = ahd_reading_text(s->arena, value);

    if (text.len == 0)
        return;
    ahd_writer_key(w, key);
    if (value.ptr[0] != '"' && ahd_str_number(value, &n))
        ahd_writer_int(w, n);
    else
        ahd_writer_str(w, text);
}

static void put_document(state *s, ahd_str json)
{
    static const char *const names[] = {"id",   "title",   "outlet",   "url",
                                        "kind", "refused", "published"};
    enum { PLAIN = 6 };
    static const char *const day[] = {"date"};
    ahd_str values[PLAIN + 1], date[1] = {{"", 0}};
    ahd_writer w;

    (void)ahd_reading_fields(json, names, values, PLAIN + 1);
    begin_row(s, &w, "document");
    for (int i = 0; i < PLAIN; i++)
        put(s, &w, names[i], values[i]);
    if (values[PLAIN].len > 0 &&
        ahd_reading_fields(values[PLAIN], day, date, 1))
        put(s, &w, "published", date[0]);
    end_row(s, &w);
}

static void put_act(state *s, ahd_str json)
{
    static const char *const columns[] = {"n",    "act",      "mode",
                                          "date", "modality", "rule"};
    ahd_str values[ACT_FIELDS], words;
    uint32_t n[AHD_READING_NUMBERS];
    ahd_writer w;

    (void)ahd_reading_fields(json, act_fields, values, ACT_FIELDS);
    begin_row(s, &w, "act");
    for (int i = 0; i < WHERE; i++)
        put(s, &w, columns[i], values[i]);
    if (words_at(s, values[WHERE], &words)) {
        (void)ahd_reading_numbers(values[WHERE], n);
        ahd_writer_key(&w, "sentence_start");
        ahd_writer_int(&w, n[0]);
        ahd_writer_key(&w, "sentence_end");
        ahd_writer_int(&w, n[1]);
        if (words.len > 0)
            ahd_writer_field(&w, "sentence", words);
    }
    end_row(s, &w);
}

static void add_id(state *s, cast *c, const char *slot, ahd_str json)
{
    ahd_str actor = ahd_reading_text(s->arena, json);

    if (actor.len > 0)
        *ahd_vec_push(s->arena, &c->actors) = (who){slot, actor};
}

/* An argument names an actor, and whom that one acts for. */
static void add_who(state *s, cast *c, const char *slot, ahd_str json)
{
    static const char *const names[] = {"id", "for"};
    ahd_str values[2], principal[1];

    if (json.len == 0 || !ahd_reading_fields(json, names, values, 2))
        return;
    add_id(s, c, slot, values[0]);
    if (values[1].len > 0 && ahd_reading_fields(values[1], names, principal, 1))
        add_id(s, c, "for", principal[0]);
}

static void add_all(state *s, cast *c, const char *slot, ahd_str array)
{
    ahd_json_in in;
    ahd_str item;

    if (array.len == 0)
        return;
    ahd_reading_begin(&in, array);
    while (ahd_reading_next(&in, &item))
        add_who(s, c, slot, item);
}

static int compare_who(const void *one, const void *other)
{
    const who *a = one, *b = other;
    int order = strcmp(a->slot, b->slot);

    return order ? order : ahd_str_cmp(a->actor, b->actor);
}

static void put_cast(state *s, ahd_str n, cast *c)
{
    ahd_writer w;

    if (c->actors.count > 0)
        qsort(c->actors.items, c->actors.count, sizeof(who), compare_who);
    for (uint32_t i = 0; i < c->actors.count; i++) {
        const who *this = &c->actors.items[i];
        if (i > 0 && compare_who(this, this - 1) == 0)
            continue;
        begin_row(s, &w, "actor");
        put(s, &w, "n", n);
        ahd_writer_field(&w, "slot", ahd_str_from(this->slot));
        ahd_writer_field(&w, "actor", this->actor);
        end_row(s, &w);
    }
}

/* Each once, in the order of their keys. */
static void put_actors(state *s, ahd_str json)
{
    static const char *const slots[] = {"source", "target", "speaker", "via",
                                        "id"};
    ahd_str values[5];
    cast c = {{NULL, 0, 0}};

    (void)ahd_reading_fields(json, slots, values, 5);
    for (int i = 0; i < 2; i++)
        add_all(s, &c, slots[i], values[i]);
    for (int i = 2; i < 4; i++)
        add_who(s, &c, slots[i], values[i]);
    put_cast(s, values[4], &c);
}

/* A resolution that no registry has is named in the JSON only. */
static bool is_kept(ahd_str id)
{
    return !ahd_str_starts(id, AHD_STR("unscr-")) ||
           ahd_kb_find_agreement(ahd_kb_embedded(), id) != AHD_KB_NONE;
}

static void put_agreement(state *s, ahd_str n, int64_t rank, ahd_str json)
{
    static const char *const names[] = {"id", "how"};
    ahd_str values[2];
    ahd_writer w;

    (void)ahd_reading_fields(json, names, values, 2);
    begin_row(s, &w, "agreement");
    put(s, &w, "n", n);
    ahd_writer_key(&w, "rank");
    ahd_writer_int(&w, rank);
    if (is_kept(ahd_reading_text(s->arena, values[0])))
        put(s, &w, "agreement", values[0]);
    put(s, &w, "how", values[1]);
    end_row(s, &w);
}

static void put_agreements(state *s, ahd_str json)
{
    static const char *const names[] = {"id", "agreement"};
    ahd_str values[2], item;
    ahd_json_in in;
    int64_t rank = 0;

    (void)ahd_reading_fields(json, names, values, 2);
    if (values[1].len == 0)
        return;
    ahd_reading_begin(&in, values[1]);
    while (ahd_reading_next(&in, &item))
        put_agreement(s, values[0], rank++, item);
}

typedef void put_fn(state *s, ahd_str act);

static void put_each(state *s, ahd_str acts, put_fn *one)
{
    ahd_json_in in;
    ahd_str item;

    if (acts.len == 0)
        return;
    ahd_reading_begin(&in, acts);
    while (ahd_reading_next(&in, &item)) {
        ahd_mark mark = ahd_arena_mark(s->arena);
        one(s, item);
        ahd_arena_rewind(s->arena, mark);
    }
}

/* Line by line; after the first that differs, the others say nothing new. */
static void compare_rows(state *s, ahd_str rows)
{
    ahd_str asked = ahd_buf_str(s->rows);

    while (rows.len > 0 || asked.len > 0) {
        ahd_str row = ahd_str_cut(&rows, '\n');
        ahd_str want = ahd_str_cut(&asked, '\n');
        if (ahd_str_eq(row, want))
            continue;
        fail(s, "a row is not what the reading says; ahd rebuild makes it anew",
             ahd_arena_str(s->arena, some(row)),
             ahd_arena_str(s->arena, some(want)));
        return;
    }
}

/* ------------------------------------------------------------ the reading */

enum { DOC_TEXT, MENTIONS, TIMES, QUOTES, ACTS, EVENTS, LAYERS };

void ahd_backing_check(ahd_check *check, ahd_str json, const ahd_buf *rows,
                       ahd_buf *scratch, ahd_arena *arena)
{
    static const char *const names[LAYERS] = {"text",   "mentions", "times",
                                              "quotes", "acts",     "events"};
    state s = {.out = check, .arena = arena, .rows = scratch};
    ahd_str values[LAYERS];

    if (!ahd_reading_fields(json, names, values, LAYERS))
        return; /* which was told by others */
    s.text = ahd_reading_text(arena, values[DOC_TEXT]);
    if (!ahd_utf8_valid(s.text))
        return;
    count_characters(&s);
    for (int i = MENTIONS; i < LAYERS; i++)
        if (values[i].len > 0)
            check_objects(&s, values[i], 0);
    if (rows == NULL || rows->len == 0)
        return;
    ahd_buf_clear(scratch);
    put_document(&s, json);
    put_each(&s, values[ACTS], put_act);
    put_each(&s, values[ACTS], put_actors);
    put_each(&s, values[ACTS], put_agreements);
    compare_rows(&s, ahd_buf_str(rows));
}
