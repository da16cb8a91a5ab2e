/* morph_train_gold.c - the treebank, and what it says of our tokens. */
#include "morph_train.h"

#include "base/map.h"
#include "text/split.h"

#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- CoNLL-U */

/* "1 TAB form TAB lemma ..." */
static void read_word(treebank *bank, gold_sentence *s, ahd_str line,
                      uint32_t *at)
{
    ahd_str cells[10] = {{0}};
    gold_word word = {0};
    uint32_t number;

    for (int i = 0; i < 10 && line.len > 0; i++)
        cells[i] = ahd_str_cut(&line, '\t');
    if (!ahd_str_number(cells[0], &number))
        return;
    word.form = cells[1];
    word.lemma = cells[2];
    word.pos = ahd_tags_find_pos(cells[3]);
    word.feats = ahd_tags_read_feats(cells[5]);
    word.at = (ahd_span){*at, (uint32_t)cells[1].len};
    *at += (uint32_t)cells[1].len;
    if (ahd_str_find(cells[9], AHD_STR("SpaceAfter=No")) == cells[9].len)
        *at += 1;
    *ahd_vec_push(bank->arena, &s->words) = word;
}

static gold_sentence read_sentence(treebank *bank, ahd_str *rest,
                                   ahd_str *document)
{
    gold_sentence s = {0};
    ahd_str doc = AHD_STR("# newdoc id = "), text = AHD_STR("# text = ");
    uint32_t at = 0;

    while (rest->len > 0) {
        ahd_str line = ahd_str_cut(rest, '\n');
        if (line.len == 0)
            break;
        if (ahd_str_starts(line, doc))
            *document = (ahd_str){line.ptr + doc.len, line.len - doc.len};
        else if (ahd_str_starts(line, text))
            s.text = (ahd_str){line.ptr + text.len, line.len - text.len};
        else if (line.ptr[0] != '#')
            read_word(bank, &s, line, &at);
    }
    s.document = *document;
    return s;
}

/* ------------------------------------------------------------------ tokens */

ahd_doc *gold_split(treebank *bank, ahd_str text)
{
    ahd_doc *doc = ahd_doc_new(bank->arena);

    doc->text = text;
    doc->lang = AHD_LANG_AR;
    *ahd_vec_push(bank->arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)text.len};
    ahd_text_split(bank->kb, doc, bank->arena);
    return doc;
}

/* Are the words proclitics of a letter each, a host, perhaps a pronoun? */
static bool is_sound(const gold_sentence *s, gold_token *t)
{
    static const char *const before[] = {"و", "ف", "ب", "ل",
                                         "ك", "س", "أ", NULL};
    static const char *const after[] = {"ه", "ها", "هم", "هما", "هن",  "نا",
                                        "ك", "كم", "ي",  "ني",  "كما", NULL};
    const gold_word *w = &s->words.items[t->first];

    t->pros = 0;
    while (t->pros + 1 < t->count && gold_is_one_of(w[t->pros].form, before))
        t->pros++;
    uint32_t rest = t->count - t->pros;
    if (rest == 1 && t->pros > 0 && w[t->pros].pos == AHD_POS_PRON &&
        gold_is_one_of(w[t->pros].form, after)) {
        t->pros--; /* "به": its preposition is the host */
        rest = 2;
    }
    return rest == 1 || (rest == 2 && w[t->pros + 1].pos == AHD_POS_PRON &&
                         gold_is_one_of(w[t->pros + 1].form, after));
}

void gold_align(treebank *bank, gold_sentence *s)
{
    uint32_t w = 0;

    s->tokens = ahd_new(bank->arena, gold_token, s->doc->tokens.count + 1);
    for (uint32_t i = 0; i < s->doc->tokens.count; i++) {
        ahd_span at = s->doc->tokens.items[i].at;
        gold_token *t = &s->tokens[i];
        while (w < s->words.count && s->words.items[w].at.start < at.start)
            w++;
        t->first = w;
        uint32_t end = at.start;
        while (w < s->words.count && s->words.items[w].at.start == end &&
               end < ahd_span_end(at))
            end = ahd_span_end(s->words.items[w++].at);
        t->count = w - t->first;
        t->sound = t->count > 0 && end == ahd_span_end(at) && is_sound(s, t);
    }
}

/* -------------------------------------------------------------------- folds */

static int by_text(const void *a, const void *b)
{
    return ahd_str_cmp(*(const ahd_str *)a, *(const ahd_str *)b);
}

/* The place of every document among all. */
static ahd_map places(treebank *bank)
{
    ahd_map map = {0};
    ahd_str *names = ahd_new(bank->arena, ahd_str, bank->sentences.count + 1);
    uint32_t count = 0;

    for (uint32_t i = 0; i < bank->sentences.count; i++) {
        uint32_t *seen =
            ahd_map_put(bank->arena, &map, bank->sentences.items[i].document);
        if (*seen == 0)
            names[count++] = bank->sentences.items[i].document;
        *seen = 1;
    }
    qsort(names, count, sizeof *names, by_text);
    for (uint32_t i = 0; i < count; i++)
        *ahd_map_put(bank->arena, &map, names[i]) = i;
    return map;
}

void gold_read(treebank *bank, const char *path, uint32_t folds, int k)
{
    ahd_str rest = gold_slurp(bank->arena, path), document = AHD_STR("");
    uint32_t kept = 0;

    while (rest.len > 0) {
        gold_sentence s = read_sentence(bank, &rest, &document);
        if (s.words.count > 0)
            *ahd_vec_push(bank->arena, &bank->sentences) = s;
    }
    ahd_map map = places(bank);
    for (uint32_t i = 0; i < bank->sentences.count; i++) {
        gold_sentence s = bank->sentences.items[i];
        uint32_t place = *ahd_map_find(&map, s.document);
        if (k >= 0 && place % folds == (uint32_t)k)
            continue;
        s.group = place % GROUPS;
        s.doc = gold_split(bank, s.text);
        gold_align(bank, &s);
        bank->sentences.items[kept++] = s;
    }
    bank->sentences.count = kept;
}
