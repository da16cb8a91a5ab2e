/* `ahd read` and `ahd explain`: understand pages and print what was found,
 * keeping nothing. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/meter.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "cli/usage.h"

#include <unistd.h>

enum { PAGE_BYTES = 512 << 20 };

struct reading;
typedef void writer(struct reading *reading, const ahd_doc *doc);

/* How pages are written. */
struct form {
    writer *write;
    unsigned layers; /* of write_dump */
};

struct reading {
    ahd_engine *engine;
    struct form form;
    ahd_style style;
    ahd_buf out;
    bool shared; /* standard output is a terminal, the meter's perhaps */
    bool lost;   /* it takes no more */
};

static void write_json(struct reading *reading, const ahd_doc *doc)
{
    ahd_doc_json(reading->engine, doc, &reading->out);
    ahd_buf_byte(&reading->out, '\n');
}

static void write_brief(struct reading *reading, const ahd_doc *doc)
{
    ahd_doc_brief(reading->engine, doc, reading->style, &reading->out);
}

static void write_explain(struct reading *reading, const ahd_doc *doc)
{
    ahd_doc_explain(reading->engine, doc, reading->style, &reading->out);
}

static void write_dump(struct reading *reading, const ahd_doc *doc)
{
    ahd_doc_dump(doc, reading->form.layers, reading->style, &reading->out);
}

static ahd_status take_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    struct reading *reading = context;

    reading->form.write(reading, doc);
    if (reading->shared)
        ahd_meter_clear();
    reading->lost = !ahd_print_buf(&reading->out);
    ahd_meter_tick(reading->engine);
    if (reading->lost || ahd_stop_asked)
        return ahd_fail(error, AHD_EIO, "stopped");
    return AHD_OK;
}

static void tell_skipped(void *context, const ahd_error *why)
{
    (void)context;
    ahd_say_error(why);
}

static int outcome(const struct reading *reading, ahd_status status,
                   const ahd_error *error)
{
    if (ahd_stop_asked)
        return AHD_EXIT_STOPPED;
    if (reading->lost)
        return AHD_EXIT_OK; /* ahd_print_finish knows better */
    if (status != AHD_OK) {
        ahd_say_error(error);
        return ahd_command_exit(status);
    }
    return ahd_engine_counts(reading->engine).skipped > 0 ? AHD_EXIT_INPUT
                                                          : AHD_EXIT_OK;
}

static int read_all(const ahd_options *options, const ahd_words *paths,
                    struct form form, bool summary)
{
    struct reading reading = {.form = form,
                              .style = ahd_terminal_style(STDOUT_FILENO),
                              .shared = isatty(STDOUT_FILENO),
                              .out = AHD_BUF(PAGE_BYTES)};
    ahd_hooks hooks = {&reading, take_page, tell_skipped};
    ahd_error error = {0};

    ahd_status status = ahd_engine_new(options, &reading.engine, &error);
    if (status != AHD_OK) {
        ahd_say_error(&error);
        return ahd_command_exit(status);
    }
    ahd_meter_start(paths);
    status = ahd_read(reading.engine, paths->at, paths->count, &hooks, &error);
    const ahd_summary done = {.standing = ahd_meter_stop(reading.engine),
                              .paths = paths->count};
    ahd_summary_print(&done, summary);
    int code = outcome(&reading, status, &error);
    ahd_engine_free(reading.engine);
    ahd_buf_finish(&reading.out);
    return code;
}

static bool has_paths(const ahd_usage *usage, const ahd_words *words)
{
    if (words->count > 0)
        return true;
    ahd_say("nothing to %s; name files, folders, or - for standard input",
            usage->command);
    return false;
}

static bool choose_layers(const char *names, struct form *form)
{
    ahd_error error = {0};

    form->write = write_dump;
    if (ahd_dump_layers(names, &form->layers, &error) == AHD_OK)
        return true;
    ahd_say_error(&error);
    return false;
}

int ahd_command_read(int argc, char **argv)
{
    bool json = false, article = false, summary = false;
    uint32_t threads = 0;
    const char *without = NULL, *dump = NULL;
    struct form form = {write_brief, 0};
    const ahd_flag flags[] = {
        {.name = "json", .on = &json, .help = "one line of JSON a page"},
        {.name = "dump",
         .value = "LAYERS",
         .text = &dump,
         .help = "words as they are understood: text,morph,chunks"},
        {.name = "article",
         .on = &article,
         .help = "stop at title, text and date: no names, no acts"},
        {.name = "summary", .on = &summary, .help = AHD_SUMMARY_HELP},
        {.name = "threads",
         .value = "N",
         .number = &threads,
         .help = "workers; without it one a core"},
        {.name = "without",
         .value = "IDS",
         .text = &without,
         .help = "hide these registry agreements (ids, by commas)"},
        {0},
    };
    const ahd_usage usage = {
        "read", "FILE...",
        "Read pages and print what they say about agreements. A FILE is a "
        "page\n"
        "(HTML, plain text, JSONL), a folder of them, or - for standard input.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (!has_paths(&usage, &words))
        return AHD_EXIT_USAGE;
    ahd_options options = {.threads = (int)(threads < 1024 ? threads : 1024),
                           .without = without,
                           .article_only = article};
    if (json)
        form.write = write_json;
    if (dump != NULL && !choose_layers(dump, &form))
        return AHD_EXIT_USAGE;
    return read_all(&options, &words, form, summary);
}

int ahd_command_explain(int argc, char **argv)
{
    const ahd_flag flags[] = {{0}};
    const ahd_usage usage = {
        "explain", "FILE...",
        "Print each act of a page with the rule and the words that made it.",
        flags};
    ahd_options options = {.threads = 1};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (!has_paths(&usage, &words))
        return AHD_EXIT_USAGE;
    return read_all(&options, &words, (struct form){write_explain, 0}, false);
}
