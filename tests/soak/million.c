/* million.c - how long it takes to ask a record of very many acts (pile.c):
 *
 *     million DB ROUNDS     ten queries, each ROUNDS times, through ahd.h
 *
 * What is printed is a line a query: its name, milliseconds at the median and
 * at the worst of a hundred, the same of this program's own time, and rows. */
#include "ahd.h"
#include "chance.h"

#include <string.h>
#include <time.h>

enum { MOST_ROUNDS = 100000, ACTS_A_PAGE = 4 };

enum { LISTED = 1000, SHOWN = 50, MOST = 2000, MOST_FOUND = 4000 };
enum { COUNTED_ACTS = 10000 }; /* of the review queue, at most */

struct asking {
    ahd_record *record;
    ahd_arena *arena;
    const ahd_kb *kb;
    int rows;
    char document[80]; /* one that was listed */
};

static bool take_document(void *context, const ahd_document_row *row)
{
    struct asking *a = context;

    if (ahd_chance(50) == 0)
        snprintf(a->document, sizeof a->document, "%.*s", AHD_STR_ARG(row->id));
    return ++a->rows < LISTED;
}

static bool take_act(void *context, const ahd_act_row *row)
{
    (void)row;
    return ++((struct asking *)context)->rows < LISTED;
}

static bool take_agreement(void *context, const ahd_agreement_row *row)
{
    (void)row;
    return ++((struct asking *)context)->rows < LISTED;
}

static bool take_actor(void *context, const ahd_actor_row *row)
{
    (void)row;
    return ++((struct asking *)context)->rows < LISTED;
}

static char *words(struct asking *a, ahd_str s)
{
    char *out = ahd_arena_alloc(a->arena, 1, s.len + 1);

    memcpy(out, s.ptr, s.len);
    out[s.len] = '\0';
    return out;
}

static char *any_agreement(struct asking *a)
{
    return words(a, ahd_kb_str(a->kb, ahd_chance_agreement(a->kb)->id));
}

static char *any_actor(struct asking *a)
{
    if (ahd_chance(5) > 0)
        return words(a, ahd_kb_str(a->kb, ahd_chance_actor(a->kb)->id));
    return words(a, ahd_chance_print(a->arena, "~p-nobody%u-ly",
                                     ahd_chance(AHD_CHANCE_STRANGERS)));
}

/* A month, from its first day to the 28th. */
static void any_month(struct asking *a, ahd_filter *filter)
{
    uint32_t month = ahd_chance(12 * AHD_CHANCE_YEARS);

    filter->from = words(a, ahd_chance_day(a->arena, month * 31));
    filter->to = words(a, ahd_chance_day(a->arena, month * 31 + 27));
}

typedef enum kind {
    DOCUMENTS,
    ACTS,
    AGREEMENTS,
    ACTORS,
    DOCUMENT,
    FOUND,
    COUNTED,
    WORDED,
    QUEUED
} kind;

static const struct query {
    const char *name;
    kind what;
    bool agreement, actor, period, type, claims, outlet;
} queries[] = {
    {"acts, the first", ACTS, .agreement = false},
    {"acts of an agreement", ACTS, .agreement = true},
    {"claims about an agreement", ACTS, .agreement = true, .claims = true},
    {"acts of an actor", ACTS, .actor = true},
    {"acts of a month", ACTS, .period = true},
    {"acts of a type", ACTS, .type = true},
    {"acts of an actor in a month", ACTS, .actor = true, .period = true},
    {"agreements with their counts", AGREEMENTS, .agreement = false},
    {"actors with their counts", ACTORS, .agreement = false},
    {"documents, the latest", DOCUMENTS, .agreement = false},
    {"documents of an agreement", DOCUMENTS, .agreement = true},
    {"documents of a month", DOCUMENTS, .period = true},
    {"a document", DOCUMENT, .agreement = false},
    {"found: the latest acts", FOUND, .agreement = false},
    {"found: of an agreement", FOUND, .agreement = true},
    {"found: of an actor", FOUND, .actor = true},
    {"found: of an outlet", FOUND, .outlet = true},
    {"found: of an outlet, about an agreement", FOUND, .outlet = true,
     .agreement = true},
    {"found: of an actor, of a type", FOUND, .actor = true, .type = true},
    {"counted: the latest acts", COUNTED, .agreement = false},
    {"counted: of an agreement", COUNTED, .agreement = true},
    {"counted: of an actor", COUNTED, .actor = true},
    {"counted: of an outlet, about an agreement", COUNTED, .outlet = true,
     .agreement = true},
    {"counted: of a month", COUNTED, .period = true},
    {"worded: any word", WORDED, .agreement = false},
    {"worded: the most frequent word", WORDED, .type = true},
    {"worded: about an agreement", WORDED, .agreement = true},
    {"queue: any act, and how many are left", QUEUED, .agreement = false},
    {"queue: of an agreement", QUEUED, .agreement = true},
    {"queue: of a type", QUEUED, .type = true},
    {"queue: of an agreement, of a type", QUEUED, .agreement = true,
     .type = true},
};
enum { QUERIES = sizeof queries / sizeof *queries };

static void take_facets(void *context, const ahd_find_facets *facets)
{
    ((struct asking *)context)->rows = (int)facets->found;
}

/* As the search page does. */
static ahd_status search(struct asking *a, bool counted,
                         const ahd_filter *filter, ahd_error *error)
{
    const ahd_find what = {.agreement = filter->agreement,
                           .actor = filter->actor,
                           .act = filter->act,
                           .outlet = filter->document,
                           .from = filter->from,
                           .to = filter->to,
                           .most = MOST,
                           .limit = counted ? -1 : SHOWN};
    const ahd_find_hooks hooks = {
        .context = a, .facets = counted ? take_facets : NULL, .act = take_act};

    return ahd_record_find(a->record, &what, &hooks, error);
}

