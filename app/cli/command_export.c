/* `ahd export`: what a record holds, out of it; a mode is a row of a table. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/exporting.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"

#include <string.h>

struct exporting {
    const char *db;
    ahd_bundle bundle;
};

static ahd_status write_bundle(const struct exporting *e, ahd_record *record,
                               ahd_error *error)
{
    return ahd_record_bundle(record, &e->bundle, error);
}

static ahd_status write_dump(const struct exporting *e, ahd_record *record,
                             ahd_error *error)
{
    (void)e;
    return ahd_exporting_dump(record, error);
}

static ahd_status write_hash(const struct exporting *e, ahd_record *record,
                             ahd_error *error)
{
    (void)e;
    return ahd_exporting_hash(record, error);
}

typedef ahd_status mode_fn(const struct exporting *e, ahd_record *record,
                           ahd_error *error);

/* One of them is asked for. */
struct mode {
    const char *option;
    bool asked;
    mode_fn *run;
};

static int run(const struct exporting *e, mode_fn *mode)
{
    ahd_record *record = NULL;
    ahd_error error = {0};

    ahd_status status = ahd_record_open(e->db, false, &record, &error);
    if (status == AHD_OK)
        status = mode(e, record, &error);
    if (status != AHD_OK)
        ahd_say_error(&error);
    ahd_record_close(record);
    return status == AHD_OK && ahd_stop_asked ? AHD_EXIT_STOPPED
                                              : ahd_command_exit(status);
}

/* Exactly one mode, or NULL with what to do. */
static mode_fn *choose(const struct mode *modes, size_t count)
{
    mode_fn *chosen = NULL;
    size_t asked = 0;

    for (size_t i = 0; i < count; i++) {
        asked += modes[i].asked;
        if (modes[i].asked)
            chosen = modes[i].run;
    }
    if (asked == 1)
        return chosen;
    ahd_say(asked == 0
                ? "nothing to export; say what: --bundle FILE, --dump, or "
                  "--hash"
                : "only one thing can be exported at a time");
    return NULL;
}

static bool fits(const struct exporting *e, const ahd_words *words)
{
    if (words->count > 0)
        ahd_say("export takes no words; see: ahd export --help");
    else if (e->bundle.agreement && e->bundle.document)
        ahd_say("choose --agreement or --document");
    else
        return true;
    return false;
}

int ahd_command_export(int argc, char **argv)
{
    struct exporting e = {.db = AHD_COMMAND_DB};
    bool dump = false, hash = false;
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &e.db,
         .help = "the record; " AHD_COMMAND_DB " without it"},
        {.name = "bundle",
         .value = "FILE",
         .text = &e.bundle.path,
         .help = "pages with all that is kept of them, as a tar"},
        {.name = "agreement",
         .value = "ID",
         .text = &e.bundle.agreement,
         .help = "only pages with an act about it"},
        {.name = "document",
         .value = "ID",
         .text = &e.bundle.document,
         .help = "only this one"},
        {.name = "key",
         .value = "FILE",
         .text = &e.bundle.key,
         .help = "sign the head of the log"},
        {.name = "head",
         .value = "FILE",
         .text = &e.bundle.head,
         .help = "or take this one, made by ahd head"},
        {.name = "dump",
         .on = &dump,
         .help = "all that the record holds, a line of JSON each"},
        {.name = "hash", .on = &hash, .help = "the SHA-256 of the dump"},
        {0},
    };
    const ahd_usage usage = {
        "export", "",
        "Write evidence into a file that needs no record: a bundle holds the "
        "pages as\npublished, what was read in them, and proof that the log "
        "tells of all that.\nahd verify --bundle checks it. Records that hold "
        "the same give\nthe same dump, however they were made.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    const struct mode modes[] = {
        {"bundle", e.bundle.path != NULL, write_bundle},
        {"dump", dump, write_dump},
        {"hash", hash, write_hash}};
    if (!fits(&e, &words))
        return AHD_EXIT_USAGE;
    mode_fn *mode = choose(modes, sizeof modes / sizeof *modes);
    return mode ? run(&e, mode) : AHD_EXIT_USAGE;
}
