/* `ahd propose actors`: names in pages that data/actors does not have yet. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/meter.h"
#include "cli/print.h"
#include "cli/proposal.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"

#include <string.h>

enum { PAGE_BYTES = 512 << 20, LEAST = 2 };

struct proposing {
    ahd_engine *engine;
    ahd_proposals *proposals;
    ahd_buf json;
};

static ahd_status take_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    struct proposing *p = context;

    ahd_buf_clear(&p->json);
    ahd_doc_json(p->engine, doc, &p->json);
    ahd_proposals_take(p->proposals, ahd_buf_str(&p->json));
    ahd_meter_tick(p->engine);
    return ahd_stop_asked ? ahd_fail(error, AHD_EIO, "stopped") : AHD_OK;
}

static void tell_skipped(void *context, const ahd_error *why)
{
    (void)context;
    ahd_say_error(why);
}

/* Half a crawl has names as well: what was gathered is told when stopped. */
static int tell(struct proposing *p, uint32_t least)
{
    ahd_buf out = AHD_BUF(PAGE_BYTES);
    size_t told = ahd_proposals_lay(p->proposals, least, &out);

    if (told > 0)
        ahd_print_buf(&out);
    else
        ahd_say("no new name is in %u documents or more; --least 1 tells all",
                least);
    ahd_buf_finish(&out);
    if (ahd_stop_asked)
        return AHD_EXIT_STOPPED;
    return ahd_engine_counts(p->engine).skipped > 0 ? AHD_EXIT_INPUT
                                                    : AHD_EXIT_OK;
}

static int propose(const ahd_words *paths, uint32_t least)
{
    struct proposing p = {.proposals = ahd_proposals_new(),
                          .json = AHD_BUF(PAGE_BYTES)};
    ahd_options options = AHD_OPTIONS;
    ahd_hooks hooks = {&p, take_page, tell_skipped};
    ahd_error error = {0};
    int code;

    ahd_status status = p.proposals != NULL
                            ? ahd_engine_new(&options, &p.engine, &error)
                            : ahd_fail(&error, AHD_ENOMEM, "out of memory");
    if (status == AHD_OK) {
        ahd_meter_start(paths);
        status = ahd_read(p.engine, paths->at, paths->count, &hooks, &error);
        ahd_meter_stop(p.engine);
    }
    if (status == AHD_OK || ahd_stop_asked)
        code = tell(&p, least);
    else {
        ahd_say_error(&error);
        code = ahd_command_exit(status);
    }
    ahd_engine_free(p.engine);
    ahd_proposals_free(p.proposals);
    ahd_buf_finish(&p.json);
    return code;
}

int ahd_command_propose(int argc, char **argv)
{
    uint32_t least = LEAST;
    const ahd_flag flags[] = {
        {.name = "least",
         .value = "N",
         .number = &least,
         .help = "in so many documents at least; without it 2"},
        {0},
    };
    const ahd_usage usage = {
        "propose", "actors FILE...",
        "Names of persons and organisations that the registry does not have,\n"
        "as rows for data/actors, each with its offices, spellings and words.",
        flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    if (words.count < 2 || strcmp(words.at[0], "actors") != 0) {
        ahd_say("say what to propose and where from: ahd propose actors "
                "FILE...");
        return AHD_EXIT_USAGE;
    }
    const ahd_words paths = {words.at + 1, words.count - 1};
    return propose(&paths, least);
}
