/* english_train_gold.c - corpora and the labels of their words. */
#include "english_train.h"

#include "base/utf8.h"
#include "text/split.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LONGEST_LINE = 16 << 20 };

const char *const train_tags[AHD_TAG_VERB_LIMIT] = {
    [AHD_POS_X] = "X",
    [AHD_POS_NOUN] = "NOUN",
    [AHD_POS_PROPN] = "PROPN",
    [AHD_POS_ADJ] = "ADJ",
    [AHD_POS_VERB] = "VERB",
    [AHD_POS_AUX] = "AUX",
    [AHD_POS_ADV] = "ADV",
    [AHD_POS_PRON] = "PRON",
    [AHD_POS_DET] = "DET",
    [AHD_POS_NUM] = "NUM",
    [AHD_POS_ADP] = "ADP",
    [AHD_POS_CCONJ] = "CCONJ",
    [AHD_POS_SCONJ] = "SCONJ",
    [AHD_POS_PART] = "PART",
    [AHD_POS_INTJ] = "INTJ",
    [AHD_POS_PUNCT] = "PUNCT",
    [AHD_POS_SYM] = "SYM",
    [AHD_TAG_VERB_PRESENT] = "VERB:pres",
    [AHD_TAG_VERB_PAST] = "VERB:past",
    [AHD_TAG_VERB_PARTICIPLE] = "VERB:part",
    [AHD_TAG_VERB_ING] = "VERB:ing",
};

static void stop(const char *path, const char *why)
{
    fprintf(stderr, "english_train: %s: %s\n", path, why);
    exit(1);
}

/* ----------------------------------------------------------------- corpora */

static void add_record(school *s, json_t *record)
{
    const char *id = json_string_value(json_object_get(record, "id"));
    const char *text = json_string_value(json_object_get(record, "text"));

    if (text == NULL)
        text = json_string_value(json_object_get(record, "en"));
    if (id == NULL || text == NULL)
        return;
    ahd_str name = ahd_arena_str(s->arena, ahd_str_from(id));
    if (ahd_map_find(&s->records, name))
        return;
    *ahd_vec_push(s->arena, &s->texts) =
        ahd_arena_str(s->arena, ahd_str_from(text));
    *ahd_vec_push(s->arena, &s->ids) = name;
    *ahd_map_put(s->arena, &s->records, name) = s->texts.count;
}

void gold_corpus(school *s, const char *path)
{
    gzFile in = gzopen(path, "rb");
    char *line = malloc(LONGEST_LINE);

    if (in == NULL || line == NULL)
        stop(path, "cannot be opened");
    while (gzgets(in, line, LONGEST_LINE)) {
        json_t *record = json_loads(line, 0, NULL);
        if (record == NULL)
            stop(path, "a line is no JSON");
        add_record(s, record);
        json_decref(record);
    }
    free(line);
    gzclose(in);
}

/* --------------------------------------------------------------- documents */

ahd_doc *gold_doc(school *s, ahd_str text)
{
    ahd_doc *doc = ahd_doc_new(s->arena);
    uint32_t start = 0;

    doc->text = text;
    for (uint32_t i = 0; i <= text.len; i++)
        if (i == text.len || text.ptr[i] == '\n') {
            if (i > start)
                *ahd_vec_push(s->arena, &doc->paragraphs) =
                    (ahd_span){start, i - start};
            start = i + 1;
        }
    ahd_text_split(s->kb, doc, s->scratch);
    return doc;
}

void gold_words(school *s, ahd_doc *doc, uint32_t first, uint32_t end,
                sentence *out)
{
    out->words = ahd_new(s->arena, ahd_english_piece, AHD_ENGLISH_WORDS);
    out->count =
        ahd_english_pieces_make(&s->lexicon, doc, &first, end, out->words);
    out->rows = ahd_arena_alloc(s->arena, sizeof *out->rows, out->count);
    out->gold = ahd_new(s->arena, uint8_t, out->count);
    out->lemmas = ahd_new(s->arena, ahd_str, out->count);
    memset(out->gold, NO_TAG, out->count);
    for (uint32_t i = 0; i < out->count; i++)
        out->asked =
            ahd_english_tags_clues(out->words, out->count, i, out->rows[i]);
}

/* ------------------------------------------------------------------ labels */

typedef struct label {
    uint32_t start, end; /* code points of the record's text */
    uint8_t tag;
    ahd_str lemma; /* empty: the word in small letters */
} label;

typedef struct labels {
    ahd_str sentence, record;
    AHD_VEC(label) items;
} labels;

/* The byte of code point `n`. */
static uint32_t byte_of(ahd_str text, uint32_t n)
{
    size_t at = 0;

    for (; n > 0 && at < text.len; n--)
        ahd_utf8_next(text, &at);
    return (uint32_t)at;
}

