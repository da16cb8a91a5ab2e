/* morph_train_forms.c - how often forms are in unlabelled text, and classes of
 * forms that stand in like places.
 *
 * Classes are those of a bigram model of classes: each form in turn goes where
 * the text becomes likeliest (exchange clustering, Kneser and Ney 1993). */
#include "morph_train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST = 4, FINE = 160, COARSE = 40, ROUNDS = 12, MOST = 1 << 21 };

typedef struct form {
    uint64_t key;
    uint32_t times, number; /* number: 0 seldom, else its place by frequency */
} form;

typedef struct neighbour {
    uint32_t form, times;
} neighbour;

/* Forms before or after each form. */
typedef struct graph {
    uint32_t *first; /* [form]: of `list`; [forms]: the end */
    neighbour *list;
} graph;

typedef struct text {
    form *slots;
    uint32_t *words; /* slots first, numbers later; 0 where sentences end */
    uint32_t count, room, forms, distinct;
    uint32_t *times; /* by number */
    uint64_t *keys;
    graph before, after;
} text;

static uint32_t slot_of(text *t, uint64_t key)
{
    uint32_t i = (uint32_t)(key >> 20) & (MOST - 1);

    while (t->slots[i].times > 0 && t->slots[i].key != key)
        i = (i + 1) & (MOST - 1);
    if (t->slots[i].times == 0 && ++t->distinct > MOST / 4 * 3) {
        fprintf(stderr, "morph_train: too many forms\n");
        exit(1);
    }
    t->slots[i].key = key;
    return i;
}

static void add_word(text *t, uint32_t word)
{
    if (t->count == t->room) {
        t->room = t->room ? t->room * 2 : 1 << 20;
        t->words = realloc(t->words, t->room * sizeof *t->words);
        if (t->words == NULL)
            abort();
    }
    t->words[t->count++] = word;
}

static void add_sentence(text *t, const ahd_doc *doc, const ahd_sentence *s)
{
    for (uint32_t i = s->first; i < s->end; i++) {
        const ahd_token *token = &doc->tokens.items[i];
        uint64_t key = token->kind; /* all numbers are alike */
        ahd_letters l;
        if (token->kind != AHD_TOKEN_NUMBER &&
            ahd_letters_read(ahd_doc_words(doc, token->at), &l))
            key = ahd_choices_key(AHD_SEEN_FOLDED, l.fold, l.count);
        uint32_t slot = slot_of(t, key);
        t->slots[slot].times++;
        add_word(t, slot + 1);
    }
    add_word(t, 0);
}

static void read_text(treebank *bank, text *t)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;

    while ((len = getline(&line, &room, stdin)) > 0) {
        ahd_mark mark = ahd_arena_mark(bank->arena);
        ahd_doc *doc =
            gold_split(bank, ahd_str_trim((ahd_str){line, (size_t)len}));
        for (uint32_t i = 0; i < doc->sentences.count; i++)
            add_sentence(t, doc, &doc->sentences.items[i]);
        ahd_arena_rewind(bank->arena, mark);
    }
    free(line);
}

static int by_times(const void *a, const void *b)
{
    const form *x = *(form *const *)a, *y = *(form *const *)b;

    if (x->times != y->times)
        return x->times > y->times ? -1 : 1;
    return (x->key > y->key) - (x->key < y->key);
}

/* Forms by frequency, from 1; 0 is what is seldom, and the edge. */
static void number_forms(treebank *bank, text *t)
{
    form **all = ahd_new(bank->arena, form *, MOST);
    uint32_t count = 0;

    for (uint32_t i = 0; i < MOST; i++)
        if (t->slots[i].times >= LEAST)
            all[count++] = &t->slots[i];
    qsort(all, count, sizeof *all, by_times);
    t->forms = count + 1;
    t->times = ahd_new(bank->arena, uint32_t, t->forms);
    t->keys = ahd_new(bank->arena, uint64_t, t->forms);
    for (uint32_t i = 0; i < count; i++) {
        all[i]->number = i + 1;
        t->times[i + 1] = all[i]->times;
        t->keys[i + 1] = all[i]->key;
    }
    for (uint32_t i = 0; i < t->count; i++)
        if (t->words[i] > 0)
            t->words[i] = t->slots[t->words[i] - 1].number;
}

