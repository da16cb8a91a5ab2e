/* `ahd watch`: poll feeds politely and keep the articles they point at. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "cli/usage.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { LINE_BYTES = 16 << 10, TIME_BYTES = 32, STATE_COLUMNS = 9 };
enum { MOST_TIMEOUT = 3600, MOST_GAP = 3600, MOST_CONNECTIONS = 256 };

struct watch {
    ahd_watched so_far;
    ahd_style style;
    bool json, drawn, meter;
    time_t began, shown;
};

/* ---------------------------------------------------------------- progress */

static void wipe(struct watch *w)
{
    if (w->drawn)
        fputs("\r\033[K", stderr);
    w->drawn = false;
}

/* A line on standard error while somebody looks, after two seconds. */
static void draw(struct watch *w)
{
    char line[200];
    time_t now = time(NULL);
    int columns = ahd_terminal_columns(STDERR_FILENO) - 1;

    if (!w->meter || now - w->began < 2 || now == w->shown)
        return;
    w->shown = now;
    w->drawn = true;
    int len =
        snprintf(line, sizeof line,
                 "%" PRIu64 " asked for, %" PRIu64 " articles kept, %" PRIu64
                 " acts, %" PRIu64 " feeds polled, %" PRIu64 " failed",
                 w->so_far.open, w->so_far.kept, w->so_far.added.acts,
                 w->so_far.polled, w->so_far.failed);
    fflush(stdout);
    fprintf(stderr, "\r\033[K%.*s", len < columns ? len : columns, line);
    fflush(stderr);
}

static void tick(void *context, const ahd_watched *so_far)
{
    struct watch *w = context;

    w->so_far = *so_far;
    draw(w);
}

static bool stop(void *context)
{
    (void)context;
    return ahd_stop_asked != 0;
}

/* -------------------------------------------------------------- for people */

/* "17:05" of today, else "2020-10-26 17:05", where the reader is. */
static void add_time(ahd_buf *out, int64_t seconds)
{
    char text[TIME_BYTES];
    time_t at = (time_t)seconds, now = time(NULL);
    struct tm then, today;

    localtime_r(&at, &then);
    localtime_r(&now, &today);
    bool same = then.tm_year == today.tm_year && then.tm_yday == today.tm_yday;
    size_t len =
        strftime(text, sizeof text, same ? "%H:%M" : "%Y-%m-%d %H:%M", &then);
    ahd_buf_add(out, (ahd_str){text, len});
}

static ahd_ink ink_of(const char *state)
{
    static const struct {
        const char *state;
        ahd_ink ink;
    } inks[] = {
        {"new", AHD_INK_GREEN},
        {"failed", AHD_INK_RED},
        {"again", AHD_INK_YELLOW},
    };

    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
        if (strcmp(state, inks[i].state) == 0)
            return inks[i].ink;
    return AHD_INK_SOFT;
}

static void add_state(ahd_buf *out, const struct watch *w, const char *state)
{
    ahd_terminal_ink(out, w->style, ink_of(state));
    ahd_buf_printf(out, "%-*s", STATE_COLUMNS, state);
    ahd_terminal_ink(out, w->style, AHD_INK_PLAIN);
    ahd_buf_byte(out, ' ');
}

/* What came and when it is asked again come first: they are of one width. */
static void add_end(ahd_buf *out, int64_t next, ahd_str about, const char *why)
{
    ahd_buf_add(out, AHD_STR("next "));
    if (next > 0)
        add_time(out, next);
    else
        ahd_buf_add(out, AHD_STR("never"));
    ahd_buf_add(out, AHD_STR("  "));
    ahd_terminal_add(out, about, 0);
    if (*why) {
        ahd_buf_add(out, AHD_STR(": "));
        ahd_terminal_add(out, ahd_str_from(why), 0);
    }
    ahd_buf_byte(out, '\n');
}

static void add_feed(ahd_buf *out, const struct watch *w,
                     const ahd_watched_feed *f)
{
    char counts[64] = "";

    if (f->entries > 0)
        snprintf(counts, sizeof counts, "%" PRIu64 " of %" PRIu64,
                 f->added + f->revised, f->entries);
    add_state(out, w, f->state);
    ahd_buf_printf(out, "%-10s ", counts);
    add_end(out, f->next, f->name.len > 0 ? f->name : f->url, f->why);
}

