#include "machine.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

static char tags[1000];

static void ask(ahd_machines *all, const char *host, int tag, bool in_front)
{
    ahd_request *request = calloc(1, sizeof *request);

    request->tag = &tags[tag];
    CHECK(ahd_machine_add(all, ahd_machines_get(all, host), request, in_front));
}

static int answer(ahd_machine *m)
{
    ahd_request *request = ahd_machine_take(m);
    int tag = request ? (int)((char *)request->tag - tags) : -1;

    ahd_request_free(request);
    return tag;
}

static void one_request_at_a_time_and_a_gap(void)
{
    ahd_machines *all = ahd_machines_new();

    ask(all, "a", 1, false);
    ask(all, "a", 2, false);
    ask(all, "a", 3, true);
    ahd_machine *a = ahd_machines_next(all, 10);
    CHECK(a && strcmp(a->host, "a") == 0);
    CHECK(answer(a) == 3);
    CHECK(ahd_machines_next(all, 10) == NULL); /* it is busy */
    CHECK(ahd_machines_soonest(all) < 0);
    CHECK(ahd_machine_rest(all, a, 12));
    CHECK(ahd_machines_next(all, 11.9) == NULL);
    CHECK(ahd_machines_soonest(all) == 12);
    CHECK(ahd_machines_next(all, 12) == a);
    CHECK(answer(a) == 1);
    ask(all, "a", 4, false);
    CHECK(answer(a) == 2 && answer(a) == 4 && answer(a) == -1);
    CHECK(ahd_machine_rest(all, a, 14));
    CHECK(ahd_machines_soonest(all) < 0); /* nobody waits for it */
    ask(all, "a", 5, false);
    CHECK(ahd_machines_soonest(all) == 14); /* the gap stays */
    ahd_machines_free(all);
}

/* 1000 machines in an order that is not that of their turns. */
static void the_soonest_is_next(void)
{
    ahd_machines *all = ahd_machines_new();
    char host[16];
    double before = -1;
    int count = 0;

    for (int i = 0; i < 1000; i++) {
        snprintf(host, sizeof host, "m%d", i);
        ahd_machines_get(all, host)->ready = (i * 7919) % 1000;
        ask(all, host, i, false);
    }
    for (;; count++) {
        ahd_machine *m = ahd_machines_next(all, 5000);
        if (m == NULL)
            break;
        CHECK(m->ready > before);
        before = m->ready;
    }
    CHECK(count == 1000);
    ahd_machines_free(all);
}

static void the_idle_are_forgotten_when_there_are_many(void)
{
    ahd_machines *all = ahd_machines_new();
    char host[16];

    for (int i = 0; i < 5000; i++) {
        snprintf(host, sizeof host, "m%d", i);
        ahd_machines_get(all, host)->failures = 1;
    }
    ask(all, "m7", 1, false);
    ahd_machines_get(all, "m8")->ready = 100;
    ahd_machines_forget(all, 50);
    CHECK(ahd_machines_get(all, "m6")->failures == 0);
    CHECK(ahd_machines_get(all, "m7")->failures == 1);
    CHECK(ahd_machines_get(all, "m8")->failures == 1);
    ahd_machines_free(all);
}

int main(void)
{
    RUN(one_request_at_a_time_and_a_gap);
    RUN(the_soonest_is_next);
    RUN(the_idle_are_forgotten_when_there_are_many);
    return test_failures != 0;
}
