/* `ahd verify`: is what was read of pages what their bytes say? */
#include "ahd.h"
#include "cli/command.h"
#include "cli/meter.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "cli/usage.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

enum {
    PAGE_BYTES = 64 << 20,
    WORDS_WIDTH = 30,
    SHOWN_FAULTS = 50,
    LINE_WIDTH = 300
};

struct verifying {
    bool json;
    bool lost; /* standard output takes no more */
    const char *db, *bundle;
    ahd_outside outside;
    ahd_engine *engine;
    uint64_t log_faults; /* among the failures */
    uint64_t pages, skipped, characters, failures, outdated;
    ahd_buf out;
};

/* --------------------------------------------------------- for programs */

static json_t *text_of(ahd_str s)
{
    json_t *text = json_stringn(s.ptr, s.len);

    return text ? text : json_string(""); /* a name that is no UTF-8 */
}

/* null for a place that is nowhere */
static json_t *place_of(int64_t n)
{
    return n < 0 ? json_null() : json_integer(n);
}

static json_t *fault_json(const ahd_fault *fault)
{
    json_t *object = json_object();

    json_object_set_new(object, "what", json_string(fault->what));
    json_object_set_new(object, "character", place_of(fault->character));
    json_object_set_new(object, "byte", place_of(fault->byte));
    json_object_set_new(object, "told", text_of(fault->told));
    json_object_set_new(object, "found", text_of(fault->found));
    return object;
}

static void write_json(const ahd_verified *page, ahd_buf *out)
{
    json_t *object = json_object(), *failures = json_array();

    for (size_t i = 0; i < page->fault_count; i++)
        json_array_append_new(failures, fault_json(&page->faults[i]));
    json_object_set_new(object, "path", text_of(page->path));
    if (page->line > 0)
        json_object_set_new(object, "line", json_integer((int64_t)page->line));
    json_object_set_new(object, "sha256", text_of(page->sha256));
    json_object_set_new(object, "ok", json_boolean(page->failures == 0));
    json_object_set_new(object, "outdated", json_boolean(page->outdated));
    json_object_set_new(object, "characters",
                        json_integer((int64_t)page->characters));
    json_object_set_new(object, "failed",
                        json_integer((int64_t)page->failures));
    json_object_set_new(object, "failures", failures);
    char *line = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
    json_decref(object);
    ahd_buf_add(out, ahd_str_from(line));
    ahd_buf_byte(out, '\n');
    free(line);
}

static void write_log_json(const ahd_log_fault *fault, ahd_buf *out)
{
    json_t *object = json_object();

    json_object_set_new(object, "where", text_of(fault->where));
    json_object_set_new(object, "number", json_integer(fault->number));
    json_object_set_new(object, "ok", json_false());
    json_object_set_new(object, "what", json_string(fault->what));
    json_object_set_new(object, "told", text_of(fault->told));
    json_object_set_new(object, "found", text_of(fault->found));
    char *line = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
    json_decref(object);
    ahd_buf_add(out, ahd_str_from(line));
    ahd_buf_byte(out, '\n');
    free(line);
}

/* ------------------------------------------------------------ for people */

static void add_words(ahd_buf *out, const char *before, ahd_str words)
{
    if (words.len == 0)
        return;
    ahd_buf_add(out, ahd_str_from(before));
    ahd_buf_byte(out, '"');
    ahd_terminal_add(out, words, WORDS_WIDTH);
    ahd_buf_byte(out, '"');
}

/* pages/a.html: character 12, byte 340: the page has other characters here:
 * "Accord" is told, found "Treaty" */
