#include "machine.h"

#include <stdlib.h>

enum { CHAINS = 4096, MANY = 4096 };

struct ahd_machines {
    ahd_machine *chains[CHAINS];
    size_t count;
    ahd_machine **heap; /* from 1; the soonest first */
    size_t waiting, capacity;
};

void ahd_request_free(ahd_request *request)
{
    if (request == NULL)
        return;
    ahd_target_finish(&request->target);
    free(request->etag);
    free(request->modified);
    free(request);
}

static void free_machine(ahd_machine *m)
{
    while (m->first)
        ahd_request_free(ahd_machine_take(m));
    ahd_robots_free(m->robots);
    free(m->host);
    free(m);
}

ahd_machines *ahd_machines_new(void)
{
    return calloc(1, sizeof(ahd_machines));
}

void ahd_machines_free(ahd_machines *all)
{
    if (all == NULL)
        return;
    for (size_t i = 0; i < CHAINS; i++) {
        while (all->chains[i]) {
            ahd_machine *m = all->chains[i];
            all->chains[i] = m->chain;
            free_machine(m);
        }
    }
    free(all->heap);
    free(all);
}

ahd_machine *ahd_machines_get(ahd_machines *all, const char *host)
{
    size_t chain = ahd_str_hash(ahd_str_from(host)) % CHAINS;
    ahd_machine *m = all->chains[chain];

    while (m && strcmp(m->host, host) != 0)
        m = m->chain;
    if (m)
        return m;
    m = calloc(1, sizeof *m);
    if (m == NULL || (m->host = strdup(host)) == NULL) {
        free(m);
        return NULL;
    }
    m->chain = all->chains[chain];
    all->chains[chain] = m;
    all->count++;
    return m;
}

/* ------------------------------------------------------------- the heap */

static void put(ahd_machines *all, size_t place, ahd_machine *m)
{
    all->heap[place] = m;
    m->place = place;
}

static void rise(ahd_machines *all, ahd_machine *m, size_t place)
{
    for (; place > 1 && all->heap[place / 2]->ready > m->ready; place /= 2)
        put(all, place, all->heap[place / 2]);
    put(all, place, m);
}

static void sink(ahd_machines *all, ahd_machine *m)
{
    size_t place = 1;

    for (size_t child = 2; child <= all->waiting; child = place * 2) {
        if (child < all->waiting &&
            all->heap[child + 1]->ready < all->heap[child]->ready)
            child++;
        if (all->heap[child]->ready >= m->ready)
            break;
        put(all, place, all->heap[child]);
        place = child;
    }
    put(all, place, m);
}

static bool line_up(ahd_machines *all, ahd_machine *m)
{
    if (m->place || m->busy || m->first == NULL)
        return true;
    if (all->waiting + 2 > all->capacity) {
        size_t capacity = all->capacity ? all->capacity * 2 : 64;
        ahd_machine **heap = realloc(all->heap, capacity * sizeof *heap);
        if (heap == NULL)
            return false;
        all->heap = heap;
        all->capacity = capacity;
    }
    rise(all, m, ++all->waiting);
    return true;
}

double ahd_machines_soonest(const ahd_machines *all)
{
    return all->waiting ? all->heap[1]->ready : -1;
}

ahd_machine *ahd_machines_next(ahd_machines *all, double now)
{
    if (all->waiting == 0 || all->heap[1]->ready > now)
        return NULL;
    ahd_machine *m = all->heap[1], *last = all->heap[all->waiting--];
    if (last != m)
        sink(all, last);
    m->place = 0;
    m->busy = true;
    return m;
}

bool ahd_machine_rest(ahd_machines *all, ahd_machine *m, double ready)
{
    m->busy = false;
    m->ready = ready;
    return line_up(all, m);
}

/* ------------------------------------------------------------- the line */

bool ahd_machine_add(ahd_machines *all, ahd_machine *m, ahd_request *request,
                     bool in_front)
{
    bool alone = m->first == NULL;

    request->next = in_front ? m->first : NULL;
    if (alone || in_front)
        m->first = request;
    else
        m->last->next = request;
    if (alone || !in_front)
        m->last = request;
    if (line_up(all, m))
        return true;
    m->first = m->last = NULL; /* it was alone, or it would be lined up */
    return false;
}

ahd_request *ahd_machine_take(ahd_machine *m)
{
    ahd_request *first = m->first;

    if (first)
        m->first = first->next;
    return first;
}

static void forget_chain(ahd_machines *all, ahd_machine **at, double now)
{
    while (*at) {
        ahd_machine *m = *at;
        bool idle = !m->busy && m->first == NULL && m->ready <= now;
        if (!idle) {
            at = &m->chain;
            continue;
        }
        *at = m->chain;
        free_machine(m);
        all->count--;
    }
}

void ahd_machines_forget(ahd_machines *all, double now)
{
    if (all->count < MANY)
        return;
    for (size_t i = 0; i < CHAINS; i++)
        forget_chain(all, &all->chains[i], now);
}
