#include "tagger/passes.h"

#include "tagger/hints.h"

#include <string.h>

enum { EDGE = 2 }; /* empty looks on either side */

typedef struct pass {
    ahd_looker looker;
    ahd_first_look *words;
    ahd_look *looks;
} pass;

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

void ahd_pass_parts(const ahd_doc *doc, ahd_pass_fn *part, void *user)
{
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *s = &doc->sentences.items[i];
        if (!is_arabic(doc, s))
            continue;
        for (uint32_t at = s->first; at < s->end; at += AHD_LABEL_WORDS) {
            uint32_t left = s->end - at;
            part(
                (ahd_span){at, left < AHD_LABEL_WORDS ? left : AHD_LABEL_WORDS},
                user);
        }
    }
}

/* Rows of a word are fetched while those of the word before are added up. */
static void score_part(pass *p, uint32_t count, ahd_label_scores *scores)
{
    const ahd_name_row *table = p->looker.weights->rows;
    uint32_t rows[2][AHD_HINTS_MOST];
    uint32_t asked = ahd_hints_of(&p->looks[EDGE], rows[0]);

    for (uint32_t i = 0; i < count; i++) {
        uint32_t *next = rows[(i + 1) & 1];
        ahd_hints_of(&p->looks[EDGE + i + (i + 1 < count)], next);
        for (uint32_t k = 0; k < asked; k++)
            ahd_name_weights_fetch(table, next[k]);
        ahd_name_weights_sum(table, rows[i & 1], asked, scores[i].lanes);
    }
}

static void read_part(ahd_span tokens, void *user)
{
    pass *p = user;
    ahd_label_scores scores[AHD_LABEL_WORDS];
    uint8_t labels[AHD_LABEL_WORDS];

    memset(scores, 0, tokens.len * sizeof *scores);
    memset(p->looks + EDGE + tokens.len, 0, EDGE * sizeof *p->looks);
    ahd_looks_read(&p->looker, tokens, p->looks + EDGE);
    score_part(p, tokens.len, scores);
    ahd_labels_choose(p->looker.weights->head, scores, tokens.len, labels);
    for (uint32_t i = 0; i < tokens.len; i++) {
        const ahd_look *look = &p->looks[EDGE + i];
        p->words[tokens.start + i] =
            (ahd_first_look){look->bare, scores[i], look->pos, labels[i]};
    }
}

ahd_first_look *ahd_pass_first(const ahd_kb *kb,
                               const ahd_name_weights *weights,
                               const ahd_doc *doc, ahd_arena *scratch)
{
    pass p = {{kb, weights, doc, 0},
              ahd_new(scratch, ahd_first_look, doc->tokens.count + 1),
              ahd_new(scratch, ahd_look, AHD_LABEL_WORDS + 2 * EDGE)};

    ahd_pass_parts(doc, read_part, &p);
    return p.words;
}
