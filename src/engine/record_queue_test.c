#include "ahd.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A record of three pages, whose acts people go through. */
static char path[] = "/tmp/ahd-queue-XXXXXX";
static const char *const texts[] = {
    "وقعت حكومة الوفاق الوطني والجيش الوطني الليبي اتفاقا دائما لوقف إطلاق "
    "النار في جنيف يوم 23 أكتوبر 2020. واتهم المتحدث باسم الجيش الليبي أحمد "
    "المسماري قطر بخرق اتفاق جنيف.",
    "اتهم وزير الخارجية اليمني جماعة الحوثي بخرق اتفاق ستوكهولم. ونفت جماعة "
    "الحوثي الاتهام.",
    "التقى وزير الخارجية المصري نظيره التركي في القاهرة. وطالبت الأمم المتحدة "
    "الأطراف الليبية بتنفيذ الاتفاق.",
};
enum { PAGES = sizeof texts / sizeof *texts, MOST = 100 };

static ahd_record *open_record(void)
{
    ahd_record *record = NULL;

    CHECK(ahd_record_open(path, true, &record, NULL) == AHD_OK);
    return record;
}

static void add_pages(ahd_record *record)
{
    const ahd_options options = {.threads = 1};
    char name[64];
    const char *const paths[] = {name};
    ahd_engine *engine = NULL;

    snprintf(name, sizeof name, "%s.jsonl", path);
    FILE *file = fopen(name, "wb");
    for (int i = 0; i < PAGES; i++)
        fprintf(file,
                "{\"id\":\"p%d\",\"title\":\"خبر\",\"date\":"
                "\"2020-10-26\",\"text\":\"%s\"}\n",
                i, texts[i]);
    fclose(file);
    CHECK(ahd_engine_new(&options, &engine, NULL) == AHD_OK);
    CHECK(ahd_record_add(record, engine, paths, 1, NULL, NULL) == AHD_OK);
    ahd_engine_free(engine);
    unlink(name);
}

/* Everything in the queue, as "p0:1 p2:1 "; backwards from the last. */
static const char *walk(ahd_record *record, ahd_queue queue)
{
    static char told[2000];
    ahd_buf id = AHD_BUF(100);
    static ahd_error error;
    int64_t n = 0;
    size_t len = 0;

    told[0] = '\0';
    for (int i = 0; i < MOST; i++) {
        if (ahd_record_queue(record, &queue, &id, &n, &error) != AHD_OK)
            return error.message;
        if (id.len == 0)
            break;
        len += (size_t)snprintf(told + len, sizeof told - len, "%s:%d ", id.ptr,
                                (int)n);
    }
    ahd_buf_finish(&id);
    return told;
}

static int64_t count(ahd_record *record, ahd_queue queue)
{
    int64_t out = -1;

    CHECK(ahd_record_queue_count(record, &queue, MOST, &out, NULL) == AHD_OK);
    return out;
}

static int pieces(const char *told)
{
    int out = 0;

    for (; *told; told++)
        out += *told == ' ';
    return out;
}

struct act {
    int64_t n;
    double confidence;
};

static bool take_confidence(void *context, const ahd_act_row *row)
{
    struct act *act = context;

    if (row->n == act->n)
        act->confidence = row->confidence;
    return true;
}

static double confidence(ahd_record *record, const char *document, int64_t n)
{
    const ahd_filter filter = {.document = document};
    struct act act = {.n = n, .confidence = -1};

    CHECK(ahd_record_acts(record, &filter, take_confidence, &act, NULL) ==
          AHD_OK);
    return act.confidence;
}

static bool take_one(void *context, const ahd_reviewed *one)
{
    if (one->error)
        printf("%s\n", one->error->message);
    *(int64_t *)context = one->number;
    return true;
}

static int64_t review(ahd_record *record, ahd_review r)
{
    int64_t number = 0;

    CHECK(ahd_record_review(record, &r, 1, take_one, &number, NULL) == AHD_OK);
    return number;
}