static void write_fault(const ahd_verified *page, const ahd_fault *fault,
                        ahd_buf *out)
{
    ahd_terminal_add(out, page->path, 0);
    if (page->line > 0)
        ahd_buf_printf(out, ":%zu", page->line);
    if (fault->character >= 0)
        ahd_buf_printf(out, ": character %" PRId64, fault->character);
    if (fault->byte >= 0)
        ahd_buf_printf(out, "%s byte %" PRId64,
                       fault->character >= 0 ? "," : ":", fault->byte);
    ahd_buf_printf(out, ": %s", fault->what);
    add_words(out, ": told is ", fault->told);
    add_words(out, fault->told.len > 0 ? ", found " : ": found ", fault->found);
    ahd_buf_byte(out, '\n');
}

/* A line of the log or of rows, whole but for what no screen holds. */
static void add_line(ahd_buf *out, const char *before, ahd_str line)
{
    if (line.len == 0)
        return;
    ahd_buf_printf(out, "\n    %s ", before);
    ahd_terminal_add(out, line, LINE_WIDTH);
}

static void write_faults(const ahd_verified *page, ahd_buf *out)
{
    for (size_t i = 0; i < page->fault_count; i++)
        write_fault(page, &page->faults[i], out);
    if (page->failures <= page->fault_count)
        return;
    ahd_terminal_add(out, page->path, 0);
    ahd_buf_printf(out, ": and %" PRIu64 " more\n",
                   page->failures - page->fault_count);
}

/* capture 9: it is not what the log tells: it was changed; restore a copy of
 * the record: told is "{…}", found "{…}" */
static void write_log_fault(const ahd_log_fault *fault, ahd_buf *out)
{
    ahd_terminal_add(out, fault->where, 0);
    if (fault->number != 0)
        ahd_buf_printf(out, " %" PRId64, fault->number);
    ahd_buf_printf(out, ": %s", fault->what);
    add_line(out, "told ", fault->told);
    add_line(out, "found", fault->found);
    ahd_buf_byte(out, '\n');
}

static void print_more_faults(struct verifying *v)
{
    if (v->log_faults > SHOWN_FAULTS)
        ahd_buf_printf(&v->out,
                       "log: and %" PRIu64 " more; --json tells them all\n",
                       v->log_faults - SHOWN_FAULTS);
}

static void print_summary(struct verifying *v)
{
    if (v->json || v->lost)
        return;
    print_more_faults(v);
    if (v->outdated > 0)
        ahd_buf_printf(&v->out,
                       "%" PRIu64 " reading%s made by another version or data; "
                       "ahd rebuild reads anew\n",
                       v->outdated, v->outdated == 1 ? " was" : "s were");
    ahd_buf_printf(&v->out,
                   "%" PRIu64 " pages, %" PRIu64 " characters re-derived, "
                   "%" PRIu64 " failures\n",
                   v->pages, v->characters, v->failures);
    ahd_print_buf(&v->out);
}

/* ------------------------------------------------------------- the work */

static ahd_status take_page(void *context, const ahd_verified *page,
                            ahd_error *error)
{
    struct verifying *v = context;

    v->pages++;
    v->characters += page->characters;
    v->failures += page->failures;
    v->outdated += page->outdated;
    if (v->json)
        write_json(page, &v->out);
    else if (page->failures > 0)
        write_faults(page, &v->out);
    if (v->out.len > 0) {
        ahd_meter_clear();
        v->lost = !ahd_print_buf(&v->out);
    }
    ahd_meter_tick(v->engine);
    return v->lost || ahd_stop_asked ? ahd_fail(error, AHD_EIO, "stopped")
                                     : AHD_OK;
}

static ahd_status take_fault(void *context, const ahd_log_fault *fault,
                             ahd_error *error)
{
    struct verifying *v = context;

    v->failures++;
    v->log_faults++;
    if (v->json)
        write_log_json(fault, &v->out);
    else if (v->log_faults <= SHOWN_FAULTS)
        write_log_fault(fault, &v->out);
    if (v->out.len > 0) {
        ahd_meter_clear();
        v->lost = !ahd_print_buf(&v->out);
    }
    return v->lost || ahd_stop_asked ? ahd_fail(error, AHD_EIO, "stopped")
                                     : AHD_OK;
}

