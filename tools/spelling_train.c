/* spelling_train.c - learns models/spelling/costs.tsv: which letters stand for
 * which when a name is written again, in Arabic or in Latin letters.
 *
 *     spelling_train train [FOLDS FOLD] < PAIRS > costs.tsv
 *     spelling_train cost COSTS < NAMES        a number a line, for the bench
 *
 * PAIRS are lines "Arabic<TAB>Latin". A pair is written by edits: a unit
 * (names/near.h) for a unit, for nothing, or nothing for one. How probable each
 * edit is, is found by expectation maximisation over all ways to write each
 * pair (Ristad and Yianilos). What is for what within one script follows from
 * that by way of the other: two Arabic letters are near when the same Latin
 * ones are written for both. With FOLDS, every pair of FOLD is left out. */
#include "base/arena.h"
#include "base/vec.h"
#include "lang/fold.h"
#include "names/near.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNITS = AHD_NEAR_UNITS, ROUNDS = 12, LINE = 4096 };

static const double LEAST = 1e-7; /* of an edit never seen */

/* How steeply a rare edit costs: this many nats of odds are a whole edit. */
static const double WHOLE = 6.0;

/* Within a script no two letters are quite the same. */
static const double SOME = 0.2;

typedef struct pair {
    ahd_near_word ar, la;
} pair;

typedef struct table {
    double at[UNITS][UNITS]; /* unit 0 is nothing */
} table;

typedef AHD_VEC(pair) pairs;

static table joint, seen;

/* ------------------------------------------------------------------ pairs */

static void read_pairs(ahd_arena *arena, uint32_t folds, uint32_t fold,
                       pairs *out)
{
    char line[LINE];

    while (fgets(line, sizeof line, stdin)) {
        ahd_str rest = {line, strcspn(line, "\r\n")};
        ahd_str ar = ahd_fold(arena, ahd_str_cut(&rest, '\t'));
        ahd_str la = ahd_fold(arena, rest);
        if (ar.len == 0 || la.len == 0 ||
            (folds && ahd_str_hash(la) % folds == fold))
            continue;
        pair *p = ahd_vec_push(arena, out);
        ahd_near_read(ar, &p->ar);
        ahd_near_read(la, &p->la);
    }
}

/* -------------------------------------------- expectation and maximisation */

typedef struct lattice {
    double to[AHD_NEAR_LONGEST + 1][AHD_NEAR_LONGEST + 1];
    double from[AHD_NEAR_LONGEST + 1][AHD_NEAR_LONGEST + 1];
} lattice;

static double edit(const pair *p, int i, int j, int di, int dj)
{
    return joint.at[di ? p->ar.unit[i] : 0][dj ? p->la.unit[j] : 0];
}

static void forward(const pair *p, lattice *l)
{
    for (int i = 0; i <= p->ar.count; i++)
        for (int j = 0; j <= p->la.count; j++) {
            double sum = i + j == 0;
            if (i > 0)
                sum += l->to[i - 1][j] * edit(p, i - 1, 0, 1, 0);
            if (j > 0)
                sum += l->to[i][j - 1] * edit(p, 0, j - 1, 0, 1);
            if (i > 0 && j > 0)
                sum += l->to[i - 1][j - 1] * edit(p, i - 1, j - 1, 1, 1);
            l->to[i][j] = sum;
        }
}

static void backward(const pair *p, lattice *l)
{
    for (int i = p->ar.count; i >= 0; i--)
        for (int j = p->la.count; j >= 0; j--) {
            double sum = i == p->ar.count && j == p->la.count;
            if (i < p->ar.count)
                sum += l->from[i + 1][j] * edit(p, i, 0, 1, 0);
            if (j < p->la.count)
                sum += l->from[i][j + 1] * edit(p, 0, j, 0, 1);
            if (i < p->ar.count && j < p->la.count)
                sum += l->from[i + 1][j + 1] * edit(p, i, j, 1, 1);
            l->from[i][j] = sum;
        }
}

static void count_edits(const pair *p, lattice *l)
{
    forward(p, l);
    backward(p, l);
    double all = l->from[0][0];
    for (int i = 0; all > 0 && i <= p->ar.count; i++)
        for (int j = 0; j <= p->la.count; j++) {
            double here = l->to[i][j] / all;
            bool more_ar = i < p->ar.count, more_la = j < p->la.count;
            uint8_t a = more_ar ? p->ar.unit[i] : 0;
            uint8_t b = more_la ? p->la.unit[j] : 0;
            if (more_ar)
                seen.at[a][0] += here * joint.at[a][0] * l->from[i + 1][j];
            if (more_la)
                seen.at[0][b] += here * joint.at[0][b] * l->from[i][j + 1];
            if (more_ar && more_la)
                seen.at[a][b] += here * joint.at[a][b] * l->from[i + 1][j + 1];
        }
}

static void learn(const pairs *all)
{
    static lattice l;

    for (int a = 0; a < UNITS; a++)
        for (int b = 0; b < UNITS; b++)
            joint.at[a][b] = a && b ? 0.01 : 0.002;
    for (int round = 0; round < ROUNDS; round++) {
        double sum = 0;
        memset(&seen, 0, sizeof seen);
        for (uint32_t i = 0; i < all->count; i++)
            count_edits(&all->items[i], &l);
        for (int i = 0; i < UNITS * UNITS; i++)
            sum += (&seen.at[0][0])[i];
        for (int i = 0; i < UNITS * UNITS; i++)
            (&joint.at[0][0])[i] = (&seen.at[0][0])[i] / sum + LEAST;
    }
}

/* ------------------------------------------------------------------ costs */

