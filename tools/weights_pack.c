#include "weights_pack.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

enum { TAGS = AHD_WEIGHTS_TAGS, LANES = AHD_WEIGHTS_LANES };
enum { AFTER = TAGS * TAGS * TAGS };

static void make_tables(pack *p, uint32_t row_bits, uint32_t vowel_bits)
{
    p->row_bits = row_bits;
    p->vowel_bits = vowel_bits;
    p->rows = ahd_new(p->arena, ahd_weights_row, (size_t)1 << row_bits);
    p->vowels = ahd_new(p->arena, ahd_weights_row, (size_t)1 << vowel_bits);
}

void pack_init(pack *p, ahd_arena *arena)
{
    *p = (pack){.arena = arena};
    make_tables(p, PACK_ROW_BITS, PACK_VOWEL_BITS);
    p->edits = ahd_new(arena, ahd_weights_edit, LANES);
    p->after = ahd_new(arena, int16_t, AFTER);
}

/* ------------------------------------------------------------- the section */

typedef struct layout {
    ahd_arena *arena;
    char *base;
    uint32_t used;
} layout;

static uint32_t place(layout *l, size_t bytes)
{
    uint32_t at = l->used;

    l->used += (uint32_t)((bytes + 63) & ~(size_t)63);
    return at;
}

typedef struct pool {
    char *text;
    uint32_t used, *at; /* at: of each word's lemma */
} pool;

/* Lemmas once each, with their length before them. */
static pool pool_lemmas(const pack *p)
{
    pool out = {0};
    size_t bytes = 0, slots = 16;

    for (uint32_t i = 0; i < p->words.count; i++)
        bytes += p->words.items[i].lemma.len + 1;
    while (slots < (size_t)p->words.count * 2)
        slots *= 2;
    out.text = ahd_arena_alloc(p->arena, 1, bytes + 1);
    out.at = ahd_new(p->arena, uint32_t, p->words.count + 1);
    uint32_t *seen = ahd_new(p->arena, uint32_t, slots);
    for (uint32_t i = 0; i < p->words.count; i++) {
        ahd_str lemma = p->words.items[i].lemma;
        size_t slot = ahd_str_hash(lemma) & (slots - 1);
        while (seen[slot] != 0 &&
               !ahd_str_eq(lemma, p->words.items[seen[slot] - 1].lemma))
            slot = (slot + 1) & (slots - 1);
        if (seen[slot] != 0) {
            out.at[i] = out.at[seen[slot] - 1];
            continue;
        }
        seen[slot] = i + 1;
        out.at[i] = out.used;
        out.text[out.used++] = (char)(unsigned char)lemma.len;
        memcpy(out.text + out.used, lemma.ptr, lemma.len);
        out.used += (uint32_t)lemma.len;
    }
    return out;
}

static void lay_words(const pack *p, const pool *lemmas, ahd_recalled *out)
{
    const pack_word *w = p->words.items;

    for (uint32_t i = 0; i < p->words.count; i++)
        out[i] = (ahd_recalled){
            .feats = w[i].feats,
            .lemma = lemmas->at[i],
            .times = (uint16_t)(w[i].times < 65535 ? w[i].times : 65535),
            .pos = (uint8_t)w[i].pos,
            .last = i + 1 == p->words.count || w[i + 1].key != w[i].key};
}

static void lay_slots(const pack *p, ahd_weights_slot *slots, uint32_t mask)
{
    for (uint32_t i = 0; i < p->words.count; i++) {
        uint64_t key = p->words.items[i].key;
        if (i > 0 && p->words.items[i - 1].key == key)
            continue;
        uint32_t slot = (uint32_t)key & mask, tag = (uint32_t)(key >> 32) | 1;
        while (slots[slot].key != 0 && slots[slot].key != tag)
            slot = (slot + 1) & mask;
        if (slots[slot].key == 0)
            slots[slot] = (ahd_weights_slot){tag, i};
    }
}

