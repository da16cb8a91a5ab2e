#include "fetcher.h"

#include "source/header.h"

#include "machine.h"
#include "pace.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROBOTS_SECONDS = 24 * 60 * 60, ROBOTS_HOPS = 5 };

/* A connection at work. */
typedef struct slot {
    ahd_exchange exchange;
    ahd_machine *machine; /* NULL: free */
    ahd_request *request; /* NULL: it asks for robots.txt, at `robots` */
    ahd_target robots;
    int hops;
} slot;

struct ahd_fetcher {
    ahd_fetcher_options options;
    ahd_fetcher_hooks hooks;
    ahd_machines *machines;
    CURLM *multi;
    slot *slots;
    int slot_count, active;
    size_t waiting;
    char why[AHD_EXCHANGE_WHY];
};

static double steady_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ------------------------------------------------------------- handing back */

static void give(ahd_fetcher *f, ahd_request *request, ahd_fetched *got)
{
    got->tag = request->tag;
    got->url = request->target.url;
    got->why = got->why ? got->why : "";
    f->waiting--;
    f->hooks.got(f->hooks.context, got);
    ahd_request_free(request);
}

/* All that stand in line hear the same. */
static void give_line(ahd_fetcher *f, ahd_machine *m, ahd_fetch_end end,
                      const char *why)
{
    ahd_request *request = m->first, *next;

    m->first = NULL; /* who is called may ask again */
    for (; request; request = next) {
        ahd_fetched got = {.end = end,
                           .why = why,
                           .retry_at =
                               end == AHD_FETCH_HELD ? m->held_until : 0};
        next = request->next;
        give(f, request, &got);
    }
}

/* ----------------------------------------------------- what is known of it */

static void keep(ahd_fetcher *f, const ahd_machine *m, ahd_str robots)
{
    const ahd_fetch_memory memory = {.robots = robots,
                                     .robots_at = m->robots_at,
                                     .held_until = m->held_until,
                                     .failures = m->failures};

    if (f->hooks.keep)
        f->hooks.keep(f->hooks.context, m->host, &memory);
}

static void learn_robots(ahd_machine *m, ahd_str text)
{
    ahd_robots_free(m->robots);
    m->robots = ahd_robots_new(text);
}

static void recall(ahd_fetcher *f, ahd_machine *m)
{
    ahd_fetch_memory memory = {.robots_at = 0};

    if (m->recalled)
        return;
    m->recalled = true;
    if (f->hooks.recall == NULL ||
        !f->hooks.recall(f->hooks.context, m->host, &memory))
        return;
    m->held_until = memory.held_until;
    m->failures = memory.failures;
    m->robots_at = memory.robots_at;
    if (m->robots_at > 0)
        learn_robots(m, memory.robots);
}

/* It is left alone for so long; who waits for it need not. */
static void hold(ahd_fetcher *f, ahd_machine *m, int64_t seconds)
{
    m->held_until = (int64_t)time(NULL) + seconds;
    keep(f, m, (ahd_str){NULL, 0});
}

static int64_t back_off(ahd_machine *m)
{
    m->failures++;
    return ahd_pace_back_off(AHD_PACE_BACK_OFF, m->failures,
                             ahd_str_hash(ahd_str_from(m->host)));
}

static bool says_later(const ahd_answer *answer)
{
    return answer->status == 429 || answer->status == 503;
}

/* How long a machine that says "later" is left alone. */
static int64_t patience(ahd_machine *m, const ahd_answer *answer)
{
    ahd_str asked = ahd_header_find(answer->head, AHD_STR("retry-after"));
    int64_t seconds = ahd_pace_retry_after(asked, (int64_t)time(NULL));

    return seconds >= 0 ? seconds : back_off(m);
}

/* ------------------------------------------------------------------- asking */

static slot *free_slot(ahd_fetcher *f)
{
    for (int i = 0; i < f->slot_count; i++)
        if (f->slots[i].machine == NULL)
            return &f->slots[i];
    return NULL;
}

static bool begin(ahd_fetcher *f, slot *s, ahd_machine *m, const ahd_ask *ask)
{
    if (!ahd_exchange_begin(&s->exchange, ask) ||
        curl_multi_add_handle(f->multi, s->exchange.easy) != CURLM_OK)
        return false;
    s->machine = m;
    f->active++;
    return true;
}

static double gap_of(const ahd_fetcher *f, const ahd_machine *m)
{
    double asked = m->robots ? ahd_robots_delay(m->robots) : 0;

    return asked > f->options.gap ? asked : f->options.gap;
}

