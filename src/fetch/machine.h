/* machine.h - what is known of each machine that is asked, and who is next.
 *
 *     ahd_machine *m = ahd_machines_get(machines, "news.example");
 *     ahd_machine_add(machines, m, request, now);       at the end of its line
 *     m = ahd_machines_next(machines, now);   the one that may be asked, or
 * NULL ahd_machine_rest(machines, m, now + gap);         after its answer
 *
 * One request at a time a machine, with a gap between two. Machines with a line
 * stand in a heap by when they may be asked, so that ten thousand cost no more
 * than ten. Times here are seconds of a clock that never goes back. */
#ifndef AHD_FETCH_MACHINE_H
#define AHD_FETCH_MACHINE_H

#include "robots.h"
#include "target.h"

typedef struct ahd_request ahd_request;
struct ahd_request {
    ahd_request *next;
    ahd_target target;
    char *etag, *modified;
    const char *accept;
    size_t most;
    void *tag;
    int hops; /* redirects so far */
};

typedef struct ahd_machine ahd_machine;
struct ahd_machine {
    char *host;
    ahd_machine *chain;        /* others of one hash */
    ahd_request *first, *last; /* its line */
    ahd_robots *robots;        /* NULL: not known */
    int64_t robots_at;         /* when it was got, as people count time */
    int64_t held_until;        /* not to be asked before, as people count */
    uint32_t failures;         /* in a row */
    double ready;              /* when it may be asked */
    size_t place;              /* in the heap, from 1; 0: not there */
    bool busy;
    bool recalled;
};

typedef struct ahd_machines ahd_machines;

ahd_machines *ahd_machines_new(void); /* NULL: no memory */
void ahd_machines_free(ahd_machines *all);

ahd_machine *ahd_machines_get(ahd_machines *all, const char *host);

/* At the end of the line, or in front. False without memory: the request is
 * still the caller's. */
bool ahd_machine_add(ahd_machines *all, ahd_machine *m, ahd_request *request,
                     bool in_front);
ahd_request *ahd_machine_take(ahd_machine *m); /* the first; NULL: none */

/* The machine that may be asked now, busy from here on; NULL: none may. */
ahd_machine *ahd_machines_next(ahd_machines *all, double now);

/* When the next may be asked; a negative number: nobody waits. */
double ahd_machines_soonest(const ahd_machines *all);

/* It has answered, and may be asked again at `ready`. False without memory. */
bool ahd_machine_rest(ahd_machines *all, ahd_machine *m, double ready);

/* Those that nobody waits for are forgotten, once there are many. */
void ahd_machines_forget(ahd_machines *all, double now);

void ahd_request_free(ahd_request *request);

#endif
