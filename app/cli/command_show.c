/* `ahd show`: one agreement, actor, document, dispute or story; what two
 * documents have word for word. */
#include "ahd.h"
#include "cli/card.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/usage.h"

#include <string.h>
#include <unistd.h>

static ahd_status actor_json(ahd_record *record, const char *id, ahd_buf *out,
                             ahd_error *error)
{
    (void)record;
    return ahd_actor_json(id, out, error);
}

typedef struct subject {
    const char *name;
    ahd_status (*json)(ahd_record *record, const char *id, ahd_buf *out,
                       ahd_error *error);
    ahd_card_fn *lay_out;
    bool needs_record; /* the registry knows the others without one */
} subject;

static const subject subjects[] = {
    {"agreement", ahd_agreement_json, ahd_card_agreement, false},
    {"actor", actor_json, ahd_card_actor, false},
    {"document", ahd_record_document_json, ahd_card_document, true},
    {"dispute", ahd_record_dispute_json, ahd_card_dispute, true},
    {"story", ahd_record_story_json, ahd_card_story, true},
    {"copied", ahd_record_copied_json, ahd_card_copied, true},
};

static const subject *find_subject(const ahd_words *words)
{
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        if (words->count == 2 && strcmp(subjects[i].name, words->at[0]) == 0)
            return &subjects[i];
    }
    ahd_say("say what to show: agreement, actor, document, dispute or story, "
            "and its "
            "ID; or copied ID,ID");
    return NULL;
}

/* Without --db a record that is not there is no mistake: the registry is. */
static ahd_status open_record(const subject *what, const char *db,
                              ahd_record **out, ahd_error *error)
{
    bool chosen = db != NULL;

    if (!chosen)
        db = AHD_COMMAND_DB;
    if (!chosen && !what->needs_record && access(db, F_OK) != 0)
        return AHD_OK;
    return ahd_record_open(db, false, out, error);
}

static ahd_status give(const subject *what, const ahd_buf *text, bool json,
                       ahd_card *card, ahd_error *error)
{
    json_t *thing = NULL;

    if (json) {
        ahd_print(ahd_buf_str(text));
        ahd_print(AHD_STR("\n"));
        return AHD_OK;
    }
    AHD_TRY(ahd_field_parse(text, &thing, error));
    ahd_status status = what->lay_out(card, thing, error);
    json_decref(thing);
    if (status == AHD_OK)
        ahd_print_buf(&card->out);
    return status;
}

static int show(const subject *what, const char *id, const char *db, bool json)
{
    ahd_card context = {.id = id,
                        .style = ahd_terminal_style(STDOUT_FILENO),
                        .out = AHD_BUF(AHD_CARD_BYTES)};
    ahd_buf text = AHD_BUF(AHD_CARD_BYTES);
    ahd_error error = {0};

    ahd_status status = open_record(what, db, &context.record, &error);
    if (status == AHD_OK)
        status = what->json(context.record, id, &text, &error);
    if (status == AHD_OK)
        status = give(what, &text, json, &context, &error);
    if (status != AHD_OK)
        ahd_say_error(&error);
    ahd_buf_finish(&text);
    ahd_buf_finish(&context.out);
    ahd_record_close(context.record);
    return ahd_command_exit(status);
}

int ahd_command_show(int argc, char **argv)
{
    const char *db = NULL;
    bool json = false;
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &db,
         .help = "the record; " AHD_COMMAND_DB " without it"},
        {.name = "json", .on = &json, .help = "as one line of JSON"},
        {0},
    };
    const ahd_usage usage = {
        "show", "agreement|actor|document|dispute|story ID | copied ID,ID",
        "Show one entry: facts, and the acts that the record has about it.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    const subject *what = find_subject(&words);
    return what ? show(what, words.at[1], db, json) : AHD_EXIT_USAGE;
}
