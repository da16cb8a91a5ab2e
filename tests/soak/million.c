/* million.c - a record of very many acts, and how long it takes to ask it:
 *
 *     million make DB ACTS      documents that nobody wrote, acts at random
 *     million ask DB ROUNDS     ten queries, each ROUNDS times, through ahd.h
 *
 * A few agreements and actors have most acts, as in the news. What is printed
 * is a line a query: its name, milliseconds at the median and at the worst of
 * a hundred, the same of this program's own time, and rows. */
#include "engine/settle.h"
#include "store/lookup.h"
#include "store/standing.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    ACTS_A_PAGE = 4,
    PAGES_A_BATCH = 500,
    STRANGERS = 40000,
    WORDS = 20000, /* of a language that nobody speaks */
    WORDS_A_PAGE = 120,
    TEXT_BYTES = 1 << 13,
    YEARS = 15,
    OUTLETS = 200,
    MOST_ROUNDS = 100000,
};

static const char *const types[] = {
    "accuse",    "meet",    "commit",   "negotiate", "demand", "deny",
    "support",   "condemn", "threaten", "sign",      "reject", "mediate",
    "implement", "breach",  "suspend",  "extend"};
enum { TYPES = sizeof types / sizeof *types };

static uint64_t state = 88172645463325252u;