/* Articles that are kept are only counted. */
static void add_page(ahd_buf *out, const struct watch *w,
                     const ahd_watched_page *p)
{
    if (strcmp(p->state, "kept") == 0)
        return;
    add_state(out, w, p->state);
    ahd_buf_printf(out, "%-10s ", "");
    add_end(out, p->next, p->url, p->why);
}

static void add_done(ahd_buf *out, const ahd_watched *d)
{
    ahd_buf_printf(out,
                   "%" PRIu64 " feeds polled: %" PRIu64 " with news, %" PRIu64
                   " failed; %" PRIu64 " articles kept: %" PRIu64
                   " new pages; %" PRIu64 " left out, %" PRIu64
                   " to try again, %" PRIu64 " failed; %" PRIu64 " acts\n",
                   d->polled, d->changed, d->failed, d->kept,
                   d->added.new_pages, d->left_out, d->again, d->given_up,
                   d->added.acts);
}

/* ------------------------------------------------------------ for programs */

static json_t *text_of(ahd_str s)
{
    json_t *text = json_stringn(s.ptr, s.len);

    return text ? text : json_string(""); /* it is no UTF-8 */
}

static json_t *why_of(const char *why)
{
    return *why ? text_of(ahd_str_from(why)) : json_null();
}

static json_t *time_of(int64_t seconds)
{
    char text[TIME_BYTES];
    time_t at = (time_t)seconds;
    struct tm utc;

    if (seconds == 0)
        return json_null();
    gmtime_r(&at, &utc);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return json_string(text);
}

static void add_json(ahd_buf *out, json_t *object)
{
    char *line = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);

    json_decref(object);
    ahd_buf_add(out, ahd_str_from(line));
    ahd_buf_byte(out, '\n');
    free(line);
}

static void add_feed_json(ahd_buf *out, const ahd_watched_feed *f)
{
    add_json(out, json_pack("{s:o, s:o, s:s, s:o, s:I, s:I, s:I, s:o}", "feed",
                            text_of(f->url), "name", text_of(f->name), "state",
                            f->state, "why", why_of(f->why), "entries",
                            (json_int_t)f->entries, "new", (json_int_t)f->added,
                            "revised", (json_int_t)f->revised, "next",
                            time_of(f->next)));
}

static void add_page_json(ahd_buf *out, const ahd_watched_page *p)
{
    add_json(out, json_pack("{s:o, s:s, s:o, s:o}", "article", text_of(p->url),
                            "state", p->state, "why", why_of(p->why), "next",
                            time_of(p->next)));
}

static void add_done_json(ahd_buf *out, const ahd_watched *d)
{
    add_json(out,
             json_pack("{s:b, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}", "done",
                       1, "polled", (json_int_t)d->polled, "failed",
                       (json_int_t)d->failed, "kept", (json_int_t)d->kept,
                       "new_pages", (json_int_t)d->added.new_pages, "left_out",
                       (json_int_t)d->left_out, "again", (json_int_t)d->again,
                       "given_up", (json_int_t)d->given_up, "acts",
                       (json_int_t)d->added.acts));
}

/* --------------------------------------------------------------------- told */

static void print(struct watch *w, ahd_buf *line)
{
    wipe(w);
    ahd_print_buf(line);
    fflush(stdout); /* it is told as it happens, also into a pipe */
    ahd_buf_finish(line);
}

static void tell_feed(void *context, const ahd_watched_feed *feed)
{
    struct watch *w = context;
    ahd_buf line = AHD_BUF(LINE_BYTES);

    if (w->json)
        add_feed_json(&line, feed);
    else
        add_feed(&line, w, feed);
    print(w, &line);
}

static void tell_page(void *context, const ahd_watched_page *page)
{
    struct watch *w = context;
    ahd_buf line = AHD_BUF(LINE_BYTES);

    if (w->json)
        add_page_json(&line, page);
    else
        add_page(&line, w, page);
    print(w, &line);
}

static void tell_done(struct watch *w)
{
    ahd_buf line = AHD_BUF(LINE_BYTES);

    if (w->json)
        add_done_json(&line, &w->so_far);
    else
        add_done(&line, &w->so_far);
    print(w, &line);
    if (ahd_stop_asked)
        ahd_say("stopped; what is counted above is in the record");
}

