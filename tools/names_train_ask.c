/* names_train_ask.c - what is asked of the words of marked texts, what is
 * right, and what their documents tell of them. */
#include "names_train.h"

#include "doc/look.h"
#include "tagger/echo.h"

#include <string.h>

enum { EDGES = 2 };

typedef struct asking {
    school *s;
    uint32_t block, row;
    ahd_looker looker;
    const ahd_first_look *first; /* NULL: nothing is told */
    ahd_echo echo;
} asking;

/* The last row that the host has a part of; NULL when there is none. */
static const gold_row *row_of(const gold_block *b, ahd_span host, uint32_t *at)
{
    const gold_row *found = NULL;

    while (*at < b->rows.count &&
           b->rows.items[*at].from + b->rows.items[*at].len <= host.start)
        ++*at;
    for (uint32_t i = *at;
         i < b->rows.count && b->rows.items[i].from < ahd_span_end(host); i++)
        if (b->rows.items[i].len > 0 &&
            (found == NULL || found->gold == GOLD_NONE))
            found = &b->rows.items[i];
    return found;
}

/* «المسلمين»: peoples stand among persons here and there, and are none. */
static bool is_people(const gold_row *row, const gold_block *b)
{
    const gold_row *end = b->rows.items + b->rows.count;
    bool alone = row + 1 == end || row[1].gold != row->gold || row[1].first;

    return row->gold == AHD_NAMED_PERSON && alone && row->word.len > 12 &&
           ahd_str_starts(row->word, AHD_STR("ال")) &&
           (ahd_str_ends(row->word, AHD_STR("ين")) ||
            ahd_str_ends(row->word, AHD_STR("ون")));
}

/* Names as they begin and go on, then by where they end. */
static void set_labels(const gold_block *b, lesson *l, uint32_t *at)
{
    const gold_row *names[AHD_LABEL_WORDS]; /* the row where the name begins */

    for (uint32_t i = 0; i < l->count; i++) {
        const gold_row *r = row_of(b, ahd_look_word(b->doc, l->first + i), at);
        while (r != NULL && r->gold < GOLD_OTHER && !r->first)
            r--;
        names[i] = r != NULL && r->gold != GOLD_NONE ? r : NULL;
    }
    for (uint32_t i = 0; i < l->count; i++) {
        l->labels[i] = AHD_LABEL_OUT;
        if (names[i] == NULL)
            continue;
        bool first = i == 0 || names[i - 1] != names[i];
        l->labels[i] =
            names[i]->gold == GOLD_OTHER || is_people(names[i], b)
                ? AHD_LABEL_OTHER
                : (uint8_t)(2 * names[i]->gold +
                            (first ? AHD_LABEL_FIRST : AHD_LABEL_GOES_ON));
    }
}

static void ask_told(const asking *a, lesson *l)
{
    l->told = ahd_new(a->s->scratch, uint32_t, l->count * AHD_HINTS_TOLD);
    for (uint32_t i = 0; i < l->count; i++) {
        uint32_t *rows = l->told + i * AHD_HINTS_TOLD;
        const ahd_first_look *word = &a->first[l->first + i];
        uint32_t told = ahd_echo_of(&a->echo, word);
        for (uint32_t k = 0; k < AHD_HINTS_TOLD; k++)
            rows[k] = NOT_TOLD;
        if (told != 0)
            ahd_hints_told(word->pos, told, rows);
    }
}

static void ask_part(ahd_span tokens, void *user)
{
    static ahd_look looks[AHD_LABEL_WORDS + 2 * EDGES];
    asking *a = user;
    school *s = a->s;
    const gold_block *b = &s->blocks.items[a->block];
    lesson *l = ahd_vec_push(s->scratch, &s->lessons);
    uint32_t rows[AHD_HINTS_MOST];

    *l = (lesson){.block = a->block,
                  .first = tokens.start,
                  .count = tokens.len,
                  .labels = ahd_new(s->scratch, uint8_t, tokens.len)};
    memset(looks, 0, sizeof looks);
    ahd_looks_read(&a->looker, tokens, looks + EDGES);
    for (uint32_t i = 0; i < tokens.len; i++) {
        s->asked = ahd_hints_of(&looks[i + EDGES], rows);
        if (l->rows == NULL)
            l->rows = ahd_new(s->scratch, uint32_t, tokens.len * s->asked);
        memcpy(l->rows + i * s->asked, rows, s->asked * sizeof *rows);
    }
    if (a->first != NULL)
        ask_told(a, l);
    set_labels(b, l, &a->row);
}

void ask_block(school *s, uint32_t block, const ahd_name_weights *weights,
               bool told)
{
    const gold_block *b = &s->blocks.items[block];
    const ahd_kb *kb = &s->kbs[b->fold];
    asking a = {.s = s, .block = block, .looker = {kb, weights, b->doc, 0}};

    if (told) {
        a.first = ahd_pass_first(kb, weights, b->doc, s->scratch);
        a.echo = ahd_echo_of_all(s->scratch, a.first, b->doc->tokens.count);
    }
    ahd_pass_parts(b->doc, ask_part, &a);
}