static void those_that_nobody_decided_come_least_sure_first(void)
{
    ahd_record *record = open_record();
    const ahd_queue open = {.state = NULL};
    char told[2000], document[20];
    double before = 0;
    int n;

    add_pages(record);
    snprintf(told, sizeof told, "%s", walk(record, open));
    CHECK(pieces(told) >= 5);
    CHECK(count(record, open) == pieces(told));
    for (char *one = strtok(told, " "); one; one = strtok(NULL, " ")) {
        CHECK(sscanf(one, "%19[^:]:%d", document, &n) == 2);
        double now = confidence(record, document, n);
        CHECK(now >= before);
        before = now;
    }
    ahd_record_close(record);
}

static void filters_leave_what_they_say(void)
{
    ahd_record *record = open_record();
    const ahd_queue all = {.state = "open"}, claims = {.act = "accuse"},
                    below = {.below = 0.01},
                    truce = {.agreement = "ly-ceasefire-2020-10-23"},
                    both = {.agreement = "ly-ceasefire-2020-10-23",
                            .act = "accuse"},
                    none = {.act = "extend"}, wrong = {.state = "tomorrow"};

    CHECK(count(record, claims) >= 2);
    CHECK(count(record, claims) < count(record, all));
    CHECK(count(record, truce) >= 2);
    CHECK(count(record, both) >= 1);
    CHECK(count(record, both) < count(record, truce));
    CHECK(pieces(walk(record, truce)) == count(record, truce));
    CHECK(pieces(walk(record, both)) == count(record, both));
    CHECK(count(record, none) == 0 && *walk(record, none) == '\0');
    CHECK(count(record, below) == 0);
    CHECK(strstr(walk(record, wrong), "tomorrow") != NULL);
    ahd_record_close(record);
}

/* The whole queue forwards, and each step back from it. */
static void back_is_where_one_came_from(void)
{
    static const ahd_queue queues[] = {
        {.state = NULL},
        {.act = "accuse"},
        {.agreement = "ly-ceasefire-2020-10-23"},
        {.below = 0.9},
    };
    ahd_record *record = open_record();

    for (size_t i = 0; i < sizeof queues / sizeof *queues; i++) {
        ahd_buf id = AHD_BUF(100), before = AHD_BUF(100);
        ahd_queue queue = queues[i];
        int64_t n = 0, was = 0;
        for (int k = 0; k < MOST; k++) {
            ahd_buf_clear(&before);
            ahd_buf_add(&before, ahd_buf_str(&id));
            was = n;
            queue.back = false;
            CHECK(ahd_record_queue(record, &queue, &id, &n, NULL) == AHD_OK);
            if (id.len == 0)
                break;
            ahd_buf here = AHD_BUF(100);
            int64_t m = n;
            ahd_buf_add(&here, ahd_buf_str(&id));
            queue.back = true;
            CHECK(ahd_record_queue(record, &queue, &here, &m, NULL) == AHD_OK);
            CHECK(m == was &&
                  ahd_str_eq(ahd_buf_str(&here), ahd_buf_str(&before)));
            ahd_buf_finish(&here);
        }
        ahd_buf_finish(&id);
        ahd_buf_finish(&before);
    }
    ahd_record_close(record);
}

static bool take_reviewer(void *context, ahd_str name, int64_t acts)
{
    char *told = context;
    size_t len = strlen(told);

    snprintf(told + len, 100 - len, "%.*s %d; ", AHD_STR_ARG(name), (int)acts);
    return true;
}

static void what_is_decided_leaves_the_queue_and_is_listed_by_its_review(void)
{
    ahd_record *record = open_record();
    const ahd_queue open = {.state = NULL}, done = {.state = "reviewed"},
                    hers = {.state = "reviewed", .by = "Huda"},
                    second = {.state = "reviewed", .not_by = "Huda"},
                    differ = {.state = "disagreeing"},
                    truce = {.agreement = "ly-ceasefire-2020-10-23"};
    int64_t before = count(record, open), of_truce = count(record, truce);
    char told[100] = "";

    review(record,
           (ahd_review){
               .document = "p0", .act = 1, .by = "Huda", .confirm = true});
    review(
        record,
        (ahd_review){.document = "p1", .act = 1, .by = "Huda", .reject = true});
    review(record,
           (ahd_review){
               .document = "p2", .act = 1, .by = "Sami", .confirm = true});
    review(record, (ahd_review){.document = "p2",
                                .act = 1,
                                .by = "Sami",
                                .note = "a note decides nothing"});
    CHECK(count(record, open) == before - 3);
    CHECK(count(record, truce) == of_truce - 1);
    CHECK_STR(ahd_str_from(walk(record, done)), "p2:1 p1:1 p0:1 ");
    CHECK_STR(ahd_str_from(walk(record, hers)), "p1:1 p0:1 ");
    CHECK_STR(ahd_str_from(walk(record, second)), "p2:1 ");
    CHECK_STR(ahd_str_from(walk(record, differ)), "");
    CHECK(ahd_record_reviewers(record, take_reviewer, told, NULL) == AHD_OK);
    CHECK_STR(ahd_str_from(told), "Huda 2; Sami 1; ");
    ahd_record_close(record);
}