static void tell_skipped(void *context, const ahd_error *why)
{
    struct verifying *v = context;

    v->skipped += why->status != AHD_OK;
    ahd_say_error(why);
}

static ahd_status verify_pages(struct verifying *v, const ahd_words *paths,
                               ahd_error *error)
{
    const ahd_verify_hooks hooks = {v, take_page, tell_skipped, take_fault};

    if (paths->count == 0)
        return AHD_OK;
    ahd_meter_start(paths);
    ahd_status status =
        ahd_verify(v->engine, paths->at, paths->count, &hooks, error);
    (void)ahd_meter_stop(v->engine);
    return status;
}

static ahd_status verify_record(struct verifying *v, ahd_error *error)
{
    const ahd_verify_hooks hooks = {v, take_page, tell_skipped, take_fault};
    ahd_record *record = NULL;

    if (v->db == NULL)
        return AHD_OK;
    AHD_TRY(ahd_record_open(v->db, false, &record, error));
    ahd_meter_start(NULL);
    ahd_status status =
        ahd_record_verify(record, v->engine, &v->outside, &hooks, error);
    (void)ahd_meter_stop(v->engine);
    ahd_record_close(record);
    return status;
}

static ahd_status verify_bundle(struct verifying *v, const char *path,
                                ahd_error *error)
{
    const ahd_verify_hooks hooks = {v, take_page, tell_skipped, take_fault};

    ahd_meter_start(NULL);
    ahd_status status =
        ahd_verify_bundle(v->engine, path, &v->outside, &hooks, error);
    (void)ahd_meter_stop(v->engine);
    return status;
}

static ahd_status run(struct verifying *v, const ahd_words *paths,
                      ahd_error *error)
{
    const ahd_options options = {.article_only = true};

    AHD_TRY(ahd_engine_new(&options, &v->engine, error));
    if (v->bundle)
        AHD_TRY(verify_bundle(v, v->bundle, error));
    else
        AHD_TRY(verify_pages(v, paths, error));
    return verify_record(v, error);
}

static int work_on(struct verifying *v, const ahd_words *paths)
{
    ahd_error error = {0};
    ahd_status status = run(v, paths, &error);

    ahd_engine_free(v->engine);
    if (ahd_stop_asked)
        return AHD_EXIT_STOPPED;
    if (v->lost)
        return AHD_EXIT_OK; /* ahd_print_finish knows better */
    if (status != AHD_OK) {
        ahd_say_error(&error);
        return ahd_command_exit(status);
    }
    print_summary(v);
    return v->failures > 0 || v->skipped > 0 ? AHD_EXIT_INPUT : AHD_EXIT_OK;
}

int ahd_command_verify(int argc, char **argv)
{
    struct verifying v = {.out = AHD_BUF(PAGE_BYTES)};
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &v.db,
         .help = "a record; without it and a PAGE, " AHD_COMMAND_DB},
        {.name = "bundle",
         .value = "FILE",
         .text = &v.bundle,
         .help = "a tar that ahd export made"},
        {.name = "head",
         .value = "FILE",
         .text = &v.outside.head,
         .help = "a head of its log, kept elsewhere"},
        {.name = "signer",
         .value = "KEY",
         .text = &v.outside.signer,
         .help = "who must have signed that head: 64 digits"},
        {.name = "json", .on = &v.json, .help = "one line of JSON a page"},
        {0},
    };
    const ahd_usage usage = {
        "verify", "[PAGE...]",
        "Find every character of what was read again in the bytes of its "
        "page,\nwhich are decoded by themselves. Of a record, its log and all "
        "that the log\ntells of as well.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (words.count == 1 && v.bundle == NULL && ahd_is_bundle(words.at[0]))
        v.bundle = words.at[0];
    if (v.db == NULL && v.bundle == NULL &&
        (words.count == 0 || v.outside.head != NULL))
        v.db = AHD_COMMAND_DB;
    int code = work_on(&v, &words);
    ahd_buf_finish(&v.out);
    return code;
}