/* The odds of an edit beside the best of both units. */
static double cost_of(double p, double best_a, double best_b, double least)
{
    double odds = p / sqrt(best_a * best_b);
    double cost = -log(odds > 1e-30 ? odds : 1e-30) / WHOLE;

    return cost < least ? least : cost > 1 ? 1 : cost;
}

static double best_of(const table *t, int unit, bool column)
{
    double best = LEAST;

    for (int i = 1; i < UNITS; i++) {
        double p = column ? t->at[i][unit] : t->at[unit][i];
        best = p > best ? p : best;
    }
    return best;
}

/* Was the unit in any pair? What EM leaves of others is noise. */
static bool was_seen(int unit)
{
    double sum = 0;

    for (int i = 0; i < UNITS; i++)
        sum += seen.at[unit][i] + seen.at[i][unit];
    return sum >= 1;
}

/* How often one letter is written where the other could have been: over all
 * that both stand for. Rows are the Arabic ones unless `latin`. */
static void pivot(bool latin, table *out)
{
    double whole[UNITS] = {0};

    for (int l = 1; l < UNITS; l++)
        for (int a = 0; a < UNITS; a++)
            whole[l] += latin ? joint.at[l][a] : joint.at[a][l];
    for (int a = 0; a < UNITS; a++)
        for (int b = 0; b < UNITS; b++) {
            double sum = 0;
            for (int l = 1; l < UNITS; l++) {
                double to_a = latin ? joint.at[l][a] : joint.at[a][l];
                double to_b = latin ? joint.at[l][b] : joint.at[b][l];
                sum += whole[l] > 0 ? to_a * to_b / whole[l] : 0;
            }
            out->at[a][b] = sum;
        }
    /* Nothing for a letter: as between the scripts. */
    for (int a = 1; a < UNITS; a++)
        out->at[a][0] = out->at[0][a] = latin ? joint.at[0][a] : joint.at[a][0];
}

static void print_cost(int a, int b, double cost)
{
    int hundredths = (int)(cost * 100 + 0.5);

    if (hundredths < 100)
        printf("%d\t%d\t%d\t%s\t%s\n", a, b, hundredths, ahd_near_unit(a),
               ahd_near_unit(b));
}

static void print_within(bool latin)
{
    table t;

    pivot(latin, &t);
    for (int a = 1; a < UNITS; a++) {
        if (ahd_near_is_latin(a) != latin || !was_seen(a))
            continue;
        print_cost(a, 0, cost_of(t.at[a][0], t.at[a][a], t.at[a][a], SOME));
        for (int b = 1; b < a; b++)
            if (ahd_near_is_latin(b) == latin && was_seen(b))
                print_cost(a, b, cost_of(t.at[a][b], t.at[a][a], t.at[b][b], SOME));
    }
}

static void print_across(void)
{
    for (int a = 1; a < UNITS; a++)
        for (int l = 1; l < UNITS && !ahd_near_is_latin(a); l++)
            if (ahd_near_is_latin(l) && was_seen(a) && was_seen(l))
                print_cost(a, l,
                           cost_of(joint.at[a][l], best_of(&joint, a, false),
                                   best_of(&joint, l, true), 0));
}

static int train(uint32_t folds, uint32_t fold)
{
    ahd_arena *arena = ahd_arena_new((size_t)1 << 30);
    pairs all = {0};

    if (arena == NULL)
        return 1;
    read_pairs(arena, folds, fold, &all);
    learn(&all);
    printf("# Learned by tools/spelling_train.c from %u pairs; see README.md\n"
           "first\tsecond\tcost\tfirst_text\tsecond_text\n",
           (unsigned)all.count);
    print_within(false);
    print_within(true);
    print_across();
    ahd_arena_free(arena);
    return 0;
}

/* ------------------------------------------------------------- for the bench
 */

static void read_costs(const char *path, ahd_near_table *out)
{
    char line[LINE];
    FILE *file = fopen(path, "r");
    unsigned a, b, cost;

    if (file == NULL) {
        perror(path);
        exit(1);
    }
    memset(out, 0, sizeof *out);
    while (fgets(line, sizeof line, file))
        if (sscanf(line, "%u\t%u\t%u", &a, &b, &cost) == 3 && a < UNITS &&
            b < UNITS && cost < 100)
            out->near[a][b] = out->near[b][a] = (uint8_t)(100 - cost);
    fclose(file);
}

static int print_costs(const char *path)
{
    static ahd_near_table costs;
    char line[LINE];
    ahd_arena *arena = ahd_arena_new((size_t)1 << 30);

    if (arena == NULL)
        return 1;
    read_costs(path, &costs);
    while (fgets(line, sizeof line, stdin)) {
        ahd_near_word a, b;
        ahd_str rest = {line, strcspn(line, "\r\n")};
        ahd_near_read(ahd_fold(arena, ahd_str_cut(&rest, '\t')), &a);
        ahd_near_read(ahd_fold(arena, rest), &b);
        int longest = a.count > b.count ? a.count : b.count;
        printf("%.4f\n",
               (double)ahd_near_sum(&costs, &a, &b) / (longest ? longest : 1));
        ahd_arena_clear(arena);
    }
    ahd_arena_free(arena);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "train") == 0)
        return train(0, 0);
    if (argc == 4 && strcmp(argv[1], "train") == 0)
        return train((uint32_t)atoi(argv[2]), (uint32_t)atoi(argv[3]));
    if (argc == 3 && strcmp(argv[1], "cost") == 0)
        return print_costs(argv[2]);
    fprintf(stderr, "usage: spelling_train train [FOLDS FOLD] < PAIRS\n"
                    "       spelling_train cost COSTS < NAMES\n");
    return 2;
}
