#include "cli/meter.h"

#include "cli/terminal.h"
#include "cli/weight.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { LINE_BYTES = 4096 };

static const double patience = 2.0, step = 0.25;
static double started, shown;
static bool watched, visible;
static ahd_weight weight;

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* -------------------------------------------------------------- the line */

typedef struct line {
    ahd_buf *out;
    int room; /* columns left and one; 0 once something did not fit */
} line;

__attribute__((format(printf, 2, 3))) static void add(line *l,
                                                      const char *format, ...)
{
    char text[256];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    ahd_str part = ahd_str_from(text);
    int width = ahd_terminal_width(part);
    l->room = width < l->room ? l->room - width : 0;
    if (l->room > 0)
        ahd_terminal_add(l->out, part, 0);
}

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

/* "0:42", "1:02:03" */
static void add_left(line *l, double seconds)
{
    unsigned s = seconds < 360000 ? (unsigned)(seconds + 0.5) : 360000;

    if (s < 3600)
        add(l, ", %u:%02u left", s / 60, s % 60);
    else
        add(l, ", %u:%02u:%02u left", s / 3600, s / 60 % 60, s % 60);
}

/* "a list of links, with too little text" -> "a list of links" */
static void add_reasons(line *l, const ahd_standing *s)
{
    for (size_t i = 0; i < s->reason_count; i++) {
        ahd_str rest = s->reasons[i].reason;
        ahd_str reason = ahd_str_cut(&rest, ',');
        add(l, "%s %" PRIu64 " %.*s", i == 0 ? ":" : ",", s->reasons[i].count,
            AHD_STR_ARG(reason));
    }
}

void ahd_meter_line(ahd_buf *out, const ahd_standing *s, int columns)
{
    line l = {out, columns + 1};
    const ahd_counts *counts = &s->counts;
    double rate = s->seconds > 0 ? (double)counts->pages / s->seconds : 0;
    double done = (double)counts->bytes;

    add(&l, "%" PRIu64 " page%s", counts->pages, plural(counts->pages));
    add(&l, ", %.*f/s", rate < 10, rate);
    if (done > 0 && counts->bytes <= s->total)
        add_left(&l, s->seconds * ((double)s->total - done) / done);
    add(&l, ", %" PRIu64 " article%s", counts->articles,
        plural(counts->articles));
    add(&l, ", %" PRIu64 " refused", counts->refused);
    if (counts->skipped > 0)
        add(&l, ", %" PRIu64 " skipped", counts->skipped);
    if (counts->passed > 0)
        add(&l, ", %" PRIu64 " passed over", counts->passed);
    add_reasons(&l, s);
}

/* -------------------------------------------------------------- its place */

void ahd_meter_start(const ahd_words *paths)
{
    static const ahd_words none;

    started = shown = now();
    watched = ahd_terminal_at(STDERR_FILENO);
    ahd_weight_init(&weight, paths ? paths : &none);
    weight.never = paths == NULL;
}

static ahd_standing stand(const ahd_engine *engine)
{
    ahd_standing s = {.seconds = now() - started,
                      .counts = ahd_engine_counts(engine),
                      .total = weight.known ? weight.bytes : 0};

    s.reason_count = ahd_engine_reasons(engine, s.reasons, AHD_METER_REASONS);
    return s;
}

/* The last column stays free: some terminals go to the next line with it. */
static void draw(const ahd_standing *standing)
{
    ahd_buf out = AHD_BUF(LINE_BYTES);

    ahd_meter_line(&out, standing, ahd_terminal_columns(STDERR_FILENO) - 1);
    fflush(stdout);
    fprintf(stderr, "\r\033[K%.*s", AHD_STR_ARG(ahd_buf_str(&out)));
    fflush(stderr);
    ahd_buf_finish(&out);
    visible = true;
}

void ahd_meter_tick(const ahd_engine *engine)
{
    double t;

    if (!watched)
        return;
    t = now();
    if (t - started < patience || t - shown < step)
        return;
    shown = t;
    ahd_weight_add(&weight);
    ahd_standing standing = stand(engine);
    draw(&standing);
}

void ahd_meter_clear(void)
{
    if (visible)
        fputs("\r\033[K", stderr);
    visible = false;
}

ahd_standing ahd_meter_stop(const ahd_engine *engine)
{
    ahd_meter_clear();
    ahd_weight_finish(&weight);
    return stand(engine);
}
