/* `ahd head`: what the log of a record is now, to be kept elsewhere. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/usage.h"

struct heading {
    const char *db, *key, *out;
    bool new_key;
};

static ahd_status print_head(const struct heading *h, ahd_record *record,
                             ahd_error *error)
{
    ahd_buf text = AHD_BUF(4096);
    ahd_status status = ahd_record_head(record, h->key, &text, error);

    if (status == AHD_OK)
        ahd_print_buf(&text);
    ahd_buf_finish(&text);
    return status;
}

static ahd_status run(const struct heading *h, ahd_error *error)
{
    ahd_record *record = NULL;

    if (h->new_key)
        AHD_TRY(ahd_key_new(h->key, error));
    AHD_TRY(ahd_record_open(h->db, false, &record, error));
    ahd_status status =
        h->out ? ahd_record_keep_head(record, h->key, h->out, error)
               : print_head(h, record, error);
    ahd_record_close(record);
    return status;
}

static int work_on(const struct heading *h)
{
    ahd_error error = {0};
    ahd_status status = run(h, &error);

    if (status != AHD_OK)
        ahd_say_error(&error);
    return ahd_command_exit(status);
}

int ahd_command_head(int argc, char **argv)
{
    struct heading h = {.db = AHD_COMMAND_DB};
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &h.db,
         .help = "the record; " AHD_COMMAND_DB " without it"},
        {.name = "out",
         .value = "FILE",
         .text = &h.out,
         .help = "keep it there; a head of another log stays"},
        {.name = "key", .value = "FILE", .text = &h.key, .help = "sign it"},
        {.name = "new-key", .on = &h.new_key, .help = "make that key first"},
        {0},
    };
    const ahd_usage usage = {
        "head", "",
        "Tell how many lines the log of the record has and the root of its "
        "tree, which\nstands for all that was ever kept. Kept elsewhere, ahd "
        "verify --head finds by it\nwhatever is changed or taken away.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (words.count > 0) {
        ahd_say("head takes no words; name the record with --db %s",
                words.at[0]);
        return AHD_EXIT_USAGE;
    }
    if (h.new_key && h.key == NULL) {
        ahd_say("--new-key needs the name of the file: --key FILE");
        return AHD_EXIT_USAGE;
    }
    return work_on(&h);
}