static void match(sentence *out, const label *l, uint32_t start, uint32_t end)
{
    for (uint32_t i = 0; i < out->count; i++)
        if (out->words[i].at.start == start &&
            out->words[i].at.len == end - start) {
            out->gold[i] = l->tag;
            out->lemmas[i] = l->lemma.len > 0 ? l->lemma : out->words[i].form;
            return;
        }
    out->missed++;
}

static void end_sentence(school *s, labels *l)
{
    const uint32_t *number = ahd_map_find(&s->records, l->record);

    if (l->items.count == 0)
        return;
    if (number == NULL)
        stop("labels", "a record is in none of the corpora");
    ahd_str text = s->texts.items[*number - 1];
    uint32_t start = byte_of(text, l->items.items[0].start);
    uint32_t end = byte_of(text, l->items.items[l->items.count - 1].end);
    ahd_doc *doc = gold_doc(
        s, ahd_arena_str(s->arena, (ahd_str){text.ptr + start, end - start}));
    sentence *out = ahd_vec_push(s->arena, &s->sentences);
    gold_words(s, doc, 0, doc->tokens.count, out);
    for (uint32_t i = 0; i < l->items.count; i++)
        match(out, &l->items.items[i],
              byte_of(text, l->items.items[i].start) - start,
              byte_of(text, l->items.items[i].end) - start);
    l->items.count = 0;
}

static uint8_t tag_of(ahd_str name)
{
    for (int i = 0; i < AHD_TAG_VERB_LIMIT; i++)
        if (ahd_str_eq(name, ahd_str_from(train_tags[i])))
            return (uint8_t)i;
    stop("labels", "a tag is none");
    return NO_TAG;
}

/* Sentence and record of a row are those of the row above where it is silent.
 */
static void read_label(school *s, labels *l, ahd_str line)
{
    ahd_str number = ahd_str_cut(&line, '\t');
    ahd_str record = ahd_str_cut(&line, '\t');
    label one = {0};

    if (number.len > 0 && !ahd_str_eq(number, l->sentence))
        end_sentence(s, l);
    if (number.len > 0)
        l->sentence = number;
    if (record.len > 0)
        l->record = record;
    if (!ahd_str_number(ahd_str_cut(&line, '\t'), &one.start) ||
        !ahd_str_number(ahd_str_cut(&line, '\t'), &one.end))
        stop("labels", "an offset is no number");
    one.tag = tag_of(ahd_str_cut(&line, '\t'));
    one.lemma = ahd_str_cut(&line, '\t');
    if (ahd_str_eq(one.lemma, AHD_STR("-")))
        one.lemma.len = 0;
    *ahd_vec_push(s->arena, &l->items) = one;
}

void gold_labels(school *s, const char *path)
{
    FILE *in = fopen(path, "rb");
    char line[4096];
    labels l = {0};

    if (in == NULL)
        stop(path, "cannot be opened");
    while (fgets(line, sizeof line, in)) {
        size_t len = strcspn(line, "\n");
        if (line[0] == '\t' || (line[0] >= '0' && line[0] <= '9'))
            read_label(s, &l, ahd_arena_str(s->arena, (ahd_str){line, len}));
    }
    end_sentence(s, &l);
    fclose(in);
}

/* "They/PRON 've/AUX met/VERB:part": as a text, with a space between words but
 * for what hangs on with an apostrophe, and its labels. */
static void read_own(school *s, ahd_str line)
{
    char *text = ahd_arena_alloc(s->arena, 1, line.len + 1);
    AHD_VEC(label) given = {0};
    uint32_t len = 0;

    while (line.len > 0) {
        ahd_str tag = ahd_str_cut(&line, ' ');
        ahd_str form = ahd_str_cut(&tag, '/');
        if (len > 0 && form.len > 1 && form.ptr[0] == '\'')
            len--;
        memcpy(text + len, form.ptr, form.len);
        *ahd_vec_push(s->arena, &given) =
            (label){len, len + (uint32_t)form.len, tag_of(tag), {0}};
        len += (uint32_t)form.len;
        text[len++] = ' ';
    }
    ahd_doc *doc = gold_doc(s, (ahd_str){text, len});
    sentence *out = ahd_vec_push(s->arena, &s->own);
    gold_words(s, doc, 0, doc->tokens.count, out);
    for (uint32_t i = 0; i < given.count; i++)
        match(out, &given.items[i], given.items[i].start, given.items[i].end);
    if (out->missed > 0)
        stop("own.txt", "a word is cut otherwise");
}

void gold_own(school *s, const char *path)
{
    FILE *in = fopen(path, "rb");
    char line[4096];

    if (in == NULL)
        stop(path, "cannot be opened");
    while (fgets(line, sizeof line, in)) {
        ahd_str text = ahd_str_trim(ahd_str_from(line));
        if (text.len > 0 && text.ptr[0] != '#')
            read_own(s, ahd_arena_str(s->arena, text));
    }
    fclose(in);
}