/* ----------------------------------------------------------------- command */

static int work_on(const char *db, const ahd_watch_options *options,
                   struct watch *w)
{
    const ahd_watch_hooks hooks = {w, tell_feed, tell_page, tick, stop};
    const ahd_options reading = AHD_OPTIONS;
    ahd_record *record = NULL;
    ahd_engine *engine = NULL;
    ahd_error error = {0};

    ahd_status status = ahd_record_open(db, true, &record, &error);
    if (status == AHD_OK)
        status = ahd_engine_new(&reading, &engine, &error);
    if (status == AHD_OK) {
        status = ahd_record_watch(record, engine, options, &hooks, &error);
        wipe(w);
    }
    if (status == AHD_OK)
        tell_done(w);
    else
        ahd_say_error(&error);
    ahd_engine_free(engine);
    ahd_record_close(record);
    if (status != AHD_OK)
        return ahd_command_exit(status);
    if (ahd_stop_asked)
        return AHD_EXIT_STOPPED;
    return w->so_far.failed > 0 ? AHD_EXIT_INPUT : AHD_EXIT_OK;
}

static bool in_bounds(const char *name, uint32_t value, uint32_t from,
                      uint32_t to)
{
    if (value >= from && value <= to)
        return true;
    ahd_say("--%s is from %" PRIu32 " to %" PRIu32, name, from, to);
    return false;
}

static bool are_sane(const ahd_watch_options *o)
{
    return in_bounds("gap", o->gap, 0, MOST_GAP) &&
           in_bounds("timeout", o->timeout, 1, MOST_TIMEOUT) &&
           in_bounds("connections", o->connections, 1, MOST_CONNECTIONS);
}

static int watch_words(const char *db, const ahd_words *words,
                       ahd_watch_options *o, struct watch *w)
{
    if (words->count != 1) {
        ahd_say("name one file of feeds, an address a line: ahd watch "
                "feeds.txt");
        return AHD_EXIT_USAGE;
    }
    o->feeds = words->at[0];
    if (access(o->feeds, R_OK) != 0) { /* before a record is made for it */
        ahd_error error = {0};
        (void)ahd_fail_system(&error, o->feeds, "cannot open");
        ahd_say_error(&error);
        return AHD_EXIT_INPUT;
    }
    return are_sane(o) ? work_on(db, o, w) : AHD_EXIT_USAGE;
}

int ahd_command_watch(int argc, char **argv)
{
    const char *db = AHD_COMMAND_DB;
    ahd_watch_options o = AHD_WATCH_OPTIONS;
    struct watch w = {.style = ahd_terminal_style(STDOUT_FILENO),
                      .meter = ahd_terminal_at(STDERR_FILENO),
                      .began = time(NULL)};
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &db,
         .help = "the record; " AHD_COMMAND_DB " without it"},
        {.name = "once", .on = &o.once, .help = "poll what is due, then end"},
        {.name = "now",
         .on = &o.now,
         .help = "begin with all feeds, due or not"},
        {.name = "gap",
         .value = "SECONDS",
         .number = &o.gap,
         .help = "between two requests of one machine; 2"},
        {.name = "timeout",
         .value = "SECONDS",
         .number = &o.timeout,
         .help = "for one request; 60"},
        {.name = "connections",
         .value = "N",
         .number = &o.connections,
         .help = "machines asked at once; 32"},
        {.name = "contact",
         .value = "TEXT",
         .text = &o.contact,
         .help = "told to servers: how to reach you"},
        {.name = "allow",
         .value = "NETS",
         .text = &o.allow,
         .help = "private networks that may be asked, by commas"},
        {.name = "allow-private",
         .on = &o.allow_private,
         .help = "all private networks, this machine too, at any port:\n"
                 "whoever writes a feed can then have them asked"},
        {.name = "json", .on = &w.json, .help = "one line of JSON an event"},
        {0},
    };
    const ahd_usage usage = {
        "watch", "FEEDS",
        "Poll the feeds that the file FEEDS names, an address a line, and keep "
        "the\narticles they point at in the record, until Ctrl-C.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    return watch_words(db, &words, &o, &w);
}
