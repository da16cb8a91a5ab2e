/* `ahd review`: what a person decides about an act, kept for ever. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/review_lines.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ------------------------------------------------------- what was done */

struct keeping {
    const ahd_review_lines *lines; /* NULL: one, of the command line */
    uint64_t kept, known, wrong;
};

static void say_wrong(const struct keeping *k, const ahd_reviewed *one)
{
    ahd_error why = *one->error;

    if (k->lines != NULL) {
        ahd_fail_at(&why, why.status, k->lines->path,
                    k->lines->numbers[one->at], "%s", one->error->message);
    }
    ahd_say_error(&why);
}

static bool tell(void *context, const ahd_reviewed *one)
{
    struct keeping *k = context;
    ahd_buf line = AHD_BUF(200);

    k->wrong += one->error != NULL;
    k->known += one->known;
    k->kept += !one->known && one->error == NULL;
    if (one->error != NULL)
        say_wrong(k, one);
    else if (k->lines == NULL) {
        ahd_buf_printf(&line, "review %" PRId64 " %s\n", one->number,
                       one->known ? "says so already" : "is kept");
        ahd_print_buf(&line);
    }
    ahd_buf_finish(&line);
    return !ahd_stop_asked;
}

static void print_counts(const struct keeping *k)
{
    ahd_buf line = AHD_BUF(200);

    ahd_buf_printf(&line,
                   "%" PRIu64 " reviews kept, %" PRIu64 " known, %" PRIu64
                   " wrong\n",
                   k->kept, k->known, k->wrong);
    ahd_print_buf(&line);
    ahd_buf_finish(&line);
}

/* ---------------------------------------------------------------- keeping */

static int finish(const struct keeping *k, ahd_status status)
{
    if (status != AHD_OK)
        return ahd_command_exit(status);
    if (k->lines != NULL)
        print_counts(k);
    if (ahd_stop_asked)
        return AHD_EXIT_STOPPED;
    if (k->wrong > 0)
        return k->lines != NULL ? AHD_EXIT_INPUT : AHD_EXIT_USAGE;
    return AHD_EXIT_OK;
}

/* A record that is not there is no place for reviews; none is made. */
static int keep(const char *db, const ahd_review *reviews, size_t count,
                const ahd_review_lines *lines)
{
    struct keeping k = {.lines = lines, .wrong = lines ? lines->wrong : 0};
    ahd_record *record = NULL;
    ahd_error error = {0};

    if (access(db, F_OK) != 0) {
        ahd_say("%s: no record is there; make one with: ahd add --db %s PATH",
                db, db);
        return AHD_EXIT_RECORD;
    }
    ahd_status status = ahd_record_open(db, true, &record, &error);
    if (status == AHD_OK)
        status = ahd_record_review(record, reviews, count, tell, &k, &error);
    if (status != AHD_OK)
        ahd_say_error(&error);
    ahd_record_close(record);
    return finish(&k, status);
}

static int keep_lines(const char *db, const char *path, const char *by)
{
    ahd_review_lines lines;
    ahd_error error = {0};

    ahd_status status = ahd_review_lines_read(path, by, &lines, &error);
    if (status != AHD_OK)
        ahd_say_error(&error);
    int code = status == AHD_OK ? keep(db, lines.reviews, lines.count, &lines)
                                : ahd_command_exit(status);
    ahd_review_lines_free(&lines);
    return code;
}

/* ----------------------------------------------------------- command line */

static bool take_words(const ahd_words *words, ahd_review *out)
{
    uint32_t n;

    if (words->count == 0 || words->count > 2) {
        ahd_say("say what you review: ahd review DOCUMENT N, as in ahd list "
                "acts");
        return false;
    }
    out->document = words->at[0];
    if (words->count == 1)
        return true;
    if (!ahd_str_number(ahd_str_from(words->at[1]), &n) || n == 0) {
        ahd_say("\"%s\" is no number of an act; ahd list acts shows them in "
                "column N",
                words->at[1]);
        return false;
    }
    out->act = n;
    return true;
}

static ahd_flag text_flag(const char *name, const char *value, const char **to,
                          const char *help)
{
    return (ahd_flag){.name = name, .value = value, .text = to, .help = help};
}

int ahd_command_review(int argc, char **argv)
{
    const char *db = AHD_COMMAND_DB, *from = NULL, *undo = NULL;
    ahd_review r = {.act = 0};
    ahd_many set = {.count = 0}, link = {.count = 0};
    bool split_off = false;
    const ahd_flag flags[] = {
        text_flag("db", "FILE", &db,
                  "the record; " AHD_COMMAND_DB " without it"),
        text_flag("by", "NAME", &r.by, "who you are, by a name you choose"),
        {.name = "confirm", .on = &r.confirm, .help = "all of it is right"},
        {.name = "reject", .on = &r.reject, .help = "it is no such act"},
        {.name = "set",
         .value = "FIELD=VALUE",
         .many = &set,
         .help = "what a field is: source=ID,ID date=2020-10-23"},
        {.name = "link",
         .value = "ROLE=N",
         .many = &link,
         .help = "what it is about: denied_claim=3, agreement=ID"},
        text_flag("merge", "WHAT=...", &r.merge,
                  "one and the same: act=3, actor=ID,ID, story=DOC,DOC"),
        text_flag("split", "WHAT=...", &r.split, "not the same"),
        {.name = "split-off",
         .on = &split_off,
         .help = "with --set: an act more, which differs in that"},
        text_flag("note", "TEXT", &r.note, "a remark; it decides nothing"),
        text_flag("why", "TEXT", &r.why, "the reason"),
        {.name = "undo", .on = &r.undo, .help = "take back its newest review"},
        text_flag("undo-review", "NUMBER", &undo, "take back that one"),
        text_flag("from", "FILE", &from, "many reviews, a line of JSON each"),
        {0},
    };
    const ahd_usage usage = {
        "review", "DOCUMENT [N]",
        "Say what is right about act N of a document, or about the document. "
        "The review\nis kept for ever and survives a rebuild; a later one "
        "supersedes it.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (from != NULL)
        return keep_lines(db, from, r.by);
    if (!take_words(&words, &r) || !ahd_review_lines_undo(&r, undo))
        return AHD_EXIT_USAGE;
    r.set = set.at;
    r.set_count = set.count;
    r.link = link.at;
    r.link_count = link.count;
    if (split_off)
        r.split = "";
    return keep(db, &r, 1, NULL);
}