/* Without memory for the line, those in it hear of it. */
static void rest(ahd_fetcher *f, ahd_machine *m, double ready)
{
    if (!ahd_machine_rest(f->machines, m, ready))
        give_line(f, m, AHD_FETCH_FAILED, "out of memory");
}

static bool ask_robots(ahd_fetcher *f, slot *s, ahd_machine *m, ahd_str url,
                       const char *base)
{
    ahd_target target;
    const char *why = ahd_target_init(&target, url, base);

    if (why)
        return false;
    const ahd_ask ask = {.url = target.url,
                         .accept = "text/plain, */*;q=0.1",
                         .most = AHD_ROBOTS_BYTES};
    bool fine = begin(f, s, m, &ask);
    if (!fine) {
        ahd_target_finish(&target);
        return false;
    }
    ahd_target_finish(&s->robots);
    s->robots = target;
    s->request = NULL;
    return true;
}

static void start_robots(ahd_fetcher *f, slot *s, ahd_machine *m)
{
    ahd_str first = ahd_str_from(m->first->target.url);

    s->hops = 0;
    ahd_target_finish(&s->robots);
    if (!ask_robots(f, s, m, AHD_STR("/robots.txt"), first.ptr)) {
        give_line(f, m, AHD_FETCH_FAILED, "out of memory");
        rest(f, m, steady_now());
    }
}

static void start_request(ahd_fetcher *f, slot *s, ahd_machine *m)
{
    ahd_request *r = ahd_machine_take(m);
    ahd_fetched got = {.end = AHD_FETCH_FORBIDDEN,
                       .why = "robots.txt of the site does not allow it"};
    const ahd_ask ask = {.url = r->target.url,
                         .etag = ahd_str_from(r->etag),
                         .modified = ahd_str_from(r->modified),
                         .accept = r->accept,
                         .most = r->most};

    if (ahd_robots_allows(m->robots, ahd_str_from(r->target.path))) {
        s->request = r;
        if (begin(f, s, m, &ask))
            return;
        got = (ahd_fetched){.end = AHD_FETCH_FAILED, .why = "out of memory"};
    }
    s->request = NULL;
    give(f, r, &got);
    rest(f, m, m->ready); /* it was not asked: no gap */
}

static void start(ahd_fetcher *f, slot *s, ahd_machine *m)
{
    int64_t now = (int64_t)time(NULL);

    recall(f, m);
    if (m->held_until > now) {
        give_line(f, m, AHD_FETCH_HELD, "the machine is left alone for now");
        rest(f, m, m->ready);
        return;
    }
    if (m->robots == NULL || now - m->robots_at >= ROBOTS_SECONDS ||
        m->robots_at > now)
        start_robots(f, s, m);
    else
        start_request(f, s, m);
}

static void start_all(ahd_fetcher *f)
{
    for (;;) {
        slot *s = free_slot(f);
        ahd_machine *m =
            s ? ahd_machines_next(f->machines, steady_now()) : NULL;
        if (m == NULL)
            return;
        if (m->first)
            start(f, s, m);
        else
            rest(f, m, m->ready);
    }
}

/* ------------------------------------------------------------- its answers */

static void hold_line(ahd_fetcher *f, ahd_machine *m, int64_t seconds)
{
    hold(f, m, seconds);
    give_line(f, m, AHD_FETCH_HELD, f->why);
}

/* "http://x/robots.txt: HTTP 503" and the like, for those who wait. */
static void tell_why(ahd_fetcher *f, const char *about, const ahd_answer *a)
{
    if (a->status > 0)
        snprintf(f->why, sizeof f->why, "%sHTTP %d", about, a->status);
    else
        snprintf(f->why, sizeof f->why, "%s%.120s", about, a->why);
}

static bool is_redirect(const ahd_answer *answer)
{
    int s = answer->status;

    return s == 301 || s == 302 || s == 303 || s == 307 || s == 308;
}

static ahd_str location(const ahd_answer *answer)
{
    return ahd_header_find(answer->head, AHD_STR("location"));
}

/* A redirect of robots.txt is followed on the spot (RFC 9309, 2.3.1.2). True
 * when it goes on. */
static bool follow_robots(ahd_fetcher *f, slot *s, ahd_machine *m,
                          const ahd_answer *answer)
{
    if (!is_redirect(answer) || ++s->hops > ROBOTS_HOPS)
        return false;
    return ask_robots(f, s, m, location(answer), s->robots.url);
}