ahd_str pack_section(const pack *p)
{
    ahd_weights_head head = {.row_bits = p->row_bits,
                             .vowel_bits = p->vowel_bits,
                             .slot_bits = 4,
                             .readings = p->words.count};
    layout l = {.arena = p->arena};
    pool lemmas = pool_lemmas(p);

    while ((1u << head.slot_bits) < p->words.count + p->words.count / 2)
        head.slot_bits++;
    size_t rows = sizeof *p->rows << p->row_bits;
    size_t vowels = sizeof *p->vowels << p->vowel_bits;
    place(&l, sizeof head);
    head.rows = place(&l, rows);
    head.vowels = place(&l, vowels);
    head.edits = place(&l, sizeof *p->edits * LANES);
    head.after = place(&l, sizeof *p->after * AFTER);
    head.slots = place(&l, sizeof(ahd_weights_slot) << head.slot_bits);
    head.recalled = place(&l, sizeof(ahd_recalled) * (p->words.count + 1));
    head.lemmas = place(&l, lemmas.used + 1);
    head.lemma_bytes = lemmas.used;
    l.base = ahd_arena_alloc(p->arena, 1, l.used);
    memcpy(l.base, &head, sizeof head);
    memcpy(l.base + head.rows, p->rows, rows);
    memcpy(l.base + head.vowels, p->vowels, vowels);
    memcpy(l.base + head.edits, p->edits, sizeof *p->edits * LANES);
    memcpy(l.base + head.after, p->after, sizeof *p->after * AFTER);
    lay_slots(p, (void *)(l.base + head.slots), (1u << head.slot_bits) - 1);
    lay_words(p, &lemmas, (void *)(l.base + head.recalled));
    memcpy(l.base + head.lemmas, lemmas.text, lemmas.used);
    return (ahd_str){l.base, l.used};
}

ahd_weights pack_open(const pack *p, ahd_lexica lang)
{
    ahd_str section = pack_section(p);
    ahd_weights weights;

    lang.tables[AHD_LANG_WEIGHTS] =
        (ahd_lang_table){section.ptr, (uint32_t)section.len};
    ahd_weights_open(&lang, &weights);
    return weights;
}

/* ---------------------------------------------------------------- the text */

static void write_row(FILE *out, const char *name, uint32_t at,
                      const int8_t *row)
{
    bool empty = true;

    for (int i = 0; i < LANES; i++)
        empty = empty && row[i] == 0;
    if (empty)
        return;
    fprintf(out, "%s\t%u\t", name, at);
    for (int i = 0; i < LANES; i++)
        if (row[i] != 0)
            fprintf(out, "%c%d", 'A' + i, row[i]);
    fputc('\n', out);
}

static void write_after(const pack *p, FILE *out)
{
    for (int i = 0; i < TAGS * TAGS; i++) {
        const int16_t *row = p->after + (ptrdiff_t)i * TAGS;
        bool empty = true;
        for (int k = 0; k < TAGS; k++)
            empty = empty && row[k] == 0;
        if (empty)
            continue;
        fprintf(out, "after\t%d\t", i);
        for (int k = 0; k < TAGS; k++)
            if (row[k] != 0)
                fprintf(out, "%c%d", 'A' + k, row[k]);
        fputc('\n', out);
    }
}

void pack_write(const pack *p, FILE *out)
{
    fprintf(out, "size\t%u\t%u\n", p->row_bits, p->vowel_bits);
    write_after(p, out);
    for (uint32_t i = 0; i < 1u << p->row_bits; i++)
        write_row(out, "row", i, p->rows[i].lanes);
    for (uint32_t i = 0; i < 1u << p->vowel_bits; i++)
        write_row(out, "vowel", i, p->vowels[i].lanes);
    for (int i = 0; i < LANES; i++)
        fprintf(out, "edit\t%d\t%s\n", i, p->edits[i].text);
    for (uint32_t i = 0; i < p->words.count; i++) {
        const pack_word *w = &p->words.items[i];
        fprintf(out, "word\t%llx\t%u\t%u\t%x\t%.*s\n",
                (unsigned long long)w->key, w->pos, w->times, w->feats,
                AHD_STR_ARG(w->lemma));
    }
}

