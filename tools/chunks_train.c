/* chunks_train.c - learns models/chunks/attach.tsv from a treebank.
 *
 *     chunks_train EPOCHS [RATE] < TREES > attach.tsv
 *
 * TREES are sentences as tests/tagged.h reads them, with head:relation after
 * the features of each segment (bench/arguments.py --trees prints them). The
 * chunker reads each sentence with the weights so far; where the tree says
 * which option is right, a step of logistic regression is made towards it. The
 * mean of all weights that there were is what is kept. */
#include "chunks/choice.h"
#include "chunks/chunks.h"
#include "kb/kb.h"
#include "tagged.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The features that know a noun or a verb, which one treebank has seen once. */
enum { MOST = 64 << 20, SCALE = 512, FIRST_WORD = 1, LAST_WORD = 5 };

static const double TINY = 0.001;

typedef struct arc {
    uint32_t head;        /* segment; AHD_NONE at the root */
    uint8_t link, verbal; /* of a noun, of a verb */
} arc;

typedef struct training {
    double weights[AHD_CHOICE_WEIGHTS], sums[AHD_CHOICE_WEIGHTS];
    double time, rate, shy;
    const arc *arcs; /* by segment */
    uint32_t known, right;
} training;

/* What a relation of the treebank is here; nmod, obl and conj hang on more. */
static const struct relation {
    const char *name;
    uint8_t bare, prep, verbal;
} relations[] = {
    {"nsubj", AHD_LINK_SUBJECT, AHD_LINK_SUBJECT, 0},
    {"nsubj:pass", AHD_LINK_SUBJECT, AHD_LINK_SUBJECT, 0},
    {"obj", AHD_LINK_OBJECT, AHD_LINK_OBLIQUE, 0},
    {"iobj", AHD_LINK_OBJECT, AHD_LINK_OBLIQUE, 0},
    {"obl", AHD_LINK_ADVERBIAL, AHD_LINK_OBLIQUE, 0},
    {"obl:tmod", AHD_LINK_ADVERBIAL, AHD_LINK_OBLIQUE, 0},
    {"advmod", AHD_LINK_ADVERBIAL, AHD_LINK_OBLIQUE, 0},
    {"advcl", AHD_LINK_ADVERBIAL, AHD_LINK_OBLIQUE, AHD_LINK_ADVERBIAL},
    {"nmod", AHD_LINK_APPOSITION, AHD_LINK_ATTRIBUTE, 0},
    {"flat", AHD_LINK_APPOSITION, AHD_LINK_ATTRIBUTE, 0},
    {"appos", AHD_LINK_APPOSITION, AHD_LINK_ATTRIBUTE, 0},
    {"xcomp", AHD_LINK_COMPLEMENT, AHD_LINK_OBLIQUE, AHD_LINK_COMPLEMENT},
    {"ccomp", AHD_LINK_COMPLEMENT, AHD_LINK_OBLIQUE, AHD_LINK_COMPLEMENT},
    {"csubj", AHD_LINK_SUBJECT, AHD_LINK_OBLIQUE, AHD_LINK_COMPLEMENT},
    {"acl", AHD_LINK_APPOSITION, AHD_LINK_ATTRIBUTE, AHD_LINK_RELATIVE},
    {"acl:relcl", AHD_LINK_APPOSITION, AHD_LINK_ATTRIBUTE, AHD_LINK_RELATIVE},
    {"parataxis", 0, 0, AHD_LINK_CONJUNCT},
    {"conj", AHD_LINK_CONJUNCT, AHD_LINK_CONJUNCT, AHD_LINK_CONJUNCT},
};

static arc arc_of(ahd_str text, uint32_t base, bool prep)
{
    uint32_t head = 0;
    arc out = {AHD_NONE, AHD_LINK_NONE, AHD_LINK_NONE};

    if (ahd_str_number(ahd_str_cut(&text, ':'), &head) && head > 0)
        out.head = base + head - 1;
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (ahd_str_eq(ahd_str_from(relations[i].name), text)) {
            out.link = prep ? relations[i].prep : relations[i].bare;
            out.verbal = relations[i].verbal;
        }
    return out;
}

/* The trees of a line, in the order of its segments. */
static void read_arcs(ahd_str line, uint32_t base, arc *arcs, uint32_t *count)
{
    uint32_t first = *count;

    while (line.len > 0) {
        ahd_str word = ahd_str_cut(&line, ' ');
        while (word.len > 0) {
            ahd_str piece = ahd_str_cut(&word, '+');
            for (int i = 0; i < 4; i++)
                (void)ahd_str_cut(&piece, '/');
            ahd_str prep = ahd_str_cut(&piece, '/');
            arcs[(*count)++] = arc_of(piece, base, prep.len > 0);
        }
    }
    (void)first;
}

static bool fits(const arc *gold, const ahd_option *option)
{
    bool oblique =
        option->link == AHD_LINK_OBLIQUE || option->link == AHD_LINK_ATTRIBUTE;

    if (option->of == AHD_NONE || gold->head == AHD_NONE)
        return false;
    if (gold->head != option->word)
        return false;
    return option->link == gold->link ||
           (oblique && (gold->link == AHD_LINK_OBLIQUE ||
                        gold->link == AHD_LINK_ATTRIBUTE));
}

