#include "tagger/tagger.h"

#include "tagger/hints.h"
#include "tagger/labels.h"

#include <string.h>

enum { EDGE = 2 }; /* empty looks on either side */

typedef struct room {
    ahd_look looks[AHD_LABEL_WORDS + 2 * EDGE];
    ahd_label_scores scores[AHD_LABEL_WORDS];
    uint8_t labels[AHD_LABEL_WORDS];
    ahd_label_sums sums;
} room;

typedef struct tagger {
    const ahd_kb *kb;
    const ahd_name_weights *weights;
    ahd_doc *doc;
    room *room;
} tagger;

/* Most of its words decide what a sentence is written in. */
static bool is_arabic(const ahd_doc *doc, const ahd_sentence *sentence)
{
    uint32_t arabic = 0, words = 0;

    for (uint32_t i = sentence->first; i < sentence->end; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        words += t->kind == AHD_TOKEN_WORD;
        arabic +=
            t->kind == AHD_TOKEN_WORD && (t->flags & AHD_TOKEN_ARABIC) != 0;
    }
    return arabic * 2 > words;
}

static ahd_span host_of(const ahd_doc *doc, uint32_t token)
{
    const ahd_token *t = &doc->tokens.items[token];

    return t->segments > 0 ? doc->segments.items[t->segment + t->host].at
                           : t->at;
}

static void write_name(tagger *g, uint32_t base, ahd_span words)
{
    room *r = g->room;
    uint32_t first = base + words.start, end = first + words.len;
    ahd_span from = host_of(g->doc, first), to = host_of(g->doc, end - 1);

    *ahd_vec_push(g->doc->arena, &g->doc->named) = (ahd_named){
        .at = {from.start, ahd_span_end(to) - from.start},
        .first = first,
        .end = end,
        .sentence = g->doc->tokens.items[first].sentence,
        .kind = (uint8_t)(r->labels[words.start] / 2),
        .score = ahd_labels_sure(&r->sums, r->labels, words.start,
                                 words.start + words.len),
    };
}

static void write_names(tagger *g, ahd_span tokens)
{
    const uint8_t *labels = g->room->labels;
    bool summed = false;

    for (uint32_t i = 0; i < tokens.len; i++) {
        uint32_t first = i;
        if (!ahd_label_is_named(labels[i]))
            continue;
        while (i + 1 < tokens.len &&
               labels[i + 1] == (labels[first] | AHD_LABEL_GOES_ON))
            i++;
        if (!summed)
            ahd_labels_sum(g->weights->head, g->room->scores, tokens.len,
                           &g->room->sums);
        summed = true;
        write_name(g, tokens.start, (ahd_span){first, i + 1 - first});
    }
}

static void read_part(tagger *g, ahd_span tokens)
{
    room *r = g->room;
    uint32_t rows[AHD_HINTS_MOST];

    memset(r->looks + EDGE + tokens.len, 0, EDGE * sizeof *r->looks);
    ahd_looks_read(g->kb, g->weights, g->doc, tokens, r->looks + EDGE);
    for (uint32_t i = 0; i < tokens.len; i++) {
        uint32_t count = ahd_hints_of(&r->looks[EDGE + i], rows);
        memset(&r->scores[i], 0, sizeof r->scores[i]);
        ahd_name_weights_sum(g->weights->rows, rows, count, r->scores[i].lanes);
    }
    ahd_labels_choose(g->weights->head, r->scores, tokens.len, r->labels);
    write_names(g, tokens);
}

void ahd_tagger_read(const ahd_kb *kb, const ahd_name_weights *weights,
                     ahd_doc *doc, ahd_arena *scratch)
{
    tagger g = {kb, weights, doc, ahd_new(scratch, room, 1)};

    ahd_labels_prepare(weights->head, &g.room->sums);
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *s = &doc->sentences.items[i];
        if (!is_arabic(doc, s))
            continue;
        for (uint32_t at = s->first; at < s->end; at += AHD_LABEL_WORDS) {
            uint32_t left = s->end - at;
            read_part(&g,
                      (ahd_span){at, left < AHD_LABEL_WORDS ? left
                                                            : AHD_LABEL_WORDS});
        }
    }
}

void ahd_tagger_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_name_weights weights;

    if (ahd_name_weights_open(kb->lang, &weights))
        ahd_tagger_read(kb, &weights, doc, scratch);
}
