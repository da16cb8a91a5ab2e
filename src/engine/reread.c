#include "engine/reread.h"

#include "base/utf8.h"
#include "engine/reading.h"

enum { STEP = 64 };

static const char *const field_names[AHD_REREAD_FIELDS] = {
    "id",       "act",     "mode",       "sentence",  "trigger", "source",
    "target",   "speaker", "via",        "agreement", "date",    "place",
    "modality", "rule",    "confidence", "about"};

/* -------------------------------------------------------------- offsets */

static void count_characters(ahd_reread *s)
{
    size_t at = 0;

    s->bytes = ahd_new(s->arena, uint32_t, s->text.len / STEP + 2);
    for (; at < s->text.len; s->characters++) {
        if (s->characters % STEP == 0)
            s->bytes[s->characters / STEP] = (uint32_t)at;
        (void)ahd_utf8_next(s->text, &at);
    }
}

/* The byte of the text where that character begins. */
static uint32_t byte_of(const ahd_reread *s, uint32_t character)
{
    if (character >= s->characters)
        return (uint32_t)s->text.len;
    size_t at = s->bytes[character / STEP];
    for (uint32_t i = character % STEP; i > 0; i--)
        (void)ahd_utf8_next(s->text, &at);
    return (uint32_t)at;
}

static ahd_str words(const ahd_reread *s, const uint32_t at[2])
{
    uint32_t start = byte_of(s, at[0]), end = byte_of(s, at[1]);

    return ahd_str_span(s->text, (ahd_span){start, end - start});
}

static void read_map(ahd_reread *s, ahd_str json)
{
    uint32_t n[AHD_READING_NUMBERS];
    ahd_json_in rows;
    ahd_str row;

    ahd_reading_begin(&rows, json);
    while (ahd_reading_next(&rows, &row)) {
        size_t count = ahd_reading_numbers(row, n);
        if (count < 3)
            return;
        uint32_t start = byte_of(s, n[0]), end = byte_of(s, n[0] + n[2]);
        *ahd_vec_push(s->arena, &s->rows) = (ahd_reread_row){
            n[0], n[2], {n[1], count == 3 ? end - start : n[3]}, count == 3};
    }
}

/* The last row that begins at the character or before; NULL without one. */
static const ahd_reread_row *row_at(const ahd_reread *s, uint32_t character)
{
    uint32_t low = 0, high = s->rows.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->rows.items[middle].text <= character)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &s->rows.items[low - 1] : NULL;
}

/* How far into the row's bytes the character is. Where each character has as
 * many bytes as any other, that is known; else it is somewhere in the row. */
static uint32_t within(const ahd_reread *s, const ahd_reread_row *r,
                       uint32_t character, bool end)
{
    uint32_t into = character - r->text;

    if (into >= r->len)
        return r->page.len;
    if (r->as_is)
        return byte_of(s, character) - byte_of(s, r->text);
    if (r->len > 0 && r->page.len % r->len == 0)
        return into * (r->page.len / r->len);
    return end && into > 0 ? r->page.len : 0;
}

static ahd_span page_of(const ahd_reread *s, const uint32_t at[2])
{
    const ahd_reread_row *first = row_at(s, at[0]);
    const ahd_reread_row *last = at[1] > 0 ? row_at(s, at[1] - 1) : NULL;

    if (first == NULL || last == NULL || at[1] <= at[0])
        return (ahd_span){0, 0};
    uint32_t start = first->page.start + within(s, first, at[0], false);
    uint32_t end = last->page.start + within(s, last, at[1], true);
    return end > start ? (ahd_span){start, end - start}
                       : (ahd_span){start, first->page.len};
}

/* A person's act whose sentence the reading may no longer have as one. */
ahd_span ahd_reread_back(const ahd_reread *s, ahd_span page)
{
    uint32_t start = UINT32_MAX, end = 0;

    for (uint32_t i = 0; i < s->rows.count; i++) {
        const ahd_reread_row *r = &s->rows.items[i];
        if (!ahd_anchor_meets(r->page, page))
            continue;
        uint32_t from = r->text, to = r->text + r->len;
        if (r->as_is && page.start > r->page.start)
            from =
                r->text + (uint32_t)ahd_utf8_count(ahd_str_span(
                              s->text, (ahd_span){byte_of(s, r->text),
                                                  page.start - r->page.start}));
        if (r->as_is && ahd_span_end(page) < ahd_span_end(r->page))
            to = r->text +
                 (uint32_t)ahd_utf8_count(ahd_str_span(
                     s->text, (ahd_span){byte_of(s, r->text),
                                         ahd_span_end(page) - r->page.start}));
        start = from < start ? from : start;
        end = to > end ? to : end;
    }
    return end > start ? (ahd_span){start, end - start} : (ahd_span){0, 0};
}

/* --------------------------------------------------------------- values */

