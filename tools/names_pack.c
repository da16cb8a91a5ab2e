#include "names_pack.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = AHD_NAME_SLOTS, TAG = AHD_NAME_TAG, LABELS = AHD_NAME_LABELS };

void names_pack_init(names_pack *p, ahd_arena *arena)
{
    *p = (names_pack){.arena = arena};
    p->after = ahd_arena_alloc(arena, sizeof *p->after, LABELS);
    p->rows = ahd_new(arena, ahd_name_row, SLOTS);
    for (int i = 0; i < SLOTS; i++)
        p->rows[i].lanes[TAG] = -1;
}

void names_pack_set(names_pack *p, uint32_t row, const int8_t *lanes)
{
    int8_t *to = p->rows[row >> AHD_NAME_TAG_BITS].lanes;

    memcpy(to, lanes, TAG);
    to[TAG] = (int8_t)(row & ((1u << AHD_NAME_TAG_BITS) - 1));
}

static uint32_t word_bits(const names_pack *p)
{
    uint32_t bits = 4;

    while (1u << bits < p->words.count + p->words.count / 5)
        bits++;
    return bits;
}

ahd_str names_pack_section(const names_pack *p)
{
    uint32_t bits = word_bits(p), mask = (1u << bits) - 1;
    size_t rows = SLOTS * sizeof *p->rows;
    size_t bytes = sizeof(ahd_name_head) + rows +
                   ((size_t)mask + 1) * sizeof(ahd_name_word);
    char *section = ahd_arena_alloc(p->arena, 1, bytes);
    ahd_name_head *head = (void *)section;
    ahd_name_word *words = (void *)(section + sizeof *head + rows);

    memcpy(head->after, p->after, sizeof head->after);
    for (int i = 0; i < AHD_NAME_EXPS; i++)
        head->exps[i] = (float)exp(-i / 16.0);
    head->word_bits = bits;
    head->words = p->words.count;
    memcpy(section + sizeof *head, p->rows, rows);
    for (uint32_t i = 0; i < p->words.count; i++) {
        uint32_t at = p->words.items[i].key & mask;
        while (words[at].key != 0)
            at = (at + 1) & mask;
        words[at] = p->words.items[i];
    }
    return (ahd_str){section, bytes};
}

/* -------------------------------------------------------------------- text */

static void write_lane(FILE *out, int lane, int weight)
{
    if (weight != 0)
        fprintf(out, "%c%d", 'A' + lane, weight);
}

void names_pack_write(const names_pack *p, FILE *out)
{
    for (int before = 0; before < LABELS; before++) {
        fprintf(out, "after\t%d\t", before);
        for (int k = 0; k < LABELS; k++)
            write_lane(out, k, p->after[before][k]);
        putc('\n', out);
    }
    for (int slot = 0; slot < SLOTS; slot++) {
        const int8_t *lanes = p->rows[slot].lanes;
        if (lanes[TAG] < 0)
            continue;
        fprintf(out, "hint\t%d\t", slot << AHD_NAME_TAG_BITS | lanes[TAG]);
        for (int k = 0; k < TAG; k++)
            write_lane(out, k, lanes[k]);
        putc('\n', out);
    }
}

void names_pack_write_words(const names_pack *p, FILE *out)
{
    for (uint32_t i = 0; i < p->words.count; i++) {
        const ahd_name_word *w = &p->words.items[i];
        fprintf(out, "%08x\t%d\t%d\t%d\t%d", w->key, w->fine, w->coarse,
                w->often, w->listed);
        for (int k = 0; k < AHD_NAME_LIKES; k++)
            fprintf(out, "\t%d", w->like[k]);
        putc('\n', out);
    }
}

/* "A3B-12"; the text ends with the file, which has a NUL behind it. */
static bool read_lanes(ahd_str lanes, int limit, int *out)
{
    const char *at = lanes.ptr, *end = lanes.ptr + lanes.len;

    while (at < end) {
        int lane = *at++ - 'A';
        char *next;
        long weight = strtol(at, &next, 10);
        if (lane < 0 || lane >= LABELS || next == at || labs(weight) > limit)
            return false;
        out[lane] = (int)weight;
        at = next;
    }
    return true;
}

static bool read_row(names_pack *p, ahd_str line)
{
    ahd_str table = ahd_str_cut(&line, '\t'), number = ahd_str_cut(&line, '\t');
    int lanes[LABELS] = {0};
    int8_t narrow[TAG];
    uint32_t row;

    if (!ahd_str_number(number, &row))
        return false;
    if (ahd_str_eq(table, AHD_STR("after")) && row < LABELS) {
        if (!read_lanes(line, -AHD_NAME_NEVER, lanes))
            return false;
        for (int k = 0; k < LABELS; k++)
            p->after[row][k] = (int16_t)lanes[k];
        return true;
    }
    if (!ahd_str_eq(table, AHD_STR("hint")) || row >= 1 << AHD_NAME_ROW_BITS ||
        !read_lanes(line, INT8_MAX, lanes))
        return false;
    for (int k = 0; k < TAG; k++)
        narrow[k] = (int8_t)lanes[k];
    names_pack_set(p, row, narrow);
    return true;
}

static bool read_lines(names_pack *p, ahd_str text,
                       bool (*read)(names_pack *p, ahd_str line))
{
    while (text.len > 0) {
        ahd_str line = ahd_str_cut(&text, '\n');
        if (line.len > 0 && line.ptr[0] != '#' && !read(p, line))
            return false;
    }
    return true;
}

bool names_pack_read(names_pack *p, ahd_str weights)
{
    return read_lines(p, weights, read_row);
}

static bool read_word(names_pack *p, ahd_str line)
{
    ahd_name_word *w = ahd_vec_push(p->arena, &p->words);
    uint32_t cells[4 + AHD_NAME_LIKES];

    w->key = (uint32_t)strtoul(ahd_str_cut(&line, '\t').ptr, NULL, 16);
    for (int i = 0; i < 4 + AHD_NAME_LIKES; i++)
        if (!ahd_str_number(ahd_str_cut(&line, '\t'), &cells[i]) ||
            cells[i] > (i == 0 ? UINT16_MAX : UINT8_MAX))
            return false;
    w->fine = (uint16_t)cells[0];
    w->coarse = (uint8_t)cells[1];
    w->often = (uint8_t)cells[2];
    w->listed = (uint8_t)cells[3];
    for (int i = 0; i < AHD_NAME_LIKES; i++)
        w->like[i] = (uint8_t)cells[4 + i];
    return w->key != 0;
}

bool names_pack_read_words(names_pack *p, ahd_str words)
{
    return read_lines(p, words, read_word);
}