static void take_robots(ahd_fetcher *f, ahd_machine *m, ahd_str text)
{
    learn_robots(m, text);
    m->robots_at = (int64_t)time(NULL);
    m->failures = 0;
    m->held_until = 0;
    if (m->robots)
        keep(f, m, text);
    else
        give_line(f, m, AHD_FETCH_FAILED, "out of memory");
}

/* Without a file everything is allowed; while the machine cannot give it,
 * nothing is. */
static void end_robots(ahd_fetcher *f, ahd_machine *m, slot *s,
                       const ahd_answer *answer)
{
    bool cut = s->exchange.large, found = answer->status / 100 == 2 || cut;
    bool none = answer->status / 100 == 4 || answer->status / 100 == 3;

    if (follow_robots(f, s, m, answer))
        return;
    if (found) {
        take_robots(f, m, answer->body);
    } else if (none && !says_later(answer)) {
        take_robots(f, m, AHD_STR(""));
    } else if (answer->refused) {
        give_line(f, m, AHD_FETCH_REFUSED, answer->why);
    } else {
        tell_why(f, answer->unreachable ? "" : "robots.txt cannot be read: ",
                 answer);
        hold_line(f, m, patience(m, answer));
    }
    rest(f, m, steady_now() + gap_of(f, m));
}

/* To the front of the line where it leads; NULL, or why not. */
static const char *follow(ahd_fetcher *f, ahd_request *r,
                          const ahd_answer *answer)
{
    ahd_target target;
    const char *why = ahd_target_init(&target, location(answer), r->target.url);

    if (why)
        return why;
    if (++r->hops > AHD_FETCHER_HOPS) {
        ahd_target_finish(&target);
        return "more than 5 in a row";
    }
    ahd_target_finish(&r->target);
    r->target = target;
    ahd_machine *m = ahd_machines_get(f->machines, target.host);
    return m && ahd_machine_add(f->machines, m, r, true) ? NULL
                                                         : "out of memory";
}

static void answered(ahd_fetcher *f, ahd_machine *m, ahd_request *r,
                     const ahd_answer *answer)
{
    ahd_fetched got = {.end = AHD_FETCH_ANSWERED,
                       .status = answer->status,
                       .head = answer->head,
                       .body = answer->body};

    if (says_later(answer)) {
        tell_why(f, "", answer);
        hold(f, m, patience(m, answer));
        got.retry_at = m->held_until;
    } else if (m->failures > 0) {
        m->failures = 0;
        keep(f, m, (ahd_str){NULL, 0});
    }
    give(f, r, &got);
    if (says_later(answer))
        give_line(f, m, AHD_FETCH_HELD, f->why);
}

static void unanswered(ahd_fetcher *f, ahd_machine *m, ahd_request *r,
                       const ahd_answer *answer)
{
    ahd_fetched got = {.end = answer->refused ? AHD_FETCH_REFUSED
                                              : AHD_FETCH_FAILED,
                       .why = answer->why};

    if (answer->unreachable) {
        tell_why(f, "", answer);
        hold(f, m, back_off(m));
        got.retry_at = m->held_until;
    }
    give(f, r, &got);
    if (answer->unreachable)
        give_line(f, m, AHD_FETCH_HELD, f->why);
}

static void redirected(ahd_fetcher *f, ahd_request *r, const ahd_answer *answer)
{
    const char *why = follow(f, r, answer);

    if (why == NULL)
        return;
    snprintf(f->why, sizeof f->why, "a redirect: %s", why);
    ahd_fetched got = {.end = AHD_FETCH_REFUSED, .why = f->why};
    give(f, r, &got);
}

static void end_request(ahd_fetcher *f, ahd_machine *m, slot *s,
                        const ahd_answer *answer)
{
    ahd_request *r = s->request;

    s->request = NULL;
    if (answer->status == 0)
        unanswered(f, m, r, answer);
    else if (is_redirect(answer) && location(answer).len > 0)
        redirected(f, r, answer);
    else
        answered(f, m, r, answer);
    rest(f, m, steady_now() + gap_of(f, m));
}

static void end_slot(ahd_fetcher *f, slot *s, CURLcode code)
{
    ahd_answer answer;

    ahd_machine *m = s->machine;

    curl_multi_remove_handle(f->multi, s->exchange.easy);
    f->active--;
    s->machine = NULL;
    ahd_exchange_end(&s->exchange, code, &answer);
    if (s->request)
        end_request(f, m, s, &answer);
    else
        end_robots(f, m, s, &answer);
    if (s->machine == NULL)
        ahd_buf_finish(&s->exchange.body);
}