static void who_differ_are_listed_until_one_takes_it_back(void)
{
    ahd_record *record = open_record();
    const ahd_queue differ = {.state = "disagreeing"},
                    done = {.state = "reviewed"};

    int64_t number = review(
        record,
        (ahd_review){.document = "p0", .act = 1, .by = "Sami", .reject = true});
    CHECK_STR(ahd_str_from(walk(record, differ)), "p0:1 ");
    CHECK_STR(ahd_str_from(walk(record, done)), "p0:1 p2:1 p1:1 ");
    review(record, (ahd_review){.document = "p0",
                                .act = 1,
                                .by = "Sami",
                                .undo = true,
                                .undoes = number});
    CHECK_STR(ahd_str_from(walk(record, differ)), "");
    CHECK_STR(ahd_str_from(walk(record, done)), "p2:1 p1:1 p0:1 ");
    ahd_record_close(record);
}

static void a_rebuild_leaves_the_queue_as_it_was(void)
{
    ahd_record *record = open_record();
    const ahd_queue open = {.state = NULL}, done = {.state = "reviewed"};
    const ahd_options options = {.threads = 1};
    ahd_engine *engine = NULL;
    char before[2000];

    snprintf(before, sizeof before, "%s", walk(record, open));
    CHECK(ahd_engine_new(&options, &engine, NULL) == AHD_OK);
    CHECK(ahd_record_rebuild(record, engine, NULL, NULL) == AHD_OK);
    ahd_engine_free(engine);
    CHECK_STR(ahd_str_from(walk(record, done)), "p2:1 p1:1 p0:1 ");
    CHECK(strcmp(walk(record, open), before) == 0);
    ahd_record_close(record);
}

struct names {
    char told[400];
    int exact;
};

static bool take_name(void *context, const ahd_suggested *row)
{
    struct names *names = context;
    size_t len = strlen(names->told);

    names->exact += row->exact;
    snprintf(names->told + len, sizeof names->told - len, "%.*s ",
             AHD_STR_ARG(row->id));
    return true;
}

static void names_are_found_by_their_beginning(void)
{
    static const struct {
        const char *text, *first;
        bool agreements, exact;
    } cases[] = {
        {"قطر", "qa ", false, true},
        {"Qata", "qa ", false, false},
        {"QATAR", "qa ", false, true},
        {"ly-gna", "ly-gna ", false, true},
        {"ly-ceasefire-2020", "ly-ceasefire-2020-10-23 ", true, false},
    };
    ahd_record *record = open_record();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const ahd_suggest what = {.text = ahd_str_from(cases[i].text),
                                  .agreements = cases[i].agreements};
        struct names names = {.exact = 0};
        CHECK(ahd_record_suggest(record, &what, take_name, &names, NULL) ==
              AHD_OK);
        CHECK(strncmp(names.told, cases[i].first, strlen(cases[i].first)) == 0);
        CHECK((names.exact > 0) == cases[i].exact);
    }
    ahd_record_close(record);
}

int main(void)
{
    int file = mkstemp(path);

    close(file);
    unlink(path);
    RUN(those_that_nobody_decided_come_least_sure_first);
    RUN(filters_leave_what_they_say);
    RUN(back_is_where_one_came_from);
    RUN(what_is_decided_leaves_the_queue_and_is_listed_by_its_review);
    RUN(who_differ_are_listed_until_one_takes_it_back);
    RUN(a_rebuild_leaves_the_queue_as_it_was);
    RUN(names_are_found_by_their_beginning);
    unlink(path);
    return test_failures != 0;
}