static uint32_t draw(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

/* Small numbers far more often than large ones. */
static uint32_t draw_frequent(uint32_t below)
{
    double x = (draw(1 << 20) + 1) / (double)(1 << 20);

    return (uint32_t)(below * x * x * x * x * 0.999);
}

static void fail(const ahd_error *error)
{
    fprintf(stderr, "%s: %s\n", error->file, error->message);
    exit(3);
}

#define DO(call)                                                               \
    do {                                                                       \
        if ((call) != AHD_OK)                                                  \
            fail(&error);                                                      \
    } while (0)

/* ------------------------------------------------------------------ making */

static ahd_str print(ahd_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static ahd_str print(ahd_arena *arena, const char *format, ...)
{
    char text[200];
    va_list values;

    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    return ahd_arena_str(arena, ahd_str_from(text));
}

static ahd_str day(ahd_arena *arena, uint32_t from)
{
    return print(arena, "%u-%02u-%02u", 2011 + from / 372, from % 372 / 31 + 1,
                 from % 31 % 28 + 1);
}

static ahd_str draw_agreement(ahd_arena *arena, const ahd_kb *kb)
{
    uint32_t i = draw_frequent(kb->agreements.count);

    (void)arena;
    return ahd_kb_str(kb, ahd_kb_agreement_at(kb, i)->id);
}

static ahd_entry_actor draw_actor(ahd_arena *arena, const ahd_kb *kb,
                                  const char *slot)
{
    ahd_entry_actor actor = {.slot = ahd_str_from(slot)};

    if (draw(5) > 0) {
        uint32_t i = draw_frequent(kb->actors.count);
        actor.actor = ahd_kb_str(kb, ahd_kb_actor_at(kb, i)->id);
        return actor;
    }
    uint32_t i = draw(STRANGERS);
    actor.actor = print(arena, "~p-nobody%u-ly", i);
    actor.name = print(arena, "Nobody %u", i);
    return actor;
}

static void add_act(ahd_arena *arena, const ahd_kb *kb, ahd_entry *entry,
                    uint32_t told)
{
    ahd_entry_act *act = ahd_vec_push(arena, &entry->acts);
    bool dated = draw(10) > 0, long_ago = draw(20) == 0;
    uint32_t from = told > 400 && long_ago ? told - draw(400) : told;

    *act = (ahd_entry_act){.n = entry->acts.count,
                           .act = ahd_str_from(types[draw_frequent(TYPES)]),
                           .modality = AHD_STR("actual"),
                           .sentence = print(arena,
                                             "They say of it what they say, "
                                             "number %u of the day, and %u.",
                                             draw(1000), draw(1000000)),
                           .sentence_end = 60,
                           .rule = AHD_STR("learned"),
                           .confidence = 0.3f + (float)draw(700) / 1000};
    act->en.source = act->ar.source = AHD_STR("The one | The other");
    act->en.target = act->ar.target = AHD_STR("The third");
    if (dated) {
        act->first_day = act->date = day(arena, from);
        act->last_day = draw(10) == 0 ? day(arena, told) : act->first_day;
    }
    *ahd_vec_push(arena, &act->actors) = draw_actor(arena, kb, "source");
    *ahd_vec_push(arena, &act->actors) = draw_actor(arena, kb, "target");
    if (draw(3) == 0)
        *ahd_vec_push(arena, &act->actors) = draw_actor(arena, kb, "speaker");
    if (draw(5) > 0)
        *ahd_vec_push(arena, &act->agreements) = (ahd_entry_agreement){
            draw_agreement(arena, kb), AHD_STR("the agreement"), AHD_STR(""),
            AHD_STR("named")};
}

/* Some words stand in nearly every document, most in few. */
static ahd_str any_word(ahd_arena *arena)
{
    static const char *const parts[] = {"ba", "ko", "ri", "ne", "tu",
                                        "sa", "mi", "lo", "de", "fa"};
    uint32_t i = draw_frequent(WORDS);

    return print(arena, "%s%s%s%s%s", parts[i % 10], parts[i / 10 % 10],
                 parts[i / 100 % 10], parts[i / 1000 % 10],
                 parts[i / 10000 % 10]);
}

/* {"title":…,"text":…,"sentences":[…]}, all that a search reads of it; where
 * its body begins. */
static size_t write_reading(ahd_arena *arena, ahd_str title, char *text,
                            char *json)
{
    size_t len = 0, n = title.len + 1, from = n;
    char spans[TEXT_BYTES] = "";

    len += (size_t)snprintf(text, TEXT_BYTES, "%.*s\n", AHD_STR_ARG(title));
    for (int i = 0; i < WORDS_A_PAGE; i++) {
        bool last = i % 15 == 14;
        len +=
            (size_t)snprintf(text + len, TEXT_BYTES - len, "%.*s%s",
                             AHD_STR_ARG(any_word(arena)), last ? ". " : " ");
        if (!last)
            continue;
        n = strlen(spans);
        snprintf(spans + n, sizeof spans - n, ",[%zu,%zu]", from, len - 1);
        from = len;
    }
    snprintf(json, 3 * TEXT_BYTES,
             "{\"title\":\"%.*s\",\"text\":\"%.*s\\n%s\","
             "\"sentences\":[[0,%zu]%s]}",
             AHD_STR_ARG(title), AHD_STR_ARG(title), text + title.len + 1,
             title.len, spans);
    return title.len + 1;
}

/* As engine/indexing.h does. */
static void index_page(ahd_store *store, int64_t page, const ahd_entry *entry,
                       ahd_str body)
{
    static ahd_terms terms;
    static ahd_buf title = {.max = 1 << 20}, text = {.max = 1 << 20};
    ahd_lookup_words words = {0};
    ahd_error error = {0};

    if (terms.arena == NULL && !ahd_terms_init(&terms, ahd_kb_embedded()))
        exit(3);
    ahd_buf_clear(&title);
    ahd_buf_clear(&text);
    words.title_count = ahd_terms_write(&terms, entry->title, &title);
    words.text_count = ahd_terms_write(&terms, body, &text);
    words.title = ahd_buf_str(&title);
    words.text = ahd_buf_str(&text);
    DO(ahd_store_index(store, page, entry, &words, &error));
}

static void make_page(ahd_store *store, const ahd_kb *kb, ahd_arena *arena,
                      uint32_t number)
{
    static char json[3 * TEXT_BYTES], text[TEXT_BYTES];
    char sha256[80];
    ahd_error error = {0};
    uint32_t told = draw(372 * YEARS);
    ahd_kept kept;

    ahd_arena_clear(arena);
    snprintf(sha256, sizeof sha256, "%08x%056x", draw(1u << 31), number);
    const ahd_sighting seen = {.sha256 = ahd_str_from(sha256),
                               .bytes = ahd_str_from(sha256),
                               .path = AHD_STR("million.jsonl"),
                               .line = number + 1,
                               .format = AHD_FORMAT_JSONL};
    ahd_entry entry = {.id = {sha256, 64},
                       .title = print(arena, "What happened, part %u", number),
                       .outlet = print(arena, "outlet %u", draw(OUTLETS)),
                       .published = day(arena, told),
                       .lang = AHD_STR("en"),
                       .kind = AHD_STR("article")};
    size_t body = write_reading(arena, entry.title, text, json);
    entry.json = ahd_str_from(json);
    entry.url = print(arena, "https://example.org/%u", number);
    for (uint32_t i = draw(2 * ACTS_A_PAGE + 1); i > 0; i--)
        add_act(arena, kb, &entry, told);
    DO(ahd_store_keep(store, &seen, &kept, &error));
    DO(ahd_store_write(store, kept.page, &entry, &error));
    index_page(store, kept.page, &entry, ahd_str_from(text + body));
}

static int make(const char *db, uint32_t acts)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_arena *arena = ahd_arena_new(1 << 24);
    ahd_store *store = NULL;
    ahd_error error = {0};

    DO(ahd_store_open(db, true, &store, &error));
    for (uint32_t page = 0; page < acts / ACTS_A_PAGE; page++) {
        if (page % PAGES_A_BATCH == 0)
            DO(ahd_store_begin(store, &error));
        make_page(store, kb, arena, page);
        if ((page + 1) % PAGES_A_BATCH == 0 || page + 1 == acts / ACTS_A_PAGE)
            DO(ahd_store_commit(store, &error));
    }
    DO(ahd_store_begin(store, &error));
    DO(ahd_store_count(store, &error));
    DO(ahd_store_mark_settled(store, &error));
    DO(ahd_store_commit(store, &error));
    ahd_store_close(store);
    ahd_arena_free(arena);
    return 0;
}

/* ------------------------------------------------------------------ asking */

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

    if (draw(50) == 0)
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
    return words(a, draw_agreement(a->arena, a->kb));
}