/* A clause that waits has its link already; only what it belongs to counts. */
static uint32_t right_of_verb(const arc *gold, const ahd_choice *choice)
{
    for (uint32_t i = 0; i < choice->count; i++)
        if (choice->option[i].word == gold->head &&
            (choice->option[i].link == gold->verbal ||
             choice->option[i].link == AHD_LINK_PREDICATE))
            return i;
    return choice->count;
}

/* The option that the tree has; the count when it has none of them. */
static uint32_t right_of(const training *t, const ahd_doc *doc,
                         const ahd_choice *choice)
{
    const ahd_chunk *c = &doc->chunks.items[choice->k];
    const arc *gold = &t->arcs[c->head];

    /* «الذي» belongs where the verb of its clause does. */
    if (c->kind == AHD_CHUNK_MARK && gold->head != AHD_NONE)
        gold = &t->arcs[gold->head];
    if (c->kind == AHD_CHUNK_VERB || c->kind == AHD_CHUNK_MARK)
        return right_of_verb(gold, choice);
    for (uint32_t i = 0; i < choice->count; i++) {
        if (fits(gold, &choice->option[i]))
            return i;
        if (choice->option[i].of == AHD_NONE && gold->head != AHD_NONE &&
            gold->head >= c->end)
            return i;
    }
    return choice->count;
}

static double score(const training *t, const ahd_option *option)
{
    double sum = 0;

    for (int i = 0; i < AHD_CHOICE_FEATURES; i++)
        sum += t->weights[option->seen[i]];
    return sum;
}

static void move(training *t, const ahd_option *option, double by)
{
    for (int i = 0; i < AHD_CHOICE_FEATURES; i++) {
        double step = i >= FIRST_WORD && i <= LAST_WORD ? by * t->shy : by;
        t->weights[option->seen[i]] += step;
        t->sums[option->seen[i]] += step * t->time;
    }
}

/* Softmax of the scores: by how much each option is to move. */
static void learn(training *t, const ahd_choice *choice, uint32_t right,
                  const double *scores, double most)
{
    double sum = 0;

    for (uint32_t i = 0; i < choice->count; i++)
        sum += exp(scores[i] - most);
    t->time++;
    for (uint32_t i = 0; i < choice->count; i++) {
        double wrong = (i == right) - exp(scores[i] - most) / sum;
        if (wrong > TINY || wrong < -TINY)
            move(t, &choice->option[i], t->rate * wrong);
    }
}

static uint32_t choose(void *user, const ahd_doc *doc, const ahd_choice *choice)
{
    training *t = user;
    uint32_t right = right_of(t, doc, choice), best = 0;
    double scores[AHD_CHOICE_OPTIONS];

    for (uint32_t i = 0; i < choice->count && choice->count > 1; i++) {
        scores[i] = score(t, &choice->option[i]);
        if (scores[i] > scores[best])
            best = i;
    }
    if (right == choice->count || choice->count < 2)
        return best;
    t->known++;
    t->right += best == right;
    learn(t, choice, right, scores, scores[best]);
    return best;
}

static ahd_str read_all(void)
{
    char *bytes = malloc(MOST);
    size_t len = bytes != NULL ? fread(bytes, 1, MOST, stdin) : 0;

    return (ahd_str){bytes, len};
}

static void print(const training *t)
{
    printf("# Where an Arabic noun belongs: place, weight. "
           "tools/chunks_train.c\n");
    for (int i = 0; i < AHD_CHOICE_WEIGHTS; i++) {
        double mean = t->weights[i] - t->sums[i] / (t->time + 1);
        int weight = (int)(mean * SCALE + (mean < 0 ? -0.5 : 0.5));
        if (weight != 0)
            printf("%d\t%d\n", i, weight);
    }
}

int main(int argc, char **argv)
{
    int epochs = argc > 1 ? atoi(argv[1]) : 8;
    ahd_arena *arena = ahd_arena_new((size_t)MOST * 16);
    ahd_arena *scratch = ahd_arena_new((size_t)MOST * 16);
    static training t;
    ahd_teacher teacher = {choose, &t};
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_buf text = AHD_BUF(MOST);
    ahd_str rest = read_all();
    arc *arcs = calloc(rest.len + 1, sizeof *arcs);
    uint32_t count = 0;

    while (rest.len > 0 && arcs != NULL) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        read_arcs(line, doc->segments.count, arcs, &count);
        tagged_line(doc, &text, line);
    }
    tagged_end(doc, &text);
    t.arcs = arcs;
    t.rate = argc > 2 ? atof(argv[2]) : 0.3;
    t.shy = argc > 3 ? atof(argv[3]) : 1;
    for (int i = 0; i < epochs; i++) {
        t.known = t.right = 0;
        doc->chunks.count = doc->clauses.count = 0;
        ahd_arena_clear(scratch);
        ahd_chunks_read(ahd_kb_embedded()->lang, &teacher, doc, scratch);
        fprintf(stderr, "%d: %u of %u\n", i + 1, (unsigned)t.right,
                (unsigned)t.known);
    }
    print(&t);
    free(arcs);
    return 0;
}
