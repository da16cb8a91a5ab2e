/* names_train_news.c - what news without marks teach: how often a form is read
 * as a name there; and the course of learning that makes use of it. */
#include "names_train.h"

#include "base/map.h"
#include "tagger/passes.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST = 3, DEGREES = 7, PARAGRAPHS = 16 };

typedef uint32_t tally[AHD_NAMED_KINDS + 1]; /* by kind; all */

/* Documents of some paragraphs each. */
void news_read(school *s, const char *path)
{
    ahd_str rest = gold_slurp(s->arena, path);

    while (rest.len > 0) {
        ahd_str text = {rest.ptr, 0};
        for (int i = 0; i < PARAGRAPHS && rest.len > 0; i++) {
            ahd_str line = ahd_str_cut(&rest, '\n');
            text.len = (size_t)(line.ptr + line.len - text.ptr);
        }
        *ahd_vec_push(s->arena, &s->news) = gold_doc(s, s->kb, text);
    }
}

ahd_name_weights names_open(const names_pack *pack)
{
    ahd_str section = names_pack_section(pack);
    ahd_lexica lang = {0};
    ahd_name_weights weights;

    lang.tables[AHD_LANG_NAMES] =
        (ahd_lang_table){section.ptr, (uint32_t)section.len};
    ahd_name_weights_open(&lang, &weights);
    return weights;
}

static void count_doc(const ahd_name_weights *weights, const ahd_doc *doc,
                      const ahd_first_look *words, tally *tallies)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        ahd_str host = t->readings > 0 ? t->reading[0].host : t->form;
        const ahd_name_word *word =
            ahd_name_word_find(weights, ahd_name_key(host));
        if (word == NULL || words[i].bare == 0)
            continue;
        uint32_t *counts = tallies[word - weights->words];
        counts[AHD_NAMED_KINDS]++;
        if (ahd_label_is_named(words[i].label))
            counts[words[i].label / 2]++;
    }
}

void news_count(school *s, names_pack *pack)
{
    ahd_name_weights weights = names_open(pack);
    tally *tallies = ahd_arena_alloc(s->arena, sizeof *tallies,
                                     (size_t)1 << weights.head->word_bits);

    for (uint32_t i = 0; i < s->news.count; i++) {
        ahd_mark mark = ahd_arena_mark(s->scratch);
        const ahd_doc *doc = s->news.items[i];
        count_doc(&weights, doc,
                  ahd_pass_first(s->kb, &weights, doc, s->scratch), tallies);
        ahd_arena_rewind(s->scratch, mark);
    }
    for (uint32_t i = 0; i < pack->words.count; i++) {
        ahd_name_word *w = &pack->words.items[i];
        const uint32_t *counts =
            tallies[ahd_name_word_find(&weights, w->key) - weights.words];
        uint32_t all = counts[AHD_NAMED_KINDS];
        for (uint32_t k = 0; k < AHD_NAME_LIKES; k++)
            w->like[k] =
                all < LEAST
                    ? 0
                    : (uint8_t)((counts[k] * DEGREES * 2 + all) / (2 * all));
    }
}

/* ------------------------------------------------------------------ courses */

/* A copy whose forms can be changed, without weights. */
static names_pack copy_words(school *s, const names_pack *from)
{
    names_pack to;

    names_pack_init(&to, s->arena);
    for (uint32_t i = 0; i < from->words.count; i++)
        *ahd_vec_push(s->arena, &to.words) = from->words.items[i];
    return to;
}

static void begin_lessons(school *s)
{
    ahd_arena_clear(s->scratch);
    memset(&s->lessons, 0, sizeof s->lessons);
}

static void learn_first(school *s, held out, names_pack *learned)
{
    *learned = copy_words(s, &s->words);
    ahd_name_weights none = names_open(learned);
    begin_lessons(s);
    for (uint32_t i = 0; i < s->blocks.count; i++)
        if (!is_held(&out, s->blocks.items[i].fold, i))
            ask_block(s, i, &none, false);
    learn(s, learned);
    news_count(s, learned);
}

void learn_twice(school *s, uint32_t fold, names_pack *out)
{
    names_pack groups[GROUPS], all;
    ahd_name_weights weights[GROUPS];

    for (uint32_t g = 0; g < GROUPS; g++) {
        learn_first(s, (held){fold, g}, &groups[g]);
        weights[g] = names_open(&groups[g]);
    }
    learn_first(s, (held){fold, GROUPS}, &all);
    *out = copy_words(s, &all);
    begin_lessons(s);
    for (uint32_t i = 0; i < s->blocks.count; i++)
        if (s->blocks.items[i].fold != fold)
            ask_block(s, i, &weights[i % GROUPS], true);
    learn(s, out);
}