static char *any_actor(struct asking *a)
{
    return words(a, draw_actor(a->arena, a->kb, "source").actor);
}

/* A month, from its first day to the 28th. */
static void any_month(struct asking *a, ahd_filter *filter)
{
    uint32_t month = draw(12 * YEARS);

    filter->from = words(a, day(a->arena, month * 31));
    filter->to = words(a, day(a->arena, month * 31 + 27));
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
                                                : any_word(a->arena),
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
        n = draw(ACTS_A_PAGE) + 1;
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
        filter.act = types[draw(TYPES)];
    if (q->claims)
        filter.act = "accuse";
    if (q->period)
        any_month(a, &filter);
    if (q->outlet)
        filter.document = words(a, print(a->arena, "outlet %u", draw(OUTLETS)));
    a->rows = 0;
    struct took began = {now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID)};
    DO(run(a, q->what, &filter, &error));
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

    DO(ahd_record_open(db, false, &a.record, &error));
    (void)once(&a, &queries[9]); /* for a document to ask for */
    for (size_t i = 0; i < QUERIES; i++)
        ask_often(&a, &queries[i], rounds);
    ahd_record_close(a.record);
    ahd_arena_free(a.arena);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "make") == 0)
        return make(argv[2], (uint32_t)atoi(argv[3]));
    if (argc == 4 && strcmp(argv[1], "ask") == 0 && atoi(argv[3]) > 0 &&
        atoi(argv[3]) <= MOST_ROUNDS)
        return ask(argv[2], atoi(argv[3]));
    fprintf(stderr, "million make DB ACTS | million ask DB ROUNDS\n");
    return 2;
}