static int by_form(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* Pairs (form, its neighbour `step` further on), counted. */
static graph make_graph(treebank *bank, const text *t, int step)
{
    uint64_t *pairs = ahd_new(bank->arena, uint64_t, t->count);
    graph g = {ahd_new(bank->arena, uint32_t, t->forms + 1), NULL};
    uint32_t count = 0, kept = 0;

    for (uint32_t i = 1; i < t->count; i++) {
        uint64_t of = t->words[step > 0 ? i - 1 : i];
        uint64_t other = t->words[step > 0 ? i : i - 1];
        if (of != 0)
            pairs[count++] = of << 32 | other;
    }
    qsort(pairs, count, sizeof *pairs, by_form);
    g.list = ahd_new(bank->arena, neighbour, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && pairs[i] == pairs[i - 1]) {
            g.list[kept - 1].times++;
            continue;
        }
        g.list[kept++] = (neighbour){(uint32_t)pairs[i], 1};
        g.first[(pairs[i] >> 32) + 1] = kept;
    }
    for (uint32_t i = 1; i <= t->forms; i++)
        if (g.first[i] < g.first[i - 1])
            g.first[i] = g.first[i - 1];
    return g;
}

/* -------------------------------------------------------------- exchange */

typedef struct model {
    const text *text;
    uint32_t classes;
    uint32_t *class;      /* of each form; 0 for what is seldom */
    double *pairs;        /* [class][class after it] */
    double *first, *last; /* how often a class comes, in pairs */
} model;

static double logs(double n)
{
    return n > 0 ? n * log(n) : 0;
}

/* How the words around a form are spread over the classes. */
static void spread(const model *m, const graph *g, uint32_t of, double *out)
{
    memset(out, 0, m->classes * sizeof *out);
    for (uint32_t i = g->first[of]; i < g->first[of + 1]; i++)
        if (g->list[i].form != of)
            out[m->class[g->list[i].form]] += g->list[i].times;
}

static void move(model *m, uint32_t class, const double *left,
                 const double *right, double by)
{
    for (uint32_t i = 0; i < m->classes; i++) {
        m->pairs[i * m->classes + class] += by * left[i];
        m->pairs[class * m->classes + i] += by * right[i];
        m->last[class] += by * left[i];
        m->first[class] += by * right[i];
    }
}

/* What the likelihood gains when a form that is in no class enters one. */
static double gain(const model *m, uint32_t class, const double *left,
                   const double *right)
{
    double sum = 0, in = 0, out = 0;

    for (uint32_t i = 0; i < m->classes; i++) {
        if (left[i] > 0) {
            double n = m->pairs[i * m->classes + class];
            sum += logs(n + left[i]) - logs(n);
            in += left[i];
        }
        if (right[i] > 0) {
            double n = m->pairs[class * m->classes + i];
            sum += logs(n + right[i]) - logs(n);
            out += right[i];
        }
    }
    return sum - logs(m->last[class] + in) + logs(m->last[class]) -
           logs(m->first[class] + out) + logs(m->first[class]);
}

static uint32_t exchange(model *m, double *left, double *right)
{
    uint32_t moved = 0;

    for (uint32_t f = 1; f < m->text->forms; f++) {
        uint32_t old = m->class[f], best = old;
        double most = -1e300;
        spread(m, &m->text->before, f, left);
        spread(m, &m->text->after, f, right);
        move(m, old, left, right, -1);
        for (uint32_t c = 1; c < m->classes; c++) {
            double g = gain(m, c, left, right);
            if (g > most) {
                most = g;
                best = c;
            }
        }
        move(m, best, left, right, 1);
        m->class[f] = best;
        moved += best != old;
    }
    return moved;
}

static uint32_t *cluster(treebank *bank, const text *t, uint32_t classes)
{
    model m = {.text = t, .classes = classes};
    double *left = ahd_new(bank->arena, double, classes);
    double *right = ahd_new(bank->arena, double, classes);

    m.class = ahd_new(bank->arena, uint32_t, t->forms);
    m.pairs = ahd_new(bank->arena, double, (size_t)classes *classes);
    m.first = ahd_new(bank->arena, double, classes);
    m.last = ahd_new(bank->arena, double, classes);
    for (uint32_t i = 1; i < t->forms; i++)
        m.class[i] = 1 + (i - 1) % (classes - 1);
    for (uint32_t i = 1; i < t->count; i++) {
        uint32_t a = m.class[t->words[i - 1]], b = m.class[t->words[i]];
        m.pairs[a * classes + b] += 1;
        m.first[a] += 1;
        m.last[b] += 1;
    }
    for (int round = 0; round < ROUNDS; round++)
        fprintf(stderr, "%u classes, round %d: %u moved\n", classes, round + 1,
                exchange(&m, left, right));
    return m.class;
}

void forms_count(treebank *bank)
{
    text t = {0};

    t.slots = ahd_new(bank->arena, form, MOST);
    read_text(bank, &t);
    number_forms(bank, &t);
    t.before = make_graph(bank, &t, -1);
    t.after = make_graph(bank, &t, 1);
    uint32_t *fine = cluster(bank, &t, FINE);
    uint32_t *coarse = cluster(bank, &t, COARSE);
    for (uint32_t i = 1; i < t.forms; i++)
        printf("%llx\t%d\t%u\t%u\n", (unsigned long long)t.keys[i],
               (int)(2 * log2(t.times[i])), fine[i], coarse[i]);
    free(t.words);
}