/* "B-3F12" into lanes of the row; false when it is not like that. */
static bool read_lanes(ahd_str text, int lanes, int8_t *small, int16_t *wide)
{
    size_t at = 0;

    while (at < text.len) {
        int lane = text.ptr[at++] - 'A', value = 0;
        bool minus = at < text.len && text.ptr[at] == '-';
        at += minus;
        while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9' &&
               value < 10000)
            value = value * 10 + text.ptr[at++] - '0';
        value = minus ? -value : value;
        if (lane < 0 || lane >= lanes ||
            (small && (value < -128 || value > 127)))
            return false;
        if (small)
            small[lane] = (int8_t)value;
        else
            wide[lane] = (int16_t)value;
    }
    return true;
}

static bool read_row(ahd_weights_row *rows, uint32_t bits, ahd_str line)
{
    uint32_t at;
    ahd_str number = ahd_str_cut(&line, '\t');

    return ahd_str_number(number, &at) && at < 1u << bits &&
           read_lanes(line, LANES, rows[at].lanes, NULL);
}

static bool read_after(pack *p, ahd_str line)
{
    uint32_t at;
    ahd_str number = ahd_str_cut(&line, '\t');

    return ahd_str_number(number, &at) && at < TAGS * TAGS &&
           read_lanes(line, TAGS, NULL, p->after + (ptrdiff_t)at * TAGS);
}

/* Cells end in a tab or the line's end: strtoull stops there. */
static bool read_word(pack *p, ahd_str line)
{
    pack_word w = {.key = strtoull(ahd_str_cut(&line, '\t').ptr, NULL, 16)};

    if (!ahd_str_number(ahd_str_cut(&line, '\t'), &w.pos) ||
        !ahd_str_number(ahd_str_cut(&line, '\t'), &w.times) || w.pos > 255)
        return false;
    w.feats = (uint32_t)strtoul(ahd_str_cut(&line, '\t').ptr, NULL, 16);
    w.lemma = line.len < 255 ? line : (ahd_str){line.ptr, 0};
    *ahd_vec_push(p->arena, &p->words) = w;
    return true;
}

static bool read_edit(pack *p, ahd_str line)
{
    uint32_t at;
    ahd_str number = ahd_str_cut(&line, '\t');

    if (!ahd_str_number(number, &at) || at >= LANES ||
        line.len >= AHD_WEIGHTS_EDIT)
        return false;
    memcpy(p->edits[at].text, line.ptr, line.len);
    return true;
}

/* "16 TAB 14": before all rows. */
static bool read_size(pack *p, ahd_str line)
{
    uint32_t rows, vowels;
    ahd_str number = ahd_str_cut(&line, '\t');

    if (!ahd_str_number(number, &rows) || !ahd_str_number(line, &vowels) ||
        rows - 1 >= PACK_MOST_BITS || vowels - 1 >= PACK_MOST_BITS)
        return false;
    make_tables(p, rows, vowels);
    return true;
}

static bool read_line(pack *p, ahd_str kind, ahd_str line)
{
    if (ahd_str_eq(kind, AHD_STR("row")))
        return read_row(p->rows, p->row_bits, line);
    if (ahd_str_eq(kind, AHD_STR("vowel")))
        return read_row(p->vowels, p->vowel_bits, line);
    if (ahd_str_eq(kind, AHD_STR("after")))
        return read_after(p, line);
    if (ahd_str_eq(kind, AHD_STR("edit")))
        return read_edit(p, line);
    if (ahd_str_eq(kind, AHD_STR("word")))
        return read_word(p, line);
    return ahd_str_eq(kind, AHD_STR("size")) && read_size(p, line);
}

bool pack_read(pack *p, ahd_str text)
{
    while (text.len > 0) {
        ahd_str line = ahd_str_cut(&text, '\n');
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        ahd_str kind = ahd_str_cut(&line, '\t');
        if (!read_line(p, kind, line))
            return false;
    }
    return true;
}