static void end_all(ahd_fetcher *f)
{
    int left;

    for (;;) {
        CURLMsg *message = curl_multi_info_read(f->multi, &left);
        if (message == NULL)
            return;
        if (message->msg != CURLMSG_DONE)
            continue;
        CURLcode code = message->data.result;
        slot *s = NULL;
        for (int i = 0; i < f->slot_count && s == NULL; i++)
            if (f->slots[i].exchange.easy == message->easy_handle)
                s = &f->slots[i];
        if (s)
            end_slot(f, s, code);
    }
}

/* ------------------------------------------------------------------- public */

bool ahd_fetcher_ask(ahd_fetcher *f, const ahd_fetch *what)
{
    ahd_request *r = calloc(1, sizeof *r);

    if (r == NULL)
        return false;
    const char *why =
        ahd_target_init(&r->target, ahd_str_from(what->url), NULL);
    r->etag = strndup(what->etag.ptr ? what->etag.ptr : "", what->etag.len);
    r->modified = strndup(what->modified.ptr ? what->modified.ptr : "",
                          what->modified.len);
    r->accept = what->accept;
    r->most = what->most;
    r->tag = what->tag;
    f->waiting++;
    if (why) {
        ahd_fetched got = {.end = AHD_FETCH_REFUSED, .why = why};
        give(f, r, &got);
        return true;
    }
    ahd_machine *m = ahd_machines_get(f->machines, r->target.host);
    if (r->etag && r->modified && m &&
        ahd_machine_add(f->machines, m, r, false))
        return true;
    f->waiting--;
    ahd_request_free(r);
    return false;
}

static int least(int a, double b)
{
    return b < a ? (int)b : a;
}

void ahd_fetcher_run(ahd_fetcher *f, int milliseconds)
{
    int running = 0;

    start_all(f);
    curl_multi_perform(f->multi, &running);
    end_all(f);
    ahd_machines_forget(f->machines, steady_now());
    double soonest = ahd_machines_soonest(f->machines);
    if (soonest >= 0 && f->active < f->options.connections) {
        double wait = (soonest - steady_now()) * 1000;
        milliseconds = wait > 0 ? least(milliseconds, wait + 1) : 0;
    }
    if (milliseconds > 0)
        curl_multi_poll(f->multi, NULL, 0, milliseconds, NULL);
}

size_t ahd_fetcher_waiting(const ahd_fetcher *f)
{
    return f->waiting;
}

static bool init(ahd_fetcher *f)
{
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return false;
    f->machines = ahd_machines_new();
    f->multi = curl_multi_init();
    f->slots = calloc((size_t)f->options.connections, sizeof *f->slots);
    if (f->machines == NULL || f->multi == NULL || f->slots == NULL)
        return false;
    for (; f->slot_count < f->options.connections; f->slot_count++)
        if (!ahd_exchange_init(&f->slots[f->slot_count].exchange,
                               &f->options.manners))
            return false;
    curl_multi_setopt(f->multi, CURLMOPT_MAXCONNECTS,
                      (long)f->options.connections);
    return true;
}

ahd_fetcher *ahd_fetcher_new(const ahd_fetcher_options *options,
                             const ahd_fetcher_hooks *hooks)
{
    ahd_fetcher *f = calloc(1, sizeof *f);

    if (f == NULL)
        return NULL;
    f->options = *options;
    f->hooks = *hooks;
    if (f->options.connections < 1)
        f->options.connections = 1;
    if (f->options.connections > AHD_FETCHER_MOST)
        f->options.connections = AHD_FETCHER_MOST;
    if (!init(f)) {
        ahd_fetcher_free(f);
        return NULL;
    }
    return f;
}

void ahd_fetcher_free(ahd_fetcher *f)
{
    if (f == NULL)
        return;
    for (int i = 0; i < f->slot_count; i++) {
        slot *s = &f->slots[i];
        if (f->multi)
            curl_multi_remove_handle(f->multi, s->exchange.easy);
        ahd_exchange_finish(&s->exchange);
        ahd_request_free(s->request);
        ahd_target_finish(&s->robots);
    }
    free(f->slots);
    curl_multi_cleanup(f->multi);
    ahd_machines_free(f->machines);
    free(f);
    curl_global_cleanup();
}