ahd_str ahd_reread_piece(ahd_arena *arena, ahd_str json)
{
    static const char *const parts[] = {"id", "text"};
    ahd_str values[2];

    if (!ahd_reading_fields(json, parts, values, 2))
        return AHD_STR("");
    if (values[0].len > 0)
        return ahd_reading_text(arena, values[0]);
    if (values[1].len == 0)
        return AHD_STR("");
    return ahd_label_of_words(arena, ahd_reading_text(arena, values[1]));
}

static ahd_str list_value(ahd_arena *arena, ahd_str json)
{
    ahd_label_list value = {0};
    ahd_json_in in;
    ahd_str item;

    ahd_reading_begin(&in, json);
    while (json.len > 0 && ahd_reading_next(&in, &item)) {
        ahd_str piece = ahd_reread_piece(arena, item);
        if (piece.len > 0)
            ahd_label_push_new(arena, &value, piece);
    }
    return ahd_label_value(&value);
}

/* "2a | 2c" of the first agreement that has any. */
static ahd_str clauses(ahd_arena *arena, ahd_str agreements)
{
    static const char *const part[] = {"commitments"}, *const n[] = {"n"};
    ahd_str item, list, clause, number;
    ahd_label_list value = {0};
    ahd_json_in in, inner;

    ahd_reading_begin(&in, agreements);
    while (value.count == 0 && ahd_reading_next(&in, &item)) {
        if (!ahd_reading_fields(item, part, &list, 1))
            continue;
        ahd_reading_begin(&inner, list);
        while (ahd_reading_next(&inner, &clause))
            if (ahd_reading_fields(clause, n, &number, 1))
                ahd_label_push(arena, &value, ahd_reading_text(arena, number));
    }
    return ahd_label_value(&value);
}

static void read_labels(ahd_reread *s, const ahd_str *json, ahd_labels *out)
{
    ahd_arena *a = s->arena;

    out->value[AHD_LABEL_ACT] = ahd_reading_text(a, json[AHD_REREAD_ACT]);
    out->value[AHD_LABEL_SOURCE] = list_value(a, json[AHD_REREAD_SOURCE]);
    out->value[AHD_LABEL_TARGET] = list_value(a, json[AHD_REREAD_TARGET]);
    out->value[AHD_LABEL_SPEAKER] =
        ahd_reread_piece(a, json[AHD_REREAD_SPEAKER]);
    out->value[AHD_LABEL_VIA] = ahd_reread_piece(a, json[AHD_REREAD_VIA]);
    out->value[AHD_LABEL_AGREEMENT] = list_value(a, json[AHD_REREAD_AGREEMENT]);
    out->value[AHD_LABEL_COMMITMENT] = clauses(a, json[AHD_REREAD_AGREEMENT]);
    out->value[AHD_LABEL_DATE] = ahd_reading_text(a, json[AHD_REREAD_DATE]);
    out->value[AHD_LABEL_PLACE] = ahd_reread_piece(a, json[AHD_REREAD_PLACE]);
    out->value[AHD_LABEL_MODALITY] =
        ahd_reading_text(a, json[AHD_REREAD_MODALITY]);
    out->has = AHD_LABEL_ALL;
}

static bool read_act(ahd_reread *s, ahd_str json)
{
    uint32_t trigger[AHD_READING_NUMBERS], sentence[AHD_READING_NUMBERS];
    ahd_reread_act raw = {0};
    ahd_decided_act act = {.n = 0};

    if (!ahd_reading_fields(json, field_names, raw.json, AHD_REREAD_FIELDS) ||
        !ahd_str_number(raw.json[AHD_REREAD_ID], &act.n) ||
        ahd_reading_numbers(raw.json[AHD_REREAD_TRIGGER], trigger) != 2 ||
        ahd_reading_numbers(raw.json[AHD_REREAD_SENTENCE], sentence) != 2)
        return false;
    read_labels(s, raw.json, &act.machine);
    act.at = (ahd_anchor){.trigger = page_of(s, trigger),
                          .sentence = page_of(s, sentence),
                          .words = words(s, trigger),
                          .sentence_words = words(s, sentence),
                          .act = act.machine.value[AHD_LABEL_ACT]};
    *ahd_vec_push(s->arena, &s->acts) = act;
    *ahd_vec_push(s->arena, &s->raw) = raw;
    return true;
}

bool ahd_reread_read(ahd_reread *out, ahd_str json, ahd_arena *arena)
{
    static const char *const parts[] = {"id", "sha256", "text", "map", "acts"};
    ahd_str values[5], item;
    ahd_json_in acts;

    *out = (ahd_reread){.arena = arena};
    if (!ahd_reading_fields(json, parts, values, 5))
        return false;
    out->id = ahd_reading_text(arena, values[0]);
    out->sha256 = ahd_reading_text(arena, values[1]);
    out->text = ahd_reading_text(arena, values[2]);
    count_characters(out);
    if (values[3].len > 0)
        read_map(out, values[3]);
    if (values[4].len == 0)
        return true;
    ahd_reading_begin(&acts, values[4]);
    while (ahd_reading_next(&acts, &item))
        if (!read_act(out, item))
            return false;
    return !acts.broken;
}
