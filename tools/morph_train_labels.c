/* morph_train_labels.c - words of news that were labelled by hand.
 *
 *     snn-00001  0  6  1+5  CCONJ+VERB    record, code points [0, 6) of its
 *                7  11  4  _              text; segments' lengths; their tags
 *
 * A record has one sentence. Lemmas and features are not told, nor is the part
 * of speech of _. */
#include "morph_train.h"

#include "base/map.h"
#include "base/utf8.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LONGEST_LINE = 16 << 20 };

typedef struct labels {
    treebank *bank;
    const char *path;
    ahd_map places; /* records: the place of their text, plus one */
    AHD_VEC(ahd_str) texts;
    AHD_VEC(gold_sentence) sentences; /* words' places in code points */
} labels;

static void stop(const char *path, const char *why)
{
    fprintf(stderr, "morph_train: %s: %s\n", path, why);
    exit(1);
}

/* ------------------------------------------------------------------- labels */

/* The segments of a row; `words` gets their code points. */
static void read_segments(labels *in, gold_sentence *s, ahd_span at,
                          ahd_str lengths, ahd_str tags)
{
    uint32_t end = ahd_span_end(at);

    while (lengths.len > 0) {
        ahd_str tag = ahd_str_cut(&tags, '+');
        gold_word word = {.pos = GOLD_ANY, .feats = AHD_RECALLED_UNTOLD};
        if (!ahd_str_number(ahd_str_cut(&lengths, '+'), &word.at.len))
            stop(in->path, "a length is no number");
        if (!ahd_str_eq(tag, AHD_STR("_")))
            word.pos = ahd_tags_find_pos(tag);
        word.at.start = at.start;
        at.start += word.at.len;
        *ahd_vec_push(in->bank->arena, &s->words) = word;
    }
    if (at.start != end)
        stop(in->path, "segments are no word");
}

/* Sets the text of the sentence to that of its record, for now. */
static void begin_sentence(labels *in, ahd_str record)
{
    const uint32_t *place = ahd_map_find(&in->places, record);

    if (place == NULL)
        stop(in->path, "a record is not in the corpus");
    *ahd_vec_push(in->bank->arena, &in->sentences) =
        (gold_sentence){.text = in->texts.items[*place - 1]};
}

static void read_label(labels *in, ahd_str line)
{
    ahd_str record = ahd_str_cut(&line, '\t');
    ahd_span at = {0, 0};
    uint32_t end = 0;

    if (record.len > 0)
        begin_sentence(in, record);
    if (!ahd_str_number(ahd_str_cut(&line, '\t'), &at.start) ||
        !ahd_str_number(ahd_str_cut(&line, '\t'), &end))
        stop(in->path, "an offset is no number");
    if (in->sentences.count == 0)
        stop(in->path, "the first row has no record");
    at.len = end - at.start;
    ahd_str lengths = ahd_str_cut(&line, '\t');
    read_segments(in, &in->sentences.items[in->sentences.count - 1], at,
                  lengths, line);
}

/* ---------------------------------------------------------------- sentences */

/* The byte `points` code points after byte `from`. */
static uint32_t byte_after(ahd_str text, uint32_t from, uint32_t points)
{
    size_t at = from;

    for (; points > 0 && at < text.len; points--)
        ahd_utf8_next(text, &at);
    return (uint32_t)at;
}

/* From the record's text to the sentence's, from code points to bytes. */
static void set_text(gold_sentence *s)
{
    uint32_t points = 0, byte = 0, start = 0;

    for (uint32_t i = 0; i < s->words.count; i++) {
        gold_word *w = &s->words.items[i];
        byte = byte_after(s->text, byte, w->at.start - points);
        points = w->at.start + w->at.len;
        uint32_t end = byte_after(s->text, byte, w->at.len);
        w->form = (ahd_str){s->text.ptr + byte, end - byte};
        start = i == 0 ? byte : start;
        w->at = (ahd_span){byte - start, end - byte};
        byte = end;
    }
    s->text = (ahd_str){s->text.ptr + start, byte - start};
}

static void finish_sentence(labels *in, gold_sentence *s)
{
    set_text(s);
    s->group = in->bank->labelled.count % GROUPS;
    s->doc = gold_split(in->bank, s->text);
    gold_align(in->bank, s);
    *ahd_vec_push(in->bank->arena, &in->bank->labelled) = *s;
}

/* ------------------------------------------------------------------- corpus */

static void add_record(labels *in, const json_t *record)
{
    const char *id = json_string_value(json_object_get(record, "id"));
    const char *text = json_string_value(json_object_get(record, "text"));
    ahd_arena *arena = in->bank->arena;

    if (id == NULL || text == NULL)
        return;
    *ahd_vec_push(arena, &in->texts) = ahd_arena_str(arena, ahd_str_from(text));
    *ahd_map_put(arena, &in->places, ahd_arena_str(arena, ahd_str_from(id))) =
        in->texts.count;
}

static void read_corpus(labels *in, const char *path)
{
    gzFile file = gzopen(path, "rb");
    char *line = malloc(LONGEST_LINE);

    if (file == NULL || line == NULL)
        stop(path, "cannot be opened");
    while (gzgets(file, line, LONGEST_LINE)) {
        json_t *record = json_loads(line, 0, NULL);
        if (record == NULL)
            stop(path, "a line is no JSON");
        add_record(in, record);
        json_decref(record);
    }
    free(line);
    gzclose(file);
}

void labels_read(treebank *bank, const char *path, const char *corpus)
{
    labels in = {.bank = bank, .path = path};
    ahd_str rest = gold_slurp(bank->arena, path);

    read_corpus(&in, corpus);
    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        if (!ahd_str_starts(line, AHD_STR("#")) &&
            !ahd_str_starts(line, AHD_STR("record\t")))
            read_label(&in, line);
    }
    for (uint32_t i = 0; i < in.sentences.count; i++)
        finish_sentence(&in, &in.sentences.items[i]);
}

void labels_keep(treebank *bank, uint32_t folds, int k)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < bank->labelled.count; i++)
        if (k < 0 || i % folds != (uint32_t)k)
            bank->labelled.items[kept++] = bank->labelled.items[i];
    bank->labelled.count = kept;
}