static bool take_found(void *context, const ahd_find_row *row)
{
    (void)context;
    return row->n > 0;
}

static ahd_status search_words(struct asking *a, const ahd_filter *filter,
                               ahd_error *error)
{
    const ahd_find what = {.query = filter->act ? AHD_STR("bababababa")
                                                : ahd_chance_word(a->arena),
                           .agreement = filter->agreement,
                           .most = MOST_FOUND};
    const ahd_find_hooks hooks = {
        .context = a, .facets = take_facets, .row = take_found};

    return ahd_record_find(a->record, &what, &hooks, error);
}

/* As the page of the review queue does: the act behind another, the one before
 * it, and how many there are. What comes behind is where the next one starts.
 */
static ahd_status walk_queue(struct asking *a, const ahd_filter *filter,
                             ahd_error *error)
{
    ahd_queue queue = {.agreement = filter->agreement, .act = filter->act};
    ahd_buf id = AHD_BUF(sizeof a->document);
    int64_t n = 1, left = 0;
    ahd_status status = AHD_OK;

    for (int back = 1; status == AHD_OK && back >= 0; back--) {
        queue.back = back;
        n = ahd_chance(ACTS_A_PAGE) + 1;
        ahd_buf_clear(&id);
        ahd_buf_add(&id, ahd_str_from(a->document));
        status = ahd_record_queue(a->record, &queue, &id, &n, error);
        a->rows += n > 0;
    }
    if (status == AHD_OK && id.len > 0)
        snprintf(a->document, sizeof a->document, "%s", id.ptr);
    ahd_buf_finish(&id);
    return status == AHD_OK ? ahd_record_queue_count(a->record, &queue,
                                                     COUNTED_ACTS, &left, error)
                            : status;
}

static ahd_status run(struct asking *a, kind what, const ahd_filter *filter,
                      ahd_error *error)
{
    ahd_buf json = AHD_BUF(1 << 20);
    ahd_status status = AHD_OK;

    switch (what) {
    case DOCUMENTS:
        return ahd_record_documents(a->record, filter, take_document, a, error);
    case ACTS:
        return ahd_record_acts(a->record, filter, take_act, a, error);
    case AGREEMENTS:
        return ahd_record_agreements(a->record, false, take_agreement, a,
                                     error);
    case ACTORS:
        return ahd_record_actors(a->record, take_actor, a, error);
    case DOCUMENT:
        status = ahd_record_document_json(a->record, a->document, &json, error);
        ahd_buf_finish(&json);
        a->rows = 1;
        return status;
    case FOUND:
    case COUNTED:
        return search(a, what == COUNTED, filter, error);
    case WORDED:
        return search_words(a, filter, error);
    case QUEUED:
        return walk_queue(a, filter, error);
    }
    return status;
}

static double now(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

struct took {
    double wall, own;
};

static struct took once(struct asking *a, const struct query *q)
{
    ahd_filter filter = {0};
    ahd_error error = {0};

    ahd_arena_clear(a->arena);
    if (q->agreement)
        filter.agreement = any_agreement(a);
    if (q->actor)
        filter.actor = any_actor(a);
    if (q->type)
        filter.act = ahd_chance_types[ahd_chance(AHD_CHANCE_TYPES)];
    if (q->claims)
        filter.act = "accuse";
    if (q->period)
        any_month(a, &filter);
    if (q->outlet)
        filter.document = words(a, ahd_chance_outlet(a->arena));
    a->rows = 0;
    struct took began = {now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID)};
    AHD_CHANCE_DO(run(a, q->what, &filter, &error));
    return (struct took){now(CLOCK_MONOTONIC) - began.wall,
                         now(CLOCK_PROCESS_CPUTIME_ID) - began.own};
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void print_times(double *took, int rounds)
{
    qsort(took, (size_t)rounds, sizeof *took, by_size);
    printf("\t%.2f\t%.2f", took[rounds / 2],
           took[(rounds * 99 + 99) / 100 - 1]);
}

static void ask_often(struct asking *a, const struct query *q, int rounds)
{
    static double wall[MOST_ROUNDS], own[MOST_ROUNDS];
    uint64_t rows = 0;

    for (int k = 0; k < rounds; k++) {
        struct took took = once(a, q);
        wall[k] = took.wall;
        own[k] = took.own;
        rows += (uint64_t)a->rows;
    }
    printf("%s", q->name);
    print_times(wall, rounds);
    print_times(own, rounds);
    printf("\t%.0f\n", (double)rows / rounds);
    fflush(stdout);
}

static int ask(const char *db, int rounds)
{
    struct asking a = {.kb = ahd_kb_embedded(),
                       .arena = ahd_arena_new(1 << 20)};
    ahd_error error = {0};

    AHD_CHANCE_DO(ahd_record_open(db, false, &a.record, &error));
    (void)once(&a, &queries[9]); /* for a document to ask for */
    for (size_t i = 0; i < QUERIES; i++)
        ask_often(&a, &queries[i], rounds);
    ahd_record_close(a.record);
    ahd_arena_free(a.arena);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && atoi(argv[2]) > 0 && atoi(argv[2]) <= MOST_ROUNDS)
        return ask(argv[1], atoi(argv[2]));
    fprintf(stderr, "million DB ROUNDS\n");
    return 2;
}
