#include "tagger/tagger.h"

#include "doc/look.h"
#include "lang/grammar.h"
#include "tagger/echo.h"
#include "tagger/hints.h"

typedef struct tagger {
    const ahd_lexica *lang;
    const ahd_name_weights *weights;
    ahd_doc *doc;
    ahd_first_look *words;
    ahd_echo echo;
    ahd_label_scores scores[AHD_LABEL_WORDS];
    uint8_t labels[AHD_LABEL_WORDS];
    ahd_label_sums sums;
} tagger;

/* «شيرين أبو» is half a name: the word behind it is the rest. */
static bool is_half(const tagger *g, uint32_t end, uint32_t limit)
{
    const ahd_token *last = &g->doc->tokens.items[end - 1], *next = last + 1;

    if (end >= limit || last->segments == 0 || next->kind != AHD_TOKEN_WORD ||
        next->segments == 0 || next->host > 0)
        return false;
    ahd_str host = ahd_doc_words(g->doc, ahd_look_word(g->doc, end - 1));
    return (ahd_grammar_classes(g->lang,
                                ahd_grammar_key(AHD_GRAMMAR_NOUN, host)) &
            AHD_GRAMMAR_KUNYA) != 0;
}

/* Words of the tokens [tokens.start, its end). */
static void write_name(tagger *g, ahd_span tokens, ahd_span words)
{
    uint32_t first = tokens.start + words.start, end = first + words.len;
    uint8_t kind = g->labels[words.start] / 2;

    while (kind == AHD_NAMED_PERSON && is_half(g, end, ahd_span_end(tokens)))
        end++;
    ahd_span from = ahd_look_word(g->doc, first),
             to = ahd_look_word(g->doc, end - 1);
    *ahd_vec_push(g->doc->arena, &g->doc->named) = (ahd_named){
        .at = {from.start, ahd_span_end(to) - from.start},
        .first = first,
        .end = end,
        .sentence = g->doc->tokens.items[first].sentence,
        .kind = kind,
        .score = ahd_labels_sure(&g->sums, g->labels, words.start,
                                 words.start + words.len),
    };
}

static void write_names(tagger *g, ahd_span tokens)
{
    const uint8_t *labels = g->labels;
    bool summed = false;
    uint32_t written = 0; /* tokens before are of names */

    for (uint32_t i = 0; i < tokens.len; i++) {
        uint32_t first = i;
        if (!ahd_label_is_named(labels[i]) || tokens.start + i < written)
            continue;
        while (i + 1 < tokens.len &&
               labels[i + 1] == (labels[first] | AHD_LABEL_GOES_ON))
            i++;
        if (!summed)
            ahd_labels_sum(g->weights->head, g->scores, tokens.len, &g->sums);
        summed = true;
        write_name(g, tokens, (ahd_span){first, i + 1 - first});
        written = g->doc->named.items[g->doc->named.count - 1].end;
    }
}

/* The second time: what was said, and what others of the word say. */
static void read_again(ahd_span tokens, void *user)
{
    tagger *g = user;
    uint32_t rows[AHD_HINTS_TOLD];

    for (uint32_t i = 0; i < tokens.len; i++) {
        const ahd_first_look *word = &g->words[tokens.start + i];
        uint32_t told = ahd_echo_of(&g->echo, word);
        g->scores[i] = word->scores;
        if (told == 0)
            continue;
        ahd_hints_told(word->pos, told, rows);
        ahd_name_weights_sum(g->weights->rows, rows, AHD_HINTS_TOLD,
                             g->scores[i].lanes);
    }
    ahd_labels_choose(g->weights->head, g->scores, tokens.len, g->labels);
    write_names(g, tokens);
}

void ahd_tagger_read(const ahd_kb *kb, const ahd_name_weights *weights,
                     ahd_doc *doc, ahd_arena *scratch)
{
    tagger *g = ahd_new(scratch, tagger, 1);

    g->lang = kb->lang;
    g->weights = weights;
    g->doc = doc;
    g->words = ahd_pass_first(kb, weights, doc, scratch);
    g->echo = ahd_echo_of_all(scratch, g->words, doc->tokens.count);
    ahd_labels_prepare(weights->head, &g->sums);
    ahd_pass_parts(doc, read_again, g);
}

void ahd_tagger_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    ahd_name_weights weights;

    if (ahd_name_weights_open(kb->lang, &weights))
        ahd_tagger_read(kb, &weights, doc, scratch);
}
